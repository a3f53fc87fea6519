// The grammar of orders: which part a group of units has in the work, from the words around it.
import { PRONOUNS } from '../lexicon/connectors.ts';
import { REMARKING, TELLING } from '../lexicon/charging.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Range } from './ranges.ts';
import { firstFrom } from './ranges.ts';
import type { LeftKind, RightContext, RightKind } from './surroundings.ts';
import { startsWithWork } from './sentence-forms.ts';
import { givesUp, takesOver } from './handing-over.ts';
import { isAbove, isBuried, isInSuperiorsCharge } from './charging-others.ts';
import { isSteppingBack, joinsWork } from './lent-people.ts';
import type { PlacedGroup } from './placed-group.ts';
import { isCharged } from './placed-group.ts';
import { isTold } from './told-orders.ts';
import type { UnitGroup } from './unit-groups.ts';

/**
 * `lead`: every member leads; `first_leads`: the first leads and the others help, for the text says only that they work
 * together; `replaced`: they have the work no more; `director`: a deputy director is charged in person.
 */
export type Part =
  'lead' | 'first_leads' | 'coordinating' | 'director' | 'recipient' | 'excluded' | 'replaced' | 'none';

/** What the sentence and those above it have said before this group. */
export interface Before {
  /** Leads named in this sentence so far. */
  readonly leads: readonly Mention[];
  /** True where this sentence, or one above that it goes on from, has named a lead. */
  readonly hasLead: boolean;
  /** The clause of the last order in this sentence. */
  readonly openClause: Range | null;
  /** True where this sentence has named who has the work no more. */
  readonly isGivenUp: boolean;
}

const pronouns = new Phrases([[true, PRONOUNS]]);

const telling = new Phrases([[true, TELLING]]);

const ownTasks = new Phrases([
  [
    true,
    [
      ...['nhiệm vụ', 'trách nhiệm', 'công việc', 'phần việc', 'yêu cầu'].flatMap((noun) =>
        ['của', 'chung', 'chung của', 'cụ thể của', 'đối với', 'chung đối với', 'cụ thể đối với', ''].flatMap(
          (of) => [`${noun} ${of}`.trim(), `về ${noun} ${of}`.trim()],
        ),
      ),
    ].filter((phrase) => phrase !== 'yêu cầu'),
  ],
]);

const doing = new Phrases([
  [
    true,
    'thực hiện,làm,xử lý,đảm nhận,tham mưu,hoàn thành,triển khai,soạn,soạn thảo,lo,chuẩn bị,bảo đảm,đảm bảo,bố trí,tổng hợp,xây dựng,lập,rà soát,phụ trách'.split(
      ',',
    ),
  ],
]);

const workNouns = new Phrases([
  [
    true,
    [
      'nhiệm vụ',
      'việc',
      'công việc',
      'nội dung',
      'phần việc',
      'phần',
      'các nhiệm vụ',
      'các nội dung',
      'các việc',
    ],
  ],
]);

const belonging = new Phrases([
  [
    true,
    ['thuộc về', 'thuộc trách nhiệm của', 'là trách nhiệm của', 'là nhiệm vụ của', 'do trách nhiệm của'],
  ],
]);

const remarking = new Phrases([[true, REMARKING]]);

const STARTS: ReadonlySet<LeftKind> = new Set([
  'start',
  'connector',
  'colon',
  'lead_label',
  'dash',
  'bracket',
]);

const WORKING: ReadonlySet<RightKind> = new Set([
  'action',
  'lending',
  'monitoring',
  'coordinating',
  'advising',
]);

/** The first rule that fits decides. */
export function partOf(words: readonly Word[], place: PlacedGroup, before: Before): Part {
  const { group, left } = place;
  const [first] = group.members;
  if (first === undefined) return 'none';
  if (first.kind === 'leadership') return left.kind === 'receiving' ? 'recipient' : 'none';
  if (left.kind === 'excepting') return 'excluded';
  if (givesUp(words, place)) return 'replaced';
  if (before.isGivenUp && takesOver(words, place)) return 'lead';
  if (left.kind === 'attending') return 'none';
  if (left.kind === 'consulting') return isOfAgency(group) ? 'coordinating' : 'none';
  if (left.kind === 'coordination_label') return 'coordinating';
  if (first.kind === 'deputy') return isDirectorCharged(words, place) ? 'director' : 'none';
  if (left.kind === 'coordinating') return isInSuperiorsCharge(words, place, first) ? 'none' : 'coordinating';
  // "Trách nhiệm rà soát thuộc về Phòng A"
  if (phraseStart(belonging, words, group.from, place.clause.from) < group.from) return 'lead';
  if (left.kind === 'receiving') return partOfReceiver(words, place, before);
  if (isTold(words, place) || isAbove(words, place, first) || isBuried(words, place, before.openClause))
    return 'none';
  return partOfWorker(words, place, before);
}

/** Other agencies are asked for their opinion by letter; the agency's own units take part in the work. */
const isOfAgency = ({ members }: UnitGroup): boolean =>
  members.every(({ kind }) => kind === 'unit' || kind === 'all' || kind === 'subset');

const isSubject = ({ left }: PlacedGroup): boolean => STARTS.has(left.kind) || left.kind === 'comma';

function isDirectorCharged(words: readonly Word[], place: PlacedGroup): boolean {
  const { group, right } = place;
  const isPlural = words[group.from]?.lower === 'các';
  const isWorking = right.kind === 'leading' || right.kind === 'action' || right.kind === 'monitoring';
  // "Phó Giám đốc Sở đánh giá cao kết quả …"
  if (phraseLength(remarking, words, group.to, place.clause.to) > 0 && !isCharged(place)) return false;
  return !isPlural && (isCharged(place) || (isSubject(place) && isWorking));
}

/** "gửi Phòng A" receives; "Chuyển Phòng A nghiên cứu" and "giao nhiệm vụ này cho Phòng A" charge it. */
function partOfReceiver(words: readonly Word[], { left, right, clause }: PlacedGroup, before: Before): Part {
  const isFirst = left.from === clause.from || words[left.from]?.gap.includes(',') === true;
  const isWorking = right.kind !== 'end' && right.kind !== 'other' && right.kind !== 'date';
  // "Việc này chuyển qua Phòng B làm"
  const isAboutWork = phraseLength(workNouns, words, clause.from, left.from) > 0;
  if (isAboutWork && words[left.from]?.folded === 'chuyen' && isWorking && before.leads.length === 0)
    return 'lead';
  const isTold =
    words[left.from]?.lower === 'báo' &&
    words[left.from + 1]?.lower !== 'cáo' &&
    right.kind === 'action' &&
    left.from === clause.from;
  if (isTold && before.leads.length === 0) return 'lead';
  if (isFirst && words[left.from]?.folded === 'chuyen' && isWorking && before.leads.length === 0)
    return 'lead';
  const opener = words[clause.from]?.lower ?? '';
  const isGiven = words[left.from]?.lower === 'cho' && (opener === 'giao' || opener === 'phân');
  return isGiven && before.leads.length === 0 ? 'lead' : 'recipient';
}

function partOfWorker(words: readonly Word[], place: PlacedGroup, before: Before): Part {
  const { group, left, right, clause } = place;
  if (before.leads.length > 0 && !isCharged(place) && isForbidden(words, group.to)) return 'none';
  // "Phòng B là các đơn vị phối hợp": the predicate names nobody.
  if (isPredicate(words, place)) return 'none';
  const isNamed = group.members.some(({ isTopicLike, kind }) => !isTopicLike && kind !== 'person');
  const isPerson = group.members[0]?.kind === 'person';
  if (isPerson && passesOn(words, place)) return 'none';
  if (isPerson && !isCharged(place) && !isPersonAtWork(place)) return 'none';
  if (right.kind === 'lending' && isSubject(place) && joinsWork(words, place, before)) return 'coordinating';
  if (right.kind === 'supporting' && (isCharged(place) || isSubject(place) || left.kind === 'other')) {
    if (before.hasLead) return 'coordinating';
    if (isSteppingBack(words, group.to)) return 'none';
    return isCharged(place) || isSubject(place) ? 'first_leads' : 'none';
  }
  if (right.kind === 'advising' && before.leads.length > 0) return 'coordinating';
  if (right.kind === 'coordinating' && isSubject(place) && isPartnerOf(words, right, before.leads))
    return 'coordinating';
  if (isCharged(place)) {
    const date = place.dates[firstFrom(place.dates, right.to)];
    const isDated = date !== undefined && date.from < clause.to;
    return !isDated && isSteppingBack(words, right.to) ? 'none' : 'lead';
  }
  if (left.kind === 'telling') return isToldToWork(words, place) ? 'lead' : 'none';
  if (left.kind === 'weak_assigning') {
    return left.from === clause.from && right.kind !== 'end' && right.kind !== 'other' ? 'lead' : 'none';
  }
  if (left.kind === 'by') return isDoer(words, place, before) ? 'lead' : 'none';
  if (right.kind === 'leading') return isSubject(place) || isNamed ? 'lead' : 'none';
  // "Nhiệm vụ của Phòng A: …"
  const isOwner =
    phraseStart(ownTasks, words, group.from, clause.from) === clause.from && group.from > clause.from;
  if (isOwner) return right.kind === 'colon' || right.kind === 'end' ? 'lead' : 'none';
  if (!isSubject(place)) return 'none';
  if (WORKING.has(right.kind)) return left.kind === 'comma' && !isNamed && !right.hasModal ? 'none' : 'lead';
  return isNamed ? partOfName(words, place) : 'none';
}

/** "Văn thư không tiếp nhận văn bản giấy" says what is not done; "các phòng không để chậm trễ" asks for care. */
const isForbidden = (words: readonly Word[], at: number): boolean =>
  NOT.has(words[at]?.lower ?? '') && isJoinedBySpace(words[at]?.gap ?? '.') && words[at + 1]?.lower !== 'để';

const NOT: ReadonlySet<string> = new Set(['không', 'ko', 'chưa']);

/** "Em Lan nhắn Phòng A gửi số liệu", "Chị Lan ơi nhắn …": she tells it to those charged. */
function passesOn(words: readonly Word[], { group, next }: PlacedGroup): boolean {
  const at = words[group.to]?.lower === 'ơi' ? group.to + 1 : group.to;
  return next !== null && phraseStart(telling, words, next, at) === at && at < next;
}

const isPredicate = (words: readonly Word[], { group, right, previous }: PlacedGroup): boolean =>
  words[group.from - 1]?.lower === 'là' &&
  previous?.to === group.from - 1 &&
  (right.kind === 'supporting' || right.kind === 'leading');

/** "Nhắn Phòng A gửi số liệu", "em nhắn Phòng A gửi số liệu", but not "nghe nói Phòng A trình rồi". */
function isToldToWork(words: readonly Word[], { left, right, clause, previous }: PlacedGroup): boolean {
  const isWorking = WORKING.has(right.kind) || right.kind === 'leading';
  const teller = left.from - clause.from;
  const isThroughPerson =
    previous?.members[0]?.kind === 'person' &&
    left.from - previous.to <= (words[previous.to]?.lower === 'ơi' ? 1 : 0);
  const isCalled = teller === 1 && words[clause.from]?.gap.endsWith('@') === true;
  const isFirst = teller === 0 || isCalled || isThroughPerson || words[left.from]?.gap.includes(',') === true;
  return (
    (isWorking || right.hasModal) &&
    (isFirst || phraseLength(pronouns, words, clause.from, left.from) === teller)
  );
}

/** "Việc này do Phòng A thực hiện", "… do Phòng A thực hiện, xong trước 15/4", but not "báo cáo do Phòng A lập". */
function isDoer(
  words: readonly Word[],
  { left, right, clause, dates }: PlacedGroup,
  { leads }: Before,
): boolean {
  if (right.kind === 'leading' || (right.kind === 'action' && right.hasModal)) return true;
  if (right.kind !== 'action' || phraseLength(doing, words, right.to, clause.to) === 0) return false;
  const isAboutWork = phraseLength(workNouns, words, clause.from, left.from) > 0;
  return isAboutWork || (leads.length === 0 && dates.some(({ from }) => from >= right.to));
}

/** "Anh Tuấn làm báo cáo, xong trước 15/4": without a date it would tell what he does. */
function isPersonAtWork(place: PlacedGroup): boolean {
  const { left, right, clause, dates } = place;
  if (right.kind === 'leading') return isSubject(place);
  const date = dates[firstFrom(dates, right.to)];
  return left.kind === 'start' && right.kind === 'action' && date !== undefined && date.from < clause.to;
}

/** A name without a verb that is known to order something. */
function partOfName(words: readonly Word[], { left, right, group, clause, dates }: PlacedGroup): Part {
  // "CĐS: nội dung, VP: hậu cần"
  if (left.kind === 'comma') return right.hasModal || right.kind === 'colon' ? 'lead' : 'none';
  const isWhole = left.from === clause.from && group.to >= clause.to;
  const isApart = left.kind === 'colon' || left.kind === 'dash' || left.kind === 'bracket';
  // "Rà soát TTHC (Văn phòng Sở)", "Kế hoạch 2026: Phòng A, 30/5": the work stands first.
  const isAfterWork = isApart && (startsWithWork(words, clause) || dates.length > 0);
  if (right.kind === 'end') return isWhole || isAfterWork || right.hasModal ? 'lead' : 'none';
  if (right.kind === 'colon' || right.kind === 'dash' || right.kind === 'date') return 'lead';
  return left.kind === 'start' || left.kind === 'colon' || right.hasModal ? 'lead' : 'none';
}

const LONGEST_PARTNERSHIP = 6;

/** "Phòng B phối hợp với Phòng A" where Phòng A already leads. */
function isPartnerOf(words: readonly Word[], right: RightContext, leads: readonly Mention[]): boolean {
  const foldedWords = (from: number, to: number): string =>
    words
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
  return leads.some(({ from, to }) =>
    foldedWords(right.to, right.to + (to - from) + LONGEST_PARTNERSHIP).includes(foldedWords(from, to)),
  );
}
