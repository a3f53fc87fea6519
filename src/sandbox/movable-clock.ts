const MINUTE_MS = 60_000;

interface Waiter {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still until it is moved, for tests and for the sandbox. Moving it forward runs every minute tick
 * and wakes every waiter on the way, in order, and lets the consequences of each settle before the next. Instants are
 * milliseconds since 1970-01-01T00:00:00Z.
 */
export class MovableClock {
  private current: number;
  private readonly waiters = new Set<Waiter>();
  private readonly handlers = new Set<() => Promise<void>>();

  constructor(start: number) {
    this.current = start;
  }

  now(): number {
    return this.current;
  }

  /** Resolves when the clock has been moved to `instant`, at once where it is there already, or when the signal aborts. */
  waitUntil(instant: number, signal: AbortSignal): Promise<void> {
    if (instant <= this.current || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter: Waiter = {
        at: instant,
        wake: () => {
          this.waiters.delete(waiter);
          signal.removeEventListener('abort', waiter.wake);
          resolve();
        },
      };
      this.waiters.add(waiter);
      signal.addEventListener('abort', waiter.wake, { once: true });
    });
  }

  /** Calls `handler` at every full minute that the clock passes. */
  everyMinute(handler: () => Promise<void>): { stop(): Promise<void> } {
    this.handlers.add(handler);
    return {
      stop: () => {
        this.handlers.delete(handler);
        return Promise.resolve();
      },
    };
  }

  /** The earliest moment that something waits for; null where nothing does. */
  nextWake(): number | null {
    const earliest = Math.min(...[...this.waiters].map((waiter) => waiter.at));
    return Number.isFinite(earliest) ? earliest : null;
  }

  /**
   * Moves the clock forward, through every minute and every moment waited for.
   * @param settle awaited after each of them, until what it set off is over
   */
  async advanceTo(target: number, settle: () => Promise<void>): Promise<void> {
    while (this.current < target) {
      const nextMinute = (Math.floor(this.current / MINUTE_MS) + 1) * MINUTE_MS;
      this.current = Math.min(target, nextMinute, Math.max(this.nextWake() ?? target, this.current + 1));
      if (this.current === nextMinute) for (const handler of [...this.handlers]) await handler();
      for (const waiter of [...this.waiters]) if (waiter.at <= this.current) waiter.wake();
      await settle();
    }
  }

  /** Sets the clock without anything in between, as when a machine sleeps or its clock is corrected; also backwards. */
  jumpTo(instant: number): void {
    this.current = instant;
    for (const waiter of [...this.waiters]) if (waiter.at <= instant) waiter.wake();
  }
}
