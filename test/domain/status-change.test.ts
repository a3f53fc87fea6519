import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssignmentStatus } from '../../src/domain/assignment.ts';
import { isAtRest, isOpen } from '../../src/domain/assignment.ts';
import type { StatusChange } from '../../src/domain/status-change.ts';
import { afterAcceptance, afterReport, afterReturn } from '../../src/domain/status-change.ts';
import type { ReportKind } from '../../src/domain/status-report.ts';

const NOW = 1_000;
const EARLIER = 500;

const standing = (status: AssignmentStatus, progress: number | null = null): StatusChange => ({
  status,
  progress,
  completedAt: status === 'submitted' || status === 'done' ? EARLIER : null,
});

const REPORTS = [
  'acknowledged',
  'in_progress',
  'submitted',
  'done',
  'blocked',
  'not_done',
  'extension_requested',
  'note',
] as const satisfies readonly ReportKind[];

// What each report makes of each status, in the order of REPORTS; '=' changes nothing, 'x' is no longer possible.
// Where it says 'done', the secretary's acceptance is not needed; where it is, 'submitted' stands in its place.
const TABLE: Readonly<Record<AssignmentStatus, string>> = {
  assigned: /*    */ 'acknowledged in_progress submitted done blocked =           = =',
  acknowledged: /**/ '=            in_progress submitted done blocked =           = =',
  in_progress: /* */ '=            =           submitted done blocked =           = =',
  blocked: /*     */ '=            in_progress submitted done =       =           = =',
  returned: /*    */ '=            in_progress submitted done blocked =           = =',
  submitted: /*   */ '=            in_progress =         done blocked in_progress = =',
  done: /*        */ 'x            x           x         x    x       x           x x',
  cancelled: /*   */ 'x            x           x         x    x       x           x x',
};

const CASES = Object.entries(TABLE).flatMap(([status, row]) =>
  row.split(/ +/).map((after, column) => [status as AssignmentStatus, REPORTS[column], after] as const),
);

describe('what a report makes of an assignment', () => {
  test('is decided for every status and report', () => {
    expect(CASES).toHaveLength(8 * REPORTS.length);
    expect(CASES.every(([, kind]) => kind !== undefined)).toBe(true);
  });

  test.each(CASES)('%s + %s: %s', (status, kind, after) => {
    if (kind === undefined) throw new Error('A row of the table is too long');
    const report = { kind, progress: null };
    const automatic = afterReport(standing(status), report, 'automatic', NOW);
    const accepted = afterReport(standing(status), report, 'secretary', NOW);
    if (after === 'x') {
      expect([automatic, accepted]).toEqual([null, null]);
      return;
    }
    const next = after === '=' ? status : after;
    expect(automatic?.status).toBe(next);
    expect(accepted?.status).toBe(next === 'done' ? 'submitted' : next);
  });

  test('the time of completion is the first report that says so', () => {
    const done = afterReport(standing('in_progress'), { kind: 'done', progress: null }, 'secretary', NOW);
    expect(done).toEqual({ status: 'submitted', progress: 100, completedAt: NOW });
    const again = afterReport(standing('submitted'), { kind: 'done', progress: null }, 'automatic', NOW);
    expect(again).toEqual({ status: 'done', progress: 100, completedAt: EARLIER });
  });

  test('progress is what was said last', () => {
    const report = (kind: ReportKind, progress: number | null) =>
      afterReport(standing('in_progress', 40), { kind, progress }, 'secretary', NOW)?.progress;
    expect(report('in_progress', 60)).toBe(60);
    expect(report('in_progress', null)).toBe(40);
    expect(report('not_done', 30)).toBe(30);
    expect(report('blocked', null)).toBe(40);
    expect(report('done', null)).toBe(100);
  });

  test('work taken back is not left at 100 %', () => {
    const submitted = standing('submitted', 100);
    const taken = { status: 'in_progress', progress: null, completedAt: null };
    expect(afterReport(submitted, { kind: 'not_done', progress: null }, 'secretary', NOW)).toEqual(taken);
    expect(afterReport(submitted, { kind: 'in_progress', progress: null }, 'secretary', NOW)).toEqual(taken);
    expect(afterReport(submitted, { kind: 'in_progress', progress: 80 }, 'secretary', NOW)?.progress).toBe(
      80,
    );
    expect(afterReturn(submitted)).toEqual({ status: 'returned', progress: null, completedAt: null });
    expect(afterReturn(standing('submitted', 60))?.progress).toBe(60);
  });
});

describe('what a decision makes of an assignment', () => {
  test.each(Object.keys(TABLE) as AssignmentStatus[])('%s', (status) => {
    const [accepted, returned] = [afterAcceptance(standing(status)), afterReturn(standing(status))];
    if (status === 'submitted') {
      // Lateness is measured at the unit's report, not at acceptance.
      expect(accepted).toEqual({ status: 'done', progress: null, completedAt: EARLIER });
      expect(returned).toEqual({ status: 'returned', progress: null, completedAt: null });
    } else expect([accepted, returned]).toEqual([null, null]);
  });
});

describe('whatever is reported and decided, in whatever order', () => {
  type Step = { kind: ReportKind; progress: number | null } | 'accept' | 'return';
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constantFrom(...REPORTS),
      progress: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    }),
    fc.constantFrom('accept' as const, 'return' as const),
  );

  test('what is known of an assignment fits together', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom('automatic' as const, 'secretary' as const),
        (steps, acceptance) => {
          let current = standing('assigned');
          for (const [now, next] of steps.entries()) {
            const change =
              next === 'accept'
                ? afterAcceptance(current)
                : next === 'return'
                  ? afterReturn(current)
                  : afterReport(current, next, acceptance, now);
            if (!isOpen(current)) expect(change).toBeNull();
            if (change === null) continue;
            expect(change.completedAt !== null).toBe(isAtRest(change.status));
            if (current.completedAt !== null && change.completedAt !== null) {
              expect(change.completedAt).toBe(current.completedAt);
            }
            if (change.progress !== null) {
              expect(change.progress).toBeGreaterThanOrEqual(0);
              expect(change.progress).toBeLessThanOrEqual(100);
            }
            // Only a person with that authority closes what has to be accepted.
            if (acceptance === 'secretary' && change.status === 'done') expect(next).toBe('accept');
            current = change;
          }
        },
      ),
      { seed: 20250414, numRuns: 300 },
    );
  });
});
