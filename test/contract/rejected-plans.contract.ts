import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/application/plan.ts';
import { StaleError } from '../../src/application/plan.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import {
  AGENCY_ID,
  aBinding,
  aDeadline,
  aDraft,
  aReport,
  aTask,
  aTransferRequest,
  anAgency,
  anAssignment,
  anAuditEvent,
  anExtensionRequest,
  anOutboxMessage,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, PLANNING, TECHNOLOGY, useStore } from './database.ts';

export const describeRejectedPlans = (create: CreateDatabase): void => {
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

    it('cannot leave two transfers waiting', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      const first = aTransferRequest(assignment);
      await store.commit(
        aPlan({
          changes: [insert('task', task), insert('assignment', assignment), insert('transferRequest', first)],
        }),
      );
      const second = insert('transferRequest', aTransferRequest(assignment));
      await expect(store.commit(aPlan({ changes: [second] }))).rejects.toThrow(StaleError);
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
