// Looks names of a registry up in a row of words: spelt right, cut short, or with one letter wrong.
import type { Certainty } from '../findings.ts';
import { LOOSE_PREFIXES } from '../lexicon/unit-words.ts';
import { compareSpelling } from '../words/spelling.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import { isWithinOneSlip } from './edit-distance.ts';
import type { CompiledNames, NameNode, UnitName } from './unit-names.ts';
import { isAcronymWord, keyOf, keyOfAll } from './unit-names.ts';

/** Between the words of one name: "QLKH & CN", "Kế hoạch - Tài chính", "P.QLCN". */
const NAME_GAP = /^(?:[\s*_]*|\s?[&\-./]\s?|, ?)$/u;
const SHORTEST_SLIPPED_ACRONYM = 5;
const SHORTEST_SLIPPED_NAME = 10;
const LETTER_STUCK = /^\p{Lu}{3,}\p{Ll}$/u;
const MOST_REMEMBERED_SLIPS = 5_000;

export interface NameMatch {
  readonly name: UnitName;
  readonly to: number;
  readonly certainty: Certainty;
}

export class NameSearch {
  private readonly names: CompiledNames;
  private readonly rememberedSlips = new Map<string, UnitName | null>();

  /** The first and the second words of names, bare: one slip leaves one of the two right. */
  private readonly beginnings: ReadonlySet<string>;
  private readonly continuations: ReadonlySet<string>;
  /** With which letter names of how many letters begin, and end: see {@link letterAndLength}. */
  private readonly firstLetters: ReadonlySet<number>;
  private readonly lastLetters: ReadonlySet<number>;

  constructor(names: CompiledNames) {
    this.names = names;
    this.beginnings = new Set(names.names.map(({ words }) => words[0]?.folded ?? ''));
    this.continuations = new Set(names.names.map(({ words }) => words[1]?.folded ?? ''));
    this.firstLetters = new Set(names.names.map(({ key }) => letterAndLength(key.charCodeAt(0), key.length)));
    this.lastLetters = new Set(
      names.names.map(({ key }) => letterAndLength(key.charCodeAt(key.length - 1), key.length)),
    );
  }

  /** True where the words at `at` can be a name of several words with one wrong letter. */
  mayBeSlipped(words: readonly Word[], at: number): boolean {
    const [first, second] = [words[at], words[at + 1]];
    if (first === undefined || second === undefined) return false;
    return this.beginnings.has(first.folded) || this.continuations.has(second.folded);
  }

  /** The longest name at word `at` that `accepts` takes. */
  longest(
    words: readonly Word[],
    at: number,
    accepts: (name: UnitName, to: number) => boolean,
  ): NameMatch | null {
    let found: NameMatch | null = null;
    for (const { node, to } of this.walk(words, at)) {
      const fitting = node.names.filter(
        (name) => accepts(name, to) && spellingOf(name, words, at, to) !== null,
      );
      const [name] = preferred(fitting);
      if (name === undefined) continue;
      const isShared = fitting.some(
        ({ unit, prefix }) => unit.code !== name.unit.code && prefix === name.prefix,
      );
      const spelling = spellingOf(name, words, at, to);
      found = {
        name,
        to,
        certainty: isShared ? 'ask' : spelling === 'slip' || name.isDerived ? 'assumed' : 'certain',
      };
    }
    return found;
  }

  /** "Trung tâm Chuyển đổi số" for "Trung tâm Chuyển đổi số và Đổi mới sáng tạo", where only one unit's name begins so. */
  cutShort(words: readonly Word[], at: number, prefix: string): NameMatch | null {
    let found: NameMatch | null = null;
    for (const { node, to } of this.walk(words, at)) {
      const fitting = node.passing.filter((name) => isPrefixFor(prefix, name));
      const [name] = fitting;
      const next = words[to];
      const isNameOver = next?.isCapitalized !== true || !isJoinedBySpace(next.gap);
      const isOnly = name !== undefined && fitting.every(({ unit }) => unit.code === name.unit.code);
      if (isOnly && to - at >= 2 && isNameOver) found = { name, to, certainty: 'assumed' };
      else if (!isOnly) found = null;
    }
    return found;
  }

  /** "Quản lý KH&CN" for "Quản lý Khoa học và Công nghệ": some parts in full, others by their initials. */
  abbreviated(words: readonly Word[], at: number, accepts: (name: UnitName) => boolean): NameMatch | null {
    if (!hasAcronymNear(words, at)) return null;
    const matches = this.names.names.flatMap((name): NameMatch[] => {
      const mayBegin = name.isOfficial && name.words[0]?.folded.charAt(0) === words[at]?.folded.charAt(0);
      const to = mayBegin && accepts(name) ? abbreviatedEnd(name.words, words, at) : null;
      return to === null ? [] : [{ name, to, certainty: 'certain' }];
    });
    const [best, second] = matches.toSorted((a, b) => b.to - a.to);
    if (best === undefined) return null;
    const isShared = second?.to === best.to && second.name.unit.code !== best.name.unit.code;
    return isShared ? { ...best, certainty: 'ask' } : best;
  }

  private *walk(words: readonly Word[], at: number): Generator<{ node: NameNode; to: number }> {
    let node = this.names.root;
    for (let index = at; index < words.length; index++) {
      const word = words[index];
      if (word === undefined || (index > at && !NAME_GAP.test(word.gap))) return;
      for (const letter of keyOf(word, index === at)) {
        const next = node.next.get(letter);
        if (next === undefined) return;
        node = next;
      }
      if (index === at || word.lower !== 'và') yield { node, to: index + 1 };
    }
  }

  /** A name with one wrong letter; null where none or more than one is that near. */
  slipped(
    words: readonly Word[],
    at: number,
    accepts: (name: UnitName) => boolean,
    mayBeWords: boolean,
  ): NameMatch | null {
    for (const to of mayBeWords ? windowsFrom(words, at) : [acronymEnd(words, at)]) {
      if (!this.mayBeNear(words, at, to)) continue;
      const part = words.slice(at, to);
      const written = keyOfAll(part);
      const isAcronym = part.every(isAcronymWord) || part.length === 1;
      if (written.length < (isAcronym ? SHORTEST_SLIPPED_ACRONYM : SHORTEST_SLIPPED_NAME)) continue;
      const name = this.nearest(written, isAcronym, accepts);
      if (name !== null) return { name, to, certainty: 'assumed' };
    }
    return null;
  }

  /** "QLCNg", "KHTCs": one small letter stuck to an abbreviation that is too short for any other slip. */
  withLetterStuck(
    words: readonly Word[],
    at: number,
    accepts: (name: UnitName) => boolean,
  ): NameMatch | null {
    const word = words[at];
    if (word === undefined || !LETTER_STUCK.test(word.written)) return null;
    const key = keyOf(word, true).slice(0, -1);
    const named = this.names.names.filter((name) => name.isAcronym && name.key === key && accepts(name));
    const [name] = named;
    const isOnly = name !== undefined && named.every(({ unit }) => unit.code === name.unit.code);
    return isOnly ? { name, to: at + 1, certainty: 'assumed' } : null;
  }

  /** One slip adds or takes away one letter at most, and leaves the first or the last as it is. */
  private mayBeNear(words: readonly Word[], from: number, to: number): boolean {
    const length = keyLength(words, from, to);
    const first = keyLetter(words[from]?.folded.charCodeAt(0));
    const last = keyLetter(words[to - 1]?.folded.charCodeAt((words[to - 1]?.folded.length ?? 0) - 1));
    for (let near = length - 1; near <= length + 1; near++) {
      if (this.firstLetters.has(letterAndLength(first, near))) return true;
      if (this.lastLetters.has(letterAndLength(last, near))) return true;
    }
    return false;
  }

  private nearest(
    written: string,
    isAcronym: boolean,
    accepts: (name: UnitName) => boolean,
  ): UnitName | null {
    const remembered = this.rememberedSlips.get(written);
    if (remembered !== undefined) return remembered !== null && accepts(remembered) ? remembered : null;
    const near = this.names.names.filter(
      (name) =>
        name.isAcronym === isAcronym &&
        !name.isWeak &&
        name.key.length >= (isAcronym ? SHORTEST_SLIPPED_ACRONYM : SHORTEST_SLIPPED_NAME) &&
        isWithinOneSlip(name.key, written),
    );
    const [first] = near;
    const only =
      first !== undefined && near.every(({ unit }) => unit.code === first.unit.code) ? first : null;
    if (this.rememberedSlips.size < MOST_REMEMBERED_SLIPS) this.rememberedSlips.set(written, only);
    return only !== null && accepts(only) ? only : null;
  }
}

/** A prefix fits its own kind of unit; "bên" and "bộ phận" fit any; "phòng" also fits what has no kind ("phòng HCTH" of Văn phòng). */
export const isPrefixFor = (prefix: string, name: UnitName): boolean => {
  if (LOOSE_PREFIXES.has(prefix)) return true;
  if (name.prefix !== null) return name.prefix === prefix || LOOSE_PREFIXES.has(name.prefix);
  if (name.unitPrefix !== null) return name.unitPrefix === prefix;
  return (prefix === 'phòng' || prefix === 'ban') && name.unit.isGroup !== true;
};

/** Names declared without a prefix come before those that only have one by their declaration. */
const preferred = (names: readonly UnitName[]): readonly UnitName[] =>
  names.length < 2 ? names : names.toSorted((a, b) => rank(a) - rank(b));

const rank = (name: UnitName): number =>
  (name.isWeak ? 8 : 0) + (name.isDerived ? 4 : 0) + (name.prefix !== null && !name.isOfficial ? 1 : 0);

/** How the words spell a name whose bare letters they have; null where they are other words. */
function spellingOf(name: UnitName, words: readonly Word[], at: number, to: number): 'right' | 'slip' | null {
  if (name.isAcronym) return 'right';
  const written = words.slice(at, to).filter(({ lower }, index) => index === 0 || lower !== 'và');
  const expected = name.words.filter(({ lower }, index) => index === 0 || lower !== 'và');
  if (
    written.some(({ gap }, index) => index > 0 && gap === ', ') &&
    !name.words.some(({ gap }) => gap === ', ')
  )
    return null;
  if (written.length !== expected.length) {
    const [a, b] = [written, expected].map((words) => words.map(({ lower }) => lower).join(''));
    return a === b ? 'right' : null;
  }
  let wrong = 0;
  for (const [index, word] of expected.entries()) {
    const own = written[index];
    if (own === undefined || isAcronymWord(word)) continue;
    const spelling = compareSpelling(own.lower, word.lower);
    if (spelling === 'other' || spelling === 'partial') wrong++;
  }
  if (wrong === 0) return 'right';
  if (wrong === 1 && expected.length >= 3) return 'slip';
  // "Chi đoan" with a capital lacks a mark; with another mark it would be another word.
  const isUnmarked = expected.every(
    ({ lower }, index) => compareSpelling(written[index]?.lower ?? '', lower) !== 'other',
  );
  return wrong === 1 && isUnmarked && written[0]?.isCapitalized === true ? 'slip' : null;
}

const FARTHEST_ACRONYM = 6;

const hasAcronymNear = (words: readonly Word[], at: number): boolean => {
  for (let index = at; index < at + FARTHEST_ACRONYM; index++) {
    const word = words[index];
    if (word === undefined || (index > at && !NAME_GAP.test(word.gap))) return false;
    if (word.isAcronym) return true;
  }
  return false;
};

/** Where the words that stand for the whole of `name` end, some of them as initials of several of its words; null where they do not. */
function abbreviatedEnd(name: readonly Word[], words: readonly Word[], at: number): number | null {
  let next = 0;
  let index = at;
  let hasFullWord = false;
  let hasInitials = false;
  const passAnd = (): void => {
    if (name[next]?.lower === 'và') next++;
  };
  for (; next < name.length; index++) {
    const word = words[index];
    if (word === undefined || (index > at && !NAME_GAP.test(word.gap))) return null;
    passAnd();
    if (word.lower === 'và') continue;
    if (
      word.folded === name[next]?.folded &&
      compareSpelling(word.lower, name[next]?.lower ?? '') !== 'other'
    ) {
      next++;
      hasFullWord = true;
    } else if (word.isAcronym) {
      for (const letter of word.folded) {
        passAnd();
        if (name[next]?.folded.charAt(0) !== letter) return null;
        next++;
      }
      hasInitials = true;
    } else return null;
  }
  return hasFullWord && hasInitials ? index : null;
}

/** Where a run of capitals joined by "&" or "-" ends. */
function acronymEnd(words: readonly Word[], at: number): number {
  let to = at + 1;
  while (words[to]?.isAcronym === true && /^ ?[&-] ?$/u.test(words[to]?.gap ?? ',')) to++;
  return to;
}

const LETTERS = 0x10000;
const letterAndLength = (letter: number, length: number): number => length * LETTERS + letter;

/** As in a key, where "y" is "i". */
const keyLetter = (unit: number | undefined): number => (unit === 0x79 ? 0x69 : (unit ?? 0));

/** The length of the key of the words in [from, to). */
function keyLength(words: readonly Word[], from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word !== undefined && (at === from || word.lower !== 'và')) length += word.folded.length;
  }
  return length;
}

const LONGEST_SLIPPED_NAME = 10;

/** Ends of the parts that could be a misspelt name, longest first. */
function* windowsFrom(words: readonly Word[], at: number): Generator<number> {
  let to = at;
  while (
    to < words.length &&
    to - at < LONGEST_SLIPPED_NAME &&
    (to === at || NAME_GAP.test(words[to]?.gap ?? ','))
  )
    to++;
  for (let end = to; end > at; end--) yield end;
}
