import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bound } from '../../src/domain/deadline.ts';
import { deadlineAt } from '../../src/domain/deadline.ts';
import { dateOf, firstInstantAfter, instantOf, localMoment, timeOf } from '../../src/domain/local-time.ts';
import { officialCalendar, someCalendar, someDate } from '../support/calendars.ts';

const at = (due: string | null, bound: Bound, isBeforeStrict = true) =>
  deadlineAt(
    { raw: '…', due, bound, precision: 'day', rrule: null, condition: null },
    officialCalendar,
    isBeforeStrict,
  );

describe('a deadline is completed with what is still in time', () => {
  test.each([
    ['trước ngày 15/4/2025', '2025-04-15', 'before', '2025-04-14', '2025-04-14'],
    ['trước ngày 20/4/2025, a Sunday', '2025-04-20', 'before', '2025-04-19', '2025-04-18'],
    ['trước ngày 21/4/2025, a Monday', '2025-04-21', 'before', '2025-04-20', '2025-04-18'],
    ['trước ngày 01/5/2025', '2025-05-01', 'before', '2025-04-30', '2025-04-29'],
    ['trước ngày 05/5/2025, after the long break', '2025-05-05', 'before', '2025-05-04', '2025-04-29'],
    [
      'trước ngày 27/4/2025, after a Saturday that is worked',
      '2025-04-27',
      'before',
      '2025-04-26',
      '2025-04-26',
    ],
    ['trước ngày 01/01/2026', '2026-01-01', 'before', '2025-12-31', '2025-12-31'],
    ['trước ngày 03/02/2025, after Tết', '2025-02-03', 'before', '2025-02-02', '2025-01-24'],
    ['chậm nhất ngày 20/4/2025', '2025-04-20', 'by', '2025-04-20', '2025-04-18'],
    ['vào ngày 15/4/2025', '2025-04-15', 'on', '2025-04-15', '2025-04-15'],
    ['trong tháng 5/2025', '2025-05-31', 'within', '2025-05-31', '2025-05-30'],
    ['ngày 20 hằng tháng', '2025-04-20', 'recurring', '2025-04-20', '2025-04-18'],
  ] as const)('%s', (_words, due, bound, lastOk, lastOkWorkday) => {
    expect(at(due, bound)).toMatchObject({ due, lastOk, lastOkWorkday });
  });

  test('trước 17h00 ngày 15/4/2025 leaves the day to work in', () => {
    const due = localMoment('2025-04-15', '17:00');
    expect(at(due, 'before')).toMatchObject({ lastOk: due, lastOkWorkday: '2025-04-15' });
  });

  test('an agency may read "trước ngày" as including the day', () => {
    expect(at('2025-04-15', 'before', false)).toMatchObject({
      lastOk: '2025-04-15',
      lastOkWorkday: '2025-04-15',
    });
    expect(at('2025-04-20', 'before', false)).toMatchObject({
      lastOk: '2025-04-20',
      lastOkWorkday: '2025-04-18',
    });
  });

  test('without a date there is nothing to be in time for', () => {
    expect(at(null, 'none')).toMatchObject({ due: null, lastOk: null, lastOkWorkday: null });
  });

  test('on any calendar the last working day is the last one not after the last good day', () => {
    const bounds = fc.constantFrom<Bound>('before', 'by', 'on', 'within', 'recurring');
    fc.assert(
      fc.property(someCalendar, someDate, bounds, fc.boolean(), (calendar, date, bound, hasTime) => {
        const due = hasTime ? localMoment(date, '10:00') : date;
        const named = { raw: '…', due, bound, precision: 'day', rrule: null, condition: null } as const;
        const { lastOk, lastOkWorkday } = deadlineAt(named, calendar, true);
        expect(lastOk !== null && lastOkWorkday !== null).toBe(true);
        if (lastOk === null || lastOkWorkday === null) return;
        expect(timeOf(lastOk)).toBe(timeOf(due));
        expect(calendar.isWorkingDay(lastOkWorkday)).toBe(true);
        expect(calendar.workingDaysAfter(lastOkWorkday, dateOf(lastOk))).toBe(0);
      }),
      { seed: 20250414, numRuns: 100 },
    );
  });
});

describe('a deadline is past', () => {
  test.each([
    ['2025-04-14', instantOf('2025-04-15'), 'at midnight after its last good day'],
    [
      localMoment('2025-04-14', '17:00'),
      instantOf('2025-04-14', '17:01'),
      'a minute after its last good minute',
    ],
    // Friday was the last working day, but the weekend is still in time.
    ['2025-04-20', instantOf('2025-04-21'), 'only after a weekend that it includes'],
  ])('%s', (lastOk, tooLate) => {
    expect(firstInstantAfter(lastOk)).toBe(tooLate);
  });
});
