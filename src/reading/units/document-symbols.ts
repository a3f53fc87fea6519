import type { Word } from '../words/word.ts';

/**
 * Marks the words of document numbers and symbols, "51/KH-UBND" of the State and "336-KH/TU" of the Party: the letters
 * in them are kinds of document and issuing bodies, never units with work to do.
 */
export function documentSymbols(words: readonly Word[]): Uint8Array {
  const marked = new Uint8Array(words.length);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || !startsWithCapital(word)) continue;
    const before = words[index - 1];
    // "1/ VP: …" at the start of a line is the first item of a list.
    const isItemMark = word.gap.endsWith('/ ') && (index === 1 || before?.gap.includes('\n') === true);
    const isStateStyle =
      !isItemMark && /^ ?\/ ?$/u.test(word.gap) && (before === undefined || /^\d/u.test(before.written));
    const isEmptyNumber = !isItemMark && /(?:^|[\s:.…])\/ ?$/u.test(word.gap) && word.gap.length > 1;
    const isPartyStyle =
      word.gap === '-' &&
      before !== undefined &&
      /^\d/u.test(before.written) &&
      words[index + 1]?.gap === '/';
    if (!isStateStyle && !isEmptyNumber && !isPartyStyle) continue;
    if (before !== undefined && !isEmptyNumber) marked[index - 1] = 1;
    marked[index] = 1;
    while (index + 1 < words.length && /^[-/&.]$/u.test(words[index + 1]?.gap ?? ' ')) marked[++index] = 1;
  }
  return marked;
}

const startsWithCapital = ({ isCapitalized }: Word): boolean => isCapitalized;
