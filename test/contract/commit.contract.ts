import { describe, expect, it } from 'vitest';
import { DuplicateUpdateError } from '../../src/application/plan.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import {
  AGENCY_ID,
  aBinding,
  aBotMessage,
  aDeadline,
  aDocument,
  aDraft,
  aReminder,
  aReport,
  aTask,
  anAgency,
  anAssignment,
  anAuditEvent,
  anExtensionRequest,
  anOutboxMessage,
  under,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, useStore } from './database.ts';

export const describeCommit = (create: CreateDatabase): void => {
  describe('committing a plan', () => {
    const fixture = useStore(create);

    it('takes the binding of a chat away, unless someone has changed it since', async () => {
      const { store } = fixture();
      const binding = aBinding(OFFICE);
      await store.commit(aPlan({ changes: [insert('chatBinding', binding)] }));
      const { id } = binding;
      const remove = (expectedVersion: number) =>
        aPlan({ changes: [{ op: 'delete', entity: 'chatBinding', id, expectedVersion }] });
      await expect(store.commit(remove(2))).rejects.toMatchObject({ name: 'StaleError' });
      expect(await store.bindingOfUnit(OFFICE.id)).toEqual(binding);
      await store.commit(remove(1));
      expect(await store.bindingOfUnit(OFFICE.id)).toBeNull();
      await expect(store.commit(remove(1))).rejects.toMatchObject({ name: 'StaleError' });
    });

    it('stores every kind of row as it was given', async () => {
      const { store } = fixture();
      const document = aDocument();
      const draft = aDraft({ document, documentId: document.id });
      const task = aTask({ documentId: document.id, category: 'provincial', externalParties: ['VNPT'] });
      const deadline = aDeadline(task);
      const assignment = anAssignment(task, OFFICE, under(deadline));
      const report = aReport(assignment, { eta: '2025-04-18T17:00:00+07:00', progress: 60 });
      const request = anExtensionRequest(assignment);
      const reminder = aReminder(assignment);
      const binding = aBinding(OFFICE);
      const message = anOutboxMessage({
        request: { kind: 'reminder', reminderIds: [reminder.id] },
        threadId: 5,
      });
      const event = anAuditEvent({
        taskId: task.id,
        before: null,
        after: { number: task.number, units: ['VP'] },
      });
      await store.commit(
        aPlan({
          changes: [
            insert('document', document),
            insert('draft', draft),
            insert('task', task),
            insert('deadline', deadline),
            insert('assignment', assignment),
            insert('statusReport', report),
            insert('extensionRequest', request),
            insert('reminder', reminder),
            insert('chatBinding', binding),
          ],
          outbox: [message],
          audit: [event],
        }),
      );
      const sent = aBotMessage({ outboxId: message.id });
      await store.commit(aPlan({ changes: [insert('botMessage', sent)] }));

      const [view] = await store.assignmentViews([assignment.id]);
      expect(view?.document).toEqual(document);
      expect(await store.draft(draft.id)).toEqual(draft);
      expect(await store.taskByNumber(AGENCY_ID, task.number)).toEqual(task);
      expect(await store.deadlineOf(deadline.id)).toEqual({
        raw: deadline.raw,
        due: deadline.due,
        bound: deadline.bound,
        precision: deadline.precision,
        lastOk: deadline.lastOk,
        lastOkWorkday: deadline.lastOkWorkday,
        rrule: deadline.rrule,
        condition: deadline.condition,
      });
      expect(await store.assignment(assignment.id)).toEqual(assignment);
      expect(await store.statusReport(report.id)).toEqual(report);
      expect(await store.extensionRequest(request.id)).toEqual(request);
      expect(await store.reminders([reminder.id])).toEqual([reminder]);
      expect(await store.bindingOfUnit(OFFICE.id)).toEqual(binding);
      expect(await store.outboxMessage(message.id)).toEqual(message);
      expect(await store.auditOfTask(task.id)).toEqual([event]);
      expect(await store.botMessage(sent.chatId, sent.messageId)).toEqual(sent);
    });

    it('sets only the fields named and makes the version one higher', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE, { progress: 40, lastReportAt: 5 });
      const message = anOutboxMessage();
      await store.commit(
        aPlan({ changes: [insert('task', task), insert('assignment', assignment)], outbox: [message] }),
      );
      await store.commit(
        aPlan({
          changes: [
            update('assignment', assignment, { status: 'blocked', progress: null }),
            update('task', task, {}),
            update('outboxMessage', message, { state: 'dropped', reason: 'no longer true' }),
          ],
        }),
      );
      expect(await store.assignment(assignment.id)).toEqual({
        ...assignment,
        status: 'blocked',
        progress: null,
        version: 2,
      });
      expect(await store.taskByNumber(AGENCY_ID, task.number)).toEqual({ ...task, version: 2 });
      expect(await store.outboxMessage(message.id)).toEqual({
        ...message,
        state: 'dropped',
        reason: 'no longer true',
        version: 2,
      });
    });

    it('applies the rows in the order given', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      const report = aReport(assignment);
      await store.commit(
        aPlan({
          changes: [
            insert('task', task),
            insert('assignment', assignment),
            insert('statusReport', report),
            update('assignment', assignment, { lastReportId: report.id, lastReportAt: report.at }),
          ],
        }),
      );
      expect((await store.assignment(assignment.id))?.lastReportId).toBe(report.id);
    });

    it('lets a task keep the number people know it by', async () => {
      const { store } = fixture();
      const task = aTask({ number: 23 });
      await store.commit(aPlan({ changes: [insert('task', task)] }));
      await expect(
        store.commit(aPlan({ changes: [update('task', task, { number: 24 })] })),
      ).rejects.toThrow();
      expect(await store.taskByNumber(AGENCY_ID, 23)).toEqual(task);
    });
  });

  describe('an update of Telegram', () => {
    const fixture = useStore(create);

    it('is applied once', async () => {
      const { store } = fixture();
      const first = aTask({ number: 1 });
      const second = aTask({ number: 2 });
      expect(await store.wasApplied(4_000_000_001)).toBe(false);
      await store.commit(aPlan({ changes: [insert('task', first)], updateId: 4_000_000_001 }));
      expect(await store.wasApplied(4_000_000_001)).toBe(true);
      const again = store.commit(aPlan({ changes: [insert('task', second)], updateId: 4_000_000_001 }));
      await expect(again).rejects.toThrow(DuplicateUpdateError);
      await expect(again).rejects.toMatchObject({ updateId: 4_000_000_001 });
      expect(await store.taskByNumber(AGENCY_ID, 2)).toBeNull();
    });

    it('is told apart from a stale plan, even where the plan is stale too', async () => {
      const { store } = fixture();
      await store.commit(aPlan({ updateId: 5 }));
      const stale = update('agency', anAgency({ version: 9 }), { nextTaskNumber: 2 });
      await expect(store.commit(aPlan({ changes: [stale], updateId: 5 }))).rejects.toThrow(
        DuplicateUpdateError,
      );
    });

    it('does not concern plans without one', async () => {
      const { store } = fixture();
      await store.commit(aPlan());
      await store.commit(aPlan());
      await store.commit(aPlan({ updateId: 5 }));
      await store.commit(aPlan({ updateId: 6 }));
    });
  });

  describe('a message owed', () => {
    const fixture = useStore(create);

    it('is stored once under its dedupe key, and the rest of the plan all the same', async () => {
      const { store } = fixture();
      const first = anOutboxMessage({ dedupeKey: 'reminder:1' });
      const second = anOutboxMessage({ dedupeKey: 'reminder:1', notBefore: 9 });
      const third = anOutboxMessage({ dedupeKey: 'reminder:2' });
      const task = aTask();
      await store.commit(aPlan({ outbox: [first] }));
      await store.commit(
        aPlan({
          changes: [insert('task', task)],
          outbox: [second, third],
          audit: [anAuditEvent({ taskId: task.id })],
        }),
      );
      expect(await store.outboxMessage(first.id)).toEqual(first);
      expect(await store.outboxMessage(second.id)).toBeNull();
      expect(await store.outboxMessage(third.id)).toEqual(third);
      expect(await store.auditOfTask(task.id)).toHaveLength(1);
    });

    it('is stored once within one plan too', async () => {
      const { store } = fixture();
      const first = anOutboxMessage({ dedupeKey: 'k' });
      const second = anOutboxMessage({ dedupeKey: 'k' });
      await store.commit(aPlan({ outbox: [first, second] }));
      expect(await store.outboxMessage(first.id)).not.toBeNull();
      expect(await store.outboxMessage(second.id)).toBeNull();
    });
  });
};
