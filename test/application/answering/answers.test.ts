import { describe, expect, test } from 'vitest';
import { answerOpenTasks, answerOverdue, answerTask } from '../../../src/application/answering/answers.ts';
import { decideCompletion } from '../../../src/application/deciding/decide-completion.ts';
import { decideExtension } from '../../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import { localMoment } from '../../../src/domain/local-time.ts';
import { TestOffice } from '../../support/test-office.ts';
import {
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  OFFICE,
  PLANNING,
  SECRETARY,
  STAFF_OF_TECHNOLOGY,
  TECHNOLOGY,
} from '../../support/test-people.ts';

const overdue = async (office: TestOffice, units: Parameters<typeof answerOverdue>[1] = null, offset = 0) => {
  const answer = await answerOverdue(office.app, units, offset);
  return answer.lines.map(
    ({ view, workingDaysOverdue }) => `${view.unit.code} ${view.task.number} ${workingDaysOverdue}`,
  );
};

describe('what is overdue', () => {
  test('by unit in the order of the agency, oldest first, with days counted in working days', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ lead: ['QLCN'], due: '2025-04-16' });
    await office.assign({ lead: ['QLCN'], due: '2025-04-11' });
    await office.assign({ lead: ['VP'], due: '2025-04-20', bound: 'before' });
    await office.assign({ lead: ['KHTC'], due: '2025-04-21' });
    office.jumpTo('2025-04-21 08:00');
    expect(await overdue(office)).toEqual(['VP 3 1', 'QLCN 2 6', 'QLCN 1 3']);
    expect(await answerOverdue(office.app, null, 0)).toMatchObject({
      taskCount: 3,
      unitCount: 2,
      isOwnOnly: false,
    });
  });

  test.each([
    ['on its last day', '2025-04-11', '2025-04-11 23:59', []],
    ['at midnight after it', '2025-04-11', '2025-04-12 00:00', ['KHTC 1 0']],
    ['on the weekend after it', '2025-04-11', '2025-04-13 12:00', ['KHTC 1 0']],
    ['on the Monday after it', '2025-04-11', '2025-04-14 00:00', ['KHTC 1 1']],
    ['on a weekend that is in time', '2025-04-13', '2025-04-13 12:00', []],
    ['in its last minute', localMoment('2025-04-11', '10:00'), '2025-04-11 10:00', []],
    ['a minute later', localMoment('2025-04-11', '10:00'), '2025-04-11 10:01', ['KHTC 1 0']],
    ['after a long break', '2025-04-29', '2025-05-05 08:00', ['KHTC 1 1']],
    ['with a Saturday worked in between', '2025-04-25', '2025-04-28 08:00', ['KHTC 1 2']],
  ])('%s', async (_when, due, now, expected) => {
    const office = await TestOffice.openBound();
    await office.assign({ due });
    office.jumpTo(now);
    expect(await overdue(office)).toEqual(expected);
  });

  test('is what nobody has finished, and only of those who lead', async () => {
    const office = await TestOffice.openBound();
    const views = [];
    for (let index = 0; index < 4; index++) views.push(await office.assignOne({ due: '2025-04-09' }));
    const [done, submitted, blocked] = views;
    if (!done || !submitted || !blocked) throw new Error('There are four');
    await office.assign({ lead: ['VP'], coordinating: ['KHTC'], due: '2025-04-25' });
    await office.assign({ lead: ['VP'], coordinating: ['KHTC'], due: '2025-04-09' });
    await office.assign({ lead: ['KHTC'], due: null });
    await office.report(done, 'done', SECRETARY);
    await office.report(submitted, 'submitted', SECRETARY);
    await office.report(blocked, 'blocked', SECRETARY);
    office.jumpTo('2025-04-14 08:00');
    expect(await overdue(office)).toEqual(['VP 6 3', 'KHTC 3 3', 'KHTC 4 3']);
    await decideCompletion(office.app, {
      member: SECRETARY,
      assignmentId: done.assignment.id,
      isAccepted: false,
      origin: office.message(),
    });
    // It was done in time: the days in which nobody looked at it are not the unit's.
    expect(await overdue(office)).toContain('KHTC 1 0');
  });

  test('of some units only', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ lead: ['QLCN', 'KHTC', 'VP'], due: '2025-04-09' });
    office.jumpTo('2025-04-14 08:00');
    expect(await overdue(office, [PLANNING, TECHNOLOGY])).toEqual(['KHTC 1 3', 'QLCN 1 3']);
    expect(await overdue(office, [])).toEqual([]);
    expect((await answerOverdue(office.app, [PLANNING], 0)).isOwnOnly).toBe(true);
  });

  test('comes in pages, and a page that is gone becomes the last one', async () => {
    const office = await TestOffice.openBound();
    for (let index = 0; index < 12; index++) await office.assign({ due: '2025-04-09' });
    office.jumpTo('2025-04-14 08:00');
    expect(await overdue(office)).toHaveLength(10);
    expect(await overdue(office, null, 10)).toEqual(['KHTC 11 3', 'KHTC 12 3']);
    const beyond = await answerOverdue(office.app, null, 500);
    expect([beyond.offset, beyond.lines.length, beyond.taskCount]).toEqual([10, 2, 12]);
    expect(beyond.countByUnit.get(PLANNING.id)).toBe(12);
    const empty = await answerOverdue(office.app, [OFFICE], 500);
    expect([empty.offset, empty.taskCount, empty.unitCount]).toEqual([0, 0, 0]);
  });
});

describe('open tasks', () => {
  test('earliest deadline first, with the days left or late, those of coordinating units without', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: null });
    await office.assign({ due: '2025-04-20', bound: 'before' });
    await office.assign({ due: '2025-04-09' });
    await office.assign({ lead: ['VP'], coordinating: ['KHTC'], due: '2025-04-10' });
    office.jumpTo('2025-04-14 08:00');
    const answer = await answerOpenTasks(office.app, [PLANNING], 0);
    expect(
      answer.lines.map(({ view, workingDaysLeft, workingDaysOverdue }) => [
        view.task.number,
        workingDaysLeft,
        workingDaysOverdue,
      ]),
    ).toEqual([
      [3, null, 3],
      [4, null, null],
      [2, 4, null],
      [1, null, null],
    ]);
    expect(answer.total).toBe(4);
    expect((await answerOpenTasks(office.app, null, 0)).total).toBe(5);
  });

  test('on the last day, and between the last working day and the deadline', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-13' });
    const left = async () => (await answerOpenTasks(office.app, null, 0)).lines[0];
    office.jumpTo('2025-04-11 16:00');
    expect(await left()).toMatchObject({ workingDaysLeft: 0, workingDaysOverdue: null });
    office.jumpTo('2025-04-12 10:00');
    expect(await left()).toMatchObject({ workingDaysLeft: null, workingDaysOverdue: null });
  });
});

describe('one task', () => {
  test('with what happened to it, in order, and who did it', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    await office.deliver();
    await office.goTo('2025-04-10 07:30');
    await office.report(view, 'in_progress', SECRETARY);
    const asked = await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: view.assignment.id,
      newDue: '2025-04-15',
      raw: 'xin lùi đến 15/4',
      reason: null,
      origin: office.message(),
    });
    await decideExtension(office.app, {
      member: DEPUTY,
      requestId: asked.kind === 'requested' ? asked.request.id : '',
      isApproved: true,
      origin: office.message(),
    });
    await office.report(view, 'done', SECRETARY);
    await decideCompletion(office.app, {
      member: SECRETARY,
      assignmentId: view.assignment.id,
      isAccepted: true,
      origin: office.message(),
    });
    await office.deliver();
    const answer = await answerTask(office.app, DIRECTOR, null, 1);
    expect(answer?.timeline.map(({ who, what }) => [what.kind, who])).toEqual([
      ['created', SECRETARY.name],
      ['reminded', null],
      ['reported', SECRETARY.name],
      ['extension_requested', HEAD_OF_PLANNING.name],
      ['extension_approved', DEPUTY.name],
      ['reported', SECRETARY.name],
      ['accepted', SECRETARY.name],
    ]);
    expect(answer?.timeline.map(({ what }) => what)).toContainEqual({
      kind: 'extension_approved',
      unitName: PLANNING.shortName,
      oldDue: '2025-04-11',
      newDue: '2025-04-15',
    });
  });

  test('does not claim a reminder that nobody got', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    await office.deliver();
    office.jumpTo('2025-04-10 07:30');
    await office.tick();
    await office.report(view, 'submitted', SECRETARY);
    await office.deliver();
    const answer = await answerTask(office.app, DIRECTOR, null, 1);
    expect(answer?.timeline.map(({ what }) => what.kind)).toEqual(['created', 'reported']);
  });

  test('shows a unit its own part, a leader all of them, and nobody what is not theirs', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ lead: ['KHTC'], coordinating: ['VP'] });
    const units = async (
      ...[member, where]: [Parameters<typeof answerTask>[1], Parameters<typeof answerTask>[2]]
    ) => (await answerTask(office.app, member, where, 1))?.lines.map(({ view }) => view.unit.code) ?? null;
    expect(await units(DIRECTOR, null)).toEqual(['KHTC', 'VP']);
    expect(await units(HEAD_OF_PLANNING, [PLANNING])).toEqual(['KHTC']);
    expect(await units(HEAD_OF_PLANNING, [OFFICE])).toBeNull();
    expect(await units(STAFF_OF_TECHNOLOGY, [TECHNOLOGY])).toBeNull();
    // In a group a leader sees the group's own, too.
    expect(await units(DIRECTOR, [OFFICE])).toEqual(['VP']);
    expect(await answerTask(office.app, DIRECTOR, null, 99)).toBeNull();
  });
});
