import type { MessageSource } from './chat.ts';
import type { Instant, LocalMoment } from './local-time.ts';

/** Asked by the lead unit, decided by the deputy in charge or the director. */
export interface ExtensionRequest {
  readonly id: string;
  readonly agencyId: string;
  readonly assignmentId: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** The date asked for; null where the unit has not named one yet. */
  readonly newDue: LocalMoment | null;
  /** The words that name it. */
  readonly raw: string;
  readonly reason: string | null;
  /** The deadline in force when it was asked. */
  readonly oldDeadlineId: string | null;
  /** "lần 2" */
  readonly ordinal: number;
  readonly state: 'pending' | 'approved' | 'refused' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** The date agreed to, which may be another than the one asked for; null unless approved. */
  readonly grantedDue: LocalMoment | null;
  /** What whoever decided wrote with it; null for a button. */
  readonly decisionReason: string | null;
  readonly source: MessageSource | null;
  readonly version: number;
}
