import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/local-time.ts';
import { backUpDatabase } from '../../src/persistence/sqlite/backup.ts';
import { DatabaseInUseError, lockDatabase } from '../../src/persistence/sqlite/lock.ts';
import { migrate } from '../../src/persistence/sqlite/migrate.ts';
import { RestoreError, restoreDatabase } from '../../src/persistence/sqlite/restore.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { AGENCY_ID, anAgency } from '../support/rows.ts';
import { copyMigrationsUpTo, copyMigrationsWith, readJournal, useFolder } from './support.ts';

const folder = useFolder();
const database = (): string => join(folder(), 'dondoc.db');
const NIGHT = instantOf('2025-04-14', '02:00');
const LATER = instantOf('2025-04-14', '15:30');

const name = async (path: string): Promise<string | undefined> => {
  const store = openSqliteTaskStore(path);
  const agency = await store.agency(AGENCY_ID);
  await store.close();
  return agency?.name;
};

/** A database whose agency has been renamed since its backup. */
const backedUpAndChanged = async (): Promise<string> => {
  const store = openSqliteTaskStore(database());
  await store.syncAgency(anAgency({ name: 'Sở cũ' }), [], []);
  const { path } = await backUpDatabase(database(), join(folder(), 'backups'), NIGHT);
  await store.syncAgency(anAgency({ name: 'Sở mới' }), [], []);
  await store.close();
  return path;
};

describe('restoring', () => {
  it('puts the backup in the place of the database, which is kept beside it', async () => {
    const backup = await backedUpAndChanged();
    const before = await readFile(backup);
    const replaced = join(folder(), 'dondoc-replaced-2025-04-14-1530.db');
    expect(restoreDatabase(`file:${database()}`, backup, LATER)).toEqual({ replaced, migrations: 0 });
    expect(await name(database())).toBe('Sở cũ');
    expect(await name(replaced)).toBe('Sở mới');
    expect(await readFile(backup)).toEqual(before);
  });

  it('never lets a log of the old database be read into the new one', async () => {
    const backup = await backedUpAndChanged();
    // As a power cut leaves it: the last change stands in the log alone.
    const store = openSqliteTaskStore(database());
    await store.syncAgency(anAgency({ name: 'Sở sau cùng' }), [], []);
    for (const suffix of ['', '-wal']) await cp(database() + suffix, join(folder(), `cut.db${suffix}`));
    await store.close();
    const cut = join(folder(), 'cut.db');
    const { replaced } = restoreDatabase(cut, backup, LATER);
    expect(await name(cut)).toBe('Sở cũ');
    expect(await name(replaced ?? '')).toBe('Sở sau cùng');
  });

  it('makes the database where there is none, and leaves nothing else', async () => {
    const backup = await backedUpAndChanged();
    const other = join(folder(), 'elsewhere', 'dondoc.db');
    expect(restoreDatabase(other, backup, LATER)).toEqual({ replaced: null, migrations: 0 });
    expect(await readdir(join(folder(), 'elsewhere'))).toEqual(['dondoc.db', 'dondoc.db.lock']);
    expect(await name(other)).toBe('Sở cũ');
  });

  it('takes the place of a database that is damaged', async () => {
    const backup = await backedUpAndChanged();
    await writeFile(database(), 'Không còn là dữ liệu. '.repeat(400));
    const { replaced } = restoreDatabase(database(), backup, LATER);
    expect(await name(database())).toBe('Sở cũ');
    expect(await readFile(replaced ?? '', 'utf8')).toMatch(/^Không còn/u);
  });

  it('twice in one minute keeps both databases that were replaced', async () => {
    const backup = await backedUpAndChanged();
    restoreDatabase(database(), backup, LATER);
    const { replaced } = restoreDatabase(database(), backup, LATER);
    expect(replaced).toBe(join(folder(), 'dondoc-replaced-2025-04-14-1530-2.db'));
    expect(await name(join(folder(), 'dondoc-replaced-2025-04-14-1530.db'))).toBe('Sở mới');
  });

  it('brings an older backup to the schema of this program', async () => {
    const { entries } = await readJournal();
    const [first] = entries;
    await copyMigrationsUpTo(first?.tag ?? '', join(folder(), 'first'));
    const old = join(folder(), 'old.db');
    const client = new Sqlite(old);
    migrate(client, join(folder(), 'first'));
    client.exec(
      `insert into agencies (id, name, next_task_number, version) values ('agency', 'Sở ngày xưa', 7, 1)`,
    );
    client.close();
    expect(restoreDatabase(database(), old, LATER)).toEqual({
      replaced: null,
      migrations: entries.length - 1,
    });
    expect(await name(database())).toBe('Sở ngày xưa');
  });
});

describe('nothing is changed where', () => {
  const expectUnchanged = async (backup: string, sentence: RegExp): Promise<void> => {
    expect(() => restoreDatabase(database(), backup, LATER)).toThrow(RestoreError);
    expect(() => restoreDatabase(database(), backup, LATER)).toThrow(sentence);
    expect((await readdir(folder())).filter((file) => /replaced|partial/u.test(file))).toEqual([]);
    expect(await name(database())).toBe('Sở mới');
  };

  it('the bot is at work', async () => {
    const backup = await backedUpAndChanged();
    const lock = lockDatabase(database(), NIGHT);
    expect(() => restoreDatabase(database(), backup, LATER)).toThrow(DatabaseInUseError);
    lock.release();
    expect(await name(database())).toBe('Sở mới');
  });

  it('there is no such file', async () => {
    await backedUpAndChanged();
    await expectUnchanged(join(folder(), 'nothing.db'), /^Không thấy tệp sao lưu/u);
  });

  it('the file is the database itself', async () => {
    await backedUpAndChanged();
    await expectUnchanged(database(), /chính là tệp dữ liệu đang dùng/u);
  });

  it('the file is no database, or one of another program', async () => {
    await backedUpAndChanged();
    await writeFile(join(folder(), 'notes.txt'), 'Ghi chú. '.repeat(1_000));
    await expectUnchanged(join(folder(), 'notes.txt'), /notes\.txt không phải tệp dữ liệu\.$/u);
    const client = new Sqlite(join(folder(), 'photos.db'));
    client.exec('create table photos (id text)');
    client.close();
    await expectUnchanged(join(folder(), 'photos.db'), /photos\.db không phải dữ liệu của Đôn Đốc\.$/u);
  });

  it('the backup is damaged', async () => {
    const backup = await backedUpAndChanged();
    const bytes = await readFile(backup);
    bytes.fill(0xff, bytes.length / 2);
    await writeFile(backup, bytes);
    await expectUnchanged(backup, /đã hỏng: dùng bản khác\.$/u);
  });

  it('the backup is of a newer version', async () => {
    await backedUpAndChanged();
    await mkdir(join(folder(), 'next'));
    await copyMigrationsWith('create table of_the_future (id text);', join(folder(), 'next'));
    const newer = join(folder(), 'newer.db');
    const client = new Sqlite(newer);
    migrate(client, join(folder(), 'next'));
    client.close();
    await expectUnchanged(newer, /do phiên bản mới hơn của Đôn Đốc ghi ra: cập nhật chương trình/u);
  });
});
