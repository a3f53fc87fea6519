import { Composer } from 'grammy';
import { recordReport } from '../../application/reporting/record-report.ts';
import type { ReportContent, ReportResult } from '../../application/reporting/record-report.ts';
import { missingNumber } from '../../application/reporting/report-number.ts';
import { isOpen } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import { isCorrectable } from '../../domain/status-report.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { answer, ask, answerAbout, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import type { ButtonAction } from '../buttons/callback-data.ts';
import { numberPrompt } from '../texts/evidence.ts';
import { extensionDatePrompt } from '../texts/extension.ts';
import { notAllowed } from '../texts/people.ts';
import { remarkNotPassedOn } from '../texts/problems.ts';
import { blockedReasonPrompt, corrected, correctionPrompt, reportUnderstood } from '../texts/report.ts';
import { taskClosed, taskGone } from '../texts/task.ts';
import {
  toastAppliedBefore,
  toastClosed,
  toastNotAllowed,
  toastStale,
  toastTooLateToCorrect,
} from '../texts/toasts.ts';

/** What a unit says of its tasks by button or reaction. Replies in words are read in replies.ts. */
export const reporting = new Composer<MemberContext>();

type ReportButton = 'report_acknowledged' | 'report_in_progress' | 'report_submitted' | 'report_done';

const KIND_OF: Readonly<Record<ReportButton, ReportContent['kind']>> = {
  report_acknowledged: 'acknowledged',
  report_in_progress: 'in_progress',
  report_submitted: 'submitted',
  report_done: 'done',
};

onButton(
  reporting,
  ['report_acknowledged', 'report_in_progress', 'report_submitted', 'report_done'],
  async (ctx, action) => {
    const isCorrection = (await isCorrecting(ctx)) && (await isStillCorrectable(ctx, action.assignmentId));
    if (!isCorrection && (await isPressedAgain(ctx, action))) return toast(ctx, toastAppliedBefore());
    const result = await recordReport(ctx.app, {
      member: ctx.member,
      reports: [{ assignmentId: action.assignmentId, content: { kind: KIND_OF[action.kind] } }],
      origin: originOf(ctx),
      isCorrection,
    });
    if (result.kind !== 'recorded') return toast(ctx, toastFor(result));
    await toast(ctx);
    return tellRecorded(ctx, result, isCorrection);
  },
);

onButton(reporting, ['report_blocked', 'ask_extension', 'correct_report'], async (ctx, action) => {
  const view = await ownView(ctx, action);
  if (view === null) return;
  if (action.kind !== 'correct_report' && !isOpen(view.assignment)) return toast(ctx, toastClosed(view));
  if (action.kind === 'correct_report' && !isCorrectable(view, ctx.app.clock.now()))
    return toast(ctx, toastTooLateToCorrect(view));
  await toast(ctx);
  const { assignmentId } = action;
  switch (action.kind) {
    case 'report_blocked':
      return ask(ctx, blockedReasonPrompt(view), { ask: 'blocked_reason', assignmentId });
    case 'ask_extension':
      return ask(ctx, extensionDatePrompt(view), { ask: 'extension_date', assignmentId });
    case 'correct_report':
      return ask(ctx, correctionPrompt(view), { ask: 'correction', assignmentId });
  }
});

// 👍 under a task means "đã nhận", and only that.
reporting.reaction('👍', async (ctx, next) => {
  const { chat, message_id: messageId } = ctx.messageReaction;
  const subject = (await ctx.app.store.botMessage(chat.id, messageId))?.subject;
  if (subject?.kind !== 'assignments') return next();
  await recordReport(ctx.app, {
    member: ctx.member,
    reports: subject.assignmentIds.map((assignmentId) => ({
      assignmentId,
      content: { kind: 'acknowledged' },
    })),
    origin: { updateId: ctx.update.update_id, source: { chatId: chat.id, threadId: null, messageId } },
    // A thumb after "đang làm 70%" does not put that out of sight.
    isAside: true,
  });
});

/** Says in one line for each task what was understood, and lets it be corrected. */
export const tellRecorded = async (
  ctx: MemberContext,
  { outcomes }: Extract<ReportResult, { kind: 'recorded' }>,
  isCorrection = false,
): Promise<void> => {
  const assignmentIds = outcomes.map(({ view }) => view.assignment.id);
  if (isCorrection) return answerAbout(ctx, corrected(outcomes), { kind: 'assignments', assignmentIds });
  const wanted = await missingNumber(ctx.app, outcomes);
  const understood = reportUnderstood(outcomes, wanted === null ? null : numberPrompt());
  if (wanted === null) return answerAbout(ctx, understood, { kind: 'assignments', assignmentIds });
  const prompt = { ask: 'evidence_number', assignmentId: wanted.assignment.id } as const;
  return answerAbout(ctx, understood, { kind: 'prompt', prompt });
};

/** Why a report was not recorded, in words for the chat. */
export const tellNotRecorded = (
  ctx: MemberContext,
  result: Exclude<ReportResult, { kind: 'recorded' }>,
): Promise<void> => {
  switch (result.kind) {
    case 'not_allowed':
      return answer(ctx, isAllowed(ctx.member, 'decide_extension') ? remarkNotPassedOn() : notAllowed());
    case 'closed':
      return answer(ctx, taskClosed(result.view));
    case 'not_found':
      return answer(ctx, taskGone());
  }
};

const toastFor = (result: Exclude<ReportResult, { kind: 'recorded' }>): string => {
  switch (result.kind) {
    case 'not_allowed':
      return toastNotAllowed();
    case 'closed':
      return toastClosed(result.view);
    case 'not_found':
      return toastStale();
  }
};

/** The task behind a button, where it is this person's to report on; otherwise they are told, and null comes back. */
const ownView = async (
  ctx: MemberContext,
  { assignmentId }: Extract<ButtonAction, { assignmentId: string }>,
): Promise<AssignmentView | null> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view && isAllowed(ctx.member, 'report_status', view.unit)) return view;
  await toast(ctx, view ? toastNotAllowed() : toastStale());
  return null;
};

/** A second tap within so short a time is one report: the first was slow to show, or a finger slipped. */
const SECOND_TAP_MS = 60_000;

const isPressedAgain = async (
  ctx: MemberContext,
  { kind, assignmentId }: { readonly kind: ReportButton; readonly assignmentId: string },
): Promise<boolean> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  const last = view?.lastReport ?? null;
  // What has been sent back in the meantime is reported anew.
  return (
    view?.assignment.status !== 'returned' &&
    last?.memberId === ctx.member.id &&
    last.kind === KIND_OF[kind] &&
    last.text === null &&
    Math.abs(ctx.app.clock.now() - last.at) < SECOND_TAP_MS
  );
};

/** Whether what was reported last can still be taken back; after that what is said is a report of its own. */
export const isStillCorrectable = async ({ app }: MemberContext, assignmentId: string): Promise<boolean> => {
  const [view] = await app.store.assignmentViews([assignmentId]);
  return view !== undefined && isCorrectable(view, app.clock.now());
};

/** True where the button stands under "Sửa". */
const isCorrecting = async (ctx: MemberContext): Promise<boolean> => {
  const { chatId } = addressOf(ctx);
  const message = await ctx.app.store.botMessage(chatId, ctx.msg?.message_id ?? 0);
  return message?.subject.kind === 'prompt' && message.subject.prompt.ask === 'correction';
};
