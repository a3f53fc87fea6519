// The recognizers, one family each. At every token the longest match wins; between equals the earlier in this list.
import { append } from '../append.ts';
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
import { isSpellingOf } from './spelling.ts';
import type { Tokens } from './tokens.ts';
import type { Spelling } from './vocabulary.ts';
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
export function recognize(tokens: Tokens): readonly TimeExpression[] {
  const { list } = tokens;
  // Nearly every text names a unit of time; few say "lần", without which there is no rate.
  const asked = tokens.speaksOfTimes ? ALL : ALL & ~RATES;
  let found: TimeExpression[] | null = null;
  let i = 0;
  for (let token = list[i]; token !== undefined; token = list[i]) {
    const families =
      asked & (token.kind === 'number' ? afterNumber(tokens.wordAt(i + 1)) : atHead(token.word, tokens, i));
    const expression = families === 0 ? null : longestAt(tokens, i, families);
    if (expression !== null) found = append(found, expression);
    i = expression === null ? i + 1 : expression.to;
  }
  return found ?? [];
}

function longestAt(tokens: Tokens, i: number, families: number): TimeExpression | null {
  const longest = longestOf(families & ~NUMERAL, tokens, i, null);
  const number = (families & NUMERAL) === 0 ? null : numberInWords(tokens, i);
  // "năm" is a year and a five: both are tried.
  return number === null ? longest : longestOf(afterNumber(tokens.wordAt(number.to)), tokens, i, longest);
}

/** Asks `families`, one bit each, and keeps `longest` where none reads more. */
function longestOf(
  families: number,
  tokens: Tokens,
  i: number,
  longest: TimeExpression | null,
): TimeExpression | null {
  let found = longest;
  let to = longest?.to ?? i;
  for (let rest = families; rest !== 0; rest &= rest - 1) {
    const match = readers[LAST_BIT - Math.clz32(rest & -rest)]?.(tokens, i) ?? null;
    if (match !== null && match.to > to) {
      found = match;
      to = match.to;
    }
  }
  return found;
}

const LAST_BIT = 31;
const readers: readonly Recognizer[] = FAMILIES.map(({ read }) => read);
/** The bit, beside those of the families, of words that numbers in words begin with. */
const NUMERAL = 1 << FAMILIES.length;
const ALL = (NUMERAL << 1) - 1;
const RATES = 1 << FAMILIES.indexOf(rates);

type Words = ReadonlyMap<string, readonly string[]>;
const byBareLetters = (words: readonly string[]): Words => Map.groupBy(words, fold);
const HEADS = FAMILIES.map(({ heads }) => heads.map((head) => head.split(' ')));
const ALONE = [
  ...HEADS.map((heads) => byBareLetters(heads.flatMap(([first, second]) => (second ? [] : (first ?? []))))),
  byBareLetters(NUMERAL_HEADS),
];
const FIRST = HEADS.map((heads) =>
  byBareLetters(heads.flatMap(([first, second]) => (second ? (first ?? []) : []))),
);
const SECOND = HEADS.map((heads) => byBareLetters(heads.flatMap(([, second]) => second ?? [])));
const AFTER_NUMBER = FAMILIES.map(({ afterNumber: words }) => byBareLetters(words ?? []));

/** The families that may read something that begins with `word`, token `i`, {@link NUMERAL} beside them; noted on the words, below 0 where it is not yet. */
function atHead(word: Spelling, tokens: Tokens, i: number): number {
  if (word.alone < 0) {
    word.alone = familiesOf(word, ALONE);
    word.first = familiesOf(word, FIRST);
  }
  if (word.first === 0) return word.alone;
  const next = tokens.wordAt(i + 1);
  if (next.second < 0) next.second = familiesOf(next, SECOND);
  return word.alone | (word.first & next.second);
}

/** Those that may read something that begins with a number and goes on with `word`. */
function afterNumber(word: Spelling): number {
  if (word.afterNumber < 0) word.afterNumber = familiesOf(word, AFTER_NUMBER);
  return word.afterNumber;
}

const familiesOf = ({ text, bare }: Spelling, words: readonly Words[]): number =>
  words.reduce(
    (families, own, index) =>
      own.get(bare.text)?.some((word) => isSpellingOf(text, word)) === true
        ? families | (1 << index)
        : families,
    0,
  );
