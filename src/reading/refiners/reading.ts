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

/** A reading of the words [from, to); what is not given is none. Readings have one shape, which keeps reading them fast. */
export const readingOf = (
  { from, to, strength }: Pick<DeadlineReading, 'from' | 'to' | 'strength'>,
  named: Partial<Omit<DeadlineReading, 'from' | 'to' | 'strength'>>,
): DeadlineReading => ({
  from,
  to,
  strength,
  due: named.due ?? null,
  bound: named.bound ?? 'none',
  precision: named.precision ?? 'none',
  rrule: named.rrule ?? null,
  condition: named.condition ?? null,
  lastOk: named.lastOk ?? null,
  assumptions: named.assumptions ?? NONE,
  doubt: named.doubt ?? null,
});
