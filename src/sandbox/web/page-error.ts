/** Something that the page asked for cannot be done; the message may be shown. */
export class PageError extends Error {
  override readonly name = 'PageError';
}
