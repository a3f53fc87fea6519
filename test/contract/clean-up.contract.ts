import { describe, expect, it } from 'vitest';
import type { CleanUpMark, Rubbish } from '../../src/application/ports/task-store.ts';
import type { Assignment } from '../../src/domain/assignment.ts';
import { aPlan, insert } from '../support/plans.ts';
import { START, aBotMessage, aReminder, aTask, anAssignment, anOutboxMessage } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { TECHNOLOGY, useStore } from './database.ts';

const LATER = START + 100;

export const describeCleanUp = (create: CreateDatabase): void => {
  describe('cleaning up', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    /** Cleans in steps of two rows; returns how many are gone. */
    const clean = async (what: Rubbish, before = LATER): Promise<number> => {
      let deleted = 0;
      let mark: CleanUpMark | null = null;
      for (let steps = 0; steps < 100; steps++) {
        mark = await store().cleanUp(what, before, 2, mark);
        if (mark === null) return deleted;
        ({ deleted } = mark);
      }
      throw new Error('The cleaning does not come to an end');
    };

    /** A task with one assignment in that status. */
    const assigned = async (number: number, status: Assignment['status']): Promise<Assignment> => {
      const task = aTask({ number });
      const assignment = anAssignment(task, TECHNOLOGY, { status });
      await store().commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      return assignment;
    };

    it('forgets old updates only', async () => {
      for (let updateId = 1; updateId <= 5; updateId++) await store().commit(aPlan({ updateId }));
      // The store of these tests applies everything at START.
      expect(await clean('updates', START)).toBe(0);
      await expect(store().commit(aPlan({ updateId: 3 }))).rejects.toThrow();
      expect(await clean('updates', START + 1)).toBe(5);
      await store().commit(aPlan({ updateId: 3 }));
    });

    it('forgets holds that are long over', async () => {
      const over = { chatId: -1, since: START, until: START + 5 };
      const lasting = { chatId: null, since: START, until: LATER };
      await store().holdSending(over);
      await store().holdSending(lasting);
      await clean('holds');
      expect(await store().sendingHolds()).toEqual([lasting]);
    });

    it('keeps what a message was about as long as any of it is open', async () => {
      const open = await assigned(1, 'in_progress');
      const closed = await assigned(2, 'done');
      const cancelled = await assigned(3, 'cancelled');
      const about = (...assignmentIds: string[]) => ({ kind: 'assignments', assignmentIds }) as const;
      const prompt = (assignmentId: string) =>
        ({ kind: 'prompt', prompt: { ask: 'correction', assignmentId } }) as const;
      const kept = [
        aBotMessage({ messageId: 1, sentAt: START, subject: about(closed.id, open.id) }),
        aBotMessage({ messageId: 2, sentAt: START, subject: prompt(open.id) }),
        aBotMessage({ messageId: 3, sentAt: LATER, subject: about(closed.id) }),
      ];
      const gone = [
        aBotMessage({ messageId: 4, sentAt: START, subject: about(closed.id) }),
        aBotMessage({ messageId: 5, sentAt: START + 1, subject: prompt(cancelled.id) }),
        aBotMessage({ messageId: 6, sentAt: START + 2, subject: about() }),
      ];
      const rows = [...kept, ...gone].map((message) => insert('botMessage', message));
      await store().commit(aPlan({ changes: rows }));
      expect(await clean('messages')).toBe(gone.length);
      for (const { chatId, messageId } of kept)
        expect(await store().botMessage(chatId, messageId)).not.toBeNull();
      for (const { chatId, messageId } of gone)
        expect(await store().botMessage(chatId, messageId)).toBeNull();
    });

    it('deletes settled messages, never what is owed, remembered, reported on or about open work', async () => {
      const open = await assigned(1, 'assigned');
      const closed = await assigned(2, 'done');
      const reminder = aReminder(open, { state: 'queued' });
      const sent = { state: 'sent', createdAt: START } as const;
      const request = (assignmentId: string) => ({ kind: 'task_assigned', assignmentId }) as const;
      const remembered = anOutboxMessage({ ...sent, request: request(closed.id) });
      const failed = anOutboxMessage({ ...sent, state: 'failed', request: request(closed.id) });
      const kept = [
        remembered,
        failed,
        anOutboxMessage({ state: 'queued', createdAt: START, request: request(closed.id) }),
        anOutboxMessage({ createdAt: START, request: { kind: 'delivery_failed', outboxId: failed.id } }),
        anOutboxMessage({ ...sent, request: request(open.id) }),
        anOutboxMessage({ ...sent, request: { kind: 'reminder', reminderIds: [reminder.id] } }),
        anOutboxMessage({ ...sent, createdAt: LATER, request: request(closed.id) }),
      ];
      const gone = [
        anOutboxMessage({ ...sent, request: request(closed.id) }),
        anOutboxMessage({ ...sent, state: 'dropped', request: request(closed.id) }),
        anOutboxMessage({ ...sent, request: { kind: 'delivery_failed', outboxId: remembered.id } }),
      ];
      await store().commit(aPlan({ changes: [insert('reminder', reminder)], outbox: [...gone, ...kept] }));
      const about = { kind: 'assignments', assignmentIds: [closed.id] } as const;
      await store().commit(
        aPlan({ changes: [insert('botMessage', aBotMessage({ subject: about, outboxId: remembered.id }))] }),
      );
      expect(await clean('outbox')).toBe(gone.length);
      for (const { id } of kept) expect(await store().outboxMessage(id)).not.toBeNull();
      for (const { id } of gone) expect(await store().outboxMessage(id)).toBeNull();
      // What was remembered of the message goes first, and then the message.
      expect(await clean('messages', START + 1_000_000)).toBe(1);
      expect(await clean('outbox')).toBe(1);
      expect(await store().outboxMessage(remembered.id)).toBeNull();
    });
  });
};
