import { isOpen } from '../../domain/assignment.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ReplyFinding } from '../../reading/findings.ts';
import type { ApplicationContext } from '../context.ts';
import { numbersIn } from './understand-reply.ts';

/** As many open tasks as anyone would choose among. */
const MOST_OPEN = 200;

/**
 * The open tasks of some units that a reply may mean beside those it answers: the ones whose numbers it names, and all
 * of them where it neither names nor answers any. A unit may have hundreds, and most replies need none of them.
 */
export const openTasksMeant = async (
  { store, agencyId }: ApplicationContext,
  unitIds: readonly string[],
  finding: ReplyFinding,
  answered: readonly AssignmentView[],
): Promise<readonly AssignmentView[]> => {
  if (unitIds.length === 0) return [];
  const named = numbersIn(finding);
  const needsAll = answered.length === 0 && (named.length === 0 || namesTheRest(finding));
  if (needsAll) {
    const ids = await store.openAssignmentIds({ agencyId, unitIds }, { limit: MOST_OPEN, offset: 0 });
    return store.assignmentViews(ids);
  }
  const ids: string[] = [];
  for (const number of named) {
    if (answered.some(({ task }) => task.number === number)) continue;
    const task = await store.taskByNumber(agencyId, number);
    const assignments = task === null ? [] : await store.assignmentsOfTask(task.id);
    const own = assignments.filter((each) => isOpen(each) && unitIds.includes(each.unitId));
    ids.push(...own.map(({ id }) => id));
  }
  return store.assignmentViews(ids);
};

const namesTheRest = ({ items }: ReplyFinding): boolean => items.some(({ taskNo }) => taskNo === 'rest');
