import type { ApplicationContext } from '../context.ts';
import type { CleanUpMark, Rubbish } from '../ports/task-store.ts';

const DAY_MS = 86_400_000;
/** Telegram keeps an update for a day; whoever redelivers one later has another purpose. */
const UPDATES_KEPT_DAYS = 30;
const HOLDS_KEPT_DAYS = 1;
/** Replies to a message of the bot, and questions who was told what, come for a year at most once its work is closed. */
const MESSAGES_KEPT_DAYS = 400;

/** So few rows at once that nobody who writes to the bot meanwhile waits for it. */
const AT_ONCE = 500;

/** How many rows of each kind were deleted; holds are not counted. */
export type CleanedUp = Readonly<Record<Exclude<Rubbish, 'holds'>, number>>;

/**
 * Deletes what nobody will ask for again (see Rubbish), in many short transactions; once a day is enough.
 * @param signal stops it between two of them; the next run goes on
 */
export const cleanUp = async (
  app: Pick<ApplicationContext, 'store' | 'clock'>,
  signal?: AbortSignal,
): Promise<CleanedUp> => {
  const now = app.clock.now();
  const clean = async (what: Rubbish, days: number): Promise<number> => {
    let mark: CleanUpMark | null = null;
    let deleted = 0;
    do {
      mark = await app.store.cleanUp(what, now - days * DAY_MS, AT_ONCE, mark);
      deleted = mark?.deleted ?? deleted;
      await nextTurn();
    } while (mark !== null && signal?.aborted !== true);
    return deleted;
  };
  const updates = await clean('updates', UPDATES_KEPT_DAYS);
  await clean('holds', HOLDS_KEPT_DAYS);
  // What is remembered of a message first: until then its row is referred to.
  const messages = await clean('messages', MESSAGES_KEPT_DAYS);
  const outbox = await clean('outbox', MESSAGES_KEPT_DAYS);
  return { updates, messages, outbox };
};

/** Lets everything else that is waiting happen. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
