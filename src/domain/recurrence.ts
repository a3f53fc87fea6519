// When work that comes again is due next. The rules are those that the reader writes (RFC 5545, without COUNT, UNTIL or
// hours): a frequency with an interval, days of the week or month, months, and a position among these.
import type { Deadline } from './deadline.ts';
import type { Instant, LocalDate, Weekday } from './local-time.ts';
import {
  addDays,
  addMonths,
  dateOf,
  dateParts,
  daysBetween,
  firstInstantAfter,
  lastDayOfMonth,
  localDate,
  localMoment,
  mondayOf,
  timeOf,
} from './local-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Twenty years and more: a rule that names no day in so many periods names none. */
const MOST_PERIODS = { DAILY: 8_000, WEEKLY: 1_100, MONTHLY: 260, YEARLY: 21 } as const;

interface Rule {
  readonly frequency: (typeof FREQUENCIES)[number];
  readonly interval: number;
  readonly months: readonly number[];
  /** Negative ones count from the end of the month. */
  readonly monthDays: readonly number[];
  /** `nth` 0: every one of the period. */
  readonly weekdays: readonly { readonly nth: number; readonly weekday: Weekday }[];
  /** Which of the days found in a period counts; negative ones from its end; null: all. */
  readonly position: number | null;
}

/**
 * The deadline of the occurrence that follows, with the same words, hour and margin; the first that is not over at
 * `now`, so that occurrences nobody was told of are left out. Null where the work does not come again or has no day.
 */
export const nextDeadline = (
  deadline: Deadline,
  calendar: WorkingCalendar,
  now: Instant,
): Deadline | null => {
  const { due, lastOk, rrule } = deadline;
  if (rrule === null || due === null || lastOk === null) return null;
  const rule = parseRule(rrule);
  if (rule === null) return null;
  const margin = daysBetween(dateOf(lastOk), dateOf(due));
  for (const day of occurrencesAfter(rule, dateOf(due), calendar)) {
    const onDay = (moment: string, date: LocalDate): string => {
      const time = timeOf(moment);
      return time === null ? date : localMoment(date, time);
    };
    const next = onDay(lastOk, addDays(day, -margin));
    if (firstInstantAfter(next) <= now) continue;
    return {
      ...deadline,
      due: onDay(due, day),
      lastOk: next,
      lastOkWorkday: calendar.workingDayOnOrBefore(dateOf(next)),
    };
  }
  return null;
};

const parseRule = (text: string): Rule | null => {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  const numbers = (key: string): number[] => parts.get(key)?.split(',').map(Number) ?? [];
  const frequency = FREQUENCIES.find((known) => known === parts.get('FREQ'));
  const weekdays = (parts.get('BYDAY')?.split(',') ?? []).map((code) => ({
    nth: Number(code.slice(0, -2)),
    weekday: (WEEKDAYS.findIndex((known) => known === code.slice(-2)) + 1) as Weekday,
  }));
  const [interval = 1] = numbers('INTERVAL');
  const [position = null] = numbers('BYSETPOS');
  const rule = { months: numbers('BYMONTH'), monthDays: numbers('BYMONTHDAY'), weekdays, interval, position };
  const figures = [
    interval,
    position ?? 1,
    ...rule.months,
    ...rule.monthDays,
    ...weekdays.map(({ nth }) => nth),
  ];
  const isSound =
    figures.every(Number.isInteger) && interval > 0 && weekdays.every(({ weekday }) => weekday > 0);
  return frequency === undefined || !isSound ? null : { frequency, ...rule };
};

/** The days of a rule after `start`, itself one of them, in order. */
function* occurrencesAfter(rule: Rule, start: LocalDate, calendar: WorkingCalendar): Generator<LocalDate> {
  let last = start;
  for (let period = 0; period < MOST_PERIODS[rule.frequency]; period++) {
    for (const day of daysOfPeriod(rule, start, period * rule.interval, calendar)) {
      if (day <= last) continue;
      last = day;
      yield day;
    }
  }
}

/** The days of the rule in the period that lies `offset` days, weeks, months or years after that of `start`. */
const daysOfPeriod = (
  rule: Rule,
  start: LocalDate,
  offset: number,
  calendar: WorkingCalendar,
): readonly LocalDate[] => {
  const { year, month, day, weekday } = dateParts(start);
  switch (rule.frequency) {
    case 'DAILY':
      // "Hằng ngày" is each working day: nothing is due on a day off.
      return [calendar.workingDayOnOrAfter(addDays(start, offset))];
    case 'WEEKLY': {
      const monday = addDays(mondayOf(start), offset * 7);
      const wanted = rule.weekdays.length === 0 ? [weekday] : rule.weekdays.map((each) => each.weekday);
      return wanted.toSorted((one, other) => one - other).map((each) => addDays(monday, each - 1));
    }
    case 'MONTHLY': {
      const first = addMonths(localDate(year, month, 1), offset);
      return isOf(rule, first) ? daysOfMonth(rule, first, day, calendar) : [];
    }
    case 'YEARLY': {
      const months = rule.months.length === 0 ? [month] : rule.months.toSorted((one, other) => one - other);
      return months.flatMap((each) => daysOfMonth(rule, localDate(year + offset, each, 1), day, calendar));
    }
  }
};

const isOf = ({ months }: Rule, first: LocalDate): boolean =>
  months.length === 0 || months.includes(dateParts(first).month);

/** The days of the rule in the month that begins on `first`; without any in the rule, the day `usual`. */
const daysOfMonth = (
  { monthDays, weekdays, position }: Rule,
  first: LocalDate,
  usual: number,
  calendar: WorkingCalendar,
): LocalDate[] => {
  const { year, month } = dateParts(first);
  const last = lastDayOfMonth(year, month);
  const length = dateParts(last).day;
  if (isWorkingDayRule(weekdays) && position !== null) {
    const edge = position < 0 ? addDays(last, 1) : addDays(first, -1);
    return [calendar.addWorkingDays(edge, position)];
  }
  const days =
    weekdays.length > 0
      ? weekdays.flatMap((each) => weekdaysOfMonth(each, first, length))
      : monthDays.length > 0
        ? monthDays.map((each) => (each < 0 ? length + 1 + each : each))
        : [Math.min(usual, length)];
  const found = [...new Set(days)]
    .filter((each) => each >= 1 && each <= length)
    .sort((one, other) => one - other)
    .map((each) => localDate(year, month, each));
  if (position === null) return found;
  const one = found.at(position < 0 ? position : position - 1);
  return one === undefined ? [] : [one];
};

/** "Ngày làm việc thứ n của tháng" is written as a rule over Monday to Friday; which days are worked, the calendar says. */
const isWorkingDayRule = (weekdays: Rule['weekdays']): boolean =>
  weekdays.length === 5 && weekdays.every(({ nth, weekday }) => nth === 0 && weekday <= 5);

const weekdaysOfMonth = (
  { nth, weekday }: Rule['weekdays'][number],
  first: LocalDate,
  length: number,
): number[] => {
  const earliest = ((weekday - dateParts(first).weekday + 7) % 7) + 1;
  const all = Array.from(
    { length: Math.floor((length - earliest) / 7) + 1 },
    (_, week) => earliest + 7 * week,
  );
  if (nth === 0) return all;
  const one = all.at(nth < 0 ? nth : nth - 1);
  return one === undefined ? [] : [one];
};
