import type { Clock } from '../application/ports/clock.ts';
import type { Instant, TimeOfDay } from '../domain/local-time.ts';
import { addDays, instantOf, localDateOf } from '../domain/local-time.ts';

/** Work that is done once a day, at night or as soon after as the machine runs. */
export interface DailyChore {
  /** For the log. */
  readonly name: string;
  /** In Asia/Ho_Chi_Minh, day off or not: it disturbs nobody. */
  readonly at: TimeOfDay;
  /** When it was done last, also before this start; null where that is not known or never. */
  lastDone(): Promise<Instant | null>;
  /**
   * @param signal aborts when the program is about to end
   * @throws what keeps it from being done; it is tried again later
   */
  run(now: Instant, signal: AbortSignal): Promise<void>;
}

export interface ChoresLog {
  error(details: object, message: string): void;
}

/** A bot that has just started has people waiting for it. */
const AFTER_START_MS = 10 * 60_000;
const RETRY_AFTER_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Starts each chore once its time of the day has come. Days missed, as while the machine was off, are made up for by one
 * run; a clock that is set back repeats nothing that is known to be done.
 */
export class DailyChores {
  private readonly clock: Clock;
  private readonly chores: readonly DailyChore[];
  private readonly log: ChoresLog;
  private startedAt: Instant | null = null;
  private readonly failedAt = new Map<DailyChore, Instant>();
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(clock: Clock, chores: readonly DailyChore[], log: ChoresLog) {
    this.clock = clock;
    this.chores = chores;
    this.log = log;
  }

  /** Begins what is due, one after the other, and does not wait for it. Called every minute. */
  tick(): void {
    if (this.stopping.signal.aborted) return;
    this.startedAt ??= this.clock.now();
    this.running ??= this.runDue().finally(() => {
      this.running = null;
    });
  }

  /** Begins nothing more, and waits for what is being done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Resolves when no chore is being done. */
  async whenIdle(): Promise<void> {
    await this.running;
  }

  private async runDue(): Promise<void> {
    for (const chore of this.chores) {
      const now = this.clock.now();
      if (this.stopping.signal.aborted) return;
      try {
        if (!(await this.isDue(chore, now))) continue;
        await chore.run(now, this.stopping.signal);
        this.failedAt.delete(chore);
      } catch (error) {
        this.failedAt.set(chore, now);
        this.log.error(
          { err: error, chore: chore.name },
          'A daily chore was not done; it is tried again in an hour',
        );
      }
    }
  }

  private async isDue(chore: DailyChore, now: Instant): Promise<boolean> {
    const startedAt = this.startedAt ?? now;
    // A clock that was set back since must not put anything off.
    if (now >= startedAt && now - startedAt < AFTER_START_MS) return false;
    const failedAt = this.failedAt.get(chore);
    if (failedAt !== undefined && now >= failedAt && now - failedAt < RETRY_AFTER_MS) return false;
    const lastDone = await chore.lastDone();
    // Done by a clock that was far ahead: it says nothing of today.
    if (lastDone !== null && lastDone > now + DAY_MS) return true;
    return lastDone === null || lastDone < lastTimeFor(chore, now);
  }
}

/** The last moment at or before now at which the chore was to be done. */
const lastTimeFor = ({ at }: DailyChore, now: Instant): Instant => {
  const today = localDateOf(now);
  const thisTime = instantOf(today, at);
  return thisTime <= now ? thisTime : instantOf(addDays(today, -1), at);
};
