import type { Tokens } from './tokens.ts';
import { bareFormOf, mayStandFor } from './spelling.ts';

interface Branch<T> {
  readonly word: string;
  readonly node: Node<T>;
}

interface Node<T> {
  /** How many words lead here. */
  readonly depth: number;
  /** Keyed by the word without diacritics. */
  readonly next: Map<string, Branch<T>[]>;
  /** The meaning of the phrase that ends here. */
  value: T | undefined;
}

const newNode = <T>(depth: number): Node<T> => ({ depth, next: new Map(), value: undefined });

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
  private readonly forward: Node<T> = newNode(0);
  private readonly backward: Node<T> = newNode(0);

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

  /** The first words of all phrases, with their diacritics. */
  heads(): string[] {
    return [...this.forward.next.values()].flatMap((branches) => branches.map(({ word }) => word));
  }

  /** The longest phrase that starts at token `i`. */
  at(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const end = walk(this.forward, tokens, i, 1);
    return end?.value === undefined ? null : { from: i, to: i + end.depth, value: end.value };
  }

  /** The longest phrase that ends just before token `i`. */
  before(tokens: Tokens, i: number): PhraseMatch<T> | null {
    const end = walk(this.backward, tokens, i - 1, -1);
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

function insert<T>(root: Node<T>, pieces: readonly string[], value: T): void {
  let node = root;
  for (const word of pieces) {
    const key = bareFormOf(word);
    const branches = node.next.get(key) ?? [];
    let branch = branches.find((other) => other.word === word);
    if (!branch) {
      branch = { word, node: newNode(node.depth + 1) };
      branches.push(branch);
      node.next.set(key, branches);
    }
    node = branch.node;
  }
  node.value = value;
}

/** The node of the longest phrase from token `i` on; null where there is none. */
function walk<T>(node: Node<T>, tokens: Tokens, i: number, step: 1 | -1): Node<T> | null {
  const token = tokens.list[i];
  if (token === undefined) return null;
  const branches = node.next.get(token.base);
  if (branches === undefined) return null;
  let longest: Node<T> | null = null;
  for (const branch of branches) {
    if (branch.word !== token.text && !mayStandFor(token.text, branch.word, token.isAmongAccents)) continue;
    const { node: next } = branch;
    const end =
      next.next.size === 0
        ? next
        : (walk(next, tokens, i + step, step) ?? (next.value === undefined ? null : next));
    if (end !== null && (longest === null || end.depth > longest.depth)) longest = end;
  }
  return longest;
}
