// Finds the phrases of a lexicon in a row of words. A lexicon is written in real Vietnamese; it also matches text
// without diacritics, and never a word with other diacritics.
import { fold } from '../normalize.ts';
import { compareSpelling } from './spelling.ts';
import type { Word } from './word.ts';
import { isJoinedBySpace } from './word.ts';

interface Entry<T> {
  readonly spelled: readonly string[];
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly entries: Entry<T>[];
}

export interface PhraseMatch<T> {
  readonly value: T;
  /** How many words the phrase takes. */
  readonly length: number;
}

/** A compiled lexicon. */
export class Phrases<T> {
  private readonly root: Node<T> = { next: new Map(), entries: [] };

  /** @param groups what a phrase means, with its phrases; of two equal phrases the later one counts */
  constructor(groups: Iterable<readonly [value: T, phrases: readonly string[]]>) {
    for (const [value, phrases] of groups) for (const phrase of phrases) this.add(phrase, value);
  }

  /** The longest phrase that starts at word `at` and ends before `limit`; null where there is none. */
  match(words: readonly Word[], at: number, limit = words.length): PhraseMatch<T> | null {
    let node: Node<T> | undefined = this.root;
    let found: PhraseMatch<T> | null = null;
    for (let index = at; index < limit; index++) {
      const word = words[index];
      if (word === undefined || (index > at && !isJoined(word, words[index - 1]))) break;
      node = node.next.get(word.folded);
      if (node === undefined) break;
      const entry = entrySpelled(node.entries, words, at);
      if (entry !== undefined) found = { value: entry.value, length: index - at + 1 };
    }
    return found;
  }

  /** The first words of all phrases, without diacritics. */
  firstWords(): Iterable<string> {
    return this.root.next.keys();
  }

  private add(phrase: string, value: T): void {
    insert(this.root, phrase.split(/[ ,/-]+/u), value);
  }
}

function insert<T>(root: Node<T>, given: readonly string[], value: T): void {
  const spelled = given.map((word) => word.normalize('NFC').toLowerCase());
  let node = root;
  for (const word of spelled) {
    const key = fold(word);
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map(), entries: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  node.entries.push({ spelled, value });
}

/** "đ/c" and "P. Giám đốc" are one phrase too: a short word may be cut off by a stop or a slash. */
const isJoined = ({ gap }: Word, before: Word | undefined): boolean =>
  isJoinedBySpace(gap) || gap === '-' || ((before?.written.length ?? 9) <= 2 && /^[./] ?$/u.test(gap));

/** The entry that the words spell exactly, else one that they spell as well as their text spells anything. */
function entrySpelled<T>(
  entries: readonly Entry<T>[],
  words: readonly Word[],
  at: number,
): Entry<T> | undefined {
  if (entries.length === 0) return undefined;
  return (
    entries.findLast(({ spelled }) => spelled.every((word, offset) => words[at + offset]?.lower === word)) ??
    entries.findLast(({ spelled }) => isSpelled(words, at, spelled))
  );
}

/**
 * A text without diacritics may lack them anywhere. In any other text a bare word means what it says ("cung" is not
 * "cùng"), and only one word of a longer phrase may lack a part of its marks.
 */
function isSpelled(words: readonly Word[], at: number, spelled: readonly string[]): boolean {
  let partial = 0;
  for (const [offset, expected] of spelled.entries()) {
    const word = words[at + offset];
    if (word === undefined) return false;
    const spelling = compareSpelling(word.lower, expected);
    if (spelling === 'other' || (spelling === 'bare' && !word.mayLackDiacritics)) return false;
    if (spelling === 'partial') partial++;
  }
  return partial === 0 || words[at]?.mayLackDiacritics === true || (partial === 1 && spelled.length > 1);
}

/** Names that may be written with or without commas, ampersands and dashes between their words. */
export class LoosePhrases {
  private readonly root: Node<true> = { next: new Map(), entries: [] };

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) insert(this.root, phrase.split(/[ ,&-]+/u), true);
  }

  /** The first words of all names, without diacritics. */
  firstWords(): Iterable<string> {
    return this.root.next.keys();
  }

  /** The length in words of the longest name that starts at word `at`; 0 where there is none. */
  length(words: readonly Word[], at: number): number {
    let node: Node<true> | undefined = this.root;
    let longest = 0;
    for (let index = at; index < words.length; index++) {
      const word = words[index];
      if (word === undefined || (index > at && !/^[\s,&*-]{0,3}$/u.test(word.gap))) break;
      node = node.next.get(word.folded);
      if (node === undefined) break;
      if (entrySpelled(node.entries, words, at) !== undefined) longest = index - at + 1;
    }
    return longest;
  }
}

/** The length in words of the longest phrase at `at`, 0 where there is none. */
export const phraseLength = (
  phrases: Phrases<unknown>,
  words: readonly Word[],
  at: number,
  limit?: number,
): number => phrases.match(words, at, limit)?.length ?? 0;

/** Where the longest phrase begins that ends right before word `at`; `at` where none does. Not before `from`. */
export function phraseStart(
  phrases: Phrases<unknown>,
  words: readonly Word[],
  at: number,
  from: number,
): number {
  for (let start = Math.max(from, at - LONGEST_PHRASE_BEFORE); start < at; start++) {
    if (phraseLength(phrases, words, start, at) === at - start) return start;
  }
  return at;
}

const LONGEST_PHRASE_BEFORE = 6;
