import type { Draft, DraftItem, DraftUnit } from '../../domain/draft.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { ALL_UNITS, membersOfAllUnits } from '../../domain/unit.ts';
import type { Unit } from '../../domain/unit.ts';
import { explainDeadline } from '../../reading/deadline-explanation.ts';
import type { TaskFinding, UnitFinding } from '../../reading/findings.ts';
import { namesProduct } from '../../reading/product-reader.ts';
import type { ApplicationContext } from '../context.ts';
import { owe } from '../context.ts';

/** The units a finding stands for: a group becomes every unit but those left out and those named otherwise. */
const asDraftUnits = (
  findings: readonly UnitFinding[],
  excluded: readonly UnitFinding[],
  alsoNamed: readonly UnitFinding[],
  units: readonly Unit[],
): DraftUnit[] => {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const leftOut = new Set([...excluded, ...alsoNamed].map((finding) => finding.code));
  const result = new Map<string, DraftUnit>();
  for (const finding of findings) {
    if (finding.code === ALL_UNITS) {
      for (const unit of membersOfAllUnits(units)) {
        if (!leftOut.has(unit.code)) result.set(unit.id, { unitId: unit.id, mention: unit.shortName });
      }
      continue;
    }
    const unit = finding.code === null ? undefined : byCode.get(finding.code);
    if (unit) result.set(unit.id, { unitId: unit.id, mention: unit.shortName });
    else result.set(finding.mention, { unitId: null, mention: finding.mention });
  }
  return [...result.values()];
};

/** Turns what the reader found into the items of a draft. */
export const asDraftItems = (tasks: readonly TaskFinding[], units: readonly Unit[]): DraftItem[] =>
  tasks.map((task, index) => ({
    index,
    item: task.item,
    kind: task.kind,
    category: task.category,
    content: task.content,
    quote: task.quote,
    lead: asDraftUnits(task.lead, task.excluded, task.coordinating, units),
    coordinating: asDraftUnits(task.coordinating, task.excluded, task.lead, units),
    director: task.director,
    recipient: nameOfRecipient(task.recipient, units),
    deadline: task.deadline?.deadline ?? null,
    explanation: task.deadline && explainDeadline(task.deadline),
    questions: [
      ...new Set([...(task.deadline?.question ? [task.deadline.question] : []), ...task.questions]),
    ],
    deadlineQuestion: task.deadline?.question ?? null,
    alternatives: task.deadline?.alternatives ?? [],
    urgency: task.urgency,
    state: 'open',
    taskId: null,
    taskNumber: null,
  }));

const nameOfRecipient = (recipient: string | null, units: readonly Unit[]): string | null =>
  units.find((unit) => unit.code === recipient)?.shortName ?? recipient;

/** True where the item can become a task as it stands: someone of the agency leads it. */
export const hasLead = (item: DraftItem): boolean => item.lead.some((unit) => unit.unitId !== null);

/** What "5 rõ" asks of work that is given out: who does it, what, by when, who answers for it, and what comes of it. */
export type Missing = 'lead' | 'deadline' | 'product';

/**
 * What is not said yet. The work itself always is, and who answers for it is who leads. Standing instructions need
 * neither a day nor a product.
 */
export const missingOf = (item: DraftItem): readonly Missing[] => {
  const { deadline } = item;
  const isDated = deadline !== null && (deadline.due ?? deadline.rrule ?? deadline.condition) !== null;
  const isStanding = item.kind === 'standing';
  return [
    ...(hasLead(item) ? [] : (['lead'] as const)),
    ...(isDated || isStanding ? [] : (['deadline'] as const)),
    ...(namesProduct(item.content) || isStanding ? [] : (['product'] as const)),
  ];
};

/** True where "Lưu tất cả" may take the item: it is open, to be followed up, and nothing is left to decide. */
export const isReadyToSave = (item: DraftItem): boolean =>
  item.state === 'open' &&
  item.kind !== 'standing' &&
  hasLead(item) &&
  item.questions.length === 0 &&
  item.duplicateOf == null;

/** The draft with one item changed. */
export const withItem = (draft: Draft, index: number, change: Partial<DraftItem>): readonly DraftItem[] =>
  draft.items.map((item) => (item.index === index ? { ...item, ...change } : item));

/** A draft is closed when nothing to be followed up is open any more. */
export const stateOf = (items: readonly DraftItem[]): Draft['state'] =>
  items.some((item) => item.state === 'open') ? 'open' : 'closed';

/** The dedupe key of a draft's message: the card of an item, or the summary (null). Each reading has messages of its own. */
export const draftMessageKey = (draft: Pick<Draft, 'id' | 'revision'>, index: number | null): string =>
  `draft:${draft.id}:${draft.revision}${index === null ? '' : `:${index}`}`;

/** The cards that follow the summary of a draft: one for each open task; standing orders are shown when asked for. */
export const cardsOf = (app: ApplicationContext, draft: Draft): OutboxMessage[] =>
  draft.items
    .filter((item) => item.kind !== 'standing' && item.state === 'open')
    .map((item) => cardOf(app, draft, item.index));

/** The card of one item, owed once for each reading of the draft. */
export const cardOf = (app: ApplicationContext, draft: Draft, index: number): OutboxMessage =>
  owe(
    app,
    draft,
    { kind: 'draft_card', draftId: draft.id, revision: draft.revision, index },
    draftMessageKey(draft, index),
  );
