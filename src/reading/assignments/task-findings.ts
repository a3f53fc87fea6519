// Turns work items into findings: numbered, classified, and with the questions that a person must answer.
import type { TaskCategory, TaskKind } from '../../domain/task.ts';
import type { TaskFinding, UnitFinding } from '../findings.ts';
import { STANDING_OPENERS } from '../lexicon/action-verbs.ts';
import { ARISING_PHRASES, DIRECTOR_PHRASES, PROVINCIAL_PHRASES } from '../lexicon/categories.ts';
import { URGENCY } from '../lexicon/roles.ts';
import type { Mention } from '../units/mention.ts';
import { textOf, toUnitFinding } from '../units/mention.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { WorkItem } from './work-item.ts';
import type { Block } from './blocks.ts';
import { itemNumbers } from './item-numbers.ts';
import { questionsOf } from './questions.ts';
import type { Source } from './reading.ts';
import { rangeOf } from './reading.ts';
import type { Range } from './ranges.ts';

const standing = new Phrases([[true, STANDING_OPENERS]]);
const urgency = new Phrases([[true, URGENCY]]);
const categories = new Phrases<TaskCategory>([
  ['provincial', PROVINCIAL_PHRASES],
  ['director', DIRECTOR_PHRASES],
  ['arising', ARISING_PHRASES],
]);

export function taskFindingsOf(source: Source, items: readonly WorkItem[]): TaskFinding[] {
  const numbers = itemNumbers(items.map(({ block }) => block));
  return items.map((item, index) => findingOf(source, item, numbers[index] ?? null));
}

function findingOf(source: Source, item: WorkItem, number: string | null): TaskFinding {
  const { text, words, context } = source;
  const span = text.spanOf(words[item.from]?.start ?? 0, quoteEnd(source, item));
  const lead = unitsOf(source, item.lead);
  const leadCodes = new Set(lead.map(keyOf));
  const kind = kindOf(source, item);
  const task = {
    item: number,
    kind,
    category: categoryOf(source, item),
    span,
    quote: text.original.slice(...span),
    content: item.content,
    lead: item.isLeadGuessed ? lead.map((unit) => ({ ...unit, certainty: 'ask' as const })) : lead,
    coordinating: unitsOf(source, item.coordinating).filter((unit) => !leadCodes.has(keyOf(unit))),
    excluded: unitsOf(source, item.excluded),
    director: item.director?.mention ?? null,
    recipient: item.recipient === null ? null : (item.recipient.code ?? item.recipient.mention),
    deadline: item.deadline?.finding ?? null,
    urgency: urgencyOf(source, item),
  };
  return { ...task, questions: questionsOf(task, item, context.units) };
}

/** The last word of an item takes the closing bracket or quotation mark after it along. */
function quoteEnd({ text, words }: Source, { to }: Range): number {
  const end = words[to - 1]?.end ?? 0;
  const closing = /^["')\]%]+/u.exec(text.text.slice(end, end + 3))?.[0].length ?? 0;
  return end + closing;
}

const keyOf = ({ code, mention }: UnitFinding): string => code ?? mention.toLowerCase();

/** Each unit once. */
function unitsOf({ text, words }: Source, mentions: readonly Mention[]): UnitFinding[] {
  const units = new Map<string, UnitFinding>();
  for (const mention of mentions) {
    const unit = toUnitFinding(mention, words, text);
    if (!units.has(keyOf(unit))) units.set(keyOf(unit), unit);
  }
  return [...units.values()];
}

function kindOf({ words }: Source, item: WorkItem): TaskKind {
  const deadline = item.deadline?.finding.deadline;
  if (deadline?.due != null || deadline?.rrule != null) return 'task';
  const isBefore = words[item.deadline?.from ?? -1]?.folded === 'truoc';
  if (deadline?.condition != null && !isBefore) return 'event_conditioned';
  const isStanding = phraseLength(standing, words, item.workFrom, item.to) > 0;
  return isStanding || item.isMonitoring ? 'standing' : 'task';
}

/** What the text or the headings above say of whose task it is; null where they say nothing, or several things. */
function categoryOf(source: Source, item: WorkItem): TaskCategory | null {
  const own = categoriesIn(source, item);
  if (own.size > 1) return null;
  for (const category of own) return category;
  for (let block: Block | null = item.block.parent; block !== null; block = block.parent) {
    const above = categoriesIn(source, rangeOf(source.words, block.start, block.end));
    if (above.size === 1) return [...above][0] ?? null;
  }
  return null;
}

const LONGEST_HEADING_IN_WORDS = 60;

function categoriesIn({ words }: Source, { from, to }: Range): Set<TaskCategory> {
  const found = new Set<TaskCategory>();
  for (let at = from; at < Math.min(to, from + LONGEST_HEADING_IN_WORDS); at++) {
    const match = categories.match(words, at, to);
    if (match !== null) found.add(match.value);
  }
  return found;
}

function urgencyOf({ words }: Source, { from, to }: Range): string | null {
  for (let at = from; at < to; at++) {
    const length = phraseLength(urgency, words, at, to);
    const isDate = words[at + length]?.lower === 'ngày' || /^\d/u.test(words[at + length]?.written ?? '');
    if (length > 0 && !isDate) return textOf(words, at, at + length).toLowerCase();
  }
  return null;
}
