import type { Message, MessageOrigin } from 'grammy/types';
import { expect, test } from 'vitest';
import { plainWords, wordsOf } from '../../src/telegram/words.ts';

const HEAD = { id: 7, is_bot: false, first_name: 'Tô Thị', last_name: 'Hạnh' };
const GROUP = { id: -1_001_234_567_890, type: 'supergroup', title: 'Phòng KHTC' } as const;

const aMessage = (fields: object): Message => ({
  message_id: 5,
  date: 2_000,
  chat: GROUP,
  from: HEAD,
  ...fields,
});

test('what a message answers is taken up with who wrote it, when and where', () => {
  const answered = aMessage({
    message_id: 4,
    date: 1_000,
    text: 'Rà soát giúp dự toán',
    is_topic_message: true,
    message_thread_id: 9,
  });
  const command = aMessage({ text: '/giao Phòng A', reply_to_message: answered });
  expect(wordsOf(command, 'Phòng A')).toEqual({
    text: 'Rà soát giúp dự toán',
    note: 'Phòng A',
    file: null,
    isOrder: true,
    writtenAt: 1_000_000,
    origin: {
      author: 'Tô Thị Hạnh',
      authorTelegramId: 7,
      writtenAt: 1_000_000,
      source: { chatId: GROUP.id, threadId: 9, messageId: 4 },
    },
  });
});

test('only the part that is quoted by hand is taken up', () => {
  const answered = aMessage({ text: 'Chào anh. Rà soát dự toán. Cảm ơn.' });
  const quote = { text: 'Rà soát dự toán.', position: 10 };
  const words = (isManual: boolean): string | undefined =>
    wordsOf(aMessage({ reply_to_message: answered, quote: { ...quote, is_manual: isManual } }), '')?.text;
  expect(words(true)).toBe('Rà soát dự toán.');
  expect(words(false)).toBe('Chào anh. Rà soát dự toán. Cảm ơn.');
});

test('a message of another chat is taken up as far as it is quoted', () => {
  const command = aMessage({
    text: '/giao',
    external_reply: {
      origin: { type: 'user', date: 1_000, sender_user: HEAD },
      chat: { ...GROUP, id: -1_009 },
      message_id: 44,
    },
    quote: { text: 'Rà soát dự toán', position: 0 },
  });
  expect(wordsOf(command, '')).toMatchObject({
    text: 'Rà soát dự toán',
    writtenAt: 1_000_000,
    origin: { author: 'Tô Thị Hạnh', source: { chatId: -1_009, messageId: 44 } },
  });
});

test('the bot’s own words and empty messages are nobody’s order', () => {
  const fromBot = aMessage({ text: 'Việc 1', from: { ...HEAD, is_bot: true } });
  expect(wordsOf(aMessage({ reply_to_message: fromBot }), '')).toBeNull();
  expect(wordsOf(aMessage({ reply_to_message: fromBot }), 'Phòng A báo cáo')).toMatchObject({
    text: 'Phòng A báo cáo',
    origin: null,
  });
  expect(wordsOf(aMessage({ reply_to_message: aMessage({ text: '  ' }) }), '')).toBeNull();
  expect(wordsOf(aMessage({}), '')).toBeNull();
});

test.each<[MessageOrigin['type'], object, string]>([
  ['user', { sender_user: { id: 1, is_bot: false, first_name: 'An' } }, 'An'],
  ['hidden_user', { sender_user_name: 'Người ẩn' }, 'Người ẩn'],
  ['chat', { sender_chat: { id: -5, type: 'supergroup', title: 'Giao ban' } }, 'Giao ban'],
  ['channel', { chat: { id: -1_005, type: 'channel', title: 'Bản tin Sở' }, message_id: 3 }, 'Bản tin Sở'],
])('what was first said by a %s and forwarded keeps its author', (type, fields, author) => {
  const forwarded = aMessage({ text: 'x', forward_origin: { type, date: 1_000, ...fields } });
  const words = plainWords(forwarded, 'x');
  expect(words).toMatchObject({ writtenAt: 1_000_000, origin: { author } });
  expect(words.origin?.source ?? null).toEqual(
    type === 'channel' ? { chatId: -1_005, threadId: null, messageId: 3 } : null,
  );
});
