import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import { normalize } from '../../reading/normalize.ts';
import { createUnitMatcher } from '../../reading/units/registry-matchers.ts';
import type { ApplicationContext } from '../context.ts';

/** A unit of the agency by the name that messages use, where the reader gives its code; anyone else as they are called. */
export const nameOfWaitedFor = async (app: ApplicationContext, waitingOn: string): Promise<string> =>
  (await app.store.units(app.agencyId)).find(({ code }) => code === waitingOn)?.shortName ?? waitingOn;

/**
 * The parts of a task whose units its lead waits for: those that are named where it says why it is stuck. Units that have
 * no part in the task hear nothing of it.
 */
export const partsWaitedFor = async (
  app: ApplicationContext,
  { task, unit, leads, coordinating }: AssignmentView,
  { reason, waitingOn, text }: Pick<StatusReport, 'reason' | 'waitingOn' | 'text'>,
): Promise<readonly AssignmentView[]> => {
  const others = [...leads, ...coordinating].filter(({ id }) => id !== unit.id);
  const said = [reason, waitingOn, text].filter((words) => words !== null).join('. ');
  if (others.length === 0 || said === '') return [];
  const matcher = createUnitMatcher(await app.store.units(app.agencyId));
  const named = new Set(matcher.find(normalize(said)).map(({ code }) => code));
  const wanted = new Set(others.filter(({ code }) => named.has(code)).map(({ id }) => id));
  const parts = (await app.store.assignmentsOfTask(task.id)).filter(
    ({ unitId, status }) => wanted.has(unitId) && status !== 'done' && status !== 'cancelled',
  );
  return app.store.assignmentViews(parts.map(({ id }) => id));
};
