// A text as words, numbers and marks: what the recognizers walk over.
import type { NormalizedText } from '../normalize.ts';
import { isSpellingOf } from './spelling.ts';
import { split } from './split.ts';
import { Token } from './token.ts';
import type { BareWord, Spelling } from './vocabulary.ts';
import { NO_WORD, lexiconWord } from './vocabulary.ts';

const NO_TOKEN = new Token('none', 0, 0, NO_WORD, false);

const TIMES = lexiconWord('lần').bare;
const ORDINAL = lexiconWord('thứ').bare;
const FIRST = lexiconWord('nhất').bare;
const ONE = lexiconWord('một').bare;
const IS = lexiconWord('là').bare;
const MAX_DIGITS = 4;

export class Tokens {
  readonly source: NormalizedText;
  readonly list: readonly Token[];
  private shouted: boolean | undefined;
  private enumerates: boolean | undefined;
  /** In which lists a phrase begins with a word of this text: see `BareWord.first`. */
  readonly firsts: number;
  /** True where "lần" stands somewhere. */
  readonly speaksOfTimes: boolean;

  constructor(source: NormalizedText) {
    this.source = source;
    this.list = split(source);
    let firsts = 0;
    let speaksOfTimes = false;
    for (const { word } of this.list) {
      firsts |= word.bare.first;
      if (word.bare === TIMES) speaksOfTimes = true;
    }
    this.firsts = firsts;
    this.speaksOfTimes = speaksOfTimes;
  }

  /** True where the text is in capitals throughout, so that capitals say nothing. */
  get isShouted(): boolean {
    this.shouted ??= this.source.text === this.source.text.toUpperCase();
    return this.shouted;
  }

  /** True where the text counts its points: "Thứ nhất, … Thứ hai, …". */
  get isEnumeration(): boolean {
    this.enumerates ??= this.countsItsPoints();
    return this.enumerates;
  }

  private countsItsPoints(): boolean {
    for (let i = 0; i < this.length; i++) {
      const bare = this.bareAt(i);
      const next = this.bareAt(i + 1);
      if (bare === ORDINAL && next === FIRST && this.isMark(i + 2, ',:') && this.isGlued(i + 2)) return true;
      if (bare === ONE && next === IS && this.isPause(i + 2)) return true;
    }
    return false;
  }

  /** A comma, a colon or a space. */
  private isPause(i: number): boolean {
    return i < this.length && (!this.isGlued(i) || this.isMark(i, ',:'));
  }

  get length(): number {
    return this.list.length;
  }

  at(i: number): Token | undefined {
    return i >= 0 && i < this.list.length ? this.list[i] : undefined;
  }

  /** As {@link at}, with a token of its own beyond the ends: looking there costs no more than looking elsewhere. */
  tokenAt(i: number): Token {
    return i < 0 ? NO_TOKEN : (this.list[i] ?? NO_TOKEN);
  }

  bareAt(i: number): Readonly<BareWord> {
    return this.tokenAt(i).word.bare;
  }

  wordAt(i: number): Spelling {
    return this.tokenAt(i).word;
  }

  /** True where the token spells `word` or one of `others` (lower case, with diacritics), allowing for marks left out. */
  is(i: number, word: string, ...others: readonly string[]): boolean {
    const token = this.tokenAt(i);
    if (token.kind !== 'word') return false;
    if (token.spells(word)) return true;
    for (const other of others) if (token.spells(other)) return true;
    return false;
  }

  /** As {@link is}, also where the spelling is a word of its own: for places where only one word makes sense ("ngay 15/4"). */
  couldBe(i: number, word: string, ...others: readonly string[]): boolean {
    const token = this.tokenAt(i);
    if (token.kind !== 'word') return false;
    if (token.text === word || isSpellingOf(token.text, word)) return true;
    for (const other of others) if (isSpellingOf(token.text, other)) return true;
    return false;
  }

  /** True for a word that begins with a capital. */
  isCapital(i: number): boolean {
    const token = this.tokenAt(i);
    return token.kind === 'word' && this.source.text.charCodeAt(token.start) !== token.text.charCodeAt(0);
  }

  isMark(i: number, marks: string): boolean {
    const token = this.tokenAt(i);
    if (token.kind !== 'mark') return false;
    return marks.length === 1 ? marks === token.text : marks.includes(token.text);
  }

  isGlued(i: number): boolean {
    return this.tokenAt(i).isGlued;
  }

  isNumber(i: number): boolean {
    return this.tokenAt(i).kind === 'number';
  }

  /** The value of the number at `i`; NaN where there is none or it has more than four digits. */
  value(i: number): number {
    const token = this.tokenAt(i);
    return token.kind === 'number' && token.end - token.start <= MAX_DIGITS
      ? valueOf(this.source.text, token)
      : Number.NaN;
  }

  /** How many digits or letters the token has. */
  size(i: number): number {
    const token = this.tokenAt(i);
    return token.end - token.start;
  }

  /** The text of tokens [from, to), as normalised. */
  slice(from: number, to: number): string {
    const first = this.at(from);
    const last = this.at(to - 1);
    return first !== undefined && last !== undefined && to > from
      ? this.source.text.slice(first.start, last.end)
      : '';
  }
}

function valueOf(text: string, { start, end }: Token): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

const ZERO = 0x30;
