import { tooManyRequests } from './errors.ts';

/** core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface RateLimits {
  /** Messages a second over all chats. */
  readonly overallPerSecond: number;
  /** Messages a second in one chat. */
  readonly perChatPerSecond: number;
  /** Messages a minute in one group. */
  readonly perGroupPerMinute: number;
}

export const DOCUMENTED_RATE_LIMITS: RateLimits = {
  overallPerSecond: 30,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
};

interface Window {
  readonly key: string;
  readonly limit: number;
  readonly lengthMs: number;
}

/** Counts the bot's messages in sliding windows and answers 429 where one is full. A refused message does not count. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #now: () => number;
  readonly #sentAt = new Map<string, number[]>();
  #refused = 0;

  /** @param now milliseconds since the epoch */
  constructor(limits: RateLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** How many calls it has answered 429. */
  get refused(): number {
    return this.#refused;
  }

  /** Throws a 429 with the seconds after which there is room again, where there is none for so many messages to a chat. */
  check(chatId: string, messages = 1): void {
    const now = this.#now();
    const waitMs = Math.max(
      ...this.#windowsFor(chatId).map((window) => this.#waitFor(window, messages, now)),
    );
    if (waitMs > 0) {
      this.#refused++;
      throw tooManyRequests(Math.ceil(waitMs / 1000));
    }
  }

  /** Counts messages that were taken. */
  count(chatId: string, messages = 1): void {
    const now = this.#now();
    for (const { key, lengthMs } of this.#windowsFor(chatId)) {
      const sentAt = [...this.#recent(key, lengthMs, now), ...Array.from({ length: messages }, () => now)];
      this.#sentAt.set(key, sentAt);
    }
  }

  /** Of a clock that was set back, what is later than now is forgotten. */
  #recent(key: string, lengthMs: number, now: number): number[] {
    return (this.#sentAt.get(key) ?? []).filter((at) => at > now - lengthMs && at <= now);
  }

  #windowsFor(chatId: string): Window[] {
    const { overallPerSecond, perChatPerSecond, perGroupPerMinute } = this.#limits;
    const windows: Window[] = [
      { key: 'overall', limit: overallPerSecond, lengthMs: 1000 },
      { key: `second ${chatId}`, limit: perChatPerSecond, lengthMs: 1000 },
    ];
    const isGroup = chatId.startsWith('-');
    if (isGroup) windows.push({ key: `minute ${chatId}`, limit: perGroupPerMinute, lengthMs: 60_000 });
    return windows;
  }

  /** Milliseconds until the window has room; an album larger than the limit waits for an empty window. */
  #waitFor({ key, limit, lengthMs }: Window, messages: number, now: number): number {
    const recent = this.#recent(key, lengthMs, now);
    const tooMany = recent.length + Math.min(messages, limit) - limit;
    const blocking = recent[tooMany - 1];
    return blocking === undefined ? 0 : blocking + lengthMs - now;
  }
}
