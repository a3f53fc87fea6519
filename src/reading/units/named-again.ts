// Units that a text names by pointing back: "Phòng này", "Tổ công tác (Trưởng phòng KHTC)".
import { ACTION_VERBS, ADVERBIALS, MODALS } from '../lexicon/action-verbs.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Mention } from './mention.ts';
import { mentionOf } from './mention.ts';
import { unitPrefixAt } from './unit-names.ts';

const predicates = new Phrases([[true, [...ACTION_VERBS, ...MODALS, ...ADVERBIALS]]]);

const MOST_WORDS_BEFORE_NAME = 4;

/** "Chi bộ 1 (Văn phòng)", "Tổ công tác (Tổ trưởng: Trưởng phòng KHTC)" */
export const isNamedInRemark = (
  words: readonly Word[],
  group: Mention,
  { kind, from, to }: Mention,
): boolean =>
  (group.kind === 'outside' || group.kind === 'subset') &&
  group.isTopicLike &&
  kind === 'unit' &&
  from - group.to <= MOST_WORDS_BEFORE_NAME &&
  /^\s*\($/u.test(words[group.to]?.gap ?? '') &&
  closingBracket(words, to) > 0;

const MOST_WORDS_AFTER_NAME = 4;

/** The word after the bracket that closes near word `at`; 0 where none does. */
export function closingBracket(words: readonly Word[], at: number): number {
  for (let index = at; index <= at + MOST_WORDS_AFTER_NAME; index++) {
    const gap = words[index]?.gap ?? '';
    if (gap.includes(')')) return index;
    if (/[(;.]/u.test(gap)) return 0;
  }
  return 0;
}

/** "Phòng này": the unit named last, if it is of that kind. */
export function namedAgain(words: readonly Word[], at: number, last: Mention | undefined): Mention | null {
  if (last?.kind !== 'unit') return null;
  const prefix = unitPrefixAt(words, at);
  if (prefix === null) return null;
  const next = words[at + prefix.length];
  const isThis = next?.lower === 'này';
  // "Yêu cầu Phòng tiếp thu ý kiến": written with a capital and doing something, it is the unit named last.
  const isAtWork =
    words[at]?.isCapitalized === true &&
    next?.isCapitalized === false &&
    next.gap === ' ' &&
    phraseLength(predicates, words, at + prefix.length) > 0;
  if (!isThis && !isAtWork) return null;
  const to = at + prefix.length + (isThis ? 1 : 0);
  const isOfKind = words.slice(last.from, last.to).some(({ folded }) => folded === words[at]?.folded);
  return isOfKind
    ? mentionOf(words, { ...last, from: at, to, certainty: last.certainty === 'ask' ? 'ask' : 'assumed' })
    : null;
}
