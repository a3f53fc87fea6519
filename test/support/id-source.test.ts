import { expect, test } from 'vitest';
import { uuidSource } from '../../src/support/id-source.ts';

test('ids are unique, and each sorts after the one before it', () => {
  const ids = Array.from({ length: 10_000 }, () => uuidSource.next());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
