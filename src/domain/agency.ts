import type { DigestTimes } from './digest.ts';
import type { EscalationPolicy } from './escalation.ts';
import type { TimeOfDay } from './local-time.ts';
import type { TaskCategory } from './task.ts';

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

/** So many working days before or after a day, at a time of that day. */
export interface DayRung {
  readonly days: number;
  readonly at: TimeOfDay;
}

/** How reminders climb towards and past a deadline, in working days. */
export interface ReminderLadder {
  /** Working days before the last good working day. */
  readonly before: readonly DayRung[];
  /** At these times on the last good working day. */
  readonly onTheDay: readonly TimeOfDay[];
  /** Hours before a deadline that names an hour. */
  readonly hoursBefore: readonly number[];
  /** Working days after the last good day, as long as the work is not finished. */
  readonly after: readonly DayRung[];
  /** Once the last of these is over, again every so many working days; null: nothing more. */
  readonly thenEvery: DayRung | null;
}

export interface WorkingHours {
  readonly morning: readonly [from: TimeOfDay, to: TimeOfDay];
  readonly afternoon: readonly [from: TimeOfDay, to: TimeOfDay];
}

/**
 * What a unit's "đã xong" does: it closes the task, or waits for the secretary or for the leader in charge of the unit.
 * Completion is when the unit said it, all the same.
 */
export type Acceptance = 'automatic' | 'secretary' | 'leader';

/** What an agency decides for itself. Read from config/agency.yaml at start. */
export interface AgencySettings {
  /** "trước ngày D" excludes D. */
  readonly isBeforeStrict: boolean;
  /** How tasks are reminded of, unless their category has a ladder of its own. */
  readonly ladder: ReminderLadder;
  readonly ladderOfCategory: Readonly<Partial<Record<TaskCategory, ReminderLadder>>>;
  readonly escalation: EscalationPolicy;
  readonly digests: DigestTimes;
  readonly workingHours: WorkingHours;
  readonly acceptance: Acceptance;
  /** Working days that the answer to a wish for more time may take before it is asked for again, and again before somebody else is asked. */
  readonly extensionPatience: number;
  /** The code of the unit whose group may enter tasks (Văn phòng). */
  readonly officeUnitCode: string;
}

/** The ladder by which a task is reminded of. */
export const ladderFor = (
  { ladder, ladderOfCategory }: Pick<AgencySettings, 'ladder' | 'ladderOfCategory'>,
  { category }: { readonly category: TaskCategory | null },
): ReminderLadder => (category === null ? ladder : (ladderOfCategory[category] ?? ladder));
