import { Composer } from 'grammy';
import { answerOverdue } from '../../application/answering/answers.ts';
import { answerOverdueView, overdueOptions, unitsInCharge } from '../../application/answering/overdue.ts';
import { findUnit } from '../../application/entering/find-unit.ts';
import { remindNow } from '../../application/reminding/remind-now.ts';
import { answerWorkList } from '../../application/answering/work-list.ts';
import type { OverdueScope, OverdueView } from '../../domain/overdue-view.ts';
import { WHOLE_VIEW } from '../../domain/overdue-view.ts';
import type { WorkPeriod } from '../../domain/work-period.ts';
import { answer, replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { originOf } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import { choiceKey } from '../buttons/choice-key.ts';
import type { ButtonAction } from '../buttons/callback-data.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { overdueAnswer, overdueChoices, overdueUnknownUnit, ownOverdueAnswer } from '../texts/overdue.ts';
import { unboundChat } from '../texts/people.ts';
import { toastRemindNow } from '../texts/remind-now.ts';
import { toastStale } from '../texts/toasts.ts';
import { workList } from '../texts/work-list.ts';
import { answerAsker, askerScopeOf, scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';

/** What is overdue and what is due: the lists, the ways of looking at them, and the reminder that a leader asks for. */
export const lists = new Composer<MemberContext>();

/** A list is about no task in particular, but a reply to it that names a number is a report. */
const answerList = (ctx: MemberContext, list: FormattedMessage): Promise<void> =>
  answerAsker(ctx, list, { kind: 'assignments', assignmentIds: [] });

lists.command(['overdue', 'quahan'], async (ctx) => {
  const scope = await askerScopeOf(ctx);
  if (scope === 'unbound') return answer(ctx, unboundChat(ctx.member));
  const typed = ctx.match.trim();
  // Whoever sees some units alone has nothing to choose from.
  if (typed === '' || scope !== null) return answerList(ctx, await overdueList(ctx, scope, 0));
  const unit = findUnit(typed, await ctx.app.store.units(ctx.app.agencyId));
  if (unit === null || unit.isGroup === true) return answerAsker(ctx, overdueUnknownUnit(typed), null);
  const view = { ...WHOLE_VIEW, choice: { by: 'unit', id: unit.id } } as const;
  return answerList(ctx, overdueAnswer(await answerOverdueView(ctx.app, ctx.member, view)));
});

const PERIODS: Readonly<Record<string, WorkPeriod>> = { homnay: 'today', tuannay: 'week', sapden: 'ahead' };

for (const [command, period] of Object.entries(PERIODS)) {
  lists.command(command, async (ctx) => {
    const scope = await askerScopeOf(ctx);
    if (scope === 'unbound') return answer(ctx, unboundChat(ctx.member));
    return answerList(ctx, await dueList(ctx, scope, period, 'charge', 0));
  });
}

onButton(lists, ['overdue_page'], async (ctx, { offset }) => {
  const scope = await scopeOf(ctx);
  if (scope === 'unbound') return toast(ctx, toastStale());
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, await overdueList(ctx, scope, offset));
});

onButton(lists, ['overdue_view', 'overdue_options', 'work_list_page'], async (ctx, action) => {
  const scope = await scopeOf(ctx);
  // Whoever sees some units alone has no other ways of looking at them.
  const isWholeOnly = action.kind === 'overdue_view' || action.kind === 'overdue_options';
  if (scope === 'unbound' || (isWholeOnly && scope !== null)) return toast(ctx, toastStale());
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, await shown(ctx, scope, action));
});

onButton(lists, ['remind_now'], async (ctx, { assignmentId }) => {
  const outcome = await remindNow(ctx.app, { member: ctx.member, assignmentId, origin: originOf(ctx) });
  return toast(ctx, toastRemindNow(outcome, ctx.app.clock.now()));
});

type ListButton = Extract<ButtonAction, { kind: 'overdue_view' | 'overdue_options' | 'work_list_page' }>;

const shown = async (ctx: MemberContext, scope: Scope, action: ListButton): Promise<FormattedMessage> => {
  switch (action.kind) {
    case 'work_list_page':
      return dueList(ctx, scope, action.period, action.scope, action.offset);
    case 'overdue_view':
      return overdueAnswer(await answerOverdueView(ctx.app, ctx.member, await unpacked(ctx, action.view)));
    case 'overdue_options': {
      const view = await unpacked(ctx, action.view);
      const options = await overdueOptions(ctx.app, ctx.member, view, action.by);
      return overdueChoices(view, action.by, options);
    }
  }
};

/** For those who see everything their own units come first, where they have any in their charge. */
const overdueList = async (ctx: MemberContext, units: Scope, offset: number): Promise<FormattedMessage> =>
  units === null
    ? overdueAnswer(await answerOverdueView(ctx.app, ctx.member, { ...WHOLE_VIEW, scope: 'charge', offset }))
    : ownOverdueAnswer(await answerOverdue(ctx.app, units, offset), units);

const dueList = async (
  ctx: MemberContext,
  units: Scope,
  period: WorkPeriod,
  wanted: OverdueScope,
  offset: number,
): Promise<FormattedMessage> => {
  const charge = units === null ? await unitsInCharge(ctx.app, ctx.member) : [];
  const canSwitch = charge.length > 0;
  const scope = canSwitch ? wanted : 'all';
  const listed = scope === 'charge' ? charge : units;
  return workList(await answerWorkList(ctx.app, listed, period, offset), { scope, canSwitch });
};

/** The view that a button stands for, with the id of what it is narrowed to; without it where that is gone. */
const unpacked = async (
  ctx: MemberContext,
  { choice, ...view }: Extract<ButtonAction, { kind: 'overdue_view' }>['view'],
): Promise<OverdueView> => {
  if (choice === null) return { ...view, choice };
  const ids = await idsOf(ctx, choice.by);
  const id = ids.find((each) => choiceKey(each) === choice.key);
  return { ...view, choice: id === undefined ? null : { by: choice.by, id } };
};

const idsOf = async (
  { app }: MemberContext,
  by: NonNullable<OverdueView['choice']>['by'],
): Promise<readonly string[]> => {
  switch (by) {
    case 'unit':
      return (await app.store.units(app.agencyId)).map(({ id }) => id);
    case 'deputy':
      return (await app.store.members(app.agencyId)).map(({ id }) => id);
    case 'document': {
      const now = app.clock.now();
      const counts = await app.store.overdueDocuments({ agencyId: app.agencyId }, now);
      return counts.map(({ documentId }) => documentId);
    }
  }
};
