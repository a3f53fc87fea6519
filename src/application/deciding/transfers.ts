import { isAtRest } from '../../domain/assignment.ts';
import type { AssignmentStatus } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import { isSameMessage } from '../../domain/chat.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { afterReport } from '../../domain/status-change.ts';
import type { TransferRequest } from '../../domain/transfer-request.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent, owe, whenOffice } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Plan, Update } from '../plan.ts';
import { replanStep } from '../reminding/reminders.ts';
import { newReport } from '../reporting/new-report.ts';
import { chatOfUnit, chatsOfRole } from '../chats/unit-chat.ts';

export interface TransferCommand {
  readonly member: Member;
  readonly assignmentId: string;
  /** The unit whose work it is, in their opinion; null where they named none. */
  readonly toUnitId: string | null;
  /** Their words; null for a button. */
  readonly reason: string | null;
  readonly origin: Origin;
}

export type TransferOutcome =
  | {
      readonly kind: 'requested';
      readonly view: AssignmentView;
      readonly request: TransferRequest;
      readonly toUnit: Unit | null;
    }
  /** One is waiting for its answer already. */
  | { readonly kind: 'pending'; readonly view: AssignmentView }
  | { readonly kind: 'not_lead'; readonly view: AssignmentView }
  | { readonly kind: 'closed'; readonly view: AssignmentView }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/**
 * Puts before the secretaries that a task is not the unit's. Until they decide the unit leads it: it stands as stuck, and
 * its deadline runs on.
 */
export const requestTransfer = (
  app: ApplicationContext,
  command: TransferCommand,
): Promise<TransferOutcome> =>
  decideAs(app, command.member, async (actor): Promise<Decision<TransferOutcome>> => {
    const none = (outcome: TransferOutcome): Decision<TransferOutcome> => ({ plan: null, outcome });
    const [view] = await app.store.assignmentViews([command.assignmentId]);
    if (view === undefined) return none({ kind: 'not_found' });
    if (!isAllowed(actor, 'request_transfer', view.unit)) return none({ kind: 'not_allowed' });
    if (view.assignment.role !== 'lead') return none({ kind: 'not_lead', view });
    if (isAtRest(view.assignment.status)) return none({ kind: 'closed', view });
    const waiting = await app.store.pendingTransfer(view.assignment.id);
    // Whoever edits the message that asked asks anew.
    if (waiting && !isSameMessage(waiting.source, command.origin.source))
      return none({ kind: 'pending', view });
    if (waiting?.toUnitId === command.toUnitId && waiting.reason === command.reason)
      return none({ kind: 'pending', view });
    return planRequest(app, command, view, waiting);
  });

const planRequest = async (
  app: ApplicationContext,
  { member, toUnitId, reason, origin }: TransferCommand,
  view: AssignmentView,
  earlier: TransferRequest | null,
): Promise<Decision<TransferOutcome>> => {
  const now = app.clock.now();
  const { assignment } = view;
  const units = await app.store.units(app.agencyId);
  const toUnit = units.find(({ id }) => id === toUnitId && id !== view.unit.id) ?? null;
  const request: TransferRequest = {
    id: app.ids.next(),
    agencyId: app.agencyId,
    assignmentId: assignment.id,
    requestedBy: member.id,
    requestedAt: now,
    toUnitId: toUnit?.id ?? null,
    reason,
    state: 'pending',
    decidedBy: null,
    decidedAt: null,
    givenToId: null,
    source: origin.source,
    version: 1,
  };
  const wish = `đề nghị chuyển ${toUnit?.shortName ?? 'đơn vị khác'}`;
  const report = newReport(app, {
    assignmentId: assignment.id,
    memberId: member.id,
    kind: 'blocked',
    text: reason,
    reason: wish,
    source: origin.source,
  });
  const change = afterReport(assignment, { kind: 'blocked', progress: null }, 'automatic', now);
  const set = { ...change, lastReportId: report.id, lastReportAt: now };
  const plan: Plan = {
    changes: [
      ...(earlier ? [settled(earlier, { state: 'withdrawn', decidedAt: now })] : []),
      { op: 'insert', entity: 'transferRequest', row: request },
      { op: 'insert', entity: 'statusReport', row: report },
      { op: 'update', entity: 'assignment', id: assignment.id, expectedVersion: assignment.version, set },
      ...(await replanStep(app, { ...view, lastReport: report })),
    ],
    outbox: (await chatsOfRole(app, 'secretary')).map((chat) =>
      owe(
        app,
        chat,
        { kind: 'transfer_requested', requestId: request.id },
        `transfer:${request.id}:${chat.chatId}`,
        whenOffice(app),
      ),
    ),
    audit: [
      auditEvent(app, {
        action: 'transfer_requested',
        actorId: member.id,
        taskId: assignment.taskId,
        assignmentId: assignment.id,
        source: origin.source,
        before: { status: assignment.status },
        after: {
          status: change?.status ?? assignment.status,
          toUnit: toUnit?.shortName ?? null,
          requestId: request.id,
          reportId: report.id,
          reason,
        },
      }),
    ],
    updateId: origin.updateId,
  };
  return { plan, outcome: { kind: 'requested', view, request, toUnit } };
};

export interface TransferRefusal {
  readonly member: Member;
  readonly requestId: string;
  /** Why; null where they did not say. */
  readonly reason: string | null;
  readonly origin: Origin;
}

export type TransferRefusalOutcome =
  /** `isReached`: false where the unit has neither a chat nor a head to write to. */
  | { readonly kind: 'refused'; readonly view: AssignmentView; readonly isReached: boolean }
  | { readonly kind: 'already_decided'; readonly request: TransferRequest }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'not_found' };

/** Leaves the task where it is: as it stood before it was asked, unless the unit has reported since. */
export const refuseTransfer = (
  app: ApplicationContext,
  { member, requestId, reason, origin }: TransferRefusal,
): Promise<TransferRefusalOutcome> =>
  decideAs(app, member, async (actor): Promise<Decision<TransferRefusalOutcome>> => {
    const request = await app.store.transferRequest(requestId);
    const [view] = request ? await app.store.assignmentViews([request.assignmentId]) : [];
    if (request === null || view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    if (!isAllowed(actor, 'hand_over', view.unit)) return { plan: null, outcome: { kind: 'not_allowed' } };
    if (request.state !== 'pending') return { plan: null, outcome: { kind: 'already_decided', request } };
    const { assignment } = view;
    const status = await statusBefore(app, view, request.id);
    const chat = await chatOfUnit(app, view.unit);
    const told = { kind: 'transfer_refused', requestId } as const;
    const decided = { state: 'refused', decidedBy: member.id, decidedAt: app.clock.now() } as const;
    return {
      plan: {
        changes: [
          settled(request, decided),
          ...(status === null
            ? []
            : [
                {
                  op: 'update',
                  entity: 'assignment',
                  id: assignment.id,
                  expectedVersion: assignment.version,
                  set: { status },
                } as const,
              ]),
        ],
        outbox: chat ? [owe(app, chat, told, `transfer_refused:${requestId}`, whenOffice(app))] : [],
        audit: [
          auditEvent(app, {
            action: 'transfer_refused',
            actorId: member.id,
            taskId: assignment.taskId,
            assignmentId: assignment.id,
            source: origin.source,
            before: { status: assignment.status },
            after: { status: status ?? assignment.status, requestId, reason },
          }),
        ],
        updateId: origin.updateId,
      },
      outcome: { kind: 'refused', view, isReached: chat !== null },
    };
  });

/** How the assignment stood when the request was made; null where the unit has reported since. */
const statusBefore = async (
  app: ApplicationContext,
  { assignment }: AssignmentView,
  requestId: string,
): Promise<AssignmentStatus | null> => {
  const asked = (await app.store.auditOfTask(assignment.taskId)).findLast(
    ({ action, after }) => action === 'transfer_requested' && after?.requestId === requestId,
  );
  if (asked === undefined || asked.after?.reportId !== assignment.lastReportId) return null;
  return asked.before?.status ?? null;
};

/** What becomes of a request. */
export const settled = (
  { id, version }: TransferRequest,
  set: Partial<Pick<TransferRequest, 'state' | 'decidedBy' | 'decidedAt' | 'givenToId'>>,
): Update => ({ op: 'update', entity: 'transferRequest', id, expectedVersion: version, set });
