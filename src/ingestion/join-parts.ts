// A long document arrives in Telegram as several messages: clients cut at 4,096 characters, at the last line end or space
// they find, so that a cut may fall inside a paragraph.

/** Telegram's limit for one message, in UTF-16 units as clients count. */
const LONGEST_MESSAGE = 4_096;

/** A part this near the limit was cut by a client; a shorter one ended where its writer ended it. */
const LIKELY_CUT_FROM = LONGEST_MESSAGE - 300;

const ENDS_PARAGRAPH = /(?:[.:;!?]["')\]]?|\n)\s*$/u;
const STARTS_IN_SENTENCE = /^\s*[\p{Ll}\d,;.)%]/u;
const STARTS_ITEM = /^\s*(?:\d{1,2}[.)]|\p{Ll}[.)]|[-+•*])\s/u;

/**
 * One text out of the parts of a document, in the order they were sent. Parts that a client cut inside a sentence are
 * joined by a space, all others by a line end. Empty parts are left out.
 */
export function joinParts(parts: readonly string[]): string {
  let text = '';
  let last = '';
  for (const part of parts) {
    if (part.trim() === '') continue;
    if (text === '') text = part;
    else text = isCutInside(last, part) ? `${text.trimEnd()} ${part.trimStart()}` : `${text}\n${part}`;
    last = part;
  }
  return text;
}

function isCutInside(last: string, next: string): boolean {
  if (last.length < LIKELY_CUT_FROM || ENDS_PARAGRAPH.test(last.slice(-20))) return false;
  return STARTS_IN_SENTENCE.test(next) && !STARTS_ITEM.test(next);
}
