import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Instant } from '../../domain/local-time.ts';
import { instantOf, isRealDate, localDateOf, timeOfDayOf } from '../../domain/local-time.ts';
import { databasePath } from './database-path.ts';

/** A finished backup. */
export interface BackupFile {
  readonly path: string;
  /** When it was begun, to the minute. */
  readonly at: Instant;
}

/** What the program writes into while a backup is not finished: never taken for one. */
const UNFINISHED = '.partial';

/** Where backups go unless told otherwise: the folder `backups` beside the database. */
export const backupFolderOf = (databaseUrl: string): string =>
  join(dirname(resolve(databasePath(databaseUrl))), 'backups');

/** `dondoc.db` → `dondoc`: backups of several databases can share a folder. */
const stemOf = (databaseUrl: string): string => {
  const path = databasePath(databaseUrl);
  return basename(path, extname(path));
};

const stamp = (instant: Instant): string =>
  `${localDateOf(instant)}-${timeOfDayOf(instant).replace(':', '')}`;

/** The name of a backup begun at `at`: `dondoc-2025-04-14-0200.db`, by the clock of Asia/Ho_Chi_Minh. */
export const backupName = (databaseUrl: string, at: Instant): string =>
  `${stemOf(databaseUrl)}-${stamp(at)}.db`;

/** Where the database goes that a restored one takes the place of. */
export const replacedName = (databaseUrl: string, at: Instant): string => {
  const path = resolve(databasePath(databaseUrl));
  const free = (count: number): string => {
    const again = count === 1 ? '' : `-${count}`;
    const name = join(dirname(path), `${stemOf(databaseUrl)}-replaced-${stamp(at)}${again}.db`);
    return existsSync(name) ? free(count + 1) : name;
  };
  return free(1);
};

export const unfinishedName = (path: string): string => `${path}${UNFINISHED}`;

const STAMP = /^-(\d{4})-(\d\d)-(\d\d)-([01]\d|2[0-3])([0-5]\d)\.db$/u;

/** The finished backups of a database in a folder, the newest first; none where there is no folder, or none that can be read. */
export const listBackups = (databaseUrl: string, folder: string): readonly BackupFile[] => {
  const stem = stemOf(databaseUrl);
  return namesIn(folder)
    .flatMap((name) => {
      const [, year = '', month = '', day = '', hour = '', minute = ''] = name.startsWith(stem)
        ? (STAMP.exec(name.slice(stem.length)) ?? [])
        : [];
      if (!isRealDate(Number(year), Number(month), Number(day))) return [];
      return { path: join(folder, name), at: instantOf(`${year}-${month}-${day}`, `${hour}:${minute}`) };
    })
    .toSorted((one, other) => other.at - one.at);
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/**
 * Deletes backups that are too old: those of the newest `keepDays` days on which there is one stay. Counting the days
 * that have a backup, rather than days of the calendar, loses nothing to a clock that was wrong for a while or a machine
 * that was off for a month.
 * @returns what was deleted
 */
export const pruneBackups = (databaseUrl: string, folder: string, keepDays: number): readonly string[] => {
  const backups = listBackups(databaseUrl, folder);
  const days = new Set([...new Set(backups.map(({ at }) => localDateOf(at)))].slice(0, keepDays));
  const old = backups.filter(({ at }) => !days.has(localDateOf(at))).map(({ path }) => path);
  for (const path of old) rmSync(path, { force: true });
  return old;
};

/** Deletes what a backup that was broken off has left. */
export const removeUnfinished = (databaseUrl: string, folder: string): void => {
  const stem = stemOf(databaseUrl);
  for (const name of readdirSync(folder)) {
    const isOurs = name.startsWith(`${stem}-`) && /\.db\.partial(?:-journal|-wal|-shm)?$/u.test(name);
    if (isOurs) rmSync(join(folder, name), { force: true });
  }
};
