// Heads and staff, who stand for their unit; deputy directors, who are charged in person; and the leadership.
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { DEPUTY_DIRECTOR, GIVEN_NAMES, HONORIFICS, LEADERSHIP, UNIT_TITLES } from '../lexicon/titles.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Mention } from './mention.ts';
import { mentionOf } from './mention.ts';

const unitTitles = new Phrases([[true, UNIT_TITLES]]);
const actions = new Phrases([[true, ACTION_VERBS]]);
const honorifics = new Phrases([[true, HONORIFICS]]);
const givenNames: ReadonlySet<string> = new Set(GIVEN_NAMES);
const leaders = new Phrases<'deputy' | 'leadership'>([
  ['deputy', DEPUTY_DIRECTOR],
  ['leadership', LEADERSHIP],
]);

const LONGEST_TITLE = 6;
const LONGEST_PERSON_NAME = 5;

/**
 * Where the mention of a unit at word `at` begins once the person who stands for it is counted in: "đồng chí Nguyễn
 * Văn An, Trưởng phòng" before "KHTC". Never before `freeFrom`. With `isTitleItself`, what begins at `at` is a person's title ("Phó Giám đốc Sở").
 */
export function titleStart(
  words: readonly Word[],
  at: number,
  freeFrom: number,
  isTitleItself = false,
): number {
  let start = at;
  if (isJoinedBySpace(words[at]?.gap ?? '.') || words[at]?.gap === '. ')
    start = startOfPhraseEndingAt(unitTitles, words, at, freeFrom);
  else if (words[at]?.gap === ') ') start = startBeforeRemark(words, at, freeFrom);
  // "anh Kiên bên phòng CN"
  const side = words[start - 1];
  const isAtSide =
    side !== undefined && start - 2 >= freeFrom && SIDES.has(side.lower) && words[start]?.gap === ' ';
  if (isAtSide && side.gap === ' ' && words[start - 2]?.isCapitalized === true) start--;
  const hasTitle = isTitleItself || start < at;
  const gap = words[start]?.gap ?? '';
  const mayFollowName =
    isJoinedBySpace(gap) || (hasTitle ? /^ ?[,(-] ?$/u.test(gap) : /^ ?[(-] ?$/u.test(gap));
  if (mayFollowName) {
    for (
      let nameStart = start - 1;
      nameStart > freeFrom && start - nameStart <= LONGEST_PERSON_NAME;
      nameStart--
    ) {
      if (!isNamePart(words[nameStart], words[nameStart + 1], nameStart === start - 1)) break;
      const address = startOfPhraseEndingAt(honorifics, words, nameStart, freeFrom);
      if (address < nameStart && isJoinedBySpace(words[nameStart]?.gap ?? '.')) return address;
    }
  }
  const address = startOfPhraseEndingAt(honorifics, words, start, freeFrom);
  if (address < start && isJoinedBySpace(words[start]?.gap ?? '.')) return address;
  // "Tuấn bên CĐS", "Tuấn CĐS"
  const isCalled = isAtSide
    ? isGivenNameFirst(words[start - 1])
    : start === at && isCalledBefore(words, start);
  return isCalled && start > freeFrom ? start - 1 : start;
}

/** "Phó Trưởng phòng (phụ trách)" before "Phòng CĐS". */
function startBeforeRemark(words: readonly Word[], at: number, freeFrom: number): number {
  const remark = startOfPhraseEndingAt(actingRemarks, words, at, freeFrom);
  if (remark === at || words[remark]?.gap !== ' (') return at;
  const title = startOfPhraseEndingAt(unitTitles, words, remark, freeFrom);
  return title === remark ? at : title;
}

const actingRemarks = new Phrases([
  [
    true,
    [
      'phụ trách',
      'điều hành',
      'quyền',
      'được giao phụ trách',
      'phụ trách phòng',
      'phụ trách đơn vị',
      'giao phụ trách',
    ],
  ],
]);

/** "Tuấn CĐS check …" at the start of a message or line: a colleague by the given name. */
function isCalledBefore(words: readonly Word[], at: number): boolean {
  const [name, unit] = [words[at - 1], words[at]];
  return unit?.isAcronym === true && unit.gap === ' ' && isGivenNameFirst(name);
}

/** A given name at the start of a message or line, or after a mark. */
const isGivenNameFirst = (name: Word | undefined): boolean =>
  name !== undefined && givenNames.has(name.lower) && /^$|[\n.;:,!@]/u.test(name.gap);

const SIDES: ReadonlySet<string> = new Set(['bên', 'ở', 'phía']);

const isNamePart = (word: Word | undefined, next: Word | undefined, isLast: boolean): boolean =>
  word !== undefined && word.isCapitalized && !word.isAcronym && (isLast || isInName(next?.gap ?? '.'));

/** Between the parts of a name: "H'Lan", "K’Brêu" */
const isInName = (gap: string): boolean => isJoinedBySpace(gap) || /^['’]$/u.test(gap);

function startOfPhraseEndingAt(
  phrases: Phrases<boolean>,
  words: readonly Word[],
  end: number,
  freeFrom: number,
): number {
  for (let start = Math.max(freeFrom, end - LONGEST_TITLE); start < end; start++) {
    if (phraseLength(phrases, words, start, end) === end - start) return start;
  }
  return end;
}

/**
 * True where the words in [from, to) call somebody by name and the unit named in [to, unitTo) is no verb of theirs: "chị
 * Thảo kế toán", "em Hà thanh tra gửi".
 */
export const namesPerson = (words: readonly Word[], from: number, to: number, unitTo: number): boolean =>
  words[to - 1]?.isCapitalized === true &&
  words[to]?.gap === ' ' &&
  phraseLength(honorifics, words, from, to) > 0 &&
  (phraseLength(actions, words, to) === 0 || phraseLength(actions, words, unitTo) > 0);

/** True where word `at` goes on with a person's name: "ông Y Khoa Niê" has no Khoa in it. */
export function isInsideName(words: readonly Word[], at: number): boolean {
  let start = at;
  while (
    at - start < LONGEST_PERSON_NAME &&
    words[start - 1]?.isCapitalized === true &&
    isInName(words[start]?.gap ?? '.')
  )
    start--;
  const address = startOfPhraseEndingAt(honorifics, words, start, 0);
  const isTitle = startOfPhraseEndingAt(unitTitles, words, at, 0) < at;
  return address < start && !isTitle && isJoinedBySpace(words[start]?.gap ?? '.');
}

/** First words of the titles of those who lead the agency. */
export const leaderStarts = (): Iterable<string> => leaders.firstWords();

/** True where the title at word `at` names the agency itself ("Phó Giám đốc Sở"), so that what follows is a person's name. */
export const isAgencyTitleAt = (words: readonly Word[], at: number): boolean => {
  const leader = leaders.match(words, at);
  return leader !== null && words[at + leader.length - 1]?.folded === 'so';
};

/** Nobody is named by title or form of address at any other word. */
const addressStarts: ReadonlySet<string> = new Set([...honorifics.firstWords(), ...leaders.firstWords()]);

/** The director, a deputy director, or a person without a unit, whose mention begins at word `at` and ends before `limit`. */
export function peopleAt(words: readonly Word[], at: number, limit: number): Omit<Mention, 'mention'> | null {
  const word = words[at];
  if (word === undefined || !(word.isCapitalized || addressStarts.has(word.folded))) return null;
  const address = phraseLength(honorifics, words, at, limit);
  const nameTo = personNameEnd(words, at + address, limit);
  for (const titleAt of new Set([at, at + address, nameTo])) {
    const leader = leaders.match(words, titleAt, limit);
    const isApposed = titleAt !== nameTo || address === 0 || /^ ?[,(-]? ?$/u.test(words[titleAt]?.gap ?? '.');
    if (leader === null || !isApposed) continue;
    const to = personNameEnd(words, titleAt + leader.length, limit);
    return { kind: leader.value, code: null, from: at, to, certainty: 'certain', isTopicLike: false };
  }
  if (address === 0 || nameTo === at + address) return null;
  return { kind: 'person', code: null, from: at, to: nameTo, certainty: 'ask', isTopicLike: false };
}

/** The end of a person's name at word `at`; `at` where none stands there. */
export function personNameEnd(words: readonly Word[], at: number, limit: number): number {
  let end = at;
  while (
    end < limit &&
    end - at < LONGEST_PERSON_NAME &&
    words[end]?.isCapitalized === true &&
    !words[end]?.isAcronym &&
    isInName(words[end]?.gap ?? '.')
  )
    end++;
  return end;
}

/** The people named in [from, to) by title or form of address. */
export function peopleIn(words: readonly Word[], from: number, to: number): Mention[] {
  const people: Mention[] = [];
  for (let at = from; at < to;) {
    const person = peopleAt(words, at, to);
    if (person !== null) people.push(mentionOf(words, person));
    at = person?.to ?? at + 1;
  }
  return people;
}
