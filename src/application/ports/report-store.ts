import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { TaskDeadline } from '../../domain/task.ts';
import type { TransferRequest } from '../../domain/transfer-request.ts';

/** What units have said of their tasks and asked for, and the deadlines that came of it. */
export interface ReportStore {
  statusReport(reportId: string): Promise<StatusReport | null>;
  /** Oldest first. */
  reportsOfAssignment(assignmentId: string): Promise<readonly StatusReport[]>;
  extensionRequest(requestId: string): Promise<ExtensionRequest | null>;
  pendingExtension(assignmentId: string): Promise<ExtensionRequest | null>;
  /** The longest waiting first. */
  pendingExtensionsOf(agencyId: string): Promise<readonly ExtensionRequest[]>;
  transferRequest(requestId: string): Promise<TransferRequest | null>;
  pendingTransfer(assignmentId: string): Promise<TransferRequest | null>;
  /** The longest waiting first. */
  pendingTransfersOf(agencyId: string): Promise<readonly TransferRequest[]>;
  /** All that a task has or had, oldest first. */
  deadlinesOfTask(taskId: string): Promise<readonly TaskDeadline[]>;
  deadlineOf(deadlineId: string): Promise<AssignmentView['deadline']>;
  /** The deadline a task was given first, before any extension: the first with a date where there is one; null where it never had any. */
  firstDeadlineOf(taskId: string): Promise<AssignmentView['deadline']>;
}
