/** Thrown for bytes that are not text in an encoding of today: a binary file, or one in an old Vietnamese encoding. */
export class UnreadableTextError extends Error {
  override readonly name = 'UnreadableTextError';
}

/**
 * Text out of a file's bytes: UTF-8, with or without a byte order mark, or UTF-16, as Notepad and Word save it. The
 * byte order mark is taken off; nothing else is changed.
 * @throws UnreadableTextError
 */
export const decodeText = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableTextError(`The bytes are not ${encoding}`, { cause });
  }
  if (text.includes('\0')) throw new UnreadableTextError('The bytes are not text');
  return text;
};

const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, UTF-16 shows by its zeros: every space and line end has one, on the side of its high byte.
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0) return 'utf-16le';
  if (even > 0 && odd === 0) return 'utf-16be';
  return 'utf-8';
};
