// Cuts a text into words, numbers, marks and the line ends that end a sentence.
import type { NormalizedText } from '../normalize.ts';
import { Accents } from './accents.ts';
import type { TokenKind } from './token.ts';
import { Token } from './token.ts';
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
import type { Spelling } from './vocabulary.ts';
import { shortWord, spellingOf } from './vocabulary.ts';

const LINE_END = 0x0a;
const LINE_BREAK = spellingOf('\n');
const isListNumber = /^(?:\d{1,2}|[a-zđ])[.)]/;
const endsSentence = /[.;!?]$/;

/** Cuts a text into tokens, in one pass. */
export function split(source: NormalizedText): Token[] {
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
