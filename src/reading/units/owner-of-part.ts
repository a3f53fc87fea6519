// Parts of a unit that the registry does not list: "Bộ phận Một cửa thuộc Văn phòng Sở" is the Office.
import { ACTION_VERBS, MODALS } from '../lexicon/action-verbs.ts';
import { UNIT_PARTS } from '../lexicon/unit-words.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Mention } from './mention.ts';

const parts = new Phrases([[true, UNIT_PARTS]]);
const belonging = new Phrases([[true, ['thuộc', 'trực thuộc', 'của', 'bên']]]);
const predicates = new Phrases([[true, [...ACTION_VERBS, ...MODALS]]]);

/** First words of parts of units. */
export const partStarts = (): string[] => [...parts.firstWords()];

const LONGEST_PART = 9;

/**
 * The unit that a part named at word `at` belongs to, as far as its name reaches; null where no part is named there or
 * it belongs to no unit of the registry.
 */
export function ownerOfPart(
  words: readonly Word[],
  at: number,
  unitAt: (from: number) => Mention | null,
): Mention | null {
  const head = phraseLength(parts, words, at);
  if (head === 0) return null;
  for (let index = at + head; index < Math.min(words.length, at + LONGEST_PART); index++) {
    if (!/^(?: | ?[-&] ?)$/u.test(words[index]?.gap ?? '.')) return null;
    const length = phraseLength(belonging, words, index);
    const owner = length === 0 ? null : unitAt(index + length);
    if (owner?.kind === 'unit') return { ...owner, isTopicLike: false };
    // "Tổ công tác rà soát hồ sơ của Văn phòng Sở" works on what is theirs.
    if (index > at + head && startsWork(words, index)) return null;
  }
  return null;
}

/** A second syllable in small letters ("Tin học") is no verb by itself. */
const startsWork = (words: readonly Word[], at: number): boolean =>
  words[at]?.isCapitalized === false &&
  phraseLength(predicates, words, at) > (words[at - 1]?.isCapitalized === true ? 1 : 0);
