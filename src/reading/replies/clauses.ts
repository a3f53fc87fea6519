// A reply cut into clauses, and the verb that a clause begins with.
import { ORDER_HEADS, ORDER_HEADS_WHEN_TOLD } from '../lexicon/order-heads.ts';
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
/** They begin as a verb does, and are none. */
const NOT_VERBS = new Set([
  'giao ban',
  'giao thông',
  'giao dịch',
  'giao lưu',
  'bảo hiểm',
  'thu nhập',
  'thu ngân',
  'mở đầu',
  'lập trình',
  'lập luận',
  'tính chất',
  'báo chí',
]);

/**
 * How many words long the verb is that stands at `at` and can head an order; 0 where there is none. Where somebody is told
 * or urged more verbs do.
 */
export function orderHeadAt(words: readonly Word[], at: number, isTold: boolean): number {
  for (let length = MOST_SYLLABLES; length > 0; length--) {
    const phrase = words.slice(at, at + length);
    const verb = phrase.map(({ text }) => text).join(' ');
    if (NOT_VERBS.has(verb)) return 0;
    const isHead = ORDER_HEADS.has(verb) || (isTold && ORDER_HEADS_WHEN_TOLD.has(verb));
    if (phrase.length === length && isHead) return length;
  }
  return 0;
}
