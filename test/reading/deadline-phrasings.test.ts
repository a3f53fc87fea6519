import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Bound } from '../../src/domain/deadline.ts';
import { readDeadline } from '../../src/reading/deadline-reader.ts';
import { readingContextAt } from '../support/deadline-corpus.ts';

interface Phrasings {
  readonly deadlines: readonly {
    readonly writtenAt: string;
    readonly due: string | null;
    readonly bound: Bound;
    readonly phrasings: readonly string[];
  }[];
}

type LookAlikes = readonly {
  readonly kind: string;
  readonly writtenAt: string;
  readonly texts: readonly string[];
}[];

const corpus = (file: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, '..', 'corpus', file), 'utf8'));

const table = corpus('deadline-phrasings.yaml') as Phrasings;
const lookAlikes = corpus('deadline-look-alikes.yaml') as LookAlikes;

const including: readonly Bound[] = ['by', 'on', 'within'];

describe.each(table.deadlines)(
  '$due, $bound, written on $writtenAt',
  ({ writtenAt, due, bound, phrasings }) => {
    test.each(phrasings)('%s', (text) => {
      const deadline = readDeadline(text, readingContextAt(writtenAt))?.deadline;
      expect(deadline?.due).toBe(due);
      expect(bound === 'by' ? including : [bound]).toContain(deadline?.bound);
    });
  },
);

describe.each(lookAlikes)('no date: $kind, written on $writtenAt', ({ writtenAt, texts }) => {
  test.each(texts)('%s', (text) => {
    const deadline = readDeadline(text, readingContextAt(writtenAt))?.deadline;
    expect(deadline?.due ?? null).toBe(null);
    expect(deadline?.bound ?? 'none').toBe('none');
  });
});
