import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { BotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import type { SandboxUser } from '../../src/sandbox/bot-api/world/user.ts';
import type { SandboxGroup } from '../../src/sandbox/bot-api/world/world.ts';
import { BotProcess } from './bot-process.ts';
import type { BotReport } from './bot-process.ts';
import { DEPUTY_ID, SECRETARY_ID, unitName, writeOffice } from '../support/large-office.ts';
import type { LargeUnit } from '../support/large-office.ts';

const MINUTE = 60_000;
/** Waits up to this long belong to what is going on (the pace of sending); longer ones wait for the clock to go on. */
const PACE = 20_000;

/** What goes wrong around the bot. Told of what happens, it may kill the bot at any of these moments. */
export interface Trouble {
  /** How long a file of the next bot may become, in bytes; null for a disk with room. */
  roomOnDisk(): number | null;
  /** The office has this bot now; a new process, after each death too. */
  started(bot: BotProcess): void;
  /** Telegram has accepted a message of the bot, whose answer is still to come. */
  accepted(entry: HistoryEntry): void;
  /** The clock is about to go on. */
  beforeStep(now: number): void;
  /** The bot is dead. Returns how long nobody starts it again, in milliseconds. */
  died(now: number): Promise<number>;
}

export interface ChaosOfficeOptions {
  /** An empty folder for the configuration and the database. */
  readonly folder: string;
  readonly unitCount: number;
  /** Milliseconds UTC. */
  readonly startAt: number;
  /** Makes the trouble; absent for days in peace. */
  readonly trouble?: (server: BotApiServer, database: string) => Trouble;
}

/** An agency whose bot is a process that may die at any moment, on a real database file, against a Bot API server. */
export class ChaosOffice {
  readonly units: readonly LargeUnit[];
  readonly server: BotApiServer;
  readonly database: string;
  readonly secretary: SandboxUser;
  readonly deputy: SandboxUser;
  /** What the bot logged as errors, and how often. */
  readonly errors = new Map<string, number>();
  private readonly heads = new Map<string, SandboxUser>();
  private readonly groups = new Map<string, SandboxGroup>();
  private readonly folder: string;
  private readonly trouble: Trouble | null;
  private readonly clock: { now: number };
  private bot: BotProcess;
  private nextWake: number | null = null;
  private isDiskSmall = false;

  private constructor(
    server: BotApiServer,
    clock: { now: number },
    { folder, unitCount, trouble }: ChaosOfficeOptions,
  ) {
    this.server = server;
    this.clock = clock;
    this.folder = folder;
    this.units = writeOffice(folder, unitCount, 'chaos');
    this.database = join(folder, 'office.db');
    this.trouble = trouble?.(server, this.database) ?? null;
    const { world } = server;
    this.secretary = world.addUser({ id: SECRETARY_ID, firstName: 'Văn thư' });
    this.deputy = world.addUser({ id: DEPUTY_ID, firstName: 'Phó Giám đốc' });
    for (const unit of this.units) {
      const head = world.addUser({ id: unit.headId, firstName: `Trưởng ${unitName(unit)}` });
      this.heads.set(unit.code, head);
      this.groups.set(
        unit.code,
        world.addGroup({ title: unitName(unit), owner: this.secretary, members: [head] }),
      );
    }
    world.onMessage((entry) => {
      if (entry.from?.id === server.bot.id) this.trouble?.accepted(entry);
    });
    this.bot = this.startBot();
  }

  /** Opens the office: everyone has written to the bot, and every group is its unit's. */
  static async open(options: ChaosOfficeOptions): Promise<ChaosOffice> {
    const clock = { now: options.startAt };
    const server = await startBotApiServer({ now: () => clock.now, rateLimits: true });
    const office = new ChaosOffice(server, clock, options);
    await office.act(() => {
      for (const user of server.world.users()) user.start();
    });
    await office.act(() => {
      for (const { code } of office.units) office.secretary.sendText(office.group(code), `/gan ${code}`);
    });
    return office;
  }

  get now(): number {
    return this.clock.now;
  }

  head(code: string): SandboxUser {
    const head = this.heads.get(code);
    if (!head) throw new Error(`Nobody heads ${code}`);
    return head;
  }

  group(code: string): SandboxGroup {
    const group = this.groups.get(code);
    if (!group) throw new Error(`${code} has no group`);
    return group;
  }

  /** People do something all at once; what follows from it is waited for, as far as it follows within seconds. */
  async act(what: () => void): Promise<void> {
    what();
    await this.settle();
    while (this.nextWake !== null && this.nextWake - this.now <= PACE) await this.step(this.nextWake);
  }

  /** Lets time go on, through every minute and every moment that the bot waits for. */
  async goTo(target: number): Promise<void> {
    while (this.now < target) {
      const minute = (Math.floor(this.now / MINUTE) + 1) * MINUTE;
      await this.step(Math.min(target, minute, Math.max(this.nextWake ?? target, this.now + 1)));
    }
  }

  /** Lets time go on until something is so. @throws where that takes more than an hour */
  async until(isSo: () => boolean): Promise<void> {
    const latest = this.now + 60 * MINUTE;
    while (!isSo()) {
      if (this.now > latest) throw new Error('What was waited for has not happened within an hour');
      await this.goTo(this.now + MINUTE);
    }
    await this.settle();
  }

  /** Lets a night or a weekend go by, in strides: nothing is to happen in it that needs the exact minute. */
  async sleepTo(target: number): Promise<void> {
    while (this.now < target) await this.step(Math.min(target, this.now + 30 * MINUTE));
  }

  /** Lets the bot end in order. */
  stop(): Promise<void> {
    return this.bot.stop();
  }

  async close(): Promise<void> {
    this.bot.kill();
    await this.bot.whenDead();
    await this.server.close();
  }

  private async step(moment: number): Promise<void> {
    this.trouble?.beforeStep(this.now);
    this.clock.now = moment;
    await this.settle();
  }

  /** Waits until everything that can happen at this moment has happened, however often the bot dies meanwhile. */
  private async settle(): Promise<void> {
    for (;;) {
      const report = await this.rest();
      if (report !== null) {
        this.nextWake = report.nextWake;
        return;
      }
      const pause = (await this.trouble?.died(this.now)) ?? 0;
      this.clock.now += pause;
      this.bot = this.startBot();
      await this.bot.whenStarted();
    }
  }

  /** Null where the bot died. */
  private async rest(): Promise<BotReport | null> {
    if ((await this.bot.goTo(this.now)) === null) return null;
    // What people wrote stays with Telegram while the network is down or the disk is full.
    if (this.server.faults.networkDown || this.isDiskSmall) return this.bot.goTo(this.now);
    const handled = this.server.whenIdle({ timeoutMs: 60_000 }).then(() => 'handled' as const);
    handled.catch(() => undefined);
    if ((await Promise.race([handled, this.bot.whenDead()])) === null) return null;
    return this.bot.goTo(this.now);
  }

  private startBot(): BotProcess {
    const env = {
      BOT_TOKEN: this.server.token,
      TELEGRAM_API_ROOT: this.server.apiRoot,
      DATABASE_URL: `file:${this.database}`,
      CONFIG_DIR: this.folder,
      LOG_LEVEL: 'warn',
      NODE_COMPILE_CACHE: join(tmpdir(), 'dondoc-chaos-cache'),
    };
    const room = this.trouble?.roomOnDisk() ?? null;
    this.isDiskSmall = room !== null;
    const bot = new BotProcess(env, this.now, room, (line) => {
      this.note(line);
    });
    this.trouble?.started(bot);
    return bot;
  }

  private note(line: string): void {
    const { level, msg, err } = asLogLine(line);
    if (level !== 'error' && level !== 'fatal') return;
    const what = err?.message === undefined ? msg : `${msg}: ${err.message}`;
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
  }
}

interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly err?: { readonly message?: string };
}

/** What is no entry of the log was written by Node.js, about an error that ended the process; of that, the error itself. */
const asLogLine = (line: string): LogLine => {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return { level: /^\w*Error: /u.test(line) ? 'fatal' : 'info', msg: line };
  }
};
