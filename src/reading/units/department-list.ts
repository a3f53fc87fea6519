import type { Word } from '../words/word.ts';
import type { Mention } from './mention.ts';
import { mentionOf, textOf } from './mention.ts';
import { departmentFieldLength, nameEnd } from './organisations.ts';
import { unitPrefixAt } from './unit-names.ts';

/** "các Sở: Nội vụ, Tài chính và Tư pháp" names each of them; "các Sở KH&CN" is the same department everywhere. */
export function departmentList(words: readonly Word[], at: number): Mention[] {
  if (words[at]?.lower !== 'các' || words[at + 1]?.lower !== 'sở') return [];
  const departments: Mention[] = [];
  for (let next: number | null = at + 2; next !== null;) {
    const start: number = next;
    if (departments.length === 0 && !/^\s?:?\s?$/u.test(words[start]?.gap ?? ',')) break;
    const length = departmentFieldLength(words, start);
    const to = length > 0 ? start + length : nameEnd(words, start);
    if (to === start || (departments.length > 0 && unitPrefixAt(words, start) !== null)) break;
    departments.push({
      kind: 'outside',
      code: null,
      mention: `Sở ${textOf(words, start, to)}`,
      from: departments.length === 0 ? at : start,
      to,
      certainty: 'ask',
      isTopicLike: false,
    });
    next = nextInList(words, to);
  }
  const [only, ...others] = departments;
  return only === undefined || others.length > 0 ? departments : [mentionOf(words, only)];
}

/** The word after a comma or "và"; null where the list does not go on. */
export function nextInList(words: readonly Word[], to: number): number | null {
  const word = words[to];
  if (word === undefined) return null;
  if (word.lower === 'và' && /^[\s,]*$/u.test(word.gap)) return to + 1;
  return /^\s*,\s*$/u.test(word.gap) ? to : null;
}
