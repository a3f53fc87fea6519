import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/domain/assignment.ts';
import type { AuditEvent } from '../../src/domain/audit-event.ts';
import type { Reminder } from '../../src/domain/reminder.ts';
import { aPlan, insert } from '../support/plans.ts';
import {
  AGENCY_ID,
  START,
  aReminder,
  aTask,
  aDeadline,
  anAssignment,
  anAuditEvent,
  anOutboxMessage,
  under,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { PLANNING, useStore } from './database.ts';

export const describeAudit = (create: CreateDatabase): void => {
  describe('what the auditor looks at', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    /** A dated assignment with the reminders given. */
    const assigned = async (
      set: Partial<Assignment> = {},
      reminders: readonly Partial<Reminder>[] = [],
    ): Promise<Assignment> => {
      const task = aTask();
      const deadline = aDeadline(task);
      const assignment = anAssignment(task, PLANNING, { ...under(deadline), ...set });
      await store().commit(
        aPlan({
          changes: [
            insert('task', task),
            insert('deadline', deadline),
            insert('assignment', assignment),
            ...reminders.map((each) => insert('reminder', aReminder(assignment, each))),
          ],
        }),
      );
      return assignment;
    };

    it('open, dated work of a lead that no rung of a ladder is planned for', async () => {
      const bare = await assigned();
      const used = await assigned({ version: 3 }, [
        { state: 'queued' },
        { state: 'skipped', reason: 'coalesced' },
      ]);
      const onlyOthers = await assigned({}, [{ rung: 'escalate-head' }, { rung: 'next-occurrence' }]);
      await assigned({}, [{ state: 'queued' }, { state: 'planned', rung: 'overdue' }]);
      await assigned({ role: 'coordinating' });
      await assigned({ overdueFrom: null, deadlineId: null });
      for (const status of ['submitted', 'done', 'cancelled'] as const) await assigned({ status });
      expect(await store().unplannedAssignments(AGENCY_ID, null, null, 100)).toEqual({
        unplanned: [bare, used, onlyOthers].map(({ id, version }) => ({
          assignmentId: id,
          version,
          lacksRung: true,
          lacksStep: false,
        })),
        next: null,
      });
      expect(await store().unplannedAssignments('another', null, null, 100)).toEqual({
        unplanned: [],
        next: null,
      });
    });

    it('and work that no step of the escalation is planned for, unless the last one has been told', async () => {
      const rung = { rung: 'overdue' } as const;
      const told = { rung: 'escalate-director', state: 'queued', fireAt: START } as const;
      const bare = await assigned();
      const onlyRung = await assigned({}, [rung, { rung: 'escalate-head', state: 'queued' }]);
      const onlyStep = await assigned({}, [{ rung: 'escalate-head' }]);
      const passedOver = await assigned({}, [rung, { ...told, state: 'skipped', reason: 'post_vacant' }]);
      const before = await assigned({}, [rung, { ...told, fireAt: START - 1 }]);
      const cameBack = await assigned({ createdAt: START + 1 }, [rung, told]);
      await assigned({}, [rung, { rung: 'escalate-head' }]);
      await assigned({}, [rung, told]);
      await assigned({ role: 'coordinating' });
      await assigned({ status: 'submitted' });
      await assigned({ overdueFrom: null, deadlineId: null });
      const lacks = ({ id, version }: Assignment, lacksRung: boolean, lacksStep: boolean) => ({
        assignmentId: id,
        version,
        lacksRung,
        lacksStep,
      });
      expect((await store().unplannedAssignments(AGENCY_ID, 'director', null, 100)).unplanned).toEqual([
        lacks(bare, true, true),
        lacks(onlyRung, false, true),
        lacks(onlyStep, true, false),
        lacks(passedOver, false, true),
        lacks(before, false, true),
        lacks(cameBack, false, true),
      ]);
    });

    it('page by page, each assignment once', async () => {
      const ids = [];
      for (const overdueFrom of [START + 5, START, START, START + 9, START + 5]) {
        ids.push((await assigned({ overdueFrom })).id);
      }
      const [one, two, three, four, five] = ids;
      const seen: string[] = [];
      let mark = null;
      do {
        const page = await store().unplannedAssignments(AGENCY_ID, null, mark, 2);
        seen.push(...page.unplanned.map(({ assignmentId }) => assignmentId));
        mark = page.next;
      } while (mark !== null);
      expect(seen).toEqual([two, three, one, five, four]);
    });

    it('the assignments that an album was recorded for', async () => {
      const [one, two] = [await assigned(), await assigned()];
      const source = { chatId: -1, threadId: null, messageId: 5 };
      const recorded = (assignment: Assignment, albumId: string): AuditEvent =>
        anAuditEvent({
          taskId: assignment.taskId,
          assignmentId: assignment.id,
          source: { ...source, albumId },
        });
      const audit = [recorded(one, 'a'), recorded(one, 'a'), recorded(two, 'b'), anAuditEvent({ source })];
      await store().commit(aPlan({ audit }));
      expect(await store().assignmentsOfAlbum(AGENCY_ID, 'a')).toEqual([one.id]);
      expect(await store().assignmentsOfAlbum(AGENCY_ID, 'b')).toEqual([two.id]);
      expect(await store().assignmentsOfAlbum(AGENCY_ID, 'c')).toEqual([]);
      expect(await store().assignmentsOfAlbum('another', 'a')).toEqual([]);
    });

    it('messages that might have been sent or let go at a moment, the longest first', async () => {
      const queued = anOutboxMessage({ notBefore: START + 5 });
      const leased = anOutboxMessage({ state: 'sending', leaseUntil: START + 1, notBefore: START - 9 });
      const later = anOutboxMessage({ notBefore: START + 11 });
      const settled = anOutboxMessage({ state: 'sent', sentAt: START });
      await store().commit(aPlan({ outbox: [queued, leased, later, settled] }));
      expect(await store().lateMessages(START + 10, 100)).toEqual([leased, queued]);
      expect(await store().lateMessages(START + 10, 1)).toEqual([leased]);
      expect(await store().lateMessages(START, 100)).toEqual([]);
    });
  });
};
