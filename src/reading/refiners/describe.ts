// Completes a reading: where it stands in the text, what is still in time, and what a person must be asked.
import type { Deadline } from '../../domain/deadline.ts';
import { lastOkOf } from '../../domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { dateOf, localMoment, timeOf, yearOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import type { Certainty, DeadlineFinding } from '../findings.ts';
import { lastOkBeforeMidnight } from './before-event.ts';
import type { DeadlineReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';
import type { Doubt } from './resolved.ts';
import { namedMoment, shortDate, weekdayOf } from './vietnamese-dates.ts';

export function describe(
  { tokens }: ReadingText,
  reading: DeadlineReading,
  context: ReadingContext,
): DeadlineFinding {
  const { source } = tokens;
  const start = tokens.at(reading.from)?.start ?? 0;
  const end = tokens.at(reading.to - 1)?.end ?? start;
  const span = source.spanOf(start, end);
  const quote = source.original.slice(span[0], span[1]);
  const deadline = complete(reading, quote, context);
  const doubt = reading.doubt ?? doubtOf(reading, deadline, context);
  return {
    span,
    quote,
    deadline,
    certainty: certaintyOf(reading, doubt),
    readAt: context.writtenAt,
    assumptions: reading.assumptions,
    question: doubt?.question ?? null,
    alternatives: doubt?.alternatives ?? [],
  };
}

const certaintyOf = (reading: DeadlineReading, doubt: Doubt | null): Certainty =>
  doubt !== null ? 'ask' : reading.assumptions.length > 0 ? 'assumed' : 'certain';

function complete(
  { due, bound, precision, rrule, condition, lastOk: ownLastOk }: DeadlineReading,
  raw: string,
  { calendar, conventions }: ReadingContext,
): Deadline {
  const lastOk =
    due === null
      ? null
      : (ownLastOk ?? lastOkBeforeMidnight(due) ?? lastOkOf(due, bound, conventions.isBeforeStrict));
  const lastOkWorkday = lastOk === null ? null : calendar.workingDayOnOrBefore(dateOf(lastOk));
  return { raw, due, bound, precision, lastOk, lastOkWorkday, rrule, condition };
}

/** Nothing said against it so far: is it past, is it a day off? */
function doubtOf(
  { due, bound, precision }: DeadlineReading,
  { lastOk, lastOkWorkday }: Deadline,
  { writtenAt, calendar }: ReadingContext,
): Doubt | null {
  if (due === null || lastOk === null) return null;
  if (dateOf(lastOk) < dateOf(writtenAt))
    return {
      question: `Hạn ${namedMoment(lastOk, yearOf(writtenAt))} đã qua so với ngày viết. Giữ hạn này?`,
      alternatives: [],
    };
  const isNamedDay =
    (bound === 'by' || bound === 'on') &&
    (precision === 'day' || precision === 'half_day' || precision === 'instant');
  if (!isNamedDay || lastOk !== due) return null;
  const date = dateOf(due);
  if (date === lastOkWorkday) return null;
  const reason = calendar.whyOff(date);
  if (reason === null) return null;
  const year = yearOf(writtenAt);
  const next = atSameTime(due, calendar.workingDayOnOrAfter(date));
  return {
    question: `${capitalized(weekdayOf(date))}, ${shortDate(date, year)} là ngày nghỉ${reasonOf(reason)}. Giữ hạn này hay chuyển sang ${namedMoment(next, year)}?`,
    alternatives: [next],
  };
}

const reasonOf = (reason: string): string =>
  reason === 'Chủ nhật' || reason === 'thứ Bảy' ? '' : ` (${reason})`;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const atSameTime = (moment: LocalMoment, date: LocalDate): LocalMoment => {
  const time = timeOf(moment);
  return time === null ? date : localMoment(date, time);
};
