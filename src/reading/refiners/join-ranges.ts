// Puts together stretches and choices: "từ ngày 01 đến ngày 05/4", "10 - 15/4/2025", "15 hoặc 16/4", "tháng 4, 5/2025",
// "Quý II - Quý III/2025", "từ 14h00 đến 16h30 ngày 10/4", "từ nay đến 30/6", "tuần 16 (14/4 - 18/4)".
import { ROMAN_QUARTERS } from '../lexicon/time-words.ts';
import type {
  MomentExpression,
  PeriodExpression,
  RangeExpression,
  TimeExpression,
} from '../recognizers/expression.ts';
import { dayMoment, rangeExpression } from '../recognizers/make-expression.ts';
import { Phrases, phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';

type Connector = 'through' | 'or' | 'and';

const CONNECTORS = new Phrases<Connector>([
  ['through', 'đến, tới, cho đến, cho tới, đến hết, tới hết, cho đến hết, cho tới hết, -, ~, ->, đến trước'],
  ['or', 'hoặc, hay, hoặc là, hay là'],
  ['and', 'và, với'],
]);

const FROM = phraseSet(
  'từ, từ ngày, kể từ, bắt đầu từ, từ hôm, trong khoảng, khoảng, giữa, trong các ngày, các ngày',
);

export function joinRanges(
  tokens: Tokens,
  expressions: readonly TimeExpression[],
): readonly TimeExpression[] {
  const only = expressions[0];
  if (only !== undefined && expressions.length === 1) {
    const range = rangeFromNumber(tokens, null, only) ?? periodAndNumber(tokens, only);
    return range !== null ? [range] : expressions;
  }
  const joined: TimeExpression[] = [];
  for (const expression of expressions) {
    const previous = joined.at(-1) ?? null;
    const fromNumber = rangeFromNumber(tokens, previous, expression);
    const whole =
      previous &&
      (fromNow(tokens, previous, expression) ??
        range(tokens, previous, expression) ??
        weekOfDates(tokens, previous, fromNumber ?? expression));
    if (whole !== null) joined[joined.length - 1] = whole;
    else {
      const next = fromNumber ?? periodAndNumber(tokens, expression) ?? expression;
      const isLengthOfIt = previous !== null && isLengthOf(tokens, previous, next);
      if (isLengthOfIt) joined[joined.length - 1] = { ...next, from: previous.from };
      else joined.push(next);
    }
  }
  return joined;
}

function connectorBetween(tokens: Tokens, from: number, to: number): Connector | null {
  // "các ngày 10, 11 và 12/4": the days between are passed over.
  while (tokens.isMark(from, ',') && tokens.isNumber(from + 1) && tokens.size(from + 1) <= 2 && from + 2 < to)
    from += 2;
  const at = tokens.isMark(from, ',') ? from + 1 : from;
  const found = CONNECTORS.at(tokens, at);
  if (found !== null && (found.to === to || (found.to === to - 1 && tokens.couldBe(found.to, 'ngày'))))
    return found.value;
  return at === to && at > from ? 'and' : null;
}

/** "từ nay đến 30/6": the first end is the day of writing. */
function fromNow(tokens: Tokens, a: TimeExpression, b: TimeExpression): RangeExpression | null {
  if (a.kind !== 'vague' || !tokens.is(a.from, 'từ') || (b.kind !== 'moment' && b.kind !== 'period'))
    return null;
  return connectorBetween(tokens, a.to, b.from) === 'through'
    ? rangeExpression(a.from, b.to, null, b, false)
    : null;
}

function range(tokens: Tokens, a: TimeExpression, b: TimeExpression): RangeExpression | null {
  const isMoments = a.kind === 'moment' && b.kind === 'moment';
  const isPeriods = a.kind === 'period' && b.kind === 'period';
  const isMixed =
    (a.kind === 'moment' && b.kind === 'period') || (a.kind === 'period' && b.kind === 'moment');
  if (!isMoments && !isPeriods && !(isMixed && FROM.before(tokens, a.from) !== null)) return null;
  const connector = connectorBetween(tokens, a.to, b.from);
  if (
    connector === null ||
    (connector === 'and' && !isListOfPeriods(a, b) && !isListOfDays(a, b)) ||
    tokens.is(b.from - 1, 'trước')
  )
    return null;
  // "hạn 15/4 hay 20/4?" is put as a question elsewhere; the same end twice is no stretch.
  if (isMoments && connector === 'through' && !isStretch(tokens, a, b)) return null;
  return rangeExpression(a.from, b.to, a, b, connector === 'or');
}

const isListOfPeriods = (a: TimeExpression, b: TimeExpression): boolean =>
  a.kind === 'period' && b.kind === 'period' && a.unit === b.unit;

/** "ngày 10 và 12/4": the first day waits for its month. */
const isListOfDays = (a: TimeExpression, b: TimeExpression): boolean =>
  a.kind === 'moment' &&
  a.day?.kind === 'numbered' &&
  a.day.month === null &&
  b.kind === 'moment' &&
  b.day?.kind === 'numbered' &&
  b.day.month !== null;

/** A date that only just ends before "đến" begins a stretch: "từ 15/4 đến 18/4", "15/4 - 18/4", "sáng thứ 2 đến chiều thứ 4". */
function isStretch(tokens: Tokens, a: MomentExpression, b: MomentExpression): boolean {
  const isDayToDay = (a.day !== null || a.weekday !== null) && (b.day !== null || b.weekday !== null);
  const isClockToClock = a.clock !== null && b.clock !== null;
  return isDayToDay || isClockToClock || FROM.before(tokens, a.from) !== null;
}

/** "10 - 15/4", "14-15/4", "15 hoặc 16/4", "15, 16/4": the first end is a bare number. */
function rangeFromNumber(
  tokens: Tokens,
  before: TimeExpression | null,
  last: TimeExpression,
): RangeExpression | null {
  if (
    last.kind !== 'moment' ||
    last.day?.kind !== 'numbered' ||
    last.day.month === null ||
    last.clock !== null
  )
    return null;
  const at = numberBefore(tokens, last.from);
  if (at === null || at.number < (before?.to ?? 0) || last.isWeak) return null;
  const day = tokens.value(at.number);
  if (!(day >= 1) || day >= last.day.day || tokens.size(at.number) > 2 || !isFreeNumber(tokens, at.number))
    return null;
  const hasLead = tokens.couldBe(at.number - 1, 'ngày') && at.number > (before?.to ?? 0);
  const isCounted = before?.kind === 'duration' && before.to === at.number;
  if (
    at.connector === 'and' &&
    !hasLead &&
    !isCounted &&
    !tokens.is(at.number - 1, 'trong', 'vào', 'sáng', 'chiều')
  )
    return null;
  const first = dayMoment(at.number, at.number + 1, { ...last.day, day, month: null, year: null });
  const from = hasLead ? at.number - 1 : at.number;
  return rangeExpression(from, last.to, first, { ...last, isWeak: false }, at.connector === 'or');
}

function numberBefore(tokens: Tokens, lastFrom: number): { number: number; connector: Connector } | null {
  for (const length of [1, 2, 3]) {
    const number = lastFrom - length - 1;
    const connector = tokens.isNumber(number) ? connectorBetween(tokens, number + 1, lastFrom) : null;
    if (connector) return { number: connector === 'and' ? firstOfList(tokens, number) : number, connector };
  }
  return null;
}

/** "25, 26, 27/11": the number that the list of days begins with. */
function firstOfList(tokens: Tokens, last: number): number {
  let first = last;
  while (tokens.isMark(first - 1, ',') && tokens.isNumber(first - 2) && tokens.size(first - 2) <= 2)
    first -= 2;
  return first;
}

const isFreeNumber = (tokens: Tokens, i: number): boolean =>
  (!tokens.isGlued(i) || tokens.isMark(i - 1, '(') || tokens.couldBe(i - 1, 'ngày')) &&
  NUMBERED.before(tokens, i) === null;

/** "nêu tại mục 3 đến ngày 17/10": the number is not a day's. */
const NUMBERED = phraseSet(
  'mục, khoản, điểm, điều, số, phụ lục, biểu, mẫu, câu, tiết, chương, việc, nhiệm vụ, nội dung, lần, đợt, nhóm, trang, bảng, nv, task, vòng, bước, giai đoạn, cấp, hạng, loại, đội, kỳ, gói, lớp, khối, tầng, đường, tập, quyển, toa, cổng, ca, hộ, khu phố, thôn, ấp, tổ dân phố, quận, km',
);

/** "tháng 4, 5", "tháng 4 - 5", "Quý II, III": the second number has no word of its own. */
function periodAndNumber(tokens: Tokens, expression: TimeExpression): RangeExpression | null {
  if (
    expression.kind !== 'period' ||
    expression.index === null ||
    expression.part !== 'whole' ||
    expression.year !== null
  )
    return null;
  if (expression.unit !== 'month' && expression.unit !== 'quarter') return null;
  const connector = tokens.isMark(expression.to, ',-')
    ? expression.to
    : tokens.is(expression.to, 'và', 'đến')
      ? expression.to
      : null;
  if (connector === null) return null;
  const at = connector + 1;
  const index =
    expression.unit === 'quarter'
      ? (ROMAN_QUARTERS.get(tokens.at(at)?.text ?? '') ?? tokens.value(at))
      : tokens.value(at);
  const most = expression.unit === 'quarter' ? 4 : 12;
  if (!(index > expression.index && index <= most) || tokens.size(at) > 3) return null;
  const isYearNext = tokens.isMark(at + 1, '/') && tokens.size(at + 2) === 4;
  const isEnd =
    at + 1 >= tokens.length || tokens.isMark(at + 1, '.,;)!') || tokens.at(at + 1)?.kind === 'break';
  if (!isYearNext && !isEnd) return null;
  const year = isYearNext ? tokens.value(at + 2) : null;
  const last: PeriodExpression = { ...expression, from: at, to: isYearNext ? at + 3 : at + 1, index, year };
  return rangeExpression(expression.from, last.to, { ...expression, year }, last, false);
}

/** "02 ngày 10 và 11/4", "02 ngày (10-11/4)": the dates say which days they are. */
const isLengthOf = (tokens: Tokens, a: TimeExpression, b: TimeExpression): boolean =>
  a.kind === 'duration' &&
  !a.isFromNow &&
  a.unit === 'day' &&
  (b.from === a.to || (b.from === a.to + 1 && tokens.isMark(a.to, '('))) &&
  (b.kind === 'range' || (b.kind === 'moment' && b.day?.kind === 'numbered'));

/** "tuần 16 (14/4 - 18/4/2025)", "tuần từ 15/9 đến 19/9": the dates say which week it is. */
function weekOfDates(tokens: Tokens, a: TimeExpression, b: TimeExpression): TimeExpression | null {
  const isWeek = a.kind === 'moment' && a.week !== null && a.day === null && a.weekday === null;
  if (!isWeek || (b.kind !== 'moment' && b.kind !== 'range')) return null;
  const isBracketed = tokens.isMark(a.to, '(');
  const isNamed = a.week.offset !== null || a.week.number !== null;
  if (!isBracketed && (isNamed || !isNumbered(b))) return null;
  const at = isBracketed ? a.to + 1 : a.to;
  if (b.from !== (tokens.is(at, 'từ') ? at + 1 : at)) return null;
  return { ...b, from: a.from, to: isBracketed && tokens.isMark(b.to, ')') ? b.to + 1 : b.to };
}

const isNumbered = (time: MomentExpression | RangeExpression): boolean => {
  const first = time.kind === 'range' ? time.first : time;
  return first?.kind === 'moment' && first.day?.kind === 'numbered';
};
