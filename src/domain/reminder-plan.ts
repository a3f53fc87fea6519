import type { DayRung, ReminderLadder, WorkingHours } from './agency.ts';
import type { Deadline } from './deadline.ts';
import type { Instant, LocalDate, TimeOfDay } from './local-time.ts';
import { addDays, dateOf, firstInstantAfter, instantOf, localDateOf, timeOf } from './local-time.ts';
import type { LadderRung, Rung } from './reminder.ts';
import { isByTheHour } from './reminder.ts';
import { nextSendingMoment } from './sending-hours.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** When the office works. */
export interface Timetable {
  readonly calendar: WorkingCalendar;
  readonly workingHours: WorkingHours;
}

/** A rung with its moment. `isPast`: the moment was over when the plan was made. */
export interface PlannedRung {
  readonly rung: Rung;
  readonly fireAt: Instant;
  readonly isPast: boolean;
}

/** What a ladder is built from; a deadline without a date has none. */
export type Target = Pick<Deadline, 'lastOk' | 'lastOkWorkday' | 'precision'> | null;

const HOUR_MS = 3_600_000;
/** A deadline in the night is told of in the evening before: nobody is woken up. */
const NIGHT = { from: '21:30', to: '06:00' } as const;

/**
 * The rungs of one deadline, earliest first and no two at one moment: N working days before the last good working day,
 * that day, hours before a deadline that names one, and the first after the deadline. Later overdue rungs follow one by
 * one ({@link nextOverdueRung}), so that an open task never needs an endless plan. Empty without a date.
 */
export const planRungs = (
  deadline: Target,
  ladder: ReminderLadder,
  timetable: Timetable,
  now: Instant,
): readonly PlannedRung[] => {
  if (deadline?.lastOk == null || deadline.lastOkWorkday === null) return [];
  const { lastOk, lastOkWorkday } = deadline;
  const { calendar } = timetable;
  const tooLate = firstInstantAfter(lastOk);
  const planned = new Map<Instant, LadderRung>();
  for (const { days, at } of ladder.before) {
    planned.set(instantOf(calendar.addWorkingDays(lastOkWorkday, -days), at), `before-${days}`);
  }
  for (const fireAt of onTheDay(lastOkWorkday, ladder, calendar, tooLate)) planned.set(fireAt, 'on-day');
  for (const { hours, fireAt } of planHours(deadline, ladder, timetable)) {
    // Whoever has been reminded within the hour needs no second word.
    const isNear = [...planned.keys()].some((other) => other <= fireAt && fireAt - other < HOUR_MS);
    if (!isNear) planned.set(fireAt, `hours-${hours}`);
  }
  const rungs = [...planned]
    .map(([fireAt, rung]): PlannedRung => ({ rung, fireAt, isPast: fireAt <= now }))
    .sort((one, other) => one.fireAt - other.fireAt);
  // A task entered after its deadline starts with the next morning, not with all the mornings missed.
  const overdue = nextOverdueRung(deadline, ladder, calendar, Math.max(tooLate, now + 1));
  return overdue === null ? rungs : [...rungs, overdue];
};

/** Where the deadline runs out before the first hour of that day ("trước 7h00"), the morning before is the last useful one. */
const onTheDay = (
  lastOkWorkday: LocalDate,
  { onTheDay: times }: ReminderLadder,
  calendar: WorkingCalendar,
  tooLate: Instant,
): Instant[] => {
  const inTime = times.map((time) => instantOf(lastOkWorkday, time)).filter((fireAt) => fireAt < tooLate);
  const [first] = times;
  if (inTime.length > 0 || first === undefined) return inTime;
  return [instantOf(calendar.addWorkingDays(lastOkWorkday, -1), first)];
};

/**
 * The hours before a deadline that names one. They keep to the hours of the office; only where an hour was named that
 * lies outside them ("20h00 tối nay"), and no moment of the office is left before it, do they go out at their own hour.
 */
const planHours = (
  { lastOk, precision }: NonNullable<Target>,
  { hoursBefore: wanted }: ReminderLadder,
  { calendar, workingHours }: Timetable,
): { hours: number; fireAt: Instant }[] => {
  const time = lastOk === null ? null : timeOf(lastOk);
  if (lastOk === null || time === null) return [];
  const due = instantOf(dateOf(lastOk), time);
  return [...wanted]
    .sort((one, other) => other - one)
    .flatMap((hours) => {
      const own = due - hours * HOUR_MS;
      const inOffice = nextSendingMoment(own, calendar, workingHours);
      if (inOffice < due) return { hours, fireAt: inOffice };
      return precision !== 'instant' || isNight(own) ? [] : { hours, fireAt: own };
    });
};

/** True between the evening and the morning, when nobody is reminded of anything. */
export const isNight = (instant: Instant): boolean => {
  const day = localDateOf(instant);
  return instant < instantOf(day, NIGHT.to) || instant >= instantOf(day, NIGHT.from);
};

/** The morning after which people may be written to again; the instant itself by day. */
export const afterNight = (instant: Instant): Instant => {
  if (!isNight(instant)) return instant;
  const morning = instantOf(localDateOf(instant), NIGHT.to);
  return instant < morning ? morning : instantOf(addDays(localDateOf(instant), 1), NIGHT.to);
};

/**
 * The first rung at or after `from` of those that follow a deadline; null where the ladder has none left. It depends on
 * the deadline and the calendar alone, not on which rungs went out before.
 */
export const nextOverdueRung = (
  deadline: Pick<NonNullable<Target>, 'lastOk'> | null,
  { after, thenEvery }: ReminderLadder,
  calendar: WorkingCalendar,
  from: Instant,
): PlannedRung | null => {
  if (deadline?.lastOk == null) return null;
  const { lastOk } = deadline;
  const moments = after
    .map(({ days, at }) => instantOf(calendar.addWorkingDays(lastDayInTime(lastOk, at), days), at))
    .filter((fireAt) => fireAt >= from);
  if (thenEvery !== null) {
    const first = Math.max(0, ...after.map(({ days }) => days));
    moments.push(nextOfSeries(lastDayInTime(lastOk, thenEvery.at), first, thenEvery, calendar, from));
  }
  return moments.length === 0 ? null : { rung: 'overdue', fireAt: Math.min(...moments), isPast: false };
};

/** The first of the moments `first + every`, `first + 2 × every` … working days after `start` that is not before `from`. */
const nextOfSeries = (
  start: LocalDate,
  first: number,
  { days: every, at }: DayRung,
  calendar: WorkingCalendar,
  from: Instant,
): Instant => {
  const passed = calendar.workingDaysAfter(start, localDateOf(from));
  const times = Math.max(1, Math.ceil((passed - first) / every));
  const moment = (count: number): Instant =>
    instantOf(calendar.addWorkingDays(start, first + count * every), at);
  const fireAt = moment(times);
  return fireAt >= from ? fireAt : moment(times + 1);
};

/** The last day on which the hour `at` is still in time: the deadline's own, or the one before where it runs out earlier. */
const lastDayInTime = (lastOk: string, at: TimeOfDay): LocalDate => {
  const day = dateOf(lastOk);
  return instantOf(day, at) < firstInstantAfter(lastOk) ? day : addDays(day, -1);
};

/** From when on a rung that goes out at `now` may be followed by an overdue one: never a second one on the same day. */
export const tomorrow = (now: Instant): Instant => instantOf(addDays(localDateOf(now), 1));

/**
 * True where another rung of the same assignment has come due after `queuedAt`, when this one was made a message: it
 * says the same later, so that a message held up for days is not said beside it.
 */
export const isSuperseded = (
  rung: Rung,
  queuedAt: Instant,
  deadline: Target,
  ladder: ReminderLadder,
  timetable: Timetable,
  now: Instant,
): boolean => {
  if (rung === 'overdue') {
    const next = nextOverdueRung(deadline, ladder, timetable.calendar, tomorrow(queuedAt));
    return next !== null && next.fireAt <= now;
  }
  return planRungs(deadline, ladder, timetable, queuedAt).some(
    ({ fireAt, isPast }) => !isPast && fireAt <= now,
  );
};

/** The most working days before the last good one at which the rung still makes sense; null for one that is not counted so. */
export const daysBefore = (rung: LadderRung): number | null => {
  if (rung === 'on-day') return 0;
  return rung.startsWith('before-') ? Number(rung.slice('before-'.length)) : null;
};

/** How many hours before the deadline the rung is meant for; null for one that is not counted so. */
export const hoursBefore = (rung: LadderRung): number | null =>
  isByTheHour(rung) ? Number(rung.slice('hours-'.length)) : null;
