import type { BotMessage } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage, Priority } from '../../domain/outbox-message.ts';

/** Which messages the ledger lists. Absent fields do not restrict. */
export interface DeliveryFilter {
  readonly agencyId: string;
  /** Owed first at or after this moment. */
  readonly since?: Instant;
  readonly state?: OutboxMessage['state'];
}

/** What is owed to chats, and what has been said there. */
export interface OutboxStore {
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
}
