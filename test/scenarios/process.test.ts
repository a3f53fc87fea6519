import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { BotApiServer } from '../../src/sandbox/bot-api/server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HEAD_OF_FINANCE = 999_000_000_012;

const openServer = async (): Promise<BotApiServer> => {
  // The program has the machine's own clock, and compares it with the server's.
  const server = await startBotApiServer({ now: () => Date.now() });
  onTestFinished(() => server.close());
  return server;
};

/** The program as an operator starts it, with a token, against a Bot API server of our own. */
const startProgram = (server: BotApiServer, settings: NodeJS.ProcessEnv = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  const child = spawn(process.execPath, [join(ROOT, 'dondoc.js')], {
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
  return { child, ended, folder, output: () => output };
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

test('without a token the program serves its page to this machine alone, until it is interrupted', async () => {
  const program = startProgram(await openServer(), { BOT_TOKEN: '' });
  const url = (): string => /http:\/\/127\.0\.0\.1:\d+\//.exec(program.output())?.[0] ?? '';
  await expect.poll(url, { timeout: 25_000 }).not.toBe('');
  expect(program.output()).toContain('Chưa có BOT_TOKEN');
  const page = await fetch(url());
  expect(await page.text()).toContain('<title>Đôn Đốc');
  const state = async () => (await (await fetch(`${url()}api/state`)).json()) as { stageState: string };
  await expect.poll(async () => (await state()).stageState, { timeout: 60_000 }).toBe('ready');
  // What the trial writes stays apart from an office's own data.
  expect(readdirSync(join(program.folder, 'data')).every((name) => name.startsWith('sandbox'))).toBe(true);
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  expect(program.output()).not.toContain('"level"');
});

test('with a token nothing of the sandbox is loaded', async () => {
  const server = await openServer();
  const loaded = join(mkdtempSync(join(tmpdir(), 'dondoc-test-')), 'loaded.txt');
  const watching = `import { registerHooks } from 'node:module';
    import { appendFileSync } from 'node:fs';
    registerHooks({ load: (url, context, next) => { appendFileSync(${JSON.stringify(loaded)}, url + '\\n'); return next(url, context); } });`;
  const program = startProgram(server, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watching)}`,
  });
  await server.whenPolled();
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  const urls = readFileSync(loaded, 'utf8');
  expect(urls).toContain('/src/app.ts');
  expect(urls).not.toContain('/src/sandbox/');
});
