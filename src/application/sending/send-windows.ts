// How many messages Telegram takes: windows that slide with every message.
//
// Written here, although libraries exist: they count in windows that begin anew at fixed moments (bottleneck, and
// @grammyjs/transformer-throttler on it, take 40 messages around such a moment, and Telegram answers 429), know no fair
// choice between chats, and none takes its time from an injected clock.
import type { Instant } from '../../domain/local-time.ts';

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface SendLimits {
  /** Messages a second over all chats. */
  readonly overallPerSecond: number;
  /** Messages a second in one chat. */
  readonly perChatPerSecond: number;
  /** Messages a minute in one group. */
  readonly perGroupPerMinute: number;
}

export const TELEGRAM_LIMITS: SendLimits = {
  overallPerSecond: 30,
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
};

/** When something opens that nobody can tell: a message is on its way, and its end will be noticed. */
export const UNKNOWN: Instant = Number.MAX_SAFE_INTEGER;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** Messages of one chat, or of all: those on their way, and the moments at which Telegram has answered to others. */
class Sent {
  onTheWay = 0;
  private at: Instant[] = [];

  get isEmpty(): boolean {
    return this.onTheWay === 0 && this.at.length === 0;
  }

  add(now: Instant): void {
    this.at.push(now);
  }

  /** Forgets what is older than the window. A clock that was set back makes nothing wait longer than the window. */
  prune(now: Instant, lengthMs: number): void {
    if (this.at.some((at) => at > now)) this.at = this.at.map((at) => Math.min(at, now));
    const first = this.at.findIndex((at) => at > now - lengthMs);
    if (first !== 0) this.at = first === -1 ? [] : this.at.slice(first);
  }

  /** How many more messages there is room for. */
  room(limit: number, lengthMs: number, now: Instant): number {
    return limit - this.onTheWay - this.at.filter((at) => at > now - lengthMs).length;
  }

  /** When there is room for one more message; `now` where there is. */
  opensAt(limit: number, lengthMs: number, now: Instant): Instant {
    const recent = this.at.filter((at) => at > now - lengthMs);
    const tooMany = this.onTheWay + recent.length + 1 - limit;
    if (tooMany <= 0) return now;
    const last = recent[tooMany - 1];
    return last === undefined ? UNKNOWN : last + lengthMs;
  }
}

/**
 * The messages of the last minute. A message has its place in every window from the moment it leaves until a window's
 * length after Telegram has answered: Telegram has counted it somewhere in between, so that its own windows are never
 * fuller than these.
 */
export class SendWindows {
  private readonly limits: SendLimits;
  private readonly overall = new Sent();
  private readonly chats = new Map<number, Sent>();
  /** When chats without messages were forgotten last. */
  private forgotAt: Instant = 0;

  constructor(limits: SendLimits) {
    this.limits = limits;
  }

  /** How many messages may leave now, to chats that are open. */
  room(now: Instant): number {
    this.overall.prune(now, SECOND_MS);
    return Math.max(0, this.overall.room(this.limits.overallPerSecond, SECOND_MS, now));
  }

  /** When a message may leave to whatever chat; {@link UNKNOWN} where that hangs on messages still on their way. */
  opensAt(now: Instant): Instant {
    this.overall.prune(now, SECOND_MS);
    return this.overall.opensAt(this.limits.overallPerSecond, SECOND_MS, now);
  }

  /** When the chat takes another message, as far as its own limits go. */
  chatOpensAt(chatId: number, now: Instant): Instant {
    const sent = this.chats.get(chatId);
    if (sent === undefined) return now;
    sent.prune(now, MINUTE_MS);
    const { perChatPerSecond, perGroupPerMinute } = this.limits;
    const bySecond = sent.opensAt(perChatPerSecond, SECOND_MS, now);
    return chatId > 0 ? bySecond : Math.max(bySecond, sent.opensAt(perGroupPerMinute, MINUTE_MS, now));
  }

  /** The chats that messages were sent to within the last minute. */
  get recentChats(): Iterable<number> {
    return this.chats.keys();
  }

  isOnTheWay(chatId: number): boolean {
    return (this.chats.get(chatId)?.onTheWay ?? 0) > 0;
  }

  get onTheWay(): number {
    return this.overall.onTheWay;
  }

  leave(chatId: number): void {
    const sent = this.chats.get(chatId) ?? new Sent();
    this.chats.set(chatId, sent);
    sent.onTheWay++;
    this.overall.onTheWay++;
  }

  /** Ends what {@link leave} began. @param isCounted false where Telegram has not heard of the message or did not take it for its limits */
  arrive(chatId: number, now: Instant, isCounted: boolean): void {
    this.overall.onTheWay--;
    const sent = this.chats.get(chatId);
    if (sent) sent.onTheWay--;
    if (isCounted) this.count(chatId, now);
    this.forget(now);
  }

  /** A message that was sent at `at`, as another process has left it in the record. */
  count(chatId: number, at: Instant): void {
    const sent = this.chats.get(chatId) ?? new Sent();
    this.chats.set(chatId, sent);
    const { overallPerSecond, perChatPerSecond, perGroupPerMinute } = this.limits;
    // What has no limit need not be counted.
    if (Number.isFinite(Math.min(perChatPerSecond, perGroupPerMinute))) sent.add(at);
    if (Number.isFinite(overallPerSecond)) this.overall.add(at);
  }

  private forget(now: Instant): void {
    if (Math.abs(now - this.forgotAt) < MINUTE_MS) return;
    this.forgotAt = now;
    for (const [chatId, sent] of this.chats) {
      sent.prune(now, MINUTE_MS);
      if (sent.isEmpty) this.chats.delete(chatId);
    }
  }
}
