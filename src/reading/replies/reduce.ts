import type { Found, Mention, Word } from './wording.ts';
import { findAll, sayingOf } from './wording.ts';

/**
 * Replaces every match of `expression` by the mention that `make` makes of it, from left to right; a null leaves the
 * words as they are. With a group named "it" only its words are replaced.
 */
export function reduce(
  words: readonly Word[],
  expression: RegExp,
  make: (found: Found, words: readonly Word[]) => Mention | null,
): readonly Word[] {
  const reduced: Word[] = [];
  let at = 0;
  for (const found of findAll(sayingOf(words), expression)) {
    const first = words[found.first];
    const last = words[found.end - 1];
    if (first === undefined || last === undefined || found.first < at) continue;
    const mention = make(found, words);
    if (mention === null) continue;
    reduced.push(...words.slice(at, found.first), {
      text: `<${mention.kind}>`,
      start: first.start,
      end: last.end,
      mention,
    });
    at = found.end;
  }
  return at === 0 ? words : [...reduced, ...words.slice(at)];
}
