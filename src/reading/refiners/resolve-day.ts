// Places a named day in the calendar: the year or month that is not written, lunar dates, holidays.
import type { LocalDate } from '../../domain/local-time.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  dateParts,
  isRealDate,
  lastDayOfMonth,
  localDate,
  yearOf,
} from '../../domain/local-time.ts';
import { lunarMonthLength, lunarToSolar, solarToLunar } from '../../domain/lunar-calendar.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { ReadingContext } from '../context.ts';
import type { DayName, NamedDay, NumberedDay } from '../recognizers/expression.ts';
import type { Doubt, ResolvedTime, Resolution, UnresolvableTime } from './resolved.ts';
import { onDay } from './resolved.ts';
import { shortDate } from './vietnamese-dates.ts';

const LUNAR_YEARS: readonly [number, number] = [1950, 2100];
const LEAP_YEAR = 2024;

export function resolveDay(day: DayName, today: LocalDate, context: ReadingContext): Resolution {
  switch (day.kind) {
    case 'relative':
      return onDay(addDays(today, day.days));
    case 'named':
      return resolveNamed(day, today, context.calendar);
    case 'numbered':
      return day.isLunar
        ? resolveLunar(day.day, day.month, day.year, today, day.isLeapMonth)
        : resolveNumbered(day, today);
  }
}

function resolveNumbered(named: NumberedDay, today: LocalDate): Resolution {
  const { day, month } = named;
  if (month === null) return resolveDayOfMonth(named, today);
  const year = named.year ?? (named.yearOffset === null ? null : yearOf(today) + named.yearOffset);
  if (year !== null) {
    return isRealDate(year, month, day)
      ? onDay(localDate(year, month, day))
      : impossibleDate(day, month, year);
  }
  return resolveWithoutYear(day, month, today);
}

/** The nearest date on or after today. What the next year lacks too (29/2) is rather a slip than years away. */
function resolveWithoutYear(day: number, month: number, today: LocalDate): Resolution {
  const year = yearOf(today);
  const thisYear = isRealDate(year, month, day) ? localDate(year, month, day) : null;
  if (thisYear !== null && thisYear >= today)
    return onDay(thisYear, [`năm ${year} được suy ra từ ngày viết`]);
  if (!isRealDate(year + 1, month, day)) {
    return impossibleDate(
      day,
      month,
      lastDayOfMonth(year, month) >= today ? year : year + 1,
      `${day}/${month}`,
    );
  }
  const date = localDate(year + 1, month, day);
  if (thisYear === null) return onDay(date, [`năm ${year + 1} được suy ra vì năm nay không có ngày này`]);
  const assumptions = [`năm ${year + 1} được suy ra vì ${shortDate(thisYear, year)} năm nay đã qua`];
  // Nearer in the past than ahead, it may be a slip or a day gone by rather than next year's.
  if (daysBetween(thisYear, today) > daysBetween(today, date)) return onDay(date, assumptions);
  const question = `Ngày ${shortDate(thisYear, year)} năm nay đã qua. Hạn là ${shortDate(date)} hay ngày khác?`;
  return onDay(date, assumptions, { question, alternatives: [thisYear] });
}

/** "ngày 10": this month's, or the next month's where it has passed or does not exist. */
function resolveDayOfMonth({ day, monthOffset, isMung }: NumberedDay, today: LocalDate): Resolution {
  const first = `${today.slice(0, 8)}01`;
  let skipped: LocalDate | null = null;
  for (let offset = monthOffset ?? 0; offset <= (monthOffset ?? 2); offset++) {
    const { year, month } = dateParts(addMonths(first, offset));
    if (!isRealDate(year, month, day)) {
      if (monthOffset !== null) return impossibleDate(day, month, year);
      skipped = lastDayOfMonth(year, month);
      continue;
    }
    const date = localDate(year, month, day);
    if (monthOffset === null && date < today) continue;
    const assumed = monthOffset === null ? [`tháng ${month}/${year} được suy ra từ ngày viết`] : [];
    if (isMung)
      return withLunarDoubt(onDay(date, [...assumed, '“mùng” được hiểu theo dương lịch']), day, today);
    return onDay(date, assumed, skipped === null ? null : noSuchDayDoubt(day, skipped, date));
  }
  return impossibleDate(day, dateParts(today).month, null);
}

/** "ngày 31" written in a month of 30 days. */
function noSuchDayDoubt(day: number, lastDay: LocalDate, next: LocalDate): Doubt {
  const { month } = dateParts(lastDay);
  return {
    question: `Tháng ${month} không có ngày ${day}. Hạn là ${shortDate(lastDay)} hay ${shortDate(next)}?`,
    alternatives: [lastDay],
  };
}

/** In work talk "mùng 5" is solar; the lunar one is offered. */
function withLunarDoubt(solar: ResolvedTime, day: number, today: LocalDate): ResolvedTime {
  const lunar = resolveLunar(day, null, null, today);
  if (lunar.kind !== 'time' || lunar.first === solar.first) return solar;
  const question = `“Mùng ${day}” là ${shortDate(solar.first)} dương lịch hay ${shortDate(lunar.first)} (mùng ${day} âm lịch)?`;
  return { ...solar, doubt: { question, alternatives: [lunar.first] } };
}

/** Day 30 of a lunar month of 29 days is its last day: "30 Tết" is the eve whichever the year. */
function resolveLunar(
  day: number,
  month: number | null,
  year: number | null,
  today: LocalDate,
  isLeapMonth = false,
): Resolution {
  const now = solarToLunar(today);
  const candidates =
    year === null
      ? month === null
        ? nextMonths(now.year, now.month)
        : [now.year - 1, now.year, now.year + 1].map((lunarYear) => ({ year: lunarYear, month }))
      : [{ year, month: month ?? now.month }];
  for (const candidate of candidates) {
    if (candidate.year < LUNAR_YEARS[0] || candidate.year > LUNAR_YEARS[1]) continue;
    const lastDay = isLeapMonth ? day : lunarMonthLength(candidate.year, candidate.month);
    const date = lunarToSolar({ ...candidate, day: Math.min(day, lastDay), isLeapMonth });
    if (date !== null && (date >= today || year !== null)) {
      return onDay(date, [
        `ngày ${Math.min(day, lastDay)} tháng ${lunarMonthName(candidate.month)}${isLeapMonth ? ' nhuận' : ''} âm lịch là ${shortDate(date)}`,
      ]);
    }
  }
  return {
    kind: 'unresolvable',
    question: `Chưa đổi được ngày ${day} tháng ${month ?? '…'} âm lịch. Nhắn lại hạn theo dương lịch, ví dụ: 30/4.`,
    alternatives: [],
  };
}

const nextMonths = (year: number, month: number): { year: number; month: number }[] =>
  [0, 1, 2].map((offset) => ({
    year: year + Math.floor((month - 1 + offset) / 12),
    month: ((month - 1 + offset) % 12) + 1,
  }));

const lunarMonthName = (month: number): string =>
  month === 1 ? 'Giêng' : month === 12 ? 'Chạp' : String(month);

function resolveNamed({ which, name }: NamedDay, today: LocalDate, calendar: WorkingCalendar): Resolution {
  if (which.kind === 'lunar') return resolveLunar(which.day, which.month, null, today);
  if (which.kind === 'solar') {
    const year = yearOf(today);
    const thisYear = localDate(year, which.month, which.day);
    const date = thisYear >= today ? thisYear : localDate(year + 1, which.month, which.day);
    return onDay(date, [`${name} là ngày ${shortDate(date)}`]);
  }
  const start = nextHoliday(today, calendar);
  if (start === null)
    return {
      kind: 'unresolvable',
      question: `Chưa có lịch nghỉ để biết “${name}” là ngày nào. Nhắn lại hạn, ví dụ: 30/4.`,
      alternatives: [],
    };
  return onDay(start, [`kỳ nghỉ gần nhất: ${calendar.whyOff(start) ?? ''}, ${shortDate(start)}`]);
}

const LONGEST_WAIT_IN_DAYS = 300;

/** The first day off after `today` that is not an ordinary weekend day; null where the calendar knows none. */
function nextHoliday(today: LocalDate, calendar: WorkingCalendar): LocalDate | null {
  for (let offset = 1; offset <= LONGEST_WAIT_IN_DAYS; offset++) {
    const date = addDays(today, offset);
    const reason = calendar.whyOff(date);
    if (reason !== null && reason !== 'Chủ nhật' && reason !== 'thứ Bảy') return date;
  }
  return null;
}

/**
 * "Không rõ ngày “31/4”: tháng 4 có 30 ngày." with the readings that may be meant.
 * @param year the year that is written or meant; null where it does not matter
 */
export function impossibleDate(
  day: number,
  month: number,
  year: number | null,
  written = `${day}/${month}${year === null ? '' : `/${year}`}`,
): UnresolvableTime {
  if (month > 12) {
    const isSwapped = year !== null && isRealDate(year, day, month);
    const question = `Không rõ ngày “${written}”: không có tháng ${month}. ${EXAMPLES}`;
    return { kind: 'unresolvable', question, alternatives: isSwapped ? [localDate(year, day, month)] : [] };
  }
  const inYear = year ?? LEAP_YEAR;
  const lastDay = lastDayOfMonth(inYear, month);
  const isInNextMonth = month < 12 && isRealDate(inYear, month + 1, day);
  const alternatives =
    year === null ? [] : [lastDay, ...(isInNextMonth ? [localDate(inYear, month + 1, day)] : [])];
  const ofYear = month === 2 && year !== null ? `/${year}` : '';
  const days = month === 2 && year === null ? '28 hoặc 29' : String(dateParts(lastDay).day);
  const length = `tháng ${month}${ofYear} có ${days} ngày`;
  const examples = alternatives.map((date) => shortDate(date, year)).join(' hoặc ');
  const asking = examples === '' ? EXAMPLES : `Nhắn lại hạn, ví dụ: ${examples}.`;
  return { kind: 'unresolvable', question: `Không rõ ngày “${written}”: ${length}. ${asking}`, alternatives };
}

const EXAMPLES = 'Nhắn lại hạn, ví dụ: 30/4 hoặc 05/5.';
