// A piece of work as the blocks give it, before it becomes a finding.
import type { Mention } from '../units/mention.ts';
import type { Word } from '../words/word.ts';
import type { Block } from './blocks.ts';
import { contentOf, keptText, topicOf } from './content.ts';
import { deadlineWithLeadIn } from './dated-parts.ts';
import type { Order } from './orders.ts';
import type { Range } from './ranges.ts';
import { within } from './ranges.ts';
import type { PlacedDeadline, Source } from './reading.ts';
import { onlyDirects, startsWithWork } from './sentence-forms.ts';

export interface WorkItem extends Range {
  readonly block: Block;
  readonly lead: readonly Mention[];
  readonly coordinating: Mention[];
  readonly excluded: readonly Mention[];
  director: Mention | null;
  readonly recipient: Mention | null;
  deadline: PlacedDeadline | null;
  content: string;
  /** Where the work itself begins. */
  readonly workFrom: number;
  readonly isMonitoring: boolean;
  readonly isLeadGuessed: boolean;
  /** True where a deputy director is to direct what others do, and nothing else is said. */
  readonly isDirecting: boolean;
}

/** The words of [part.from, part.to) that say what is to be done. */
export function workOf(
  source: Source,
  order: Order,
  part: Range,
  deadlines: readonly PlacedDeadline[],
): string {
  const from = part.from === order.from ? order.workFrom : part.from;
  return keptText(source.text, source.words, { from, to: part.to }, notWork(source, order, part, deadlines));
}

function notWork(
  { words }: Source,
  order: Order,
  part: Range,
  deadlines: readonly PlacedDeadline[],
): Range[] {
  const dates = within(deadlines, part)
    .filter(({ finding }) => finding.deadline.condition === null || finding.deadline.due !== null)
    .map((deadline) => deadlineWithLeadIn(words, deadline, part.from));
  return [...order.roleRanges, ...dates];
}

const isDirecting = (words: readonly Word[], { director, lead, workFrom, to }: Order): boolean =>
  director !== null && lead.length === 0 && onlyDirects(words, { from: workFrom, to });

/**
 * @param part the stretch of the order that has a deadline of its own, or all of it
 * @param heading what the heading above is about, for work that says nothing without it
 */
export function workItemFrom(
  source: Source,
  block: Block,
  order: Order,
  part: Range & { readonly deadline: PlacedDeadline | null },
  deadlines: readonly PlacedDeadline[],
  heading: string,
): WorkItem {
  const { text, words } = source;
  const head = { from: order.headFrom, to: order.headTo };
  const leftOut = notWork(source, order, head, deadlines);
  return {
    block,
    from: part.from,
    to: part.to,
    lead: order.lead,
    coordinating: order.coordinating,
    excluded: order.excluded,
    director: order.director,
    recipient:
      order.recipients.find(({ from, isTopicLike }) => !isTopicLike && from >= part.from && from < part.to) ??
      null,
    deadline: part.deadline,
    content: contentOf(
      topicOf(text, words, source.mentions, head, leftOut),
      workOf(source, order, part, deadlines),
      heading,
      startsWithWork(words, head),
    ),
    workFrom: part.from === order.from ? order.workFrom : part.from,
    isMonitoring: order.isMonitoring,
    isLeadGuessed: order.isLeadGuessed,
    isDirecting: isDirecting(words, order),
  };
}
