import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { BotApiServer } from '../../src/sandbox/bot-api/server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HEAD_OF_FINANCE = 999_000_000_012;

const openServer = async (): Promise<BotApiServer> => {
  const server = await startBotApiServer({ now: () => Date.UTC(2025, 3, 14, 2) });
  onTestFinished(() => server.close());
  return server;
};

/** The program as an operator starts it, with a token, against a Bot API server of our own. */
const startProgram = (server: BotApiServer, settings: NodeJS.ProcessEnv = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  const child = spawn(process.execPath, [join(ROOT, 'src', 'main.ts')], {
    cwd: folder,
    env: {
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      CONFIG_DIR: join(ROOT, 'config'),
      DATABASE_URL: 'file:office.db',
      ...settings,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return { child, ended, output: () => output };
};

test('SIGTERM finishes the work in hand, and the program ends with 0', async () => {
  const server = await openServer();
  const program = startProgram(server);
  await server.whenPolled();
  const head = server.world.addUser({ id: HEAD_OF_FINANCE, firstName: 'Tô Thị Mỹ Hạnh' });
  // The signal comes while the answer is on its way.
  server.faults.delay({ method: 'sendMessage' }, 300);
  head.start();
  await expect.poll(() => server.calls.count('setMyCommands'), { timeout: 20_000 }).toBeGreaterThan(2);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(server.world.lastFromBot(head).text).toContain('Chào đồng chí Trưởng phòng KHTC');
  expect(program.output()).not.toContain('nhandled');
  expect(program.output()).not.toContain(server.token);
});

test('SIGTERM while the program is still starting ends it too', async () => {
  const server = await openServer();
  const program = startProgram(server);
  await expect.poll(() => server.calls.count('getMe'), { timeout: 20_000, interval: 1 }).toBe(1);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});

test('a token that Telegram does not know is told in one line, and the program ends with 1', async () => {
  const server = await openServer();
  const program = startProgram(server, { BOT_TOKEN: '7000000001:not-the-token-of-this-server' });
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain('Telegram không nhận mã trong BOT_TOKEN');
  expect(program.output()).not.toContain('not-the-token');
});

test('without a token the program plays its story in the sandbox, and goes on until it is interrupted', async () => {
  const program = startProgram(await openServer(), { BOT_TOKEN: '' });
  await expect.poll(program.output, { timeout: 25_000 }).toContain('Nhấn Ctrl-C để dừng');
  expect(program.output()).toContain('Chưa có BOT_TOKEN');
  expect(program.output()).toContain('Quá hạn đến 08h00 thứ Hai, 21/4: 1 việc, 1 đơn vị');
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
});
