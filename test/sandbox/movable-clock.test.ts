import { describe, expect, test } from 'vitest';
import { MovableClock } from '../../src/sandbox/movable-clock.ts';

const START = Date.UTC(2025, 3, 15, 0, 29, 30);
const MINUTE = 60_000;
const nothing = (): Promise<void> => Promise.resolve();
const forEver = new AbortController().signal;

/** Waits for a moment and notes it in `log` when it has come. */
const note = (clock: MovableClock, log: string[], seconds: number, signal = forEver): void => {
  void clock
    .waitUntil(START + seconds * 1_000, signal)
    .then(() => log.push(`${seconds} at ${(clock.now() - START) / 1_000}`));
};

describe('a clock that is moved', () => {
  test('stands still by itself', async () => {
    const clock = new MovableClock(START);
    await new Promise(setImmediate);
    expect(clock.now()).toBe(START);
    expect(clock.nextWake()).toBeNull();
  });

  test('wakes each waiter at its own moment, in order', async () => {
    const clock = new MovableClock(START);
    const log: string[] = [];
    for (const seconds of [40, 5, 100, 5, 200]) note(clock, log, seconds);
    expect(clock.nextWake()).toBe(START + 5_000);
    await clock.advanceTo(START + 100_000, nothing);
    expect(log).toEqual(['5 at 5', '5 at 5', '40 at 40', '100 at 100']);
    expect(clock.now()).toBe(START + 100_000);
    expect(clock.nextWake()).toBe(START + 200_000);
  });

  test('does not keep those waiting who wait for what is past, or for no longer', async () => {
    const clock = new MovableClock(START);
    const log: string[] = [];
    note(clock, log, 0);
    note(clock, log, -5);
    const abort = new AbortController();
    note(clock, log, 60, abort.signal);
    abort.abort();
    note(clock, log, 61, abort.signal);
    await nothing();
    await nothing();
    expect(log).toEqual(['0 at 0', '-5 at 0', '60 at 0', '61 at 0']);
    expect(clock.nextWake()).toBeNull();
  });

  test('calls the handlers at every full minute that it passes, one after the other', async () => {
    const clock = new MovableClock(START);
    const log: string[] = [];
    const ticking = clock.everyMinute(async () => {
      log.push(`begin ${(clock.now() - START) / 1_000}`);
      await nothing();
      log.push('end');
    });
    await clock.advanceTo(START + 3 * MINUTE, nothing);
    expect(log).toEqual(['begin 30', 'end', 'begin 90', 'end', 'begin 150', 'end']);
    await ticking.stop();
    await clock.advanceTo(START + 5 * MINUTE, nothing);
    expect(log).toHaveLength(6);
  });

  test('calls them also where it stops exactly at the minute, and only once', async () => {
    const clock = new MovableClock(START);
    let ticks = 0;
    clock.everyMinute(() => {
      ticks++;
      return nothing();
    });
    await clock.advanceTo(START + 30_000, nothing);
    expect(ticks).toBe(1);
    await clock.advanceTo(START + 30_000, nothing);
    await clock.advanceTo(START + 89_999, nothing);
    expect(ticks).toBe(1);
  });

  test('lets what it sets off settle before it goes on, also what that waits for', async () => {
    const clock = new MovableClock(START);
    const log: string[] = [];
    void clock.waitUntil(START + 5_000, forEver).then(() => {
      note(clock, log, 6);
    });
    note(clock, log, 10);
    await clock.advanceTo(START + 20_000, async () => {
      await nothing();
      log.push('settled');
    });
    expect(log.filter((line) => line !== 'settled')).toEqual(['6 at 6', '10 at 10']);
    expect(log).toContain('settled');
  });

  test('jumps over everything in between, forwards and back', async () => {
    const clock = new MovableClock(START);
    const log: string[] = [];
    let ticks = 0;
    clock.everyMinute(() => {
      ticks++;
      return nothing();
    });
    note(clock, log, 60);
    clock.jumpTo(START + 10 * MINUTE);
    await nothing();
    expect([ticks, log]).toEqual([0, ['60 at 600']]);
    note(clock, log, 700);
    clock.jumpTo(START - MINUTE);
    expect(clock.now()).toBe(START - MINUTE);
    expect(clock.nextWake()).toBe(START + 700_000);
    await clock.advanceTo(START, nothing);
    expect(ticks).toBe(1);
  });
});
