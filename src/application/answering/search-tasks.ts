import type { SearchAnswer } from '../../domain/answers.ts';
import type { Unit } from '../../domain/unit.ts';
import { PAGE_SIZE, asLine, filterOf } from './answers.ts';
import type { ApplicationContext } from '../context.ts';

/** The tasks of some units, or of the whole agency (null), that hold some words; done ones too. */
export const searchTasks = async (
  app: ApplicationContext,
  units: readonly Unit[] | null,
  query: string,
): Promise<SearchAnswer> => {
  const now = app.clock.now();
  const page = { limit: PAGE_SIZE, offset: 0 };
  const { total, ids } = await app.store.searchAssignments(filterOf(app, units), query, page);
  const views = await app.store.assignmentViews(ids);
  return { at: now, query, total, lines: views.map((view) => asLine(view, now, app.calendar)) };
};
