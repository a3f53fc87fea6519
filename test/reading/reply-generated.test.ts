import { expect, test } from 'vitest';
import type { ReplyFinding } from '../../src/reading/findings.ts';
import { readReply } from '../../src/reading/reply-reader.ts';
import { repliedAt } from './reply-context.ts';
import { makeReplies, makeRepliesOnSeveral } from './reply-generator.ts';

const COUNT = 2_500;
const SEED = 20_250_414;
const LEAST_SHARE_RIGHT = 0.97;

const context = repliedAt();
const read = makeReplies(COUNT, SEED).map((made) => ({ made, found: readReply(made.text, context) }));

const isDone = ({ intent, items }: ReplyFinding): boolean =>
  intent === 'done' || items.some((item) => item.intent === 'done');

test('replies that no one wrote are taken for what they mean', () => {
  const wrong = read.filter(({ made, found }) => made.intent !== found.intent);
  const share = 1 - wrong.length / COUNT;
  const shown = wrong.slice(0, 20).map(({ made, found }) => `${made.intent} → ${found.intent}: ${made.text}`);
  expect(share, shown.join('\n')).toBeGreaterThanOrEqual(LEAST_SHARE_RIGHT);
});

test('none of them is taken for done that is not', () => {
  const falselyDone = read.filter(({ made, found }) => made.intent !== 'done' && isDone(found));
  expect(falselyDone.map(({ made }) => made)).toEqual([]);
});

test('replies on several tasks are taken apart, and none for done that is not', () => {
  const made = makeRepliesOnSeveral(COUNT / 2, SEED);
  const results = made.map(({ text, items }) => {
    const found = readReply(text, context).items.map(({ taskNo, intent }) => `${taskNo}: ${intent}`);
    const wanted = items.map(([taskNo, intent]) => `${taskNo}: ${intent}`);
    return { text, found, wanted };
  });
  const falselyDone = results.filter(({ found, wanted }) =>
    found.some((item) => item.endsWith(': done') && !wanted.includes(item)),
  );
  expect(falselyDone).toEqual([]);
  const wrong = results.filter(({ found, wanted }) => found.toSorted().join() !== wanted.toSorted().join());
  const share = 1 - wrong.length / made.length;
  const shown = wrong.slice(0, 20).map(({ text, found }) => `${text}\n  ${found.join(', ')}`);
  expect(share, shown.join('\n')).toBeGreaterThanOrEqual(LEAST_SHARE_RIGHT);
});
