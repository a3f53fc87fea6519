// One word, number or mark of a text.
import { isSpellingOf } from './spelling.ts';
import type { BareWord, Spelling } from './vocabulary.ts';

/**
 * `break` is a line end that ends a sentence; a line end inside one (wrapped text) gives no token. `none` is what stands
 * beyond the ends of a text.
 */
type TokenKind = 'word' | 'number' | 'mark' | 'break' | 'none';

export class Token {
  readonly kind: TokenKind;
  /** [start, end) in `NormalizedText.text`. */
  readonly start: number;
  readonly end: number;
  readonly word: Spelling;
  /** True where nothing stands between this token and the one before: "17h00" is three tokens, two of them glued. */
  readonly isGlued: boolean;
  /** True where its surroundings are written with diacritics, so that a word without them means what it says. */
  isAmongAccents = false;

  constructor(kind: TokenKind, start: number, end: number, word: Spelling, isGlued: boolean) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.word = word;
    this.isGlued = isGlued;
  }

  get bare(): BareWord {
    return this.word.bare;
  }

  /** Lower case, with the diacritics of the text. */
  get text(): string {
    return this.word.text;
  }

  /** True where it spells `word` (lower case, with diacritics), allowing for marks left out where its surroundings leave them out. */
  spells(word: string): boolean {
    return this.isAmongAccents && this.word.isPlain ? this.text === word : isSpellingOf(this.text, word);
  }

  /** As {@link spells}, of a word of the lexicon. */
  mayBe(word: Spelling): boolean {
    if (this.word === word) return true;
    if (this.bare !== word.bare || (this.isAmongAccents && this.word.isPlain)) return false;
    return isSpellingOf(this.text, word.text);
  }
}
