// Dates and hours as offices write them (Nghị định 30/2020/NĐ-CP: days below 10 and months 1 and 2 take a zero).
import type { Instant, LocalDate, LocalMoment, TimeOfDay, Weekday } from '../../domain/local-time.ts';
import { dateOf, dateParts, localDateOf, timeOf, timeOfDayOf } from '../../domain/local-time.ts';

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'thứ Hai',
  2: 'thứ Ba',
  3: 'thứ Tư',
  4: 'thứ Năm',
  5: 'thứ Sáu',
  6: 'thứ Bảy',
  7: 'Chủ nhật',
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** "thứ Sáu" */
export const weekdayName = (date: LocalDate): string => WEEKDAYS[dateParts(date).weekday];

/** "18/4", "05/02" */
export const dayAndMonth = (date: LocalDate): string => {
  const { day, month } = dateParts(date);
  return `${twoDigits(day)}/${month < 3 ? twoDigits(month) : month}`;
};

/** "18/4/2025" */
export const numericDate = (date: LocalDate): string => `${dayAndMonth(date)}/${dateParts(date).year}`;

/** "18/4" in the year of `today`, else "18/4/2026" */
export const shortDate = (date: LocalDate, today: LocalDate): string =>
  dateParts(date).year === dateParts(today).year ? dayAndMonth(date) : numericDate(date);

/** "thứ Sáu, 18/4/2025" */
export const fullDate = (date: LocalDate): string => `${weekdayName(date)}, ${numericDate(date)}`;

/** "thứ Sáu, 18/4" in the year of `today`, else "thứ Sáu, 18/4/2026" */
export const weekdayDate = (date: LocalDate, today: LocalDate): string =>
  `${weekdayName(date)}, ${shortDate(date, today)}`;

/** "thứ Sáu, 18/4"; "thứ Bảy, 26/4 (ngày làm việc)": a Saturday that is worked surprises people who are not told. */
export const reminderDay = (date: LocalDate, today: LocalDate): string =>
  `${weekdayDate(date, today)}${dateParts(date).weekday >= 6 ? ' (ngày làm việc)' : ''}`;

/** "17h00" */
export const hour = (time: TimeOfDay): string => time.replace(':', 'h');

/** "thứ Sáu, 18/4/2025", "17h00 thứ Sáu, 18/4/2025" */
export const fullMoment = (moment: LocalMoment): string => {
  const time = timeOf(moment);
  return `${time === null ? '' : `${hour(time)} `}${fullDate(dateOf(moment))}`;
};

/** "18/4", "17h00 18/4" */
export const shortMoment = (moment: LocalMoment, today: LocalDate): string => {
  const time = timeOf(moment);
  return `${time === null ? '' : `${hour(time)} `}${shortDate(dateOf(moment), today)}`;
};

/** An instant as a clock in Việt Nam shows it: "08h00 thứ Hai, 21/4". `today` decides whether the year is named. */
export const clockTime = (instant: Instant, today: LocalDate = localDateOf(instant)): string =>
  `${hour(timeOfDayOf(instant))} ${weekdayDate(localDateOf(instant), today)}`;
