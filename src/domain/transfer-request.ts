import type { MessageSource } from './chat.ts';
import type { Instant } from './local-time.ts';

/** "Không phải việc của phòng": asked by the unit that leads, decided by the secretary. The unit leads until then. */
export interface TransferRequest {
  readonly id: string;
  readonly agencyId: string;
  readonly assignmentId: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** The unit proposed; null where none was named. */
  readonly toUnitId: string | null;
  /** In the unit's own words; null where it gave none. */
  readonly reason: string | null;
  readonly state: 'pending' | 'approved' | 'refused' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Who has got the task, which may be another unit than the one proposed. */
  readonly givenToId: string | null;
  readonly source: MessageSource | null;
  readonly version: number;
}
