import type { Assignment } from '../domain/assignment.ts';
import type { Deadline } from '../domain/deadline.ts';
import { planRungs } from '../domain/reminder-plan.ts';
import type { PlannedRung } from '../domain/reminder-plan.ts';
import type { Reminder, ReminderReason } from '../domain/reminder.ts';
import type { ApplicationContext } from './context.ts';
import type { Insert, Update } from './plan.ts';

/** One rung as a row. A rung whose time is over is kept as skipped, so that the plan can be explained. */
export const asReminder = (app: ApplicationContext, assignmentId: string, rung: PlannedRung): Reminder => ({
  id: app.ids.next(),
  agencyId: app.agencyId,
  assignmentId,
  rung: rung.rung,
  fireAt: rung.fireAt,
  state: rung.isPast ? 'skipped' : 'planned',
  reason: rung.isPast ? 'past_when_planned' : null,
  outboxId: null,
  version: 1,
});

/** The reminders of a lead assignment from now on. Coordinating units are told of the task, but not pressed. */
export const planReminders = (
  app: ApplicationContext,
  assignment: Pick<Assignment, 'id' | 'role'>,
  deadline: Deadline | null,
): Insert[] =>
  assignment.role === 'lead'
    ? planRungs(deadline, app.settings.ladder, app.calendar, app.clock.now()).map((rung) => ({
        op: 'insert',
        entity: 'reminder',
        row: asReminder(app, assignment.id, rung),
      }))
    : [];

/** Takes back what is still planned for an assignment. */
export const cancelReminders = async (
  app: ApplicationContext,
  assignmentId: string,
  reason: ReminderReason,
): Promise<Update[]> =>
  (await app.store.plannedReminders([assignmentId])).map((reminder) => ({
    op: 'update',
    entity: 'reminder',
    id: reminder.id,
    expectedVersion: reminder.version,
    set: { state: 'cancelled', reason },
  }));
