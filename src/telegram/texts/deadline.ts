import type { Deadline } from '../../domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { addDays, dateOf, dateParts, timeOf } from '../../domain/local-time.ts';
import { clean, shorten } from './compose.ts';
import {
  dayAndMonth,
  fullDate,
  fullMoment,
  hour,
  numericDate,
  shortMoment,
  weekdayDate,
  weekdayName,
} from './dates.ts';

const NO_DEADLINE = 'chưa có hạn';
const LONGEST_CONDITION = 120;

/** The deadline as written, and the last working day where that is another one: "trước 20/4/2025 (Chủ nhật), nên cần xong trong thứ Sáu, 18/4". */
export const deadlineText = (deadline: Deadline | null): string =>
  `${deadlineAsWritten(deadline)}${deadline?.due == null ? '' : consequence(deadline, deadline.due)}`;

/** The deadline as written, without what follows from it: "trước 20/4/2025 (Chủ nhật)". */
export const deadlineAsWritten = (deadline: Deadline | null): string => {
  if (deadline === null) return NO_DEADLINE;
  const { due, condition, rrule, raw } = deadline;
  if (due === null) {
    if (condition !== null) return `chưa có ngày (“${shorten(raw, LONGEST_CONDITION)}”)`;
    return rrule === null ? NO_DEADLINE : `định kỳ “${clean(raw)}”`;
  }
  const next = rrule === null ? '' : `định kỳ “${clean(raw)}”, kỳ tới `;
  return `${next}${asWritten(deadline, due)}`;
};

/** The deadline in a list: "hạn trước 20/4", "hạn 17h00 18/4". `day` stands for the date where it is given: "hạn 17h00 hôm nay". */
export const shortDeadline = (deadline: Deadline | null, today: LocalDate, day?: string): string => {
  if (deadline === null) return NO_DEADLINE;
  const { due } = deadline;
  if (due === null) return deadline.condition === null && deadline.rrule !== null ? 'định kỳ' : NO_DEADLINE;
  const time = timeOf(due);
  const named =
    day === undefined ? shortMoment(due, today) : `${time === null ? '' : `${hour(time)} `}${day}`;
  return `hạn ${isLater(deadline, due) ? 'trước ' : ''}${named}`;
};

/** True where the day named is itself too late. */
const isLater = (deadline: Deadline, due: LocalMoment): boolean =>
  deadline.bound === 'before' && (timeOf(due) !== null || deadline.lastOk !== due);

const asWritten = (deadline: Deadline, due: LocalMoment): string => {
  const date = dateOf(due);
  const time = timeOf(due);
  switch (deadline.bound) {
    case 'before':
      if (time !== null) return `trước ${hour(time)} ${fullDate(date)}`;
      return isLater(deadline, due)
        ? `trước ${numericDate(date)} (${weekdayName(date)})`
        : `trước ${numericDate(date)} (${weekdayName(date)}, tính cả ngày này)`;
    case 'by':
      return `chậm nhất ${partOfDay(deadline, due)}`;
    case 'within':
      return time === null ? `đến hết ${fullDate(date)}` : `đến ${fullMoment(due)}`;
    case 'on':
    case 'recurring':
    case 'none':
      return partOfDay(deadline, due);
  }
};

/** "sáng thứ Năm, 03/4/2025 (đến 11h30)" for half a day, else the day or minute. */
const partOfDay = ({ precision }: Deadline, due: LocalMoment): string => {
  const time = timeOf(due);
  if (precision !== 'half_day' || time === null) return fullMoment(due);
  return `${nameOfHalf(time)} ${fullDate(dateOf(due))} (đến ${hour(time)})`;
};

const nameOfHalf = (time: string): string =>
  time < '12:00' ? 'sáng' : time < '13:00' ? 'trưa' : time < '18:30' ? 'chiều' : 'tối';

/** What follows for whoever does the work, where it is not plain from the date. */
const consequence = ({ lastOk, lastOkWorkday }: Deadline, due: LocalMoment): string => {
  if (lastOk === null || lastOkWorkday === null || lastOkWorkday === dateOf(due)) return '';
  const last = weekdayDate(lastOkWorkday, dateOf(due));
  return `${daysOff(lastOkWorkday, dateOf(lastOk), dateOf(due))}, nên cần xong trong ${last}`;
};

/** The days after the last working day are all off; they are named where they are not just a weekend. */
const daysOff = (lastWorkday: LocalDate, lastOk: LocalDate, due: LocalDate): string => {
  const first = addDays(lastWorkday, 1);
  let isWeekend = true;
  for (let date = first; date <= lastOk; date = addDays(date, 1)) isWeekend &&= dateParts(date).weekday >= 6;
  if (isWeekend) return '';
  if (first < lastOk) return `, ${dayAndMonth(first)}–${dayAndMonth(lastOk)} nghỉ`;
  return lastOk === due ? ' (ngày nghỉ)' : `, ${dayAndMonth(lastOk)} nghỉ`;
};

/** "còn 2 ngày làm việc (thứ Sáu, 18/4)"; `left` 0 is the last day itself. */
export const timeLeft = (deadline: Deadline | null, left: number, today: LocalDate): string => {
  if (left === 0) return 'hôm nay là ngày cuối';
  const last = deadline?.lastOkWorkday ?? null;
  return `còn ${left} ngày làm việc${last === null ? '' : ` (${weekdayDate(last, today)})`}`;
};

/** On the last day: "đến hạn, hôm nay là ngày cuối", "đến hạn lúc 17h00 hôm nay". */
export const dueToday = (deadline: Deadline | null): string => {
  const lastOk = deadline?.lastOk ?? null;
  const time = lastOk !== null && dateOf(lastOk) === deadline?.lastOkWorkday ? timeOf(lastOk) : null;
  return time === null ? 'đến hạn, hôm nay là ngày cuối' : `đến hạn lúc ${hour(time)} hôm nay`;
};

/** "quá hạn 3 ngày làm việc" */
export const overdueBy = (workingDays: number): string =>
  workingDays === 0 ? 'mới quá hạn' : `quá hạn ${workingDays} ngày làm việc`;

/** A plan that reaches into a year without a table of days off may lie on one. */
export const unknownYearsLine = (years: readonly number[]): string | null =>
  years.length === 0
    ? null
    : `Lịch nghỉ năm ${years.join(', ')} chưa được khai báo: mới tính thứ Bảy, Chủ nhật và Tết Âm lịch (dự kiến).`;
