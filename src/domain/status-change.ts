import type { Acceptance } from './agency.ts';
import type { Assignment, AssignmentStatus } from './assignment.ts';
import { isOpen } from './assignment.ts';
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
 * A "nhận được rồi" after work has begun does not take it back, a "chưa xong" after "đã xong" does. Where someone
 * has to accept, "đã xong" makes it `submitted`; the time of completion is the unit's report all the same.
 */
export const afterReport = (
  current: Current,
  report: { readonly kind: ReportKind; readonly progress: number | null },
  acceptance: Acceptance,
  now: Instant,
): StatusChange | null =>
  isOpen(current) ? moveTo(statusAfter(current.status, report.kind, acceptance), current, report, now) : null;

const statusAfter = (
  current: AssignmentStatus,
  kind: ReportKind,
  acceptance: Acceptance,
): AssignmentStatus => {
  if (kind === 'acknowledged' && current !== 'assigned') return current;
  if (kind === 'not_done' && current === 'submitted') return 'in_progress';
  if (kind === 'done' && acceptance !== 'automatic') return 'submitted';
  return AFTER_REPORT[kind] ?? current;
};

/** Invariants: there is a time of completion exactly while the work is finished; unfinished work is not left at 100 %. */
const moveTo = (
  status: AssignmentStatus,
  current: Current,
  report: { readonly kind: ReportKind; readonly progress: number | null },
  now: Instant,
): StatusChange => {
  const isTakenBack = isFinished(current.status) && !isFinished(status);
  const before = isTakenBack && current.progress === 100 ? null : current.progress;
  return {
    status,
    progress: report.kind === 'done' ? 100 : (report.progress ?? before),
    completedAt: isFinished(status) ? (current.completedAt ?? now) : null,
  };
};

const isFinished = (status: AssignmentStatus): boolean => status === 'submitted' || status === 'done';

/** The secretary agrees that the work is done; null where there is nothing to accept. */
export const afterAcceptance = ({ status, progress, completedAt }: Current): StatusChange | null =>
  status === 'submitted' ? { status: 'done', progress, completedAt } : null;

/** The secretary sends the work back; null where there is nothing to send back. */
export const afterReturn = (current: Current): StatusChange | null =>
  current.status === 'submitted' ? toBeDoneAgain(current) : null;

/** Work that was accepted is taken up again after all; null where it was not accepted. */
export const afterReopening = (current: Current): StatusChange | null =>
  current.status === 'done' ? toBeDoneAgain(current) : null;

const toBeDoneAgain = ({ progress }: Current): StatusChange => ({
  status: 'returned',
  progress: progress === 100 ? null : progress,
  completedAt: null,
});
