// "Các phòng, đơn vị thuộc Sở": every unit, or only some of them.
import {
  AGENCY_WORDS,
  FOREIGN_TAILS,
  GENERAL_GROUP_NOUNS,
  GROUP_QUANTIFIERS,
  GROUP_TAILS,
  OTHER_GROUP_NOUNS,
  SUBSET_TAILS,
  WHOLE_AGENCY,
} from '../lexicon/unit-words.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import { departmentFieldLength, nameEnd } from './organisations.ts';
import { isNoUnitAt, unitPrefixAt } from './unit-names.ts';

const quantifiers = new Phrases([[true, GROUP_QUANTIFIERS]]);
const nouns = new Phrases<'general' | 'other'>([
  ['general', GENERAL_GROUP_NOUNS],
  ['other', OTHER_GROUP_NOUNS],
]);
const tails = new Phrases<'whole' | 'subset' | 'foreign'>([
  ['whole', GROUP_TAILS],
  ['subset', SUBSET_TAILS],
  ['foreign', FOREIGN_TAILS],
]);
const wholeAgency = new Phrases([[true, WHOLE_AGENCY]]);
const agencyWords = new Phrases([[true, AGENCY_WORDS]]);

/** First words of groups. */
export const groupStarts = (): string[] => [...quantifiers.firstWords(), ...wholeAgency.firstWords()];

export interface GroupMatch {
  readonly to: number;
  readonly kind: 'all' | 'subset' | 'outside';
  /** The kind of unit that a list after the group is made of: "phòng" in "các phòng: A, B"; null for several kinds. */
  readonly memberPrefix: string | null;
  /** True where a list of members may follow: nothing was said yet about which units are meant. */
  readonly isOpen: boolean;
}

/** The group that begins at word `at`; null where none does. */
export function groupAt(words: readonly Word[], at: number): GroupMatch | null {
  const whole = phraseLength(wholeAgency, words, at);
  const quantifier = phraseLength(quantifiers, words, at);
  if (quantifier === 0)
    return whole > 0 ? { to: at + whole, kind: 'all', memberPrefix: null, isOpen: false } : null;
  const list = isJoinedBySpace(words[at + quantifier]?.gap ?? '.') ? nounsFrom(words, at + quantifier) : null;
  if (list === null) return null;
  let { to } = list;
  // "từng đơn vị chủ trì" are those who run projects, outside the agency.
  if (EACH.has(words[at]?.lower ?? '') && words[to]?.lower === 'chủ' && words[to + 1]?.lower === 'trì')
    return { to: to + 2, kind: 'outside', memberPrefix: null, isOpen: false };
  let kind: GroupMatch['kind'] = list.isGeneral ? 'all' : 'subset';
  let isOpen = true;
  for (let tail = tails.match(words, to); tail !== null; tail = tails.match(words, to)) {
    to += tail.length;
    if (tail.value === 'subset') kind = kind === 'outside' ? kind : 'subset';
    if (tail.value === 'foreign') kind = 'outside';
    if (tail.value !== 'whole') isOpen = false;
    if (words[to - 1]?.lower === 'bộ' && words[to]?.isCapitalized === true) to = nameEnd(words, to);
    if (phraseLength(agencyWords, words, to - 1) > 0) to += departmentFieldLength(words, to);
  }
  if (whole > to - at) to = at + whole;
  return { to, kind, memberPrefix: list.count === 1 ? list.prefix : null, isOpen };
}

const EACH: ReadonlySet<string> = new Set(['từng', 'mỗi']);

function nounsFrom(
  words: readonly Word[],
  at: number,
): { to: number; isGeneral: boolean; prefix: string | null; count: number } | null {
  let to = at;
  let count = 0;
  let isGeneral = false;
  for (;;) {
    const start = count === 0 ? to : afterSeparator(words, to);
    const noun = start === null || isNoUnitAt(words, start) ? null : nouns.match(words, start);
    if (start === null || noun === null) break;
    // "các phòng, Phòng Quản lý xây dựng": a named unit is no part of the group.
    if (count > 0 && isNamed(words, start, noun.length)) break;
    isGeneral ||= noun.value === 'general';
    to = start + noun.length;
    count++;
    // "các phòng chuyên môn, đơn vị trực thuộc": what is said of one noun does not end the list.
    const tail = tails.match(words, to);
    if (tail?.value === 'whole' && afterSeparator(words, to + tail.length) !== null) {
      const next = afterSeparator(words, to + tail.length);
      if (next !== null && nouns.match(words, next) !== null) to += tail.length;
    }
  }
  return count === 0 ? null : { to, isGeneral, prefix: unitPrefixAt(words, at)?.value ?? null, count };
}

const isNamed = (words: readonly Word[], at: number, length: number): boolean =>
  words[at]?.isCapitalized === true &&
  words[at + length]?.isCapitalized === true &&
  isJoinedBySpace(words[at + length]?.gap ?? '.');

/** The word after ", " or "và"; null where the list does not go on. */
function afterSeparator(words: readonly Word[], at: number): number | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word.lower === 'và' || word.lower === 'và/hoặc') return at + 1;
  return /^\s*[,&/-]\s*$/u.test(word.gap) ? (words[at]?.lower === 'các' ? at + 1 : at) : null;
}
