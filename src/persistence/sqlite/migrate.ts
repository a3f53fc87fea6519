// Brings a database to the schema of this program.
//
// The files are drizzle-kit's and the bookkeeping is drizzle-orm's table, but not its `migrate`, which reads what has
// been applied before it takes the lock (two processes that start together then collide), runs with foreign keys on
// (copying a table that others refer to then fails) and takes no notice of a database newer than the program.
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { DatabaseError, NewerDatabaseError } from './database-error.ts';
import { readMigrationFiles } from './drizzle.ts';

/** The folder of the migrations, wherever the program was started. */
const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

interface Applied {
  readonly hash: string;
  readonly created_at: number;
}

const readMigrations = (folder: string): readonly MigrationMeta[] => {
  try {
    return readMigrationFiles({ migrationsFolder: folder });
  } catch (cause) {
    throw new DatabaseError(`thư mục ${folder} của chương trình bị thiếu; cài lại chương trình`, { cause });
  }
};

const readApplied = (client: Sqlite.Database): readonly Applied[] => {
  const tables = client
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
    )
    .all();
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === '__drizzle_migrations')) {
    throw new DatabaseError('tệp này của một chương trình khác');
  }
  return client.prepare<[], Applied>('select hash, created_at from __drizzle_migrations').all();
};

/** The migrations that have not been applied. @throws DatabaseError where the database is of another or a newer program. */
const pendingOf = (migrations: readonly MigrationMeta[], applied: readonly Applied[]): MigrationMeta[] => {
  const byTime = new Map(migrations.map((migration) => [migration.folderMillis, migration]));
  for (const { created_at, hash } of applied) {
    const migration = byTime.get(created_at);
    if (migration === undefined) {
      throw new NewerDatabaseError(
        'dữ liệu do phiên bản mới hơn của chương trình ghi; cập nhật chương trình',
      );
    }
    if (migration.hash !== hash) {
      throw new DatabaseError('một tệp chuyển dữ liệu của chương trình đã bị sửa; cài lại chương trình');
    }
  }
  const done = new Set(applied.map(({ created_at }) => created_at));
  return migrations.filter(({ folderMillis }) => !done.has(folderMillis));
};

/** What a database's schema is to this program. */
export type SchemaState =
  | { readonly kind: 'current' }
  | { readonly kind: 'older'; readonly missing: number }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unusable'; readonly why: string };

/** Compares a database with this program, and changes nothing. */
export const schemaOf = (client: Sqlite.Database, folder: string = MIGRATIONS): SchemaState => {
  try {
    const missing = pendingOf(readMigrations(folder), readApplied(client)).length;
    return missing === 0 ? { kind: 'current' } : { kind: 'older', missing };
  } catch (error) {
    if (error instanceof NewerDatabaseError) return { kind: 'newer' };
    if (error instanceof DatabaseError) return { kind: 'unusable', why: error.message };
    throw error;
  }
};

const apply = (client: Sqlite.Database, migrations: readonly MigrationMeta[]): void => {
  // The table as drizzle-orm makes it, so that its tools can read it.
  client.exec(
    'create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const record = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
  for (const migration of migrations) {
    for (const statement of migration.sql) client.exec(statement);
    record.run(migration.hash, migration.folderMillis);
  }
  const broken = client.pragma('foreign_key_check') as readonly { table: string }[];
  if (broken[0] !== undefined) {
    throw new DatabaseError(`bước chuyển làm hỏng liên kết của bảng ${broken[0].table}; chưa thay đổi gì`);
  }
};

/**
 * Applies the migrations that are missing, all or none, and leaves foreign keys enforced.
 * @returns how many were applied.
 * @throws DatabaseError
 */
export const migrate = (client: Sqlite.Database, folder: string = MIGRATIONS): number => {
  const migrations = readMigrations(folder);
  let count = 0;
  if (pendingOf(migrations, readApplied(client)).length > 0) {
    // Has no effect inside a transaction, so it stands before it.
    client.pragma('foreign_keys = off');
    client
      .transaction(() => {
        // Read again under the lock: another process may have been faster.
        const pending = pendingOf(migrations, readApplied(client));
        if (pending.length > 0) apply(client, pending);
        count = pending.length;
      })
      .immediate();
  }
  client.pragma('foreign_keys = on');
  return count;
};
