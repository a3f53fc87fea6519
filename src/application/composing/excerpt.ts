import type { Excerpt } from '../../domain/digest-view.ts';
import { asLine } from '../answering/answers.ts';
import type { ApplicationContext } from '../context.ts';
import type { Found } from '../ports/assignment-store.ts';

/** What was found as the beginning of a list, as it stands now. */
export const excerpt = async (app: ApplicationContext, { total, ids }: Found): Promise<Excerpt> => {
  const now = app.clock.now();
  const views = await app.store.assignmentViews(ids);
  return { total, lines: views.map((view) => asLine(view, now, app.calendar)) };
};
