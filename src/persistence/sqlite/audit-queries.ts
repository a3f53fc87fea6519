import type { AuditFilter } from '../../application/ports/audit-store.ts';
import type { PlanMark, PlanPage } from '../../application/ports/reminder-store.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { EscalationStep } from '../../domain/escalation.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { EscalationRung } from '../../domain/reminder.ts';
import type { Connection } from './connection.ts';
import { equals, given } from './connection.ts';
import { and, asc, getTableColumns, sql } from './drizzle.ts';
import { OWED, auditEvents, outboxMessages } from './schema/messages.ts';

const { readyAt: _readyAt, ...outboxColumns } = getTableColumns(outboxMessages);

interface Examined extends PlanMark {
  readonly version: number;
  readonly lacksRung: 0 | 1;
  readonly lacksStep: 0 | 1;
}

interface Page extends PlanMark {
  readonly agencyId: string;
  /** The rung of the last step that the agency takes. */
  readonly final: EscalationRung | null;
  readonly limit: number;
}

const BEGINNING: PlanMark = { overdueFrom: Number.MIN_SAFE_INTEGER, taskNumber: 0, id: '' };

/** The pictures of an album come one after the other: in between no more than this is recorded. */
const NEWEST = 1_000;

/** What the auditor asks: see TaskStore.unplannedAssignments and lateMessages. */
export const auditQueries = ({ db, client }: Connection) => {
  // Along the index of an agency's open assignments, from where the last page ended; nothing is sorted.
  // A step that was told for an earlier deadline, or before the work came back to its unit, fired before either was stored.
  const page = client.prepare<[Page], Examined>(
    `select overdue_from as overdueFrom, task_number as taskNumber, id, version,
       (role = 'lead' and status <> 'submitted' and not exists (
         select 1 from reminders where assignment_id = assignments.id and state = 'planned'
           and rung <> 'next-occurrence' and rung not like 'escalate-%')) as lacksRung,
       (role = 'lead' and status <> 'submitted' and @final is not null and not exists (
         select 1 from reminders where assignment_id = assignments.id
           and (state = 'planned' and rung like 'escalate-%'
             or state = 'queued' and rung = @final and fire_at >= assignments.created_at
               and fire_at >= (select created_at from deadlines where id = assignments.deadline_id)))) as lacksStep
     from assignments
     where agency_id = @agencyId and status not in ('done', 'cancelled')
       and (overdue_from, task_number, id) > (@overdueFrom, @taskNumber, @id)
     order by overdue_from, task_number, id limit @limit`,
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
    equals(auditEvents.agencyId, 'agencyId'),
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
    .where(and(equals(auditEvents.taskId, 'taskId'), ...within))
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
    unplannedAssignments: (
      agencyId: string,
      final: EscalationStep | null,
      from: PlanMark | null,
      limit: number,
    ): PlanPage => {
      const rung = final && (`escalate-${final}` as const);
      const examined = page.all({ ...(from ?? BEGINNING), agencyId, final: rung, limit });
      const last = examined.length < limit ? undefined : examined.at(-1);
      return {
        unplanned: examined
          .filter(({ lacksRung, lacksStep }) => lacksRung + lacksStep > 0)
          .map(({ id: assignmentId, version, lacksRung, lacksStep }) => ({
            assignmentId,
            version,
            lacksRung: lacksRung === 1,
            lacksStep: lacksStep === 1,
          })),
        next:
          last === undefined
            ? null
            : { overdueFrom: last.overdueFrom, taskNumber: last.taskNumber, id: last.id },
      };
    },
    lateMessages: (before: Instant, limit: number): OutboxMessage[] => late.all({ before, limit }),
  };
};
