import type { ApplicationContext } from '../application/context.ts';
import { LEASE_MS, NotSettledError, deliver } from '../application/sending/deliver-outbox.ts';
import { StaleError } from '../application/plan.ts';
import type { Messenger } from '../application/ports/messenger.ts';
import type { ClockCheck } from '../application/sending/clock-check.ts';
import type { Listening } from '../application/sending/listening.ts';
import type { Place, SendGate } from '../application/sending/send-gate.ts';
import type { Instant } from '../domain/local-time.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import { PRIORITY } from '../domain/outbox-message.ts';

const AFTER_ERROR_MS = 5_000;
const NEVER: Instant = Number.MAX_SAFE_INTEGER;
/**
 * Whatever is on its way when the process is killed may be said twice. So one message goes at a time, and only where
 * Telegram takes longer to answer than its limits ask for, another is begun meanwhile.
 */
const APART_MS = 33;

export interface WorkerLog {
  error(details: object, message: string): void;
}

/** What the worker asks of {@link Listening}. */
type Hearing = Pick<Listening, 'isBehind' | 'until' | 'onCaughtUp'>;

/** Sends what is owed, as soon as the gate lets it, at most one message at a time to a chat. */
export class OutboxWorker {
  private readonly app: ApplicationContext;
  private readonly messenger: Messenger;
  private readonly gate: SendGate;
  private readonly listening: Hearing;
  private readonly clockCheck: Pick<ClockCheck, 'state'>;
  private readonly log: WorkerLog;
  private readonly inHand = new Set<Promise<void>>();
  /** When the last of them was begun. */
  private begunAt: Instant = 0;
  /** Messages that are in their chats, and whose rows do not say so yet. Until they do, nothing more is sent. */
  private readonly unsettled = new Map<string, NotSettledError>();
  private readonly stopping = new AbortController();
  private nudged = new AbortController();
  private running: Promise<void> | null = null;
  private waiters: (() => void)[] = [];
  /** The moment that is waited for; null while there is something to do. */
  private waitsUntil: Instant | null = null;

  constructor(
    app: ApplicationContext,
    messenger: Messenger,
    gate: SendGate,
    listening: Hearing,
    clockCheck: Pick<ClockCheck, 'state'>,
    log: WorkerLog,
  ) {
    this.app = app;
    this.messenger = messenger;
    this.gate = gate;
    this.listening = listening;
    this.clockCheck = clockCheck;
    this.log = log;
  }

  start(): void {
    this.gate.onChange = () => {
      this.nudge();
    };
    this.listening.onCaughtUp = () => {
      this.nudge();
    };
    this.running ??= this.run();
  }

  /** Looks for work now rather than at the time planned. */
  nudge(): void {
    this.waitsUntil = null;
    this.nudged.abort('nudged');
  }

  /** Finishes the messages in hand and sends no more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.nudge();
    await this.running;
  }

  /** Resolves when nothing can be sent at the present time. */
  whenIdle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private get isIdle(): boolean {
    if (this.running === null || this.stopping.signal.aborted) return true;
    if (this.inHand.size > 0) return false;
    // A wait that is over, but whose end has not been noticed yet, is not a rest.
    return this.waitsUntil !== null && this.app.clock.now() < this.waitsUntil;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.nudged = new AbortController();
      try {
        await this.settleTheRest();
        if (!(await this.takeInHand())) await this.wait(await this.nextMoment());
      } catch (error) {
        this.log.error({ err: error }, 'The outbox could not be read or written; it is tried again');
        await this.wait(this.app.clock.now() + AFTER_ERROR_MS);
      }
    }
    await Promise.all(this.inHand);
    await this.settleTheRest().catch((error: unknown) => {
      this.log.error({ err: error }, 'Messages that were sent may be sent again after the next start');
    });
    this.release();
  }

  /** Begins to send one message, where one may be sent now. @returns whether there was one */
  private async takeInHand(): Promise<boolean> {
    const { store, clock } = this.app;
    const now = clock.now();
    if (this.inHand.size > 0 && now - this.begunAt < APART_MS && now >= this.begunAt) return false;
    const [taken] = await this.gate.fill((room, closed, turns) =>
      store.claimOutbox(clock.now(), LEASE_MS, Math.min(1, room), closed, turns, this.least),
    );
    if (taken === undefined) return false;
    this.begunAt = now;
    const sending = this.send(taken.message, taken.place).finally(() => {
      this.inHand.delete(sending);
      this.nudge();
    });
    this.inHand.add(sending);
    return true;
  }

  /** Answers are given, and what was begun is ended, also before everything that people wrote has been read, and by a clock that is far off. */
  private get least() {
    return this.listening.isBehind || this.clockCheck.state === 'far' ? PRIORITY.answer : PRIORITY.ordinary;
  }

  private async send(message: OutboxMessage, place: Place): Promise<void> {
    try {
      const { defect } = await deliver(this.app, this.messenger, message, place);
      if (defect !== undefined)
        this.log.error({ err: defect, outboxId: message.id }, 'A message could not be made');
    } catch (error) {
      if (error instanceof NotSettledError) this.unsettled.set(message.id, error);
      // Otherwise it keeps its lease and is taken up again when that has run out.
      this.log.error({ err: error, outboxId: message.id }, 'What became of a message could not be written');
    } finally {
      place.leave();
    }
  }

  /** Writes down what was sent before anything else is. @throws what the database throws, as long as it does */
  private async settleTheRest(): Promise<void> {
    for (const [id, { settle }] of this.unsettled) {
      await settle().catch((error: unknown) => {
        // Another process has taken it over; there is nothing left to write.
        if (!(error instanceof StaleError)) throw error;
      });
      this.unsettled.delete(id);
    }
  }

  private async wait(until: Instant): Promise<void> {
    if (this.nudged.signal.aborted) return;
    this.waitsUntil = until;
    if (this.isIdle) this.release();
    await this.app.clock.waitUntil(until, this.nudged.signal);
    this.waitsUntil = null;
  }

  /** When there may be something to send again; later than now, so that waiting is never a busy loop. */
  private async nextMoment(): Promise<Instant> {
    const now = this.app.clock.now();
    if (this.inHand.size > 0 && now - this.begunAt < APART_MS) return this.begunAt + APART_MS;
    if (this.gate.room() === 0) return this.gate.nextOpening();
    const owed = await this.app.store.nextOutboxAt();
    if (owed === null) return NEVER;
    // What is ready waits for its chat; so may what a clock has put off that was set back since, whatever its row says.
    const later = owed > now ? owed : ((await this.app.store.nextOutboxAt(now)) ?? NEVER);
    const caughtUp = this.listening.isBehind ? this.listening.until : NEVER;
    return Math.max(now + 1, Math.min(later, this.gate.nextOpening(), caughtUp));
  }

  private release(): void {
    for (const resolve of this.waiters.splice(0)) resolve();
  }
}
