import type { Assignment } from '../domain/assignment.ts';
import { isAtRest } from '../domain/assignment.ts';
import { isAllowed } from '../domain/authority.ts';
import { isSameMessage } from '../domain/chat.ts';
import { deadlineAt } from '../domain/deadline.ts';
import type { ExtensionRequest } from '../domain/extension-request.ts';
import type { Instant, LocalMoment } from '../domain/local-time.ts';
import { firstInstantAfter, timeOf } from '../domain/local-time.ts';
import type { Member } from '../domain/member.ts';
import type { AssignmentView } from '../domain/notification.ts';
import type { StatusReport } from '../domain/status-report.ts';
import type { TaskDeadline } from '../domain/task.ts';
import type { ApplicationContext, Origin } from './context.ts';
import { auditEvent, owe, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Insert, Update } from './plan.ts';
import { cancelReminders, planReminders, replanStep } from './reminders.ts';
import { chatOfUnit, chatsInCharge } from './unit-chat.ts';

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
  | { readonly kind: 'requested'; readonly view: AssignmentView; readonly request: ExtensionRequest }
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
  const asked = firstInstantAfter(newDue);
  const isLater = asked > app.clock.now() && asked > (view.assignment.overdueFrom ?? 0);
  return isLater ? null : { kind: 'not_later', view };
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
  };
  const asked = { kind: 'extension_requested', requestId: request.id } as const;
  const chats = await chatsInCharge(app, view.unit);
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
      outbox: chats.map((chat) =>
        owe(app, chat, asked, `extension:${request.id}:${chat.chatId}`, whenOffice(app)),
      ),
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
    outcome: { kind: 'requested', view, request },
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
  readonly origin: Origin;
}

export type ExtensionDecisionOutcome =
  | { readonly kind: 'decided'; readonly view: AssignmentView; readonly request: ExtensionRequest }
  | { readonly kind: 'already_decided'; readonly request: ExtensionRequest }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/** Agrees to a later deadline, which then replaces the old one, or does not. The unit is told either way. */
export const decideExtension = (
  app: ApplicationContext,
  { member, requestId, isApproved, origin }: ExtensionDecision,
): Promise<ExtensionDecisionOutcome> =>
  decideAndCommit(app, async (): Promise<Decision<ExtensionDecisionOutcome>> => {
    const request = await app.store.extensionRequest(requestId);
    const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
    if (request === null || view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    if (!isAllowed(member, 'decide_extension', view.unit)) {
      return { plan: null, outcome: { kind: 'not_allowed' } };
    }
    if (request.state !== 'pending') return { plan: null, outcome: { kind: 'already_decided', request } };

    const decided = {
      state: isApproved ? 'approved' : 'refused',
      decidedBy: member.id,
      decidedAt: app.clock.now(),
    } as const;
    const moved =
      isApproved && request.newDue !== null ? await move(app, view, request, request.newDue) : null;
    const chat = await chatOfUnit(app, view.unit);
    const told = { kind: 'extension_decided', requestId } as const;
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
        outbox: chat ? [owe(app, chat, told, `extension_decided:${requestId}`, whenOffice(app))] : [],
        audit: [
          auditEvent(app, {
            action: isApproved ? 'extension_approved' : 'extension_refused',
            actorId: member.id,
            taskId: view.assignment.taskId,
            assignmentId: view.assignment.id,
            source: origin.source,
            before: { due: view.deadline?.due ?? null },
            after: { due: moved?.deadline.due ?? view.deadline?.due ?? null, requestId },
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
