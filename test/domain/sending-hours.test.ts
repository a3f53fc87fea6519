import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingHours } from '../../src/domain/agency.ts';
import { instantOf, localDateOf, timeOfDayOf } from '../../src/domain/local-time.ts';
import { nextSendingMoment } from '../../src/domain/sending-hours.ts';
import { officialCalendar, someCalendar, someDate } from '../support/calendars.ts';

const HOURS: WorkingHours = { morning: ['07:30', '11:30'], afternoon: ['13:30', '17:00'] };

const next = (date: string, time: string): string => {
  const found = nextSendingMoment(instantOf(date, time), officialCalendar, HOURS);
  return `${localDateOf(found)} ${timeOfDayOf(found)}`;
};

describe('people are written to', () => {
  test.each([
    ['at once in working hours', '2025-04-16 09:15', '2025-04-16 09:15'],
    ['at once in the lunch break', '2025-04-16 12:10', '2025-04-16 12:10'],
    ['at once when the office opens', '2025-04-16 07:30', '2025-04-16 07:30'],
    ['when the office opens, before it does', '2025-04-16 07:29', '2025-04-16 07:30'],
    ['in the last minute', '2025-04-16 16:59', '2025-04-16 16:59'],
    ['the next morning, once it has closed', '2025-04-16 17:00', '2025-04-17 07:30'],
    ['the next morning, at night', '2025-04-16 23:59', '2025-04-17 07:30'],
    ['on Monday, from Friday evening', '2025-04-18 17:30', '2025-04-21 07:30'],
    ['on Monday, from Saturday at noon', '2025-04-19 12:00', '2025-04-21 07:30'],
    ['on Monday, from early on Sunday', '2025-04-20 07:00', '2025-04-21 07:30'],
    ['at once on a Saturday that is worked', '2025-04-26 10:00', '2025-04-26 10:00'],
    ['on the Saturday that is worked, from Friday evening', '2025-04-25 18:00', '2025-04-26 07:30'],
    ['after the long break', '2025-04-30 09:00', '2025-05-05 07:30'],
    ['after Tết', '2025-01-24 17:00', '2025-02-03 07:30'],
    ['in the new year', '2025-12-31 17:00', '2026-01-05 07:30'],
  ])('%s', (_when, now, moment) => {
    const [date = '', time = ''] = now.split(' ');
    expect(next(date, time)).toBe(moment);
  });

  test('to the millisecond, so that nothing waits that need not', () => {
    const now = instantOf('2025-04-16', '09:15') + 12_345;
    expect(nextSendingMoment(now, officialCalendar, HOURS)).toBe(now);
  });

  test('on any calendar only in working hours of working days, and never later than the next opening', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someDate,
        fc.integer({ min: 0, max: 86_399_999 }),
        (calendar, date, offset) => {
          const now = instantOf(date) + offset;
          const moment = nextSendingMoment(now, calendar, HOURS);
          const [day, time] = [localDateOf(moment), timeOfDayOf(moment)];
          expect(moment).toBeGreaterThanOrEqual(now);
          expect(calendar.isWorkingDay(day)).toBe(true);
          expect(time >= '07:30' && time < '17:00').toBe(true);
          // Asked again at that moment, the answer is that moment.
          expect(nextSendingMoment(moment, calendar, HOURS)).toBe(moment);
          if (moment > now) {
            expect(time).toBe('07:30');
            expect(calendar.workingDaysAfter(date, day)).toBeLessThanOrEqual(1);
          }
        },
      ),
      { seed: 20250414, numRuns: 150 },
    );
  });
});
