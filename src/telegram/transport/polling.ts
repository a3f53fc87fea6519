import { setTimeout as sleep } from 'node:timers/promises';
import type { Api, Bot, Context } from 'grammy';
import { BotError, GrammyError } from 'grammy';
import type { Listening } from '../../application/sending/listening.ts';
import type { Update } from 'grammy/types';
import { StoreUnavailableError } from '../../application/plan.ts';

const LONG_POLL_SECONDS = 30;
/** The most that Telegram hands out at once: there may be more. */
const FULL_BATCH = 100;
const LONGEST_PAUSE_MS = 30_000;
const FAREWELL_MS = 2_000;

/** The updates the bot works with; reactions and chat members come only when asked for. */
const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
  'message_reaction',
] as const;

export interface PollingLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
  info(details: object, message: string): void;
}

/** The token was refused: no later try can succeed. The message is for whoever set it. */
class InvalidTokenError extends Error {
  override readonly name = 'InvalidTokenError';
}

/**
 * Fetches updates and hands them to the bot: those of one chat one after the other, those of different chats side by
 * side. A batch is confirmed to Telegram only when all of it has been handled, so that a crash loses nothing: what was
 * in hand comes again, and the store knows it.
 */
export class Polling<C extends Context> {
  private readonly bot: Bot<C>;
  private readonly api: Api;
  private readonly log: PollingLog;
  private readonly listening: Listening;
  private readonly onConnected: (api: Api) => Promise<void>;
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private tried = Promise.withResolvers<undefined>();
  /** Ends the poll that is under way, so that it is asked anew. */
  private poll = new AbortController();
  private offset = 0;

  /** @param onConnected called once, when Telegram has been reached for the first time; must not reject */
  constructor(bot: Bot<C>, log: PollingLog, listening: Listening, onConnected: (api: Api) => Promise<void>) {
    this.bot = bot;
    this.listening = listening;
    this.onConnected = onConnected;
    this.api = bot.api;
    this.log = log;
    // What was asked before the machine slept may never be answered, or says nothing of the time since.
    listening.onWake = () => {
      if (this.running === null || this.isStopping()) return;
      this.tried = Promise.withResolvers();
      this.poll.abort('woken');
    };
  }

  /** Runs until {@link stop}; rejects only with {@link InvalidTokenError}. */
  run(): Promise<void> {
    this.running ??= this.loop().finally(() => {
      this.tried.resolve(undefined);
    });
    return this.running;
  }

  /** Resolves when Telegram has been asked what there is, with success or without. */
  async whenTried(): Promise<void> {
    await this.tried.promise;
  }

  /** Ends the long poll, finishes the updates in hand and confirms them. */
  async stop(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.stopping.abort();
    await this.running?.catch(() => undefined);
    if (this.offset === 0) return;
    const farewell = asGrammySignal(AbortSignal.timeout(FAREWELL_MS));
    await this.api.getUpdates({ offset: this.offset, limit: 1, timeout: 0 }, farewell).catch(() => undefined);
  }

  private async loop(): Promise<void> {
    const me = await this.insist(() => this.api.getMe(asGrammySignal(this.stopping.signal)));
    if (me === null) return;
    this.bot.botInfo = me;
    this.log.info({ bot: me.username }, 'Connected to Telegram');
    // Not waited for: the menus are not worth a late first poll.
    void this.onConnected(this.api);
    while (!this.isStopping()) {
      const poll = (this.poll = new AbortController());
      const updates = await this.insist(() => this.fetch(poll.signal));
      if (updates === null) continue;
      await this.handle(updates);
      if (poll.signal.aborted) continue;
      if (updates.length < FULL_BATCH) await this.listening.caughtUp();
      this.tried.resolve(undefined);
    }
  }

  /** Tries again, ever more slowly, while Telegram cannot be reached. Nothing comes back once the polling is stopped. */
  private async insist<T>(attempt: () => Promise<T>): Promise<T | null> {
    for (let failures = 0; !this.isStopping(); failures++) {
      try {
        return await attempt();
      } catch (error) {
        if (this.isStopping()) return null;
        if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
          throw new InvalidTokenError(
            'Telegram không nhận mã trong BOT_TOKEN. Kiểm tra lại mã do @BotFather cấp rồi khởi động lại.',
            { cause: error },
          );
        }
        this.listening.failed(!(error instanceof GrammyError));
        this.tried.resolve(undefined);
        const pause = pauseAfter(error, failures);
        this.log.warn({ err: error, pause }, 'Telegram cannot be reached, trying again');
        await this.pause(pause);
      }
    }
    return null;
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** @returns nothing where the signal has ended it */
  private async fetch(signal: AbortSignal): Promise<Update[]> {
    try {
      return await this.api.getUpdates(
        {
          offset: this.offset,
          // What is there already is asked for without waiting for more.
          timeout: this.listening.isBehind ? 0 : LONG_POLL_SECONDS,
          allowed_updates: ALLOWED_UPDATES,
        },
        asGrammySignal(AbortSignal.any([this.stopping.signal, signal])),
      );
    } catch (error) {
      if (signal.aborted && !this.isStopping()) return [];
      throw error;
    }
  }

  /** Confirms what has been handled. What cannot be stored is tried again until it can: Telegram keeps it meanwhile. */
  private async handle(updates: readonly Update[]): Promise<void> {
    let left = updates;
    for (let failures = 0; left.length > 0 && !this.isStopping(); failures++) {
      if (failures > 0) await this.pause(pauseAfter(null, failures - 1));
      const byChat = Map.groupBy(left, chatOf);
      const unhandled = await Promise.all(
        [...byChat.values()].map((ofOneChat) => this.handleInOrder(ofOneChat)),
      );
      left = unhandled.flat();
    }
    const next = left.length > 0 ? Math.min(...left.map(({ update_id: id }) => id)) : lastOf(updates) + 1;
    this.offset = Math.max(this.offset, next);
  }

  /** Returns the updates from the first on that could not be stored. */
  private async handleInOrder(updates: readonly Update[]): Promise<readonly Update[]> {
    for (const [index, update] of updates.entries()) {
      try {
        await this.bot.handleUpdate(update);
      } catch (error) {
        const cause = error instanceof BotError ? error.error : error;
        const message = 'An update could not be handled';
        this.log.error({ err: cause, updateId: update.update_id }, message);
        if (cause instanceof StoreUnavailableError) return updates.slice(index);
      }
    }
    return [];
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

const lastOf = (updates: readonly Update[]): number => updates.at(-1)?.update_id ?? -1;

/** grammY's types know only the AbortSignal of a polyfill; at run time it takes the platform's own. */
const asGrammySignal = (signal: AbortSignal): Parameters<Api['getUpdates']>[1] =>
  signal as unknown as Parameters<Api['getUpdates']>[1];

const pauseAfter = (error: unknown, failures: number): number => {
  const retryAfter = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return retryAfter === undefined ? Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures) : retryAfter * 1_000;
};

/** What must be handled in order: everything that happens in one chat. */
const chatOf = (update: Update): number =>
  (
    update.message ??
    update.edited_message ??
    update.callback_query?.message ??
    update.my_chat_member ??
    update.message_reaction
  )?.chat.id ??
  update.callback_query?.from.id ??
  update.inline_query?.from.id ??
  0;
