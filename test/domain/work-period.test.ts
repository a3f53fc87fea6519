import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf } from '../../src/domain/local-time.ts';
import type { ReportPeriod, WorkPeriod } from '../../src/domain/work-period.ts';
import { REPORT_PERIODS, WORK_PERIODS, firstDayOf, reachOf } from '../../src/domain/work-period.ts';
import { officialCalendar, someDate } from '../support/calendars.ts';

describe('how far a list reaches', () => {
  test.each<[string, WorkPeriod, string, string, string]>([
    ['a Tuesday', 'today', '2025-04-15', '2025-04-16', '2025-04-15'],
    ['a Friday, whose weekend must be done by it', 'today', '2025-04-18', '2025-04-21', '2025-04-18'],
    ['the day before a long holiday', 'today', '2025-04-29', '2025-05-05', '2025-04-29'],
    ['a Saturday off', 'today', '2025-04-19', '2025-04-21', '2025-04-18'],
    ['a Saturday worked instead', 'today', '2025-04-26', '2025-04-28', '2025-04-26'],
    ['a week', 'week', '2025-04-15', '2025-04-21', '2025-04-18'],
    ['a week that ends in a long holiday', 'week', '2025-04-28', '2025-05-05', '2025-04-29'],
    ['the next two weeks', 'ahead', '2025-04-08', '2025-04-23', '2025-04-22'],
  ])('%s', (_what, period, today, end, lastWorkingDay) => {
    expect(reachOf(period, today, officialCalendar)).toEqual({ end: instantOf(end), lastWorkingDay });
  });

  test('never leaves out what the shorter list has', () => {
    fc.assert(
      fc.property(someDate, (today) => {
        const ends = WORK_PERIODS.map((period) => reachOf(period, today, officialCalendar).end);
        expect(ends).toEqual(ends.toSorted((one, other) => one - other));
        expect(ends[0]).toBeGreaterThanOrEqual(instantOf(addDays(today, 1)));
      }),
    );
  });
});

describe('the first day of a period', () => {
  test.each<[ReportPeriod, string, string]>([
    ['week', '2025-04-14', '2025-04-14'],
    ['week', '2025-04-20', '2025-04-14'],
    ['week', '2026-01-01', '2025-12-29'],
    ['month', '2025-04-30', '2025-04-01'],
    ['quarter', '2025-03-31', '2025-01-01'],
    ['quarter', '2025-04-01', '2025-04-01'],
    ['quarter', '2025-12-31', '2025-10-01'],
  ])('%s of %s', (period, day, first) => {
    expect(firstDayOf(period, day)).toBe(first);
  });

  test('is its own first day, and the day before lies in another', () => {
    fc.assert(
      fc.property(someDate, fc.constantFrom(...REPORT_PERIODS), (day, period) => {
        const first = firstDayOf(period, day);
        expect(first <= day).toBe(true);
        expect(firstDayOf(period, first)).toBe(first);
        expect(firstDayOf(period, addDays(first, -1)) < first).toBe(true);
      }),
    );
  });
});
