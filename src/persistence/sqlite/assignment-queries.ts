import type {
  AssignmentFilter,
  DocumentCount,
  OverdueFilter,
  Page,
  UnitCount,
} from '../../application/ports/assignment-store.ts';
import type { Assignment } from '../../domain/assignment.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Task } from '../../domain/task.ts';
import { UNIT_ORDER } from './agency-queries.ts';
import type { Connection } from './connection.ts';
import { equals, given, idList, inOrderOf, isIn, rowsOf } from './connection.ts';
import { and, asc, desc, eq, getTableColumns, sql } from './drizzle.ts';
import { units } from './schema/agency.ts';
import { CAN_BE_LATE, OPEN, assignments, tasks } from './schema/work.ts';

const { taskNumber: _taskNumber, ...assignmentColumns } = getTableColumns(assignments);

/** The words of a filter that the lists share. */
const parameters = (filter: AssignmentFilter) => ({
  agencyId: filter.agencyId,
  unitIds: filter.unitIds === undefined ? null : idList(filter.unitIds),
  role: filter.role ?? null,
});

const overdueParameters = (filter: OverdueFilter) => ({
  ...parameters(filter),
  documentId: filter.documentId ?? null,
  inTimeAt: filter.inTimeAt ?? Number.MIN_SAFE_INTEGER,
});

const isOfRole = sql`(${given('role')} is null or ${assignments.role} = ${given('role')})`;

const DEADLINE_ORDER = [
  sql`${assignments.overdueFrom} asc nulls last`,
  asc(assignments.taskNumber),
  asc(assignments.id),
] as const;

export const assignmentQueries = ({ db }: Connection) => {
  const taskOfNumber = db
    .select()
    .from(tasks)
    .where(and(equals(tasks.agencyId, 'agencyId'), equals(tasks.number, 'number')))
    .prepare();
  const taskAfter = db.select().from(tasks).where(equals(tasks.followsId, 'taskId')).prepare();
  const tasksById = db.select().from(tasks).where(isIn(tasks.id, 'ids')).prepare();
  const byId = db.select(assignmentColumns).from(assignments).where(equals(assignments.id, 'id')).prepare();
  const byIds = db.select(assignmentColumns).from(assignments).where(isIn(assignments.id, 'ids')).prepare();
  const ofTask = db
    .select(assignmentColumns)
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(equals(assignments.taskId, 'taskId'))
    // 'lead' sorts after 'coordinating'.
    .orderBy(desc(assignments.role), ...UNIT_ORDER)
    .prepare();

  const isUnitWanted = and(
    equals(units.agencyId, 'agencyId'),
    sql`(${given('unitIds')} is null or ${isIn(units.id, 'unitIds')})`,
  );

  // Two statements for each list: an agency's is read off one index in order; that of a few units is small and sorted.
  const isOpenInAgency = and(equals(assignments.agencyId, 'agencyId'), OPEN, isOfRole);
  const isOpenInUnits = and(
    sql`${assignments.unitId} in (select ${units.id} from ${units} where ${isUnitWanted})`,
    OPEN,
    isOfRole,
  );
  const openIds = db
    .select({ id: assignments.id })
    .from(assignments)
    .where(isOpenInAgency)
    .orderBy(...DEADLINE_ORDER)
    .limit(given('limit'))
    .offset(given('offset'))
    .prepare();
  const openIdsOfUnits = db
    .select({ id: assignments.id })
    .from(assignments)
    .where(isOpenInUnits)
    .orderBy(...DEADLINE_ORDER)
    .limit(given('limit'))
    .offset(given('offset'))
    .prepare();
  const openIdsSince = db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(isOpenInUnits, sql`${assignments.createdAt} >= ${given('since')}`))
    .orderBy(asc(assignments.taskNumber), asc(assignments.id))
    .prepare();
  const countOpen = db
    .select({ count: sql<number>`count(*)` })
    .from(assignments)
    .where(isOpenInAgency)
    .prepare();
  const countOpenOfUnits = db
    .select({ count: sql<number>`count(*)` })
    .from(assignments)
    .where(isOpenInUnits)
    .prepare();

  const unitsWithOpenTasks = db
    .select({ id: units.id })
    .from(units)
    .where(
      and(
        equals(units.agencyId, 'agencyId'),
        sql`exists (select 1 from ${assignments} where ${and(eq(assignments.unitId, units.id), OPEN, sql`role = 'lead'`)})`,
      ),
    )
    .orderBy(...UNIT_ORDER)
    .prepare();

  // Unit after unit in the order of the configuration, and in each along the index of late assignments: nothing is sorted.
  const isOverdueInUnit = and(
    eq(assignments.unitId, units.id),
    CAN_BE_LATE,
    sql`${assignments.overdueFrom} <= ${given('now')}`,
    sql`${assignments.overdueFrom} > ${given('inTimeAt')}`,
    sql`(${given('documentId')} is null or
      (select ${tasks.documentId} from ${tasks} where ${tasks.id} = ${assignments.taskId}) = ${given('documentId')})`,
  );
  const overdueIds = db
    .select({ id: assignments.id })
    .from(units)
    .innerJoin(assignments, isOverdueInUnit)
    .where(isUnitWanted)
    .orderBy(...UNIT_ORDER, asc(assignments.overdueFrom), asc(assignments.taskNumber), asc(assignments.id))
    .limit(given('limit'))
    .offset(given('offset'))
    .prepare();
  const oldestOverdueIds = db
    .select({ id: assignments.id })
    .from(units)
    .innerJoin(assignments, isOverdueInUnit)
    .where(isUnitWanted)
    .orderBy(...DEADLINE_ORDER)
    .limit(given('limit'))
    .offset(given('offset'))
    .prepare();
  const overdueByDocument = db
    .select({ documentId: sql<string>`${tasks.documentId}`, count: sql<number>`count(*)` })
    .from(units)
    .innerJoin(assignments, isOverdueInUnit)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(isUnitWanted, sql`${tasks.documentId} is not null`))
    .groupBy(tasks.documentId)
    .orderBy(sql`count(*) desc`, desc(tasks.documentId))
    .prepare();
  const overdueByUnit = db
    .select({
      unitId: units.id,
      count: sql<number>`(select count(*) from ${assignments} where ${isOverdueInUnit})`,
    })
    .from(units)
    .where(isUnitWanted)
    .orderBy(...UNIT_ORDER)
    .prepare();

  return {
    taskByNumber: (agencyId: string, number: number): Task | null =>
      taskOfNumber.get({ agencyId, number }) ?? null,
    taskFollowing: (taskId: string): Task | null => taskAfter.get({ taskId }) ?? null,
    tasksById: (ids: readonly string[]): Task[] => rowsOf(tasksById, ids),
    assignment: (id: string): Assignment | null => byId.get({ id }) ?? null,
    assignments: (ids: readonly string[]): Assignment[] => inOrderOf(ids, rowsOf(byIds, ids)),
    assignmentsOfTask: (taskId: string): Assignment[] => ofTask.all({ taskId }),
    openAssignmentIds: (filter: AssignmentFilter, { limit, offset }: Page): string[] => {
      const query = filter.unitIds === undefined ? openIds : openIdsOfUnits;
      return query.all({ ...parameters(filter), limit, offset }).map(({ id }) => id);
    },
    openAssignmentIdsSince: (agencyId: string, unitIds: readonly string[], since: Instant): string[] =>
      openIdsSince.all({ ...parameters({ agencyId, unitIds }), since }).map(({ id }) => id),
    countOpenAssignments: (filter: AssignmentFilter): number => {
      const query = filter.unitIds === undefined ? countOpen : countOpenOfUnits;
      return query.get(parameters(filter))?.count ?? 0;
    },
    unitIdsWithOpenTasks: (agencyId: string): string[] =>
      unitsWithOpenTasks.all({ agencyId }).map(({ id }) => id),
    overdueAssignmentIds: (
      filter: OverdueFilter,
      now: Instant,
      { limit, offset }: Page,
      order: 'unit' | 'oldest' = 'unit',
    ): string[] => {
      if (filter.role === 'coordinating') return [];
      const query = order === 'unit' ? overdueIds : oldestOverdueIds;
      return query.all({ ...overdueParameters(filter), now, limit, offset }).map(({ id }) => id);
    },
    overdueCounts: (filter: OverdueFilter, now: Instant): UnitCount[] => {
      if (filter.role === 'coordinating') return [];
      return overdueByUnit.all({ ...overdueParameters(filter), now }).filter(({ count }) => count > 0);
    },
    overdueDocuments: (filter: OverdueFilter, now: Instant): DocumentCount[] =>
      filter.role === 'coordinating' ? [] : overdueByDocument.all({ ...overdueParameters(filter), now }),
  };
};
