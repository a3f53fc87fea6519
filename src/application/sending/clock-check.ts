import type { Instant } from '../../domain/local-time.ts';

/** Up to so much a clock may be wrong, or an answer late, and nobody notices. */
const ODD_MS = 2 * 60_000;
/** So much, and the bot may take another day, or the night, for today: reminders are held. */
export const FAR_MS = 60 * 60_000;

/** `odd`: minutes off, reminders come early or late by them; `far`: nothing may be said by such a clock of its own accord. */
export type ClockState = 'right' | 'odd' | 'far';

/**
 * Compares the machine's clock with the time that Telegram tells in each answer. A machine whose clock is a week ahead
 * would call everything overdue.
 */
export class ClockCheck {
  /** Called when the state has changed. */
  onChange: (state: ClockState, aheadMs: number) => void = () => undefined;
  private ahead = 0;
  private known: ClockState = 'right';

  get state(): ClockState {
    return this.known;
  }

  /** By how many milliseconds the machine's clock is ahead of Telegram's, or behind where negative; 0 while it is right. */
  get aheadMs(): number {
    return this.ahead;
  }

  /**
   * Takes the time of an answer.
   * @param asked when the request left, by the machine's clock
   * @param told by Telegram's, some time between request and answer: a machine that slept in between is not wrong
   * @param heard when the answer came, by the machine's clock
   */
  compare(asked: Instant, told: Instant, heard: Instant): void {
    // A clock that was set meanwhile is compared the next time.
    if (heard < asked) return;
    const ahead = told < asked ? asked - told : told > heard ? heard - told : 0;
    const off = Math.abs(ahead);
    const state = off <= ODD_MS ? 'right' : off < FAR_MS ? 'odd' : 'far';
    const hasChanged = state !== this.known;
    this.known = state;
    this.ahead = state === 'right' ? 0 : ahead;
    if (hasChanged) this.onChange(state, this.ahead);
  }
}
