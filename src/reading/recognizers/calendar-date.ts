// Days by number: "15/4/2025", "15-4", "15.4.25", "2025-04-15", "ngày 15 tháng 4 năm 2025", "20 tháng tư", "20/t4",
// "ngày 10", "mùng 5", "23 tháng Chạp", "25/12 ÂL". Numbers of documents, versions and files are not dates.
import { isRealDate } from '../../domain/local-time.ts';
import { CAN, CHI, MONTH_NAMES, WHICH_ONE } from '../lexicon/time-words.ts';
import type { WrittenDate } from './date-figures.ts';
import {
  figures,
  isGluedMark,
  isoDate,
  isWholeOnTheRight,
  scannedDate,
  writtenDate,
} from './date-figures.ts';
import type { Family, ImpossibleExpression, MomentExpression, NumberedDay } from './expression.ts';
import { dayMoment, impossibleExpression } from './make-expression.ts';
import { numberInWords, yearAt } from './numbers.ts';
import type { Tokens } from './tokens.ts';

export const calendarDates: Family = {
  read: calendarDate,
  heads: ['ngày', 'ng', 'mùng', 'mồng'],
  afterNumber: ['/', '-', '.', 'tháng', 't', 'th', 'thg', 'này', 'tây', 'o'],
};

type DateMatch = MomentExpression | ImpossibleExpression;

/** Reads a day by its number at token `i`, "ngày" included. */
function calendarDate(tokens: Tokens, i: number): DateMatch | null {
  const token = tokens.at(i);
  if (token?.kind === 'mark' || token?.kind === 'break') return null;
  const lead = leadAt(tokens, i);
  const start = lead !== null ? lead.to : i;
  const written =
    isoDate(tokens, start) ??
    figures(tokens, start) ??
    (lead !== null ? scannedDate(tokens, start) : null) ??
    withMonthInWords(tokens, start) ??
    dayAlone(tokens, start, lead);
  if (written === null || !isWholeOnTheLeft(tokens, i)) return null;
  return conclude(
    i,
    withSuffixes(tokens, written, lead?.isMung ?? false),
    lead !== null,
    lead?.isMung ?? false,
  );
}

interface Lead {
  readonly to: number;
  readonly isMung: boolean;
}

function leadAt(tokens: Tokens, i: number): Lead | null {
  if (tokens.at(i)?.kind !== 'word') return null;
  const isNumberNext = tokens.isNumber(i + 1) || tokens.at(i + 1)?.kind === 'word';
  if (!isNumberNext) return null;
  if (tokens.couldBe(i, 'ngày') || tokens.at(i)?.text === 'ng') {
    const mung = leadAt(tokens, i + 1);
    return mung?.isMung ? mung : { to: i + 1, isMung: false };
  }
  return tokens.is(i, 'mùng', 'mồng') ? { to: i + 1, isMung: true } : null;
}

/** A number glued to a letter, a stop, a slash, a dash or "_" is part of a code, a file name or a longer number. */
function isWholeOnTheLeft(tokens: Tokens, i: number): boolean {
  if (!tokens.isGlued(i)) return true;
  const before = tokens.at(i - 1);
  if (before?.kind === 'word')
    return tokens.is(i - 1, 'trước', 'đến', 'tới', 'hết', 'hạn', 'nhất', 'sáng', 'chiều', 'tối', 'là');
  if (before?.kind !== 'mark') return false;
  return before.text === '-' ? isEndOfRange(tokens, i - 1) : !'/._#@%&+=\\'.includes(before.text);
}

const LONGEST_DATE_IN_TOKENS = 5;

/** "14-15/4", "15/4/2025-20/4/2025": what stands before the dash is a day or a date that is whole itself. */
function isEndOfRange(tokens: Tokens, dash: number): boolean {
  let first = dash - 1;
  if (!tokens.isNumber(first) || !tokens.isGlued(dash)) return false;
  while (tokens.isGlued(first) && !isOpening(tokens, first - 1) && dash - first < LONGEST_DATE_IN_TOKENS)
    first--;
  const isDigits = tokens.isNumber(first) && tokens.size(first) <= 2;
  return isDigits && (!tokens.isGlued(first) || isOpening(tokens, first - 1));
}

const isOpening = (tokens: Tokens, i: number): boolean => tokens.isMark(i, '("\'[:');

/** "15 tháng 4", "mười lăm tháng tư", "ngày 20 t4", "ngày 15, tháng 4", "ngày 05 của tháng sau". */
function withMonthInWords(tokens: Tokens, i: number): WrittenDate | null {
  const isFigure = tokens.isNumber(i) && tokens.size(i) <= 2;
  const day = isFigure ? { to: i + 1, value: tokens.value(i) } : numberInWords(tokens, i);
  if (day === null || !(day.value >= 1 && day.value <= 31)) return null;
  const hasLead = tokens.couldBe(i - 1, 'ngày') || tokens.is(i - 1, 'mùng', 'mồng');
  const isLinked = hasLead && (tokens.isMark(day.to, ',') || tokens.is(day.to, 'của'));
  const monthAt = afterMonthWord(tokens, isLinked ? day.to + 1 : day.to);
  if (monthAt === null) return null;
  if (tokens.isNumber(monthAt) && tokens.size(monthAt) <= 2) {
    if (isGluedMark(tokens, monthAt + 1, '/-.') && tokens.size(monthAt + 2) <= 2) return null;
    return writtenDate(monthAt + 1, day.value, tokens.value(monthAt), null);
  }
  const name = MONTH_NAMES.at(tokens, monthAt);
  if (name !== null && !tokens.is(name.to, 'lần'))
    return writtenDate(name.to, day.value, name.value.month, null, false, null, name.value.isLunar);
  // "15 tháng này" is a day; "3 tháng tới" a length.
  const which = hasLead || day.value > MOST_MONTHS_IN_TALK ? WHICH_ONE.at(tokens, monthAt) : null;
  return which && writtenDate(which.to, day.value, null, null, false, which.value);
}

const MOST_MONTHS_IN_TALK = 12;

/** Where the month begins after "tháng", "t", "th.", "thg"; null where none of them stands at `i`. */
function afterMonthWord(tokens: Tokens, i: number): number | null {
  if (tokens.couldBe(i, 'tháng')) return i + 1;
  if (!tokens.couldBe(i, 't', 'th', 'thg')) return null;
  const at = tokens.isMark(i + 1, '.') ? i + 2 : i + 1;
  return tokens.isNumber(at) ? at : null;
}

/** "ngày 10", "mùng 5", "15 này", "15 tây" (solar). */
function dayAlone(tokens: Tokens, i: number, lead: Lead | null): WrittenDate | null {
  const number = tokens.isNumber(i)
    ? { to: i + 1, value: tokens.value(i) }
    : lead?.isMung
      ? numberInWords(tokens, i)
      : null;
  if (number === null || (tokens.size(i) > 2 && tokens.isNumber(i))) return null;
  const most = lead?.isMung ? 10 : 31;
  if (!(number.value >= 1 && number.value <= most) || !isWholeOnTheRight(tokens, number.to)) return null;
  if (lead !== null) {
    if (isUnitAfter(tokens, number.to) && !lead.isMung) return null;
    const isThisMonth = tokens.is(number.to, 'này') || tokens.is(number.to, 'tới');
    return writtenDate(number.to + (isThisMonth ? 1 : 0), number.value, null, null);
  }
  if (tokens.is(number.to, 'này', 'tây') && !tokens.isGlued(number.to)) {
    return writtenDate(number.to + 1, number.value, null, null, tokens.is(number.to, 'này'));
  }
  return null;
}

/** "ngày 15 người": the number counts something. */
const isUnitAfter = (tokens: Tokens, i: number): boolean =>
  tokens.isMark(i, '%') || tokens.is(i, 'người', 'lần', 'triệu', 'giờ', 'tiếng');

function withSuffixes(tokens: Tokens, date: WrittenDate, isMung: boolean): WrittenDate {
  if (date.month !== null && tokens.is(date.to, 'nhuận')) {
    const end = lunarSuffix(tokens, date.to + 1) ?? date.to + 1;
    return { ...date, to: end, isLunar: true, isLeapMonth: true };
  }
  let { to, year, isLunar } = date;
  const next = tokens.at(to);
  if (next?.kind !== 'word' && !tokens.isMark(to, ',/-(')) return date;
  if (isMung && date.month === null && tokens.is(to, 'tết'))
    return { ...date, to: to + 1, month: 1, isLunar: true };
  if (year === null && date.month !== null) {
    const at = tokens.isMark(to, ',/-') ? to + 1 : to;
    const number = tokens.couldBe(at, 'năm')
      ? yearAt(tokens, at + 1)
      : tokens.isMark(to, '/-') && tokens.isGlued(to)
        ? yearAt(tokens, at)
        : null;
    if (number !== null) {
      year = number;
      to = at + (tokens.isNumber(at) ? 1 : 2);
    } else if (tokens.is(to, 'năm') && CAN.at(tokens, to + 1) !== null && CHI.at(tokens, to + 2) !== null) {
      isLunar = true;
      to += 3;
    }
  }
  const lunar = lunarSuffix(tokens, to);
  if (lunar) return { ...date, year, to: lunar, isLunar: true };
  const solar =
    tokens.isMark(to, '(') && tokens.is(to + 1, 'dương')
      ? to + (tokens.is(to + 2, 'lịch') ? 4 : 3)
      : tokens.is(to, 'dương') && tokens.is(to + 1, 'lịch')
        ? to + 2
        : null;
  if (solar !== null) return { ...date, year, to: solar, isLunar: false };
  return to === date.to ? date : { ...date, year, to, isLunar };
}

/** The end of "âm lịch", "(ÂL)"; null where neither follows. */
function lunarSuffix(tokens: Tokens, at: number): number | null {
  const isBracketed = tokens.isMark(at, '(');
  const word = isBracketed ? at + 1 : at;
  const isLong = tokens.is(word, 'âm') && tokens.is(word + 1, 'lịch');
  if (!isLong && !tokens.is(word, 'âl') && !(tokens.is(word, 'âm') && tokens.at(word)?.text === 'âm'))
    return null;
  const end = word + (isLong ? 2 : 1);
  if (!isBracketed) return end;
  return tokens.isMark(end, ')') ? end + 1 : null;
}

function conclude(from: number, date: WrittenDate, hasLead: boolean, isMung: boolean): DateMatch | null {
  const { to, day, month, year, isLunar } = date;
  if (month !== null && !isLunar) {
    const isThinkable = day >= 1 && day <= 31 && month >= 1 && month <= 12;
    if (!isThinkable) {
      const isMeantAsDate = (hasLead || year !== null) && day >= 1 && day <= 31 && month <= 31 && month >= 1;
      return isMeantAsDate ? impossibleExpression(from, to, { day, month, year }) : null;
    }
    // Without a year, 29/2 exists in some year.
    if (!isRealDate(year ?? 2024, month, day)) return impossibleExpression(from, to, { day, month, year });
  }
  if (isLunar && (day < 1 || day > 30 || (month !== null && (month < 1 || month > 12)))) return null;
  const numbered: NumberedDay = {
    kind: 'numbered',
    day,
    month,
    year,
    isLunar,
    isLeapMonth: date.isLeapMonth,
    monthOffset: date.monthOffset,
    yearOffset: null,
    isMung,
  };
  return dayMoment(from, to, numbered, date.isWeak && !hasLead);
}
