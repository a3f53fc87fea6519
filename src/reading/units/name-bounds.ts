// Where a unit's name in a text begins to be someone else's, and where it ends.
import { AGENCY_WORDS, OUTSIDE_QUALIFIERS } from '../lexicon/unit-words.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Mention } from './mention.ts';
import { fieldAfterAgency, nameEnd } from './organisations.ts';
import type { UnitName } from './unit-names.ts';

const agencyWords = new Phrases([[true, AGENCY_WORDS]]);
const outsideQualifiers = new Phrases([[true, OUTSIDE_QUALIFIERS]]);

/** True where a name without its prefix may be read at word `at`. */
export function isReadableBare(name: UnitName, words: readonly Word[], at: number, to: number): boolean {
  const first = words[at];
  if (first === undefined) return false;
  if (name.needsPrefix) return !name.isAcronym && first.isCapitalized && to - at >= 3;
  // "BAN" in lower case would be the word "ban".
  const looksLikeWord = name.isAcronym && /[aeiou]/u.test(name.key) && name.key.length <= 4;
  return !looksLikeWord || first.isCapitalized;
}

/** A short general name is someone else's where a place or another name follows: "Thanh tra tỉnh", "Văn phòng Đăng ký đất đai". */
export function belongsOutside(words: readonly Word[], to: number, name: UnitName): boolean {
  const next = words[to];
  if (next === undefined || !isJoinedBySpace(next.gap) || name.words.at(-1)?.folded === 'so') return false;
  // The next line of a form begins with a capital of its own.
  if (next.isCapitalized && next.gap.includes('\n')) return false;
  if (phraseLength(outsideQualifiers, words, to) > 0) return true;
  return (
    next.isCapitalized &&
    !next.isAcronym &&
    name.words.length <= 2 &&
    next.folded !== 'so' &&
    nameEnd(words, to) - to > 1
  );
}

/** The end of someone else's name that begins like a unit's: "Văn phòng Đăng ký đất đai tỉnh". */
export function foreignEnd(words: readonly Word[], to: number): number {
  const named = Math.max(to + phraseLength(outsideQualifiers, words, to), nameEnd(words, to));
  const end = Math.max(named, nameEnd(words, named));
  const place = words[end];
  const isPlaced = place !== undefined && isJoinedBySpace(place.gap) && PLACES.has(place.lower);
  return isPlaced ? end + 1 : end;
}

const PLACES: ReadonlySet<string> = new Set(['tỉnh', 'huyện', 'xã', 'phường']);

/** "Thanh tra Sở", "Phòng KHTC Sở", "Kế toán trưởng" */
export function endWithAgency(words: readonly Word[], to: number): number {
  const next = words[to];
  if (next === undefined || !isJoinedBySpace(next.gap)) return to;
  if (isAgencyWord(words[to - 1]) && next.isCapitalized) return to + fieldAfterAgency(words, to);
  if (next.lower === 'trưởng' && words[to - 1]?.lower === 'toán') return to + 1;
  const isOwned = next.lower === 'thuộc' || next.lower === 'của';
  const length = phraseLength(agencyWords, words, isOwned ? to + 1 : to);
  if (length === 0) return to;
  const end = to + length + (isOwned ? 1 : 0);
  return end + fieldAfterAgency(words, end);
}

/** "Sở", but not "số". */
const isAgencyWord = (word: Word | undefined): boolean => word?.folded === 'so' && word.lower !== 'số';

/** True where a unit's name is so short or doubtful that a longer name of another body wins over it. */
export const isGeneralName = (words: readonly Word[], mention: Mention, at: number): boolean =>
  mention.certainty === 'ask' ||
  (mention.to - at <= 2 && !words.slice(at, mention.to).some(({ isAcronym }) => isAcronym));
