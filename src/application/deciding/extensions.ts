import { isAtRest } from '../../domain/assignment.ts';
import { isAllowed } from '../../domain/authority.ts';
import { isSameMessage } from '../../domain/chat.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { Instant, LocalMoment } from '../../domain/local-time.ts';
import { firstInstantAfter } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ApplicationContext, Origin } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAs } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Update } from '../plan.ts';
import { replanStep } from '../reminding/reminders.ts';
import { newReport } from '../reporting/new-report.ts';
import { extensionAskedOf } from './press-extensions.ts';

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
  decideAs(app, command.member, async (actor): Promise<Decision<ExtensionOutcome>> => {
    const [view] = await app.store.assignmentViews([command.assignmentId]);
    if (view === undefined) return { plan: null, outcome: { kind: 'not_found' } };
    const refusal = refusalOf(app, actor, command, view);
    if (refusal) return { plan: null, outcome: refusal };
    return planRequest(app, command, view);
  });

const refusalOf = (
  app: ApplicationContext,
  actor: Member,
  { newDue, raw, origin }: ExtensionCommand,
  view: AssignmentView,
): ExtensionOutcome | null => {
  if (!isAllowed(actor, 'request_extension', view.unit)) return { kind: 'not_allowed' };
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
export const isLater = (
  app: ApplicationContext,
  { assignment }: AssignmentView,
  newDue: LocalMoment,
): boolean => {
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
  const report = newReport(app, {
    assignmentId: assignment.id,
    memberId: member.id,
    kind: 'extension_requested',
    text: raw,
    reason,
    eta: newDue,
    source: origin.source,
  });
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
