// Puts together what belongs to one moment: "17h00" + "ngày 15/4", "sáng" + "thứ Hai" + "tuần sau", "thứ Sáu" +
// "ngày 11/4", "Quốc khánh" + "2-9".
import type {
  Clock,
  DayName,
  ImpossibleExpression,
  MomentExpression,
  TimeExpression,
} from '../recognizers/expression.ts';
import { emptyExpression, joinedMoment } from '../recognizers/make-expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';

/** Words that may stand between the parts of one moment. */
const LINKS = phraseSet(
  'vào, lúc, vào lúc, của, trong, ngay, nhằm, tức, tức là, nhằm ngày, là, hôm, buổi, khoảng, tầm, cùng, đúng, vào hồi, hồi, ngày, trễ nhất, chậm nhất, muộn nhất, trễ nhất là, chậm nhất là',
);

/** Past words that only describe ("cùng kỳ", "lần trước"): a date beside them keeps its own meaning. */
const DESCRIBING_PAST = phraseSet('cùng, lần, đợt, kỳ, khóa, phiên, thời gian, dạo, bấy');

/** Joins neighbours, left to right, until nothing more fits. */
export function joinMoments(
  tokens: Tokens,
  expressions: readonly TimeExpression[],
): readonly TimeExpression[] {
  if (expressions.length < 2) return expressions;
  const joined: TimeExpression[] = [];
  for (const expression of expressions) {
    const previous = joined.at(-1);
    const whole =
      previous &&
      (joinPast(tokens, previous, expression) ??
        joinYear(tokens, previous, expression) ??
        joinImpossible(tokens, previous, expression) ??
        join(tokens, previous, expression));
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(expression);
  }
  return joined;
}

/** "thứ Sáu tuần trước", "tuần trước ngày 9/7", "15/4 năm ngoái" are past as a whole. */
function joinPast(tokens: Tokens, a: TimeExpression, b: TimeExpression): TimeExpression | null {
  if (b.from !== a.to && !(b.from === a.to + 1 && tokens.isMark(a.to, '('))) return null;
  const past = a.kind === 'past' ? a : b.kind === 'past' ? b : null;
  const other = past === a ? b : a;
  if (past === null || DESCRIBING_PAST.at(tokens, past.from) !== null) return null;
  const isDated = other.kind === 'moment' || other.kind === 'impossible';
  return isDated ? emptyExpression('past', a.from, closeBracket(tokens, a.to, b)) : null;
}

/** "15/4 năm sau", "tháng 5 năm nay". */
function joinYear(tokens: Tokens, a: TimeExpression, b: TimeExpression): TimeExpression | null {
  if (
    b.kind !== 'period' ||
    b.unit !== 'year' ||
    b.part !== 'whole' ||
    b.from !== a.to ||
    !tokens.is(b.from, 'năm', 'sang')
  )
    return null;
  if (b.offset === null && b.year === null) return null;
  // "31/11 năm nay": in no year.
  if (a.kind === 'impossible') return { ...a, to: b.to };
  if (a.kind === 'moment' && a.day?.kind === 'numbered' && a.day.month !== null && a.day.year === null) {
    return { ...a, to: b.to, day: { ...a.day, year: b.year, yearOffset: b.offset } };
  }
  const isOpenPeriod = a.kind === 'period' && a.unit !== 'year' && a.index !== null && a.year === null;
  return isOpenPeriod ? { ...a, to: b.to, year: b.year, yearOffset: b.offset } : null;
}

/** "17h00 ngày 29/02/2027", "thứ Sáu, ngày 31/9": the hour of a day that there is not is no hour of today. */
function joinImpossible(tokens: Tokens, a: TimeExpression, b: TimeExpression): ImpossibleExpression | null {
  if (b.kind === 'impossible')
    return a.kind === 'moment' && a.day === null && gapBetween(tokens, a, b) !== null
      ? { ...b, from: a.from, to: closeBracket(tokens, a.to, b) }
      : null;
  const isTimeOfIt =
    a.kind === 'impossible' && b.kind === 'moment' && hasTime(b) && !hasDay(b) && b.from - a.to <= 1;
  return isTimeOfIt && gapBetween(tokens, a, b) !== null ? { ...a, to: b.to } : null;
}

function join(tokens: Tokens, a: TimeExpression, b: TimeExpression): MomentExpression | null {
  if (a.kind !== 'moment' || b.kind !== 'moment') return null;
  const gap = gapBetween(tokens, a, b);
  if (gap === null || !isGapAllowed(gap, a, b)) return null;
  const clock = joinClock(a, b);
  if (clock === 'conflict' || (a.part !== null && b.part !== null)) return null;
  const day = joinDay(a.day, b.day);
  if (day === 'conflict' || (a.weekday && b.weekday) || (a.week !== null && b.week !== null)) return null;
  const week = a.week ?? b.week;
  // "tuần 16 (14/4 - 18/4)": the dates in brackets are the week's own.
  if (week !== null && day !== null) return null;
  // A time of day before a bare week says nothing: "sáng tuần sau".
  return joinedMoment(a.from, closeBracket(tokens, a.to, b), {
    clock,
    part: a.part ?? b.part,
    day,
    weekday: a.weekday ?? b.weekday,
    week,
    isLimit: a.isLimit || b.isLimit || gap === 'limit',
    isWeak: (a.isWeak || b.isWeak) && gap !== 'none',
  });
}

/** `limit`: only "trước" stands between a day and an hour, "mai trước 15h". */
type Gap = 'none' | 'word' | 'comma' | 'bracket' | 'limit';

function gapBetween(tokens: Tokens, a: TimeExpression, b: TimeExpression): Gap | null {
  if (b.from === a.to) return 'none';
  if (tokens.isMark(a.to, '('))
    return b.from === a.to + 1 || LINKS.at(tokens, a.to + 1)?.to === b.from ? 'bracket' : null;
  if (b.from === a.to + 1 && tokens.is(a.to, 'trước')) return 'limit';
  const isComma = tokens.isMark(a.to, ',-');
  const at = isComma ? a.to + 1 : a.to;
  if (b.from !== at && LINKS.at(tokens, at)?.to !== b.from) return null;
  return isComma ? 'comma' : 'word';
}

const hasDay = (m: MomentExpression): boolean => m.day !== null || m.weekday !== null || m.week !== null;
const hasTime = (m: MomentExpression): boolean => m.clock !== null || m.part !== null;

/** Across a comma only parts that cannot stand alone are joined: "thứ Sáu, ngày 11/4", "17h00, ngày 15/4". */
function isGapAllowed(gap: Gap, a: MomentExpression, b: MomentExpression): boolean {
  if (gap === 'bracket') return hasDay(a) && hasDay(b);
  if (gap === 'limit') return hasDay(a) && a.clock === null && b.clock !== null && !hasDay(b);
  if (gap !== 'comma') return true;
  // "tuần sau nữa, thứ Hai"
  if (a.week !== null && !a.weekday && b.weekday && b.day === null && b.week === null) return true;
  const isNamed = a.day?.kind === 'named' || (a.weekday !== null && a.day === null);
  if (isNamed && b.day?.kind === 'numbered') return true;
  if (hasTime(a) && !hasDay(a) && hasDay(b) && !hasTime(b)) return true;
  return a.day?.kind === 'numbered' && b.weekday !== null && b.day === null && !hasTime(b);
}

function joinClock(a: MomentExpression, b: MomentExpression): Clock | null | 'conflict' {
  if (a.clock !== null && b.clock !== null) return 'conflict';
  const clock = a.clock ?? b.clock;
  const part = a.part ?? b.part;
  if (clock === null || part === null) return clock;
  if (part.edge !== 'whole') return 'conflict';
  // "5h" was taken for the afternoon; a part of the day that follows decides: "5h, sáng mai", "chiều mai lúc 3h".
  if (part.part === 'morning')
    return clock.isHalfOpen ? { ...clock, hour: clock.hour - 12, isHalfOpen: false } : clock;
  const isLate = part.part === 'afternoon' || part.part === 'evening' || part.part === 'night';
  return { ...clock, hour: isLate && clock.hour < 12 ? clock.hour + 12 : clock.hour, isHalfOpen: false };
}

function joinDay(a: DayName | null, b: DayName | null): DayName | null | 'conflict' {
  if (a === null || b === null) return a ?? b;
  // "Quốc khánh 2-9", "hôm nay 15/4", "hôm nay ngày 15": the number says it.
  if (b.kind === 'numbered' && a.kind !== 'numbered') return b;
  if (a.kind === 'numbered' && b.kind === 'named') return a;
  return 'conflict';
}

function closeBracket(tokens: Tokens, from: number, last: TimeExpression): number {
  return tokens.isMark(from, '(') && tokens.isMark(last.to, ')') ? last.to + 1 : last.to;
}
