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
  /** True on a line that is written without diacritics, or nearly so. */
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
  const diacritics = new DiacriticsByLine(lower, folded);
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
      mayLackDiacritics: diacritics.mayLackAt(start),
    });
    previousEnd = at;
  }
  return words;
}

/** Lines with fewer words are judged with the rest of the text. */
const FEWEST_WORDS_TO_JUDGE_BY = 4;

/** Tells, from left to right, which lines are written without diacritics: a text may quote a message that is. */
class DiacriticsByLine {
  private readonly lower: string;
  private readonly folded: string;
  private readonly isTextBare: boolean;
  private lineEnd = -1;
  private isLineBare = false;

  constructor(lower: string, folded: string) {
    this.lower = lower;
    this.folded = folded;
    this.isTextBare = isNearlyBare(this.count(0, lower.length));
  }

  mayLackAt(offset: number): boolean {
    if (offset > this.lineEnd) {
      const newline = this.lower.indexOf('\n', offset);
      this.lineEnd = newline === -1 ? this.lower.length : newline;
      const counted = this.count(offset, this.lineEnd);
      this.isLineBare = counted.words < FEWEST_WORDS_TO_JUDGE_BY ? this.isTextBare : isNearlyBare(counted);
    }
    return this.isLineBare;
  }

  private count(from: number, to: number): { words: number; marked: number } {
    const { lower, folded } = this;
    let words = 0;
    let marked = 0;
    for (let at = from; at < to; at++) {
      if (kindOf(lower.charCodeAt(at)) !== 1) continue;
      let isMarked = false;
      let isWord = false;
      for (; at < to && kindOf(lower.charCodeAt(at)) !== 0; at++) {
        isMarked ||= lower.charCodeAt(at) !== folded.charCodeAt(at);
        isWord ||= lower.charCodeAt(at) > 0x39;
      }
      if (isWord) words++;
      if (isMarked) marked++;
    }
    return { words, marked };
  }
}

const isNearlyBare = ({ words, marked }: { words: number; marked: number }): boolean =>
  marked < words * LEAST_SHARE_OF_DIACRITICS;

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
