import { decodeText, UnreadableTextError } from '../support/text-encoding.ts';
import { readWordFile, UnreadableWordFileError } from './word-file.ts';

/** Larger files are pictures of pages, whatever their name says. */
export const LARGEST_FILE_BYTES = 10_000_000;
/** Longer than any notice; a text of this length is still read in a moment. */
const LONGEST_TEXT = 300_000;

/** Files that hold a text the bot can read. */
export type ReadableFile = 'text' | 'word';

/** Why nothing is read out of a file. `old_word`: .doc, or a .docx with a password. */
export type FileProblem =
  'pdf' | 'picture' | 'old_word' | 'spreadsheet' | 'other' | 'too_large' | 'too_long' | 'damaged' | 'empty';

const KINDS: ReadonlyMap<string, ReadableFile | FileProblem> = new Map([
  ['txt', 'text'],
  ['docx', 'word'],
  ['docm', 'word'],
  ['doc', 'old_word'],
  ['rtf', 'old_word'],
  ['odt', 'old_word'],
  ['pdf', 'pdf'],
  ['jpg', 'picture'],
  ['jpeg', 'picture'],
  ['png', 'picture'],
  ['heic', 'picture'],
  ['tif', 'picture'],
  ['tiff', 'picture'],
  ['xls', 'spreadsheet'],
  ['xlsx', 'spreadsheet'],
  ['csv', 'spreadsheet'],
]);

/** What a file is, by the end of its name. */
export const kindOfFile = (fileName: string): ReadableFile | FileProblem =>
  KINDS.get(/\.(?<end>[^.]+)$/u.exec(fileName)?.groups?.end?.toLowerCase() ?? '') ?? 'other';

export const isReadable = (kind: ReadableFile | FileProblem): kind is ReadableFile =>
  kind === 'text' || kind === 'word';

/** The text of a file. */
export const readFile = (
  kind: ReadableFile,
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: FileProblem } => {
  if (bytes.byteLength > LARGEST_FILE_BYTES) return { problem: 'too_large' };
  if (kind === 'word' && isCompoundFile(bytes)) return { problem: 'old_word' };
  try {
    const text = kind === 'word' ? readWordFile(bytes) : decodeText(bytes);
    if (!/\p{L}/u.test(text)) return { problem: 'empty' };
    return text.length > LONGEST_TEXT ? { problem: 'too_long' } : { text };
  } catch (error) {
    if (error instanceof UnreadableWordFileError || error instanceof UnreadableTextError)
      return { problem: 'damaged' };
    throw error;
  }
};

/** The container of .doc, and of a .docx that a password locks ([MS-CFB]). */
const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
