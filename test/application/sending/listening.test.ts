import { describe, expect, test } from 'vitest';
import { Listening } from '../../../src/application/sending/listening.ts';
import { MovableClock } from '../../../src/sandbox/movable-clock.ts';

const START = Date.UTC(2025, 3, 8, 2);
const MINUTE_MS = 60_000;

const open = () => {
  const clock = new MovableClock(START);
  return { clock, listening: new Listening(clock) };
};

describe('listening', () => {
  test('is behind from the start on, and after each failure, until everything has been read', async () => {
    const { listening } = open();
    expect(listening.isBehind).toBe(true);
    await listening.caughtUp();
    expect(listening.isBehind).toBe(false);
    listening.failed(true);
    expect(listening.isBehind).toBe(true);
    await listening.caughtUp();
    expect(listening.isBehind).toBe(false);
  });

  test('holds nothing up for ever where only asking for updates fails', async () => {
    const { clock, listening } = open();
    await listening.caughtUp();
    for (let minute = 0; minute < 10; minute++) {
      clock.jumpTo(START + minute * MINUTE_MS);
      listening.ticked();
      listening.failed(false);
    }
    expect(listening.isBehind).toBe(true);
    clock.jumpTo(START + 10 * MINUTE_MS);
    expect(listening.isBehind).toBe(false);
  });

  test('stays behind as long as Telegram cannot be reached at all, and waits no longer where the clock is set back', () => {
    const { clock, listening } = open();
    for (let minute = 0; minute < 60; minute++) {
      clock.jumpTo(START + minute * MINUTE_MS);
      listening.ticked();
      listening.failed(true);
    }
    expect(listening.isBehind).toBe(true);
    clock.jumpTo(START);
    expect(listening.until).toBe(START + 10 * MINUTE_MS);
  });

  test('tells once that everything has been read', async () => {
    const { listening } = open();
    let told = 0;
    listening.onCaughtUp = () => told++;
    await listening.caughtUp();
    await listening.caughtUp();
    expect(told).toBe(1);
  });

  test('is behind after the machine has slept, whoever notices it first, and has what was asked before asked anew', async () => {
    const { clock, listening } = open();
    await listening.caughtUp();
    let woken = 0;
    let awake = 0;
    listening.onWake = () => woken++;
    listening.onAwake = () => {
      awake++;
      return Promise.resolve();
    };
    clock.jumpTo(START + 3 * MINUTE_MS);
    expect(listening.isBehind).toBe(false);
    listening.ticked();
    clock.jumpTo(START + 3 * 24 * 60 * MINUTE_MS);
    expect(listening.isWaking).toBe(true);
    listening.ticked();
    expect(woken).toBe(1);
    await listening.caughtUp();
    expect(awake).toBe(1);
    expect(listening.isBehind).toBe(false);
    expect(listening.wasBehindSince(clock.now())).toBe(true);
    expect(listening.wasBehindSince(clock.now() + 1)).toBe(false);
    // A clock that was set back may be wrong as well.
    clock.jumpTo(START);
    expect(listening.isWaking).toBe(true);
  });

  test('lets nothing be said before what is due by the time that is known now has been worked out', async () => {
    const { listening } = open();
    let isBehindMeanwhile = false;
    listening.onAwake = () => {
      isBehindMeanwhile = listening.isBehind && !listening.isWaking;
      return Promise.resolve();
    };
    expect(listening.isWaking).toBe(true);
    await listening.caughtUp();
    expect(isBehindMeanwhile).toBe(true);
    listening.failed(true);
    expect(listening.isBehind).toBe(true);
    expect(listening.isWaking).toBe(false);
  });
});
