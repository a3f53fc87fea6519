import { localDateOf } from '../domain/local-time.ts';
import type { AssignmentView, PlannedTelling } from '../domain/notification.ts';
import { isEscalation, stepOf } from '../domain/reminder.ts';
import type { ApplicationContext } from './context.ts';

/** Who is told next of each assignment, by its id, where anyone is. */
export const plannedTellings = async (
  app: ApplicationContext,
  views: readonly AssignmentView[],
): Promise<ReadonlyMap<string, PlannedTelling>> => {
  const planned = await app.store.plannedReminders(views.map(({ assignment }) => assignment.id));
  return new Map(
    planned.flatMap(({ assignmentId, rung, fireAt }) =>
      isEscalation(rung) ? [[assignmentId, { step: stepOf(rung), on: localDateOf(fireAt) }] as const] : [],
    ),
  );
};
