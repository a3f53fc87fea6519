import { describe, expect, it } from 'vitest';
import { aPlan, insert, update } from '../support/plans.ts';
import { AGENCY_ID, SECRETARY, START, aDraft, aDraftItem } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { DIRECTOR, useStore } from './database.ts';

const part = (messageId: number) => ({ messageId, text: `Phần ${messageId}` });

export const describeDrafts = (create: CreateDatabase): void => {
  describe('drafts', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;
    const save = (...drafts: ReturnType<typeof aDraft>[]) =>
      store().commit(aPlan({ changes: drafts.map((draft) => insert('draft', draft)) }));

    it('are found by each message of their text', async () => {
      const draft = aDraft({ chatId: 7, parts: [part(11), part(12)] });
      await save(draft);
      expect(await store().draftOfPart(7, 11)).toEqual(draft);
      expect(await store().draftOfPart(7, 12)).toEqual(draft);
      expect(await store().draftOfPart(7, 13)).toBeNull();
      expect(await store().draftOfPart(8, 11)).toBeNull();
      expect(await store().draft('unknown')).toBeNull();
    });

    it('are found by the messages they have now, once parts were added or taken away', async () => {
      const draft = aDraft({ chatId: 7, parts: [part(11), part(12)] });
      await save(draft);
      const set = { parts: [part(12), part(13)], lastPartAt: START + 5 };
      await store().commit(aPlan({ changes: [update('draft', draft, set)] }));
      expect(await store().draftOfPart(7, 11)).toBeNull();
      expect(await store().draftOfPart(7, 13)).toEqual({ ...draft, ...set, version: 2 });

      await store().commit(aPlan({ changes: [update('draft', { ...draft, version: 2 }, { chatId: -7 })] }));
      expect(await store().draftOfPart(7, 13)).toBeNull();
      expect((await store().draftOfPart(-7, 13))?.id).toBe(draft.id);

      await store().commit(aPlan({ changes: [update('draft', { ...draft, version: 3 }, { parts: [] })] }));
      expect(await store().draftOfPart(-7, 13)).toBeNull();
    });

    it('keep their messages where only something else of them changes', async () => {
      const draft = aDraft({ chatId: 7, parts: [part(11)] });
      await save(draft);
      const items = [aDraftItem({ state: 'discarded', alternatives: ['2025-04-15T17:00:00+07:00'] })];
      await store().commit(aPlan({ changes: [update('draft', draft, { items, state: 'closed' })] }));
      expect(await store().draftOfPart(7, 11)).toEqual({ ...draft, items, state: 'closed', version: 2 });
    });

    it('give the newest one where a message belongs to two', async () => {
      const closed = aDraft({ chatId: 7, parts: [part(11)], state: 'closed', createdAt: START });
      const newer = aDraft({ chatId: 7, parts: [part(11)], createdAt: START + 1 });
      await save(newer, closed);
      expect((await store().draftOfPart(7, 11))?.id).toBe(newer.id);
    });

    it('give the newest open one of a member in a chat or topic', async () => {
      const chat = { chatId: 7, threadId: 3 };
      const old = aDraft({ ...chat, createdAt: START });
      const newest = aDraft({ ...chat, createdAt: START + 1 });
      const sameTime = aDraft({ ...chat, createdAt: START + 1 });
      const closed = aDraft({ ...chat, createdAt: START + 2, state: 'closed' });
      const elsewhere = aDraft({ ...chat, threadId: null, createdAt: START + 3 });
      const ofAnother = aDraft({ ...chat, createdBy: DIRECTOR.id, createdAt: START + 4 });
      await save(old, newest, sameTime, closed, elsewhere, ofAnother);
      const latest = (threadId: number | null, member = SECRETARY) =>
        store().latestOpenDraft({ chatId: 7, threadId }, member.id);
      expect(await latest(3)).toEqual(sameTime);
      expect(await latest(null)).toEqual(elsewhere);
      expect(await latest(3, DIRECTOR)).toEqual(ofAnother);
      expect(await latest(4)).toBeNull();

      await store().commit(aPlan({ changes: [update('draft', sameTime, { state: 'closed' })] }));
      expect(await latest(3)).toEqual(newest);
    });

    it('list the open ones of an agency, oldest first', async () => {
      const second = aDraft({ createdAt: START + 1 });
      const first = aDraft({ createdAt: START });
      const closed = aDraft({ createdAt: START, state: 'closed' });
      await save(second, first, closed);
      expect(await store().openDrafts(AGENCY_ID)).toEqual([first, second]);
      expect(await store().openDrafts('unknown')).toEqual([]);
    });
  });
};
