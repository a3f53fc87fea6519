import { describe, expect, it } from 'vitest';
import { aPlan, insert } from '../support/plans.ts';
import { AGENCY_ID, START, aBotMessage } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { useStore } from './database.ts';

export const describeDeliveryState = (create: CreateDatabase): void => {
  describe('what is known of the ways to Telegram', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    it('holds of chats and of the whole bot are kept, the newest of each, also for the next process', async () => {
      const ofBot = { chatId: null, since: START, until: START + 5_000 };
      const ofChat = { chatId: -7, since: START, until: START + 9_000 };
      await store().holdSending({ ...ofChat, until: START + 1 });
      await store().holdSending(ofBot);
      await store().holdSending(ofChat);
      const next = await fixture().database.open();
      expect(await next.sendingHolds()).toEqual([ofChat, ofBot]);
    });

    it('answers wait in their order, also for the next process, until they are forgotten', async () => {
      const content = { text: 'Đã ghi', entities: [], keyboard: null };
      const second = { id: 'b', chatId: 7, since: START, content };
      const first = { id: 'a', chatId: -7, since: START + 1, content: { ...content, text: 'Việc 1' } };
      await store().keepAnswer(second);
      await store().keepAnswer(first);
      const next = await fixture().database.open();
      expect(await next.waitingAnswers()).toEqual([first, second]);
      await next.forgetAnswer('a');
      await next.forgetAnswer('unknown');
      expect(await store().waitingAnswers()).toEqual([second]);
    });

    it('a lost chat keeps the moment and the reason of its loss until it is regained', async () => {
      const lost = { agencyId: AGENCY_ID, chatId: -7, since: START, reason: '403: Forbidden' };
      expect(await store().markUnreachable(lost)).toEqual(lost);
      expect(await store().markUnreachable({ ...lost, since: START + 5, reason: 'again' })).toEqual(lost);
      const other = { ...lost, chatId: 8, since: START - 1 };
      await store().markUnreachable(other);
      expect(await store().unreachableChats(AGENCY_ID)).toEqual([other, lost]);
      expect(await store().unreachableChats('another')).toEqual([]);
      expect(await store().markReachable('another', -7)).toBe(false);
      expect(await store().markReachable(AGENCY_ID, -7)).toBe(true);
      expect(await store().markReachable(AGENCY_ID, -7)).toBe(false);
      expect(await store().unreachableChats(AGENCY_ID)).toEqual([other]);
      expect(await store().markUnreachable({ ...lost, since: START + 9 })).toMatchObject({
        since: START + 9,
      });
    });

    it('the messages sent of late are known', async () => {
      const sent = [0, 1, 2].map((at) => aBotMessage({ chatId: at, sentAt: START + at }));
      await store().commit(aPlan({ changes: sent.map((message) => insert('botMessage', message)) }));
      expect(await store().messagesSentSince(START + 1)).toEqual([
        { chatId: 1, sentAt: START + 1 },
        { chatId: 2, sentAt: START + 2 },
      ]);
    });
  });
};
