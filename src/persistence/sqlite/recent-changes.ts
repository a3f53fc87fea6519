import type { AuditAction } from '../../domain/audit-event.ts';
import type { Instant } from '../../domain/local-time.ts';
import { CHANGES_OF_STANDING } from '../../domain/standing.ts';
import type { Connection } from './connection.ts';

interface Change {
  readonly agencyId: string;
  readonly at: Instant;
  readonly action: AuditAction;
  readonly taskId: string | null;
  readonly assignmentId: string | null;
}

/** How much older than the moment asked for a line may be before all lines before it are: a clock may have been set back. */
const CLOCK_TOLERANCE_MS = 2 * 86_400_000;

/** What was written down last. Read backwards from the end of the record, so that a long record costs no more than a short one. */
export const recentChanges = ({ client }: Connection) => {
  const backwards = client.prepare<[], Change>(
    `select agency_id as agencyId, at, action, task_id as taskId, assignment_id as assignmentId
     from audit_events order by rowid desc`,
  );

  const changesFrom = function* (agencyId: string, moment: Instant): Generator<Change> {
    for (const change of backwards.iterate()) {
      if (change.at < moment - CLOCK_TOLERANCE_MS) return;
      if (change.agencyId === agencyId && change.at >= moment) yield change;
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
