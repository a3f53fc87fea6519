import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/local-time.ts';
import { backUpInBackground } from '../../src/persistence/sqlite/back-up-in-background.ts';
import { backUpDatabase } from '../../src/persistence/sqlite/backup.ts';
import { backupFolderOf, listBackups, pruneBackups } from '../../src/persistence/sqlite/backup-files.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan, insert } from '../support/plans.ts';
import { AGENCY_ID, SECRETARY, aDraft, anAgency } from '../support/rows.ts';
import { useFolder } from './support.ts';

const folder = useFolder();
const database = (): string => join(folder(), 'dondoc.db');
const backups = (): string => join(folder(), 'backups');
const NIGHT = instantOf('2025-04-14', '02:00');

const openWithAgency = async () => {
  const store = openSqliteTaskStore(database());
  await store.syncAgency(anAgency(), [], [SECRETARY]);
  return store;
};

const nameOfAgency = async (path: string): Promise<string | undefined> => {
  const store = openSqliteTaskStore(path);
  const agency = await store.agency(AGENCY_ID);
  await store.close();
  return agency?.name;
};

describe('a backup', () => {
  it.each([
    ['by hand', backUpDatabase],
    ['in the background', backUpInBackground],
  ])('%s holds what a running bot has committed, in one file of its own', async (_, backUp) => {
    const store = await openWithAgency();
    const draft = aDraft();
    await store.commit(aPlan({ changes: [insert('draft', draft)] }));
    const made = await backUp(`file:${database()}`, backups(), NIGHT);
    await store.close();

    expect(made.path).toBe(join(backups(), 'dondoc-2025-04-14-0200.db'));
    expect(made.bytes).toBe((await stat(made.path)).size);
    expect(await readdir(backups())).toEqual(['dondoc-2025-04-14-0200.db']);
    expect((await stat(made.path)).mode & 0o077).toBe(0);
    const copy = openSqliteTaskStore(made.path);
    expect(await copy.draft(draft.id)).toEqual(draft);
    await copy.close();
  });

  it('is one moment of the database although another process goes on writing', async () => {
    const store = await openWithAgency();
    // Some thousand pages, so that the copy takes a while.
    const text = 'Phòng KHTC chủ trì tham mưu kế hoạch. '.repeat(5_000);
    for (let i = 0; i < 40; i++) {
      const draft = aDraft({ parts: [{ messageId: i, text }] });
      await store.commit(aPlan({ changes: [insert('draft', draft)] }));
    }
    await store.close();
    const workerData = { path: database(), agencyId: AGENCY_ID, times: 400 };
    const writer = new Worker(new URL('./open-and-count.ts', import.meta.url), { workerData });
    const written = once(writer, 'message');
    const made = await backUpDatabase(database(), backups(), NIGHT);
    await written;
    const copy = openSqliteTaskStore(made.path);
    const agency = await copy.agency(AGENCY_ID);
    // Both are written by one plan: a copy taken in the middle would tear them apart.
    expect(agency?.version).toBe(agency?.nextTaskNumber);
    await copy.close();
  });

  it('in the background ends at once where it is told to, and leaves no backup', async () => {
    const store = await openWithAgency();
    const text = 'Phòng KHTC chủ trì tham mưu kế hoạch. '.repeat(20_000);
    for (let i = 0; i < 20; i++) {
      const draft = aDraft({ parts: [{ messageId: i, text }] });
      await store.commit(aPlan({ changes: [insert('draft', draft)] }));
    }
    await store.close();
    const stopping = new AbortController();
    const backup = backUpInBackground(database(), backups(), NIGHT, stopping.signal);
    stopping.abort();
    await expect(backup).rejects.toThrow('Việc sao lưu bị dừng giữa chừng.');
    expect(listBackups(database(), backups())).toEqual([]);
    await backUpInBackground(database(), backups(), NIGHT);
    expect(await readdir(backups())).toEqual(['dondoc-2025-04-14-0200.db']);
  });

  it('of the same minute takes the place of the one before', async () => {
    const store = await openWithAgency();
    await backUpDatabase(database(), backups(), NIGHT);
    await store.syncAgency(anAgency({ name: 'Sở mới' }), [], []);
    await store.close();
    const { path } = await backUpDatabase(database(), backups(), NIGHT + 30_000);
    expect(await readdir(backups())).toEqual(['dondoc-2025-04-14-0200.db']);
    expect(await nameOfAgency(path)).toBe('Sở mới');
  });

  it('that was broken off is never taken for one, and is cleared away', async () => {
    await (await openWithAgency()).close();
    await mkdir(backups());
    await writeFile(join(backups(), 'dondoc-2025-04-13-0200.db.partial'), 'half');
    expect(listBackups(database(), backups())).toEqual([]);
    await backUpDatabase(database(), backups(), NIGHT);
    expect(await readdir(backups())).toEqual(['dondoc-2025-04-14-0200.db']);
  });

  it('of a damaged database is thrown away', async () => {
    await (await openWithAgency()).close();
    const client = new Sqlite(database());
    client.unsafeMode();
    client.pragma('writable_schema = on');
    // An index that leads somewhere else than to its table's rows.
    client.exec(`update sqlite_master set rootpage = (select rootpage from sqlite_master where name = 'units')
      where name = 'members_in_order'`);
    client.close();
    await expect(backUpDatabase(database(), backups(), NIGHT)).rejects.toThrow(
      /^Bản sao lưu vừa làm bị lỗi nên đã bỏ|^Không sao lưu được .*: tệp dữ liệu đã hỏng/u,
    );
    expect(await readdir(backups())).toEqual([]);
  });

  it.each([
    ['there is no database', () => Promise.resolve(), /^Chưa có dữ liệu để sao lưu/u],
    [
      'the folder is a file',
      async () => {
        await (await openWithAgency()).close();
        await writeFile(backups(), '');
      },
      /^Không sao lưu được vào .*: một phần của đường dẫn là tệp/u,
    ],
  ])('cannot be made where %s, which is told in one sentence', async (_, prepare, sentence) => {
    await prepare();
    await expect(backUpDatabase(database(), backups(), NIGHT)).rejects.toThrow(sentence);
    await expect(backUpInBackground(database(), backups(), NIGHT)).rejects.toThrow(sentence);
  });

  it.each([
    ['where a file is in the way', () => join(database(), 'backups')],
    // Linux says of this folder that it is there, and takes nothing in it; elsewhere the name above is in the way.
    [
      'where the system takes nothing',
      () => (existsSync('/proc/self') ? '/proc/backups' : join(database(), 'b')),
    ],
  ])('is refused in one sentence %s', async (_where, place) => {
    await (await openWithAgency()).close();
    await expect(backUpDatabase(`file:${database()}`, place(), NIGHT)).rejects.toThrow(
      /^Không sao lưu được vào .+: .+\.$/u,
    );
  });

  it('is not begun where the disk has no room for it', async () => {
    await (await openWithAgency()).close();
    const almostFull = () => Promise.resolve(20 * 1024 * 1024);
    await expect(backUpDatabase(database(), backups(), NIGHT, almostFull)).rejects.toThrow(
      /còn 20 MB, cần \d+ MB cho một bản sao lưu/u,
    );
    expect(await readdir(backups())).toEqual([]);
  });
});

describe('old backups', () => {
  const put = async (...names: string[]): Promise<void> => {
    await mkdir(backups(), { recursive: true });
    for (const name of names) await writeFile(join(backups(), name), '');
  };

  it('are listed newest first; files of other names are no backups', async () => {
    await put(
      'dondoc-2025-04-12-0200.db',
      'dondoc-2025-04-14-1530.db',
      'dondoc-2025-02-30-0200.db',
      'dondoc-2025-04-13-0200.db.partial',
      'dondoc-replaced-2025-04-13-0200.db',
      'other-2025-04-13-0200.db',
      'notes.txt',
    );
    expect(listBackups(`file:${database()}`, backups())).toEqual([
      { path: join(backups(), 'dondoc-2025-04-14-1530.db'), at: instantOf('2025-04-14', '15:30') },
      { path: join(backups(), 'dondoc-2025-04-12-0200.db'), at: instantOf('2025-04-12', '02:00') },
    ]);
    expect(listBackups(database(), join(folder(), 'nowhere'))).toEqual([]);
  });

  it('go when newer ones of enough days are there, whatever the calendar says', async () => {
    await put(
      'dondoc-2025-01-02-0200.db',
      'dondoc-2025-04-12-0200.db',
      'dondoc-2025-04-14-0200.db',
      'dondoc-2025-04-14-0930.db',
      'dondoc-2025-04-15-0200.db',
      'keep me.txt',
    );
    expect(pruneBackups(database(), backups(), 2)).toEqual([
      join(backups(), 'dondoc-2025-04-12-0200.db'),
      join(backups(), 'dondoc-2025-01-02-0200.db'),
    ]);
    expect(await readdir(backups())).toEqual([
      'dondoc-2025-04-14-0200.db',
      'dondoc-2025-04-14-0930.db',
      'dondoc-2025-04-15-0200.db',
      'keep me.txt',
    ]);
  });

  it('lie beside the database unless told otherwise', () => {
    expect(backupFolderOf('file:/var/lib/dondoc/dondoc.db')).toBe('/var/lib/dondoc/backups');
  });
});
