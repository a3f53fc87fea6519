import { describe, expect, test } from 'vitest';
import { LEASE_MS, deliver } from '../../src/application/deliver-outbox.ts';
import type { OutboxMessage } from '../../src/domain/outbox-message.ts';
import { aPlan, update } from '../support/plans.ts';
import { TestOffice, shown } from '../support/test-office.ts';
import { CHAT_OF, HEAD_OF_PLANNING, PLANNING, SECOND_SECRETARY, SECRETARY } from '../support/test-people.ts';

const TO_PLANNING = `task_assigned → ${CHAT_OF.KHTC}`;
const TO_HEAD = `task_assigned → ${HEAD_OF_PLANNING.telegramId ?? ''}`;
const NOTICES = [SECRETARY, SECOND_SECRETARY].map(
  ({ telegramId }) => `delivery_failed → ${telegramId ?? ''}`,
);

const outbox = async (office: TestOffice, message: OutboxMessage | undefined): Promise<OutboxMessage> => {
  const row = await office.store.outboxMessage(message?.id ?? '');
  if (row === null) throw new Error('The message is gone');
  return row;
};

const only = async (office: TestOffice): Promise<OutboxMessage> => {
  const claimed = await office.store.claimOutbox(office.now, LEASE_MS, 9, new Set());
  const [message] = claimed;
  if (message === undefined || claimed.length > 1) throw new Error(`${claimed.length} messages are owed`);
  return message;
};

describe('a message that arrives', () => {
  test('is settled, remembered for replies, and in the record', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    const message = await only(office);
    expect(await deliver(office.app, office.messenger, message)).toEqual({ kind: 'sent', quietUntil: null });
    const [arrived] = office.messenger.arrived;
    expect(await outbox(office, message)).toMatchObject({
      state: 'sent',
      sentAt: office.now,
      messageId: arrived?.messageId,
      leaseUntil: null,
    });
    expect(await office.store.botMessage(CHAT_OF.KHTC, arrived?.messageId ?? 0)).toMatchObject({
      subject: { kind: 'assignments', assignmentIds: [view.assignment.id] },
      outboxId: message.id,
    });
    expect(await office.trail(view)).toEqual(['task_created', 'message_sent']);
  });

  test('in a bundle stands in the record of each task', async () => {
    const office = await TestOffice.openBound();
    const views = [
      await office.assignOne({ due: '2025-04-11' }),
      await office.assignOne({ due: '2025-04-11' }),
    ];
    await office.deliver();
    await office.goTo('2025-04-11 07:30');
    for (const view of views) {
      expect(await office.trail(view)).toEqual([
        'task_created',
        'message_sent',
        'reminder_queued',
        'message_sent',
      ]);
    }
    const { messageId = 0 } = office.messenger.arrived.at(-1) ?? {};
    expect((await office.store.botMessage(CHAT_OF.KHTC, messageId))?.subject).toEqual({
      kind: 'assignments',
      assignmentIds: views.map(({ assignment }) => assignment.id),
    });
  });
});

describe('a message that is no longer true', () => {
  test('is dropped with the reason', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    const message = await only(office);
    await office.store.commit(
      aPlan({ changes: [update('assignment', view.assignment, { status: 'cancelled' })] }),
    );
    expect((await deliver(office.app, office.messenger, message)).kind).toBe('dropped');
    expect(office.messenger.attempts).toBe(0);
    expect(await outbox(office, message)).toMatchObject({ state: 'dropped', reason: 'the task is closed' });
    expect(await office.trail(view)).toContain('message_dropped');
  });

  test('a reminder overtaken by a report says only what is left', async () => {
    const office = await TestOffice.openBound();
    const done = await office.assignOne({ due: '2025-04-11' });
    const open = await office.assignOne({ due: '2025-04-11' });
    await office.deliver();
    office.jumpTo('2025-04-11 07:30');
    await office.tick();
    await office.report(done, 'done');
    await office.deliver();
    expect(office.said('reminder').lines.map(({ view }) => view.task.number)).toEqual([open.task.number]);
    expect(await office.goTo('2025-04-14 07:30')).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
    await office.report(open, 'done');
    expect(await office.goTo('2025-04-15 07:30')).not.toContain(`reminder → ${CHAT_OF.KHTC}`);
  });

  test('a reminder whose deadline has moved away since is dropped', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    const later = await office.assignOne({ due: '2025-04-15' });
    await office.deliver();
    await office.goTo('2025-04-10 07:30');
    office.jumpTo('2025-04-11 07:30');
    await office.tick();
    const message = await only(office);
    const { deadlineId, overdueFrom } = later.assignment;
    await office.store.commit(
      aPlan({ changes: [update('assignment', view.assignment, { deadlineId, overdueFrom })] }),
    );
    // Two working days are left now: more than "on the day" means, although the ladder has a rung for three.
    expect((await deliver(office.app, office.messenger, message)).kind).toBe('dropped');
  });
});

describe('when the network fails', () => {
  test('a message is tried again, later and later, until it arrives', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    office.messenger.isConnected = false;
    const delays: number[] = [];
    for (let tries = 1; tries <= 9; tries++) {
      const [result] = await office.deliverOnce();
      expect(result).toMatchObject({ kind: 'postponed', quietUntil: null });
      const next = (await office.store.nextOutboxAt()) ?? 0;
      delays.push((next - office.now) / 1_000);
      office.clock.jumpTo(next);
    }
    expect(delays).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    office.messenger.isConnected = true;
    const [result] = await office.deliverOnce();
    expect(result?.kind).toBe('sent');
    expect(await outbox(office, result?.message)).toMatchObject({
      state: 'sent',
      attempts: 9,
    });
  });

  test('what was held up until the evening waits for the morning', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-11 16:59' });
    await office.assign();
    office.messenger.isConnected = false;
    await office.deliver();
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-11 18:30');
    const [result] = await office.deliverOnce();
    expect(result?.kind).toBe('postponed');
    expect(office.messenger.arrived).toEqual([]);
    expect(shown((await office.store.nextOutboxAt()) ?? 0)).toBe('04-14 07:30');
    office.jumpTo('2025-04-14 07:30');
    expect(await office.deliver()).toEqual([TO_PLANNING]);
  });

  test('what cannot wait for the morning does not', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-11 16:59' });
    await office.assign({ due: '2025-04-12' });
    office.messenger.isConnected = false;
    await office.deliver();
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-11 18:30');
    expect(await office.deliver()).toEqual([TO_PLANNING]);
  });

  test('reminders of several days are said once, by the last of them', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ due: '2025-04-10' });
    await office.assign({ due: '2025-04-14' });
    await office.deliver();
    office.messenger.isConnected = false;
    for (const day of ['11', '14', '15', '16']) {
      expect(await office.goTo(`2025-04-${day} 07:30`)).toEqual([]);
    }
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-16 09:00');
    expect(await office.deliver()).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
    const lines = office
      .said('reminder')
      .lines.map(({ view, workingDaysOverdue }) => [view.task.number, workingDaysOverdue]);
    expect(lines).toEqual([
      [1, 4],
      [2, 2],
    ]);
    expect(await office.goTo('2025-04-16 09:01')).toEqual([]);
    expect(await office.goTo('2025-04-17 07:30')).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
  });
});

describe('when Telegram asks to wait', () => {
  test('exactly that long is waited, and the chat is known to want quiet', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    const until = office.now + 4_321_987;
    office.messenger.wantQuiet(CHAT_OF.KHTC, until);
    const [result] = await office.deliverOnce();
    expect(result).toMatchObject({ kind: 'postponed', quietUntil: until });
    expect(await office.store.nextOutboxAt()).toBe(until);
    office.clock.jumpTo(until - 1);
    expect(await office.deliverOnce()).toEqual([]);
    office.clock.jumpTo(until);
    expect(await office.deliver()).toEqual([TO_PLANNING]);
    expect(office.messenger.attempts).toBe(2);
  });

  test('another message of that chat is put off without being tried', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    const until = office.now + 60_000;
    const result = await deliver(office.app, office.messenger, await only(office), until);
    expect(result).toEqual({ kind: 'postponed', quietUntil: null });
    expect(office.messenger.attempts).toBe(0);
    expect(await office.store.nextOutboxAt()).toBe(until);
  });
});

describe('when Telegram refuses', () => {
  test('the message has failed, and the secretaries are told, once a day for each chat', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ lead: ['QLCN'] });
    office.messenger.refuse(CHAT_OF.QLCN);
    expect(await office.deliver()).toEqual(NOTICES);
    expect(office.said('delivery_failed')).toMatchObject({
      what: 'task_assigned',
      unit: { code: 'QLCN' },
      taskNumbers: [view.task.number],
      why: '400: Bad Request: message is too long',
    });
    expect(await office.trail(view)).toEqual(['task_created', 'message_failed']);

    office.jumpTo('2025-04-08 09:05');
    await office.assign({ lead: ['QLCN'] });
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual([]);
    office.messenger.refuse(CHAT_OF.VP);
    await office.assign({ lead: ['VP'] });
    expect(await office.deliver()).toEqual(NOTICES);
    office.jumpTo('2025-04-09 09:00');
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual(NOTICES);
  });

  test('that the secretary cannot be told is not told to the secretary', async () => {
    const office = await TestOffice.openBound();
    for (const { telegramId } of [SECRETARY, SECOND_SECRETARY]) office.messenger.lose(telegramId ?? 0);
    office.messenger.refuse(CHAT_OF.QLCN);
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual([]);
    expect(office.messenger.attempts).toBe(3);
    expect(await office.store.nextOutboxAt()).toBeNull();
  });

  test('that one secretary cannot be told is told to the other', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    await office.deliver();
    office.messenger.refuse(SECRETARY.telegramId ?? 0);
    await office.report(view, 'done');
    const heard = await office.deliver();
    expect(heard.toSorted()).toEqual([
      `completion_reported → ${SECOND_SECRETARY.telegramId ?? ''}`,
      `delivery_failed → ${SECOND_SECRETARY.telegramId ?? ''}`,
    ]);
    expect(office.messenger.attempts).toBe(4);
  });

  test('a lost chat is no longer written to; its unit hears through its head', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-11' });
    office.messenger.lose(CHAT_OF.KHTC);
    expect(await office.deliver()).toEqual([TO_HEAD, ...NOTICES]);
    expect((await office.store.bindingOfUnit(PLANNING.id))?.state).toBe('unreachable');
    const { attempts } = office.messenger;
    expect(await office.goTo('2025-04-11 07:30')).toEqual([
      `reminder → ${HEAD_OF_PLANNING.telegramId ?? ''}`,
    ]);
    expect(office.messenger.attempts).toBe(attempts + 1);
    expect(await office.trail(view)).toContain('message_sent');
  });

  test('a unit with nobody else to write to is owed nothing twice, but can be told anew', async () => {
    const office = await TestOffice.openBound();
    await office.assign({ lead: ['QLCN'] });
    const { dedupeKey } = await only(office);
    office.jumpTo('2025-04-08 09:10');
    office.messenger.lose(CHAT_OF.QLCN);
    const [failed] = await office.deliverOnce();
    expect(failed?.kind).toBe('failed');
    const row = await outbox(office, failed?.message);
    expect(row).toMatchObject({ state: 'failed', attempts: 1 });
    expect(row.dedupeKey).not.toBe(dedupeKey);
  });
});

describe('a worker that died with a message in hand', () => {
  test('loses nothing: the message is taken up again when its lease has run out', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    await only(office);
    expect(await office.deliverOnce()).toEqual([]);
    office.clock.jumpTo(office.now + LEASE_MS);
    expect(await office.deliver()).toEqual([TO_PLANNING]);
  });

  test('and comes back late cannot settle what another has sent', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    const mine = await only(office);
    office.clock.jumpTo(office.now + LEASE_MS);
    const [theirs] = await office.deliverOnce();
    await expect(deliver(office.app, office.messenger, mine)).rejects.toThrow('no longer has version');
    expect(await outbox(office, theirs?.message)).toMatchObject({ state: 'sent' });
  });
});
