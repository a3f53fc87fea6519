// The deadline reader beside chrono-node (`vi`, strict): the same sentences, in turns, in one process; then a long notice
// and texts made to be slow.
//   node bench/reading.ts [--json]
//
// Both are asked for the same answer: the day, the minute and how it binds. Dondoc's also has the last working day, what
// was assumed and the explanation. Exact means: the day, the minute where one is named, and how it binds ("trước" or not) are those of the corpus.
import { strict } from 'chrono-node/vi';
import { timeOf } from '../src/domain/local-time.ts';
import { readDeadline } from '../src/reading/deadline-reader.ts';
import { hostileReport } from './hostile.ts';
import type { DeadlineAnswer, DeadlineRow } from '../test/support/deadline-corpus.ts';
import {
  NO_DEADLINE,
  deadlineCorpus,
  readingContextAt,
  scoreDeadlines,
} from '../test/support/deadline-corpus.ts';

const WARM_UP_ROUNDS = 300;
const ROUNDS = 600;
const ZONE_OFFSET_IN_MINUTES = 420;

const rows = deadlineCorpus().map((row) => ({
  row,
  context: readingContextAt(row.writtenAt),
  instant: {
    instant: new Date(timeOf(row.writtenAt) === null ? `${row.writtenAt}T08:00:00+07:00` : row.writtenAt),
    timezone: ZONE_OFFSET_IN_MINUTES,
  },
}));
type Row = (typeof rows)[number];

const readHere = ({ row, context }: Row): DeadlineAnswer =>
  readDeadline(row.text, context)?.deadline ?? NO_DEADLINE;

/** chrono says no bound: a moment counts as one to be met by then. */
function readThere({ row, instant }: Row): DeadlineAnswer {
  const [found] = strict.parse(row.text, instant, { forwardDate: true });
  if (!found) return NO_DEADLINE;
  const at = found.end ?? found.start;
  const two = (value: number | null): string => String(value ?? 0).padStart(2, '0');
  const day = `${at.get('year') ?? 0}-${two(at.get('month'))}-${two(at.get('day'))}`;
  const due = at.isCertain('hour') ? `${day}T${two(at.get('hour'))}:${two(at.get('minute'))}:00+07:00` : day;
  return { due, bound: 'by', lastOkWorkday: null };
}

interface Taken {
  readonly elapsed: number;
  /** Of this thread alone: what a busy machine does not change. */
  readonly processor: number;
}

/** Microseconds a sentence. */
function taken(read: (row: Row) => unknown): Taken {
  const start = performance.now();
  const { user, system } = process.threadCpuUsage();
  for (const row of rows) read(row);
  const used = process.threadCpuUsage();
  return {
    elapsed: ((performance.now() - start) * 1000) / rows.length,
    processor: (used.user + used.system - user - system) / rows.length,
  };
}

const peers = [
  { name: 'dondoc', answer: readHere, rounds: [] as Taken[] },
  { name: 'chrono-node 2.10.3, vi, strict', answer: readThere, rounds: [] as Taken[] },
];
for (let number = 0; number < WARM_UP_ROUNDS + ROUNDS; number++) {
  for (const peer of peers) {
    const round = taken(peer.answer);
    if (number >= WARM_UP_ROUNDS) peer.rounds.push(round);
  }
}

const byRow = new Map<DeadlineRow, Row>(rows.map((row) => [row.row, row]));
const report = peers.map(({ name, answer, rounds }) => {
  const score = scoreDeadlines([...byRow.keys()], (row) => {
    const known = byRow.get(row);
    return known ? answer(known) : NO_DEADLINE;
  });
  const sorted = rounds.map(({ elapsed }) => elapsed).sort((a, b) => a - b);
  const processor = rounds.reduce((sum, round) => sum + round.processor, 0) / rounds.length;
  return {
    name,
    exact: Number(score.exact.toFixed(3)),
    falseDeadlines: score.falseDeadlines,
    missed: score.missed,
    microsecondsMedian: Number((sorted[sorted.length >> 1] ?? 0).toFixed(1)),
    microsecondsBest: Number((sorted[0] ?? 0).toFixed(1)),
    microsecondsOfProcessor: Number(processor.toFixed(1)),
  };
});

const hostile = hostileReport();
const print = (text: string): boolean => process.stdout.write(`${text}\n`);

if (process.argv.includes('--json')) print(JSON.stringify({ peers: report, ...hostile }));
else {
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, column) => String(cell).padEnd(column === 0 ? 34 : 17)).join('');
  print(`${rows.length} sentences, ${ROUNDS} rounds in turns`);
  print(line(['', 'exact', 'false deadlines', 'missed', 'µs, median', 'µs, best', 'µs of CPU, mean']));
  for (const each of report) print(line(Object.values(each)));
  const { bytes, milliseconds } = hostile.notice;
  print(`\na notice of ${bytes} bytes, warm: ${milliseconds.toFixed(1)} ms, median`);
  print(`\n${line(['made to be slow', 'reader', 'ms, 100 KB', 'ms, 1 MB', 'times'])}`);
  for (const { text, reader, short, long, ratio } of hostile.texts)
    print(line([text, reader, short.toFixed(1), long.toFixed(0), ratio.toFixed(1)]));
}
