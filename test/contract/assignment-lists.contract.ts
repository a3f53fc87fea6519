import { describe, expect, it } from 'vitest';
import type { AssignmentStatus } from '../../src/domain/assignment.ts';
import { isOpen, isOverdue } from '../../src/domain/assignment.ts';
import { StaleError } from '../../src/application/plan.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import { AGENCY_ID, START, aDocument, aTask, aUnit, anAgency, anAssignment } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { MEMBERS, OFFICE, PLANNING, TECHNOLOGY, UNITS, useStore } from './database.ts';

const ALL = { limit: 100, offset: 0 };
const OF_AGENCY = { agencyId: AGENCY_ID };
const STATUSES: readonly AssignmentStatus[] = [
  'assigned',
  'acknowledged',
  'in_progress',
  'blocked',
  'submitted',
  'returned',
  'done',
  'cancelled',
];

export const describeAssignmentLists = (create: CreateDatabase): void => {
  describe('lists of assignments', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    /** Stores one assignment of a task of its own; `overdueFrom` is relative to START. */
    const give = async (
      number: number,
      unit: Unit,
      overdueFrom: number | null,
      set: Partial<ReturnType<typeof anAssignment>> = {},
      ofTask: Parameters<typeof aTask>[0] = {},
    ) => {
      const task = aTask({ number, agencyId: unit.agencyId, ...ofTask });
      const assignment = anAssignment(task, unit, {
        id: `${number}`,
        overdueFrom: overdueFrom === null ? null : START + overdueFrom,
        ...set,
      });
      await store().commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      return assignment;
    };

    it('give a task by its number, in its agency', async () => {
      const task = aTask({ number: 23 });
      await store().commit(aPlan({ changes: [insert('task', task)] }));
      expect(await store().taskByNumber(AGENCY_ID, 23)).toEqual(task);
      expect(await store().taskByNumber(AGENCY_ID, 24)).toBeNull();
      expect(await store().taskByNumber('unknown', 23)).toBeNull();
    });

    it('give assignments by their ids, in the order of these', async () => {
      const first = await give(1, OFFICE, null);
      const second = await give(2, PLANNING, 0, { status: 'done' });
      expect(await store().assignments(['2', 'unknown', '1'])).toEqual([second, first]);
      expect(await store().assignments([])).toEqual([]);
    });

    it('give the occurrence that follows another, of which there is one at most', async () => {
      const first = aTask({ number: 1 });
      const second = aTask({ number: 2, followsId: first.id });
      await store().commit(aPlan({ changes: [insert('task', first)] }));
      expect(await store().taskFollowing(first.id)).toBeNull();
      await store().commit(aPlan({ changes: [insert('task', second)] }));
      expect(await store().taskFollowing(first.id)).toEqual(second);
      const again = aTask({ number: 3, followsId: first.id });
      await expect(store().commit(aPlan({ changes: [insert('task', again)] }))).rejects.toThrow(StaleError);
    });

    it("give a task's parts, the leads first, in the order of the configuration", async () => {
      const task = aTask();
      const another = aUnit('TT');
      await store().syncAgency(anAgency(), [...UNITS, another], MEMBERS);
      const parts = [
        anAssignment(task, PLANNING),
        anAssignment(task, OFFICE, { role: 'coordinating' }),
        anAssignment(task, another),
        anAssignment(task, TECHNOLOGY, { role: 'coordinating' }),
      ];
      await store().commit(
        aPlan({ changes: [insert('task', task), ...parts.map((row) => insert('assignment', row))] }),
      );
      const [planning, office, tt, technology] = parts;
      expect(await store().assignmentsOfTask(task.id)).toEqual([planning, tt, technology, office]);
      expect(await store().assignmentsOfTask('unknown')).toEqual([]);
      expect(await store().assignment('unknown')).toBeNull();
    });

    it('give the open ones, earliest deadline first, those without one last, then by task number', async () => {
      await give(10, OFFICE, null);
      await give(9, TECHNOLOGY, 50);
      await give(11, PLANNING, 20);
      await give(2, PLANNING, null);
      await give(8, OFFICE, 50);
      expect(await store().openAssignmentIds(OF_AGENCY, ALL)).toEqual(['11', '8', '9', '2', '10']);
      expect(await store().countOpenAssignments(OF_AGENCY)).toBe(5);
    });

    it('take as open and as overdue exactly what the domain does', async () => {
      let number = 0;
      const given = [];
      for (const status of STATUSES) {
        for (const overdueFrom of [null, -1, 0, 1]) {
          for (const role of ['lead', 'coordinating'] as const) {
            given.push(await give((number += 1), OFFICE, overdueFrom, { status, role }));
          }
        }
      }
      const open = given.filter(isOpen);
      const overdue = given.filter((row) => row.role === 'lead' && isOverdue(row, START));
      const sorted = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();

      expect((await store().openAssignmentIds(OF_AGENCY, ALL)).toSorted()).toEqual(sorted(open));
      expect(await store().countOpenAssignments(OF_AGENCY)).toBe(open.length);
      expect((await store().overdueAssignmentIds(OF_AGENCY, START, ALL)).toSorted()).toEqual(sorted(overdue));
      expect(await store().overdueCounts(OF_AGENCY, START)).toEqual([
        { unitId: OFFICE.id, count: overdue.length },
      ]);
      expect(overdue).not.toEqual([]);
    });

    it('narrow the open ones to units, roles and the agency', async () => {
      await give(1, OFFICE, 30);
      await give(2, OFFICE, 10, { role: 'coordinating' });
      await give(3, TECHNOLOGY, 20);
      await give(4, PLANNING, null);
      const inUnits = (...units: Unit[]) => ({ ...OF_AGENCY, unitIds: units.map(({ id }) => id) });
      const expectOpen = async (
        filter: Parameters<ReturnType<typeof store>['countOpenAssignments']>[0],
        ids: string[],
      ) => {
        expect(await store().openAssignmentIds(filter, ALL)).toEqual(ids);
        expect(await store().countOpenAssignments(filter)).toBe(ids.length);
      };
      await expectOpen(inUnits(OFFICE), ['2', '1']);
      await expectOpen(inUnits(PLANNING, OFFICE), ['2', '1', '4']);
      await expectOpen(inUnits(), []);
      await expectOpen({ ...OF_AGENCY, role: 'lead' }, ['3', '1', '4']);
      await expectOpen({ ...inUnits(OFFICE), role: 'coordinating' }, ['2']);
      await expectOpen({ agencyId: 'unknown' }, []);
      await expectOpen({ ...inUnits(OFFICE), agencyId: 'unknown' }, []);
    });

    it('name the units that lead open ones', async () => {
      await give(1, PLANNING, null);
      await give(2, OFFICE, 10, { role: 'coordinating' });
      await give(3, TECHNOLOGY, 20, { status: 'done' });
      expect(await store().unitIdsWithOpenTasks(AGENCY_ID)).toEqual([PLANNING.id]);
      await give(4, TECHNOLOGY, 20);
      await give(5, TECHNOLOGY, 30);
      expect(await store().unitIdsWithOpenTasks(AGENCY_ID)).toEqual([TECHNOLOGY.id, PLANNING.id]);
      expect(await store().unitIdsWithOpenTasks('unknown')).toEqual([]);
    });

    it('give the overdue ones unit by unit in the order of the configuration, oldest first in each', async () => {
      await give(1, PLANNING, -90);
      await give(2, OFFICE, -10);
      await give(3, OFFICE, -80);
      await give(4, TECHNOLOGY, -5);
      await give(6, TECHNOLOGY, -7);
      await give(5, TECHNOLOGY, -7);
      await give(7, OFFICE, 0);
      await give(8, OFFICE, 1);
      expect(await store().overdueAssignmentIds(OF_AGENCY, START, ALL)).toEqual([
        '5',
        '6',
        '4',
        '3',
        '2',
        '7',
        '1',
      ]);
      expect(await store().overdueCounts(OF_AGENCY, START)).toEqual([
        { unitId: TECHNOLOGY.id, count: 3 },
        { unitId: OFFICE.id, count: 3 },
        { unitId: PLANNING.id, count: 1 },
      ]);
      expect(await store().overdueAssignmentIds(OF_AGENCY, START - 91, ALL)).toEqual([]);
      expect(await store().overdueCounts(OF_AGENCY, START - 91)).toEqual([]);
    });

    it('narrow the overdue ones to units and the agency; coordinating units are never late', async () => {
      await give(1, OFFICE, -1);
      await give(2, PLANNING, -1);
      await give(3, TECHNOLOGY, -1, { role: 'coordinating' });
      const office = { ...OF_AGENCY, unitIds: [OFFICE.id, TECHNOLOGY.id] };
      expect(await store().overdueAssignmentIds(office, START, ALL)).toEqual(['1']);
      expect(await store().overdueCounts(office, START)).toEqual([{ unitId: OFFICE.id, count: 1 }]);
      for (const filter of [
        { ...OF_AGENCY, unitIds: [] },
        { ...OF_AGENCY, role: 'coordinating' as const },
        { agencyId: 'unknown' },
        { agencyId: 'unknown', unitIds: [OFFICE.id] },
      ]) {
        expect(await store().overdueAssignmentIds(filter, START, ALL)).toEqual([]);
        expect(await store().overdueCounts(filter, START)).toEqual([]);
      }
      expect(await store().overdueAssignmentIds({ ...OF_AGENCY, role: 'lead' }, START, ALL)).toEqual([
        '1',
        '2',
      ]);
    });

    it('narrow the overdue ones to a document and to how late they are, and order them by age', async () => {
      const documents = [aDocument({ id: 'd1' }), aDocument({ id: 'd2' })];
      await store().commit(aPlan({ changes: documents.map((row) => insert('document', row)) }));
      await give(1, PLANNING, -90, {}, { documentId: 'd1' });
      await give(2, OFFICE, -10, {}, { documentId: 'd2' });
      await give(3, OFFICE, -100);
      await give(4, TECHNOLOGY, -5, {}, { documentId: 'd1' });
      const ofDocument = { ...OF_AGENCY, documentId: 'd1' };
      expect(await store().overdueAssignmentIds(ofDocument, START, ALL)).toEqual(['4', '1']);
      expect(await store().overdueCounts(ofDocument, START)).toEqual([
        { unitId: TECHNOLOGY.id, count: 1 },
        { unitId: PLANNING.id, count: 1 },
      ]);
      expect(await store().overdueDocuments(OF_AGENCY, START)).toEqual([
        { documentId: 'd1', count: 2 },
        { documentId: 'd2', count: 1 },
      ]);
      expect(await store().overdueDocuments({ ...OF_AGENCY, unitIds: [OFFICE.id] }, START)).toEqual([
        { documentId: 'd2', count: 1 },
      ]);
      const recent = { ...OF_AGENCY, inTimeAt: START - 90 };
      expect(await store().overdueAssignmentIds(recent, START, ALL)).toEqual(['4', '2']);
      expect(await store().overdueCounts(recent, START)).toHaveLength(2);
      expect(await store().overdueAssignmentIds(OF_AGENCY, START, ALL, 'oldest')).toEqual([
        '3',
        '1',
        '2',
        '4',
      ]);
      expect(await store().overdueAssignmentIds(OF_AGENCY, START, { limit: 2, offset: 1 }, 'oldest')).toEqual(
        ['1', '2'],
      );
      expect(await store().document('d1')).toEqual(documents[0]);
      expect(await store().document('unknown')).toBeNull();
    });

    it('still give what a unit owes that is no longer declared, last', async () => {
      await give(1, TECHNOLOGY, -1);
      await give(2, PLANNING, -1);
      await store().syncAgency(anAgency(), [OFFICE, PLANNING], MEMBERS);
      expect(await store().overdueAssignmentIds(OF_AGENCY, START, ALL)).toEqual(['2', '1']);
      expect((await store().overdueCounts(OF_AGENCY, START)).map(({ unitId }) => unitId)).toEqual([
        PLANNING.id,
        TECHNOLOGY.id,
      ]);
      expect(await store().openAssignmentIds(OF_AGENCY, ALL)).toEqual(['1', '2']);
    });

    it('come in pages that together are the whole list', async () => {
      for (let number = 1; number <= 7; number++) {
        await give(number, UNITS[number % 3] ?? OFFICE, number % 2 === 0 ? null : -number);
        await give(number + 100, UNITS[number % 3] ?? OFFICE, -5);
      }
      const office = { ...OF_AGENCY, unitIds: [OFFICE.id, PLANNING.id] };
      const lists = [
        (page: typeof ALL) => store().openAssignmentIds(OF_AGENCY, page),
        (page: typeof ALL) => store().openAssignmentIds(office, page),
        (page: typeof ALL) => store().overdueAssignmentIds(OF_AGENCY, START, page),
        (page: typeof ALL) => store().overdueAssignmentIds(office, START, page),
      ];
      for (const list of lists) {
        const whole = await list(ALL);
        const pages = [];
        for (let offset = 0; offset < whole.length; offset += 3)
          pages.push(...(await list({ limit: 3, offset })));
        expect(pages).toEqual(whole);
        expect(whole.length).toBeGreaterThan(3);
        expect(await list({ limit: 3, offset: whole.length })).toEqual([]);
      }
    });

    it('follow a change at once', async () => {
      const assignment = await give(1, OFFICE, -1);
      await store().commit(aPlan({ changes: [update('assignment', assignment, { status: 'submitted' })] }));
      expect(await store().overdueAssignmentIds(OF_AGENCY, START, ALL)).toEqual([]);
      expect(await store().openAssignmentIds(OF_AGENCY, ALL)).toEqual(['1']);
      const submitted = { ...assignment, version: 2 };
      await store().commit(aPlan({ changes: [update('assignment', submitted, { status: 'done' })] }));
      expect(await store().openAssignmentIds(OF_AGENCY, ALL)).toEqual([]);
    });
  });
};
