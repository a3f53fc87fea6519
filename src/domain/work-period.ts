import type { Instant, LocalDate } from './local-time.ts';
import { addDays, dateParts, instantOf, localDate, mondayOf } from './local-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The lists of what is due, by how far ahead they look. */
export const WORK_PERIODS = ['today', 'week', 'ahead'] as const;
export type WorkPeriod = (typeof WORK_PERIODS)[number];

/** How many days "sắp đến hạn" looks ahead: two weeks, so that next week's work is seen before its Monday. */
const DAYS_AHEAD = 14;

/** The last day of the calendar that a list looks at; the week ends on Sunday. */
const lastDayOf = (period: WorkPeriod, today: LocalDate): LocalDate => {
  switch (period) {
    case 'today':
      return today;
    case 'week':
      return addDays(mondayOf(today), 6);
    case 'ahead':
      return addDays(today, DAYS_AHEAD);
  }
};

/**
 * How far a list reaches. Deadlines on the days off that follow have their last working day in it, and belong to it:
 * what is due on a Sunday must be done on the Friday before.
 * @returns the moment from which what is due by the end of the period is late, and the last working day in it
 */
export const reachOf = (
  period: WorkPeriod,
  today: LocalDate,
  calendar: WorkingCalendar,
): { readonly end: Instant; readonly lastWorkingDay: LocalDate } => {
  const last = lastDayOf(period, today);
  return {
    end: instantOf(calendar.workingDayOnOrAfter(addDays(last, 1))),
    lastWorkingDay: calendar.workingDayOnOrBefore(last),
  };
};

/** What a report counts: a week, a month or a quarter of the calendar. */
export const REPORT_PERIODS = ['week', 'month', 'quarter'] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** The first day of the period that a day lies in. */
export const firstDayOf = (period: ReportPeriod, day: LocalDate): LocalDate => {
  const { year, month } = dateParts(day);
  switch (period) {
    case 'week':
      return mondayOf(day);
    case 'month':
      return localDate(year, month, 1);
    case 'quarter':
      return localDate(year, month - ((month - 1) % 3), 1);
  }
};
