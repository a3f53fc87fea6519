import { describe, expect, it } from 'vitest';
import type { OutboxMessage } from '../../src/domain/outbox-message.ts';
import { PRIORITY } from '../../src/domain/outbox-message.ts';
import { aPlan, update } from '../support/plans.ts';
import { START, anOutboxMessage } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { useStore } from './database.ts';

const LEASE = 1_000;

export const describeOutbox = (create: CreateDatabase): void => {
  describe('the outbox', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;
    const owe = (...outbox: OutboxMessage[]) => store().commit(aPlan({ outbox }));
    const claim = (now: number, { limit = 10, busy = [] as number[] } = {}) =>
      store().claimOutbox(now, LEASE, limit, new Set(busy));
    const ids = (messages: readonly { id: string }[]) => messages.map(({ id }) => id);
    const taken = (message: OutboxMessage, leaseUntil: number, version = 2) => ({
      ...message,
      state: 'sending',
      leaseUntil,
      decidedAt: leaseUntil - LEASE,
      version,
    });

    it('hands a message out from its moment on, under a lease', async () => {
      const message = anOutboxMessage({ notBefore: START + 5, chatId: 9 });
      await owe(message);
      expect(await claim(START + 4)).toEqual([]);
      expect(await claim(START + 5)).toEqual([taken(message, START + 5 + LEASE)]);
      expect(await store().outboxMessage(message.id)).toEqual(taken(message, START + 5 + LEASE));
      expect(await store().outboxMessage('unknown')).toBeNull();
      expect(await store().outboxMessageByKey(message.dedupeKey)).toEqual(taken(message, START + 5 + LEASE));
      expect(await store().outboxMessageByKey('unknown')).toBeNull();
    });

    it('does not hand out what another worker has until its lease runs out', async () => {
      const message = anOutboxMessage();
      await owe(message);
      await claim(START);
      expect(await claim(START + LEASE - 1)).toEqual([]);
      expect(await claim(START + LEASE)).toEqual([taken(message, START + 2 * LEASE, 3)]);
    });

    it('gives back at once what a process that is gone has claimed', async () => {
      const message = anOutboxMessage();
      await owe(message, anOutboxMessage({ state: 'sent' }));
      await claim(START);
      expect(await store().releaseOutbox()).toBe(1);
      expect(await store().releaseOutbox()).toBe(0);
      expect(await claim(START + 1)).toEqual([taken(message, START + 1 + LEASE, 4)]);
    });

    it('hands out only what is urgent enough, where that is asked for', async () => {
      const ordinary = anOutboxMessage({ chatId: 1 });
      const answer = anOutboxMessage({ chatId: 2, priority: 0 });
      await owe(ordinary, answer);
      const answers = await store().claimOutbox(START, LEASE, 9, new Set(), undefined, 0);
      expect(ids(answers)).toEqual(ids([answer]));
      expect(ids(await claim(START))).toEqual(ids([ordinary]));
    });

    it('hands out the oldest first, one a chat and as many as wanted', async () => {
      const second = anOutboxMessage({ chatId: 1, createdAt: START + 1, notBefore: START });
      const first = anOutboxMessage({ chatId: 1, createdAt: START, notBefore: START + 9 });
      const inTopic = anOutboxMessage({ chatId: 1, threadId: 4, createdAt: START });
      const elsewhere = anOutboxMessage({ chatId: 2, createdAt: START + 3 });
      const third = anOutboxMessage({ chatId: 3, createdAt: START + 2 });
      await owe(second, first, inTopic, elsewhere, third);
      expect(ids(await claim(START + 9, { limit: 2 }))).toEqual(ids([first, third]));
      expect(ids(await claim(START + 9))).toEqual(ids([inTopic, elsewhere]));
      expect(ids(await claim(START + 9))).toEqual(ids([second]));
      expect(await claim(START + 9)).toEqual([]);
    });

    it('keeps the order of a plan for messages of one moment', async () => {
      const messages = [0, 1, 2].map(() => anOutboxMessage({ chatId: 1 }));
      await owe(...messages);
      const order = [...(await claim(START)), ...(await claim(START)), ...(await claim(START))];
      expect(ids(order)).toEqual(ids(messages));
    });

    it('passes over what may not be sent yet', async () => {
      const held = anOutboxMessage({ chatId: 1, createdAt: START, notBefore: START + 9 });
      const free = anOutboxMessage({ chatId: 1, createdAt: START + 1, notBefore: START + 1 });
      await owe(held, free);
      expect(ids(await claim(START + 1))).toEqual([free.id]);
    });

    it('leaves busy chats alone', async () => {
      const busy = anOutboxMessage({ chatId: 1 });
      const free = anOutboxMessage({ chatId: 2 });
      await owe(busy, free);
      expect(ids(await claim(START, { busy: [1] }))).toEqual([free.id]);
      expect(ids(await claim(START, { busy: [3] }))).toEqual([busy.id]);
    });

    it('hands nothing out where nothing is wanted', async () => {
      await owe(anOutboxMessage());
      expect(await claim(START, { limit: 0 })).toEqual([]);
      expect(await claim(START)).toHaveLength(1);
    });

    it('forgets what is settled and takes up again what was put back', async () => {
      const sent = anOutboxMessage({ chatId: 1 });
      const failed = anOutboxMessage({ chatId: 2 });
      const dropped = anOutboxMessage({ chatId: 3 });
      const back = anOutboxMessage({ chatId: 4 });
      await owe(sent, failed, dropped, back);
      const [one, two, three, four] = await claim(START);
      if (!one || !two || !three || !four) throw new Error('Four messages are owed');
      await store().commit(
        aPlan({
          changes: [
            update('outboxMessage', one, {
              state: 'sent',
              sentAt: START + 1,
              messageId: 8,
              leaseUntil: null,
            }),
            update('outboxMessage', two, { state: 'failed', reason: 'chat not found', leaseUntil: null }),
            update('outboxMessage', three, { state: 'dropped', reason: 'done since', leaseUntil: null }),
            update('outboxMessage', four, {
              state: 'queued',
              attempts: 1,
              notBefore: START + 50,
              leaseUntil: null,
            }),
          ],
        }),
      );
      expect(await store().nextOutboxAt()).toBe(START + 50);
      expect(await claim(START + 49)).toEqual([]);
      expect(await claim(START + 10 * LEASE)).toEqual([
        taken({ ...back, attempts: 1, notBefore: START + 50 }, START + 11 * LEASE, 4),
      ]);
    });

    it('does not let a worker settle what another has taken over', async () => {
      await owe(anOutboxMessage());
      const [mine] = await claim(START);
      const [theirs] = await claim(START + LEASE);
      if (!mine || !theirs) throw new Error('The message is owed');
      const settle = (message: OutboxMessage) =>
        store().commit(
          aPlan({ changes: [update('outboxMessage', message, { state: 'sent', leaseUntil: null })] }),
        );
      await expect(settle(mine)).rejects.toThrow('version');
      await settle(theirs);
    });

    it('tells when the next message may be sent', async () => {
      expect(await store().nextOutboxAt()).toBeNull();
      await owe(
        anOutboxMessage({ chatId: 1, notBefore: START + 7 }),
        anOutboxMessage({ chatId: 2, notBefore: START }),
      );
      expect(await store().nextOutboxAt()).toBe(START);
      await claim(START);
      expect(await store().nextOutboxAt()).toBe(START + 7);
      await claim(START + 7);
      expect(await store().nextOutboxAt()).toBe(START + LEASE);
    });

    it('tells when the next message may be sent that may not be yet', async () => {
      await owe(
        anOutboxMessage({ chatId: 1, notBefore: START }),
        anOutboxMessage({ chatId: 2, notBefore: START + 7 }),
      );
      expect(await store().nextOutboxAt(START - 1)).toBe(START);
      expect(await store().nextOutboxAt(START)).toBe(START + 7);
      expect(await store().nextOutboxAt(START + 7)).toBeNull();
    });

    it('hands out what is urgent first, in a chat and between chats', async () => {
      const old = anOutboxMessage({ chatId: 1 });
      const today = anOutboxMessage({ chatId: 2, createdAt: START + 1, priority: PRIORITY.today });
      const laterInOne = anOutboxMessage({ chatId: 1, createdAt: START + 2, priority: PRIORITY.answer });
      await owe(old, today, laterInOne);
      expect(ids(await claim(START + 9, { limit: 1 }))).toEqual([laterInOne.id]);
      expect(ids(await claim(START + 9, { limit: 1 }))).toEqual([today.id]);
      expect(ids(await claim(START + 9, { limit: 1 }))).toEqual([old.id]);
    });

    it('lets the chats take turns: one with a long queue does not keep another waiting', async () => {
      const queue = [0, 1, 2].map(() => anOutboxMessage({ chatId: 1 }));
      const other = anOutboxMessage({ chatId: 2, createdAt: START + 5 });
      const third = anOutboxMessage({ chatId: 3, createdAt: START + 6 });
      await owe(...queue, other, third);
      const turns = new Map([
        [1, 8],
        [3, 7],
      ]);
      const next = () => store().claimOutbox(START + 9, LEASE, 1, new Set(), turns);
      expect(ids(await next())).toEqual([other.id]);
      expect(ids(await next())).toEqual([third.id]);
      expect(ids(await next())).toEqual(ids(queue.slice(0, 1)));
    });

    it('hands out at once what was put off by a clock that has been set back since', async () => {
      const week = 7 * 86_400_000;
      const putOff = anOutboxMessage({
        chatId: 1,
        decidedAt: START + week,
        notBefore: START + week + 60_000,
      });
      const waiting = anOutboxMessage({ chatId: 2, notBefore: START + week });
      const leased = anOutboxMessage({ chatId: 3 });
      await owe(putOff, waiting, leased);
      await store().claimOutbox(START + week, LEASE, 1, new Set([1, 2]));
      expect(ids(await claim(START))).toEqual([putOff.id, leased.id]);
      expect(await claim(START)).toEqual([]);
      expect(ids(await claim(START + week))).toContain(waiting.id);
    });

    it('does not take clocks that differ a little for one that was set back', async () => {
      await owe(anOutboxMessage({ decidedAt: START + 50_000, notBefore: START + 50_500 }));
      expect(await claim(START)).toEqual([]);
      expect(await claim(START + 50_500)).toHaveLength(1);
    });

    it('keeps how far a long message has come', async () => {
      const message = anOutboxMessage({ progress: { parts: 2, digest: 'abc' } });
      await owe(message);
      expect((await store().outboxMessage(message.id))?.progress).toEqual({ parts: 2, digest: 'abc' });
    });
  });
};
