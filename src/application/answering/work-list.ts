import type { WorkListAnswer } from '../../domain/answers.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { WorkPeriod } from '../../domain/work-period.ts';
import { reachOf } from '../../domain/work-period.ts';
import { PAGE_SIZE, asLine, clampOffset, filterOf } from './answers.ts';
import type { ApplicationContext } from '../context.ts';

/** What is due by the end of a period and not late yet, earliest first; with how much is late already. Only of those who lead. */
export const answerWorkList = async (
  app: ApplicationContext,
  units: readonly Unit[] | null,
  period: WorkPeriod,
  wantedOffset: number,
): Promise<WorkListAnswer> => {
  const now = app.clock.now();
  const { end, lastWorkingDay } = reachOf(period, localDateOf(now), app.calendar);
  const filter = filterOf(app, units);
  const { total } = await app.store.dueAssignments(filter, now, end, 0);
  const offset = clampOffset(wantedOffset, total);
  const { ids } = await app.store.dueAssignments(filter, now, end, PAGE_SIZE, offset);
  const views = await app.store.assignmentViews(ids);
  const overdue = await app.store.overdueCounts(filter, now);
  return {
    at: now,
    period,
    lastWorkingDay,
    total,
    overdueCount: overdue.reduce((sum, { count }) => sum + count, 0),
    lines: views.map((view) => asLine(view, now, app.calendar)),
    offset,
    pageSize: PAGE_SIZE,
  };
};
