import type { DraftPart } from '../../domain/draft.ts';
import { joinParts } from '../../ingestion/join-parts.ts';
import type { ReadingContext } from '../../reading/context.ts';
import { readDeadline } from '../../reading/deadline-reader.ts';
import type { NoticeFinding, TaskFinding, UnitFinding } from '../../reading/findings.ts';
import { normalize } from '../../reading/normalize.ts';
import { readWorkOrder } from '../../reading/notice-reader.ts';
import { createUnitMatcher } from '../../reading/units/registry-matchers.ts';

/** Longer words are a document, not an order that someone gives in a sentence. */
const LONGEST_ORDER = 1_500;

/**
 * Reads what has come in for a draft. What stands behind /giao beside the words of somebody else goes before these: the
 * units and the deadline it names are the ones meant.
 * @param isOrder whether a person has said that it is an order: what none is found in is then one as it stands
 */
export const readParts = (
  parts: readonly DraftPart[],
  isOrder: boolean,
  context: ReadingContext,
): NoticeFinding => {
  const text = joinParts(parts.map((part) => part.text));
  const note = joinParts(parts.flatMap((part) => part.note ?? []));
  if (note !== '') {
    const ownOrder = readWorkOrder(note, context);
    if (ownOrder.tasks.length > 0) return ownOrder;
  }
  const found = readWorkOrder(text, context);
  const isSentence = text.length <= LONGEST_ORDER && found.document.kind === null;
  const isOrderAsItStands = found.tasks.length === 0 && isOrder && isSentence && /\p{L}/u.test(text);
  const tasks = isOrderAsItStands ? [orderOf(text, context)] : found.tasks;
  const [only, ...others] = tasks;
  // Of several pieces of work nobody knows which one is meant.
  const isAboutOne = note !== '' && only !== undefined && others.length === 0;
  return { ...found, tasks: isAboutOne ? [withNote(only, note, context)] : tasks };
};

const unitsIn = (text: string, context: ReadingContext): readonly UnitFinding[] =>
  createUnitMatcher(context.units)
    .find(normalize(text))
    .filter(({ code }) => code !== null);

/** The words themselves as one piece of work; whoever they name does it. */
const orderOf = (text: string, context: ReadingContext): TaskFinding => {
  const deadline = readDeadline(text, context);
  return {
    item: null,
    kind: 'task',
    category: null,
    span: [0, text.length],
    quote: text.trim(),
    content: text.trim(),
    lead: unitsIn(text, context),
    coordinating: [],
    excluded: [],
    director: null,
    recipient: null,
    deadline,
    urgency: null,
    questions: [],
  };
};

const withNote = (task: TaskFinding, note: string, context: ReadingContext): TaskFinding => {
  const lead = unitsIn(note, context);
  const named = new Set(lead.map(({ code }) => code));
  return {
    ...task,
    deadline: readDeadline(note, context) ?? task.deadline,
    ...(lead.length === 0
      ? {}
      : { lead, coordinating: task.coordinating.filter(({ code }) => !named.has(code)), questions: [] }),
  };
};
