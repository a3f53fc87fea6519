import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { backupFolderOf } from '../../src/persistence/sqlite/backup-files.ts';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { BotApiServer } from '../../src/sandbox/bot-api/server.ts';
import { ADMINISTRATOR, Office, SECRETARY } from './support/office.ts';

const BACKUPS = { folder: null, at: '02:00', keepDays: 14 };

/** Where the office's backups go. */
const backupsOf = ({ env }: Office): string => backupFolderOf(env.DATABASE_URL);

const ROOT = join(import.meta.dirname, '..', '..');

const openServer = async (): Promise<BotApiServer> => {
  const server = await startBotApiServer({ now: () => Date.UTC(2025, 3, 14, 2) });
  onTestFinished(() => server.close());
  return server;
};

/** A folder in which an operator works with the program. */
const openFolder = (server: BotApiServer) => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-upkeep-'));
  const children = new Set<{ kill(signal: 'SIGKILL'): boolean }>();
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  /** Runs one command of the program, as typed. */
  const start = (...args: string[]) => {
    const child = spawn(process.execPath, [join(ROOT, 'dondoc.js'), ...args], {
      cwd: folder,
      env: {
        BOT_TOKEN: server.token,
        TELEGRAM_API_ROOT: server.apiRoot,
        CONFIG_DIR: join(ROOT, 'config'),
        DATABASE_URL: 'file:data/office.db',
      },
    });
    children.add(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { child, ended, output: () => output };
  };
  const run = async (...args: string[]) => {
    const { ended, output } = start(...args);
    return { exitCode: await ended, output: output() };
  };
  return { folder, start, run };
};

test('an operator backs up a running bot, and restores when it has stopped; a second bot is refused meanwhile', async () => {
  const server = await openServer();
  const { folder, start, run } = openFolder(server);
  const bot = start('start');
  await server.whenPolled();

  const backup = await run('backup');
  expect(backup.output).toMatch(
    /^Đã sao lưu và kiểm tra: .*office-\d{4}-\d\d-\d\d-\d{4}\.db \(\d+\.\d MB\)\.\n$/u,
  );
  expect(backup.exitCode).toBe(0);
  const [file = ''] = readdirSync(join(folder, 'data', 'backups'));
  const path = join('data', 'backups', file);

  const second = await run('start');
  expect(second.exitCode).toBe(1);
  expect(second.output).toContain(`Một bot khác (tiến trình ${String(bot.child.pid)}, chạy từ `);
  const tooEarly = await run('restore', path);
  expect(tooEarly.exitCode).toBe(1);
  expect(tooEarly.output).toMatch(/^dondoc: Một bot khác \(tiến trình/u);

  expect((await run('migrate')).output).toMatch(/^dondoc: Một bot khác \(tiến trình/u);

  // Even a bot that was killed leaves nothing in the way.
  bot.child.kill('SIGKILL');
  await bot.ended;
  const client = new Sqlite(join(folder, 'data', 'office.db'));
  client.exec(`update agencies set name = 'Sở bị ghi nhầm'`);
  client.close();
  const restored = await run('restore', path);
  expect(restored.output).toMatch(
    /^Đã khôi phục dữ liệu từ .*\nDữ liệu trước đó vẫn giữ ở .*office-replaced-.*\.db\.\n/u,
  );
  expect(restored.exitCode).toBe(0);
  const after = new Sqlite(join(folder, 'data', 'office.db'), { readonly: true });
  expect(after.prepare('select name from agencies').pluck().get()).not.toBe('Sở bị ghi nhầm');
  after.close();

  const third = start('start');
  await server.whenPolled();
  third.child.kill('SIGTERM');
  expect(await third.ended).toBe(0);
  // Eight programs are started one after the other.
}, 120_000);

test('a database that is not there is told in one line, and nothing is made', async () => {
  const { folder, run } = openFolder(await openServer());
  const backup = await run('backup');
  expect(backup.exitCode).toBe(1);
  expect(backup.output).toMatch(/^dondoc: Chưa có dữ liệu để sao lưu: không thấy tệp data\/office\.db\.\n$/u);
  expect((await run('restore', 'nowhere.db')).output).toMatch(
    /^dondoc: Không thấy tệp sao lưu nowhere\.db\.\n$/u,
  );
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('every night a backup is made, and the oldest are deleted', async () => {
  const office = await Office.open({
    startAt: '2025-04-12T01:00',
    isSetUp: false,
    backups: { ...BACKUPS, keepDays: 2 },
  });
  const names = () => readdirSync(backupsOf(office));
  await office.goTo('2025-04-12T02:00');
  // The first one makes up for a day of which there is none.
  expect(names()).toEqual(['office-2025-04-12-0110.db', 'office-2025-04-12-0200.db']);
  await office.goTo('2025-04-14T03:00');
  expect(names()).toEqual(['office-2025-04-13-0200.db', 'office-2025-04-14-0200.db']);
  expect(office.log).toEqual([]);
});

test('an administrator is told, in working hours and once a day, that there is no backup', async () => {
  const office = await Office.open({ startAt: '2025-04-14T06:30', backups: BACKUPS });
  const told = () => office.about({ person: ADMINISTRATOR }, 'Chưa sao lưu được dữ liệu');
  writeFileSync(backupsOf(office), 'not a folder');
  await office.goTo('2025-04-14T07:29');
  expect(told()).toHaveLength(0);
  expect(office.log).toHaveLength(1);
  await office.goTo('2025-04-14T09:00');
  expect(office.log).toHaveLength(3);
  expect(told()).toHaveLength(1);
  expect(told()[0]?.text).toContain('một phần của đường dẫn là tệp, không phải thư mục');
  expect(office.about({ person: SECRETARY }, 'sao lưu')).toHaveLength(0);
  rmSync(backupsOf(office));
  await office.goTo('2025-04-14T10:00');
  expect(readdirSync(backupsOf(office))).toHaveLength(1);
  expect(told()).toHaveLength(1);
});
