// Who was told what, when, and who answered: the record of deliveries, for people who ask.
import type { ChatAddress } from './chat.ts';
import type { Instant } from './local-time.ts';
import type { NotificationRequest } from './notification-request.ts';
import type { OutboxMessage } from './outbox-message.ts';
import type { ReportKind } from './status-report.ts';
import type { Task } from './task.ts';

/**
 * The first thing heard of a task after a message about it and before the next one: a unit's report, or what a leader
 * decided. One report acknowledges one message, the last before it.
 */
export interface Acknowledgement {
  readonly taskNumber: number;
  readonly at: Instant;
  /** The name of the person; null where the agency does not know them any more. */
  readonly who: string | null;
  readonly kind: ReportKind | 'decided';
}

/** One message that was owed, and what became of it. */
export interface Delivery extends ChatAddress {
  readonly id: string;
  readonly kind: NotificationRequest['kind'];
  readonly state: OutboxMessage['state'];
  /** When it was sent or, where it was not, when it was first owed. */
  readonly at: Instant;
  /** While it is owed: not before this moment. */
  readonly notBefore: Instant | null;
  readonly taskNumbers: readonly number[];
  /** The codes of the units it is about. */
  readonly unitCodes: readonly string[];
  /** Whose chat it is: a group's title, a unit, a person; null where nobody is known by it any more. */
  readonly recipient: string | null;
  /** Leads to the message for members of its group; null where Telegram has no such link (private chats, small groups). */
  readonly link: string | null;
  readonly acknowledgements: readonly Acknowledgement[];
  /** Why it failed or was dropped, in English. */
  readonly reason: string | null;
}

/** What was said of one task, oldest first, for a person who may see it. */
export interface LedgerAnswer {
  readonly at: Instant;
  readonly task: Task;
  readonly deliveries: readonly Delivery[];
}

/** Ids of supergroups and channels lie below this (Bot API: "-100" before the number of the chat). */
const SUPERGROUPS_BELOW = -1_000_000_000_000;

/** The link of a message in a supergroup or its topic; null in chats whose messages have none. */
export const messageLink = ({ chatId, threadId }: ChatAddress, messageId: number | null): string | null => {
  if (messageId === null || chatId >= SUPERGROUPS_BELOW) return null;
  const topic = threadId === null ? '' : `/${threadId}`;
  return `https://t.me/c/${SUPERGROUPS_BELOW - chatId}${topic}/${messageId}`;
};
