// What headings say for the items under them.
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Block } from './blocks.ts';
import { capitalized } from './content.ts';
import type { Order, SentenceReading } from './orders.ts';
import type { PlacedDeadline, Source } from './reading.ts';
import { isDated } from './reading.ts';
import { introducesList, startsWithWork } from './sentence-forms.ts';
import type { Sentence } from './sentences.ts';
import { workOf } from './work-item.ts';

/** What a heading says for the items under it. */
export interface Heading {
  readonly lead: readonly Mention[];
  readonly coordinating: readonly Mention[];
  readonly director: Mention | null;
  readonly deadline: PlacedDeadline | null;
  /** True where its items are the orders; false where it is an order itself and they only spell it out. */
  readonly introduces: boolean;
}

/** A sentence with what was read in it. */
export interface ReadSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly deadlines: readonly PlacedDeadline[];
  readonly reading: SentenceReading;
  /** Where the work that this sentence may go on with begins in the list. */
  readonly firstItem: number;
  /** True in what leads up to the orders of a document: it tells why they are given. */
  readonly isPreamble: boolean;
}

const dueVerbs = new Phrases([
  [
    true,
    ['hoàn thành', 'hoàn tất', 'xong', 'báo cáo', 'gửi', 'nộp', 'trình ký', 'làm', 'triển khai thực hiện'],
  ],
]);

/** "tập trung thực hiện các nhiệm vụ sau" points at a list with or without a colon. */
const LIST_POINTERS: ReadonlySet<string> = new Set(['sau', 'đây']);

const LONGEST_TITLE_IN_WORDS = 18;
const LONGEST_TOPIC = 200;
const LONGEST_CLAUSE_IN_WORDS = 24;

/**
 * True where a date in a heading is that of the items under it. "(từ ngày 25/10 đến ngày 25/11)" is when a campaign
 * runs; in a preamble, which tells of plans and programmes, only a limit that follows a verb of work in its own clause
 * is one of work ("hoàn thành các nhiệm vụ sau trước ngày 20/4").
 */
function datesItems(words: readonly Word[], deadline: PlacedDeadline, isPreamble: boolean): boolean {
  const { bound } = deadline.finding.deadline;
  const isLimit = bound === 'before' || bound === 'by';
  const isStretch = words[deadline.from]?.lower === 'từ';
  const isRemark = words[deadline.from]?.gap.includes('(') === true;
  if (!isDated(deadline) || (isStretch && !isLimit)) return false;
  if (!isPreamble) return isLimit || !isRemark;
  return isLimit && !isRemark && hasWorkBefore(words, deadline);
}

/** True where a deadline is led into by a verb of work in its own clause. */
function hasWorkBefore(words: readonly Word[], { from: at, to }: PlacedDeadline): boolean {
  if (phraseLength(dueVerbs, words, at, to) > 0) return true;
  for (let index = at - 1; index >= 0 && at - index <= LONGEST_CLAUSE_IN_WORDS; index--) {
    if (phraseLength(dueVerbs, words, index, at) > 0) return true;
    if (/[,;:.]/u.test(words[index]?.gap ?? '.')) return false;
  }
  return false;
}

/** The headings of a text, as they are met. */
export class Headings {
  private readonly found = new Map<Block, Heading>();
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** What the heading that `block` stands under says; undefined where it says nothing of the work. */
  above(block: Block): Heading | undefined {
    return block.parent === null ? undefined : this.found.get(block.parent);
  }

  /**
   * Takes the last sentence of a block with items as their heading, where it names who leads them or by when they are
   * due; false where it is an order, or says nothing.
   */
  introduce({ block, sentence, deadlines, reading, isPreamble }: ReadSentence): boolean {
    const { words, text } = this.source;
    const endsWithColon = text.text.slice(words[sentence.to - 1]?.end ?? 0, block.end).includes(':');
    const own = deadlines.findLast((deadline) => datesItems(words, deadline, isPreamble)) ?? null;
    const above = this.above(block);
    const last = reading.orders.at(-1);
    if (last === undefined) {
      if (!endsWithColon && !introducesList(words, sentence)) return false;
      if (own === null && above === undefined) return false;
      this.found.set(block, {
        lead: [],
        coordinating: [],
        director: null,
        introduces: false,
        ...above,
        deadline: own ?? above?.deadline ?? null,
      });
      return true;
    }
    const work = workOf(this.source, last, last, deadlines);
    const rest = { from: last.workFrom, to: sentence.to };
    // "2.1. Các phòng, đơn vị theo chức năng, nhiệm vụ được giao"
    const isShort =
      block.marker !== null &&
      deadlines.length === 0 &&
      sentence.to - sentence.from <= LONGEST_TITLE_IN_WORDS;
    const isTitle = last.lead.length > 0 && (work === '' || (isShort && !startsWithWork(words, rest)));
    const pointsOn = endsWithColon || isShort || LIST_POINTERS.has(words[sentence.to - 1]?.lower ?? '');
    if (!isTitle && !(introducesList(words, rest) && pointsOn)) return false;
    this.set(block, last, own, true);
    return true;
  }

  /** Takes an order that items spell out as their heading. */
  spellOut(block: Block, orders: readonly Order[]): void {
    const last = orders.at(-1);
    if (last !== undefined) this.set(block, last, null, false);
  }

  private set(block: Block, order: Order, deadline: PlacedDeadline | null, introduces: boolean): void {
    const { lead, coordinating, director } = order;
    this.found.set(block, { lead, coordinating, director, deadline, introduces });
  }

  /** What the heading that an item stands under is about; "" where it only names who leads. */
  topicAbove({ parent }: Block): string {
    // A section ("II. NHIỆM VỤ TRỌNG TÂM") is about everything under it.
    if (parent?.marker == null || parent.marker.kind === 'roman') return '';
    if (this.found.get(parent)?.introduces === true) return '';
    return capitalized(topicIn(this.source, parent.start, parent.end));
  }
}

/** The words of [start, end) up to a colon, on one line; "" where they are too long to be a topic. */
export function topicIn({ text }: Source, start: number, end: number): string {
  const part = text.text.slice(start, Math.min(end, start + LONGEST_TOPIC));
  const colon = part.indexOf(':');
  const line = (colon === -1 ? part : part.slice(0, colon)).replace(/\s+/gu, ' ').trim();
  return line.length < LONGEST_TOPIC ? line.replace(/[\s.,;]+$/u, '') : '';
}
