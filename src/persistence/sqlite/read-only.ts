import Sqlite from 'better-sqlite3';
import type { TaskStore } from '../../application/ports/task-store.ts';
import { DatabaseError } from './database-error.ts';
import { databasePath } from './database-path.ts';
import { schemaOf } from './migrate.ts';
import { taskStoreOn } from './sqlite-task-store.ts';
import { unusable } from './unusable.ts';

/** How long a reading waits for a lock that only recovery after a crash takes. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The store in an SQLite file to read from, also while the bot works on it: nothing is created, migrated or written.
 * @throws DatabaseError where the file cannot be read or has another schema than this program's
 */
export const openToRead = (databaseUrl: string): TaskStore => {
  const path = databasePath(databaseUrl);
  let client: Sqlite.Database | null = null;
  try {
    client = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    if (schemaOf(client).kind !== 'current') {
      throw new DatabaseError(
        'dữ liệu của phiên bản khác của chương trình; khởi động bot, hoặc chạy lệnh migrate',
      );
    }
    return taskStoreOn(client);
  } catch (cause) {
    client?.close();
    throw unusable(path, cause);
  }
};
