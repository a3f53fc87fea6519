// Units named side by side, and what stands before and after them: from these their part in the work is read.
import { ACTION_VERBS, ADVERBIALS, MODALS, PAST_MARKERS } from '../lexicon/action-verbs.ts';
import {
  ASSIGNING,
  COORDINATING,
  COORDINATION_LABELS,
  COORDINATION_NOUNS,
  EXCEPTING,
  LEADING,
  LEAD_LABELS,
  MONITORING,
  RECEIVING,
  SUPPORTING,
  WEAK_ASSIGNING,
} from '../lexicon/roles.ts';
import { CONNECTORS, GROUP_CONNECTORS, PARTICLES, PRONOUNS } from '../lexicon/connectors.ts';
import type { Mention } from '../units/mention.ts';
import type { PhraseMatch } from '../words/phrases.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Range } from './sentences.ts';

/** Mentions joined by commas or "và". */
export interface UnitGroup extends Range {
  readonly members: readonly Mention[];
  /** Members after "cùng" or "với": partners of those before. */
  readonly companions: readonly Mention[];
}

export type LeftKind =
  | 'start'
  | 'connector'
  | 'comma'
  | 'colon'
  | 'dash'
  | 'bracket'
  | 'assigning'
  | 'weak_assigning'
  | 'coordinating'
  | 'receiving'
  | 'excepting'
  | 'by'
  | 'lead_label'
  | 'coordination_label'
  | 'other';

export interface LeftContext {
  readonly kind: LeftKind;
  /** The first word of what stands before the group and belongs to its role. */
  readonly from: number;
}

export type RightKind =
  | 'leading'
  | 'supporting'
  | 'coordinating'
  | 'monitoring'
  | 'action'
  | 'past'
  | 'colon'
  | 'dash'
  | 'end'
  | 'other';

export interface RightContext {
  readonly kind: RightKind;
  /** The first word after the role: where the work begins. */
  readonly to: number;
  /** "cần", "phải", "có trách nhiệm": what follows is ordered. */
  readonly hasModal: boolean;
}

const groupConnectors = new Phrases<'and' | 'with'>(GROUP_CONNECTORS);
const connectors = new Phrases([[true, CONNECTORS]]);
const particles = new Phrases([[true, PARTICLES]]);
const pronouns = new Phrases([[true, PRONOUNS]]);
const before = new Phrases<LeftKind>([
  ['assigning', ASSIGNING],
  ['weak_assigning', WEAK_ASSIGNING],
  ['coordinating', COORDINATING],
  ['receiving', RECEIVING],
  ['excepting', EXCEPTING],
  ['by', ['do']],
]);
const labels = new Phrases<LeftKind>([
  ['lead_label', LEAD_LABELS],
  ['coordination_label', COORDINATION_LABELS],
  ['assigning', ['giám đốc sở giao', 'giao nhiệm vụ', 'đề nghị', 'yêu cầu', 'phân công cụ thể']],
]);
const coordinationNouns = new Phrases([[true, COORDINATION_NOUNS]]);
const coordinating = new Phrases([[true, COORDINATING]]);
const modals = new Phrases([[true, MODALS]]);
const after = new Phrases<RightKind>([
  ['past', PAST_MARKERS],
  ['action', [...ADVERBIALS, ...ACTION_VERBS]],
  ['monitoring', MONITORING],
  ['supporting', SUPPORTING],
  ['leading', LEADING],
]);

const LONGEST_ROLE_PHRASE = 6;
const LONGEST_REMARK = 14;

/** The groups of units in a sentence, in order. */
export function unitGroupsOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  range: Range,
): UnitGroup[] {
  const groups: UnitGroup[] = [];
  const inside = mentions.filter(({ from, to }) => from >= range.from && to <= range.to);
  for (let index = 0; index < inside.length;) {
    const first = inside[index];
    if (first === undefined) break;
    const members = [first];
    const companions: Mention[] = [];
    let to = remarkEnd(words, first.to, range.to, inside);
    let isWith = false;
    for (index++; index < inside.length; index++) {
      const next = inside[index];
      if (next === undefined) break;
      if (next.from < to) continue;
      const joint = jointOf(words, to, next.from, first);
      if (joint === null) break;
      isWith ||= joint === 'with';
      (isWith ? companions : members).push(next);
      to = remarkEnd(words, next.to, range.to, inside);
    }
    groups.push({ members, companions, from: first.from, to });
  }
  return groups;
}

/** How the words between two mentions join them; null where they do not. */
function jointOf(words: readonly Word[], to: number, next: number, first: Mention): 'and' | 'with' | null {
  const gap = words[to]?.gap ?? '';
  if (to === next) {
    // The director's name before a comma speaks for itself: "Giám đốc Sở, Phòng A" is no group.
    return /^\)?\s*[,/&+]\s*$/u.test(gap) && first.kind !== 'leadership' ? 'and' : null;
  }
  const match = groupConnectors.match(words, to, next);
  if (match === null || match.length !== next - to || !/^\)?[\s,]*$/u.test(gap)) return null;
  return isJoinedBySpace(words[next]?.gap ?? '.') ? match.value : null;
}

/** A remark in brackets after a mention: "(đ/c Tuấn)". Brackets that leave units out or name others are not skipped. */
function remarkEnd(words: readonly Word[], at: number, limit: number, mentions: readonly Mention[]): number {
  if (!/^\s*\($/u.test(words[at]?.gap ?? '')) return at;
  if (phraseLength(before, words, at) > 0 && before.match(words, at)?.value === 'excepting') return at;
  for (let index = at; index < Math.min(limit, at + LONGEST_REMARK); index++) {
    const gap = words[index + 1]?.gap ?? ')';
    if (index + 1 >= limit || gap.includes(')')) {
      const named = mentions.filter(({ from, to }) => from >= at && to <= index + 1);
      const isRemark = named.every(
        ({ kind }) => kind === 'person' || kind === 'leadership' || kind === 'deputy',
      );
      return isRemark || named.length === 0 || sameUnit(named, mentions, at) ? index + 1 : at;
    }
    if (gap.includes('(')) return at;
  }
  return at;
}

/** "Văn phòng Sở (Hành chính - Tổng hợp)" names one unit twice. */
const sameUnit = (named: readonly Mention[], mentions: readonly Mention[], at: number): boolean => {
  const outer = mentions.find(({ to }) => to === at);
  return outer !== undefined && outer.code !== null && named.every(({ code }) => code === outer.code);
};

/** What stands before a group. `from` is where the sentence or clause begins. */
export function leftOf(words: readonly Word[], group: Range, from: number): LeftContext {
  const at = group.from;
  if (at <= from) return { kind: 'start', from: at };
  const gap = words[at]?.gap ?? '';
  if (gap.includes(':')) return phraseBefore(labels, words, at, from) ?? { kind: 'colon', from: at };
  if (gap.includes(';')) return { kind: 'start', from: at };
  if (gap.includes(',')) return { kind: 'comma', from: at };
  if (gap.includes('(')) return { kind: 'bracket', from: at };
  if (/\s-\s?$/u.test(gap) || gap.includes('|')) return { kind: 'dash', from: at };
  const phrase = phraseBefore(before, words, at, from);
  if (phrase !== null) {
    const isName = phrase.kind === 'coordinating' && isNounBefore(words, phrase.from, from);
    return isName ? { kind: 'other', from: at } : phrase;
  }
  const connector = startBefore(connectors, words, at, from);
  return connector < at ? { kind: 'connector', from: connector } : { kind: 'other', from: at };
}

/** "Quy chế phối hợp của Sở với X" and "Quy chế phối hợp với X" are names. */
function isNounBefore(words: readonly Word[], at: number, from: number): boolean {
  const gap = words[at]?.gap ?? '';
  if (!isJoinedBySpace(gap)) return false;
  const noun = startBefore(coordinationNouns, words, at, from);
  return noun < at;
}

function phraseBefore(
  phrases: Phrases<LeftKind>,
  words: readonly Word[],
  at: number,
  from: number,
): LeftContext | null {
  for (let start = Math.max(from, at - LONGEST_ROLE_PHRASE); start < at; start++) {
    const match = phrases.match(words, start, at);
    if (match !== null && match.length === at - start) return { kind: match.value, from: start };
  }
  return null;
}

function startBefore(phrases: Phrases<boolean>, words: readonly Word[], at: number, from: number): number {
  for (let start = Math.max(from, at - LONGEST_ROLE_PHRASE); start < at; start++) {
    if (phraseLength(phrases, words, start, at) === at - start) return start;
  }
  return at;
}

/** What follows a group; `to` is where its clause ends, `nextGroup` where the next group begins, if one does. */
export function rightOf(
  words: readonly Word[],
  group: Range,
  to: number,
  nextGroup: number | null,
): RightContext {
  let at = bracketEnd(words, group.to, to);
  let hasModal = false;
  if (at >= to) return { kind: 'end', to: at, hasModal };
  const gap = words[at]?.gap ?? '';
  if (gap.includes(':')) return { kind: 'colon', to: at, hasModal };
  if (/\s-\s?/u.test(gap) || gap.includes('|') || gap.includes('→') || gap.includes('=>'))
    return { kind: 'dash', to: at, hasModal };
  for (;;) {
    const role = after.match(words, at, to);
    const modal = phraseLength(modals, words, at, to);
    const polite = politeLength(words, at, to);
    if (polite > 0) {
      at += polite;
      hasModal = true;
    } else if (role !== null && role.length >= modal) {
      return roleAfter(words, at, to, nextGroup, role, hasModal);
    } else if (modal > 0) {
      at += modal;
      hasModal = true;
    } else if (phraseLength(particles, words, at, to) > 0) at += phraseLength(particles, words, at, to);
    else return { kind: at >= to ? 'end' : 'other', to: at, hasModal };
  }
}

/** "giúp anh", "cho anh": asks politely, helps no one else. */
function politeLength(words: readonly Word[], at: number, to: number): number {
  const verb = words[at]?.lower;
  if (verb !== 'giúp' && verb !== 'cho' && words[at]?.folded !== 'giup') return 0;
  const pronoun = phraseLength(pronouns, words, at + 1, to);
  return pronoun > 0 && !words[at + 1]?.isCapitalized ? 1 + pronoun : 0;
}

function roleAfter(
  words: readonly Word[],
  at: number,
  to: number,
  nextGroup: number | null,
  role: PhraseMatch<RightKind>,
  hasModal: boolean,
): RightContext {
  const kind = role.value;
  if (kind === 'supporting' || kind === 'action') {
    const joining = phraseLength(coordinating, words, at, to);
    const isWith =
      joining > 0 && (at + joining === nextGroup || WITH.has(words[at + joining - 1]?.folded ?? ''));
    if (isWith) return { kind: 'coordinating', to: at, hasModal };
  }
  const roleLength = kind === 'leading' || kind === 'supporting' ? role.length : 0;
  return { kind, to: at + roleLength, hasModal };
}

const WITH: ReadonlySet<string> = new Set(['voi', 'cung']);

/** Past a remark in brackets; `at` itself where none begins there. */
function bracketEnd(words: readonly Word[], at: number, limit: number): number {
  if (!/^\s*\($/u.test(words[at]?.gap ?? '')) return at;
  for (let index = at + 1; index <= Math.min(limit, at + LONGEST_REMARK); index++) {
    const gap = words[index]?.gap ?? ')';
    if (gap.includes(')')) return index;
    if (gap.includes('(')) return at;
  }
  return at;
}
