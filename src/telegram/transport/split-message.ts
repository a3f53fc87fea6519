import type { FormattedString } from '@grammyjs/parse-mode';

/** The most characters (UTF-16 units) Telegram takes in one message. */
export const MESSAGE_LIMIT = 4096;

const WHITESPACE_AT_START = /^\s+/u;
const WHITESPACE_AT_END = /\s+$/u;

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, each of which is more than whitespace. A cut is made at the
 * end of a line; where none is near, between words; where there is none either, between characters, never inside one (a
 * surrogate pair, a letter and its combining marks). An entity is kept whole where it fits into a part; a longer one
 * (a long quotation) goes on in the next part. Only whitespace at the cuts is lost.
 */
export const splitMessage = (text: FormattedString, limit = MESSAGE_LIMIT): readonly FormattedString[] => {
  const parts: FormattedString[] = [];
  let rest = trim(text);
  while (rest.text.length > limit) {
    const cut = cutOf(rest, limit);
    parts.push(trim(rest.slice(0, cut)));
    rest = trim(rest.slice(cut));
  }
  if (rest.text.length > 0) parts.push(rest);
  return parts;
};

/** Telegram trims messages itself; doing it first keeps the offsets of the entities ours. */
const trim = (text: FormattedString): FormattedString => {
  const start = WHITESPACE_AT_START.exec(text.text)?.[0].length ?? 0;
  const end = text.text.length - (WHITESPACE_AT_END.exec(text.text.slice(start))?.[0].length ?? 0);
  return start === 0 && end === text.text.length ? text : text.slice(start, end);
};

/** Where to cut a text that is longer than `limit`: at least 1, at most `limit`. */
const cutOf = (text: FormattedString, limit: number): number => {
  const whole = wholeEntities(text, limit);
  for (const { separator, atLeast } of breaksOf(limit)) {
    let at = text.text.lastIndexOf(separator, limit);
    while (at > atLeast) {
      const inside = whole.find(({ start, end }) => at > start && at < end);
      if (inside === undefined) return at;
      if (inside.start > 0) return inside.start;
      at = text.text.lastIndexOf(separator, at - 1);
    }
  }
  const boundary = characterBoundary(text.text, limit);
  const inside = whole.find(({ start, end }) => boundary > start && boundary < end && start > 0);
  return inside?.start ?? boundary;
};

/** What to cut at, best first: a line's end early on, before a long paragraph, would leave a part nearly empty. */
const breaksOf = (limit: number): readonly { readonly separator: string; readonly atLeast: number }[] => [
  { separator: '\n', atLeast: limit / 2 },
  { separator: ' ', atLeast: limit / 2 },
  { separator: '\n', atLeast: 0 },
  { separator: ' ', atLeast: 0 },
];

/** The stretches that must not be cut. */
const wholeEntities = (text: FormattedString, limit: number): { start: number; end: number }[] =>
  text.entities
    .filter(({ length }) => length <= limit)
    .map(({ offset, length }) => ({ start: offset, end: offset + length }));

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The last boundary between characters at or before `limit`; inside a character only where that alone is longer. */
const characterBoundary = (text: string, limit: number): number => {
  const at = segmenter.segment(text).containing(limit)?.index ?? limit;
  if (at > 0) return at;
  const isSecondOfPair = /[\udc00-\udfff]/.test(text.charAt(limit));
  return isSecondOfPair && limit > 1 ? limit - 1 : limit;
};
