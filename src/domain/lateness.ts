// How late work is, in working days of the unit's own: not those in which it lay with others.
import type { Deadline } from './deadline.ts';
import type { Instant } from './local-time.ts';
import { dateOf, localDateOf } from './local-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Working days past the last good one up to now, without those that are excused; 0 without a date. */
export const workingDaysLate = (
  deadline: Pick<Deadline, 'lastOk'> | null,
  excusedDays: number,
  calendar: WorkingCalendar,
  now: Instant,
): number =>
  deadline?.lastOk == null
    ? 0
    : Math.max(0, calendar.workingDaysAfter(dateOf(deadline.lastOk), localDateOf(now)) - excusedDays);

/**
 * Working days past the deadline that are excused once work is sent back: those from the day it was handed in (or the
 * last good one, where it was handed in before) to the day it came back. Completion is when the unit hands in; how long
 * the office takes to look at it is not the unit's time. The deadline itself does not move: that is what extensions are for.
 */
export const daysExcusedByReturn = (
  deadline: Pick<Deadline, 'lastOk'> | null,
  handedInAt: Instant | null,
  calendar: WorkingCalendar,
  returnedAt: Instant,
): number => {
  if (deadline?.lastOk == null || handedInAt === null) return 0;
  const lastGood = dateOf(deadline.lastOk);
  const handedIn = localDateOf(handedInAt);
  const from = handedIn > lastGood ? handedIn : lastGood;
  const to = localDateOf(returnedAt);
  return to > from ? calendar.workingDaysAfter(from, to) : 0;
};
