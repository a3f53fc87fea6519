import type { Token } from './token.ts';
import type { Tokens } from './tokens.ts';
import type { Spelling } from './vocabulary.ts';
import { lexiconWordOf } from './vocabulary.ts';

/** A node is its index in the trie's figures; there is none at 0. */
export type PhraseNode = number;
const NO_NODE: PhraseNode = 0;

/** That of a word that no phrase has. */
const NO_ID = 0;

// The figures of a node, from its index on.
/** `id` of the word's spelling and of the word without diacritics. */
const WORD = 0;
const BARE = 1;
/** How many words lead here, this one included. */
const DEPTH = 2;
/** Where the meaning stands of the phrase that ends here, plus one; 0 where none ends. */
const MEANING = 3;
/** The first of the words that may follow. */
const NEXT = 4;
/** The next of the words that may stand here instead. */
const OTHER = 5;
const FIGURES = 6;

/** How many figures are set aside at once, for as many tries as have room in them: many lists then lie side by side. */
const FIGURES_IN_STORE = 1 << 16;
let store = new Int32Array(FIGURES_IN_STORE);
/** The first figures are those of {@link NO_NODE}, all 0. */
let taken = FIGURES;

/** The index in {@link store} from which on `size` figures are free. */
function setAside(size: number): number {
  if (taken + size > store.length) {
    store = new Int32Array(Math.max(FIGURES_IN_STORE, size + FIGURES));
    taken = FIGURES;
  }
  const from = taken;
  taken += size;
  return from;
}

/**
 * Phrases by their words. A sentence is looked up in some thirty lists, each of them met too rarely to stay in the
 * processor's cache: what counts is how much memory a look touches, so that the nodes are figures in a row, and those of
 * many lists in one store.
 */
export class PhraseTrie {
  private readonly figures: Int32Array;
  /** Where the first words' nodes are told by `bare.id`; words that meet in one slot are linked as alternatives. */
  private readonly heads: number;
  private readonly mask: number;
  private end: number;

  /** @param phrases the words of each phrase; its meaning is told by its index, a later phrase wins over an equal earlier one */
  constructor(phrases: readonly (readonly Spelling[])[]) {
    let size = 1;
    while (size < phrases.length * 2) size *= 2;
    this.mask = size - 1;
    const words = phrases.reduce((sum, phrase) => sum + phrase.length, 0);
    this.heads = setAside(size + words * FIGURES);
    this.figures = store;
    this.end = this.heads + size;
    for (const [index, phrase] of phrases.entries()) this.insert(phrase, index);
  }

  /** The end of the longest phrase from token `i` on, read forward (`step` 1) or backward (-1); 0 where there is none. */
  longest(tokens: Tokens, i: number, step: 1 | -1): PhraseNode {
    const token = tokens.tokenAt(i);
    const first = this.figure(this.heads, token.word.bare.id & this.mask);
    return first === NO_NODE ? NO_NODE : this.longestFrom(first, token, tokens, i, step);
  }

  /** How many words lead to `node`; 0 for none. */
  depthOf(node: PhraseNode): number {
    return this.figure(node, DEPTH);
  }

  /** The index of the phrase that ends at `node`. */
  phraseAt(node: PhraseNode): number {
    return this.figure(node, MEANING) - 1;
  }

  private figure(node: PhraseNode, which: number): number {
    return this.figures[node + which] ?? 0;
  }

  /** The same, with `token` at `i` for one of the words from the node `first` on. */
  private longestFrom(first: PhraseNode, token: Token, tokens: Tokens, i: number, step: 1 | -1): PhraseNode {
    const { figures } = this;
    const { id } = token.word;
    const bare = token.word.bare.id;
    if (bare === NO_ID) return NO_NODE;
    let found = NO_NODE;
    for (let node = first; node !== NO_NODE; node = figures[node + OTHER] ?? 0) {
      if (figures[node + BARE] !== bare) continue;
      const wanted = figures[node + WORD] ?? 0;
      if (wanted !== id && !token.mayBe(lexiconWordOf(wanted))) continue;
      const next = figures[node + NEXT] ?? 0;
      let end =
        next === NO_NODE ? NO_NODE : this.longestFrom(next, tokens.tokenAt(i + step), tokens, i + step, step);
      if (end === NO_NODE && figures[node + MEANING] !== 0) end = node;
      if (end !== NO_NODE && (found === NO_NODE || this.depthOf(end) > this.depthOf(found))) found = end;
    }
    return found;
  }

  private insert(words: readonly Spelling[], index: number): void {
    const { figures } = this;
    let parent = NO_NODE;
    for (const [place, { id, bare }] of words.entries()) {
      const slot = this.heads + (bare.id & this.mask);
      const first = parent === NO_NODE ? this.figure(slot, 0) : this.figure(parent, NEXT);
      let node = first;
      while (node !== NO_NODE && this.figure(node, WORD) !== id) node = this.figure(node, OTHER);
      if (node === NO_NODE) {
        node = this.end;
        this.end += FIGURES;
        figures.set([id, bare.id, place + 1, 0, NO_NODE, first], node);
        if (parent === NO_NODE) figures[slot] = node;
        else figures[parent + NEXT] = node;
      }
      parent = node;
    }
    figures[parent + MEANING] = index + 1;
  }
}
