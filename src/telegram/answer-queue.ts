import type { Clock } from '../application/ports.ts';
import { DeliveryError } from '../application/ports.ts';
import type { Instant } from '../domain/local-time.ts';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** Longer than the longest pauses Telegram usually asks for; whoever has waited half a day has asked again. */
const KEPT_FOR_MS = 4 * 3_600_000;

export interface AnswerQueueLog {
  warn(details: object, message: string): void;
}

/** One call to Telegram. @throws DeliveryError where it was not taken */
type Attempt = () => Promise<void>;

interface Entry {
  readonly attempt: Attempt;
  readonly since: Instant;
  failures: number;
}

/** What waits in one chat, in the order in which it was to be said. */
interface Lane {
  readonly entries: Entry[];
  /** When the first of them is tried again; null while it is being tried. */
  until: Instant | null;
}

/**
 * Answers that Telegram does not take at once: it asks to wait, answers with an error of its own, or cannot be reached.
 * By then the change they tell of has been made, so that an answer may come late, but must not be taken for a failure.
 * What waits is kept in memory only: it is lost with the process, the changes are not.
 */
export class AnswerQueue {
  private readonly clock: Clock;
  private readonly log: AnswerQueueLog;
  private readonly lanes = new Map<string, Lane>();
  private readonly drains = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private watchers: (() => void)[] = [];

  constructor(clock: Clock, log: AnswerQueueLog) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * Makes a call at once, or later where it has to wait; resolves in either case. A call that Telegram refuses is given
   * up: there is nobody to tell.
   * @param lane calls of one lane are made one after the other
   */
  async run(lane: string, attempt: Attempt): Promise<void> {
    const entry: Entry = { attempt, since: this.clock.now(), failures: 0 };
    const pause = this.lanes.has(lane) ? 0 : await this.try(entry);
    if (pause === null) return;
    const waiting = this.lanes.get(lane);
    if (waiting) {
      waiting.entries.push(entry);
      return;
    }
    const opened: Lane = { entries: [entry], until: this.clock.now() + pause };
    this.lanes.set(lane, opened);
    const drain = this.drain(lane, opened).finally(() => this.drains.delete(drain));
    this.drains.add(drain);
  }

  /** Resolves when nothing can be said at the present time. */
  async whenIdle(): Promise<void> {
    const isBusy = (): boolean =>
      [...this.lanes.values()].some(({ until }) => until === null || until <= this.clock.now());
    while (!this.stopping.signal.aborted && isBusy()) {
      await new Promise<void>((resolve) => this.watchers.push(resolve));
    }
  }

  /** Gives up what still waits. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.drains);
    const lost = [...this.lanes.values()].reduce((sum, { entries }) => sum + entries.length, 0);
    if (lost > 0) this.log.warn({ lost }, 'Answers were still waiting; what they tell of has been recorded');
  }

  private async drain(name: string, lane: Lane): Promise<void> {
    for (let [first] = lane.entries; first !== undefined; [first] = lane.entries) {
      if (lane.until !== null) await this.clock.waitUntil(lane.until, this.stopping.signal);
      if (this.stopping.signal.aborted) break;
      lane.until = null;
      const pause = await this.tryLater(first);
      if (pause === null) lane.entries.shift();
      else lane.until = this.clock.now() + pause;
      if (lane.entries.length === 0) this.lanes.delete(name);
      this.notice();
    }
    this.notice();
  }

  private async tryLater(entry: Entry): Promise<number | null> {
    if (this.clock.now() - entry.since > KEPT_FOR_MS) {
      this.log.warn({ failures: entry.failures }, 'An answer has waited too long and is given up');
      return null;
    }
    try {
      return await this.try(entry);
    } catch (error) {
      this.log.warn({ err: error }, 'An answer that had waited could not be given');
      return null;
    }
  }

  /** How long to wait before the next try, in milliseconds; null where there is none. */
  private async try(entry: Entry): Promise<number | null> {
    try {
      await entry.attempt();
      return null;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.log.warn({ reason: error.message, kind: error.kind }, 'Telegram did not take an answer');
      if (error.kind === 'refused') return null;
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** entry.failures);
      entry.failures++;
      return error.retryAfterMs ?? pause;
    }
  }

  private notice(): void {
    for (const tell of this.watchers.splice(0)) tell();
  }
}
