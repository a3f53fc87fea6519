// Times as people write them, with the days they mean, worked out from the calendar alone.
import type { LocalDate, LocalMoment, Weekday } from '../../src/domain/local-time.ts';
import {
  addDays,
  dateParts,
  lastDayOfMonth,
  localDate,
  localMoment,
  mondayOf,
} from '../../src/domain/local-time.ts';
import type { Precision } from '../../src/domain/deadline.ts';
import type { Draw } from './generator-parts.ts';

/** A time in words. "trước" it means before `first`; every other bound runs to `last`. */
export interface WrittenTime {
  readonly words: string;
  readonly first: LocalMoment;
  readonly last: LocalMoment;
  readonly precision: Precision;
  /** The word for "in the course of", where it can be said of such a time; null where it cannot. */
  readonly within: string | null;
}

const two = (part: number): string => String(part).padStart(2, '0');
const day = (words: string, date: LocalDate, within: string | null): WrittenTime => ({
  words,
  first: date,
  last: date,
  precision: 'day',
  within,
});

const DAYS_AHEAD = [2, 4, 5, 9, 12, 16, 23, 30, 44, 61, 90];
const MARKS = ['/', '-', '.'];

/** "ngày 05/8/2025", "ngày 5-8-2025", "ngày 05 tháng 8 năm 2025", "ngày 5/8". */
function numbered(draw: Draw, today: LocalDate): WrittenTime {
  const date = addDays(today, draw(DAYS_AHEAD));
  const { year, month, day: dayOfMonth } = dateParts(date);
  const mark = draw(MARKS);
  const written = draw([
    `${two(dayOfMonth)}${mark}${month}${mark}${year}`,
    `${dayOfMonth}${mark}${month}${mark}${year}`,
    `${two(dayOfMonth)}/${two(month)}/${year}`,
    `${dayOfMonth}/${month}`,
    `${two(dayOfMonth)}/${month}`,
    `${dayOfMonth}-${month}`,
    `${two(dayOfMonth)} tháng ${month} năm ${year}`,
    `${dayOfMonth} tháng ${month}`,
    `${two(dayOfMonth)} tháng ${two(month)} năm ${year}`,
  ]);
  return day(`ngày ${written}`, date, 'trong');
}

/** "17h00 ngày 05/8/2025", "10 giờ ngày 5/8". */
function clocked(draw: Draw, today: LocalDate): WrittenTime {
  const date = addDays(today, draw(DAYS_AHEAD));
  const { year, month, day: dayOfMonth } = dateParts(date);
  const hour = draw([8, 9, 10, 11, 14, 15, 16, 17]);
  const minute = draw([0, 0, 30]);
  const clock = draw([
    `${two(hour)}h${two(minute)}`,
    `${hour} giờ ${two(minute)}`,
    `${two(hour)}:${two(minute)}`,
    ...(minute === 0 ? [`${hour}h`, `${hour} giờ`] : [`${hour}h30`]),
  ]);
  const date_ = draw([`${two(dayOfMonth)}/${month}/${year}`, `${dayOfMonth}/${month}`]);
  const at = localMoment(date, `${two(hour)}:${two(minute)}`);
  return { words: `${clock} ngày ${date_}`, first: at, last: at, precision: 'instant', within: null };
}

/** "tháng 8/2025", "Quý III/2025", "cuối tháng 8", "giữa tháng 8/2025". */
function period(draw: Draw, today: LocalDate): WrittenTime {
  const { year, month } = dateParts(addDays(today, draw([40, 70, 100])));
  const first = localDate(year, month, 1);
  const last = lastDayOfMonth(year, month);
  const kind = draw(['month', 'month', 'end', 'middle', 'quarter'] as const);
  const named = draw([`tháng ${month}/${year}`, `tháng ${month} năm ${year}`]);
  if (kind === 'month') return { words: named, first, last, precision: 'month', within: 'trong' };
  if (kind === 'end') return { words: `cuối ${named}`, first: last, last, precision: 'month', within: 'vào' };
  if (kind === 'middle') {
    const middle = localDate(year, month, 15);
    return { words: `giữa ${named}`, first: middle, last: middle, precision: 'month', within: 'vào' };
  }
  const quarter = Math.ceil(month / 3);
  const roman = ['I', 'II', 'III', 'IV'][quarter - 1] ?? '';
  return {
    words: draw([`Quý ${roman}/${year}`, `quý ${roman} năm ${year}`, `Quý ${quarter}/${year}`]),
    first: localDate(year, quarter * 3 - 2, 1),
    last: lastDayOfMonth(year, quarter * 3),
    precision: 'quarter',
    within: 'trong',
  };
}

const NAMES: readonly (readonly [weekday: Weekday, names: readonly string[]])[] = [
  [1, ['thứ Hai', 'thứ 2', 'T2']],
  [2, ['thứ Ba', 'thứ 3', 'T3']],
  [3, ['thứ Tư', 'thứ 4', 'T4']],
  [4, ['thứ Năm', 'thứ 5', 'T5']],
  [5, ['thứ Sáu', 'thứ 6', 'T6']],
];

/** "thứ Sáu tuần sau", "T6 tuần này"; a bare weekday is the next one. */
function weekday(draw: Draw, today: LocalDate): WrittenTime {
  const [number, names] = draw(NAMES);
  const name = draw(names);
  const nextWeek = addDays(mondayOf(today), 7 + number - 1);
  const thisWeek = addDays(nextWeek, -7);
  const which = draw(['next', 'this', 'bare'] as const);
  if (which === 'this' && thisWeek > today) return day(`${name} tuần này`, thisWeek, 'vào');
  if (which === 'bare') return day(name, thisWeek > today ? thisWeek : nextWeek, 'vào');
  return day(draw([`${name} tuần sau`, `${name} tuần tới`]), nextWeek, 'vào');
}

/** "hôm nay", "ngày mai", "chiều mai", "9h sáng mai". */
function near(draw: Draw, today: LocalDate): WrittenTime {
  const tomorrow = addDays(today, 1);
  const half = (words: string, time: string): WrittenTime => {
    const at = localMoment(tomorrow, time);
    return { words, first: at, last: at, precision: 'half_day', within: 'trong' };
  };
  const hour = draw([9, 10, 11]);
  const at = localMoment(tomorrow, `${two(hour)}:00`);
  return draw([
    day('hôm nay', today, 'trong'),
    day('ngày mai', tomorrow, 'trong'),
    day('ngày kia', addDays(today, 2), null),
    half('sáng mai', '11:30'),
    half('chiều mai', '17:00'),
    { words: `${hour}h sáng mai`, first: at, last: at, precision: 'instant', within: null },
  ]);
}

/** "tuần sau", "tháng sau", "cuối tháng này". */
function relativePeriod(draw: Draw, today: LocalDate): WrittenTime {
  const monday = addDays(mondayOf(today), 7);
  const { year, month } = dateParts(today);
  const next = dateParts(addDays(lastDayOfMonth(year, month), 1));
  return draw([
    { words: 'tuần sau', first: monday, last: addDays(monday, 4), precision: 'week', within: 'trong' },
    {
      words: 'tháng sau',
      first: localDate(next.year, next.month, 1),
      last: lastDayOfMonth(next.year, next.month),
      precision: 'month',
      within: 'trong',
    },
    {
      words: 'cuối tháng này',
      first: lastDayOfMonth(year, month),
      last: lastDayOfMonth(year, month),
      precision: 'month',
      within: null,
    },
  ] as const);
}

/** A day or month as chat writes it: "5/8", "ngày 5/8". */
function brief(draw: Draw, today: LocalDate): WrittenTime {
  const date = addDays(today, draw(DAYS_AHEAD));
  const { month, day: dayOfMonth } = dateParts(date);
  return day(
    draw([`${dayOfMonth}/${month}`, `ngày ${dayOfMonth}/${month}`, `${two(dayOfMonth)}/${month}`]),
    date,
    'trong',
  );
}

export const officialTime = (draw: Draw, today: LocalDate): WrittenTime =>
  draw([numbered, numbered, numbered, clocked, period, weekday])(draw, today);

export const chatTime = (draw: Draw, today: LocalDate): WrittenTime =>
  draw([brief, brief, weekday, weekday, near, near, relativePeriod, clocked])(draw, today);
