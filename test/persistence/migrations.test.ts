import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { generateSQLiteDrizzleJson } from 'drizzle-kit/api';
import { describe, expect, it } from 'vitest';
import { DatabaseError } from '../../src/persistence/sqlite/database-error.ts';
import { migrate } from '../../src/persistence/sqlite/migrate.ts';
import * as agencyTables from '../../src/persistence/sqlite/schema/agency.ts';
import * as documentTables from '../../src/persistence/sqlite/schema/documents.ts';
import * as messageTables from '../../src/persistence/sqlite/schema/messages.ts';
import * as workTables from '../../src/persistence/sqlite/schema/work.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan } from '../support/plans.ts';
import { MIGRATIONS, copyMigrationsUpTo, copyMigrationsWith, readJournal, useFolder } from './support.ts';

/** Rows of databases in use, each named after the migration that was the newest when they were written. */
const DATABASES = fileURLToPath(new URL('databases', import.meta.url));
const tags = (await readdir(DATABASES)).map((file) => basename(file, '.sql'));
const rowsOf = (tag: string): Promise<string> => readFile(join(DATABASES, `${tag}.sql`), 'utf8');

const tablesOf = (client: Sqlite.Database): string[] =>
  client
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' order by name`,
    )
    .all()
    .map(({ name }) => name);

const countsOf = (client: Sqlite.Database): Record<string, number> =>
  Object.fromEntries(
    tablesOf(client).map((table) => [
      table,
      client.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n ?? 0,
    ]),
  );

describe('a database with data', () => {
  const folder = useFolder();

  /** A database as it was in use when `tag` was the newest migration. */
  const openOld = async (tag: string): Promise<Sqlite.Database> => {
    const migrations = join(folder(), `migrations-${tag}`);
    await copyMigrationsUpTo(tag, migrations);
    const client = new Sqlite(join(folder(), 'old.db'));
    migrate(client, migrations);
    client.exec(await rowsOf(tag));
    return client;
  };

  it.each(tags)('of %s is brought forward with every row', async (tag) => {
    const old = await openOld(tag);
    const before = countsOf(old);
    // Rows of every table: what a migration does to a table without rows shows nothing.
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
    migrate(old);
    const after = countsOf(old);
    expect(Object.fromEntries(Object.keys(before).map((table) => [table, after[table]]))).toEqual(before);
    expect(old.pragma('integrity_check', { simple: true })).toBe('ok');
    old.close();
  });

  it.each(tags)('of %s says the same through the store of today', async (tag) => {
    (await openOld(tag)).close();
    const store = openSqliteTaskStore(join(folder(), 'old.db'));
    expect(await store.agency('a')).toMatchObject({ nextTaskNumber: 24, version: 7 });
    expect((await store.units('a')).map(({ code, aliases }) => [code, aliases])).toEqual([
      ['VP', ['VP Sở']],
      ['QLCN', []],
    ]);
    expect((await store.memberByTelegramId('a', 1_001))?.name).toBe('Nguyễn Thị An');
    expect(await store.bindingOfUnit('u2')).toMatchObject({ chatId: -2_001, threadId: 7, state: 'active' });
    expect((await store.draftOfPart(1_001, 10))?.id).toBe('f1');
    expect(await store.taskByNumber('a', 23)).toMatchObject({
      id: 't1',
      externalParties: ['VNPT'],
      version: 2,
    });
    const [view] = await store.assignmentViews(
      await store.openAssignmentIds({ agencyId: 'a' }, { limit: 1, offset: 0 }),
    );
    expect(view).toMatchObject({
      assignment: { id: 's1', status: 'in_progress', progress: 60, extensionCount: 1, version: 5 },
      unit: { id: 'u2' },
      deadline: { due: '2025-04-18T17:00:00+07:00' },
      document: { number: '45', recipients: ['Lưu: VT'] },
      coordinating: [{ id: 'u1' }],
      lastReport: { text: 'đang làm, được 60%', source: { chatId: -2_001, threadId: 7, messageId: 20 } },
      pendingExtension: { id: 'x2', ordinal: 2 },
    });
    expect(
      await store.overdueAssignmentIds({ agencyId: 'a' }, 1_744_970_460_000, { limit: 9, offset: 0 }),
    ).toEqual(['s1']);
    expect((await store.dueReminders(1_744_850_000_000, 9)).map(({ id }) => id)).toEqual(['e1']);
    expect(await store.nextOutboxAt()).toBe(1_744_300_000_000);
    expect(await store.botMessage(-2_001, 30)).toMatchObject({ subject: { assignmentIds: ['s1'] } });
    expect(await store.auditOfTask('t1')).toMatchObject([{ action: 'task_created', after: { number: 23 } }]);
    await expect(store.commit(aPlan({ updateId: 555 }))).rejects.toMatchObject({ updateId: 555 });
    await store.close();
  });

  it('of today is left as it is', async () => {
    const client = await openOld(tags[0] ?? '');
    expect(migrate(client)).toBe((await readJournal()).entries.length - 1);
    expect(migrate(client)).toBe(0);
    client.close();
  });

  it('keeps its references when a table that others refer to is made anew', async () => {
    const client = await openOld(tags[0] ?? '');
    migrate(client);
    const before = countsOf(client);
    const next = join(folder(), 'next');
    // What drizzle-kit writes for a change that SQLite cannot make in place.
    await copyMigrationsWith(
      `PRAGMA foreign_keys=OFF;--> statement-breakpoint
      create table __new_chat_bindings as select * from chat_bindings;--> statement-breakpoint
      create table __new_agencies (id text primary key not null, name text not null, next_task_number integer not null, planned_with text, version integer not null, motto text);--> statement-breakpoint
      insert into __new_agencies (id, name, next_task_number, version, planned_with) select id, name, next_task_number, version, planned_with from agencies;--> statement-breakpoint
      drop table agencies;--> statement-breakpoint
      alter table __new_agencies rename to agencies;--> statement-breakpoint
      drop table __new_chat_bindings;--> statement-breakpoint
      PRAGMA foreign_keys=ON;`,
      next,
    );
    expect(migrate(client, next)).toBe(1);
    expect(countsOf(client)).toEqual(before);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => client.exec(`insert into units (id, agency_id) values ('u9', 'nowhere')`)).toThrow();
    client.close();
  });

  it.each([
    ['that fails half way', 'create table half (id text);--> statement-breakpoint\nselect * from nothing;'],
    ['that would break references', `delete from units where id = 'u1';`],
  ])('is not touched by a migration %s', async (_, sql) => {
    const client = await openOld(tags[0] ?? '');
    migrate(client);
    const before = [tablesOf(client), countsOf(client)];
    const next = join(folder(), 'next');
    await copyMigrationsWith(sql, next);
    expect(() => migrate(client, next)).toThrow();
    expect([tablesOf(client), countsOf(client)]).toEqual(before);
    expect(migrate(client)).toBe(0);
    client.close();
  });
});

describe('a database that is not ours to migrate', () => {
  const folder = useFolder();
  const open = () => new Sqlite(join(folder(), 'some.db'));

  it('because a newer version of the program wrote it', async () => {
    const next = join(folder(), 'next');
    await copyMigrationsWith('create table of_the_future (id text);', next);
    const client = open();
    migrate(client, next);
    expect(() => migrate(client)).toThrow(DatabaseError);
    expect(() => migrate(client)).toThrow(/phiên bản mới hơn/);
    client.close();
  });

  it('because it was made by other migrations than these', async () => {
    const edited = join(folder(), 'edited');
    await copyMigrationsUpTo('0000_initial', edited);
    const file = join(edited, '0000_initial.sql');
    await writeFile(file, `${await readFile(file, 'utf8')}\n-- edited`);
    const client = open();
    migrate(client, edited);
    expect(() => migrate(client)).toThrow(/đã bị sửa/);
    client.close();
  });

  it('because another program made it', () => {
    const client = open();
    client.exec('create table photos (id text)');
    expect(() => migrate(client)).toThrow(/chương trình khác/);
    expect(tablesOf(client)).toEqual(['photos']);
    client.close();
  });

  it('because the folder of the migrations is incomplete', async () => {
    const broken = join(folder(), 'broken');
    await copyMigrationsUpTo('0000_initial', broken);
    await rm(join(broken, '0000_initial.sql'));
    const client = open();
    expect(() => migrate(client, broken)).toThrow(/cài lại chương trình/);
    expect(() => migrate(client, join(folder(), 'missing'))).toThrow(DatabaseError);
    client.close();
  });
});

describe('the folder of the migrations', () => {
  it('names each once, in the order in which they were made', async () => {
    const { entries } = await readJournal();
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(
      (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).toSorted(),
    );
  });

  it('leads to the schema of the source', async () => {
    const { entries } = await readJournal();
    const number = String(entries.at(-1)?.idx).padStart(4, '0');
    const { tables: stored } = JSON.parse(
      await readFile(join(MIGRATIONS, 'meta', `${number}_snapshot.json`), 'utf8'),
    ) as { tables: object };
    const source = { ...agencyTables, ...documentTables, ...workTables, ...messageTables };
    const { tables: current } = (await generateSQLiteDrizzleJson(source)) as { tables: object };
    // As they are written to the file, without the fields that are undefined.
    expect(JSON.parse(JSON.stringify(current))).toEqual(stored);
  });
});
