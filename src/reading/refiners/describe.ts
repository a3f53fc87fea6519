// Puts a reading into the words a secretary checks it by.
import type { Deadline } from '../../domain/deadline.ts';
import { deadlineAt } from '../../domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { dateOf, dateParts, localMoment, timeOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import type { Certainty, DeadlineFinding } from '../findings.ts';
import { lastOkBeforeMidnight } from './before-event.ts';
import type { DeadlineReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';
import type { Doubt } from './resolved.ts';
import { clockTime, namedMoment, shortDate, weekdayOf } from './vietnamese-dates.ts';

/** Completes a reading: span, last good moment, certainty, explanation, question. */
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
    explanation: explain(source.text.slice(start, end), reading, deadline, context),
    assumptions: reading.assumptions,
    question: doubt?.question ?? null,
    alternatives: doubt?.alternatives ?? [],
  };
}

function explain(
  written: string,
  reading: DeadlineReading,
  deadline: Deadline,
  context: ReadingContext,
): string {
  const oneLine = written.includes('\n') ? written.replaceAll('\n', ' ') : written;
  const said = `${withWeekday(oneLine, reading, deadline, context)} → ${meaning(reading, deadline, context)}`;
  return reading.assumptions.length === 0 ? said : `${said}; ${reading.assumptions.join('; ')}`;
}

const certaintyOf = (reading: DeadlineReading, doubt: Doubt | null): Certainty =>
  doubt ? 'ask' : reading.assumptions.length > 0 ? 'assumed' : 'certain';

function complete(
  reading: DeadlineReading,
  raw: string,
  { calendar, conventions }: ReadingContext,
): Deadline {
  const { due, bound, precision, rrule, condition } = reading;
  const deadline = deadlineAt(
    { raw, due, bound, precision, rrule, condition },
    calendar,
    conventions.isBeforeStrict,
  );
  const lastOk = reading.lastOk ?? (due === null ? null : lastOkBeforeMidnight(due));
  return lastOk === null
    ? deadline
    : { ...deadline, lastOk, lastOkWorkday: calendar.workingDayOnOrBefore(dateOf(lastOk)) };
}

/** Nothing said against it so far: is it past, is it a day off? */
function doubtOf(
  { due, bound, precision }: DeadlineReading,
  { lastOk }: Deadline,
  { writtenAt, calendar }: ReadingContext,
): Doubt | null {
  if (due === null || lastOk === null) return null;
  const year = yearOf(writtenAt);
  if (dateOf(lastOk) < dateOf(writtenAt))
    return {
      question: `Hạn ${namedMoment(lastOk, year)} đã qua so với ngày viết. Giữ hạn này?`,
      alternatives: [],
    };
  const isNamedDay =
    (bound === 'by' || bound === 'on') &&
    (precision === 'day' || precision === 'half_day' || precision === 'instant');
  if (!isNamedDay || lastOk !== due) return null;
  const date = dateOf(due);
  const reason = calendar.whyOff(date);
  if (reason === null) return null;
  const next = atSameTime(due, calendar.workingDayOnOrAfter(date));
  return {
    question: `${capitalized(weekdayOf(date))}, ${shortDate(date, year)} là ngày nghỉ${reasonOf(reason)}. Giữ hạn này hay chuyển sang ${namedMoment(next, year)}?`,
    alternatives: [next],
  };
}

const yearOf = (moment: LocalMoment): number => Number(moment.slice(0, 4));

const reasonOf = (reason: string): string =>
  reason === 'Chủ nhật' || reason === 'thứ Bảy' ? '' : ` (${reason})`;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const atSameTime = (moment: LocalMoment, date: LocalDate): LocalMoment => {
  const time = timeOf(moment);
  return time === null ? date : localMoment(date, time);
};

const NAMES_A_WEEKDAY = /thứ|thu [2-7hbtns]|chủ nhật|chu nhat|\bt[2-7]\b|\bcn\b/u;

/**
 * "trước ngày 20/4/2025 (Chủ nhật)": the weekday is what people check first. A day that is not written as a date
 * ("trước rằm") gets its date too.
 */
function withWeekday(
  written: string,
  reading: DeadlineReading,
  deadline: Deadline,
  { writtenAt }: ReadingContext,
): string {
  const { due, rrule, precision, bound } = reading;
  const isDay = precision === 'day' || precision === 'instant' || precision === 'half_day';
  if (due === null || !isDay || rrule !== null) return written;
  const isMidnight = timeOf(due) === '00:00';
  const date = dateOf(isMidnight ? (deadline.lastOk ?? due) : due);
  const { month, day } = dateParts(date);
  if (isWrittenDate(written, day, month)) {
    return NAMES_A_WEEKDAY.test(written.toLowerCase()) ? written : `${written} (${weekdayOf(date)})`;
  }
  const isHidden = bound === 'before' && !isMidnight;
  return isHidden ? `${written} (${weekdayOf(date)}, ${shortDate(date, yearOf(writtenAt))})` : written;
}

/** True where the day and month stand in the words: "20/4", "20-04", "ngày 20 tháng 4". */
function isWrittenDate(written: string, day: number, month: number): boolean {
  DAY_AND_MONTH.lastIndex = 0;
  for (let match = DAY_AND_MONTH.exec(written); match; match = DAY_AND_MONTH.exec(written))
    if (Number(match[1]) === day && Number(match[2]) === month) return true;
  return false;
}

const DAY_AND_MONTH = /(\d{1,2})(?: ?[/.-] ?| tháng | thang | ?t)(\d{1,2})/gu;

function meaning(
  reading: DeadlineReading,
  { due, lastOk, lastOkWorkday, rrule }: Deadline,
  context: ReadingContext,
): string {
  if (reading.condition !== null) return `chưa có ngày; chờ: ${reading.condition}`;
  if (rrule !== null)
    return due === null
      ? 'lặp lại, chưa nêu ngày của kỳ'
      : `lặp lại; kỳ tới: ${limit(due, lastOk, lastOkWorkday, reading, context)}`;
  if (due === null || lastOk === null) return 'chưa xác định được ngày';
  return limit(due, lastOk, lastOkWorkday, reading, context);
}

function limit(
  due: LocalMoment,
  lastOk: LocalMoment | null,
  workday: LocalDate | null,
  { bound }: DeadlineReading,
  { writtenAt }: ReadingContext,
): string {
  const last = lastOk ?? due;
  const year = yearOf(writtenAt);
  const time = timeOf(last);
  const day = shortDate(dateOf(last), year);
  const isBeforeDay = timeOf(due) === null && dateOf(last) < dateOf(due);
  const main =
    time !== null
      ? `hạn ${clockTime(time)} ${weekdayOf(dateOf(last))}, ${day}`
      : isBeforeDay || bound === 'before'
        ? `còn đúng hạn đến hết ${day}`
        : `hạn hết ${weekdayOf(dateOf(last))}, ${day}`;
  const isSameDay = workday === dateOf(last);
  if (workday === null || (isSameDay && !isBeforeDay)) return main;
  return `${main}; ngày làm việc cuối cùng là ${weekdayOf(workday)}, ${shortDate(workday, year)}`;
}
