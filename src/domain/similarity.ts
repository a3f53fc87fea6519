/** Numbers, months and quarters tell apart what is otherwise said in the same words: "quý I", "tháng 4", "đợt 2". */
const NUMBER = /^(?:\d+(?:[./-]\d+)*|[ivx]+)$/u;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .match(/[\p{L}\p{N}]+(?:[./-]\p{N}+)*/gu) ?? [];

/** Words in pairs, as they follow each other: "kế hoạch" and "hoạch kế" are not alike. */
const pairsOf = (words: readonly string[]): Set<string> =>
  words.length < 2
    ? new Set(words)
    : new Set(words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`));

/**
 * How much two descriptions of work say the same, from 0 to 1: the Dice coefficient of their pairs of neighbouring words,
 * that is twice the pairs in common by the pairs of both. Where both name numbers, and not the same ones, it is 0.
 */
export const similarity = (one: string, other: string): number => {
  const words = [wordsOf(one), wordsOf(other)] as const;
  const [numbers, otherNumbers] = words.map((each) =>
    each
      .filter((word) => NUMBER.test(word))
      .toSorted()
      .join(' '),
  );
  if (numbers !== '' && otherNumbers !== '' && numbers !== otherNumbers) return 0;
  const [pairs, otherPairs] = [pairsOf(words[0]), pairsOf(words[1])];
  const common = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return pairs.size + otherPairs.size === 0 ? 0 : (2 * common) / (pairs.size + otherPairs.size);
};
