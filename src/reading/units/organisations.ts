// Bodies that the registry does not know: where their names begin and, as Vietnamese writes only the first syllable of
// a word with a capital, where they end.
import { ACTION_VERBS, ADVERBIALS, MODALS, PAST_MARKERS } from '../lexicon/action-verbs.ts';
import { DEPARTMENT_FIELDS, ORGANISATION_WORDS, WHOLE_ORGANISATIONS } from '../lexicon/organisations.ts';
import { ASSIGNING, REQUESTING } from '../lexicon/charging.ts';
import { COORDINATING, SUPPORTING, WATCHING } from '../lexicon/helping.ts';
import { LEADING, TAKING_ON } from '../lexicon/roles.ts';
import { LEADERSHIP, UNIT_TITLES } from '../lexicon/titles.ts';
import { LoosePhrases, Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import { unitPrefixAt } from './unit-names.ts';

const organisationWords = new Phrases([[true, ORGANISATION_WORDS]]);
const wholeOrganisations = new LoosePhrases(WHOLE_ORGANISATIONS);
const departmentFields = new LoosePhrases(DEPARTMENT_FIELDS);
const predicates = new Phrases([
  [
    true,
    [
      ...ACTION_VERBS,
      ...MODALS,
      ...ADVERBIALS,
      ...PAST_MARKERS,
      ...LEADING,
      ...TAKING_ON,
      ...COORDINATING,
      ...SUPPORTING,
      ...ASSIGNING.filter((phrase) => phrase.includes(' ') || phrase.length > 4),
      ...REQUESTING.filter((phrase) => phrase.includes(' ')),
      ...WATCHING,
      // "báo cáo Trưởng Ban Tổ chức tiến độ"
      ...['tiến độ', 'kết quả', 'tình hình', 'số liệu', 'danh sách'],
    ],
  ],
]);
const assigning = new Phrases([[true, ASSIGNING]]);
const people = new Phrases([[true, [...LEADERSHIP, ...UNIT_TITLES]]]);

/** Words that end a name: they lead into the next part of the sentence. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'để nhằm về việc trong trước sau theo với cùng cho tại từ đến tới do bởi khi nếu và hoặc các những này đó trên như nhé ạ nha rồi chưa của liên gồm bao qua thì mà vào ngày lúc hạn'.split(
    ' ',
  ),
);

const LONGEST_NAME = 16;
const MOST_LOWER_CASE_WORDS = 3;

/** First words of bodies outside the registry. */
export const organisationStarts = (): string[] => [
  ...organisationWords.firstWords(),
  ...wholeOrganisations.firstWords(),
];

/** Where a body outside the registry ends whose name begins at word `at`; null where none begins there. */
export function organisationEnd(words: readonly Word[], at: number): number | null {
  const whole = withName(words, at, wholeOrganisations.length(words, at));
  const word = phraseLength(organisationWords, words, at);
  const first = words[at];
  let longest = whole;
  if (word > 0 && first !== undefined) {
    const isDepartment = first.folded === 'so' && word === 1;
    if (isDepartment) {
      const field = departmentFields.length(words, at + 1);
      if (field > 0) longest = Math.max(longest, 1 + field);
    }
    // A short common word ("báo", "hội") names a body only when it is written as a name.
    if (first.isCapitalized || word > 1) longest = Math.max(longest, nameEnd(words, at + word) - at);
    if (isProperWord(words, at, word)) longest = Math.max(longest, word);
    if (longest > 0) longest += placeLength(words, at + longest);
    if (longest <= word && !(first.isCapitalized && isProperWord(words, at, word))) longest = whole;
  }
  return longest > 0 ? at + longest : null;
}

/** "UBND xã Phú Lâm": a name after the kind of body is a part of it. */
function withName(words: readonly Word[], at: number, length: number): number {
  const next = words[at + length];
  const isNamed = length > 0 && next !== undefined && isJoinedBySpace(next.gap) && next.isCapitalized;
  return isNamed && !startsBody(words, at + length) ? capitalsEnd(words, at + length) - at : length;
}

/** The name of a place has a capital on every syllable. */
function capitalsEnd(words: readonly Word[], at: number): number {
  let end = at;
  while (
    words[end]?.isCapitalized === true &&
    isJoinedBySpace(words[end]?.gap ?? '.') &&
    end - at < LONGEST_NAME
  )
    end++;
  return end;
}

const startsBody = (words: readonly Word[], at: number): boolean =>
  phraseLength(people, words, at) > 0 ||
  phraseLength(organisationWords, words, at) > 0 ||
  unitPrefixAt(words, at) !== null;

/** "Viettel tỉnh" */
const placeLength = (words: readonly Word[], at: number): number =>
  /^(?:tỉnh|huyện|xã|phường)$/u.test(words[at]?.lower ?? '') && isJoinedBySpace(words[at]?.gap ?? '.')
    ? 1
    : 0;

/** "VNPT" and "Viettel" are names without anything after them. */
const isProperWord = (words: readonly Word[], at: number, length: number): boolean =>
  length === 1 && /^(?:vnpt|viettel|mobifone|fpt|evn)$/u.test(words[at]?.folded ?? '');

/** The fields of a list of departments: "Nội vụ" in "các Sở: Nội vụ, Tài chính". */
export const departmentFieldLength = (words: readonly Word[], at: number): number =>
  departmentFields.length(words, at);

/** The field of "Sở" before word `at`: "Nội vụ". On the next line "Xây dựng" is what is to be done. */
export function fieldAfterAgency(words: readonly Word[], at: number): number {
  const word = words[at];
  return word?.gap.includes('\n') === true && word.folded === 'xay' ? 0 : departmentFieldLength(words, at);
}

/**
 * The end of a proper name that begins at word `at` ("Nông nghiệp và Môi trường"); `at` itself where the word there
 * is not written as a name.
 */
export function nameEnd(words: readonly Word[], at: number): number {
  let end = at;
  let lowerCaseRun = 0;
  for (let index = at; index < words.length && index - at < LONGEST_NAME; index++) {
    const word = words[index];
    if (word === undefined || !isNameGap(word.gap)) break;
    if (startsName(word)) {
      // Wrapped inside a name, a line ends in "và" or goes on in small letters; "Ban QLDA" ends a line of a form.
      if (index > at && word.gap.includes('\n') && words[index - 1]?.lower !== 'và') break;
      if (index > at && startsAnotherBody(words, index)) break;
      end = index + 1;
      lowerCaseRun = 0;
      continue;
    }
    if (index === at) break;
    if (word.lower === 'và') {
      const next = words[index + 1]?.lower === 'các' ? index + 2 : index + 1;
      const following = words[next];
      if (following === undefined || !startsName(following) || startsAnotherBody(words, next)) break;
      index = next - 1;
      continue;
    }
    lowerCaseRun++;
    const isPredicate =
      lowerCaseRun !== 1 ||
      WHOLE_WORDS.has(words[index - 1]?.lower ?? '') ||
      isAfterPlace(words, at, index) ||
      charges(words, index) ||
      isAcronymBefore(words, index)
        ? phraseLength(predicates, words, index) > 0
        : phraseLength(predicates, words, index) > 1;
    if (lowerCaseRun > MOST_LOWER_CASE_WORDS || FUNCTION_WORDS.has(word.lower) || isPredicate) break;
    end = index + 1;
  }
  return end;
}

/** No second syllable follows these: "Đảng ủy Sở giao …". */
const WHOLE_WORDS: ReadonlySet<string> = new Set(['sở', 'tỉnh', 'huyện', 'xã']);

/** "Hạt Kiểm lâm Ba Tơ lập hồ sơ": the name of a place has a capital on every syllable, and is over. */
const isAfterPlace = (words: readonly Word[], from: number, at: number): boolean =>
  at - 2 >= from && words[at - 1]?.isCapitalized === true && words[at - 2]?.isCapitalized === true;

/** "… giao Văn phòng …", but not "Bộ Ngoại giao" */
const charges = (words: readonly Word[], at: number): boolean => {
  const length = phraseLength(assigning, words, at);
  return (
    length > 0 && words[at + length]?.isCapitalized === true && !NAMED_FOR.has(words[at - 1]?.lower ?? '')
  );
};

const NAMED_FOR: ReadonlySet<string> = new Set(['ngoại', 'bàn', 'chuyển', 'đề', 'ứng', 'bầu']);

const isNameGap = (gap: string): boolean => isJoinedBySpace(gap) || /^(?: ?& ?|-| - )$/u.test(gap);

const startsName = (word: Word): boolean => word.isCapitalized || /^(?:[ivx]+|\d{1,3})$/u.test(word.lower);

const startsAnotherBody = (words: readonly Word[], at: number): boolean =>
  phraseLength(people, words, at) > 0 ||
  (words[at]?.gap !== '&' &&
    (phraseLength(organisationWords, words, at) > 0 || unitPrefixAt(words, at) !== null) &&
    words[at - 1]?.lower === 'và');

const isAcronymBefore = (words: readonly Word[], at: number): boolean => words[at - 1]?.isAcronym === true;
