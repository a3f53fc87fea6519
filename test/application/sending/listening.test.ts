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
  test('is behind from the start on, and after each failure, until everything has been read', () => {
    const { listening } = open();
    expect(listening.isBehind).toBe(true);
    listening.caughtUp();
    expect(listening.isBehind).toBe(false);
    listening.failed(true);
    expect(listening.isBehind).toBe(true);
    listening.caughtUp();
    expect(listening.isBehind).toBe(false);
  });

  test('holds nothing up for ever where only asking for updates fails', () => {
    const { clock, listening } = open();
    listening.caughtUp();
    for (let minute = 0; minute < 10; minute++) {
      clock.jumpTo(START + minute * MINUTE_MS);
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
      listening.failed(true);
    }
    expect(listening.isBehind).toBe(true);
    clock.jumpTo(START);
    expect(listening.until).toBe(START + 10 * MINUTE_MS);
  });

  test('tells once that everything has been read', () => {
    const { listening } = open();
    let told = 0;
    listening.onCaughtUp = () => told++;
    listening.caughtUp();
    listening.caughtUp();
    expect(told).toBe(1);
  });
});
