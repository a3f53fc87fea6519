// The deadline reader beside chrono-node (`vi`, strict): the same sentences, in turns, in one process; then a long notice
// and texts made to be slow.
//   node bench/reading.ts [--json]
//
// Both are asked for the same answer: the day, the minute and how it binds. Dondoc's also has the last working day, what
// was assumed and what to ask. Exact means: the day, the minute where one is named, and how it binds ("trước" or not) are those of the corpus.
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

/** A machine with other work interrupts a round of all sentences far more often than one of a few. */
const SENTENCES_TIMED_AT_ONCE = 16;

const stretches = Array.from({ length: Math.ceil(rows.length / SENTENCES_TIMED_AT_ONCE) }, (_, index) =>
  rows.slice(index * SENTENCES_TIMED_AT_ONCE, (index + 1) * SENTENCES_TIMED_AT_ONCE),
);

interface Peer {
  readonly name: string;
  readonly answer: (row: Row) => DeadlineAnswer;
  /** Milliseconds, for each stretch those of every round. */
  readonly taken: readonly number[][];
}

const peers = [
  { name: 'dondoc', answer: readHere },
  { name: 'chrono-node 2.10.3, vi, strict', answer: readThere },
].map((peer): Peer => ({ ...peer, taken: stretches.map(() => []) }));

for (let number = 0; number < WARM_UP_ROUNDS + ROUNDS; number++) {
  for (const { answer, taken } of peers) {
    for (const [index, stretch] of stretches.entries()) {
      const start = performance.now();
      for (const row of stretch) answer(row);
      if (number >= WARM_UP_ROUNDS) taken[index]?.push(performance.now() - start);
    }
  }
}

/** Microseconds a sentence: the sum of what each stretch takes in a round that only `share` of its rounds undercut. */
const microseconds = ({ taken }: Peer, share: number): number => {
  const sum = taken.reduce((total, rounds) => {
    const sorted = rounds.toSorted((a, b) => a - b);
    return total + (sorted[Math.floor(sorted.length * share)] ?? 0);
  }, 0);
  return Number(((sum * 1000) / rows.length).toFixed(1));
};

const byRow = new Map<DeadlineRow, Row>(rows.map((row) => [row.row, row]));
const report = peers.map((peer) => {
  const score = scoreDeadlines([...byRow.keys()], (row) => {
    const known = byRow.get(row);
    return known ? peer.answer(known) : NO_DEADLINE;
  });
  return {
    name: peer.name,
    exact: Number(score.exact.toFixed(3)),
    falseDeadlines: score.falseDeadlines,
    missed: score.missed,
    microsecondsMedian: microseconds(peer, 0.5),
    microsecondsLowerQuartile: microseconds(peer, 0.25),
    microsecondsLowest: microseconds(peer, 0.02),
  };
});
const [here, there] = report;
const ratio = Number(
  ((here?.microsecondsLowerQuartile ?? 0) / (there?.microsecondsLowerQuartile ?? 1)).toFixed(2),
);

const hostile = hostileReport();
const print = (text: string): boolean => process.stdout.write(`${text}\n`);

if (process.argv.includes('--json')) print(JSON.stringify({ peers: report, ratio, ...hostile }));
else {
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, column) => String(cell).padEnd(column === 0 ? 34 : 17)).join('');
  print(`${rows.length} sentences, ${ROUNDS} rounds in turns`);
  print(line(['', 'exact', 'false deadlines', 'missed', 'µs, median', 'lower quartile', 'lowest 2 %']));
  for (const each of report) print(line(Object.values(each)));
  print(`dondoc takes ${ratio} of the time of its peer, by the lower quartiles`);
  const { bytes, milliseconds } = hostile.notice;
  print(`\na notice of ${bytes} bytes, warm: ${milliseconds.toFixed(1)} ms of processor time, mean`);
  print(`\n${line(['made to be slow', 'reader', 'ms, 100 KB', 'ms, 1 MB', 'times'])}`);
  for (const { text, reader, short, long, ratio } of hostile.texts)
    print(line([text, reader, short.toFixed(1), long.toFixed(0), ratio.toFixed(1)]));
}
