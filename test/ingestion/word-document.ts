import { strToU8, zipSync } from 'fflate';

/** A paragraph of a Word file; `list` and `level`: as it is numbered. */
export interface WordParagraph {
  readonly text: string;
  readonly list?: number;
  readonly level?: number;
}

/** What a list writes before each of its levels: how the number looks, and what stands around it. */
export type WordList = readonly (readonly [format: string, text: string])[];

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const paragraph = ({ text, list, level = 0 }: WordParagraph): string => {
  const numbering =
    list === undefined
      ? ''
      : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
  return `<w:p>${numbering}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
};

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph({ text })}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A Word file with this body; lists are counted from 1. */
export const wordFile = (body: string, lists: readonly WordList[] = []): Uint8Array => {
  const kinds = lists.map((levels, index) => {
    const written = levels.map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${index}">${written.join('')}</w:abstractNum>`;
  });
  const numbers = lists.map(
    (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
  );
  return zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${NAMESPACE}>${kinds.join('')}${numbers.join('')}</w:numbering>`,
    ),
    // As large as the pictures of a letterhead; never unpacked.
    'word/media/image1.png': new Uint8Array(1_000),
  });
};
