import type { ResponseParameters } from 'grammy/types';
import { BotApiError } from './errors.ts';
import type { Params } from './params.ts';

/** Which calls a fault is for. `'*'` is every method but getUpdates, which runs all the time and must be named. */
export interface FaultTarget {
  readonly method: string;
  /** Only calls for this chat. */
  readonly chatId?: number;
  /** How many calls; default 1. `Infinity` holds until `clear()`. */
  readonly times?: number;
}

export interface Refusal {
  readonly status: number;
  readonly description: string;
  readonly parameters?: ResponseParameters;
}

type Effect =
  | { readonly kind: 'refuse'; readonly error: BotApiError }
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly ms: number };

interface Fault {
  readonly target: FaultTarget;
  readonly effect: Effect;
  left: number;
}

/** What the server does to one call on top of its usual work. */
export interface FaultPlan {
  /** Milliseconds of real time to wait before the call is looked at. */
  readonly delayMs: number;
  readonly refusal: BotApiError | undefined;
  /** Hang up without an answer: before the call takes effect, or after. */
  readonly drop: 'before' | 'after' | undefined;
}

/** Things that go wrong between a bot and Telegram, switched on by a test or a demo. */
export class Faults {
  #faults: Fault[] = [];
  #networkDown = false;
  readonly #onNetworkChange: (down: boolean) => void;

  constructor(onNetworkChange: (down: boolean) => void) {
    this.#onNetworkChange = onNetworkChange;
  }

  /** Answers with an error of Telegram's instead of doing the work. */
  refuse(target: FaultTarget, { status, description, parameters }: Refusal): void {
    this.#add(target, { kind: 'refuse', error: new BotApiError(status, description, parameters) });
  }

  /** 429 with `retry_after`, as under flood control. */
  tooManyRequests(target: FaultTarget, retryAfterSeconds: number): void {
    this.refuse(target, {
      status: 429,
      description: `Too Many Requests: retry after ${retryAfterSeconds}`,
      parameters: { retry_after: retryAfterSeconds },
    });
  }

  /** Resets the connection before the call takes effect: nothing happened, and the client cannot know. */
  dropBefore(target: FaultTarget): void {
    this.#add(target, { kind: 'drop', when: 'before' });
  }

  /** Resets the connection after the call took effect: the message is in the chat, and the client cannot know. */
  dropAfter(target: FaultTarget): void {
    this.#add(target, { kind: 'drop', when: 'after' });
  }

  /** Holds calls back for some real time. */
  delay(target: FaultTarget, ms: number): void {
    this.#add(target, { kind: 'delay', ms });
  }

  get networkDown(): boolean {
    return this.#networkDown;
  }

  /** While down, every connection is reset, those in use included; updates go on piling up. */
  setNetworkDown(down: boolean): void {
    this.#networkDown = down;
    this.#onNetworkChange(down);
  }

  /** Takes back all faults, the network's too. */
  clear(): void {
    this.#faults = [];
    if (this.#networkDown) this.setNetworkDown(false);
  }

  /** Uses up the faults that are for this call: every delay, and the first of the others. */
  planFor(method: string, params: Params): FaultPlan {
    let delayMs = 0;
    let main: Fault | undefined;
    for (const fault of this.#faults) {
      if (!isFor(fault.target, method, params)) continue;
      if (fault.effect.kind === 'delay') delayMs += fault.effect.ms;
      else if (main) continue;
      else main = fault;
      fault.left -= 1;
    }
    this.#faults = this.#faults.filter(({ left }) => left > 0);
    const effect = main?.effect;
    return {
      delayMs,
      refusal: effect?.kind === 'refuse' ? effect.error : undefined,
      drop: effect?.kind === 'drop' ? effect.when : undefined,
    };
  }

  #add(target: FaultTarget, effect: Effect): void {
    this.#faults.push({ target, effect, left: target.times ?? 1 });
  }
}

function isFor({ method, chatId }: FaultTarget, called: string, params: Params): boolean {
  if (method === '*' ? called === 'getupdates' : method.toLowerCase() !== called) return false;
  return chatId === undefined || params.text('chat_id') === String(chatId);
}
