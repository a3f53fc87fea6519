import type { Sandbox } from '../sandbox.ts';
import type { ClockView } from './wire.ts';

/** A long way is gone in steps of this length, after each of which it can be stopped. */
const STEP_MS = 3_600_000;

/** How often a page is told of a clock that is being moved (real time). */
const TOLD_EVERY_MS = 80;

/** Moves the clock of a sandbox for the people who look on: one way after the other, never two at once. */
export class ClockDriver {
  readonly #sandbox: Sandbox;
  readonly #tell: (clock: ClockView) => void;
  #last: Promise<void> = Promise.resolve();
  #target: number | null = null;
  #isStopped = false;
  #isClosed = false;
  #settles = 0;

  constructor(sandbox: Sandbox, tell: (clock: ClockView) => void) {
    this.#sandbox = sandbox;
    this.#tell = tell;
  }

  get view(): ClockView {
    return { now: this.#sandbox.clock.now(), target: this.#target };
  }

  /** Whether anything is still going on. */
  get isBusy(): boolean {
    return this.#settles > 0;
  }

  /** Lets the bot finish what people have set off, and the clock go on by the seconds that this takes. */
  settle(): Promise<void> {
    return this.#next(() => this.#sandbox.settle());
  }

  /** Moves the clock to an instant: every minute on the way really happens. Nothing where it is over already. */
  moveTo(instant: number): Promise<void> {
    return this.#next(async () => {
      this.#target = instant;
      const telling = setInterval(() => {
        this.#tell(this.view);
      }, TOLD_EVERY_MS);
      try {
        while (this.#sandbox.clock.now() < instant && !this.#isStopped && !this.#isClosed) {
          await this.#sandbox.advanceTo(Math.min(instant, this.#sandbox.clock.now() + STEP_MS));
        }
      } finally {
        clearInterval(telling);
        this.#target = null;
      }
    });
  }

  /** Ends whatever is going on at the next full step, for good, and waits for it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }

  /** Does something else that moves the clock, in its turn. */
  run(work: () => Promise<void>): Promise<void> {
    return this.#next(work);
  }

  /** Ends the way that the clock is on at the next full step. */
  stop(): void {
    this.#isStopped = true;
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#settles++;
    const done = this.#last
      .then(() => {
        this.#isStopped = false;
        return this.#isClosed ? undefined : work();
      })
      .finally(() => {
        this.#settles--;
        this.#tell(this.view);
      });
    // What fails is told to whoever asked for it, and does not hold up what comes next.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
