import type { ChatAddress } from './chat.ts';
import type { Instant } from './local-time.ts';
import type { NotificationRequest } from './notification.ts';

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
  readonly attempts: number;
  /** While `sending`: when another worker may take it over. */
  readonly leaseUntil: Instant | null;
  readonly sentAt: Instant | null;
  readonly messageId: number | null;
  /** Why it failed or was dropped, in English, for the log and the ledger. */
  readonly reason: string | null;
  readonly version: number;
}
