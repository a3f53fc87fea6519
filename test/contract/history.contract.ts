import { describe, expect, it } from 'vitest';
import type { AuditAction } from '../../src/domain/audit-event.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import {
  AGENCY_ID,
  START,
  aBotMessage,
  aDeadline,
  aReport,
  aTask,
  aTransferRequest,
  anAssignment,
  anAuditEvent,
  anExtensionRequest,
  under,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, PLANNING, useStore } from './database.ts';

export const describeHistory = (create: CreateDatabase): void => {
  describe('what has happened', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    const aStoredAssignment = async () => {
      const task = aTask();
      const deadline = aDeadline(task);
      const assignment = anAssignment(task, OFFICE, under(deadline));
      await store().commit(
        aPlan({
          changes: [insert('task', task), insert('deadline', deadline), insert('assignment', assignment)],
        }),
      );
      return { task, deadline, assignment };
    };

    it('gives the reports of an assignment, oldest first', async () => {
      const { task, assignment } = await aStoredAssignment();
      const another = anAssignment(task, PLANNING);
      const evidence = [{ kind: 'document', fileId: 'BQAC-1', name: 'Tờ trình.pdf' }] as const;
      const late = aReport(assignment, { at: START + 2, evidence });
      const early = aReport(assignment, { at: START + 1 });
      const sameTime = aReport(assignment, { at: START + 1, correctsId: early.id, source: null });
      await store().commit(
        aPlan({
          changes: [
            insert('assignment', another),
            ...[late, early, sameTime, aReport(another)].map((row) => insert('statusReport', row)),
          ],
        }),
      );
      expect(await store().reportsOfAssignment(assignment.id)).toEqual([early, sameTime, late]);
      expect(await store().reportsOfAssignment('unknown')).toEqual([]);
      expect(await store().statusReport('unknown')).toBeNull();
    });

    it('gives every deadline that a task has or had, oldest first', async () => {
      const { task, deadline } = await aStoredAssignment();
      const later = aDeadline(task, { createdAt: START + 5, replacesId: deadline.id, origin: 'extension' });
      await store().commit(aPlan({ changes: [insert('deadline', later)] }));
      expect(await store().deadlinesOfTask(task.id)).toEqual([deadline, later]);
      expect(await store().deadlinesOfTask('unknown')).toEqual([]);
    });

    it('knows the tasks that something was done to after a moment, also where the clock was set back in between', async () => {
      const [one, other, still] = [
        await aStoredAssignment(),
        await aStoredAssignment(),
        await aStoredAssignment(),
      ];
      const event = (at: number, { task }: typeof one, action: AuditAction = 'status_reported') =>
        anAuditEvent({ at: START + at, taskId: task.id, action });
      await store().commit(
        aPlan({
          audit: [
            event(3, still),
            event(9, one),
            event(2, still),
            event(8, other),
            event(9, still, 'message_sent'),
          ],
        }),
      );
      const changed = async (moment: number) =>
        (await store().tasksChangedAfter(AGENCY_ID, START + moment)).toSorted();
      expect(await changed(5)).toEqual([one.task.id, other.task.id].toSorted());
      expect(await changed(8)).toEqual([one.task.id]);
      expect(await changed(9)).toEqual([]);
      expect(await store().tasksChangedAfter('another', START)).toEqual([]);
    });

    it('gives the extension request that waits, and any by its id', async () => {
      const { assignment } = await aStoredAssignment();
      const refused = anExtensionRequest(assignment, { state: 'refused' });
      const pending = anExtensionRequest(assignment, { ordinal: 2, newDue: null });
      await store().commit(
        aPlan({ changes: [insert('extensionRequest', refused), insert('extensionRequest', pending)] }),
      );
      expect(await store().pendingExtension(assignment.id)).toEqual(pending);
      expect(await store().extensionRequest(refused.id)).toEqual(refused);
      expect(await store().extensionRequest('unknown')).toBeNull();

      const set = { state: 'approved', decidedBy: 'director', decidedAt: START + 1 } as const;
      await store().commit(aPlan({ changes: [update('extensionRequest', pending, set)] }));
      expect(await store().pendingExtension(assignment.id)).toBeNull();
      expect(await store().extensionRequest(pending.id)).toEqual({ ...pending, ...set, version: 2 });
    });

    it('gives the transfer that waits, any by its id, and all that wait, the longest first', async () => {
      const { assignment } = await aStoredAssignment();
      const { assignment: other } = await aStoredAssignment();
      const refused = aTransferRequest(assignment, {
        state: 'refused',
        decidedBy: 'director',
        decidedAt: START,
      });
      const pending = aTransferRequest(assignment, { toUnitId: OFFICE.id, requestedAt: START + 2 });
      const older = aTransferRequest(other, { requestedAt: START + 1 });
      await store().commit(
        aPlan({ changes: [refused, pending, older].map((row) => insert('transferRequest', row)) }),
      );
      const { agencyId } = assignment;
      expect(await store().transferRequest(refused.id)).toEqual(refused);
      expect(await store().transferRequest('unknown')).toBeNull();
      expect(await store().pendingTransfer(assignment.id)).toEqual(pending);
      expect(await store().pendingTransfersOf(agencyId)).toEqual([older, pending]);
      expect(await store().pendingTransfersOf('unknown')).toEqual([]);

      const set = {
        state: 'approved',
        decidedBy: 'director',
        decidedAt: START + 3,
        givenToId: OFFICE.id,
      } as const;
      await store().commit(aPlan({ changes: [update('transferRequest', pending, set)] }));
      expect(await store().pendingTransfer(assignment.id)).toBeNull();
      expect(await store().transferRequest(pending.id)).toEqual({ ...pending, ...set, version: 2 });
      expect(await store().pendingTransfersOf(agencyId)).toEqual([older]);
    });

    it('gives all extension requests that wait, the longest first', async () => {
      const { assignment } = await aStoredAssignment();
      const { assignment: other } = await aStoredAssignment();
      const granted = { state: 'approved', grantedDue: '2025-04-25', decisionReason: 'đến 25/4' } as const;
      const answered = anExtensionRequest(assignment, granted);
      const late = anExtensionRequest(assignment, { requestedAt: START + 2 });
      const early = anExtensionRequest(other, { requestedAt: START + 1 });
      await store().commit(
        aPlan({ changes: [answered, late, early].map((row) => insert('extensionRequest', row)) }),
      );
      expect(await store().extensionRequest(answered.id)).toEqual(answered);
      expect(await store().pendingExtensionsOf(assignment.agencyId)).toEqual([early, late]);
    });

    it('keeps the deadline an extension replaced', async () => {
      const { task, deadline, assignment } = await aStoredAssignment();
      const extended = aDeadline(task, {
        raw: 'thứ 6',
        due: '2025-04-18T17:00:00+07:00',
        precision: 'instant',
        origin: 'extension',
        replacesId: deadline.id,
      });
      await store().commit(
        aPlan({
          changes: [
            insert('deadline', extended),
            update('assignment', assignment, { ...under(extended), extensionCount: 1 }),
          ],
        }),
      );
      expect((await store().deadlineOf(deadline.id))?.due).toBe('2025-04-15');
      expect((await store().deadlineOf(extended.id))?.due).toBe('2025-04-18T17:00:00+07:00');
      expect(await store().deadlineOf('unknown')).toBeNull();
    });

    it('gives the audit of a task, oldest first', async () => {
      const { task, assignment } = await aStoredAssignment();
      const { task: another } = await aStoredAssignment();
      const second = anAuditEvent({ taskId: task.id, at: START + 1, assignmentId: assignment.id });
      const first = anAuditEvent({
        taskId: task.id,
        at: START,
        actorId: null,
        source: { chatId: -1, threadId: 2, messageId: 3 },
        before: { status: 'assigned' },
        after: { status: 'done', note: 'Đã xong' },
      });
      const sameTime = anAuditEvent({ taskId: task.id, at: START });
      const elsewhere = [anAuditEvent({ taskId: another.id }), anAuditEvent()];
      await store().commit(aPlan({ audit: [second, first, sameTime, ...elsewhere] }));
      expect(await store().auditOfTask(task.id)).toEqual([first, sameTime, second]);
      expect(await store().auditOfTask('unknown')).toEqual([]);
    });

    it('of some tasks is given from a moment on', async () => {
      const [task, another] = [aTask(), aTask()];
      const changes = [insert('task', task), insert('task', another)];
      const over = anAuditEvent({ taskId: task.id, at: START - 1 });
      const first = anAuditEvent({ taskId: another.id, at: START });
      const second = anAuditEvent({ taskId: task.id, at: START + 1 });
      await store().commit(aPlan({ changes, audit: [second, first, over, anAuditEvent()] }));
      expect(await store().auditOfTasks([task.id, another.id], START)).toEqual([first, second]);
      expect(await store().auditOfTasks([task.id], START)).toEqual([second]);
      expect(await store().auditOfTasks([], START)).toEqual([]);
    });

    it('gives the deadline a task was given first', async () => {
      const task = aTask();
      const later = aDeadline(task, { due: '2025-05-01', origin: 'extension', createdAt: START + 1 });
      const first = aDeadline(task);
      const changes = [insert('task', task), insert('deadline', later), insert('deadline', first)];
      await store().commit(aPlan({ changes }));
      expect(await store().firstDeadlineOf(task.id)).toMatchObject({ due: first.due });
      const undated = aDeadline(task, { due: null, lastOk: null, lastOkWorkday: null, createdAt: START - 1 });
      await store().commit(aPlan({ changes: [insert('deadline', undated)] }));
      expect(await store().firstDeadlineOf(task.id)).toMatchObject({ due: first.due });
      expect(await store().firstDeadlineOf('unknown')).toBeNull();
    });

    it('gives a message of the bot, and what it was last about where it was edited', async () => {
      const first = aBotMessage({ messageId: 30, sentAt: START });
      const later = aBotMessage({
        messageId: 30,
        sentAt: START + 1,
        subject: { kind: 'extension', requestId: 'r' },
      });
      const elsewhere = aBotMessage({ chatId: -5, messageId: 30, threadId: 9 });
      const changes = [first, elsewhere].map((row) => insert('botMessage', row));
      await store().commit(aPlan({ changes }));
      expect(await store().botMessage(-2_001, 30)).toEqual(first);
      expect(await store().botMessage(-5, 30)).toEqual(elsewhere);
      expect(await store().botMessage(-2_001, 31)).toBeNull();

      await store().commit(aPlan({ changes: [insert('botMessage', later)] }));
      expect(await store().botMessage(-2_001, 30)).toEqual(later);
    });

    it('gives the newest message of the bot in a chat', async () => {
      expect(await store().latestBotMessage(-2_001)).toBeNull();
      const older = aBotMessage({ messageId: 30, sentAt: START });
      const newest = aBotMessage({ messageId: 31, sentAt: START + 2, threadId: 9 });
      const elsewhere = aBotMessage({ chatId: -5, messageId: 99, sentAt: START + 3 });
      const changes = [older, newest, elsewhere].map((row) => insert('botMessage', row));
      await store().commit(aPlan({ changes }));
      expect(await store().latestBotMessage(-2_001)).toEqual(newest);
    });
  });

  describe('history', () => {
    const fixture = useStore(create);

    it.each(['audit_events', 'status_reports', 'deadlines'])(
      'in %s can neither be changed nor deleted, whoever asks',
      async (table) => {
        const { store, database } = fixture();
        const task = aTask();
        const deadline = aDeadline(task);
        const assignment = anAssignment(task, OFFICE, under(deadline));
        const report = aReport(assignment);
        const event = anAuditEvent({ taskId: task.id });
        const changes = [
          insert('task', task),
          insert('deadline', deadline),
          insert('assignment', assignment),
          insert('statusReport', report),
        ];
        await store.commit(aPlan({ changes, audit: [event] }));

        await expect(database.run(`update ${table} set agency_id = agency_id`)).rejects.toThrow(
          /append-only/,
        );
        await expect(database.run(`delete from ${table}`)).rejects.toThrow(/append-only/);
        expect(await store.auditOfTask(task.id)).toEqual([event]);
        expect(await store.statusReport(report.id)).toEqual(report);
        expect(await store.deadlineOf(deadline.id)).not.toBeNull();
      },
    );
  });
};
