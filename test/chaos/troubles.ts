import type { BotApiServer } from '../../src/sandbox/bot-api/server.ts';
import type { BotProcess } from './bot-process.ts';
import type { Trouble } from './chaos-office.ts';
import { lookInto, sizeOf } from './database.ts';
import type { Random } from './random.ts';

/** Everything that went wrong, counted. */
export interface TroubleCount {
  kills: number;
  /** Bots that had to work on a disk that filled up. */
  fullDisks: number;
  /** Messages that a dead bot had taken in hand and not settled; each may come twice. */
  inHand: number;
  /** The most of these at one kill. */
  mostInHand: number;
  /** By what was done to the calls. */
  readonly faults: Map<string, number>;
  /** The same by chat. */
  readonly inHandByChat: Map<number, number>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Once in so many steps of the clock something goes wrong with Telegram or the network, until the next step. */
const STEPS_A_FAULT = 4;

/** One bot in so many works on a disk that fills up. */
const LIVES_A_FULL_DISK = 6;

const FAULTS = [
  '429',
  '429',
  '500',
  '500',
  'reset',
  'reset',
  'lost answer',
  'slow',
  'edit',
  'poll',
  'network',
] as const;

/** Kills the bot and breaks what it relies on, at moments that a seed decides. */
export class Troubles implements Trouble {
  readonly count: TroubleCount = {
    kills: 0,
    fullDisks: 0,
    inHand: 0,
    mostInHand: 0,
    faults: new Map(),
    inHandByChat: new Map(),
  };
  private readonly server: BotApiServer;
  private readonly database: string;
  private readonly random: Random;
  private readonly wantedKills: number;
  private isOn = false;
  private bot: BotProcess | null = null;
  /** The bot dies when Telegram accepts so many more messages, before it hears of it; null: at a moment of real time. */
  private untilKill: number | null = null;
  private timer: NodeJS.Timeout | undefined;
  /** On a full disk the bot dies after so many more steps of the clock; null: elsewhere. */
  private stepsLeft: number | null = null;
  /** Messages in hand that have been counted. */
  private counted: ReadonlySet<string> = new Set();

  constructor(server: BotApiServer, database: string, random: Random, wantedKills: number) {
    this.server = server;
    this.database = database;
    this.random = random;
    this.wantedKills = wantedKills;
  }

  get isOver(): boolean {
    return this.count.kills >= this.wantedKills;
  }

  begin(): void {
    this.isOn = true;
    this.plan();
  }

  end(): void {
    this.isOn = false;
    this.untilKill = null;
    clearTimeout(this.timer);
    this.server.faults.clear();
  }

  roomOnDisk(): number | null {
    const isFull =
      this.isOn && !this.isOver && this.stepsLeft === null && this.random.isOneIn(LIVES_A_FULL_DISK);
    this.stepsLeft = isFull ? this.random.between(1, 15) : null;
    if (!isFull) return null;
    this.count.fullDisks++;
    return sizeOf(this.database) + this.random.between(4_096, 400_000);
  }

  started(bot: BotProcess): void {
    this.bot = bot;
    this.plan();
  }

  accepted(): void {
    if (this.untilKill === null) return;
    this.untilKill--;
    if (this.untilKill === 0) this.kill();
  }

  beforeStep(): void {
    if (!this.isOn) return;
    if (this.stepsLeft !== null && this.stepsLeft-- === 0) this.kill();
    this.server.faults.clear();
    if (this.random.isOneIn(STEPS_A_FAULT)) this.breakSomething();
  }

  async died(): Promise<number> {
    clearTimeout(this.timer);
    this.untilKill = null;
    this.server.faults.setNetworkDown(false);
    const { inHand, damage } = lookInto(this.database);
    if (damage !== null) throw new Error(`The database is damaged after kill ${this.count.kills}: ${damage}`);
    // What an earlier bot had taken waits for its lease to run out, and has been counted.
    const fresh = inHand.filter(({ taken }) => !this.counted.has(taken));
    this.counted = new Set(inHand.map(({ taken }) => taken));
    this.count.inHand += fresh.length;
    this.count.mostInHand = Math.max(this.count.mostInHand, fresh.length);
    for (const { chatId } of fresh) {
      this.count.inHandByChat.set(chatId, (this.count.inHandByChat.get(chatId) ?? 0) + 1);
    }
    return Promise.resolve(this.random.oneOf([0, 0, 1 * SECOND, 20 * SECOND, 3 * MINUTE, 10 * MINUTE]));
  }

  /** When the bot that runs now dies: in the middle of starting, while it works, or with an accepted message in hand. */
  private plan(): void {
    clearTimeout(this.timer);
    this.untilKill = null;
    if (!this.isOn || this.isOver || this.stepsLeft !== null) return;
    if (this.random.isOneIn(3)) {
      this.timer = setTimeout(
        () => {
          this.kill();
        },
        this.random.between(0, 2_500),
      );
    } else this.untilKill = this.random.between(1, 20);
  }

  private kill(): void {
    this.untilKill = null;
    if (!this.isOn || this.isOver) return;
    this.count.kills++;
    this.bot?.kill();
  }

  private breakSomething(): void {
    const { faults } = this.server;
    const target = { method: 'sendMessage', times: this.random.between(1, 4) };
    const fault = this.random.oneOf(FAULTS);
    this.count.faults.set(fault, (this.count.faults.get(fault) ?? 0) + 1);
    switch (fault) {
      case '429':
        faults.tooManyRequests(target, this.random.between(1, 90));
        return;
      case '500':
        faults.refuse(target, { status: 500, description: 'Internal Server Error' });
        return;
      case 'reset':
        faults.dropBefore(target);
        return;
      case 'lost answer':
        faults.dropAfter(target);
        return;
      case 'slow':
        faults.delay(target, this.random.between(20, 400));
        return;
      case 'edit':
        faults.dropBefore({ method: 'editMessageText' });
        return;
      case 'poll':
        faults.refuse({ method: 'getUpdates' }, { status: 502, description: 'Bad Gateway' });
        return;
      case 'network':
        faults.setNetworkDown(true);
    }
  }
}
