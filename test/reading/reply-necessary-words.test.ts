import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { normalize } from '../../src/reading/normalize.ts';
import { gateOf } from '../../src/reading/replies/necessary-words.ts';
import type { Part, Sequence } from '../../src/reading/replies/pattern-parts.ts';
import { partsOf } from '../../src/reading/replies/pattern-parts.ts';
import { corpusFile, corpusTable } from './reply-context.ts';

const made: RegExp[] = [];
const { RegExp: original } = globalThis;
globalThis.RegExp = new Proxy(original, {
  construct: (target, parameters: [string, string?]) => {
    const expression = new target(...parameters);
    made.push(expression);
    return expression;
  },
});
// Every pattern that replies are read with is made while these are loaded.
vi.resetModules();
await import('../../src/reading/reply-reader.ts');
const { spellOut } = await import('../../src/reading/replies/chat-spelling.ts');
const { tokenizeReply } = await import('../../src/reading/replies/tokenize-reply.ts');
const { mayMatch, pattern, sayingOf } = await import('../../src/reading/replies/wording.ts');
globalThis.RegExp = original;

const isGated = (expression: RegExp): boolean => !mayMatch('', expression);
const patterns = made.filter((expression) => expression.source.startsWith('(?<=^| )'));

const saidIn = (text: string): string => sayingOf(spellOut(tokenizeReply(normalize(text)))).said;
const sayings = [
  ...corpusFile('replies.jsonl')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text),
  ...Object.values(corpusTable('replies-phrasings.yaml') as Readonly<Record<string, string[]>>).flat(),
].map(saidIn);
const vocabulary = [...new Set(sayings.flatMap((said) => said.trim().split(' ')))];

/** Where a pattern matches although it was said that it cannot. */
const wronglyShut = (said: string): string[] =>
  patterns.filter((expression) => !mayMatch(said, expression) && expression.test(said)).map(String);

/** Something of the shape of a pattern, whatever its assertions say. */
const shaped = (ways: readonly Sequence[]): fc.Arbitrary<string> =>
  fc.oneof(...ways.map((way) => fc.tuple(...way.map(shapedPart)).map((parts) => parts.join(''))));

const shapedPart = (part: Part): fc.Arbitrary<string> => {
  switch (part.kind) {
    case 'letter':
      return fc.constant(part.letter);
    case 'any':
      return fc.oneof(fc.constantFrom('1', '23', 'a', ' ', ','), fc.constantFrom(...vocabulary));
    case 'assertion':
      return fc.constant('');
    case 'group':
      return shaped(part.ways);
    case 'repeated':
      return fc
        .array(shapedPart(part.part), { minLength: part.isOptional ? 0 : 1, maxLength: 2 })
        .map((parts) => parts.join(''));
  }
};

const check = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, holds: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, holds), { seed: 20_250_414, numRuns });
};

describe('a pattern is passed over only where it cannot match', () => {
  test('in replies as they were written', () => {
    expect(sayings.flatMap(wronglyShut)).toEqual([]);
  });

  test('in their words in any order', () => {
    check(fc.array(fc.constantFrom(...vocabulary), { maxLength: 9 }), 300, (words) => {
      expect(wronglyShut(` ${words.join(' ')} `)).toEqual([]);
    });
  });

  test('in what is made after each pattern', () => {
    let matched = 0;
    for (const expression of patterns) {
      const around = fc.constantFrom('', ' ', ' rồi', ' , ');
      check(fc.tuple(around, shaped(partsOf(expression.source)), around), 20, ([before, inside, after]) => {
        const said = `${before} ${inside} ${after}`;
        if (!expression.test(said)) return;
        matched++;
        expect(mayMatch(said, expression)).toBe(true);
      });
    }
    expect(matched).toBeGreaterThan(patterns.length * 5);
  });
});

test('most patterns are about words', () => {
  expect(patterns.length).toBeGreaterThan(300);
  expect(patterns.filter(isGated).length).toBeGreaterThan(patterns.length * 0.9);
});

const isOpen = (source: string, said: string): boolean => gateOf(source)?.(new Set(said.split(' '))) ?? true;

test.each([
  ['đang làm', 'đang chờ', false],
  ['đang làm', 'vẫn làm , đang chờ', true],
  ['(?:đang|vẫn) làm', 'vẫn làm', true],
  ['(?:đang|vẫn) làm', 'sẽ làm', false],
  ['(?:rất )?tốt', 'tốt', true],
  ['(?:rất )+tốt', 'tốt', false],
  ['(?:rất ){0,2}tốt', 'tốt', true],
  ['xong(?! chưa)', 'xong', true],
  ['(?<!chưa )xong', 'làm', false],
  ['^ xong(?= $)', ' xong ', true],
  // The parts of a word are no words.
  ['xong(?:g)?', 'xongg', true],
  ['x+ong', 'xxong', true],
  ['[Xx]ong', 'Xong', true],
  ['(?:gi|nh)anh', 'nhanh', true],
  ['việc ?này', 'việcnày', true],
  ['số (?:<doc>|\\d+)', 'số 12', true],
  ['được \\?', 'được ?', true],
  ['được \\?', 'được', false],
  ['\\p{L}+ ơi', 'anh ơi', true],
  ['', '', true],
])('%j in %j', (source, said, isPossible) => {
  expect(isOpen(source, said)).toBe(isPossible);
  if (pattern(source).test(` ${said} `)) expect(isPossible).toBe(true);
});

test.each(['(?i:xong)', 'xong)', '(xong'])('%j is not guessed at', (source) => {
  expect(() => partsOf(source)).toThrow(SyntaxError);
});
