import type { AuditEvent } from '../../domain/audit-event.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { EscalationStep } from '../../domain/escalation.ts';
import type { Acknowledgement, Delivery, LedgerAnswer } from '../../domain/ledger.ts';
import { messageLink } from '../../domain/ledger.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { NotificationRequest } from '../../domain/notification-request.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { Unit } from '../../domain/unit.ts';
import { assignmentIdsOf } from '../sending/assignment-ids.ts';
import type { ApplicationContext } from '../context.ts';
import type { DeliveryFilter } from '../ports/outbox-store.ts';
import { readRoster } from '../chats/unit-chat.ts';
import type { Roster } from '../chats/unit-chat.ts';

/** What the ledger reads: whoever asks on the command line has no clock and sends nothing. */
export type LedgerContext = Pick<ApplicationContext, 'agencyId' | 'store'>;

const SETTLED_AS: Partial<Record<AuditEvent['action'], Delivery['state']>> = {
  message_sent: 'sent',
  message_failed: 'failed',
};

/**
 * Who was told what of a task, oldest first, with what is still owed. What was dropped, because it was not true any more,
 * was told to nobody and is left out. Of messages whose rows have been cleaned away the audit trail still knows when and
 * of what kind they were.
 * @param units whose parts are shown; null is every unit
 * @returns null where there is no task of that number that the member may see
 */
export const taskLedger = async (
  app: ApplicationContext,
  member: Member,
  units: readonly Unit[] | null,
  number: number,
): Promise<LedgerAnswer | null> => {
  const task = await app.store.taskByNumber(app.agencyId, number);
  if (task === null) return null;
  const parts = await app.store.assignmentsOfTask(task.id);
  const views = (await app.store.assignmentViews(parts.map(({ id }) => id))).filter(
    ({ unit }) =>
      (units === null || units.some(({ id }) => id === unit.id)) && isAllowed(member, 'see_own_unit', unit),
  );
  if (views.length === 0) return null;
  const ids = views.map(({ assignment }) => assignment.id);
  const events = (await app.store.auditOfTask(task.id)).filter(
    ({ action, assignmentId }) => action in SETTLED_AS && ids.includes(assignmentId ?? ''),
  );
  const settled = await app.store.outboxMessages([...new Set(events.map(outboxIdOf))]);
  const known = new Set(settled.map(({ id }) => id));
  const describe = await describer(app, new Set(ids));
  const deliveries = [
    ...(await describe([...settled, ...(await app.store.owedAbout(ids))])),
    ...events.filter((event) => !known.has(outboxIdOf(event))).map((event) => fromTrail(event, views)),
  ];
  return {
    at: app.clock.now(),
    task,
    deliveries: deliveries.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)),
  };
};

const outboxIdOf = ({ after }: AuditEvent): string => {
  const id = after?.outboxId;
  return typeof id === 'string' ? id : '';
};

const fromTrail = (event: AuditEvent, views: readonly AssignmentView[]): Delivery => {
  const view = views.find(({ assignment }) => assignment.id === event.assignmentId);
  return {
    id: event.id,
    kind: (event.after?.kind ?? 'reminder') as Delivery['kind'],
    state: SETTLED_AS[event.action] ?? 'sent',
    at: event.at,
    notBefore: null,
    chatId: 0,
    threadId: null,
    taskNumbers: view ? [view.task.number] : [],
    unitCodes: view ? [view.unit.code] : [],
    recipient: null,
    link: null,
    acknowledgements: [],
    reason: null,
  };
};

/** Which deliveries to list. Absent fields do not restrict. */
export interface LedgerQuery extends Omit<DeliveryFilter, 'agencyId'> {
  readonly taskNumber?: number;
  /** The code of a unit that the message is about. */
  readonly unitCode?: string;
  /** Whether to list what was dropped too, because it was not true any more or there was nothing to say. */
  readonly withDropped?: boolean;
}

/** Messages looked through for one list. */
const MOST_READ = 5_000;

/**
 * What was owed to whom in the agency, the newest first, whatever became of it. Of one task it is everything, of the rest
 * the newest some thousands of messages are looked through.
 */
export const listDeliveries = async (
  app: LedgerContext,
  { taskNumber, unitCode, withDropped = false, ...filter }: LedgerQuery,
  limit: number,
): Promise<readonly Delivery[]> => {
  const messages =
    taskNumber === undefined
      ? await app.store.deliveries({ agencyId: app.agencyId, ...filter }, MOST_READ)
      : await messagesAbout(app, taskNumber, filter);
  const describe = await describer(app, null);
  const found: Delivery[] = [];
  for (const message of messages) {
    if (found.length === limit) break;
    if (message.state === 'dropped' && !withDropped) continue;
    const [delivery] = await describe([message]);
    if (delivery === undefined) continue;
    if (unitCode !== undefined && !delivery.unitCodes.includes(unitCode)) continue;
    found.push(delivery);
  }
  return found;
};

const messagesAbout = async (
  app: LedgerContext,
  taskNumber: number,
  { since, state }: Omit<DeliveryFilter, 'agencyId'>,
): Promise<readonly OutboxMessage[]> => {
  const task = await app.store.taskByNumber(app.agencyId, taskNumber);
  if (task === null) return [];
  const ids = (await app.store.assignmentsOfTask(task.id)).map(({ id }) => id);
  const settled = (await app.store.auditOfTask(task.id)).map(outboxIdOf);
  const messages = [
    ...(await app.store.outboxMessages([...new Set(settled)])),
    ...(await app.store.owedAbout(ids)),
  ];
  return [...new Map(messages.map((message) => [message.id, message])).values()]
    .filter(
      (message) => message.createdAt >= (since ?? 0) && (state === undefined || message.state === state),
    )
    .sort((one, other) => other.createdAt - one.createdAt || (other.id < one.id ? -1 : 1));
};

type Describe = (messages: readonly OutboxMessage[]) => Promise<readonly Delivery[]>;

/** Describes messages as the agency is now. @param shown the assignments that may be named; null for all */
const describer = async (app: LedgerContext, shown: ReadonlySet<string> | null): Promise<Describe> => {
  const roster = await readRoster(app);
  const reports = new Map<string, readonly StatusReport[]>();
  const reportsOf = async (assignmentId: string): Promise<readonly StatusReport[]> => {
    const known = reports.get(assignmentId) ?? (await app.store.reportsOfAssignment(assignmentId));
    reports.set(assignmentId, known);
    return known;
  };
  const trails = new Map<string, readonly AuditEvent[]>();
  const trailOf = async (taskId: string): Promise<readonly AuditEvent[]> => {
    const known = trails.get(taskId) ?? (await app.store.auditOfTask(taskId));
    trails.set(taskId, known);
    return known;
  };
  /** When the unit was asked of the task again: a report answers the last message before it, and no earlier one. */
  const askedNext = async (
    taskId: string,
    assignmentId: string,
    { id, sentAt }: OutboxMessage,
  ): Promise<Instant> => {
    const later = (await trailOf(taskId)).find(
      (event) =>
        event.action === 'message_sent' &&
        event.assignmentId === assignmentId &&
        event.at > (sentAt ?? 0) &&
        outboxIdOf(event) !== id &&
        asksTheUnit(event.after ?? {}),
    );
    return later?.at ?? Number.POSITIVE_INFINITY;
  };
  const nameOf = (memberId: string | null): string | null =>
    roster.members.find(({ id }) => id === memberId)?.name ?? null;

  const acknowledgements = async (
    message: OutboxMessage,
    views: readonly AssignmentView[],
  ): Promise<readonly Acknowledgement[]> => {
    const { sentAt, request } = message;
    if (sentAt === null) return [];
    if (request.kind === 'extension_requested') {
      const asked = await app.store.extensionRequest(request.requestId);
      const number = views[0]?.task.number;
      return asked?.decidedAt == null || number === undefined
        ? []
        : [{ taskNumber: number, at: asked.decidedAt, who: nameOf(asked.decidedBy), kind: 'decided' }];
    }
    if (!asksTheUnit(request)) return [];
    const heard = await Promise.all(
      views.map(async ({ assignment, task }): Promise<Acknowledgement[]> => {
        const next = await askedNext(task.id, assignment.id, message);
        const first = (await reportsOf(assignment.id)).find(({ at }) => at >= sentAt && at < next);
        if (first === undefined) return [];
        return [{ taskNumber: task.number, at: first.at, who: nameOf(first.memberId), kind: first.kind }];
      }),
    );
    return heard.flat();
  };

  const describeOne = async (message: OutboxMessage): Promise<Delivery> => {
    const ids = await assignmentIdsOf(app, message.request);
    const views = await app.store.assignmentViews(
      shown === null ? ids : ids.filter((assignmentId) => shown.has(assignmentId)),
    );
    const { id, request, state, chatId, threadId, messageId, reason } = message;
    const isOwed = state === 'queued' || state === 'sending';
    return {
      id,
      kind: request.kind,
      state,
      at: message.sentAt ?? message.createdAt,
      notBefore: isOwed ? message.notBefore : null,
      chatId,
      threadId,
      taskNumbers: views.map(({ task }) => task.number),
      unitCodes: [...new Set(views.map(({ unit }) => unit.code))],
      recipient: recipientOf(message, roster),
      link: messageLink(message, messageId),
      acknowledgements: await acknowledgements(message, views),
      reason: state === 'sent' ? null : reason,
    };
  };
  return (messages) => Promise.all(messages.map(describeOne));
};

/** True for messages after which the unit is expected to say something: of an escalation the step that its head hears of. */
const asksTheUnit = ({ kind, step }: { readonly kind?: string; readonly step?: EscalationStep }): boolean =>
  kind === 'escalation' ? step === 'head' : ASKS_THE_UNIT.has(kind ?? '');

const ASKS_THE_UNIT: ReadonlySet<string> = new Set<NotificationRequest['kind']>([
  'task_assigned',
  'reminder',
  'reminder_asked_for',
  'deadline_set',
]);

const recipientOf = ({ chatId, threadId }: OutboxMessage, { bindings, members }: Roster): string | null => {
  const bound =
    bindings.find((binding) => binding.chatId === chatId && binding.threadId === threadId) ??
    bindings.find((binding) => binding.chatId === chatId);
  return bound?.title ?? members.find(({ telegramId }) => telegramId === chatId)?.name ?? null;
};
