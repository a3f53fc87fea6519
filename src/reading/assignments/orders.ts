// Reads one sentence: who is charged, with whom, and which words are the work.
import { COORDINATING } from '../lexicon/helping.ts';
import { ALL_UNITS } from '../../domain/unit.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { leadsOutside } from './charging-others.ts';
import { isOnlyMonitoring } from './monitoring.ts';
import type { Part } from './part-of.ts';
import { partOf } from './part-of.ts';
import type { PlacedGroup } from './placed-group.ts';
import type { Range } from './ranges.ts';
import { givenUpRange, roleRange } from './role-ranges.ts';
import type { Sentence } from './sentences.ts';
import type { LeftKind } from './surroundings.ts';
import { leftOf, rightOf } from './surroundings.ts';
import type { UnitGroup } from './unit-groups.ts';
import { unitGroupsOf } from './unit-groups.ts';

/** Work given in one stretch of a sentence. */
export interface Order extends Range {
  readonly lead: readonly Mention[];
  readonly coordinating: Mention[];
  readonly excluded: Mention[];
  readonly director: Mention | null;
  readonly recipients: Mention[];
  /** From what leads up to the unit … */
  readonly from: number;
  /** … to the end of the work. */
  to: number;
  /** What stands before the unit in its clause begins here … */
  readonly headFrom: number;
  /** … and ends here: a topic ("Về …:"), a date, the words that assign. */
  readonly headTo: number;
  /** Where the work begins. */
  readonly workFrom: number;
  /** Parts that name units and roles, not work. */
  readonly roleRanges: Range[];
  /** True where the unit only presses, watches or collects others' work. */
  readonly isMonitoring: boolean;
  /** True where nothing but the unit's name stands in the clause: a heading, or an addressee. */
  readonly isTitle: boolean;
  /** True where the text charges the unit in so many words ("giao", "yêu cầu", "có trách nhiệm"). */
  readonly isCharged: boolean;
  /** True where a body outside is said to lead, without being charged or given a date. */
  readonly isBackground: boolean;
  /** True where several units stand side by side and the text does not say which of them leads. */
  readonly isLeadGuessed: boolean;
}

export interface SentenceReading {
  readonly orders: readonly Order[];
  /** Partners named in a sentence that has no order of its own: they belong to the work above. */
  readonly partners: readonly Mention[];
  /** The words that name those partners. */
  readonly partnerRanges: readonly Range[];
}

const coordinating = new Phrases([[true, COORDINATING]]);

/**
 * @param mentions the units of the whole text
 * @param dates what is read as a date in the sentence
 * @param hasLead true where the text above has named who leads, so that "Phòng B phối hợp" joins that work
 */
export function ordersOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  sentence: Sentence,
  dates: readonly Range[],
  hasLead: boolean,
): SentenceReading {
  const groups = unitGroupsOf(words, mentions, sentence);
  const placed = placedGroups(
    words,
    hasLead ? groups : withSubject(words, groups, sentence),
    sentence,
    dates,
  );
  const orders: Order[] = [];
  const partners: Mention[] = [];
  const partnerRanges: Range[] = [];
  let leads: readonly Mention[] = [];
  let director: PlacedGroup | null = null;
  let openClause: Range | null = null;
  let exception: PlacedGroup | null = null;
  const givenUp: Range[] = [];
  for (const [index, place] of placed.entries()) {
    const open = orders.at(-1);
    const part = partOf(words, place, {
      leads,
      hasLead: hasLead || open !== undefined,
      openClause,
      isGivenUp: givenUp.length > 0,
    });
    if (part === 'director' && commands(place, placed[index + 1])) director = place;
    else if (part === 'lead' || part === 'first_leads' || part === 'director') {
      const order = withException(orderFrom(words, sentence, place, part, openClause, director), exception);
      director = exception = null;
      openClause = place.clause;
      // An order that begins where the last one did leaves it no words: "Tổ công tác (Tổ trưởng: Phòng A)".
      if (open !== undefined && order.from <= open.from) orders.pop();
      else if (open !== undefined) open.to = order.from;
      order.roleRanges.push(...givenUp);
      orders.push(order);
      leads = [...leads, ...order.lead].slice(-MOST_LEADS_COMPARED);
    } else if (part === 'coordinating') {
      (open?.coordinating ?? partners).push(...unitsOf(place.group));
      // "lấy ý kiến của Phòng B" is a step of the work.
      if (place.left.kind !== 'consulting')
        (open?.roleRanges ?? partnerRanges).push(roleRange(words, place, open));
    } else if (part === 'replaced') {
      const range = givenUpRange(words, place);
      givenUp.push(range);
      open?.roleRanges.push(range);
    } else if (part === 'excluded' && open === undefined) exception = place;
    else if (part === 'excluded' && open !== undefined) {
      open.excluded.push(...unitsOf(place.group));
      open.roleRanges.push({ from: place.left.from, to: place.group.to });
    } else if (part === 'recipient' && open !== undefined)
      open.recipients.push(...unitsOrLeadership(place.group));
  }
  const charged = withoutBackground(orders);
  const [first] = charged;
  if (first === undefined) return { orders: charged, partners, partnerRanges };
  // Partners named before the lead: "Phối hợp với Phòng B, Phòng A xây dựng …".
  first.coordinating.push(...partners);
  first.roleRanges.push(...partnerRanges);
  return { orders: charged, partners: [], partnerRanges: [] };
}

/**
 * "Sở Công Thương chủ trì Đoàn kiểm tra; giao Phòng A cử người": who leads outside is the background of what the
 * agency's own unit is charged with next.
 */
function withoutBackground(orders: readonly Order[]): readonly Order[] {
  const own = orders.findIndex(({ lead }) => lead.some(({ kind }) => kind === 'unit' || kind === 'all'));
  return own > 0 && orders.slice(0, own).every(({ isBackground }) => isBackground)
    ? orders.slice(own)
    : orders;
}

/** "Phối hợp với Văn phòng Sở, Phòng A rà soát": where nobody else leads, the last unit is the subject. */
function withSubject(
  words: readonly Word[],
  groups: readonly UnitGroup[],
  { from }: Range,
): readonly UnitGroup[] {
  const [first, ...rest] = groups;
  const last = first?.members.at(-1);
  const partner = first?.members.at(-2);
  if (first === undefined || last === undefined || partner === undefined || first.companions.length > 0)
    return groups;
  const isPartnersFirst = first.from > from && phraseStart(coordinating, words, first.from, from) === from;
  if (!isPartnersFirst || !/^\s*,\s*$/u.test(words[last.from]?.gap ?? '')) return groups;
  return [
    { ...first, members: first.members.slice(0, -1), to: partner.to },
    { members: [last], companions: [], from: last.from, to: first.to },
    ...rest,
  ];
}

const MOST_LEADS_COMPARED = 4;

function placedGroups(
  words: readonly Word[],
  groups: readonly UnitGroup[],
  sentence: Sentence,
  dates: readonly Range[],
): PlacedGroup[] {
  let clauseIndex = 0;
  return groups.map((group, index) => {
    while ((sentence.clauses[clauseIndex]?.to ?? sentence.to) <= group.from) clauseIndex++;
    const clause = sentence.clauses[clauseIndex] ?? sentence;
    const place = {
      clause,
      dates,
      previous: groups[index - 1] ?? null,
      next: groups[index + 1]?.from ?? null,
    };
    return { ...place, group, left: leftOf(words, group, place), right: rightOf(words, group, place) };
  });
}

/** "Trừ Văn phòng Sở, các phòng còn lại …": those left are every unit but these. */
function withException(order: Order, exception: PlacedGroup | null): Order {
  if (exception === null) return order;
  const lead = order.lead.map((unit): Mention =>
    unit.kind === 'subset' ? { ...unit, kind: 'all', code: ALL_UNITS, certainty: 'assumed' } : unit,
  );
  const range = { from: exception.left.from, to: exception.group.to };
  return {
    ...order,
    lead,
    excluded: unitsOf(exception.group),
    roleRanges: [...order.roleRanges, range],
    headFrom: Math.max(order.headFrom, range.to),
  };
}

const unitsOf = ({ members, companions }: UnitGroup): Mention[] =>
  [...members, ...companions].filter(({ kind }) => kind !== 'leadership' && kind !== 'person');

const unitsOrLeadership = ({ members }: UnitGroup): Mention[] =>
  members.filter(({ kind }) => kind !== 'person');

/** A deputy director who has a unit do it: "Phó Giám đốc A chỉ đạo Phòng B xây dựng". */
const commands = ({ right, clause }: PlacedGroup, next: PlacedGroup | undefined): boolean =>
  next !== undefined &&
  next.group.from < clause.to &&
  (next.left.kind === 'assigning' || next.left.kind === 'weak_assigning') &&
  next.left.from - right.to <= MOST_WORDS_BEFORE_COMMAND;

/** "trực tiếp chỉ đạo", "phụ trách khối văn xã chỉ đạo" */
const MOST_WORDS_BEFORE_COMMAND = 6;

function orderFrom(
  words: readonly Word[],
  sentence: Sentence,
  place: PlacedGroup,
  part: Part,
  openClause: Range | null,
  director: PlacedGroup | null,
): Order {
  const { group, left, right, clause } = place;
  const { companions } = group;
  const units = group.members.filter(({ kind }) => kind !== 'leadership' && kind !== 'deputy');
  const isJoint = part === 'lead' && words.slice(group.to, right.to).some(({ lower }) => JOINTLY.has(lower));
  const leading = part === 'director' ? [] : part === 'first_leads' ? units.slice(0, 1) : units;
  const helping = part === 'first_leads' ? units.slice(1) : [];
  const starts = director?.left.from ?? left.from;
  const stretch =
    openClause === clause ? stretchStart(words, { at: starts, kind: left.kind }, clause.from) : clause.from;
  return {
    lead: isJoint ? [...leading, ...companions] : leading,
    coordinating: isJoint ? helping : [...helping, ...companions],
    excluded: [],
    director: (part === 'director' ? group : director?.group)?.members[0] ?? null,
    recipients: [],
    from: openClause === null ? sentence.from : stretch,
    to: sentence.to,
    headFrom: stretch,
    headTo: starts,
    workFrom: right.to,
    roleRanges: [{ from: starts, to: right.to }],
    isMonitoring: isOnlyMonitoring(words, place),
    isTitle: (left.kind === 'start' || left.kind === 'connector') && right.kind === 'end' && !right.hasModal,
    isCharged: left.kind === 'assigning' || right.hasModal,
    isBackground: leadsOutside(words, place),
    isLeadGuessed: helping.length > 0,
  };
}

/** "đồng chủ trì", "cùng chủ trì" */
const JOINTLY: ReadonlySet<string> = new Set(['đồng', 'cùng']);

/** Back to the comma before the subject, and before a colon to the comma before what it is about. */
function stretchStart(
  words: readonly Word[],
  { at, kind }: { at: number; kind: LeftKind },
  clauseFrom: number,
): number {
  const ends = kind === 'colon' ? /[,;.]/u : /[,;:.]/u;
  let start = at;
  while (start > clauseFrom && !ends.test(words[start]?.gap ?? ',')) start--;
  return start;
}
