import type { DeliveryAudit } from '../application/sending/audit-delivery.ts';
import type { Clock } from '../application/ports/clock.ts';
import type { Instant } from '../domain/local-time.ts';

const EVERY_MS = 10 * 60_000;
/** Ticks come every minute; so many missed in a row are no accident. */
const STALE_MS = 5 * 60_000;
/** Looks are so far apart while the machine is awake; further apart, it slept or its clock was set. */
const AWAKE_MS = EVERY_MS + 2 * 60_000;

export interface AuditorLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What the auditor sets going when it finds it standing still. */
export interface Watched {
  /** A minute's tick; tells of its own errors. */
  tick(): Promise<void>;
  /** Makes the outbox look for work. */
  nudge(): void;
}

/**
 * Looks every ten minutes of the clock whether anything that is owed to people has been lost, and whether the minute tick
 * still comes. It waits by itself, not on the tick, so that each of the two notices the other's end.
 */
export class Auditor {
  private readonly clock: Clock;
  private readonly audit: () => Promise<DeliveryAudit>;
  private readonly watched: Watched;
  private readonly log: AuditorLog;
  private readonly stopping = new AbortController();
  private rewound = new AbortController();
  private waitsUntil: Instant | null = null;
  private running: Promise<void> | null = null;
  private looking: Promise<void> = Promise.resolve();
  private lastTick: Instant = 0;
  private lastLook: Instant = 0;

  constructor(clock: Clock, audit: () => Promise<DeliveryAudit>, watched: Watched, log: AuditorLog) {
    this.clock = clock;
    this.audit = audit;
    this.watched = watched;
    this.log = log;
  }

  start(): void {
    this.lastTick = this.lastLook = this.clock.now();
    this.running ??= this.run();
  }

  /** Told by each tick that has done its work. */
  ticked(): void {
    const now = this.clock.now();
    this.lastTick = now;
    // The clock was set back: what is waited for is further away than it should be.
    if (this.waitsUntil !== null && this.waitsUntil > now + EVERY_MS) this.rewound.abort();
  }

  /** Ends after the look in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Resolves when no look is being taken. */
  async whenIdle(): Promise<void> {
    if (this.running === null || this.stopping.signal.aborted) return;
    // A wait that is over, but whose end has not been noticed yet, is not a rest.
    while (this.waitsUntil !== null && this.waitsUntil <= this.clock.now()) await nextTurn();
    await this.looking;
  }

  private async run(): Promise<void> {
    while (!this.isStopping()) {
      this.rewound = new AbortController();
      this.waitsUntil = (Math.floor(this.clock.now() / EVERY_MS) + 1) * EVERY_MS;
      const signal = AbortSignal.any([this.stopping.signal, this.rewound.signal]);
      await this.clock.waitUntil(this.waitsUntil, signal);
      if (this.isStopping()) return;
      if (this.rewound.signal.aborted) continue;
      this.looking = this.look();
      this.waitsUntil = null;
      await this.looking;
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async look(): Promise<void> {
    try {
      const wasAwake = this.lookAtTick();
      this.tell(await this.audit(), wasAwake);
    } catch (error) {
      this.log.error({ err: error }, 'The auditor could not look; it tries again in ten minutes');
    }
  }

  /** @returns false where the time since the last look was not lived through: whatever is late is late because of that */
  private lookAtTick(): boolean {
    const now = this.clock.now();
    const { lastTick, lastLook } = this;
    this.lastLook = now;
    const wasAwake = now >= lastLook && now - lastLook <= AWAKE_MS;
    if (!wasAwake) {
      this.log.info({ lastLook, now }, 'The machine was asleep, or its clock was set');
      return false;
    }
    if (now - lastTick <= STALE_MS && lastTick <= now + STALE_MS) return true;
    this.log.error({ lastTick }, 'The minute tick has not done its work for minutes; the auditor does it');
    // Not waited for: it may stand still like the others.
    void this.watched.tick();
    return true;
  }

  private tell(found: DeliveryAudit, wasAwake: boolean): void {
    const { replanned, unplanned, released, lossesTold, late } = found;
    if (replanned + released + lossesTold > 0) this.log.warn(found, 'The auditor repaired what was lost');
    if (unplanned > 0) this.log.error(found, 'Tasks have no reminder ahead, and none could be planned');
    if (late.unexplained > 0 && wasAwake) {
      this.log.error(found, 'Messages are late and nobody knows why; the outbox looks for work again');
    } else if (Object.values(late).some((count) => count > 0)) {
      this.log.info(found, 'Messages wait');
    }
    if (released + lossesTold + late.unexplained > 0) this.watched.nudge();
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
