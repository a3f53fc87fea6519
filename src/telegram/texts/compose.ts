// Putting texts together. Nothing here knows what is said.
import { FormattedString } from '@grammyjs/parse-mode';

/** Text with or without formatting. */
export type Piece = FormattedString | string;

/** Marks that turn the direction of what follows. Vietnamese needs none, and one left open would garble the line. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
const NOTHING = '(không có nội dung)';

/** What people wrote, safe to show: well-formed, without invisible marks that would disturb the lines around it. */
export const clean = (text: string): string => {
  const safe = text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_MARKS, '')
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return safe === '' ? NOTHING : safe;
};

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** One line of at most `longest` UTF-16 units, cut between words where it can be, with "…" where something is left out. */
export const shorten = (text: string, longest: number): string => {
  const line = clean(text).replace(/\s+/gu, ' ');
  if (line.length <= longest) return line;
  const end = segmenter.segment(line).containing(longest - 1)?.index ?? 0;
  const space = line.lastIndexOf(' ', end);
  const cut = line.slice(0, space > longest / 2 ? space : end);
  return `${cut.replace(/[\s,;:.\-–(“"]+$/u, '')}…`;
};

/** Ends a sentence with a full stop, where people's own words have not ended it. */
export const sentence = (text: string): string => (/[.?!…]$/u.test(text) ? text : `${text}.`);

/**
 * What the reader says of a deadline it cannot make out, without its own hint at the end: each question has a hint that fits
 * it, and where the date is typed anew nobody can answer whether the old one stays.
 */
export const withoutHint = (problem: string): string =>
  problem.replace(/\s*(?:Nhắn lại hạn, ví dụ:[^.]*\.|Giữ hạn này\?)\s*$/u, '');

/** Puts pieces under each other; null and empty ones are left out. */
export const lines = (...pieces: readonly (Piece | null)[]): FormattedString => join(pieces, '\n');

/** Like {@link lines}, with an empty line between. */
export const paragraphs = (...pieces: readonly (Piece | null)[]): FormattedString => join(pieces, '\n\n');

const join = (pieces: readonly (Piece | null)[], separator: string): FormattedString =>
  FormattedString.join(
    pieces.filter((piece) => piece !== null && piece.toString() !== '') as Piece[],
    separator,
  );

export const bold = (text: string): FormattedString => FormattedString.bold(text);
export const italic = (text: string): FormattedString => FormattedString.italic(text);

/** A quotation that is folded after three lines. */
export const folded = (text: Piece): FormattedString => FormattedString.expandableBlockquote(text);

/** Lines of a list that are seen before the rest is folded: twelve with the heading of the message. */
const LINES_IN_SIGHT = 10;

/** Entries of a list under a heading; without one where it needs none. */
export interface Section {
  readonly heading: string | null;
  readonly entries: readonly FormattedString[];
}

/** Sections with an empty line between. What does not fit on a phone is folded; an entry is never cut. */
export const list = (...sections: readonly Section[]): FormattedString => listBelow(0, ...sections);

/** The same below so many lines that are said before it. */
export const listBelow = (above: number, ...sections: readonly Section[]): FormattedString => {
  const entries = sections.flatMap((section, position) =>
    section.entries.map((entry, index) => {
      if (index > 0) return entry;
      const headed = lines(section.heading === null ? null : bold(section.heading), entry);
      return position === 0 ? headed : FormattedString.join(['\n', headed]);
    }),
  );
  let seen = above;
  const inSight = entries.findIndex((entry) => (seen += entry.text.split('\n').length) > LINES_IN_SIGHT);
  // A fold that hides a single entry hides nothing worth a tap.
  if (inSight <= 0 || inSight >= entries.length - 1) return lines(...entries);
  const rest = lines(...entries.slice(inSight));
  return lines(...entries.slice(0, inSight), folded(rest.slice(rest.text.startsWith('\n') ? 1 : 0)));
};

const LONG_TEXT = 600;
const MANY_LINES = 8;

/** A text in full; a long one is folded, so that what follows it can be seen. */
export const inFull = (text: string): Piece => {
  const shown = clean(text);
  return shown.length > LONG_TEXT || shown.split('\n').length > MANY_LINES ? folded(shown) : shown;
};

/** The first letter as a capital. */
export const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Task numbers as people write them: "23–30", "23, 25". */
export const numberList = (numbers: readonly number[]): string => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (to === from ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`))
    .join(', ');
};
