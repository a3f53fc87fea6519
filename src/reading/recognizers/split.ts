// Cuts a text into words, numbers, marks and the line ends that end a sentence.
import type { NormalizedText } from '../normalize.ts';
import { Accents } from './accents.ts';
import { Token } from './token.ts';
import type { Spelling } from './vocabulary.ts';
import { shortWord, spellingOf } from './vocabulary.ts';

// What a UTF-16 unit is, in one look: its class, and for the letters and figures of Vietnamese a code by which short words
// are known (see `vocabulary.ts`). It stands here, beside its only reader: what is imported is looked up at every use.

const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
const SPACE = 4;
const LINE_END = 5;

/** Codes are 1–127, seven bits; 0 is a unit that has none. A capital has the code of its small letter. */
const CODE_BITS = 7;
const CODE_MASK = (1 << CODE_BITS) - 1;
const VIETNAMESE =
  'abcdefghijklmnopqrstuvwxyzđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ0123456789';

const codes = new Map<string, number>(
  Array.from(VIETNAMESE.normalize('NFC'), (letter, index): [string, number] => [letter, index + 1]),
);

const isLetter = /[\p{L}\p{M}]/u;

/** The class of each unit above its code; 0 is a unit that is not known yet. */
const factsByUnit = new Uint16Array(0x10000);

const factsOf = (unit: number): number => {
  const known = factsByUnit[unit] ?? 0;
  return known === 0 ? learn(unit) : known;
};

/** 0, which has no class, beyond the end. */
const factsAt = (text: string, at: number): number => (at < text.length ? factsOf(text.charCodeAt(at)) : 0);

const classIn = (factsOfUnit: number): number => factsOfUnit >> CODE_BITS;
const codeIn = (factsOfUnit: number): number => factsOfUnit & CODE_MASK;

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  const learnt = (classOf(unit, char) << CODE_BITS) | (codes.get(char.toLowerCase()) ?? 0);
  factsByUnit[unit] = learnt;
  return learnt;
}

// Those of the letters and marks of Vietnamese texts are known from the start, so that hardly any text has others to learn.
for (const [first, last] of [
  [0x00, 0x24f],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
] as const)
  for (let unit = first; unit <= last; unit++) learn(unit);

function classOf(unit: number, char: string): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit === 0x20) return SPACE;
  if (unit === 0x0a) return LINE_END;
  return isLetter.test(char) ? LETTER : OTHER;
}

/** How many codes one number holds: two numbers hold a word of eight letters. */
const CODES_IN_NUMBER = 4;
const LONGEST_CODED = 2 * CODES_IN_NUMBER;
const OLDEST_AT = (CODES_IN_NUMBER - 1) * CODE_BITS;
const NUMBER_MASK = (1 << (CODES_IN_NUMBER * CODE_BITS)) - 1;

const LINE_BREAK = spellingOf('\n');
const isListNumber = /^(?:\d{1,2}|[a-zđ])[.)]/;
const endsSentence = /[.;!?]$/;

/** Cuts a text into tokens, in one pass. */
export function split(source: NormalizedText): Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  const accents = new Accents(tokens);
  let isGlued = false;
  let facts = factsAt(text, 0);
  for (let at = 0; at < text.length;) {
    const start = at;
    const kind = classIn(facts);
    let early = 0;
    let late = codeIn(facts);
    // Below 0 once there was a letter without a code: such a word is looked up by its letters.
    let least = late - 1;
    facts = factsAt(text, ++at);
    if (kind >= SPACE) {
      isGlued = false;
      if (kind === LINE_END && isHardBreak(source, start)) accents.endPart(pushBreak(tokens, start));
      continue;
    }
    if (kind === OTHER) {
      tokens.push(new Token('mark', start, at, markOf(text.charCodeAt(start)), isGlued));
      accents.endPart(tokens.length);
      isGlued = true;
      continue;
    }
    for (; classIn(facts) === kind; facts = factsAt(text, ++at)) {
      const code = codeIn(facts);
      least |= code - 1;
      // The last codes stand in `late`: the first of them gives way to the new one and goes behind those before.
      early = ((early << CODE_BITS) | (late >> OLDEST_AT)) & NUMBER_MASK;
      late = ((late << CODE_BITS) | code) & NUMBER_MASK;
    }
    const word =
      least >= 0 && at - start <= LONGEST_CODED
        ? shortWord(early, late, text, start, at)
        : spellingOf(source.lower.slice(start, at));
    if (kind === DIGIT) tokens.push(new Token('number', start, at, word, isGlued));
    else {
      if (word.parts !== null) pushParts(tokens, start, word.parts, isGlued);
      else tokens.push(new Token('word', start, at, word, isGlued));
      if (at - start > 1) accents.count(word);
    }
    isGlued = true;
  }
  accents.endText();
  return tokens;
}

function pushBreak(tokens: Token[], at: number): number {
  return tokens.push(new Token('break', at, at + 1, LINE_BREAK, false));
}

const marks: (Spelling | null)[] = new Array<Spelling | null>(0x80).fill(null);

function markOf(unit: number): Spelling {
  const known = marks[unit] ?? null;
  if (known !== null) return known;
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
  const kind = classIn(factsAt(text, at + 1));
  if (kind !== DIGIT && kind !== LETTER) return true;
  if (kind === DIGIT || (lower[at + 1] === next && next !== next.toUpperCase())) return false;
  if (goesOn.test(lower.slice(Math.max(0, at - 8), at))) return false;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return at - lineStart < LONG_LINE || !ENDS_IN_WORD.test(text.slice(at - 1, at));
}

const ENDS_IN_WORD = /[\p{L}\d,]/u;
