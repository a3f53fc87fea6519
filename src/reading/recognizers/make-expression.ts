// Makes time expressions, all of one shape in memory whatever their kind: a rule that asks any of them for its kind or its
// place then finds it at once. A shape for each kind would be more than the engine looks up without a search.
import type { Weekday } from '../../domain/local-time.ts';
import type {
  Clock,
  CycleDayExpression,
  CycleExpression,
  CycleUnit,
  DayName,
  DurationExpression,
  DurationUnit,
  EmptyExpression,
  ImpossibleExpression,
  MomentExpression,
  PartOfDay,
  PeriodExpression,
  PeriodPart,
  PeriodUnit,
  RangeExpression,
  TimeExpression,
  WeekName,
  WeekOfMonthExpression,
  WorkingDayExpression,
} from './expression.ts';

/** What expressions of any kind say; null where the kind has no such thing. */
interface AnyExpression {
  kind: TimeExpression['kind'];
  from: number;
  to: number;
  clock: Clock | null;
  part: PartOfDay | PeriodPart | null;
  day: DayName | number | null;
  weekday: Weekday | null;
  week: WeekName | null;
  isLimit: boolean;
  isWeak: boolean;
  unit: PeriodUnit | DurationUnit | CycleUnit | null;
  index: number | null;
  year: number | null;
  offset: number | null;
  yearOffset: number | null;
  isLunar: boolean;
  nth: number | null;
  month: PeriodExpression | number | null;
  amount: number | null;
  isFromNow: boolean;
  first: MomentExpression | PeriodExpression | null;
  last: MomentExpression | PeriodExpression | null;
  isChoice: boolean;
  interval: number | null;
  workingDay: number | null;
  nthWeek: number | null;
  monthOfQuarter: number | null;
}

const blank = (kind: TimeExpression['kind'], from: number, to: number): AnyExpression => ({
  kind,
  from,
  to,
  clock: null,
  part: null,
  day: null,
  weekday: null,
  week: null,
  isLimit: false,
  isWeak: false,
  unit: null,
  index: null,
  year: null,
  offset: null,
  yearOffset: null,
  isLunar: false,
  nth: null,
  month: null,
  amount: null,
  isFromNow: false,
  first: null,
  last: null,
  isChoice: false,
  interval: null,
  workingDay: null,
  nthWeek: null,
  monthOfQuarter: null,
});

/** The tokens [from, to) as a moment of which a day is named. */
export function dayMoment(from: number, to: number, day: DayName, isWeak = false): MomentExpression {
  const made = blank('moment', from, to);
  made.day = day;
  made.isWeak = isWeak;
  return made as MomentExpression;
}

/** … of which the time of day is named, "17h nay" with its day. */
export function clockMoment(
  from: number,
  to: number,
  clock: Clock,
  day: DayName | null = null,
): MomentExpression {
  const made = blank('moment', from, to);
  made.clock = clock;
  made.day = day;
  return made as MomentExpression;
}

/** … of which a part of the day is named, "sáng nay" with its day. */
export function partMoment(
  from: number,
  to: number,
  part: PartOfDay,
  day: DayName | null = null,
): MomentExpression {
  const made = blank('moment', from, to);
  made.part = part;
  made.day = day;
  return made as MomentExpression;
}

export function weekdayMoment(from: number, to: number, weekday: Weekday): MomentExpression {
  const made = blank('moment', from, to);
  made.weekday = weekday;
  return made as MomentExpression;
}

export function weekMoment(from: number, to: number, week: WeekName): MomentExpression {
  const made = blank('moment', from, to);
  made.week = week;
  return made as MomentExpression;
}

/** … of which several parts are named. */
export function joinedMoment(
  from: number,
  to: number,
  named: Omit<MomentExpression, 'kind' | 'from' | 'to'>,
): MomentExpression {
  const made = blank('moment', from, to);
  made.clock = named.clock;
  made.part = named.part;
  made.day = named.day;
  made.weekday = named.weekday;
  made.week = named.week;
  made.isLimit = named.isLimit;
  made.isWeak = named.isWeak;
  return made as MomentExpression;
}

/** @param named what says which period it is; all null for the current one whose unit is named alone */
export function periodExpression(
  from: number,
  to: number,
  unit: PeriodUnit,
  part: PeriodPart,
  named: Pick<PeriodExpression, 'index' | 'year' | 'offset' | 'isLunar'>,
): PeriodExpression {
  const made = blank('period', from, to);
  made.unit = unit;
  made.part = part;
  made.index = named.index;
  made.year = named.year;
  made.offset = named.offset;
  made.isLunar = named.isLunar;
  return made as PeriodExpression;
}

export function weekOfMonthExpression(
  from: number,
  to: number,
  nth: number,
  month: PeriodExpression,
): WeekOfMonthExpression {
  const made = blank('week_of_month', from, to);
  made.nth = nth;
  made.month = month;
  return made as WeekOfMonthExpression;
}

export function workingDayExpression(
  from: number,
  to: number,
  nth: number,
  month: PeriodExpression,
): WorkingDayExpression {
  const made = blank('working_day_of', from, to);
  made.nth = nth;
  made.month = month;
  return made as WorkingDayExpression;
}

export function durationExpression(
  from: number,
  to: number,
  amount: number,
  unit: DurationUnit,
  isFromNow: boolean,
): DurationExpression {
  const made = blank('duration', from, to);
  made.amount = amount;
  made.unit = unit;
  made.isFromNow = isFromNow;
  return made as DurationExpression;
}

export function rangeExpression(
  from: number,
  to: number,
  first: RangeExpression['first'],
  last: RangeExpression['last'],
  isChoice: boolean,
): RangeExpression {
  const made = blank('range', from, to);
  made.first = first;
  made.last = last;
  made.isChoice = isChoice;
  return made as RangeExpression;
}

export function cycleExpression(
  from: number,
  to: number,
  unit: CycleUnit,
  interval: number,
): CycleExpression {
  const made = blank('cycle', from, to);
  made.unit = unit;
  made.interval = interval;
  return made as CycleExpression;
}

/** @param named which day it is; what is not given does not say it */
export function cycleDayExpression(
  from: number,
  to: number,
  unit: CycleUnit,
  named: Partial<Pick<CycleDayExpression, 'day' | 'workingDay' | 'weekday' | 'nthWeek' | 'monthOfQuarter'>>,
): CycleDayExpression {
  const made = blank('cycle_day', from, to);
  made.unit = unit;
  made.day = named.day ?? null;
  made.workingDay = named.workingDay ?? null;
  made.weekday = named.weekday ?? null;
  made.nthWeek = named.nthWeek ?? null;
  made.monthOfQuarter = named.monthOfQuarter ?? null;
  return made as CycleDayExpression;
}

export function impossibleExpression(
  from: number,
  to: number,
  { day, month, year }: Pick<ImpossibleExpression, 'day' | 'month' | 'year'>,
): ImpossibleExpression {
  const made = blank('impossible', from, to);
  made.day = day;
  made.month = month;
  made.year = year;
  return made as ImpossibleExpression;
}

export const emptyExpression = (kind: EmptyExpression['kind'], from: number, to: number): EmptyExpression =>
  blank(kind, from, to) as EmptyExpression;
