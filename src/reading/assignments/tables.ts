// Tables of assigned work, as they arrive when a document is pasted: one row a line, cells parted by tabs, bars or runs of
// spaces, below a header line or without one.
import {
  CONTENT_LABELS,
  COORDINATION_LABELS,
  DEADLINE_LABELS,
  LEAD_LABELS,
  TABLE_REMARK_LABELS,
} from '../lexicon/form-labels.ts';
import { readDeadlines } from '../deadline-reader.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases } from '../words/phrases.ts';
import type { Block } from './blocks.ts';
import { capitalized, keptText } from './content.ts';
import type { Range } from './ranges.ts';
import { within } from './ranges.ts';
import type { PlacedDeadline, Source } from './reading.ts';
import { rangeOf } from './reading.ts';
import { remarkedRole } from './remarks.ts';
import type { WorkItem } from './work-item.ts';

type Column = 'content' | 'lead' | 'help' | 'deadline' | 'remark';

/** What the columns hold, by their header. */
type TableHeader = readonly (Column | null)[];

const columns = new Phrases<Column>([
  ['remark', TABLE_REMARK_LABELS],
  ['content', CONTENT_LABELS],
  ['lead', LEAD_LABELS],
  ['help', COORDINATION_LABELS],
  ['deadline', DEADLINE_LABELS],
]);

const FEWEST_CELLS = 3;
const MOST_CELLS = 12;
const LONGEST_DATE_CELL_IN_WORDS = 14;
const DEADLINE_LABEL = 'Thời hạn: ';

/** True where a line of the text, given as a block, is cut into cells. */
const mayHoldCells = ({ text }: Source, { start, end }: Block): boolean => {
  const line = text.original.slice(...text.spanOf(start, end));
  return (line.match(cellBreakOf(line))?.length ?? 0) >= FEWEST_CELLS - 1;
};

const CELL_BREAK = /\s*\|\s*|\t+| {3,}/gu;
const NARROW_CELL_BREAK = /\s*\|\s*|\t+| {2,}/gu;

/** Two spaces part cells in a line that has single spaces between words; a careless typist doubles them all. */
const cellBreakOf = (line: string): RegExp =>
  (line.match(/\S \S/gu)?.length ?? 0) > (line.match(/\S {2}\S/gu)?.length ?? 0)
    ? NARROW_CELL_BREAK
    : CELL_BREAK;

/** The cells of a line; none where it is not cut into cells. */
function cellsOf({ text, words }: Source, block: Block): Range[] {
  const range = rangeOf(words, block.start, block.end);
  const cellBreak = cellBreakOf(text.original.slice(...text.spanOf(block.start, block.end)));
  const cells: Range[] = [];
  let from = range.from;
  for (let at = range.from + 1; at <= range.to; at++) {
    const before = words[at - 1];
    const word = at < range.to ? words[at] : undefined;
    const between =
      before === undefined || word === undefined
        ? '|'
        : text.original.slice(text.spanOf(before.start, before.end)[1], text.spanOf(word.start, word.end)[0]);
    cellBreak.lastIndex = 0;
    if (word !== undefined && !cellBreak.test(between)) continue;
    // "| |" leaves a column empty.
    const empty = word === undefined ? 0 : Math.max(0, (between.match(/\||\t/gu)?.length ?? 1) - 1);
    cells.push({ from, to: at });
    for (let count = 0; count < empty && count < MOST_CELLS; count++) cells.push({ from: at, to: at });
    from = at;
  }
  return cells.length >= FEWEST_CELLS && cells.length <= MOST_CELLS ? cells : [];
}

/** The header that a line is: most of its cells name columns, one of them the work. Null for any other line. */
function tableHeaderOf(source: Source, block: Block): TableHeader | null {
  const { words } = source;
  const header = cellsOf(source, block).map(({ from, to }): Column | null => {
    const label = columns.match(words, from, to);
    return label !== null && label.length >= to - from - 1 ? label.value : null;
  });
  const named = header.filter((column) => column !== null);
  return named.includes('content') && named.includes('lead') && named.length >= header.length - 1
    ? header
    : null;
}

/** The work of one row; null where the line is no row, or charges nobody. */
function tableRowOf(source: Source, block: Block, header: TableHeader | null): WorkItem | null {
  const { words, mentions, text } = source;
  const cells = cellsOf(source, block);
  if (cells.length === 0) return null;
  const roles = cells.map((_, index) => (header?.length === cells.length ? header[index] : undefined));
  const parts = cells.map((cell, index) => {
    const units = within(mentions, cell).filter(({ kind }) => kind !== 'person' && kind !== 'leadership');
    return { cell, role: roles[index], units, isUnits: namesOnlyUnits(source, cell, units) };
  });
  const charged = parts.flatMap(({ role, units, isUnits }) =>
    isUnits && role !== 'content' && role !== 'remark' ? units.map((unit) => ({ unit, role })) : [],
  );
  const firstLead = parts.find(({ role, isUnits }) => isUnits && role !== 'help' && role !== 'remark');
  const isHelp = ({ unit, role }: (typeof charged)[number]): boolean =>
    role === 'help' ||
    remarkedRole(words, unit.to) === 'helping' ||
    (role !== 'lead' && remarkedRole(words, unit.to) === null && !firstLead?.units.includes(unit));
  const lead = charged.filter((one) => !isHelp(one)).map(({ unit }) => unit);
  const named = parts.find(({ role }) => role === 'content');
  const content =
    named ?? parts.filter(({ isUnits }) => !isUnits).toSorted((a, b) => length(b.cell) - length(a.cell))[0];
  if (lead.length === 0 || content === undefined || length(content.cell) < 2) return null;
  const dated = parts.filter(({ role, isUnits, cell }) =>
    role === undefined ? !isUnits && cell !== content.cell : role === 'deadline',
  );
  const number = /^\d{1,3}$/u.exec(words[cells[0]?.from ?? 0]?.written ?? '')?.[0];
  const isNumbered = number !== undefined && length(cells[0] ?? content.cell) === 1;
  return {
    block: isNumbered ? { ...block, path: [...block.path, number] } : block,
    ...rangeOf(words, block.start, block.end),
    lead,
    coordinating: charged.filter(isHelp).map(({ unit }) => unit),
    excluded: [],
    director: null,
    recipient: null,
    deadline: firstDeadline(
      source,
      dated.map(({ cell }) => cell),
    ),
    content: capitalized(keptText(text, words, content.cell, [])),
    workFrom: content.cell.from,
    isMonitoring: false,
    isLeadGuessed: false,
    isDirecting: false,
  };
}

const length = ({ from, to }: Range): number => to - from;

/** True where a cell holds nothing but units, what joins them and their parts. */
function namesOnlyUnits({ words }: Source, cell: Range, units: readonly Mention[]): boolean {
  if (units.length === 0) return false;
  for (let at = cell.from; at < cell.to; at++) {
    const isNamed = units.some(({ from, to }) => at >= from && at < to);
    if (!isNamed && !BESIDE_UNITS.has(words[at]?.lower ?? '')) return false;
  }
  return true;
}

const BESIDE_UNITS: ReadonlySet<string> = new Set(
  'và các với cùng chủ trì phối hợp thực hiện đồng đơn vị liên quan đ c đồng chí'.split(' '),
);

/** A cell under "Thời hạn" is read as what follows that label. */
function firstDeadline({ words, text, context }: Source, cells: readonly Range[]): PlacedDeadline | null {
  for (const { from, to } of cells) {
    const [first, last] = [words[from], words[to - 1]];
    if (first === undefined || last === undefined || to - from > LONGEST_DATE_CELL_IN_WORDS) continue;
    const written = text.text.slice(first.start, last.end);
    const finding = readDeadlines(DEADLINE_LABEL + written, context).find(
      ({ deadline }) => deadline.due !== null || deadline.rrule !== null,
    );
    if (finding === undefined) continue;
    const span = text.spanOf(first.start, last.end);
    const quote = text.original.slice(...span);
    return { from, to, finding: { ...finding, span, quote, deadline: { ...finding.deadline, raw: quote } } };
  }
  return null;
}

/** Reads the lines of tables one after another, and keeps the header of the last one. */
export class TableReader {
  private readonly source: Source;
  private readonly mayHaveTables: boolean;
  private header: TableHeader | null = null;

  constructor(source: Source) {
    this.source = source;
    this.mayHaveTables = /[|\t]| {2}/u.test(source.text.original);
  }

  /** The work of a row; 'header' for the names of the columns; null for any other line. */
  read(block: Block): WorkItem | 'header' | null {
    if (!this.mayHaveTables || !mayHoldCells(this.source, block)) return null;
    const header = tableHeaderOf(this.source, block);
    if (header === null) return tableRowOf(this.source, block, this.header);
    this.header = header;
    return 'header';
  }
}
