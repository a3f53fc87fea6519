import type { Token, Tokens } from './tokens.ts';
import type { BareWord, Spelling } from './vocabulary.ts';
import { lexiconWord } from './vocabulary.ts';

interface Node<T> {
  /** The word that leads here. */
  readonly word: Spelling;
  /** How many words lead here. */
  readonly depth: number;
  readonly next: Node<T>[];
  /** The meaning of the phrase that ends here. */
  value: T | undefined;
}

/** What phrases begin (or end) with, and how they go on. */
type Trie<T> = Map<BareWord, Node<T>[]>;

const BITS = 32;
let lists = 0;

/** For {@link BareWord}. */
const nextBit = (): number => 1 << (lists++ % BITS);

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
  private readonly forward: Trie<T> = new Map();
  private readonly backward: Trie<T> = new Map();
  private readonly bit = nextBit();

  /** @param groups each meaning with its phrases, in lower case, separated by commas or lines; a later phrase wins over an equal earlier one */
  constructor(groups: Iterable<readonly [value: T, phrases: string]>) {
    for (const [value, phrases] of groups) {
      for (const phrase of phrases.split(/[,\n]/)) {
        const pieces = piecesOf(phrase);
        if (pieces.length === 0) continue;
        const words = pieces.map(lexiconWord);
        insert(this.forward, words, value);
        insert(this.backward, words.toReversed(), value);
        note(words, this.bit);
      }
    }
  }

  /** The first words of all phrases, with their diacritics. */
  heads(): string[] {
    return [...this.forward.values()].flatMap((nodes) => nodes.map(({ word }) => word.text));
  }

  /** False where no phrase begins with such a word, whatever its diacritics. */
  mayBeginWith({ bare }: Token): boolean {
    return (bare.first & this.bit) !== 0;
  }

  /** The longest phrase that starts at token `i`. */
  at(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const here = tokens.bareAt(i);
    if ((here.first & this.bit & (here.only | tokens.bareAt(i + 1).second)) === 0) return null;
    const end = longest(this.forward, tokens, i, 1);
    return end?.value === undefined ? null : { from: i, to: i + end.depth, value: end.value };
  }

  /** The longest phrase that ends just before token `i`. */
  before(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const here = tokens.bareAt(i - 1);
    if ((here.last & this.bit & (here.only | tokens.bareAt(i - 2).lastButOne)) === 0) return null;
    const end = longest(this.backward, tokens, i - 1, -1);
    return end?.value === undefined ? null : { from: i - end.depth, to: i, value: end.value };
  }

  /** The first phrase that starts in [from, to). */
  within(tokens: Tokens, from: number, to: number): PhraseMatch<T> | null {
    for (let i = from; i < to; i++) {
      const found = this.at(tokens, i);
      if (found && found.to <= to) return found;
    }
    return null;
  }

  /** The last phrase that ends in [from, to). */
  lastWithin(tokens: Tokens, from: number, to: number): PhraseMatch<T> | null {
    for (let i = to; i > from; i--) {
      const found = this.before(tokens, i);
      if (found && found.from >= from) return found;
    }
    return null;
  }
}

/** Phrases of one meaning, separated by commas or lines. */
export const phraseSet = (phrases: string): Phrases<true> => new Phrases([[true, phrases]]);

function note(words: readonly Spelling[], bit: number): void {
  const [first, second] = words;
  const [lastButOne, last] = [words.at(-2), words.at(-1)];
  if (first) first.bare.first |= bit;
  if (last) last.bare.last |= bit;
  if (second) second.bare.second |= bit;
  if (lastButOne) lastButOne.bare.lastButOne |= bit;
  else if (first) first.bare.only |= bit;
}

function insert<T>(trie: Trie<T>, words: readonly Spelling[], value: T): void {
  const first = words[0]?.bare;
  if (first === undefined) return;
  let nodes = trie.get(first) ?? [];
  trie.set(first, nodes);
  for (const [index, word] of words.entries()) {
    let node = nodes.find((other) => other.word === word);
    if (!node) {
      node = { word, depth: index + 1, next: [], value: undefined };
      nodes.push(node);
    }
    if (index === words.length - 1) node.value = value;
    nodes = node.next;
  }
}

/** The node of the longest phrase from token `i` on; null where there is none. */
function longest<T>(trie: Trie<T>, tokens: Tokens, i: number, step: 1 | -1): Node<T> | null {
  const token = tokens.list[i];
  const nodes = token && trie.get(token.bare);
  return nodes ? walk(nodes, tokens, i, step) : null;
}

function walk<T>(nodes: readonly Node<T>[], tokens: Tokens, i: number, step: 1 | -1): Node<T> | null {
  const token = tokens.list[i];
  if (token === undefined) return null;
  let found: Node<T> | null = null;
  for (const node of nodes) {
    if (!token.mayBe(node.word)) continue;
    const end =
      node.next.length === 0
        ? node
        : (walk(node.next, tokens, i + step, step) ?? (node.value === undefined ? null : node));
    if (end !== null && (found === null || end.depth > found.depth)) found = end;
  }
  return found;
}
