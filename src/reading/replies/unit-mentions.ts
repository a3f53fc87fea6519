import type { ReadingContext } from '../context.ts';
import type { UnitFinding } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import { createUnitMatcher } from '../units/unit-matcher.ts';
import type { Word } from './wording.ts';

/** "các phòng", "các xã" stay words: they are no one to wait for by name. */
const GROUP = /^(?:các|những|mấy|một số|cac|nhung|may|toàn|toan)(?= )/iu;

/** Puts one word in place of every unit and outside body that is named ("phòng QLKH&CN", "Sở Tài chính"). */
export function reduceUnits(
  words: readonly Word[],
  text: NormalizedText,
  context: ReadingContext,
): readonly Word[] {
  const units = createUnitMatcher(context.units)
    .find(text)
    .filter(({ mention }) => !GROUP.test(mention));
  return units.length === 0
    ? words
    : units.reduce((reduced, unit) => replaceUnit(reduced, unit, text), words);
}

function replaceUnit(words: readonly Word[], unit: UnitFinding, text: NormalizedText): readonly Word[] {
  const isInside = (word: Word): boolean => {
    const [start, end] = text.spanOf(word.start, word.end);
    return start >= unit.span[0] && end <= unit.span[1];
  };
  const first = words.findIndex(isInside);
  const last = words.findLastIndex(isInside);
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
