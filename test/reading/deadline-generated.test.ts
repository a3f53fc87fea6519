import { expect, test } from 'vitest';
import { readDeadline } from '../../src/reading/deadline-reader.ts';
import { madeDeadlines } from '../corpus/deadlines-generator.ts';
import { NO_DEADLINE, readingContextAt, scoreDeadlines } from '../support/deadline-corpus.ts';

const SEED = 20_250_414;
const SENTENCES = 4_000;
const MOST_WRONG_SHOWN = 25;

const rows = madeDeadlines(SENTENCES, SEED);

test('sentences made up are all different', () => {
  expect(new Set(rows.map(({ text, writtenAt }) => writtenAt + text)).size).toBeGreaterThan(SENTENCES * 0.95);
});

test('sentences made up are read right', () => {
  const { wrong, ...score } = scoreDeadlines(
    rows,
    ({ text, writtenAt }) => readDeadline(text, readingContextAt(writtenAt))?.deadline ?? NO_DEADLINE,
  );
  const shown = wrong.slice(0, MOST_WRONG_SHOWN).join('\n');
  expect.soft(score.exact, shown).toBeGreaterThanOrEqual(0.99);
  expect.soft(score.falseDeadlines, shown).toBe(0);
  expect(score.lastWorkday, shown).toBe(1);
});
