import type { Assignment } from '../../domain/assignment.ts';
import { isAtRest, isOpen } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { ChatAddress } from '../../domain/chat.ts';
import { deadlineAt } from '../../domain/deadline.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { Instant, LocalMoment } from '../../domain/local-time.ts';
import { firstInstantAfter, timeOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { TaskDeadline } from '../../domain/task.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { ReadDecision } from '../reporting/understand-reply.ts';
import { isLater } from './extensions.ts';
import type { Insert, Update } from '../plan.ts';
import { cancelReminders, planReminders } from '../reminding/reminders.ts';
import { chatOfUnit, privateChat } from '../chats/unit-chat.ts';

export interface ExtensionDecision {
  readonly member: Member;
  /** The leader whose decision the member writes down; absent where it is their own. */
  readonly leaderId?: string;
  readonly requestId: string;
  readonly isApproved: boolean;
  /** The date agreed to, where it is another than the one asked for. */
  readonly newDue?: LocalMoment;
  /** What they wrote with it. */
  readonly reason?: string | null;
  readonly origin: Origin;
}

/** What someone has written, as a decision. */
export const asDecided = (
  decision: ReadDecision,
): Pick<ExtensionDecision, 'isApproved' | 'newDue' | 'reason'> => {
  if (decision.kind === 'refuse') return { isApproved: false, reason: decision.reason };
  return { isApproved: true, ...(decision.newDue === undefined ? {} : { newDue: decision.newDue }) };
};

export type ExtensionDecisionOutcome =
  | {
      readonly kind: 'decided';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      /** False where the unit has neither a chat nor a head to write to. */
      readonly isReached: boolean;
      readonly decider: Member;
    }
  | { readonly kind: 'already_decided'; readonly request: ExtensionRequest }
  /** The other date is over, or no later than the deadline in force. */
  | { readonly kind: 'not_later'; readonly view: AssignmentView }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/**
 * Agrees to a later deadline, which then replaces the old one, or does not. The unit is told either way, and so are the
 * secretaries and, where somebody else has decided, the deputy in charge.
 */
export const decideExtension = (
  app: ApplicationContext,
  { member, leaderId, requestId, isApproved, newDue, reason = null, origin }: ExtensionDecision,
): Promise<ExtensionDecisionOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<ExtensionDecisionOutcome>> => {
    const request = await app.store.extensionRequest(requestId);
    const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
    if (request === null || view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    const decider = await deciderOf(app, actor, leaderId, view.unit);
    if (decider === null) return { plan: null, outcome: { kind: 'not_allowed' } };
    if (request.state !== 'pending') return { plan: null, outcome: { kind: 'already_decided', request } };

    if (isApproved && newDue !== undefined && !isLater(app, view, newDue)) {
      return { plan: null, outcome: { kind: 'not_later', view } };
    }
    const grantedDue = isApproved ? (newDue ?? request.newDue) : null;
    const decided = {
      state: isApproved ? 'approved' : 'refused',
      decidedBy: decider.id,
      decidedAt: app.clock.now(),
      grantedDue,
      decisionReason: reason,
    } as const;
    const moved = grantedDue === null ? null : await move(app, view, request, grantedDue);
    const chat = await chatOfUnit(app, view.unit);
    const told = { kind: 'extension_decided', requestId } as const;
    const noted = (await chatsToNote(app, view.unit, member, decider)).map((each) =>
      owe(
        app,
        each,
        { kind: 'extension_noted', requestId },
        `extension_noted:${requestId}:${each.chatId}`,
        whenOffice(app),
      ),
    );
    return {
      plan: {
        changes: [
          {
            op: 'update',
            entity: 'extensionRequest',
            id: requestId,
            expectedVersion: request.version,
            set: decided,
          },
          ...(moved?.changes ?? []),
        ],
        outbox: [
          ...(chat ? [owe(app, chat, told, `extension_decided:${requestId}`, whenOffice(app))] : []),
          ...noted,
        ],
        audit: [
          auditEvent(app, {
            action: isApproved ? 'extension_approved' : 'extension_refused',
            actorId: member.id,
            taskId: view.assignment.taskId,
            assignmentId: view.assignment.id,
            source: origin.source,
            before: { due: view.deadline?.due ?? null },
            after: {
              due: moved?.deadline.due ?? view.deadline?.due ?? null,
              requestId,
              reason,
              ...(decider.id === member.id ? {} : { decidedBy: decider.id }),
            },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: {
        kind: 'decided',
        view: moved ? { ...view, assignment: moved.assignment, deadline: moved.deadline } : view,
        request: { ...request, ...decided },
        isReached: chat !== null,
        decider,
      },
    };
  });

/** Whose decision it is; null where it is not theirs to make, or not for the member to write down. */
const deciderOf = async (
  app: ApplicationContext,
  actor: Member,
  leaderId: string | undefined,
  unit: Unit,
): Promise<Member | null> => {
  if (leaderId === undefined) return isAllowed(actor, 'decide_extension', unit) ? actor : null;
  if (!isAllowed(actor, 'record_decision', unit)) return null;
  return (await whoDecides(app, unit)).find(({ id }) => id === leaderId) ?? null;
};

/** Everyone who may decide about a unit's wish for more time: the deputy in charge first. */
export const whoDecides = async (app: ApplicationContext, unit: Unit): Promise<readonly Member[]> =>
  (await app.store.members(app.agencyId))
    .filter((member) => isAllowed(member, 'decide_extension', unit))
    .toSorted((one, other) => Number(other.id === unit.deputyId) - Number(one.id === unit.deputyId));

/** Those who want to know of a decision that they have not sent: the secretaries, the deputy in charge, and whose it is said to be. */
const chatsToNote = async (
  app: ApplicationContext,
  unit: Unit,
  sender: Member,
  decider: Member,
): Promise<readonly ChatAddress[]> =>
  (await app.store.members(app.agencyId))
    .filter(
      ({ id, role }) =>
        id !== sender.id && (role === 'secretary' || id === unit.deputyId || id === decider.id),
    )
    .flatMap((member) => privateChat(member) ?? []);

/** Gives the assignment its new deadline and the reminders that go with it; the old row stays for the record. */
const move = async (
  app: ApplicationContext,
  view: AssignmentView,
  request: ExtensionRequest,
  newDue: LocalMoment,
): Promise<{ changes: (Insert | Update)[]; deadline: TaskDeadline; assignment: Assignment }> => {
  const { assignment } = view;
  const completed = deadlineAt(
    {
      raw: request.raw,
      due: newDue,
      bound: 'by',
      precision: timeOf(newDue) === null ? 'day' : 'instant',
      rrule: view.deadline?.rrule ?? null,
      condition: null,
    },
    app.calendar,
    app.settings.isBeforeStrict,
  );
  const deadline: TaskDeadline = {
    ...completed,
    id: app.ids.next(),
    agencyId: app.agencyId,
    taskId: assignment.taskId,
    origin: 'extension',
    replacesId: assignment.deadlineId,
    createdAt: app.clock.now(),
  };
  const set = {
    deadlineId: deadline.id,
    overdueFrom: firstInstantAfter(newDue),
    extensionCount: assignment.extensionCount + 1,
    // What was excused was excused for the old deadline.
    excusedDays: 0,
  };
  const followers = await partsThatFollow(app, view, set.overdueFrom);
  return {
    deadline,
    assignment: { ...assignment, ...set, version: assignment.version + 1 },
    changes: [
      { op: 'insert', entity: 'deadline', row: deadline },
      { op: 'update', entity: 'assignment', id: assignment.id, expectedVersion: assignment.version, set },
      ...followers.map(({ id, version }): Update => ({
        op: 'update',
        entity: 'assignment',
        id,
        expectedVersion: version,
        set: { deadlineId: deadline.id, overdueFrom: set.overdueFrom },
      })),
      ...(await cancelReminders(app, assignment.id, 'deadline_changed')),
      ...(isAtRest(assignment.status) ? [] : planReminders(app, { ...view, deadline })),
    ],
  };
};

/** Whoever coordinates has no deadline of its own: that of the one unit that leads holds for it, once it is later. */
const partsThatFollow = async (
  app: ApplicationContext,
  { assignment, leads }: AssignmentView,
  overdueFrom: Instant,
): Promise<readonly Assignment[]> =>
  leads.length > 0
    ? []
    : (await app.store.assignmentsOfTask(assignment.taskId)).filter(
        (part) => part.role === 'coordinating' && isOpen(part) && (part.overdueFrom ?? 0) < overdueFrom,
      );
