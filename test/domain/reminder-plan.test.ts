import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReminderLadder } from '../../src/domain/agency.ts';
import { deadlineAt } from '../../src/domain/deadline.ts';
import type { Bound } from '../../src/domain/deadline.ts';
import {
  addDays,
  firstInstantAfter,
  instantOf,
  localDateOf,
  localMoment,
  timeOfDayOf,
} from '../../src/domain/local-time.ts';
import { daysBefore, isSuperseded, nextOverdueRung, planRungs } from '../../src/domain/reminder-plan.ts';
import { officialCalendar, someCalendar, someDate } from '../support/calendars.ts';

const LADDER: ReminderLadder = { before: [3, 1], isOnTheDay: true, isDailyOnceOverdue: true, at: '07:30' };

const deadlineOf = (due: string, bound: Bound) =>
  deadlineAt(
    { raw: '…', due, bound, precision: 'day', rrule: null, condition: null },
    officialCalendar,
    true,
  );

const at = (written: string): number => {
  const [date = '', time = '00:00'] = written.split(' ');
  return instantOf(date, time);
};

const show = (instant: number): string => `${localDateOf(instant).slice(5)} ${timeOfDayOf(instant)}`;

/** The plan as "rung day hour", with a sign before what is over. */
const plan = (due: string, bound: Bound, now: string, ladder = LADDER): string[] =>
  planRungs(deadlineOf(due, bound), ladder, officialCalendar, at(now)).map(
    ({ rung, fireAt, isPast }) => `${isPast ? '(' : ''}${rung} ${show(fireAt)}${isPast ? ')' : ''}`,
  );

describe('the ladder of a deadline', () => {
  test.each([
    [
      'trước ngày 15/4/2025: Monday 14/4 is the last good day',
      ['2025-04-15', 'before'],
      ['before-3 04-09 07:30', 'before-1 04-11 07:30', 'on-day 04-14 07:30', 'overdue 04-15 07:30'],
    ],
    [
      'chậm nhất ngày 15/4/2025',
      ['2025-04-15', 'by'],
      ['before-3 04-10 07:30', 'before-1 04-14 07:30', 'on-day 04-15 07:30', 'overdue 04-16 07:30'],
    ],
    [
      'trước ngày 20/4/2025, a Sunday: aimed at Friday, late on Monday',
      ['2025-04-20', 'before'],
      ['before-3 04-15 07:30', 'before-1 04-17 07:30', 'on-day 04-18 07:30', 'overdue 04-21 07:30'],
    ],
    [
      'chậm nhất ngày 26/4/2025, a Saturday that is worked',
      ['2025-04-26', 'by'],
      ['before-3 04-23 07:30', 'before-1 04-25 07:30', 'on-day 04-26 07:30', 'overdue 04-28 07:30'],
    ],
    [
      'chậm nhất ngày 28/4/2025, counted over that Saturday',
      ['2025-04-28', 'by'],
      ['before-3 04-24 07:30', 'before-1 04-26 07:30', 'on-day 04-28 07:30', 'overdue 04-29 07:30'],
    ],
    [
      'chậm nhất ngày 02/5/2025, in the middle of a break',
      ['2025-05-02', 'by'],
      ['before-3 04-25 07:30', 'before-1 04-28 07:30', 'on-day 04-29 07:30', 'overdue 05-05 07:30'],
    ],
    [
      'trước 17h00 ngày 15/4/2025',
      [localMoment('2025-04-15', '17:00'), 'before'],
      ['before-3 04-10 07:30', 'before-1 04-14 07:30', 'on-day 04-15 07:30', 'overdue 04-16 07:30'],
    ],
    [
      'trước 7h00 ngày 15/4/2025: that morning would be too late',
      [localMoment('2025-04-15', '07:00'), 'before'],
      ['before-3 04-10 07:30', 'on-day 04-14 07:30', 'overdue 04-15 07:30'],
    ],
    [
      'đến 7h29 ngày 15/4/2025: late from half past seven on',
      [localMoment('2025-04-15', '07:29'), 'by'],
      ['before-3 04-10 07:30', 'on-day 04-14 07:30', 'overdue 04-15 07:30'],
    ],
    [
      '20h00 Chủ nhật 20/4/2025',
      [localMoment('2025-04-20', '20:00'), 'by'],
      ['before-3 04-15 07:30', 'before-1 04-17 07:30', 'on-day 04-18 07:30', 'overdue 04-21 07:30'],
    ],
  ] as const)('%s', (_words, [due, bound], expected) => {
    expect(plan(due, bound, '2025-04-01 09:00')).toEqual(expected);
  });

  test('Tết lies in between', () => {
    expect(plan('2025-02-05', 'by', '2025-01-13 09:00')).toEqual([
      'before-3 01-24 07:30',
      'before-1 02-04 07:30',
      'on-day 02-05 07:30',
      'overdue 02-06 07:30',
    ]);
  });

  test('confirmed late, what is over is kept as over', () => {
    expect(plan('2025-04-15', 'before', '2025-04-11 07:30')).toEqual([
      '(before-3 04-09 07:30)',
      '(before-1 04-11 07:30)',
      'on-day 04-14 07:30',
      'overdue 04-15 07:30',
    ]);
    expect(plan('2025-04-15', 'before', '2025-04-11 07:29')[1]).toBe('before-1 04-11 07:30');
  });

  test.each([
    ['in the evening of its last day', '2025-04-14 18:00', '04-15 07:30'],
    ['early on the first day too late', '2025-04-15 06:00', '04-15 07:30'],
    ['at the hour of reminders', '2025-04-15 07:30', '04-16 07:30'],
    ['a week late', '2025-04-22 10:00', '04-23 07:30'],
    ['late, on a Friday', '2025-04-18 10:00', '04-21 07:30'],
    ['late, on a Sunday', '2025-04-20 10:00', '04-21 07:30'],
  ])('entered %s, it is pressed from the next morning on', (_when, now, morning) => {
    const rungs = plan('2025-04-15', 'before', now);
    expect(rungs.slice(0, 3).every((rung) => rung.startsWith('('))).toBe(true);
    expect(rungs[3]).toBe(`overdue ${morning}`);
  });

  test('has the rungs that the agency wants', () => {
    const only = (ladder: Partial<ReminderLadder>) =>
      plan('2025-04-15', 'by', '2025-04-01 09:00', {
        before: [],
        isOnTheDay: false,
        isDailyOnceOverdue: false,
        at: '08:15',
        ...ladder,
      });
    expect(only({})).toEqual([]);
    expect(only({ before: [1, 5] })).toEqual(['before-5 04-08 08:15', 'before-1 04-14 08:15']);
    expect(only({ isOnTheDay: true })).toEqual(['on-day 04-15 08:15']);
    expect(only({ isDailyOnceOverdue: true })).toEqual(['overdue 04-16 08:15']);
  });

  test('is empty without a date', () => {
    expect(planRungs(null, LADDER, officialCalendar, 0)).toEqual([]);
    expect(planRungs({ lastOk: null, lastOkWorkday: null }, LADDER, officialCalendar, 0)).toEqual([]);
  });

  const anyLadder: fc.Arbitrary<ReminderLadder> = fc.record({
    before: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 5 }),
    isOnTheDay: fc.boolean(),
    isDailyOnceOverdue: fc.boolean(),
    at: fc.constantFrom('07:30', '08:00', '13:30', '16:45'),
  });
  const anyDue = fc
    .tuple(someDate, fc.option(fc.constantFrom('06:30', '10:00', '17:00', '21:00', '23:59'), { nil: null }))
    .map(([date, time]) => (time === null ? date : localMoment(date, time)));

  test('never lies on a day off, climbs, and is late only when the deadline is', () => {
    const bounds = fc.constantFrom<Bound>('before', 'by', 'on', 'within');
    fc.assert(
      fc.property(
        someCalendar,
        anyLadder,
        anyDue,
        bounds,
        someDate,
        (calendar, ladder, due, bound, today) => {
          const named = { raw: '…', due, bound, precision: 'day', rrule: null, condition: null } as const;
          const deadline = deadlineAt(named, calendar, true);
          const now = instantOf(today, '10:00');
          const rungs = planRungs(deadline, ladder, calendar, now);
          const tooLate = firstInstantAfter(deadline.lastOk ?? '');
          for (const [index, { rung, fireAt, isPast }] of rungs.entries()) {
            expect(calendar.isWorkingDay(localDateOf(fireAt))).toBe(true);
            expect(timeOfDayOf(fireAt)).toBe(ladder.at);
            expect(fireAt).toBeGreaterThan(rungs[index - 1]?.fireAt ?? 0);
            expect(isPast).toBe(fireAt <= now);
            expect(fireAt >= tooLate).toBe(rung === 'overdue');
          }
          expect(rungs.some(({ rung }) => rung === 'overdue')).toBe(ladder.isDailyOnceOverdue);
          expect(rungs.some(({ rung }) => rung === 'on-day')).toBe(ladder.isOnTheDay);
          expect(rungs.filter(({ rung }) => rung.startsWith('before-')).length).toBeLessThanOrEqual(
            ladder.before.length,
          );
        },
      ),
      { seed: 20250414, numRuns: 200 },
    );
  });
});

describe('once overdue', () => {
  test.each([
    ['2025-04-15 07:30', '04-16 07:30'],
    // A tick that comes early or late in the day still leaves one reminder a day.
    ['2025-04-15 07:00', '04-16 07:30'],
    ['2025-04-15 16:00', '04-16 07:30'],
    ['2025-04-18 07:30', '04-21 07:30'],
    ['2025-04-25 07:30', '04-26 07:30'],
    ['2025-04-29 07:30', '05-05 07:30'],
  ])('the reminder of %s is followed by one on %s', (now, next) => {
    const rung = nextOverdueRung(LADDER, officialCalendar, at(now));
    expect([rung.rung, show(rung.fireAt), rung.isPast]).toEqual(['overdue', next, false]);
  });

  test('every working day has one reminder, on any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someDate, (calendar, date) => {
        const start = instantOf(calendar.workingDayOnOrAfter(date), '07:30');
        let now = start;
        for (let day = 1; day <= 10; day++) {
          const { fireAt } = nextOverdueRung(LADDER, calendar, now);
          expect(calendar.workingDaysAfter(localDateOf(now), localDateOf(fireAt))).toBe(1);
          now = fireAt;
        }
      }),
      { seed: 20250414, numRuns: 50 },
    );
  });
});

describe('a reminder held up on its way', () => {
  const deadline = deadlineOf('2025-04-15', 'before');
  const superseded = (rung: 'before-3' | 'before-1' | 'on-day' | 'overdue', queued: string, now: string) =>
    isSuperseded(rung, at(queued), deadline, LADDER, officialCalendar, at(now));

  test.each([
    ['before-3', '2025-04-09 07:30', '2025-04-11 07:29', false],
    ['before-3', '2025-04-09 07:30', '2025-04-11 07:30', true],
    ['before-1', '2025-04-11 07:30', '2025-04-14 07:29', false],
    ['before-1', '2025-04-11 07:30', '2025-04-14 07:30', true],
    ['on-day', '2025-04-14 07:30', '2025-04-15 07:29', false],
    ['on-day', '2025-04-14 07:30', '2025-04-15 07:30', true],
    ['overdue', '2025-04-18 07:30', '2025-04-21 07:29', false],
    ['overdue', '2025-04-18 07:30', '2025-04-21 07:30', true],
    // Queued after a downtime, it counts from then and not from the day it was planned for.
    ['before-3', '2025-04-11 09:00', '2025-04-11 09:01', false],
  ] as const)('%s, queued %s: at %s another has come: %s', (rung, queued, now, expected) => {
    expect(superseded(rung, queued, now)).toBe(expected);
  });

  test('each rung knows how near the deadline must be', () => {
    expect(
      ['before-3', 'before-12', 'on-day', 'overdue'].map((rung) => daysBefore(rung as 'overdue')),
    ).toEqual([3, 12, 0, null]);
  });

  test('the day after the last good one is the first overdue day', () => {
    // Consistent with the instant from which the assignment counts as overdue.
    const [overdue] = planRungs(deadline, { ...LADDER, before: [], isOnTheDay: false }, officialCalendar, 0);
    expect(localDateOf(overdue?.fireAt ?? 0)).toBe(addDays(deadline.lastOk ?? '', 1));
  });
});
