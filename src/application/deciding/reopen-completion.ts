import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { isAllowed } from '../../domain/authority.ts';
import { afterReopening } from '../../domain/status-change.ts';
import { tellCoordinating } from '../chats/tell-coordinating.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { CompletionOutcome } from './decide-completion.ts';
import { giveBack } from './decide-completion.ts';

export interface ReopenCommand {
  readonly member: Member;
  readonly assignmentId: string;
  /** Why; null where they did not say. */
  readonly reason: string | null;
  readonly origin: Origin;
}

/**
 * Takes up accepted work again: its unit is told why and reminded anew, those that coordinate hear of it. When it had been
 * finished stays in the record.
 */
export const reopenCompletion = (
  app: ApplicationContext,
  { member, assignmentId, reason, origin }: ReopenCommand,
): Promise<CompletionOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<CompletionOutcome>> => {
    const none = (outcome: CompletionOutcome): Decision<CompletionOutcome> => ({ plan: null, outcome });
    const [view] = await app.store.assignmentViews([assignmentId]);
    if (view === undefined) return none({ kind: 'not_found' });
    if (!isAllowed(actor, 'decide_completion', view.unit)) return none({ kind: 'not_allowed' });
    const { assignment, unit } = view;
    const change = afterReopening(assignment);
    if (change === null) return none({ kind: 'nothing_to_decide', view });
    const chat = await chatOfUnit(app, unit);
    const told = { kind: 'completion_decided', assignmentId, isAccepted: false } as const;
    const key = `completion_decided:${assignmentId}:${assignment.version}`;
    const others = assignment.role === 'lead' ? await coordinatingIn(app, view) : [];
    const news = await tellCoordinating(
      app,
      others.map(({ assignment: { id }, unit: coordinating }) => ({
        unit: coordinating,
        news: { kind: 'reopened', assignmentId: id },
      })),
      [unit],
    );
    return {
      plan: {
        changes: [...(await giveBack(app, view, change)), ...news.changes],
        outbox: [...(chat ? [owe(app, chat, told, key, whenOffice(app))] : []), ...news.outbox],
        audit: [
          auditEvent(app, {
            action: 'completion_reopened',
            actorId: member.id,
            taskId: assignment.taskId,
            assignmentId,
            source: origin.source,
            before: { status: assignment.status, completedAt: assignment.completedAt },
            after: { status: change.status, reason },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: {
        kind: 'decided',
        view: { ...view, assignment: { ...assignment, ...change, version: assignment.version + 1 } },
        isReached: chat !== null,
      },
    };
  });

/** The parts of a task that coordinate, whether or not they have done theirs. */
const coordinatingIn = async (
  app: ApplicationContext,
  { task }: AssignmentView,
): Promise<readonly AssignmentView[]> => {
  const parts = (await app.store.assignmentsOfTask(task.id)).filter(
    ({ role, status }) => role === 'coordinating' && status !== 'cancelled',
  );
  return app.store.assignmentViews(parts.map(({ id }) => id));
};

/** What of a task can be taken up again by someone: what was accepted of those that lead, else of those that coordinate. */
export const reopenableParts = async (
  app: ApplicationContext,
  member: Member,
  taskId: string,
): Promise<readonly AssignmentView[]> => {
  const done = (await app.store.assignmentsOfTask(taskId)).filter(({ status }) => status === 'done');
  const leads = done.filter(({ role }) => role === 'lead');
  const views = await app.store.assignmentViews((leads.length > 0 ? leads : done).map(({ id }) => id));
  return views.filter(({ unit }) => isAllowed(member, 'decide_completion', unit));
};
