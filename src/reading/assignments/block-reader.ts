// Reads the blocks of a text one after another and keeps what one says for the next: who leads a list, by when the
// whole of it is due, and which date a closing sentence sets for everything above.
import { ACTION_VERBS, ADVERBIALS, MODALS, STANDING_OPENERS } from '../lexicon/action-verbs.ts';
import { CLOSING_OPENERS, LIST_INTRODUCTIONS } from '../lexicon/notice-phrases.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Block } from './blocks.ts';
import { capitalized, contentOf, keptText, topicOf } from './content.ts';
import type { PlacedDeadline } from './reading.ts';
import {
  datedParts,
  deadlineWithLeadIn,
  isCompletionOnly,
  lastClause,
  namesAllAbove,
} from './dated-parts.ts';
import type { Order, SentenceReading } from './orders.ts';
import { ordersOf } from './orders.ts';
import type { Source } from './reading.ts';
import { deadlinesOf, rangeOf } from './reading.ts';
import type { Range, Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';

/** Work found in a block, before it becomes a finding. */
export interface WorkItem extends Range {
  readonly block: Block;
  readonly lead: readonly Mention[];
  readonly coordinating: Mention[];
  readonly excluded: readonly Mention[];
  readonly director: Mention | null;
  readonly recipient: Mention | null;
  deadline: PlacedDeadline | null;
  readonly content: string;
  /** Where the work itself begins. */
  readonly workFrom: number;
  readonly isMonitoring: boolean;
  /** The lead is named above, not here. */
  readonly isLeadInherited: boolean;
  readonly isLeadGuessed: boolean;
  /** The deadline is set by another sentence. */
  isDeadlineInherited: boolean;
}

/** What a heading says for the items under it. */
interface Heading {
  readonly lead: readonly Mention[];
  readonly coordinating: readonly Mention[];
  readonly director: Mention | null;
  readonly deadline: PlacedDeadline | null;
  /** True where its items are the orders; false where it is an order itself and they only spell it out. */
  readonly introduces: boolean;
}

const actions = new Phrases([[true, ACTION_VERBS]]);
const modals = new Phrases([[true, [...MODALS, ...ADVERBIALS]]]);
const standing = new Phrases([[true, STANDING_OPENERS]]);
const listIntroductions = new Phrases([[true, LIST_INTRODUCTIONS]]);
const closingOpeners = new Phrases([[true, CLOSING_OPENERS]]);

/** Reads the orders of `blocks`, in order. */
export function workItemsOf(source: Source, blocks: readonly Block[]): WorkItem[] {
  return new BlockReader(source, blocks).read();
}

class BlockReader {
  private readonly items: WorkItem[] = [];
  private readonly headings = new Map<Block, Heading>();
  private readonly parents: ReadonlySet<Block | null>;
  private readonly source: Source;
  private readonly blocks: readonly Block[];

  constructor(source: Source, blocks: readonly Block[]) {
    this.source = source;
    this.blocks = blocks;
    this.parents = new Set(blocks.map(({ parent }) => parent));
  }

  read(): WorkItem[] {
    const preambleEnd = this.preambleEnd();
    for (const [index, block] of this.blocks.entries()) this.readBlock(block, index < preambleEnd);
    return this.items;
  }

  /**
   * How many blocks tell what led to the orders: those before the first item of a numbered list whose introduction is
   * the last of them. Only that introduction may say something about the work.
   */
  private preambleEnd(): number {
    const first = this.blocks.findIndex(({ marker }) => marker !== null);
    const introduction = this.blocks[first - 1];
    return introduction !== undefined && this.blocks[first]?.parent === introduction ? first : 0;
  }

  private readBlock(block: Block, isPreamble: boolean): void {
    const { words, text } = this.source;
    const range = rangeOf(words, block.start, block.end);
    if (range.from >= range.to) return;
    const firstItem = this.items.length;
    const ending = text.text.slice(words[range.to - 1]?.end ?? block.end, block.end);
    const sentences = sentencesOf(words, range, ending);
    const leadsItems = this.parents.has(block);
    for (const [index, sentence] of sentences.entries()) {
      if (isClosing(words, sentence)) continue;
      const isHeading = leadsItems && index === sentences.length - 1;
      if (isPreamble && !isHeading) continue;
      this.readSentence(block, sentence, firstItem, isHeading);
    }
  }

  private readSentence(block: Block, sentence: Sentence, firstItem: number, isHeading: boolean): void {
    const { words, mentions } = this.source;
    const isOpen = this.items.length > firstItem;
    const deadlines = deadlinesOf(this.source, sentence);
    const reading = ordersOf(words, mentions, sentence, isOpen);
    if (this.datesAllAbove(sentence, reading, deadlines, firstItem)) return;
    if (isHeading && this.leadsList(block, sentence, reading, deadlines)) return;
    if (sentence.isQuestion && !isRequest(words, sentence)) return;
    if (reading.orders.length > 0) {
      this.addOrders(block, sentence, reading, deadlines);
      if (isHeading) this.setHeading(block, reading.orders, null, false);
      return;
    }
    const last = isOpen ? this.items.at(-1) : undefined;
    if (last !== undefined && reading.coordinating.length > 0) {
      last.coordinating.push(...reading.coordinating);
      last.deadline ??= deadlines[0] ?? null;
      return;
    }
    this.addWithoutUnit(block, sentence, reading, deadlines, firstItem);
  }

  private addOrders(
    block: Block,
    sentence: Sentence,
    reading: SentenceReading,
    deadlines: readonly PlacedDeadline[],
  ): void {
    const { words } = this.source;
    const orders = withoutMonitors(
      reading.orders,
      this.items.some(({ block: other }) => other === block),
    );
    const firstItem = this.items.length;
    for (const order of orders) {
      for (const part of datedParts(words, order, deadlines)) {
        this.items.push(this.itemFrom(block, order, part, part.deadline, deadlines));
      }
    }
    if (orders.length > 1) this.spreadClosingClause(sentence, firstItem, deadlines);
    const heading = this.headingOf(block);
    if (heading?.deadline != null) this.dateUndated(firstItem, heading.deadline);
  }

  private itemFrom(
    block: Block,
    order: Order,
    part: Range,
    deadline: PlacedDeadline | null,
    deadlines: readonly PlacedDeadline[],
  ): WorkItem {
    const { text, words } = this.source;
    const isFirstPart = part.from === order.from;
    const workFrom = isFirstPart ? order.workFrom : part.from;
    const leftOut = [
      ...order.roleRanges,
      ...deadlines.map((own) => deadlineWithLeadIn(words, own, part.from)),
    ];
    const topic = topicOf(text, words, { from: order.from, to: order.headTo }, leftOut);
    const work = keptText(text, words, { from: workFrom, to: part.to }, leftOut);
    return {
      block,
      from: part.from,
      to: part.to,
      lead: order.lead,
      coordinating: order.coordinating,
      excluded: order.excluded,
      director: order.director,
      recipient: order.recipient,
      deadline,
      content: contentOf(topic, work, this.headingText(block)),
      workFrom,
      isMonitoring: order.isMonitoring,
      isLeadInherited: false,
      isLeadGuessed: order.isLeadGuessed,
      isDeadlineInherited: false,
    };
  }

  /** "A lo kỹ thuật, B lo kinh phí, thứ Tư báo cáo": the date is for both. */
  private spreadClosingClause(
    sentence: Sentence,
    firstItem: number,
    deadlines: readonly PlacedDeadline[],
  ): void {
    const { words, mentions } = this.source;
    const last = deadlines.at(-1);
    if (last === undefined) return;
    const clause = lastClause(words, sentence, last);
    const recipients = mentions.filter(({ from, to }) => from >= clause.from && to <= clause.to);
    if (isCompletionOnly(words, clause, [last, ...recipients])) this.dateUndated(firstItem, last);
  }

  private dateUndated(firstItem: number, deadline: PlacedDeadline): void {
    for (const item of this.items.slice(firstItem)) {
      if (item.deadline !== null) continue;
      item.deadline = deadline;
      item.isDeadlineInherited = true;
    }
  }

  /** A sentence that only sets a date for the work above; false where it says anything else. */
  private datesAllAbove(
    sentence: Sentence,
    reading: SentenceReading,
    deadlines: readonly PlacedDeadline[],
    firstItem: number,
  ): boolean {
    const { words, mentions } = this.source;
    const [deadline] = deadlines;
    if (deadline === undefined || this.items.length === 0) return false;
    const inside = mentions.filter(({ from, to }) => from >= sentence.from && to <= sentence.to);
    const isGeneral =
      inside.every(({ kind }) => kind !== 'unit' && kind !== 'outside' && kind !== 'deputy') ||
      reading.orders.length === 0;
    if (!isGeneral) return false;
    const isOnlyDate = isCompletionOnly(words, sentence, [...deadlines, ...inside]);
    if (namesAllAbove(words, sentence) && (isOnlyDate || reading.orders.length <= 1)) {
      this.dateUndated(0, deadline);
      return true;
    }
    if (!isOnlyDate) return false;
    const isForBlock = this.items.length > firstItem;
    const isForEveryone = reading.orders.length > 0;
    if (
      isForEveryone &&
      !this.items
        .slice(firstItem)
        .some((item) => item.deadline === null && item.lead.some(({ kind }) => kind === 'unit'))
    )
      return false;
    if (isForBlock) this.dateUndated(firstItem, deadline);
    else if (!isForEveryone) this.dateSiblings(sentence, deadline);
    else return false;
    return true;
  }

  /** A closing line under a list dates the list. */
  private dateSiblings(sentence: Sentence, deadline: PlacedDeadline): void {
    const start = this.source.words[sentence.from]?.start ?? 0;
    const block = this.blocks.find((candidate) => start >= candidate.start && start < candidate.end);
    const isUnderSame = (item: WorkItem): boolean => {
      if (block?.parent == null) return true;
      for (let at: Block | null = item.block; at !== null; at = at.parent)
        if (at === block.parent) return true;
      return false;
    };
    const first = this.items.findIndex(isUnderSame);
    if (first !== -1) this.dateUndated(first, deadline);
  }

  /** A heading whose items are the orders: it names who leads them, or by when they are due. */
  private leadsList(
    block: Block,
    sentence: Sentence,
    reading: SentenceReading,
    deadlines: readonly PlacedDeadline[],
  ): boolean {
    const { words, text } = this.source;
    const last = reading.orders.at(-1);
    const endsWithColon = text.text.slice(words[sentence.to - 1]?.end ?? 0, block.end).includes(':');
    const own = deadlines.at(-1) ?? null;
    if (last === undefined) {
      const isIntroduction = endsWithColon || introducesList(words, sentence);
      if (own !== null && isIntroduction) {
        this.headings.set(block, {
          lead: [],
          coordinating: [],
          director: null,
          deadline: own,
          introduces: true,
          ...this.aboveLead(block),
        });
        return true;
      }
      return isIntroduction && deadlines.length === 0 && this.headingOf(block) !== undefined
        ? this.passOn(block)
        : false;
    }
    const leftOut = [
      ...last.roleRanges,
      ...deadlines.map((deadline) => deadlineWithLeadIn(words, deadline, last.from)),
    ];
    const work = keptText(text, words, { from: last.workFrom, to: last.to }, leftOut);
    const isTitle = work === '' && last.lead.length > 0;
    const introduces = isTitle || introducesList(words, { from: last.workFrom, to: sentence.to });
    if (!introduces || !(endsWithColon || isTitle)) return false;
    this.setHeading(block, [last], own, true);
    return true;
  }

  private aboveLead(block: Block): Partial<Heading> {
    const above = this.headingOf(block);
    return above === undefined
      ? {}
      : { lead: above.lead, coordinating: above.coordinating, director: above.director };
  }

  /** A heading between a list and its leader hands the leader on. */
  private passOn(block: Block): boolean {
    const above = this.headingOf(block);
    if (above !== undefined) this.headings.set(block, above);
    return true;
  }

  private setHeading(
    block: Block,
    orders: readonly Order[],
    deadline: PlacedDeadline | null,
    introduces: boolean,
  ): void {
    const last = orders.at(-1);
    if (last === undefined) return;
    const { lead, coordinating, director } = last;
    this.headings.set(block, { lead, coordinating, director, deadline, introduces });
  }

  private headingOf(block: Block): Heading | undefined {
    return block.parent === null ? undefined : this.headings.get(block.parent);
  }

  /** A sentence that orders something without saying whom: its lead stands above, or nowhere. */
  private addWithoutUnit(
    block: Block,
    sentence: Sentence,
    reading: SentenceReading,
    deadlines: readonly PlacedDeadline[],
    firstItem: number,
  ): void {
    const { words } = this.source;
    const previous = this.items.length > firstItem ? this.items.at(-1) : undefined;
    const heading = this.headingOf(block);
    const isImperative = startsWithWork(words, sentence, deadlines);
    const deadline =
      deadlines.find(({ finding }) => finding.deadline.due !== null || finding.deadline.rrule !== null) ??
      null;
    const leader = previous ?? heading;
    if (leader === undefined) {
      if (deadline !== null && isImperative) this.addInherited(block, sentence, reading, deadlines, null);
      return;
    }
    if (previous !== undefined) {
      const isStanding = phraseLength(standing, words, workStart(words, sentence, deadlines)) > 0;
      if (isImperative && !(isStanding && deadline === null))
        this.addInherited(block, sentence, reading, deadlines, previous);
      else if (deadline !== null) this.dateUndated(firstItem, deadline);
      return;
    }
    if (heading === undefined) return;
    if (heading.introduces || (deadline !== null && isImperative))
      this.addInherited(block, sentence, reading, deadlines, heading);
  }

  private addInherited(
    block: Block,
    sentence: Sentence,
    reading: SentenceReading,
    deadlines: readonly PlacedDeadline[],
    leader: Heading | WorkItem | null,
  ): void {
    const order: Order = {
      lead: [...(leader?.lead ?? [])],
      coordinating: [
        ...(leader !== null && 'introduces' in leader ? leader.coordinating : []),
        ...reading.coordinating,
      ],
      excluded: [],
      director: leader?.director ?? null,
      recipient: null,
      from: sentence.from,
      to: sentence.to,
      headTo: sentence.from,
      workFrom: sentence.from,
      roleRanges: [],
      isMonitoring: false,
      isLeadGuessed: false,
    };
    for (const part of datedParts(this.source.words, order, deadlines)) {
      const item = this.itemFrom(block, order, part, part.deadline, deadlines);
      const inherited =
        part.deadline === null && leader !== null && 'introduces' in leader ? leader.deadline : null;
      this.items.push({
        ...item,
        isLeadInherited: true,
        deadline: item.deadline ?? inherited,
        isDeadlineInherited: inherited !== null,
      });
    }
  }

  /** The heading that an item stands under, without its closing colon. */
  private headingText(block: Block): string {
    const { parent } = block;
    if (parent?.marker == null) return '';
    const { text } = this.source;
    const heading = text.text.slice(parent.start, Math.min(parent.end, parent.start + LONGEST_HEADING));
    const colon = heading.indexOf(':');
    const line = (colon === -1 ? heading : heading.slice(0, colon)).replace(/\s+/gu, ' ').trim();
    return line.length < LONGEST_HEADING ? capitalized(line.replace(/[.,;]$/u, '')) : '';
  }
}

const LONGEST_HEADING = 200;

/** A unit that only presses or collects others' work is no lead beside those who do it. */
function withoutMonitors(orders: readonly Order[], hasOthers: boolean): readonly Order[] {
  const working = orders.filter(({ isMonitoring }) => !isMonitoring);
  return working.length > 0 ? working : hasOthers ? [] : orders;
}

/** "Nay thông báo … để các đồng chí biết, thực hiện": the document speaks of itself. */
function isClosing(words: readonly Word[], sentence: Range): boolean {
  return phraseLength(closingOpeners, words, sentence.from, sentence.to) > 0;
}

/** "… một số nhiệm vụ trọng tâm sau" */
function introducesList(words: readonly Word[], { from, to }: Range): boolean {
  for (let at = Math.max(from, to - 8); at < to; at++) {
    if (phraseLength(listIntroductions, words, at, to) === to - at) return true;
  }
  return to <= from;
}

/** Past a deadline and the comma after it. */
function workStart(words: readonly Word[], { from }: Range, deadlines: readonly PlacedDeadline[]): number {
  const fronted = deadlines.find((deadline) => deadline.from <= from && deadline.to > from);
  return fronted === undefined ? from : fronted.to;
}

/** True where a sentence without a subject begins with work: a verb that no "cần" makes a noun. */
function startsWithWork(
  words: readonly Word[],
  sentence: Range,
  deadlines: readonly PlacedDeadline[],
): boolean {
  let at = workStart(words, sentence, deadlines);
  for (
    let modal = phraseLength(modals, words, at, sentence.to);
    modal > 0;
    modal = phraseLength(modals, words, at, sentence.to)
  ) {
    if (phraseLength(actions, words, at, sentence.to) >= modal) break;
    at += modal;
  }
  const verb = phraseLength(actions, words, at, sentence.to);
  if (verb === 0) return false;
  return !NOUN_SIGNS.has(words[at + verb]?.lower ?? '');
}

/** After a verb that is a noun here: "Báo cáo cần tách danh mục". */
const NOUN_SIGNS: ReadonlySet<string> = new Set([
  'cần',
  'phải',
  'là',
  'có',
  'được',
  'do',
  'của',
  'này',
  'đã',
  'trên',
  'số',
]);

/** "… được không?" asks for work, not about it. */
function isRequest(words: readonly Word[], { to }: Range): boolean {
  const [first, second] = [words[to - 2]?.folded, words[to - 1]?.folded];
  return (
    (first === 'duoc' && second === 'khong') ||
    second === 'nhe' ||
    second === 'nha' ||
    (first === 'dc' && second === 'ko') ||
    (first === 'duoc' && second === 'ko') ||
    (first === 'dc' && second === 'khong')
  );
}
