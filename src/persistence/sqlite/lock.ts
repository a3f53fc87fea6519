// One bot for one database.
//
// The lock is SQLite's own, on a small file beside the database: the system lets go of it when the process ends, however
// it ends, so that no stale file ever keeps a bot from starting. Who holds it stands in the file and can be read meanwhile.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf, timeOfDayOf } from '../../domain/local-time.ts';
import { databasePath } from './database-path.ts';
import { unusable } from './unusable.ts';
import { makeFolder } from './make-folder.ts';

/** A program that ends gives its lock back within this time; a second bot is not told so sooner. */
const PATIENCE_MS = 1_000;

/** The process that works with a database. */
export interface LockHolder {
  readonly pid: number;
  readonly since: Instant;
}

export interface DatabaseLock {
  release(): void;
}

/** Another process works with the database. The message is one Vietnamese sentence for the operator. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
  readonly holder: LockHolder | null;

  constructor(path: string, holder: LockHolder | null) {
    const who = holder === null ? '' : ` (tiến trình ${holder.pid}, chạy từ ${moment(holder.since)})`;
    super(
      `Một bot khác${who} đang dùng dữ liệu ${path}. Mỗi tệp dữ liệu chỉ một bot dùng: dừng bot kia rồi làm lại.`,
    );
    this.holder = holder;
  }
}

/** "08h05 ngày 14/4/2025" */
const moment = (instant: Instant): string => {
  const [year = '', month = '', day = ''] = localDateOf(instant).split('-');
  const shownMonth = Number(month) < 3 ? month : String(Number(month));
  return `${timeOfDayOf(instant).replace(':', 'h')} ngày ${day}/${shownMonth}/${year}`;
};

/**
 * Takes the database for this process.
 * @param now kept with the lock, for whoever is refused
 * @throws DatabaseInUseError where another process, or another part of this one, has it
 * @throws DatabaseError where the folder cannot be used
 */
export const lockDatabase = (databaseUrl: string, now: Instant): DatabaseLock => {
  const path = databasePath(databaseUrl);
  let client: Sqlite.Database | null = null;
  try {
    makeFolder(dirname(resolve(path)));
    client = new Sqlite(lockFileOf(path), { timeout: PATIENCE_MS });
    client.exec('begin immediate');
    client.exec('create table if not exists holder (pid integer not null, since integer not null)');
    client.exec('delete from holder');
    client.prepare('insert into holder (pid, since) values (?, ?)').run(process.pid, now);
    // What is not committed cannot be read by others. Whoever slips in between has the lock, and this process has not.
    client.exec('commit');
    client.exec('begin immediate');
  } catch (cause) {
    const holder = isBusy(cause) ? { found: holderIn(client) } : null;
    client?.close();
    if (holder !== null) throw new DatabaseInUseError(path, holder.found);
    throw unusable(path, cause);
  }
  const taken = client;
  held.add(taken);
  return {
    release: () => {
      held.delete(taken);
      taken.close();
    },
  };
};

/** A connection that nobody refers to is closed, and its lock gone. */
const held = new Set<Sqlite.Database>();

/** Who works with the database now; null where nobody does. Takes nothing and changes nothing. */
export const holderOf = (databaseUrl: string): LockHolder | null => {
  const file = lockFileOf(databasePath(databaseUrl));
  if (!existsSync(file)) return null;
  const client = new Sqlite(file, { timeout: 0 });
  try {
    client.exec('begin immediate');
    return null;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return holderIn(client);
  } finally {
    client.close();
  }
};

/** Beside the file itself, by whatever link it is named. */
const lockFileOf = (path: string): string => `${existsSync(path) ? realpathSync(path) : resolve(path)}.lock`;

const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Null where it cannot be read at this moment: knowing that there is one is enough. */
const holderIn = (client: Sqlite.Database | null): LockHolder | null => {
  try {
    return client?.prepare<[], LockHolder>('select pid, since from holder').get() ?? null;
  } catch {
    return null;
  }
};
