// Whether the words of a text are written with their diacritics.
import type { Token } from './token.ts';
import type { Spelling } from './vocabulary.ts';

const ACCENTED_SHARE = 0.3;
const FEWEST_WORDS = 3;

/**
 * Tells whether people write diacritics from the words between two marks where there are enough of them, else from the
 * whole text: "Theo Công văn số 12, chieu nay nop nhe" has both kinds.
 */
export class Accents {
  private readonly tokens: readonly Token[];
  private partFrom = 0;
  /** Where parts of enough words begin and end that have no diacritics, in turns; null while there are none, as usual. */
  private bareParts: number[] | null = null;
  private words = 0;
  private accented = 0;
  private wordsOfPart = 0;
  private accentedOfPart = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** A word of two letters or more. */
  count({ isBare }: Spelling): void {
    this.wordsOfPart++;
    if (!isBare) this.accentedOfPart++;
  }

  /** The part before token `to` is over. */
  endPart(to: number): void {
    if (this.wordsOfPart >= FEWEST_WORDS) {
      if (isAccented(this.wordsOfPart, this.accentedOfPart)) this.mark(this.partFrom, to);
      else (this.bareParts ??= []).push(this.partFrom, to);
    }
    this.words += this.wordsOfPart;
    this.accented += this.accentedOfPart;
    this.wordsOfPart = this.accentedOfPart = 0;
    this.partFrom = to;
  }

  endText(): void {
    this.endPart(this.tokens.length);
    if (!isAccented(this.words, this.accented)) return;
    let from = 0;
    if (this.bareParts) {
      for (let i = 0; i < this.bareParts.length; i += 2) {
        this.mark(from, this.bareParts[i] ?? 0);
        from = this.bareParts[i + 1] ?? 0;
      }
    }
    this.mark(from, this.tokens.length);
  }

  private mark(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const token = this.tokens[i];
      if (token) token.isAmongAccents = true;
    }
  }
}

const isAccented = (words: number, accented: number): boolean =>
  accented > 0 && accented >= words * ACCENTED_SHARE;
