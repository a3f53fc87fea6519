// The end of a document: who receives it and who signed it, in whose stead.
import type { NormalizedText } from '../normalize.ts';

export interface Footer {
  readonly recipients: readonly string[];
  readonly signer: string | null;
  readonly signerCapacity: string | null;
  /** Where the body ends, in the normalised text. */
  readonly bodyEnd: number;
}

const RECIPIENTS_LABEL = /(?:^|\n|\s)Nơi nhận ?:/gu;
const CAPACITY =
  /^(?:(?:TL|KT|TM|TUQ|T\/L|T\/M|Q)\.? ?)?(?:GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG|CHÁNH THANH TRA|CHI CỤC TRƯỞNG|PHÓ CHI CỤC TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TP\.|PTP\.|BÍ THƯ|PHÓ BÍ THƯ|CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|ĐẢNG ỦY|ỦY BAN NHÂN DÂN|TRƯỞNG BAN|PHÓ TRƯỞNG BAN|CHỦ TRÌ|THƯ KÝ|NGƯỜI GHI BIÊN BẢN)[\p{Lu}\p{N} .,&()-]*$/u;
const INLINE_CAPACITY =
  /(?:(?:TL|KT|TM|TUQ)\. ?)(?:GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|BAN THƯỜNG VỤ|ĐẢNG ỦY|ỦY BAN NHÂN DÂN)(?: (?:[\p{Lu}.-]{2,}|-))*/u;
const PERSON =
  /^(?:(?:TS|ThS|PGS|GS|BS|BSCKI|BSCKII|CN|KS|DS)\.? ?){0,3}\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}$/u;
const SIGNED = /^\(?(?:đã ký|đã kí|đã ký số|ký tên|signed)\)?$/iu;
const LONGEST_FOOTER = 3_000;
const MOST_LINES_AFTER_BODY = 60;

export function footerOf({ text }: NormalizedText): Footer {
  const from = Math.max(0, text.length - LONGEST_FOOTER);
  const tail = text.slice(from);
  const label = [...tail.matchAll(RECIPIENTS_LABEL)].at(-1);
  const lines = linesWithOffsets(tail);
  const capacityLines = lines.filter(({ line }) => CAPACITY.test(line) || startsCapacity(line));
  const labelAt = label?.index ?? tail.length;
  const inline =
    lines.length <= 2 ? INLINE_CAPACITY.exec(tail.slice(Math.max(0, tail.length - LONGEST_FOOTER))) : null;
  const signatureAt =
    inline?.index ?? capacityLines.find(({ offset }) => isNearEnd(lines, offset))?.offset ?? tail.length;
  const capacity = inline === null ? capacityOf(lines, signatureAt) : [inline[0].trim()];
  const bodyEnd = Math.min(labelAt, signatureAt);
  const afterBody = lines.filter(({ offset }) => offset >= bodyEnd);
  const signer =
    inline === null
      ? signerOf(bodyEnd < tail.length ? afterBody : lines.slice(-1))
      : inlineSigner(tail.slice(inline.index + inline[0].length));
  return {
    recipients:
      label === undefined ? [] : recipientsOf(tail.slice(labelAt + label[0].length), signer, capacity),
    signer,
    signerCapacity: capacity.length === 0 ? null : capacity.join(' / '),
    bodyEnd: from + bodyEnd,
  };
}

interface Line {
  readonly line: string;
  readonly offset: number;
}

function linesWithOffsets(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ line: line.trim(), offset });
    offset += line.length + 1;
  }
  return lines;
}

const startsCapacity = (line: string): boolean =>
  /^(?:TL|KT|TM|TUQ)\. ?\p{Lu}{2}/u.test(line) && line.toUpperCase() === line;

const isNearEnd = (lines: readonly Line[], offset: number): boolean =>
  lines.length - lines.findIndex((line) => line.offset === offset) <= MOST_LINES_AFTER_BODY;

/** The capitals from the signature on: "TL. GIÁM ĐỐC" and "TP. HÀNH CHÍNH - TỔNG HỢP". */
function capacityOf(lines: readonly Line[], from: number): string[] {
  const capacity: string[] = [];
  for (const { line, offset } of lines) {
    if (offset < from) continue;
    const isCapitals = line === line.toUpperCase() && /\p{Lu}{2}/u.test(line) && line.length <= 80;
    if (!isCapitals) {
      if (capacity.length > 0) break;
      continue;
    }
    capacity.push(line);
  }
  return capacity;
}

/** The last line that is a person's name. */
function signerOf(lines: readonly Line[]): string | null {
  const names = lines.filter(({ line }) => PERSON.test(line) && !SIGNED.test(line));
  return names.at(-1)?.line ?? null;
}

const inlineSigner = (rest: string): string | null =>
  /(?:^|\s)(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})\s*$/u.exec(rest.slice(-120))?.groups?.['name'] ??
  null;

function recipientsOf(text: string, signer: string | null, capacity: readonly string[]): string[] {
  const recipients: string[] = [];
  for (const line of text.split(/\n|;|(?<=\S) - /u)) {
    const recipient = line.replace(/^[\s\-+•*]+/u, '').replace(/[\s;.,]+$/u, '');
    if (recipient === '' || recipient === signer || SIGNED.test(recipient)) continue;
    if (capacity.includes(recipient) || CAPACITY.test(recipient) || startsCapacity(recipient)) {
      if (recipients.length > 0) break;
      continue;
    }
    recipients.push(recipient);
    if (/^Lưu/u.test(recipient)) break;
  }
  return recipients;
}
