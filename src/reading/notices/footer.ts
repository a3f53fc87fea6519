// The end of a document: who receives it and who signed it, in whose stead.
import { SIGNING_CAPACITIES } from '../lexicon/document-kinds.ts';
import type { NormalizedText } from '../normalize.ts';

export interface Footer {
  readonly recipients: readonly string[];
  readonly signer: string | null;
  /** The lines of the signature block above the name, joined by " / ". */
  readonly signerCapacity: string | null;
  /** Where the body ends, in the normalised text. */
  readonly bodyEnd: number;
}

const STEAD = String.raw`(?:(?:TL|KT|TM|TUQ|Q|T\/L|T\/M|K\/T)(?:\. ?| ))`;
const TITLES = SIGNING_CAPACITIES.join('|');
const CAPITALS = String.raw`[\p{Lu}\d.,&()/-]+`;

/** "TL. GIÁM ĐỐC", "PHÓ CHÁNH VĂN PHÒNG", "TM. ĐOÀN KIỂM TRA": at the end of a line, alone or beside the recipients. */
const CAPACITY = new RegExp(
  String.raw`(?:^|(?<=[^\p{Lu}]\s))(?:${STEAD}(?=\p{Lu}{2})|(?=${TITLES}))${CAPITALS}(?: ${CAPITALS})*$`,
  'u',
);
const INLINE_CAPACITY = new RegExp(
  String.raw`(?<=[.;)\d\p{L}]\s)(?:${STEAD}(?=\p{Lu}{2})|(?=(?:${TITLES})\s))${CAPITALS}(?: (?:\p{Lu}{2,}[.,]?|-))*(?=\s\p{Lu}\p{Ll}|$)`,
  'u',
);
const PERSON =
  /^(?:(?:TS|ThS|PGS|GS|BS|BSCKI|BSCKII|CN|KS|DS|CKI|CKII)\.? ?){0,3}\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u;
const INLINE_PERSON = /(?:^|\s)(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})[\s.]*$/u;
const SIGNED = /^[([]?(?:đã ký|đã kí|đã ký số|ký tên|signed)[)\]]?$/iu;
const RECIPIENTS_LABEL = /(?:^|\n|\s)Nơi nhận ?:?(?=\s|$)/gu;

const LONGEST_FOOTER = 3_000;
const MOST_LINES = 40;

/** Reads the end of a document whose body begins at `bodyStart`. */
export function footerOf(normal: NormalizedText, bodyStart: number): Footer {
  const { text } = normal;
  const from = Math.max(bodyStart, text.length - LONGEST_FOOTER);
  const tail = text.slice(from);
  const isOneLine = !tail.trim().includes('\n');
  const footer = isOneLine
    ? inlineFooter(tail)
    : lineFooter(tail, (at, length) => columnsAt(normal, from + at, length));
  return { ...footer, bodyEnd: from + footer.bodyEnd };
}

interface Line {
  readonly line: string;
  readonly offset: number;
  /** The capacity at its end; null where there is none. */
  readonly capacity: string | null;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push({ line: trimmed, offset, capacity: CAPACITY.exec(trimmed)?.[0] ?? null });
    offset += line.length + 1;
  }
  return lines.slice(-MOST_LINES);
}

/** The columns of a line, which stand apart only in the text as given: "Lê Thị Hoa      Trần Văn Minh". */
function columnsAt({ original, spanOf }: NormalizedText, start: number, length: number): string[] {
  const [from, to] = spanOf(start, start + length);
  return original
    .slice(from, to)
    .split(/\t|\s{3,}/u)
    .map((column) => column.trim());
}

function lineFooter(tail: string, columnsOf: (at: number, length: number) => string[]): Footer {
  const lines = linesOf(tail);
  const label = [...tail.matchAll(RECIPIENTS_LABEL)].at(-1);
  const signature = signatureOf(lines);
  const labelAt = label?.index ?? tail.length;
  const signatureAt = signature[0]?.offset ?? tail.length;
  const bodyEnd = Math.min(labelAt, signatureAt);
  const isSigned = bodyEnd < tail.length;
  const names = (isSigned ? lines.filter(({ offset }) => offset >= bodyEnd) : lines.slice(-1)).filter(
    ({ line }) => PERSON.test(line),
  );
  const signer = names.at(-1);
  return {
    recipients:
      label === undefined
        ? []
        : recipientsIn(
            lines.filter(({ offset }) => offset >= labelAt),
            signer,
          ),
    signer:
      signer === undefined
        ? null
        : (lastPersonIn(columnsOf(signer.offset, signer.line.length)) ?? signer.line),
    signerCapacity: joined(signature.flatMap(({ capacity }) => capacity ?? [])),
    // A page cut off below its signature still ends in its signer's name.
    bodyEnd: isSigned ? bodyEnd : (signer?.offset ?? bodyEnd),
  };
}

/** Who presided signs on the right. */
const lastPersonIn = (columns: readonly string[]): string | null =>
  columns.length < 2 ? null : (columns.findLast((column) => PERSON.test(column)) ?? null);

/** The last run of lines with a capacity; lines of capitals that go on belong to it. */
function signatureOf(lines: readonly Line[]): Line[] {
  const signature: Line[] = [];
  for (const line of lines.toReversed()) {
    if (line.capacity !== null) signature.unshift(line);
    else if (signature.length > 0 && !isRecipient(line.line)) break;
  }
  return signature;
}

const isRecipient = (line: string): boolean => /^[-+•*]|^Nơi nhận/u.test(line);

function recipientsIn(lines: readonly Line[], signer: Line | undefined): string[] {
  const recipients: string[] = [];
  for (const { line, capacity } of lines) {
    if (line === signer?.line || SIGNED.test(line)) continue;
    const own = capacity === null ? line : line.slice(0, -capacity.length);
    recipients.push(...splitRecipients(own.replace(/^Nơi nhận ?:?/u, '')));
    if (recipients.some(isLast)) break;
  }
  return recipients;
}

const isLast = (recipient: string): boolean => recipient.startsWith('Lưu');

const splitRecipients = (text: string): string[] =>
  text
    .split(/;|(?<=\S) - /u)
    .map((part) => part.replace(/^[\s\-+•*]+/u, '').replace(/[\s;.,]+$/u, ''))
    .filter((part) => part !== '');

function inlineFooter(tail: string): Footer {
  const label = [...tail.matchAll(RECIPIENTS_LABEL)].at(-1);
  if (label === undefined)
    return { recipients: [], signer: null, signerCapacity: null, bodyEnd: tail.length };
  const rest = tail.slice(label.index + label[0].length);
  const capacity = INLINE_CAPACITY.exec(rest);
  const signer = INLINE_PERSON.exec(rest.slice(-120))?.groups?.name ?? null;
  const recipientsEnd = capacity?.index ?? (signer === null ? rest.length : rest.lastIndexOf(signer));
  return {
    recipients: splitRecipients(rest.slice(0, recipientsEnd)),
    signer,
    signerCapacity: joined(capacity === null ? [] : [capacity[0]]),
    bodyEnd: label.index,
  };
}

const joined = (capacity: readonly string[]): string | null =>
  capacity.length === 0 ? null : capacity.join(' / ');
