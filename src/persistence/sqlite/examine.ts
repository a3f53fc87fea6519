import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { TaskStore } from '../../application/ports/task-store.ts';
import { damageIn, freeBytes } from './backup.ts';
import { databasePath } from './database-path.ts';
import type { LockHolder } from './lock.ts';
import { holderOf } from './lock.ts';
import { schemaOf } from './migrate.ts';
import type { SchemaState } from './migrate.ts';
import { taskStoreOn } from './sqlite-task-store.ts';

/** How a database file stands, as far as it can be told without changing it. */
export interface DatabaseExamination {
  readonly path: string;
  readonly exists: boolean;
  /** Whether this user may write the file and its folder. */
  readonly isWritable: boolean;
  /** What this user may still write to its disk. */
  readonly freeBytes: number;
  readonly bytes: number;
  /** The bot that works with it. */
  readonly holder: LockHolder | null;
  /** Null where it could not be read. */
  readonly schema: SchemaState | null;
  /** What is damaged, in SQLite's words; null where it is sound, or where it could not be read. */
  readonly damage: string | null;
  /** Why it could not be read. */
  readonly failure: string | null;
  /** To read from, where it is sound and has the schema of this program. */
  readonly store: TaskStore | null;
  close(): void;
}

const BUSY_TIMEOUT_MS = 5_000;

/** Looks at a database that may be in use: reads all of it, and writes nothing. @throws DatabaseError where the address names no file */
export const examineDatabase = async (databaseUrl: string): Promise<DatabaseExamination> => {
  const path = databasePath(databaseUrl);
  const exists = existsSync(path);
  const folder = nearestFolder(path);
  const outside = {
    path,
    exists,
    isWritable: isWritable(folder) && (!exists || isWritable(path)),
    freeBytes: await freeBytes(folder),
    bytes: exists ? statSync(path).size : 0,
  };
  const nothing = { schema: null, damage: null, failure: null, store: null, close: () => undefined };
  if (!exists) return { ...outside, ...nothing, holder: null };
  const holder = whoHolds(databaseUrl);
  let client: Sqlite.Database | null = null;
  try {
    client = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    const opened = client;
    const damage = damageIn(opened, 'quick_check');
    const schema = schemaOf(opened);
    return {
      ...outside,
      holder,
      schema,
      damage,
      failure: null,
      store: schema.kind === 'current' && damage === null ? taskStoreOn(opened) : null,
      close: () => {
        opened.close();
      },
    };
  } catch (error) {
    client?.close();
    const code = error instanceof Sqlite.SqliteError ? error.code : null;
    const failure = code ?? (error instanceof Error ? error.message : String(error));
    return { ...outside, ...nothing, holder, failure };
  }
};

/** Null also for a user who may not even look at the lock; that the file is not writable is told anyway. */
const whoHolds = (databaseUrl: string): LockHolder | null => {
  try {
    return holderOf(databaseUrl);
  } catch {
    return null;
  }
};

/** The folder of a path, or where it does not exist yet, the nearest one above that does. */
const nearestFolder = (path: string): string => {
  let folder = dirname(resolve(path));
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
};

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
