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

const MOST_MONTHS_SEARCHED = 26;

/** The first day of the rule on or after `from`; null where two years have none. */
export function occurrenceFrom(rule: Rule, from: LocalDate, calendar: WorkingCalendar): LocalDate | null {
  if (rule.kind === 'daily') return calendar.workingDayOnOrAfter(from);
  if (rule.kind === 'weekly') return addDays(from, (rule.weekday - dateParts(from).weekday + 7) % 7);
  const start = dateParts(from);
  for (let offset = 0; offset < MOST_MONTHS_SEARCHED; offset++) {
    const year = start.year + Math.floor((start.month - 1 + offset) / 12);
    const month = ((start.month - 1 + offset) % 12) + 1;
    const next = daysIn(rule, year, month, calendar).find((date) => date >= from);
    if (next !== undefined) return next;
  }
  return null;
}

/** The days of a rule in one month, in order. */
function daysIn(
  rule: Exclude<Rule, { kind: 'daily' | 'weekly' }>,
  year: number,
  month: number,
  calendar: WorkingCalendar,
): LocalDate[] {
  const last = lastDayOfMonth(year, month);
  const onDay = (day: number): LocalDate =>
    day === -1 || day > dateParts(last).day ? last : localDate(year, month, day);
  switch (rule.kind) {
    case 'day_of_month':
      return rule.monthOfQuarter === null || (month - 1) % 3 === rule.monthOfQuarter
        ? rule.days.map(onDay).sort()
        : [];
    case 'yearly':
      return rule.months.includes(month) ? [onDay(rule.day)] : [];
    case 'nth_weekday':
      return nthWeekday(rule.weekday, rule.nth, localDate(year, month, 1), last);
    case 'working_day': {
      const edge = rule.nth < 0 ? addDays(last, 1) : addDays(localDate(year, month, 1), -1);
      return [calendar.addWorkingDays(edge, rule.nth)];
    }
  }
}

/** The n-th such weekday between the first and last day of a month; none where the month has only four. */
function nthWeekday(weekday: Weekday, nth: number, first: LocalDate, last: LocalDate): LocalDate[] {
  const date =
    nth < 0
      ? addDays(last, -((dateParts(last).weekday - weekday + 7) % 7))
      : addDays(first, ((weekday - dateParts(first).weekday + 7) % 7) + 7 * (nth - 1));
  return date <= last ? [date] : [];
}
