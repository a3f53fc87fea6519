import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Instant } from '../../domain/local-time.ts';

/** Which lines of the record to read. Absent fields do not restrict. */
export interface AuditFilter {
  readonly agencyId: string;
  /** At or after this moment. */
  readonly from?: Instant;
  /** Before this moment. */
  readonly until?: Instant;
  readonly taskId?: string;
}

/** The record of what happened. */
export interface AuditStore {
  /** What happened to a task, oldest first. */
  auditOfTask(taskId: string): Promise<readonly AuditEvent[]>;
  /** What happened to some tasks at or after `since`, oldest first. */
  auditOfTasks(taskIds: readonly string[], since: Instant): Promise<readonly AuditEvent[]>;
  /** Tasks to which something was done after a moment that changes how they stand (see CHANGES_OF_STANDING), those made since included. */
  tasksChangedAfter(agencyId: string, moment: Instant): Promise<readonly string[]>;
  /** The assignments that the pictures of an album were recorded for, among what was recorded last. */
  assignmentsOfAlbum(agencyId: string, albumId: string): Promise<readonly string[]>;
  /** A page of the whole record, in the order in which it was written. @param after the id of the last line seen; null for the beginning */
  auditTrail(filter: AuditFilter, after: string | null, limit: number): Promise<readonly AuditEvent[]>;
}
