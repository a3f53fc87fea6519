import type { PhraseNode } from './phrase-trie.ts';
import { PhraseTrie } from './phrase-trie.ts';
import type { Tokens } from './tokens.ts';
import type { Spelling } from './vocabulary.ts';
import { lexiconWord } from './vocabulary.ts';

const BITS = 32;
/** The last bits belong to one list each: to those that are asked at almost every word. */
const OWN_BITS = 3;
const SHARED_BITS = BITS - OWN_BITS;
/** The first bits are for lists of at least so many phrases: short lists are not to be asked for the words of long ones. */
const BITS_OF_LONG = 16;
const FEWEST_OF_LONG = 25;
/** How many phrases share each bit. */
const shares = new Array<number>(SHARED_BITS).fill(0);
let ownBits = 0;

/** The bit that the fewest phrases share among those for lists of that length. See `BareWord` in vocabulary.ts. */
function bitFor(phrases: number): number {
  const isLong = phrases >= FEWEST_OF_LONG;
  const own = shares.slice(isLong ? 0 : BITS_OF_LONG, isLong ? BITS_OF_LONG : SHARED_BITS);
  const bit = own.indexOf(Math.min(...own)) + (isLong ? 0 : BITS_OF_LONG);
  shares[bit] = (shares[bit] ?? 0) + phrases;
  return 1 << bit;
}

/** @throws RangeError where no bit is left: who is asked at almost every word must be chosen */
function ownBit(): number {
  if (ownBits === OWN_BITS) throw new RangeError(`Only ${OWN_BITS} lists may have a bit of their own`);
  return 1 << (SHARED_BITS + ownBits++);
}

export interface PhraseMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

const piecesOf = (phrase: string): string[] =>
  phrase.normalize('NFC').match(/[\p{L}\p{M}]+|\d+|[^\s]/gu) ?? [];

/**
 * Vietnamese phrases, each with a meaning, matched against tokens with their diacritics, with some or with none (see
 * `spelling.ts`). Matching costs at most the length of the longest phrase, however many there are.
 */
export class Phrases<T> {
  private readonly forward: PhraseTrie;
  private readonly backward: PhraseTrie;
  /** The meaning of each phrase, in the order of the tries. */
  private readonly meanings: readonly T[];
  private readonly firstWords: ReadonlySet<string>;
  private readonly firstTwoWords: ReadonlySet<string>;
  private readonly bit: number;

  /**
   * @param groups each meaning with its phrases, in lower case, separated by commas or lines; a later phrase wins over an equal earlier one
   * @param isAskedOften true for the few lists that are asked at almost every word
   */
  constructor(groups: Iterable<readonly [value: T, phrases: string]>, isAskedOften = false) {
    const all = [...groups]
      .flatMap(([value, phrases]) =>
        phrases.split(/[,\n]/).map((phrase) => ({ words: piecesOf(phrase).map(lexiconWord), value })),
      )
      .filter(({ words }) => words.length > 0);
    const phrases = all.map(({ words }) => words);
    this.bit = isAskedOften ? ownBit() : bitFor(phrases.length);
    this.forward = new PhraseTrie(phrases);
    this.backward = new PhraseTrie(phrases.map((words) => words.toReversed()));
    this.meanings = all.map(({ value }) => value);
    this.firstWords = new Set(phrases.map(([first]) => first?.text ?? ''));
    this.firstTwoWords = new Set(
      phrases.map((words) =>
        words
          .slice(0, 2)
          .map(({ text }) => text)
          .join(' '),
      ),
    );
    for (const words of phrases) note(words, this.bit);
  }

  /** The first words of all phrases, with their diacritics. */
  heads(): string[] {
    return [...this.firstWords];
  }

  /** What the phrases begin with: their first two words, or their only one. */
  openings(): string[] {
    return [...this.firstTwoWords];
  }

  /** False where no phrase begins with such a word as token `i`, whatever its diacritics. */
  mayBeginAt(tokens: Tokens, i: number): boolean {
    return (tokens.bareAt(i).first & this.bit) !== 0;
  }

  /** False where no phrase begins with any word of the text. */
  mayBeIn(tokens: Tokens): boolean {
    return (tokens.firsts & this.bit) !== 0;
  }

  /** The longest phrase that starts at token `i`. */
  at(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const here = tokens.bareAt(i);
    if ((here.first & this.bit) === 0) return null;
    if ((this.bit & (here.only | tokens.bareAt(i + 1).second)) === 0) return null;
    const end = this.forward.longest(tokens, i, 1);
    const length = this.forward.depthOf(end);
    return length === 0 ? null : { from: i, to: i + length, value: this.meaningAt(this.forward, end) };
  }

  /** The longest phrase that ends just before token `i`. */
  before(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const here = tokens.bareAt(i - 1);
    if ((here.last & this.bit) === 0) return null;
    if ((this.bit & (here.only | tokens.bareAt(i - 2).lastButOne)) === 0) return null;
    const end = this.backward.longest(tokens, i - 1, -1);
    const length = this.backward.depthOf(end);
    return length === 0 ? null : { from: i - length, to: i, value: this.meaningAt(this.backward, end) };
  }

  private meaningAt(trie: PhraseTrie, end: PhraseNode): T {
    return this.meanings[trie.phraseAt(end)] as T;
  }

  /** The first phrase that starts in [from, to). */
  within(tokens: Tokens, from: number, to: number): PhraseMatch<T> | null {
    if (!this.mayBeIn(tokens)) return null;
    for (let i = from; i < to; i++) {
      const found = this.at(tokens, i);
      if (found !== null && found.to <= to) return found;
    }
    return null;
  }

  /** The last phrase that ends in [from, to). */
  lastWithin(tokens: Tokens, from: number, to: number): PhraseMatch<T> | null {
    if (!this.mayBeIn(tokens)) return null;
    for (let i = to; i > from; i--) {
      const found = this.before(tokens, i);
      if (found !== null && found.from >= from) return found;
    }
    return null;
  }
}

/** Phrases of one meaning, separated by commas or lines. */
export const phraseSet = (phrases: string): Phrases<true> => new Phrases([[true, phrases]]);

function note(words: readonly Spelling[], bit: number): void {
  const [first, second] = words;
  const [lastButOne, last] = [words.at(-2), words.at(-1)];
  if (first !== undefined) first.bare.first |= bit;
  if (last !== undefined) last.bare.last |= bit;
  if (second !== undefined) second.bare.second |= bit;
  if (lastButOne !== undefined) lastButOne.bare.lastButOne |= bit;
  else if (first !== undefined) first.bare.only |= bit;
}
