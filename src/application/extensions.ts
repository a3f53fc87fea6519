import type { Assignment } from '../domain/assignment.ts';
import { isAtRest } from '../domain/assignment.ts';
import { isAllowed } from '../domain/authority.ts';
import type { ChatAddress } from '../domain/chat.ts';
import { isSameMessage } from '../domain/chat.ts';
import { deadlineAt } from '../domain/deadline.ts';
import type { ExtensionRequest } from '../domain/extension-request.ts';
import type { Instant, LocalMoment } from '../domain/local-time.ts';
import { firstInstantAfter, timeOf } from '../domain/local-time.ts';
import type { Member } from '../domain/member.ts';
import type { AssignmentView } from '../domain/notification.ts';
import type { StatusReport } from '../domain/status-report.ts';
import type { TaskDeadline } from '../domain/task.ts';
import type { Unit } from '../domain/unit.ts';
import type { ApplicationContext, Origin } from './context.ts';
import { auditEvent, owe, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Insert, Update } from './plan.ts';
import { cancelReminders, planReminders, replanStep } from './reminders.ts';
import { extensionAskedOf } from './press-extensions.ts';
import { chatOfUnit, privateChat } from './unit-chat.ts';

export interface ExtensionCommand {
  readonly member: Member;
  readonly assignmentId: string;
  readonly newDue: LocalMoment;
  /** The words that ask for it. */
  readonly raw: string;
  readonly reason: string | null;
  readonly origin: Origin;
}

export type ExtensionOutcome =
  | {
      readonly kind: 'requested';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      /** False where nobody who decides has Telegram, so that the secretaries have to ask them. */
      readonly isLeaderReached: boolean;
    }
  /** One is waiting for its answer already. */
  | { readonly kind: 'pending'; readonly view: AssignmentView; readonly request: ExtensionRequest }
  | { readonly kind: 'not_later'; readonly view: AssignmentView }
  | { readonly kind: 'not_lead'; readonly view: AssignmentView }
  | { readonly kind: 'closed'; readonly view: AssignmentView }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/** Puts a request for a later deadline before whoever is in charge of the unit. The deadline stays until they agree. */
export const requestExtension = (
  app: ApplicationContext,
  command: ExtensionCommand,
): Promise<ExtensionOutcome> =>
  decideAndCommit(app, async (): Promise<Decision<ExtensionOutcome>> => {
    const [view] = await app.store.assignmentViews([command.assignmentId]);
    if (view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    const refusal = refusalOf(app, command, view);
    if (refusal) return { plan: null, outcome: refusal };
    return planRequest(app, command, view);
  });

const refusalOf = (
  app: ApplicationContext,
  { member, newDue, raw, origin }: ExtensionCommand,
  view: AssignmentView,
): ExtensionOutcome | null => {
  if (!isAllowed(member, 'request_extension', view.unit)) return { kind: 'not_allowed' };
  if (view.assignment.role !== 'lead') return { kind: 'not_lead', view };
  if (isAtRest(view.assignment.status)) return { kind: 'closed', view };
  const pending = view.pendingExtension;
  if (pending) {
    // An edited message asks anew; the same words again are the same request, delivered twice.
    const isSaidAgain = pending.raw === raw && pending.newDue === newDue;
    if (isSaidAgain || !isSameMessage(pending.source, origin.source))
      return { kind: 'pending', view, request: pending };
  }
  return isLater(app, view, newDue) ? null : { kind: 'not_later', view };
};

/** True for a date that is still to come and later than the deadline in force. */
const isLater = (app: ApplicationContext, { assignment }: AssignmentView, newDue: LocalMoment): boolean => {
  const asked = firstInstantAfter(newDue);
  return asked > app.clock.now() && asked > (assignment.overdueFrom ?? 0);
};

const planRequest = async (
  app: ApplicationContext,
  { member, newDue, raw, reason, origin }: ExtensionCommand,
  view: AssignmentView,
): Promise<Decision<ExtensionOutcome>> => {
  const now = app.clock.now();
  const { assignment } = view;
  const request: ExtensionRequest = {
    id: app.ids.next(),
    agencyId: app.agencyId,
    assignmentId: assignment.id,
    requestedBy: member.id,
    requestedAt: now,
    newDue,
    raw,
    reason,
    oldDeadlineId: assignment.deadlineId,
    ordinal: assignment.extensionCount + 1,
    state: 'pending',
    decidedBy: null,
    decidedAt: null,
    grantedDue: null,
    decisionReason: null,
    source: origin.source,
    version: 1,
  };
  const report: StatusReport = {
    id: app.ids.next(),
    agencyId: app.agencyId,
    assignmentId: assignment.id,
    memberId: member.id,
    at: now,
    kind: 'extension_requested',
    text: raw,
    progress: null,
    documentNumber: null,
    documentDate: null,
    reason,
    waitingOn: null,
    eta: newDue,
    source: origin.source,
    correctsId: null,
    evidence: [],
  };
  const askedOf = await extensionAskedOf(app, view.unit, request.id);
  return {
    plan: {
      changes: [
        // Whoever edits the message that asked asks anew.
        ...(view.pendingExtension ? [withdraw(view.pendingExtension, now)] : []),
        { op: 'insert', entity: 'extensionRequest', row: request },
        { op: 'insert', entity: 'statusReport', row: report },
        {
          op: 'update',
          entity: 'assignment',
          id: assignment.id,
          expectedVersion: assignment.version,
          set: { lastReportId: report.id, lastReportAt: now },
        },
        ...(await replanStep(app, { ...view, lastReport: report })),
      ],
      outbox: askedOf.outbox,
      audit: [
        auditEvent(app, {
          action: 'extension_requested',
          actorId: member.id,
          taskId: assignment.taskId,
          assignmentId: assignment.id,
          source: origin.source,
          before: { due: view.deadline?.due ?? null },
          after: { due: newDue, ordinal: request.ordinal, requestId: request.id },
        }),
      ],
      updateId: origin.updateId,
    },
    outcome: { kind: 'requested', view, request, isLeaderReached: askedOf.isLeaderReached },
  };
};

/** Takes a request back: it is not to be decided any more. */
export const withdraw = ({ id, version }: ExtensionRequest, now: Instant): Update => ({
  op: 'update',
  entity: 'extensionRequest',
  id,
  expectedVersion: version,
  set: { state: 'withdrawn', decidedAt: now },
});

export interface ExtensionDecision {
  readonly member: Member;
  readonly requestId: string;
  readonly isApproved: boolean;
  /** The date agreed to, where it is another than the one asked for. */
  readonly newDue?: LocalMoment;
  /** What they wrote with it. */
  readonly reason?: string | null;
  readonly origin: Origin;
}

export type ExtensionDecisionOutcome =
  | { readonly kind: 'decided'; readonly view: AssignmentView; readonly request: ExtensionRequest }
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
  { member, requestId, isApproved, newDue, reason = null, origin }: ExtensionDecision,
): Promise<ExtensionDecisionOutcome> =>
  decideAndCommit(app, async (): Promise<Decision<ExtensionDecisionOutcome>> => {
    const request = await app.store.extensionRequest(requestId);
    const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
    if (request === null || view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    if (!isAllowed(member, 'decide_extension', view.unit)) {
      return { plan: null, outcome: { kind: 'not_allowed' } };
    }
    if (request.state !== 'pending') return { plan: null, outcome: { kind: 'already_decided', request } };

    if (isApproved && newDue !== undefined && !isLater(app, view, newDue)) {
      return { plan: null, outcome: { kind: 'not_later', view } };
    }
    const grantedDue = isApproved ? (newDue ?? request.newDue) : null;
    const decided = {
      state: isApproved ? 'approved' : 'refused',
      decidedBy: member.id,
      decidedAt: app.clock.now(),
      grantedDue,
      decisionReason: reason,
    } as const;
    const moved = grantedDue === null ? null : await move(app, view, request, grantedDue);
    const chat = await chatOfUnit(app, view.unit);
    const told = { kind: 'extension_decided', requestId } as const;
    const noted = (await chatsToNote(app, view.unit, member)).map((each) =>
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
            after: { due: moved?.deadline.due ?? view.deadline?.due ?? null, requestId, reason },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: {
        kind: 'decided',
        view: moved ? { ...view, assignment: moved.assignment, deadline: moved.deadline } : view,
        request: { ...request, ...decided },
      },
    };
  });

/** Those who want to know of a decision that is not theirs: the secretaries, and the deputy in charge. */
const chatsToNote = async (
  app: ApplicationContext,
  unit: Unit,
  decider: Member,
): Promise<readonly ChatAddress[]> =>
  (await app.store.members(app.agencyId))
    .filter(({ id, role }) => id !== decider.id && (role === 'secretary' || id === unit.deputyId))
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
  return {
    deadline,
    assignment: { ...assignment, ...set, version: assignment.version + 1 },
    changes: [
      { op: 'insert', entity: 'deadline', row: deadline },
      { op: 'update', entity: 'assignment', id: assignment.id, expectedVersion: assignment.version, set },
      ...(await cancelReminders(app, assignment.id, 'deadline_changed')),
      ...(isAtRest(assignment.status) ? [] : planReminders(app, { ...view, deadline })),
    ],
  };
};
