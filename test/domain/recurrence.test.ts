import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../src/domain/deadline.ts';
import {
  addDays,
  dateOf,
  dateParts,
  firstInstantAfter,
  instantOf,
  localMoment,
  timeOf,
} from '../../src/domain/local-time.ts';
import { nextDeadline } from '../../src/domain/recurrence.ts';
import { officialCalendar, someDate } from '../support/calendars.ts';

const recurring = (rrule: string, due: string, lastOk = due): Deadline => ({
  raw: 'định kỳ',
  due,
  bound: 'recurring',
  precision: timeOf(due) === null ? 'day' : 'instant',
  lastOk,
  lastOkWorkday: officialCalendar.workingDayOnOrBefore(dateOf(lastOk)),
  rrule,
  condition: null,
});

/** The due days that follow, each after the one before. */
const following = (deadline: Deadline, count: number): string[] => {
  const days: string[] = [];
  let current: Deadline | null = deadline;
  for (let left = count; left > 0 && current !== null; left--) {
    current = nextDeadline(current, officialCalendar, 0);
    if (current?.due != null) days.push(current.due);
  }
  return days;
};

describe('the next occurrence', () => {
  test.each([
    [
      'ngày 20 hằng tháng',
      'FREQ=MONTHLY;BYMONTHDAY=20',
      '2025-04-20',
      ['2025-05-20', '2025-06-20', '2025-07-20'],
    ],
    [
      'ngày cuối tháng',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      '2025-01-31',
      ['2025-02-28', '2025-03-31', '2025-04-30'],
    ],
    [
      'ngày 30, hoặc ngày cuối',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
      '2025-01-30',
      ['2025-02-28', '2025-03-30'],
    ],
    ['hai tháng một lần', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5', '2025-04-05', ['2025-06-05', '2025-08-05']],
    [
      'ngày 05 và 20',
      'FREQ=MONTHLY;BYMONTHDAY=5,20',
      '2025-04-20',
      ['2025-05-05', '2025-05-20', '2025-06-05'],
    ],
    ['thứ Năm hằng tuần', 'FREQ=WEEKLY;BYDAY=TH', '2025-04-10', ['2025-04-17', '2025-04-24']],
    [
      'thứ Sáu, hai tuần một lần',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      '2025-04-11',
      ['2025-04-25', '2025-05-09'],
    ],
    ['hằng tuần', 'FREQ=WEEKLY', '2025-04-09', ['2025-04-16', '2025-04-23']],
    [
      'hằng ngày, chỉ ngày làm việc',
      'FREQ=DAILY',
      '2025-04-25',
      ['2025-04-26', '2025-04-28', '2025-04-29', '2025-05-05'],
    ],
    [
      'ngày 15 tháng cuối quý',
      'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15',
      '2025-03-15',
      ['2025-06-15', '2025-09-15', '2025-12-15', '2026-03-15'],
    ],
    ['ngày 10/12 hằng năm', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10', '2025-12-10', ['2026-12-10']],
    ['thứ Hai đầu tiên của tháng', 'FREQ=MONTHLY;BYDAY=1MO', '2025-04-07', ['2025-05-05', '2025-06-02']],
    ['thứ Sáu cuối tháng', 'FREQ=MONTHLY;BYDAY=-1FR', '2025-04-25', ['2025-05-30', '2025-06-27']],
    [
      'ngày làm việc cuối tháng',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2025-03-31',
      ['2025-04-29', '2025-05-30'],
    ],
    [
      'ngày làm việc thứ hai',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2',
      '2025-04-02',
      ['2025-05-06', '2025-06-03'],
    ],
    ['hằng quý', 'FREQ=MONTHLY;INTERVAL=3', '2025-01-31', ['2025-04-30', '2025-07-30']],
    ['hằng năm', 'FREQ=YEARLY', '2025-06-30', ['2026-06-30', '2027-06-30']],
  ] as const)('%s', (_words, rrule, due, expected) => {
    expect(following(recurring(rrule, due), expected.length)).toEqual(expected);
  });

  test('keeps the hour, the margin and the words', () => {
    const thursday = recurring('FREQ=WEEKLY;BYDAY=TH', localMoment('2025-04-10', '16:30'));
    expect(nextDeadline(thursday, officialCalendar, 0)).toEqual({
      ...thursday,
      due: localMoment('2025-04-17', '16:30'),
      lastOk: localMoment('2025-04-17', '16:30'),
      lastOkWorkday: '2025-04-17',
    });
    const before20th = recurring('FREQ=MONTHLY;BYMONTHDAY=20', '2025-03-20', '2025-03-19');
    // 20/4/2025 is a Sunday.
    expect(nextDeadline(before20th, officialCalendar, 0)).toMatchObject({
      due: '2025-04-20',
      lastOk: '2025-04-19',
      lastOkWorkday: '2025-04-18',
    });
  });

  test('is the first that is not over', () => {
    const thursday = recurring('FREQ=WEEKLY;BYDAY=TH', '2025-04-10');
    const dueAt = (now: string) => nextDeadline(thursday, officialCalendar, instantOf(now, '12:00'))?.due;
    expect(dueAt('2025-04-01')).toBe('2025-04-17');
    expect(dueAt('2025-04-17')).toBe('2025-04-17');
    expect(dueAt('2025-04-18')).toBe('2025-04-24');
    expect(dueAt('2026-04-18')).toBe('2026-04-23');
  });

  test.each([
    ['work due once', { rrule: null }],
    ['a rule without a day', { due: null, lastOk: null }],
    ['a rule of hours', { rrule: 'FREQ=HOURLY' }],
    ['a rule that is none', { rrule: 'mỗi tuần' }],
    ['an interval of nothing', { rrule: 'FREQ=WEEKLY;INTERVAL=0' }],
    ['a weekday that is none', { rrule: 'FREQ=WEEKLY;BYDAY=XX' }],
    ['a day that no month has', { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }],
  ])('of %s is none', (_what, set) => {
    expect(
      nextDeadline({ ...recurring('FREQ=WEEKLY', '2025-04-10'), ...set }, officialCalendar, 0),
    ).toBeNull();
  });

  test('lies after the former one and is not over, whatever the rule', () => {
    const anyRule = fc.oneof(
      fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'),
      fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
      fc.integer({ min: 1, max: 4 }).map((interval) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=MO,FR`),
      fc.integer({ min: 1, max: 12 }).map((month) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=28`),
    );
    fc.assert(
      fc.property(anyRule, someDate, fc.integer({ min: -30, max: 400 }), (rrule, due, days) => {
        const now = instantOf(addDays(due, days), '10:00');
        const next = nextDeadline(recurring(rrule, due), officialCalendar, now);
        expect(next?.due && next.due > due).toBe(true);
        expect(firstInstantAfter(next?.lastOk ?? '')).toBeGreaterThan(now);
        expect(dateParts(next?.due ?? '').year - dateParts(due).year).toBeLessThanOrEqual(3);
      }),
      { seed: 20250414, numRuns: 300 },
    );
  });
});
