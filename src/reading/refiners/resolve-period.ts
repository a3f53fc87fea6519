// Places weeks, months, quarters, half-years and years in the calendar.
//
// A week's deadline is its Friday; đầu, giữa, cuối tuần are Monday, Wednesday, Friday. Đầu, giữa, cuối tháng are the 1st,
// the 15th and the last day; đầu, giữa, cuối năm 1/1, 30/6, 31/12 (Bộ luật Dân sự 2015, Điều 146); thượng, trung, hạ
// tuần end on the 10th, the 20th and the last day.
import type { Precision } from '../../domain/deadline.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import {
  addDays,
  addMonths,
  dateParts,
  lastDayOfMonth,
  localDate,
  mondayOf,
} from '../../domain/local-time.ts';
import { lunarMonthLength, lunarToSolar, solarToLunar } from '../../domain/lunar-calendar.ts';
import type {
  PeriodExpression,
  PeriodPart,
  PeriodUnit,
  WeekName,
  WeekOfMonthExpression,
} from '../recognizers/expression.ts';
import type { Doubt, Resolution, ResolvedTime } from './resolved.ts';
import { shortDate } from './vietnamese-dates.ts';

interface Stretch {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const DAYS_TO_FRIDAY = 4;
const DAYS_TO_SUNDAY = 6;
const DAYS_TO_WEDNESDAY = 2;

const time = (
  stretch: Stretch,
  precision: Precision,
  assumptions: readonly string[],
  doubt: Doubt | null = null,
): ResolvedTime => ({ kind: 'time', ...stretch, precision, assumptions, doubt });

export function resolveWeek(week: WeekName, today: LocalDate): ResolvedTime {
  const monday = mondayOfWeek(week, today);
  const friday = addDays(monday, DAYS_TO_FRIDAY);
  const sunday = addDays(monday, DAYS_TO_SUNDAY);
  const tuesday = addDays(monday, 1);
  switch (week.part) {
    case 'start':
      return time({ first: monday, last: monday }, 'week', ['đầu tuần được hiểu là thứ Hai'], {
        question: `“Đầu tuần” là thứ Hai, ${shortDate(monday)} hay thứ Ba, ${shortDate(tuesday)}?`,
        alternatives: [tuesday],
      });
    case 'middle':
      return time(
        { first: addDays(monday, DAYS_TO_WEDNESDAY), last: addDays(monday, DAYS_TO_WEDNESDAY) },
        'week',
        ['giữa tuần được hiểu là thứ Tư'],
      );
    case 'end':
      return time({ first: friday, last: friday }, 'week', ['cuối tuần được hiểu là thứ Sáu'], {
        question: `“Cuối tuần” là thứ Sáu, ${shortDate(friday)} hay Chủ nhật, ${shortDate(sunday)}?`,
        alternatives: [sunday],
      });
    default:
      // Who writes on a Saturday "trong tuần này" cannot mean the Friday before.
      return friday < today && monday <= today
        ? time({ first: monday, last: sunday }, 'week', ['hết tuần được hiểu là Chủ nhật vì thứ Sáu đã qua'])
        : time({ first: monday, last: friday }, 'week', ['hết tuần được hiểu là thứ Sáu']);
  }
}

/** The Monday of a named week; a part of "the week" that has passed means the next week's. */
export function mondayOfWeek({ offset, number, part }: WeekName, today: LocalDate): LocalDate {
  const monday = mondayOf(today);
  if (offset !== null) return addDays(monday, 7 * offset);
  if (number !== null) return mondayOfIsoWeek(number, today);
  const isPast =
    (part === 'start' && today >= monday) ||
    (part === 'middle' && today > addDays(monday, DAYS_TO_WEDNESDAY)) ||
    (part === 'end' && today > addDays(monday, DAYS_TO_FRIDAY));
  return isPast ? addDays(monday, 7) : monday;
}

/** ISO 8601: week 1 holds 4 January. A week that ended half a year ago is next year's. */
function mondayOfIsoWeek(number: number, today: LocalDate): LocalDate {
  const { year } = dateParts(today);
  const inYear = (of: number): LocalDate => addDays(mondayOf(localDate(of, 1, 4)), 7 * (number - 1));
  const thisYear = inYear(year);
  return thisYear < addDays(today, -183) ? inYear(year + 1) : thisYear;
}

/** "tuần thứ hai của tháng 5": the week of the month's second Friday. */
export function resolveWeekOfMonth({ nth, month }: WeekOfMonthExpression, today: LocalDate): Resolution {
  const named = resolvePeriod(month, today);
  if (named.kind !== 'time') return named;
  const start = named.first;
  const end = lastDayOfMonth(dateParts(start).year, dateParts(start).month);
  const firstFriday = addDays(start, (5 - dateParts(start).weekday + 7) % 7);
  const lastFriday = addDays(end, -((dateParts(end).weekday - 5 + 7) % 7));
  const friday = nth === -1 ? lastFriday : addDays(firstFriday, 7 * (nth - 1));
  return time({ first: addDays(friday, -DAYS_TO_FRIDAY), last: friday }, 'week', [
    ...named.assumptions,
    'hết tuần được hiểu là thứ Sáu',
  ]);
}

const MONTHS_IN: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };

export function resolvePeriod(period: PeriodExpression, today: LocalDate): Resolution {
  if (period.isLunar && period.unit === 'month') return resolveLunarMonth(period, today);
  const { stretch, assumptions } = stretchOf(period, today);
  const parted = partOf(stretch, period.unit, period.part);
  return time(parted, period.unit, assumptions, doubtOf(period, stretch));
}

function stretchOf(period: PeriodExpression, today: LocalDate): { stretch: Stretch; assumptions: string[] } {
  const now = dateParts(today);
  const months = MONTHS_IN[period.unit];
  const year = period.year ?? (period.yearOffset === null ? null : now.year + period.yearOffset);
  if (period.unit === 'year') {
    const named = year ?? now.year + (period.offset ?? 0);
    return skipPast(period, { first: localDate(named, 1, 1), last: localDate(named, 12, 31) }, today, 12);
  }
  if (period.index === null) {
    const current = localDate(now.year, Math.floor((now.month - 1) / months) * months + 1, 1);
    return skipPast(
      period,
      wholeMonths(addMonths(current, months * (period.offset ?? 0)), months),
      today,
      months,
    );
  }
  const startMonth = (period.index - 1) * months + 1;
  const namedYear = year ?? (period.offset === null ? null : now.year + period.offset);
  if (namedYear !== null)
    return { stretch: wholeMonths(localDate(namedYear, startMonth, 1), months), assumptions: [] };
  const thisYear = wholeMonths(localDate(now.year, startMonth, 1), months);
  const chosen =
    thisYear.last >= today ? thisYear : wholeMonths(localDate(now.year + 1, startMonth, 1), months);
  return { stretch: chosen, assumptions: [`năm ${dateParts(chosen.first).year} được suy ra từ ngày viết`] };
}

const wholeMonths = (first: LocalDate, months: number): Stretch => ({
  first,
  last: addDays(addMonths(first, months), -1),
});

/** "đầu tháng", "giữa tháng" of which nothing says which: the next one that is still to come. */
function skipPast(
  period: PeriodExpression,
  stretch: Stretch,
  today: LocalDate,
  months: number,
): { stretch: Stretch; assumptions: string[] } {
  const isNamed = period.offset !== null || period.year !== null || period.part === 'whole';
  if (isNamed || partOf(stretch, period.unit, period.part).last >= today) return { stretch, assumptions: [] };
  return {
    stretch: wholeMonths(addMonths(stretch.first, months), months),
    assumptions: ['lần gần nhất chưa qua'],
  };
}

function partOf({ first, last }: Stretch, unit: PeriodUnit, part: PeriodPart): Stretch {
  switch (part) {
    case 'whole':
      return { first, last };
    case 'start':
      return { first, last: first };
    case 'middle':
      return sameDay(middleOf(first, unit));
    case 'end':
    case 'last_third':
      return { first: part === 'end' ? last : addDays(first, 20), last };
    case 'first_third':
      return { first, last: addDays(first, 9) };
    case 'second_third':
      return { first: addDays(first, 10), last: addDays(first, 19) };
  }
}

function middleOf(first: LocalDate, unit: PeriodUnit): LocalDate {
  switch (unit) {
    case 'month':
      return addDays(first, 14);
    case 'quarter':
      return addDays(addMonths(first, 1), 14);
    case 'half_year':
      return addDays(addMonths(first, 3), -1);
    case 'year':
      return addDays(addMonths(first, 6), -1);
  }
}

const sameDay = (date: LocalDate): Stretch => ({ first: date, last: date });

function doubtOf({ part, unit, offset }: PeriodExpression, stretch: Stretch): Doubt | null {
  if (part === 'start' && unit !== 'month') return startDoubt(stretch, unit);
  // "sang năm làm" may just put the work off.
  const isFarOff = unit === 'year' && part === 'whole' && offset !== null && offset > 0;
  return isFarOff
    ? { question: `Chỉ nêu năm ${dateParts(stretch.first).year}. Hạn là ngày nào?`, alternatives: [] }
    : null;
}

/** "đầu năm 2026" is 1/1 by law; people mean its first month or quarter. */
function startDoubt({ first }: Stretch, unit: PeriodUnit): Doubt {
  const endOfMonth = addDays(addMonths(first, 1), -1);
  const endOfQuarter = addDays(addMonths(first, 3), -1);
  const alternatives = unit === 'quarter' ? [endOfMonth] : [endOfMonth, endOfQuarter];
  return {
    question: `“Đầu ${unit === 'quarter' ? 'quý' : 'năm'}” là ${shortDate(first)} hay muộn hơn?`,
    alternatives,
  };
}

/** "trong tháng Giêng", "cuối tháng Chạp". */
function resolveLunarMonth(period: PeriodExpression, today: LocalDate): Resolution {
  const month = period.index ?? 1;
  const now = solarToLunar(today);
  for (const year of period.year === null ? [now.year - 1, now.year, now.year + 1] : [period.year]) {
    const length = lunarMonthLength(year, month);
    const first = lunarToSolar({ year, month, day: 1, isLeapMonth: false });
    if (first === null) continue;
    const stretch = { first, last: addDays(first, length - 1) };
    const middle = addDays(first, 14);
    const parted = period.part === 'middle' ? sameDay(middle) : partOf(stretch, 'month', period.part);
    if (parted.last >= today || period.year !== null) {
      return time(parted, 'month', [
        `tháng ${month === 1 ? 'Giêng' : 'Chạp'} âm lịch: ${shortDate(first)} – ${shortDate(stretch.last)}`,
      ]);
    }
  }
  return {
    kind: 'unresolvable',
    question: 'Chưa đổi được tháng âm lịch. Nhắn lại hạn theo dương lịch, ví dụ: 30/4.',
    alternatives: [],
  };
}
