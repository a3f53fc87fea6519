import Sqlite from 'better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Delete, Entities, Insert, Plan, Update, VersionedEntities } from '../../application/plan.ts';
import { DuplicateUpdateError, StaleError, StoreUnavailableError } from '../../application/plan.ts';
import type { Connection } from './connection.ts';
import type { BotIdentity } from './delivery-state.ts';
import { given } from './connection.ts';
import { and, eq, getTableColumns, sql } from './drizzle.ts';
import type { PlanCommit } from './group-commit.ts';
import { agencies, chatBindings, invitations, joinRequests, members, units } from './schema/agency.ts';
import { documents, draftParts, drafts } from './schema/documents.ts';
import { auditEvents, botMessages, outboxMessages, processedUpdates } from './schema/messages.ts';
import {
  assignments,
  deadlines,
  extensionRequests,
  reminders,
  statusReports,
  tasks,
  transferRequests,
} from './schema/work.ts';

const TABLES = {
  document: documents,
  draft: drafts,
  task: tasks,
  deadline: deadlines,
  assignment: assignments,
  statusReport: statusReports,
  extensionRequest: extensionRequests,
  transferRequest: transferRequests,
  reminder: reminders,
  chatBinding: chatBindings,
  botMessage: botMessages,
  invitation: invitations,
  joinRequest: joinRequests,
} as const satisfies Record<keyof Entities, SQLiteTable>;

const VERSIONED_TABLES = {
  agency: agencies,
  draft: drafts,
  task: tasks,
  assignment: assignments,
  extensionRequest: extensionRequests,
  transferRequest: transferRequests,
  reminder: reminders,
  chatBinding: chatBindings,
  invitation: invitations,
  joinRequest: joinRequests,
  member: members,
  unit: units,
  outboxMessage: outboxMessages,
} as const satisfies Record<keyof VersionedEntities, SQLiteTable>;

type VersionedTable = (typeof VERSIONED_TABLES)[keyof VersionedEntities];

/** A row or a part of one, by the names of the domain, which are those of the schema. */
type Values = Record<string, unknown>;

const entityNames = <E extends string>(tables: Readonly<Record<E, unknown>>): E[] =>
  Object.keys(tables) as E[];

/**
 * A parameter for each column, under the name the domain gives it, apart from the columns that are `filled` otherwise.
 * Drizzle's types want values of the column's type here; its prepared statements take parameters in their place.
 */
const parameters = <T extends SQLiteTable>(table: T, filled: Values = {}) =>
  ({
    ...Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, given(name)])),
    ...filled,
  }) as T['$inferInsert'];

/** Columns that the plan does not give. */
const FILLED_BY_STORE: Partial<Record<keyof Entities, Values>> = {
  assignment: {
    taskNumber: sql`(select ${tasks.number} from ${tasks} where ${tasks.id} = ${given('taskId')})`,
  },
};

const prepareInserts = ({ db }: Connection) => {
  const prepare = (entity: keyof Entities) =>
    db
      .insert(TABLES[entity] as SQLiteTable)
      .values(parameters(TABLES[entity], FILLED_BY_STORE[entity]))
      .prepare();
  return Object.fromEntries(entityNames(TABLES).map((entity) => [entity, prepare(entity)])) as Record<
    keyof Entities,
    ReturnType<typeof prepare>
  >;
};

/** One statement for each set of fields that is ever written together. */
const prepareUpdates = ({ db }: Connection) => {
  const prepare = (entity: keyof VersionedEntities, fields: readonly string[]) => {
    const table: VersionedTable = VERSIONED_TABLES[entity];
    const set = Object.fromEntries(fields.map((field) => [field, given(field)]));
    return db
      .update(table as SQLiteTable)
      .set({ ...set, version: sql`${table.version} + 1` })
      .where(and(eq(table.id, given('id')), eq(table.version, given('expectedVersion'))))
      .prepare();
  };
  const statements = new Map<string, ReturnType<typeof prepare>>();
  return (entity: keyof VersionedEntities, fields: readonly string[]) => {
    const key = `${entity}:${fields.join(',')}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const statement = prepare(entity, fields);
    statements.set(key, statement);
    return statement;
  };
};

const prepareVersions = ({ db }: Connection) => {
  const prepare = (table: VersionedTable) =>
    db
      .select({ version: table.version })
      .from(table as SQLiteTable)
      .where(eq(table.id, given('id')))
      .prepare();
  return Object.fromEntries(
    entityNames(VERSIONED_TABLES).map((entity) => [entity, prepare(VERSIONED_TABLES[entity])]),
  ) as Record<keyof VersionedEntities, ReturnType<typeof prepare>>;
};

/** Keeps `draft_parts` the index of what the draft's row says. */
const preparePartsIndex = ({ db, client }: Connection) => {
  const forget = db
    .delete(draftParts)
    .where(eq(draftParts.draftId, given('id')))
    .prepare();
  const remember = client.prepare<[string]>(
    `insert or ignore into draft_parts (chat_id, message_id, draft_id)
     select drafts.chat_id, part.value ->> 'messageId', drafts.id
     from drafts, json_each(drafts.parts) part where drafts.id = ?`,
  );
  return (draftId: string): void => {
    forget.run({ id: draftId });
    remember.run(draftId);
  };
};

const hasCode = (error: unknown, code: string): error is Error =>
  error instanceof Sqlite.SqliteError && error.code === code;

/** The plan is not to blame, and may succeed when the disk has room, or another process lets go of the file. */
const isOfTheDisk = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Sqlite.SqliteError && /^SQLITE_(?:FULL|IOERR|BUSY|READONLY|CANTOPEN)/u.test(error.code);

/** Runs a statement that writes one row. SQLite does not say which reference leads nowhere, so at least the row is named. */
const write = (what: string, id: string, run: () => Sqlite.RunResult): number => {
  try {
    return run().changes;
  } catch (error) {
    if (!hasCode(error, 'SQLITE_CONSTRAINT_FOREIGNKEY')) throw error;
    throw new Error(`The ${what} ${id} refers to a row that does not exist`, { cause: error });
  }
};

/** Makes the functions that apply a plan; see TaskStore.commit. Errors name rows by id and hold nothing of what they say. */
export const planCommit = (connection: Connection, { botId, now }: BotIdentity): PlanCommit => {
  const { db, client } = connection;
  const inserts = prepareInserts(connection);
  const updates = prepareUpdates(connection);
  const versions = prepareVersions(connection);
  const indexParts = preparePartsIndex(connection);
  const recordUpdate = db
    .insert(processedUpdates)
    .values({ botId, updateId: given('updateId'), appliedAt: sql`${given('now')}` })
    .onConflictDoNothing()
    .prepare();
  const owe = db
    .insert(outboxMessages)
    .values(parameters(outboxMessages))
    .onConflictDoNothing({ target: outboxMessages.dedupeKey })
    .prepare();
  const unbind = db
    .delete(chatBindings)
    .where(and(eq(chatBindings.id, given('id')), eq(chatBindings.version, given('expectedVersion'))))
    .prepare();
  const audit = db.insert(auditEvents).values(parameters(auditEvents)).prepare();

  const insert = ({ entity, row }: Insert): void => {
    write(entity, row.id, () => inserts[entity].run(row as unknown as Values));
    if (entity === 'draft') indexParts(row.id);
  };

  const update = ({ entity, id, expectedVersion, set }: Update): void => {
    const statement = updates(entity, Object.keys(set).toSorted());
    const changes = write(entity, id, () => statement.run({ ...set, id, expectedVersion }));
    if (changes !== 1) throw new StaleError(`The ${entity} ${id} no longer has version ${expectedVersion}`);
    if (entity === 'draft' && ('parts' in set || 'chatId' in set)) indexParts(id);
  };

  const remove = ({ entity, id, expectedVersion }: Delete): void => {
    if (unbind.run({ id, expectedVersion }).changes === 1) return;
    throw new StaleError(`The ${entity} ${id} no longer has version ${expectedVersion}`);
  };

  const apply = (plan: Plan): void => {
    const { updateId } = plan;
    if (updateId !== undefined && recordUpdate.run({ updateId, now: now() }).changes === 0) {
      throw new DuplicateUpdateError(updateId);
    }
    for (const { entity, id, version } of plan.expectations ?? []) {
      if (versions[entity].get({ id })?.version !== version) {
        throw new StaleError(`The ${entity} ${id} no longer has version ${version}`);
      }
    }
    for (const change of plan.changes) {
      if (change.op === 'insert') insert(change);
      else if (change.op === 'delete') remove(change);
      else update(change);
    }
    for (const message of plan.outbox) {
      write('outbox message', message.id, () => owe.run(message as unknown as Values));
    }
    for (const event of plan.audit) {
      write('audit event', event.id, () => audit.run(event as unknown as Values));
    }
  };

  const transaction = client.transaction(apply);
  const commit = (plan: Plan): void => {
    try {
      transaction.immediate(plan);
    } catch (error) {
      if (isOfTheDisk(error))
        throw new StoreUnavailableError(`${error.code}: ${error.message}`, { cause: error });
      // Two decisions wanted the same number, binding or pending request: the later one has read too early.
      if (!hasCode(error, 'SQLITE_CONSTRAINT_UNIQUE')) throw error;
      throw new StaleError(error.message, { cause: error });
    }
  };
  return { apply, commit };
};
