import { Composer } from 'grammy';
import { reopenCompletion, reopenableParts } from '../../application/deciding/reopen-completion.ts';
import { understandReason } from '../../application/reporting/understand-reply.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Prompt } from '../../domain/chat.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { notAllowed } from '../texts/people.ts';
import {
  notReopened,
  nothingToReopen,
  reopenHowTo,
  reopenReasonPrompt,
  reopened,
  whichPartToReopen,
} from '../texts/reopening.ts';
import { toastStale } from '../texts/toasts.ts';
import { answer, ask, toast } from '../transport/answer.ts';
import { message } from '../transport/message.ts';
import { partsOfTask } from './scope.ts';

/** Accepted work that is to be done again after all. */
export const reopening = new Composer<MemberContext>();

const NUMBER_AND_REASON = /^#?(?<number>\d{1,7})(?:[\s,:;.–-]+(?<reason>\S[\s\S]*))?$/u;

reopening.command('molai', async (ctx) => {
  if (!isAllowed(ctx.member, 'decide_completion')) return answer(ctx, notAllowed());
  const { number, reason } = NUMBER_AND_REASON.exec(argumentOf(ctx))?.groups ?? {};
  if (number === undefined) return answer(ctx, reopenHowTo());
  const [first] = (await partsOfTask(ctx, Number(number))) ?? [];
  if (first === undefined) return;
  const { task } = first;
  const parts = await reopenableParts(ctx.app, ctx.member, task.id);
  const [only, ...others] = parts;
  if (only === undefined) return answer(ctx, nothingToReopen(task.number));
  // A part that only coordinates is reopened by nobody who means the work.
  if (others.length > 0 || only.assignment.role === 'coordinating')
    return answer(ctx, whichPartToReopen(parts));
  return reason === undefined ? askWhy(ctx, only) : reopen(ctx, only.assignment.id, reason.trim());
});

onButton(reopening, ['reopen_completion'], async (ctx, { assignmentId }) => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return toast(ctx, toastStale());
  if (!isAllowed(ctx.member, 'decide_completion', view.unit))
    return toast(ctx, notReopened({ kind: 'not_allowed' }));
  if (view.assignment.status !== 'done') return toast(ctx, notReopened({ kind: 'nothing_to_decide', view }));
  await toast(ctx);
  return askWhy(ctx, view);
});

/** Why it is taken up again: with these words it is. */
export const takeReopenReason = (
  ctx: MemberContext,
  { assignmentId }: Extract<Prompt, { ask: 'reopen_reason' }>,
  text: string,
): Promise<void> => {
  const given = understandReason(text);
  return reopen(ctx, assignmentId, given.kind === 'reason' ? given.text : null);
};

const askWhy = (ctx: MemberContext, view: AssignmentView): Promise<void> =>
  ask(ctx, reopenReasonPrompt(view), { ask: 'reopen_reason', assignmentId: view.assignment.id });

const reopen = async (ctx: MemberContext, assignmentId: string, reason: string | null): Promise<void> => {
  const { member, app } = ctx;
  const outcome = await reopenCompletion(app, { member, assignmentId, reason, origin: originOf(ctx) });
  return answer(
    ctx,
    outcome.kind === 'decided' ? reopened(outcome.view, outcome.isReached) : message(notReopened(outcome)),
  );
};
