import { FormattedString } from '@grammyjs/parse-mode';
import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT, splitMessage } from '../../src/telegram/transport/split-message.ts';

fc.configureGlobal({ seed: 20250414 });

const plain = (text: string): FormattedString => new FormattedString(text);
const texts = (parts: readonly FormattedString[]): string[] => parts.map((part) => part.text);

describe('splitMessage', () => {
  it('leaves a text that fits as it is', () => {
    const text = FormattedString.b('Việc 23').plain(' · Hạn 18/4');
    expect(splitMessage(text)).toEqual([text]);
  });

  it('takes exactly the limit in one part', () => {
    expect(texts(splitMessage(plain('x'.repeat(MESSAGE_LIMIT))))).toHaveLength(1);
    expect(texts(splitMessage(plain('x'.repeat(MESSAGE_LIMIT + 1)))).map(({ length }) => length)).toEqual([
      MESSAGE_LIMIT,
      1,
    ]);
  });

  it.each([
    ['at the end of a line', 'một hai\nba bốn\nnăm', 14, ['một hai\nba bốn', 'năm']],
    ['at the end of a line that just fits', 'một hai\nba', 7, ['một hai', 'ba']],
    ['between words where the last line ends too early', 'a\nmột hai ba bốn', 12, ['a\nmột hai ba', 'bốn']],
    ['between words', 'một hai ba', 8, ['một hai', 'ba']],
    ['inside a word where there is no other way', 'mộthaiba', 3, ['một', 'hai', 'ba']],
    ['without the empty lines around', '\n\nmột\n\n\nhai\n', 5, ['một', 'hai']],
    ['not inside a pair of surrogates', 'a📋b', 2, ['a', '📋', 'b']],
    ['not between a letter and its marks', 'xe\u0302\u0301y', 3, ['x', 'e\u0302\u0301', 'y']],
    ['not inside a joined emoji', 'ab👩‍💻c', 6, ['ab', '👩‍💻c']],
  ])('cuts %s', (_, text, limit, expected) => {
    expect(texts(splitMessage(plain(text), limit))).toEqual(expected);
  });

  it('keeps an entity whole where it fits into a part', () => {
    const text = plain('một hai ').b('ba bốn').plain(' năm');
    const [first, second] = splitMessage(text, 12);
    expect(first?.text).toBe('một hai');
    expect(first?.entities).toEqual([]);
    expect(second?.text).toBe('ba bốn năm');
    expect(second?.entities).toEqual([{ type: 'bold', offset: 0, length: 6 }]);
  });

  it('goes on with an entity that is longer than a part', () => {
    const text = plain('a\n').expandableBlockquote('b c d e f');
    expect(splitMessage(text, 5).map((part) => [part.text, part.entities])).toEqual([
      ['a\nb c', [{ type: 'expandable_blockquote', offset: 2, length: 3 }]],
      ['d e f', [{ type: 'expandable_blockquote', offset: 0, length: 5 }]],
    ]);
  });

  it('makes nothing of whitespace', () => {
    expect(splitMessage(plain(' \n '))).toEqual([]);
  });

  const formatted = fc
    .record({
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: fc.constantFrom('a', 'ệ', '📋', ' ', '\n', 'e\u0302\u0323'), maxLength: 300 }),
      ),
      marks: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
    })
    .map(({ text, marks }) => new FormattedString(text, entitiesOn(text, marks)));

  it('keeps every part within the limit, well-formed and trimmed', () => {
    fc.assert(
      fc.property(formatted, fc.integer({ min: 12, max: 80 }), (text, limit) => {
        for (const part of splitMessage(text, limit)) {
          expect(part.text.length).toBeLessThanOrEqual(limit);
          expect(part.text.trim()).toBe(part.text);
          expect(part.text).not.toBe('');
          expect(part.text.isWellFormed()).toBe(true);
          for (const { offset, length } of part.entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(part.text.length);
          }
        }
      }),
    );
  });

  it('loses nothing but whitespace', () => {
    fc.assert(
      fc.property(formatted, fc.integer({ min: 12, max: 80 }), (text, limit) => {
        const bare = (value: string): string => value.replace(/\s/gu, '');
        const parts = splitMessage(text, limit);
        expect(bare(parts.map((part) => part.text).join(''))).toBe(bare(text.text));
        const marked = (part: FormattedString): string =>
          part.entities.map(({ offset, length }) => bare(part.text.slice(offset, offset + length))).join('');
        expect(parts.map(marked).join('').length).toBe(marked(text).length);
      }),
    );
  });

  it('cuts no short entity', () => {
    fc.assert(
      fc.property(formatted, fc.integer({ min: 12, max: 80 }), (text, limit) => {
        const short = text.entities.filter(
          ({ offset, length }) =>
            length <= limit && text.text.slice(offset, offset + length).trim().length === length,
        );
        const whole = splitMessage(text, limit).flatMap((part) =>
          part.entities.map(({ offset, length }) => part.text.slice(offset, offset + length)),
        );
        for (const { offset, length } of short)
          expect(whole).toContain(text.text.slice(offset, offset + length));
      }),
    );
  });

  it('reads a long text once', () => {
    const parts = splitMessage(plain('x '.repeat(200_000)));
    expect(parts.length).toBe(Math.ceil(400_000 / MESSAGE_LIMIT));
  });
});

/** Entities that do not overlap and do not cut a character. */
const entitiesOn = (text: string, marks: readonly (readonly [number, number])[]): MessageEntity[] => {
  const bounds = [...new Intl.Segmenter('vi').segment(text)].map(({ index }) => index);
  const points = marks
    .flat()
    .map((mark) => bounds[mark % Math.max(1, bounds.length)] ?? 0)
    .sort((a, b) => a - b);
  const entities: MessageEntity[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) {
    const [offset = 0, end = 0] = points.slice(index, index + 2);
    const previous = entities.at(-1);
    if (end > offset && (previous === undefined || previous.offset + previous.length < offset)) {
      entities.push({ type: 'bold', offset, length: end - offset });
    }
  }
  return entities;
};
