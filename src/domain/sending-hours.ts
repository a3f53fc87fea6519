import type { WorkingHours } from './agency.ts';
import type { Instant } from './local-time.ts';
import { addDays, instantOf, localDateOf, timeOfDayOf } from './local-time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * The first moment at or after `now` at which a message may reach people: a working day, between the start of the
 * morning and the end of the afternoon (the lunch break included).
 */
export const nextSendingMoment = (now: Instant, calendar: WorkingCalendar, hours: WorkingHours): Instant => {
  const today = localDateOf(now);
  const time = timeOfDayOf(now);
  const [opens] = hours.morning;
  const [, closes] = hours.afternoon;
  if (calendar.isWorkingDay(today)) {
    if (time < opens) return instantOf(today, opens);
    if (time < closes) return now;
  }
  return instantOf(calendar.workingDayOnOrAfter(addDays(today, 1)), opens);
};
