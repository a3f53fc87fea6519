// What the bot answers when someone asks: facts of one moment, rendered by the messenger.
import type { FourCells } from './four-cells.ts';
import type { Instant, LocalDate } from './local-time.ts';
import type { AssignmentView } from './assignment-view.ts';
import type { ReminderLine } from './reminder-line.ts';
import type { Narrowed, OverdueScope, OverdueView } from './overdue-view.ts';
import type { StatusReport } from './status-report.ts';
import type { Unit } from './unit.ts';
import type { ReportPeriod, WorkPeriod } from './work-period.ts';

/** One line of "what is overdue?". */
export interface OverdueLine {
  readonly view: AssignmentView;
  /** Working days since the last good one; 0 where it ran out today or on days off since. */
  readonly workingDaysOverdue: number;
}

/** A page of "what is overdue?", grouped by unit, oldest first in a unit. */
export interface OverdueAnswer {
  readonly at: Instant;
  readonly taskCount: number;
  readonly unitCount: number;
  /** How many of them each unit has, on all pages together. */
  readonly countByUnit: ReadonlyMap<string, number>;
  readonly lines: readonly OverdueLine[];
  readonly offset: number;
  readonly pageSize: number;
  /** True where only one group's own tasks are shown. */
  readonly isOwnOnly: boolean;
}

/** The same for someone who may see the whole agency, as they want to look at it. */
export interface OverdueOverview extends OverdueAnswer {
  readonly view: OverdueView;
  readonly narrowed: Narrowed | null;
  /** What is overdue in the scope of the view, and narrowed as it is, at whatever age. */
  readonly anyAgeCount: number;
  /** How many of them have been so for more than {@link LONG_OVERDUE_DAYS}. */
  readonly longCount: number;
  /** What the whole agency would show. */
  readonly countOfAll: number;
  /** What the units in the asker's charge would show; null where there are none in it. */
  readonly countInCharge: number | null;
}

/** A page of a chat's (or the whole agency's) open tasks. */
export interface OpenTasksAnswer {
  readonly at: Instant;
  readonly total: number;
  readonly lines: readonly ReminderLine[];
  readonly offset: number;
  readonly pageSize: number;
}

/** The four cells of units, for a period. */
export interface PeriodReport {
  readonly at: Instant;
  readonly period: ReportPeriod;
  readonly isPrevious: boolean;
  readonly scope: OverdueScope;
  /** Whether the asker has units in their charge to switch to. */
  readonly canSwitch: boolean;
  /** The first day whose completions are counted. */
  readonly from: LocalDate;
  /** The last one; null where it is today. */
  readonly lastDay: LocalDate | null;
  /** Units that have anything to show, in the order of the configuration; null stands for all that it no longer declares. */
  readonly units: readonly { readonly unit: Unit | null; readonly cells: FourCells }[];
  readonly total: FourCells;
}

/** The first tasks that hold the words asked for, and how many do. */
export interface SearchAnswer {
  readonly at: Instant;
  readonly query: string;
  readonly total: number;
  readonly lines: readonly ReminderLine[];
}

/** A page of what is due by the end of a period and not late yet. */
export interface WorkListAnswer extends OpenTasksAnswer {
  readonly period: WorkPeriod;
  readonly lastWorkingDay: LocalDate;
  /** How much of the same units is late already: it stands in a list of its own. */
  readonly overdueCount: number;
}

/** One thing that happened to a task, for its timeline. */
export interface TimelineEntry {
  readonly at: Instant;
  readonly who: string | null;
  /** Leads members of its group to the message that said so; null where Telegram has no such link. */
  readonly link: string | null;
  readonly what:
    /** `follows`: the number of the occurrence that it comes after. */
    | {
        readonly kind: 'created';
        readonly follows?: number;
        /** Whose words it was taken from, where they were not those of who entered it. */
        readonly author?: string;
      }
    | { readonly kind: 'reported'; readonly report: StatusReport; readonly unitName: string }
    | { readonly kind: 'reminded' | 'asked'; readonly unitName: string }
    | { readonly kind: 'accepted'; readonly unitName: string }
    /** It was saved by mistake, and taken back at once. */
    | { readonly kind: 'undone' }
    | {
        readonly kind: 'returned' | 'cancelled' | 'transfer_refused';
        readonly unitName: string;
        readonly reason: string | null;
      }
    /** `completedAt`: when it had been finished the time before. */
    | {
        readonly kind: 'reopened';
        readonly unitName: string;
        readonly reason: string | null;
        readonly completedAt: Instant | null;
      }
    /** `toUnit`: its name; null where none was proposed. */
    | {
        readonly kind: 'transfer_requested' | 'handed_over';
        readonly unitName: string;
        readonly toUnit: string | null;
      }
    | { readonly kind: 'restored'; readonly unitName: string }
    | {
        readonly kind: 'extension_requested';
        readonly unitName: string;
        readonly newDue: string | null;
      }
    /** `decider`: whose decision it is, where somebody else has written it down. */
    | {
        readonly kind: 'extension_approved' | 'extension_refused';
        readonly unitName: string;
        readonly oldDue: string | null;
        readonly newDue: string | null;
        readonly decider?: string;
      }
    | {
        readonly kind: 'deadline_changed';
        readonly unitName: string;
        readonly oldDue: string | null;
        readonly newDue: string | null;
      };
}

/** One task, whole: its units and what happened. */
export interface TaskAnswer {
  readonly at: Instant;
  /** One line a unit; only the asker's own units where the asker may not see the others. */
  readonly lines: readonly ReminderLine[];
  readonly timeline: readonly TimelineEntry[];
}

/** What became of a report, for the one line shown to the person who made it. */
export interface ReportOutcome {
  readonly view: AssignmentView;
  readonly report: StatusReport;
  /** True where the unit's word closes nothing yet: someone has to accept. */
  readonly awaitsAcceptance: boolean;
  /** True where that is for the leader in charge rather than the secretary. */
  readonly isForLeader?: boolean;
}
