import { Composer } from 'grammy';
import { answerTask } from '../../application/answering/answers.ts';
import { recordReport } from '../../application/reporting/record-report.ts';
import { rememberMessage } from '../../application/reporting/remember-message.ts';
import { isAtRest } from '../../domain/assignment.ts';
import type { TaskAnswer } from '../../domain/answers.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Prompt } from '../../domain/chat.ts';
import type { EvidenceFile } from '../../domain/evidence-file.ts';
import { answer, answerAbout, ask, toast } from '../transport/answer.ts';
import type { BotContext, MemberContext } from '../bot-context.ts';
import { addressOf, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { evidenceOf } from '../evidence.ts';
import { toDeliveryError } from '../transport/sender.ts';
import { evidenceCaption, evidenceKept, noEvidence, whichTaskOfFile } from '../texts/evidence.ts';
import { notAllowed } from '../texts/people.ts';
import { toastStale } from '../texts/toasts.ts';
import { scopeOf, viewOfButton } from './scope.ts';

/** Files that show the result: taken with a reply, kept with its report, sent again at a press. */
export const evidence = new Composer<MemberContext>();

/** Files sent again at once: the newest. */
const MOST_FILES = 10;

onButton(evidence, ['show_evidence'], async (ctx, { assignmentId }) => {
  const view = await viewOfButton(ctx, assignmentId);
  const scope = await scopeOf(ctx);
  if (view === null || scope === 'unbound') return toast(ctx, toastStale());
  const found = await answerTask(ctx.app, ctx.member, scope, view.task.number);
  if (found === null) return toast(ctx, toastStale());
  await toast(ctx);
  const files = filesOf(found).slice(-MOST_FILES);
  if (files.length === 0) return answer(ctx, noEvidence(view.task.number));
  for (const { file, caption } of files) await sendFile(ctx, file, caption);
});

/** All that came with the reports of a task, oldest first, with whose and when. */
const filesOf = ({
  at,
  lines,
  timeline,
}: TaskAnswer): readonly { readonly file: EvidenceFile; readonly caption: string }[] =>
  timeline.flatMap(({ who, what }) =>
    what.kind !== 'reported'
      ? []
      : what.report.evidence.map((file) => ({
          file,
          caption: evidenceCaption(lines[0]?.view.task.number ?? 0, what.report, who, at),
        })),
  );

const sendFile = async (ctx: BotContext, { kind, fileId }: EvidenceFile, caption: string): Promise<void> => {
  const { chatId, threadId } = addressOf(ctx);
  const extras = { caption, ...(threadId === null ? {} : { message_thread_id: threadId }) };
  await ctx.answers.run(`${chatId}`, { chatId, isMessage: true }, async () => {
    try {
      if (kind === 'photo') await ctx.api.sendPhoto(chatId, fileId, extras);
      else await ctx.api.sendDocument(chatId, fileId, extras);
    } catch (error) {
      throw toDeliveryError(error);
    }
  });
};

/** A file without words, in reply to a message about tasks: kept with the one it is for, and asked how that stands. */
export const takeFile = async (ctx: MemberContext, views: readonly AssignmentView[]): Promise<void> => {
  const own = views.filter(({ unit }) => isAllowed(ctx.member, 'report_status', unit));
  const [view, ...others] = own;
  if (view === undefined) return answer(ctx, notAllowed());
  const files = evidenceOf(ctx.msg);
  if (others.length > 0) {
    const assignmentIds = own.map(({ assignment }) => assignment.id);
    const prompt = { ask: 'evidence_task', assignmentIds, files } as const;
    const album = albumOf(ctx);
    if (album === null) return ask(ctx, whichTaskOfFile(own), prompt);
    await keepWithMessage(ctx, { ...prompt, album });
    return ask(ctx, whichTaskOfFile(own), { ...prompt, album });
  }
  return keepFiles(ctx, view, files);
};

/** Keeps files with a task, and says so; how it stands is asked where that is not known to be settled. */
export const keepFiles = async (
  ctx: MemberContext,
  view: AssignmentView,
  files: readonly EvidenceFile[],
): Promise<void> => {
  if (!(await keepQuietly(ctx, view.assignment.id, files))) return answer(ctx, evidenceKept(view, 0));
  const about = { kind: 'assignments', assignmentIds: [view.assignment.id] } as const;
  return answerAbout(ctx, evidenceKept(view, files.length, !isAtRest(view.assignment.status)), about);
};

/** @returns false where the task is closed, or not this person's */
export const keepQuietly = async (
  ctx: MemberContext,
  assignmentId: string,
  files: readonly EvidenceFile[],
): Promise<boolean> => {
  const { kind } = await recordReport(ctx.app, {
    member: ctx.member,
    reports: [{ assignmentId, content: { kind: 'note', evidence: files } }],
    origin: originOf(ctx),
    isAside: true,
  });
  return kind === 'recorded';
};

/**
 * One more picture of an album of which one has been recorded, or asked about: it goes where that one went, without a
 * word. Also where the bot has been started anew in between.
 * @returns false where nothing is known of the album
 */
export const takeMoreOfAlbum = async (ctx: BotContext): Promise<boolean> => {
  const { member, app, msg } = ctx;
  if (member === null || msg?.media_group_id === undefined) return false;
  const files = evidenceOf(msg);
  const assignmentIds = await app.store.assignmentsOfAlbum(app.agencyId, msg.media_group_id);
  if (assignmentIds.length === 0) return addToQuestion(ctx, msg.media_group_id, files);
  if (files.length === 0) return true;
  await recordReport(app, {
    member,
    reports: assignmentIds.map((assignmentId) => ({
      assignmentId,
      content: { kind: 'note', evidence: files },
    })),
    origin: originOf(ctx),
    isAside: true,
  });
  return true;
};

type EvidencePrompt = Extract<Prompt, { ask: 'evidence_task' }>;
type Album = NonNullable<EvidencePrompt['album']>;

/** Telegram numbers the pictures of an album, ten at most, one after the other; in a busy group others may come in between. */
const ALBUM_SPAN = 30;

const albumOf = ({ msg }: BotContext): Album | null =>
  msg?.media_group_id === undefined ? null : { id: msg.media_group_id, firstMessageId: msg.message_id };

/** A picture of an album, while it is not known which task it is for. */
const keepWithMessage = (ctx: BotContext, prompt: EvidencePrompt): Promise<void> => {
  const place = { ...addressOf(ctx), messageId: ctx.msg?.message_id ?? 0 };
  return rememberMessage(ctx.app, place, { kind: 'prompt', prompt });
};

/** What is kept with the messages of an album, in the order in which they were sent. */
const keptOfAlbum = async (ctx: BotContext, album: Album): Promise<readonly EvidencePrompt[]> => {
  const { chatId } = addressOf(ctx);
  const kept: EvidencePrompt[] = [];
  for (let messageId = album.firstMessageId; messageId < album.firstMessageId + ALBUM_SPAN; messageId++) {
    const subject = (await ctx.app.store.botMessage(chatId, messageId))?.subject;
    const isOfAlbum = subject?.kind === 'prompt' && subject.prompt.ask === 'evidence_task';
    if (isOfAlbum && subject.prompt.album?.id === album.id) kept.push(subject.prompt);
  }
  return kept;
};

/** Keeps a picture with those of which has been asked which task they are for. */
const addToQuestion = async (
  ctx: BotContext,
  album: string,
  files: readonly EvidenceFile[],
): Promise<boolean> => {
  const firstMessageId = (ctx.msg?.message_id ?? 0) - ALBUM_SPAN + 1;
  const [first] = await keptOfAlbum(ctx, { id: album, firstMessageId });
  if (first === undefined) return false;
  await keepWithMessage(ctx, { ...first, files });
  return true;
};

/** All files that a question is about: those of an album may have come after it was asked. */
export const filesInQuestion = async (
  ctx: BotContext,
  { files, album }: EvidencePrompt,
): Promise<readonly EvidenceFile[]> => {
  const kept = album === undefined ? [] : await keptOfAlbum(ctx, album);
  const all = [files, ...kept.map((each) => each.files)].flat();
  // The question itself is among what is kept, with the first of them.
  return [...new Map(all.map((file) => [file.fileId, file])).values()];
};
