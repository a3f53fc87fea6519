import type { Draft, DraftItem, Duplicate } from '../../domain/draft.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { similarity } from '../../domain/similarity.ts';
import type { ApplicationContext } from '../context.ts';

/** From here on two descriptions are taken for one piece of work: more than half of what both say is the same. */
const ALIKE_FROM = 0.6;
/** Of work given to many units the first ones tell whether it was given before. */
const MOST_UNITS = 3;
/** More than a unit ever has open at once. */
const MOST_OPEN = 200;

/** Marks the open items that may be work which is given already: to a unit that leads it, in words that are alike. */
export const markDuplicates = async (
  app: ApplicationContext,
  draft: Pick<Draft, 'document' | 'items'>,
  items: readonly DraftItem[] = draft.items,
): Promise<readonly DraftItem[]> => {
  const ofUnit = new Map<string, readonly AssignmentView[]>();
  const own = new Set(draft.items.map(({ taskId }) => taskId));
  const openOf = async (unitId: string): Promise<readonly AssignmentView[]> => {
    const known = ofUnit.get(unitId);
    if (known !== undefined) return known;
    const filter = { agencyId: app.agencyId, unitIds: [unitId], role: 'lead' } as const;
    const ids = await app.store.openAssignmentIds(filter, { limit: MOST_OPEN, offset: 0 });
    const views = await app.store.assignmentViews(ids);
    ofUnit.set(unitId, views);
    return views;
  };
  const marked: DraftItem[] = [];
  for (const item of items) {
    if (item.state !== 'open') marked.push(item);
    else {
      const unitIds = item.lead.flatMap(({ unitId }) => unitId ?? []).slice(0, MOST_UNITS);
      const open = (await Promise.all(unitIds.map(openOf))).flat();
      const others = open.filter(({ task }) => !own.has(task.id));
      marked.push({ ...item, duplicateOf: duplicateOf(draft.document, item, others) });
    }
  }
  return marked;
};

const duplicateOf = (
  document: Draft['document'],
  item: DraftItem,
  open: readonly AssignmentView[],
): Duplicate | null => {
  const alike = open.flatMap((view) => {
    const isCertain = isSameItem(document, item, view);
    const likeness = similarity(item.content, view.task.content);
    return isCertain || likeness >= ALIKE_FROM ? [{ view, isCertain, likeness }] : [];
  });
  const [best] = alike.toSorted(
    (one, other) => Number(other.isCertain) - Number(one.isCertain) || other.likeness - one.likeness,
  );
  if (best === undefined) return null;
  const { task, assignment, unit, deadline } = best.view;
  return {
    taskId: task.id,
    taskNumber: task.number,
    assignmentId: assignment.id,
    unit: unit.shortName,
    content: task.content,
    deadline,
    isCertain: best.isCertain,
  };
};

const isSameItem = (
  document: Draft['document'],
  { item }: DraftItem,
  { task, document: other }: AssignmentView,
): boolean =>
  document !== null &&
  other !== null &&
  item !== null &&
  document.number !== null &&
  task.item === item &&
  other.number === document.number &&
  other.symbol === document.symbol &&
  other.issuedOn === document.issuedOn;
