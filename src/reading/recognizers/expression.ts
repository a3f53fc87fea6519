// What the recognizers say about a stretch of text: only what is written there. Nothing is filled in, and nothing is said
// about whether it is a deadline: that is the refiners' part.
import type { Weekday } from '../../domain/local-time.ts';
import type { Tokens } from './tokens.ts';

/** A time of day as written. */
export interface Clock {
  /** 0–24; 24 is the end of the day. */
  readonly hour: number;
  readonly minute: number;
  /** True for "5h": morning or afternoon is not said. */
  readonly isHalfOpen: boolean;
}

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** "sáng" is the whole morning, "đầu giờ sáng" its start, "cuối giờ sáng" its end. */
export interface PartOfDay {
  readonly part: DayPart;
  readonly edge: 'start' | 'whole' | 'end';
}

/** A day by its number: what is not written is null. */
export interface NumberedDay {
  readonly kind: 'numbered';
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly isLunar: boolean;
  /** "tháng 6 nhuận": the second of two months of that number. */
  readonly isLeapMonth: boolean;
  /** "ngày 15 tháng sau": months from the current one; null where the month is not named this way. */
  readonly monthOffset: number | null;
  /** "15/4 năm sau": years from the current one; null where the year is not named this way. */
  readonly yearOffset: number | null;
  /** Written with "mùng": the first ten days of a month, lunar in private life. */
  readonly isMung: boolean;
}

/** A day by its distance from the day of writing: "hôm nay" 0, "mai" 1. */
interface RelativeDay {
  readonly kind: 'relative';
  readonly days: number;
}

/** A day by its name: "Quốc khánh", "lễ", "sau Tết". */
export interface NamedDay {
  readonly kind: 'named';
  readonly name: string;
  readonly which:
    | { readonly kind: 'solar'; readonly month: number; readonly day: number }
    | { readonly kind: 'lunar'; readonly month: number | null; readonly day: number }
    /** The next stretch of days off for a holiday. */
    | { readonly kind: 'break' };
}

export type DayName = NumberedDay | RelativeDay | NamedDay;

/** A week: by its distance from the current one, or by its ISO number. `part` says where in the week. */
export interface WeekName {
  readonly offset: number | null;
  readonly number: number | null;
  readonly part: PeriodPart;
}

export type PeriodPart =
  | 'whole'
  | 'start'
  | 'middle'
  | 'end'
  /** thượng tuần, trung tuần, hạ tuần */
  | 'first_third'
  | 'second_third'
  | 'last_third';

export type PeriodUnit = 'month' | 'quarter' | 'half_year' | 'year';

interface Position {
  /** Token range [from, to). */
  readonly from: number;
  readonly to: number;
}

/** A moment: some of time, day, weekday and week are named. */
export interface MomentExpression extends Position {
  readonly kind: 'moment';
  readonly clock: Clock | null;
  readonly part: PartOfDay | null;
  readonly day: DayName | null;
  readonly weekday: Weekday | null;
  readonly week: WeekName | null;
  /** "mai trước 15h": "trước" stands inside it. */
  readonly isLimit: boolean;
  /** How it is written leaves doubt that it is a date at all: "15.4", "3-1", "15 này". */
  readonly isWeak: boolean;
}

/** A month, quarter, half-year or year, or a part of it. */
export interface PeriodExpression extends Position {
  readonly kind: 'period';
  readonly unit: PeriodUnit;
  /** Month 1–12, quarter 1–4, half 1–2; null for a year or where only `offset` is said. */
  readonly index: number | null;
  readonly year: number | null;
  /** From the current one: "tháng sau" 1; null where `index` or `year` says which. */
  readonly offset: number | null;
  /** "tháng 5 năm sau": years from the current one. */
  readonly yearOffset: number | null;
  readonly part: PeriodPart;
  readonly isLunar: boolean;
}

/** "tuần cuối tháng 5", "tuần thứ hai của tháng 5": the n-th Friday's week of a month; -1 is the last. */
export interface WeekOfMonthExpression extends Position {
  readonly kind: 'week_of_month';
  readonly nth: number;
  readonly month: PeriodExpression;
}

/** "ngày làm việc cuối cùng của tháng 4", "ngày làm việc đầu tiên của tháng sau": n-th working day; -1 is the last. */
export interface WorkingDayExpression extends Position {
  readonly kind: 'working_day_of';
  readonly nth: number;
  readonly month: PeriodExpression;
}

export type DurationUnit = 'minute' | 'hour' | 'day' | 'working_day' | 'week' | 'month' | 'quarter' | 'year';

/** A length of time: "05 ngày làm việc". */
export interface DurationExpression extends Position {
  readonly kind: 'duration';
  readonly amount: number;
  readonly unit: DurationUnit;
  /** "2 ngày nữa", "02 tuần tới": counted from the moment of writing. */
  readonly isFromNow: boolean;
}

/** From one moment or period to another. `first` is null for "từ nay". */
export interface RangeExpression extends Position {
  readonly kind: 'range';
  readonly first: MomentExpression | PeriodExpression | null;
  readonly last: MomentExpression | PeriodExpression;
  /** "15 hoặc 16/4": one of the two rather than a stretch. */
  readonly isChoice: boolean;
}

export type CycleUnit = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year';

/** "hằng tuần", "mỗi tháng", "6 tháng một lần". */
export interface CycleExpression extends Position {
  readonly kind: 'cycle';
  readonly unit: CycleUnit;
  readonly interval: number;
}

/** Days of a cycle that need it: "ngày làm việc cuối cùng của tháng", "ngày 15 tháng cuối quý". */
export interface CycleDayExpression extends Position {
  readonly kind: 'cycle_day';
  readonly unit: CycleUnit;
  /** Day of the month; -1 is the last. Null where `workingDay` says it. */
  readonly day: number | null;
  /** n-th working day of the month; -1 is the last. */
  readonly workingDay: number | null;
  /** Weekday in the n-th week of the month; null where it is a day of the month. */
  readonly weekday: Weekday | null;
  readonly nthWeek: number | null;
  /** Which months of a quarter or year: offset 0–2 in the quarter; null for every month. */
  readonly monthOfQuarter: number | null;
}

/** A date that no calendar has: "31/4", "29/2/2025". */
export interface ImpossibleExpression extends Position {
  readonly kind: 'impossible';
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

/** Words about the past or too vague to be a date: recognised so that their parts are not read as something else. */
export interface EmptyExpression extends Position {
  readonly kind: 'past' | 'vague';
}

export type TimeExpression =
  | MomentExpression
  | PeriodExpression
  | WeekOfMonthExpression
  | WorkingDayExpression
  | DurationExpression
  | RangeExpression
  | CycleExpression
  | CycleDayExpression
  | ImpossibleExpression
  | EmptyExpression;

/** Reads one family of expressions at token `i`; null where there is none. Must look only a bounded number of tokens ahead. */
export type Recognizer = (tokens: Tokens, i: number) => TimeExpression | null;

/** A recognizer with the words its expressions begin with, so that it is not asked in vain. */
export interface Family {
  readonly read: Recognizer;
  /** In lower case, with diacritics; two words where the first alone begins too much else ("tuần nữa"). */
  readonly heads: readonly string[];
  /** What may follow a number, in figures or words, that begins an expression: words, marks; null where none begins with one. */
  readonly afterNumber: readonly string[] | null;
}
