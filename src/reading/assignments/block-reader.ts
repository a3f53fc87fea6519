// Reads the blocks of a text one after another and keeps what one says for the next: who leads a list, by when the
// whole of it is due, and which date a closing sentence sets for everything above.
import { phraseLength, Phrases } from '../words/phrases.ts';
import type { Block } from './blocks.ts';
import { ClosingDates, isInside } from './closing-dates.ts';
import { capitalized, keptText } from './content.ts';
import { datedParts, isCompletionOnly, lastClause } from './dated-parts.ts';
import type { Heading, ReadSentence } from './headings.ts';
import { Headings, topicIn } from './headings.ts';
import type { Order, SentenceReading } from './orders.ts';
import { ordersOf } from './orders.ts';
import { withClosingApart, withoutClosing } from './closing-paragraphs.ts';
import type { ListedUnits } from './listed-units.ts';
import { listedUnits, withListed } from './listed-units.ts';
import { within } from './ranges.ts';
import type { PlacedDeadline, Source } from './reading.ts';
import { deadlinesOf, isDated, rangeOf } from './reading.ts';
import {
  afterFrontedDate,
  chargesPeople,
  exhorts,
  isRequest,
  labelAt,
  requestedWork,
  startsStanding,
  setsDeadline,
  startsWithWork,
} from './sentence-forms.ts';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';
import type { WorkItem } from './work-item.ts';
import { TableReader } from './tables.ts';
import { toldBlocks } from './told-blocks.ts';
import { workItemFrom } from './work-item.ts';
import { WorkList } from './work-list.ts';

const leadingOpeners = new Phrases([
  [true, ['chủ trì', 'chủ trì thực hiện', 'đồng chủ trì', 'là đầu mối', 'đầu mối']],
]);

/** The work that `blocks` give out, in order. */
export function workItemsOf(source: Source, blocks: readonly Block[]): readonly WorkItem[] {
  return new BlockReader(source, withClosingApart(source, blocks)).read();
}

class BlockReader {
  private readonly work = new WorkList();
  private readonly headings: Headings;
  private readonly closingDates: ClosingDates;
  private readonly table: TableReader;
  private readonly parents: ReadonlySet<Block | null>;
  private readonly source: Source;
  private readonly blocks: readonly Block[];
  private readonly told: ReadonlySet<Block>;
  private readonly spoken: ReadonlySet<Block>;
  private readonly listed: ListedUnits;
  /** The last line that ordered nothing: what a form's next lines are about. */
  private pendingTopic = '';

  constructor(source: Source, blocks: readonly Block[]) {
    this.source = source;
    this.blocks = blocks;
    ({ told: this.told, spoken: this.spoken } = toldBlocks(source, blocks));
    this.listed = listedUnits(source, blocks);
    this.headings = new Headings(source);
    this.closingDates = new ClosingDates(source, this.work, this.headings);
    this.table = new TableReader(source);
    this.parents = new Set(blocks.map(({ parent }) => parent));
  }

  read(): readonly WorkItem[] {
    const preambleEnd = this.preambleEnd();
    for (const [index, block] of this.blocks.entries()) this.readBlock(block, index < preambleEnd);
    return this.work.items;
  }

  /**
   * How many blocks tell what led to the orders: those before the first item of a list whose introduction is the last
   * of them. Only that introduction may say something about the work.
   */
  private preambleEnd(): number {
    const first = this.blocks.findIndex(({ marker }) => marker !== null);
    const introduction = this.blocks[first - 1];
    return introduction !== undefined && this.blocks[first]?.parent === introduction ? first : 0;
  }

  private readBlock(block: Block, isPreamble: boolean): void {
    const { words, text } = this.source;
    const range = rangeOf(words, block.start, block.end);
    if (range.from >= range.to || this.isSilent(block) || this.readTableLine(block)) return;
    const label = labelAt(words, range);
    const before = this.work.length;
    // "Phối hợp: …" and "Thời hạn: …" on lines of their own go on with the line above.
    const firstItem = label?.kind === 'continuation' ? Math.max(0, before - 1) : before;
    const ending = text.text.slice(words[range.to - 1]?.end ?? block.end, block.end);
    const sentences = sentencesOf(words, range, ending);
    const leadsItems = this.parents.has(block) && !this.listed.under.has(block);
    for (const [index, sentence] of sentences.entries()) {
      const spoken = withoutClosing(words, sentence);
      const isHeading = leadsItems && index === sentences.length - 1;
      if (spoken === null || (isPreamble && !isHeading)) continue;
      this.readSentence(block, spoken, firstItem, isHeading, isPreamble);
    }
    if (this.work.length === before && label?.kind !== 'continuation')
      this.keepTopic(block, label?.to ?? range.from);
  }

  /** Names that a heading points to, and what people said: nothing is ordered by them. */
  private isSilent(block: Block): boolean {
    return this.listed.items.has(block) || this.spoken.has(block);
  }

  /** A line of a table; false for any other line. */
  private readTableLine(block: Block): boolean {
    const line = this.told.has(block) ? null : this.table.read(block);
    if (line !== null && line !== 'header') this.work.add(line);
    return line !== null;
  }

  private readSentence(
    block: Block,
    sentence: Sentence,
    firstItem: number,
    isHeading: boolean,
    isPreamble: boolean,
  ): void {
    const { words, mentions } = this.source;
    const deadlines = deadlinesOf(this.source, sentence);
    const isOpen = this.work.length > firstItem;
    const hasLead = isOpen || (this.headings.above(block)?.lead.length ?? 0) > 0;
    const found = withListed(
      words,
      this.listed.under.get(block),
      ordersOf(words, mentions, sentence, deadlines, hasLead),
    );
    const isTold = isPreamble || this.told.has(block);
    const read = {
      block,
      sentence,
      deadlines,
      firstItem,
      isPreamble,
      reading: isTold ? onlyCharged(found) : found,
    };
    if (isOpen && this.namesWork(read)) return;
    if (this.closingDates.apply(read)) return;
    if (isHeading && this.headings.introduce(read)) return;
    if (sentence.isQuestion && !isRequest(words, sentence)) return;
    const { orders, partners } = read.reading;
    const last = isOpen ? this.work.last : undefined;
    if (orders.length > 0) {
      this.addOrders(read);
      if (isHeading) this.headings.spellOut(block, orders);
    } else if (last !== undefined && partners.length > 0) {
      last.coordinating.push(...partners);
      last.deadline ??= deadlines.find(isDated) ?? null;
    } else if (!isTold) this.addWithoutUnit(read);
  }

  private addOrders({ block, sentence, deadlines, reading, firstItem }: ReadSentence): void {
    const { words, mentions } = this.source;
    const isNumbered = block.path.length > 0;
    const isBeside = this.work.length > (isNumbered ? firstItem : 0);
    const isAfterWork = this.work.length > (block.marker === null ? 0 : firstItem);
    const isAddedAtEnd = isAfterWork && deadlines.length === 0;
    const orders = withoutMonitors(reading.orders, isBeside, isNumbered).filter(
      ({ lead, workFrom, to }) =>
        !(isAddedAtEnd && lead.every(({ kind }) => kind === 'all') && exhorts(words, { from: workFrom, to })),
    );
    const first = this.work.length;
    for (const order of orders) this.addOrder(block, order, deadlines);
    const last = deadlines.findLast(isDated);
    if (orders.length > 1 && last !== undefined) {
      // "A lo kỹ thuật, B lo kinh phí, thứ Tư báo cáo": the date is for both.
      const clause = lastClause(words, sentence, last);
      // "giao A …; giao B …, xong trước 15/4": the date stands in B's clause.
      const own = sentence.clauses.findLast(({ from }) => from <= last.from) ?? sentence;
      const firstInClause = orders.findIndex(
        ({ headFrom, workFrom }) => Math.max(headFrom, workFrom - 1) >= own.from,
      );
      const isAloneInClause = firstInClause === orders.length - 1 && sentence.clauses.length > 1;
      if (
        !isAloneInClause &&
        isCompletionOnly(words, clause, [last, ...within(mentions, clause).filter(isInside)])
      )
        this.work.dateFrom(first, last);
    }
    const inherited = this.headings.above(block)?.deadline;
    if (inherited != null) this.work.dateFrom(first, inherited);
  }

  private addOrder(block: Block, order: Order, deadlines: readonly PlacedDeadline[]): void {
    for (const part of datedParts(this.source.words, order, deadlines)) {
      const item = workItemFrom(this.source, block, order, part, deadlines, this.headings.topicAbove(block));
      if (item.content === '') item.content = this.contentAround(block, order, deadlines);
      if (item.content === '' && order.isTitle) continue;
      this.work.add(item);
    }
  }

  /** "Chủ trì: Phòng A. Nội dung: …": the work of a form may stand after its lead. */
  private namesWork({ sentence, deadlines }: ReadSentence): boolean {
    const { words, text } = this.source;
    const last = this.work.last;
    const label = labelAt(words, sentence);
    if (last?.content !== '' || label?.kind !== 'content') return false;
    last.content = capitalized(keptText(text, words, { from: label.to, to: sentence.to }, deadlines));
    last.deadline ??= deadlines.find(isDated) ?? null;
    return true;
  }

  /** "Nội dung: báo cáo sơ kết; chủ trì: Văn phòng Sở": what an earlier clause, or the line above, is about. */
  private contentAround(
    block: Block,
    { from, to, workFrom, headFrom }: Order,
    deadlines: readonly PlacedDeadline[],
  ): string {
    const { words, text } = this.source;
    // "Phòng A có trách nhiệm: … c) Báo cáo trước 15/4": the line above names who, not what.
    const own = keptText(text, words, { from: workFrom, to }, deadlines);
    if (own !== '' && this.headings.above(block)?.introduces === true) return capitalized(own);
    const label = labelAt(words, { from, to: headFrom });
    const before = keptText(text, words, { from: label?.to ?? from, to: headFrom }, deadlines);
    return capitalized(before === '' ? this.pendingTopic : before);
  }

  /** A sentence that orders something without saying whom: its lead stands above, or nowhere. */
  private addWithoutUnit(read: ReadSentence): void {
    const { block, sentence, deadlines, firstItem } = read;
    const { words, mentions, text } = this.source;
    const work = { from: afterFrontedDate(sentence, deadlines), to: sentence.to };
    const dated = deadlines.find(isDated);
    const isForPeople = dated !== undefined && chargesPeople(words, work);
    const isAskedFor = dated !== undefined && requestedWork(words, mentions, work) !== null;
    const isWork = startsWithWork(words, work) || isForPeople || isAskedFor;
    const previous = this.work.length > firstItem ? this.work.last : undefined;
    const heading = this.headings.above(block);
    if (previous !== undefined) {
      const isDetail = dated === undefined && startsStanding(words, work);
      if (isWork && !isDetail) this.addInherited(read, isForPeople || isAskedFor ? null : previous, null);
      else if (dated !== undefined && setsDeadline(words, sentence, dated))
        this.work.dateFrom(firstItem, dated);
    } else if (heading?.introduces === true) this.addInherited(read, heading, heading.deadline);
    else if (isWork && (dated !== undefined || heading?.deadline != null))
      this.addInherited(read, heading ?? null, heading?.deadline ?? null);
    // "Xây dựng đề án. Đơn vị chủ trì: Phòng A."
    else if (isWork) this.pendingTopic = keptText(text, words, sentence, []);
  }

  private addInherited(
    { block, sentence, deadlines, reading }: ReadSentence,
    leader: (Pick<Heading, 'lead' | 'director'> & Partial<Heading>) | null,
    deadline: PlacedDeadline | null,
  ): void {
    const { words } = this.source;
    const first = this.work.length;
    const opener = phraseLength(leadingOpeners, words, sentence.from, sentence.to);
    this.addOrder(
      block,
      {
        lead: leader?.lead ?? [],
        coordinating: [
          ...(leader?.introduces === true ? (leader.coordinating ?? []) : []),
          ...reading.partners,
        ],
        excluded: [],
        director: leader?.director ?? null,
        recipients: [],
        from: sentence.from,
        to: sentence.to,
        headFrom: sentence.from,
        headTo: sentence.from,
        workFrom: sentence.from,
        roleRanges: [...reading.partnerRanges, { from: sentence.from, to: sentence.from + opener }],
        isMonitoring: false,
        isTitle: false,
        isCharged: false,
        isBackground: false,
        isLeadGuessed: false,
      },
      deadlines,
    );
    if (deadline !== null) this.work.dateFrom(first, deadline);
  }

  private keepTopic(block: Block, from: number): void {
    this.pendingTopic = topicIn(this.source, this.source.words[from]?.start ?? block.start, block.end);
  }
}

/** In a part that tells, only what is charged in so many words is an order. */
const onlyCharged = (reading: SentenceReading): SentenceReading => ({
  ...reading,
  orders: reading.orders.filter(({ isCharged, isTitle }) => isCharged || isTitle),
});

/**
 * A unit that only presses or collects others' work is no lead beside those who do it. A numbered item that charges it
 * in a sentence of its own is kept, as a standing instruction.
 */
function withoutMonitors(orders: readonly Order[], isBeside: boolean, isNumbered: boolean): readonly Order[] {
  const working = orders.filter(({ isMonitoring }) => !isMonitoring);
  if (working.length > 0) return working;
  if (!isBeside) return orders;
  return isNumbered ? orders.filter(({ isCharged }) => isCharged) : [];
}
