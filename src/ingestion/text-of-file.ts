// A file that someone uploads → its text. Only plain text is read so far; every other kind is named, so that the sender
// can be told what to send instead.

/** Why a file gave no text: `unsupported` kinds of files, `not_text` for bytes that are no text whatever the name says. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unsupported'; readonly extension: string }
  | { readonly kind: 'not_text' };

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['txt', 'text', 'md', 'log']);

/** Byte order marks, longest first. */
const BYTE_ORDER_MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Share of control characters above which bytes are taken for a program or a picture. */
const MOST_CONTROL_CHARACTERS = 0.01;

/**
 * The text of a file by its name and bytes: UTF-8, UTF-16 with its mark, else Windows-1258, which old Vietnamese
 * programs write. Never throws.
 */
export function textOfFile(name: string, bytes: Uint8Array): FileText {
  const extension = /\.(?<extension>[^.]+)$/u.exec(name)?.groups?.extension?.toLowerCase() ?? '';
  if (extension !== '' && !TEXT_EXTENSIONS.has(extension)) return { kind: 'unsupported', extension };
  const text = decode(bytes);
  return looksLikeText(text) ? { kind: 'text', text } : { kind: 'not_text' };
}

function decode(bytes: Uint8Array): string {
  for (const [mark, encoding] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return new TextDecoder(encoding).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

function looksLikeText(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return false;
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0c) controls++;
  }
  return controls <= text.length * MOST_CONTROL_CHARACTERS;
}
