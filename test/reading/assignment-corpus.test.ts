import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import { readWorkOrder } from '../../src/reading/notice-reader.ts';
import { contextOn, corpusRows, corpusText, unitsOf } from '../corpus/order-context.ts';
import type { GoldNotice, GoldOrder } from '../corpus/scoring.ts';
import { scoreNotice, scoreOrders } from '../corpus/scoring.ts';

// Today's scores. They may rise, never fall.
describe.each([
  { file: 'assignments.jsonl', whole: 33 / 34, lead: 33 / 34 },
  { file: 'assignments-written.jsonl', whole: 163 / 164, lead: 1 },
])('orders of $file', ({ file, whole, lead }) => {
  const rows = corpusRows(file) as GoldOrder[];
  const score = scoreOrders(rows, (row) =>
    readAssignments(row.text, contextOn(row.ref_date, unitsOf(row.registry))),
  );

  test('are read as well as ever', () => {
    expect.soft(score.lead, score.failures.join('\n')).toBeGreaterThanOrEqual(lead);
    expect(score.whole, score.failures.join('\n')).toBeGreaterThanOrEqual(whole);
  });

  test.each(rows.filter(({ exclude }) => exclude !== undefined))('leaves out $exclude in: $text', (row) => {
    const [task] = readAssignments(row.text, contextOn(row.ref_date, unitsOf(row.registry)));
    expect(task?.excluded.map(({ code }) => code)).toEqual(row.exclude);
  });

  test.each(rows.filter(({ recipient }) => recipient !== undefined))('sends to $recipient: $text', (row) => {
    const tasks = readAssignments(row.text, contextOn(row.ref_date, unitsOf(row.registry)));
    expect(tasks.map(({ recipient }) => recipient)).toContain(row.recipient);
  });
});

const notices = readdirSync(join(import.meta.dirname, '..', 'corpus', 'notices'))
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => name.replace('.gold.json', ''));

describe.each(notices)('notice %s', (name) => {
  const gold = JSON.parse(corpusText(`notices/${name}.gold.json`)) as GoldNotice;
  // Read long after it was issued: its dates count from its own.
  const found = readWorkOrder(
    corpusText(`notices/${name}.txt`),
    contextOn(gold.readOn ?? '2026-06-01', unitsOf(gold.registry)),
  );

  test('its tasks', () => {
    const { failures, ...score } = scoreNotice(gold, found);
    expect(score, failures.join('\n')).toEqual({ recall: 1, precision: 1, lead: 1, coordinating: 1, due: 1 });
  });

  test('its particulars', () => {
    const { recipients, ...particulars } = gold.doc;
    expect(found.document).toMatchObject(
      particulars.signer === null ? { ...particulars, signer: expect.anything() as unknown } : particulars,
    );
    expect(found.document.recipients).toHaveLength(recipients);
  });

  test('whose tasks are told apart by kind, and by item in the order of the document', () => {
    const items = found.tasks.map(({ item }) => item);
    expect(new Set(items).size).toBe(items.length);
    const directors = gold.tasks.flatMap(({ director }) => director ?? []);
    expect(
      found.tasks
        .flatMap(({ director }) => director ?? [])
        .map((words) => directors.some((gold) => words.includes(gold))),
    ).toEqual(directors.map(() => true));
  });
});

test('a page of a news site gives no task at all', () => {
  expect(readWorkOrder(corpusText('notices/news-page.txt'), contextOn('2025-01-17')).tasks).toEqual([]);
});
