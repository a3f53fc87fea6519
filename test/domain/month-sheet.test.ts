import { describe, expect, test } from 'vitest';
import { dateParts } from '../../src/domain/local-time.ts';
import { monthAfter, monthsBetween, weeksOf } from '../../src/domain/month-sheet.ts';

describe('the weeks of a month', () => {
  test('April 2025 begins on a Tuesday and ends on a Wednesday', () => {
    const weeks = weeksOf({ year: 2025, month: 4 });
    expect(weeks[0]).toEqual([
      null,
      '2025-04-01',
      '2025-04-02',
      '2025-04-03',
      '2025-04-04',
      '2025-04-05',
      '2025-04-06',
    ]);
    expect(weeks.at(-1)).toEqual(['2025-04-28', '2025-04-29', '2025-04-30', null, null, null, null]);
    expect(weeks).toHaveLength(5);
  });

  test.each([
    [{ year: 2027, month: 2 }, 4],
    [{ year: 2024, month: 2 }, 5],
    [{ year: 2025, month: 6 }, 6],
  ])('%o has %i of them', (month, count) => {
    expect(weeksOf(month)).toHaveLength(count);
  });

  test('every day stands once, in order, under its weekday', () => {
    for (let month = 1; month <= 12; month++) {
      const weeks = weeksOf({ year: 2028, month });
      const days = weeks.flat().filter((date) => date !== null);
      expect(days.map((date) => dateParts(date).day)).toEqual(days.map((_, index) => index + 1));
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        for (const [place, date] of week.entries())
          if (date !== null) expect(dateParts(date).weekday).toBe(place + 1);
      }
    }
  });
});

test('months are counted over the turn of the year', () => {
  expect(monthAfter({ year: 2025, month: 12 }, 1)).toEqual({ year: 2026, month: 1 });
  expect(monthAfter({ year: 2025, month: 1 }, -1)).toEqual({ year: 2024, month: 12 });
  expect(monthAfter({ year: 2025, month: 3 }, 24)).toEqual({ year: 2027, month: 3 });
  expect(monthsBetween({ year: 2024, month: 11 }, { year: 2025, month: 2 })).toBe(3);
});
