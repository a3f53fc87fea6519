import { fileURLToPath } from 'node:url';
import { DatabaseError } from './database-error.ts';

const SCHEME = /^[a-z][a-z0-9+.-]+:/i;

/**
 * The path that a DATABASE_URL names: `file:data/dondoc.db` (relative to the working folder), `file:///var/lib/dondoc.db`
 * or a plain path. A database in memory is refused: it would forget every task at the next restart.
 * @throws DatabaseError
 */
export const databasePath = (databaseUrl: string): string => {
  const url = databaseUrl.trim();
  if (url.includes(':memory:') || /[?&]mode=memory\b/.test(url)) {
    throw new DatabaseError(
      'DATABASE_URL names a database in memory, which is lost at every restart; name a file',
    );
  }
  if (!url.toLowerCase().startsWith('file:')) {
    // The scheme alone: an address of another kind may hold a password.
    const scheme = SCHEME.exec(url)?.[0];
    if (scheme !== undefined) {
      throw new DatabaseError(`DATABASE_URL begins with ${scheme}, expected file:PATH or a path`);
    }
    if (url === '') throw new DatabaseError('DATABASE_URL is empty, expected file:PATH or a path');
    return url;
  }
  const rest = url.slice('file:'.length);
  if (/[?#]/.test(rest))
    throw new DatabaseError(`DATABASE_URL ${url}: options after the path are not supported`);
  try {
    const path = rest.startsWith('//') ? fileURLToPath(url) : decodeURIComponent(rest);
    if (path !== '' && path !== '/') return path;
  } catch (cause) {
    throw new DatabaseError(`DATABASE_URL ${url} is not a file URL`, { cause });
  }
  throw new DatabaseError(`DATABASE_URL ${url} names no file`);
};
