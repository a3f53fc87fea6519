// "1) đã gửi 2) đã trình 3) đang viết": numbers that count up through a reply, each with the same mark behind it.
import type { Word } from './wording.ts';
import { endsClause } from './wording.ts';

const MARKS = new Set([')', '.', '/', '-', ':']);
const LEAST = 2;
const NUMBER = /^\d{1,3}$/u;

/** Where a number stands with a mark behind it that something is said after. */
const isEnumerator = (words: readonly Word[], at: number, mark: string): boolean =>
  NUMBER.test(words[at]?.text ?? '') &&
  words[at + 1]?.text === mark &&
  words[at + 2] !== undefined &&
  !endsClause(words[at + 2]) &&
  !NUMBER.test(words[at + 2]?.text ?? '');

/**
 * Makes tasks of the numbers that list a reply's answers. The first stands at the start of the reply or of a clause;
 * the others count on from it, one by one.
 *
 * @param known the numbers of the tasks that the answered message listed; empty where that is not known
 */
export function reduceEnumerators(words: readonly Word[], known: ReadonlySet<number>): readonly Word[] {
  const places = placesOf(words);
  const numbers = places.map((at) => Number(words[at]?.text));
  if (places.length < LEAST || (known.size > 0 && !numbers.every((number) => known.has(number))))
    return words;
  const starts = new Set(places);
  return words.flatMap((word, at): Word[] => {
    if (starts.has(at - 1)) return [];
    if (!starts.has(at)) return [word];
    // The line or clause before ends here, whether or not the writer marked it.
    const stop: Word[] =
      at === 0 || endsClause(words[at - 1]) ? [] : [{ ...word, text: '.', end: word.start }];
    return [...stop, { ...word, text: '<task>', mention: { kind: 'task', numbers: [Number(word.text)] } }];
  });
}

function placesOf(words: readonly Word[]): number[] {
  const first = words.findIndex(
    (_, at) =>
      (at === 0 || endsClause(words[at - 1])) && [...MARKS].some((mark) => isEnumerator(words, at, mark)),
  );
  const mark = words[first + 1]?.text ?? '';
  if (first < 0) return [];
  const places = [first];
  let next = Number(words[first]?.text) + 1;
  for (let at = first + 2; at < words.length; at++) {
    if (words[at]?.text !== String(next) || !isEnumerator(words, at, mark)) continue;
    places.push(at);
    next++;
  }
  return places;
}
