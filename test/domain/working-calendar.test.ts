import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateParts, localDate } from '../../src/domain/local-time.ts';
import { WorkingCalendar } from '../../src/domain/working-calendar.ts';
import {
  officialCalendar as calendar,
  officialCalendarData,
  someCalendar,
  someDate,
} from '../support/calendars.ts';

describe('the official calendar', () => {
  test.each(Object.entries(officialCalendarData.daysOff))('%s is off: %s', (date, reason) => {
    expect(calendar.whyOff(date)).toBe(reason);
    expect(calendar.isWorkingDay(date)).toBe(false);
  });

  test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])(
    '%s, a Saturday, is worked for a swapped day',
    (date) => {
      expect(dateParts(date).weekday).toBe(6);
      expect(calendar.isWorkingDay(date)).toBe(true);
      // Its Sunday stays free, and so do the Saturdays around it.
      expect(calendar.whyOff(addDays(date, 1))).toBe('Chủ nhật');
      expect(calendar.whyOff(addDays(date, 7))).toBe('thứ Bảy');
      expect(calendar.whyOff(addDays(date, -7))).toBe('thứ Bảy');
    },
  );

  // Counted by hand: the weekdays of the year, less those that are off or swapped, and the Saturdays worked for them.
  test.each([
    [2024, 262 - 11 - 1 + 1],
    [2025, 261 - 11 - 1 + 1],
    [2026, 261 - 12 - 2 + 2],
    [2027, 261 - 12],
  ])('%i has %i working days', (year, count) => {
    expect(calendar.workingDaysAfter(localDate(year - 1, 12, 31), localDate(year, 12, 31))).toBe(count);
  });

  test.each([
    ['Tết 2024', '2024-02-07', '2024-02-15'],
    ['30/4 and 1/5/2024, with Monday swapped', '2024-04-26', '2024-05-02'],
    ['Tết 2025', '2025-01-24', '2025-02-03'],
    ['Giỗ Tổ 2025', '2025-04-04', '2025-04-08'],
    ['30/4 and 1/5/2025, with Friday swapped', '2025-04-29', '2025-05-05'],
    ['New Year 2026, with Friday swapped', '2025-12-31', '2026-01-05'],
    ['Tết 2026', '2026-02-13', '2026-02-23'],
    ['Quốc khánh 2026, with Monday swapped', '2026-08-28', '2026-09-03'],
    ['Tết 2027', '2027-02-03', '2027-02-11'],
    ['30/4 and 1/5/2027', '2027-04-29', '2027-05-04'],
  ])('%s: nothing between %s and %s', (_name, last, next) => {
    expect(calendar.addWorkingDays(last, 1)).toBe(next);
    expect(calendar.addWorkingDays(next, -1)).toBe(last);
    expect(calendar.workingDayOnOrBefore(addDays(next, -1))).toBe(last);
    expect(calendar.workingDayOnOrAfter(addDays(last, 1))).toBe(next);
    expect(calendar.workingDaysAfter(last, addDays(next, -1))).toBe(0);
    expect(calendar.workingDaysAfter(last, next)).toBe(1);
  });

  test('knows the years it is complete for, and says so', () => {
    expect(
      [2023, 2024, 2025, 2026, 2027, 2028].filter((year) => calendar.knows(localDate(year, 6, 1))),
    ).toEqual([2024, 2025, 2026, 2027]);
  });

  test('knows only weekends of other years, and assumes Tết', () => {
    expect(calendar.whyOff('2028-01-01')).toBe('thứ Bảy');
    expect(calendar.whyOff('2028-04-28')).toBeNull();
    // The first day of the lunar year is Wednesday 26/1/2028; the day before is the last of the old one.
    expect(
      ['24', '25', '26', '27', '28', '29', '30', '31'].map((day) => calendar.whyOff(`2028-01-${day}`)),
    ).toEqual([
      null,
      ...Array.from({ length: 4 }, () => 'Tết Nguyên đán (dự kiến)'),
      'thứ Bảy',
      'Chủ nhật',
      null,
    ]);
    expect(calendar.addWorkingDays('2028-01-24', 1)).toBe('2028-01-31');
  });

  test('assumes nothing of a year it knows, nor of one the lunar calendar is not good for', () => {
    const bare = { weekend: [6, 7], daysOff: {}, workingSaturdays: [] };
    expect(new WorkingCalendar({ ...bare, years: [2028] }).whyOff('2028-01-26')).toBeNull();
    expect(new WorkingCalendar({ ...bare, years: [] }).whyOff('2101-01-31')).toBeNull();
  });

  test('names the years it lacks', () => {
    expect(calendar.unknownYears('2025-12-30', '2027-01-04')).toEqual([]);
    expect(calendar.unknownYears('2027-12-30', '2029-01-04')).toEqual([2028, 2029]);
    expect(calendar.unknownYears('2028-02-01', '2028-02-01')).toEqual([2028]);
  });
});

describe('counting', () => {
  test.each([
    ['2025-04-16', 1, '2025-04-17'],
    ['2025-04-17', 3, '2025-04-22'],
    ['2025-04-21', -3, '2025-04-16'],
    ['2025-04-19', 1, '2025-04-21'],
    ['2025-04-20', -1, '2025-04-18'],
    // Saturday 26/4 is worked.
    ['2025-04-25', 1, '2025-04-26'],
    ['2025-04-28', -1, '2025-04-26'],
    ['2025-04-29', 2, '2025-05-06'],
    // No step leaves the day where it is, also a day off.
    ['2025-04-20', 0, '2025-04-20'],
  ])('%s and %i working days are %s', (date, count, expected) => {
    expect(calendar.addWorkingDays(date, count)).toBe(expected);
  });

  test('a working day is its own nearest working day', () => {
    expect(calendar.workingDayOnOrBefore('2025-04-16')).toBe('2025-04-16');
    expect(calendar.workingDayOnOrAfter('2025-04-16')).toBe('2025-04-16');
  });

  test('nothing lies between a day and itself or an earlier one', () => {
    expect(calendar.workingDaysAfter('2025-04-16', '2025-04-16')).toBe(0);
    expect(calendar.workingDaysAfter('2025-04-16', '2025-04-01')).toBe(0);
  });

  test('a calendar without working days is an error, not an endless search', () => {
    const always = new WorkingCalendar({
      weekend: [1, 2, 3, 4, 5, 6, 7],
      daysOff: {},
      workingSaturdays: [],
      years: [],
    });
    expect(() => always.workingDayOnOrAfter('2025-04-16')).toThrow(RangeError);
    expect(() => always.addWorkingDays('2025-04-16', 1)).toThrow(RangeError);
  });

  test.each([
    ['2025-01-01', 500],
    ['2024-06-15', 1_000],
    ['2025-04-20', 251],
  ])('over years: %s and %i working days, counted one by one', (date, count) => {
    let later = date;
    for (let left = count; left > 0; left--) later = calendar.nextWorkingDay(later);
    expect(calendar.addWorkingDays(date, count)).toBe(later);
    expect(calendar.workingDaysAfter(date, later)).toBe(count);
    expect(calendar.addWorkingDays(later, -count)).toBe(calendar.workingDayOnOrBefore(date));
  });

  test('counts what a look at each day would count, on any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someDate, fc.integer({ min: 0, max: 500 }), (any, from, days) => {
        const to = addDays(from, days);
        const each = Array.from({ length: days }, (_, day) => addDays(from, day + 1));
        expect(any.workingDaysAfter(from, to)).toBe(each.filter((day) => any.isWorkingDay(day)).length);
      }),
      { seed: 20250414, numRuns: 50 },
    );
  });

  test('holds for any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someDate, fc.integer({ min: 1, max: 15 }), (any, date, count) => {
        const before = any.workingDayOnOrBefore(date);
        const after = any.workingDayOnOrAfter(date);
        expect(any.isWorkingDay(before) && any.isWorkingDay(after)).toBe(true);
        expect(before <= date && date <= after).toBe(true);
        const later = any.addWorkingDays(date, count);
        expect(any.isWorkingDay(later)).toBe(true);
        expect(any.workingDaysAfter(date, later)).toBe(count);
        // Going back the same number of working days leads to the last one on or before the start.
        expect(any.addWorkingDays(later, -count)).toBe(before);
      }),
      { seed: 20250414, numRuns: 150 },
    );
  });
});
