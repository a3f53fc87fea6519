import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/support/system-clock.ts';

const START = Date.UTC(2025, 3, 14, 0, 30);
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

/** Waits until `instant` and notes the machine's time when it was over. */
const waiting = (instant: number, signal = new AbortController().signal) => {
  const wait = { endedAt: null as number | null };
  void systemClock.waitUntil(instant, signal).then(() => {
    wait.endedAt = systemClock.now();
  });
  return wait;
};

describe('the machine’s clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('waits until the moment and not longer', async () => {
    const wait = waiting(START + 95 * SECOND);
    await vi.advanceTimersByTimeAsync(95 * SECOND - 1);
    expect(wait.endedAt).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(wait.endedAt).toBe(START + 95 * SECOND);
  });

  test('does not wait for what is past', async () => {
    await expect(systemClock.waitUntil(START, new AbortController().signal)).resolves.toBeUndefined();
    await expect(systemClock.waitUntil(START - DAY, new AbortController().signal)).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('waits longer than one timer can', async () => {
    const wait = waiting(START + 40 * DAY);
    await vi.advanceTimersByTimeAsync(40 * DAY - 1);
    expect(wait.endedAt).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(wait.endedAt).toBe(START + 40 * DAY);
  });

  test('notices within half a minute that the machine has slept over the moment', async () => {
    const wait = waiting(START + DAY);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    vi.setSystemTime(START + 3 * DAY);
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    expect(wait.endedAt).not.toBeNull();
  });

  test('waits on where the clock is set back', async () => {
    const wait = waiting(START + 60 * SECOND);
    await vi.advanceTimersByTimeAsync(45 * SECOND);
    vi.setSystemTime(START - 3600 * SECOND);
    await vi.advanceTimersByTimeAsync(3600 * SECOND);
    expect(wait.endedAt).toBeNull();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(wait.endedAt).toBe(START + 60 * SECOND);
  });

  test('stops waiting when told to, and leaves no timer and no listener behind', async () => {
    const controller = new AbortController();
    const wait = waiting(START + DAY, controller.signal);
    await vi.advanceTimersByTimeAsync(31 * SECOND);
    expect(wait.endedAt).toBeNull();
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(wait.endedAt).toBe(START + 31 * SECOND);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await expect(systemClock.waitUntil(START + 2 * DAY, controller.signal)).resolves.toBeUndefined();
  });
});
