import type { LocalDate } from './local-time.ts';
import { addDays, dateParts } from './local-time.ts';

/** The official calendar of the administrative sector, as data (config/holidays.yaml). */
export interface CalendarData {
  /** ISO weekdays that are off; normally Saturday (6) and Sunday (7). */
  readonly weekend: readonly number[];
  /** Days off that would be working days otherwise, each with its reason in Vietnamese ("Giỗ Tổ", "Hoán đổi"). */
  readonly daysOff: Readonly<Record<LocalDate, string>>;
  /** Weekend days that are worked, in exchange for a swapped day off. */
  readonly workingSaturdays: readonly LocalDate[];
  /** Years the table is complete for; any other year knows only weekends. */
  readonly years: readonly number[];
}

const LONGEST_BREAK_IN_DAYS = 30;

/** Answers what is a working day. Pure; every date is a day in Asia/Ho_Chi_Minh. */
export class WorkingCalendar {
  private readonly weekend: ReadonlySet<number>;
  private readonly daysOff: ReadonlyMap<LocalDate, string>;
  private readonly workingSaturdays: ReadonlySet<LocalDate>;
  private readonly years: ReadonlySet<number>;

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

  isWorkingDay(date: LocalDate): boolean {
    return this.whyOff(date) === null;
  }

  /** Why `date` is off, in Vietnamese ("Chủ nhật", "thứ Bảy", "Giỗ Tổ"); null on a working day. */
  whyOff(date: LocalDate): string | null {
    const holiday = this.daysOff.get(date);
    if (holiday !== undefined) return holiday;
    const { weekday } = dateParts(date);
    if (!this.weekend.has(weekday) || this.workingSaturdays.has(date)) return null;
    return weekday === 7 ? 'Chủ nhật' : 'thứ Bảy';
  }

  /** `date` itself where it is a working day, else the nearest one before it. */
  workingDayOnOrBefore(date: LocalDate): LocalDate {
    return this.walk(date, -1);
  }

  /** `date` itself where it is a working day, else the nearest one after it. */
  workingDayOnOrAfter(date: LocalDate): LocalDate {
    return this.walk(date, 1);
  }

  /** The `count`-th working day after (or, where negative, before) `date`; `date` itself is never counted (Bộ luật Dân sự 2015, Điều 147). */
  addWorkingDays(date: LocalDate, count: number): LocalDate {
    const step = count < 0 ? -1 : 1;
    let current = date;
    for (let left = Math.abs(count); left > 0; left--) current = this.walk(addDays(current, step), step);
    return current;
  }

  /** How many working days lie in (from, to]; 0 where `to` is not later than `from`. This is "quá hạn N ngày làm việc". */
  workingDaysAfter(from: LocalDate, to: LocalDate): number {
    let count = 0;
    for (let current = addDays(from, 1); current <= to; current = addDays(current, 1)) {
      if (this.isWorkingDay(current)) count++;
    }
    return count;
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
