// A heading whose items are nothing but units: "Các đơn vị sau đây báo cáo trước 28/10: - Chi cục A; - Trung tâm B."
// gives one task, to them.
import type { Mention } from '../units/mention.ts';
import type { Word } from '../words/word.ts';
import type { Block } from './blocks.ts';
import type { SentenceReading } from './orders.ts';
import { within } from './ranges.ts';
import type { Source } from './reading.ts';
import { rangeOf } from './reading.ts';

/** "các đơn vị sau đây", "các phòng dưới đây" */
const POINTS_DOWN: ReadonlySet<string> = new Set(['sau', 'dưới', 'gồm']);

/** What stands between the units of one item. */
const JOINTS: ReadonlySet<string> = new Set(['và', 'cùng', 'với']);

export interface ListedUnits {
  /** The units under each heading, in order. */
  readonly under: ReadonlyMap<Block, readonly Mention[]>;
  /** The items that only name them. */
  readonly items: ReadonlySet<Block>;
}

/** Headings that point down at lists of bare names; one item with more than names makes it a list of orders. */
export function listedUnits(source: Source, blocks: readonly Block[]): ListedUnits {
  const under = new Map<Block, readonly Mention[]>();
  const items = new Set<Block>();
  for (const heading of blocks) {
    if (heading.end <= heading.start || !pointsDown(source, heading)) continue;
    const children = blocks.filter(({ parent, marker }) => parent === heading && marker !== null);
    const named = children.map((child) => bareUnits(source, child));
    if (children.length === 0 || named.some((units) => units.length === 0)) continue;
    under.set(heading, named.flat());
    for (const child of children) items.add(child);
  }
  return { under, items };
}

function pointsDown({ words, mentions }: Source, heading: Block): boolean {
  const range = rangeOf(words, heading.start, heading.end);
  return within(mentions, range).some((mention) => isPlaceholder(words, mention));
}

/** True where a mention of several units is only to be filled in below: "các đơn vị sau". */
const isPlaceholder = (words: readonly Word[], { kind, to }: Mention): boolean =>
  (kind === 'all' || kind === 'subset') && POINTS_DOWN.has(words[to]?.lower ?? '');

/** The units that an item consists of; none where it says more. */
function bareUnits({ words, mentions }: Source, item: Block): readonly Mention[] {
  const range = rangeOf(words, item.start, item.end);
  const named = within(mentions, range).filter(({ kind }) => kind === 'unit' || kind === 'outside');
  const covered = new Set(
    named.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  for (let at = range.from; at < range.to; at++)
    if (!covered.has(at) && !JOINTS.has(words[at]?.lower ?? '')) return [];
  return named;
}

/** "Các đơn vị sau đây báo cáo …:" is for the units listed under it, if any are. */
export function withListed(
  words: readonly Word[],
  units: readonly Mention[] | undefined,
  reading: SentenceReading,
): SentenceReading {
  if (units === undefined) return reading;
  const filledIn = (named: readonly Mention[]): Mention[] =>
    named.flatMap((mention) => (isPlaceholder(words, mention) ? units : [mention]));
  const orders = reading.orders.map((order) => ({
    ...order,
    lead: filledIn(order.lead),
    coordinating: filledIn(order.coordinating),
    workFrom: order.workFrom + pointerLength(words, order.workFrom),
  }));
  return { ...reading, orders, partners: filledIn(reading.partners) };
}

/** "sau", "sau đây", "dưới đây" in front of the work. */
const pointerLength = (words: readonly Word[], at: number): number => {
  if (!/^(?:sau|dưới)$/u.test(words[at]?.lower ?? '')) return 0;
  return words[at + 1]?.lower === 'đây' ? 2 : 1;
};
