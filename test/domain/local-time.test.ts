import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ZONE,
  addDays,
  addMonths,
  dateOf,
  dateParts,
  daysBetween,
  firstInstantAfter,
  instantOf,
  isRealDate,
  lastDayOfMonth,
  localDate,
  localDateOf,
  localMoment,
  mondayOf,
  timeOf,
  timeOfDayOf,
} from '../../src/domain/local-time.ts';

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

// Việt Nam is seven hours ahead of UTC all year; New York is four or five behind.
describe.each([
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', -420],
  ['America/New_York', 240],
])('on a machine in %s', (zone, offset) => {
  const onMachine = (check: () => void): void => {
    process.env.TZ = zone;
    expect(new Date('2025-04-15T00:00:00Z').getTimezoneOffset()).toBe(offset);
    check();
  };

  test('a minute of Việt Nam is the same instant', () => {
    onMachine(() => {
      expect(instantOf('2025-04-15', '07:30')).toBe(Date.UTC(2025, 3, 15, 0, 30));
      expect(instantOf('2025-04-15')).toBe(Date.UTC(2025, 3, 14, 17));
      // The night in which New York's clocks change.
      expect(instantOf('2025-03-09', '14:30')).toBe(Date.UTC(2025, 2, 9, 7, 30));
      expect(instantOf('2026-01-01', '00:00')).toBe(Date.UTC(2025, 11, 31, 17));
    });
  });

  test('an instant falls on the day and minute of Việt Nam', () => {
    onMachine(() => {
      const midnight = Date.UTC(2025, 3, 14, 17);
      expect([localDateOf(midnight - 1), timeOfDayOf(midnight - 1)]).toEqual(['2025-04-14', '23:59']);
      expect([localDateOf(midnight), timeOfDayOf(midnight)]).toEqual(['2025-04-15', '00:00']);
      expect(timeOfDayOf(midnight + 59_999)).toBe('00:00');
    });
  });

  test('days are counted without hours getting in between', () => {
    onMachine(() => {
      expect(addDays('2025-03-08', 2)).toBe('2025-03-10');
      expect(addDays('2025-11-01', 1)).toBe('2025-11-02');
      expect(daysBetween('2025-03-01', '2025-04-01')).toBe(31);
      expect(dateParts('2025-04-15')).toEqual({ year: 2025, month: 4, day: 15, weekday: 2 });
    });
  });

  test('a deadline runs out at the same instant', () => {
    onMachine(() => {
      expect(firstInstantAfter('2025-04-14')).toBe(Date.UTC(2025, 3, 14, 17));
      expect(firstInstantAfter('2025-04-14T17:00:00+07:00')).toBe(Date.UTC(2025, 3, 14, 10, 1));
    });
  });
});

describe('days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-04-15', 0, '2025-04-15'],
  ])('%s and %i days are %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-05-31', 1, '2025-06-30'],
    ['2025-11-15', 3, '2026-02-15'],
    ['2025-03-31', -1, '2025-02-28'],
  ])('%s and %i months are %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    [2025, 2, '2025-02-28'],
    [2024, 2, '2024-02-29'],
    [2025, 12, '2025-12-31'],
  ])('the last day of month %i/%i is %s', (year, month, expected) => {
    expect(lastDayOfMonth(year, month)).toBe(expected);
  });

  test.each([
    ['2025-04-14', '2025-04-14'],
    ['2025-04-20', '2025-04-14'],
    ['2025-01-01', '2024-12-30'],
  ])('%s lies in the week of Monday %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });

  test('exist or do not', () => {
    expect(isRealDate(2025, 4, 30)).toBe(true);
    expect(isRealDate(2025, 4, 31)).toBe(false);
    expect(isRealDate(2025, 2, 29)).toBe(false);
    expect(isRealDate(2024, 2, 29)).toBe(true);
    expect(isRealDate(2025, 13, 1)).toBe(false);
    expect(localDate(2025, 4, 5)).toBe('2025-04-05');
    expect(() => localDate(2025, 4, 31)).toThrow(RangeError);
    expect(() => lastDayOfMonth(2025, 13)).toThrow(RangeError);
  });

  test('that are none are refused rather than counted with', () => {
    for (const wrong of ['', '2025-02-30', '31/4/2025']) {
      expect(() => dateParts(wrong)).toThrow(RangeError);
      expect(() => addDays(wrong, 1)).toThrow(RangeError);
      expect(() => instantOf(wrong, '07:30')).toThrow(RangeError);
    }
    expect(() => instantOf('2025-04-15', '25:00')).toThrow(RangeError);
  });
});

describe('moments', () => {
  test('are a day or a minute of a day', () => {
    const moment = localMoment('2025-04-15', '17:00');
    expect(moment).toBe('2025-04-15T17:00:00+07:00');
    expect([dateOf(moment), timeOf(moment)]).toEqual(['2025-04-15', '17:00']);
    expect([dateOf('2025-04-15'), timeOf('2025-04-15')]).toEqual(['2025-04-15', null]);
  });

  test('the first instant too late is midnight after a day, the next minute after a minute', () => {
    expect(firstInstantAfter('2025-04-14')).toBe(instantOf('2025-04-15'));
    expect(firstInstantAfter('2025-12-31')).toBe(instantOf('2026-01-01'));
    expect(firstInstantAfter(localMoment('2025-04-14', '17:00'))).toBe(instantOf('2025-04-14', '17:01'));
    expect(firstInstantAfter(localMoment('2025-04-14', '23:59'))).toBe(instantOf('2025-04-15', '00:00'));
  });
});

describe('the zone', () => {
  const HOUR = 3_600_000;

  test('is what the time zone database says, before 1976 and after', () => {
    const anyInstant = fc.integer({
      min: Date.UTC(1950, 0, 1) / HOUR,
      max: Date.UTC(2100, 0, 1) / HOUR,
    });
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const instant = hours * HOUR + minutes * 60_000;
        const known = DateTime.fromMillis(instant, { zone: ZONE });
        expect(localDateOf(instant)).toBe(known.toISODate());
        expect(timeOfDayOf(instant)).toBe(known.toFormat('HH:mm'));
        const minute = DateTime.fromISO(known.toFormat("yyyy-MM-dd'T'HH:mm"), { zone: ZONE });
        expect(instantOf(localDateOf(instant), timeOfDayOf(instant))).toBe(minute.toMillis());
      }),
      { seed: 20250414, numRuns: 500 },
    );
  });

  test.each(['24:00', '7:30', '07:60', '0730', '07:30:00', ''])('%s is no minute', (time) => {
    expect(() => instantOf('2025-04-14', time)).toThrow(RangeError);
  });
});
