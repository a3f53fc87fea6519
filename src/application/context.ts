import type { AgencySettings } from '../domain/agency.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { ChatAddress, MessageSource } from '../domain/chat.ts';
import type { ReadingConventions } from '../domain/conventions.ts';
import type { Instant, LocalDate, LocalMoment } from '../domain/local-time.ts';
import { localDateOf, localMoment, timeOfDayOf } from '../domain/local-time.ts';
import type { NotificationRequest } from '../domain/notification-request.ts';
import type { OutboxMessage, Priority } from '../domain/outbox-message.ts';
import { PRIORITY } from '../domain/outbox-message.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import { existsOn } from '../domain/unit.ts';
import type { Unit } from '../domain/unit.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';
import type { ReadingContext } from '../reading/context.ts';
import type { Clock } from './ports/clock.ts';
import type { IdSource } from './ports/id-source.ts';
import type { TaskStore } from './ports/task-store.ts';

/** What every use case works with: one agency, its rules, and the ports. */
export interface ApplicationContext {
  readonly agencyId: string;
  readonly settings: AgencySettings;
  readonly conventions: ReadingConventions;
  readonly calendar: WorkingCalendar;
  readonly store: TaskStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Called after a commit that owes someone a message, so that it goes out at once rather than at the next tick. */
  readonly outboxGrew: () => void;
}

/** Where a request came from: the update that is applied once, and the message that is kept as the source. */
export interface Origin {
  /** The Telegram update; undefined for what the bot does by itself. */
  readonly updateId: number | undefined;
  readonly source: MessageSource | null;
}

/** A moment as documents name it, in Asia/Ho_Chi_Minh. */
export const asLocalMoment = (instant: Instant): LocalMoment =>
  localMoment(localDateOf(instant), timeOfDayOf(instant));

/** What the reader needs to read words written at `writtenAt`. */
export const readingContext = (
  app: ApplicationContext,
  units: readonly Unit[],
  writtenAt: LocalMoment,
): ReadingContext => ({ writtenAt, calendar: app.calendar, units, conventions: app.conventions });

/** The units that exist on a day, with the group that stands for all of them. */
export const unitsOn = async (app: ApplicationContext, date: LocalDate): Promise<readonly Unit[]> =>
  (await app.store.units(app.agencyId)).filter((unit) => existsOn(unit, date));

/**
 * A message owed to a chat. `notBefore` defaults to now; use {@link whenOffice} for what must keep to working hours.
 * @param priority where it is not what the kind of message usually has: PRIORITY.today for what is of no use tomorrow
 */
export const owe = (
  app: ApplicationContext,
  chat: ChatAddress,
  request: NotificationRequest,
  dedupeKey: string,
  notBefore: Instant = app.clock.now(),
  priority: Priority = priorityOf(request.kind),
): OutboxMessage => ({
  id: app.ids.next(),
  agencyId: app.agencyId,
  chatId: chat.chatId,
  threadId: chat.threadId,
  request,
  dedupeKey,
  state: 'queued',
  notBefore,
  createdAt: app.clock.now(),
  priority,
  decidedAt: app.clock.now(),
  attempts: 0,
  leaseUntil: null,
  progress: null,
  sentAt: null,
  messageId: null,
  reason: null,
  version: 1,
});

/** What someone is waiting for, having just written to the bot, goes before what the bot says of its own accord. */
const priorityOf = (kind: NotificationRequest['kind']): Priority =>
  kind === 'draft_summary' || kind === 'draft_card' ? PRIORITY.answer : PRIORITY.ordinary;

/** The first moment at or after now at which the office may be written to. */
export const whenOffice = (app: ApplicationContext): Instant =>
  nextSendingMoment(app.clock.now(), app.calendar, app.settings.workingHours);

/** A line of the audit trail, made now. Fields that are left out are null. */
export const auditEvent = (
  app: Pick<ApplicationContext, 'agencyId' | 'clock' | 'ids'>,
  event: Pick<AuditEvent, 'action'> & Partial<Omit<AuditEvent, 'id' | 'agencyId' | 'at' | 'action'>>,
): AuditEvent => ({
  actorId: null,
  taskId: null,
  assignmentId: null,
  source: null,
  before: null,
  after: null,
  ...event,
  id: app.ids.next(),
  agencyId: app.agencyId,
  at: app.clock.now(),
});
