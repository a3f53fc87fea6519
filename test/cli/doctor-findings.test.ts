// What a machine of the tests cannot be made to lack: rights, room on the disk.
import { expect, test } from 'vitest';
import { backupFinding, databaseFindings } from '../../src/cli/doctor/database-findings.ts';
import type { Database } from '../../src/cli/doctor/world.ts';
import { instantOf } from '../../src/domain/local-time.ts';

const MB = 1024 * 1024;
const SINCE = instantOf('2025-04-14', '08:00');

const aDatabase = (set: Partial<Database>): Database => ({
  path: 'data/dondoc.db',
  exists: true,
  isWritable: true,
  freeBytes: 9_000 * MB,
  bytes: 3 * MB,
  holder: { pid: 7, since: SINCE },
  schema: { kind: 'current' },
  damage: null,
  failure: null,
  store: null,
  close: () => undefined,
  ...set,
});

const linesOf = (set: Partial<Database>): string[] =>
  databaseFindings(aDatabase(set)).map(({ level, message }) => `${level}: ${message}`);

test.each<[string, Partial<Database>, string]>([
  ['may not be written', { isWritable: false }, 'fault: Không ghi được vào data/dondoc.db: cấp quyền ghi'],
  [
    'cannot be read',
    { schema: null, failure: 'SQLITE_CANTOPEN' },
    'fault: Không đọc được data/dondoc.db (SQLITE_CANTOPEN)',
  ],
  [
    'is on a disk that is full',
    { freeBytes: 20 * MB },
    'fault: Ổ đĩa của data/dondoc.db còn 20 MB trống: dọn ổ đĩa ngay',
  ],
  [
    'is on a disk that fills up',
    { freeBytes: 200 * MB },
    'warning: Ổ đĩa của data/dondoc.db còn 200 MB trống: nên dọn',
  ],
  ['has no bot', { holder: null }, 'warning: Bot hiện không chạy trên dữ liệu này'],
])('a database that %s is told of', (_, set, sentence) => {
  expect(linesOf(set)).toContainEqual(expect.stringContaining(sentence));
});

test('days and months are written as in documents', () => {
  const since = instantOf('2025-02-04', '08:05');
  expect(linesOf({ holder: { pid: 7, since } })).toContain(
    'ok: Bot đang chạy (tiến trình 7, từ 08h05 ngày 04/02/2025).',
  );
});

test('a database in which all is well is told of in four lines', () => {
  expect(linesOf({})).toEqual([
    'ok: Ổ đĩa của data/dondoc.db còn 9000 MB trống.',
    'ok: Bot đang chạy (tiến trình 7, từ 08h00 ngày 14/4/2025).',
    'ok: Dữ liệu đúng phiên bản của chương trình (3 MB).',
    'ok: Dữ liệu nguyên vẹn.',
  ]);
});

test.each<[string, string, string]>([
  ['2025-04-16', '09:59', 'ok'],
  ['2025-04-16', '10:01', 'fault'],
])('a backup of 14/4 at 08:00 is at %s %s: %s', (date, time, level) => {
  expect(backupFinding({ folder: 'backups', newest: SINCE }, instantOf(date, time)).level).toBe(level);
});
