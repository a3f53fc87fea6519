import type { AssignmentView } from './assignment-view.ts';
import type { EscalationStep } from './escalation.ts';
import type { LocalDate, LocalMoment, TimeOfDay } from './local-time.ts';

/** One line of a reminder. */
export interface ReminderLine {
  readonly view: AssignmentView;
  /** Working days left until the last good one (0: today); null once overdue. */
  readonly workingDaysLeft: number | null;
  /** Working days past the deadline; null while in time. */
  readonly workingDaysOverdue: number | null;
  /** Who is told next, and on which day, unless the unit reports; absent where it was not looked up. */
  readonly nextStep?: PlannedTelling | null;
  /** What others decided about it since the morning before; absent where it was not looked up. */
  readonly changes?: readonly LineChange[];
}

/** A step of the escalation to come. */
export interface PlannedTelling {
  readonly step: EscalationStep;
  readonly on: LocalDate;
  /** The hour of that day; null where it is over and the step is about to be taken. */
  readonly at: TimeOfDay | null;
}

/** What others decided about a task of a unit. Its own report stands in the view. */
export type LineChange =
  | { readonly kind: 'returned' }
  | { readonly kind: 'extension_refused' }
  | {
      readonly kind: 'deadline_moved';
      readonly oldDue: LocalMoment | null;
      readonly newDue: LocalMoment | null;
    };

/** One task on which nothing is heard. */
export interface EscalationLine extends ReminderLine {
  /** Those who come before in the escalation and could not be told, with why. */
  readonly passedOver: readonly {
    readonly step: EscalationStep;
    readonly why: 'no_telegram' | 'post_vacant';
  }[];
}
