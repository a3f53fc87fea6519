import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { AssignmentRole, AssignmentStatus } from '../../../domain/assignment.ts';
import { STATUSES_THAT_CAN_BE_LATE } from '../../../domain/assignment.ts';
import type { MessageSource } from '../../../domain/chat.ts';
import type { Bound, Precision } from '../../../domain/deadline.ts';
import type { ExtensionRequest } from '../../../domain/extension-request.ts';
import type { Reminder, ReminderReason, Rung } from '../../../domain/reminder.ts';
import type { EvidenceFile } from '../../../domain/evidence-file.ts';
import type { ReportKind } from '../../../domain/status-report.ts';
import type { TaskCategory, TaskDeadline, TaskKind } from '../../../domain/task.ts';
import type { TransferRequest } from '../../../domain/transfer-request.ts';
import { index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { agencies, members, units } from './agency.ts';
import { checkLocal, checkOneOf, closedSet, instant, json } from './columns.ts';
import { documents } from './documents.ts';

const TASK_KINDS = closedSet<TaskKind>({ task: true, standing: true, event_conditioned: true });
const TASK_CATEGORIES = closedSet<TaskCategory>({ provincial: true, director: true, arising: true });
const BOUNDS = closedSet<Bound>({
  before: true,
  by: true,
  on: true,
  within: true,
  recurring: true,
  none: true,
});
const PRECISIONS = closedSet<Precision>({
  instant: true,
  half_day: true,
  day: true,
  week: true,
  month: true,
  quarter: true,
  half_year: true,
  year: true,
  none: true,
});
const ORIGINS = closedSet<TaskDeadline['origin']>({ document: true, edited: true, extension: true });
const ASSIGNMENT_ROLES = closedSet<AssignmentRole>({ lead: true, coordinating: true });
const STATUSES = closedSet<AssignmentStatus>({
  assigned: true,
  acknowledged: true,
  in_progress: true,
  blocked: true,
  submitted: true,
  returned: true,
  done: true,
  cancelled: true,
});
const REPORT_KINDS = closedSet<ReportKind>({
  acknowledged: true,
  in_progress: true,
  submitted: true,
  done: true,
  blocked: true,
  not_done: true,
  extension_requested: true,
  note: true,
});
/** Of extensions and of transfers. */
const REQUEST_STATES = closedSet<ExtensionRequest['state']>({
  pending: true,
  approved: true,
  refused: true,
  withdrawn: true,
});
const REMINDER_STATES = closedSet<Reminder['state']>({
  planned: true,
  queued: true,
  skipped: true,
  cancelled: true,
});

// What the partial indexes below hold. A query finds such an index only if it says the same words.

/** Assignments that are neither done nor cancelled. */
export const OPEN = sql.raw(`status not in ('done', 'cancelled')`);

/** Assignments that are overdue as soon as `overdue_from` has come. */
export const CAN_BE_LATE = sql.raw(
  `role = 'lead' and overdue_from is not null and status in (${STATUSES_THAT_CAN_BE_LATE.map((status) => `'${status}'`).join(', ')})`,
);

/** Work that is finished and accepted: what the reports of a period count. */
export const IS_DONE = sql.raw(`role = 'lead' and status = 'done'`);

/** Work that waits for somebody else: to be accepted, or to be helped on. */
export const WAITING = sql.raw(`role = 'lead' and status in ('submitted', 'blocked')`);

/** Escalations that have come to the director, who reads of them in the weekly list. */
export const BEFORE_DIRECTOR = sql.raw(`rung = 'escalate-director' and state = 'queued'`);

export const PENDING = sql.raw(`state = 'pending'`);

export const PLANNED = sql.raw(`state = 'planned'`);

export const tasks = sqliteTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    /** Never changed: people know the task by it. */
    number: integer('number').notNull(),
    documentId: text('document_id').references(() => documents.id),
    item: text('item'),
    kind: text('kind').$type<TaskKind>().notNull(),
    category: text('category').$type<TaskCategory>(),
    content: text('content').notNull(),
    quote: text('quote').notNull(),
    director: text('director'),
    recipient: text('recipient'),
    externalParties: json('external_parties').$type<readonly string[]>().notNull(),
    source: json('source').$type<MessageSource>().notNull(),
    followsId: text('follows_id').references((): AnySQLiteColumn => tasks.id),
    createdBy: text('created_by')
      .notNull()
      .references(() => members.id),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('tasks_number').on(table.agencyId, table.number),
    // An occurrence has one successor, however many processes make it.
    uniqueIndex('tasks_follows').on(table.followsId).where(sql.raw('follows_id is not null')),
    checkOneOf('tasks_kind', 'kind', TASK_KINDS),
    checkOneOf('tasks_category', 'category', TASK_CATEGORIES),
  ],
);

export const deadlines = sqliteTable(
  'deadlines',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    raw: text('raw').notNull(),
    due: text('due'),
    bound: text('bound').$type<Bound>().notNull(),
    precision: text('precision').$type<Precision>().notNull(),
    lastOk: text('last_ok'),
    lastOkWorkday: text('last_ok_workday'),
    rrule: text('rrule'),
    condition: text('condition'),
    origin: text('origin').$type<TaskDeadline['origin']>().notNull(),
    replacesId: text('replaces_id').references((): AnySQLiteColumn => deadlines.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('deadlines_task').on(table.taskId),
    checkOneOf('deadlines_bound', 'bound', BOUNDS),
    checkOneOf('deadlines_precision', 'precision', PRECISIONS),
    checkOneOf('deadlines_origin', 'origin', ORIGINS),
    checkLocal('deadlines_due', 'due', { isMoment: true }),
    checkLocal('deadlines_last_ok', 'last_ok', { isMoment: true }),
    checkLocal('deadlines_last_ok_workday', 'last_ok_workday', { isMoment: false }),
  ],
);

export const assignments = sqliteTable(
  'assignments',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    /** The task's number again: lists are sorted by it. */
    taskNumber: integer('task_number').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    role: text('role').$type<AssignmentRole>().notNull(),
    status: text('status').$type<AssignmentStatus>().notNull(),
    deadlineId: text('deadline_id').references(() => deadlines.id),
    overdueFrom: instant('overdue_from'),
    progress: integer('progress'),
    completedAt: instant('completed_at'),
    lastReportId: text('last_report_id').references((): AnySQLiteColumn => statusReports.id),
    lastReportAt: instant('last_report_at'),
    extensionCount: integer('extension_count').notNull(),
    excusedDays: integer('excused_days').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('assignments_unit_of_task').on(table.taskId, table.unitId),
    index('assignments_open')
      .on(table.agencyId, table.overdueFrom, table.taskNumber, table.id, table.role)
      .where(OPEN),
    index('assignments_open_of_unit')
      .on(table.unitId, table.overdueFrom, table.taskNumber, table.id, table.role)
      .where(OPEN),
    index('assignments_late')
      .on(table.unitId, table.overdueFrom, table.taskNumber, table.id)
      .where(CAN_BE_LATE),
    index('assignments_done')
      .on(table.agencyId, table.completedAt, table.unitId, table.overdueFrom)
      .where(IS_DONE),
    index('assignments_waiting')
      .on(table.unitId, table.status, table.overdueFrom, table.taskNumber, table.id)
      .where(WAITING),
    checkOneOf('assignments_role', 'role', ASSIGNMENT_ROLES),
    checkOneOf('assignments_status', 'status', STATUSES),
  ],
);

export const statusReports = sqliteTable(
  'status_reports',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    at: instant('at').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    text: text('text'),
    progress: integer('progress'),
    documentNumber: text('document_number'),
    documentDate: text('document_date'),
    reason: text('reason'),
    waitingOn: text('waiting_on'),
    eta: text('eta'),
    source: json('source').$type<MessageSource | null>(),
    correctsId: text('corrects_id').references((): AnySQLiteColumn => statusReports.id),
    evidence: json('evidence')
      .$type<readonly EvidenceFile[]>()
      .notNull()
      .default(sql`'[]'`),
  },
  (table) => [
    index('status_reports_assignment').on(table.assignmentId, table.at, table.id),
    checkOneOf('status_reports_kind', 'kind', REPORT_KINDS),
  ],
);

export const extensionRequests = sqliteTable(
  'extension_requests',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    requestedBy: text('requested_by')
      .notNull()
      .references(() => members.id),
    requestedAt: instant('requested_at').notNull(),
    newDue: text('new_due'),
    raw: text('raw').notNull(),
    reason: text('reason'),
    oldDeadlineId: text('old_deadline_id').references(() => deadlines.id),
    ordinal: integer('ordinal').notNull(),
    state: text('state').$type<ExtensionRequest['state']>().notNull(),
    decidedBy: text('decided_by').references(() => members.id),
    decidedAt: instant('decided_at'),
    grantedDue: text('granted_due'),
    decisionReason: text('decision_reason'),
    source: json('source').$type<MessageSource | null>(),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('extension_requests_pending').on(table.assignmentId).where(PENDING),
    checkOneOf('extension_requests_state', 'state', REQUEST_STATES),
    checkLocal('extension_requests_new_due', 'new_due', { isMoment: true }),
  ],
);

export const transferRequests = sqliteTable(
  'transfer_requests',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    requestedBy: text('requested_by')
      .notNull()
      .references(() => members.id),
    requestedAt: instant('requested_at').notNull(),
    toUnitId: text('to_unit_id').references(() => units.id),
    reason: text('reason'),
    state: text('state').$type<TransferRequest['state']>().notNull(),
    decidedBy: text('decided_by').references(() => members.id),
    decidedAt: instant('decided_at'),
    givenToId: text('given_to_id').references(() => units.id),
    source: json('source').$type<MessageSource | null>(),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('transfer_requests_pending').on(table.assignmentId).where(PENDING),
    checkOneOf('transfer_requests_state', 'state', REQUEST_STATES),
  ],
);

export const reminders = sqliteTable(
  'reminders',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    rung: text('rung').$type<Rung>().notNull(),
    fireAt: instant('fire_at').notNull(),
    state: text('state').$type<Reminder['state']>().notNull(),
    reason: text('reason').$type<ReminderReason>(),
    /** No foreign key: a plan queues the reminder before its message, and a message sent before under its dedupe key is not stored again. */
    outboxId: text('outbox_id'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('reminders_planned').on(table.fireAt, table.id).where(PLANNED),
    index('reminders_of_assignment').on(table.assignmentId, table.fireAt, table.id),
    index('reminders_before_director').on(table.assignmentId, table.fireAt).where(BEFORE_DIRECTOR),
    checkOneOf('reminders_state', 'state', REMINDER_STATES),
  ],
);
