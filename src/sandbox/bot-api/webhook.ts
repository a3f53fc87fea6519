import type { Update, WebhookInfo } from 'grammy/types';
import { isObject } from './params.ts';
import type { UpdateQueue } from './update-queue.ts';
import { omitUndefined } from './omit-undefined.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
}

interface LastError {
  readonly date: number;
  readonly message: string;
}

/** First pause after a failed delivery, in real time; it doubles up to a minute. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;

export interface WebhookOptions {
  readonly updates: UpdateQueue;
  /** Milliseconds since the epoch, for the date of the last error. */
  readonly now: () => number;
  /** Carries out a method call that came as the webhook's answer; its result is thrown away, as in Telegram. */
  readonly onReply: (method: string, params: Record<string, unknown>) => void;
  readonly firstRetryMs?: number;
}

/**
 * Posts updates to the bot's webhook, one after the other, each until it is answered with 2xx.
 * Telegram would send some at once to a busy bot; one at a time is the order every bot must cope with anyway.
 */
export class Webhook {
  readonly #options: WebhookOptions;
  #settings: WebhookSettings | undefined;
  #stop = new AbortController();
  #lastError: LastError | undefined;
  #wake: () => void = () => undefined;

  constructor(options: WebhookOptions) {
    this.#options = options;
    options.updates.onPush(() => {
      this.#wake();
    });
  }

  get isSet(): boolean {
    return this.#settings !== undefined;
  }

  set(settings: WebhookSettings): void {
    this.remove();
    this.#settings = settings;
    this.#stop = new AbortController();
    void this.#deliver(settings, this.#stop.signal);
  }

  remove(): void {
    this.#stop.abort();
    this.#wake();
    this.#settings = undefined;
    this.#lastError = undefined;
  }

  info(): WebhookInfo {
    const { updates } = this.#options;
    return omitUndefined<WebhookInfo>({
      url: this.#settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      max_connections: this.#settings?.maxConnections,
      ip_address: this.#settings && '127.0.0.1',
      last_error_date: this.#lastError?.date,
      last_error_message: this.#lastError?.message,
      allowed_updates: updates.allowedUpdates,
    });
  }

  async #deliver(settings: WebhookSettings, signal: AbortSignal): Promise<void> {
    const { updates, firstRetryMs = FIRST_RETRY_MS } = this.#options;
    const isStopped = (): boolean => signal.aborted;
    let pauseMs = firstRetryMs;
    while (!isStopped()) {
      const update = updates.first();
      if (!update) {
        await this.#untilWoken();
        continue;
      }
      const failure = await this.#post(settings, update, signal);
      if (isStopped()) return;
      if (failure === undefined) {
        pauseMs = firstRetryMs;
        updates.confirm(update.update_id);
      } else {
        this.#lastError = { date: Math.floor(this.#options.now() / 1000), message: failure };
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, LONGEST_RETRY_MS);
      }
    }
  }

  /** Returns what went wrong, in Telegram's words, or undefined. */
  async #post(
    { url, secretToken }: WebhookSettings,
    update: Update,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secretToken === '' ? {} : { 'x-telegram-bot-api-secret-token': secretToken }),
        },
        body: JSON.stringify(update),
        signal,
        redirect: 'manual',
      });
      const body = await response.text();
      if (!response.ok) {
        return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      }
      this.#carryOutReply(body);
      return undefined;
    } catch {
      return 'Connection refused';
    }
  }

  #carryOutReply(body: string): void {
    let reply: unknown;
    try {
      reply = JSON.parse(body);
    } catch {
      return;
    }
    if (!isObject(reply) || typeof reply.method !== 'string') return;
    const { method, ...params } = reply;
    this.#options.onReply(method, params);
  }

  #untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = () => undefined;
        resolve();
      };
    });
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
