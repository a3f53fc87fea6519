// The recognizers, one family each. At every token the longest match wins; between equals the earlier in this list.
import { calendarDate } from './calendar-date.ts';
import { clock } from './clock.ts';
import { cycle, cycleDay } from './cycle.ts';
import { partOfDay, pastOrVague, relativeDay } from './day-words.ts';
import { duration } from './duration.ts';
import type { Recognizer, TimeExpression } from './expression.ts';
import { namedDay } from './named-day.ts';
import { period } from './period.ts';
import type { Tokens } from './tokens.ts';
import { week } from './week.ts';
import { weekday } from './weekday.ts';

const RECOGNIZERS: readonly Recognizer[] = [
  // First, so that "tuần trước", "mai mốt" and "từ nay" are taken away from the families that know their parts.
  pastOrVague,
  // Before the dates: "ngày 15 tháng cuối quý" is longer than "ngày 15", but "ngày cuối tháng" equals a period.
  cycleDay,
  // Before the lengths: "mỗi 2 tuần", "6 tháng một lần".
  cycle,
  // Before named days, whose names may end in a date's words ("rằm tháng 7").
  namedDay,
  calendarDate,
  // Before lengths: "17h" is a clock unless the words round it make it a length, which `clock` itself rules out.
  clock,
  relativeDay,
  // Before weekdays and months: "cuối tuần", "tuần cuối tháng 5".
  week,
  weekday,
  // After weekdays: "T5" alone is Thursday, "T5/2025" (longer) is May.
  period,
  duration,
  partOfDay,
];

/** Every time expression in the text, in order, none overlapping. Linear: each recognizer looks a bounded way ahead. */
export function recognize(tokens: Tokens): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let i = 0; i < tokens.length;) {
    const expression = longestAt(tokens, i);
    if (expression) found.push(expression);
    i = expression ? Math.max(expression.to, i + 1) : i + 1;
  }
  return found;
}

function longestAt(tokens: Tokens, i: number): TimeExpression | null {
  const kind = tokens.at(i)?.kind;
  if (kind !== 'word' && kind !== 'number') return null;
  let longest: TimeExpression | null = null;
  for (const recognizer of RECOGNIZERS) {
    const match = recognizer(tokens, i);
    if (match && match.to > (longest?.to ?? i)) longest = match;
  }
  return longest;
}
