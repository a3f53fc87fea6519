import { expect, test } from 'vitest';
import { ClockCheck } from '../../../src/application/sending/clock-check.ts';

const NOON = Date.UTC(2025, 3, 8, 5);
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Answers to requests that took a second, by clocks that are so much ahead of Telegram's. */
const heard = (...ahead: readonly number[]) => {
  const check = new ClockCheck();
  const told: [string, number][] = [];
  check.onChange = (state, aheadMs) => told.push([state, aheadMs]);
  for (const each of ahead) check.compare(NOON + each, NOON, NOON + each + SECOND_MS);
  return { check, told };
};

test.each([
  [0, 'right'],
  [2 * MINUTE_MS, 'right'],
  [-2 * MINUTE_MS, 'right'],
  [2 * MINUTE_MS + 1, 'odd'],
  [-3 * MINUTE_MS, 'odd'],
  [HOUR_MS - 1, 'odd'],
  [HOUR_MS, 'far'],
  [-2 * HOUR_MS, 'far'],
  [7 * DAY_MS, 'far'],
])('a clock %i ms ahead is %s', (ahead, state) => {
  expect(heard(ahead).check.state).toBe(state);
});

test('a clock is told to be wrong once, and right again once', () => {
  const { check, told } = heard(0, DAY_MS, DAY_MS, 5 * MINUTE_MS, 0, 0);
  expect(told).toEqual([
    ['far', DAY_MS],
    ['odd', 5 * MINUTE_MS],
    ['right', 0],
  ]);
  expect(check.aheadMs).toBe(0);
});

test('a request during which the machine slept says nothing against its clock', () => {
  const { check } = heard();
  check.compare(NOON, NOON + 10 * SECOND_MS, NOON + 3 * DAY_MS);
  expect(check.state).toBe('right');
});

test('a clock that was set back between request and answer is compared the next time', () => {
  const { check } = heard(DAY_MS);
  check.compare(NOON + DAY_MS, NOON, NOON);
  expect(check.state).toBe('far');
  check.compare(NOON, NOON, NOON);
  expect(check.state).toBe('right');
});
