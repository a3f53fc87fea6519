// Reads deadlines in Vietnamese office prose and chat.
//
// text → normalize → tokens → recognizers (what is written) → joins → candidates → look-alikes out → deadlines → findings
import type { LocalDate } from '../domain/local-time.ts';
import { dateOf, timeOf } from '../domain/local-time.ts';
import type { ReadingContext } from './context.ts';
import type { DeadlineFinding } from './findings.ts';
import type { NormalizedText } from './normalize.ts';
import { normalize } from './normalize.ts';
import { describe } from './refiners/describe.ts';
import { readText, readTyped } from './refiners/read-text.ts';
import type { DeadlineReading } from './refiners/reading.ts';
import { ReadingText } from './refiners/reading-text.ts';

const readingsOf = (
  text: string | NormalizedText,
  context: ReadingContext,
): { text: ReadingText; readings: DeadlineReading[] } => {
  const reading = new ReadingText(typeof text === 'string' ? normalize(text) : text);
  return { text: reading, readings: readText(reading, context) };
};

/**
 * Every deadline of a text, in the order it stands: dates, lengths of time, recurrences, and conditions ("sau khi Luật …
 * ban hành"), also those a person must be asked about. Dates of documents, meetings, periods and numbers are not among
 * them. Spans are UTF-16 offsets into the text as given; moments are local to Asia/Ho_Chi_Minh. Never throws; linear in
 * the length of the text.
 */
export function readDeadlines(
  text: string | NormalizedText,
  context: ReadingContext,
): readonly DeadlineFinding[] {
  const { text: reading, readings } = readingsOf(text, context);
  return readings.map((each) => describe(reading, each, context));
}

/**
 * The deadline that governs a sentence: the one its words most surely call one; between equals the first. Null where
 * there is none.
 */
export function readDeadline(text: string | NormalizedText, context: ReadingContext): DeadlineFinding | null {
  const { text: reading, readings } = readingsOf(text, context);
  let best: DeadlineReading | null = null;
  const today = dateOf(context.writtenAt);
  for (const each of readings)
    if (best === null || rank(each, today) > rank(best, today) || isHourOf(best, each)) best = each;
  return best === null ? null : describe(reading, best, context);
}

/** "Thứ 6 này đi nhận xe giúp anh, 15h có mặt": of the day just named the hour. */
const isHourOf = (day: DeadlineReading, hour: DeadlineReading): boolean =>
  day.due !== null &&
  hour.due !== null &&
  timeOf(day.due) === null &&
  timeOf(hour.due) !== null &&
  dateOf(day.due) === dateOf(hour.due) &&
  day.bound === 'on' &&
  hour.bound !== 'recurring' &&
  hour.from - day.to <= FARTHEST_HOUR_IN_TOKENS;

const FARTHEST_HOUR_IN_TOKENS = 12;

/** A date outranks a condition whatever the words, and a date to come one that has passed. */
function rank({ strength, condition, due, rrule }: DeadlineReading, today: LocalDate): number {
  if (condition !== null) return strength;
  if (due === null && rrule === null) return 20 + strength;
  return due !== null && dateOf(due) < today ? 10 + strength : 30 + strength;
}

const EXAMPLES = 'Nhắn lại hạn, ví dụ: 30/4, thứ Sáu tuần sau hoặc 17h00 ngày mai.';
const LONGEST_QUOTED = 40;

/**
 * Reads what a person typed as a deadline: "30/4", "thứ 6 tuần sau", "sáng mai", "trước 17h ngày 15/4". No cue is needed.
 * @returns the finding; or, where no single moment can be made out, `problem`: one Vietnamese sentence to answer with
 */
export function readTypedDeadline(
  text: string,
  context: ReadingContext,
): DeadlineFinding | { readonly problem: string } {
  const typed = text.trim();
  const isDayAlone = /^\d{1,2}$/u.test(typed);
  const reading = new ReadingText(normalize(isDayAlone ? `ngày ${typed}` : text));
  const read = readTyped(reading, context);
  if (!read) return { problem: `Không rõ hạn “${shorten(typed)}”. ${EXAMPLES}` };
  if (read.due === null && read.rrule === null)
    return { problem: read.doubt?.question ?? `Không rõ hạn “${shorten(typed)}”. ${EXAMPLES}` };
  const finding = describe(reading, read, context);
  return isDayAlone
    ? { ...finding, span: [text.indexOf(typed), text.indexOf(typed) + typed.length], quote: typed }
    : finding;
}

const shorten = (text: string): string =>
  text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED)}…` : text;
