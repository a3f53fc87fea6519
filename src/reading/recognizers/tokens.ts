// A text as words, numbers and marks: what the recognizers walk over.
import type { NormalizedText } from '../normalize.ts';
import { isSpellingOf } from './spelling.ts';
import type { BareWord, Spelling } from './vocabulary.ts';
import { NO_WORD, lexiconWord, spellingOf } from './vocabulary.ts';

/** `break` is a line end that ends a sentence; a line end inside one (wrapped text) gives no token. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break';

export class Token {
  readonly kind: TokenKind;
  /** [start, end) in `NormalizedText.text`. */
  readonly start: number;
  readonly end: number;
  readonly word: Spelling;
  readonly bare: BareWord;
  /** Lower case, with the diacritics of the text. */
  readonly text: string;
  /** True where nothing stands between this token and the one before: "17h00" is three tokens, two of them glued. */
  readonly isGlued: boolean;
  /** True where its surroundings are written with diacritics, so that a word without them means what it says. */
  isAmongAccents = false;

  constructor(kind: TokenKind, start: number, end: number, word: Spelling, isGlued: boolean) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.word = word;
    this.bare = word.bare;
    this.text = word.text;
    this.isGlued = isGlued;
  }

  /** True where it spells `word`, allowing for marks left out where its surroundings leave them out. */
  mayBe(word: Spelling): boolean {
    if (this.word === word) return true;
    if (this.bare !== word.bare || (this.isAmongAccents && this.word.isPlain)) return false;
    return isSpellingOf(this.text, word.text);
  }
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const OTHER = 4;
const isLetter = /[\p{L}\p{M}]/u;
const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  let found = classes[unit] ?? OTHER;
  if (found === 0) {
    if (unit >= 0x30 && unit <= 0x39) found = DIGIT;
    else if (unit === 0x20 || unit === 0x0a) found = SPACE;
    else found = isLetter.test(String.fromCharCode(unit)) ? LETTER : OTHER;
    classes[unit] = found;
  }
  return found;
}

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
    this.countsTimes ??= this.list.some((token) => token.bare === TIMES.bare);
    return this.countsTimes;
  }

  get length(): number {
    return this.list.length;
  }

  at(i: number): Token | undefined {
    return this.list[i];
  }

  bareAt(i: number): Readonly<BareWord> {
    return this.list[i]?.bare ?? NO_WORD;
  }

  /** True where the token spells one of `words` (lower case, with diacritics), allowing for marks left out. */
  is(i: number, ...words: readonly string[]): boolean {
    const token = this.list[i];
    if (token?.kind !== 'word') return false;
    const isStrict = token.isAmongAccents && token.word.isPlain;
    for (const word of words)
      if (token.text === word || (!isStrict && isSpellingOf(token.text, word))) return true;
    return false;
  }

  /** As {@link is}, also where the spelling is a word of its own: for places where only one word makes sense ("ngay 15/4"). */
  couldBe(i: number, ...words: readonly string[]): boolean {
    const token = this.list[i];
    if (token?.kind !== 'word') return false;
    for (const word of words) if (isSpellingOf(token.text, word)) return true;
    return false;
  }

  /** True for a word that begins with a capital. */
  isCapital(i: number): boolean {
    const token = this.list[i];
    return token?.kind === 'word' && this.source.text.charAt(token.start) !== token.text.charAt(0);
  }

  isMark(i: number, marks: string): boolean {
    const token = this.list[i];
    return token?.kind === 'mark' && marks.includes(token.text);
  }

  isGlued(i: number): boolean {
    return this.list[i]?.isGlued ?? false;
  }

  isNumber(i: number): boolean {
    return this.list[i]?.kind === 'number';
  }

  /** The value of the number at `i`; NaN where there is none or it has more than four digits. */
  value(i: number): number {
    const token = this.list[i];
    return token?.kind === 'number' && token.end - token.start <= MAX_DIGITS
      ? Number(token.text)
      : Number.NaN;
  }

  /** How many digits or letters the token has. */
  size(i: number): number {
    const token = this.list[i];
    return token ? token.end - token.start : 0;
  }

  /** The text of tokens [from, to), as normalised. */
  slice(from: number, to: number): string {
    const first = this.list[from];
    const last = this.list[to - 1];
    return first && last && to > from ? this.source.text.slice(first.start, last.end) : '';
  }
}

/** Cuts a text into tokens, in one pass. */
function split(source: NormalizedText): Token[] {
  const { text, lower } = source;
  const tokens: Token[] = [];
  const accents = new Accents(tokens);
  let isGlued = false;
  for (let at = 0; at < text.length;) {
    const start = at;
    const unit = text.charCodeAt(at++);
    const kind = classOf(unit);
    if (kind === SPACE) {
      isGlued = false;
      if (unit === LINE_END && isHardBreak(text, lower, start)) {
        tokens.push(new Token('break', start, at, LINE_BREAK, false));
        accents.endPart();
      }
      continue;
    }
    if (kind !== OTHER) while (at < text.length && classOf(text.charCodeAt(at)) === kind) at++;
    const word = spellingOf(lower.slice(start, at));
    if (kind === LETTER) {
      if (word.parts) pushParts(tokens, start, word.parts, isGlued);
      else tokens.push(new Token('word', start, at, word, isGlued));
      if (at - start > 1) accents.count(word);
    } else if (kind === DIGIT) tokens.push(new Token('number', start, at, word, isGlued));
    else {
      tokens.push(new Token('mark', start, at, word, isGlued));
      accents.endPart();
    }
    isGlued = true;
  }
  accents.endText();
  return tokens;
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
  /** Where parts with too few words begin and end, in turns. */
  private readonly undecided: number[] = [];
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

  endPart(): void {
    const to = this.tokens.length;
    if (this.wordsOfPart < FEWEST_WORDS) this.undecided.push(this.partFrom, to);
    else if (isAccented(this.wordsOfPart, this.accentedOfPart)) this.mark(this.partFrom, to);
    this.words += this.wordsOfPart;
    this.accented += this.accentedOfPart;
    this.wordsOfPart = this.accentedOfPart = 0;
    this.partFrom = to;
  }

  endText(): void {
    this.endPart();
    if (!isAccented(this.words, this.accented)) return;
    const { undecided } = this;
    for (let i = 0; i < undecided.length; i += 2) this.mark(undecided[i] ?? 0, undecided[i + 1] ?? 0);
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
function isHardBreak(text: string, lower: string, at: number): boolean {
  const next = text[at + 1];
  if (next === undefined || next === '\n' || text[at - 1] === '\n') return true;
  if (
    endsSentence.test(text.slice(Math.max(0, at - 1), at)) ||
    isListNumber.test(lower.slice(at + 1, at + 4))
  )
    return true;
  const kind = classOf(next.charCodeAt(0));
  if (kind !== DIGIT && kind !== LETTER) return true;
  if (kind === DIGIT || (lower[at + 1] === next && next !== next.toUpperCase())) return false;
  if (goesOn.test(lower.slice(Math.max(0, at - 8), at))) return false;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return at - lineStart < LONG_LINE || !ENDS_IN_WORD.test(text.slice(at - 1, at));
}

const ENDS_IN_WORD = /[\p{L}\d,]/u;
