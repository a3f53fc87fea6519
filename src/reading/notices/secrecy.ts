import type { DocumentFinding } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';

export type Secrecy = NonNullable<DocumentFinding['secrecy']>;

/** As a stamp stands in a text: letters spaced or not, diacritics lost by OCR or not. */
const STAMPS: ReadonlyMap<string, Secrecy> = new Map([
  ['MẬT', 'MẬT'],
  ['MAT', 'MẬT'],
  ['TỐIMẬT', 'TỐI MẬT'],
  ['TOIMAT', 'TỐI MẬT'],
  ['TUYỆTMẬT', 'TUYỆT MẬT'],
  ['TUYETMAT', 'TUYỆT MẬT'],
]);

const LONGEST_STAMP_LINE = 40;
const LABEL = /^(?:mức\s)?độ\s(?:mật|bảo mật)\s*:\s*(?<stamp>tuyệt mật|tối mật|mật)\b/u;

/** In a text without line breaks the stamp stands in the heading, in capitals among other capitals or before a name. */
const INLINE_STAMP = /(?<![\p{L}\d])(?<stamp>TUYỆT MẬT|TỐI MẬT|MẬT)(?![\p{L}\d])/gu;
const HEADING_LENGTH = 600;

/** Before or after "MẬT" these make other words: "BÍ MẬT", "BẢO MẬT", "MẬT KHẨU", "ĐỘ MẬT". */
const WORD_BEFORE = /(?:BÍ|BẢO|ĐỘ|MỨC|TUYỆT|TỐI|CƠ|THÂN|NGỌT|TÀI LIỆU)\s$/u;
const WORD_AFTER = /^\s(?:KHẨU|MÃ|ONG|THIẾT|VỤ|ĐỘ|DANH|BÁO|LỆNH|NGHỊ|THƯ)(?!\p{L})/u;

/** The stamp of a state secret (Luật Bảo vệ bí mật nhà nước 2018, Điều 8); the words in prose are no stamp. */
export function secrecyOf({ text, lower }: NormalizedText): Secrecy | null {
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start <= LONGEST_STAMP_LINE) {
      const stamp = stampOnLine(text.slice(start, end), lower.slice(start, end));
      if (stamp !== null) return stamp;
    }
    start = end + 1;
  }
  return inlineStamp(text.slice(0, HEADING_LENGTH));
}

function stampOnLine(line: string, lower: string): Secrecy | null {
  const labelled = LABEL.exec(lower)?.groups?.stamp;
  if (labelled !== undefined) return STAMPS.get(labelled.replaceAll(' ', '').toUpperCase()) ?? null;
  return STAMPS.get(line.replace(/[^\p{L}\d]/gu, '')) ?? null;
}

function inlineStamp(heading: string): Secrecy | null {
  for (const match of heading.matchAll(INLINE_STAMP)) {
    const before = heading.slice(Math.max(0, match.index - 12), match.index);
    const after = heading.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const startsLine = match.index === 0 || /\n\s*$/u.test(before);
    const standsApart = startsLine || /[\p{Lu}\d.:\])-]\s+$/u.test(before);
    if (standsApart && !WORD_BEFORE.test(before) && !WORD_AFTER.test(after)) {
      return STAMPS.get(match[0].replaceAll(' ', '')) ?? null;
    }
  }
  return null;
}
