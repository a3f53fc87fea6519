import type { AssignmentFilter, Found } from '../../application/ports/assignment-store.ts';
import type { WaitingStatus } from '../../application/ports/digest-store.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Connection } from './connection.ts';
import { equals, given, idList, isIn } from './connection.ts';
import { and, asc, sql } from './drizzle.ts';
import { units } from './schema/agency.ts';
import {
  BEFORE_DIRECTOR,
  CAN_BE_LATE,
  OPEN,
  PENDING,
  WAITING,
  assignments,
  extensionRequests,
  reminders,
  tasks,
} from './schema/work.ts';

type Condition = ReturnType<typeof and>;

/** The units of an agency, of any standing, or those wanted: everything below is found unit by unit. */
const inUnits = sql`${assignments.unitId} in (select ${units.id} from ${units} where ${and(
  equals(units.agencyId, 'agencyId'),
  sql`(${given('unitIds')} is null or ${isIn(units.id, 'unitIds')})`,
)})`;

const isLead = sql`role = 'lead'`;

const parameters = ({ agencyId, unitIds }: AssignmentFilter) => ({
  agencyId,
  unitIds: unitIds === undefined ? null : idList(unitIds),
});

/** What stands in the lists that people get of the bot's own accord. */
export const digestQueries = ({ db }: Connection) => {
  const byDeadline = [
    asc(assignments.overdueFrom),
    asc(assignments.taskNumber),
    asc(assignments.id),
  ] as const;
  const byAge = [asc(assignments.createdAt), asc(assignments.taskNumber), asc(assignments.id)] as const;

  const finding = (isWanted: Condition, order: typeof byDeadline) => {
    const all = db
      .select({ count: sql<number>`count(*)` })
      .from(assignments)
      .where(isWanted)
      .prepare();
    const first = db
      .select({ id: assignments.id })
      .from(assignments)
      .where(isWanted)
      .orderBy(...order)
      .limit(given('limit'))
      .offset(given('offset'))
      .prepare();
    return (values: Record<string, unknown>, limit: number, offset = 0): Found => ({
      total: all.get(values)?.count ?? 0,
      ids: limit === 0 ? [] : first.all({ ...values, limit, offset }).map(({ id }) => id),
    });
  };

  const due = finding(
    and(
      inUnits,
      CAN_BE_LATE,
      sql`${assignments.overdueFrom} > ${given('from')} and ${assignments.overdueFrom} <= ${given('until')}`,
    ),
    byDeadline,
  );
  const inStatus = finding(and(inUnits, WAITING, equals(assignments.status, 'status')), byDeadline);
  const undated = finding(
    and(
      inUnits,
      OPEN,
      isLead,
      sql`${assignments.overdueFrom} is null and ${assignments.status} <> 'submitted'
        and ${assignments.createdAt} < ${given('createdBefore')}
        and (select ${tasks.kind} from ${tasks} where ${tasks.id} = ${assignments.taskId}) <> 'standing'`,
    ),
    byAge,
  );
  const asking = finding(
    and(
      sql`${assignments.id} in (select ${extensionRequests.assignmentId} from ${extensionRequests}
        where ${PENDING} and ${extensionRequests.assignmentId} > '')`,
      inUnits,
    ),
    byDeadline,
  );
  const escalated = finding(
    and(
      inUnits,
      CAN_BE_LATE,
      sql`${assignments.overdueFrom} <= ${given('now')} and exists (select 1 from ${reminders}
        where ${reminders.assignmentId} = ${assignments.id} and ${BEFORE_DIRECTOR}
        and ${reminders.fireAt} >= max(${assignments.overdueFrom}, ${assignments.createdAt}))`,
    ),
    byDeadline,
  );

  return {
    dueAssignments: (
      filter: AssignmentFilter,
      from: Instant,
      until: Instant,
      limit: number,
      offset = 0,
    ): Found => due({ ...parameters(filter), from, until }, limit, offset),
    assignmentsWaiting: (filter: AssignmentFilter, status: WaitingStatus, limit: number): Found =>
      inStatus({ ...parameters(filter), status }, limit),
    undatedAssignments: (filter: AssignmentFilter, createdBefore: Instant, limit: number): Found =>
      undated({ ...parameters(filter), createdBefore }, limit),
    assignmentsAskingForTime: (filter: AssignmentFilter, limit: number): Found =>
      asking(parameters(filter), limit),
    assignmentsBeforeDirector: (filter: AssignmentFilter, now: Instant, limit: number): Found =>
      escalated({ ...parameters(filter), now }, limit),
  };
};
