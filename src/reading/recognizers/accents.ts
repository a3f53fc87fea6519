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
  /** Where the parts before the present one begin of which only the whole text tells. */
  private undecidedFrom = 0;
  /** Where other such parts begin and end, in turns; null while there are none, as usual. */
  private undecided: number[] | null = null;
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
      if (this.undecidedFrom < this.partFrom) (this.undecided ??= []).push(this.undecidedFrom, this.partFrom);
      this.undecidedFrom = to;
    }
    this.words += this.wordsOfPart;
    this.accented += this.accentedOfPart;
    this.wordsOfPart = this.accentedOfPart = 0;
    this.partFrom = to;
  }

  endText(): void {
    const end = this.tokens.length;
    this.endPart(end);
    if (!isAccented(this.words, this.accented)) return;
    this.mark(this.undecidedFrom, end);
    if (this.undecided === null) return;
    for (let i = 0; i < this.undecided.length; i += 2)
      this.mark(this.undecided[i] ?? 0, this.undecided[i + 1] ?? 0);
  }

  private mark(from: number, to: number): void {
    const { tokens } = this;
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token !== undefined) token.isAmongAccents = true;
    }
  }
}

const isAccented = (words: number, accented: number): boolean =>
  accented > 0 && accented >= words * ACCENTED_SHARE;
