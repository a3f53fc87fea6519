// The corpus of deadlines and how answers to it are scored.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONVENTIONS } from '../../src/domain/conventions.ts';
import type { Bound, Deadline, Precision } from '../../src/domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../../src/domain/local-time.ts';
import { dateOf, instantOf, timeOf } from '../../src/domain/local-time.ts';
import type { ReadingContext } from '../../src/reading/context.ts';
import { officialCalendar } from './calendars.ts';

/** One sentence with what it says. `alternatives` are other right readings; null among them means "no deadline" is right too. */
export interface DeadlineRow {
  readonly id: string;
  readonly text: string;
  readonly writtenAt: LocalMoment;
  readonly category: string;
  readonly due: LocalMoment | null;
  readonly bound: Bound;
  readonly precision: Precision;
  readonly lastOk?: LocalMoment;
  readonly lastOkWorkday?: LocalDate;
  readonly rrule?: string;
  readonly alternatives?: readonly (LocalMoment | null)[];
  readonly note?: string;
}

export type DeadlineAnswer = Pick<Deadline, 'due' | 'bound' | 'lastOkWorkday'>;

export const NO_DEADLINE: DeadlineAnswer = { due: null, bound: 'none', lastOkWorkday: null };

export const deadlineCorpus = (): readonly DeadlineRow[] =>
  readFileSync(join(import.meta.dirname, '..', 'corpus', 'deadlines.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DeadlineRow);

/** Reading as an agency with the shipped calendar and the usual conventions does; no units, whose names are not times. */
export const readingContextAt = (writtenAt: LocalMoment): ReadingContext => ({
  writtenAt,
  calendar: officialCalendar,
  units: [],
  conventions: DEFAULT_CONVENTIONS,
});

/** "Chậm nhất", "trong ngày", "vào ngày" say the same of a task: only "trước" and a recurrence differ. */
const boundClass = (bound: Bound): string =>
  bound === 'by' || bound === 'on' || bound === 'within' ? 'by' : bound;

/** A whole day is also met by its midnight, its last minute or the end of its office hours. */
function isSameMoment(wanted: LocalMoment | null, got: LocalMoment | null): boolean {
  if (wanted === null || got === null) return wanted === got;
  const wantedTime = timeOf(wanted);
  const gotTime = timeOf(got);
  if (wantedTime === null)
    return dateOf(got) === wanted && (gotTime === null || ['00:00', '17:00', '23:59'].includes(gotTime));
  return gotTime !== null && instantOf(dateOf(wanted), wantedTime) === instantOf(dateOf(got), gotTime);
}

/** True where the day, the minute where one is named, and the way it binds are right. */
function isExact(row: DeadlineRow, answer: DeadlineAnswer): boolean {
  const accepted = [row.due, ...(row.alternatives ?? [])];
  const isRecurring = row.bound === 'recurring';
  if (!accepted.some((due) => isSameMoment(due, answer.due)) && !(isRecurring && row.due === null))
    return false;
  if (answer.due === null && accepted.includes(null)) return answer.bound !== 'recurring' || isRecurring;
  return (
    boundClass(answer.bound) === boundClass(row.bound) || (row.due === null && row.alternatives !== undefined)
  );
}

export interface DeadlineScore {
  /** Share of rows read exactly. */
  readonly exact: number;
  /** Look-alikes and undated sentences that were given a date. */
  readonly falseDeadlines: number;
  /** Deadlines that were not found. */
  readonly missed: number;
  /** Share of the exact rows whose last working day is right. */
  readonly lastWorkday: number;
  /** What went wrong, for the eye. */
  readonly wrong: readonly string[];
}

export function scoreDeadlines(
  rows: readonly DeadlineRow[],
  answerTo: (row: DeadlineRow) => DeadlineAnswer,
): DeadlineScore {
  const wrong: string[] = [];
  const count = { exact: 0, falseDeadlines: 0, missed: 0, workdays: 0, rightWorkdays: 0 };
  for (const row of rows) {
    const answer = answerTo(row);
    const isRight = isExact(row, answer);
    const mayBeNone = row.due === null || (row.alternatives ?? []).includes(null);
    const mayBeDated =
      row.due !== null || row.bound === 'recurring' || (row.alternatives ?? []).some((due) => due !== null);
    if (isRight) count.exact++;
    else
      wrong.push(
        `${row.id}: wanted ${row.due ?? 'none'} ${row.bound}, got ${answer.due ?? 'none'} ${answer.bound}: ${row.text}`,
      );
    if (answer.due === null && !mayBeNone) count.missed++;
    if (answer.due !== null && !mayBeDated) count.falseDeadlines++;
    const isWorkdaySure =
      row.lastOkWorkday !== undefined && row.alternatives === undefined && row.bound !== 'recurring';
    if (!isRight || answer.due === null || !isWorkdaySure) continue;
    count.workdays++;
    if (answer.lastOkWorkday === row.lastOkWorkday) count.rightWorkdays++;
    else
      wrong.push(
        `${row.id}: wanted ${row.lastOkWorkday ?? ''} as last working day, got ${answer.lastOkWorkday ?? 'none'}: ${row.text}`,
      );
  }
  return {
    exact: count.exact / rows.length,
    falseDeadlines: count.falseDeadlines,
    missed: count.missed,
    lastWorkday: count.workdays === 0 ? 1 : count.rightWorkdays / count.workdays,
    wrong,
  };
}
