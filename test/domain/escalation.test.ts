import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EscalationStep, Silence } from '../../src/domain/escalation.ts';
import { ESCALATION_STEPS, nextStep } from '../../src/domain/escalation.ts';
import { instantOf, localDateOf, timeOfDayOf } from '../../src/domain/local-time.ts';
import { officialCalendar, someCalendar, someDate } from '../support/calendars.ts';
import { STANDARD_ESCALATION } from '../support/ladders.ts';

const at = (written: string): number => {
  const [date = '', time = ''] = written.split(' ');
  return instantOf(date, time);
};

const silence = (set: Partial<Silence> = {}): Silence => ({
  deadline: { lastOk: '2025-04-10' },
  assignment: { createdAt: at('2025-04-01 09:00') },
  lastReport: null,
  ...set,
});

const shown = (of: Silence, last: EscalationStep | null, from = '2025-04-01 00:00'): string | null => {
  const next = nextStep(of, last, STANDARD_ESCALATION, officialCalendar, at(from));
  return next && `${next.step} ${localDateOf(next.fireAt).slice(5)} ${timeOfDayOf(next.fireAt)}`;
};

const report = (kind: 'in_progress' | 'acknowledged', written: string, eta: string | null = null) => ({
  lastReport: { kind, at: at(written), eta },
});

describe('the next step', () => {
  test.each([
    ['none was taken', silence(), null, 'head 04-14 09:00'],
    ['the head was told', silence(), 'head', 'secretary 04-15 09:00'],
    ['the deputy was told', silence(), 'deputy', 'director 04-17 09:00'],
    ['all were told', silence(), 'director', null],
    ['there is no date', silence({ deadline: { lastOk: null } }), null, null],
    ['there is no deadline', silence({ deadline: null }), null, null],
    [
      'it was given after its deadline',
      silence({ assignment: { createdAt: at('2025-04-17 09:00') } }),
      null,
      'head 04-21 09:00',
    ],
    [
      'an hour is named',
      silence({ deadline: { lastOk: '2025-04-10T17:00:00+07:00' } }),
      null,
      'head 04-14 09:00',
    ],
    [
      'a report came before the deadline',
      silence(report('in_progress', '2025-04-03 09:00')),
      null,
      'head 04-14 09:00',
    ],
    [
      'a report came on the last day',
      silence(report('in_progress', '2025-04-10 16:00')),
      null,
      'head 04-17 09:00',
    ],
    [
      'a report came after the head was told',
      silence(report('in_progress', '2025-04-14 10:00')),
      'head',
      'secretary 04-22 09:00',
    ],
    [
      'a date was named',
      silence(report('in_progress', '2025-04-11 10:00', '2025-04-24')),
      null,
      'head 04-26 09:00',
    ],
    [
      'a date was named that is half a year away: for that there are extensions',
      silence(report('in_progress', '2025-04-11 10:00', '2025-10-31')),
      null,
      'head 04-28 09:00',
    ],
    [
      'a date was asked for, which may be refused',
      silence({
        lastReport: {
          ...report('in_progress', '2025-04-09 10:00', '2025-06-30').lastReport,
          kind: 'extension_requested',
        },
      }),
      null,
      'head 04-16 09:00',
    ],
    ['it was only received', silence(report('acknowledged', '2025-04-14 08:00')), null, 'head 04-14 09:00'],
  ] as const)('where %s', (_what, of, last, expected) => {
    expect(shown(of, last)).toBe(expected);
  });

  test.each([
    ['2025-04-16 08:59', 'head 04-16 09:00'],
    ['2025-04-16 09:00', 'head 04-16 09:00'],
    ['2025-04-16 09:01', 'head 04-17 09:00'],
    ['2025-04-18 10:00', 'head 04-21 09:00'],
  ])('is not before %s', (from, expected) => {
    expect(shown(silence(), null, from)).toBe(expected);
  });

  test('on any calendar lies on a working day, after the deadline, in the order of the steps', () => {
    fc.assert(
      fc.property(someCalendar, someDate, someDate, (calendar, lastOk, from) => {
        const of = silence({ deadline: { lastOk } });
        let last: EscalationStep | null = null;
        let before = instantOf(from);
        for (const step of ESCALATION_STEPS) {
          const next = nextStep(of, last, STANDARD_ESCALATION, calendar, before);
          expect(next?.step).toBe(step);
          const fireAt = next?.fireAt ?? 0;
          expect(calendar.isWorkingDay(localDateOf(fireAt))).toBe(true);
          expect(timeOfDayOf(fireAt)).toBe('09:00');
          expect(fireAt).toBeGreaterThanOrEqual(before);
          const days = calendar.workingDaysAfter(lastOk, localDateOf(fireAt));
          expect(days).toBeGreaterThanOrEqual(STANDARD_ESCALATION.after[step] ?? 0);
          last = step;
          before = fireAt + 1;
        }
      }),
      { seed: 20250414, numRuns: 100 },
    );
  });
});
