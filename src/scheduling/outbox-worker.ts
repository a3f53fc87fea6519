import type { ApplicationContext } from '../application/context.ts';
import { LEASE_MS, deliver } from '../application/deliver-outbox.ts';
import type { Messenger } from '../application/ports.ts';
import type { Instant } from '../domain/local-time.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';

/** Telegram takes about one message a second in a chat and twenty a minute in a group. */
const PRIVATE_CHAT_INTERVAL_MS = 1_000;
const GROUP_INTERVAL_MS = 3_000;
const AT_THE_SAME_TIME = 20;
const AFTER_ERROR_MS = 5_000;

export interface WorkerLog {
  error(details: object, message: string): void;
}

/** How long a chat is left alone. */
interface Rest {
  readonly from: Instant;
  readonly until: Instant;
}

/** A clock that was set back must not keep a chat waiting. */
const isOver = ({ from, until }: Rest, now: Instant): boolean => until <= now || from > now;

/** Sends what is owed, as soon as it may be sent, at most one message at a time to a chat. */
export class OutboxWorker {
  private readonly app: ApplicationContext;
  private readonly messenger: Messenger;
  private readonly log: WorkerLog;
  /** Chats that were just written to, for as long as the pace takes. */
  private readonly resting = new Map<number, Rest>();
  /** Chats in which Telegram wants nothing for a while, which may be hours: what is owed there is put off. */
  private readonly quiet = new Map<number, Rest>();
  private readonly stopping = new AbortController();
  private nudged = new AbortController();
  private running: Promise<void> | null = null;
  private waiters: (() => void)[] = [];
  /** The moment that is waited for; null while there is something to do. */
  private waitsUntil: Instant | null = null;

  constructor(app: ApplicationContext, messenger: Messenger, log: WorkerLog) {
    this.app = app;
    this.messenger = messenger;
    this.log = log;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Looks for work now rather than at the time planned. */
  nudge(): void {
    this.waitsUntil = null;
    this.nudged.abort();
  }

  /** Finishes the messages in hand and sends no more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.nudge();
    await this.running;
  }

  /** Resolves when nothing can be sent at the present time. */
  whenIdle(): Promise<void> {
    if (this.running === null || this.stopping.signal.aborted) return Promise.resolve();
    // A wait that is over, but whose end has not been noticed yet, is not a rest.
    if (this.waitsUntil !== null && this.app.clock.now() < this.waitsUntil) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.nudged = new AbortController();
      try {
        if ((await this.sendBatch()) === 0) await this.wait(await this.nextMoment());
      } catch (error) {
        this.log.error({ err: error }, 'The outbox could not be read; it is tried again');
        await this.wait(this.app.clock.now() + AFTER_ERROR_MS);
      }
    }
    this.release();
  }

  /** Sends what may be sent now; returns how many messages were taken in hand. All of them are settled or given up when it ends. */
  private async sendBatch(): Promise<number> {
    const now = this.app.clock.now();
    for (const rests of [this.resting, this.quiet]) {
      for (const [chatId, rest] of rests) if (isOver(rest, now)) rests.delete(chatId);
    }
    const busy = new Set(this.resting.keys());
    const claimed = await this.app.store.claimOutbox(now, LEASE_MS, AT_THE_SAME_TIME, busy);
    await Promise.all(claimed.map((message) => this.send(message)));
    return claimed.length;
  }

  private async send(message: OutboxMessage): Promise<void> {
    try {
      const { chatId } = message;
      const known = this.quiet.get(chatId)?.until;
      const { kind, quietUntil } = await deliver(this.app, this.messenger, message, known);
      const from = this.app.clock.now();
      if (quietUntil !== null) this.quiet.set(chatId, { from, until: quietUntil });
      if (kind === 'dropped') return;
      const interval = chatId > 0 ? PRIVATE_CHAT_INTERVAL_MS : GROUP_INTERVAL_MS;
      this.resting.set(chatId, { from, until: from + interval });
    } catch (error) {
      // It keeps its lease and is taken up again when that has run out.
      this.log.error({ err: error, outboxId: message.id }, 'A message could not be sent');
    }
  }

  private async wait(until: Instant): Promise<void> {
    if (this.nudged.signal.aborted) return;
    this.waitsUntil = until;
    this.release();
    await this.app.clock.waitUntil(until, this.nudged.signal);
    this.waitsUntil = null;
  }

  /** When there may be something to send again; later than now, so that waiting is never a busy loop. */
  private async nextMoment(): Promise<Instant> {
    const now = this.app.clock.now();
    const owed = await this.app.store.nextOutboxAt();
    if (owed === null) return Number.MAX_SAFE_INTEGER;
    if (owed > now) return owed;
    const rested = Math.min(...[...this.resting.values()].map(({ until }) => until));
    return Math.max(Number.isFinite(rested) ? rested : now, now + 1);
  }

  private release(): void {
    for (const resolve of this.waiters.splice(0)) resolve();
  }
}
