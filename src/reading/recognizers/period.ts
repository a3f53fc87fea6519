// Months, quarters, half-years and years, and parts of them: "tháng 5/2025", "Quý IV", "cuối tháng", "hạ tuần tháng 6",
// "6 tháng đầu năm 2025", "đầu năm sau", "trong tháng".
import {
  DIGIT_WORDS,
  MONTH_NAMES,
  NOT_WHICH_ONE,
  ROMAN_QUARTERS,
  WHERE_IN_PERIOD,
  WHICH_ONE,
} from '../lexicon/time-words.ts';
import type { Family, PeriodExpression, PeriodPart, PeriodUnit } from './expression.ts';
import { periodExpression } from './make-expression.ts';
import { countAt, yearAt } from './numbers.ts';
import { phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

interface Found {
  readonly to: number;
  readonly unit: PeriodUnit;
  readonly index: number | null;
  readonly year: number | null;
  readonly offset: number | null;
  readonly isLunar: boolean;
}

const numbered = (
  unit: PeriodUnit,
  index: number | null,
  year: number | null,
  to: number,
  isLunar = false,
): Found => ({ to, unit, index, year, offset: null, isLunar });

const relative = (unit: PeriodUnit, offset: number | null, to: number): Found => ({
  to,
  unit,
  index: null,
  year: null,
  offset,
  isLunar: false,
});

export const periods: Family = {
  read: (tokens, i) => period(tokens, i),
  heads: [...WHERE_IN_PERIOD.openings(), 'tháng', 't', 'th', 'thg', 'quý', 'quí', 'q', 'năm', 'sang', 'nửa'],
  afterNumber: ['tháng', 'ngày'],
};

/** "5/2025". */
export const monthsInFigures: Family = {
  read: (tokens, i) => {
    const found = monthAndYear(tokens, i);
    return found && conclude(i, 'whole', found);
  },
  heads: [],
  afterNumber: ['/', '-'],
};

/** Reads a period at token `i`, with the word before it that says where in it ("cuối tháng 5"). */
export function period(tokens: Tokens, i: number): PeriodExpression | null {
  const months = monthsOfYear(tokens, i);
  if (months !== null) return conclude(i, 'whole', months);
  const where = WHERE_IN_PERIOD.at(tokens, i);
  const at = where !== null ? (tokens.is(where.to, 'của') ? where.to + 1 : where.to) : i;
  const found =
    month(tokens, at, where !== null) ??
    quarter(tokens, at, where !== null) ??
    year(tokens, at, where !== null) ??
    intoNext(tokens, at);
  return found && conclude(i, where?.value ?? 'whole', found);
}

const conclude = (from: number, part: PeriodPart, found: Found): PeriodExpression =>
  periodExpression(from, found.to, found.unit, part, found);

function month(tokens: Tokens, i: number, hasPart: boolean): Found | null {
  const short = abbreviatedMonth(tokens, i) ?? monthAndYear(tokens, i);
  if (short !== null) return short;
  if (!tokens.couldBe(i, 'tháng')) return null;
  const number = i + 1;
  if (
    tokens.isNumber(number) &&
    tokens.size(number) <= 2 &&
    tokens.value(number) >= 1 &&
    tokens.value(number) <= 12
  ) {
    const year = yearAfter(tokens, number + 1);
    if (year === null && tokens.isMark(number + 1, '/%') && tokens.isGlued(number + 1)) return null;
    return numbered('month', tokens.value(number), year?.value ?? null, year?.to ?? number + 1);
  }
  const name = MONTH_NAMES.at(tokens, number);
  // Without marks "thang sau" is next month, not June.
  const isNext = tokens.at(number)?.text === 'sau';
  if (
    name !== null &&
    !isNext &&
    !tokens.is(name.to, 'lần') &&
    !(tokens.is(number, 'hai') && tokens.is(name.to, 'lần'))
  ) {
    const year = yearAfter(tokens, name.to);
    const { month, isLunar } = name.value;
    return numbered('month', month, year?.value ?? null, year?.to ?? name.to, isLunar);
  }
  return whichOrCurrent(tokens, i, 'month', hasPart);
}

/** "T5/2025", "t12": only a month that no weekday can be, or one with a year. */
function abbreviatedMonth(tokens: Tokens, i: number): Found | null {
  if (
    !tokens.couldBe(i, 't', 'th', 'thg') ||
    tokens.isGlued(i) ||
    !tokens.isGlued(i + 1) ||
    tokens.size(i + 1) > 2
  )
    return null;
  const index = tokens.value(i + 1);
  const year = yearAfter(tokens, i + 2);
  if (
    !(index >= 1 && index <= 12) ||
    (year === null && index >= 2 && index <= 7 && tokens.at(i)?.text === 't')
  )
    return null;
  if (year === null && tokens.isGlued(i + 2) && !tokens.isMark(i + 2, ',.;:!?)')) return null;
  return numbered('month', index, year?.value ?? null, year?.to ?? i + 2);
}

/** "5/2025" after a word that makes it a date. */
function monthAndYear(tokens: Tokens, i: number): Found | null {
  if (
    !tokens.isNumber(i) ||
    tokens.size(i) > 2 ||
    tokens.isGlued(i) ||
    !tokens.isMark(i + 1, '/-') ||
    !tokens.isGlued(i + 1)
  )
    return null;
  const index = tokens.value(i);
  const year = tokens.isGlued(i + 2) ? yearAt(tokens, i + 2) : null;
  if (year === null || !(index >= 1 && index <= 12)) return null;
  if (tokens.isGlued(i + 3) && !tokens.isMark(i + 3, ',.;:!?)"')) return null;
  return numbered('month', index, year, i + 3);
}

function quarter(tokens: Tokens, i: number, hasPart: boolean): Found | null {
  const isShort = tokens.at(i)?.text === 'q' && tokens.isGlued(i + 1);
  if (!isShort && !tokens.couldBe(i, 'quý', 'quí')) return null;
  const index = tokens.isNumber(i + 1)
    ? tokens.size(i + 1) <= 2
      ? tokens.value(i + 1)
      : Number.NaN
    : (ROMAN_QUARTERS.get(tokens.at(i + 1)?.text ?? '') ??
      DIGIT_WORDS.at(tokens, i + 1)?.value ??
      Number.NaN);
  if (index >= 1 && index <= 4) {
    const year = yearAfter(tokens, i + 2);
    if (year === null && tokens.isMark(i + 2, '/%') && tokens.isGlued(i + 2)) return null;
    return numbered('quarter', index, year?.value ?? null, year?.to ?? i + 2);
  }
  return tokens.is(i, 'quý', 'quí') ? whichOrCurrent(tokens, i, 'quarter', hasPart) : null;
}

/** "6 tháng đầu năm 2025", "9 tháng đầu năm", "sáu tháng cuối năm", "nửa đầu năm 2025". */
function monthsOfYear(tokens: Tokens, i: number): Found | null {
  const count = countAt(tokens, i);
  const isMonths = count !== null && tokens.is(count.to, 'tháng');
  const at = isMonths ? count.to + 1 : tokens.is(i, 'nửa') ? i + 1 : null;
  if (at === null || !tokens.is(at + 1, 'năm')) return null;
  const isStart = tokens.is(at, 'đầu');
  if (!isStart && !tokens.is(at, 'cuối', 'sau')) return null;
  const part = partOfYear(isMonths ? count.value : 6, isStart);
  if (!part) return null;
  const year = yearAt(tokens, at + 2);
  const which = year === null ? WHICH_ONE.at(tokens, at + 2) : null;
  const to = year === null ? (which?.to ?? at + 2) : at + 3;
  return { to, unit: part.unit, index: part.index, year, offset: which?.value ?? null, isLunar: false };
}

/** Some months from either end of a year: what ends when they do. */
function partOfYear(months: number, isStart: boolean): (Pick<Found, 'unit'> & { index: number }) | null {
  if (months < 1 || months >= MONTHS_IN_YEAR) return null;
  if (months === 6) return { unit: 'half_year', index: isStart ? 1 : 2 };
  if (months % 3 === 0) return { unit: 'quarter', index: isStart ? months / 3 : 4 };
  return { unit: 'month', index: isStart ? months : MONTHS_IN_YEAR };
}

const MONTHS_IN_YEAR = 12;

const MOVED_BEFORE = phraseSet('kéo dài, lùi, dời, hoãn, đổi, chuyển, đẩy, bước, lấn');

/** "Sang năm làm tiếp", "Sang tháng nộp cũng được": the next one, where no other is named. */
function intoNext(tokens: Tokens, i: number): Found | null {
  const name = i + 2;
  if (!tokens.is(i, 'sang') || tokens.isNumber(name)) return null;
  if (tokens.is(i + 1, 'năm')) return relative('year', 1, name);
  const unit = tokens.is(i + 1, 'tháng') ? 'month' : tokens.is(i + 1, 'quý') ? 'quarter' : null;
  if (unit === null || MOVED_BEFORE.before(tokens, i) !== null) return null;
  const isNamed =
    WHICH_ONE.at(tokens, name) ??
    (unit === 'month' ? MONTH_NAMES.at(tokens, name) : ROMAN_QUARTERS.get(tokens.at(name)?.text ?? ''));
  return isNamed ? null : relative(unit, 1, name);
}

function year(tokens: Tokens, i: number, hasPart: boolean): Found | null {
  if (!tokens.couldBe(i, 'năm')) return null;
  const number = yearAt(tokens, i + 1);
  if (number !== null) {
    if (tokens.isMark(i + 2, '-') && yearAt(tokens, i + 3) !== null) return null;
    return numbered('year', null, number, i + 2);
  }
  return tokens.is(i, 'năm') ? whichOrCurrent(tokens, i, 'year', hasPart) : null;
}

/** "tháng sau"; "cuối tháng", "trong quý": the current one. A bare "tháng" names none. */
function whichOrCurrent(tokens: Tokens, i: number, unit: PeriodUnit, hasPart: boolean): Found | null {
  // "các năm tiếp theo" are many, "trong tháng báo cáo" is the month under report.
  if (tokens.is(i - 1, 'các', 'những', 'mấy') || isUnderReport(tokens, i + 1)) return null;
  const which = WHICH_ONE.at(tokens, i + 1);
  if (
    which !== null &&
    NOT_WHICH_ONE.at(tokens, i + 1) === null &&
    !(tokens.is(i + 1, 'đến', 'tới') && tokens.isNumber(i + 2))
  ) {
    return relative(unit, which.value, which.to);
  }
  const isCurrent = hasPart || tokens.is(i - 1, 'trong', 'hết', 'nội');
  return isCurrent ? relative(unit, null, i + 1) : null;
}

const isUnderReport = (tokens: Tokens, i: number): boolean =>
  tokens.is(i, 'báo') &&
  tokens.is(i + 1, 'cáo') &&
  (tokens.at(i + 2)?.kind !== 'word' ||
    tokens.is(
      i + 2,
      'tăng',
      'giảm',
      'đạt',
      'là',
      'có',
      'gồm',
      'chiếm',
      'so',
      'như',
      'của',
      'đã',
      'được',
      'không',
    ));

/** "/2025", "-2025", " năm 2025", " 2025" after a month or a quarter. */
function yearAfter(tokens: Tokens, i: number): { to: number; value: number } | null {
  const isJoined =
    tokens.isMark(i, '/-') || (tokens.isMark(i, '.') && tokens.isGlued(i + 1)) || tokens.is(i, 'năm');
  const at = tokens.isMark(i, ',') && tokens.is(i + 1, 'năm') ? i + 2 : isJoined ? i + 1 : i;
  const isShortYear =
    tokens.isMark(i, '/') &&
    tokens.isGlued(i) &&
    tokens.isGlued(at) &&
    tokens.size(at) === 2 &&
    tokens.value(at) >= 20;
  const value = isShortYear ? 2000 + tokens.value(at) : yearAt(tokens, at);
  return value === null || (at === i && tokens.isGlued(at)) ? null : { to: at + 1, value };
}
