import { describe, expect, test } from 'vitest';
import { LEASE_MS, NotSettledError, deliver } from '../../../src/application/sending/deliver-outbox.ts';
import type { OutboxMessage } from '../../../src/domain/outbox-message.ts';
import { regainChat } from '../../../src/application/chats/chat-changes.ts';
import { aPlan, update } from '../../support/plans.ts';
import { anOutboxMessage } from '../../support/rows.ts';
import { TestOffice, shown } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  HEAD_OF_PLANNING,
  PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  TECHNOLOGY,
} from '../../support/test-people.ts';
import { only, outbox } from './support.ts';

const TO_PLANNING = `task_assigned → ${CHAT_OF.KHTC}`;
const TO_HEAD = `task_assigned → ${HEAD_OF_PLANNING.telegramId ?? ''}`;
const NOTICES = [SECRETARY, SECOND_SECRETARY].map(
  ({ telegramId }) => `delivery_failed → ${telegramId ?? ''}`,
);

/** As the worker does it, with a place taken for it. */
const send = (office: TestOffice, message: OutboxMessage) =>
  deliver(office.app, office.messenger, message, office.gate.take(message.chatId));

describe('a message that arrives', () => {
  test('is settled, remembered for replies, and in the record', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    const message = await only(office);
    expect(await send(office, message)).toEqual({ kind: 'sent' });
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
    expect((await send(office, message)).kind).toBe('dropped');
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
    expect((await send(office, message)).kind).toBe('dropped');
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
      expect(result?.kind).toBe('postponed');
      const next = (await office.store.nextOutboxAt()) ?? 0;
      delays.push((next - office.now) / 1_000);
      office.clock.jumpTo(next);
    }
    expect(delays).toEqual([2, 4, 8, 16, 32, 60, 60, 60, 60]);
    office.messenger.isConnected = true;
    const [result] = await office.deliverOnce();
    expect(result?.kind).toBe('sent');
    expect(await outbox(office, result?.message)).toMatchObject({
      state: 'sent',
      attempts: 9,
    });
  });

  test('a reminder that was being tried when the next one was made is said in that one', async () => {
    const office = await TestOffice.openBound();
    const [soon, later] = [
      await office.assignOne({ due: '2025-04-15' }),
      await office.assignOne({ due: '2025-04-16' }),
    ];
    await office.goTo('2025-04-10 07:30');
    // Of the later one, three working days before.
    office.jumpTo('2025-04-11 07:30');
    await office.tick();
    office.messenger.isConnected = false;
    await office.deliverOnce();
    // Tried again on the next morning, at the very moment at which the reminder of the other one is made.
    office.jumpTo('2025-04-14 07:30');
    const inHand = await only(office);
    await office.tick();
    await send(office, inHand);
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-14 07:35');
    expect(await office.deliver()).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
    expect(
      office
        .said('reminder')
        .lines.map(({ view }) => view.task.number)
        .sort(),
    ).toEqual([soon.task.number, later.task.number]);
    expect(await outbox(office, inHand)).toMatchObject({
      state: 'dropped',
      reason: 'said in a later message',
    });
    expect(await office.trail(later)).toContain('message_dropped');
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
  test('exactly that long is waited, and it counts for no failure', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    const until = office.now + 4_321_987;
    office.messenger.wantQuiet(CHAT_OF.KHTC, until);
    const [result] = await office.deliverOnce();
    expect(result?.kind).toBe('postponed');
    expect(await outbox(office, result?.message)).toMatchObject({ attempts: 0, notBefore: until });
    office.clock.jumpTo(until - 1);
    expect(await office.deliverOnce()).toEqual([]);
    office.clock.jumpTo(until);
    expect(await office.deliver()).toEqual([TO_PLANNING]);
    expect(office.messenger.attempts).toBe(2);
  });
});

/** Lets the tries happen that a message gets which is not taken as it is; returns what arrived meanwhile. */
const exhaustTries = async (office: TestOffice): Promise<readonly string[]> => {
  const arrived = [...(await office.deliver())];
  for (const minutes of [1, 2, 3]) {
    office.clock.jumpTo(office.now + minutes * 60_000);
    arrived.push(...(await office.deliver()));
  }
  return arrived;
};

describe('when Telegram refuses', () => {
  test('a message gets a few tries; then it has failed, and the secretaries are told, once a day for each chat', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ lead: ['QLCN'] });
    office.messenger.refuse(CHAT_OF.QLCN);
    expect(await exhaustTries(office)).toEqual(NOTICES);
    expect(office.messenger.attempts).toBe(4 + NOTICES.length);
    expect(office.said('delivery_failed')).toMatchObject({
      what: 'task_assigned',
      unit: { code: 'QLCN' },
      taskNumbers: [view.task.number],
      why: '400: Bad Request: message is too long',
    });
    expect(await office.trail(view)).toEqual(['task_created', 'message_failed']);

    await office.assign({ lead: ['QLCN'] });
    await office.assign({ lead: ['QLCN'] });
    expect(await exhaustTries(office)).toEqual([]);
    expect(await office.store.nextOutboxAt()).toBeNull();
    office.messenger.refuse(CHAT_OF.VP);
    await office.assign({ lead: ['VP'] });
    expect(await exhaustTries(office)).toEqual(NOTICES);
    office.jumpTo('2025-04-09 09:00');
    await office.assign({ lead: ['QLCN'] });
    expect(await exhaustTries(office)).toEqual(NOTICES);
  });

  test('a whim of Telegram costs no message', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    office.messenger.refuse(CHAT_OF.KHTC);
    expect(await office.deliver()).toEqual([]);
    office.messenger.welcome(CHAT_OF.KHTC);
    office.clock.jumpTo(office.now + 60_000);
    expect(await office.deliver()).toEqual([TO_PLANNING]);
  });

  test('a defect of the program ends the same way, with its reason', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    office.messenger.breakFor(CHAT_OF.KHTC);
    const [first] = await office.deliverOnce();
    expect(first).toMatchObject({ kind: 'postponed', defect: expect.any(TypeError) as unknown });
    expect(await exhaustTries(office)).toEqual(NOTICES);
    expect(office.said('delivery_failed').why).toContain('TypeError: Cannot read properties');
    expect(await outbox(office, first?.message)).toMatchObject({ state: 'failed', attempts: 4 });
  });

  test('that the secretary cannot be told is not told to the secretary', async () => {
    const office = await TestOffice.openBound();
    for (const { telegramId } of [SECRETARY, SECOND_SECRETARY]) office.messenger.lose(telegramId ?? 0);
    office.messenger.lose(CHAT_OF.QLCN);
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual([]);
    expect(office.messenger.attempts).toBe(3);
    expect(await office.store.nextOutboxAt()).toBeNull();
  });

  test('that one secretary cannot be told is told to the other', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    await office.deliver();
    office.messenger.lose(SECRETARY.telegramId ?? 0);
    await office.report(view, 'done');
    const heard = await office.deliver();
    expect(heard.toSorted()).toEqual([
      `completion_reported → ${SECOND_SECRETARY.telegramId ?? ''}`,
      `delivery_failed → ${SECOND_SECRETARY.telegramId ?? ''}`,
    ]);
    expect(office.messenger.attempts).toBe(4);
  });

  test('the loss of a chat is told once, however many messages it costs, and again when it is lost again', async () => {
    const office = await TestOffice.openBound();
    office.messenger.lose(CHAT_OF.QLCN);
    await office.assign({ lead: ['QLCN'] });
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual(NOTICES);
    // Known to be lost, it is not tried any more, on this day or the next.
    const { attempts } = office.messenger;
    office.jumpTo('2025-04-09 09:00');
    await office.store.commit(
      aPlan({ outbox: [anOutboxMessage({ chatId: CHAT_OF.QLCN, request: await openRequest(office) })] }),
    );
    expect(await office.deliver()).toEqual([]);
    expect(office.messenger.attempts).toBe(attempts);

    office.messenger.welcome(CHAT_OF.QLCN);
    await regainChat(office.app, CHAT_OF.QLCN);
    expect(await office.deliver()).toHaveLength(3);
    office.jumpTo('2025-04-09 10:00');
    office.messenger.lose(CHAT_OF.QLCN);
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual(NOTICES);
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

/** The request for which a task of the office is announced. */
const openRequest = async (office: TestOffice) => {
  const filter = { agencyId: office.app.agencyId };
  const [assignmentId = ''] = await office.store.openAssignmentIds(filter, { limit: 1, offset: 0 });
  return { kind: 'task_assigned', assignmentId } as const;
};

describe('a chat that is regained', () => {
  test('hears what could not be said in it, once, and nothing that is no longer true', async () => {
    const office = await TestOffice.openBound();
    office.messenger.lose(CHAT_OF.QLCN);
    const told = await office.assignOne({ lead: ['QLCN'] });
    const closed = await office.assignOne({ lead: ['QLCN'] });
    await office.deliver();
    await office.store.commit(
      aPlan({ changes: [update('assignment', closed.assignment, { status: 'cancelled' })] }),
    );
    // Nobody was even owed this one: the unit had no chat.
    const later = await office.assignOne({ lead: ['QLCN'] });
    office.messenger.welcome(CHAT_OF.QLCN);
    await regainChat(office.app, CHAT_OF.QLCN);
    expect(await office.deliver()).toHaveLength(2);
    const numbers = office.messenger.arrived
      .slice(-2)
      .map(({ notification }) => (notification.kind === 'task_assigned' ? notification.view.task.number : 0));
    expect(numbers.toSorted()).toEqual([told.task.number, later.task.number]);
    await regainChat(office.app, CHAT_OF.QLCN);
    expect(await office.deliver()).toEqual([]);
    expect((await office.store.bindingOfUnit(TECHNOLOGY.id))?.state).toBe('active');
    expect(await office.store.unreachableChats(office.app.agencyId)).toEqual([]);
  });

  test('of a deputy who has blocked the bot and unblocked it hears what is still to be decided', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    await office.deliver();
    office.messenger.lose(DEPUTY.telegramId ?? 0);
    await office.report(view, { kind: 'blocked', reason: 'Chờ ý kiến' });
    expect(await office.deliver()).toEqual(NOTICES);
    office.messenger.welcome(DEPUTY.telegramId ?? 0);
    await regainChat(office.app, DEPUTY.telegramId ?? 0);
    expect(await office.deliver()).toEqual([`blocked_reported → ${DEPUTY.telegramId ?? ''}`]);
  });

  test('says nothing again that was said elsewhere meanwhile', async () => {
    const office = await TestOffice.openBound();
    office.messenger.lose(CHAT_OF.KHTC);
    await office.assign();
    expect(await office.deliver()).toEqual([TO_HEAD, ...NOTICES]);
    office.messenger.welcome(CHAT_OF.KHTC);
    await regainChat(office.app, CHAT_OF.KHTC);
    expect(await office.deliver()).toEqual([]);
  });
});

describe('a unit whose head is lost too', () => {
  test('costs one try in each chat, and is told of to the secretaries', async () => {
    const office = await TestOffice.openBound();
    office.messenger.lose(CHAT_OF.KHTC);
    office.messenger.lose(HEAD_OF_PLANNING.telegramId ?? 0);
    const view = await office.assignOne();
    await office.assign();
    expect(await office.deliver()).toEqual([...NOTICES, ...NOTICES]);
    expect(office.messenger.attempts).toBe(2 + 2 * NOTICES.length);
    expect(await office.trail(view)).toContain('message_failed');
    expect(await office.store.nextOutboxAt()).toBeNull();
  });
});

describe('a topic that is deleted', () => {
  test('gives way to its group, for this message and all that follow', async () => {
    const office = await TestOffice.open();
    await office.bind(PLANNING, -7_000, 5);
    office.messenger.deleteTopic(-7_000, 5);
    await office.assign({ due: '2025-04-11' });
    expect(await office.deliver()).toEqual(['task_assigned → -7000']);
    expect(await office.store.bindingOfUnit(PLANNING.id)).toMatchObject({ chatId: -7_000, threadId: null });
    expect(await office.goTo('2025-04-11 07:30')).toEqual(['reminder → -7000']);
  });
});

describe('a message in several parts', () => {
  const PARTS = ['một', 'hai', 'ba'];
  const texts = (office: TestOffice): string[] => office.messenger.arrived.map(({ text }) => text);

  test('is sent part by part, and a reply to any of them is understood', async () => {
    const office = await TestOffice.openBound();
    office.messenger.splitInto('task_assigned', () => PARTS);
    const view = await office.assignOne();
    await office.deliver();
    expect(texts(office)).toEqual(PARTS);
    for (const { messageId } of office.messenger.arrived) {
      expect((await office.store.botMessage(CHAT_OF.KHTC, messageId))?.subject).toEqual({
        kind: 'assignments',
        assignmentIds: [view.assignment.id],
      });
    }
    expect(await office.trail(view)).toEqual(['task_created', 'message_sent']);
  });

  test('goes on where it failed, also in the next process', async () => {
    const office = await TestOffice.openBound();
    office.messenger.splitInto('task_assigned', () => PARTS);
    await office.assign();
    await office.deliverOnce();
    office.messenger.isConnected = false;
    const [failed] = await office.deliverOnce();
    expect(await outbox(office, failed?.message)).toMatchObject({ state: 'queued', progress: { parts: 1 } });
    office.messenger.isConnected = true;
    office.clock.jumpTo(office.now + 60_000);
    await office.deliver();
    expect(texts(office)).toEqual(PARTS);
    expect(await outbox(office, failed?.message)).toMatchObject({ state: 'sent', progress: null });
  });

  test('is not interrupted by another message of the chat', async () => {
    const office = await TestOffice.openBound();
    office.messenger.splitInto('task_assigned', ({ kind }) => [kind, 'rest']);
    await office.assign();
    await office.assign();
    await office.deliver();
    expect(texts(office)).toEqual(['task_assigned', 'rest', 'task_assigned', 'rest']);
  });

  test('begins anew where what was said would read otherwise by now', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    office.messenger.splitInto('task_assigned', () => ['còn 2 ngày', 'chi tiết']);
    await office.deliverOnce();
    office.messenger.splitInto('task_assigned', () => ['còn 1 ngày', 'chi tiết']);
    await office.deliver();
    expect(texts(office)).toEqual(['còn 2 ngày', 'còn 1 ngày', 'chi tiết']);
  });

  test('is not cut in two by the end of office hours, but by a failure that lasts', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-08 16:59' });
    office.messenger.splitInto('completion_decided', () => PARTS);
    const view = await office.assignOne();
    await office.deliver();
    office.messenger.arrived.length = 0;
    await office.report(view, 'done');
    await office.decideWork(view, true);
    const begin = async (): Promise<void> => {
      while (!texts(office).includes('một')) await office.deliverOnce();
    };
    await begin();
    office.jumpTo('2025-04-08 17:01');
    await office.deliverOnce();
    expect(texts(office).filter((text) => PARTS.includes(text))).toEqual(['một', 'hai']);
    office.messenger.isConnected = false;
    await office.deliverOnce();
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-08 21:00');
    await office.deliver();
    expect(texts(office).filter((text) => PARTS.includes(text))).toEqual(['một', 'hai']);
    office.jumpTo('2025-04-09 07:30');
    await office.deliver();
    expect(texts(office).filter((text) => PARTS.includes(text))).toEqual(PARTS);
  });

  test('is all said where what is left has gone', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    office.messenger.splitInto('task_assigned', () => PARTS);
    const [first] = await office.deliverOnce();
    office.messenger.splitInto('task_assigned', () => PARTS.slice(0, 1));
    await office.deliver();
    expect(texts(office)).toEqual(['một']);
    expect((await outbox(office, first?.message)).state).toBe('sent');
  });
});

describe('a message that was sent, but whose row cannot say so', () => {
  test('can be settled later, and is not sent again', async () => {
    const office = await TestOffice.openBound();
    await office.assign();
    const message = await only(office);
    let isFull = true;
    const store = new Proxy(office.store, {
      get: (target, name) =>
        name === 'commit' && isFull
          ? () => Promise.reject(new Error('database or disk is full'))
          : (Reflect.get(target, name) as unknown),
    });
    const place = office.gate.take(message.chatId);
    const error: unknown = await deliver({ ...office.app, store }, office.messenger, message, place).catch(
      (reason: unknown) => reason,
    );
    if (!(error instanceof NotSettledError)) throw error;
    await expect(error.settle()).rejects.toThrow('full');
    isFull = false;
    // In the meantime someone has found its lease run out.
    const released = { state: 'queued', leaseUntil: null } as const;
    await office.store.commit(aPlan({ changes: [update('outboxMessage', message, released)] }));
    await error.settle();
    expect(await outbox(office, message)).toMatchObject({ state: 'sent' });
    office.clock.jumpTo(office.now + 10 * LEASE_MS);
    expect(await office.deliver()).toEqual([]);
    expect(office.messenger.arrived).toHaveLength(1);
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
    await expect(send(office, mine)).rejects.toThrow('no longer has version');
    expect(await outbox(office, theirs?.message)).toMatchObject({ state: 'sent' });
  });
});
