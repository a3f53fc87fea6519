// Words and what stands between them. Word boundaries are those of Unicode letters and digits: the ASCII `\b` would cut
// Vietnamese words at every letter with a diacritic.
import type { NormalizedText } from '../normalize.ts';

/** A run of letters and digits. Offsets are into the normalised text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As written (NFC). */
  readonly written: string;
  readonly lower: string;
  /** Lower case without diacritics. */
  readonly folded: string;
  /** What stands between the word before and this one (between the two of "KH&CN": "&"). */
  readonly gap: string;
  readonly isCapitalized: boolean;
  /** Two letters or more, all of them capitals: "CNTT", "ĐMST". */
  readonly isAcronym: boolean;
  /** True in a text that is written without diacritics, or nearly so. */
  readonly mayLackDiacritics: boolean;
}

/** In ordinary Vietnamese more than two words in three carry a diacritic. */
const LEAST_SHARE_OF_DIACRITICS = 0.2;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const LOWER_CASE_WORD = /\p{Ll}+/gu;

/** Cuts a normalised text into words. */
export function splitWords(text: NormalizedText): Word[] {
  const words: Word[] = [];
  const mayLackDiacritics = isNearlyBare(text);
  let previousEnd = 0;
  for (const match of text.text.matchAll(WORD)) {
    const [written] = match;
    const start = match.index;
    const end = start + written.length;
    const lower = text.lower.slice(start, end);
    const isCapitalized = !lower.startsWith(written.charAt(0));
    words.push({
      start,
      end,
      written,
      lower,
      folded: text.folded.slice(start, end),
      gap: text.text.slice(previousEnd, start),
      isCapitalized,
      isAcronym: isCapitalized && written.length > 1 && isAllCapitals(written, lower),
      mayLackDiacritics,
    });
    previousEnd = end;
  }
  return words;
}

function isNearlyBare(text: NormalizedText): boolean {
  let all = 0;
  let marked = 0;
  for (const { 0: word, index } of text.lower.matchAll(LOWER_CASE_WORD)) {
    all++;
    if (text.folded.slice(index, index + word.length) !== word) marked++;
  }
  return marked < all * LEAST_SHARE_OF_DIACRITICS;
}

const isAllCapitals = (written: string, lower: string): boolean =>
  written.toUpperCase() === written && /\p{L}{2}/u.test(lower);

/** True where nothing but spaces (and leftover markdown) separates a word from the one before it. */
export const isJoinedBySpace = (gap: string): boolean =>
  gap === ' ' || (gap.length > 0 && /^[\s*_]*$/u.test(gap));
