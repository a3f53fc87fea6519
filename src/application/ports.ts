// What the application needs of the outside. Every port is async, so that another database can stand behind it.
//
//   TaskStore   reads rows and commits plans
//   Messenger   says a notification in a chat
//   Clock       the only source of time
//   IdSource    ids of new rows
import type { Agency } from '../domain/agency.ts';
import type { Assignment } from '../domain/assignment.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type {
  BotMessage,
  ChatAddress,
  ChatBinding,
  SendingHold,
  UnreachableChat,
  WaitingAnswer,
} from '../domain/chat.ts';
import type { Document } from '../domain/document.ts';
import type { Draft } from '../domain/draft.ts';
import type { ExtensionRequest } from '../domain/extension-request.ts';
import type { FourCells } from '../domain/four-cells.ts';
import type { Invitation, JoinRequest } from '../domain/joining.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Member, MemberRecord } from '../domain/member.ts';
import type { AssignmentView, Notification } from '../domain/notification.ts';
import type { OutboxMessage, Priority } from '../domain/outbox-message.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { StatusReport } from '../domain/status-report.ts';
import type { Task } from '../domain/task.ts';
import type { TransferRequest } from '../domain/transfer-request.ts';
import type { Unit, UnitPost } from '../domain/unit.ts';
import type { Plan } from './plan.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Which assignments to list. Absent fields do not restrict. */
export interface AssignmentFilter {
  readonly agencyId: string;
  readonly unitIds?: readonly string[];
  readonly role?: Assignment['role'];
}

/** Which overdue assignments to list. */
export interface OverdueFilter extends AssignmentFilter {
  /** Only tasks that were taken from this document. */
  readonly documentId?: string;
  /** Only those that were not late yet at this moment. */
  readonly inTimeAt?: Instant;
}

/** How many assignments of a document's tasks are overdue. */
export interface DocumentCount {
  readonly documentId: string;
  readonly count: number;
}

/** How many assignments of a unit are overdue. */
export interface UnitCount {
  readonly unitId: string;
  readonly count: number;
}

/** How many there are in all, and the ids of the first ones. */
export interface Found {
  readonly total: number;
  readonly ids: readonly string[];
}

/** To be accepted, or to be helped on. */
export type WaitingStatus = Extract<Assignment['status'], 'submitted' | 'blocked'>;

/** How the work of a unit stands. */
export interface UnitCells {
  readonly unitId: string;
  readonly cells: FourCells;
}

/** Which messages the ledger lists. Absent fields do not restrict. */
export interface DeliveryFilter {
  readonly agencyId: string;
  /** Owed first at or after this moment. */
  readonly since?: Instant;
  readonly state?: OutboxMessage['state'];
}

/** Which lines of the record to read. Absent fields do not restrict. */
export interface AuditFilter {
  readonly agencyId: string;
  /** At or after this moment. */
  readonly from?: Instant;
  /** Before this moment. */
  readonly until?: Instant;
  readonly taskId?: string;
}

export interface TaskStore {
  /**
   * Applies the plan in one transaction, or nothing of it.
   * @throws StaleError where a row is gone or has another version than expected, or where another plan was faster with
   *   something there is one of: a task number, a unit's chat, a unit's part in a task, a pending extension request.
   * @throws DuplicateUpdateError where the update id has been committed before.
   * @throws StoreUnavailableError where nothing can be stored at present.
   */
  commit(plan: Plan): Promise<void>;

  /**
   * Writes the agency, its units and members as configured. Units and members that are no longer declared are kept, but no
   * longer listed. What was decided in Telegram since (who a member's account is, what they do, who heads a unit, that
   * they have left) stays as long as the configuration says of it what it said the last time. Idempotent.
   */
  syncAgency(
    agency: Pick<Agency, 'id' | 'name'>,
    units: readonly Unit[],
    members: readonly Member[],
  ): Promise<void>;
  agency(agencyId: string): Promise<Agency | null>;
  /** The units declared now, in the order of the configuration. */
  units(agencyId: string): Promise<readonly Unit[]>;
  /** The members declared now, in the order of the configuration. */
  members(agencyId: string): Promise<readonly Member[]>;
  /** Among the members declared now. */
  memberByTelegramId(agencyId: string, telegramId: number): Promise<Member | null>;

  /** Of any standing. */
  memberRecord(memberId: string): Promise<MemberRecord | null>;
  /** Who has left by command, as long as the configuration declares them. */
  formerMembers(agencyId: string): Promise<readonly Member[]>;
  /** Of a unit of any standing. */
  unitPost(unitId: string): Promise<UnitPost | null>;
  /** Of whatever agency: the hash of a code belongs to one link only. */
  invitationByCode(codeHash: string): Promise<Invitation | null>;
  /** Over or not; a member has one at most. */
  openInvitation(memberId: string): Promise<Invitation | null>;
  joinRequest(requestId: string): Promise<JoinRequest | null>;
  /** The last one of an account, decided or not. */
  newestJoinRequest(agencyId: string, telegramId: number): Promise<JoinRequest | null>;
  /** Oldest first. */
  pendingJoinRequests(agencyId: string): Promise<readonly JoinRequest[]>;
  /** Made at or after `since`. */
  countJoinRequests(agencyId: string, since: Instant): Promise<number>;

  /** In the order of the units; unreachable chats too. */
  bindings(agencyId: string): Promise<readonly ChatBinding[]>;
  bindingOfUnit(unitId: string): Promise<ChatBinding | null>;
  /** The units served by a chat or topic. */
  bindingsOfChat(agencyId: string, chat: ChatAddress): Promise<readonly ChatBinding[]>;

  draft(draftId: string): Promise<Draft | null>;
  /** The draft, open or closed, that the message belongs to as a part of its text; the newest where there are several. */
  draftOfPart(chatId: number, messageId: number): Promise<Draft | null>;
  /** The newest open draft that this member started in this chat. */
  latestOpenDraft(chat: ChatAddress, memberId: string): Promise<Draft | null>;
  /** Oldest first. */
  openDrafts(agencyId: string): Promise<readonly Draft[]>;

  taskByNumber(agencyId: string, number: number): Promise<Task | null>;
  /** In the order of the ids; ids that do not exist are left out. */
  tasks(taskIds: readonly string[]): Promise<readonly Task[]>;
  /** The next occurrence of recurring work, once it has been made. */
  taskFollowing(taskId: string): Promise<Task | null>;
  assignment(assignmentId: string): Promise<Assignment | null>;
  /** In the order of the ids; ids that do not exist are left out. */
  assignments(assignmentIds: readonly string[]): Promise<readonly Assignment[]>;
  /** Leads first, then in the order of the units. */
  assignmentsOfTask(taskId: string): Promise<readonly Assignment[]>;
  /** Assignments with all that messages need, in the order of the ids; ids that do not exist are left out. */
  assignmentViews(assignmentIds: readonly string[]): Promise<readonly AssignmentView[]>;
  /** Ids of open assignments (neither done nor cancelled), earliest deadline first, those without one last, then by task number. */
  openAssignmentIds(filter: AssignmentFilter, page: Page): Promise<readonly string[]>;
  /**
   * Ids of one assignment for each task that holds the words next to each other, in its content, its document's number or
   * its title; without regard to case and diacritics. Open tasks first, the newest first in each; the part of a unit that
   * leads where there is one. Of very many the newest are looked at.
   */
  searchAssignments(filter: AssignmentFilter, words: string, page: Page): Promise<Found>;
  /** Ids of the open assignments that some units were given at or after `since`, by task number. */
  openAssignmentIdsSince(
    agencyId: string,
    unitIds: readonly string[],
    since: Instant,
  ): Promise<readonly string[]>;
  countOpenAssignments(filter: AssignmentFilter): Promise<number>;
  /**
   * Ids of lead assignments that are overdue at `now`, grouped by unit in the order of the configuration, oldest first
   * in a unit. Units that are no longer declared come last, but come.
   * @param order `oldest`: the oldest first, whatever the unit
   */
  overdueAssignmentIds(
    filter: OverdueFilter,
    now: Instant,
    page: Page,
    order?: 'unit' | 'oldest',
  ): Promise<readonly string[]>;
  /** In the order of the units; those without any are left out. */
  overdueCounts(filter: OverdueFilter, now: Instant): Promise<readonly UnitCount[]>;
  /** The documents with the most first; tasks without a document are left out. */
  overdueDocuments(filter: OverdueFilter, now: Instant): Promise<readonly DocumentCount[]>;
  document(documentId: string): Promise<Document | null>;

  // Of lead assignments, for the lists that people get of the bot's own accord. `limit` bounds the ids alone.
  /** Neither finished nor late yet, and too late from a moment in (from, until]; earliest first, after the first `offset` (0 unless told). */
  dueAssignments(
    filter: AssignmentFilter,
    from: Instant,
    until: Instant,
    limit: number,
    offset?: number,
  ): Promise<Found>;
  /** Waiting for somebody else than their unit; earliest deadline first. */
  assignmentsWaiting(filter: AssignmentFilter, status: WaitingStatus, limit: number): Promise<Found>;
  /** Without a date, neither submitted nor closed, and given before a moment; the oldest first. Standing orders need none. */
  undatedAssignments(filter: AssignmentFilter, createdBefore: Instant, limit: number): Promise<Found>;
  /** Whose unit has asked for more time and waits for the answer. */
  assignmentsAskingForTime(filter: AssignmentFilter, limit: number): Promise<Found>;
  /** Overdue, and escalated up to the director for the deadline in force; earliest first. */
  assignmentsBeforeDirector(filter: AssignmentFilter, now: Instant, limit: number): Promise<Found>;
  /** Open work as it stands at `now`, and what was finished at or after `since` and before `until`; units without any are left out, the others in their order. */
  cellsByUnit(agencyId: string, since: Instant, now: Instant, until?: Instant): Promise<readonly UnitCells[]>;

  statusReport(reportId: string): Promise<StatusReport | null>;
  /** Oldest first. */
  reportsOfAssignment(assignmentId: string): Promise<readonly StatusReport[]>;
  extensionRequest(requestId: string): Promise<ExtensionRequest | null>;
  pendingExtension(assignmentId: string): Promise<ExtensionRequest | null>;
  /** The longest waiting first. */
  pendingExtensionsOf(agencyId: string): Promise<readonly ExtensionRequest[]>;
  transferRequest(requestId: string): Promise<TransferRequest | null>;
  pendingTransfer(assignmentId: string): Promise<TransferRequest | null>;
  /** The longest waiting first. */
  pendingTransfersOf(agencyId: string): Promise<readonly TransferRequest[]>;
  deadlineOf(deadlineId: string): Promise<AssignmentView['deadline']>;
  /** The deadline a task was given first, before any extension: the first with a date where there is one; null where it never had any. */
  firstDeadlineOf(taskId: string): Promise<AssignmentView['deadline']>;
  /** What happened to a task, oldest first. */
  auditOfTask(taskId: string): Promise<readonly AuditEvent[]>;
  /** What happened to some tasks at or after `since`, oldest first. */
  auditOfTasks(taskIds: readonly string[], since: Instant): Promise<readonly AuditEvent[]>;

  /** A page of the whole record, in the order in which it was written. @param after the id of the last line seen; null for the beginning */
  auditTrail(filter: AuditFilter, after: string | null, limit: number): Promise<readonly AuditEvent[]>;

  /** Planned reminders with fireAt ≤ now, earliest first. */
  dueReminders(now: Instant, limit: number): Promise<readonly Reminder[]>;
  /** Messages of kind `reminder` that no worker has and of which nothing has been sent, in some chats; oldest first. */
  waitingReminderMessages(chatIds: readonly number[]): Promise<readonly OutboxMessage[]>;
  /** Earliest first. */
  plannedReminders(assignmentIds: readonly string[]): Promise<readonly Reminder[]>;
  /** In whatever state, with fireAt ≥ from; earliest first. */
  remindersFrom(assignmentIds: readonly string[], from: Instant): Promise<readonly Reminder[]>;
  /**
   * Looks at `limit` of an agency's open assignments that have a date, and returns those of them that could be reminded of
   * and have no rung of a ladder planned.
   */
  unplannedAssignments(agencyId: string, from: PlanMark | null, limit: number): Promise<PlanPage>;
  /** In the order of the ids; ids that do not exist are left out. */
  reminders(reminderIds: readonly string[]): Promise<readonly Reminder[]>;

  /**
   * Takes queued messages that may be sent at `now` (notBefore ≤ now), and those whose lease has run out: marks them
   * `sending` with a lease, in one transaction. At most one a chat, none for the chats in `busyChats`. Of each chat what
   * has the highest priority, then the oldest; of the chats those with the most urgent message, then those whose turn
   * was longest ago, then those with the oldest message. A row decided later than now, by a clock that has been set back
   * since, may be taken at once. `attempts` is left to the worker.
   * @param turns when each chat had its turn, as any number that grows; chats that are missing come first
   * @param least the lowest priority that is taken; any unless told
   */
  claimOutbox(
    now: Instant,
    leaseMs: number,
    limit: number,
    busyChats: ReadonlySet<number>,
    turns?: ReadonlyMap<number, number>,
    least?: Priority,
  ): Promise<readonly OutboxMessage[]>;
  /**
   * Gives back what another process has claimed, without waiting for its leases: to be called only by whoever knows that no
   * other process works with the database. @returns how many messages that were
   */
  releaseOutbox(): Promise<number>;
  /** Messages still owed that might have been sent, or whose lease was over, at or before a moment; the longest first. */
  lateMessages(before: Instant, limit: number): Promise<readonly OutboxMessage[]>;
  outboxMessage(outboxId: string): Promise<OutboxMessage | null>;
  outboxMessageByKey(dedupeKey: string): Promise<OutboxMessage | null>;
  /** Messages to a chat that failed at or after `since` and were owed for a month at most, oldest first. */
  failedMessages(chatId: number, since: Instant): Promise<readonly OutboxMessage[]>;
  /** In the order of the ids; ids that do not exist are left out. */
  outboxMessages(outboxIds: readonly string[]): Promise<readonly OutboxMessage[]>;
  /** Which of these keys a message is kept under, in whatever state but failed. */
  keysInUse(dedupeKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** True where a message was ever owed under this key, also where it failed. */
  hasBeenOwed(dedupeKey: string): Promise<boolean>;
  /** Messages of any state, the newest first. */
  deliveries(filter: DeliveryFilter, limit: number): Promise<readonly OutboxMessage[]>;
  /** Messages still owed that are about any of these assignments or remind of them; the newest first. */
  owedAbout(assignmentIds: readonly string[]): Promise<readonly OutboxMessage[]>;
  /** The earliest moment, later than `after` where given, at which a queued or leased message may be sent, to whatever chat; null where there is none. */
  nextOutboxAt(after?: Instant): Promise<Instant | null>;

  /** What the message is about; the newest row where it was edited into something else. */
  botMessage(chatId: number, messageId: number): Promise<BotMessage | null>;

  /** The newest message kept of those that the bot has sent to the chat, in whatever topic. */
  latestBotMessage(chatId: number): Promise<BotMessage | null>;

  /** True where a plan that answers this update of the bot has been committed. */
  wasApplied(updateId: number): Promise<boolean>;

  /** The messages kept of those sent at or after `since`, oldest first. */
  messagesSentSince(since: Instant): Promise<readonly Pick<BotMessage, 'chatId' | 'sentAt'>[]>;
  /** Keeps that Telegram wants quiet, in the place of what was kept for the chat before. */
  holdSending(hold: SendingHold): Promise<void>;
  /** All that are kept for this bot, those that are over too; of any bot, for whoever only looks. */
  sendingHolds(): Promise<readonly SendingHold[]>;
  /** Keeps an answer of this bot until it has been said or given up. */
  keepAnswer(answer: WaitingAnswer): Promise<void>;
  /** Nothing where it is not kept. */
  forgetAnswer(answerId: string): Promise<void>;
  /** All that are kept for this bot, in the order of their ids. */
  waitingAnswers(): Promise<readonly WaitingAnswer[]>;
  /** Keeps that a chat cannot be written to; returns what is kept, which is the older loss where it was lost already. */
  markUnreachable(chat: UnreachableChat): Promise<UnreachableChat>;
  /** @returns whether the chat was unreachable */
  markReachable(agencyId: string, chatId: number): Promise<boolean>;
  /** The longest lost first. */
  unreachableChats(agencyId: string): Promise<readonly UnreachableChat[]>;

  /**
   * Deletes, in one short transaction, some rows that nobody will ask for again: see {@link Rubbish}.
   * @returns where to go on; null where there is nothing left
   */
  cleanUp(
    what: Rubbish,
    before: Instant,
    limit: number,
    from: CleanUpMark | null,
  ): Promise<CleanUpMark | null>;

  close(): Promise<void>;
}

/** How far the look at the plans has come. */
export interface PlanMark {
  readonly overdueFrom: Instant;
  readonly taskNumber: number;
  readonly id: string;
}

/** An assignment that nothing is planned for, as it was when that was seen. */
export interface Unplanned {
  readonly assignmentId: string;
  readonly version: number;
}

export interface PlanPage {
  readonly unplanned: readonly Unplanned[];
  /** Where to go on; null where all have been looked at. */
  readonly next: PlanMark | null;
}

/**
 * What may be deleted once it is older than some moment. `updates`: that an update has been applied; `holds`: Telegram's
 * wish for quiet that is over; `messages`: what a message of the bot was about, unless something it was about is still
 * open; `outbox`: a settled message, unless one of the above or a message still owed refers to it, or a task it was about
 * is open.
 */
export type Rubbish = 'updates' | 'holds' | 'messages' | 'outbox';

/** How far a cleaning has come, and how many rows it has deleted so far. */
export interface CleanUpMark {
  readonly at: Instant;
  readonly id: string;
  readonly deleted: number;
}

/** A message as it was accepted by Telegram, and where it stands: not where it was meant to where the chat has moved or the topic is gone. */
export interface SentMessage extends ChatAddress {
  readonly messageId: number;
}

/** One message, in the words of this moment. */
export interface PreparedMessage {
  readonly text: string;
  /** @throws DeliveryError */
  send(chat: ChatAddress): Promise<SentMessage>;
}

export interface Messenger {
  /** Renders a notification: as one message or, where it is too long, as several in their order. */
  prepare(notification: Notification): readonly PreparedMessage[];
}

/**
 * Why a message did not go out, sorted by who must act. `refused`: Telegram will never take it (`isUnreachable`: because
 * the bot is blocked, was removed or the chat is gone); `wait`: not before `retryAfterMs`; `network`: unknown, try again.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly kind: 'refused' | 'wait' | 'network';
  readonly retryAfterMs: number | null;
  readonly isUnreachable: boolean;
  /** Where the chat is now, as Telegram has said before it failed: the next try goes there. */
  readonly movedTo: ChatAddress | null;

  constructor(
    kind: 'refused' | 'wait' | 'network',
    message: string,
    details: {
      retryAfterMs?: number;
      isUnreachable?: boolean;
      movedTo?: ChatAddress | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.isUnreachable = details.isUnreachable ?? false;
    this.movedTo = details.movedTo ?? null;
  }
}

export interface Clock {
  now(): Instant;
  /** Resolves at `instant` or when the signal aborts, whichever is first. Never rejects. */
  waitUntil(instant: Instant, signal: AbortSignal): Promise<void>;
}

export interface IdSource {
  /** A new id, unique for ever; later ids sort after earlier ones. */
  next(): string;
}
