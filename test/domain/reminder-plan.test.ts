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
  timeOf,
  timeOfDayOf,
} from '../../src/domain/local-time.ts';
import {
  daysBefore,
  hoursBefore,
  isSuperseded,
  nextOverdueRung,
  planRungs,
  tomorrow,
} from '../../src/domain/reminder-plan.ts';
import type { Timetable } from '../../src/domain/reminder-plan.ts';
import type { WorkingCalendar } from '../../src/domain/working-calendar.ts';
import { officialCalendar, someCalendar, someDate } from '../support/calendars.ts';
import { NO_RUNGS, standardLadder } from '../support/ladders.ts';

const timetable = (calendar: WorkingCalendar): Timetable => ({
  calendar,
  workingHours: { morning: ['07:30', '11:30'], afternoon: ['13:30', '17:00'] },
});

const LADDER = standardLadder();
const TIMETABLE = timetable(officialCalendar);

const deadlineOf = (due: string, bound: Bound) =>
  deadlineAt(
    {
      raw: '…',
      due,
      bound,
      precision: timeOf(due) === null ? 'day' : 'instant',
      rrule: null,
      condition: null,
    },
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
  planRungs(deadlineOf(due, bound), ladder, TIMETABLE, at(now)).map(
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
      [
        'before-3 04-10 07:30',
        'before-1 04-14 07:30',
        'on-day 04-15 07:30',
        'hours-2 04-15 15:00',
        'overdue 04-16 07:30',
      ],
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
      [
        'before-3 04-15 07:30',
        'before-1 04-17 07:30',
        'on-day 04-18 07:30',
        'hours-2 04-20 18:00',
        'overdue 04-21 07:30',
      ],
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
        ...NO_RUNGS,
        ...ladder,
      });
    expect(only({})).toEqual([]);
    const before = [
      { days: 1, at: '14:00' },
      { days: 5, at: '08:15' },
    ];
    expect(only({ before })).toEqual(['before-5 04-08 08:15', 'before-1 04-14 14:00']);
    expect(only({ onTheDay: ['08:15', '13:30'] })).toEqual(['on-day 04-15 08:15', 'on-day 04-15 13:30']);
    expect(only({ hoursBefore: [4] })).toEqual([]);
    expect(only({ after: [{ days: 2, at: '08:15' }] })).toEqual(['overdue 04-17 08:15']);
    expect(only({ thenEvery: { days: 3, at: '08:15' } })).toEqual(['overdue 04-18 08:15']);
  });

  test('is empty without a date', () => {
    expect(planRungs(null, LADDER, TIMETABLE, 0)).toEqual([]);
    const undated = { lastOk: null, lastOkWorkday: null, precision: 'none' } as const;
    expect(planRungs(undated, LADDER, TIMETABLE, 0)).toEqual([]);
  });

  const anyTime = fc.constantFrom('07:30', '08:00', '13:30', '16:45');
  const anyRungs = fc
    .uniqueArray(fc.record({ days: fc.integer({ min: 1, max: 20 }), at: anyTime }), {
      maxLength: 5,
      selector: ({ days }) => days,
    })
    .map((rungs) => rungs.toSorted((one, other) => other.days - one.days));
  const anyLadder: fc.Arbitrary<ReminderLadder> = fc.record({
    before: anyRungs,
    onTheDay: fc.uniqueArray(anyTime, { maxLength: 2 }).map((times) => times.toSorted()),
    hoursBefore: fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 3 }),
    after: anyRungs.map((rungs) => rungs.toReversed()),
    thenEvery: fc.option(fc.record({ days: fc.integer({ min: 1, max: 10 }), at: anyTime }), { nil: null }),
  });
  const anyDue = fc
    .tuple(someDate, fc.option(fc.constantFrom('06:30', '10:00', '17:00', '21:00', '23:59'), { nil: null }))
    .map(([date, time]) => (time === null ? date : localMoment(date, time)));

  test('never lies on a day off or outside the hours but where an hour named there demands it, climbs, and is late only when the deadline is', () => {
    const bounds = fc.constantFrom<Bound>('before', 'by', 'on', 'within');
    fc.assert(
      fc.property(
        someCalendar,
        anyLadder,
        anyDue,
        bounds,
        someDate,
        (calendar, ladder, due, bound, today) => {
          const precision = timeOf(due) === null ? 'day' : 'instant';
          const named = { raw: '…', due, bound, precision, rrule: null, condition: null } as const;
          const deadline = deadlineAt(named, calendar, true);
          const now = instantOf(today, '10:00');
          const rungs = planRungs(deadline, ladder, timetable(calendar), now);
          const tooLate = firstInstantAfter(deadline.lastOk ?? '');
          const isInHours = (moment: number): boolean =>
            calendar.isWorkingDay(localDateOf(moment)) &&
            timeOfDayOf(moment) >= '07:30' &&
            timeOfDayOf(moment) < '17:00';
          for (const [index, { rung, fireAt, isPast }] of rungs.entries()) {
            if (!isInHours(fireAt)) {
              expect(rung).toMatch(/^hours-/);
              // No moment of the office is left before the deadline, and nobody is woken up.
              for (let later = fireAt; later < tooLate - 60_000; later += 60_000 * 30) {
                expect(isInHours(later)).toBe(false);
              }
              expect(timeOfDayOf(fireAt) >= '06:00' && timeOfDayOf(fireAt) < '21:30').toBe(true);
            }
            expect(fireAt).toBeGreaterThan(rungs[index - 1]?.fireAt ?? 0);
            expect(isPast).toBe(fireAt <= now);
            expect(fireAt >= tooLate).toBe(rung === 'overdue');
          }
          expect(rungs.filter(({ rung }) => rung === 'overdue').length).toBeLessThanOrEqual(1);
          if (ladder.thenEvery) expect(rungs.at(-1)).toMatchObject({ rung: 'overdue', isPast: false });
          expect(rungs.some(({ rung }) => rung === 'on-day')).toBe(ladder.onTheDay.length > 0);
        },
      ),
      { seed: 20250414, numRuns: 300 },
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
    const deadline = deadlineOf('2025-04-10', 'by');
    const rung = nextOverdueRung(deadline, LADDER, officialCalendar, tomorrow(at(now)));
    expect(rung && [rung.rung, show(rung.fireAt), rung.isPast]).toEqual(['overdue', next, false]);
  });

  test('every working day has one reminder, on any calendar', () => {
    fc.assert(
      fc.property(someCalendar, someDate, (calendar, date) => {
        const deadline = { lastOk: date };
        let now = instantOf(calendar.nextWorkingDay(date), '07:30');
        for (let day = 1; day <= 10; day++) {
          const next = nextOverdueRung(deadline, LADDER, calendar, tomorrow(now));
          expect(calendar.workingDaysAfter(localDateOf(now), localDateOf(next?.fireAt ?? 0))).toBe(1);
          now = next?.fireAt ?? 0;
        }
      }),
      { seed: 20250414, numRuns: 50 },
    );
  });

  test('the days after are counted from the deadline, then every so many, whatever went out before', () => {
    const at = '08:00';
    const ladder = {
      ...NO_RUNGS,
      after: [
        { days: 1, at },
        { days: 3, at },
      ],
      thenEvery: { days: 5, at },
    };
    // Friday 11/4 is the last good day.
    const moments: string[] = [];
    let from = instantOf('2025-04-12');
    for (let count = 0; count < 5; count++) {
      const next = nextOverdueRung({ lastOk: '2025-04-11' }, ladder, officialCalendar, from);
      moments.push(show(next?.fireAt ?? 0));
      from = tomorrow(next?.fireAt ?? 0);
    }
    expect(moments).toEqual(['04-14 08:00', '04-16 08:00', '04-23 08:00', '04-29 08:00', '05-09 08:00']);
    // A clock that comes back from far ahead finds the same moments.
    const again = nextOverdueRung(
      { lastOk: '2025-04-11' },
      ladder,
      officialCalendar,
      instantOf('2025-04-15'),
    );
    expect(show(again?.fireAt ?? 0)).toBe('04-16 08:00');
  });

  test('it may end', () => {
    const ladder = { ...NO_RUNGS, after: [{ days: 1, at: '08:00' }] };
    expect(
      nextOverdueRung({ lastOk: '2025-04-11' }, ladder, officialCalendar, instantOf('2025-04-15')),
    ).toBeNull();
    expect(nextOverdueRung({ lastOk: null }, LADDER, officialCalendar, 0)).toBeNull();
  });
});

describe('a deadline that names an hour', () => {
  const hours = (due: string, wanted: readonly number[], precision: 'instant' | 'half_day' = 'instant') => {
    const named = { raw: '…', due, bound: 'by', precision, rrule: null, condition: null } as const;
    const deadline = deadlineAt(named, officialCalendar, true);
    const ladder = { ...NO_RUNGS, hoursBefore: wanted };
    return planRungs(deadline, ladder, TIMETABLE, 0).map(({ rung, fireAt }) => `${rung} ${show(fireAt)}`);
  };

  test.each([
    ['17h00 thứ Ba', '2025-04-15T17:00:00+07:00', [4, 1], ['hours-4 04-15 13:00', 'hours-1 04-15 16:00']],
    [
      '10h00: four hours before is before the office opens',
      '2025-04-15T10:00:00+07:00',
      [4, 1],
      ['hours-4 04-15 07:30', 'hours-1 04-15 09:00'],
    ],
    ['08h00: both at the opening are one', '2025-04-15T08:00:00+07:00', [4, 1], ['hours-4 04-15 07:30']],
    [
      '20h00: the afternoon is left, then the evening',
      '2025-04-15T20:00:00+07:00',
      [4, 1],
      ['hours-4 04-15 16:00', 'hours-1 04-15 19:00'],
    ],
    ['07h00: an hour before the office opens', '2025-04-15T07:00:00+07:00', [1], ['hours-1 04-15 06:00']],
    ['06h00: nobody is woken up', '2025-04-15T06:00:00+07:00', [1], []],
    ['09h00 on a Sunday', '2025-04-20T09:00:00+07:00', [2], ['hours-2 04-20 07:00']],
  ] as const)('%s', (_name, due, wanted, expected) => {
    expect(hours(due, wanted)).toEqual(expected);
  });

  test('half a day on a Sunday names no hour: nobody is reminded then', () => {
    expect(hours('2025-04-20T11:30:00+07:00', [2], 'half_day')).toEqual([]);
    expect(hours('2025-04-18T11:30:00+07:00', [2], 'half_day')).toEqual(['hours-2 04-18 09:30']);
  });
});

describe('a reminder held up on its way', () => {
  const deadline = deadlineOf('2025-04-15', 'before');
  const superseded = (rung: 'before-3' | 'before-1' | 'on-day' | 'overdue', queued: string, now: string) =>
    isSuperseded(rung, at(queued), deadline, LADDER, TIMETABLE, at(now));

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
    const rungs = ['before-3', 'before-12', 'on-day', 'hours-2', 'overdue'] as const;
    expect(rungs.map(daysBefore)).toEqual([3, 12, 0, null, null]);
    expect(rungs.map(hoursBefore)).toEqual([null, null, null, 2, null]);
  });

  test('the day after the last good one is the first overdue day', () => {
    // Consistent with the instant from which the assignment counts as overdue.
    const [overdue] = planRungs(deadline, { ...LADDER, before: [], onTheDay: [] }, TIMETABLE, 0);
    expect(localDateOf(overdue?.fireAt ?? 0)).toBe(addDays(deadline.lastOk ?? '', 1));
  });
});
