import { describe, expect, test } from 'vitest';
import type { ReplyIntent } from '../../src/reading/findings.ts';
import { readReply } from '../../src/reading/reply-reader.ts';
import { corpusTable, repliedAt } from './reply-context.ts';

const phrasings = corpusTable('replies-phrasings.yaml') as Partial<Record<ReplyIntent, string[]>>;
const neverDone = corpusTable('replies-never-done.yaml') as string[];
const several = corpusTable('replies-several.yaml') as {
  says: string;
  means: Partial<Record<string, ReplyIntent>>;
}[];

const context = repliedAt();

test.each(Object.entries(phrasings))('%s', (intent, says) => {
  const misread = says.flatMap((text) => {
    const found = readReply(text, context).intent;
    return found === intent ? [] : [`${text} → ${found}`];
  });
  expect(misread).toEqual([]);
});

test('never done', () => {
  const misread = neverDone.filter((text) => {
    const { intent, items } = readReply(text, context);
    return [intent, ...items.map((item) => item.intent)].includes('done');
  });
  expect(misread).toEqual([]);
});

describe('several tasks in one reply', () => {
  test.each(several)('$says', ({ says, means }) => {
    const { intent, items } = readReply(says, context);
    expect(intent).toBe('multi');
    expect(Object.fromEntries(items.map((item) => [item.taskNo, item.intent]))).toEqual(means);
  });
});
