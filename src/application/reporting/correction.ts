import type { Assignment } from '../../domain/assignment.ts';
import type { MessageSource } from '../../domain/chat.ts';
import { isSameMessage } from '../../domain/chat.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { ApplicationContext } from '../context.ts';

type Standing = Pick<Assignment, 'status' | 'progress' | 'completedAt'>;

/** What a correction does away with. */
export interface Correction {
  readonly corrected: StatusReport;
  /** How the assignment stands without the corrected report; null where others have spoken since, so that it stays as it is. */
  readonly standing: Standing | null;
}

/**
 * Finds what a correction corrects: the report made by the same message, where that was edited, else the last one. Null
 * where there is none, so that the correction is a report like any other.
 */
export const findCorrection = async (
  app: ApplicationContext,
  { assignment }: AssignmentView,
  source: MessageSource | null,
): Promise<Correction | null> => {
  const reports = await app.store.reportsOfAssignment(assignment.id);
  const corrected =
    reports.findLast((report) => isSameMessage(report.source, source)) ??
    reports.find(({ id }) => id === assignment.lastReportId);
  if (corrected === undefined) return null;
  if (corrected.id !== assignment.lastReportId) return { corrected, standing: null };
  const events = await app.store.auditOfTask(assignment.taskId);
  const recorded = events.findLast(({ after }) => after?.reportId === corrected.id)?.after;
  // What has been accepted or returned since the report is not undone with it.
  const isDecidedSince = recorded?.status !== assignment.status;
  return { corrected, standing: isDecidedSince ? assignment : (recorded.judgedFrom ?? assignment) };
};
