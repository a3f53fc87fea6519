import type { Instant } from '../../domain/local-time.ts';
import type { Clock } from '../ports/clock.ts';

/** Where only asking for updates fails, people are reminded all the same after so long. */
const LONGEST_HOLD_MS = 10 * 60_000;
/** Ticks come every minute; further apart, the machine slept or its clock was set. */
const AWAKE_MS = 3 * 60_000;

/**
 * Whether the bot has read what people wrote while it could not listen: before its start, while Telegram could not be
 * reached, or while the machine slept. Until then nothing is said of its own accord: whoever has reported meanwhile must
 * not be reminded.
 */
export class Listening {
  /** Called when everything has been read. */
  onCaughtUp: () => void = () => undefined;
  /** Called when everything has been read for the first time, or since the machine slept; awaited before anything is said. */
  onAwake: () => Promise<void> = () => Promise.resolve();
  /** Called when the machine has slept or its clock was set: what was being asked for then is asked for anew. */
  onWake: () => void = () => undefined;
  private readonly clock: Clock;
  /** Since when something may be unread, although Telegram could be reached; null where all has been read. */
  private behindSince: Instant | null;
  /** From a start or a sleep until everything has been read. */
  private hasWoken = true;
  private lastTick: Instant;
  private caughtUpAt: Instant | null = null;

  constructor(clock: Clock) {
    this.clock = clock;
    this.behindSince = this.lastTick = clock.now();
  }

  get isBehind(): boolean {
    return this.until > this.clock.now();
  }

  /** When it is waited for no longer; now where nothing is waited for. */
  get until(): Instant {
    this.noticeSleep();
    const now = this.clock.now();
    if (this.behindSince === null) return now;
    // A clock that was set back makes nothing wait longer.
    return Math.min(this.behindSince, now) + LONGEST_HOLD_MS;
  }

  /** True after a start or a sleep until Telegram has answered: what time it is, and what people wrote, is not known yet. */
  get isWaking(): boolean {
    return this.isBehind && this.hasWoken;
  }

  /** True where something was unread at some time since a moment. */
  wasBehindSince(moment: Instant): boolean {
    return this.isBehind || (this.caughtUpAt !== null && this.caughtUpAt >= moment);
  }

  /** To be called every minute: minutes that are missing were slept through, or the clock was set. */
  ticked(): void {
    this.noticeSleep();
    this.lastTick = this.clock.now();
  }

  /** Asking for updates has failed. @param isCutOff whether Telegram did not answer, so that nothing else arrives there either */
  failed(isCutOff: boolean): void {
    if (isCutOff || this.behindSince === null) this.behindSince = this.clock.now();
  }

  /** Everything that was there has been handled. */
  async caughtUp(): Promise<void> {
    if (this.behindSince === null) return;
    if (this.hasWoken) {
      this.hasWoken = false;
      await this.onAwake();
      if (this.fellAsleepAgain()) return;
    }
    this.behindSince = null;
    this.caughtUpAt = this.clock.now();
    this.onCaughtUp();
  }

  private noticeSleep(): void {
    const now = this.clock.now();
    if (Math.abs(now - this.lastTick) <= AWAKE_MS) return;
    this.lastTick = this.behindSince = now;
    this.hasWoken = true;
    this.onWake();
  }

  private fellAsleepAgain(): boolean {
    return this.hasWoken;
  }
}
