import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ChatBinding } from '../../../domain/chat.ts';
import type { Invitation, JoinRequest } from '../../../domain/joining.ts';
import type { Member, Role } from '../../../domain/member.ts';
import type { Unit } from '../../../domain/unit.ts';
import { index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { checkOneOf, closedSet, instant, json } from './columns.ts';

const ROLES = closedSet<Role>({
  admin: true,
  secretary: true,
  director: true,
  deputy: true,
  unit_head: true,
  staff: true,
});

const BINDING_STATES = closedSet<ChatBinding['state']>({ active: true, unreachable: true });

const INVITATION_STATES = closedSet<Invitation['state']>({ open: true, used: true, withdrawn: true });

const JOIN_STATES = closedSet<JoinRequest['state']>({ pending: true, approved: true, refused: true });

/** What of a person the configuration declares, and Telegram may change since. */
export type DeclaredMember = Pick<Member, 'role' | 'title' | 'unitId' | 'telegramId'>;

/** The same of a unit. */
export type DeclaredPosts = Pick<Unit, 'headId' | 'deputyId'>;

/** What the configuration declares now. An index that holds only this is found only by a query that says the same words. */
export const IS_LISTED = sql.raw('is_listed = 1');

export const agencies = sqliteTable('agencies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nextTaskNumber: integer('next_task_number').notNull(),
  plannedWith: text('planned_with'),
  version: integer('version').notNull(),
});

export const units = sqliteTable(
  'units',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    shortName: text('short_name').notNull(),
    aliases: json('aliases').$type<readonly string[]>().notNull(),
    weakAliases: json('weak_aliases').$type<readonly string[]>(),
    isAmbiguous: integer('is_ambiguous', { mode: 'boolean' }),
    isGroup: integer('is_group', { mode: 'boolean' }),
    headId: text('head_id').references((): AnySQLiteColumn => members.id),
    deputyId: text('deputy_id').references((): AnySQLiteColumn => members.id),
    isInAllUnits: integer('is_in_all_units', { mode: 'boolean' }).notNull().default(true),
    validFrom: text('valid_from'),
    validUntil: text('valid_until'),
    /** The place in the configuration, from 0. */
    position: integer('position').notNull(),
    /** False once the configuration no longer declares it. */
    isListed: integer('is_listed', { mode: 'boolean' }).notNull(),
    /** What the configuration said last: what it says otherwise is newer than what was decided in Telegram. */
    declared: json('declared').$type<DeclaredPosts | null>(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    // Unique through its last column: the database can then walk the units in the order of the configuration and
    // what belongs to each without sorting it all.
    uniqueIndex('units_in_order').on(table.agencyId, sql`is_listed desc`, table.position, table.id),
  ],
);

export const members = sqliteTable(
  'members',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    title: text('title').notNull(),
    unitId: text('unit_id').references((): AnySQLiteColumn => units.id),
    telegramId: integer('telegram_id'),
    /** The place in the configuration, from 0. */
    position: integer('position').notNull(),
    /** False once the configuration no longer declares the person, or they have left: they may do nothing. */
    isListed: integer('is_listed', { mode: 'boolean' }).notNull(),
    /** What the configuration said last: what it says otherwise is newer than what was decided in Telegram. */
    declared: json('declared').$type<DeclaredMember | null>(),
    leftAt: instant('left_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('members_in_order').on(table.agencyId, table.position),
    uniqueIndex('members_telegram')
      .on(table.agencyId, table.telegramId)
      .where(sql.raw('is_listed = 1 and telegram_id is not null')),
    checkOneOf('members_role', 'role', ROLES),
  ],
);

export const chatBindings = sqliteTable(
  'chat_bindings',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    chatId: integer('chat_id').notNull(),
    threadId: integer('thread_id'),
    title: text('title').notNull(),
    boundBy: text('bound_by')
      .notNull()
      .references(() => members.id),
    boundAt: instant('bound_at').notNull(),
    state: text('state').$type<ChatBinding['state']>().notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('chat_bindings_unit').on(table.unitId),
    index('chat_bindings_chat').on(table.chatId, table.threadId),
    index('chat_bindings_agency').on(table.agencyId),
    checkOneOf('chat_bindings_state', 'state', BINDING_STATES),
  ],
);

export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    codeHash: text('code_hash').notNull(),
    createdBy: text('created_by').references(() => members.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    state: text('state').$type<Invitation['state']>().notNull(),
    usedAt: instant('used_at'),
    usedBy: integer('used_by'),
    version: integer('version').notNull(),
  },
  (table) => [
    uniqueIndex('invitations_code').on(table.codeHash),
    // A member has one link at a time.
    uniqueIndex('invitations_open').on(table.memberId).where(sql.raw(`state = 'open'`)),
    checkOneOf('invitations_state', 'state', INVITATION_STATES),
  ],
);

export const joinRequests = sqliteTable(
  'join_requests',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    telegramId: integer('telegram_id').notNull(),
    name: text('name').notNull(),
    username: text('username'),
    askedAt: instant('asked_at').notNull(),
    state: text('state').$type<JoinRequest['state']>().notNull(),
    memberId: text('member_id').references(() => members.id),
    decidedBy: text('decided_by').references(() => members.id),
    decidedAt: instant('decided_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('join_requests_account').on(table.agencyId, table.telegramId, table.askedAt, table.id),
    uniqueIndex('join_requests_pending')
      .on(table.agencyId, table.telegramId)
      .where(sql.raw(`state = 'pending'`)),
    checkOneOf('join_requests_state', 'state', JOIN_STATES),
  ],
);
