import {} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseError } from './database-error.ts';
import { databasePath } from './database-path.ts';
import { migrate } from './migrate.ts';
import { unusable } from './unusable.ts';
import { makeFolder } from './make-folder.ts';

/** How long a write waits for another process (a backup, a second instance) before it fails with SQLITE_BUSY. */
const BUSY_TIMEOUT_MS = 5_000;

const configure = (client: Sqlite.Database): void => {
  if (client.pragma('journal_mode = wal', { simple: true }) !== 'wal') {
    throw new DatabaseError(
      'ổ đĩa không hỗ trợ nhật ký ghi trước (WAL); dùng ổ đĩa trong máy, không dùng thư mục mạng',
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
    makeFolder(dirname(resolve(path)));
    client = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    configure(client);
    migrate(client);
    return client;
  } catch (cause) {
    client?.close();
    throw unusable(path, cause);
  }
};
