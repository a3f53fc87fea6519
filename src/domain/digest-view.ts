// The lists that people get of the bot’s own accord, with the facts of the moment of sending.
import type { AssignmentView } from './assignment-view.ts';
import type { Draft } from './draft.ts';
import type { FourCells } from './four-cells.ts';
import type { LocalDate } from './local-time.ts';
import type { NotificationRequest } from './notification-request.ts';
import type { ReminderLine } from './reminder-line.ts';
import type { Unit } from './unit.ts';

/** The beginning of a list, and how many entries it has in all. */
export interface Excerpt {
  readonly total: number;
  readonly lines: readonly ReminderLine[];
}

/** What waits for a deputy director, in the units of their charge. */
export interface DeputyWeek {
  readonly kind: 'deputy_week';
  readonly today: LocalDate;
  /** The last working day that "this week" means. */
  readonly until: LocalDate;
  /** All that is open in these units, as lead. */
  readonly openCount: number;
  readonly overdue: Excerpt;
  /** Due from now to the end of the week. */
  readonly due: Excerpt;
  /** Extensions asked for and not yet decided. */
  readonly extensions: Excerpt;
  /** Reported done, and not yet accepted. */
  readonly submitted: Excerpt;
  readonly blocked: Excerpt;
}

/** The agency at the beginning of a week. */
export interface DirectorWeek {
  readonly kind: 'director_week';
  readonly today: LocalDate;
  /** The first day whose completions are counted: the Monday before this week's. */
  readonly since: LocalDate;
  /** Units that have anything to show, in the order of the configuration; null stands for all that it no longer declares. */
  readonly units: readonly { readonly unit: Unit | null; readonly cells: FourCells }[];
  /** Overdue tasks that have climbed to the director. */
  readonly escalated: Excerpt;
  /** Extensions asked for by units that have no deputy director in charge: the director decides on them. */
  readonly extensions: Excerpt;
}

/** One message that could not be sent. */
export interface Undelivered {
  readonly what: NotificationRequest['kind'];
  readonly unit: Unit | null;
  readonly taskNumbers: readonly number[];
}

/** What does not move unless the secretary does something. */
export interface SecretaryDay {
  readonly kind: 'secretary_day';
  readonly today: LocalDate;
  /** Tasks that their units want to hand over. */
  readonly transfers: readonly { readonly view: AssignmentView; readonly toUnit: Unit | null }[];
  /** Failed since the last working day's list. */
  readonly failed: readonly Undelivered[];
  /** Units with open tasks that have neither a chat nor a head to write to. */
  readonly unitsWithoutChat: readonly Unit[];
  /** Units that exist no longer and have open tasks, which nobody else will see to; up to so many of their tasks. */
  readonly formerUnits: readonly { readonly unit: Unit; readonly taskNumbers: readonly number[] }[];
  /** Units and people whose chat the bot cannot write to, by what they are called. */
  readonly unreachable: readonly string[];
  readonly drafts: readonly { readonly draft: Draft; readonly openItems: number }[];
  readonly submitted: Excerpt;
  /** Given without a deadline since the last working day's list; the older ones stand in the weekly one. */
  readonly undated: number;
}

/** What has no deadline, the longest first. */
export interface UndatedWeek {
  readonly kind: 'undated_week';
  readonly today: LocalDate;
  /** More than two weeks old. */
  readonly old: number;
  readonly undated: Excerpt;
}

export type Digest = DeputyWeek | DirectorWeek | SecretaryDay | UndatedWeek;
