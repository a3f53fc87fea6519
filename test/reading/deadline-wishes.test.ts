import { describe, expect, test } from 'vitest';
import { namesDeadline, opensWithDeadline, readDeadlineWishes } from '../../src/reading/deadline-wishes.ts';

describe('deadlines named for tasks', () => {
  test.each<[string, readonly (readonly [number, string])[]]>([
    ['23 30/4', [[23, '30/4']]],
    ['23 hạn 30/4', [[23, '30/4']]],
    ['23: 30/4', [[23, '30/4']]],
    ['#23 - 30/4', [[23, '30/4']]],
    ['việc 23 hạn là thứ Sáu tuần sau', [[23, 'thứ Sáu tuần sau']]],
    ['Việc số 23 đến 17h00 ngày 30/4/2025', [[23, '17h00 ngày 30/4/2025']]],
    ['23 trước ngày 30/4', [[23, 'trước ngày 30/4']]],
    [
      '23 hạn 30/4; 24 hạn 05/5',
      [
        [23, '30/4'],
        [24, '05/5'],
      ],
    ],
    [
      '23 hạn 30/4, 24 hạn 05/5',
      [
        [23, '30/4'],
        [24, '05/5'],
      ],
    ],
    [
      '23 hạn 30/4\n\n24: thứ Sáu',
      [
        [23, '30/4'],
        [24, 'thứ Sáu'],
      ],
    ],
    ['23 han 30/4', [[23, '30/4']]],
  ])('%s', (text, wishes) => {
    expect(readDeadlineWishes(text)).toEqual(wishes.map(([number, words]) => ({ number, words })));
  });

  test.each(['', '23', '30/4', '23.4', '23/4/2025', '17h00 23/4', 'hạn 30/4', '23 hạn 30/4\ncảm ơn em'])(
    'means no task: %s',
    (text) => {
      expect(readDeadlineWishes(text)).toBeNull();
    },
  );
});

test.each([
  ['23 hạn 30/4', true, true],
  ['việc 23 hạn: 30/4', false, true],
  ['#23 han 30/4', true, true],
  ['23: 30/4', false, false],
  ['hạn 23 là 30/4', false, true],
  ['23 hạnh phúc', false, false],
])('%s: meant without being asked for %s, says “hạn” %s', (text, isPlain, isNamed) => {
  expect(opensWithDeadline(text)).toBe(isPlain);
  expect(namesDeadline(text)).toBe(isNamed);
});
