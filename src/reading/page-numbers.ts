// Where a page ends inside a sentence, its number stands between the halves.

/** Blank lines round a number, and a sentence that goes on with a small letter. */
const PAGE_NUMBER = /[\n\r\f]{2,6} {0,80}-? ?\d{1,3} ?-? {0,8}[\n\r\f]{2,6} {0,8}(?=\p{Ll})/uy;
const LINE_ENDS = '\n\r\f';
/** Shorter lines end where their writer ended them. */
const SHORTEST_WRAPPED_LINE = 60;

/**
 * Where `text` goes on after the number of a page that ends with the line break at `at` inside a sentence; null where no
 * page ends there.
 */
export function endOfPageNumber(text: string, at: number): number | null {
  if (!LINE_ENDS.includes(text.charAt(at + 1))) return null;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (at - lineStart < SHORTEST_WRAPPED_LINE || /[.:;!?]/u.test(text.charAt(at - 1))) return null;
  PAGE_NUMBER.lastIndex = at;
  return PAGE_NUMBER.test(text) ? PAGE_NUMBER.lastIndex : null;
}
