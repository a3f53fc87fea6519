import { describe, expect, it } from 'vitest';
import type { OutboxMessage } from '../../src/domain/outbox-message.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import { AGENCY_ID, START, aReminder, aTask, anAssignment, anOutboxMessage } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, PLANNING, useStore } from './database.ts';

const MOST = 100;

export const describeLedger = (create: CreateDatabase): void => {
  describe('the ledger', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    const owe = async (...messages: OutboxMessage[]): Promise<void> => {
      await store().commit(aPlan({ outbox: messages }));
    };

    it('lists what was owed since a moment, in whatever state, the newest first', async () => {
      const states = ['queued', 'sent', 'failed', 'dropped'] as const;
      const messages = states.map((state, index) => anOutboxMessage({ state, createdAt: START + index }));
      const sending = anOutboxMessage({ state: 'sending', leaseUntil: START + 9, createdAt: START + 4 });
      await owe(...messages, sending);
      const [queued, sent, failed, dropped] = messages;
      const listed = (more: object = {}, limit = MOST) =>
        store().deliveries({ agencyId: AGENCY_ID, ...more }, limit);
      expect(await listed()).toEqual([sending, dropped, failed, sent, queued]);
      expect(await listed({}, 2)).toEqual([sending, dropped]);
      expect(await listed({ since: START + 2 })).toEqual([sending, dropped, failed]);
      expect(await listed({ state: 'failed' })).toEqual([failed]);
      expect(await listed({ state: 'queued', since: START + 1 })).toEqual([]);
      expect(await store().deliveries({ agencyId: 'unknown' }, MOST)).toEqual([]);
    });

    it('gives messages in the order of the ids, without those that do not exist', async () => {
      const [one, two] = [anOutboxMessage(), anOutboxMessage()];
      await owe(one, two);
      expect(await store().outboxMessages([two.id, 'unknown', one.id])).toEqual([two, one]);
    });

    it('finds what is still owed about an assignment, by itself or among its reminders', async () => {
      const task = aTask();
      const own = anAssignment(task, OFFICE);
      const other = anAssignment(task, PLANNING);
      const reminders = [aReminder(own), aReminder(other)] as const;
      await store().commit(
        aPlan({
          changes: [
            insert('task', task),
            insert('assignment', own),
            insert('assignment', other),
            ...reminders.map((row) => insert('reminder', row)),
          ],
        }),
      );
      const about = (id: string, createdAt: number) =>
        anOutboxMessage({ request: { kind: 'task_assigned', assignmentId: id }, createdAt });
      const reminding = (createdAt: number, ...rows: readonly { id: string }[]) =>
        anOutboxMessage({ request: { kind: 'reminder', reminderIds: rows.map(({ id }) => id) }, createdAt });
      const given = about(own.id, START);
      const reminded = reminding(START + 1, ...reminders);
      const elsewhere = [about(other.id, START + 2), reminding(START + 3, reminders[1])];
      await owe(given, reminded, ...elsewhere, { ...about(own.id, START + 4), state: 'sent' });
      expect(await store().owedAbout([own.id])).toEqual([reminded, given]);
      expect(await store().owedAbout([])).toEqual([]);
    });

    it('remembers that something was owed, also after it failed and gave its key back', async () => {
      const message = anOutboxMessage({ dedupeKey: 'digest:one:2025-04-14' });
      expect(await store().hasBeenOwed(message.dedupeKey)).toBe(false);
      expect(await store().keysInUse([message.dedupeKey])).toEqual(new Set());
      await owe(message);
      expect(await store().hasBeenOwed(message.dedupeKey)).toBe(true);
      expect(await store().keysInUse(['another', message.dedupeKey])).toEqual(new Set([message.dedupeKey]));
      const dedupeKey = `${message.dedupeKey}#${message.id}`;
      await store().commit(
        aPlan({ changes: [update('outboxMessage', message, { state: 'failed', dedupeKey })] }),
      );
      expect(await store().hasBeenOwed(message.dedupeKey)).toBe(true);
      expect(await store().hasBeenOwed('digest:one:2025-04-1')).toBe(false);
      expect(await store().hasBeenOwed('digest:one:2025-04-14x')).toBe(false);
    });
  });
};
