// Deadlines measured from an event in the same text: "trước ngày họp 03 ngày làm việc; cuộc họp ngày 17/4", "T2 họp giao
// ban, gửi nội dung trước nhé", "chiều mai họp nên trước đó gửi tài liệu", "mùng 8 Tết ra quân, gửi kế hoạch trong ngày này".
import { addDays, dateOf, localMoment, timeOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import { PARTICLES, THAT_IS } from '../lexicon/deadline-cues.ts';
import type { DurationExpression, MomentExpression } from '../recognizers/expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import { candidateAt } from './candidate.ts';
import { isCitation } from './citations.ts';
import { eventText, waitingFor } from './conditions.ts';
import { backFrom, endOfLength, isNoHour } from './lengths.ts';
import type { DeadlineReading } from './reading.ts';
import { datedReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';
import { resolveMoment } from './resolve.ts';
import type { Doubt, ResolvedTime } from './resolved.ts';
import { namedMoment } from './vietnamese-dates.ts';

/** A reading with the expressions it used up, so that they are not read again. */
export interface RelativeReading {
  readonly reading: DeadlineReading;
  readonly used: readonly number[];
}

const BETWEEN = phraseSet(
  'ít nhất, tối thiểu, khoảng, chậm nhất, chậm nhất là, muộn nhất, là, đó, trước, ít ra, độ, chừng',
);
const FARTHEST_EVENT_IN_TOKENS = 30;
/** "trước ngày 20/11 ít nhất 3 ngày" */
const MOST_TOKENS_BETWEEN = 2;
const LONGEST_EVENT_NAME_IN_TOKENS = 10;

/** "trước ngày họp 03 ngày làm việc", "gửi trước 3 ngày, hội thảo 18/4", "05 ngày trước hội nghị 25/4". */
export function readBackwardLength(
  text: ReadingText,
  index: number,
  context: ReadingContext,
): RelativeReading | null {
  const length = text.expressions[index];
  if (length?.kind !== 'duration' || length.isFromNow || isNoHour(length)) return null;
  // "trước một tuần, tức ngày 28/5": the day says itself.
  if (THAT_IS.at(text.tokens, text.tokens.isMark(length.to, ',') ? length.to + 1 : length.to) !== null)
    return null;
  const words = wordsOfBackwardLength(text, index, length);
  if (words === null) return null;
  const eventIndex = eventNear(text, index, context);
  const event = eventIndex === null ? null : text.expressions[eventIndex];
  const at = event?.kind === 'moment' ? resolveMoment(event, context) : null;
  if (eventIndex === null || !event || at?.kind !== 'time')
    return words.event === null
      ? null
      : { reading: waitingFor(words.event, words.from, length.to), used: [index] };
  const due = backFrom(length, at.last, context);
  const assumed = `tính lùi từ ${namedMoment(at.last, null)}`;
  return {
    reading: datedReading(
      { from: words.from, to: length.to, strength: 3 },
      {
        due,
        bound: 'by',
        precision: timeOf(due) === null ? 'day' : 'instant',
        lastOk: null,
        assumptions: [...at.assumptions, assumed],
        doubt: at.doubt,
      },
    ),
    used: [index, eventIndex],
  };
}

/** Where "trước" and its event begin; null where the length does not run backwards. */
function wordsOfBackwardLength(
  text: ReadingText,
  index: number,
  length: DurationExpression,
): { from: number; event: string | null } | null {
  const { tokens } = text;
  const clauseFrom = text.clauseStart(length.from);
  let at = length.from;
  for (
    let between = BETWEEN.before(tokens, at);
    between !== null && between.from >= clauseFrom && !tokens.is(at - 1, 'trước');
    between = BETWEEN.before(tokens, at)
  )
    at = between.from;
  if (tokens.is(at - 1, 'trước') && at - 1 >= clauseFrom) return { from: at - 1, event: null };
  // "trước Tết 10 ngày", "trước ngày 20/11 hai ngày"
  const day = text.expressionBefore(index);
  if (day?.kind === 'moment' && day.to === at) {
    if (tokens.is(day.from - 1, 'trước', 'trc', 'trk')) return { from: day.from - 1, event: null };
    // "trước hội nghị 20/3 ba ngày"
    const farthest = Math.max(clauseFrom, day.from - LONGEST_EVENT_NAME_IN_TOKENS);
    for (let i = day.from - 2; i >= farthest; i--)
      if (tokens.is(i, 'trước') && isEventWord(tokens, i + 1)) return { from: i, event: null };
  }
  for (let i = at - 1; i >= Math.max(clauseFrom, at - LONGEST_EVENT_NAME_IN_TOKENS); i--) {
    if (tokens.at(i)?.kind === 'mark') break;
    if (tokens.is(i, 'trước') && isEventWord(tokens, i + 1))
      return { from: i, event: tokens.slice(i + 1, at) };
  }
  if (!tokens.is(length.to, 'trước') || !isEventWord(tokens, length.to + 1)) return null;
  return { from: at, event: eventText(tokens, length.to + 1, text.clauseEnd(length.to)).event };
}

const isEventWord = (tokens: Tokens, i: number): boolean =>
  tokens.is(
    i,
    'ngày',
    'khi',
    'giờ',
    'hội',
    'họp',
    'cuộc',
    'buổi',
    'lễ',
    'kỳ',
    'phiên',
    'thời',
    'đại',
    'lúc',
    'hạn',
    'tết',
    'sự',
  );

/** The event's date: the next moment after the length, else the one before it. */
function eventNear(text: ReadingText, index: number, context: ReadingContext): number | null {
  const { expressions } = text;
  const length = expressions[index];
  if (length === undefined) return null;
  for (const other of [index + 1, index - 1]) {
    const expression = other < index ? text.expressionBefore(index) : expressions[other];
    const distance =
      expression !== undefined
        ? Math.max(expression.from - length.to, length.from - expression.to)
        : Number.POSITIVE_INFINITY;
    if (expression?.kind !== 'moment' || distance > FARTHEST_EVENT_IN_TOKENS) continue;
    const candidate = candidateAt(text, other, context);
    // What is called a deadline is not the event's day, nor is the date of a document.
    const isOther =
      candidate === null ||
      (isCitation(candidate) && candidate.endsByToday) ||
      (candidate.isBinding &&
        candidate.cuesFrom !== length.to &&
        (expression.to > length.from || length.from - expression.to > MOST_TOKENS_BETWEEN));
    if (!isOther) return other;
  }
  return null;
}

const BEFORE_THAT = phraseSet(
  'trước đó, trước thời điểm này, trước thời điểm đó, trước thời điểm nêu trên, trước ngày này, trước ngày đó, trước giờ đó, trước giờ này, trước lúc đó, trước hôm đó, trước mốc này, trước mốc đó, trước thời gian này, trước thời gian đó, trước thời hạn này, trước buổi đó, trước cuộc họp, trước khi họp, trước giờ họp, trước hội nghị, trước buổi họp',
);
const ON_THAT = phraseSet(
  'trong ngày này, trong ngày đó, vào ngày này, vào ngày đó, trong hôm đó, ngay trong ngày này, ngay trong ngày đó, hôm đó, ngày đó',
);
const FARTHEST_ANTECEDENT_IN_TOKENS = 40;

/** "trước đó", "trong ngày này", "gửi … trước nhé" from token `i`, with the moment it points back to. */
export function readPointingBack(
  text: ReadingText,
  i: number,
  context: ReadingContext,
): RelativeReading | null {
  const { tokens } = text;
  const named = BEFORE_THAT.at(tokens, i);
  const bare = named !== null ? null : bareBefore(text, i);
  const before = named ?? bare;
  const on = before !== null ? null : ON_THAT.at(tokens, i);
  const words = before ?? on;
  if (words === null) return null;
  const index = words === bare ? eventAntecedent(text, i, context) : antecedent(text, i, context);
  const expression = index === null ? null : text.expressions[index];
  if (index === null || (expression?.kind !== 'moment' && expression?.kind !== 'duration')) return null;
  const at = expression.kind === 'moment' ? resolveMoment(expression, context) : fromNow(expression, context);
  if (at.kind !== 'time') return null;
  const limit =
    before !== null && expression.kind === 'moment'
      ? beforeEvent(expression, at, context)
      : { due: at.last, precision: at.precision, lastOk: null };
  const assumed = `“${tokens.slice(words.from, words.to)}” chỉ ${namedMoment(at.last, null)}`;
  return {
    reading: datedReading(
      { from: words.from, to: words.to, strength: 2 },
      {
        due: limit.due,
        bound: before !== null ? 'before' : 'on',
        precision: limit.precision,
        lastOk: limit.lastOk,
        assumptions: [...at.assumptions, assumed],
        doubt: at.doubt ?? (expression.kind === 'moment' ? hourDoubt(expression, at) : null),
      },
    ),
    used: [index],
  };
}

/** "3 bữa nữa đoàn vô", "1 tiếng nữa anh họp". */
function fromNow(length: DurationExpression, context: ReadingContext): ResolvedTime {
  const { due, assumptions, doubt } = endOfLength(length, context.writtenAt, context, false);
  const precision = timeOf(due) === null ? 'day' : 'instant';
  return { kind: 'time', first: due, last: due, precision, assumptions, doubt };
}

/** "chiều mai họp nên trước đó gửi": at what hour is not said. */
function hourDoubt(expression: MomentExpression, at: ResolvedTime): Doubt | null {
  if (expression.clock !== null || expression.part?.edge !== 'whole') return null;
  return {
    question: `Chưa rõ giờ bắt đầu ${namedMoment(dateOf(at.last), null)}. Hạn là mấy giờ?`,
    alternatives: [at.last],
  };
}

/** "mọi người gửi nội dung trước nhé": "trước" with nothing after it, behind a verb of work. */
function bareBefore(text: ReadingText, i: number): { from: number; to: number } | null {
  const { tokens } = text;
  if (!tokens.is(i, 'trước')) return null;
  const end = text.clauseEnd(i);
  for (let at = i + 1; at < end;) {
    if (tokens.isMark(at, '(')) break;
    const particle = PARTICLES.at(tokens, at);
    if (particle === null && tokens.at(at)?.kind !== 'mark') return null;
    at = particle !== null ? particle.to : at + 1;
  }
  const work = text.landmarkBefore(i, text.clauseStart(i));
  return work?.kind === 'work' && i - work.to <= LONGEST_EVENT_NAME_IN_TOKENS ? { from: i, to: i + 1 } : null;
}

/** The nearest time before token `i` where an event takes place then: "thứ 5 họp thì thứ 4 gửi trước" points to none. */
function eventAntecedent(text: ReadingText, i: number, context: ReadingContext): number | null {
  const index = antecedent(text, i, context);
  const time = index === null ? null : text.expressions[index];
  if (index === null || !time) return null;
  // "Hạn nhập phiếu khảo sát du lịch 3/10 nha, bạn nào rảnh làm trước luôn": what is called a deadline is no event's day.
  const named = candidateAt(text, index, context);
  if (named?.isBinding === true) return null;
  const next = text.landmarkAfter(time.to, i);
  if (next?.kind === 'event') return index;
  // "t3 tuần sau nghiệm thu, hồ sơ gửi anh trước nhé": work that takes place, and other work before it.
  if (next?.kind === 'work' && next.from - time.to <= 1 && MILESTONES.at(text.tokens, next.from) !== null)
    for (let at = next.to; at < i; at++) if (text.tokens.isMark(at, ',')) return index;
  const isOfWork = next?.kind === 'work' && next.from - time.to <= 2 && !text.tokens.isMark(time.to, ',');
  const before = text.landmarkBefore(time.from, text.clauseStart(time.from));
  return !isOfWork && before?.kind === 'event' ? index : null;
}

const MILESTONES = phraseSet(
  'nghiệm thu, kiểm tra, thanh tra, thẩm định, bảo vệ, bảo vệ đề cương, khai trương, ra mắt, công bố, xét duyệt, chấm, chấm điểm, tổng kết, sơ kết, kiểm kê, khởi công, bàn giao, tập huấn, đào tạo, kiểm định, đánh giá, khảo sát, thi công, lắp đặt',
);

/** The nearest time before token `i` that is no document's date. */
function antecedent(text: ReadingText, i: number, context: ReadingContext): number | null {
  const { expressions } = text;
  let low = 0;
  let high = expressions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((expressions[middle]?.to ?? 0) <= i) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - MOST_PASSED_OVER; index--) {
    const found = text.expressions[index];
    if (found === undefined || i - found.to > FARTHEST_ANTECEDENT_IN_TOKENS) return null;
    const isTime = found.kind === 'moment' || (found.kind === 'duration' && found.isFromNow);
    const candidate = isTime ? candidateAt(text, index, context) : null;
    if (candidate !== null && !isCitation(candidate)) return index;
  }
  return null;
}

const MOST_PASSED_OVER = 3;

/**
 * The limit of "before" an event in part of a day of which the hour is not said: before an afternoon means by the end
 * of the morning; before a morning means that the papers lie there when the day begins.
 */
export function beforeEvent(
  expression: MomentExpression,
  at: ResolvedTime,
  { conventions }: ReadingContext,
): Pick<DeadlineReading, 'due' | 'precision' | 'lastOk'> {
  const date = dateOf(at.last);
  if (expression.clock !== null || expression.part?.edge !== 'whole')
    return { due: at.first, precision: at.precision, lastOk: null };
  if (expression.part.part === 'morning') return { due: date, precision: 'day', lastOk: date };
  return { due: localMoment(date, conventions.halfDays.morning), precision: 'half_day', lastOk: null };
}

/** The last good moment of work due at midnight: the day before. */
export const lastOkBeforeMidnight = (due: string): string | null =>
  timeOf(due) === '00:00' ? addDays(dateOf(due), -1) : null;
