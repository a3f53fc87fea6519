// The gate against the server's own counting: whatever is wanted, and however long messages take, Telegram need never
// say 429, and what it allows is used.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SendGate } from '../../../src/application/sending/send-gate.ts';
import { RateLimiter } from '../../../src/sandbox/bot-api/rate-limits.ts';
import { MovableClock } from '../../../src/sandbox/movable-clock.ts';

const START = Date.UTC(2025, 3, 8, 2);
const NOTHING_KEPT = {
  sendingHolds: () => Promise.resolve([]),
  messagesSentSince: () => Promise.resolve([]),
  holdSending: () => Promise.resolve(),
};
const LIMITS = { overallPerSecond: 5, perChatPerSecond: 1, perGroupPerMinute: 8 };

/** A message that is wanted at some moment; the way there and the way back take so long. */
interface Wanted {
  readonly at: number;
  readonly chatId: number;
  readonly there: number;
  readonly back: number;
}

const someMessages: fc.Arbitrary<Wanted[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 20_000 }),
    chatId: fc.constantFrom(-3, -2, -1, 1, 2, 3, 4, 5),
    there: fc.integer({ min: 0, max: 400 }),
    back: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 80 },
);

/** Sends all of them; returns when each was counted by the server. @throws where the server has to refuse one */
const sendAll = async (wanted: readonly Wanted[]): Promise<{ at: number; chatId: number }[]> => {
  const clock = new MovableClock(START);
  const gate = new SendGate({ clock, store: NOTHING_KEPT, random: () => 0.5, limits: LIMITS });
  const server = new RateLimiter(LIMITS, () => clock.now());
  const never = new AbortController().signal;
  const counted: { at: number; chatId: number }[] = [];
  const send = async ({ at, chatId, there, back }: Wanted): Promise<void> => {
    await clock.waitUntil(START + at, never);
    const place = await gate.waitForPlace(chatId, never);
    await place?.through(async () => {
      await clock.waitUntil(clock.now() + there, never);
      server.check(String(chatId));
      server.count(String(chatId));
      counted.push({ at: clock.now() - START, chatId });
      await clock.waitUntil(clock.now() + back, never);
    });
  };
  const progress = { isOver: false };
  const over = Promise.all(wanted.map(send)).finally(() => {
    progress.isOver = true;
  });
  // Awaited at the end.
  over.catch(() => undefined);
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  while (!progress.isOver) {
    await settle();
    const next = clock.nextWake();
    if (next !== null) await clock.advanceTo(next, settle);
  }
  await over;
  return counted;
};

test('the server never has to refuse, and everything arrives', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someMessages, async (wanted) => {
      const counted = await sendAll(wanted);
      expect(counted).toHaveLength(wanted.length);
    }),
    { numRuns: 25 },
  );
});

test('where messages take no time, the limits are used to the full', async () => {
  const wanted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((chatId) =>
    Array.from({ length: 3 }, () => ({ at: 0, chatId, there: 0, back: 0 })),
  );
  const counted = await sendAll(wanted);
  expect(counted.map(({ at }) => at)).toEqual(
    Array.from({ length: 30 }, (_, index) => Math.floor(index / 5) * 1_000),
  );
  const group = await sendAll(Array.from({ length: 20 }, () => ({ at: 0, chatId: -1, there: 0, back: 0 })));
  expect(group.map(({ at }) => at / 1_000)).toEqual([
    ...[0, 1, 2, 3, 4, 5, 6, 7],
    ...[60, 61, 62, 63, 64, 65, 66, 67],
    ...[120, 121, 122, 123],
  ]);
});
