import { expect, test } from 'vitest';
import { messageLink } from '../../src/domain/ledger.ts';

test.each<[string, number, number | null, number | null, string | null]>([
  ['a supergroup', -1_001_234_567_890, null, 7, 'https://t.me/c/1234567890/7'],
  ['a supergroup with a short number', -1_000_000_000_042, null, 7, 'https://t.me/c/42/7'],
  ['a topic', -1_001_234_567_890, 5, 7, 'https://t.me/c/1234567890/5/7'],
  ['a small group', -4_100_012_345, null, 7, null],
  ['a small group that looks like a supergroup', -1_001_234_567, null, 7, null],
  ['a private chat', 5_200_000_001, null, 7, null],
  ['what was never sent', -1_001_234_567_890, null, null, null],
])('the link of a message in %s', (_, chatId, threadId, messageId, link) => {
  expect(messageLink({ chatId, threadId }, messageId)).toBe(link);
});
