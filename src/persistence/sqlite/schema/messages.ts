import type { AuditAction } from '../../../domain/audit-event.ts';
import type { MessageSource, MessageSubject } from '../../../domain/chat.ts';
import type { NotificationRequest } from '../../../domain/notification-request.ts';
import type { DeliveryProgress, OutboxMessage, Priority } from '../../../domain/outbox-message.ts';
import { check, index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
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

/** All others. */
export const SETTLED = sql.raw('ready_at is null');

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
    /** Rows that are older than the column are ordinary (see PRIORITY). */
    priority: integer('priority').$type<Priority>().notNull().default(2),
    decidedAt: instant('decided_at').notNull().default(0),
    progress: json('progress').$type<DeliveryProgress | null>(),
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
    // One chat after the other, and in each what goes first.
    index('outbox_messages_owed')
      .on(table.chatId, table.priority, table.createdAt, table.id, table.readyAt, table.decidedAt)
      .where(OWED),
    index('outbox_messages_decided').on(table.decidedAt).where(OWED),
    index('outbox_messages_settled').on(table.createdAt, table.id).where(SETTLED),
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
  (table) => [
    index('bot_messages_message').on(table.chatId, table.messageId, table.sentAt, table.id),
    index('bot_messages_sent').on(table.sentAt, table.id),
    index('bot_messages_outbox').on(table.outboxId).where(sql.raw('outbox_id is not null')),
  ],
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

/** The updates whose commit has been applied. Each bot has its own series of ids: a database may see a second token. */
export const processedUpdates = sqliteTable(
  'processed_updates',
  {
    /** The bot's id in Telegram; 0 in rows from before it was kept, until a bot makes them its own. */
    botId: integer('bot_id').notNull(),
    updateId: integer('update_id').notNull(),
    appliedAt: instant('applied_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.botId, table.updateId] }),
    index('processed_updates_applied').on(table.appliedAt),
  ],
);

/** Where and until when Telegram wants nothing of a bot. */
export const sendingHolds = sqliteTable(
  'sending_holds',
  {
    botId: integer('bot_id').notNull(),
    /** 0: in whatever chat. */
    chatId: integer('chat_id').notNull(),
    since: instant('since').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.botId, table.chatId] })],
);

/** Answers that a chat could not take at once. */
export const waitingAnswers = sqliteTable('waiting_answers', {
  id: text('id').primaryKey(),
  botId: integer('bot_id').notNull(),
  chatId: integer('chat_id').notNull(),
  since: instant('since').notNull(),
  content: json('content').$type<Values>().notNull(),
});

export const unreachableChats = sqliteTable(
  'unreachable_chats',
  {
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    chatId: integer('chat_id').notNull(),
    since: instant('since').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.chatId] })],
);
