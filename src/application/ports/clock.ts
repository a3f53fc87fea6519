import type { Instant } from '../../domain/local-time.ts';

export interface Clock {
  now(): Instant;
  /** Resolves at `instant` or when the signal aborts, whichever is first. Never rejects. */
  waitUntil(instant: Instant, signal: AbortSignal): Promise<void>;
}
