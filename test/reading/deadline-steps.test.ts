import { expect, test, vi } from 'vitest';
import { readDeadlines } from '../../src/reading/deadline-reader.ts';
import { Tokens } from '../../src/reading/recognizers/tokens.ts';
import { readingContextAt } from '../support/deadline-corpus.ts';

const context = readingContextAt('2025-04-01');
const SHORT = 1500;
const TIMES = 8;

/** Every look at a word goes through one of these. */
const LOOKS = ['at', 'bareAt', 'is', 'couldBe', 'isMark', 'isNumber'] as const;

/** How often the reader looks at a word of the text: a measure of its work that no clock is needed for. */
function looksTaken(text: string): number {
  let looks = 0;
  const spies = LOOKS.map((name) => {
    const look: unknown = Object.getOwnPropertyDescriptor(Tokens.prototype, name)?.value;
    if (typeof look !== 'function') throw new Error(`Tokens has no ${name}`);
    return vi.spyOn(Tokens.prototype, name).mockImplementation(function (this: Tokens, ...args: unknown[]) {
      looks++;
      return Reflect.apply(look, this, args) as never;
    });
  });
  try {
    readDeadlines(text, context);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return looks;
}

test.each([
  ['digits', '0123456789 '],
  ['slashes', '/'],
  ['dates run together', '1/2/3/4-'],
  ['a cue', 'trước ngày '],
  ['a cue and a date', 'trước ngày 15/4/2025, '],
  ['a cue far before its date', 'hạn nộp của các phòng và đơn vị '],
  ['item numbers', '1. '],
  ['deep numbering', '1.1.1.1.1.1.1.1 '],
  ['brackets', '((( '],
  ['lines', 'Gửi báo cáo\n'],
  ['conditions', 'sau khi trước khi '],
  ['recurrences', 'hằng tháng ngày 15 '],
  ['ranges', 'từ 15/4 đến 16/4 và '],
  ['lengths before an event', '3 ngày trước hội nghị '],
  ['words that point back', 'trước đó 15/4 '],
  ['days in a row', 'ngày 1, 2, 3, 4 và '],
  ['work without a date', 'rà soát hội nghị báo cáo '],
  ['work and days', 'gửi 15/4 hội nghị '],
  ['one question', 'gửi 15/4 ', '?'],
  ['one condition', 'hồ sơ nộp trước 15/4 ', '', 'đối với '],
  ['one citation', 'vào 15/4 ', '', 'thực hiện '],
  ['goals', 'đến năm 2027 '],
  ['no diacritics', 'truoc ngay thu hai tuan sau '],
])('%s: the work grows no faster than the text', (_, piece, end = '', start = '') => {
  const of = (length: number): string =>
    start + piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end;
  const short = looksTaken(of(SHORT));
  const long = looksTaken(of(SHORT * TIMES));
  expect(long).toBeLessThanOrEqual((short + SHORT) * TIMES * 1.1);
});
