// How a unit's part in a task stood at a moment that is over, from the record of what was done to it. The record is never
// changed, so that the answer is the same whenever it is asked.
import type { Assignment } from './assignment.ts';
import type { AuditAction, AuditEvent } from './audit-event.ts';
import type { Instant } from './local-time.ts';
import { firstInstantAfter } from './local-time.ts';
import type { TaskDeadline } from './task.ts';

/** What is done to a task that changes how its parts stand, or when they are late. */
export const CHANGES_OF_STANDING: ReadonlySet<AuditAction> = new Set<AuditAction>([
  'task_created',
  'save_undone',
  'status_reported',
  'status_corrected',
  'completion_accepted',
  'completion_returned',
  'completion_reopened',
  'task_cancelled',
  'task_restored',
  'transfer_requested',
  'transfer_refused',
  'handed_over',
  'extension_approved',
  'deadline_changed',
]);

export type Standing = Pick<Assignment, 'status' | 'completedAt' | 'overdueFrom'>;

/**
 * @param part as it is now
 * @param events of its task, oldest first
 * @param deadlines that its task has or had
 * @returns null where the unit did not lead the work at that moment: the part was coordinating, or was not there yet
 */
export const standingAt = (
  part: Assignment,
  events: readonly AuditEvent[],
  deadlines: ReadonlyMap<string, TaskDeadline>,
  moment: Instant,
): Standing | null => {
  const own = events.filter((event) => concerns(event, part.id));
  let found = initial(part, own);
  for (const event of own) {
    if (event.at > moment) break;
    found = after(found, event, part.id);
  }
  if (found === null) return null;
  return { ...found, overdueFrom: overdueFromAt(part, deadlines, moment) };
};

type Progress = Pick<Standing, 'status' | 'completedAt'>;

const NEW: Progress = { status: 'assigned', completedAt: null };

const isGivenTo = ({ action, after: facts }: AuditEvent, partId: string): boolean =>
  action === 'handed_over' && facts?.toAssignmentId === partId;

const concerns = (event: AuditEvent, partId: string): boolean =>
  event.assignmentId === partId || isGivenTo(event, partId) || event.action === 'save_undone';

/** Before anything was done to it: a part that was handed over to its unit first led nothing until then. */
const initial = ({ id, role }: Assignment, own: readonly AuditEvent[]): Progress | null => {
  const first = own.find(({ action }) => action === 'handed_over');
  const led = first === undefined ? role === 'lead' : !isGivenTo(first, id);
  return led ? NEW : null;
};

const after = (before: Progress | null, event: AuditEvent, partId: string): Progress | null => {
  if (isGivenTo(event, partId)) return NEW;
  if (before === null) return null;
  if (event.action === 'save_undone') return { ...before, status: 'cancelled' };
  const status = event.after?.status;
  if (status === undefined) return before;
  // What is called off is as it was once it is taken up again.
  if (status === 'cancelled') return { ...before, status };
  if (!isFinished(status)) return { status, completedAt: null };
  return { status, completedAt: before.completedAt ?? event.at };
};

const isFinished = (status: Assignment['status']): boolean => status === 'submitted' || status === 'done';

/** When it would have been late: by the deadline in force then. */
const overdueFromAt = (
  { deadlineId }: Assignment,
  deadlines: ReadonlyMap<string, TaskDeadline>,
  moment: Instant,
): Instant | null => {
  let deadline = deadlines.get(deadlineId ?? '');
  while (deadline !== undefined && deadline.createdAt > moment)
    deadline = deadlines.get(deadline.replacesId ?? '');
  return deadline?.lastOk == null ? null : firstInstantAfter(deadline.lastOk);
};
