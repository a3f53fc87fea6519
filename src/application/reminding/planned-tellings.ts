import { localDateOf, timeOfDayOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { PlannedTelling } from '../../domain/reminder-line.ts';
import { isEscalation, stepOf } from '../../domain/reminder.ts';
import type { ApplicationContext } from '../context.ts';

/** Who is told next of each assignment, by its id, where anyone is; nobody while a wish for more time is undecided. */
export const plannedTellings = async (
  app: ApplicationContext,
  views: readonly AssignmentView[],
): Promise<ReadonlyMap<string, PlannedTelling>> => {
  const undecided = views.filter(({ pendingExtension }) => pendingExtension === null);
  const planned = await app.store.plannedReminders(undecided.map(({ assignment }) => assignment.id));
  const now = app.clock.now();
  return new Map(
    planned.flatMap(({ assignmentId, rung, fireAt }) => {
      if (!isEscalation(rung)) return [];
      const at = fireAt > now ? timeOfDayOf(fireAt) : null;
      return [[assignmentId, { step: stepOf(rung), on: localDateOf(fireAt), at }] as const];
    }),
  );
};
