// Lengths of time: "05 ngày làm việc", "48h", "nửa tháng", "một tuần", "1 tiếng rưỡi", "2 ngày nữa", "02 tuần tới".
import type { DurationExpression, DurationUnit, Family } from './expression.ts';
import { durationExpression } from './make-expression.ts';
import { countAt } from './numbers.ts';
import { Phrases, phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

interface Unit {
  readonly unit: DurationUnit;
  readonly times: number;
}

const UNITS = new Phrases<Unit>([
  [{ unit: 'minute', times: 1 }, 'phút, p'],
  [{ unit: 'hour', times: 1 }, 'giờ, giờ đồng hồ, tiếng, tiếng đồng hồ, h'],
  [{ unit: 'working_day', times: 1 }, 'ngày làm việc, ngày công, nlv, ngày hành chính, hôm làm việc'],
  [{ unit: 'day', times: 1 }, 'ngày, hôm, bữa, ngày đêm'],
  [{ unit: 'week', times: 1 }, 'tuần, tuần lễ'],
  [{ unit: 'working_day', times: 5 }, 'tuần làm việc'],
  [{ unit: 'month', times: 1 }, 'tháng'],
  [{ unit: 'quarter', times: 1 }, 'quý'],
  [{ unit: 'year', times: 1 }, 'năm'],
]);

/** Half of a unit (Bộ luật Dân sự 2015, Điều 146: half a month is 15 days, half a year six months). */
const HALVES: Readonly<Record<DurationUnit, readonly [amount: number, unit: DurationUnit]>> = {
  minute: [0.5, 'minute'],
  hour: [30, 'minute'],
  day: [12, 'hour'],
  working_day: [4, 'hour'],
  week: [3, 'day'],
  month: [15, 'day'],
  quarter: [45, 'day'],
  year: [6, 'month'],
};

const LONGEST_IN_UNITS = 999;

export const durations: Family = {
  read: duration,
  heads: ['ngày làm', 'nửa', 'tuần nữa', 'tháng nữa', 'tiếng nữa', 'năm nữa'],
  afterNumber: ['(', ...UNITS.heads()],
};

function duration(tokens: Tokens, i: number): DurationExpression | null {
  return halfUnit(tokens, i) ?? counted(tokens, i) ?? oneMore(tokens, i) ?? nextWorkingDay(tokens, i);
}

/** "ngày làm việc tiếp theo": one working day from now. */
function nextWorkingDay(tokens: Tokens, i: number): DurationExpression | null {
  const next = tokens.is(i, 'ngày') ? NEXT_WORKING_DAY.at(tokens, i) : null;
  return next && durationExpression(i, next.to, 1, 'working_day', true);
}

const NEXT_WORKING_DAY = phraseSet(
  'ngày làm việc tiếp theo, ngày làm việc kế tiếp, ngày làm việc liền sau, ngày làm việc hôm sau',
);

function counted(tokens: Tokens, i: number): DurationExpression | null {
  const count = countAt(tokens, i);
  if (count === null || count.value < 1 || count.value > LONGEST_IN_UNITS) return null;
  const at = tokens.isMark(count.to, '(') ? skipBracket(tokens, count.to) : count.to;
  const unit = UNITS.at(tokens, at);
  if (unit === null || isDateRatherThanLength(tokens, unit.to, unit.value.unit)) return null;
  const hasHalf = tokens.is(unit.to, 'rưỡi');
  const base: Length = { amount: count.value * unit.value.times, unit: unit.value.unit };
  return finish(tokens, i, hasHalf ? unit.to + 1 : unit.to, hasHalf ? withHalf(base) : base);
}

interface Length {
  readonly amount: number;
  readonly unit: DurationUnit;
}

function withHalf({ amount, unit }: Length): Length {
  const [half, smaller] = HALVES[unit];
  const inSmaller: Partial<Record<DurationUnit, number>> = {
    hour: 60,
    day: 24,
    month: 30,
    year: 12,
    week: 7,
  };
  return { amount: amount * (inSmaller[unit] ?? 1) + half, unit: smaller };
}

/** "nửa tháng", "nửa ngày", "nửa tiếng". */
function halfUnit(tokens: Tokens, i: number): DurationExpression | null {
  if (!tokens.is(i, 'nửa')) return null;
  const unit = UNITS.at(tokens, i + 1);
  if (unit === null || isDateRatherThanLength(tokens, unit.to, unit.value.unit)) return null;
  const [amount, smaller] = HALVES[unit.value.unit];
  return finish(tokens, i, unit.to, { amount, unit: smaller });
}

/** "tuần nữa", "tháng nữa": one. */
function oneMore(tokens: Tokens, i: number): DurationExpression | null {
  if (
    !tokens.is(i, 'tuần', 'tháng', 'tiếng', 'năm') ||
    !tokens.is(i + 1, 'nữa') ||
    tokens.is(i - 1, 'vài', 'mấy')
  )
    return null;
  const unit = UNITS.at(tokens, i);
  return unit && finish(tokens, i, unit.to, { amount: 1, unit: unit.value.unit });
}

/** "(năm)" in "05 (năm) ngày làm việc". */
function skipBracket(tokens: Tokens, i: number): number {
  for (let at = i + 1; at <= i + 4; at++) if (tokens.isMark(at, ')')) return at + 1;
  return i;
}

/** "20 tháng 4", "15 tháng Tư", "17 giờ 30", "6 tháng đầu năm": a date, a clock, a half-year. */
function isDateRatherThanLength(tokens: Tokens, at: number, unit: DurationUnit): boolean {
  if (unit === 'month' && (tokens.isNumber(at) || (tokens.is(at, 'đầu', 'cuối') && tokens.is(at + 1, 'năm'))))
    return true;
  return unit === 'month' && tokens.is(at, 'giêng', 'chạp', 'tư');
}

function finish(tokens: Tokens, from: number, to: number, length: Length): DurationExpression {
  const isFromNow =
    tokens.is(to, 'nữa') ||
    (tokens.is(to, 'tới') && !tokens.is(to + 1, 'ngày', 'hết', 'cuối', 'thứ') && !tokens.isNumber(to + 1));
  return durationExpression(from, isFromNow ? to + 1 : to, length.amount, length.unit, isFromNow);
}
