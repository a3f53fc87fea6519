import type { ReminderLadder } from './agency.ts';
import type { Deadline } from './deadline.ts';
import type { Instant, LocalDate } from './local-time.ts';
import { addDays, dateOf, instantOf, localDateOf } from './local-time.ts';
import type { Rung } from './reminder.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A rung of the ladder with its moment. `isPast`: the moment was over when the plan was made. */
export interface PlannedRung {
  readonly rung: Rung;
  readonly fireAt: Instant;
  readonly isPast: boolean;
}

/**
 * The rungs of one deadline, earliest first: N working days before the last good working day, that day, and the first
 * working day after the deadline. Later overdue rungs follow one by one ({@link nextOverdueRung}), so that an open task
 * never needs an endless plan. Empty without a date.
 */
export const planRungs = (
  deadline: Pick<Deadline, 'lastOk' | 'lastOkWorkday'> | null,
  ladder: ReminderLadder,
  calendar: WorkingCalendar,
  now: Instant,
): readonly PlannedRung[] => {
  if (deadline?.lastOk == null || deadline.lastOkWorkday === null) return [];
  const { lastOk, lastOkWorkday } = deadline;
  const planned: PlannedRung[] = [];
  const add = (rung: Rung, date: LocalDate): void => {
    const fireAt = instantOf(date, ladder.at);
    planned.push({ rung, fireAt, isPast: fireAt <= now });
  };
  for (const days of [...ladder.before].sort((a, b) => b - a)) {
    add(`before-${days}`, calendar.addWorkingDays(lastOkWorkday, -days));
  }
  if (ladder.isOnTheDay) add('on-day', lastOkWorkday);
  if (ladder.isDailyOnceOverdue) {
    const first = calendar.workingDayOnOrAfter(addDays(dateOf(lastOk), 1));
    // A task entered after its deadline starts with the next morning, not with all the mornings missed.
    const soonest = instantOf(first, ladder.at) > now ? first : nextMorning(ladder, calendar, now);
    add('overdue', soonest);
  }
  return planned;
};

/** The next overdue rung after one that has just gone out. */
export const nextOverdueRung = (
  ladder: ReminderLadder,
  calendar: WorkingCalendar,
  now: Instant,
): PlannedRung => ({
  rung: 'overdue',
  fireAt: instantOf(nextMorning(ladder, calendar, now), ladder.at),
  isPast: false,
});

/** The first working day whose reminder hour is still to come. */
const nextMorning = (ladder: ReminderLadder, calendar: WorkingCalendar, now: Instant): LocalDate => {
  const today = localDateOf(now);
  return calendar.workingDayOnOrAfter(instantOf(today, ladder.at) > now ? today : addDays(today, 1));
};
