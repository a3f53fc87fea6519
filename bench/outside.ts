// What is measured from outside, over HTTP, at the program as it is started by an operator, with the real clock.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from 'grammy/types';
import { startBotApiServer } from '../src/sandbox/bot-api/server.ts';
import type { BotApiServer } from '../src/sandbox/bot-api/server.ts';
import type { SandboxUser } from '../src/sandbox/bot-api/world/user.ts';
import type { SandboxGroup } from '../src/sandbox/bot-api/world/world.ts';
import { SECRETARY_ID, unitName } from '../test/support/large-office.ts';
import type { LargeUnit } from '../test/support/large-office.ts';
import { median, percentile } from './figures.ts';
import { RealBot } from './real-bot.ts';

const PATIENCE_MS = 60_000;
const STARTS = 5;
const ROUNDS = 7;
const QUESTIONS_A_ROUND = 50;
/** A bot runs for months: both are measured when Node.js has compiled what they do. */
const WARM_UP = 900;
const REPLIES = 900;

export interface OutsideFigures {
  readonly firstPollMs: number;
  readonly overdueMs: { readonly p50: number; readonly p99: number };
  /** Medians of all rounds; the ratio is that of the rounds' ratios, so that a machine that slows down slows both. */
  readonly updatesPerSecond: { readonly dondoc: number; readonly echo: number; readonly ratio: number };
  readonly memoryMb: { readonly now: number; readonly most: number };
}

export interface OutsideOptions {
  readonly database: string;
  readonly configDir: string;
  readonly units: readonly LargeUnit[];
}

export const measureOutside = async ({
  database,
  configDir,
  units,
}: OutsideOptions): Promise<OutsideFigures> => {
  const server = await startBotApiServer({ now: () => Date.now() });
  const people = new People(server, units);
  const starts: number[] = [];
  let memory = { now: 0, most: 0 };
  for (let run = 1; run <= STARTS; run++) {
    const bot = await RealBot.dondoc(server, configDir, database);
    starts.push(bot.firstPollMs);
    if (run === STARTS) {
      await people.settleIn();
      for (let question = 0; question < 5; question++) await people.askOverdue();
      memory = bot.memory();
    }
    await bot.stop();
  }

  const asked: number[] = [];
  const rates = { dondoc: [] as number[], echo: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const bot = await RealBot.unlimited(server, configDir, database);
    for (let question = 0; question < QUESTIONS_A_ROUND; question++) asked.push(await people.askOverdue());
    rates.dondoc.push(await people.reportsPerSecond());
    await bot.stop();
    const echo = await RealBot.echo(server);
    rates.echo.push(await people.reportsPerSecond());
    await echo.stop();
  }
  await server.close();
  return {
    firstPollMs: median(starts),
    overdueMs: { p50: median(asked), p99: percentile(asked, 0.99) },
    updatesPerSecond: {
      dondoc: median(rates.dondoc),
      echo: median(rates.echo),
      ratio: median(rates.dondoc.map((rate, round) => rate / (rates.echo[round] ?? NaN))),
    },
    memoryMb: memory,
  };
};

/** The people of the agency, each unit in its group. */
class People {
  private readonly server: BotApiServer;
  private readonly secretary: SandboxUser;
  private readonly units: readonly { code: string; head: SandboxUser; group: SandboxGroup }[];
  /** What each group was told about a task of its own. */
  private told: readonly Message[] = [];

  constructor(server: BotApiServer, units: readonly LargeUnit[]) {
    const { world } = server;
    this.server = server;
    this.secretary = world.addUser({ id: SECRETARY_ID, firstName: 'Văn thư' });
    this.units = units.map((unit) => {
      const head = world.addUser({ id: unit.headId, firstName: `Trưởng ${unitName(unit)}` });
      const group = world.addGroup({ title: unitName(unit), owner: this.secretary, members: [head] });
      return { code: unit.code, head, group };
    });
  }

  /** Every group is bound, and has been told about one of its tasks: that of the unit's own number. */
  async settleIn(): Promise<void> {
    this.secretary.start();
    for (const { code, group } of this.units) this.secretary.sendText(group, `/gan ${code}`);
    await this.server.whenIdle({ timeoutMs: PATIENCE_MS });
    for (const [index, { head, group }] of this.units.entries()) head.sendText(group, `/viec ${index + 1}`);
    await this.until(() => this.units.every(({ group }, index) => this.toldAbout(group, index + 1) !== null));
    this.told = this.units.flatMap(({ group }, index) => this.toldAbout(group, index + 1) ?? []);
  }

  private toldAbout(group: SandboxGroup, number: number): Message | null {
    const words = new RegExp(`Việc ${number}(?!\\d)`, 'u');
    return this.server.world.fromBot(group).findLast(({ text }) => words.test(text ?? '')) ?? null;
  }

  private async until(isSo: () => boolean): Promise<void> {
    const latest = performance.now() + PATIENCE_MS;
    while (!isSo()) {
      if (performance.now() > latest) throw new Error('The bot has not answered');
      await sleep(20);
    }
  }

  /** Milliseconds from "/overdue" to the answer in the chat. */
  async askOverdue(): Promise<number> {
    const took = await this.answered(1, () => {
      this.secretary.write('/overdue');
    });
    await this.server.whenIdle();
    return took;
  }

  /** Every unit reports on its task again and again; returns how many reports a second are answered. */
  async reportsPerSecond(): Promise<number> {
    await this.report(WARM_UP);
    return REPLIES / ((await this.report(REPLIES)) / 1_000);
  }

  private async report(count: number): Promise<number> {
    const took = await this.answered(count, () => {
      for (let reply = 0; reply < count; reply++) {
        const unit = this.units[reply % this.units.length];
        const message = this.told[reply % this.units.length];
        if (unit && message) unit.head.reply(message, `đang làm ${1 + (reply % 99)}%`);
      }
    });
    await this.server.whenIdle({ timeoutMs: PATIENCE_MS });
    return took;
  }

  /** Milliseconds until the bot has said so much in answer to what people do. */
  private async answered(count: number, act: () => void): Promise<number> {
    const start = performance.now();
    let left = count;
    let stop = (): void => undefined;
    const done = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${left} answers of ${count} have not come`));
      }, PATIENCE_MS);
      const unsubscribe = this.server.world.onMessage(({ from }) => {
        if (from?.id === this.server.bot.id && --left === 0) resolve();
      });
      stop = () => {
        clearTimeout(timer);
        unsubscribe();
      };
    }).finally(() => {
      stop();
    });
    act();
    await done;
    return performance.now() - start;
  }
}
