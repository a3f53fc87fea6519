// Work that comes again: "ngày 20 hằng tháng", "thứ Năm hằng tuần", "ngày 15 tháng cuối quý", "hằng ngày trước 16h30".
import type { LocalDate, TimeOfDay } from '../../domain/local-time.ts';
import { addDays, dateOf, dateParts, lastDayOfMonth, localMoment, timeOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import { Cue } from '../lexicon/deadline-cues.ts';
import type {
  CycleDayExpression,
  CycleExpression,
  MomentExpression,
  TimeExpression,
} from '../recognizers/expression.ts';
import type { Candidate } from './candidate.ts';
import { candidateAt, isFronted } from './candidate.ts';
import { isEvent } from './events.ts';
import type { DeadlineReading } from './reading.ts';
import { datedReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';
import type { Rule } from './recurrence-rule.ts';
import { occurrenceFrom, ruleText } from './recurrence-rule.ts';
import { resolveMoment } from './resolve.ts';

export interface RecurrenceReading {
  readonly reading: DeadlineReading;
  readonly used: readonly number[];
}

/** Reads the recurrence of the clause that expression `index`, a cycle, stands in; null where the words only describe something. */
export function readRecurrence(
  text: ReadingText,
  index: number,
  context: ReadingContext,
): RecurrenceReading | null {
  const cycle = text.expressions[index];
  if (cycle?.kind !== 'cycle' && cycle?.kind !== 'cycle_day') return null;
  const clause = clauseCandidates(text, index, context);
  // "Hằng quý, chậm nhất ngày 10 của tháng đầu quý sau": the day of the cycle says more than the cycle.
  if (cycle.kind === 'cycle' && clause.some(({ expression }) => expression.kind === 'cycle_day')) return null;
  const named = namedDays(clause, cycle);
  if (named === null) return null;
  const hasDay = named.day !== null || cycle.kind === 'cycle_day';
  if (!hasDay && named.time === null && (isDescription(text, cycle) || isHabit(text, cycle))) return null;
  // "Xe chạy lúc 5h30 hằng ngày": when something takes place.
  if ([named.time, named.day].some((each) => each !== null && !isFronted(each) && isEvent(each))) return null;
  const rule = ruleOf(clause, cycle, named.day);
  const isBefore =
    named.day?.has(Cue.before) === true ||
    named.time?.has(Cue.before) === true ||
    isBeforeCycleDay(clause, cycle);
  const time = timeOfDayIn([named.time, named.day], context);
  const date = rule !== null ? nextOccurrence(rule, isBefore && time === null, time, context) : null;
  const used = [cycle, named.day?.expression, named.time?.expression].filter((each) => each !== undefined);
  const starts = [clause.find(({ expression }) => expression === cycle), named.day, named.time].flatMap(
    (each) => (each ? [each.cuesFrom] : []),
  );
  return {
    reading: datedReading(
      { from: Math.min(...starts), to: Math.max(...used.map(({ to }) => to)), strength: 3 },
      {
        due: date === null ? null : time === null ? date : localMoment(date, time),
        bound: 'recurring',
        precision: date === null ? unitPrecision(cycle) : time === null ? 'day' : timePrecision(named),
        lastOk:
          date !== null && time === null && isBefore && context.conventions.isBeforeStrict
            ? addDays(date, -1)
            : null,
        assumptions: date === null ? [] : ['kỳ gần nhất còn kịp'],
        doubt: date === null ? noDay(text, cycle, context) : null,
      },
      ruleText(rule, cycle),
    ),
    used: usedBy(clause, index, named),
  };
}

/** The expressions that the recurrence uses up: its days, its hour, and cycles that only repeat it. */
function usedBy(clause: readonly Candidate[], index: number, { day, time }: Named): number[] {
  const others = clause.filter(
    (each) => each === day || each === time || each.expression.kind === 'cycle' || isDayOfMonth(each),
  );
  return [index, ...others.map((each) => each.index).filter((each) => each !== index)];
}

const isDayOfMonth = ({ expression }: Candidate): boolean =>
  expression.kind === 'moment' && expression.day?.kind === 'numbered' && expression.day.month === null;

/** The times of the same clause, and the cycle itself. */
function clauseCandidates(text: ReadingText, index: number, context: ReadingContext): Candidate[] {
  const cycle = text.expressions[index];
  if (cycle === undefined) return [];
  const from = text.clauseStart(cycle.from);
  const to = text.clauseEnd(cycle.from);
  const found: Candidate[] = [];
  for (let i = index; i >= 0 && (text.expressions[i]?.from ?? -1) >= from && index - i < 8; i--)
    push(i, true);
  for (let i = index + 1; (text.expressions[i]?.to ?? Number.POSITIVE_INFINITY) <= to && i - index < 8; i++)
    push(i, false);
  return found;
  function push(i: number, isFirst: boolean): void {
    const candidate = candidateAt(text, i, context);
    if (candidate !== null) found[isFirst ? 'unshift' : 'push'](candidate);
  }
}

interface Named {
  readonly day: Candidate | null;
  readonly time: Candidate | null;
}

type Moment = Candidate & { readonly expression: MomentExpression };

/** Which of the times say the day and the hour of the cycle; null where a dated deadline stands beside it. */
function namedDays(clause: readonly Candidate[], cycle: TimeExpression): Named | null {
  const moments = clause.filter((candidate): candidate is Moment => candidate.expression.kind === 'moment');
  const unit = cycle.kind === 'cycle' || cycle.kind === 'cycle_day' ? cycle.unit : 'month';
  const isYearly = unit === 'year' || unit === 'half_year';
  const isDated = ({ expression: { day } }: Moment): boolean =>
    day?.kind === 'numbered' && (day.year !== null || (day.month !== null && !isYearly));
  if (moments.some((candidate) => isDated(candidate) && candidate.isBinding)) return null;
  const fits = ({ expression: { day, weekday } }: Moment): boolean => {
    if (unit === 'week') return weekday !== null && day === null;
    if (unit === 'month') return day?.kind === 'numbered' && day.month === null;
    return isYearly && day?.kind === 'numbered' && day.month !== null && day.year === null;
  };
  const day = moments.find(fits) ?? null;
  const time =
    moments.find(
      ({ expression: { clock, part, day: other, weekday } }) =>
        (clock ?? part) !== null && other === null && weekday === null,
    ) ?? null;
  return { day, time };
}

/** "họp giao ban hằng tuần", "kế hoạch hằng năm": the cycle belongs to a noun. */
function isDescription(text: ReadingText, cycle: TimeExpression): boolean {
  const before = text.landmarkBefore(cycle.from, text.clauseStart(cycle.from));
  return before !== null && before.to === cycle.from && (before.kind === 'event' || before.kind === 'report');
}

/** "tuyên truyền hằng ngày", "Hội nghị công chức hằng năm": nothing is handed in each time. */
function isHabit(text: ReadingText, cycle: CycleExpression | CycleDayExpression): boolean {
  const before = text.landmarkBefore(cycle.from, text.clauseStart(cycle.from));
  const after = text.landmarkAfter(cycle.to, text.clauseEnd(cycle.from));
  return (
    cycle.unit === 'day' || (before?.kind !== 'work' && after?.kind !== 'work' && after?.kind !== 'duty')
  );
}

function ruleOf(
  clause: readonly Candidate[],
  cycle: CycleExpression | CycleDayExpression,
  named: Candidate | null,
): Rule | null {
  const tokens = clause[0]?.tokens;
  if (cycle.kind === 'cycle_day') {
    const { day, workingDay, weekday, nthWeek, monthOfQuarter } = cycle;
    if (workingDay !== null) return { kind: 'working_day', nth: workingDay };
    if (weekday !== null) return { kind: 'nth_weekday', weekday, nth: nthWeek ?? 1 };
    return { kind: 'day_of_month', days: [day ?? -1], monthOfQuarter };
  }
  const expression = named?.expression.kind === 'moment' ? named.expression : null;
  switch (cycle.unit) {
    case 'day':
      return { kind: 'daily' };
    case 'week':
      return expression?.weekday == null
        ? null
        : { kind: 'weekly', weekday: expression.weekday, interval: cycle.interval };
    case 'month':
    case 'quarter': {
      const edge = edgeBefore(clause, cycle);
      const days = daysOfMonth(clause);
      if (days.length > 0 && expression !== null) return { kind: 'day_of_month', days, monthOfQuarter: null };
      return edge === null
        ? null
        : {
            kind: 'day_of_month',
            days: [edge],
            monthOfQuarter: cycle.unit === 'month' ? null : edge === -1 ? 2 : 0,
          };
    }
    case 'half_year':
    case 'year': {
      if (expression?.day?.kind === 'numbered' && expression.day.month !== null && !expression.day.isLunar) {
        return {
          kind: 'yearly',
          day: expression.day.day,
          months: monthsNamed(clause, expression.day.day, expression.day.month),
        };
      }
      return cycle.unit === 'year' && tokens?.is(cycle.from - 1, 'cuối')
        ? { kind: 'yearly', day: 31, months: [12] }
        : null;
    }
  }
}

/** "cuối mỗi tháng", "đầu mỗi quý", "hằng tháng … cuối tháng". */
function edgeBefore(clause: readonly Candidate[], cycle: CycleExpression): number | null {
  const tokens = clause[0]?.tokens;
  if (tokens?.is(cycle.from - 1, 'cuối')) return -1;
  if (tokens?.is(cycle.from - 1, 'đầu')) return 1;
  if (tokens?.is(cycle.from - 1, 'giữa')) return MIDDLE_OF_MONTH;
  for (const { expression } of clause) {
    if (expression.kind !== 'period' || expression.unit !== cycle.unit || expression.part === 'whole')
      continue;
    if (expression.index === null && expression.offset === null) {
      return expression.part === 'start' ? 1 : expression.part === 'middle' ? MIDDLE_OF_MONTH : -1;
    }
  }
  return null;
}

const MIDDLE_OF_MONTH = 15;

/** "ngày 01 và ngày 16 hằng tháng". */
function daysOfMonth(clause: readonly Candidate[]): number[] {
  const days = clause.flatMap(({ expression }) =>
    expression.kind === 'moment' && expression.day?.kind === 'numbered' && expression.day.month === null
      ? [expression.day.day]
      : [],
  );
  return [...new Set(days)].sort((a, b) => a - b);
}

/** "15/6 và 15/12 hằng năm". */
function monthsNamed(clause: readonly Candidate[], day: number, month: number): number[] {
  const months = new Set([month]);
  for (const { expression } of clause) {
    const moments = expression.kind === 'range' ? [expression.first, expression.last] : [expression];
    for (const moment of moments) {
      const named = moment?.kind === 'moment' && moment.day?.kind === 'numbered' ? moment.day : null;
      if (named?.day === day && named.month !== null) months.add(named.month);
    }
  }
  return [...months].sort((a, b) => a - b);
}

const isBeforeCycleDay = (clause: readonly Candidate[], cycle: TimeExpression): boolean =>
  cycle.kind === 'cycle_day' &&
  clause.some((candidate) => candidate.expression === cycle && candidate.has(Cue.before));

function timeOfDayIn(candidates: readonly (Candidate | null)[], context: ReadingContext): TimeOfDay | null {
  for (const clock of [true, false]) {
    for (const candidate of candidates) {
      const expression = candidate?.expression;
      if (expression?.kind !== 'moment' || (clock ? expression.clock : expression.part) === null) continue;
      const at = resolveMoment(
        { ...expression, day: { kind: 'relative', days: 0 }, weekday: null, week: null },
        context,
      );
      if (at.kind === 'time') return timeOf(at.last);
    }
  }
  return null;
}

const timePrecision = ({ day, time }: Named): 'instant' | 'half_day' =>
  [day, time].some(
    (candidate) => candidate?.expression.kind === 'moment' && candidate.expression.clock !== null,
  )
    ? 'instant'
    : 'half_day';

/** The first occurrence that can still be met: its last good moment is not past. */
function nextOccurrence(
  rule: Rule,
  isBefore: boolean,
  time: TimeOfDay | null,
  { writtenAt, calendar, conventions }: ReadingContext,
): LocalDate | null {
  const today = dateOf(writtenAt);
  const now = timeOf(writtenAt);
  // "trước ngày 15" is met by the 14th; an hour that has passed today is met no more.
  const isTodayGone = time === null ? isBefore && conventions.isBeforeStrict : now !== null && time <= now;
  return occurrenceFrom(rule, isTodayGone ? addDays(today, 1) : today, calendar);
}

const unitPrecision = (cycle: CycleExpression | CycleDayExpression): DeadlineReading['precision'] =>
  cycle.unit;

const USUAL_DAYS: Readonly<Record<'week' | 'month' | 'quarter', (today: LocalDate) => LocalDate>> = {
  week: (today) => addDays(today, (5 - dateParts(today).weekday + 7) % 7),
  month: (today) => lastDayOfMonth(dateParts(today).year, dateParts(today).month),
  quarter: (today) => lastDayOfMonth(dateParts(today).year, Math.ceil(dateParts(today).month / 3) * 3),
};

function noDay(
  { tokens }: ReadingText,
  cycle: CycleExpression | CycleDayExpression,
  { writtenAt }: ReadingContext,
): DeadlineReading['doubt'] {
  const usual =
    cycle.unit === 'week' || cycle.unit === 'month' || cycle.unit === 'quarter'
      ? [USUAL_DAYS[cycle.unit](dateOf(writtenAt))]
      : [];
  return {
    question: `“${tokens.slice(cycle.from, cycle.to)}” chưa nêu ngày. Hạn là ngày nào của kỳ?`,
    alternatives: usual,
  };
}
