// A text as words, numbers and marks: what the recognizers walk over.
import { bareFormOf, isSpellingOf, mayStandFor } from './spelling.ts';
import type { NormalizedText } from '../normalize.ts';

/** `break` is a line end that ends a sentence; a line end inside one (wrapped text) gives no token. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break';

export class Token {
  readonly kind: TokenKind;
  /** [start, end) in `NormalizedText.text`. */
  readonly start: number;
  readonly end: number;
  /** Lower case, with the diacritics of the text. */
  readonly text: string;
  /** Lower case without diacritics. */
  readonly base: string;
  /** True where nothing stands between this token and the one before: "17h00" is three tokens, two of them glued. */
  readonly isGlued: boolean;
  /** True where its surroundings are written with diacritics, so that a word without them means what it says. */
  isAmongAccents = false;

  constructor(kind: TokenKind, start: number, end: number, text: string, base: string, isGlued: boolean) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.text = text;
    this.base = base;
    this.isGlued = isGlued;
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
const LINE_BREAK = '\n';
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

  constructor(source: NormalizedText) {
    this.source = source;
    this.list = split(source);
    markAccents(this.list);
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

  get length(): number {
    return this.list.length;
  }

  at(i: number): Token | undefined {
    return this.list[i];
  }

  /** True where the token spells one of `words` (lower case, with diacritics), allowing for marks left out. */
  is(i: number, ...words: readonly string[]): boolean {
    const token = this.list[i];
    if (token?.kind !== 'word') return false;
    for (const word of words) {
      if (token.text.length === word.length && mayStandFor(token.text, word, token.isAmongAccents))
        return true;
    }
    return false;
  }

  /** As {@link is}, also where the spelling is a word of its own: for places where only one word makes sense ("ngay 15/4"). */
  couldBe(i: number, ...words: readonly string[]): boolean {
    const token = this.list[i];
    if (token?.kind !== 'word') return false;
    for (const word of words) if (isSpellingOf(token.text, word)) return true;
    return false;
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

function split(source: NormalizedText): Token[] {
  const { text, lower } = source;
  const tokens: Token[] = [];
  let isGlued = false;
  for (let at = 0; at < text.length;) {
    const start = at;
    const unit = text.charCodeAt(at++);
    const kind = classOf(unit);
    if (kind === SPACE) {
      isGlued = false;
      if (unit === LINE_END && isHardBreak(text, lower, start)) {
        tokens.push(new Token('break', start, at, LINE_BREAK, LINE_BREAK, false));
      }
      continue;
    }
    if (kind !== OTHER) while (at < text.length && classOf(text.charCodeAt(at)) === kind) at++;
    const written = lower.slice(start, at);
    if (kind === LETTER) tokens.push(new Token('word', start, at, written, bareFormOf(written), isGlued));
    else tokens.push(new Token(kind === DIGIT ? 'number' : 'mark', start, at, written, written, isGlued));
    isGlued = true;
  }
  return tokens;
}

/**
 * Whether people write diacritics is told from the words between two marks where there are enough of them, else from the
 * whole text: "Theo Công văn số 12, chieu nay nop nhe" has both kinds.
 */
function markAccents(tokens: readonly Token[]): void {
  const isText = isAccented(tokens, 0, tokens.length) ?? false;
  for (let from = 0; from < tokens.length;) {
    let to = from;
    while (to < tokens.length && tokens[to]?.kind !== 'mark' && tokens[to]?.kind !== 'break') to++;
    const isPart = isAccented(tokens, from, to, FEWEST_WORDS) ?? isText;
    for (let i = from; i <= to && i < tokens.length; i++) {
      const token = tokens[i];
      if (token) token.isAmongAccents = isPart;
    }
    from = to + 1;
  }
}

/** Null where there are fewer than `fewest` words to tell from. */
function isAccented(tokens: readonly Token[], from: number, to: number, fewest = 1): boolean | null {
  let words = 0;
  let accented = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.end - token.start < 2) continue;
    words++;
    if (token.text !== token.base) accented++;
  }
  return words < fewest ? null : accented > 0 && accented >= words * ACCENTED_SHARE;
}

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
