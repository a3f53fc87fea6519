import type { AuditAction } from '../../domain/audit-event.ts';
import type { Instant } from '../../domain/local-time.ts';
import { CHANGES_OF_STANDING } from '../../domain/standing.ts';
import type { Connection } from './connection.ts';

interface Change {
  readonly position: number;
  readonly agencyId: string;
  readonly at: Instant;
  readonly action: AuditAction;
  readonly taskId: string | null;
  readonly assignmentId: string | null;
}

/** Lines read at once. */
const PAGE_SIZE = 500;

/** How much older than the moment asked for a line may be before all lines before it are: a clock may have been set back. */
const CLOCK_TOLERANCE_MS = 2 * 86_400_000;

/** What was written down last. Read backwards from the end of the record, so that a long record costs no more than a short one. */
export const recentChanges = ({ client }: Connection) => {
  const pageBefore = client.prepare<[number, number], Change>(
    `select rowid as position, agency_id as agencyId, at, action, task_id as taskId, assignment_id as assignmentId
     from audit_events where rowid < ? order by rowid desc limit ?`,
  );

  const changesFrom = function* (agencyId: string, moment: Instant): Generator<Change> {
    let end = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const page = pageBefore.all(end, PAGE_SIZE);
      for (const change of page) {
        if (change.at < moment - CLOCK_TOLERANCE_MS) return;
        if (change.agencyId === agencyId && change.at >= moment) yield change;
        end = change.position;
      }
      if (page.length < PAGE_SIZE) return;
    }
  };

  return {
    tasksChangedAfter: (agencyId: string, moment: Instant): string[] => {
      const found = new Set<string>();
      for (const { action, taskId } of changesFrom(agencyId, moment + 1))
        if (taskId !== null && CHANGES_OF_STANDING.has(action)) found.add(taskId);
      return [...found];
    },
    /** The assignments that were accepted at or after a moment. */
    acceptedFrom: (agencyId: string, moment: Instant): string[] => {
      const found = new Set<string>();
      for (const { action, assignmentId } of changesFrom(agencyId, moment))
        if (assignmentId !== null && action === 'completion_accepted') found.add(assignmentId);
      return [...found];
    },
  };
};
