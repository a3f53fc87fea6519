// Reads one sentence: who is charged, with whom, and which words are the work.
import { ASSIGNING, MONITORING, STEPPING_BACK, SUPERIORS } from '../lexicon/roles.ts';
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { Range, Sentence } from './sentences.ts';
import type { LeftContext, RightContext, UnitGroup } from './unit-groups.ts';
import { leftOf, rightOf, unitGroupsOf } from './unit-groups.ts';

/** Work given in one stretch of a sentence. Ranges are word indexes. */
export interface Order {
  readonly lead: Mention[];
  readonly coordinating: Mention[];
  readonly excluded: Mention[];
  director: Mention | null;
  recipient: Mention | null;
  /** The whole stretch: from what leads up to the unit to the end of the work. */
  from: number;
  to: number;
  /** Where what stands before the unit ends: a topic ("Về …:"), a date, the words that assign. */
  readonly headTo: number;
  /** Where the work begins. */
  readonly workFrom: number;
  /** Parts that name units and roles, not work. */
  readonly roleRanges: Range[];
  /** True where the unit only presses, watches or collects others' work. */
  readonly isMonitoring: boolean;
  /** True where several units stand side by side and the text does not say which of them leads. */
  readonly isLeadGuessed: boolean;
}

/** What a sentence says besides its own orders. */
export interface SentenceReading {
  readonly orders: readonly Order[];
  /** Partners and exceptions named before or without any order of this sentence: they belong to the work above. */
  readonly coordinating: readonly Mention[];
  readonly groups: readonly UnitGroup[];
}

type Part = 'lead' | 'coordinating' | 'companions' | 'director' | 'recipient' | 'excluded' | 'none';

interface Placed {
  readonly group: UnitGroup;
  readonly left: LeftContext;
  readonly right: RightContext;
  readonly clause: Range;
  /** Where the next group begins; null after the last. */
  readonly nextGroup: number | null;
}

const monitoring = new Phrases([[true, MONITORING]]);
const actions = new Phrases([[true, ACTION_VERBS]]);
const superiors = new Phrases([[true, SUPERIORS]]);
const assigning = new Phrases([[true, ASSIGNING]]);
const steppingBack = new Phrases([[true, STEPPING_BACK]]);

/**
 * @param isOpen true where the text above has already named who leads, so that "Phòng B phối hợp" joins that work
 */
export function ordersOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  sentence: Sentence,
  isOpen: boolean,
): SentenceReading {
  const groups = unitGroupsOf(words, mentions, sentence);
  const placed = groups.map((group, index): Placed => {
    const clause = clauseOf(sentence, group);
    const next = groups[index + 1]?.from ?? null;
    return {
      group,
      left: leftOf(words, group, clause.from),
      right: rightOf(words, group, clause.to, next),
      clause,
      nextGroup: next,
    };
  });
  const orders: Order[] = [];
  const coordinating: Mention[] = [];
  let director: Mention | null = null;
  for (const [index, place] of placed.entries()) {
    const open = orders.at(-1);
    const part = partOf(words, place, open !== undefined || isOpen, orders);
    if (part === 'director' && commands(place, placed[index + 1])) director = place.group.members[0] ?? null;
    else if (part === 'lead' || part === 'companions' || part === 'director') {
      const order = orderFrom(words, sentence, place, part, orders.length === 0);
      order.director ??= director;
      director = null;
      if (open !== undefined) open.to = order.from;
      orders.push(order);
    } else if (part === 'coordinating') {
      const partners = unitsOf(place.group);
      if (open === undefined) coordinating.push(...partners);
      else {
        open.coordinating.push(...partners);
        open.roleRanges.push(roleRange(words, place));
      }
    } else if (part === 'excluded' && open !== undefined) {
      open.excluded.push(...unitsOf(place.group));
      open.roleRanges.push({ from: place.left.from, to: place.group.to });
    } else if (part === 'recipient' && open !== undefined) open.recipient ??= place.group.members[0] ?? null;
  }
  const [first] = orders;
  if (first !== undefined && coordinating.length > 0) first.coordinating.push(...coordinating.splice(0));
  return { orders, coordinating, groups };
}

const clauseOf = (sentence: Sentence, group: Range): Range =>
  sentence.clauses.find(({ from, to }) => group.from >= from && group.from < to) ?? sentence;

const unitsOf = ({ members, companions }: UnitGroup): Mention[] =>
  [...members, ...companions].filter(({ kind }) => kind !== 'leadership' && kind !== 'person');

const STARTS: ReadonlySet<LeftContext['kind']> = new Set([
  'start',
  'connector',
  'colon',
  'lead_label',
  'dash',
  'bracket',
]);

/** The part that a group has in the work. This is where the grammar of orders stands; the first rule that fits decides. */
function partOf(words: readonly Word[], place: Placed, isOpen: boolean, orders: readonly Order[]): Part {
  const { group, left, right, clause } = place;
  const [first] = group.members;
  if (first === undefined) return 'none';
  if (first.kind === 'leadership') return left.kind === 'receiving' ? 'recipient' : 'none';
  const isCharged = left.kind === 'assigning' || left.kind === 'lead_label';
  const isSubject = STARTS.has(left.kind) || left.kind === 'comma';

  if (left.kind === 'excepting') return 'excluded';
  if (left.kind === 'coordination_label') return 'coordinating';
  if (first.kind === 'deputy') {
    const isPlural = words[group.from]?.lower === 'các';
    const isWorking = right.kind === 'leading' || right.kind === 'action' || right.kind === 'monitoring';
    return !isPlural && (isCharged || (isSubject && isWorking)) ? 'director' : 'none';
  }
  if (left.kind === 'coordinating') return 'coordinating';
  if (left.kind === 'receiving')
    return right.kind === 'leading' && left.from > clause.from ? 'none' : receivedBy(words, place, orders);
  if (isPast(words, place)) return 'none';

  if (isSuperior(words, first) && !isCharged) return 'none';
  if (right.kind === 'action' && isAssigner(words, place)) return 'none';

  const isNamed = group.members.some(({ isTopicLike, kind }) => !isTopicLike && kind !== 'person');
  const isLoosePerson = first.kind === 'person' && !isCharged;
  if (isLoosePerson && !(isSubject && right.kind === 'leading')) return 'none';
  if (right.kind === 'supporting' && (isCharged || isSubject || left.kind === 'other')) {
    if (isOpen) return 'coordinating';
    return isCharged || isSubject ? 'companions' : 'none';
  }
  if (right.kind === 'coordinating' && isSubject && orders.some((order) => partnersWith(words, place, order)))
    return 'coordinating';
  if (isCharged) return steppingBackAt(words, right.to) ? 'none' : 'lead';
  if (left.kind === 'weak_assigning') {
    const isFirst = left.from === clause.from;
    return isFirst && right.kind !== 'end' && right.kind !== 'other' ? 'lead' : 'none';
  }
  if (left.kind === 'by')
    return right.kind === 'leading' || (right.kind === 'action' && right.hasModal) ? 'lead' : 'none';
  if (right.kind === 'leading') return isSubject || isNamed ? 'lead' : 'none';
  if (!isSubject) return 'none';
  if (right.kind === 'action' || right.kind === 'monitoring' || right.kind === 'coordinating') {
    return left.kind === 'comma' && !isNamed && !right.hasModal ? 'none' : 'lead';
  }
  if (!isNamed) return 'none';
  if (right.kind === 'colon' || right.kind === 'dash') return left.kind === 'comma' ? 'none' : 'lead';
  if (left.kind === 'comma') return right.hasModal ? 'lead' : 'none';
  if (right.kind === 'end')
    return left.kind === 'start' || left.kind === 'dash' || left.kind === 'colon' ? 'lead' : 'none';
  return left.kind === 'start' || left.kind === 'colon' || right.hasModal ? 'lead' : 'none';
}

/** "giao nhiệm vụ này cho Phòng A": the verb stands apart from its unit. */
function receivedBy(words: readonly Word[], place: Placed, orders: readonly Order[]): Part {
  if (isRouted(words, place)) return 'lead';
  const { left, clause } = place;
  const isGiven =
    words[left.from]?.lower === 'cho' &&
    orders.length === 0 &&
    ASSIGNS_SOMETHING.has(words[clause.from]?.lower ?? '');
  return isGiven ? 'lead' : 'recipient';
}

/** "Chuyển Phòng A nghiên cứu": the note a leader writes on an incoming document. */
const isRouted = (words: readonly Word[], { left, right, clause }: Placed): boolean =>
  left.from === clause.from &&
  words[left.from]?.folded === 'chuyen' &&
  right.kind !== 'end' &&
  right.kind !== 'other';

const ASSIGNS_SOMETHING: ReadonlySet<string> = new Set(['giao', 'phân']);

const WORDS_TO_LOOK_FOR_PAST = 4;

/** "Phòng A đã nộp", "Phòng A hôm qua đã nộp": told, not ordered. */
function isPast(words: readonly Word[], { left, right, group, clause }: Placed): boolean {
  if (left.kind === 'assigning') return words[left.from - 1]?.lower === 'đã';
  if (right.kind === 'past') return true;
  const end = Math.min(clause.to, group.to + WORDS_TO_LOOK_FOR_PAST);
  for (let index = group.to; index < end; index++) {
    const { lower = '', gap = '' } = words[index] ?? {};
    if (index > group.to && gap.includes(',')) return false;
    if (lower === 'đã') return true;
  }
  return false;
}

/** A body above the agency: "UBND tỉnh". */
const isSuperior = (words: readonly Word[], { kind, from, to }: Mention): boolean =>
  kind === 'outside' && phraseLength(superiors, words, from, to) > 0;

/** "Phòng A yêu cầu các đơn vị …", "UBND tỉnh giao …": it charges others. */
const isAssigner = (words: readonly Word[], { right, clause, nextGroup }: Placed): boolean => {
  const length = phraseLength(assigning, words, right.to, clause.to);
  return length > 0 && right.to + length === nextGroup;
};

/** "Phòng B phối hợp với Phòng A" where Phòng A already leads. */
function partnersWith(words: readonly Word[], { right }: Placed, order: Order): boolean {
  return order.lead.some(({ from, to }) => {
    const lead = words
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
    const named = words
      .slice(right.to, right.to + (to - from) + 6)
      .map(({ folded }) => folded)
      .join(' ');
    return named.includes(lead);
  });
}

/** "làm Tổ trưởng Tổ theo dõi": an appointment to press others' work. */
const steppingBackAt = (words: readonly Word[], at: number): boolean =>
  phraseLength(steppingBack, words, at) > 0 || phraseLength(steppingBack, words, at - 1) > 0;

/** A deputy director who has a unit do it: "Phó Giám đốc A chỉ đạo Phòng B xây dựng". */
const commands = ({ group, right, clause }: Placed, next: Placed | undefined): boolean =>
  next !== undefined &&
  next.group.from < clause.to &&
  (next.left.kind === 'assigning' || next.left.kind === 'weak_assigning') &&
  next.left.from - right.to <= 2 &&
  next.group.from > group.to;

function orderFrom(
  words: readonly Word[],
  sentence: Sentence,
  place: Placed,
  part: 'lead' | 'companions' | 'director',
  isFirst: boolean,
): Order {
  const { group, left, right, clause } = place;
  const units = group.members.filter(({ kind }) => kind !== 'leadership' && kind !== 'deputy');
  const isJoint = part === 'lead' && /^(?:đồng|cùng)$/u.test(words[right.to - 3]?.lower ?? '');
  const [chief, ...others] = units;
  const isOneLead = part === 'companions';
  const from = isFirst ? sentence.from : stretchStart(words, left.from, clause.from);
  return {
    lead:
      part === 'director'
        ? []
        : isOneLead && chief !== undefined
          ? [chief]
          : [...units, ...(isJoint ? group.companions : [])],
    coordinating: [...(isOneLead ? others : []), ...(isJoint ? [] : group.companions)],
    excluded: [],
    director: part === 'director' ? (group.members[0] ?? null) : null,
    recipient: null,
    from,
    to: sentence.to,
    headTo: left.from,
    workFrom: right.to,
    roleRanges: [{ from: left.from, to: right.to }],
    isMonitoring: isMonitoringOnly(words, right, clause.to),
    isLeadGuessed: isOneLead && others.length > 0,
  };
}

/** Back to the comma or connector before the subject. */
function stretchStart(words: readonly Word[], at: number, clauseFrom: number): number {
  let start = at;
  while (start > clauseFrom && !/[,;:.]/u.test(words[start]?.gap ?? ',')) start--;
  return start;
}

/** "Phòng B phối hợp" and "phối hợp với Phòng B", with their commas. */
const roleRange = (words: readonly Word[], { group, left, right }: Placed): Range =>
  right.kind === 'supporting' && left.kind !== 'coordinating'
    ? { from: left.kind === 'connector' ? left.from : group.from, to: right.to }
    : { from: left.from, to: group.to };

/** True where the predicate is nothing but pressing, watching and collecting: "theo dõi, đôn đốc, tổng hợp". */
function isMonitoringOnly(words: readonly Word[], { kind, to }: RightContext, clauseTo: number): boolean {
  if (kind !== 'monitoring') return false;
  for (let at = to; at < clauseTo; at++) {
    const isNewPredicate =
      at > to && /[,]/u.test(words[at]?.gap ?? '') && phraseLength(actions, words, at, clauseTo) > 0;
    if (!isNewPredicate) continue;
    if (phraseLength(monitoring, words, at, clauseTo) === 0 && words[at]?.lower !== 'báo') return false;
  }
  return true;
}
