import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cronEveryMinute } from '../../src/scheduling/minute-tick.ts';

const START = Date.UTC(2025, 3, 15, 0, 29, 30);

describe('the tick of a real clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('comes at every full minute', async () => {
    const ticks: number[] = [];
    const ticking = cronEveryMinute(() => {
      ticks.push(Math.round((Date.now() - START) / 1_000));
      return Promise.resolve();
    });
    await vi.advanceTimersByTimeAsync(150_000);
    await ticking.stop();
    expect(ticks).toEqual([30, 90, 150]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(ticks).toHaveLength(3);
  });

  test('is left out while the last one runs, and stopping waits for that', async () => {
    let begun = 0;
    let isOver = false;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const ticking = cronEveryMinute(async () => {
      begun++;
      await promise;
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(150_000);
    expect(begun).toBe(1);
    let isStopped = false;
    const stopped = ticking.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([isOver, isStopped]).toEqual([false, false]);
    resolve(undefined);
    await stopped;
    expect(isOver).toBe(true);
  });
});
