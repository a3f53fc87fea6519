// "Các phòng, đơn vị thuộc Sở": every unit, or only some of them.
import {
  AGENCY_WORDS,
  EVERYONE,
  OWN_UNIT,
  SOME,
  COUNTS,
  FOREIGN_TAILS,
  GROUP_CONDITIONS,
  GENERAL_GROUP_NOUNS,
  GROUP_QUANTIFIERS,
  GROUP_TAILS,
  OTHER_GROUP_NOUNS,
  SUBSET_TAILS,
  WHOLE_AGENCY,
} from '../lexicon/unit-words.ts';
import { LoosePhrases, Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import { fieldAfterAgency, nameEnd } from './organisations.ts';
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
const countWords = new Phrases([[true, COUNTS]]);
/** "phối hợp:", "chủ trì gồm": after a noun, it labels the units named next. */
function isListLabel(words: readonly Word[], at: number): boolean {
  const length = phraseLength(parts, words, at);
  const next = words[at + length];
  return length > 0 && next !== undefined && (next.gap.includes(':') || /^(?:gồm|là)$/u.test(next.lower));
}

const parts = new Phrases([
  [true, ['phối hợp', 'phối hợp thực hiện', 'cùng phối hợp', 'chủ trì', 'thực hiện', 'hỗ trợ', 'tham gia']],
]);
const some = new Phrases([[true, SOME]]);
const conditions = new Phrases([[true, GROUP_CONDITIONS]]);
const wholeAgency = new Phrases([[true, WHOLE_AGENCY]]);
const agencyWords = new Phrases([[true, AGENCY_WORDS]]);

/** First words of groups. */
export const groupStarts = (): string[] => [
  ...quantifiers.firstWords(),
  ...wholeAgency.firstWords(),
  ...nouns.firstWords(),
  ...countWords.firstWords(),
  ...everyone.firstWords(),
  ...ownUnit.firstWords(),
  'ca',
  ...Array.from('23456789').flatMap((digit) => [digit, `0${digit}`]),
];

const everyone = new LoosePhrases(EVERYONE);
const ownUnit = new Phrases([[true, OWN_UNIT]]);

/** "Toàn thể công chức, viên chức", "cả nhà", "phòng mình": only before a verb are they charged with anything. */
export function peopleGroupAt(
  words: readonly Word[],
  at: number,
): { readonly to: number; readonly kind: 'all' | 'subset' } | null {
  const own = phraseLength(ownUnit, words, at);
  if (own > 0) return { to: at + own, kind: 'subset' };
  const length = everyone.length(words, at);
  if (length === 0) return null;
  let to = at + length;
  const tail = tails.match(words, to);
  if (tail?.value === 'whole') to += tail.length;
  else if (phraseLength(agencyWords, words, to) > 0) to += 1;
  return { to, kind: 'all' };
}

export interface GroupMatch {
  readonly to: number;
  readonly kind: 'all' | 'subset' | 'outside';
  /** The kind of unit that a list after the group is made of: "phòng" in "các phòng: A, B"; null for several kinds. */
  readonly memberPrefix: string | null;
  /** True where a list of members may follow: nothing was said yet about which units are meant. */
  readonly isOpen: boolean;
  /** True where only a list of members makes it a group: "hai phòng" may be any two. */
  readonly needsMembers: boolean;
}

/** The group that begins at word `at`; null where none does. */
export function groupAt(words: readonly Word[], at: number): GroupMatch | null {
  const whole = phraseLength(wholeAgency, words, at);
  const asked = askedGroupAt(words, at);
  if (asked !== null) return asked;
  const count = countLength(words, at);
  const quantifier = Math.max(phraseLength(quantifiers, words, at), count);
  if (quantifier === 0) {
    const end = whole > 0 ? at + whole : bareGroupEnd(words, at);
    return end === null
      ? null
      : { to: end, kind: 'all', memberPrefix: null, isOpen: false, needsMembers: false };
  }
  const list = isJoinedBySpace(words[at + quantifier]?.gap ?? '.') ? nounsFrom(words, at + quantifier) : null;
  if (list === null) return null;
  let { to } = list;
  // "các đơn vị phối hợp: B, C" labels a list.
  if (isListLabel(words, to)) return null;
  // "từng đơn vị chủ trì" are those who run projects, outside the agency.
  if (EACH.has(words[at]?.lower ?? '') && words[to]?.lower === 'chủ' && words[to + 1]?.lower === 'trì')
    return { to: to + 2, kind: 'outside', memberPrefix: null, isOpen: false, needsMembers: false };
  let kind: GroupMatch['kind'] =
    list.isGeneral && count === 0 && phraseLength(some, words, at) === 0 ? 'all' : 'subset';
  let isOpen = true;
  for (let tail = tails.match(words, to); tail !== null; tail = tails.match(words, to)) {
    to += tail.length;
    if (tail.value === 'subset') kind = kind === 'outside' ? kind : 'subset';
    if (tail.value === 'foreign') kind = 'outside';
    if (tail.value !== 'whole') isOpen = false;
    if (words[to - 1]?.lower === 'bộ' && words[to]?.isCapitalized === true) to = nameEnd(words, to);
    if (phraseLength(agencyWords, words, to - 1) > 0) to += fieldAfterAgency(words, to);
  }
  if (whole > to - at) to = at + whole;
  return {
    to,
    kind,
    memberPrefix: list.count === 1 ? list.prefix : null,
    isOpen,
    // "tại 03 đơn vị" counts; only "hai phòng này" and a list name them.
    needsMembers: count > 0 && isOpen,
  };
}

/** "Phòng, đơn vị thuộc Sở", "Trưởng phòng, đơn vị trực thuộc": headings leave "các" out. Null where it is no group. */
function bareGroupEnd(words: readonly Word[], at: number): number | null {
  // "Thủ trưởng các phòng, …" begins a word earlier.
  if (words[at - 1]?.folded === 'thu' && words[at]?.gap === ' ') return null;
  const list = nounsFrom(words, at);
  if (list === null || list.count < 2 || !list.isGeneral) return null;
  const tail = tails.match(words, list.to);
  if (tail?.value !== 'whole') return null;
  const next = tails.match(words, list.to + tail.length);
  return list.to + tail.length + (next?.value === 'whole' ? next.length : 0);
}

/** "Hai", "cả 02", "3": how many units a list is of. Not the second part of a ratio ("03/10 đơn vị"). */
function countLength(words: readonly Word[], at: number): number {
  const both = words[at]?.lower === 'cả' ? 1 : 0;
  const word = words[at + both];
  if (word === undefined || /[/.,]$/u.test(word.gap)) return 0;
  const length = /^0?[2-9]$/u.test(word.written) ? 1 : phraseLength(countWords, words, at + both);
  return length > 0 && length + both > 0 ? length + both : 0;
}

const MOST_WORDS_OF_CONDITION = 12;

/** "Phòng nào chưa nộp báo cáo thì …", "Đơn vị nào còn nợ, …": those that it fits, whom a person must name. */
function askedGroupAt(words: readonly Word[], at: number): GroupMatch | null {
  const noun = isNoUnitAt(words, at) ? null : nouns.match(words, at);
  if (noun === null || words[at + noun.length]?.lower !== 'nào') return null;
  let to = at + noun.length + 1;
  // "đơn vị nào có vướng mắc thì …" charges nobody.
  if (phraseLength(conditions, words, to) === 0) return null;
  for (let end = to; end < Math.min(words.length, to + MOST_WORDS_OF_CONDITION); end++) {
    const { lower = '', gap = '' } = words[end] ?? {};
    if (lower !== 'thì' && !gap.includes(',')) continue;
    to = end;
    break;
  }
  return { to, kind: 'subset', memberPrefix: null, isOpen: false, needsMembers: false };
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
