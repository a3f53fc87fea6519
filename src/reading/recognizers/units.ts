// What a UTF-16 unit is to the tokenizer, in one look: its class, and for the letters and figures of Vietnamese a code
// by which short words are known (see `vocabulary.ts`).

export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;
export const OTHER = 4;

/** Codes are 1–127, seven bits; 0 is a unit that has none. A capital has the code of its small letter. */
const CODE_BITS = 7;
const CODE_MASK = (1 << CODE_BITS) - 1;
const VIETNAMESE =
  'abcdefghijklmnopqrstuvwxyzđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ0123456789';

const codes = new Map<string, number>(
  Array.from(VIETNAMESE.normalize('NFC'), (letter, index): [string, number] => [letter, index + 1]),
);

const isLetter = /[\p{L}\p{M}]/u;

/** Filled as units are met; 0 is one that has not been. */
const facts = new Uint16Array(0x10000);

/** The class of a unit above its code: see {@link classIn}, {@link codeIn}. */
export function factsOf(unit: number): number {
  const known = facts[unit] ?? 0;
  return known === 0 ? learn(unit) : known;
}

export const classIn = (factsOfUnit: number): number => factsOfUnit >> CODE_BITS;
export const codeIn = (factsOfUnit: number): number => factsOfUnit & CODE_MASK;

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  const learnt = (classOf(unit, char) << CODE_BITS) | (codes.get(char.toLowerCase()) ?? 0);
  facts[unit] = learnt;
  return learnt;
}

function classOf(unit: number, char: string): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit === 0x20 || unit === 0x0a) return SPACE;
  return isLetter.test(char) ? LETTER : OTHER;
}

/** How many codes one number holds: two numbers hold a word of eight letters. */
const CODES_IN_NUMBER = 4;
export const LONGEST_CODED = 2 * CODES_IN_NUMBER;
const NUMBER_MASK = (1 << (CODES_IN_NUMBER * CODE_BITS)) - 1;

/** The last codes of a word, with one more code behind them. */
export const withCode = (late: number, code: number): number => ((late << CODE_BITS) | code) & NUMBER_MASK;
/** The codes before those, with the first of the last ones, which has to give way, behind them. */
export const withOldest = (early: number, late: number): number =>
  ((early << CODE_BITS) | (late >> ((CODES_IN_NUMBER - 1) * CODE_BITS))) & NUMBER_MASK;
