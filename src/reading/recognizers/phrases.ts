import { fold } from '../normalize.ts';
import type { Tokens } from './tokens.ts';
import { mayStandFor } from './spelling.ts';

interface Branch<T> {
  readonly word: string;
  readonly node: Node<T>;
}

interface Node<T> {
  /** Keyed by the word without diacritics. */
  readonly next: Map<string, Branch<T>[]>;
  value: T | undefined;
}

const newNode = <T>(): Node<T> => ({ next: new Map(), value: undefined });

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
  private readonly forward: Node<T> = newNode();
  private readonly backward: Node<T> = newNode();

  /** @param groups each meaning with its phrases, in lower case, separated by commas or lines; a later phrase wins over an equal earlier one */
  constructor(groups: Iterable<readonly [value: T, phrases: string]>) {
    for (const [value, phrases] of groups) {
      for (const phrase of phrases.split(/[,\n]/)) {
        const pieces = piecesOf(phrase);
        if (pieces.length === 0) continue;
        insert(this.forward, pieces, value);
        insert(this.backward, pieces.toReversed(), value);
      }
    }
  }

  /** The longest phrase that starts at token `i`. */
  at(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const found = walk(this.forward, tokens, i, 1);
    return found && { from: i, to: i + found.length, value: found.value };
  }

  /** The longest phrase that ends just before token `i`. */
  before(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const found = walk(this.backward, tokens, i - 1, -1);
    return found && { from: i - found.length, to: i, value: found.value };
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

function insert<T>(root: Node<T>, pieces: readonly string[], value: T): void {
  let node = root;
  for (const word of pieces) {
    const key = fold(word);
    const branches = node.next.get(key) ?? [];
    let branch = branches.find((other) => other.word === word);
    if (!branch) {
      branch = { word, node: newNode() };
      branches.push(branch);
      node.next.set(key, branches);
    }
    node = branch.node;
  }
  node.value = value;
}

function walk<T>(
  node: Node<T>,
  tokens: Tokens,
  i: number,
  step: 1 | -1,
): { length: number; value: T } | null {
  const token = tokens.at(i);
  const branches = token && node.next.get(token.base);
  if (!branches) return null;
  let best: { length: number; value: T } | null = null;
  for (const { word, node: next } of branches) {
    if (!mayStandFor(token.text, word, tokens.isAccented)) continue;
    const rest = walk(next, tokens, i + step, step);
    const length = rest ? rest.length + 1 : 1;
    const value = rest ? rest.value : next.value;
    if (value !== undefined && (best === null || length > best.length)) best = { length, value };
  }
  return best;
}
