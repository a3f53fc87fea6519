import { Composer } from 'grammy';
import { answerOpenTasks, answerOverdue, answerTask } from '../../application/answers.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Unit } from '../../domain/unit.ts';
import { answer, answerAbout, replaceMessage, toast } from '../answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, isPrivate } from '../bot-context.ts';
import { onButton } from '../buttons.ts';
import * as texts from '../texts.ts';

/** Answers to questions: what is overdue, what is open, what happened to one task. */
export const answering = new Composer<MemberContext>();

answering.command(['overdue', 'quahan'], async (ctx) => {
  const scope = await scopeOf(ctx);
  if (scope === 'unbound') return answer(ctx, texts.unboundChat());
  return answer(ctx, texts.overdueAnswer(await answerOverdue(ctx.app, scope, 0)));
});

answering.command('viec', async (ctx) => {
  const scope = await scopeOf(ctx);
  if (scope === 'unbound') return answer(ctx, texts.unboundChat());
  const wanted = argumentOf(ctx).replace(/^#/, '');
  if (wanted === '') return answer(ctx, texts.openTasksAnswer(await answerOpenTasks(ctx.app, scope, 0)));
  if (!/^\d{1,7}$/.test(wanted)) return answer(ctx, texts.taskNumberExpected());
  return showTask(ctx, Number(wanted), scope);
});

onButton(answering, ['overdue_page', 'open_tasks_page'], async (ctx, action) => {
  const scope = await scopeOf(ctx);
  if (scope === 'unbound') return toast(ctx, texts.toastStale());
  await toast(ctx);
  const page =
    action.kind === 'overdue_page'
      ? texts.overdueAnswer(await answerOverdue(ctx.app, scope, action.offset))
      : texts.openTasksAnswer(await answerOpenTasks(ctx.app, scope, action.offset));
  await replaceMessage(ctx, ctx.msg?.message_id, page);
});

onButton(answering, ['show_task'], async (ctx, action) => {
  const [view] = await ctx.app.store.assignmentViews([action.assignmentId]);
  const scope = await scopeOf(ctx);
  if (view === undefined || scope === 'unbound') return toast(ctx, texts.toastStale());
  await toast(ctx);
  return showTask(ctx, view.task.number, scope);
});

const showTask = async (ctx: MemberContext, number: number, scope: readonly Unit[] | null): Promise<void> => {
  const found = await answerTask(ctx.app, ctx.member, scope, number);
  if (found === null) return answer(ctx, texts.taskNotFound(number));
  const assignmentIds = found.lines.map((line) => line.view.assignment.id);
  await answerAbout(ctx, texts.taskAnswer(found), { kind: 'assignments', assignmentIds });
};

/**
 * Whose tasks the asker gets to see here: in a group only the group's own, whoever asks; in private everything for those
 * who may, else the asker's own unit. Null means the whole agency.
 */
const scopeOf = async (ctx: MemberContext): Promise<readonly Unit[] | null | 'unbound'> => {
  if (!isPrivate(ctx)) return ctx.boundUnits.length > 0 ? ctx.boundUnits : 'unbound';
  if (isAllowed(ctx.member, 'see_all_units')) return null;
  const units = await ctx.app.store.units(ctx.app.agencyId);
  return units.filter((unit) => unit.id === ctx.member.unitId);
};
