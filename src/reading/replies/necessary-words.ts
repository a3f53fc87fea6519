// Which words a saying must hold for a pattern to match in it at all. Most patterns are about words that are not there,
// and to see that is a great deal cheaper than to compile and to run them.
import type { Part, Sequence } from './pattern-parts.ts';
import { partsOf } from './pattern-parts.ts';

/** Words of which one must be there. */
type OneOf = ReadonlySet<string>;

/** False only where a pattern cannot match among these words. */
export type Gate = (words: ReadonlySet<string>) => boolean;

/** So many demands of a way of matching are asked about: those of the fewest words tell most. */
const MOST_DEMANDS = 4;

/**
 * The gate of a pattern; null where it may match whatever the words are.
 * @param source of a pattern that matches whole words only, words being what stands between spaces
 */
export const gateOf = (source: string): Gate | null => {
  const byWord = new Map<string, (readonly OneOf[])[]>();
  for (const way of waysOf(partsOf(source))) {
    const [first, ...others] = fewestFirst(demandsOf(way, true, true)).slice(0, MOST_DEMANDS);
    if (first === undefined) return null;
    for (const word of first) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [others]);
      else known.push(others);
    }
  }
  return (words) => {
    for (const word of words)
      if (byWord.get(word)?.some((others) => others.every((each) => isMet(each, words)))) return true;
    return false;
  };
};

const isMet = (demand: OneOf, words: ReadonlySet<string>): boolean => {
  for (const word of words) if (demand.has(word)) return true;
  return false;
};

const fewestFirst = (demands: readonly OneOf[]): OneOf[] =>
  demands.toSorted((one, other) => one.size - other.size);

/** The alternatives of a pattern, taken out of the groups that hold nothing else. */
const waysOf = (ways: readonly Sequence[]): readonly Sequence[] =>
  ways.flatMap((way) => {
    const [first] = way;
    return way.length === 1 && first?.kind === 'group' ? waysOf(first.ways) : [way];
  });

/**
 * What a sequence demands, all of it.
 * @param startsWord true where a word is certain to begin where it begins
 * @param endsWord true where a word is certain to end where it ends
 */
const demandsOf = (sequence: Sequence, startsWord: boolean, endsWord: boolean): OneOf[] => {
  const parts = sequence.filter(({ kind }) => kind !== 'assertion');
  const isEnd = [endsWord];
  for (const part of parts.toReversed()) isEnd.push(endsAtEdge(part, isEnd.at(-1) ?? false, 'backwards'));
  isEnd.reverse();

  const found: OneOf[] = [];
  let isStart = startsWord;
  /** The letters of the word that is certain to have begun; null within any other. */
  let word = startsWord ? '' : null;
  for (const [index, part] of parts.entries()) {
    const isEndBehind = isEnd[index + 1] ?? false;
    if (isStart) word = '';
    if (part.kind !== 'letter') {
      found.push(...demandsOfPart(part, isStart, isEndBehind));
      word = null;
    } else if (part.letter !== ' ' && word !== null) {
      word += part.letter;
      if (isEndBehind) found.push(new Set([word]));
    }
    isStart = endsAtEdge(part, isStart, 'forwards');
  }
  return found;
};

const demandsOfPart = (part: Part, startsWord: boolean, endsWord: boolean): OneOf[] => {
  if (part.kind === 'repeated')
    return part.isOptional
      ? []
      : demandsOfPart(
          part.part,
          // It may stand beside itself.
          startsWord && endsAtEdge(part.part, true, 'forwards'),
          endsWord && endsAtEdge(part.part, true, 'backwards'),
        );
  if (part.kind !== 'group') return [];
  const least = part.ways.map((way) => fewestFirst(demandsOf(way, startsWord, endsWord))[0]);
  return least.includes(undefined) ? [] : [new Set(least.flatMap((demand) => [...(demand ?? [])]))];
};

/**
 * Whether a word is certain to begin behind `part`, or, looked at from behind, to end before it.
 * @param direction the way in which the parts are passed
 * @param isEdge whether one is certain on the side that is passed first
 */
const endsAtEdge = (part: Part, isEdge: boolean, direction: 'forwards' | 'backwards'): boolean => {
  switch (part.kind) {
    case 'letter':
      return part.letter === ' ';
    case 'any':
      return false;
    case 'assertion':
      return isEdge;
    case 'group':
      return part.ways.every((way) =>
        (direction === 'forwards' ? way : way.toReversed()).reduce(
          (isEdgeSoFar, each) => endsAtEdge(each, isEdgeSoFar, direction),
          isEdge,
        ),
      );
    case 'repeated':
      return endsAtEdge(part.part, isEdge, direction) && (isEdge || !part.isOptional);
  }
};
