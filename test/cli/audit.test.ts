import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { officeOperations } from '../../src/operations.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { instantOf } from '../../src/domain/local-time.ts';
import { aPlan, insert } from '../support/plans.ts';
import { aTask, anAuditEvent } from '../support/rows.ts';
import { run } from './terminal.ts';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');

let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-audit-'));
  env = { CONFIG_DIR: CONFIG, DATABASE_URL: `file:${join(folder, 'office.db')}` };
  const { agency, units, members } = await loadConfig(CONFIG);
  const agencyId = agency.id;
  const secretary = members.find(({ role }) => role === 'secretary')?.id ?? null;
  const store = openSqliteTaskStore(env.DATABASE_URL ?? '');
  await store.syncAgency(agency, units, members);
  const task = aTask({ agencyId, number: 23, createdBy: secretary ?? '' });
  const at = (day: string, time: string): number => instantOf(day, time);
  await store.commit(
    aPlan({
      changes: [insert('task', task)],
      audit: [
        anAuditEvent({ agencyId, actorId: secretary, at: at('2025-04-14', '08:05'), taskId: task.id }),
        anAuditEvent({
          agencyId,
          actorId: null,
          at: at('2025-04-15', '23:59'),
          action: 'chat_unreachable',
          after: { chatId: -1, reason: 'said "no", twice\nand left' },
        }),
        anAuditEvent({ agencyId, actorId: null, at: at('2025-04-16', '00:00'), action: 'chat_bound' }),
      ],
    }),
  );
  await store.close();
});

afterEach(() => rm(folder, { recursive: true }));

const audit = (...args: string[]) =>
  run(['audit', ...args], { env, operations: () => Promise.resolve(officeOperations(() => 0)) });

test('the record is a table that spreadsheets open', async () => {
  const { exitCode, stdout } = await audit();
  expect(exitCode).toBe(0);
  const text = stdout.text;
  expect(text.startsWith('\uFEFFThời điểm,Người thực hiện,Hành động,Việc,')).toBe(true);
  expect(text).toContain('2025-04-14T08:05:00.000+07:00,Bùi Thị Thanh Lam,giao việc,23,');
  // Quotation marks, commas and line ends stay inside their cell.
  expect(text).toContain(
    'không gửi được vào nơi nhận tin,,,"{""chatId"":-1,""reason"":""said \\""no\\"", twice\\nand left""}"',
  );
  // What was done in Vietnamese for people, and as a code for programs.
  expect(text).toMatch(/,task_created,[^,\n]+\n/u);
  expect(text.trimEnd().split('\n')).toHaveLength(4);
});

test('from and to take whole days, and a task its own lines', async () => {
  const actions = async (...args: string[]): Promise<unknown[]> =>
    (await audit('--format', 'jsonl', ...args)).stdout.lines.map(
      (line) => (JSON.parse(line) as { action: string }).action,
    );
  expect(await actions('--from', '2025-04-15', '--to', '2025-04-15')).toEqual(['chat_unreachable']);
  expect(await actions('--to', '2025-04-14T08:05')).toEqual([]);
  expect(await actions('--to', '2025-04-14')).toEqual(['task_created']);
  expect(await actions('--task', '23')).toEqual(['task_created']);
  expect(await actions()).toHaveLength(3);
  const [first] = (await audit('--format', 'jsonl')).stdout.lines;
  expect(JSON.parse(first ?? '')).toMatchObject({
    at: '2025-04-14T08:05:00.000+07:00',
    actorName: 'Bùi Thị Thanh Lam',
    taskNumber: 23,
  });
});

test.each([
  [['--task', '24'], 'dondoc: không có việc 24.'],
  [['--from', 'mai'], 'dondoc: “--from <ngày>” ghi “mai”, cần ngày'],
  [['--format', 'xml'], 'dondoc: “--format <dạng>” ghi “xml”, cần một trong: csv, jsonl'],
])('%j is answered with one line', async (args, complaint) => {
  const { exitCode, stderr } = await audit(...args);
  expect(exitCode).toBe(2);
  expect(stderr.lines).toHaveLength(1);
  expect(stderr.lines[0]?.startsWith(complaint)).toBe(true);
});

test('a database that cannot be read is one Vietnamese sentence', async () => {
  env.DATABASE_URL = `file:${join(folder, 'missing.db')}`;
  const { exitCode, stdout, stderr } = await audit();
  expect([exitCode, stdout.text]).toEqual([1, '']);
  expect(stderr.lines).toEqual([
    `dondoc: Không dùng được dữ liệu ${join(folder, 'missing.db')}: không mở hoặc không tạo được tệp; kiểm tra đường dẫn và quyền của thư mục.`,
  ]);
});
