import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { expect, onTestFinished } from 'vitest';
import type { App } from '../../../src/app.ts';
import { buildApp } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { Config } from '../../../src/config/load-config.ts';
import type { Clock } from '../../../src/application/ports/clock.ts';
import type { HistoryEntry } from '../../../src/sandbox/bot-api/world/history.ts';
import { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { instantOfStep } from '../../../src/sandbox/stories/moments.ts';
import { createLogger } from '../../../src/support/logger.ts';
import type { BackupConfig } from '../../../src/upkeep.ts';

const CONFIG = join(import.meta.dirname, '..', '..', '..', 'config');

/** People of the sample agency, by what they are; the ids are those of config/agency.yaml. */
export const SECRETARY = 'VT1';
export const SECOND_SECRETARY = 'VT2';
export const DEPUTY = 'PGĐ2';
export const ADMINISTRATOR = 'QT';

export interface OfficeOptions {
  /** `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh. */
  readonly startAt: string;
  /** Whether everyone has opened the chat with the bot and the groups are bound; true unless told. */
  readonly isSetUp?: boolean;
  readonly privacyMode?: boolean;
  /** Of whoever runs the bot; that of the sandbox unless told. */
  readonly token?: string;
  /** The database of an office that was opened before; one of its own unless told. */
  readonly databaseUrl?: string;
  /** Daily backups; none unless told. */
  readonly backups?: BackupConfig;
  /** By how much the bot's machine is ahead of the world's clock, in milliseconds; it is right unless told. */
  readonly machineAheadMs?: number;
}

/** The clock of the bot's machine, which may be wrong. */
class MachineClock implements Clock {
  private aheadMs: number;
  private readonly world: Clock;
  private wasSet = new AbortController();

  constructor(world: Clock, aheadMs: number) {
    this.world = world;
    this.aheadMs = aheadMs;
  }

  set(aheadMs: number): void {
    this.aheadMs = aheadMs;
    const { wasSet } = this;
    this.wasSet = new AbortController();
    wasSet.abort();
  }

  now(): number {
    return this.world.now() + this.aheadMs;
  }

  async waitUntil(instant: number, signal: AbortSignal): Promise<void> {
    while (this.now() < instant && !signal.aborted) {
      await this.world.waitUntil(instant - this.aheadMs, AbortSignal.any([signal, this.wasSet.signal]));
    }
  }
}

/** The sample agency at work: the real bot over HTTP, a real database file, and a clock that is moved by the test. */
export class Office {
  readonly sandbox: Sandbox;
  /** What the log said at level warn and above. */
  readonly log: string[] = [];
  /** What the environment of a command line beside the bot would say. */
  readonly env: Readonly<Record<'CONFIG_DIR' | 'DATABASE_URL', string>>;
  private readonly start: (config: Config) => Promise<App>;
  private readonly machine: MachineClock;
  private config: Config;
  private app: App;

  private constructor(
    sandbox: Sandbox,
    start: (config: Config) => Promise<App>,
    config: Config,
    app: App,
    log: string[],
    databaseUrl: string,
    machine: MachineClock,
  ) {
    this.machine = machine;
    this.sandbox = sandbox;
    this.start = start;
    this.config = config;
    this.app = app;
    this.log = log;
    this.env = { CONFIG_DIR: CONFIG, DATABASE_URL: databaseUrl };
  }

  /** Opens the office; everything is gone again when the test is over. */
  static async open(options: OfficeOptions): Promise<Office> {
    const { startAt, isSetUp = true, privacyMode = true, token } = options;
    const config = await loadConfig(CONFIG);
    const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
    const databaseUrl = options.databaseUrl ?? `file:${join(folder, 'office.db')}`;
    const sandbox = await Sandbox.open({
      startAt: instantOfStep(startAt),
      people: config.members,
      units: config.units.filter((unit) => unit.isGroup !== true),
      groupOwner: SECRETARY,
      privacyMode,
      rateLimits: true,
      ...(token === undefined ? {} : { token }),
    });
    const log: string[] = [];
    const { server, clock } = sandbox;
    const machine = new MachineClock(clock, options.machineAheadMs ?? 0);
    const start = async (office: Config): Promise<App> => {
      const app = buildApp(
        {
          token: server.token,
          connection: { apiRoot: server.apiRoot, proxy: null },
          databaseUrl,
          office,
          log: createLogger({ level: 'warn', destination: { write: (line) => log.push(line) } }),
          ...(options.backups === undefined ? {} : { backups: options.backups }),
        },
        { clock: machine, everyMinute: (handler) => clock.everyMinute(handler) },
      );
      await app.start();
      sandbox.attach(app);
      return app;
    };
    const office = new Office(sandbox, start, config, await start(config), log, databaseUrl, machine);
    onTestFinished(async () => {
      await office.app.stop();
      // The bot keeps Telegram's limits by itself: it need not be told.
      expect(sandbox.server.overLimits()).toBe(0);
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    });
    if (isSetUp) {
      await sandbox.everyoneStarts();
      await sandbox.bindGroups(SECRETARY);
    }
    return office;
  }

  /** Stops the bot. */
  close(): Promise<void> {
    return this.app.stop();
  }

  /** Stops the bot and starts it anew on the same database, with `change` made to its configuration. */
  async restart(change: (config: Config) => Config = (config) => config): Promise<void> {
    await this.app.stop();
    this.config = change(this.config);
    this.app = await this.start(this.config);
    await this.sandbox.settle();
  }

  /** Sets the clock of the bot's machine alone. */
  setMachineAhead(aheadMs: number): void {
    this.machine.set(aheadMs);
  }

  /** Moves the clock to a minute, `yyyy-MM-ddTHH:mm` in Asia/Ho_Chi_Minh; everything on the way happens. */
  async goTo(minute: string): Promise<void> {
    await this.sandbox.advanceTo(instantOfStep(minute));
  }

  /** A person writes to the bot in private. */
  async write(who: string, text: string): Promise<Message> {
    const message = this.sandbox.person(who).write(text);
    await this.sandbox.settle();
    return message;
  }

  /** A person writes in a unit's group. */
  async say(who: string, unit: string, text: string): Promise<Message> {
    const message = this.sandbox.person(who).sendText(this.sandbox.group(unit), text);
    await this.sandbox.settle();
    return message;
  }

  async reply(who: string, to: HistoryEntry, text: string): Promise<Message> {
    const message = this.sandbox.person(who).reply(to.message, text);
    await this.sandbox.settle();
    return message;
  }

  /** Presses the button whose label begins with `label`; the toast comes back. */
  async press(who: string, entry: HistoryEntry, label: string): Promise<string | undefined> {
    const buttons = entry.keyboard?.inline_keyboard.flat() ?? [];
    const button = buttons.find(({ text }) => text.startsWith(label));
    if (!button)
      throw new Error(`No button “${label}”; there are: ${buttons.map(({ text }) => text).join(', ')}`);
    const [answer] = await Promise.all([
      this.sandbox.person(who).press(entry.message, button.text),
      this.sandbox.settle(),
    ]);
    await this.sandbox.settle();
    return answer.answered ? answer.text : undefined;
  }

  /** What the bot has said in a unit's group or to a person, oldest first. */
  heard(where: { readonly group: string } | { readonly person: string }): readonly HistoryEntry[] {
    const chat = 'group' in where ? this.sandbox.group(where.group) : this.sandbox.person(where.person);
    return this.sandbox.server.world.history(chat).filter(({ from }) => from?.is_bot === true);
  }

  /** What the bot has said there containing the words, in whatever case. */
  about(
    where: { readonly group: string } | { readonly person: string },
    words: string,
  ): readonly HistoryEntry[] {
    const wanted = words.toLocaleLowerCase('vi');
    return this.heard(where).filter(({ text }) => text.toLocaleLowerCase('vi').includes(wanted));
  }

  /** The newest thing that the bot has said there, containing the words. */
  last(where: { readonly group: string } | { readonly person: string }, words = ''): HistoryEntry {
    const found = this.about(where, words).at(-1);
    if (!found) {
      const said = this.heard(where).map(({ text }) => text);
      throw new Error(`The bot has not said “${words}”; it said:\n${said.join('\n---\n')}`);
    }
    return found;
  }
}
