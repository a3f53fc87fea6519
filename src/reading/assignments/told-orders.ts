// What looks like an order and tells something: what was done, when it happened, how many there are.
import { REPORTING } from '../lexicon/roles.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedGroup } from './placed-group.ts';

const reporting = new Phrases([[true, REPORTING]]);

/** "đã giao", "không giao" */
const NOT_NOW: ReadonlySet<string> = new Set(['đã', 'chưa', 'chẳng']);

const WORDS_TO_LOOK_FOR_PAST = 4;

/** "Phòng A đã nộp", "Phòng A hôm qua đã nộp": told, not ordered. */
export function isTold(words: readonly Word[], place: PlacedGroup): boolean {
  const { left, right, group, clause } = place;
  if (left.kind === 'assigning') return NOT_NOW.has(words[left.from - 1]?.lower ?? '');
  if (right.kind === 'past' || reports(words, right.to)) return true;
  if (isAfterPastTime(words, place) || countsUp(words, place)) return true;
  const end = Math.min(clause.to, group.to + WORDS_TO_LOOK_FOR_PAST);
  for (let index = group.to; index < end; index++) {
    const { lower = '', gap = '' } = words[index] ?? {};
    if (index > group.to && gap.includes(',')) return false;
    if (lower === 'đã') return true;
  }
  return false;
}

/** "Chiều 20/3/2024, Sở tổ chức …": a time in front that is no deadline says when it happened. */
function isAfterPastTime(
  words: readonly Word[],
  { left, right, group, clause, dates }: PlacedGroup,
): boolean {
  if (left.kind !== 'comma' || right.hasModal || !TIMES.has(words[clause.from]?.lower ?? '')) return false;
  const hasDay = words.slice(clause.from, group.from).some(({ written }) => /^\d/u.test(written));
  return hasDay && !dates.some(({ from }) => from < group.from);
}

const TIMES: ReadonlySet<string> = new Set(
  'ngày sáng chiều trưa tối hôm trong quý tháng tuần năm'.split(' '),
);

/** "Phòng A có 15 biên chế", "Phòng A: 05 hồ sơ, trong đó 03 hồ sơ quá hạn": figures, not orders. */
function countsUp(words: readonly Word[], { right, group, clause, dates }: PlacedGroup): boolean {
  const at = words[group.to]?.lower === 'có' ? group.to + 1 : group.to;
  if (dates.length > 0 || right.hasModal || !/^\d/u.test(words[at]?.written ?? '')) return false;
  if (at > group.to) return true;
  return (
    right.kind === 'colon' &&
    words
      .slice(at, clause.to)
      .some(
        ({ lower }, index) =>
          FIGURES.has(lower) || (lower === 'trong' && words[at + index + 1]?.lower === 'đó'),
      )
  );
}

const FIGURES: ReadonlySet<string> = new Set(['đạt', 'hạn', 'chiếm', 'tăng', 'giảm']);

/** "Phòng A báo cáo: đến nay …": what it said. */
const reports = (words: readonly Word[], at: number): boolean => {
  const length = phraseLength(reporting, words, at);
  if (length === 0) return false;
  if (words[at + length]?.gap.includes(':') === true) return true;
  // "Phòng A báo cáo kết quả tháng 3: đã hoàn thành …"
  for (let index = at + length; index < Math.min(words.length, at + LONGEST_SUBJECT_OF_REPORT); index++)
    if (words[index]?.gap.includes(':') === true) return TELLING.has(words[index]?.lower ?? '');
  return false;
};

const LONGEST_SUBJECT_OF_REPORT = 14;
const TELLING: ReadonlySet<string> = new Set(['đã', 'đang', 'chưa', 'hiện', 'tính', 'đạt', 'còn', 'đến']);
