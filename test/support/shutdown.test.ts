import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { shutdownOnSignals } from '../../src/support/shutdown.ts';

/** A process that can be sent signals. */
class FakeProcess extends EventEmitter {
  exitCode: number | null = null;

  exit(code: number): void {
    this.exitCode = code;
  }
}

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
])('the first %s asks for an end, the second makes one', (name, code) => {
  const fake = new FakeProcess();
  const { signal } = shutdownOnSignals(fake);
  expect(signal.aborted).toBe(false);
  fake.emit(name);
  expect(signal.reason).toBe(name);
  expect(fake.exitCode).toBeNull();
  fake.emit(name);
  expect(fake.exitCode).toBe(code);
});

test('signals have their usual effect again once nobody listens', () => {
  const fake = new FakeProcess();
  const { dispose } = shutdownOnSignals(fake);
  dispose();
  expect(fake.eventNames()).toEqual([]);
});
