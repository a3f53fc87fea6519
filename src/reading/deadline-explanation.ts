// Puts a deadline that was read into the words a secretary checks it by. Said only where someone reads it: most findings
// are read again and again before one of them is shown.
import type { Bound, Deadline } from '../domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../domain/local-time.ts';
import { dateOf, dateParts, timeOf } from '../domain/local-time.ts';
import type { DeadlineFinding } from './findings.ts';
import { normalize } from './normalize.ts';
import { clockTime, shortDate, weekdayOf } from './refiners/vietnamese-dates.ts';

/**
 * One line of Vietnamese that lets a secretary check the reading: what was written, what it means, the last working day,
 * and what was filled in: "trước ngày 20/4/2025 (Chủ nhật) → còn đúng hạn đến hết 19/4; ngày làm việc cuối cùng là thứ
 * Sáu, 18/4".
 */
export function explainDeadline({ deadline, assumptions, readAt }: DeadlineFinding): string {
  const written = normalize(deadline.raw).text.replaceAll('\n', ' ');
  const year = dateParts(dateOf(readAt)).year;
  const said = `${withWeekday(written, deadline, year)} → ${meaning(deadline, year)}`;
  return assumptions.length === 0 ? said : `${said}; ${assumptions.join('; ')}`;
}

const NAMES_A_WEEKDAY = /thứ|thu [2-7hbtns]|chủ nhật|chu nhat|\bt[2-7]\b|\bcn\b/u;

/**
 * "trước ngày 20/4/2025 (Chủ nhật)": the weekday is what people check first. A day that is not written as a date
 * ("trước rằm") gets its date too.
 */
function withWeekday(
  written: string,
  { due, rrule, precision, bound, lastOk }: Deadline,
  year: number,
): string {
  const isDay = precision === 'day' || precision === 'instant' || precision === 'half_day';
  if (due === null || !isDay || rrule !== null) return written;
  const isMidnight = timeOf(due) === '00:00';
  const date = dateOf(isMidnight ? (lastOk ?? due) : due);
  const { month, day } = dateParts(date);
  if (isWrittenDate(written, day, month)) {
    return NAMES_A_WEEKDAY.test(written.toLowerCase()) ? written : `${written} (${weekdayOf(date)})`;
  }
  const isHidden = bound === 'before' && !isMidnight;
  return isHidden ? `${written} (${weekdayOf(date)}, ${shortDate(date, year)})` : written;
}

/** True where the day and month stand in the words: "20/4", "20-04", "ngày 20 tháng 4". */
function isWrittenDate(written: string, day: number, month: number): boolean {
  DAY_AND_MONTH.lastIndex = 0;
  for (let match = DAY_AND_MONTH.exec(written); match; match = DAY_AND_MONTH.exec(written))
    if (Number(match[1]) === day && Number(match[2]) === month) return true;
  return false;
}

const DAY_AND_MONTH = /(\d{1,2})(?: ?[/.-] ?| tháng | thang | ?t)(\d{1,2})/gu;

function meaning({ due, bound, lastOk, lastOkWorkday, rrule, condition }: Deadline, year: number): string {
  if (condition !== null) return `chưa có ngày; chờ: ${condition}`;
  if (due === null) return rrule === null ? 'chưa xác định được ngày' : 'lặp lại, chưa nêu ngày của kỳ';
  const said = limit(due, bound, lastOk ?? due, lastOkWorkday, year);
  return rrule === null ? said : `lặp lại; kỳ tới: ${said}`;
}

function limit(
  due: LocalMoment,
  bound: Bound,
  last: LocalMoment,
  workday: LocalDate | null,
  year: number,
): string {
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

/** Asked of someone whose answer names a cycle or an event where only a day will do. */
export const NEEDS_A_DAY = 'Cần một ngày cụ thể.';
