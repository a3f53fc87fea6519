import type { Precision } from '../../domain/deadline.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';

/** What a person must decide, with the readings to offer. */
export interface Doubt {
  readonly question: string;
  readonly alternatives: readonly LocalMoment[];
}

/** An expression placed in the calendar. A day or minute has `first` equal to `last`. */
export interface ResolvedTime {
  readonly kind: 'time';
  /** Where what is named begins: the limit of "trước". */
  readonly first: LocalMoment;
  /** Where it ends: the limit of everything else. For a week it is Friday. */
  readonly last: LocalMoment;
  readonly precision: Precision;
  /** What a convention filled in, each as a short Vietnamese phrase. */
  readonly assumptions: readonly string[];
  readonly doubt: Doubt | null;
}

/** A date that cannot be: nothing is guessed, the question is put. */
export interface UnresolvableTime {
  readonly kind: 'unresolvable';
  readonly question: string;
  readonly alternatives: readonly LocalMoment[];
}

export type Resolution = ResolvedTime | UnresolvableTime;

export const onDay = (
  date: LocalDate,
  assumptions: readonly string[] = [],
  doubt: Doubt | null = null,
): ResolvedTime => ({ kind: 'time', first: date, last: date, precision: 'day', assumptions, doubt });
