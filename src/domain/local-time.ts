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

const day = (date: LocalDate): DateTime<true> => {
  const parsed = DateTime.fromISO(date, { zone: 'utc' });
  if (!parsed.isValid) throw new RangeError(`Not a calendar day: ${date}`);
  return parsed;
};

/** True where year, month (1–12) and day name a day that exists. */
export const isRealDate = (year: number, month: number, dayOfMonth: number): boolean =>
  DateTime.utc(year, month, dayOfMonth).isValid;

/** Makes a day out of its parts. @throws RangeError where there is no such day; ask {@link isRealDate} first. */
export const localDate = (year: number, month: number, dayOfMonth: number): LocalDate => {
  const made = DateTime.utc(year, month, dayOfMonth);
  if (!made.isValid) throw new RangeError(`There is no ${dayOfMonth}/${month}/${year}`);
  return made.toISODate();
};

/** The parts of a day; `weekday` is ISO (Monday 1). */
export const dateParts = (
  date: LocalDate,
): { year: number; month: number; day: number; weekday: Weekday } => {
  const parsed = day(date);
  return { year: parsed.year, month: parsed.month, day: parsed.day, weekday: parsed.weekday };
};

export const addDays = (date: LocalDate, days: number): LocalDate => day(date).plus({ days }).toISODate();

/** Adds calendar months; a day that the target month lacks becomes its last day (Bộ luật Dân sự 2015, Điều 148.3). */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  day(date).plus({ months }).toISODate();

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => day(to).diff(day(from), 'days').days;

export const lastDayOfMonth = (year: number, month: number): LocalDate =>
  DateTime.utc(year, month).endOf('month').toISODate() ?? localDate(year, month, 28);

/** The Monday of the ISO week that `date` lies in. */
export const mondayOf = (date: LocalDate): LocalDate => day(date).startOf('week').toISODate();

/** The instant at which the minute `time` of `date` begins in {@link ZONE}. @throws RangeError where there is no such minute */
export const instantOf = (date: LocalDate, time: TimeOfDay = '00:00'): Instant => {
  const minute = DateTime.fromISO(`${date}T${time}`, { zone: ZONE });
  if (!minute.isValid) throw new RangeError(`Not a minute: ${date} ${time}`);
  return minute.toMillis();
};

/** The day in {@link ZONE} that an instant falls on. */
export const localDateOf = (instant: Instant): LocalDate =>
  DateTime.fromMillis(instant, { zone: ZONE }).toISODate() ?? '';

/** The time of day in {@link ZONE} at an instant, to the minute. */
export const timeOfDayOf = (instant: Instant): TimeOfDay =>
  DateTime.fromMillis(instant, { zone: ZONE }).toFormat('HH:mm');

/** Joins a day and a time of day, as documents name them: `2025-04-15T17:00:00+07:00`. */
export const localMoment = (date: LocalDate, time: TimeOfDay): LocalMoment => `${date}T${time}:00+07:00`;

/** The day of a moment. */
export const dateOf = (moment: LocalMoment): LocalDate => moment.slice(0, 10);

/** The time of day of a moment; null where it names a whole day. */
export const timeOf = (moment: LocalMoment): TimeOfDay | null =>
  moment.includes('T') ? moment.slice(11, 16) : null;

/** The first instant that is too late for a deadline whose last good moment is `lastOk`: midnight after a day, the minute after a minute. */
export const firstInstantAfter = (lastOk: LocalMoment): Instant => {
  const time = timeOf(lastOk);
  return time === null ? instantOf(addDays(dateOf(lastOk), 1)) : instantOf(dateOf(lastOk), time) + 60_000;
};
