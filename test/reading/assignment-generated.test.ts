import { describe, expect, test } from 'vitest';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import { madeOrders } from '../corpus/generator.ts';
import { contextOn } from '../corpus/order-context.ts';
import { REGISTRIES } from '../corpus/registries.ts';
import { scoreOrders } from '../corpus/scoring.ts';

const SEED = 20_250_414;
const ORDERS_PER_AGENCY = 700;
const MOST_FAILURES_SHOWN = 15;

describe.each(Object.entries(REGISTRIES))('orders made up for an agency of %s', (registry, units) => {
  const orders = madeOrders(registry, units, ORDERS_PER_AGENCY, SEED);
  const score = scoreOrders(orders, ({ text, ref_date: day }) =>
    readAssignments(text, contextOn(day, units)),
  );
  const failures = score.failures.slice(0, MOST_FAILURES_SHOWN).join('\n');

  test('are all different', () => {
    expect(new Set(orders.map(({ text }) => text)).size).toBeGreaterThan(ORDERS_PER_AGENCY * 0.95);
  });

  test('are read right', () => {
    expect.soft(score.lead, failures).toBeGreaterThanOrEqual(0.99);
    expect(score.whole, failures).toBeGreaterThanOrEqual(0.97);
  });
});
