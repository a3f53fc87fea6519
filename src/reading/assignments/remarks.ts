// What brackets after a unit say: of its part in the work, or of nothing that matters here.
import { COORDINATION_LABELS } from '../lexicon/form-labels.ts';
import { SUPPORTING } from '../lexicon/helping.ts';
import { LEADING } from '../lexicon/roles.ts';
import { Phrases } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';

const LONGEST_REMARK = 14;

const remarks = new Phrases<'leading' | 'helping'>([
  ['leading', LEADING],
  ['helping', [...SUPPORTING, ...COORDINATION_LABELS]],
]);

/** What the brackets after a unit say of its part: "(chủ trì)"; null where they say something else. */
export function remarkedRole(words: readonly Word[], at: number): 'leading' | 'helping' | null {
  if (!/^\s*\($/u.test(words[at]?.gap ?? '')) return null;
  const role = remarks.match(words, at);
  return role !== null && (words[at + role.length]?.gap ?? ')').startsWith(')') ? role.value : null;
}

/** Past a remark in brackets; `at` itself where none begins there. */
export function bracketEnd(words: readonly Word[], at: number, limit: number): number {
  if (!/^\s*\($/u.test(words[at]?.gap ?? '')) return at;
  for (let index = at + 1; index <= Math.min(limit, at + LONGEST_REMARK); index++) {
    const gap = words[index]?.gap ?? ')';
    if (gap.includes(')')) return index;
    if (gap.includes('(')) return at;
  }
  return at;
}
