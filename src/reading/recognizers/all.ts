// The recognizers, one family each. At every token the longest match wins; between equals the earlier in this list.
import { fold } from '../normalize.ts';
import { calendarDates } from './calendar-date.ts';
import { clocks } from './clock.ts';
import { cycleDays, cycles, rates } from './cycle.ts';
import { partsOfDay, pastOrVagueWords, relativeDays } from './day-words.ts';
import { durations } from './duration.ts';
import type { Family, Recognizer, TimeExpression } from './expression.ts';
import { namedDays } from './named-day.ts';
import { NUMERAL_HEADS, numberInWords } from './numbers.ts';
import { monthsInFigures, periods } from './period.ts';
import { phraseSet } from './phrases.ts';
import { isSpellingOf } from './spelling.ts';
import type { Tokens } from './tokens.ts';
import { weeks } from './week.ts';
import { weekdays } from './weekday.ts';

const FAMILIES: readonly Family[] = [
  // First, so that "tuần trước", "mai mốt" and "từ nay" are taken away from the families that know their parts.
  pastOrVagueWords,
  // Before the dates: "ngày 15 tháng cuối quý" is longer than "ngày 15", but "ngày cuối tháng" equals a period.
  cycleDays,
  // Before the lengths: "mỗi 2 tuần", "6 tháng một lần".
  cycles,
  rates,
  // Before the dates and periods, whose words may stand in a holiday's name ("rằm tháng 7").
  namedDays,
  calendarDates,
  // Before lengths: "17h" is a clock unless the words round it make it a length, which `clock` itself rules out.
  clocks,
  relativeDays,
  // Before weekdays and months: "cuối tuần", "tuần cuối tháng 5".
  weeks,
  weekdays,
  // After weekdays: "T5" alone is Thursday, "T5/2025" (longer) is May.
  periods,
  monthsInFigures,
  durations,
  partsOfDay,
];

/** Every time expression in the text, in order, none overlapping. Linear: each recognizer looks a bounded way ahead. */
export function recognize(tokens: Tokens): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let i = 0; i < tokens.length;) {
    const expression = longestAt(tokens, i);
    if (expression) found.push(expression);
    i = expression ? expression.to : i + 1;
  }
  return found;
}

function longestAt(tokens: Tokens, i: number): TimeExpression | null {
  let longest: TimeExpression | null = null;
  for (const read of recognizersAt(tokens, i)) {
    const match = read(tokens, i);
    if (match && match.to > (longest?.to ?? i)) longest = match;
  }
  return longest;
}

function recognizersAt(tokens: Tokens, i: number): readonly Recognizer[] {
  const token = tokens.at(i);
  if (token?.kind === 'number') return byWordAfterNumber.get(tokens.at(i + 1)?.text ?? '');
  if (token?.kind !== 'word') return NONE;
  const byWord = HEADS.mayBeginAt(tokens, i) ? byHead.get(token.text) : NONE;
  const number = NUMERALS.mayBeginAt(tokens, i) ? numberInWords(tokens, i) : null;
  const next = number && tokens.at(number.to);
  // "năm" is a year and a five: both are tried.
  return next ? [...byWord, ...byWordAfterNumber.get(next.text)] : byWord;
}

const NONE: readonly Recognizer[] = [];

/** The recognizers that may read something that begins with a word; remembers what it has been asked. */
class Dispatch {
  private readonly families: readonly (readonly [
    read: Recognizer,
    heads: ReadonlyMap<string, readonly string[]>,
  ])[];
  private readonly known = new Map<string, readonly Recognizer[]>();

  constructor(heads: (family: Family) => readonly string[]) {
    this.families = FAMILIES.map((family) => [family.read, Map.groupBy(heads(family), fold)] as const);
  }

  get(text: string): readonly Recognizer[] {
    let recognizers = this.known.get(text);
    if (recognizers === undefined) {
      const base = fold(text);
      recognizers = this.families
        .filter(([, heads]) => heads.get(base)?.some((head) => isSpellingOf(text, head)))
        .map(([read]) => read);
      if (this.known.size < MOST_WORDS) this.known.set(text, recognizers);
    }
    return recognizers;
  }
}

const MOST_WORDS = 20_000;
/** Nearly every word stops here. */
const HEADS = phraseSet(FAMILIES.flatMap(({ heads }) => heads).join(', '));
const NUMERALS = phraseSet(NUMERAL_HEADS.join(', '));
const byHead = new Dispatch(({ heads }) => heads);
const byWordAfterNumber = new Dispatch(({ afterNumber }) => afterNumber ?? []);
