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

/** 1 for letters and digits, 2 for marks that go on with a word; filled as characters are met. 9 means not looked at yet. */
const kinds = new Uint8Array(0x10000).fill(9);

function kindOf(unit: number): number {
  let kind = kinds[unit] ?? 0;
  if (kind === 9) {
    const char = String.fromCharCode(unit);
    kind = /[\p{L}\p{N}]/u.test(char) ? 1 : /\p{M}/u.test(char) ? 2 : 0;
    kinds[unit] = kind;
  }
  return kind;
}

/** Cuts a normalised text into words. */
export function splitWords({ text, lower, folded }: NormalizedText): Word[] {
  const mayLackDiacritics = isNearlyBare(lower, folded);
  const words: Word[] = [];
  let previousEnd = 0;
  for (let at = 0; at < text.length; at++) {
    if (kindOf(text.charCodeAt(at)) !== 1) continue;
    const start = at;
    while (++at < text.length && kindOf(text.charCodeAt(at)) !== 0);
    const isCapitalized = text.charCodeAt(start) !== lower.charCodeAt(start);
    words.push({
      start,
      end: at,
      written: text.slice(start, at),
      lower: lower.slice(start, at),
      folded: folded.slice(start, at),
      gap:
        start === previousEnd + 1 && text.charCodeAt(previousEnd) === 0x20
          ? ' '
          : text.slice(previousEnd, start),
      isCapitalized,
      isAcronym: isCapitalized && isAllCapitals(text, lower, start, at),
      mayLackDiacritics,
    });
    previousEnd = at;
  }
  return words;
}

function isNearlyBare(lower: string, folded: string): boolean {
  let all = 0;
  let marked = 0;
  for (let at = 0; at < lower.length; at++) {
    if (kindOf(lower.charCodeAt(at)) !== 1) continue;
    let isMarked = false;
    let isWord = false;
    for (; at < lower.length && kindOf(lower.charCodeAt(at)) !== 0; at++) {
      isMarked ||= lower.charCodeAt(at) !== folded.charCodeAt(at);
      isWord ||= lower.charCodeAt(at) > 0x39;
    }
    if (isWord) all++;
    if (isMarked) marked++;
  }
  return marked < all * LEAST_SHARE_OF_DIACRITICS;
}

function isAllCapitals(text: string, lower: string, start: number, end: number): boolean {
  let capitals = 0;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== lower.charCodeAt(at)) capitals++;
    else if (text.charCodeAt(at) > 0x39) return false;
  }
  return capitals >= 2;
}

/** True where nothing but spaces (and leftover markdown) separates a word from the one before it. */
export const isJoinedBySpace = (gap: string): boolean =>
  gap === ' ' || (gap.length > 0 && /^[\s*_]*$/u.test(gap));
