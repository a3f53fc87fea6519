// A text as words, numbers and marks: what the recognizers walk over.
import type { NormalizedText } from '../normalize.ts';
import { isSpellingOf } from './spelling.ts';
import {
  DIGIT,
  LETTER,
  LONGEST_CODED,
  OTHER,
  SPACE,
  classIn,
  codeIn,
  factsOf,
  withCode,
  withOldest,
} from './units.ts';
import type { BareWord, Spelling } from './vocabulary.ts';
import { NO_WORD, lexiconWord, shortWord, spellingOf } from './vocabulary.ts';

/**
 * `break` is a line end that ends a sentence; a line end inside one (wrapped text) gives no token. `none` is what stands
 * beyond the ends of a text.
 */
export type TokenKind = 'word' | 'number' | 'mark' | 'break' | 'none';

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

const NO_TOKEN = new Token('none', 0, 0, NO_WORD, false);

const LINE_END = 0x0a;
const LINE_BREAK = spellingOf('\n');
const TIMES = lexiconWord('lần');
const MAX_DIGITS = 4;
const ACCENTED_SHARE = 0.3;
const FEWEST_WORDS = 3;
const isListNumber = /^(?:\d{1,2}|[a-zđ])[.)]/;
const endsSentence = /[.;!?]$/;

export class Tokens {
  readonly source: NormalizedText;
  readonly list: readonly Token[];
  private shouted: boolean | undefined;
  private enumerates: boolean | undefined;
  private countsTimes: boolean | undefined;

  constructor(source: NormalizedText) {
    this.source = source;
    this.list = split(source);
  }

  /** True where the text is in capitals throughout, so that capitals say nothing. */
  get isShouted(): boolean {
    this.shouted ??= this.source.text === this.source.text.toUpperCase();
    return this.shouted;
  }

  /** True where the text counts its points: "Thứ nhất, … Thứ hai, …". */
  get isEnumeration(): boolean {
    this.enumerates ??= /thu nhat[,:]|mot la[ ,:]/.test(this.source.folded);
    return this.enumerates;
  }

  /** True where "lần" stands somewhere. */
  get speaksOfTimes(): boolean {
    this.countsTimes ??= this.hasWord(TIMES);
    return this.countsTimes;
  }

  private hasWord({ bare }: Spelling): boolean {
    for (const { word } of this.list) if (word.bare === bare) return true;
    return false;
  }

  get length(): number {
    return this.list.length;
  }

  at(i: number): Token | undefined {
    return i >= 0 && i < this.list.length ? this.list[i] : undefined;
  }

  /** As {@link at}, with a token of its own beyond the ends: looking there costs no more than looking elsewhere. */
  private token(i: number): Token {
    return i >= 0 && i < this.list.length ? (this.list[i] ?? NO_TOKEN) : NO_TOKEN;
  }

  bareAt(i: number): Readonly<BareWord> {
    return this.token(i).word.bare;
  }

  wordAt(i: number): Spelling {
    return this.token(i).word;
  }

  isMarkOrBreak(i: number): boolean {
    const { kind } = this.token(i);
    return kind === 'mark' || kind === 'break';
  }

  /** True where the token spells `word` or one of `others` (lower case, with diacritics), allowing for marks left out. */
  is(i: number, word: string, ...others: readonly string[]): boolean {
    const token = this.token(i);
    if (token.kind !== 'word') return false;
    if (token.spells(word)) return true;
    for (const other of others) if (token.spells(other)) return true;
    return false;
  }

  /** As {@link is}, also where the spelling is a word of its own: for places where only one word makes sense ("ngay 15/4"). */
  couldBe(i: number, word: string, ...others: readonly string[]): boolean {
    const token = this.token(i);
    if (token.kind !== 'word') return false;
    if (isSpellingOf(token.text, word)) return true;
    for (const other of others) if (isSpellingOf(token.text, other)) return true;
    return false;
  }

  /** True for a word that begins with a capital. */
  isCapital(i: number): boolean {
    const token = this.token(i);
    return token.kind === 'word' && this.source.text.charCodeAt(token.start) !== token.text.charCodeAt(0);
  }

  isMark(i: number, marks: string): boolean {
    const token = this.token(i);
    if (token.kind !== 'mark') return false;
    return marks.length === 1 ? marks === token.text : marks.includes(token.text);
  }

  isGlued(i: number): boolean {
    return this.token(i).isGlued;
  }

  isNumber(i: number): boolean {
    return this.token(i).kind === 'number';
  }

  /** The value of the number at `i`; NaN where there is none or it has more than four digits. */
  value(i: number): number {
    const token = this.token(i);
    return token.kind === 'number' && token.end - token.start <= MAX_DIGITS
      ? valueOf(this.source.text, token)
      : Number.NaN;
  }

  /** How many digits or letters the token has. */
  size(i: number): number {
    const token = this.token(i);
    return token.end - token.start;
  }

  /** The text of tokens [from, to), as normalised. */
  slice(from: number, to: number): string {
    const first = this.at(from);
    const last = this.at(to - 1);
    return first && last && to > from ? this.source.text.slice(first.start, last.end) : '';
  }
}

function valueOf(text: string, { start, end }: Token): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - ZERO;
  return value;
}

const ZERO = 0x30;

/** Cuts a text into tokens, in one pass. */
function split(source: NormalizedText): Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  const accents = new Accents(tokens);
  let isGlued = false;
  for (let at = 0; at < text.length;) {
    const start = at;
    const unit = text.charCodeAt(at++);
    const facts = factsOf(unit);
    const kind = classIn(facts);
    if (kind === SPACE) {
      isGlued = false;
      if (unit === LINE_END && isHardBreak(source, start)) accents.endPart(pushBreak(tokens, start));
      continue;
    }
    let word: Spelling;
    if (kind === OTHER) word = markOf(unit);
    else {
      let early = 0;
      let late = codeIn(facts);
      // Below 0 once there was a letter without a code: such a word is looked up by its letters.
      let least = late - 1;
      for (; at < text.length; at++) {
        const next = factsOf(text.charCodeAt(at));
        if (classIn(next) !== kind) break;
        const code = codeIn(next);
        least |= code - 1;
        early = withOldest(early, late);
        late = withCode(late, code);
      }
      word =
        least >= 0 && at - start <= LONGEST_CODED
          ? shortWord(early, late, text, start, at)
          : spellingOf(source.lower.slice(start, at));
    }
    if (kind === LETTER && word.parts) pushParts(tokens, start, word.parts, isGlued);
    else tokens.push(new Token(KINDS[kind] ?? 'mark', start, at, word, isGlued));
    if (kind === OTHER) accents.endPart(tokens.length);
    else if (kind === LETTER && at - start > 1) accents.count(word);
    isGlued = true;
  }
  accents.endText();
  return tokens;
}

/** By the class of their units. */
const KINDS: readonly TokenKind[] = ['none', 'word', 'number', 'none', 'mark'];

function pushBreak(tokens: Token[], at: number): number {
  return tokens.push(new Token('break', at, at + 1, LINE_BREAK, false));
}

const marks: (Spelling | null)[] = new Array<Spelling | null>(0x80).fill(null);

function markOf(unit: number): Spelling {
  const known = marks[unit];
  if (known) return known;
  const mark = spellingOf(String.fromCharCode(unit));
  if (unit < marks.length) marks[unit] = mark;
  return mark;
}

/** "trướcngày" is read as if the space stood there. */
function pushParts(tokens: Token[], start: number, parts: readonly Spelling[], isGlued: boolean): void {
  let at = start;
  for (const part of parts) {
    tokens.push(new Token('word', at, at + part.text.length, part, isGlued && at === start));
    at += part.text.length;
  }
}

/**
 * Tells whether people write diacritics from the words between two marks where there are enough of them, else from the
 * whole text: "Theo Công văn số 12, chieu nay nop nhe" has both kinds.
 */
class Accents {
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

const LONG_LINE = 50;

/** The last word of a line that cannot end a sentence. */
const goesOn =
  /(?:^|[\s(])(?:thứ|quý|ngày|tháng|năm|trước|trong|đến|tới|hết|sau|từ|vào|nhất|là|của|và|với|các|hạn:?|sở|phòng|số)$/u;

/**
 * A wrapped line is one sentence with the next: where the next goes on with a small letter or a number that is not an
 * item's number, where the line is long and no mark ends it, or where its last word wants another.
 */
function isHardBreak({ text, lower }: NormalizedText, at: number): boolean {
  const next = text[at + 1];
  if (next === undefined || next === '\n' || text[at - 1] === '\n') return true;
  if (
    endsSentence.test(text.slice(Math.max(0, at - 1), at)) ||
    isListNumber.test(lower.slice(at + 1, at + 4))
  )
    return true;
  const kind = classIn(factsOf(next.charCodeAt(0)));
  if (kind !== DIGIT && kind !== LETTER) return true;
  if (kind === DIGIT || (lower[at + 1] === next && next !== next.toUpperCase())) return false;
  if (goesOn.test(lower.slice(Math.max(0, at - 8), at))) return false;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return at - lineStart < LONG_LINE || !ENDS_IN_WORD.test(text.slice(at - 1, at));
}

const ENDS_IN_WORD = /[\p{L}\d,]/u;
