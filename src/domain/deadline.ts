import type { LocalDate, LocalMoment } from './local-time.ts';
import { addDays, dateOf, timeOf } from './local-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * How the named moment limits the work. `before`: strictly earlier ("trước ngày"); `by`: that day included
 * ("chậm nhất", "hết ngày"); `on`: at that day ("vào sáng ngày"); `within`: in a period that ends then ("trong tháng 5",
 * "trong 10 ngày"); `recurring`: again and again; `none`: no moment.
 */
export type Bound = 'before' | 'by' | 'on' | 'within' | 'recurring' | 'none';

/** How finely the text names the moment. */
export type Precision =
  'instant' | 'half_day' | 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year' | 'none';

/** When a piece of work is due. Everything is local to Asia/Ho_Chi_Minh. */
export interface Deadline {
  /** The words of the text that name it, verbatim. */
  readonly raw: string;
  /** The day or minute as written; null where none is named (a condition, a recurrence without a day). */
  readonly due: LocalMoment | null;
  readonly bound: Bound;
  readonly precision: Precision;
  /** The last day or minute that is still in time: "trước ngày 15/4" makes this 14/4. */
  readonly lastOk: LocalMoment | null;
  /** The last working day on or before `lastOk`: what reminders aim at. */
  readonly lastOkWorkday: LocalDate | null;
  /** The rule of a recurrence (RFC 5545), of which `due` is the next occurrence; null where the work is due once. */
  readonly rrule: string | null;
  /** The event it waits for ("Luật … ban hành"); null where it waits for none. */
  readonly condition: string | null;
}

/** The last day or minute of `due` that is still in time. */
export const lastOkOf = (due: LocalMoment, bound: Bound, isBeforeStrict: boolean): LocalMoment =>
  bound === 'before' && isBeforeStrict && timeOf(due) === null ? addDays(due, -1) : due;

/** Completes a deadline whose `due` is known: what is still in time, and the last working day of it. */
export const deadlineAt = (
  named: Pick<Deadline, 'raw' | 'due' | 'bound' | 'precision' | 'rrule' | 'condition'>,
  calendar: WorkingCalendar,
  isBeforeStrict: boolean,
): Deadline => {
  const { due } = named;
  if (due === null) return { ...named, lastOk: null, lastOkWorkday: null };
  const lastOk = lastOkOf(due, named.bound, isBeforeStrict);
  return { ...named, lastOk, lastOkWorkday: calendar.workingDayOnOrBefore(dateOf(lastOk)) };
};
