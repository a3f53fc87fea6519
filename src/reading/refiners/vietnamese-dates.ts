// How explanations and questions name days: "thứ Sáu, 18/4", "18/4/2025 (thứ Sáu)".
import type { LocalDate, LocalMoment, Weekday } from '../../domain/local-time.ts';
import { dateOf, dateParts, timeOf } from '../../domain/local-time.ts';

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'thứ Hai',
  2: 'thứ Ba',
  3: 'thứ Tư',
  4: 'thứ Năm',
  5: 'thứ Sáu',
  6: 'thứ Bảy',
  7: 'Chủ nhật',
};

const twoFigures = (value: number): string => String(value).padStart(2, '0');

/** Days below ten and months 1 and 2 carry a zero (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const dayAndMonth = (day: number, month: number): string =>
  `${twoFigures(day)}/${month <= 2 ? twoFigures(month) : month}`;

export const weekdayName = (weekday: Weekday): string => WEEKDAY_NAMES[weekday];

export const weekdayOf = (date: LocalDate): string => WEEKDAY_NAMES[dateParts(date).weekday];

/** "18/4", or "18/4/2026" where the year is not `year`. */
export function shortDate(date: LocalDate, year: number | null = null): string {
  const parts = dateParts(date);
  const short = dayAndMonth(parts.day, parts.month);
  return parts.year === year ? short : `${short}/${parts.year}`;
}

/** "17h00", "24h00" never: midnight belongs to the day it begins. */
export const clockTime = (time: string): string => time.replace(':', 'h');

/** "thứ Sáu, 18/4" or "10h00 thứ Sáu, 18/4". */
export function namedMoment(moment: LocalMoment, year: number | null): string {
  const time = timeOf(moment);
  const date = dateOf(moment);
  const day = `${weekdayOf(date)}, ${shortDate(date, year)}`;
  return time === null ? day : `${clockTime(time)} ${day}`;
}
