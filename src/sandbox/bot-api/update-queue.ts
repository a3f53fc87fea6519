import type { Update } from 'grammy/types';
import { conflict } from './errors.ts';

export type UpdateType = Exclude<keyof Update, 'update_id'>;
export type UpdateContent = Omit<Update, 'update_id'>;

/** core.telegram.org/bots/api#getupdates: what a bot gets unless it asks for these by name. */
const ONLY_ON_REQUEST: readonly UpdateType[] = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** Telegram keeps an update that nobody fetched for 24 hours. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

interface QueuedUpdate {
  readonly update: Update;
  readonly queuedAt: number;
  /** True for an update given out a second time although the bot had confirmed it. */
  readonly redelivery: boolean;
}

interface HeldPoll {
  readonly limit: number;
  readonly timer: NodeJS.Timeout;
  readonly settle: (updates: Update[]) => void;
  readonly fail: (reason: Error) => void;
}

export interface Poll {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutSeconds: number;
  /** Aborted when the client hangs up, so that nothing is handed to a closed connection. */
  readonly signal?: AbortSignal;
}

/**
 * The bot's updates, in order, until it confirms them: by asking for a higher offset, or by answering a webhook.
 * An update leaves the queue only when confirmed or after 24 hours.
 */
export class UpdateQueue {
  readonly #now: () => number;
  #nextId: number;
  #pending: QueuedUpdate[] = [];
  readonly #delivered = new Map<number, Update>();
  readonly #givenOut = new WeakSet<QueuedUpdate>();
  #held: HeldPoll | undefined;
  #allowed: ReadonlySet<string> | undefined;
  readonly #onPush = new Set<() => void>();
  readonly #onSettled = new Set<() => void>();
  readonly #onHeld = new Set<() => void>();

  /** @param now milliseconds since the epoch; @param firstId the first update_id */
  constructor(now: () => number, firstId: number) {
    this.#now = now;
    this.#nextId = firstId;
  }

  /** The types asked for, or undefined while the default holds. */
  get allowedUpdates(): UpdateType[] | undefined {
    return this.#allowed && ([...this.#allowed] as UpdateType[]);
  }

  /** Remembers the bot's choice for updates created from now on; an empty list means the default. */
  allow(types: readonly string[]): void {
    this.#allowed = types.length === 0 ? undefined : new Set(types);
  }

  /** Queues an update; returns its id, or undefined when the bot did not ask for this type. */
  push(content: UpdateContent): number | undefined {
    const type = Object.keys(content)[0] as UpdateType;
    const wanted = this.#allowed ? this.#allowed.has(type) : !ONLY_ON_REQUEST.includes(type);
    if (!wanted) return undefined;
    const id = this.#nextId++;
    this.#enqueue({
      update: structuredClone({ update_id: id, ...content }),
      queuedAt: this.#now(),
      redelivery: false,
    });
    return id;
  }

  /** Hands out an update once more, with its old id, as after a crash before it was confirmed. Default: the newest one confirmed. */
  redeliver(updateId?: number): void {
    const update =
      updateId === undefined ? [...this.#delivered.values()].at(-1) : this.#delivered.get(updateId);
    if (!update) throw new Error(`Update ${updateId ?? '(the newest)'} has not been confirmed yet`);
    this.#enqueue({ update, queuedAt: this.#now(), redelivery: true });
  }

  /** Updates neither confirmed nor expired, oldest first. */
  pending(): Update[] {
    this.#expire();
    return this.#pending.map((entry) => entry.update);
  }

  /** Waits until every update queued so far has been confirmed. */
  async whenIdle(): Promise<void> {
    const awaited = new Set(this.#pending);
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (this.#pending.some((entry) => awaited.has(entry))) return;
        this.#onSettled.delete(check);
        resolve();
      };
      this.#onSettled.add(check);
      check();
    });
  }

  /** Long polling: answers at once when there is something, else when there is or the time is over (real time). */
  async poll({ offset, limit, timeoutSeconds, signal }: Poll): Promise<Update[]> {
    this.#expire();
    if (offset < 0) this.#settle(this.#pending.slice(0, Math.max(0, this.#pending.length + offset)));
    else if (offset > 0) this.#settle(this.#pending.filter((entry) => this.#isConfirmedBy(offset, entry)));
    const ready = this.#take(limit);
    if (ready.length > 0 || timeoutSeconds === 0) return ready;
    this.abortPoll('terminated by other getUpdates request; make sure that only one bot instance is running');
    return this.#hold(limit, timeoutSeconds, signal);
  }

  /** Waits until a poll is being held. */
  whenHeld(): Promise<void> {
    if (this.#held) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onHeld.add(resolve);
    });
  }

  /** Ends the held poll with a 409, as Telegram does with the earlier of two. */
  abortPoll(reason: string): void {
    this.#held?.fail(conflict(reason));
  }

  /** Ends the held poll with no updates. */
  release(): void {
    this.#held?.settle([]);
  }

  /** For a webhook: the oldest update waiting. */
  first(): Update | undefined {
    this.#expire();
    return this.#pending[0]?.update;
  }

  /** For a webhook: the update was answered with 2xx. */
  confirm(updateId: number): void {
    this.#settle(this.#pending.filter(({ update }) => update.update_id === updateId).slice(0, 1));
  }

  /** Forgets everything that waits (`drop_pending_updates`). */
  clear(): void {
    this.#settle([...this.#pending]);
  }

  /** Calls back after each new update; returns the way to stop that. */
  onPush(listener: () => void): () => void {
    this.#onPush.add(listener);
    return () => this.#onPush.delete(listener);
  }

  #hold(limit: number, timeoutSeconds: number, signal?: AbortSignal): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(held.timer);
        signal?.removeEventListener('abort', hangUp);
        if (this.#held === held) this.#held = undefined;
      };
      const held: HeldPoll = {
        limit,
        timer: setTimeout(() => {
          held.settle([]);
        }, timeoutSeconds * 1000),
        settle: (updates) => {
          end();
          resolve(updates);
        },
        fail: (reason) => {
          end();
          reject(reason);
        },
      };
      const hangUp = (): void => {
        held.settle([]);
      };
      this.#held = held;
      for (const tell of this.#onHeld) tell();
      this.#onHeld.clear();
      signal?.addEventListener('abort', hangUp, { once: true });
    });
  }

  #enqueue(entry: QueuedUpdate): void {
    this.#pending.push(entry);
    const held = this.#held;
    if (held) held.settle(this.#take(held.limit));
    for (const listener of this.#onPush) listener();
  }

  #take(limit: number): Update[] {
    const entries = this.#pending.slice(0, limit);
    for (const entry of entries) this.#givenOut.add(entry);
    return entries.map((entry) => entry.update);
  }

  /** A redelivered update keeps an id below the bot's offset: it counts as confirmed once it was given out. */
  #isConfirmedBy(offset: number, entry: QueuedUpdate): boolean {
    return entry.update.update_id < offset && (!entry.redelivery || this.#givenOut.has(entry));
  }

  #expire(): void {
    const oldest = this.#now() - KEPT_FOR_MS;
    const expired = this.#pending.filter((entry) => entry.queuedAt < oldest);
    if (expired.length > 0) this.#remove(expired);
  }

  #settle(entries: readonly QueuedUpdate[]): void {
    for (const { update } of entries) this.#delivered.set(update.update_id, update);
    this.#remove(entries);
  }

  #remove(entries: readonly QueuedUpdate[]): void {
    const gone = new Set(entries);
    this.#pending = this.#pending.filter((entry) => !gone.has(entry));
    for (const check of [...this.#onSettled]) check();
  }
}
