import type { ReminderLadder } from './agency.ts';
import type { Deadline } from './deadline.ts';
import type { Instant, LocalDate } from './local-time.ts';
import { addDays, firstInstantAfter, instantOf, localDateOf } from './local-time.ts';
import type { Rung } from './reminder.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A rung of the ladder with its moment. `isPast`: the moment was over when the plan was made. */
export interface PlannedRung {
  readonly rung: Rung;
  readonly fireAt: Instant;
  readonly isPast: boolean;
}

/** What a ladder is built from; a deadline without a date has none. */
type Target = Pick<Deadline, 'lastOk' | 'lastOkWorkday'> | null;

/**
 * The rungs of one deadline, earliest first and no two at one moment: N working days before the last good working day,
 * that day, and the first working day after the deadline. Later overdue rungs follow one by one
 * ({@link nextOverdueRung}), so that an open task never needs an endless plan. Empty without a date.
 */
export const planRungs = (
  deadline: Target,
  ladder: ReminderLadder,
  calendar: WorkingCalendar,
  now: Instant,
): readonly PlannedRung[] => {
  if (deadline?.lastOk == null || deadline.lastOkWorkday === null) return [];
  const { lastOkWorkday } = deadline;
  const tooLate = firstInstantAfter(deadline.lastOk);
  const planned = new Map<Instant, PlannedRung>();
  const add = (rung: Rung, date: LocalDate): void => {
    const fireAt = instantOf(date, ladder.at);
    planned.set(fireAt, { rung, fireAt, isPast: fireAt <= now });
  };
  for (const days of [...ladder.before].sort((a, b) => b - a)) {
    add(`before-${days}`, calendar.addWorkingDays(lastOkWorkday, -days));
  }
  if (ladder.isOnTheDay) {
    // Where the deadline runs out before the hour of reminders ("trước 7h00"), the morning before is the last useful one.
    const isInTime = instantOf(lastOkWorkday, ladder.at) < tooLate;
    add('on-day', isInTime ? lastOkWorkday : calendar.addWorkingDays(lastOkWorkday, -1));
  }
  if (ladder.isDailyOnceOverdue) {
    // A task entered after its deadline starts with the next morning, not with all the mornings missed.
    const soonest = Math.max(tooLate, now + 1);
    add('overdue', nextMorning(ladder, calendar, soonest));
  }
  return [...planned.values()];
};

/** The overdue rung that follows one which goes out at `now`: the next working day, never a second one on the same day. */
export const nextOverdueRung = (
  ladder: ReminderLadder,
  calendar: WorkingCalendar,
  now: Instant,
): PlannedRung => {
  const tomorrow = addDays(localDateOf(now), 1);
  const fireAt = instantOf(calendar.workingDayOnOrAfter(tomorrow), ladder.at);
  return { rung: 'overdue', fireAt, isPast: false };
};

/**
 * True where another rung of the same assignment has come due after `queuedAt`, when this one was made a message: it
 * says the same later, so that a message held up for days is not said beside it.
 */
export const isSuperseded = (
  rung: Rung,
  queuedAt: Instant,
  deadline: Target,
  ladder: ReminderLadder,
  calendar: WorkingCalendar,
  now: Instant,
): boolean => {
  if (rung === 'overdue') return nextOverdueRung(ladder, calendar, queuedAt).fireAt <= now;
  return planRungs(deadline, ladder, calendar, queuedAt).some(
    ({ fireAt, isPast }) => !isPast && fireAt <= now,
  );
};

/** The most working days before the last good one at which the rung still makes sense; null for one that needs a deadline passed. */
export const daysBefore = (rung: Rung): number | null => {
  if (rung === 'overdue') return null;
  return rung === 'on-day' ? 0 : Number(rung.slice('before-'.length));
};

/** The first working day whose reminder hour is at or after `from`. */
const nextMorning = (ladder: ReminderLadder, calendar: WorkingCalendar, from: Instant): LocalDate => {
  const day = localDateOf(from);
  return calendar.workingDayOnOrAfter(instantOf(day, ladder.at) >= from ? day : addDays(day, 1));
};
