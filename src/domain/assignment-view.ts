import type { Assignment } from './assignment.ts';
import type { Deadline } from './deadline.ts';
import type { Document } from './document.ts';
import type { ExtensionRequest } from './extension-request.ts';
import type { StatusReport } from './status-report.ts';
import type { Task } from './task.ts';
import type { Unit } from './unit.ts';

/** An assignment with all that a message about it needs. */
export interface AssignmentView {
  readonly assignment: Assignment;
  readonly task: Task;
  readonly unit: Unit;
  readonly deadline: Deadline | null;
  readonly document: Document | null;
  /** The other units of the task, by role. */
  readonly leads: readonly Unit[];
  readonly coordinating: readonly Unit[];
  readonly lastReport: StatusReport | null;
  readonly pendingExtension: ExtensionRequest | null;
}
