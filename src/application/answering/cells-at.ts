import type { FourCells } from '../../domain/four-cells.ts';
import { NO_CELLS, addCells } from '../../domain/four-cells.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Standing } from '../../domain/standing.ts';
import { standingAt } from '../../domain/standing.ts';
import type { ApplicationContext } from '../context.ts';
import type { UnitCells } from '../ports/digest-store.ts';

/** Tasks looked at together: their history is in memory as long. */
const TASKS_AT_ONCE = 200;

/**
 * The four cells by unit as they were at a moment that is over, with what was finished from `since` on until then; the same
 * whenever it is asked. What nothing has been done to in the meantime stands as it does now; everything else is taken back
 * to that moment, by the record.
 */
export const cellsAt = async (
  app: ApplicationContext,
  since: Instant,
  moment: Instant,
): Promise<readonly UnitCells[]> => {
  const { store, agencyId } = app;
  const taskIds = await store.tasksChangedAfter(agencyId, moment);
  const leftOut: string[] = [];
  const cells = new Map<string, FourCells>();
  const count = (unitId: string, more: FourCells): void => {
    cells.set(unitId, addCells(cells.get(unitId) ?? NO_CELLS, more));
  };
  for (let first = 0; first < taskIds.length; first += TASKS_AT_ONCE) {
    const ids = taskIds.slice(first, first + TASKS_AT_ONCE);
    const events = Map.groupBy(await store.auditOfTasks(ids, 0), ({ taskId }) => taskId);
    for (const { id, createdAt } of await store.tasks(ids)) {
      const parts = await store.assignmentsOfTask(id);
      leftOut.push(...parts.map((part) => part.id));
      if (createdAt > moment) continue;
      const deadlines = new Map((await store.deadlinesOfTask(id)).map((each) => [each.id, each]));
      for (const part of parts) {
        const stood = (at: Instant): Standing | null => standingAt(part, events.get(id) ?? [], deadlines, at);
        const then = stood(moment);
        const isCounted = then !== null && !(then.status === 'done' && stood(since - 1)?.status === 'done');
        if (isCounted) count(part.unitId, cellOf(then, moment));
      }
    }
  }
  for (const { unitId, cells: standing } of await store.cellsByUnit(agencyId, since, moment, leftOut))
    count(unitId, standing);
  return [...cells].map(([unitId, counted]) => ({ unitId, cells: counted }));
};

const cellOf = ({ status, completedAt, overdueFrom }: Standing, moment: Instant): FourCells => {
  if (status === 'cancelled') return NO_CELLS;
  if (status === 'submitted') return { ...NO_CELLS, submitted: 1 };
  if (status === 'done') {
    const isLate = overdueFrom !== null && completedAt !== null && completedAt >= overdueFrom;
    return isLate ? { ...NO_CELLS, doneLate: 1 } : { ...NO_CELLS, doneInTime: 1 };
  }
  if (overdueFrom === null) return { ...NO_CELLS, undated: 1 };
  return overdueFrom <= moment ? { ...NO_CELLS, openLate: 1 } : { ...NO_CELLS, openInTime: 1 };
};
