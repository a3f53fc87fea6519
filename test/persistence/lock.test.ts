import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf } from '../../src/domain/local-time.ts';
import { DatabaseInUseError, holderOf, lockDatabase } from '../../src/persistence/sqlite/lock.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { useFolder } from './support.ts';

const SINCE = instantOf('2025-04-14', '08:05');

/** Another process that works with the database. */
const startHolder = async (path: string): Promise<ChildProcess> => {
  const child = fork(new URL('./hold-database.ts', import.meta.url), [path, String(SINCE)]);
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await once(child, 'message');
  return child;
};

describe('a database in use', () => {
  const folder = useFolder();

  it('is refused to a second process, which learns who has it', async () => {
    const path = join(folder(), 'dondoc.db');
    const child = await startHolder(path);
    expect(() => lockDatabase(path, SINCE)).toThrow(DatabaseInUseError);
    expect(() => lockDatabase(path, SINCE)).toThrow(
      `Một bot khác (tiến trình ${String(child.pid)}, chạy từ 08h05 ngày 14/4/2025) đang dùng dữ liệu ${path}.`,
    );
    expect(holderOf(path)).toEqual({ pid: child.pid, since: SINCE });
  });

  it('is free as soon as the process has ended, even by SIGKILL', async () => {
    const path = join(folder(), 'dondoc.db');
    const child = await startHolder(path);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(holderOf(path)).toBeNull();
    const lock = lockDatabase(path, SINCE);
    expect(holderOf(path)).toEqual({ pid: process.pid, since: SINCE });
    lock.release();
    expect(holderOf(path)).toBeNull();
  });

  it('is known by whatever name', async () => {
    const path = join(folder(), 'dondoc.db');
    await openSqliteTaskStore(path).close();
    await symlink(path, join(folder(), 'link.db'));
    const lock = lockDatabase(`file:${path}`, SINCE);
    expect(() => lockDatabase(join(folder(), 'link.db'), SINCE)).toThrow(DatabaseInUseError);
    lock.release();
  });

  it('can still be read and written by commands', async () => {
    const path = join(folder(), 'dondoc.db');
    const lock = lockDatabase(path, SINCE);
    const store = openSqliteTaskStore(path);
    await store.syncAgency({ id: 'agency', name: 'Sở' }, [], []);
    expect(await store.agency('agency')).toMatchObject({ name: 'Sở' });
    await store.close();
    lock.release();
  });
});
