import { Composer } from 'grammy';
import { decideCompletion } from '../../application/deciding/decide-completion.ts';
import type { CompletionOutcome } from '../../application/deciding/decide-completion.ts';
import { asDecided, decideExtension } from '../../application/deciding/decide-extension.ts';
import type { ExtensionDecisionOutcome } from '../../application/deciding/decide-extension.ts';
import {
  understandDecision,
  understandGrant,
  understandReason,
} from '../../application/reporting/understand-reply.ts';
import type { ReadDecision } from '../../application/reporting/understand-reply.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Prompt } from '../../domain/chat.ts';
import type { Instant, LocalDate } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import { answer, ask, replaceMessage, toast } from '../transport/answer.ts';
import { askForDay } from '../ask-for-day.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import type { FormattedMessage } from '../transport/message.ts';
import {
  extensionGrantNotLater,
  extensionGrantProblem,
  extensionGrantPrompt,
} from '../texts/extension-decisions.ts';
import { extensionDecisionHint, extensionDecisionRecorded, extensionNotDecided } from '../texts/extension.ts';
import { notAllowed } from '../texts/people.ts';
import { completionRecorded, nothingToDecide, returnReasonPrompt } from '../texts/report.ts';
import { taskGone } from '../texts/task.ts';
import { toastCompletionNotDecided, toastExtensionNotDecided, toastStale } from '../texts/toasts.ts';
import { askForDecision } from './recording-decisions.ts';

/** What leaders and the secretary decide: extensions, and whether work is done. */
export const deciding = new Composer<MemberContext>();

onButton(deciding, ['approve_extension', 'refuse_extension'], async (ctx, action) => {
  const decision =
    action.kind === 'approve_extension'
      ? ({ kind: 'approve' } as const)
      : ({ kind: 'refuse', reason: null } as const);
  const outcome = await decide(ctx, action.requestId, decision);
  if (outcome.kind !== 'decided') return toast(ctx, toastExtensionNotDecided(outcome));
  await toast(ctx);
  await replaceMessage(
    ctx,
    ctx.msg?.message_id,
    extensionDecisionRecorded(outcome.view, outcome.request, outcome.isReached),
  );
});

onButton(deciding, ['accept_completion'], async (ctx, { assignmentId }) => {
  const outcome = await decideWork(ctx, assignmentId, { isAccepted: true });
  if (outcome.kind !== 'decided') return toast(ctx, toastCompletionNotDecided(outcome));
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, completionRecorded(outcome.view, true, outcome.isReached));
});

onButton(deciding, ['return_completion'], async (ctx, { assignmentId }) => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return toast(ctx, toastStale());
  if (!isAllowed(ctx.member, 'decide_completion', view.unit))
    return toast(ctx, toastCompletionNotDecided({ kind: 'not_allowed' }));
  if (view.assignment.status !== 'submitted')
    return toast(ctx, toastCompletionNotDecided({ kind: 'nothing_to_decide', view }));
  await toast(ctx);
  return ask(ctx, returnReasonPrompt(view), { ask: 'return_reason', assignmentId });
});

/** What is missing in work that is sent back: it goes back with these words. */
export const takeReturnReason = async (
  ctx: MemberContext,
  { assignmentId }: Extract<Prompt, { ask: 'return_reason' }>,
  text: string,
): Promise<void> => {
  const given = understandReason(text);
  const reason = given.kind === 'reason' ? given.text : null;
  return tellWorkDecided(ctx, await decideWork(ctx, assignmentId, { isAccepted: false, reason }), false);
};

/** Says what became of finished work that was accepted or sent back in words. */
export const tellWorkDecided = (
  ctx: MemberContext,
  outcome: CompletionOutcome,
  isAccepted: boolean,
): Promise<void> => {
  switch (outcome.kind) {
    case 'decided':
      return answer(ctx, completionRecorded(outcome.view, isAccepted, outcome.isReached));
    case 'nothing_to_decide':
      return answer(ctx, nothingToDecide(outcome.view));
    case 'not_allowed':
      return answer(ctx, notAllowed());
    case 'not_found':
      return answer(ctx, taskGone());
  }
};

const decideWork = (
  ctx: MemberContext,
  assignmentId: string,
  decision: { readonly isAccepted: boolean; readonly reason?: string | null },
): Promise<CompletionOutcome> =>
  decideCompletion(ctx.app, { member: ctx.member, assignmentId, ...decision, origin: originOf(ctx) });

onButton(deciding, ['approve_other_date'], async (ctx, { requestId }) => {
  const request = await ctx.app.store.extensionRequest(requestId);
  const [view] = request ? await ctx.app.store.assignmentViews([request.assignmentId]) : [];
  if (request === null || view === undefined) return toast(ctx, toastStale());
  if (!isAllowed(ctx.member, 'decide_extension', view.unit))
    return toast(ctx, toastExtensionNotDecided({ kind: 'not_allowed' }));
  if (request.state !== 'pending')
    return toast(ctx, toastExtensionNotDecided({ kind: 'already_decided', request }));
  await toast(ctx);
  return askForDay(ctx, extensionGrantPrompt(view, request, todayOf(ctx)), {
    ask: 'extension_grant',
    requestId,
  });
});

/** The date that a leader agrees to. What cannot be read, or is too early, is asked for again. */
export const takeGrant = async (
  ctx: MemberContext,
  prompt: Extract<Prompt, { ask: 'extension_grant' }>,
  text: string,
): Promise<void> => {
  const read = await understandGrant(ctx.app, text, writtenAt(ctx));
  if ('problem' in read) return askForDay(ctx, extensionGrantProblem(read.problem, todayOf(ctx)), prompt);
  const outcome = await decide(ctx, prompt.requestId, { kind: 'approve', newDue: read.newDue });
  if (outcome.kind === 'not_later')
    return askForDay(ctx, extensionGrantNotLater(outcome.view, todayOf(ctx)), prompt);
  return answer(ctx, decisionAnswer(outcome));
};

/** A leader answers the request in words: "đồng ý", "không đồng ý", "đồng ý đến 30/5". Anything less clear is left to the buttons. */
export const decideByWords = async (ctx: MemberContext, requestId: string, text: string): Promise<void> => {
  const request = await ctx.app.store.extensionRequest(requestId);
  const [view] = request ? await ctx.app.store.assignmentViews([request.assignmentId]) : [];
  // What the office writes is not its own decision, but may be what a leader has told it.
  const mayRecord =
    view !== undefined &&
    !isAllowed(ctx.member, 'decide_extension', view.unit) &&
    isAllowed(ctx.member, 'record_decision', view.unit);
  if (mayRecord && request?.state === 'pending') return askForDecision(ctx, view, request);
  const decision = await understandDecision(ctx.app, text, writtenAt(ctx));
  if (decision === null) return answer(ctx, extensionDecisionHint());
  return answer(ctx, decisionAnswer(await decide(ctx, requestId, decision)));
};

const decisionAnswer = (outcome: ExtensionDecisionOutcome): FormattedMessage =>
  outcome.kind === 'decided'
    ? extensionDecisionRecorded(outcome.view, outcome.request, outcome.isReached)
    : extensionNotDecided(outcome);

const decide = (
  ctx: MemberContext,
  requestId: string,
  decision: ReadDecision,
): Promise<ExtensionDecisionOutcome> =>
  decideExtension(ctx.app, {
    member: ctx.member,
    requestId,
    ...asDecided(decision),
    origin: originOf(ctx),
  });

const writtenAt = (ctx: MemberContext): Instant => (ctx.msg?.date ?? 0) * 1_000;

const todayOf = (ctx: MemberContext): LocalDate => localDateOf(ctx.app.clock.now());
