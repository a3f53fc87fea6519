import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Instant } from '../../domain/local-time.ts';
import { DatabaseError, NewerDatabaseError } from './database-error.ts';
import { damageIn } from './backup.ts';
import { databasePath } from './database-path.ts';
import { replacedName, unfinishedName } from './backup-files.ts';
import { lockDatabase } from './lock.ts';
import { migrate } from './migrate.ts';
import { makeFolder } from './make-folder.ts';

/** A backup could not be restored; nothing has been changed. The message is one Vietnamese sentence for the operator. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

export interface Restored {
  /** Where the database is now that was there before; null where there was none. */
  readonly replaced: string | null;
  /** How many migrations the backup lacked. */
  readonly migrations: number;
}

/** What SQLite keeps beside a database. A log left beside another file of the same name would be read into it. */
const BESIDE = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Puts a backup in the place of the database, which is kept beside it under another name. The backup itself is not
 * touched: a copy is checked and brought to the schema of this program first, so that nothing has changed where it
 * cannot be used.
 * @throws DatabaseInUseError where a bot works with the database
 * @throws RestoreError
 */
export const restoreDatabase = (databaseUrl: string, backup: string, now: Instant): Restored => {
  if (!existsSync(backup)) throw new RestoreError(`Không thấy tệp sao lưu ${backup}.`);
  const path = resolve(databasePath(databaseUrl));
  if (resolve(backup) === path)
    throw new RestoreError(`${backup} chính là tệp dữ liệu đang dùng, không phải bản sao lưu.`);
  const lock = lockDatabase(databaseUrl, now);
  const unfinished = unfinishedName(path);
  try {
    const migrations = prepare(backup, unfinished);
    const replaced = existsSync(path) ? replacedName(databaseUrl, now) : null;
    // What is left beside a database that is gone goes with it, under whatever name.
    const asideName = replaced ?? replacedName(databaseUrl, now);
    for (const suffix of BESIDE) {
      if (existsSync(path + suffix)) renameSync(path + suffix, asideName + suffix);
    }
    renameSync(unfinished, path);
    return { replaced, migrations };
  } catch (cause) {
    for (const suffix of BESIDE) rmSync(unfinished + suffix, { force: true });
    throw cause instanceof RestoreError ? cause : new RestoreError(whyNot(backup, cause), { cause });
  } finally {
    lock.release();
  }
};

/** Copies the backup, checks it, and migrates it forward; returns how many migrations it took. */
const prepare = (backup: string, copy: string): number => {
  makeFolder(dirname(copy));
  for (const suffix of BESIDE) rmSync(copy + suffix, { force: true });
  copyFileSync(backup, copy);
  chmodSync(copy, 0o600);
  // A database that was copied by hand has its last changes in a log of its own.
  if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${copy}-wal`);
  const client = new Sqlite(copy, { fileMustExist: true });
  try {
    const hasTables = client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
    if (hasTables === undefined) throw new RestoreError(`${backup} không phải dữ liệu của Đôn Đốc.`);
    client.pragma('journal_mode = delete');
    if (damageIn(client, 'integrity_check') !== null) {
      throw new RestoreError(`Bản sao lưu ${backup} đã hỏng: dùng bản khác.`);
    }
    return migrate(client);
  } finally {
    client.close();
  }
};

const whyNot = (backup: string, error: unknown): string => {
  if (error instanceof NewerDatabaseError) {
    return `Bản sao lưu ${backup} do phiên bản mới hơn của Đôn Đốc ghi ra: cập nhật chương trình rồi khôi phục lại.`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB') return `${backup} không phải tệp dữ liệu.`;
  if (code.startsWith('SQLITE_CORRUPT')) return `Bản sao lưu ${backup} đã hỏng: dùng bản khác.`;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'Ổ đĩa đã đầy, chưa khôi phục gì.';
  const why = (error instanceof Error ? error.message : String(error)).replace(/\.$/u, '');
  return error instanceof DatabaseError
    ? `Không khôi phục được từ ${backup} (${why}).`
    : `Không khôi phục được từ ${backup}: ${why}.`;
};
