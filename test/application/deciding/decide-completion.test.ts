import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCompletion } from '../../../src/application/deciding/decide-completion.ts';
import type { CompletionOutcome } from '../../../src/application/deciding/decide-completion.ts';
import { isAtRest, isOpen } from '../../../src/domain/assignment.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { TestOffice, at } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  STAFF_OF_TECHNOLOGY,
} from '../../support/test-people.ts';

const decide = (
  office: TestOffice,
  view: AssignmentView,
  isAccepted: boolean,
  member: Member = SECRETARY,
): Promise<CompletionOutcome> =>
  decideCompletion(office.app, {
    member,
    assignmentId: view.assignment.id,
    isAccepted,
    origin: office.message(),
  });

/** An office with one announced task of the planning unit. */
const withTask = async (): Promise<readonly [TestOffice, AssignmentView]> => {
  const office = await TestOffice.openBound();
  const view = await office.assignOne({ due: '2025-04-15' });
  await office.deliver();
  return [office, view];
};

describe('the secretary', () => {
  test('accepts: the task is done, when the unit said so, and the unit hears of it', async () => {
    const [office, view] = await withTask();
    await office.report(view, 'done');
    const completedAt = office.now;
    office.jumpTo('2025-04-17 10:00');
    await office.deliver();
    expect((await decide(office, view, true)).kind).toBe('decided');
    expect((await office.view(view)).assignment).toMatchObject({ status: 'done', completedAt });
    expect(await office.deliver()).toEqual([`completion_decided → ${CHAT_OF.KHTC}`]);
    expect((await decide(office, view, true)).kind).toBe('nothing_to_decide');
    expect((await decide(office, view, false)).kind).toBe('nothing_to_decide');
    expect(await office.planned(view)).toEqual([]);
  });

  test('sends it back: the unit hears of it and is reminded again, as late as it is', async () => {
    const [office, view] = await withTask();
    await office.report(view, 'done');
    await office.deliver();
    office.jumpTo('2025-04-17 10:00');
    expect((await decide(office, view, false)).kind).toBe('decided');
    expect((await office.view(view)).assignment).toMatchObject({
      status: 'returned',
      completedAt: null,
      progress: null,
    });
    expect(await office.deliver()).toEqual([`completion_decided → ${CHAT_OF.KHTC}`]);
    expect(await office.planned(view)).toEqual(['overdue 04-18 07:30']);
  });

  test('decides again after the work came back, and the unit hears each time', async () => {
    const [office, view] = await withTask();
    const heard: string[] = [];
    for (const isAccepted of [false, false, true]) {
      await office.report(view, 'done');
      await office.deliver();
      await decide(office, view, isAccepted);
      heard.push(...(await office.deliver()));
      office.clock.jumpTo(office.now + 60_000);
    }
    expect(heard).toEqual(Array.from({ length: 3 }, () => `completion_decided → ${CHAT_OF.KHTC}`));
  });

  test('and a second one at the same moment: one decides, the other learns of it', async () => {
    const [office, view] = await withTask();
    await office.report(view, 'done');
    await office.deliver();
    const outcomes = await Promise.all([
      decide(office, view, true),
      decide(office, view, false, SECOND_SECRETARY),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['decided', 'nothing_to_decide']);
    expect(await office.deliver()).toHaveLength(1);
  });

  test.each([
    ['the deputy in charge', DEPUTY, 'decided'],
    ['the director', DIRECTOR, 'decided'],
    ['the unit itself', HEAD_OF_PLANNING, 'not_allowed'],
    ['another unit', STAFF_OF_TECHNOLOGY, 'not_allowed'],
  ])('may be %s: %s', async (_who, member, expected) => {
    const [office, view] = await withTask();
    await office.report(view, 'done');
    expect((await decide(office, view, true, member)).kind).toBe(expected);
  });

  test('has nothing to decide where nothing has been reported, or is not there', async () => {
    const [office, view] = await withTask();
    expect((await decide(office, view, true)).kind).toBe('nothing_to_decide');
    const command = {
      member: SECRETARY,
      assignmentId: 'unknown',
      isAccepted: true,
      origin: office.message(),
    };
    expect((await decideCompletion(office.app, command)).kind).toBe('not_found');
  });
});

describe('whatever units and secretaries do, in whatever order', () => {
  const KINDS = ['acknowledged', 'in_progress', 'submitted', 'done', 'blocked', 'not_done', 'note'] as const;
  const step = fc.oneof(
    fc.record({
      do: fc.constant('report' as const),
      kind: fc.constantFrom(...KINDS),
      isCorrection: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 3_000 }),
    }),
    fc.record({
      do: fc.constant('decide' as const),
      isAccepted: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 3_000 }),
    }),
  );

  test('the assignment, its reminders and its reports fit together', async () => {
    const office = await TestOffice.openBound();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 6 }),
        fc.constantFrom('automatic' as const, 'secretary' as const),
        async (steps, acceptance) => {
          Object.assign(office.app, { settings: { ...office.app.settings, acceptance } });
          office.jumpTo('2025-04-08 09:00');
          const view = await office.assignOne({ due: '2025-04-11' });
          let before = view.assignment;
          for (const next of steps) {
            office.clock.jumpTo(office.now + next.minutes * 60_000);
            if (next.do === 'decide') await decide(office, view, next.isAccepted);
            else {
              await office.report(view, next.kind, HEAD_OF_PLANNING, { isCorrection: next.isCorrection });
            }
            const { assignment, lastReport } = await office.view(view);
            expect(assignment.completedAt !== null).toBe(isAtRest(assignment.status));
            expect(assignment.lastReportAt).toBe(lastReport?.at ?? null);
            expect(assignment.overdueFrom).toBe(at('2025-04-12 00:00'));
            // Closed stays closed, but for the unit's own mistake where it closes its tasks itself.
            if (!isOpen(before) && acceptance === 'secretary') expect(assignment.status).toBe(before.status);
            const planned = await office.store.plannedReminders([assignment.id]);
            if (isAtRest(assignment.status)) expect(planned).toEqual([]);
            else expect(planned.at(-1)?.rung).toBe('overdue');
            before = assignment;
          }
        },
      ),
      { seed: 20250414, numRuns: 25 },
    );
  });
});
