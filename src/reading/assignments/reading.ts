// What the parts of the assignment reader pass to each other.
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { dateOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import { readDeadlines } from '../deadline-reader.ts';
import type { DeadlineFinding } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import type { Mention } from '../units/mention.ts';
import { createUnitMatcher } from '../units/registry-matchers.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace, splitWords } from '../words/word.ts';
import type { Range } from './ranges.ts';

/** A text with everything that is found once for all of it. */
export interface Source {
  readonly text: NormalizedText;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly context: ReadingContext;
}

export const sourceOf = (text: NormalizedText, context: ReadingContext): Source => {
  const words = withCellsApart(text, splitWords(text));
  return { text, words, mentions: createUnitMatcher(context.units).scan(words), context };
};

/** A tab parts the cells of a table as a bar does; once normalised it would be a space inside a name. */
function withCellsApart(text: NormalizedText, words: readonly Word[]): readonly Word[] {
  if (!text.original.includes('\t')) return words;
  return words.map((word, index) => {
    const before = words[index - 1];
    if (before === undefined || word.gap !== ' ') return word;
    const between = text.original.slice(
      text.spanOf(before.start, before.end)[1],
      text.spanOf(word.start, word.end)[0],
    );
    return between.includes('\t') ? { ...word, gap: ' | ' } : word;
  });
}

/** The same text read as of another day: a document's deadlines count from the day it was issued. */
export const writtenAt = (source: Source, moment: LocalMoment): Source => ({
  ...source,
  context: { ...source.context, writtenAt: moment },
});

/** A deadline and the words that hold it. */
export interface PlacedDeadline extends Range {
  readonly finding: DeadlineFinding;
}

/** True where a day or a rule is named, not only an event to wait for. */
export const isDated = ({ finding }: PlacedDeadline): boolean =>
  finding.deadline.due !== null || finding.deadline.rrule !== null;

/** The index of the first word that starts at or after `offset`. */
function wordAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of a stretch of the normalised text. */
export const rangeOf = (words: readonly Word[], start: number, end: number): Range => ({
  from: wordAt(words, start),
  to: wordAt(words, end),
});

/** No sentence is longer; what goes on beyond is no prose, and is not read for deadlines. */
const LONGEST_SENTENCE = 20_000;

/** The deadlines of a sentence, in order; those without a date, a rule or a condition are left out. */
export function deadlinesOf(source: Source, { from, to }: Range): PlacedDeadline[] {
  const { words, text, context } = source;
  const start = words[from]?.start;
  const end = words[to - 1]?.end;
  if (start === undefined || end === undefined) return [];
  const sentence = text.text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
  const deadlines = readDeadlines(asForm(sentence), context)
    .filter(
      ({ deadline, question }) =>
        deadline.due !== null || deadline.rrule !== null || deadline.condition !== null || question !== null,
    )
    .map((finding): PlacedDeadline => {
      const [first, last] = [finding.span[0] + start, finding.span[1] + start];
      const span = text.spanOf(first, last);
      const quote = text.original.slice(...span);
      return {
        ...rangeOf(words, first, last),
        finding: { ...finding, span, quote, deadline: { ...finding.deadline, raw: quote } },
      };
    })
    .toSorted((a, b) => a.from - b.from);
  const today = dateOf(context.writtenAt);
  const own = withoutBygone(words, deadlines, today).filter((deadline) => !isOfTopic(words, from, deadline));
  return withoutRepeats(words, withoutOccasions(words, own));
}

/** "hoàn thành Kế hoạch (hạn 31/10/2026), trình trước ngày 27/11/2026": beside a coming deadline, the one gone by tells. */
function withoutBygone(
  words: readonly Word[],
  deadlines: readonly PlacedDeadline[],
  today: LocalDate,
): readonly PlacedDeadline[] {
  const isToCome = ({ finding: { deadline } }: PlacedDeadline): boolean =>
    deadline.due !== null && dateOf(deadline.due) >= today;
  if (!deadlines.some(isToCome)) return deadlines;
  return deadlines.filter(
    (each) => each.finding.deadline.due === null || isToCome(each) || !isRemark(words, each),
  );
}

/** In brackets, with the words that label it or without. */
const isRemark = (words: readonly Word[], { from }: Range): boolean =>
  words.slice(Math.max(0, from - LONGEST_LABEL), from + 1).some(({ gap }) => gap.includes('(')) &&
  !words.slice(Math.max(0, from - LONGEST_LABEL) + 1, from + 1).some(({ gap }) => gap.includes(')'));

const LONGEST_LABEL = 4;

/** "Về kiểm điểm cuối năm: các chi bộ …": what a topic is named for. */
function isOfTopic(words: readonly Word[], from: number, { from: at, to, finding }: PlacedDeadline): boolean {
  const { bound } = finding.deadline;
  if (words[from]?.lower !== 'về' || bound === 'before' || bound === 'by') return false;
  const colon = words.findIndex(
    ({ gap }, index) => index > from && index <= from + LONGEST_TOPIC && gap.includes(':'),
  );
  return colon > at && to <= colon;
}

const LONGEST_TOPIC = 30;

const ROLE_LABEL = /(?:chủ trì|phối hợp|thực hiện|phụ trách|đầu mối|đơn vị)\s?:/iu;
const TIME_LABEL = /(?<=[,;.|\n(-]\s?)thời gian(?=\s?:)/giu;

/**
 * In a form ("chủ trì: …; phối hợp: …; thời gian: 30/9"), the time is the deadline; elsewhere "Thời gian: …" is that of a
 * meeting. The label is replaced by one of the same length.
 */
const asForm = (sentence: string): string =>
  ROLE_LABEL.test(sentence) ? sentence.replace(TIME_LABEL, 'thời hạn ') : sentence;

/** "kiểm tra dịp lễ 30/4, báo cáo trước ngày 05/5": beside a deadline, the occasion is none. */
function withoutOccasions(
  words: readonly Word[],
  deadlines: readonly PlacedDeadline[],
): readonly PlacedDeadline[] {
  const others = deadlines.filter(
    ({ from }) => ![from - 1, from, from + 1].some((at) => OCCASION_WORDS.has(words[at]?.lower ?? '')),
  );
  return others.some(({ finding }) => finding.deadline.due !== null) ? others : deadlines;
}

const OCCASION_WORDS: ReadonlySet<string> = new Set(['dịp', 'nhân', 'mừng', 'niệm']);

/** "trong tuần 14-18/4": the second names the same time more closely, and takes the words of the first. */
function withoutRepeats(words: readonly Word[], deadlines: readonly PlacedDeadline[]): PlacedDeadline[] {
  const kept: PlacedDeadline[] = [];
  for (const deadline of deadlines) {
    const before = kept.at(-1);
    const isRepeat = before?.to === deadline.from && isJoinedBySpace(words[deadline.from]?.gap ?? '.');
    if (isRepeat) kept.pop();
    kept.push(isRepeat ? { ...deadline, from: before.from } : deadline);
  }
  return kept;
}
