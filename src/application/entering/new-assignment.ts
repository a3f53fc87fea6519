import type { Assignment, AssignmentRole } from '../../domain/assignment.ts';
import { firstInstantAfter } from '../../domain/local-time.ts';
import type { Task, TaskDeadline } from '../../domain/task.ts';
import type { ApplicationContext } from '../context.ts';

/** A unit's part in a task, as it is when it is given out now. */
export const newAssignment = (
  app: ApplicationContext,
  task: Pick<Task, 'id'>,
  unitId: string,
  role: AssignmentRole,
  deadline: Pick<TaskDeadline, 'id' | 'lastOk'> | null,
): Assignment => ({
  id: app.ids.next(),
  agencyId: app.agencyId,
  taskId: task.id,
  unitId,
  role,
  status: 'assigned',
  deadlineId: deadline?.id ?? null,
  overdueFrom: deadline?.lastOk == null ? null : firstInstantAfter(deadline.lastOk),
  progress: null,
  completedAt: null,
  lastReportId: null,
  lastReportAt: null,
  extensionCount: 0,
  excusedDays: 0,
  createdAt: app.clock.now(),
  version: 1,
});
