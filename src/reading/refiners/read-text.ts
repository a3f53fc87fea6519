// From the times of a text to its deadlines, in the order they stand.
import type { LocalDate } from '../../domain/local-time.ts';
import { dateOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import { Cue } from '../lexicon/deadline-cues.ts';
import { INTERROGATIVES } from '../lexicon/look-alike-words.ts';
import type { MomentExpression } from '../recognizers/expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import { beforeEvent, readBackwardLength, readPointingBack } from './before-event.ts';
import type { Candidate } from './candidate.ts';
import { candidateAt } from './candidate.ts';
import { mayHoldCondition, readCondition } from './conditions.ts';
import type { Verdict } from './judge.ts';
import { isAfterHoliday, isBeforeEnd, judge } from './judge.ts';
import { endOfLength, isNoHour, readLength } from './lengths.ts';
import type { DeadlineReading } from './reading.ts';
import { datedReading, doubtfulReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';
import { readRecurrence } from './recurrence.ts';
import type { Doubt, ResolvedTime } from './resolved.ts';
import { namedMoment } from './vietnamese-dates.ts';

/** Every deadline of the text, in order. Conditions count only in clauses that name no time. */
export function readText(text: ReadingText, context: ReadingContext): DeadlineReading[] {
  const readings: DeadlineReading[] = [];
  if (text.expressions.length > 0) {
    // First what uses up several times at once: recurrences, lengths before an event, words that point back.
    const used: Used = [];
    readRecurrences(text, context, used, readings);
    readRelatives(text, context, used, readings);
    readTimes(text, context, used, readings);
    if (readings.length > 1) readings.sort(byPlace);
  }
  if (!mayHoldCondition(text)) return readings;
  const conditions = readConditions(text, readings);
  return conditions.length === 0 ? readings : [...readings, ...conditions].sort(byPlace);
}

const byPlace = (a: DeadlineReading, b: DeadlineReading): number => a.from - b.from;

/** True at the indices of the expressions that are used up. */
type Used = boolean[];

interface Consuming {
  readonly reading: DeadlineReading;
  readonly used: readonly number[];
}

function take(found: Consuming | null, used: Used, readings: DeadlineReading[]): void {
  if (found === null || found.used.some((each) => used[each])) return;
  for (const each of found.used) used[each] = true;
  readings.push(found.reading);
}

function readRecurrences(
  text: ReadingText,
  context: ReadingContext,
  used: Used,
  readings: DeadlineReading[],
): void {
  for (let index = 0; index < text.expressions.length; index++) {
    const kind = text.expressions[index]?.kind;
    if ((kind === 'cycle' || kind === 'cycle_day') && !used[index])
      take(readRecurrence(text, index, context), used, readings);
  }
}

/** The first words of what points back to a time. */
const POINTING_BACK_HEADS = phraseSet('trước, trong, vào, hôm, ngày');

function readRelatives(
  text: ReadingText,
  context: ReadingContext,
  used: Used,
  readings: DeadlineReading[],
): void {
  for (let index = 0; index < text.expressions.length; index++) {
    if (text.expressions[index]?.kind === 'duration')
      take(readBackwardLength(text, index, context), used, readings);
  }
  if (!POINTING_BACK_HEADS.mayBeIn(text.tokens)) return;
  const { length } = text.tokens;
  for (let i = text.expressions[0]?.to ?? length; i < length; i++) {
    if (POINTING_BACK_HEADS.mayBeginAt(text.tokens, i))
      take(readPointingBack(text, i, context), used, readings);
  }
}

function readTimes(
  text: ReadingText,
  context: ReadingContext,
  used: Used,
  readings: DeadlineReading[],
): void {
  let readUpTo = 0;
  for (let index = 0; index < text.expressions.length; index++) {
    const candidate = used[index] ? null : candidateAt(text, index, context);
    if (candidate === null || candidate.expression.from < readUpTo) continue;
    const isLength = candidate.expression.kind === 'duration';
    const reading = isLength ? readLength(candidate, context) : readTime(candidate, context);
    const asked = reading === null ? null : askWhereQuestion(candidate, reading);
    if (asked === null) continue;
    readings.push(asked);
    readUpTo = asked.to;
  }
}

function readTime(candidate: Candidate, context: ReadingContext): DeadlineReading | null {
  const verdict = judge(candidate);
  if (verdict === null) return null;
  const { resolution } = candidate;
  if (resolution === null) return null;
  const { expression } = candidate;
  if (resolution.kind === 'unresolvable') return doubtfulReading(verdict, resolution);
  const { assumptions, doubt } = resolution;
  if (isOpenChoice(candidate)) {
    const alternatives = [resolution.first, resolution.last];
    const question = `Hạn là ${alternatives.map((option) => namedMoment(option, null)).join(' hay ')}?`;
    return doubtfulReading(verdict, { question, alternatives });
  }
  if (isAfterHoliday(candidate) && expression.kind === 'moment')
    return afterHoliday(verdict, expression, resolution, context);
  const isBeforeEvent =
    verdict.bound === 'before' && verdict.from < candidate.cuesFrom && expression.kind === 'moment';
  const limit = isBeforeEvent ? beforeEvent(expression, resolution, context) : null;
  return datedReading(verdict, {
    due:
      limit?.due ??
      (verdict.bound === 'before' && !isBeforeEnd(candidate) ? resolution.first : resolution.last),
    bound: verdict.bound,
    precision: limit?.precision ?? resolution.precision,
    lastOk: limit?.lastOk ?? null,
    assumptions,
    doubt: doubt ?? hourDoubt(candidate, resolution),
  });
}

/** "25h ngày 15/4": there is no such hour; the day is kept and the hour asked for. */
function hourDoubt({ text, tokens, index, expression }: Candidate, { last }: ResolvedTime): Doubt | null {
  const hours = text.expressionBefore(index);
  const isHour =
    hours?.kind === 'duration' &&
    isNoHour(hours) &&
    hours.to === expression.from &&
    !tokens.is(hours.from - 1, 'trong', 'vòng', 'sau');
  return isHour ? noSuchHour(tokens.slice(hours.from, hours.to), [dateOf(last)]) : null;
}

const noSuchHour = (written: string, alternatives: readonly LocalDate[]): Doubt => ({
  question: `Không có giờ “${written}”. Hạn là mấy giờ? Nhắn lại, ví dụ: 17h00.`,
  alternatives,
});

/** "Hạn 15/4 hay 20/4 vậy anh?": a question that offers two times sets neither. */
const isOpenChoice = ({ expression, tokens, clauseTo }: Candidate): boolean =>
  expression.kind === 'range' &&
  expression.isChoice &&
  (tokens.isMark(clauseTo, '?') || tokens.is(expression.to, 'vậy', 'nhỉ', 'hả', 'ta'));

/** "sau lễ", "ra Tết": the first working day after the days off. */
function afterHoliday(
  verdict: Verdict,
  { day }: MomentExpression,
  { first }: ResolvedTime,
  context: ReadingContext,
): DeadlineReading {
  const due = context.calendar.workingDayOnOrAfter(dateOf(first));
  const holiday = day?.kind === 'named' ? day.name : 'ngày nghỉ';
  return datedReading(verdict, {
    due,
    bound: 'on',
    precision: 'day',
    lastOk: null,
    assumptions: [`ngày làm việc đầu tiên sau ${holiday} là ${namedMoment(due, null)}`],
    doubt: null,
  });
}

const FARTHEST_INTERROGATIVE_IN_TOKENS = 40;

/** A sentence that asks about the time sets none; one that only sounds like a question is kept, to be confirmed. */
function askWhereQuestion(candidate: Candidate, reading: DeadlineReading): DeadlineReading | null {
  const { tokens, clauseTo, clauseFrom } = candidate;
  if (!tokens.isMark(clauseTo, '?')) return reading;
  const from = Math.max(clauseFrom, reading.to, clauseTo - FARTHEST_INTERROGATIVE_IN_TOKENS);
  if (INTERROGATIVES.within(tokens, from, clauseTo) !== null) return null;
  const doubt = reading.doubt ?? { question: 'Câu này đang hỏi. Có lấy làm hạn không?', alternatives: [] };
  return { ...reading, doubt };
}

function readConditions(text: ReadingText, readings: readonly DeadlineReading[]): DeadlineReading[] {
  const found: DeadlineReading[] = [];
  const { tokens } = text;
  let next = 0;
  for (let from = 0; from < tokens.length;) {
    const to = text.clauseEnd(from);
    while ((readings[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next++;
    const hasTime = (readings[next]?.from ?? Number.POSITIVE_INFINITY) < to;
    const condition = hasTime ? null : readCondition(text, from, to);
    if (condition !== null) found.push(condition);
    from = Math.max(to, from) + 1;
  }
  return found;
}

/**
 * Reads a text that is meant to be a deadline, whatever stands round it: no cue is needed, and "15-4" or "chiều" counts.
 * Null where it names no time.
 */
export function readTyped(text: ReadingText, context: ReadingContext): DeadlineReading | null {
  const [read] = readText(text, context).filter(
    ({ due, rrule, doubt }) => due !== null || rrule !== null || doubt !== null,
  );
  if (read !== undefined) return { ...read, bound: read.bound === 'on' ? 'by' : read.bound };
  for (const index of text.expressions.keys()) {
    const candidate = candidateAt(text, index, context);
    const reading = candidate && readAnyTime(candidate, context);
    if (reading !== null) return reading;
  }
  return null;
}

function readAnyTime(candidate: Candidate, context: ReadingContext): DeadlineReading | null {
  const { expression, resolution } = candidate;
  const { from, to } = expression;
  if (expression.kind === 'duration') {
    if (isNoHour(expression) && candidate.cues === 0) {
      const written = candidate.tokens.slice(from, to);
      return doubtfulReading({ from, to, strength: 3 }, noSuchHour(written, []));
    }
    const { due, assumptions, doubt } = endOfLength(expression, context.writtenAt, context, true);
    return datedReading(
      { from, to, strength: 3 },
      { due, bound: 'within', precision: 'day', lastOk: null, assumptions, doubt },
    );
  }
  if (resolution === null) return null;
  if (resolution.kind === 'unresolvable') return doubtfulReading({ from, to, strength: 3 }, resolution);
  const isBefore = candidate.has(Cue.before);
  const { first, last, precision, assumptions, doubt } = resolution;
  return datedReading(
    { from: candidate.cuesFrom, to, strength: 3 },
    {
      due: isBefore ? first : last,
      bound: isBefore ? 'before' : 'by',
      precision,
      lastOk: null,
      assumptions,
      doubt,
    },
  );
}
