import type { Assignment } from '../../domain/assignment.ts';
import type { Document } from '../../domain/document.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Task } from '../../domain/task.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Which assignments to list. Absent fields do not restrict. */
export interface AssignmentFilter {
  readonly agencyId: string;
  readonly unitIds?: readonly string[];
  readonly role?: Assignment['role'];
}

/** Which overdue assignments to list. */
export interface OverdueFilter extends AssignmentFilter {
  /** Only tasks that were taken from this document. */
  readonly documentId?: string;
  /** Only those that were not late yet at this moment. */
  readonly inTimeAt?: Instant;
}

/** How many assignments of a document's tasks are overdue. */
export interface DocumentCount {
  readonly documentId: string;
  readonly count: number;
}

/** How many assignments of a unit are overdue. */
export interface UnitCount {
  readonly unitId: string;
  readonly count: number;
}

/** How many there are in all, and the ids of the first ones. */
export interface Found {
  readonly total: number;
  readonly ids: readonly string[];
}

/** Tasks, the parts that units have in them, and the lists of both. */
export interface AssignmentStore {
  taskByNumber(agencyId: string, number: number): Promise<Task | null>;
  /** In the order of the ids; ids that do not exist are left out. */
  tasks(taskIds: readonly string[]): Promise<readonly Task[]>;
  /** The next occurrence of recurring work, once it has been made. */
  taskFollowing(taskId: string): Promise<Task | null>;
  assignment(assignmentId: string): Promise<Assignment | null>;
  /** In the order of the ids; ids that do not exist are left out. */
  assignments(assignmentIds: readonly string[]): Promise<readonly Assignment[]>;
  /** Leads first, then in the order of the units. */
  assignmentsOfTask(taskId: string): Promise<readonly Assignment[]>;
  /** Assignments with all that messages need, in the order of the ids; ids that do not exist are left out. */
  assignmentViews(assignmentIds: readonly string[]): Promise<readonly AssignmentView[]>;
  /** Ids of open assignments (neither done nor cancelled), earliest deadline first, those without one last, then by task number. */
  openAssignmentIds(filter: AssignmentFilter, page: Page): Promise<readonly string[]>;
  /**
   * Ids of one assignment for each task that holds the words next to each other, in its content, its document's number or
   * its title; without regard to case and diacritics. Open tasks first, the newest first in each; the part of a unit that
   * leads where there is one. Of very many the newest are looked at.
   */
  searchAssignments(filter: AssignmentFilter, words: string, page: Page): Promise<Found>;
  /** Ids of the open assignments that some units were given at or after `since`, by task number. */
  openAssignmentIdsSince(
    agencyId: string,
    unitIds: readonly string[],
    since: Instant,
  ): Promise<readonly string[]>;
  countOpenAssignments(filter: AssignmentFilter): Promise<number>;
  /** Units that lead open tasks, also those that are no longer declared, in the order of the configuration. */
  unitIdsWithOpenTasks(agencyId: string): Promise<readonly string[]>;
  /**
   * Ids of lead assignments that are overdue at `now`, grouped by unit in the order of the configuration, oldest first
   * in a unit. Units that are no longer declared come last, but come.
   * @param order `oldest`: the oldest first, whatever the unit
   */
  overdueAssignmentIds(
    filter: OverdueFilter,
    now: Instant,
    page: Page,
    order?: 'unit' | 'oldest',
  ): Promise<readonly string[]>;
  /** In the order of the units; those without any are left out. */
  overdueCounts(filter: OverdueFilter, now: Instant): Promise<readonly UnitCount[]>;
  /** The documents with the most first; tasks without a document are left out. */
  overdueDocuments(filter: OverdueFilter, now: Instant): Promise<readonly DocumentCount[]>;
  document(documentId: string): Promise<Document | null>;
}
