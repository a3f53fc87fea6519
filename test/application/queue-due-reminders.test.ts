import { describe, expect, test } from 'vitest';
import { standardLadder } from '../support/ladders.ts';
import { aPlan, update } from '../support/plans.ts';
import { TestOffice } from '../support/test-office.ts';
import { CHAT_OF, PLANNING, TECHNOLOGY } from '../support/test-people.ts';

const [TO_PLANNING, TO_TECHNOLOGY] = [`reminder → ${CHAT_OF.KHTC}`, `reminder → ${CHAT_OF.QLCN}`];

/** The task numbers of the last reminder, with the working days left, or with a minus those overdue. */
const lastReminder = (office: TestOffice): readonly string[] =>
  office
    .said('reminder')
    .lines.map(
      ({ view, workingDaysLeft, workingDaysOverdue }) =>
        `${view.task.number}: ${workingDaysOverdue === null ? (workingDaysLeft ?? '?') : -workingDaysOverdue}`,
    );

/** An office whose announcements are out. */
const announced = async (office: TestOffice): Promise<void> => {
  await office.deliver();
};

describe('every minute', () => {
  test('what is due becomes a message, once', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await announced(office);
    expect(await office.goTo('2025-04-09 07:29')).toEqual([]);
    expect(await office.goTo('2025-04-09 07:30')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: 3']);
    expect(await office.goTo('2025-04-09 07:30')).toEqual([]);
    expect(await office.goTo('2025-04-09 07:31')).toEqual([]);
    expect(await office.planned(view)).toEqual([
      'before-1 04-11 07:30',
      'on-day 04-14 07:30',
      'overdue 04-15 07:30',
    ]);
  });

  test('a tick run twice at once queues one message', async () => {
    const office = await TestOffice.openBound();
    await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await announced(office);
    office.jumpTo('2025-04-09 07:30');
    const queued = await Promise.all([office.tick(), office.tick()]);
    expect(queued.toSorted()).toEqual([0, 1]);
    expect(await office.deliver()).toEqual([TO_PLANNING]);
  });

  test('the whole ladder of a silent unit, minute by minute, over a long break', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-22 09:00' });
    await office.assignOne({ due: '2025-04-29', bound: 'by' });
    await announced(office);
    const before = office.messenger.arrived.length;
    office.clock.everyMinute(async () => {
      await office.tick();
    });
    // Only the hours around the opening of each day: nothing is planned for any other time.
    for (let day = office.now; day < Date.UTC(2025, 4, 7); day += 86_400_000) {
      office.clock.jumpTo(day - (day % 86_400_000) + 20 * 60_000);
      await office.clock.advanceTo(office.now + 15 * 60_000, async () => {
        await office.deliver();
      });
    }
    const arrived = office.messenger.arrived.slice(before).map(({ at }) => new Date(at + 7 * 3_600_000));
    expect(arrived.map((local) => local.toISOString().slice(5, 16))).toEqual([
      // Saturday 26/4 is worked.
      '04-25T07:30',
      '04-28T07:30',
      '04-29T07:30',
      // 30/4 to 4/5 are days off.
      '05-05T07:30',
      '05-06T07:30',
    ]);
  });

  test('one message for each chat, whatever is due there', async () => {
    const office = await TestOffice.open();
    await office.bind(PLANNING, CHAT_OF.KHTC);
    await office.bind(TECHNOLOGY, CHAT_OF.QLCN);
    await office.assign({ lead: ['KHTC'], due: '2025-04-11' });
    await office.assign({ lead: ['KHTC', 'QLCN'], due: '2025-04-14', bound: 'by' });
    await office.assign({ lead: ['KHTC'], due: '2025-04-25' });
    await announced(office);
    expect(await office.goTo('2025-04-09 07:30')).toEqual([TO_PLANNING, TO_TECHNOLOGY]);
    expect(await office.goTo('2025-04-10 07:30')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: 1']);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING, TO_TECHNOLOGY]);
    expect(office.messenger.arrived.at(-2)?.notification).toMatchObject({ lines: [{}, {}] });
    expect(lastReminder(office)).toEqual(['2: 1']);
  });

  test('a chat that serves two units gets one message for both', async () => {
    const office = await TestOffice.open();
    await office.bind(PLANNING, CHAT_OF.KHTC);
    await office.bind(TECHNOLOGY, CHAT_OF.KHTC);
    await office.assign({ lead: ['KHTC', 'QLCN'], due: '2025-04-11' });
    await announced(office);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(office.said('reminder').lines.map(({ view }) => view.unit.code)).toEqual(['KHTC', 'QLCN']);
  });

  test('two topics of one forum are two places', async () => {
    const office = await TestOffice.open();
    await office.bind(PLANNING, -1_009, 3);
    await office.bind(TECHNOLOGY, -1_009, 4);
    await office.assign({ lead: ['KHTC', 'QLCN'], due: '2025-04-11' });
    await announced(office);
    expect(await office.goTo('2025-04-11 07:30')).toEqual(['reminder → -1009/3', 'reminder → -1009/4']);
  });
});

describe('after a downtime', () => {
  test('the rungs missed become the latest one, and the others say why', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await announced(office);
    const all = await office.store.plannedReminders([view.assignment.id]);
    expect(await office.goTo('2025-04-14 10:00')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: 0']);
    const after = await office.store.reminders(all.map(({ id }) => id));
    expect(after.map(({ rung, state, reason }) => [rung, state, reason])).toEqual([
      ['before-3', 'skipped', 'coalesced'],
      ['before-1', 'skipped', 'coalesced'],
      ['on-day', 'queued', null],
      ['overdue', 'planned', null],
    ]);
  });

  test('of three days each chat gets one message, and each overdue task one reminder a day from then on', async () => {
    const office = await TestOffice.openBound();
    for (let task = 1; task <= 5; task++) await office.assign({ lead: ['KHTC'], due: '2025-04-10' });
    await announced(office);
    expect(await office.goTo('2025-04-15 09:00')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: -3', '2: -3', '3: -3', '4: -3', '5: -3']);
    expect(await office.goTo('2025-04-15 09:01')).toEqual([]);
    expect(await office.goTo('2025-04-15 16:59')).toEqual([]);
    expect(await office.goTo('2025-04-16 07:30')).toEqual([TO_PLANNING]);
  });

  test.each([
    ['at night', '2025-04-15 23:00', '2025-04-16 07:30'],
    ['on a Saturday', '2025-04-12 09:00', '2025-04-14 07:30'],
    ['in a long break', '2025-05-01 09:00', '2025-05-05 07:30'],
    ['after the office has closed', '2025-04-11 17:00', '2025-04-14 07:30'],
  ])('%s nothing is said until the office opens', async (_when, awake, opens) => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10' });
    await announced(office);
    expect(await office.goTo(awake)).toEqual([]);
    expect(await office.goTo(opens)).toEqual([TO_PLANNING]);
    expect(await office.goTo(opens)).toEqual([]);
  });

  test('what was missed waits for the hour of reminders, so that there is one message that morning', async () => {
    const office = await TestOffice.openBound({ settings: { ladder: standardLadder('09:00') } });
    await office.assign({ due: '2025-04-14' });
    await announced(office);
    expect(await office.goTo('2025-04-14 07:30')).toEqual([]);
    expect(await office.goTo('2025-04-14 09:00')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: 0']);
    expect(await office.goTo('2025-04-14 10:00')).toEqual([]);
  });

  test('a clock that is set back repeats nothing', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10' });
    await announced(office);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-11 06:30')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([]);
    expect(await office.goTo('2025-04-14 07:30')).toEqual([TO_PLANNING]);
  });
});

describe('what is not said', () => {
  test('what has been reported done or submitted', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    await announced(office);
    await office.report(view, 'done');
    expect(await office.planned(view)).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).not.toContain(TO_PLANNING);
  });

  test('a reminder whose assignment came to rest without its plan being taken back', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    await announced(office);
    const [reminder] = await office.store.plannedReminders([view.assignment.id]);
    // As an administrator with a console might do it.
    await office.store.commit(
      aPlan({ changes: [update('assignment', view.assignment, { status: 'cancelled' })] }),
    );
    expect(await office.goTo('2025-04-11 07:30')).toEqual([]);
    expect(await office.store.reminders([reminder?.id ?? ''])).toMatchObject([{ state: 'skipped' }]);
    expect(await office.planned(view)).toEqual(['overdue 04-14 07:30']);
    expect(await office.goTo('2025-04-14 07:30')).toEqual([]);
    expect(await office.planned(view)).toEqual([]);
  });

  test('a unit that nobody can write to is passed over with the reason, day after day, until it has a chat', async () => {
    const office = await TestOffice.open();
    const view = await office.assignOne({ lead: ['QLCN'], due: '2025-04-09' });
    const all = await office.store.plannedReminders([view.assignment.id]);
    expect(await office.goTo('2025-04-10 07:30')).toEqual([]);
    const overdue = all.find(({ rung }) => rung === 'overdue');
    expect(await office.store.reminders([overdue?.id ?? ''])).toMatchObject([
      { state: 'skipped', reason: 'unit_has_no_chat' },
    ]);
    expect(await office.planned(view)).toEqual(['overdue 04-11 07:30']);
    await office.bind(TECHNOLOGY, CHAT_OF.QLCN);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_TECHNOLOGY]);
  });

  test('daily reminders end where the agency no longer wants them', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-09' });
    await announced(office);
    const ladder = { ...office.app.settings.ladder, thenEvery: null };
    Object.assign(office.app, { settings: { ...office.app.settings, ladder } });
    await office.goTo('2025-04-10 07:30');
    expect(await office.planned(view)).toEqual([]);
  });
});

describe('a deadline that names an hour', () => {
  const lastRungs = (office: TestOffice) => office.said('reminder').lines.length;

  test('is reminded of hours before, in the hours of the office', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T17:00:00+07:00' });
    await announced(office);
    expect(await office.goTo('2025-04-10 07:30')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-10 14:59')).toEqual([]);
    expect(await office.goTo('2025-04-10 15:00')).toEqual([TO_PLANNING]);
    expect(lastRungs(office)).toBe(1);
  });

  test('outside them it is reminded of at its own hour, and nothing else is', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T20:00:00+07:00' });
    await announced(office);
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
    await announced(office);
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
    await announced(office);
    await office.goTo('2025-04-10 07:30');
    // Asleep from the afternoon on.
    expect(await office.goTo('2025-04-10 22:00')).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: -1', '2: -1']);
  });

  test('what is held up until it is over waits for the morning too', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10T20:00:00+07:00' });
    await announced(office);
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
    await announced(office);
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
    await announced(office);
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
    await announced(office);
    expect(await office.goTo('2025-04-15 13:59')).toEqual([]);
    expect(await office.goTo('2025-04-15 14:00')).toEqual([TO_PLANNING]);
  });
});

describe('the morning message', () => {
  test('has what others decided since the morning before', async () => {
    const office = await TestOffice.openBound();
    const returned = await office.assignOne({ due: '2025-04-11' });
    const extended = await office.assignOne({ due: '2025-04-08' });
    await announced(office);
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
    await announced(office);
    office.jumpTo('2025-04-08 16:00');
    await office.assign({ due: '2025-05-20', content: 'Việc mới' });
    await office.assign({ lead: ['QLCN'], coordinating: ['KHTC'], content: 'Việc phối hợp' });
    await office.assign({ lead: ['QLCN'], content: 'Việc của đơn vị khác' });
    await announced(office);
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
    await announced(office);
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
    await announced(office);
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
