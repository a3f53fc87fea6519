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
