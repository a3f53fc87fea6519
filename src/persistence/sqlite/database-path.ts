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
      'DATABASE_URL đang ghi dữ liệu trong bộ nhớ, mỗi lần khởi động lại là mất; cần đường dẫn của một tệp.',
    );
  }
  if (!url.toLowerCase().startsWith('file:')) {
    // The scheme alone: an address of another kind may hold a password.
    const scheme = SCHEME.exec(url)?.[0];
    if (scheme !== undefined) {
      throw new DatabaseError(
        `DATABASE_URL bắt đầu bằng ${scheme}, cần file: rồi đường dẫn, hoặc một đường dẫn.`,
      );
    }
    if (url === '')
      throw new DatabaseError('DATABASE_URL để trống, cần file: rồi đường dẫn, hoặc một đường dẫn.');
    return url;
  }
  const rest = url.slice('file:'.length);
  if (/[?#]/.test(rest))
    throw new DatabaseError(`DATABASE_URL ${url}: không dùng được tùy chọn sau đường dẫn.`);
  try {
    const path = rest.startsWith('//') ? fileURLToPath(url) : decodeURIComponent(rest);
    if (path !== '' && path !== '/') return path;
  } catch (cause) {
    throw new DatabaseError(`DATABASE_URL ${url} không phải địa chỉ của một tệp.`, { cause });
  }
  throw new DatabaseError(`DATABASE_URL ${url} chưa ghi tên tệp.`);
};
