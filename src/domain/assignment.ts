import type { Instant } from './local-time.ts';

/** chủ trì or phối hợp. Reminders, lateness and the four cells concern the lead. */
export type AssignmentRole = 'lead' | 'coordinating';

/** `submitted` waits for someone's signature, opinion or acceptance; `done` is accepted; `returned` must be done again. */
export type AssignmentStatus =
  'assigned' | 'acknowledged' | 'in_progress' | 'blocked' | 'submitted' | 'returned' | 'done' | 'cancelled';

/** One unit's part in a task. */
export interface Assignment {
  readonly id: string;
  readonly agencyId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly role: AssignmentRole;
  readonly status: AssignmentStatus;
  /** The deadline in force; null without one. */
  readonly deadlineId: string | null;
  /** The first instant that is too late, taken from the deadline; null without a date. Kept here for the index. */
  readonly overdueFrom: Instant | null;
  /** Percent, as last reported; null where no one said. */
  readonly progress: number | null;
  /** When the unit reported the work finished or submitted: lateness is measured here, not at acceptance. */
  readonly completedAt: Instant | null;
  readonly lastReportId: string | null;
  readonly lastReportAt: Instant | null;
  readonly extensionCount: number;
  /**
   * Working days past the deadline that are not the unit's: while what it had handed in lay with whoever accepts and was
   * then sent back, or before the work was handed over to it. Lateness is counted without them.
   */
  readonly excusedDays: number;
  readonly createdAt: Instant;
  readonly version: number;
}

const CLOSED: ReadonlySet<AssignmentStatus> = new Set(['done', 'cancelled']);
const AT_REST: ReadonlySet<AssignmentStatus> = new Set(['submitted', 'done', 'cancelled']);

/** False once the assignment is done or cancelled. */
export const isOpen = (assignment: Pick<Assignment, 'status'>): boolean => !CLOSED.has(assignment.status);

/** True where the unit has done its part for now: it is neither late nor reminded. */
export const isAtRest = (status: AssignmentStatus): boolean => AT_REST.has(status);

/**
 * Past its last good moment and neither submitted nor done. Only the lead is late: a coordinating unit has no deadline
 * of its own. "Chưa có báo cáo" is a different thing.
 */
export const isOverdue = (
  { role, status, overdueFrom }: Pick<Assignment, 'role' | 'status' | 'overdueFrom'>,
  now: Instant,
): boolean => role === 'lead' && overdueFrom !== null && now >= overdueFrom && !isAtRest(status);

/** Statuses in which an assignment can be overdue. */
export const STATUSES_THAT_CAN_BE_LATE = [
  'assigned',
  'acknowledged',
  'in_progress',
  'blocked',
  'returned',
] as const satisfies readonly AssignmentStatus[];
