import { Composer } from 'grammy';
import { decideCompletion } from '../../application/decide-completion.ts';
import type { CompletionOutcome } from '../../application/decide-completion.ts';
import { decideExtension } from '../../application/extensions.ts';
import type { ExtensionDecisionOutcome } from '../../application/extensions.ts';
import { understandDecision } from '../../application/understand-reply.ts';
import { answer, replaceMessage, toast } from '../answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons.ts';
import { extensionDecisionHint, extensionDecisionRecorded, extensionNotDecided } from '../texts/extension.ts';
import { completionRecorded } from '../texts/report.ts';
import { toastCompletionNotDecided, toastExtensionNotDecided } from '../texts/toasts.ts';

/** What leaders and the secretary decide: extensions, and whether work is done. */
export const deciding = new Composer<MemberContext>();

onButton(deciding, ['approve_extension', 'refuse_extension'], async (ctx, action) => {
  const isApproved = action.kind === 'approve_extension';
  const outcome = await decide(ctx, action.requestId, isApproved);
  if (outcome.kind !== 'decided') return toast(ctx, toastExtensionNotDecided(outcome));
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, extensionDecisionRecorded(outcome.view, outcome.request));
});

onButton(deciding, ['accept_completion', 'return_completion'], async (ctx, action) => {
  const isAccepted = action.kind === 'accept_completion';
  const outcome: CompletionOutcome = await decideCompletion(ctx.app, {
    member: ctx.member,
    assignmentId: action.assignmentId,
    isAccepted,
    origin: originOf(ctx),
  });
  if (outcome.kind !== 'decided') return toast(ctx, toastCompletionNotDecided(outcome));
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, completionRecorded(outcome.view, isAccepted));
});

/** A leader answers the request in words: "đồng ý", "không đồng ý". Anything less clear is left to the buttons. */
export const decideByWords = async (ctx: MemberContext, requestId: string, text: string): Promise<void> => {
  const decision = await understandDecision(ctx.app, text, (ctx.msg?.date ?? 0) * 1_000);
  if (decision === null) return answer(ctx, extensionDecisionHint());
  const outcome = await decide(ctx, requestId, decision === 'approve');
  return answer(
    ctx,
    outcome.kind === 'decided'
      ? extensionDecisionRecorded(outcome.view, outcome.request)
      : extensionNotDecided(outcome),
  );
};

const decide = (
  ctx: MemberContext,
  requestId: string,
  isApproved: boolean,
): Promise<ExtensionDecisionOutcome> =>
  decideExtension(ctx.app, { member: ctx.member, requestId, isApproved, origin: originOf(ctx) });
