import { describe, expect, test } from 'vitest';
import { readAssignments } from '../../src/reading/assignment-reader.ts';
import { readDeadline } from '../../src/reading/deadline-reader.ts';
import type { ReplyIntent } from '../../src/reading/findings.ts';
import { fold } from '../../src/reading/normalize.ts';
import { readNotice } from '../../src/reading/notice-reader.ts';
import { readReply } from '../../src/reading/reply-reader.ts';
import { contextOn, corpusRows, corpusText } from '../corpus/order-context.ts';
import type { GoldNotice, GoldOrder } from '../corpus/scoring.ts';
import { scoreNotice, scoreOrders } from '../corpus/scoring.ts';
import type { DeadlineRow } from '../support/deadline-corpus.ts';
import { NO_DEADLINE, readingContextAt, scoreDeadlines } from '../support/deadline-corpus.ts';
import { repliedAt } from './reply-context.ts';

// Sentences and documents written, with their answers, by people who had not seen the rules: the nearest thing to what
// offices will send. When they were first read some were read wrong, and rules for their kind were added since: the
// figures may rise, never fall, and say less of new sentences than they seem to.

test('deadlines', () => {
  const { wrong, ...score } = scoreDeadlines(
    corpusRows('blind/deadlines.jsonl') as DeadlineRow[],
    (row) => readDeadline(row.text, readingContextAt(row.writtenAt))?.deadline ?? NO_DEADLINE,
  );
  expect.soft(score.exact, wrong.join('\n')).toBeGreaterThanOrEqual(1947 / 1948);
  expect.soft(score.falseDeadlines, wrong.join('\n')).toBe(0);
  expect(score.lastWorkday, wrong.join('\n')).toBe(1);
});

test('orders', () => {
  const { failures, ...score } = scoreOrders(corpusRows('blind/assignments.jsonl') as GoldOrder[], (row) =>
    readAssignments(row.text, contextOn(row.ref_date)),
  );
  expect.soft(score.lead, failures.join('\n')).toBe(1);
  expect(score.whole, failures.join('\n')).toBeGreaterThanOrEqual(497 / 500);
});

interface ReplyRow {
  readonly text: string;
  readonly intent: ReplyIntent;
  readonly ref_date: string;
  readonly alt?: readonly (string | null)[];
}

const MAY_BE_DONE: ReadonlySet<string> = new Set(['done', 'accept_done', 'multi', 'correction']);

/** How many of `rows` are read right, and which of the others are taken for done, once `typed` is how they were typed. */
const scoreReplies = (rows: readonly ReplyRow[], typed: (text: string) => string) => {
  const read = rows.map((row) => ({
    row,
    intent: readReply(typed(row.text), repliedAt(row.ref_date)).intent,
  }));
  const wrong = read.filter(({ row, intent }) => ![row.intent, ...(row.alt ?? [])].includes(intent));
  return {
    right: 1 - wrong.length / rows.length,
    falselyDone: wrong.filter(({ row, intent }) => intent === 'done' && !MAY_BE_DONE.has(row.intent)),
    shown: wrong.map(({ row, intent }) => `${row.intent}, not ${intent}: ${row.text}`).join('\n'),
  };
};

test('replies', () => {
  const { right, falselyDone, shown } = scoreReplies(
    corpusRows('blind/replies.jsonl') as ReplyRow[],
    (text) => text,
  );
  expect.soft(falselyDone, shown).toEqual([]);
  expect(right, shown).toBeGreaterThanOrEqual(5998 / 6028);
});

test('replies typed without diacritics', () => {
  const marked = (corpusRows('blind/replies.jsonl') as ReplyRow[]).filter(
    ({ text }) => fold(text) !== text.toLowerCase(),
  );
  const { right, falselyDone, shown } = scoreReplies(marked, fold);
  expect.soft(falselyDone, shown).toEqual([]);
  expect(right, shown).toBeGreaterThanOrEqual(0.944);
});

describe.each([
  { name: 'tb-giao-ban-thang-9-2025', due: 1, precision: 1 },
  { name: 'cv-giao-nhiem-vu-ky-hop', due: 1, precision: 1 },
  { name: 'kh-thang-cao-diem-cds', due: 1, precision: 1 },
  { name: 'monthly-conclusions-wrapped', due: 1, precision: 1 },
  { name: 'quarterly-conclusions', due: 1, precision: 1 },
  { name: 'october-briefing-wrapped', due: 1, precision: 1 },
  { name: 'festival-preparation', due: 1, precision: 1 },
  { name: 'briefing-across-pages', due: 1, precision: 1 },
  { name: 'key-tasks-conference', due: 1, precision: 1 },
  { name: 'quarter-four-briefing', due: 1, precision: 1 },
  { name: 'october-conclusions-quang-ngai', due: 1, precision: 1 },
  { name: 'october-conclusions-wrapped', due: 1, precision: 1 },
])('notice $name', ({ name, due, precision }) => {
  test('its tasks', () => {
    const gold = JSON.parse(corpusText(`blind/notices/${name}.gold.json`)) as GoldNotice;
    const { failures, ...score } = scoreNotice(
      gold,
      readNotice(corpusText(`blind/notices/${name}.txt`), contextOn('2026-06-01')),
    );
    expect.soft(score, failures.join('\n')).toMatchObject({ recall: 1, coordinating: 1 });
    expect.soft(score.lead, failures.join('\n')).toBe(1);
    expect.soft(score.precision, failures.join('\n')).toBeGreaterThanOrEqual(precision);
    expect(score.due, failures.join('\n')).toBeGreaterThanOrEqual(due);
  });
});
