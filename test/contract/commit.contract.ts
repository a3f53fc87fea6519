import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/application/plan.ts';
import { DuplicateUpdateError, StaleError } from '../../src/application/plan.ts';
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
import { OFFICE, PLANNING, TECHNOLOGY, useStore } from './database.ts';

export const describeCommit = (create: CreateDatabase): void => {
  describe('committing a plan', () => {
    const fixture = useStore(create);

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

  describe('a plan that fails', () => {
    const fixture = useStore(create);

    /** Commits what must fail along with a change, a message, an audit line and an update id, none of which may stay. */
    const expectNothingKept = async (
      failing: Partial<Plan>,
      error: typeof StaleError | typeof Error = StaleError,
    ): Promise<void> => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      await store.commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      const message = anOutboxMessage();
      const attempt = store.commit({
        changes: [update('assignment', assignment, { status: 'acknowledged' }), ...(failing.changes ?? [])],
        outbox: [message, ...(failing.outbox ?? [])],
        audit: [anAuditEvent({ taskId: task.id }), ...(failing.audit ?? [])],
        expectations: failing.expectations ?? [],
        updateId: 77,
      });
      await expect(attempt).rejects.toThrow(error);

      expect(await store.assignment(assignment.id)).toEqual(assignment);
      expect(await store.outboxMessage(message.id)).toBeNull();
      expect(await store.nextOutboxAt()).toBeNull();
      expect(await store.auditOfTask(task.id)).toEqual([]);
      // The update id is free again: the same update can be decided anew.
      await store.commit(aPlan({ updateId: 77 }));
    };

    it('because a later change is stale leaves nothing', async () => {
      await expectNothingKept({
        changes: [update('agency', anAgency({ version: 9 }), { nextTaskNumber: 2 })],
      });
    });

    it('because a row to change is gone leaves nothing', async () => {
      await expectNothingKept({ changes: [update('draft', aDraft(), { state: 'closed' })] });
    });

    it('because an expectation does not hold leaves nothing', async () => {
      await expectNothingKept({ expectations: [{ entity: 'agency', id: AGENCY_ID, version: 2 }] });
    });

    it('because a row expected is gone leaves nothing', async () => {
      await expectNothingKept({ expectations: [{ entity: 'reminder', id: 'unknown', version: 1 }] });
    });

    it('because a reference leads nowhere leaves nothing', async () => {
      const orphan = aReport(anAssignment(aTask(), OFFICE));
      await expectNothingKept({ changes: [insert('statusReport', orphan)] }, Error);
    });

    it('because a value is outside its closed set leaves nothing', async () => {
      const wrong = aDraft({ state: 'lost' as 'open' });
      await expectNothingKept({ changes: [insert('draft', wrong)] }, Error);
    });

    it('because a date is not one leaves nothing', async () => {
      const task = aTask();
      const deadline = aDeadline(task, { lastOk: '14/4/2025' });
      await expectNothingKept({ changes: [insert('task', task), insert('deadline', deadline)] }, Error);
    });

    it('because its audit line cannot be written leaves nothing', async () => {
      await expectNothingKept({ audit: [anAuditEvent({ actorId: 'nobody' })] }, Error);
    });

    it('says nothing of what the rows contain', async () => {
      const { store } = fixture();
      const secret = 'Nguyễn Văn Kín';
      const task = aTask({ content: secret, quote: secret, documentId: 'missing' });
      const failure = await store.commit(aPlan({ changes: [insert('task', task)] })).then(
        () => 'committed',
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(Error);
      expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(secret);
    });
  });

  describe('an update of Telegram', () => {
    const fixture = useStore(create);

    it('is applied once', async () => {
      const { store } = fixture();
      const first = aTask({ number: 1 });
      const second = aTask({ number: 2 });
      await store.commit(aPlan({ changes: [insert('task', first)], updateId: 4_000_000_001 }));
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

  describe('two decisions made from the same state', () => {
    const fixture = useStore(create);

    it('about one assignment cannot both win', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      await store.commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      const decide = (status: 'done' | 'blocked') =>
        store.commit(
          aPlan({
            changes: [update('assignment', assignment, { status })],
            outbox: [anOutboxMessage({ dedupeKey: status })],
            audit: [anAuditEvent({ taskId: task.id, after: { status } })],
          }),
        );
      const outcomes = await Promise.allSettled([decide('done'), decide('blocked')]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const loser = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(loser?.reason).toBeInstanceOf(StaleError);

      const kept = await store.assignment(assignment.id);
      const audit = await store.auditOfTask(task.id);
      expect(kept?.version).toBe(2);
      expect(audit.map(({ after }) => after)).toEqual([{ status: kept?.status }]);
      expect(await store.claimOutbox(anOutboxMessage().notBefore, 1, 9, new Set())).toHaveLength(1);
    });

    it('cannot use one task number twice', async () => {
      const { store } = fixture();
      await store.commit(aPlan({ changes: [insert('task', aTask({ number: 23 }))] }));
      const again = store.commit(aPlan({ changes: [insert('task', aTask({ number: 23 }))] }));
      await expect(again).rejects.toThrow(StaleError);
    });

    it('cannot bind one unit twice', async () => {
      const { store } = fixture();
      await store.commit(aPlan({ changes: [insert('chatBinding', aBinding(OFFICE))] }));
      const again = store.commit(
        aPlan({ changes: [insert('chatBinding', aBinding(OFFICE, { chatId: -9 }))] }),
      );
      await expect(again).rejects.toThrow(StaleError);
    });

    it('cannot leave two extension requests waiting', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      const first = anExtensionRequest(assignment);
      const second = anExtensionRequest(assignment, { ordinal: 2 });
      await store.commit(
        aPlan({
          changes: [
            insert('task', task),
            insert('assignment', assignment),
            insert('extensionRequest', first),
          ],
        }),
      );
      await expect(store.commit(aPlan({ changes: [insert('extensionRequest', second)] }))).rejects.toThrow(
        StaleError,
      );
      await store.commit(
        aPlan({
          changes: [
            update('extensionRequest', first, { state: 'withdrawn' }),
            insert('extensionRequest', second),
          ],
        }),
      );
      expect(await store.pendingExtension(assignment.id)).toEqual(second);
    });

    it('cannot give one task to one unit twice', async () => {
      const { store } = fixture();
      const task = aTask();
      const changes = [insert('task', task), insert('assignment', anAssignment(task, OFFICE))];
      await store.commit(aPlan({ changes }));
      await store.commit(aPlan({ changes: [insert('assignment', anAssignment(task, PLANNING))] }));
      const again = store.commit(
        aPlan({ changes: [insert('assignment', anAssignment(task, OFFICE, { role: 'coordinating' }))] }),
      );
      await expect(again).rejects.toThrow(StaleError);
    });

    it('are both applied where they concern different rows', async () => {
      const { store } = fixture();
      const task = aTask();
      const one = anAssignment(task, OFFICE);
      const two = anAssignment(task, TECHNOLOGY);
      await store.commit(
        aPlan({ changes: [insert('task', task), insert('assignment', one), insert('assignment', two)] }),
      );
      await Promise.all(
        [one, two].map((row) =>
          store.commit(aPlan({ changes: [update('assignment', row, { status: 'done' })] })),
        ),
      );
      expect((await store.assignmentsOfTask(task.id)).map(({ status }) => status)).toEqual(['done', 'done']);
    });
  });
};
