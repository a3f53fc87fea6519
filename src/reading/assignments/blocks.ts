// Cuts a text into the paragraphs and numbered items that a reader sees, whether their lines are whole, wrapped by a
// PDF, or lost altogether.
import type { NormalizedText } from '../normalize.ts';

/** Kinds of list marks, outermost first. */
type MarkerKind = 'roman' | 'number' | 'subnumber' | 'letter' | 'dash' | 'bullet';

const RANKS: Readonly<Record<MarkerKind, number>> = {
  roman: 0,
  number: 1,
  subnumber: 2,
  letter: 3,
  dash: 4,
  bullet: 5,
};

/** A paragraph or item. Offsets are into the normalised text; the mark itself is not part of it. */
export interface Block {
  readonly marker: { readonly kind: MarkerKind; readonly label: string } | null;
  readonly start: number;
  readonly end: number;
  /** The item that this one stands under; null at the top. */
  readonly parent: Block | null;
  /** Numbers and letters from the top down: ["8", "a"]. */
  readonly path: readonly string[];
}

interface Piece {
  start: number;
  end: number;
  readonly marker: Block['marker'];
}

/** Lines shorter than this end where their writer ended them; longer ones may have been wrapped. */
const SHORTEST_WRAPPED_LINE = 60;

const LINE_MARKER =
  /^(?:(?<subnumber>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?=\s+\p{L})|(?<number>\d{1,2})\s?(?:[.)](?!\d)|\/(?=\s)|\s?-(?=\s))|(?<roman>[IVX]{1,5})\s?(?:[.)/]|\s-)(?=\s)|(?<letter>[a-zđA-EĐ](?=\))|[a-eđghikA-EĐ](?=\.\s))[.)]|(?<dash>-)|(?<bullet>[+*•·▪▫●○◦■□→➢➤✓✔>]|\p{Extended_Pictographic}\uFE0F?))\s*/u;

const SENTENCE_END = /(?:[.:;!?]|\.\/\.)["')\]]*$/u;

/** The blocks of the part of `text` in [from, to), in order. */
export function blocksOf(text: NormalizedText, from = 0, to = text.text.length): Block[] {
  return arranged(
    text.text,
    linesOf(text, from, to).flatMap((piece) => inlineItems(text.text, piece)),
  );
}

/** Lines, with those that were only wrapped put together again. */
function linesOf(text: NormalizedText, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let lineStart = from;
  let isAfterBlank = true;
  let previousLineLength = 0;
  while (lineStart < to) {
    const newline = text.text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 || newline > to ? to : newline;
    const line = text.text.slice(lineStart, Math.min(lineEnd, lineStart + 40));
    if (lineEnd === lineStart) isAfterBlank = true;
    else {
      const last = pieces.at(-1);
      const marker = markerOf(line);
      if (marker !== null) {
        const start = lineStart + marker.length;
        if (start < lineEnd) pieces.push({ start, end: lineEnd, marker: marker.marker });
      } else if (
        last !== undefined &&
        continues(text, last, lineStart, lineEnd, isAfterBlank, previousLineLength)
      ) {
        last.end = lineEnd;
      } else pieces.push({ start: lineStart, end: lineEnd, marker: null });
      isAfterBlank = false;
      previousLineLength = lineEnd - lineStart;
    }
    lineStart = lineEnd + 1;
  }
  return pieces;
}

function markerOf(line: string): { marker: Block['marker']; length: number } | null {
  const groups = LINE_MARKER.exec(line)?.groups;
  if (groups === undefined) return null;
  for (const kind of Object.keys(RANKS) as MarkerKind[]) {
    const label = groups[kind];
    if (label !== undefined)
      return { marker: { kind, label }, length: LINE_MARKER.exec(line)?.[0].length ?? 0 };
  }
  return null;
}

/** A line of a table: its cells are parted by tabs or bars. */
function isRow(text: NormalizedText, start: number, end: number): boolean {
  if (end - start > LONGEST_ROW) return false;
  return (text.original.slice(...text.spanOf(start, end)).match(/\t|\|/gu)?.length ?? 0) >= 2;
}

/** "…; phối hợp:" ends a line only where the page ended. */
const INNER_LABEL =
  /[;,.] (?:đơn vị |các đơn vị )?(?:phối hợp|chủ trì|thực hiện|thời hạn|thời gian|hoàn thành)\s?:$/u;
const LONGEST_LABEL = 32;

const LONGEST_ROW = 1_000;

/** A line of address stands for itself. */
const GREETING = /^(?:kính gửi|kính thưa|thân gửi|dear|chào|xin chào)(?!\p{L})/u;
const LONGEST_GREETING = 12;

function continues(
  text: NormalizedText,
  last: Piece,
  lineStart: number,
  lineEnd: number,
  isAfterBlank: boolean,
  previousLineLength: number,
): boolean {
  const isWrapped = !isAfterBlank && previousLineLength >= SHORTEST_WRAPPED_LINE;
  const ending = text.lower.slice(Math.max(last.start, last.end - LONGEST_LABEL), last.end);
  if (SENTENCE_END.test(ending)) return isWrapped && INNER_LABEL.test(ending);
  if (isRow(text, last.start, last.end) || isRow(text, lineStart, lineEnd)) return false;
  const first = text.text.charAt(lineStart);
  if (GREETING.test(text.lower.slice(last.start, last.start + LONGEST_GREETING))) return false;
  const startsSmall = /\p{Ll}/u.test(first) || /[(,]/u.test(first);
  if (startsSmall) return true;
  return isWrapped;
}

const INLINE_NUMBER = /(?<=[.:;)!?]["')]?\s)(?<number>\d{1,2})[.)]\s(?=["(]?\p{Lu})/gu;
const INLINE_SUBNUMBER = /(?<=[.:;)!?]["')]?\s)(?<subnumber>\d{1,2}(?:\.\d{1,2}){1,2})\.?\s(?=["(]?\p{Lu})/gu;
const RUN_ON_SUBNUMBER = /(?<=\s)(?<subnumber>\d{1,2}(?:\.\d{1,2}){1,2})\.\s(?=\p{Lu})/gu;
const INLINE_LETTER = /(?<=[.:;)!?]\s)(?<letter>[a-zđ])\)\s(?=\p{L})/gu;
/** Where all line breaks are lost, headings end without a stop: "2. Công tác phòng dịch a) Trung tâm …". */
const RUN_ON_NUMBER = /(?<=\s)(?<number>\d{1,2})\.\s(?=\p{Lu})/gu;
const RUN_ON_LETTER = /(?<=\s)(?<letter>[a-zđ])\)\s(?=\p{Lu})/gu;
const SHORTEST_RUN_ON = 600;
const INLINE_DASH = /(?<=[.:;!?]\s)(?<dash>[-+•])\s?(?=\p{Lu})/gu;

const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

interface ItemStart {
  readonly index: number;
  readonly length: number;
  readonly marker: NonNullable<Block['marker']>;
}

/**
 * Items are told from other numbers by the stop before them; where line breaks were lost, headings have none, but two
 * that count up are a list all the same.
 */
function surest(part: string, startsBy: (isRunOn: boolean) => ItemStart[]): ItemStart[] {
  const runOn = startsBy(true);
  return part.length >= SHORTEST_RUN_ON || runOn.length > 1 ? runOn : startsBy(false);
}

const numbersIn = (part: string, outer: Block['marker']): ItemStart[] =>
  surest(part, (isRunOn) => {
    const starts: ItemStart[] = [];
    let expected = outer?.kind === 'number' ? Number(outer.label) + 1 : 1;
    for (const match of part.matchAll(isRunOn ? RUN_ON_NUMBER : INLINE_NUMBER)) {
      if (Number(match.groups?.number) !== expected) continue;
      const marker = { kind: 'number', label: String(expected++) } as const;
      starts.push({ index: match.index, length: match[0].length, marker });
    }
    return starts;
  });

/** "… đứng đầu. 2.2. Văn phòng Sở: a) …" */
function subnumbersIn(part: string, outer: Block['marker']): ItemStart[] {
  return surest(part, (isRunOn) => {
    const starts: ItemStart[] = [];
    let previous = outer?.kind === 'subnumber' ? outer.label : '';
    for (const match of part.matchAll(isRunOn ? RUN_ON_SUBNUMBER : INLINE_SUBNUMBER)) {
      const label = match.groups?.subnumber ?? '';
      if (!label.endsWith('.1') && !isNextNumber(previous, label)) continue;
      previous = label;
      starts.push({ index: match.index, length: match[0].length, marker: { kind: 'subnumber', label } });
    }
    return starts;
  });
}

/** "2.3" after "2.2", or after "2.2.4" */
function isNextNumber(previous: string, label: string): boolean {
  const numbers = label.split('.').map(Number);
  const before = previous.split('.', numbers.length).map(Number);
  return numbers.every(
    (number, index) => number === (before[index] ?? 0) + (index === numbers.length - 1 ? 1 : 0),
  );
}

const lettersIn = (part: string, outer: Block['marker']): ItemStart[] =>
  surest(part, (isRunOn) => {
    const starts: ItemStart[] = [];
    let previous = outer?.kind === 'letter' ? outer.label : '';
    for (const match of part.matchAll(isRunOn ? RUN_ON_LETTER : INLINE_LETTER)) {
      const label = match.groups?.letter ?? '';
      const isNext =
        label === 'a' || follows(LETTERS, previous, label) || follows(LATIN_LETTERS, previous, label);
      if (!isNext) continue;
      previous = label;
      starts.push({ index: match.index, length: match[0].length, marker: { kind: 'letter', label } });
    }
    return starts;
  });

/** A stop or bracket after a number, a bracket after a letter, a dash or a bullet. */
const MAY_HOLD_ITEMS = /\d[.)]|[a-zđ]\)|[-+•]/u;

/** Items that stand in one line: "… như sau: 1. Giao … 2. Về …". Numbers and letters must count up. */
function inlineItems(text: string, piece: Piece): Piece[] {
  const part = text.slice(piece.start, piece.end);
  if (!MAY_HOLD_ITEMS.test(part)) return [piece];
  const starts: ItemStart[] = [];
  starts.push(
    ...numbersIn(part, piece.marker),
    ...subnumbersIn(part, piece.marker),
    ...lettersIn(part, piece.marker),
  );
  for (const match of part.matchAll(INLINE_DASH)) {
    starts.push({
      index: match.index,
      length: match[0].length,
      marker: { kind: match.groups?.dash === '-' ? 'dash' : 'bullet', label: '-' },
    });
  }
  if (starts.length === 0) return [piece];
  starts.sort((a, b) => a.index - b.index);
  const pieces: Piece[] = [];
  const firstStart = starts[0]?.index ?? 0;
  if (part.slice(0, firstStart).trim() !== '') {
    pieces.push({ ...piece, end: piece.start + trimmedEnd(part, firstStart) });
  }
  for (const [order, { index, length, marker }] of starts.entries()) {
    const end = starts[order + 1]?.index ?? part.length;
    pieces.push({ start: piece.start + index + length, end: piece.start + trimmedEnd(part, end), marker });
  }
  return pieces.filter(({ start, end }) => end > start);
}

const follows = (alphabet: string, previous: string, letter: string): boolean =>
  previous !== '' && alphabet.indexOf(letter) === alphabet.indexOf(previous) + 1;

function trimmedEnd(text: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && /\s/u.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/**
 * Finds each item's parent: the nearest open one with an outer mark. A plain paragraph belongs to the numbered item
 * before it, and leads a list only where it says so.
 */
function arranged(text: string, pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let open: OpenItem[] = [];
  for (const { start, end, marker } of pieces) {
    const ownRank = marker === null ? 0 : rankIn(text, open, marker);
    const outer =
      marker === null
        ? open.findLast(({ block }) => block.marker !== null && RANKS[block.marker.kind] <= RANKS.subnumber)
        : open.findLast(
            ({ block, rank }) => rank < ownRank && (block.marker !== null || leadsList(text, block)),
          );
    const parent = outer?.block ?? null;
    const block = {
      marker,
      start,
      end,
      parent,
      path: marker === null ? (parent?.path ?? []) : pathUnder(parent, marker),
    };
    const rank = marker === null ? (outer?.rank ?? -1) + 0.05 : ownRank;
    open = [...(outer === undefined ? [] : open.slice(0, open.indexOf(outer) + 1)), { block, rank }];
    blocks.push(block);
  }
  return blocks;
}

interface OpenItem {
  readonly block: Block;
  readonly rank: number;
}

/**
 * Writers choose dashes and bullets freely: one met before stands where it stood then, another one below a line that
 * leads a list goes under it ("* Phòng A:" over "+ …").
 */
function rankIn(text: string, open: readonly OpenItem[], marker: NonNullable<Block['marker']>): number {
  const usual = rankOf(marker);
  if (usual < RANKS.dash) return usual;
  const same = open.findLast(
    ({ block }) => block.marker?.kind === marker.kind && block.marker.label === marker.label,
  );
  if (same !== undefined) return same.rank;
  const last = open.at(-1);
  const isUnderLast = last !== undefined && last.rank >= RANKS.dash && leadsList(text, last.block);
  return isUnderLast ? last.rank + STEP_DOWN : usual;
}

const STEP_DOWN = 0.3;

const LONGEST_TITLE = 80;

/** "… như sau:" leads the items after it, and so does a title line. */
function leadsList(text: string, { start, end }: Block): boolean {
  const last = text.charAt(end - 1);
  return last === ':' || (end - start <= LONGEST_TITLE && !/[.;,!?]/u.test(last));
}

const rankOf = ({ kind, label }: NonNullable<Block['marker']>): number =>
  kind === 'subnumber' ? RANKS.subnumber + label.split('.').length / 10 : RANKS[kind];

/** "1.2" under "1" is the item "1.2"; a dash has no number of its own. */
function pathUnder(parent: Block | null, { kind, label }: NonNullable<Block['marker']>): readonly string[] {
  const path = parent?.path ?? [];
  if (kind === 'dash' || kind === 'bullet') return path;
  if (kind !== 'subnumber') return [...path, label];
  return [...path.filter((part) => !/^\d/u.test(part)), label];
}
