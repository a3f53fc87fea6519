import type { Instant } from './local-time.ts';

/** `before-3`: three working days before the last good working day. `overdue`: a working day after it. */
export type Rung = `before-${number}` | 'on-day' | 'overdue';

/** One planned rung of the ladder for one assignment. */
export interface Reminder {
  readonly id: string;
  readonly agencyId: string;
  readonly assignmentId: string;
  readonly rung: Rung;
  readonly fireAt: Instant;
  readonly state: 'planned' | 'queued' | 'skipped' | 'cancelled';
  /** Why it was skipped or cancelled. */
  readonly reason: ReminderReason | null;
  /** The outbox message it went into. */
  readonly outboxId: string | null;
  readonly version: number;
}

export type ReminderReason =
  /** The rung's time was already past when the task was confirmed. */
  | 'past_when_planned'
  /** A later rung of the same assignment was due too. */
  | 'coalesced'
  | 'deadline_changed'
  | 'no_longer_due'
  | 'unit_has_no_chat';
