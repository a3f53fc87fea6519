import type { AuditFilter } from '../../application/ports/audit-store.ts';
import type { PlanMark, PlanPage } from '../../application/ports/reminder-store.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { Connection } from './connection.ts';
import { given } from './connection.ts';
import { and, asc, eq, getTableColumns, sql } from './drizzle.ts';
import { OWED, auditEvents, outboxMessages } from './schema/messages.ts';

const { readyAt: _readyAt, ...outboxColumns } = getTableColumns(outboxMessages);

interface Examined extends PlanMark {
  readonly version: number;
  readonly isInOrder: 0 | 1;
}

const BEGINNING: PlanMark = { overdueFrom: Number.MIN_SAFE_INTEGER, taskNumber: 0, id: '' };

/** The pictures of an album come one after the other: in between no more than this is recorded. */
const NEWEST = 1_000;

/** What the auditor asks: see TaskStore.unplannedAssignments and lateMessages. */
export const auditQueries = ({ db, client }: Connection) => {
  // Along the index of an agency's open assignments, from where the last page ended; nothing is sorted.
  const page = client.prepare<[string, Instant, number, string, number], Examined>(
    `select overdue_from as overdueFrom, task_number as taskNumber, id, version,
       (role <> 'lead' or status = 'submitted' or exists (
         select 1 from reminders where assignment_id = assignments.id and state = 'planned'
           and rung <> 'next-occurrence' and rung not like 'escalate-%')) as isInOrder
     from assignments
     where agency_id = ? and status not in ('done', 'cancelled')
       and (overdue_from, task_number, id) > (?, ?, ?)
     order by overdue_from, task_number, id limit ?`,
  );
  const late = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(and(OWED, sql`${outboxMessages.readyAt} <= ${given('before')}`))
    .orderBy(asc(outboxMessages.readyAt))
    .limit(given('limit'))
    .prepare();

  // Ids grow as rows are written, so that the primary key is the order of the record.
  const within = [
    eq(auditEvents.agencyId, given('agencyId')),
    sql`${auditEvents.id} > ${given('after')}`,
    sql`${auditEvents.at} >= ${given('from')}`,
    sql`${auditEvents.at} < ${given('until')}`,
  ];
  const trail = db
    .select()
    .from(auditEvents)
    .where(and(...within))
    .orderBy(asc(auditEvents.id))
    .limit(given('limit'))
    .prepare();
  const trailOfTask = db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.taskId, given('taskId')), ...within))
    .orderBy(asc(auditEvents.id))
    .limit(given('limit'))
    .prepare();

  const ofAlbum = client
    .prepare<[number, string, string], string>(
      `select distinct assignment_id from (select * from audit_events order by id desc limit ?)
       where agency_id = ? and assignment_id is not null and json_extract(source, '$.albumId') = ?`,
    )
    .pluck();

  return {
    assignmentsOfAlbum: (agencyId: string, albumId: string): string[] =>
      ofAlbum.all(NEWEST, agencyId, albumId),
    auditTrail: (
      { agencyId, from = Number.MIN_SAFE_INTEGER, until = Number.MAX_SAFE_INTEGER, taskId }: AuditFilter,
      after: string | null,
      limit: number,
    ): AuditEvent[] => {
      const page = { agencyId, from, until, limit, after: after ?? '' };
      return taskId === undefined ? trail.all(page) : trailOfTask.all({ ...page, taskId });
    },
    unplannedAssignments: (agencyId: string, from: PlanMark | null, limit: number): PlanPage => {
      const { overdueFrom, taskNumber, id } = from ?? BEGINNING;
      const examined = page.all(agencyId, overdueFrom, taskNumber, id, limit);
      const last = examined.length < limit ? undefined : examined.at(-1);
      return {
        unplanned: examined
          .filter(({ isInOrder }) => isInOrder === 0)
          .map(({ id: assignmentId, version }) => ({ assignmentId, version })),
        next:
          last === undefined
            ? null
            : { overdueFrom: last.overdueFrom, taskNumber: last.taskNumber, id: last.id },
      };
    },
    lateMessages: (before: Instant, limit: number): OutboxMessage[] => late.all({ before, limit }),
  };
};
