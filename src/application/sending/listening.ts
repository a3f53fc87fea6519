import type { Instant } from '../../domain/local-time.ts';
import type { Clock } from '../ports/clock.ts';

/** Where only asking for updates fails, people are reminded all the same after so long. */
const LONGEST_HOLD_MS = 10 * 60_000;

/**
 * Whether the bot has read what people wrote while it could not listen: before its start, or while Telegram could not be
 * reached. Until then nothing is said of its own accord: whoever has reported meanwhile must not be reminded.
 */
export class Listening {
  /** Called when everything has been read. */
  onCaughtUp: () => void = () => undefined;
  private readonly clock: Clock;
  /** Since when something may be unread, although Telegram could be reached; null where all has been read. */
  private behindSince: Instant | null;

  constructor(clock: Clock) {
    this.clock = clock;
    this.behindSince = clock.now();
  }

  get isBehind(): boolean {
    return this.until > this.clock.now();
  }

  /** When it is waited for no longer; now where nothing is waited for. */
  get until(): Instant {
    const now = this.clock.now();
    if (this.behindSince === null) return now;
    // A clock that was set back makes nothing wait longer.
    return Math.min(this.behindSince, now) + LONGEST_HOLD_MS;
  }

  /** Asking for updates has failed. @param isCutOff whether Telegram did not answer, so that nothing else arrives there either */
  failed(isCutOff: boolean): void {
    if (isCutOff || this.behindSince === null) this.behindSince = this.clock.now();
  }

  /** Everything that was there has been handled. */
  caughtUp(): void {
    if (this.behindSince === null) return;
    this.behindSince = null;
    this.onCaughtUp();
  }
}
