import { DateTime } from 'luxon';

/**
 * The time zone every decision is made in. Việt Nam has had no daylight saving time since 1975, so an instant and
 * its local form can always be turned into each other.
 */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** A moment as milliseconds since 1970-01-01T00:00:00Z. This is the form in which moments are stored and compared. */
export type Instant = number;

/** A calendar day in {@link ZONE}, `yyyy-MM-dd`. Compares correctly as a string. */
export type LocalDate = string;

/** A time of day in {@link ZONE}, `HH:mm`. */
export type TimeOfDay = string;

/** A day (`2025-04-15`) or a minute of a day (`2025-04-15T17:00:00+07:00`), as a document names it. */
export type LocalMoment = string;

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

// Days are counted from 1970-01-01 by plain arithmetic: readers and planners do it thousands of times a message.
const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

const format = (year: number, month: number, dayOfMonth: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;
const MS_PER_DAY = MINUTES_PER_DAY * MS_PER_MINUTE;

// Nor need the zone be looked up: local time has been seven hours ahead of UTC since June 1975.
const OFFSET_MS = 7 * 60 * MS_PER_MINUTE;
const SAME_OFFSET_SINCE = Date.UTC(1976, 0, 1);

/** Of `yyyy-MM-dd`. */
const DAY_LENGTH = 10;
const DASH = 0x2d;
const COLON = 0x3a;
const ZERO = 0x30;

/** The number in two characters from `at`; -1 where one is no digit. */
const twoFigures = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
};

/** The year at the head of a day or moment; -1 where there is none. */
const yearIn = (text: string): number => {
  const century = twoFigures(text, 0);
  const ofCentury = twoFigures(text, 2);
  return century >= 0 && ofCentury >= 0 ? century * 100 + ofCentury : -1;
};

const parse = (date: LocalDate): { year: number; month: number; day: number } => {
  const year = yearIn(date);
  const month = twoFigures(date, 5);
  const dayOfMonth = twoFigures(date, 8);
  const isDayForm = date.length === DAY_LENGTH && date.charCodeAt(4) === DASH && date.charCodeAt(7) === DASH;
  if (!isDayForm || !isRealDate(year, month, dayOfMonth)) throw new RangeError(`Not a calendar day: ${date}`);
  return { year, month, day: dayOfMonth };
};

const DAYS_IN_400_YEARS = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/** Years that begin in March end with the leap day, if they have one; 153 is the days of five months from March on. */
const dayNumberOf = (year: number, month: number, dayOfMonth: number): number => {
  const marchYear = month <= 2 ? year - 1 : year;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
};

const dayNumber = (date: LocalDate): number => {
  const { year, month, day } = parse(date);
  return dayNumberOf(year, month, day);
};

const DAYS_IN_40_YEARS = 14_610;
/** The days that agencies speak of, from 2010 to 2049, are written out once each. */
const FIRST_WRITTEN = DAYS_IN_40_YEARS;
const writtenDays = new Array<LocalDate>(DAYS_IN_40_YEARS).fill('');

/** The inverse of {@link dayNumberOf}, as it is written. */
const fromDayNumber = (days: number): LocalDate => {
  const index = days - FIRST_WRITTEN;
  if (!(index >= 0 && index < writtenDays.length)) return writtenOut(days);
  const known = writtenDays[index] ?? '';
  if (known !== '') return known;
  const written = writtenOut(days);
  writtenDays[index] = written;
  return written;
};

const writtenOut = (days: number): LocalDate => {
  const sinceMarch = days + DAYS_BEFORE_1970;
  const era = Math.floor(sinceMarch / DAYS_IN_400_YEARS);
  const dayOfEra = sinceMarch - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  if (!isRealDate(year, month, dayOfMonth))
    throw new RangeError(`There is no ${dayOfMonth}/${month}/${year}`);
  return format(year, month, dayOfMonth);
};

/** 1970-01-01 was a Thursday. */
const weekdayOfNumber = (days: number): Weekday => (((((days + 3) % 7) + 7) % 7) + 1) as Weekday;

/** True where year, month (1–12) and day name a day that exists. */
export const isRealDate = (year: number, month: number, dayOfMonth: number): boolean =>
  Number.isInteger(year) &&
  year >= 100 &&
  year <= 9999 &&
  Number.isInteger(month) &&
  month >= 1 &&
  month <= 12 &&
  Number.isInteger(dayOfMonth) &&
  dayOfMonth >= 1 &&
  dayOfMonth <= daysInMonth(year, month);

/** Makes a day out of its parts. @throws RangeError where there is no such day; ask {@link isRealDate} first. */
export const localDate = (year: number, month: number, dayOfMonth: number): LocalDate => {
  if (!isRealDate(year, month, dayOfMonth))
    throw new RangeError(`There is no ${dayOfMonth}/${month}/${year}`);
  return fromDayNumber(dayNumberOf(year, month, dayOfMonth));
};

/** The parts of a day; `weekday` is ISO (Monday 1). */
export const dateParts = (
  date: LocalDate,
): { year: number; month: number; day: number; weekday: Weekday } => {
  const { year, month, day } = parse(date);
  return { year, month, day, weekday: weekdayOfNumber(dayNumberOf(year, month, day)) };
};

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** Adds calendar months; a day that the target month lacks becomes its last day (Bộ luật Dân sự 2015, Điều 148.3). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = parse(date);
  const total = year * 12 + month - 1 + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total - toYear * 12 + 1;
  return localDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
};

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The year of a day or moment. */
export const yearOf = (moment: LocalMoment): number => yearIn(moment);

const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** The year of a day, and which day of it it is: 0 is 1 January. */
export const placeInYear = (date: LocalDate): { year: number; dayOfYear: number } => {
  const { year, month, day } = parse(date);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return { year, dayOfYear: (DAYS_BEFORE_MONTH[month] ?? 0) + leapDay + day - 1 };
};

/** @throws RangeError where there is no such month */
export const lastDayOfMonth = (year: number, month: number): LocalDate =>
  localDate(year, month, daysInMonth(year, month));

/** The Monday of the ISO week that `date` lies in. */
export const mondayOf = (date: LocalDate): LocalDate => {
  const days = dayNumber(date);
  return fromDayNumber(days - weekdayOfNumber(days) + 1);
};

/** The instant at which the minute `time` of `date` begins in {@link ZONE}. @throws RangeError where there is no such minute */
export const instantOf = (date: LocalDate, time: TimeOfDay = '00:00'): Instant => {
  const hour = twoFigures(time, 0);
  const minute = twoFigures(time, 3);
  const isMinute = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  const isTimeForm = time.length === 5 && time.charCodeAt(2) === COLON && isMinute;
  if (!isTimeForm) throw new RangeError(`Not a minute: ${date} ${time}`);
  const instant = dayNumber(date) * MS_PER_DAY + (hour * 60 + minute) * MS_PER_MINUTE - OFFSET_MS;
  return instant >= SAME_OFFSET_SINCE
    ? instant
    : DateTime.fromISO(`${date}T${time}`, { zone: ZONE }).toMillis();
};

/** The day in {@link ZONE} that an instant falls on. */
export const localDateOf = (instant: Instant): LocalDate =>
  fromDayNumber(Math.floor((instant + offsetAt(instant)) / MS_PER_DAY));

/** The time of day in {@link ZONE} at an instant, to the minute. */
export const timeOfDayOf = (instant: Instant): TimeOfDay => {
  const minutes = Math.floor((instant + offsetAt(instant)) / MS_PER_MINUTE);
  const ofDay = ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
};

/** What local time is ahead of UTC at an instant. */
const offsetAt = (instant: Instant): number =>
  instant >= SAME_OFFSET_SINCE
    ? OFFSET_MS
    : DateTime.fromMillis(instant, { zone: ZONE }).offset * MS_PER_MINUTE;

/** Joins a day and a time of day, as documents name them: `2025-04-15T17:00:00+07:00`. */
export const localMoment = (date: LocalDate, time: TimeOfDay): LocalMoment => `${date}T${time}:00+07:00`;

/** The day of a moment. */
export const dateOf = (moment: LocalMoment): LocalDate => moment.slice(0, 10);

/** The time of day of a moment; null where it names a whole day. */
export const timeOf = (moment: LocalMoment): TimeOfDay | null =>
  moment.length > DAY_LENGTH ? moment.slice(11, 16) : null;

/** The first instant that is too late for a deadline whose last good moment is `lastOk`: midnight after a day, the minute after a minute. */
export const firstInstantAfter = (lastOk: LocalMoment): Instant => {
  const time = timeOf(lastOk);
  return time === null ? instantOf(addDays(dateOf(lastOk), 1)) : instantOf(dateOf(lastOk), time) + 60_000;
};
