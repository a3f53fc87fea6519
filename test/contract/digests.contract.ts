import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../src/domain/assignment.ts';
import { NO_CELLS } from '../../src/domain/four-cells.ts';
import type { Task } from '../../src/domain/task.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { aPlan, insert } from '../support/plans.ts';
import {
  AGENCY_ID,
  START,
  aReminder,
  aTask,
  aUnit,
  anAgency,
  anAssignment,
  anAuditEvent,
  anExtensionRequest,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { MEMBERS, OFFICE, PLANNING, TECHNOLOGY, UNITS, useStore } from './database.ts';

const OF_AGENCY = { agencyId: AGENCY_ID };
const MOST = 100;

export const describeDigests = (create: CreateDatabase): void => {
  describe('the lists that people get', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    /** Stores one assignment of a task of its own, under its number; moments are relative to START. */
    const give = async (
      number: number,
      unit: Unit,
      { overdueFrom = null, completedAt = null, createdAt = 0, ...set }: Partial<Assignment> = {},
      task: Partial<Task> = {},
    ): Promise<Assignment> => {
      const row = aTask({ number, agencyId: unit.agencyId, ...task });
      const assignment = anAssignment(row, unit, {
        id: `${number}`,
        overdueFrom: overdueFrom === null ? null : START + overdueFrom,
        completedAt: completedAt === null ? null : START + completedAt,
        createdAt: START + createdAt,
        ...set,
      });
      await store().commit(aPlan({ changes: [insert('task', row), insert('assignment', assignment)] }));
      return assignment;
    };

    it('name what runs out in a stretch of time, earliest first', async () => {
      await give(1, OFFICE, { overdueFrom: 5 });
      await give(2, PLANNING, { overdueFrom: 10 });
      await give(3, OFFICE, { overdueFrom: 6 });
      await give(4, OFFICE, { overdueFrom: 11 });
      await give(5, OFFICE, { overdueFrom: 8, status: 'submitted' });
      await give(6, OFFICE, { overdueFrom: 8, status: 'done' });
      await give(7, OFFICE, { overdueFrom: 8, role: 'coordinating' });
      await give(8, OFFICE);
      const due = (unitIds?: string[], limit = MOST) =>
        store().dueAssignments({ ...OF_AGENCY, ...(unitIds && { unitIds }) }, START + 5, START + 10, limit);
      expect(await due()).toEqual({ total: 2, ids: ['3', '2'] });
      expect(await due(undefined, 1)).toEqual({ total: 2, ids: ['3'] });
      expect(await due(undefined, 0)).toEqual({ total: 2, ids: [] });
      expect(await due([PLANNING.id])).toEqual({ total: 1, ids: ['2'] });
      expect(await due([])).toEqual({ total: 0, ids: [] });
    });

    it('name what is in a status', async () => {
      await give(1, OFFICE, { status: 'blocked', overdueFrom: 9 });
      await give(2, PLANNING, { status: 'blocked', overdueFrom: 3 });
      await give(3, OFFICE, { status: 'submitted' });
      await give(4, OFFICE, { status: 'blocked', role: 'coordinating' });
      expect(await store().assignmentsWaiting(OF_AGENCY, 'blocked', MOST)).toEqual({
        total: 2,
        ids: ['2', '1'],
      });
      const ofPlanning = { ...OF_AGENCY, unitIds: [PLANNING.id] };
      expect(await store().assignmentsWaiting(ofPlanning, 'submitted', MOST)).toEqual({ total: 0, ids: [] });
    });

    it('name what has no date, the oldest first, but for what needs none', async () => {
      await give(1, OFFICE, { createdAt: 5 });
      await give(2, PLANNING, { createdAt: 1 });
      await give(3, OFFICE, { overdueFrom: 5 });
      await give(4, OFFICE, { status: 'submitted' });
      await give(5, OFFICE, { status: 'cancelled' });
      await give(6, OFFICE, { role: 'coordinating' });
      await give(7, OFFICE, {}, { kind: 'standing' });
      await give(8, TECHNOLOGY, { createdAt: 3 }, { kind: 'event_conditioned' });
      const undated = (before: number) => store().undatedAssignments(OF_AGENCY, START + before, MOST);
      expect(await undated(MOST)).toEqual({ total: 3, ids: ['2', '8', '1'] });
      expect(await undated(3)).toEqual({ total: 1, ids: ['2'] });
    });

    it('name what waits for an answer to a request for more time', async () => {
      const waiting = await give(1, OFFICE, { overdueFrom: 5 });
      const answered = await give(2, OFFICE);
      await give(3, OFFICE);
      await store().commit(
        aPlan({
          changes: [
            insert('extensionRequest', anExtensionRequest(waiting)),
            insert('extensionRequest', anExtensionRequest(answered, { state: 'refused' })),
          ],
        }),
      );
      expect(await store().assignmentsAskingForTime(OF_AGENCY, MOST)).toEqual({ total: 1, ids: ['1'] });
      const elsewhere = { ...OF_AGENCY, unitIds: [PLANNING.id] };
      expect(await store().assignmentsAskingForTime(elsewhere, MOST)).toEqual({ total: 0, ids: [] });
      const otherAgency = { agencyId: 'unknown' };
      expect(await store().assignmentsAskingForTime(otherAgency, MOST)).toEqual({ total: 0, ids: [] });
    });

    it('name what has climbed to the director for the deadline in force', async () => {
      const climbed = await give(1, OFFICE, { overdueFrom: 5 });
      const planned = await give(2, OFFICE, { overdueFrom: 5 });
      const before = await give(3, OFFICE, { overdueFrom: 8 });
      const lower = await give(4, OFFICE, { overdueFrom: 5 });
      const returned = await give(5, OFFICE, { overdueFrom: 5, status: 'submitted' });
      const step = { rung: 'escalate-director', state: 'queued', fireAt: START + 6 } as const;
      const rows = [
        aReminder(climbed, step),
        aReminder(planned, { ...step, state: 'planned' }),
        aReminder(before, step),
        aReminder(lower, { ...step, rung: 'escalate-deputy' }),
        aReminder(returned, step),
      ];
      await store().commit(aPlan({ changes: rows.map((row) => insert('reminder', row)) }));
      const found = (now: number) => store().assignmentsBeforeDirector(OF_AGENCY, START + now, MOST);
      expect(await found(9)).toEqual({ total: 1, ids: ['1'] });
      expect(await found(4)).toEqual({ total: 0, ids: [] });
    });

    it('count how the work of each unit stands, in the order of the units', async () => {
      await give(1, PLANNING, { overdueFrom: 5 });
      await give(2, PLANNING, { overdueFrom: 20, status: 'blocked' });
      await give(3, PLANNING, { overdueFrom: 5, status: 'submitted', completedAt: 3 });
      await give(4, PLANNING);
      await give(5, PLANNING, { overdueFrom: 5, status: 'done', completedAt: 4 });
      await give(6, PLANNING, { overdueFrom: 5, status: 'done', completedAt: 5 });
      await give(7, PLANNING, { status: 'done', completedAt: 5 });
      await give(8, PLANNING, { overdueFrom: 5, status: 'done', completedAt: 1 });
      await give(9, PLANNING, { role: 'coordinating', overdueFrom: 5 });
      await give(10, PLANNING, { status: 'cancelled', overdueFrom: 5 });
      await give(11, TECHNOLOGY, { overdueFrom: 5 });
      const cells = () => store().cellsByUnit(AGENCY_ID, START + 4, START + 5);
      expect(await cells()).toEqual([
        { unitId: TECHNOLOGY.id, cells: { ...NO_CELLS, openLate: 1 } },
        {
          unitId: PLANNING.id,
          cells: { doneInTime: 2, doneLate: 1, openInTime: 1, openLate: 1, submitted: 1, undated: 1 },
        },
      ]);
      expect(await store().cellsByUnit('unknown', START, START)).toEqual([]);
      // Whoever counts some of it by another way leaves that out here.
      expect(await store().cellsByUnit(AGENCY_ID, START + 4, START + 5, ['1', '2', '5', '11'])).toEqual([
        {
          unitId: PLANNING.id,
          cells: { doneInTime: 1, doneLate: 1, openInTime: 0, openLate: 0, submitted: 1, undated: 1 },
        },
      ]);
    });

    it('count as done what was accepted in the time, although it had been finished before', async () => {
      await give(1, PLANNING, { overdueFrom: 5, status: 'done', completedAt: 3 });
      await give(2, PLANNING, { overdueFrom: 5, status: 'done', completedAt: 3 });
      const accepted = (at: number, assignmentId: string) =>
        anAuditEvent({ action: 'completion_accepted', at: START + at, assignmentId });
      await store().commit(aPlan({ audit: [accepted(4, '1'), accepted(8, '2')] }));
      const done = async (since: number) =>
        (await store().cellsByUnit(AGENCY_ID, START + since, START + 9)).map(
          ({ cells }) => cells.doneInTime + cells.doneLate,
        );
      expect(await done(3)).toEqual([2]);
      expect(await done(4)).toEqual([2]);
      expect(await done(5)).toEqual([1]);
      expect(await done(9)).toEqual([]);
    });

    it('count the work of units that are no longer declared', async () => {
      await give(1, PLANNING, { overdueFrom: 5 });
      await store().syncAgency(
        anAgency(),
        [...UNITS.filter((unit) => unit !== PLANNING), aUnit('TT')],
        MEMBERS,
      );
      const counted = await store().cellsByUnit(AGENCY_ID, START, START + 9);
      expect(counted.map(({ unitId }) => unitId)).toEqual([PLANNING.id]);
      expect(await store().dueAssignments(OF_AGENCY, START, START + 9, MOST)).toEqual({
        total: 1,
        ids: ['1'],
      });
    });
  });
};
