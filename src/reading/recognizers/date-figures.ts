// Dates in figures: "15/4/2025", "15-4", "15.4.25", "2025-04-15", "20/t4", "15/IV/2025", and what scanners make of them.
import { ROMAN_MONTHS } from '../lexicon/time-words.ts';
import { yearAt } from './numbers.ts';
import type { Tokens } from './tokens.ts';

/** A date with what follows it; `hasLead` tells whether "ngày" or "mùng" stands before it. */
export interface WrittenDate {
  readonly to: number;
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly monthOffset: number | null;
  readonly isLunar: boolean;
  readonly isLeapMonth: boolean;
  readonly isWeak: boolean;
}

/** A solar date up to token `to`; all of them have one shape in memory. */
export const writtenDate = (
  to: number,
  day: number,
  month: number | null,
  year: number | null,
  isWeak = false,
  monthOffset: number | null = null,
  isLunar = false,
): WrittenDate => ({ to, day, month, year, monthOffset, isLunar, isLeapMonth: false, isWeak });

export function isWholeOnTheRight(tokens: Tokens, to: number): boolean {
  if (!tokens.isGlued(to)) return true;
  const next = tokens.at(to);
  if (next?.kind === 'mark') {
    if ('_%@&=\\'.includes(next.text)) return false;
    if (!'/-.+'.includes(next.text)) return true;
    if (!tokens.isGlued(to + 1)) return next.text !== '/';
    // "15/4-20/4" goes on with a date; "15/4.Gửi" lacks a space; "51/KH", "12.5.docx" and "1/2/3/4" are codes.
    const after = tokens.at(to + 1);
    if (after?.kind === 'number') return next.text === '-';
    return next.text === '.' && !(after?.kind === 'word' && after.word.isBare);
  }
  return next?.kind === 'word' && !next.word.isBare;
}

export const isGluedMark = (tokens: Tokens, i: number, marks: string): boolean =>
  tokens.isMark(i, marks) && tokens.isGlued(i) && tokens.isGlued(i + 1) && tokens.isNumber(i + 1);

/** "15 / 4 / 2025": spaces are allowed round slashes. */
const isSlash = (tokens: Tokens, i: number): boolean => tokens.isMark(i, '/') && tokens.isNumber(i + 1);

export function isoDate(tokens: Tokens, i: number): WrittenDate | null {
  const year = tokens.size(i) === 4 ? yearAt(tokens, i) : null;
  if (year === null || !isGluedMark(tokens, i + 1, '-/.') || !isGluedMark(tokens, i + 3, '-/.')) return null;
  const month = tokens.value(i + 2);
  const day = tokens.value(i + 4);
  if (tokens.size(i + 2) > 2 || tokens.size(i + 4) > 2 || !isWholeOnTheRight(tokens, i + 5)) return null;
  return writtenDate(i + 5, day, month, year);
}

export function figures(tokens: Tokens, i: number): WrittenDate | null {
  const day = tokens.value(i);
  if (!(day <= 31) || tokens.size(i) > 2) return null;
  const separator = separatorAt(tokens, i + 1);
  if (separator === null) return dashedWithSpaces(tokens, i, day) ?? monthInLetters(tokens, i, day);
  if (tokens.size(i + 2) > 2) return null;
  const month = tokens.value(i + 2);
  const yearAtIndex = yearInFigures(tokens, i + 3, separator);
  if (yearAtIndex === null) return null;
  if (yearAtIndex !== 'none') {
    return isWholeOnTheRight(tokens, i + 5) ? writtenDate(i + 5, day, month, yearAtIndex) : null;
  }
  if (separator === '.' && isItemNumber(tokens, i)) return null;
  const isSpaced = separator === '/' && !tokens.isGlued(i + 1);
  return isWholeOnTheRight(tokens, i + 3)
    ? writtenDate(i + 3, day, month, null, separator !== '/' || isSpaced)
    : null;
}

/** "2.2. Văn phòng Sở: …", "4.5 Giao Chi cục …": it numbers what begins after it. */
function isItemNumber(tokens: Tokens, i: number): boolean {
  const isFirst =
    i === 0 || tokens.at(i - 1)?.kind === 'break' || (tokens.isMark(i - 1, '.;:!?') && !tokens.isGlued(i));
  const hasStop = tokens.isMark(i + 3, '.') && tokens.isGlued(i + 3);
  const isSmall =
    tokens.size(i) === 1 && tokens.size(i + 2) <= 2 && tokens.at(i + 2)?.text.startsWith('0') === false;
  return isFirst && tokens.isCapital(hasStop ? i + 4 : i + 3) && (hasStop || isSmall);
}

const separatorAt = (tokens: Tokens, i: number): string | null =>
  isGluedMark(tokens, i, '/-.') || isSlash(tokens, i) ? (tokens.at(i)?.text ?? null) : null;

/** The year after day and month; 'none' where they stand alone; null where what follows makes them something else. */
function yearInFigures(tokens: Tokens, i: number, separator: string): number | 'none' | null {
  const isSame = isGluedMark(tokens, i, separator) || (separator === '/' && isSlash(tokens, i));
  if (isSame) {
    const isShort = tokens.size(i + 1) === 2;
    return isShort ? 2000 + tokens.value(i + 1) : yearAt(tokens, i + 1);
  }
  // "15/4-2025"; but "30/4-01/5" is a stretch.
  const isFourFigures = isGluedMark(tokens, i, '/-.') && tokens.size(i + 1) === 4;
  return (isFourFigures ? yearAt(tokens, i + 1) : null) ?? 'none';
}

/** "15 - 04 - 2025". */
function dashedWithSpaces(tokens: Tokens, i: number, day: number): WrittenDate | null {
  const year =
    tokens.isMark(i + 1, '-') && tokens.isMark(i + 3, '-') && tokens.size(i + 2) === 2
      ? yearAt(tokens, i + 4)
      : null;
  const month = tokens.value(i + 2);
  return year !== null && month <= 12 ? writtenDate(i + 5, day, month, year) : null;
}

/** "20/t4", "15/IV/2025". */
function monthInLetters(tokens: Tokens, i: number, day: number): WrittenDate | null {
  if (!tokens.isMark(i + 1, '/-') || !tokens.isGlued(i + 1) || !tokens.isGlued(i + 2)) return null;
  const roman = ROMAN_MONTHS.get(tokens.at(i + 2)?.text ?? '');
  if (roman !== undefined) {
    const year = isGluedMark(tokens, i + 3, '/-') ? yearAt(tokens, i + 4) : null;
    return year === null ? null : writtenDate(i + 5, day, roman, year);
  }
  const month = tokens.value(i + 3);
  const isShort = tokens.couldBe(i + 2, 't', 'th', 'tháng') && tokens.isGlued(i + 3) && month <= 12;
  return isShort ? writtenDate(i + 4, day, month, null) : null;
}

/** Scanned texts: "l5/4/2025", "3O/4/2025". Only with a year, where nothing else can be meant. */
export function scannedDate(tokens: Tokens, i: number): WrittenDate | null {
  if (!tokens.isMark(i + 1, '/') && !tokens.isMark(i + 2, '/')) return null;
  let to = i;
  let figure = '';
  while (figure.length < 2 && to - i < 2 && (to === i || tokens.isGlued(to))) {
    const { text = '', kind } = tokens.at(to) ?? {};
    if (kind !== 'number' && !/^[lio]{1,2}$/.test(text)) break;
    figure += text.replaceAll(/[li]/g, '1').replaceAll('o', '0');
    to++;
  }
  const day = Number(figure);
  const year =
    isGluedMark(tokens, to, '/') && isGluedMark(tokens, to + 2, '/') ? yearAt(tokens, to + 3) : null;
  if (figure.length !== 2 || !(day >= 1 && day <= 31) || year === null) return null;
  return writtenDate(to + 4, day, tokens.value(to + 1), year);
}
