import type { LocalDate } from './local-time.ts';
import { addDays, dateParts, daysBetween, localDate, placeInYear } from './local-time.ts';
import { lunarToSolar } from './lunar-calendar.ts';

/** The official calendar of the administrative sector, as data (config/holidays.yaml). */
export interface CalendarData {
  /** ISO weekdays that are off; normally Saturday (6) and Sunday (7). */
  readonly weekend: readonly number[];
  /** Days off that would be working days otherwise, each with its reason in Vietnamese ("Giỗ Tổ", "Hoán đổi"). */
  readonly daysOff: Readonly<Record<LocalDate, string>>;
  /** Weekend days that are worked, in exchange for a swapped day off. */
  readonly workingSaturdays: readonly LocalDate[];
  /** Years the table is complete for; of any other year only weekends are known, and Tết is assumed. */
  readonly years: readonly number[];
}

const LONGEST_BREAK_IN_DAYS = 30;

/** Of a year without a table: from the last day of the old lunar year on, as many days as the law gives (Bộ luật Lao động 2019, Điều 112). */
const ASSUMED_TET_DAYS = 5;
const ASSUMED_TET = 'Tết Nguyên đán (dự kiến)';
/** The years for which the lunar calendar is good. */
const LUNAR_YEARS = { first: 1950, last: 2100 } as const;

/** One year, counted through once: element i is how many working days come before its day i (0 is 1 January). */
type WorkedBefore = Uint16Array;

/**
 * Answers what is a working day. Pure; every date is a day in Asia/Ho_Chi_Minh. However far apart two days are, and
 * however many days are added, the answer takes one look at each year in between.
 */
export class WorkingCalendar {
  private readonly weekend: ReadonlySet<number>;
  private readonly daysOff: ReadonlyMap<LocalDate, string>;
  private readonly workingSaturdays: ReadonlySet<LocalDate>;
  private readonly years: ReadonlySet<number>;
  private readonly counted = new Map<number, WorkedBefore>();

  constructor(data: CalendarData) {
    this.weekend = new Set(data.weekend);
    this.daysOff = new Map(Object.entries(data.daysOff));
    this.workingSaturdays = new Set(data.workingSaturdays);
    this.years = new Set(data.years);
  }

  /** False where the official table has no entry for the year of `date`: holidays are then unknown, not absent. */
  knows(date: LocalDate): boolean {
    return this.years.has(dateParts(date).year);
  }

  /** The years of [from, to] that the official table lacks: whatever is planned there rests on weekends and an assumed Tết. */
  unknownYears(from: LocalDate, to: LocalDate): readonly number[] {
    const [first, last] = [dateParts(from).year, dateParts(to).year];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
      (year) => !this.years.has(year),
    );
  }

  isWorkingDay(date: LocalDate): boolean {
    const { year, dayOfYear } = placeInYear(date);
    const worked = this.count(year);
    return (worked[dayOfYear + 1] ?? 0) > (worked[dayOfYear] ?? 0);
  }

  /** Why `date` is off, in Vietnamese ("Chủ nhật", "thứ Bảy", "Giỗ Tổ", "Tết Nguyên đán (dự kiến)"); null on a working day. */
  whyOff(date: LocalDate): string | null {
    const holiday = this.daysOff.get(date);
    if (holiday !== undefined) return holiday;
    const { year, weekday } = dateParts(date);
    if (this.workingSaturdays.has(date)) return null;
    if (this.weekend.has(weekday)) return weekday === 7 ? 'Chủ nhật' : 'thứ Bảy';
    return !this.years.has(year) && isAssumedTet(year, date) ? ASSUMED_TET : null;
  }

  /** `date` itself where it is a working day, else the nearest one before it. */
  workingDayOnOrBefore(date: LocalDate): LocalDate {
    return this.walk(date, -1);
  }

  /** `date` itself where it is a working day, else the nearest one after it. */
  workingDayOnOrAfter(date: LocalDate): LocalDate {
    return this.walk(date, 1);
  }

  /** The nearest working day later than `date`. */
  nextWorkingDay(date: LocalDate): LocalDate {
    return this.walk(addDays(date, 1), 1);
  }

  /** The `count`-th working day after (or, where negative, before) `date`; `date` itself is never counted (Bộ luật Dân sự 2015, Điều 147). */
  addWorkingDays(date: LocalDate, count: number): LocalDate {
    if (count === 0) return date;
    let { year } = dateParts(date);
    // Which working day of the year is wanted, the first being 1; of an earlier year where it is less, of a later one
    // where the year has not so many.
    let wanted = count > 0 ? this.workedThrough(date) + count : this.workedBefore(date) + count + 1;
    while (wanted < 1) wanted += this.workedIn(--year);
    while (wanted > this.workedIn(year)) wanted -= this.workedIn(year++);
    return addDays(localDate(year, 1, 1), indexOf(this.count(year), wanted));
  }

  /** How many working days lie in (from, to]; 0 where `to` is not later than `from`. This is "quá hạn N ngày làm việc". */
  workingDaysAfter(from: LocalDate, to: LocalDate): number {
    if (to <= from) return 0;
    const last = dateParts(to).year;
    let count = this.workedThrough(to) - this.workedThrough(from);
    for (let { year } = dateParts(from); year < last; year++) count += this.workedIn(year);
    return count;
  }

  /** Working days of its year before `date`. */
  private workedBefore(date: LocalDate): number {
    const { year, dayOfYear } = placeInYear(date);
    return this.count(year)[dayOfYear] ?? 0;
  }

  /** Working days of its year up to `date`. */
  private workedThrough(date: LocalDate): number {
    const { year, dayOfYear } = placeInYear(date);
    return this.count(year)[dayOfYear + 1] ?? 0;
  }

  /** @throws RangeError where a year has no working day: whoever looked for one would look for ever */
  private workedIn(year: number): number {
    const worked = this.count(year).at(-1) ?? 0;
    if (worked === 0) throw new RangeError(`No working day in ${year}: the calendar is wrong`);
    return worked;
  }

  private count(year: number): WorkedBefore {
    const known = this.counted.get(year);
    if (known !== undefined) return known;
    const first = localDate(year, 1, 1);
    const days = daysBetween(first, localDate(year, 12, 31)) + 1;
    const worked = new Uint16Array(days + 1);
    for (let day = 0; day < days; day++) {
      worked[day + 1] = (worked[day] ?? 0) + (this.whyOff(addDays(first, day)) === null ? 1 : 0);
    }
    this.counted.set(year, worked);
    return worked;
  }

  private walk(date: LocalDate, step: 1 | -1): LocalDate {
    let current = date;
    for (let tried = 0; tried <= LONGEST_BREAK_IN_DAYS; tried++) {
      if (this.isWorkingDay(current)) return current;
      current = addDays(current, step);
    }
    throw new RangeError(
      `No working day within ${LONGEST_BREAK_IN_DAYS} days of ${date}: the calendar is wrong`,
    );
  }
}

/** The day of the year (0 is 1 January) that is its `wanted`-th working day. */
const indexOf = (worked: WorkedBefore, wanted: number): number => {
  let [low, high] = [0, worked.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((worked[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const isAssumedTet = (year: number, date: LocalDate): boolean => {
  if (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) return false;
  const newYear = lunarToSolar({ year, month: 1, day: 1, isLeapMonth: false });
  if (newYear === null) return false;
  const day = daysBetween(newYear, date) + 1;
  return day >= 0 && day < ASSUMED_TET_DAYS;
};
