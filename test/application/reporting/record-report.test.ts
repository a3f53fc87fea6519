import { describe, expect, test } from 'vitest';
import { recordReport } from '../../../src/application/reporting/record-report.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { TestOffice } from '../../support/test-office.ts';
import {
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  STAFF_OF_PLANNING,
  STAFF_OF_TECHNOLOGY,
} from '../../support/test-people.ts';

const TO_SECRETARIES = [SECRETARY, SECOND_SECRETARY].map(
  ({ telegramId }) => `completion_reported → ${telegramId ?? ''}`,
);

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
      evidence: [],
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
    expect((await office.report(view, 'in_progress', member)).kind).toBe(expected);
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
    await office.report(closed, 'done');
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
    const result = await office.report(view, 'done');
    expect(result).toMatchObject({ outcomes: [{ awaitsAcceptance: true }] });
    await office.report(view, 'done', STAFF_OF_PLANNING);
    expect(await office.deliver()).toEqual(TO_SECRETARIES);
    expect(office.said('completion_reported')).toMatchObject({ reporter: { id: HEAD_OF_PLANNING.id } });
    expect((await office.view(view)).assignment).toMatchObject({ status: 'submitted', progress: 100 });
  });

  test('"đã xong" after "đã trình" is brought to the secretary, and was finished when it was submitted', async () => {
    const [office, view] = await withTask();
    await office.report(view, 'submitted');
    const submittedAt = office.now;
    expect(await office.deliver()).toEqual([]);
    office.jumpTo('2025-04-17 10:00');
    await office.report(view, 'done');
    expect(await office.deliver()).toEqual(TO_SECRETARIES);
    expect((await office.view(view)).assignment).toMatchObject({
      status: 'submitted',
      completedAt: submittedAt,
    });
  });

  test('outside working hours the secretary is asked in the morning, if it is still so', async () => {
    const [office, view] = await withTask();
    office.jumpTo('2025-04-08 20:00');
    await office.report(view, 'done');
    expect(await office.deliver()).toEqual([]);
    await office.report(view, 'not_done');
    office.jumpTo('2025-04-09 07:30');
    expect(await office.deliver()).toEqual([]);
  });

  test('where the agency accepts by itself, it is done', async () => {
    const [office, view] = await withTask({ settings: { acceptance: 'automatic' } });
    const result = await office.report(view, 'done');
    expect(result).toMatchObject({ outcomes: [{ awaitsAcceptance: false }] });
    expect(await office.deliver()).toEqual([]);
    expect((await office.view(view)).assignment).toMatchObject({ status: 'done', completedAt: office.now });
    expect((await office.report(view, 'in_progress')).kind).toBe('closed');
  });

  test('a coordinating unit’s part is done at its word, and the lead’s is not', async () => {
    const office = await TestOffice.openBound();
    const [lead, part] = await office.assign({ lead: ['QLCN'], coordinating: ['KHTC'], due: '2025-04-15' });
    if (!lead || !part) throw new Error('Two units take part');
    await office.deliver();
    expect(await office.report(part, 'done')).toMatchObject({ outcomes: [{ awaitsAcceptance: false }] });
    expect((await office.view(part)).assignment.status).toBe('done');
    expect((await office.view(lead)).assignment.status).toBe('assigned');
    expect(await office.deliver()).toEqual([]);
    expect(await office.planned(lead)).toHaveLength(4);
  });

  test('is no longer pressed, and is again when it is taken back', async () => {
    const [office, view] = await withTask();
    await office.report(view, 'submitted');
    expect(await office.planned(view)).toEqual([]);
    office.jumpTo('2025-04-11 10:00');
    await office.report(view, 'not_done');
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
    await office.report(view, { kind: 'blocked', reason: 'Chờ ý kiến Sở Tư pháp' });
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
    await office.report(view, { kind: 'blocked', reason: 'Thiếu kinh phí' }, SECRETARY);
    expect(await office.deliver()).toEqual(
      expected.map(({ telegramId }) => `blocked_reported → ${telegramId ?? ''}`),
    );
  });
});
