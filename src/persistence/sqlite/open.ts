import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseError } from './database-error.ts';
import { databasePath } from './database-path.ts';
import { migrate } from './migrate.ts';

/** How long a write waits for another process (a backup, a second instance) before it fails with SQLITE_BUSY. */
const BUSY_TIMEOUT_MS = 5_000;

const HINTS: Readonly<Record<string, string>> = {
  SQLITE_CANTOPEN: 'the file cannot be opened or created: check the path and its rights',
  SQLITE_NOTADB: 'the file is not a database',
  SQLITE_CORRUPT: 'the file is damaged: restore a backup',
  SQLITE_READONLY: 'the file or its folder cannot be written to: check its rights',
  SQLITE_FULL: 'the disk is full',
  SQLITE_BUSY: 'another program keeps the file locked',
  EACCES: 'the folder cannot be created: check the rights of the folder above',
  EPERM: 'the folder cannot be created: check the rights of the folder above',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
};

const whyUnusable = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Extended codes (SQLITE_CANTOPEN_ISDIR) begin with the plain one.
  const hint = Object.entries(HINTS).find(([known]) => code === known || code.startsWith(`${known}_`));
  return hint?.[1] ?? error.message;
};

const configure = (client: Sqlite.Database): void => {
  if (client.pragma('journal_mode = wal', { simple: true }) !== 'wal') {
    throw new DatabaseError(
      'the disk does not support write-ahead logging: use a local disk, not a network folder',
    );
  }
  // A task that the bot has confirmed survives a power cut: every commit waits for the disk. NORMAL would lose the last ones.
  client.pragma('synchronous = full');
  // What is taken back (a text that turns out to be classified) is overwritten, not just unlinked.
  client.pragma('secure_delete = on');
};

/**
 * Opens the database, creating the file and its folder where they are missing, and brings it to the schema of this program.
 * @throws DatabaseError
 */
export const openDatabase = (databaseUrl: string): Sqlite.Database => {
  const path = databasePath(databaseUrl);
  let client: Sqlite.Database | null = null;
  try {
    // Personal data lies in it: not for other users of the machine.
    mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
    client = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    configure(client);
    migrate(client);
    return client;
  } catch (cause) {
    client?.close();
    throw new DatabaseError(`Cannot use the database ${path}: ${whyUnusable(cause)}`, { cause });
  }
};
