import { describe, expect, it } from 'vitest';
import type { Reminder } from '../../src/domain/reminder.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import { START, aReminder, aTask, anAssignment, anOutboxMessage } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, PLANNING, useStore } from './database.ts';

export const describeReminders = (create: CreateDatabase): void => {
  describe('reminders', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;
    const task = aTask();
    const one = anAssignment(task, OFFICE);
    const two = anAssignment(task, PLANNING);

    const save = (...reminders: Reminder[]) =>
      store().commit(
        aPlan({
          changes: [
            insert('task', task),
            insert('assignment', one),
            insert('assignment', two),
            ...reminders.map((row) => insert('reminder', row)),
          ],
        }),
      );

    it('are due from their moment on, earliest first, and only while they are planned', async () => {
      const later = aReminder(one, { fireAt: START + 2 });
      const sooner = aReminder(two, { fireAt: START + 1, rung: 'overdue' });
      const sameTime = aReminder(one, { fireAt: START + 1 });
      const settled = (['queued', 'skipped', 'cancelled'] as const).map((state) =>
        aReminder(one, { fireAt: START, state, reason: 'coalesced' }),
      );
      await save(later, sooner, sameTime, ...settled);
      expect(await store().dueReminders(START, 10)).toEqual([]);
      expect(await store().dueReminders(START + 1, 10)).toEqual([sooner, sameTime]);
      expect(await store().dueReminders(START + 9, 10)).toEqual([sooner, sameTime, later]);
      expect(await store().dueReminders(START + 9, 2)).toEqual([sooner, sameTime]);

      const set = { state: 'queued', outboxId: 'outbox' } as const;
      await store().commit(aPlan({ changes: [update('reminder', sooner, set)] }));
      expect(await store().dueReminders(START + 9, 10)).toEqual([sameTime, later]);
      expect(await store().reminders([sooner.id])).toEqual([{ ...sooner, ...set, version: 2 }]);
    });

    it('are listed for assignments while they are planned, earliest first', async () => {
      const later = aReminder(one, { fireAt: START + 2 });
      const sooner = aReminder(one, { fireAt: START + 1 });
      const elsewhere = aReminder(two, { fireAt: START });
      const cancelled = aReminder(one, { state: 'cancelled', reason: 'deadline_changed' });
      await save(later, sooner, elsewhere, cancelled);
      expect(await store().plannedReminders([one.id])).toEqual([sooner, later]);
      expect(await store().plannedReminders([one.id, two.id])).toEqual([elsewhere, sooner, later]);
      expect(await store().plannedReminders([])).toEqual([]);
    });

    it('are listed for assignments in whatever state, from a moment on', async () => {
      const over = aReminder(one, { fireAt: START - 1 });
      const queued = aReminder(one, { fireAt: START, state: 'queued' });
      const planned = aReminder(two, { fireAt: START + 1 });
      await save(planned, queued, over);
      expect(await store().remindersFrom([one.id, two.id], START)).toEqual([queued, planned]);
      expect(await store().remindersFrom([two.id], START)).toEqual([planned]);
      expect(await store().remindersFrom([], START)).toEqual([]);
    });

    it('that wait as messages are found by their chats, oldest first', async () => {
      const request = { kind: 'reminder', reminderIds: [] } as const;
      const later = anOutboxMessage({ chatId: 1, threadId: 4, request, createdAt: START + 1 });
      const sooner = anOutboxMessage({ chatId: 1, request, notBefore: START + 99 });
      const others = [
        anOutboxMessage({ chatId: 3, request }),
        anOutboxMessage({ chatId: 1 }),
        anOutboxMessage({ chatId: 2, request, state: 'sent' }),
        anOutboxMessage({ chatId: 2, request, state: 'sending', leaseUntil: START }),
        anOutboxMessage({ chatId: 2, request, progress: { parts: 1, digest: 'x' } }),
      ];
      await store().commit(aPlan({ outbox: [later, sooner, ...others] }));
      expect(await store().waitingReminderMessages([1, 2])).toEqual([sooner, later]);
      expect(await store().waitingReminderMessages([])).toEqual([]);
    });

    it('are read in the order of the ids, without those that do not exist', async () => {
      const first = aReminder(one);
      const second = aReminder(two);
      await save(first, second);
      expect(await store().reminders([second.id, 'unknown', first.id])).toEqual([second, first]);
      expect(await store().reminders([])).toEqual([]);
    });
  });
};
