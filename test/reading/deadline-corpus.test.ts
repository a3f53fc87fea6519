import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeadline, readDeadlines } from '../../src/reading/deadline-reader.ts';
import { NO_DEADLINE, deadlineCorpus, readingContextAt, scoreDeadlines } from '../support/deadline-corpus.ts';

const context = readingContextAt('2025-04-01');
const settings = { seed: 20250401, numRuns: 300 };
const corpus = deadlineCorpus();

// Today's level: every row is read right. A change may not lower it.
test('every sentence of the corpus is read as a person reads it', () => {
  const { wrong, ...score } = scoreDeadlines(
    corpus,
    (row) => readDeadline(row.text, readingContextAt(row.writtenAt))?.deadline ?? NO_DEADLINE,
  );
  expect(wrong).toEqual([]);
  expect(score).toEqual({ exact: 1, falseDeadlines: 0, missed: 0, lastWorkday: 1 });
});

describe('whatever the text', () => {
  test('nothing is thrown, and a finding is where it says it is', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          'trước ngày ',
          '31/4',
          '15/4/2025',
          ' thứ Sáu ',
          'quý II',
          'hằng tháng',
          '17h00',
          'tuần sau',
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        for (const { span, quote } of readDeadlines(text, context)) expect(text.slice(...span)).toBe(quote);
      }),
      settings,
    );
  });

  test('composed and decomposed letters read the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), ({ text, writtenAt }) => {
        const at = readingContextAt(writtenAt);
        const composed = readDeadline(text.normalize('NFC'), at)?.deadline.due;
        expect(readDeadline(text.normalize('NFD'), at)?.deadline.due).toBe(composed);
      }),
      settings,
    );
  });
});
