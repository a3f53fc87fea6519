import type { ReadingContext } from '../context.ts';
import type { UnitFinding } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import { fold } from '../normalize.ts';
import { createUnitMatcher } from '../units/registry-matchers.ts';
import type { Word } from './wording.ts';
import { endsClause } from './wording.ts';

/** "các phòng", "các xã" stay words: they are no one to wait for by name. */
const GROUP = /^(?:các|những|mấy|một số|cac|nhung|may|toàn|toan)(?= )/iu;

/** "phòng nào" asks for a unit, "phòng khác" names none. */
const UNNAMED = /(?<!\p{L})(?:nào|nao|gì|khác|kia|này|đó)$/iu;

const UNNAMED_WORDS = new Set(['nào', 'gì', 'khác', 'kia', 'này', 'đó']);

/** Puts one word in place of every unit and outside body that is named ("phòng QLKH&CN", "Sở Tài chính"). */
export function reduceUnits(
  words: readonly Word[],
  text: NormalizedText,
  context: ReadingContext,
): readonly Word[] {
  return unitsIn(words, text, context)
    .filter(({ mention }) => !GROUP.test(mention) && !UNNAMED.test(mention))
    .reduce((reduced, unit) => replaceUnit(reduced, unit, text), words);
}

/**
 * Where everything is typed in capitals no word is a name for being capital: then the text is read in lower case, and
 * what only capitals tell ("VĂN PHÒNG") must be a unit of the agency.
 */
function unitsIn(
  words: readonly Word[],
  text: NormalizedText,
  context: ReadingContext,
): readonly UnitFinding[] {
  const matcher = createUnitMatcher(context.units);
  const isShouted = text.text === text.text.toUpperCase();
  const units = matcher.find(respelled(words, text, isShouted ? text.lower : text.text));
  return isShouted && units.length === 0 ? matcher.find(text).filter(({ code }) => code !== null) : units;
}

/** The text with the diacritics that were put back ("phong" → "phòng"), letter for letter, so that spans hold. */
function respelled(
  words: readonly Word[],
  { original, lower, folded, spanOf }: NormalizedText,
  written: string,
): NormalizedText {
  const letters = Array.from({ length: written.length }, (_, at) => written.charAt(at));
  for (const { text: meant, mention, start, end } of words) {
    const typed = lower.slice(start, end);
    const isRestored = mention === undefined && typed !== meant && typed === fold(meant);
    if (isRestored) letters.splice(start, end - start, ...Array.from(meant));
  }
  const text = written === lower ? capitalized(letters.join('')) : letters.join('');
  return { original, text, lower: text.toLowerCase(), folded, spanOf };
}

/** Who types no capitals at all writes "văn phòng" for the unit of that name. */
const capitalized = (text: string): string =>
  text.replace(
    /(?<!\p{L}|(?:đợt|đoàn|cuộc|kỳ|bị|xong) )(?:văn phòng|thanh tra|trung tâm|chi cục|công đoàn)(?!\p{L})/gu,
    (kind) => kind.charAt(0).toUpperCase() + kind.slice(1),
  );

/** Words that end the name of an outside body, whatever its shape: "của Sở Tài chính chứ …". */
const NEVER_IN_NAME = new Set(
  'chứ mà thì là rồi đã đang chưa không vẫn nên để cho ký duyệt làm thẩm định góp'.split(' '),
);

/** Words that begin something new wherever they stand. */
const ENDS_NAME = new Set('nhưng mà trừ chứ rồi đã đang chưa vẫn hả cần thiếu còn nên xin sẽ'.split(' '));

function replaceUnit(words: readonly Word[], unit: UnitFinding, text: NormalizedText): readonly Word[] {
  const isInside = (word: Word): boolean => {
    const [start, end] = text.spanOf(word.start, word.end);
    return start >= unit.span[0] && end <= unit.span[1];
  };
  const first = words.findIndex(isInside);
  let last = words.findLastIndex(
    (word, at) => isInside(word) && !words.slice(first, at + 1).some(endsClause),
  );
  const cut = words.findIndex((word, at) => at > first && at <= last && ENDS_NAME.has(word.text));
  if (cut > 0) last = cut - 1;
  while (last > first && NEVER_IN_NAME.has(words[last]?.text ?? '')) last--;
  // "đơn vị nào chậm", "phòng khác" name none.
  if (
    UNNAMED_WORDS.has(words[last]?.text ?? '') ||
    words.slice(first, last + 1).some(({ text: word }) => word === 'nào')
  )
    return words;
  const from = words[first];
  const to = words[last];
  if (
    from === undefined ||
    to === undefined ||
    words.slice(first, last + 1).some(({ mention }) => mention !== undefined)
  )
    return words;
  return [
    ...words.slice(0, first),
    {
      text: '<unit>',
      start: from.start,
      end: to.end,
      mention: { kind: 'unit', code: unit.code, name: unit.mention },
    },
    ...words.slice(last + 1),
  ];
}
