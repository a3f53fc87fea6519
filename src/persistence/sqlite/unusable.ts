import { DatabaseError } from './database-error.ts';

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

/** What keeps a database from being used, in one line for the operator. */
export const unusable = (path: string, cause: unknown): DatabaseError =>
  new DatabaseError(`Cannot use the database ${path}: ${whyUnusable(cause)}`, { cause });
