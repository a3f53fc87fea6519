// Rules of recurrence: as text (RFC 5545) and as a test for a day. Days off are beyond RRULE: a working-day rule is
// written as one over Monday to Friday and tested against the official calendar.
import type { LocalDate, Weekday } from '../../domain/local-time.ts';
import { addDays, dateParts, lastDayOfMonth, localDate } from '../../domain/local-time.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { CycleDayExpression, CycleExpression, CycleUnit } from '../recognizers/expression.ts';

export type Rule =
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; readonly weekday: Weekday; readonly interval: number }
  /** Day -1 is the month's last. `monthOfQuarter` 0–2, null for every month. */
  | {
      readonly kind: 'day_of_month';
      readonly days: readonly number[];
      readonly monthOfQuarter: number | null;
    }
  | { readonly kind: 'nth_weekday'; readonly weekday: Weekday; readonly nth: number }
  /** n-th working day of the month; -1 is the last. */
  | { readonly kind: 'working_day'; readonly nth: number }
  | { readonly kind: 'yearly'; readonly day: number; readonly months: readonly number[] };

/** A month without day 29, 30 or 31 has its occurrence on its last day. */
const FIRST_UNSURE_DAY = 29;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const codeOf = (weekday: Weekday): string => WEEKDAYS[weekday - 1] ?? 'MO';

const PLAIN: Readonly<Record<CycleUnit, string>> = {
  day: 'FREQ=DAILY',
  week: 'FREQ=WEEKLY',
  month: 'FREQ=MONTHLY',
  quarter: 'FREQ=MONTHLY;INTERVAL=3',
  half_year: 'FREQ=MONTHLY;INTERVAL=6',
  year: 'FREQ=YEARLY',
};

/** The RRULE of a rule, or of a cycle of which no day is named. */
export function ruleText(rule: Rule | null, cycle: CycleExpression | CycleDayExpression): string {
  if (rule === null) return plainText(cycle);
  switch (rule.kind) {
    case 'daily':
      return cycle.kind === 'cycle' && cycle.interval > 1
        ? `FREQ=DAILY;INTERVAL=${cycle.interval}`
        : 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;${rule.interval > 1 ? `INTERVAL=${rule.interval};` : ''}BYDAY=${codeOf(rule.weekday)}`;
    case 'day_of_month': {
      const interval =
        cycle.kind === 'cycle' && cycle.unit === 'month' && cycle.interval > 1
          ? `INTERVAL=${cycle.interval};`
          : '';
      if (rule.monthOfQuarter === null) return `FREQ=MONTHLY;${interval}${monthDays(rule.days)}`;
      const months = [0, 3, 6, 9].map((start) => start + (rule.monthOfQuarter ?? 0) + 1);
      return `FREQ=YEARLY;BYMONTH=${months.join(',')};${monthDays(rule.days)}`;
    }
    case 'nth_weekday':
      return `FREQ=MONTHLY;BYDAY=${rule.nth}${codeOf(rule.weekday)}`;
    case 'working_day':
      return `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${rule.nth}`;
    case 'yearly':
      return `FREQ=YEARLY;BYMONTH=${rule.months.join(',')};BYMONTHDAY=${rule.day}`;
  }
}

function monthDays(days: readonly number[]): string {
  const [first = -1] = days;
  if (days.length > 1 || first < FIRST_UNSURE_DAY) return `BYMONTHDAY=${days.join(',')}`;
  return `BYMONTHDAY=${Array.from({ length: first - FIRST_UNSURE_DAY + 2 }, (_, i) => FIRST_UNSURE_DAY - 1 + i).join(',')};BYSETPOS=-1`;
}

function plainText(cycle: CycleExpression | CycleDayExpression): string {
  const interval = cycle.kind === 'cycle' ? cycle.interval : 1;
  if (interval === 1) return PLAIN[cycle.unit];
  const months = { quarter: 3, half_year: 6, month: 1 } as const;
  if (cycle.unit === 'month' || cycle.unit === 'quarter' || cycle.unit === 'half_year')
    return `FREQ=MONTHLY;INTERVAL=${interval * months[cycle.unit]}`;
  return `${PLAIN[cycle.unit]};INTERVAL=${interval}`;
}

/** The first day from `from` on that may be one of the rule: saves the search most of a year. */
export function firstPossible(rule: Rule, from: LocalDate): LocalDate {
  const { year, month } = dateParts(from);
  const months = rule.kind === 'yearly' ? rule.months : null;
  if (months === null || months.includes(month)) return from;
  const next = months.find((each) => each > month);
  return next === undefined ? localDate(year + 1, months[0] ?? 1, 1) : localDate(year, next, 1);
}

/** True where `date` is a day of the rule. */
export function isOccurrence(rule: Rule, date: LocalDate, calendar: WorkingCalendar): boolean {
  const { year, month, day, weekday } = dateParts(date);
  switch (rule.kind) {
    case 'daily':
      return calendar.isWorkingDay(date);
    case 'weekly':
      return weekday === rule.weekday;
    case 'day_of_month': {
      const isMonth = rule.monthOfQuarter === null || (month - 1) % 3 === rule.monthOfQuarter;
      const last = dateParts(lastDayOfMonth(year, month)).day;
      return isMonth && rule.days.some((each) => day === (each === -1 ? last : Math.min(each, last)));
    }
    case 'nth_weekday':
      return (
        weekday === rule.weekday &&
        (rule.nth === -1 ? dateParts(addDays(date, 7)).month !== month : Math.ceil(day / 7) === rule.nth)
      );
    case 'working_day':
      return date === nthWorkingDay(year, month, rule.nth, calendar);
    case 'yearly':
      return (
        rule.months.includes(month) && day === Math.min(rule.day, dateParts(lastDayOfMonth(year, month)).day)
      );
  }
}

function nthWorkingDay(year: number, month: number, nth: number, calendar: WorkingCalendar): LocalDate {
  if (nth < 0) return calendar.addWorkingDays(addDays(lastDayOfMonth(year, month), 1), nth);
  return calendar.addWorkingDays(addDays(localDate(year, month, 1), -1), nth);
}
