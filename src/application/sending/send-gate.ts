import type { Instant } from '../../domain/local-time.ts';
import { CLOCK_TOLERANCE_MS } from '../../domain/outbox-message.ts';
import type { Clock } from '../ports/clock.ts';
import type { TaskStore } from '../ports/task-store.ts';
import { DeliveryError } from '../ports/messenger.ts';
import { SendHolds } from './send-holds.ts';
import { SendWindows, TELEGRAM_LIMITS, UNKNOWN } from './send-windows.ts';
import type { SendLimits } from './send-windows.ts';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** Where Telegram asks to wait without saying how long. */
const UNTOLD_WAIT_MS = 5_000;
const WINDOW_MS = 60_000;

/** Leave to send one message to a chat. */
export interface Place {
  /** Makes the call the place is for, once. What it ends with is what everyone else learns of the way to Telegram. @throws what the call throws */
  through<T>(call: () => Promise<T>): Promise<T>;
  /** Told where the message has gone to another chat than the place was for, as from a group to its supergroup. */
  wentTo(chatId: number): void;
  /** Gives the place back where nothing has been sent. */
  leave(): void;
  /** How long to wait after so many failures, in milliseconds; longer and longer, and never twice the same. */
  pauseAfter(failures: number): number;
}

export interface GateOptions {
  readonly clock: Clock;
  /** Between 0 and 1, as Math.random gives it. */
  readonly random: () => number;
  readonly store: Pick<TaskStore, 'holdSending' | 'sendingHolds' | 'messagesSentSince'>;
  readonly limits?: SendLimits;
  /** Called when something could not be kept, or the whole bot is held. */
  readonly warn?: (details: object, message: string) => void;
}

/**
 * The one gate that all messages of the bot go through: answers to what people have just written, and what the outbox
 * owes. It keeps Telegram's limits, and what Telegram has said of late:
 *
 * - A chat that wants quiet (429) gets it, exactly as long as it wants, also after a restart. Telegram does not say
 *   whether a 429 is meant for the chat or for the bot. So after one the next message goes alone: if it arrives, the 429
 *   was the chat's; if another chat answers 429 too, it is for the bot, and everything waits.
 * - When a call gets no answer, one message at a time tries the way, later and later; the first that arrives opens it.
 *
 * Answers go first: the outbox gets the room that they leave.
 */
export class SendGate {
  /** Called when something may have opened. */
  onChange: () => void = () => undefined;
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly store: GateOptions['store'];
  private readonly warn: NonNullable<GateOptions['warn']>;
  private readonly windows: SendWindows;
  private readonly holds: SendHolds;
  private readonly turns = new Map<number, number>();
  private turn = 0;
  private readonly waiting = new Set<{ readonly chatId: number }>();
  private changed = new AbortController();
  private isFilling = false;
  /** How often in a row the way was tried in vain, and when it is tried again. In the beginning nobody knows the way. */
  private trouble: { failures: number; until: Instant } | null;
  /** The chat that answered 429 last, until another one answers. */
  private flooded: number | null = null;
  /** Failures of calls that began before the last failure was known say nothing new. */
  private era = 0;

  constructor({ clock, random, store, limits = TELEGRAM_LIMITS, warn = () => undefined }: GateOptions) {
    this.clock = clock;
    this.random = random;
    this.store = store;
    this.warn = warn;
    this.holds = new SendHolds(store);
    this.windows = new SendWindows(limits);
    this.trouble = { failures: 0, until: clock.now() };
  }

  /** Takes up what the last process knew. */
  async restore(): Promise<void> {
    const now = this.clock.now();
    await this.holds.restore();
    for (const { chatId, sentAt } of await this.store.messagesSentSince(now - WINDOW_MS)) {
      if (sentAt <= now) this.windows.count(chatId, sentAt);
    }
  }

  /** True where Telegram could not be reached when it was tried last. */
  get isCutOff(): boolean {
    return this.trouble !== null && this.trouble.failures > 0;
  }

  /** When a message may leave to the chat: now, or later; {@link UNKNOWN} where something else must end first. */
  opensAt(chatId: number): Instant {
    const now = this.clock.now();
    if (this.isFilling) return UNKNOWN;
    if (this.isProbing && this.windows.onTheWay > 0) return UNKNOWN;
    return Math.max(this.chatOpensAt(chatId, now), this.wayOpensAt(now), this.windows.opensAt(now));
  }

  /** Until when Telegram wants nothing in the chat; now where it does not mind. */
  quietUntil(chatId: number): Instant {
    const now = this.clock.now();
    return Math.max(now, this.holds.until(chatId, now), this.holds.until(null, now));
  }

  /** Takes a place for a message to the chat, whether it is open or not. */
  take(chatId: number): Place {
    this.windows.leave(chatId);
    this.turns.set(chatId, (this.turn += 1));
    const { era } = this;
    let isUsed = false;
    const end = (isCounted: boolean): void => {
      this.windows.arrive(chatId, this.clock.now(), isCounted);
      this.wake();
      this.onChange();
    };
    return {
      through: async (call) => {
        isUsed = true;
        let isCounted = true;
        try {
          const result = await call();
          this.reached();
          return result;
        } catch (error) {
          isCounted = !(error instanceof DeliveryError && error.kind === 'wait');
          if (error instanceof DeliveryError) await this.learn(error, chatId, era);
          throw error;
        } finally {
          end(isCounted);
        }
      },
      wentTo: (other) => {
        this.windows.count(other, this.clock.now());
      },
      leave: () => {
        if (!isUsed) end(false);
        isUsed = true;
      },
      pauseAfter: (failures) => this.pauseAfter(failures),
    };
  }

  /** Waits for a place: an answer's. @returns null where the signal has aborted */
  async waitForPlace(chatId: number, signal: AbortSignal): Promise<Place | null> {
    const ticket = { chatId };
    this.waiting.add(ticket);
    try {
      while (!signal.aborted) {
        const opens = this.opensAt(chatId);
        if (opens <= this.clock.now()) return this.take(chatId);
        await this.clock.waitUntil(opens, AbortSignal.any([signal, this.changed.signal]));
      }
      return null;
    } finally {
      this.waiting.delete(ticket);
    }
  }

  /**
   * Fills the room that answers leave with messages.
   * @param choose gets how many, the chats that are closed and when each chat had its turn last
   */
  async fill<M extends { readonly chatId: number }>(
    choose: (
      room: number,
      closed: ReadonlySet<number>,
      turns: ReadonlyMap<number, number>,
    ) => Promise<readonly M[]>,
  ): Promise<readonly { readonly message: M; readonly place: Place }[]> {
    const room = this.room();
    if (room === 0) return [];
    this.isFilling = true;
    try {
      const chosen = await choose(room, this.closedChats(), this.turns);
      return chosen.map((message) => ({ message, place: this.take(message.chatId) }));
    } finally {
      this.isFilling = false;
      this.wake();
    }
  }

  /** How many messages of the outbox may leave now. */
  room(): number {
    const now = this.clock.now();
    if (this.wayOpensAt(now) > now) return 0;
    const wanted = [...this.waiting].filter(({ chatId }) => this.chatOpensAt(chatId, now) <= now).length;
    if (this.isProbing) return this.windows.onTheWay + wanted === 0 ? 1 : 0;
    return Math.max(0, this.windows.room(now) - wanted);
  }

  /** The first moment after now at which something opens that is closed; {@link UNKNOWN} where a call must end first. */
  nextOpening(): Instant {
    const now = this.clock.now();
    const openings = [this.wayOpensAt(now), this.windows.opensAt(now)];
    for (const chatId of this.knownChats()) openings.push(this.chatOpensAt(chatId, now));
    return Math.min(UNKNOWN, ...openings.filter((at) => at > now));
  }

  /** Telegram has answered to some other call: the way can be tried. */
  heard(): void {
    if (this.trouble === null || this.trouble.until <= this.clock.now()) return;
    this.trouble.until = this.clock.now();
    this.wake();
    this.onChange();
  }

  /** How long to wait after so many failures, in milliseconds: twice as long each time, and as much as half of it less, so that not all come back at once. */
  pauseAfter(failures: number): number {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    return Math.round(longest / 2 + (this.random() * longest) / 2);
  }

  private get isProbing(): boolean {
    return this.trouble !== null || this.flooded !== null;
  }

  private closedChats(): Set<number> {
    const now = this.clock.now();
    const closed = new Set([...this.waiting].map(({ chatId }) => chatId));
    for (const chatId of this.knownChats()) if (this.chatOpensAt(chatId, now) > now) closed.add(chatId);
    return closed;
  }

  private knownChats(): Set<number> {
    return new Set([...this.windows.recentChats, ...this.holds.chats]);
  }

  private chatOpensAt(chatId: number, now: Instant): Instant {
    if (this.windows.isOnTheWay(chatId)) return UNKNOWN;
    return Math.max(this.windows.chatOpensAt(chatId, now), this.holds.until(chatId, now));
  }

  /** When the way to Telegram may be tried at all. */
  private wayOpensAt(now: Instant): Instant {
    const held = this.holds.until(null, now);
    const until = this.trouble?.until ?? now;
    // By a clock that has been set back since.
    const isStale = until > now + LONGEST_PAUSE_MS;
    return Math.max(now, held, isStale ? now : until);
  }

  private reached(): void {
    this.trouble = null;
    this.flooded = null;
  }

  private async learn(error: DeliveryError, chatId: number, era: number): Promise<void> {
    switch (error.kind) {
      case 'refused':
        this.reached();
        return;
      case 'wait':
        return this.hold(chatId, error.retryAfterMs ?? UNTOLD_WAIT_MS);
      case 'network': {
        if (era !== this.era) return;
        this.era++;
        const failures = (this.trouble?.failures ?? 0) + 1;
        // One call may fail by itself: the next one tries at once.
        const pause = failures === 1 ? 0 : this.pauseAfter(failures - 1);
        this.trouble = { failures, until: this.clock.now() + pause };
      }
    }
  }

  private async hold(chatId: number, forMs: number): Promise<void> {
    const since = this.clock.now();
    const until = since + forMs;
    const isForBot = this.holds.until(null, since) > since || (this.flooded ?? chatId) !== chatId;
    this.flooded = isForBot ? null : chatId;
    if (isForBot) {
      // When it is over, one message goes first.
      this.trouble = { failures: 0, until: since };
      this.warn({ until }, 'Telegram wants nothing of this bot for a while');
    }
    for (const held of isForBot ? [chatId, null] : [chatId]) {
      // Not kept, it holds as long as this process lives.
      await this.holds.add({ chatId: held, since, until }).catch((error: unknown) => {
        this.warn({ err: error }, 'That Telegram wants quiet could not be kept');
      });
    }
  }

  /** Waits for a moment, but for no longer than it seemed to take: a clock that is set back meanwhile ends the wait. */
  async waitUntil(until: Instant, signal: AbortSignal): Promise<void> {
    const from = this.clock.now();
    for (let now = from; now < until && now >= from - CLOCK_TOLERANCE_MS; now = this.clock.now()) {
      if (signal.aborted) return;
      await this.clock.waitUntil(until, AbortSignal.any([signal, this.changed.signal]));
    }
  }

  /** To be called now and then: the clock may have been set. */
  lookAgain(): void {
    this.wake();
  }

  /** Lets those who wait look again. */
  private wake(): void {
    const { changed } = this;
    this.changed = new AbortController();
    changed.abort('changed');
  }
}
