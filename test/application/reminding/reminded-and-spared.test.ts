// When a unit is reminded and when it is spared: hours, reports, announcements, classes of tasks, mornings that could not
// be sent.
import { describe, expect, test } from 'vitest';
import { standardLadder } from '../../support/ladders.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF } from '../../support/test-people.ts';
import { TO_PLANNING, TO_TECHNOLOGY, lastReminder } from './support.ts';

describe('a deadline that names an hour', () => {
  const lastRungs = (office: TestOffice) => office.said('reminder').lines.length;

  test('is reminded of hours before, in the hours of the office', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T17:00:00+07:00' });
    await office.deliver();
    expect(await office.goTo('2025-04-10 07:30')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-10 14:59')).toEqual([]);
    expect(await office.goTo('2025-04-10 15:00')).toEqual([TO_PLANNING]);
    expect(lastRungs(office)).toBe(1);
  });

  test('before the first hour of its day it is reminded of the morning before', async () => {
    const office = await TestOffice.openBound();
    // A Monday: the morning before is Friday's.
    await office.assign({ due: '2025-04-14T07:00:00+07:00' });
    await office.deliver();
    await office.goTo('2025-04-09 07:30');
    expect(await office.goTo('2025-04-10 07:30')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-11 16:59')).toEqual([]);
    expect(office.said('reminder').lines[0]).toMatchObject({ workingDaysLeft: 1, workingDaysOverdue: null });
  });

  test('outside them it is reminded of at its own hour, and nothing else is', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T20:00:00+07:00' });
    await office.deliver();
    await office.goTo('2025-04-10 07:30');
    expect(await office.goTo('2025-04-10 17:59')).toEqual([]);
    expect(await office.goTo('2025-04-10 18:00')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-10 20:30')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:29')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
  });

  test('on a day off it is reminded of there, once', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-13T20:00:00+07:00' });
    await office.deliver();
    await office.goTo('2025-04-11 07:30');
    expect(await office.goTo('2025-04-13 17:59')).toEqual([]);
    expect(await office.goTo('2025-04-13 18:00')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-13 18:01')).toEqual([]);
    expect(await office.goTo('2025-04-14 07:30')).toEqual([TO_PLANNING]);
  });

  test('once it is over, or in the night, the morning is soon enough', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T20:00:00+07:00' });
    await office.assign({ due: '2025-04-10T23:00:00+07:00' });
    await office.deliver();
    await office.goTo('2025-04-10 07:30');
    // Asleep from the afternoon on.
    expect(await office.goTo('2025-04-10 22:00')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: -1', '2: -1']);
  });

  test('what is held up until it is over waits for the morning too', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T20:00:00+07:00' });
    await office.deliver();
    await office.goTo('2025-04-10 07:30');
    office.messenger.isConnected = false;
    expect(await office.goTo('2025-04-10 18:00')).toEqual([]);
    office.messenger.isConnected = true;
    expect(await office.goTo('2025-04-10 20:30')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
  });
});

describe('a unit that has reported since it was reminded last', () => {
  const openOffice = async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await office.deliver();
    expect(await office.goTo('2025-04-09 07:30')).toEqual([TO_PLANNING]);
    office.jumpTo('2025-04-10 10:00');
    return { office, view };
  };
  const reasonOf = async (office: TestOffice, assignmentId: string, rung: string) => {
    const all = await office.store.remindersFrom([assignmentId], 0);
    return all.find((reminder) => reminder.rung === rung)?.reason;
  };

  test('is not nagged while it is in time, and the rung says why', async () => {
    const { office, view } = await openOffice();
    await office.report(view, { kind: 'in_progress', progress: 60 });
    expect(await office.goTo('2025-04-11 07:30')).toEqual([]);
    expect(await reasonOf(office, view.assignment.id, 'before-1')).toBe('reported');
    // Nothing was said since that rung.
    expect(await office.goTo('2025-04-14 07:30')).toEqual([TO_PLANNING]);
  });

  test.each([
    ['it only said that it has received the task', { kind: 'acknowledged' }],
    ['it will be late by its own word', { kind: 'in_progress', eta: '2025-04-16' }],
  ] as const)('is reminded all the same where %s', async (_why, content) => {
    const { office, view } = await openOffice();
    await office.report(view, content);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
  });

  test('is reminded all the same where its work was returned', async () => {
    const { office, view } = await openOffice();
    await office.report(view, 'done');
    await office.decideWork(view, false);
    await office.deliver();
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
  });

  test('is reminded all the same where that was long ago', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-29' });
    await office.deliver();
    await office.report(view, { kind: 'in_progress', progress: 10 });
    expect(await office.goTo('2025-04-25 07:30')).toEqual([TO_PLANNING]);
  });

  test('is reminded once it is late', async () => {
    const { office, view } = await openOffice();
    await office.goTo('2025-04-14 07:30');
    await office.report(view, { kind: 'in_progress', progress: 90 });
    expect(await office.goTo('2025-04-15 07:30')).toEqual([TO_PLANNING]);
  });
});

describe('a task that is given at the hour of a reminder', () => {
  test('is said once', async () => {
    // Sunday evening: the unit hears of it on Monday morning.
    const office = await TestOffice.openBound({ now: '2025-04-13 20:00' });
    const view = await office.assignOne({ due: '2025-04-15' });
    expect(await office.goTo('2025-04-14 07:30')).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
    const [, before] = await office.store.remindersFrom([view.assignment.id], 0);
    expect(before).toMatchObject({ rung: 'before-1', state: 'skipped', reason: 'announced' });
    expect(await office.goTo('2025-04-15 07:30')).toEqual([TO_PLANNING]);
  });

  test('is pressed later that day where its ladder has such an hour', async () => {
    const ladder = { ...standardLadder(), onTheDay: ['07:30', '13:30'] };
    const office = await TestOffice.openBound({ now: '2025-04-13 20:00', settings: { ladder } });
    await office.assignOne({ due: '2025-04-14' });
    expect(await office.goTo('2025-04-14 07:30')).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
    expect(await office.goTo('2025-04-14 13:30')).toEqual([TO_PLANNING]);
  });
});

describe('the ladder of a class of tasks', () => {
  test('holds for its tasks alone', async () => {
    const ladderOfCategory = { provincial: { ...standardLadder(), before: [{ days: 5, at: '14:00' }] } };
    const office = await TestOffice.openBound({ settings: { ladderOfCategory } });
    const provincial = await office.assignOne({ due: '2025-04-22', category: 'provincial' });
    const other = await office.assignOne({ due: '2025-04-22', category: 'director' });
    expect((await office.planned(provincial))[0]).toBe('before-5 04-15 14:00');
    expect((await office.planned(other))[0]).toBe('before-3 04-17 07:30');
    await office.deliver();
    expect(await office.goTo('2025-04-15 13:59')).toEqual([]);
    expect(await office.goTo('2025-04-15 14:00')).toEqual([TO_PLANNING]);
  });
});

describe('the morning message', () => {
  test('has what others decided since the morning before', async () => {
    const office = await TestOffice.openBound();
    const returned = await office.assignOne({ due: '2025-04-11' });
    const extended = await office.assignOne({ due: '2025-04-08' });
    await office.deliver();
    await office.goTo('2025-04-09 07:30');
    office.jumpTo('2025-04-09 14:00');
    await office.report(returned, 'done');
    await office.decideWork(returned, false);
    await office.extend(extended, '2025-04-11');
    await office.goTo('2025-04-10 07:30');
    expect(office.said('reminder').lines.map(({ view, changes }) => [view.task.number, changes])).toEqual([
      [1, [{ kind: 'returned' }]],
      [2, [{ kind: 'deadline_moved', oldDue: '2025-04-08', newDue: '2025-04-11' }]],
    ]);
    await office.goTo('2025-04-11 07:30');
    expect(office.said('reminder').lines.map(({ changes }) => changes)).toEqual([[], []]);
  });

  test('has the tasks given since then, but not those of this very morning', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-09' });
    await office.deliver();
    office.jumpTo('2025-04-08 16:00');
    await office.assign({ due: '2025-05-20', content: 'Việc mới' });
    await office.assign({ lead: ['QLCN'], coordinating: ['KHTC'], content: 'Việc phối hợp' });
    await office.assign({ lead: ['QLCN'], content: 'Việc của đơn vị khác' });
    await office.deliver();
    office.jumpTo('2025-04-08 19:00');
    await office.assign({ content: 'Việc giao lúc tối' });
    await office.goTo('2025-04-09 07:30');
    expect(
      office.said('reminder').newlyAssigned.map(({ task, assignment }) => [task.content, assignment.role]),
    ).toEqual([
      ['Việc mới', 'lead'],
      ['Việc phối hợp', 'coordinating'],
    ]);
  });
});

describe('while Telegram is away', () => {
  test('each morning joins the one before: in the end a chat gets one message with all that holds then', async () => {
    const office = await TestOffice.openBound();
    const done = await office.assignOne({ due: '2025-04-09' });
    await office.assign({ due: '2025-04-10' });
    await office.assign({ due: '2025-04-14' });
    await office.assign({ lead: ['QLCN'], due: '2025-04-14' });
    await office.deliver();
    office.messenger.isConnected = false;
    for (const day of ['09', '10', '11']) await office.goTo(`2025-04-${day} 07:30`);
    office.jumpTo('2025-04-11 10:00');
    await office.report(done, 'done');
    office.messenger.isConnected = true;
    const arrived = await office.deliver();
    expect(arrived.filter((one) => one === TO_PLANNING)).toHaveLength(1);
    expect(arrived.filter((one) => one === TO_TECHNOLOGY)).toHaveLength(1);
    const [said] = office.messenger.arrived.filter(
      ({ chatId, notification }) => chatId === CHAT_OF.KHTC && notification.kind === 'reminder',
    );
    // Task 2 is late since today, task 3 has its last reminder of three days ago and one of today.
    expect(said?.notification).toMatchObject({ lines: [{ workingDaysOverdue: 1 }, { workingDaysLeft: 1 }] });
    expect(await office.goTo('2025-04-11 16:00')).toEqual([]);
  });

  test('what waited there for a task that is not due today is said with today’s', async () => {
    const office = await TestOffice.openBound();
    const waiting = await office.assignOne({ due: '2025-04-14' });
    await office.assign({ due: '2025-04-10' });
    await office.deliver();
    office.messenger.isConnected = false;
    // Three working days before the one, one before the other.
    await office.goTo('2025-04-09 07:30');
    office.jumpTo('2025-04-10 07:30');
    expect(await office.tick()).toBe(1);
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-10 07:40');
    expect(await office.deliver()).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['2: 0', '1: 2']);
    expect(await office.trail(waiting)).toContain('message_dropped');
    const [said] = await office.store.remindersFrom([waiting.assignment.id], 0);
    expect(await office.store.outboxMessage(said?.outboxId ?? '')).toMatchObject({ state: 'sent' });
  });
});
