import { Composer } from 'grammy';
import { answerOpenTasks, answerTask } from '../../application/answering/answers.ts';
import { searchTasks } from '../../application/answering/search-tasks.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Action } from '../../domain/authority.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { answer, answerAbout, replaceMessage, toast } from '../transport/answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { argumentOf, isPrivate } from '../bot-context.ts';
import { onButton } from '../buttons/buttons.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { unboundChat } from '../texts/people.ts';
import { searchAnswer } from '../texts/search.ts';
import { openTasksAnswer, taskAnswer, taskNotFound } from '../texts/task.ts';
import type { TaskRights } from '../texts/task.ts';
import { toastStale } from '../texts/toasts.ts';
import { answerAsker, askerScopeOf, isForLeaderAlone, scopeOf, viewOfButton } from './scope.ts';
import type { Scope } from './scope.ts';

/** Answers to questions: what is open, what happened to one task. */
export const answering = new Composer<MemberContext>();

answering.command('viec', async (ctx) => {
  const scope = await askerScopeOf(ctx);
  if (scope === 'unbound') return answer(ctx, unboundChat(ctx.member));
  const wanted = argumentOf(ctx).replace(/^#/, '');
  if (wanted === '') return answerList(ctx, await openTasksPage(ctx, scope, 0));
  if (!/^\d{1,7}$/.test(wanted))
    return answerList(ctx, searchAnswer(await searchTasks(ctx.app, scope, wanted)));
  return showTask(ctx, Number(wanted), scope, isPrivate(ctx) || isForLeaderAlone(ctx));
});

onButton(answering, ['open_tasks_page'], async (ctx, { offset }) => {
  const scope = await scopeOf(ctx);
  if (scope === 'unbound') return toast(ctx, toastStale());
  await toast(ctx);
  await replaceMessage(ctx, ctx.msg?.message_id, await openTasksPage(ctx, scope, offset));
});

onButton(answering, ['show_task'], async (ctx, action) => {
  const view = await viewOfButton(ctx, action.assignmentId);
  const scope = await scopeOf(ctx);
  if (view === null || scope === 'unbound') return toast(ctx, toastStale());
  await toast(ctx);
  return showTask(ctx, view.task.number, scope, isPrivate(ctx));
});

/** A list is about no task in particular, but a reply to it that names a number is a report. */
const answerList = (ctx: MemberContext, list: FormattedMessage): Promise<void> =>
  answerAsker(ctx, list, { kind: 'assignments', assignmentIds: [] });

const openTasksPage = async (ctx: MemberContext, units: Scope, offset: number): Promise<FormattedMessage> =>
  openTasksAnswer(await answerOpenTasks(ctx.app, units, offset));

/** `isPersonal`: nobody else reads it, so that it has the buttons of the asker's office. */
const showTask = async (
  ctx: MemberContext,
  number: number,
  scope: Scope,
  isPersonal: boolean,
): Promise<void> => {
  const found = await answerTask(ctx.app, ctx.member, scope, number);
  if (found === null)
    return isPersonal ? answerAsker(ctx, taskNotFound(number), null) : answer(ctx, taskNotFound(number));
  const assignmentIds = found.lines.map((line) => line.view.assignment.id);
  // What the unit has handed in is accepted or returned here too: "đã trình" asks nobody for it.
  const may = (action: Action, { unit }: AssignmentView): boolean => isAllowed(ctx.member, action, unit);
  const rights: TaskRights = {
    mayReport: (view) => !isPersonal || may('report_status', view),
    mayDecide: (view) => isPersonal && may('decide_completion', view),
    mayRemind: (view) => isPersonal && may('remind_now', view),
    mayRecord: (view) => isPersonal && may('record_decision', view),
    mayHandle: (view) => isPersonal && may('hand_over', view) && may('cancel_task', view),
  };
  const subject = { kind: 'assignments', assignmentIds } as const;
  const card = taskAnswer(found, rights);
  return isPersonal ? answerAsker(ctx, card, subject) : answerAbout(ctx, card, subject);
};
