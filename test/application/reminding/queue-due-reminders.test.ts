import { describe, expect, test } from 'vitest';
import { standardLadder } from '../../support/ladders.ts';
import { aPlan, update } from '../../support/plans.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF, PLANNING, TECHNOLOGY } from '../../support/test-people.ts';
import { TO_PLANNING, TO_TECHNOLOGY, lastReminder } from './support.ts';

describe('every minute', () => {
  test('what is due becomes a message, once', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await office.deliver();
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
    await office.deliver();
    office.jumpTo('2025-04-09 07:30');
    const queued = await Promise.all([office.tick(), office.tick()]);
    expect(queued.toSorted()).toEqual([0, 1]);
    expect(await office.deliver()).toEqual([TO_PLANNING]);
  });

  test('the whole ladder of a silent unit, minute by minute, over a long break', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-22 09:00' });
    await office.assignOne({ due: '2025-04-29', bound: 'by' });
    await office.deliver();
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
    await office.deliver();
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
    await office.deliver();
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(office.said('reminder').lines.map(({ view }) => view.unit.code)).toEqual(['KHTC', 'QLCN']);
  });

  test('two topics of one forum are two places', async () => {
    const office = await TestOffice.open();
    await office.bind(PLANNING, -1_009, 3);
    await office.bind(TECHNOLOGY, -1_009, 4);
    await office.assign({ lead: ['KHTC', 'QLCN'], due: '2025-04-11' });
    await office.deliver();
    expect(await office.goTo('2025-04-11 07:30')).toEqual(['reminder → -1009/3', 'reminder → -1009/4']);
  });
});

describe('after a downtime', () => {
  test('the rungs missed become the latest one, and the others say why', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await office.deliver();
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
    await office.deliver();
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
    await office.deliver();
    expect(await office.goTo(awake)).toEqual([]);
    expect(await office.goTo(opens)).toEqual([TO_PLANNING]);
    expect(await office.goTo(opens)).toEqual([]);
  });

  test('what was missed waits for the hour of reminders, so that there is one message that morning', async () => {
    const office = await TestOffice.openBound({ settings: { ladder: standardLadder('09:00') } });
    await office.assign({ due: '2025-04-14' });
    await office.deliver();
    expect(await office.goTo('2025-04-14 07:30')).toEqual([]);
    expect(await office.goTo('2025-04-14 09:00')).toEqual([TO_PLANNING]);
    expect(lastReminder(office)).toEqual(['1: 0']);
    expect(await office.goTo('2025-04-14 10:00')).toEqual([]);
  });

  test('a clock that is set back repeats nothing', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10' });
    await office.deliver();
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
    await office.deliver();
    await office.report(view, 'done');
    expect(await office.planned(view)).toEqual([]);
    expect(await office.goTo('2025-04-11 07:30')).not.toContain(TO_PLANNING);
  });

  test('a reminder whose assignment came to rest without its plan being taken back', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    await office.deliver();
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
    await office.deliver();
    const ladder = { ...office.app.settings.ladder, thenEvery: null };
    Object.assign(office.app, { settings: { ...office.app.settings, ladder } });
    await office.goTo('2025-04-10 07:30');
    expect(await office.planned(view)).toEqual([]);
  });
});
