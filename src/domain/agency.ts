import type { TimeOfDay } from './local-time.ts';

/** The Sở. Every other row belongs to one. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  /** The number the next task gets ("#23"). Read and advanced under `version`, so that no two tasks share one. */
  readonly nextTaskNumber: number;
  /** What the reminders were planned with (calendar, ladders, hours), as a fingerprint; null before the first start. */
  readonly plannedWith: string | null;
  readonly version: number;
}

/** How reminders climb towards and past a deadline, in working days. */
export interface ReminderLadder {
  /** Working days before the last good working day, e.g. [3, 1]. */
  readonly before: readonly number[];
  readonly isOnTheDay: boolean;
  /** Each working day once the deadline has passed, until a report comes. */
  readonly isDailyOnceOverdue: boolean;
  readonly at: TimeOfDay;
}

export interface WorkingHours {
  readonly morning: readonly [from: TimeOfDay, to: TimeOfDay];
  readonly afternoon: readonly [from: TimeOfDay, to: TimeOfDay];
}

/** What an agency decides for itself. Read from config/agency.yaml at start. */
export interface AgencySettings {
  /** "trước ngày D" excludes D. */
  readonly isBeforeStrict: boolean;
  readonly ladder: ReminderLadder;
  readonly workingHours: WorkingHours;
  /** Whether a unit's "đã xong" closes the task or waits for the secretary. */
  readonly acceptance: 'automatic' | 'secretary';
  /** The code of the unit whose group may enter tasks (Văn phòng). */
  readonly officeUnitCode: string;
}
