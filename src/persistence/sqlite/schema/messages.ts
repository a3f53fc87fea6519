import type { AuditAction } from '../../../domain/audit-event.ts';
import type { MessageSource, MessageSubject } from '../../../domain/chat.ts';
import type { NotificationRequest } from '../../../domain/notification.ts';
import type { OutboxMessage } from '../../../domain/outbox-message.ts';
import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { agencies, members } from './agency.ts';
import { checkOneOf, closedSet, instant, json } from './columns.ts';
import { assignments, tasks } from './work.ts';

const OUTBOX_STATES = closedSet<OutboxMessage['state']>({
  queued: true,
  sending: true,
  sent: true,
  failed: true,
  dropped: true,
});

/** Outbox rows that are still owed. */
export const OWED = sql.raw('ready_at is not null');

type Values = Readonly<Record<string, unknown>>;

export const outboxMessages = sqliteTable(
  'outbox_messages',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    chatId: integer('chat_id').notNull(),
    threadId: integer('thread_id'),
    request: json('request').$type<NotificationRequest>().notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    state: text('state').$type<OutboxMessage['state']>().notNull(),
    notBefore: instant('not_before').notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull(),
    leaseUntil: instant('lease_until'),
    sentAt: instant('sent_at'),
    messageId: integer('message_id'),
    reason: text('reason'),
    version: integer('version').notNull(),
    /** When a worker may take it: at `not_before`, or where another has it, when the lease runs out; NULL once it is settled. */
    readyAt: integer('ready_at').generatedAlwaysAs(
      sql.raw(`case state when 'queued' then not_before when 'sending' then lease_until end`),
      { mode: 'virtual' },
    ),
  },
  (table) => [
    uniqueIndex('outbox_messages_dedupe').on(table.dedupeKey),
    index('outbox_messages_ready').on(table.readyAt).where(OWED),
    index('outbox_messages_owed').on(table.createdAt, table.id, table.readyAt, table.chatId).where(OWED),
    checkOneOf('outbox_messages_state', 'state', OUTBOX_STATES),
    // Without a lease the row would never be taken again.
    check('outbox_messages_lease', sql.raw(`state <> 'sending' or lease_until is not null`)),
  ],
);

export const botMessages = sqliteTable(
  'bot_messages',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    chatId: integer('chat_id').notNull(),
    threadId: integer('thread_id'),
    messageId: integer('message_id').notNull(),
    subject: json('subject').$type<MessageSubject>().notNull(),
    sentAt: instant('sent_at').notNull(),
    outboxId: text('outbox_id').references(() => outboxMessages.id),
  },
  // Not unique: a message that the bot edits into something else gets a second row, and the newest counts.
  (table) => [index('bot_messages_message').on(table.chatId, table.messageId, table.sentAt, table.id)],
);

export const auditEvents = sqliteTable(
  'audit_events',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    at: instant('at').notNull(),
    actorId: text('actor_id').references(() => members.id),
    /** No CHECK: the set grows with every version, and a CHECK can only be changed by copying the whole table. */
    action: text('action').$type<AuditAction>().notNull(),
    taskId: text('task_id').references(() => tasks.id),
    assignmentId: text('assignment_id').references(() => assignments.id),
    source: json('source').$type<MessageSource | null>(),
    before: json('before').$type<Values | null>(),
    after: json('after').$type<Values | null>(),
  },
  (table) => [
    index('audit_events_task').on(table.taskId, table.at, table.id).where(sql.raw('task_id is not null')),
  ],
);

/** The updates whose commit has been applied. */
export const processedUpdates = sqliteTable('processed_updates', {
  updateId: integer('update_id').primaryKey(),
});
