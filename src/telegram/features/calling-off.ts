import { Composer } from 'grammy';
import { cancelTask, reachOfCancelling, restoreTask } from '../../application/deciding/cancel-task.ts';
import type { CancelOutcome } from '../../application/deciding/cancel-task.ts';
import { understandReason } from '../../application/reporting/understand-reply.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Prompt } from '../../domain/chat.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { answer, ask, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { cancelHowTo, cancelReasonPrompt, cancelled, notCancelled, restored } from '../texts/calling-off.ts';
import { message } from '../transport/message.ts';
import { notAllowed } from '../texts/people.ts';
import { toastStale } from '../texts/toasts.ts';
import { partsOfTask } from './scope.ts';

/** A task that is not to be done any more, and one that is after all. */
export const callingOff = new Composer<MemberContext>();

const NUMBER_AND_REASON = /^#?(?<number>\d{1,7})(?:[\s,:;.–-]+(?<reason>\S[\s\S]*))?$/u;

callingOff.command('huy', async (ctx) => {
  if (!isAllowed(ctx.member, 'cancel_task')) return answer(ctx, notAllowed());
  const { number, reason } = NUMBER_AND_REASON.exec(argumentOf(ctx))?.groups ?? {};
  if (number === undefined) return answer(ctx, cancelHowTo());
  const [view] = (await partsOfTask(ctx, Number(number))) ?? [];
  if (view === undefined) return;
  if (reason !== undefined) return cancel(ctx, view, reason);
  return askWhyCancel(ctx, view);
});

onButton(callingOff, ['cancel_task'], async (ctx, { assignmentId }) => {
  const view = await viewFor(ctx, assignmentId);
  if (view === null) return;
  await toast(ctx);
  return askWhyCancel(ctx, view);
});

onButton(callingOff, ['restore_task'], async (ctx, { assignmentId }) => {
  const view = await viewFor(ctx, assignmentId);
  if (view === null) return;
  const { member, app } = ctx;
  const outcome = await restoreTask(app, { member, taskId: view.task.id, origin: originOf(ctx) });
  if (outcome.kind !== 'restored') return toast(ctx, notDone(outcome));
  await toast(ctx);
  return answer(ctx, restored(outcome.views));
});

/** The reason for which a task is called off: with these words it is. */
export const takeCancelReason = async (
  ctx: MemberContext,
  { assignmentId }: Extract<Prompt, { ask: 'cancel_reason' }>,
  text: string,
): Promise<void> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view === undefined) return answer(ctx, message(notCancelled({ kind: 'not_found' })));
  const given = understandReason(text);
  return cancel(ctx, view, given.kind === 'reason' ? given.text : null);
};

/** Asks for the reason before anything is called off. */
export const askWhyCancel = async (ctx: MemberContext, view: AssignmentView): Promise<void> => {
  const reach = await reachOfCancelling(ctx.app, view.task.id);
  return ask(ctx, cancelReasonPrompt(view, reach), {
    ask: 'cancel_reason',
    assignmentId: view.assignment.id,
  });
};

const cancel = async (ctx: MemberContext, view: AssignmentView, reason: string | null): Promise<void> => {
  const { member, app } = ctx;
  const outcome = await cancelTask(app, { member, taskId: view.task.id, reason, origin: originOf(ctx) });
  return answer(
    ctx,
    outcome.kind === 'cancelled'
      ? cancelled(outcome.views, reason, outcome.reach)
      : message(notDone(outcome)),
  );
};

const notDone = (outcome: CancelOutcome): string => ('views' in outcome ? '' : notCancelled(outcome));

/** The task behind a button, where it is this person's to decide on; otherwise they are told, and null comes back. */
const viewFor = async (ctx: MemberContext, assignmentId: string): Promise<AssignmentView | null> => {
  const [view] = await ctx.app.store.assignmentViews([assignmentId]);
  if (view && isAllowed(ctx.member, 'cancel_task', view.unit)) return view;
  await toast(ctx, view ? notCancelled({ kind: 'not_allowed' }) : toastStale());
  return null;
};
