import { DatabaseError } from './database-error.ts';

const HINTS: Readonly<Record<string, string>> = {
  SQLITE_CANTOPEN: 'không mở hoặc không tạo được tệp; kiểm tra đường dẫn và quyền của thư mục',
  SQLITE_NOTADB: 'tệp này không phải dữ liệu SQLite',
  SQLITE_CORRUPT: 'tệp đã hỏng; khôi phục bản sao lưu bằng lệnh restore',
  SQLITE_READONLY: 'không ghi được vào tệp hoặc thư mục của tệp; kiểm tra quyền',
  SQLITE_FULL: 'ổ đĩa đã đầy',
  SQLITE_BUSY: 'một chương trình khác đang giữ tệp',
  EACCES: 'không tạo được thư mục; kiểm tra quyền của thư mục cấp trên',
  EPERM: 'không tạo được thư mục; kiểm tra quyền của thư mục cấp trên',
  EROFS: 'ổ đĩa chỉ đọc',
  ENOTDIR: 'trong đường dẫn có một tệp ở chỗ lẽ ra là thư mục',
  EEXIST: 'trong đường dẫn có một tệp ở chỗ lẽ ra là thư mục',
};

const whyUnusable = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Extended codes (SQLITE_CANTOPEN_ISDIR) begin with the plain one.
  const hint = Object.entries(HINTS).find(([known]) => code === known || code.startsWith(`${known}_`));
  return hint?.[1] ?? error.message;
};

/** What keeps a database from being used, in one Vietnamese sentence for the operator. */
export const unusable = (path: string, cause: unknown): DatabaseError =>
  new DatabaseError(`Không dùng được dữ liệu ${path}: ${whyUnusable(cause)}.`, { cause });
