// Brings text from Word, PDF, OCR and phones into one shape, so that the recognizers need to know only that shape,
// and remembers where every character came from, so that a finding can quote the text as it was given.
import type { Span } from './findings.ts';
import { endOfPageNumber } from './page-numbers.ts';

/** A text in the shape that the recognizers expect, with the way back to the text as given. */
export interface NormalizedText {
  /** The text as given. */
  readonly original: string;
  /**
   * NFC. Every kind of space is ' ', every kind of line end '\n'; runs of spaces are one space and lines carry none at
   * either end; a page's number between the halves of a sentence, soft hyphens, zero-width and direction marks and markdown's `**` are gone; dashes are '-', quotation
   * marks '"' and "'". Blank lines stay ("\n\n").
   */
  readonly text: string;
  /** `text` in lower case, unit for unit: `lower[i]` belongs to `text[i]`. */
  readonly lower: string;
  /** `lower` with Vietnamese diacritics stripped and đ → d, unit for unit. */
  readonly folded: string;
  /** Turns [start, end) in `text` into a span of `original`, in UTF-16 units. An empty range gives an empty span. */
  readonly spanOf: (start: number, end: number) => Span;
}

const REMOVED =
  /[\u00AD\u034F\u061C\u115F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF]/;
const REMOVED_ALL = new RegExp(REMOVED, 'g');
const LINE_END = /[\n\r\u000B\u000C\u0085\u2028\u2029]/;
const SPACE = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
const COMBINING = /\p{M}/u;

/** Longest run of combining marks kept together, as in the Stream-Safe Text Format (UAX #15, section 13): keeps NFC linear on hostile text. */
const MAX_COMBINING = 30;

/** Look-alikes that keyboards, Word and OCR put in place of the plain character. Ð and ð are Icelandic letters often typed for Đ and đ. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63'],
    ['"', '“”„‟«»″'],
    ["'", '‘’‚‛′`´'],
    ['/', '\u2044\u2215'],
    [':', '\u2236'],
    ['.', '\u2024'],
    ['Đ', 'ÐƉ'],
    ['đ', 'ð'],
  ].flatMap(([plain = '', variants = '']) =>
    Array.from(variants, (variant): [string, string] => [variant, plain]),
  ),
);

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;

const plainOf = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST)
    return String.fromCharCode(code - FULL_WIDTH_OFFSET);
  return LOOK_ALIKES.get(char) ?? char;
};

type CharClass = 0 | 1 | 2 | 3 | 4 | 5;
const ORDINARY = 0;
const SPACING = 1;
const BREAK = 2;
const DROPPED = 3;
const MARK = 4;
const REPLACED = 5;

const classOf = (char: string): CharClass => {
  if (LINE_END.test(char)) return BREAK;
  if (SPACE.test(char)) return SPACING;
  if (REMOVED.test(char)) return DROPPED;
  if (COMBINING.test(char)) return MARK;
  return plainOf(char) === char ? ORDINARY : REPLACED;
};

// One lookup a character: tables over all UTF-16 units, filled once.
const CLASS_OF_UNIT = new Uint8Array(0x10000);
const LOWER_UNIT = new Uint16Array(0x10000);
const FOLDED_UNIT = new Uint16Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  LOWER_UNIT[unit] = FOLDED_UNIT[unit] = unit;
  if (unit >= 0xd800 && unit <= 0xdfff) continue;
  const char = String.fromCharCode(unit);
  CLASS_OF_UNIT[unit] = classOf(char);
  const lower = char.toLowerCase();
  if (lower.length !== 1) continue;
  LOWER_UNIT[unit] = lower.charCodeAt(0);
  const base = lower.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
  FOLDED_UNIT[unit] = base.length === 1 ? base.charCodeAt(0) : lower.charCodeAt(0);
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

const mapUnits = (text: string, table: Uint16Array): string => {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = table[text.charCodeAt(i)] ?? 0;
  // An unpaired surrogate would come back from the decoder as U+FFFD, which keeps the length. A spread would copy the units
  // into a list first.
  return text.length < 512
    ? (Reflect.apply(String.fromCharCode, String, units) as string)
    : decoder.decode(units);
};

/** Lower-cases `text` unit for unit: a letter whose lower case is longer stays as it is. */
const lowerCase = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : mapUnits(text, LOWER_UNIT);
};

/** Strips Vietnamese diacritics and case, unit for unit: "Đôn Đốc" → "don doc". The result has the length of `text`. */
export const fold = (text: string): string => mapUnits(text, FOLDED_UNIT);

const isPlain = (text: string): boolean => {
  let isBlank = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x20) {
      if (isBlank) return false;
      isBlank = true;
    } else {
      if (unit === 0x2a || CLASS_OF_UNIT[unit] !== ORDINARY) return false;
      isBlank = false;
    }
  }
  return !isBlank || text.length === 0;
};

/** Normalises `text` in time linear in its length. Never throws. */
export function normalize(text: string): NormalizedText {
  return isPlain(text) ? new PlainText(text) : new ShapedText(text, shape(text));
}

const sameSpan = (start: number, end: number): Span => [start, end];

/** A text that had its shape already: every index is that of the original. */
class PlainText implements NormalizedText {
  readonly original: string;
  readonly text: string;
  private small: string | undefined;
  private bare: string | undefined;

  constructor(text: string) {
    this.original = text;
    this.text = text;
  }

  get lower(): string {
    this.small ??= lowerCase(this.text);
    return this.small;
  }

  get folded(): string {
    this.bare ??= fold(this.lower);
    return this.bare;
  }

  readonly spanOf = sameSpan;
}

class ShapedText implements NormalizedText {
  readonly original: string;
  readonly text: string;
  private small: string | undefined;
  private bare: string | undefined;
  private readonly shaped: Shaped;

  constructor(original: string, shaped: Shaped) {
    this.original = original;
    this.text = shaped.text;
    this.shaped = shaped;
  }

  get lower(): string {
    this.small ??= lowerCase(this.text);
    return this.small;
  }

  get folded(): string {
    this.bare ??= fold(this.lower);
    return this.bare;
  }

  readonly spanOf = (start: number, end: number): Span => {
    const { starts, ends } = this.shaped;
    const from = start < this.text.length ? (starts[start] ?? 0) : this.original.length;
    return [from, end > start ? (ends[end - 1] ?? this.original.length) : from];
  };
}

interface Shaped {
  readonly text: string;
  /** For each unit of `text`, where in the given text its character starts and ends; what follows means nothing. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

function shape(given: string): Shaped {
  const shaping = new Shaping(given);
  let pendingSpace = -1;
  let isLineStart = true;
  for (let at = 0; at < given.length;) {
    const start = at;
    const unit = given.charCodeAt(at);
    const kind = CLASS_OF_UNIT[unit] ?? ORDINARY;
    if (kind === DROPPED) at++;
    else if (kind === SPACING) pendingSpace = at++;
    else if (kind === BREAK) {
      at += given.startsWith('\r\n', at) ? 2 : 1;
      pendingSpace = -1;
      isLineStart = true;
      const page = endOfPageNumber(given, start);
      if (page !== null) {
        shaping.put('\n', start, page);
        at = page;
      } else if (unit === LINE_FEED) shaping.keep(start);
      else shaping.put('\n', start, at);
    } else if (unit === ASTERISK && given.startsWith('**', at)) {
      while (given.charCodeAt(at) === ASTERISK) at++;
    } else {
      at = endOfCharacter(given, at);
      if (pendingSpace !== -1 && !isLineStart) {
        if (given.charCodeAt(pendingSpace) === BLANK) shaping.keep(pendingSpace);
        else shaping.put(' ', pendingSpace, pendingSpace + 1);
      }
      pendingSpace = -1;
      isLineStart = false;
      if (at > start + 1)
        shaping.put(plainOf(given.slice(start, at).replace(REMOVED_ALL, '').normalize('NFC')), start, at);
      else if (kind === REPLACED) shaping.put(plainOf(given.charAt(start)), start, at);
      else shaping.keep(start);
    }
  }
  return shaping.result();
}

const LINE_FEED = 0x0a;
const BLANK = 0x20;
const ASTERISK = 0x2a;

/** A shaped text while it is made: what is kept as it stands is taken over in stretches, not unit by unit. */
class Shaping {
  private readonly given: string;
  private readonly pieces: string[] = [];
  /** The stretch of `given` that is kept but not yet among the pieces. */
  private keptFrom = 0;
  private keptTo = 0;
  private length = 0;
  private starts: Uint32Array;
  private ends: Uint32Array;

  constructor(given: string) {
    this.given = given;
    // NFC never makes a Vietnamese text longer; a few characters grow ("שּׁ").
    this.starts = new Uint32Array(given.length);
    this.ends = new Uint32Array(given.length);
  }

  /** The unit at `at` stays what it is. */
  keep(at: number): void {
    if (at !== this.keptTo) {
      this.takeOver();
      this.keptFrom = at;
    }
    this.keptTo = at + 1;
    this.place(at, at + 1);
  }

  /** `piece` stands for [start, end) of the given text. */
  put(piece: string, start: number, end: number): void {
    this.takeOver();
    this.keptFrom = this.keptTo = end;
    this.pieces.push(piece);
    for (let units = piece.length; units > 0; units--) this.place(start, end);
  }

  result(): Shaped {
    this.takeOver();
    return { text: this.pieces.join(''), starts: this.starts, ends: this.ends };
  }

  private takeOver(): void {
    if (this.keptTo > this.keptFrom) this.pieces.push(this.given.slice(this.keptFrom, this.keptTo));
  }

  private place(start: number, end: number): void {
    if (this.length === this.starts.length) {
      this.starts = longer(this.starts);
      this.ends = longer(this.ends);
    }
    this.starts[this.length] = start;
    this.ends[this.length++] = end;
  }
}

function longer(values: Uint32Array): Uint32Array {
  const copy = new Uint32Array(values.length * 2 + 1);
  copy.set(values);
  return copy;
}

/** The end of the character at `at`: a surrogate pair stays whole, combining marks stay with their base. */
function endOfCharacter(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  for (let marks = 0; marks < MAX_COMBINING; marks++) {
    let next = end;
    while (next < text.length && CLASS_OF_UNIT[text.charCodeAt(next)] === DROPPED) next++;
    if (next >= text.length || CLASS_OF_UNIT[text.charCodeAt(next)] !== MARK) break;
    end = next + 1;
  }
  return end;
}
