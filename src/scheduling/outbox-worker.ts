import type { ApplicationContext } from '../application/context.ts';
import { LEASE_MS, deliver } from '../application/deliver-outbox.ts';
import type { Messenger } from '../application/ports.ts';
import type { Instant } from '../domain/local-time.ts';

/** Telegram takes about one message a second in a chat and twenty a minute in a group. */
const PRIVATE_CHAT_INTERVAL_MS = 1_000;
const GROUP_INTERVAL_MS = 3_000;
const AT_THE_SAME_TIME = 20;
const AFTER_ERROR_MS = 5_000;

export interface WorkerLog {
  error(details: object, message: string): void;
}

/** Sends what is owed, as soon as it may be sent, at most one message at a time to a chat. */
export class OutboxWorker {
  private readonly app: ApplicationContext;
  private readonly messenger: Messenger;
  private readonly log: WorkerLog;
  /** Chats that were just written to, and until when they rest. */
  private readonly resting = new Map<number, Instant>();
  private readonly stopping = new AbortController();
  private nudged = new AbortController();
  private running: Promise<void> | null = null;
  private waiters: (() => void)[] = [];
  private isWaiting = false;

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
    this.isWaiting = false;
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
    if (this.running === null || this.isWaiting || this.stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.nudged = new AbortController();
      const sent = await this.sendBatch();
      if (sent > 0) continue;
      await this.rest();
    }
    this.release();
  }

  /** Sends what may be sent now; returns how many messages were taken in hand. */
  private async sendBatch(): Promise<number> {
    const now = this.app.clock.now();
    for (const [chatId, until] of this.resting) if (until <= now) this.resting.delete(chatId);
    try {
      const busy = new Set(this.resting.keys());
      const claimed = await this.app.store.claimOutbox(now, LEASE_MS, AT_THE_SAME_TIME, busy);
      await Promise.all(
        claimed.map(async (message) => {
          const result = await deliver(this.app, this.messenger, message);
          if (result !== 'dropped') this.letRest(message.chatId);
        }),
      );
      return claimed.length;
    } catch (error) {
      // The message keeps its lease and is taken up again when that has run out.
      this.log.error({ err: error }, 'Sending from the outbox failed');
      await this.app.clock.waitUntil(now + AFTER_ERROR_MS, this.stopping.signal);
      return 0;
    }
  }

  private letRest(chatId: number): void {
    const interval = chatId > 0 ? PRIVATE_CHAT_INTERVAL_MS : GROUP_INTERVAL_MS;
    this.resting.set(chatId, this.app.clock.now() + interval);
  }

  private async rest(): Promise<void> {
    const until = await this.nextMoment();
    if (this.nudged.signal.aborted) return;
    this.isWaiting = true;
    this.release();
    await this.app.clock.waitUntil(until, this.nudged.signal);
    this.isWaiting = false;
  }

  private async nextMoment(): Promise<Instant> {
    const now = this.app.clock.now();
    const owed = await this.app.store.nextOutboxAt();
    if (owed === null) return Number.MAX_SAFE_INTEGER;
    const rested = Math.min(...this.resting.values());
    return Math.max(owed, owed <= now && Number.isFinite(rested) ? rested : owed, now + 1);
  }

  private release(): void {
    for (const resolve of this.waiters.splice(0)) resolve();
  }
}
