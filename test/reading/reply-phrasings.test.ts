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

describe.each(Object.entries(phrasings))('%s', (intent, says) => {
  test.each(says)('%s', (text) => {
    expect(readReply(text, context).intent).toBe(intent);
  });
});

describe('never done', () => {
  test.each(neverDone)('%s', (text) => {
    const { intent, items } = readReply(text, context);
    expect([intent, ...items.map((item) => item.intent)]).not.toContain('done');
  });
});

describe('several tasks in one reply', () => {
  test.each(several)('$says', ({ says, means }) => {
    const { intent, items } = readReply(says, context);
    expect(intent).toBe('multi');
    expect(Object.fromEntries(items.map((item) => [item.taskNo, item.intent]))).toEqual(means);
  });
});
