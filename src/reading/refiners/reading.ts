import type { Bound, Precision } from '../../domain/deadline.ts';
import type { LocalMoment } from '../../domain/local-time.ts';
import type { Doubt } from './resolved.ts';
import type { Strength } from './judge.ts';

/** A deadline that was read, before it is put into words. Token range [from, to) is the words that name it. */
export interface DeadlineReading {
  readonly from: number;
  readonly to: number;
  readonly due: LocalMoment | null;
  readonly bound: Bound;
  readonly precision: Precision;
  readonly rrule: string | null;
  readonly condition: string | null;
  /** How the work's last good moment follows where it is not the usual way ("trước giờ họp sáng thứ Hai": that day); null usually. */
  readonly lastOk: LocalMoment | null;
  readonly assumptions: readonly string[];
  readonly doubt: Doubt | null;
  readonly strength: Strength;
}

const NONE: readonly string[] = [];

type Place = Pick<DeadlineReading, 'from' | 'to' | 'strength'>;
type Dates = Pick<DeadlineReading, 'due' | 'bound' | 'precision' | 'lastOk' | 'assumptions' | 'doubt'>;

// What is given is always named in the same order: readings of one shape are read fast.

/** A reading of the words [from, to) that has a day or a minute. */
export const datedReading = (
  { from, to, strength }: Place,
  { due, bound, precision, lastOk, assumptions, doubt }: Dates,
  rrule: string | null = null,
): DeadlineReading => ({
  from,
  to,
  strength,
  due,
  bound,
  precision,
  rrule,
  condition: null,
  lastOk,
  assumptions,
  doubt,
});

const UNDATED: Dates = {
  due: null,
  bound: 'none',
  precision: 'none',
  lastOk: null,
  assumptions: NONE,
  doubt: null,
};

/** One of which a person must say what is meant. */
export const doubtfulReading = (place: Place, { question, alternatives }: Doubt): DeadlineReading => ({
  ...datedReading(place, UNDATED),
  doubt: { question, alternatives },
});

/** One that waits for an event. */
export const conditionalReading = (place: Place, condition: string): DeadlineReading => ({
  ...datedReading(place, UNDATED),
  condition,
});
