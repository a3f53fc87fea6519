import type { Assignment } from '../../domain/assignment.ts';
import type { FourCells } from '../../domain/four-cells.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { AssignmentFilter, Found } from './assignment-store.ts';

/** To be accepted, or to be helped on. */
export type WaitingStatus = Extract<Assignment['status'], 'submitted' | 'blocked'>;

/** How the work of a unit stands. */
export interface UnitCells {
  readonly unitId: string;
  readonly cells: FourCells;
}

/** Of lead assignments, for the lists that people get of the bot’s own accord. `limit` bounds the ids alone. */
export interface DigestStore {
  /** Neither finished nor late yet, and too late from a moment in (from, until]; earliest first, after the first `offset` (0 unless told). */
  dueAssignments(
    filter: AssignmentFilter,
    from: Instant,
    until: Instant,
    limit: number,
    offset?: number,
  ): Promise<Found>;
  /** Waiting for somebody else than their unit; earliest deadline first. */
  assignmentsWaiting(filter: AssignmentFilter, status: WaitingStatus, limit: number): Promise<Found>;
  /** Without a date, neither submitted nor closed, and given before a moment; the oldest first. Standing orders need none. */
  undatedAssignments(filter: AssignmentFilter, createdBefore: Instant, limit: number): Promise<Found>;
  /** Whose unit has asked for more time and waits for the answer. */
  assignmentsAskingForTime(filter: AssignmentFilter, limit: number): Promise<Found>;
  /** Overdue, and escalated up to the director for the deadline in force; earliest first. */
  assignmentsBeforeDirector(filter: AssignmentFilter, now: Instant, limit: number): Promise<Found>;
  /**
   * Open work as it stands, seen at `now`, and what became done at or after `since`: was finished, or was accepted then,
   * which may be later. Units without any are left out, the others in their order.
   * @param without assignments that are not counted; none unless told
   */
  cellsByUnit(
    agencyId: string,
    since: Instant,
    now: Instant,
    without?: readonly string[],
  ): Promise<readonly UnitCells[]>;
}
