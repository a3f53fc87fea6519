import type { Assignment } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import { daysExcusedByReturn } from '../../domain/lateness.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { afterAcceptance, afterReturn } from '../../domain/status-change.ts';
import type { StatusChange } from '../../domain/status-change.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Insert, Update } from '../plan.ts';
import { afterOccurrence } from '../reminding/next-occurrence.ts';
import { lastStepOf, planReminders } from '../reminding/reminders.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

export interface CompletionCommand {
  readonly member: Member;
  readonly assignmentId: string;
  readonly isAccepted: boolean;
  /** What is still missing, where the work is sent back; null where they did not say. */
  readonly reason?: string | null;
  readonly origin: Origin;
}

export type CompletionOutcome =
  | {
      readonly kind: 'decided';
      readonly view: AssignmentView;
      /** False where the unit has neither a chat nor a head to write to. */
      readonly isReached: boolean;
    }
  | { readonly kind: 'nothing_to_decide'; readonly view: AssignmentView }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/** Accepts a finished task, or sends it back to its unit, which is told and reminded again. */
export const decideCompletion = (
  app: ApplicationContext,
  { member, assignmentId, isAccepted, reason = null, origin }: CompletionCommand,
): Promise<CompletionOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<CompletionOutcome>> => {
    const [view] = await app.store.assignmentViews([assignmentId]);
    if (view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    if (!isAllowed(actor, 'decide_completion', view.unit)) {
      return { plan: null, outcome: { kind: 'not_allowed' } };
    }
    const { assignment } = view;
    const change = isAccepted ? afterAcceptance(assignment) : afterReturn(assignment);
    if (change === null) return { plan: null, outcome: { kind: 'nothing_to_decide', view } };
    const chat = await chatOfUnit(app, view.unit);
    const request = { kind: 'completion_decided', assignmentId, isAccepted } as const;
    const key = `completion_decided:${assignmentId}:${assignment.version}`;
    return {
      plan: {
        changes: [
          ...(isAccepted
            ? [setOf(assignment, change), ...(await afterOccurrence(app, assignment))]
            : await giveBack(app, view, change)),
        ],
        outbox: chat ? [owe(app, chat, request, key, whenOffice(app))] : [],
        audit: [
          auditEvent(app, {
            action: isAccepted ? 'completion_accepted' : 'completion_returned',
            actorId: member.id,
            taskId: assignment.taskId,
            assignmentId,
            source: origin.source,
            before: {
              status: assignment.status,
              ...(isAccepted ? {} : { completedAt: assignment.completedAt }),
            },
            after: { status: change.status, ...(isAccepted ? {} : { reason }) },
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

const setOf = ({ id, version }: Assignment, set: Partial<Assignment>): Update => ({
  op: 'update',
  entity: 'assignment',
  id,
  expectedVersion: version,
  set,
});

/** Work that was handed in is the unit's again, and it is reminded of it. */
export const giveBack = async (
  app: ApplicationContext,
  view: AssignmentView,
  change: StatusChange,
): Promise<readonly (Insert | Update)[]> => [
  setOf(view.assignment, { ...change, excusedDays: excusedDaysOf(app, view) }),
  ...planReminders(app, givenAnew(app, view), { lastStep: await lastStepOf(app, view.assignment) }),
];

/** How long it lay here is not the unit's time, and is not counted as its lateness. */
const excusedDaysOf = (
  { calendar, clock }: ApplicationContext,
  { assignment, deadline }: AssignmentView,
): number =>
  assignment.excusedDays + daysExcusedByReturn(deadline, assignment.completedAt, calendar, clock.now());

/** From when it is sent back on the unit has as long to answer as with new work. */
const givenAnew = ({ clock }: ApplicationContext, view: AssignmentView): AssignmentView => ({
  ...view,
  assignment: { ...view.assignment, createdAt: clock.now() },
});
