import type { ChatAddress } from './chat.ts';
import type { Instant } from './local-time.ts';
import type { NotificationRequest } from './notification-request.ts';

/**
 * What goes first when not everything can go at once: what someone is waiting for, then what is of use only today, then
 * everything else. Lower goes first.
 */
export const PRIORITY = { answer: 0, today: 1, ordinary: 2 } as const;

export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/**
 * How much later than now a row may say that it was decided, by clocks that differ a little. More means that the clock
 * has been set back since: what the row says of the future is then worth nothing.
 */
export const CLOCK_TOLERANCE_MS = 60_000;

/** The parts of a long message that have arrived, so that it goes on where it stopped. */
export interface DeliveryProgress {
  readonly parts: number;
  /** Of the texts of these parts: where they would be others by now, the message begins anew. */
  readonly digest: string;
}

/** One message owed to one chat. Its text is made at the moment of sending, from the state of that moment. */
export interface OutboxMessage extends ChatAddress {
  readonly id: string;
  readonly agencyId: string;
  readonly request: NotificationRequest;
  /** Two rows with one key are one message: the second is not stored. */
  readonly dedupeKey: string;
  readonly state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  /** Not sent before this moment: working hours, a retry, a limit. */
  readonly notBefore: Instant;
  readonly createdAt: Instant;
  readonly priority: Priority;
  /** When `notBefore` or `leaseUntil` was decided. */
  readonly decidedAt: Instant;
  readonly attempts: number;
  /** While `sending`: when another worker may take it over. */
  readonly leaseUntil: Instant | null;
  /** Null where no part, or all of it, has been sent. */
  readonly progress: DeliveryProgress | null;
  readonly sentAt: Instant | null;
  readonly messageId: number | null;
  /** Why it failed or was dropped, in English, for the log and the ledger. */
  readonly reason: string | null;
  readonly version: number;
}
