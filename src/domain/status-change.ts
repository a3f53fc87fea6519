import type { Assignment, AssignmentStatus } from './assignment.ts';
import type { Instant } from './local-time.ts';
import type { ReportKind } from './status-report.ts';

/** What a report or a decision does to an assignment. */
export interface StatusChange {
  readonly status: AssignmentStatus;
  readonly progress: number | null;
  readonly completedAt: Instant | null;
}

type Current = Pick<Assignment, 'status' | 'progress' | 'completedAt'>;

/** Where a report leads from an open status. A `note`, a "chưa xong" and a request change nothing by themselves. */
const AFTER_REPORT: Readonly<Record<ReportKind, AssignmentStatus | null>> = {
  acknowledged: 'acknowledged',
  in_progress: 'in_progress',
  submitted: 'submitted',
  done: 'done',
  blocked: 'blocked',
  not_done: null,
  extension_requested: null,
  note: null,
};

/**
 * What a unit's report makes of its assignment; null where a report can no longer change it (done, cancelled).
 *
 * A "nhận được rồi" after work has begun does not take it back, a "chưa xong" after "đã xong" does. Where the secretary
 * has to accept, "đã xong" makes it `submitted`; the time of completion is the unit's report all the same.
 */
export const afterReport = (
  current: Current,
  report: { readonly kind: ReportKind; readonly progress: number | null },
  acceptance: 'automatic' | 'secretary',
  now: Instant,
): StatusChange | null => {
  if (current.status === 'done' || current.status === 'cancelled') return null;
  if (report.kind === 'acknowledged' && current.status !== 'assigned') return unchanged(current);
  if (report.kind === 'not_done') {
    const isTakenBack = current.status === 'submitted';
    return {
      ...unchanged(current),
      ...(isTakenBack ? { status: 'in_progress' as const, completedAt: null } : {}),
    };
  }
  let status = AFTER_REPORT[report.kind] ?? current.status;
  if (status === 'done' && acceptance === 'secretary') status = 'submitted';
  const isFinished = status === 'submitted' || status === 'done';
  return {
    status,
    progress: report.kind === 'done' ? 100 : (report.progress ?? current.progress),
    completedAt: isFinished ? (current.completedAt ?? now) : null,
  };
};

/** The secretary agrees that the work is done; null where there is nothing to accept. */
export const afterAcceptance = (current: Current): StatusChange | null =>
  current.status === 'submitted' ? { ...unchanged(current), status: 'done' } : null;

/** The secretary sends the work back; null where there is nothing to send back. */
export const afterReturn = (current: Current): StatusChange | null =>
  current.status === 'submitted' ? { ...unchanged(current), status: 'returned', completedAt: null } : null;

const unchanged = ({ status, progress, completedAt }: Current): StatusChange => ({
  status,
  progress,
  completedAt,
});
