import type { Clock } from '../../application/ports/clock.ts';
import type { IdSource } from '../../application/ports/id-source.ts';
import type { TaskStore } from '../../application/ports/task-store.ts';
import { DeliveryError } from '../../application/ports/messenger.ts';
import type { Place, SendGate } from '../../application/sending/send-gate.ts';
import type { WaitingAnswer } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';

/** Longer than the longest pauses Telegram usually asks for; whoever has waited half a day has asked again. */
const KEPT_FOR_MS = 4 * 3_600_000;

export interface AnswerQueueLog {
  warn(details: object, message: string): void;
}

/** One call to Telegram. @throws DeliveryError where it was not taken */
type Attempt = () => Promise<void>;

/** Which chat a call is for, and whether it puts a message there, which Telegram counts. Null: it is for no chat. */
export type CallTarget = { readonly chatId: number; readonly isMessage: boolean } | null;

interface Entry {
  readonly attempt: Attempt;
  readonly target: CallTarget;
  readonly since: Instant;
  /** What the next process says, should this one end before; null where it says nothing. */
  readonly content: WaitingAnswer['content'] | null;
  /** Under which id it is kept; null where it is not. */
  kept: Promise<string | null>;
  failures: number;
}

const NOT_KEPT = Promise.resolve(null);

/** Where answers that wait are kept. */
interface AnswerKeeping {
  readonly store: Pick<TaskStore, 'keepAnswer' | 'forgetAnswer' | 'waitingAnswers'>;
  readonly ids: IdSource;
}

/** What waits in one chat, in the order in which it was to be said. */
interface Lane {
  readonly entries: Entry[];
  /** When the first of them can be tried again; null while it is being tried. */
  opensAt: (() => Instant) | null;
}

/**
 * Answers that cannot be given at once: the chat has its limits, Telegram asks to wait, answers with an error of its own,
 * or cannot be reached. By then the change they tell of has been made, so that an answer may come late, but must not be
 * taken for a failure. A message that waits is kept before the update it answers is done with, so that it is not lost with
 * the process; edits and the ends of waiting signs are worth nothing to the next one.
 */
export class AnswerQueue {
  private readonly clock: Clock;
  private readonly gate: SendGate;
  private readonly log: AnswerQueueLog;
  private readonly keeping: AnswerKeeping;
  private readonly lanes = new Map<string, Lane>();
  private readonly drains = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private watchers: (() => void)[] = [];

  constructor(clock: Clock, gate: SendGate, log: AnswerQueueLog, keeping: AnswerKeeping) {
    this.clock = clock;
    this.gate = gate;
    this.log = log;
    this.keeping = keeping;
  }

  /** Takes up what the last process has left waiting. @param attemptOf says what `run` was given as content */
  async restore(attemptOf: (content: WaitingAnswer['content']) => Attempt): Promise<void> {
    for (const { id, chatId, since, content } of await this.keeping.store.waitingAnswers()) {
      const kept = Promise.resolve(id);
      const target = { chatId, isMessage: true } as const;
      const attempt: Attempt = async () => attemptOf(content)();
      this.wait(`${chatId}`, { attempt, target, since, content, kept, failures: 0 }, 0);
    }
  }

  /**
   * Makes a call at once, or later where it has to wait; resolves in either case. A call that Telegram refuses is given
   * up: there is nobody to tell.
   * @param lane calls of one lane are made one after the other; that of a message is its chat's
   * @param content what the next process says of it, should this one end while it waits
   */
  async run(
    lane: string,
    target: CallTarget,
    attempt: Attempt,
    content: WaitingAnswer['content'] | null = null,
  ): Promise<void> {
    const entry: Entry = { attempt, target, since: this.clock.now(), content, kept: NOT_KEPT, failures: 0 };
    if (!this.lanes.has(lane) && this.opensAt(target) <= this.clock.now()) {
      const place = target?.isMessage ? this.gate.take(target.chatId) : null;
      const pause = await this.try(entry, place);
      if (pause === null) return;
      this.wait(lane, entry, this.clock.now() + pause);
    } else this.wait(lane, entry, 0);
    await this.keep(entry);
  }

  /** Resolves when nothing can be said at the present time. */
  async whenIdle(): Promise<void> {
    while (this.isBusy) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  /** True while something is being said, or could be. */
  get isBusy(): boolean {
    if (this.stopping.signal.aborted) return false;
    return [...this.lanes.values()].some(({ opensAt }) => opensAt === null || opensAt() <= this.clock.now());
  }

  /** Gives up what still waits. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.drains);
    const left = [...this.lanes.values()].flatMap(({ entries }) => entries);
    const kept = (await Promise.all(left.map((entry) => entry.kept))).filter((id) => id !== null).length;
    if (left.length > 0)
      this.log.warn({ waiting: left.length, kept }, 'Answers are still waiting; those kept are given later');
  }

  private async keep(entry: Entry): Promise<void> {
    const { content, target, since } = entry;
    if (content === null || target === null) return;
    const id = this.keeping.ids.next();
    entry.kept = this.keeping.store.keepAnswer({ id, chatId: target.chatId, since, content }).then(
      () => id,
      (error: unknown) => {
        this.log.warn({ err: error }, 'An answer that waits could not be kept');
        return null;
      },
    );
    await entry.kept;
  }

  /** Once it has been said or given up. */
  private async forget({ kept }: Entry): Promise<void> {
    const id = await kept;
    if (id === null) return;
    await this.keeping.store.forgetAnswer(id).catch((error: unknown) => {
      this.log.warn({ err: error }, 'An answer that was given may be given again after the next start');
    });
  }

  /** When a call may be tried: what puts a message into a chat needs a place there, what changes one only that Telegram wants no quiet. */
  private opensAt(target: CallTarget): Instant {
    if (target === null) return this.clock.now();
    return target.isMessage ? this.gate.opensAt(target.chatId) : this.gate.quietUntil(target.chatId);
  }

  private wait(name: string, entry: Entry, until: Instant): void {
    const waiting = this.lanes.get(name);
    if (waiting) {
      waiting.entries.push(entry);
      return;
    }
    const opened: Lane = { entries: [entry], opensAt: () => until };
    this.lanes.set(name, opened);
    const drain = this.drain(name, opened, until).finally(() => this.drains.delete(drain));
    this.drains.add(drain);
  }

  private async drain(name: string, lane: Lane, firstUntil: Instant): Promise<void> {
    let until = firstUntil;
    for (let [first] = lane.entries; first !== undefined; [first] = lane.entries) {
      const place = await this.comeToTurn(lane, first, until);
      if (this.stopping.signal.aborted) {
        place?.leave();
        break;
      }
      const pause = await this.tryLater(first, place);
      if (pause === null) {
        lane.entries.shift();
        await this.forget(first);
      }
      until = this.clock.now() + (pause ?? 0);
      lane.opensAt = () => until;
      if (lane.entries.length === 0) this.lanes.delete(name);
      this.notice();
    }
    this.notice();
  }

  /** Waits until the moment, and then until a message may leave to the chat. @returns its place, where it needs one */
  private async comeToTurn(lane: Lane, { target }: Entry, until: Instant): Promise<Place | null> {
    const { signal } = this.stopping;
    lane.opensAt = () => Math.max(until, this.opensAt(target));
    this.notice();
    await this.gate.waitUntil(until, signal);
    let place: Place | null = null;
    if (target?.isMessage) place = await this.gate.waitForPlace(target.chatId, signal);
    else await this.gate.waitUntil(this.opensAt(target), signal);
    lane.opensAt = null;
    return place;
  }

  private async tryLater(entry: Entry, place: Place | null): Promise<number | null> {
    if (this.clock.now() - entry.since > KEPT_FOR_MS) {
      this.log.warn({ failures: entry.failures }, 'An answer has waited too long and is given up');
      place?.leave();
      return null;
    }
    try {
      return await this.try(entry, place);
    } catch (error) {
      this.log.warn({ err: error }, 'An answer that had waited could not be given');
      return null;
    }
  }

  /** How long to wait before the next try, in milliseconds; null where there is none. */
  private async try(entry: Entry, place: Place | null): Promise<number | null> {
    try {
      await (place ? place.through(entry.attempt) : entry.attempt());
      return null;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.log.warn({ reason: error.message, kind: error.kind }, 'Telegram did not take an answer');
      if (error.kind === 'refused') return null;
      entry.failures++;
      return error.retryAfterMs ?? this.gate.pauseAfter(entry.failures);
    }
  }

  private notice(): void {
    for (const tell of this.watchers.splice(0)) tell();
  }
}
