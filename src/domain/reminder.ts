import type { EscalationStep } from './escalation.ts';
import type { Instant } from './local-time.ts';

/**
 * A rung that the unit itself is reminded by. `before-3`: three working days before the last good working day;
 * `hours-2`: two hours before a deadline that names an hour; `overdue`: a working day after it.
 */
export type LadderRung = `before-${number}` | 'on-day' | `hours-${number}` | 'overdue';

/** A step by which a silence past the deadline is told to someone else. */
export type EscalationRung = `escalate-${EscalationStep}`;

/** What is planned for an assignment. `next-occurrence`: recurring work is given out again, although this time it is not finished. */
export type Rung = LadderRung | EscalationRung | 'next-occurrence';

/** One planned rung for one assignment. */
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
  /** The message that gives the unit its task says the same at the same time. */
  | 'announced'
  /** A later rung of the same assignment was due too. */
  | 'coalesced'
  /** The unit has reported since the last rung and is in time. */
  | 'reported'
  | 'deadline_changed'
  /** The calendar, the ladder or the hours have changed. */
  | 'replanned'
  | 'no_longer_due'
  | 'unit_has_no_chat'
  /** The step is passed over: the person has no Telegram account that is known. */
  | 'no_telegram'
  /** The step is passed over: nobody holds the post. */
  | 'post_vacant'
  /** The step is passed over: the same person has been told. */
  | 'already_told'
  /** The unit has asked for more time and waits for the answer. */
  | 'extension_pending'
  /** The work was called off, or given to another unit. */
  | 'called_off'
  | 'handed_over'
  /** The next occurrence exists, or the series has ended. */
  | 'series_goes_on'
  | 'series_ended';

const ESCALATION = 'escalate-';

export const isEscalation = (rung: Rung): rung is EscalationRung => rung.startsWith(ESCALATION);

export const isLadderRung = (rung: Rung): rung is LadderRung =>
  rung !== 'next-occurrence' && !isEscalation(rung);

/** True for a rung that is counted in hours. */
export const isByTheHour = (rung: Rung): boolean => rung.startsWith('hours-');

/** The step of an escalation's rung. */
export const stepOf = (rung: EscalationRung): EscalationStep =>
  rung.slice(ESCALATION.length) as EscalationStep;
