// How long the program takes from its start to the first long poll, beside an empty Node.js program started the same way.
//   node bench/startup.ts [--json]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBotApiServer } from '../src/sandbox/bot-api/server.ts';

const ROOT = join(import.meta.dirname, '..');
const RUNS = 7;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const emptyProgram = async (): Promise<number> => {
  const start = performance.now();
  await once(spawn(process.execPath, ['--eval', '0']), 'exit');
  return performance.now() - start;
};

const firstPoll = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  const server = await startBotApiServer({ now: () => Date.now() });
  const start = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dondoc.js')], {
    cwd: folder,
    env: {
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      CONFIG_DIR: join(ROOT, 'config'),
      LOG_LEVEL: 'silent',
    },
  });
  await Promise.race([
    server.whenPolled(),
    once(child, 'exit').then(() => {
      throw new Error('The program ended before it polled');
    }),
  ]);
  const took = performance.now() - start;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  return took;
};

const bare: number[] = [];
const bot: number[] = [];
for (let run = 0; run < RUNS; run++) {
  bare.push(await emptyProgram());
  bot.push(await firstPoll());
}
const result = {
  emptyProgramMs: Math.round(median(bare)),
  firstPollMs: Math.round(median(bot)),
  ratio: Number((median(bot) / median(bare)).toFixed(1)),
};
process.stdout.write(
  process.argv.includes('--json')
    ? `${JSON.stringify(result)}\n`
    : `empty program  ${result.emptyProgramMs} ms\nfirst poll     ${result.firstPollMs} ms\nratio          ${result.ratio}\n`,
);
