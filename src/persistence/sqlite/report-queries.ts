import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Document } from '../../domain/document.ts';
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { TaskDeadline } from '../../domain/task.ts';
import type { TransferRequest } from '../../domain/transfer-request.ts';
import type { Connection } from './connection.ts';
import { equals, given, idList, isIn, rowsOf } from './connection.ts';
import { and, asc, getTableColumns, sql } from './drizzle.ts';
import { documents } from './schema/documents.ts';
import { auditEvents } from './schema/messages.ts';
import { PENDING, deadlines, extensionRequests, statusReports, transferRequests } from './schema/work.ts';

const {
  agencyId: _agencyId,
  taskId: _taskId,
  origin: _origin,
  replacesId: _replacesId,
  createdAt: _createdAt,
  ...deadlineColumns
} = getTableColumns(deadlines);

interface StoredDeadline extends Deadline {
  readonly id: string;
}

const toDeadline = ({ id: _id, ...deadline }: StoredDeadline): Deadline => deadline;

export const reportQueries = ({ db }: Connection) => {
  const reportsById = db.select().from(statusReports).where(isIn(statusReports.id, 'ids')).prepare();
  const reportById = db.select().from(statusReports).where(equals(statusReports.id, 'id')).prepare();
  const reportsOf = db
    .select()
    .from(statusReports)
    .where(equals(statusReports.assignmentId, 'assignmentId'))
    .orderBy(asc(statusReports.at), asc(statusReports.id))
    .prepare();
  const requestById = db.select().from(extensionRequests).where(equals(extensionRequests.id, 'id')).prepare();
  const pendingOf = db
    .select()
    .from(extensionRequests)
    .where(and(isIn(extensionRequests.assignmentId, 'ids'), PENDING))
    .prepare();
  const transferById = db.select().from(transferRequests).where(equals(transferRequests.id, 'id')).prepare();
  const transferOf = db
    .select()
    .from(transferRequests)
    .where(and(equals(transferRequests.assignmentId, 'assignmentId'), PENDING))
    .prepare();
  // The few rows of the partial index, in the order of asking.
  const transfersWaiting = db
    .select()
    .from(transferRequests)
    .where(
      and(PENDING, sql`${transferRequests.assignmentId} > ''`, equals(transferRequests.agencyId, 'agencyId')),
    )
    .orderBy(asc(transferRequests.requestedAt), asc(transferRequests.id))
    .prepare();
  const extensionsWaiting = db
    .select()
    .from(extensionRequests)
    .where(
      and(
        PENDING,
        sql`${extensionRequests.assignmentId} > ''`,
        equals(extensionRequests.agencyId, 'agencyId'),
      ),
    )
    .orderBy(asc(extensionRequests.requestedAt), asc(extensionRequests.id))
    .prepare();
  const deadlinesById = db.select(deadlineColumns).from(deadlines).where(isIn(deadlines.id, 'ids')).prepare();
  const documentsById = db.select().from(documents).where(isIn(documents.id, 'ids')).prepare();
  const auditOf = db
    .select()
    .from(auditEvents)
    .where(equals(auditEvents.taskId, 'taskId'))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .prepare();

  const auditOfSome = db
    .select()
    .from(auditEvents)
    .where(and(isIn(auditEvents.taskId, 'ids'), sql`${auditEvents.at} >= ${given('since')}`))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .prepare();
  const deadlinesOf = db
    .select()
    .from(deadlines)
    .where(equals(deadlines.taskId, 'taskId'))
    .orderBy(asc(deadlines.createdAt), asc(deadlines.id))
    .prepare();
  const firstDeadline = db
    .select(deadlineColumns)
    .from(deadlines)
    .where(equals(deadlines.taskId, 'taskId'))
    .orderBy(sql`${deadlines.due} is null`, asc(deadlines.createdAt), asc(deadlines.id))
    .limit(1)
    .prepare();

  const pendingExtensions = (assignmentIds: readonly string[]): ExtensionRequest[] =>
    rowsOf(pendingOf, assignmentIds);
  const deadlineRows = (ids: readonly string[]): StoredDeadline[] => rowsOf(deadlinesById, ids);

  return {
    statusReport: (id: string): StatusReport | null => reportById.get({ id }) ?? null,
    reportsById: (ids: readonly string[]): StatusReport[] => rowsOf(reportsById, ids),
    reportsOfAssignment: (assignmentId: string): StatusReport[] => reportsOf.all({ assignmentId }),
    extensionRequest: (id: string): ExtensionRequest | null => requestById.get({ id }) ?? null,
    pendingExtensions,
    pendingExtension: (assignmentId: string): ExtensionRequest | null =>
      pendingExtensions([assignmentId])[0] ?? null,
    pendingExtensionsOf: (agencyId: string): ExtensionRequest[] => extensionsWaiting.all({ agencyId }),
    transferRequest: (id: string): TransferRequest | null => transferById.get({ id }) ?? null,
    pendingTransfer: (assignmentId: string): TransferRequest | null =>
      transferOf.get({ assignmentId }) ?? null,
    pendingTransfersOf: (agencyId: string): TransferRequest[] => transfersWaiting.all({ agencyId }),
    deadlinesOfTask: (taskId: string): TaskDeadline[] => deadlinesOf.all({ taskId }),
    deadlineOf: (id: string): Deadline | null => deadlineRows([id]).map(toDeadline)[0] ?? null,
    deadlinesById: (ids: readonly string[]): ReadonlyMap<string, Deadline> =>
      new Map(deadlineRows(ids).map((row) => [row.id, toDeadline(row)])),
    documentsById: (ids: readonly string[]): Document[] => rowsOf(documentsById, ids),
    auditOfTasks: (taskIds: readonly string[], since: Instant): AuditEvent[] =>
      auditOfSome.all({ ids: idList(taskIds), since }),
    firstDeadlineOf: (taskId: string): Deadline | null => {
      const row = firstDeadline.get({ taskId });
      return row === undefined ? null : toDeadline(row);
    },
    auditOfTask: (taskId: string): AuditEvent[] => auditOf.all({ taskId }),
  };
};
