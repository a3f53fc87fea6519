// Numbers in figures and in words.
import { DIGIT_WORDS } from '../lexicon/time-words.ts';
import type { Tokens } from './tokens.ts';

/** The words that numbers in words begin with. */
export const NUMERAL_HEADS: readonly string[] = ['mười', ...DIGIT_WORDS.heads()];

export interface NumberMatch {
  readonly to: number;
  readonly value: number;
}

const MOST_FIGURES = 3;

/** A count of up to three figures ("05") or a number below one hundred in words ("mười lăm") at token `i`. */
export function countAt(tokens: Tokens, i: number): NumberMatch | null {
  if (tokens.isNumber(i)) {
    const isPartOfMore =
      tokens.isGlued(i) && (tokens.isMark(i - 1, './-_,') || tokens.at(i - 1)?.kind === 'word');
    return tokens.size(i) > MOST_FIGURES || isPartOfMore ? null : { to: i + 1, value: tokens.value(i) };
  }
  return tokens.at(i)?.kind === 'word' ? numberInWords(tokens, i) : null;
}

/** "một" … "chín mươi chín". */
export function numberInWords(tokens: Tokens, i: number): NumberMatch | null {
  if (tokens.is(i, 'mười')) {
    const unit = DIGIT_WORDS.at(tokens, i + 1);
    return unit !== null && !startsUnit(tokens, unit.from)
      ? { to: unit.to, value: 10 + unit.value }
      : { to: i + 1, value: 10 };
  }
  const first = DIGIT_WORDS.at(tokens, i);
  if (first === null) return null;
  if (!tokens.is(first.to, 'mươi')) return { to: first.to, value: first.value };
  const tens = first.value * 10;
  if (tokens.is(first.to + 1, 'mốt')) return { to: first.to + 2, value: tens + 1 };
  const unit = DIGIT_WORDS.at(tokens, first.to + 1);
  return unit !== null && !startsUnit(tokens, unit.from)
    ? { to: unit.to, value: tens + unit.value }
    : { to: first.to + 1, value: tens };
}

/** "mười năm" before "nữa" or a sentence end is ten years, "mười năm ngày" fifteen days: five is "lăm" after ten. */
const startsUnit = (tokens: Tokens, i: number): boolean =>
  tokens.at(i)?.text === 'năm' && !tokens.is(i + 1, 'ngày', 'tuần', 'tháng', 'phút', 'giờ', 'hôm');

/** A year of four figures, or of two after a separator; null for anything that is not a year people plan in. */
export function yearAt(tokens: Tokens, i: number): number | null {
  const value = tokens.value(i);
  if (tokens.size(i) === 4) return value >= 1900 && value < 2200 ? value : null;
  return null;
}
