// Reads Word files (ISO/IEC 29500-1, WordprocessingML). Numbers that Word counts by itself are written out, since people
// name an item of a notice by them; text that was deleted with changes tracked is left out.
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import type { ItemNumber, Numbering } from './word-numbering.ts';
import { counterOf, readNumbering } from './word-numbering.ts';

/** Thrown for bytes that are not a Word file, or not one that can be read. */
export class UnreadableWordFileError extends Error {
  override readonly name = 'UnreadableWordFileError';
}

const BODY = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';

/** A notice has some hundred kilobytes of these; more, packed or unpacked, is made to do harm. */
const MOST_PACKED_BYTES = 4_000_000;
const MOST_UNPACKED_BYTES = 24_000_000;

/** A row of fewer cells is a layout: the letterhead, the recipients beside the signature. */
const FEWEST_CELLS_OF_TABLE = 3;

/**
 * The text of a .docx file, a paragraph a line; the cells of a table's row are parted by bars.
 * @throws UnreadableWordFileError
 */
export const readWordFile = (bytes: Uint8Array): string => {
  const parts = unpack(bytes);
  const body = parts[BODY];
  if (body === undefined) throw new UnreadableWordFileError('There is no document in it');
  try {
    return readBody(strFromU8(body), readNumbering(textOf(parts[NUMBERING]), textOf(parts[STYLES])));
  } catch (cause) {
    throw new UnreadableWordFileError('Its XML is broken', { cause });
  }
};

const textOf = (part: Uint8Array | undefined): string => (part === undefined ? '' : strFromU8(part));

const unpack = (bytes: Uint8Array): Readonly<Record<string, Uint8Array | undefined>> => {
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (name !== BODY && name !== NUMBERING && name !== STYLES) return false;
        if (size > MOST_PACKED_BYTES || originalSize > MOST_UNPACKED_BYTES)
          throw new UnreadableWordFileError(`${name} is too large`);
        return true;
      },
    });
  } catch (cause) {
    throw cause instanceof UnreadableWordFileError
      ? cause
      : new UnreadableWordFileError('It is not a zip file', { cause });
  }
};

/** What is not part of the text as it now reads: deletions, the older look of a drawing, field codes. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:pPrChange', 'w:rPrChange']);

interface Paragraph {
  text: string;
  style: string | null;
  numbering: ItemNumber | null;
}

interface Row {
  readonly cells: string[][];
}

const readBody = (xml: string, numbering: Numbering): string => {
  const count = counterOf(numbering);
  const lines: string[] = [];
  const rows: Row[] = [];
  const paragraphs: Paragraph[] = [];
  let skipped = 0;
  let isText = false;

  /** Where the paragraph that ends now belongs: the cell it stands in, or the document. */
  const place = (): string[] => rows.at(-1)?.cells.at(-1) ?? lines;
  const add = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  };

  const open = ({ name, attributes }: SaxesTagPlain): void => {
    if (SKIPPED.has(name)) skipped++;
    if (skipped > 0) return;
    const value = attributes['w:val'] ?? '';
    const paragraph = paragraphs.at(-1);
    switch (name) {
      case 'w:tr':
        rows.push({ cells: [] });
        return;
      case 'w:tc':
        rows.at(-1)?.cells.push([]);
        return;
      case 'w:p':
        paragraphs.push({ text: '', style: null, numbering: null });
        return;
      case 'w:pStyle':
        if (paragraph) paragraph.style = value;
        return;
      case 'w:numId':
        if (paragraph) paragraph.numbering = { level: paragraph.numbering?.level ?? null, list: value };
        return;
      case 'w:ilvl':
        if (paragraph)
          paragraph.numbering = { list: paragraph.numbering?.list ?? null, level: Number(value) };
        return;
      case 'w:t':
        isText = true;
        return;
      case 'w:tab':
        // Within w:tabs it is a place to stop at, not a tab.
        if (attributes['w:pos'] === undefined) add('\t');
        return;
      case 'w:br':
      case 'w:cr':
        add('\n');
        return;
      case 'w:noBreakHyphen':
        add('-');
    }
  };

  const close = (name: string): void => {
    if (SKIPPED.has(name)) skipped--;
    if (skipped > 0 || SKIPPED.has(name)) return;
    if (name === 'w:t') isText = false;
    if (name === 'w:p') {
      const ended = paragraphs.pop();
      if (ended) place().push(`${count(ended)}${ended.text.trim()}`.trimEnd());
    }
    if (name === 'w:tr') {
      const row = rows.pop();
      if (row) place().push(...linesOf(row));
    }
  };

  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', open);
  parser.on('closetag', ({ name }) => {
    close(name);
  });
  parser.on('text', (text) => {
    if (isText && skipped === 0) add(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
};

const linesOf = ({ cells }: Row): string[] =>
  cells.length < FEWEST_CELLS_OF_TABLE
    ? cells.flat()
    : [
        cells
          .map((cell) =>
            cell
              .filter((line) => line !== '')
              .join(' ')
              .replace(/\s+/gu, ' '),
          )
          .join(' | '),
      ];
