// Places an expression in the calendar: which day, which minute, what was assumed, what must be asked.
import type { LocalDate, LocalMoment, TimeOfDay } from '../../domain/local-time.ts';
import { addDays, dateOf, dateParts, localMoment, mondayOf, timeOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import type {
  WorkingDayExpression,
  MomentExpression,
  PartOfDay,
  RangeExpression,
  TimeExpression,
} from '../recognizers/expression.ts';
import type { Doubt, Resolution, ResolvedTime } from './resolved.ts';
import { onDay } from './resolved.ts';
import { impossibleDate, resolveDay } from './resolve-day.ts';
import { mondayOfWeek, resolvePeriod, resolveWeek, resolveWeekOfMonth } from './resolve-period.ts';
import { clockTime, shortDate, weekdayName, weekdayOf } from './vietnamese-dates.ts';

const LAST_MINUTE: TimeOfDay = '23:59';

/** Null for what names no time by itself: lengths, cycles, the past. */
export function resolve(expression: TimeExpression, context: ReadingContext): Resolution | null {
  const today = dateOf(context.writtenAt);
  switch (expression.kind) {
    case 'moment':
      return resolveMoment(expression, context);
    case 'period':
      return resolvePeriod(expression, today);
    case 'week_of_month':
      return resolveWeekOfMonth(expression, today);
    case 'working_day_of':
      return resolveWorkingDay(expression, context);
    case 'range':
      return resolveRange(expression, context);
    case 'impossible':
      return impossibleDate(expression.day, expression.month, expression.year);
    case 'duration':
    case 'cycle':
    case 'cycle_day':
    case 'past':
    case 'vague':
      return null;
  }
}

function resolveWorkingDay({ nth, month }: WorkingDayExpression, context: ReadingContext): Resolution {
  const named = resolvePeriod(month, dateOf(context.writtenAt));
  if (named.kind !== 'time') return named;
  const edge = dateOf(nth < 0 ? addDays(named.last, 1) : addDays(named.first, -1));
  return onDay(context.calendar.addWorkingDays(edge, nth), named.assumptions);
}

export function resolveMoment(moment: MomentExpression, context: ReadingContext): Resolution {
  const day = resolveDayOf(moment, context);
  return day.kind === 'time' && (moment.clock ?? moment.part) ? atTime(day, moment, context) : day;
}

function resolveDayOf(moment: MomentExpression, context: ReadingContext): Resolution {
  const today = dateOf(context.writtenAt);
  if (moment.day !== null) {
    const day = resolveDay(moment.day, today, context);
    return day.kind === 'time' && moment.weekday !== null ? checkWeekday(day, moment, today) : day;
  }
  if (moment.weekday !== null) return resolveWeekday(moment, today);
  if (moment.week !== null) return resolveWeek(moment.week, today);
  return resolveTimeAlone(moment, context);
}

/** "thứ Sáu": the next one after today; "thứ Sáu tuần sau": that of the next ISO week. */
function resolveWeekday({ weekday, week }: MomentExpression, today: LocalDate): ResolvedTime {
  const wanted = weekday ?? 1;
  // "T2 đầu tuần" is just Monday.
  if (week !== null && (week.offset !== null || week.number !== null))
    return onDay(addDays(mondayOfWeek({ ...week, part: 'whole' }, today), wanted - 1));
  const ahead = (wanted - dateParts(today).weekday + 7) % 7 || 7;
  const date = addDays(today, ahead);
  const assumed = `${weekdayName(wanted)} gần nhất sau ngày viết là ${shortDate(date)}`;
  if (ahead < 7) return onDay(date, [assumed]);
  const question = `Hôm nay cũng là ${weekdayName(wanted)}: hạn là hôm nay (${shortDate(today)}) hay ${shortDate(date)}?`;
  return onDay(date, [assumed], { question, alternatives: [today] });
}

/** Where the weekday does not fit the date, the date is kept and the question put. */
function checkWeekday(day: ResolvedTime, { weekday }: MomentExpression, today: LocalDate): ResolvedTime {
  const date = dateOf(day.first);
  if (weekday === null || dateParts(date).weekday === weekday) return day;
  const after = addDays(mondayOf(date), weekday - 1);
  const nearby = [after > date ? after : addDays(after, 7), after < date ? after : addDays(after, -7)].filter(
    (other) => other >= today,
  );
  const question = `Ngày ${shortDate(date)} là ${weekdayOf(date)}, không phải ${weekdayName(weekday)}. Hạn là ngày nào?`;
  return { ...day, doubt: { question, alternatives: nearby } };
}

/** "trước 17h", "cuối giờ chiều": today, or the next day where that has passed. */
function resolveTimeAlone(moment: MomentExpression, context: ReadingContext): ResolvedTime {
  const today = dateOf(context.writtenAt);
  const now = timeOf(context.writtenAt);
  const time = timeOfDay(moment, context);
  if (now === null || time > now) return onDay(today, ['ngày được hiểu là hôm nay']);
  const tomorrow = addDays(today, 1);
  const question = `${clockTime(time)} hôm nay đã qua. Hạn là ${clockTime(time)} ngày ${shortDate(tomorrow)}?`;
  return onDay(tomorrow, [`${clockTime(time)} hôm nay đã qua nên được hiểu là ngày mai`], {
    question,
    alternatives: [localMoment(today, time)],
  });
}

function timeOfDay({ clock, part }: MomentExpression, context: ReadingContext): TimeOfDay {
  if (clock !== null) return `${twoFigures(clock.hour)}:${twoFigures(clock.minute)}`;
  return part !== null ? endOfPart(part, context) : LAST_MINUTE;
}

const twoFigures = (value: number): string => String(value).padStart(2, '0');

function endOfPart({ part, edge }: PartOfDay, { conventions }: ReadingContext): TimeOfDay {
  switch (part) {
    case 'morning':
      return edge === 'start' ? conventions.startOfMorning : conventions.halfDays.morning;
    case 'noon':
      return conventions.halfDays.noon;
    case 'afternoon':
      return edge === 'start' ? conventions.startOfAfternoon : conventions.halfDays.afternoon;
    case 'evening':
      return conventions.halfDays.evening;
    case 'night':
      return LAST_MINUTE;
  }
}

function atTime(day: ResolvedTime, moment: MomentExpression, context: ReadingContext): ResolvedTime {
  const time = timeOfDay(moment, context);
  const at = (date: LocalDate): string =>
    time === '24:00' ? localMoment(addDays(date, 1), '00:00') : localMoment(date, time);
  const assumed =
    moment.clock?.isHalfOpen === true
      ? [...day.assumptions, `${moment.clock.hour - 12} giờ được hiểu là ${clockTime(time)}`]
      : moment.part !== null && moment.clock === null
        ? [...day.assumptions, `${partName(moment.part)} tính đến ${clockTime(time)}`]
        : day.assumptions;
  const doubt: Doubt | null = day.doubt && {
    ...day.doubt,
    alternatives: day.doubt.alternatives.map((other) => (timeOf(other) === null ? at(other) : other)),
  };
  const due = at(dateOf(day.last));
  return {
    kind: 'time',
    first: due,
    last: due,
    precision: moment.clock !== null ? 'instant' : 'half_day',
    assumptions: assumed,
    doubt,
  };
}

const PART_NAMES = {
  morning: 'sáng',
  noon: 'trưa',
  afternoon: 'chiều',
  evening: 'tối',
  night: 'đêm',
} as const;

const partName = ({ part, edge }: PartOfDay): string =>
  `${edge === 'start' ? 'đầu giờ ' : edge === 'end' ? 'cuối giờ ' : ''}${PART_NAMES[part]}`;

function resolveRange(
  { first, last, isChoice }: RangeExpression,
  context: ReadingContext,
): Resolution | null {
  const end = resolve(last, context);
  if (end?.kind !== 'time') return end;
  const start = startOfRange(first, last, end, context);
  const assumptions = isChoice ? [...end.assumptions, 'mốc muộn hơn được chọn'] : end.assumptions;
  return { ...end, first: start ?? end.first, assumptions };
}

/** What the first end leaves out, the last one says: "từ ngày 01 đến ngày 05/4", "từ 14h00 đến 16h30 ngày 10/4". */
function startOfRange(
  first: RangeExpression['first'],
  last: RangeExpression['last'],
  end: ResolvedTime,
  context: ReadingContext,
): LocalMoment | null {
  if (first === null) return dateOf(context.writtenAt);
  const filled = first.kind === 'moment' && last.kind === 'moment' ? filledFrom(first, last) : first;
  const start = resolve(filled, context);
  return start?.kind === 'time' && start.first <= end.last ? start.first : null;
}

function filledFrom(first: MomentExpression, last: MomentExpression): MomentExpression {
  if (first.day === null && first.weekday === null) {
    return { ...first, day: last.day, weekday: last.weekday, week: last.week };
  }
  const isMonthOpen =
    first.day?.kind === 'numbered' && first.day.month === null && last.day?.kind === 'numbered';
  return isMonthOpen ? { ...first, day: { ...last.day, day: first.day.day } } : first;
}
