// What comes again: "hằng tuần", "mỗi tháng", "6 tháng một lần", "định kỳ quý"; and days that only a cycle gives a date:
// "ngày làm việc cuối cùng của tháng", "ngày 15 của tháng cuối quý", "thứ Sáu tuần cuối tháng".
import { CYCLE_WORDS } from '../lexicon/time-words.ts';
import type {
  CycleDayExpression,
  CycleExpression,
  CycleUnit,
  Family,
  WorkingDayExpression,
} from './expression.ts';
import { cycleDayExpression, cycleExpression, workingDayExpression } from './make-expression.ts';
import { countAt } from './numbers.ts';
import { Phrases, phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';
import { period } from './period.ts';
import { weekday, weekdays } from './weekday.ts';

interface Cycle {
  readonly unit: CycleUnit;
  readonly times: number;
}

const UNITS = new Phrases<Cycle>([
  [{ unit: 'day', times: 1 }, 'ngày, ngày làm việc'],
  [{ unit: 'week', times: 1 }, 'tuần, tuần lễ'],
  [{ unit: 'month', times: 1 }, 'tháng'],
  [{ unit: 'quarter', times: 1 }, 'quý, quí'],
  [{ unit: 'half_year', times: 1 }, 'nửa năm, 6 tháng, 06 tháng, sáu tháng'],
  [{ unit: 'year', times: 1 }, 'năm'],
]);

export const cycles: Family = { read: everyUnit, heads: CYCLE_WORDS.heads(), afterNumber: null };

export const rates: Family = {
  read: timesPer,
  heads: UNITS.heads(),
  afterNumber: ['lần', ...UNITS.heads()],
};

const GOODS = phraseSet(
  'đặt hàng, đơn hàng, mặt hàng, bán hàng, mua hàng, khách hàng, cửa hàng, ngân hàng, nhà hàng, xuất hàng, nhập hàng, giao hàng, nhận hàng, gian hàng, lô hàng, nguồn hàng, hợp đồng hàng, chào hàng, kho hàng, tồn hàng, cung ứng hàng, kiểm hàng',
);

/** "hằng tuần", "mỗi tháng", "định kỳ 6 tháng". */
function everyUnit(tokens: Tokens, i: number): CycleExpression | null {
  const every = CYCLE_WORDS.at(tokens, i);
  // "danh mục đặt hàng năm 2027": goods, not "each".
  if (every === null || (tokens.is(i, 'hàng') && GOODS.before(tokens, i + 1) !== null)) return null;
  const isEach = tokens.is(i, 'mỗi', 'từng');
  // "mỗi phòng", "định kỳ công tác": no unit follows.
  const count = countAt(tokens, every.to);
  const unit = UNITS.at(tokens, every.to) ?? (count && UNITS.at(tokens, count.to));
  if (unit === null) return everyPart(tokens, i, every.to, isEach);
  // "định kỳ ngày 25": a day of a cycle that is named elsewhere.
  if (unit.from === every.to && unit.value.unit === 'day' && tokens.isNumber(unit.to)) return null;
  const interval = unit.from === every.to ? 1 : (count?.value ?? 1);
  if (interval < 1 || (tokens.is(i, 'từng') && !tokens.is(unit.from, 'tháng', 'quý', 'tuần'))) return null;
  return normalCycle(i, skipTimes(tokens, unit.to), unit.value.unit, interval);
}

/** "mỗi sáng thứ Hai", "mỗi thứ Sáu", "mỗi cuối tuần", "mỗi đầu tháng", "hằng sáng". */
function everyPart(tokens: Tokens, i: number, at: number, isEach: boolean): CycleExpression | null {
  if (!isEach && !tokens.is(i, 'hằng', 'hàng')) return null;
  if (
    weekday(tokens, at) !== null ||
    (tokens.is(at, 'sáng', 'chiều', 'trưa', 'tối') && weekday(tokens, at + 1) !== null)
  ) {
    return cycleExpression(i, at, 'week', 1);
  }
  if (tokens.is(at, 'sáng', 'chiều', 'trưa', 'tối')) return cycleExpression(i, at, 'day', 1);
  const unit = tokens.is(at, 'cuối', 'đầu', 'giữa') ? UNITS.at(tokens, at + 1) : null;
  return unit && normalCycle(i, at, unit.value.unit, 1);
}

/** "6 tháng một lần", "2 tuần/lần", "1 lần/tuần", "mỗi tháng 1 lần", "một tuần một lần". */
function timesPer(tokens: Tokens, i: number): CycleExpression | null {
  const count = countAt(tokens, i);
  if (count !== null && tokens.is(count.to, 'lần')) {
    const at =
      tokens.isMark(count.to + 1, '/') || tokens.is(count.to + 1, 'mỗi', 'một', 'trong')
        ? count.to + 2
        : null;
    const unit = at === null ? null : UNITS.at(tokens, at);
    return unit !== null && count.value === 1 ? normalCycle(i, unit.to, unit.value.unit, 1) : null;
  }
  const at = count !== null ? count.to : i;
  const unit = UNITS.at(tokens, at);
  if (unit === null) return null;
  const isPer = tokens.isMark(unit.to, '/') && tokens.is(unit.to + 1, 'lần');
  const once = countAt(tokens, unit.to);
  const isOnce = once?.value === 1 && tokens.is(once.to, 'lần');
  if (!isPer && !isOnce) return null;
  const to = isPer ? unit.to + 2 : (once?.to ?? unit.to) + 1;
  return normalCycle(i, to, unit.value.unit, count?.value ?? 1);
}

function skipTimes(tokens: Tokens, at: number): number {
  const count = countAt(tokens, at);
  return count?.value === 1 && tokens.is(count.to, 'lần') ? count.to + 1 : at;
}

/** Six months are a half-year, three months a quarter, twelve a year. */
function normalCycle(from: number, to: number, unit: CycleUnit, interval: number): CycleExpression {
  if (unit === 'month' && interval === 3) return cycleExpression(from, to, 'quarter', 1);
  if (unit === 'month' && interval === 6) return cycleExpression(from, to, 'half_year', 1);
  if (unit === 'month' && interval === 12) return cycleExpression(from, to, 'year', 1);
  return cycleExpression(from, to, unit, interval);
}

/** A day named within a month or quarter that no date fixes. */
export const cycleDays: Family = {
  read: (tokens, i) => {
    if (!tokens.couldBe(i, 'ngày')) return dayOfQuarterMonth(tokens, i) ?? weekdayOfMonth(tokens, i);
    return tokens.isNumber(i + 1)
      ? dayOfQuarterMonth(tokens, i)
      : (workingDayOfMonth(tokens, i) ?? lastDayOfMonth(tokens, i));
  },
  heads: ['ngày', 'tháng', ...weekdays.heads],
  afterNumber: null,
};

/** "ngày làm việc cuối cùng của tháng", "ngày làm việc đầu tiên hằng tháng", "ngày làm việc cuối cùng của tháng 4". */
function workingDayOfMonth(tokens: Tokens, i: number): CycleDayExpression | WorkingDayExpression | null {
  if (!(tokens.is(i, 'ngày') && tokens.is(i + 1, 'làm') && tokens.is(i + 2, 'việc'))) return null;
  const nth = ordinalAt(tokens, i + 3);
  if (nth === null) return null;
  const end = ofMonth(tokens, nth.to);
  if (end !== null) return cycleDayExpression(i, end, 'month', { workingDay: nth.value });
  const month = period(tokens, tokens.is(nth.to, 'của', 'trong') ? nth.to + 1 : nth.to);
  return month?.unit === 'month' ? workingDayExpression(i, month.to, nth.value, month) : null;
}

/** "ngày cuối cùng của tháng", "ngày cuối tháng", "ngày đầu tiên của tháng". */
function lastDayOfMonth(tokens: Tokens, i: number): CycleDayExpression | null {
  if (!tokens.is(i, 'ngày')) return null;
  const nth = ordinalAt(tokens, i + 1);
  const end = nth && ofMonth(tokens, nth.to);
  return nth !== null && end !== null && (nth.value === 1 || nth.value === -1)
    ? cycleDayExpression(i, end, 'month', { day: nth.value })
    : null;
}

/** "ngày 15 của tháng cuối quý", "ngày 05 tháng đầu quý sau", "tháng cuối quý". */
function dayOfQuarterMonth(tokens: Tokens, i: number): CycleDayExpression | null {
  const hasDay = tokens.couldBe(i, 'ngày') && tokens.isNumber(i + 1) && tokens.size(i + 1) <= 2;
  const at = hasDay ? i + 2 : i;
  const month = hasDay && tokens.is(at, 'của') ? at + 1 : at;
  if (!tokens.is(month, 'tháng')) return null;
  const isLast = tokens.is(month + 1, 'cuối');
  const nth = ordinalAt(tokens, month + 1);
  if (nth === null) return null;
  const quarterAt = tokens.is(nth.to, 'của', 'mỗi', 'hằng', 'hàng', 'trong')
    ? tokens.is(nth.to + 1, 'mỗi', 'hằng', 'hàng')
      ? nth.to + 2
      : nth.to + 1
    : nth.to;
  if (!tokens.is(quarterAt, 'quý', 'quí') || tokens.isNumber(quarterAt + 1)) return null;
  const to =
    tokens.is(quarterAt + 1, 'sau', 'tiếp') && tokens.is(quarterAt + 1, 'sau')
      ? quarterAt + 2
      : quarterAt + 1;
  const monthOfQuarter = isLast || nth.value === -1 ? 2 : nth.value - 1;
  return cycleDayExpression(i, to, 'quarter', { day: hasDay ? tokens.value(i + 1) : null, monthOfQuarter });
}

/** "thứ Sáu cuối cùng của tháng", "thứ Hai tuần đầu tháng": only where the month is not named. */
function weekdayOfMonth(tokens: Tokens, i: number): CycleDayExpression | null {
  const found = weekday(tokens, i);
  if (found === null) return null;
  const at = tokens.is(found.to, 'tuần', 'của') ? found.to + 1 : found.to;
  const nth = ordinalAt(tokens, at);
  const end = nth && ofMonth(tokens, nth.to);
  return nth !== null && end !== null
    ? cycleDayExpression(i, end, 'month', { weekday: found.weekday, nthWeek: nth.value })
    : null;
}

function ordinalAt(tokens: Tokens, i: number): { to: number; value: number } | null {
  if (tokens.is(i, 'cuối')) return { to: tokens.is(i + 1, 'cùng') ? i + 2 : i + 1, value: -1 };
  if (tokens.is(i, 'đầu')) return { to: tokens.is(i + 1, 'tiên') ? i + 2 : i + 1, value: 1 };
  if (tokens.is(i, 'giữa')) return { to: i + 1, value: 2 };
  if (!tokens.is(i, 'thứ')) return null;
  if (tokens.is(i + 1, 'nhất')) return { to: i + 2, value: 1 };
  return countAt(tokens, i + 1);
}

/** The end of "của tháng", "trong tháng", "mỗi tháng", "hằng tháng"; null where a month is named. */
function ofMonth(tokens: Tokens, i: number): number | null {
  let at = tokens.is(i, 'của', 'trong') ? i + 1 : i;
  if (tokens.is(at, 'mỗi', 'hằng', 'hàng', 'từng')) at++;
  if (!tokens.is(at, 'tháng')) return null;
  const next = at + 1;
  const isNamed =
    tokens.isNumber(next) ||
    tokens.is(
      next,
      'này',
      'sau',
      'tới',
      'giêng',
      'chạp',
      'tư',
      'một',
      'hai',
      'ba',
      'năm',
      'sáu',
      'bảy',
      'tám',
      'chín',
      'mười',
    );
  return isNamed ? null : next;
}
