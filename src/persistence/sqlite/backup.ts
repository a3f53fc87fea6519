import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Instant } from '../../domain/local-time.ts';
import { backupName, removeUnfinished, unfinishedName } from './backup-files.ts';
import { databasePath } from './database-path.ts';
import { makeFolder } from './make-folder.ts';

/** A backup as it was made. */
export interface FinishedBackup {
  readonly path: string;
  readonly bytes: number;
}

/** A backup could not be made, or what was made is not sound. The message is one Vietnamese sentence for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** All pages in one step: one moment's state of the database, and never begun anew because another process writes. */
const ALL_PAGES = Number.MAX_SAFE_INTEGER;
/** Left free beside the copy, for the bot to go on working. */
const SPARE_BYTES = 32 * 1024 * 1024;
const BUSY_TIMEOUT_MS = 5_000;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/**
 * Copies a database that may be in use, as it is at one moment, checks the copy from end to end, and only then gives it
 * its name: a file of that name is a sound backup. Blocks its process for as long as the database is large; see
 * backUpInBackground.
 * @param at the moment that the name bears
 * @param freeBytesOf how much room the disk of a folder has
 * @throws BackupError
 */
export const backUpDatabase = async (
  databaseUrl: string,
  folder: string,
  at: Instant,
  freeBytesOf: (folder: string) => Promise<number> = freeBytes,
): Promise<FinishedBackup> => {
  const path = join(folder, backupName(databaseUrl, at));
  const unfinished = unfinishedName(path);
  let source: Sqlite.Database | null = null;
  try {
    const database = databasePath(databaseUrl);
    if (!existsSync(database))
      throw new BackupError(`Chưa có dữ liệu để sao lưu: không thấy tệp ${database}.`);
    makeFolder(folder);
    removeUnfinished(databaseUrl, folder);
    source = new Sqlite(database, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    demandSpace(source, folder, await freeBytesOf(folder));
    // Personal data lies in it: not for other users of the machine.
    closeSync(openSync(unfinished, 'wx', 0o600));
    await source.backup(unfinished, { progress: () => ALL_PAGES });
    checkCopy(unfinished);
    sync(unfinished);
    renameSync(unfinished, path);
    sync(folder);
    return { path, bytes: statSync(path).size };
  } catch (cause) {
    if (existsSync(unfinished)) rmSync(unfinished);
    if (cause instanceof BackupError) throw cause;
    throw new BackupError(`Không sao lưu được vào ${folder}: ${whyNot(cause)}.`, { cause });
  } finally {
    source?.close();
  }
};

/** How many bytes this process may still write to the disk that a folder is on. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const demandSpace = (source: Sqlite.Database, folder: string, free: number): void => {
  const pages = source.pragma('page_count', { simple: true }) as number;
  const needed = pages * (source.pragma('page_size', { simple: true }) as number) + SPARE_BYTES;
  if (free < needed) {
    throw new BackupError(
      `Ổ đĩa của ${folder} còn ${megabytes(free)}, cần ${megabytes(needed)} cho một bản sao lưu: dọn bớt hoặc đặt BACKUP_DIR ở ổ đĩa khác.`,
    );
  }
};

/** The first damage that SQLite finds in a database, in its words; null where it is sound. */
export const damageIn = (
  client: Sqlite.Database,
  check: 'quick_check' | 'integrity_check',
): string | null => {
  const found = String(client.pragma(`${check}(1)`, { simple: true }));
  return found === 'ok'
    ? null
    : found.replace('*** in database main ***', '').replaceAll(/\s+/gu, ' ').trim();
};

/** The copy becomes a file that is whole by itself, and is read from end to end. @throws BackupError */
const checkCopy = (path: string): void => {
  const copy = new Sqlite(path, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = delete');
    const damage = damageIn(copy, 'integrity_check');
    if (damage !== null) {
      throw new BackupError(
        `Bản sao lưu vừa làm bị lỗi nên đã bỏ (${damage}): tệp dữ liệu có thể đã hỏng, chạy “doctor” để kiểm tra.`,
      );
    }
  } finally {
    copy.close();
  }
};

/** Waits until a file or folder is on the disk. */
const sync = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some systems do not sync folders; the file itself is safe by then.
    if (!statSync(path).isDirectory()) throw error;
  } finally {
    closeSync(descriptor);
  }
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền ghi vào thư mục',
  EPERM: 'không có quyền ghi vào thư mục',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOENT: 'không tạo được thư mục ở đó',
  ENOTDIR: 'một phần của đường dẫn là tệp, không phải thư mục',
  EEXIST: 'một phần của đường dẫn là tệp, không phải thư mục',
  ENOSPC: 'ổ đĩa đã đầy',
  SQLITE_FULL: 'ổ đĩa đã đầy',
  SQLITE_CORRUPT: 'tệp dữ liệu đã hỏng',
  SQLITE_NOTADB: 'tệp dữ liệu không phải cơ sở dữ liệu',
  SQLITE_CANTOPEN: 'không mở được tệp dữ liệu hoặc không ghi được vào thư mục',
  SQLITE_BUSY: 'chương trình khác đang khóa tệp dữ liệu',
};

const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = Object.entries(REASONS).find(([key]) => code === key || code.startsWith(`${key}_`));
  return known?.[1] ?? (error instanceof Error ? error.message : String(error));
};
