import { Composer } from 'grammy';
import { interpretReply } from '../../application/reporting/interpret-reply.ts';
import { recordReport } from '../../application/reporting/record-report.ts';
import { understandNumber } from '../../application/reporting/report-number.ts';
import { openTasksMeant } from '../../application/reporting/reply-scope.ts';
import {
  numbersIn,
  understandExtension,
  understandReason,
  understandReply,
} from '../../application/reporting/understand-reply.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { MessageSubject, Prompt } from '../../domain/chat.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import { answer, answerAbout, ask } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf, isPrivate, originOf } from '../bot-context.ts';
import { evidenceOf } from '../evidence.ts';
import { noNumber, numberRecorded } from '../texts/evidence.ts';
import { extensionDateProblem } from '../texts/extension.ts';
import { draftReplyHint, nothingChanged, unsupportedReport } from '../texts/problems.ts';
import { taskGone } from '../texts/task.ts';
import { askWhyCancel, takeCancelReason } from './calling-off.ts';
import { takeDeadlines, takeTaskDeadline } from './deadlines.ts';
import { decideByWords, takeGrant, takeReturnReason } from './deciding.ts';
import { takeDraftEdit } from './draft-review.ts';
import { filesInQuestion, keepFiles, keepQuietly, takeFile } from './evidence.ts';
import { isEditedTooLate, tellEditedTooLate } from './late-edits.ts';
import { decideTransferByWords, takeNewUnit, takeTransferRefusal } from './handing-over.ts';
import { takeLeaderDecision } from './recording-decisions.ts';
import { takeReopenReason } from './reopening.ts';
import { act, extend, tellUnread } from './reply-actions.ts';
import { isStillCorrectable, tellNotRecorded, tellRecorded } from './reporting.ts';

/** Reads what people answer to the bot's messages in their own words. */
export const replies = new Composer<MemberContext>();

replies.on(['message:text', 'message:caption'], async (ctx, next) => {
  const text = ctx.msg.text ?? ctx.msg.caption;
  const answered = ctx.msg.reply_to_message;
  // A command that replies to a message is a command.
  if (text.startsWith('/')) return next();
  if (answered?.from?.id === ctx.me.id) {
    const { chatId } = addressOf(ctx);
    const message = await ctx.app.store.botMessage(chatId, answered.message_id);
    if (message) return takeReply(ctx, message.subject, text, false);
    // A copy that a crash has left behind is not known, but looks to people like any other message.
    if (reportsHere(ctx)) return takeWords(ctx, [], text, false);
  }
  if (speaksForUnit(ctx)) return takeWords(ctx, [], text, false);
  return (await takeNumbered(ctx, text)) ? undefined : next();
});

// Who answers a task with a picture of the document has reported, they think; what it shows is for people to say.
replies.on(['message:photo', 'message:document'], async (ctx, next) => {
  const answered = ctx.msg.reply_to_message;
  const isReply = answered?.from?.id === ctx.me.id;
  const message = isReply ? await ctx.app.store.botMessage(addressOf(ctx).chatId, answered.message_id) : null;
  const named = subjectsOf(message?.subject);
  // In private it may be for any of the unit's tasks: the first ones are offered.
  const assignmentIds = named.length === 0 && speaksForUnit(ctx) ? await firstOpen(ctx) : named;
  if (assignmentIds.length === 0) return next();
  return takeFile(ctx, await ctx.app.store.assignmentViews(assignmentIds));
});

/** As many tasks as are offered for a file. */
const MOST_OFFERED = 10;

const firstOpen = ({ app, member }: MemberContext): Promise<readonly string[]> =>
  app.store.openAssignmentIds(
    { agencyId: app.agencyId, unitIds: member.unitId === null ? [] : [member.unitId] },
    { limit: MOST_OFFERED, offset: 0 },
  );

replies.on(['message:voice', 'message:video'], async (ctx, next) => {
  const answered = ctx.msg.reply_to_message;
  if (answered?.from?.id !== ctx.me.id) return next();
  const message = await ctx.app.store.botMessage(addressOf(ctx).chatId, answered.message_id);
  return message && message.subject.kind !== 'draft' ? answer(ctx, unsupportedReport()) : next();
});

/** The tasks that a message of the bot, or the question in it, is about. */
const subjectsOf = (subject: MessageSubject | undefined): readonly string[] => {
  switch (subject?.kind) {
    case 'assignments':
      return subject.assignmentIds;
    case 'prompt':
      return 'assignmentId' in subject.prompt ? [subject.prompt.assignmentId] : [];
    default:
      return [];
  }
};

// Who edits an answer corrects it, also one that nobody was asked for.
replies.on(['edited_message:text', 'edited_message:caption'], async (ctx, next) => {
  const text = ctx.msg.text ?? ctx.msg.caption;
  if (text.startsWith('/')) return next();
  const answered = ctx.msg.reply_to_message;
  if (answered?.from?.id === ctx.me.id) {
    const message = await ctx.app.store.botMessage(addressOf(ctx).chatId, answered.message_id);
    // What has been decided is not decided again by an edit, and a draft is corrected by its buttons.
    const isAnswer = message?.subject.kind === 'assignments' || message?.subject.kind === 'prompt';
    if (isAnswer) return takeReply(ctx, message.subject, text, true);
    return message === null && reportsHere(ctx) ? takeWords(ctx, [], text, true) : next();
  }
  return speaksForUnit(ctx) ? takeWords(ctx, [], text, true) : next();
});

/** In private, people of a unit write without replying: "23 xong". */
const speaksForUnit = (ctx: MemberContext): boolean =>
  isPrivate(ctx) && ctx.member.unitId !== null && !isAllowed(ctx.member, 'enter_tasks');

/** In a unit's group, people report on its tasks; who hands out work there may mean a new task. */
const reportsHere = (ctx: MemberContext): boolean =>
  ctx.boundUnits.length > 0 && !isAllowed(ctx.member, 'enter_tasks');

/**
 * "23 xong", written into a unit's group without replying to anything, where the bot may read along. What does not name
 * an open task of the group and say plainly how it stands is talk among colleagues.
 */
const takeNumbered = async (ctx: MemberContext, text: string): Promise<boolean> => {
  if (!reportsHere(ctx) || !OPENS_WITH_NUMBER.test(text)) return false;
  const finding = await understandReply(ctx.app, text, writtenAt(ctx), [], ctx.member.role);
  if (numbersIn(finding).length === 0) return false;
  const open = ownOf(ctx, await openTasksMeant(ctx.app, unitsOf(ctx), finding, []));
  const meaning = interpretReply(finding, text, { answered: [], open });
  if (meaning.kind !== 'actions') return false;
  await act(ctx, meaning.actions, text, meaning.isCorrection, evidenceOf(ctx.msg));
  return true;
};

const OPENS_WITH_NUMBER = /^\s*(?:việc\s+|viec\s+)?#?\d{1,7}[\s,:.;-]/iu;

const takeReply = (
  ctx: MemberContext,
  subject: MessageSubject,
  text: string,
  isCorrection: boolean,
): Promise<void> => {
  switch (subject.kind) {
    case 'assignments':
      return takeWords(ctx, subject.assignmentIds, text, isCorrection);
    case 'extension':
      return decideByWords(ctx, subject.requestId, text);
    case 'transfer':
      return decideTransferByWords(ctx, subject.requestId, text);
    case 'draft':
      return answer(ctx, draftReplyHint());
    case 'prompt':
      return takePrompt(ctx, subject.prompt, text, isCorrection);
  }
};

const takePrompt = async (
  ctx: MemberContext,
  prompt: Prompt,
  text: string,
  isCorrection: boolean,
): Promise<void> => {
  if (isEditedTooLate(ctx) && !('draftId' in prompt))
    return tellEditedTooLate(ctx, await numberOf(ctx, prompt));
  if (understandReason(text).kind === 'withdrawn') return answer(ctx, nothingChanged());
  switch (prompt.ask) {
    case 'draft_deadline':
    case 'draft_units':
    case 'draft_content':
    case 'draft_product':
      return takeDraftEdit(ctx, prompt, text);
    case 'blocked_reason':
      return takeBlockedReason(ctx, prompt.assignmentId, text, isCorrection);
    case 'extension_date': {
      const wish = await understandExtension(ctx.app, text, writtenAt(ctx));
      if ('problem' in wish) return ask(ctx, extensionDateProblem(wish.problem), prompt);
      return extend(ctx, prompt.assignmentId, wish.newDue, wish.reason, text, originOf(ctx));
    }
    case 'extension_grant':
      return takeGrant(ctx, prompt, text);
    case 'leader_decision':
      return takeLeaderDecision(ctx, prompt, text);
    case 'return_reason':
      return takeReturnReason(ctx, prompt, text);
    case 'reopen_reason':
      return takeReopenReason(ctx, prompt, text);
    case 'transfer_refusal':
      return takeTransferRefusal(ctx, prompt, text);
    case 'transfer_unit':
      return takeNewUnit(ctx, prompt, text);
    case 'cancel_reason':
      return takeCancelReason(ctx, prompt, text);
    case 'correction':
      return takeWords(ctx, [prompt.assignmentId], text, await isStillCorrectable(ctx, prompt.assignmentId));
    case 'evidence_number':
      return takeNumber(ctx, prompt.assignmentId, text);
    case 'evidence_task':
      return takeTaskOfFiles(ctx, prompt, text);
    case 'task_deadline':
      return takeTaskDeadline(ctx, prompt.assignmentId, text);
    case 'task_deadlines':
      return (await takeDeadlines(ctx, text)) ? undefined : takeWords(ctx, [], text, isCorrection);
  }
};

/** Of the task that a question is about; null where it is about none, or several. */
const numberOf = async ({ app }: MemberContext, prompt: Prompt): Promise<number | null> => {
  const [view] = 'assignmentId' in prompt ? await app.store.assignmentViews([prompt.assignmentId]) : [];
  return view?.task.number ?? null;
};

/** What a unit is stuck on: the words as they are, unless they say that it has finished meanwhile. */
const takeBlockedReason = async (
  ctx: MemberContext,
  assignmentId: string,
  text: string,
  isCorrection: boolean,
): Promise<void> => {
  const answered = ownOf(ctx, await ctx.app.store.assignmentViews([assignmentId]));
  const { intent } = await understandReply(ctx.app, text, writtenAt(ctx), answered, ctx.member.role);
  if (intent === 'done' || intent === 'submitted') return takeWords(ctx, [assignmentId], text, isCorrection);
  const content = { kind: 'blocked', text, reason: text.trim(), evidence: evidenceOf(ctx.msg) } as const;
  const result = await recordReport(ctx.app, {
    member: ctx.member,
    reports: [{ assignmentId, content }],
    origin: originOf(ctx),
    isCorrection,
  });
  return result.kind === 'recorded' ? tellRecorded(ctx, result, isCorrection) : tellNotRecorded(ctx, result);
};

/** Reads a reply about tasks and does what it asks for. */
const takeWords = async (
  ctx: MemberContext,
  assignmentIds: readonly string[],
  text: string,
  isCorrection: boolean,
  files = evidenceOf(ctx.msg),
): Promise<void> => {
  const answered = ownOf(ctx, await ctx.app.store.assignmentViews(assignmentIds));
  const finding = await understandReply(ctx.app, text, writtenAt(ctx), answered, ctx.member.role);
  const open = ownOf(ctx, await openTasksMeant(ctx.app, unitsOf(ctx), finding, answered));
  const meaning = interpretReply(finding, text, { answered, open });
  if (isEditedTooLate(ctx)) {
    // Talk that is edited is talk.
    if (meaning.kind !== 'actions') return;
    const [first, ...more] = meaning.actions;
    return tellEditedTooLate(ctx, more.length === 0 ? (first?.view.task.number ?? null) : null);
  }
  if (meaning.kind === 'actions')
    return act(ctx, meaning.actions, text, isCorrection || meaning.isCorrection, files);
  // "Việc này thôi không làm nữa": whoever may call it off is asked why; nothing is called off by the words alone.
  if (finding.intent === 'cancel_task' && answered.length === 1 && !isCorrection) {
    const [only] = answered;
    if (only && isAllowed(ctx.member, 'cancel_task', only.unit)) return askWhyCancel(ctx, only);
  }
  // The words may say nothing, or nothing plain; the file that came with them is kept all the same.
  const [view, ...others] = answered;
  if (files.length > 0 && view !== undefined && others.length === 0 && !isCorrection) {
    if (meaning.kind !== 'unclear') return keepFiles(ctx, view, files);
    await keepQuietly(ctx, view.assignment.id, files);
  }
  return tellUnread(ctx, meaning, assignmentIds.length > 0 || !isPrivate(ctx));
};

/** In a chat of several units a person speaks for their own; who reports for none of them speaks of all. */
const ownOf = (ctx: MemberContext, views: readonly AssignmentView[]): readonly AssignmentView[] => {
  const own = views.filter(({ unit }) => isAllowed(ctx.member, 'report_status', unit));
  return own.length > 0 ? own : views;
};

/** Whose tasks a number in this chat may mean: in a group its own, whoever writes; nothing of another unit is said there. */
const unitsOf = (ctx: MemberContext): readonly Unit['id'][] => {
  if (!isPrivate(ctx)) return ctx.boundUnits.map((unit) => unit.id);
  return ctx.member.unitId === null ? [] : [ctx.member.unitId];
};

/** The answer to "số văn bản?": the number goes to the report that said it was finished; anything else is a report of its own. */
const takeNumber = async (ctx: MemberContext, assignmentId: string, text: string): Promise<void> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return answer(ctx, taskGone());
  const said = await understandNumber(ctx.app, text, writtenAt(ctx), view, ctx.member.role);
  if (said.kind === 'none') return answer(ctx, noNumber());
  if (said.kind === 'other') return takeWords(ctx, [assignmentId], text, false);
  const content = { ...said.content, evidence: [...said.content.evidence, ...evidenceOf(ctx.msg)] };
  const result = await recordReport(ctx.app, {
    member: ctx.member,
    reports: [{ assignmentId, content }],
    origin: originOf(ctx),
    isCorrection: true,
  });
  if (result.kind !== 'recorded') return tellNotRecorded(ctx, result);
  const about = { kind: 'assignments', assignmentIds: [assignmentId] } as const;
  return answerAbout(ctx, numberRecorded(view, said.content.documentNumber), about);
};

/** Which of several tasks the files are for: by its number alone, or by a report on it. */
const takeTaskOfFiles = async (
  ctx: MemberContext,
  prompt: Extract<Prompt, { ask: 'evidence_task' }>,
  text: string,
): Promise<void> => {
  const { assignmentIds } = prompt;
  const files = await filesInQuestion(ctx, prompt);
  const views = await ctx.app.store.assignmentViews(assignmentIds);
  const view = views.find(({ task }) => ONLY_NUMBER.exec(text)?.[1] === String(task.number));
  return view === undefined ? takeWords(ctx, assignmentIds, text, false, files) : keepFiles(ctx, view, files);
};

const ONLY_NUMBER = /^\s*(?:việc\s+|viec\s+)?#?(\d{1,7})[\s.]*$/iu;

const writtenAt = (ctx: MemberContext): number => (ctx.msg?.edit_date ?? ctx.msg?.date ?? 0) * 1_000;
