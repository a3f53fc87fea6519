import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/local-time.ts';
import { lunarMonthLength, lunarToSolar, solarToLunar } from '../../src/domain/lunar-calendar.ts';

// Published calendars. In 1985, 2007 and 2030 Tết in Việt Nam differs from the Chinese New Year.
// prettier-ignore
const TET = [
  '1985-01-21', '1990-01-27', '1995-01-31', '2000-02-05', '2001-01-24', '2002-02-12', '2003-02-01', '2004-01-22', '2005-02-09',
  '2006-01-29', '2007-02-17', '2008-02-07', '2009-01-26', '2010-02-14', '2011-02-03', '2012-01-23', '2013-02-10', '2014-01-31',
  '2015-02-19', '2016-02-08', '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22',
  '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02', '2031-01-23', '2032-02-11',
  '2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28', '2037-02-15', '2038-02-04', '2039-01-24', '2040-02-12',
];

/** Leap months; a year that is missing has none. */
// prettier-ignore
const LEAP_MONTHS = new Map([
  [1985, 2], [1987, 7], [1990, 5], [1993, 3], [1995, 8], [1998, 5], [2001, 4], [2004, 2], [2006, 7], [2009, 5], [2012, 4],
  [2014, 9], [2017, 6], [2020, 4], [2023, 2], [2025, 6], [2028, 5], [2031, 3], [2033, 11], [2036, 6], [2039, 5],
]);

const day = (year: number, month: number, dayOfMonth: number, isLeapMonth = false): string | null =>
  lunarToSolar({ year, month, day: dayOfMonth, isLeapMonth });

test.each(TET)('Tết falls on %s', (date) => {
  expect(day(Number(date.slice(0, 4)), 1, 1)).toBe(date);
});

test('leap months are where the calendar has them', () => {
  for (let year = 1985; year <= 2040; year++) {
    const leap = Array.from({ length: 12 }, (_, index) => index + 1).filter(
      (month) => day(year, month, 1, true) !== null,
    );
    expect(leap, String(year)).toEqual(LEAP_MONTHS.has(year) ? [LEAP_MONTHS.get(year)] : []);
  }
});

describe('days that offices name', () => {
  test.each([
    ['23 tháng Chạp Ất Tỵ', 2025, 12, 23, '2026-02-10'],
    ['Giỗ Tổ 2025', 2025, 3, 10, '2025-04-07'],
    ['Giỗ Tổ 2026', 2026, 3, 10, '2026-04-26'],
    ['rằm tháng Ba 2025', 2025, 3, 15, '2025-04-12'],
    ['Trung thu 2025', 2025, 8, 15, '2025-10-06'],
    ['rằm tháng Giêng 2026', 2026, 1, 15, '2026-03-03'],
  ])('%s', (_, year, month, dayOfMonth, date) => {
    expect(day(year, month, dayOfMonth)).toBe(date);
    expect(solarToLunar(date)).toEqual({ year, month, day: dayOfMonth, isLeapMonth: false });
  });
});

test('a day that a month lacks does not exist', () => {
  expect(lunarMonthLength(2025, 12)).toBe(29);
  expect(day(2025, 12, 30)).toBe(null);
  expect(day(2026, 1, 31)).toBe(null);
  expect(day(2026, 1, 0)).toBe(null);
  expect(day(2026, 1, 1, true)).toBe(null);
});

test('both directions agree, and days follow one another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
      const date = addDays('1960-01-01', days);
      const lunar = solarToLunar(date);
      expect(lunarToSolar(lunar)).toBe(date);
      const next = solarToLunar(addDays(date, 1));
      expect(next.day === lunar.day + 1 || (next.day === 1 && lunar.day >= 29)).toBe(true);
    }),
    { seed: 20260217, numRuns: 500 },
  );
});
