// A reply cut into clauses, and the verb that a clause begins with.
import { NOT_ORDER_HEADS, ORDER_HEADS, ORDER_HEADS_WHEN_URGED } from '../lexicon/order-heads.ts';
import type { Saying, Word } from './wording.ts';
import { endsClause, sayingOf } from './wording.ts';

/** The clauses of `saying`, without the marks between them. */
export function clausesOf({ words }: Saying): Saying[] {
  const clauses: Saying[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (!endsClause(words[at])) continue;
    if (at > from) clauses.push(sayingOf(words.slice(from, at)));
    from = at + 1;
  }
  return clauses;
}

const MOST_SYLLABLES = 3;

/**
 * How many words long the verb is that stands at `at` and can head an order; 0 where there is none. Behind a word
 * that urges more verbs do.
 */
export function orderHeadAt(words: readonly Word[], at: number, isUrged: boolean): number {
  for (let length = MOST_SYLLABLES; length > 0; length--) {
    const phrase = words.slice(at, at + length);
    const verb = phrase.map(({ text }) => text).join(' ');
    if (NOT_ORDER_HEADS.has(verb)) return 0;
    const isHead = ORDER_HEADS.has(verb) || (isUrged && ORDER_HEADS_WHEN_URGED.has(verb));
    if (phrase.length === length && isHead) return length;
  }
  return 0;
}
