// Sentences that only say by when work named above is due.
import { within } from './ranges.ts';
import type { Mention } from '../units/mention.ts';
import { isCompletionOnly, namesAllAbove } from './dated-parts.ts';
import type { Headings, ReadSentence } from './headings.ts';
import { isReferredTo, itemReferencesIn } from './item-references.ts';
import type { PlacedDeadline, Source } from './reading.ts';
import { isDated } from './reading.ts';
import { setsDeadline } from './sentence-forms.ts';
import type { WorkList } from './work-list.ts';

/** Following a reference looks through all the work found: a document names its own items a few times. */
const MOST_REFERENCES = 100;

export class ClosingDates {
  private readonly source: Source;
  private readonly work: WorkList;
  private readonly headings: Headings;
  private referencesFollowed = 0;

  constructor(source: Source, work: WorkList, headings: Headings) {
    this.source = source;
    this.work = work;
    this.headings = headings;
  }

  /** Dates the work that a sentence speaks of; false where the sentence says anything else. */
  apply(read: ReadSentence): boolean {
    return this.datesItemsNamed(read) || this.datesWorkAbove(read);
  }

  /**
   * "Các nhiệm vụ nêu tại Mục II hoàn thành trước ngày …, riêng mục 3 trước ngày …": each date is for the items named
   * before it, whether they stand above or this sentence closes their part. False where no item is named.
   */
  private datesItemsNamed({ block, sentence, deadlines, reading }: ReadSentence): boolean {
    const { words, text } = this.source;
    const dated = deadlines.filter(isDated);
    if (dated.length === 0 || this.work.length === 0 || reading.orders.length > 0) return false;
    const end = words[sentence.to - 1]?.end ?? block.end;
    const references = itemReferencesIn(text, words[sentence.from]?.start ?? block.start, end);
    const followed = new Set<PlacedDeadline>();
    for (const reference of references) {
      if (this.referencesFollowed++ >= MOST_REFERENCES) break;
      const deadline = dated.find(({ from }) => (words[from]?.start ?? 0) > reference.start);
      if (deadline === undefined || !setsDeadline(words, sentence, deadline)) continue;
      if (this.work.dateWhere((item) => isReferredTo(item.block, reference), deadline))
        followed.add(deadline);
    }
    // "…; các nhiệm vụ còn lại hoàn thành trước ngày …"
    for (const clause of followed.size > 0 ? sentence.clauses : []) {
      const [deadline] = within(dated, clause);
      const isRest = deadline !== undefined && !followed.has(deadline) && namesAllAbove(words, clause);
      if (isRest) this.work.dateFrom(0, deadline);
    }
    return followed.size > 0;
  }

  /** A sentence that only sets a date for the work above; false where it says anything else. */
  private datesWorkAbove({ block, sentence, deadlines, reading, firstItem }: ReadSentence): boolean {
    const { words, mentions } = this.source;
    const deadline = deadlines.find(isDated);
    if (deadline === undefined || this.work.length === 0) return false;
    const named = within(mentions, sentence);
    const { orders } = reading;
    // "Các phòng báo cáo kết quả trước ngày …" may close the orders above; "Phòng A báo cáo …" is an order.
    const isToEveryone = orders.length > 0;
    if (isToEveryone && named.some(({ kind }) => kind === 'unit' || kind === 'outside' || kind === 'deputy'))
      return false;
    const isOnlyDate = isCompletionOnly(words, sentence, [...deadlines, ...named.filter(isInside)]);
    if (namesAllAbove(words, sentence) && (isOnlyDate || orders.length <= 1)) {
      this.work.dateFrom(0, deadline);
      return true;
    }
    if (!isOnlyDate) return false;
    const isAfterWork = this.work.length > firstItem;
    // An item of a list that reports is one of its tasks; a line under the list dates it.
    if (!isAfterWork && block.marker !== null && this.headings.above(block)?.introduces === true)
      return false;
    if (isToEveryone) {
      const isUndated = this.work.hasUndated(firstItem, ({ lead }) =>
        lead.some(({ kind }) => kind === 'unit'),
      );
      if (!isAfterWork || !isUndated) return false;
    }
    // A closing line under a list dates the list.
    this.work.dateFrom(isAfterWork ? firstItem : this.work.firstUnder(block.parent), deadline);
    return true;
  }
}

/** "trình UBND tỉnh" is a step of its own, "báo cáo Giám đốc Sở" only ends the work. */
export const isInside = ({ kind }: Mention): boolean => kind !== 'outside';
