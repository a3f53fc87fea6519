import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DatabaseError } from '../../src/persistence/sqlite/database-error.ts';
import { migrate } from '../../src/persistence/sqlite/migrate.ts';
import { openDatabase } from '../../src/persistence/sqlite/open.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import { SECRETARY, aDraft, anAgency } from '../support/rows.ts';
import { copyMigrationsWith, useFolder } from './support.ts';

const folder = useFolder();

/** The message of the error that opening `path` fails with. */
const whyNot = (path: string): string => {
  try {
    openDatabase(path).close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return error.message;
  }
};

describe('opening a database', () => {
  it('makes the file and its folders, readable by no one else', async () => {
    const path = join(folder(), 'dữ liệu', 'sâu hơn', 'dondoc.db');
    openDatabase(`file:${path}`).close();
    expect((await stat(path)).isFile()).toBe(true);
    expect((await stat(join(folder(), 'dữ liệu'))).mode & 0o077).toBe(0);
  });

  it('keeps what is committed through a power cut, and references whole', () => {
    const client = openDatabase(join(folder(), 'dondoc.db'));
    expect(client.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(client.pragma('synchronous', { simple: true })).toBe(2);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(client.pragma('busy_timeout', { simple: true })).toBeGreaterThan(1_000);
    client.close();
  });

  it('opens it again with what it held', async () => {
    const path = join(folder(), 'dondoc.db');
    const first = openSqliteTaskStore(path);
    await first.syncAgency(anAgency(), [], [SECRETARY]);
    await first.close();
    const second = openSqliteTaskStore(path);
    expect(await second.members(anAgency().id)).toEqual([SECRETARY]);
    await second.close();
  });
});

describe('a path that cannot be used is explained in one line', () => {
  it('a folder', () => {
    expect(whyNot(folder())).toMatch(/^Không dùng được dữ liệu .*: không mở hoặc không tạo được tệp/);
  });

  it('a path through a file', async () => {
    await writeFile(join(folder(), 'file'), '');
    expect(whyNot(join(folder(), 'file', 'dondoc.db'))).toMatch(/có một tệp ở chỗ lẽ ra là thư mục/);
    expect(whyNot(join(folder(), 'file', 'deeper', 'dondoc.db'))).toMatch(
      /có một tệp ở chỗ lẽ ra là thư mục/,
    );
  });

  it('a file that is no database', async () => {
    const path = join(folder(), 'notes.txt');
    await writeFile(path, 'Đây là ghi chú, không phải cơ sở dữ liệu.\n'.repeat(100));
    expect(whyNot(path)).toMatch(/tệp này không phải dữ liệu SQLite\.$/);
    expect(await readFile(path, 'utf8')).toMatch(/^Đây là ghi chú/);
  });

  it('a database of another program', () => {
    const path = join(folder(), 'photos.db');
    const client = new Sqlite(path);
    client.exec('create table photos (id text)');
    client.close();
    expect(whyNot(path)).toMatch(/của một chương trình khác\.$/);
  });

  it('a database of a newer version', async () => {
    const path = join(folder(), 'dondoc.db');
    await mkdir(join(folder(), 'next'));
    await copyMigrationsWith('create table of_the_future (id text);', join(folder(), 'next'));
    const client = new Sqlite(path);
    migrate(client, join(folder(), 'next'));
    client.close();
    expect(whyNot(path)).toMatch(/do phiên bản mới hơn của chương trình ghi; cập nhật chương trình\.$/);
    expect(whyNot(path)).not.toMatch(/\n/);
  });
});

describe('a text that is taken back', () => {
  it('is gone from the file, not just unlinked', async () => {
    const path = join(folder(), 'dondoc.db');
    const secret = 'Kế hoạch tuyệt đối không phổ biến. '.repeat(2_000);
    const store = openSqliteTaskStore(path);
    await store.syncAgency(anAgency(), [], [SECRETARY]);
    const draft = aDraft({ parts: [{ messageId: 10, text: secret }] });
    await store.commit(aPlan({ changes: [insert('draft', draft)] }));
    await store.commit(
      aPlan({ changes: [update('draft', draft, { parts: [], items: [], state: 'closed' })] }),
    );
    await store.close();
    expect(await readFile(path, 'utf8')).not.toContain('tuyệt đối không phổ biến');
  });
});
