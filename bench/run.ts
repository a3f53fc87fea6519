// All figures in one table: `npm run bench` (a database of a million tasks, some minutes), with
//   --json          the figures for a program
//   --markdown      the table of bench/README.md
//   --tasks 10000   another size
//   --growth        the sizes 10,000, 100,000 and 1,000,000, drawn into bench/growth.svg
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config/load-config.ts';
import { localDateOf } from '../src/domain/local-time.ts';
import { writeOffice } from '../test/support/large-office.ts';
import { writeBigDatabase } from './big-database.ts';
import { measureDelivery } from './delivery.ts';
import type { Figure } from './figures.ts';
import { isMet, markdown, ratioOf, rounded, table } from './figures.ts';
import { growthSvg } from './growth.ts';
import { REMINDERS_DUE, measureCommit, measureTick } from './inside.ts';
import { measureOutside } from './outside.ts';

/** Units of the agency under measurement, and of the one that has reminders due in as many chats. */
const UNITS = 30;
const CHATS = 500;
const SIZES = [10_000, 100_000, 1_000_000] as const;
const FULL_SIZE = 1_000_000;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const measureAt = async (taskCount: number): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  try {
    const configDir = join(folder, 'config');
    const wideDir = join(folder, 'wide');
    mkdirSync(configDir);
    const units = writeOffice(configDir, UNITS, 'so');
    writeOffice(wideDir, CHATS, 'wide');
    const database = join(folder, 'office.db');
    const today = localDateOf(Date.now());
    say(`${taskCount} tasks: writing the database`);
    await writeBigDatabase({ path: database, taskCount, office: await loadConfig(configDir), today });
    say(`${taskCount} tasks: start, memory, questions, replies`);
    const outside = await measureOutside({ database, configDir, units });
    say(`${taskCount} tasks: commits, ticks`);
    const commit = await measureCommit(database);
    const tick = await measureTick(database, await loadConfig(wideDir), today);
    const count = taskCount.toLocaleString('en');
    const perSecond = (mine: number, theirs: number): string =>
      `${rounded(mine)} / ${rounded(theirs)} a second`;
    const { updatesPerSecond: replies } = outside;
    return [
      atMost('tick, nothing due', tick.idleMs, 'ms', 5, `${count} reminders planned`),
      atMost(
        'reminders due, bundled and queued',
        tick.dueMs / 1_000,
        's',
        1.5,
        `${REMINDERS_DUE.toLocaleString('en')} reminders, ${CHATS} chats: ${tick.messages} messages`,
      ),
      atLeast(
        'status reply, beside an echo bot',
        replies.ratio,
        0.5,
        perSecond(replies.dondoc, replies.echo),
      ),
      atMost(
        '/overdue, p99',
        outside.overdueMs.p99,
        'ms',
        30,
        `${count} tasks, ${(taskCount / 10).toLocaleString('en')} of the agency; median ${rounded(outside.overdueMs.p50)} ms`,
      ),
      atLeast(
        'commit, beside prepared statements',
        commit.plans / commit.statements,
        0.5,
        perSecond(commit.plans, commit.statements),
      ),
      atMost(
        'memory',
        outside.memoryMb.now,
        'MB',
        200,
        `${count} tasks stored; most ever ${rounded(outside.memoryMb.most)} MB`,
      ),
      atMost('start to first poll', outside.firstPollMs / 1_000, 's', 1, `${count} tasks stored`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const atMost = (name: string, value: number, unit: Figure['unit'], bar: number, detail: string): Figure => ({
  name,
  value,
  unit,
  bar,
  isAtMost: true,
  detail,
});

const atLeast = (name: string, value: number, bar: number, detail: string): Figure => ({
  name,
  value,
  unit: '×',
  bar,
  isAtMost: false,
  detail,
});

const delivery = async (): Promise<Figure[]> => {
  say('delivery under Telegram’s limits');
  const { shareOfTheLimits, refused, seconds } = await measureDelivery();
  return [
    atLeast(
      'delivery, of what the limits allow',
      shareOfTheLimits,
      0.95,
      `2,000 messages, 200 chats: ${rounded(seconds)} s`,
    ),
    atMost('delivery, refused by flood control', refused, '×', 0, ''),
  ];
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    growth: { type: 'boolean' },
    tasks: { type: 'string' },
  },
});
let figures: Figure[] = [];
if (values.growth) {
  const sizes: { taskCount: number; figures: Figure[] }[] = [];
  for (const taskCount of SIZES) sizes.push({ taskCount, figures: await measureAt(taskCount) });
  writeFileSync(join(import.meta.dirname, 'growth.svg'), growthSvg(sizes));
  figures = sizes.at(-1)?.figures ?? [];
} else figures = await measureAt(Number(values.tasks ?? FULL_SIZE));
figures = [...figures, ...(await delivery())];

process.stdout.write(
  values.json
    ? `${JSON.stringify(figures.map((figure) => ({ ...figure, ratio: rounded(ratioOf(figure)), ok: isMet(figure) })))}\n`
    : `${values.markdown ? markdown(figures) : table(figures)}\n`,
);
process.exitCode = figures.every(isMet) ? 0 : 1;
