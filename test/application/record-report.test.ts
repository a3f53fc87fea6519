import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCompletion } from '../../src/application/decide-completion.ts';
import type { CompletionOutcome } from '../../src/application/decide-completion.ts';
import { recordReport } from '../../src/application/record-report.ts';
import type { ReportContent, ReportResult } from '../../src/application/record-report.ts';
import { isAtRest, isOpen } from '../../src/domain/assignment.ts';
import type { Member } from '../../src/domain/member.ts';
import type { AssignmentView } from '../../src/domain/notification.ts';
import {
  CHAT_OF,
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  STAFF_OF_PLANNING,
  STAFF_OF_TECHNOLOGY,
  TestOffice,
  at,
} from '../support/test-office.ts';

const TO_SECRETARIES = [SECRETARY, SECOND_SECRETARY].map(
  ({ telegramId }) => `completion_reported → ${telegramId ?? ''}`,
);

const report = (
  office: TestOffice,
  view: AssignmentView,
  content: ReportContent | ReportContent['kind'],
  member: Member = HEAD_OF_PLANNING,
): Promise<ReportResult> =>
  recordReport(office.app, {
    member,
    reports: [
      {
        assignmentId: view.assignment.id,
        content: typeof content === 'string' ? { kind: content } : content,
      },
    ],
    origin: office.message(),
  });

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
const withTask = async (
  options: Parameters<typeof TestOffice.openBound>[0] = {},
  due = '2025-04-15',
): Promise<readonly [TestOffice, AssignmentView]> => {
  const office = await TestOffice.openBound(options);
  const view = await office.assignOne({ due });
  await office.deliver();
  return [office, view];
};

describe('a report', () => {
  test('is kept with all that it says, and changes the assignment', async () => {
    const [office, view] = await withTask();
    const origin = office.message();
    const result = await recordReport(office.app, {
      member: STAFF_OF_PLANNING,
      reports: [
        {
          assignmentId: view.assignment.id,
          content: {
            kind: 'submitted',
            text: 'Đã trình tại Tờ trình số 45/TTr-SKHCN',
            documentNumber: '45/TTr-SKHCN',
            documentDate: '2025-04-08',
            waitingOn: 'UBND tỉnh',
          },
        },
      ],
      origin,
    });
    if (result.kind !== 'recorded') throw new Error(result.kind);
    const [outcome] = result.outcomes;
    expect(outcome?.awaitsAcceptance).toBe(false);
    const after = await office.view(view);
    expect(after).toEqual(outcome?.view);
    expect(after.lastReport).toEqual(outcome?.report);
    expect(after.lastReport).toMatchObject({
      memberId: STAFF_OF_PLANNING.id,
      at: office.now,
      kind: 'submitted',
      documentNumber: '45/TTr-SKHCN',
      documentDate: '2025-04-08',
      waitingOn: 'UBND tỉnh',
      progress: null,
      correctsId: null,
      source: origin.source,
    });
    expect(after.assignment).toMatchObject({
      status: 'submitted',
      completedAt: office.now,
      lastReportAt: office.now,
    });
    expect(await office.trail(view)).toContain('status_reported');
  });

  test('on several tasks is recorded together, under one update', async () => {
    const [office, one] = await withTask();
    const two = await office.assignOne({ due: '2025-04-16' });
    const command = {
      member: HEAD_OF_PLANNING,
      reports: [
        { assignmentId: one.assignment.id, content: { kind: 'done' } as const },
        { assignmentId: two.assignment.id, content: { kind: 'in_progress', progress: 60 } as const },
      ],
      origin: office.message(),
    };
    const result = await recordReport(office.app, command);
    expect(result.kind === 'recorded' && result.outcomes.map((outcome) => outcome.view.task.number)).toEqual([
      1, 2,
    ]);
    expect((await office.view(two)).assignment).toMatchObject({ status: 'in_progress', progress: 60 });
    await expect(recordReport(office.app, command)).rejects.toThrow('applied already');
    expect(await office.store.reportsOfAssignment(two.assignment.id)).toHaveLength(1);
  });

  test.each([
    ['staff of the unit', STAFF_OF_PLANNING, 'recorded'],
    ['its head', HEAD_OF_PLANNING, 'recorded'],
    ['the secretary', SECRETARY, 'recorded'],
    ['staff of another unit', STAFF_OF_TECHNOLOGY, 'not_allowed'],
    ['the deputy in charge', DEPUTY, 'not_allowed'],
    ['the director', DIRECTOR, 'not_allowed'],
  ])('may come from %s: %s', async (_who, member, expected) => {
    const [office, view] = await withTask();
    expect((await report(office, view, 'in_progress', member)).kind).toBe(expected);
    expect((await office.view(view)).assignment.status).toBe(
      expected === 'recorded' ? 'in_progress' : 'assigned',
    );
  });

  test('on tasks of two units is refused whole where one is not the person’s', async () => {
    const office = await TestOffice.openBound();
    const [mine, theirs] = await office.assign({ lead: ['KHTC', 'QLCN'] });
    if (!mine || !theirs) throw new Error('Two units lead');
    const result = await recordReport(office.app, {
      member: HEAD_OF_PLANNING,
      reports: [mine, theirs].map(({ assignment }) => ({
        assignmentId: assignment.id,
        content: { kind: 'in_progress' },
      })),
      origin: office.message(),
    });
    expect(result.kind).toBe('not_allowed');
    expect((await office.view(mine)).assignment.status).toBe('assigned');
  });

  test('"đã nhận" to a message on the tasks of two units is said for one’s own', async () => {
    const office = await TestOffice.openBound();
    const views = await office.assign({ lead: ['KHTC', 'QLCN'] });
    const acknowledge = (member: Member) =>
      recordReport(office.app, {
        member,
        reports: views.map(({ assignment }) => ({
          assignmentId: assignment.id,
          content: { kind: 'acknowledged' },
        })),
        origin: office.message(),
      });
    expect((await acknowledge(HEAD_OF_PLANNING)).kind).toBe('recorded');
    const after = await Promise.all(views.map((view) => office.view(view)));
    expect(after.map(({ assignment }) => assignment.status)).toEqual(['acknowledged', 'assigned']);
    expect((await acknowledge(DEPUTY)).kind).toBe('not_allowed');
  });

  test('on nothing is told so', async () => {
    const office = await TestOffice.openBound();
    const reports = [{ assignmentId: 'unknown', content: { kind: 'done' } as const }];
    const result = await recordReport(office.app, { member: SECRETARY, reports, origin: office.message() });
    expect(result.kind).toBe('not_found');
  });

  test('"đã nhận" to a message on several tasks holds for those still open', async () => {
    const [office, closed] = await withTask({ settings: { acceptance: 'automatic' } });
    const open = await office.assignOne();
    await report(office, closed, 'done');
    const acknowledge = (views: readonly AssignmentView[]) =>
      recordReport(office.app, {
        member: HEAD_OF_PLANNING,
        reports: views.map(({ assignment }) => ({
          assignmentId: assignment.id,
          content: { kind: 'acknowledged' },
        })),
        origin: office.message(),
      });
    expect((await acknowledge([closed, open])).kind).toBe('recorded');
    expect((await office.view(open)).assignment.status).toBe('acknowledged');
    expect((await office.view(closed)).assignment.status).toBe('done');
    expect((await acknowledge([closed])).kind).toBe('closed');
  });
});

describe('work that is finished', () => {
  test('"đã xong" waits for the secretary, who is asked once', async () => {
    const [office, view] = await withTask();
    const result = await report(office, view, 'done');
    expect(result).toMatchObject({ outcomes: [{ awaitsAcceptance: true }] });
    await report(office, view, 'done', STAFF_OF_PLANNING);
    expect(await office.deliver()).toEqual(TO_SECRETARIES);
    expect(office.said('completion_reported')).toMatchObject({ reporter: { id: HEAD_OF_PLANNING.id } });
    expect((await office.view(view)).assignment).toMatchObject({ status: 'submitted', progress: 100 });
  });

  test('"đã xong" after "đã trình" is brought to the secretary, and was finished when it was submitted', async () => {
    const [office, view] = await withTask();
    await report(office, view, 'submitted');
    const submittedAt = office.now;
    expect(await office.deliver()).toEqual([]);
    office.jumpTo('2025-04-17 10:00');
    await report(office, view, 'done');
    expect(await office.deliver()).toEqual(TO_SECRETARIES);
    expect((await office.view(view)).assignment).toMatchObject({
      status: 'submitted',
      completedAt: submittedAt,
    });
  });

  test('outside working hours the secretary is asked in the morning, if it is still so', async () => {
    const [office, view] = await withTask();
    office.jumpTo('2025-04-08 20:00');
    await report(office, view, 'done');
    expect(await office.deliver()).toEqual([]);
    await report(office, view, 'not_done');
    office.jumpTo('2025-04-09 07:30');
    expect(await office.deliver()).toEqual([]);
  });

  test('where the agency accepts by itself, it is done', async () => {
    const [office, view] = await withTask({ settings: { acceptance: 'automatic' } });
    const result = await report(office, view, 'done');
    expect(result).toMatchObject({ outcomes: [{ awaitsAcceptance: false }] });
    expect(await office.deliver()).toEqual([]);
    expect((await office.view(view)).assignment).toMatchObject({ status: 'done', completedAt: office.now });
    expect((await report(office, view, 'in_progress')).kind).toBe('closed');
  });

  test('a coordinating unit’s part is done at its word, and the lead’s is not', async () => {
    const office = await TestOffice.openBound();
    const [lead, part] = await office.assign({ lead: ['QLCN'], coordinating: ['KHTC'], due: '2025-04-15' });
    if (!lead || !part) throw new Error('Two units take part');
    await office.deliver();
    expect(await report(office, part, 'done')).toMatchObject({ outcomes: [{ awaitsAcceptance: false }] });
    expect((await office.view(part)).assignment.status).toBe('done');
    expect((await office.view(lead)).assignment.status).toBe('assigned');
    expect(await office.deliver()).toEqual([]);
    expect(await office.planned(lead)).toHaveLength(4);
  });

  test('is no longer pressed, and is again when it is taken back', async () => {
    const [office, view] = await withTask();
    await report(office, view, 'submitted');
    expect(await office.planned(view)).toEqual([]);
    office.jumpTo('2025-04-11 10:00');
    await report(office, view, 'not_done');
    // What is over of the ladder stays over.
    expect(await office.planned(view)).toEqual([
      'before-1 04-14 07:30',
      'on-day 04-15 07:30',
      'overdue 04-16 07:30',
    ]);
    expect((await office.view(view)).assignment).toMatchObject({ status: 'in_progress', completedAt: null });
  });

  test('being stuck does not end the pressing, and those in charge are told why', async () => {
    const [office, view] = await withTask();
    const planned = await office.planned(view);
    await report(office, view, { kind: 'blocked', reason: 'Chờ ý kiến Sở Tư pháp' });
    expect(await office.planned(view)).toEqual(planned);
    expect(await office.deliver()).toEqual([`blocked_reported → ${DEPUTY.telegramId ?? ''}`]);
    expect(office.said('blocked_reported').report.reason).toBe('Chờ ý kiến Sở Tư pháp');
  });
});

describe('whom those in charge are', () => {
  test.each([
    ['the deputy in charge', 'KHTC', {}, [DEPUTY]],
    ['the director, where the deputy has no account', 'KHTC', { deputy: { telegramId: null } }, [DIRECTOR]],
    ['the director, for a unit nobody else is in charge of', 'QLCN', {}, [DIRECTOR]],
    [
      'the secretaries, where no leader has an account',
      'QLCN',
      { director: { telegramId: null } },
      [SECRETARY, SECOND_SECRETARY],
    ],
  ])('%s', async (_who, unit, members, expected) => {
    const office = await TestOffice.openBound({ members });
    const view = await office.assignOne({ lead: [unit] });
    await office.deliver();
    await report(office, view, { kind: 'blocked', reason: 'Thiếu kinh phí' }, SECRETARY);
    expect(await office.deliver()).toEqual(
      expected.map(({ telegramId }) => `blocked_reported → ${telegramId ?? ''}`),
    );
  });
});

describe('the secretary', () => {
  test('accepts: the task is done, when the unit said so, and the unit hears of it', async () => {
    const [office, view] = await withTask();
    await report(office, view, 'done');
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
    await report(office, view, 'done');
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
      await report(office, view, 'done');
      await office.deliver();
      await decide(office, view, isAccepted);
      heard.push(...(await office.deliver()));
      office.clock.jumpTo(office.now + 60_000);
    }
    expect(heard).toEqual(Array.from({ length: 3 }, () => `completion_decided → ${CHAT_OF.KHTC}`));
  });

  test('and a second one at the same moment: one decides, the other learns of it', async () => {
    const [office, view] = await withTask();
    await report(office, view, 'done');
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
    await report(office, view, 'done');
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
              await recordReport(office.app, {
                member: HEAD_OF_PLANNING,
                reports: [{ assignmentId: view.assignment.id, content: { kind: next.kind } }],
                origin: office.message(),
                isCorrection: next.isCorrection,
              });
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
