// What stands directly before and after units: from these words their part in the work is read.
import { ACTION_VERBS, ADVERBIALS, MODALS, PAST_MARKERS } from '../lexicon/action-verbs.ts';
import { CONNECTORS, PARTICLES, PRONOUNS } from '../lexicon/connectors.ts';
import { ASSIGNING, REPLACING, TELLING, WEAK_ASSIGNING } from '../lexicon/charging.ts';
import { CHARGING_LABELS, COORDINATION_LABELS, LEAD_LABELS } from '../lexicon/form-labels.ts';
import {
  ADVISING,
  ATTENDING,
  CONSULTING,
  COLLECTING,
  COORDINATING,
  COORDINATION_NOUNS,
  ATTENDED,
  LENDING,
  LENT_FOR,
  PROVIDING,
  SUPPORTING,
  WATCHING,
} from '../lexicon/helping.ts';
import { EXCEPTING, LEADING, RECEIVING, COMPOUND_STARTS, TAKING_ON } from '../lexicon/roles.ts';
import type { PhraseMatch } from '../words/phrases.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Range } from './ranges.ts';
import { firstFrom } from './ranges.ts';
import { bracketEnd, remarkedRole } from './remarks.ts';

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
  | 'replacing'
  | 'telling'
  | 'attending'
  | 'consulting'
  | 'by'
  | 'lead_label'
  | 'coordination_label'
  | 'other';

export interface LeftContext {
  readonly kind: LeftKind;
  /** The first word of what stands before the units and belongs to their part. */
  readonly from: number;
}

export type RightKind =
  | 'leading'
  | 'supporting'
  | 'advising'
  | 'lending'
  | 'coordinating'
  | 'monitoring'
  | 'action'
  | 'past'
  | 'date'
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

/** Where units stand: their sentence's clause, and the dates and units around them. */
export interface Place {
  readonly clause: Range;
  /** What is read as a date in the sentence, in order. */
  readonly dates: readonly Range[];
  /** Where the next units begin; null after the last. */
  readonly next: number | null;
}

const before = new Phrases<LeftKind>([
  ['telling', TELLING],
  ['replacing', REPLACING],
  ['assigning', ASSIGNING],
  ['weak_assigning', WEAK_ASSIGNING],
  ['coordinating', COORDINATING],
  ['receiving', RECEIVING],
  ['excepting', EXCEPTING],
  ['attending', ATTENDING],
  ['consulting', CONSULTING],
  ['by', ['do']],
]);
const labels = new Phrases<LeftKind>([
  ['lead_label', LEAD_LABELS],
  ['coordination_label', COORDINATION_LABELS],
  ['assigning', CHARGING_LABELS],
]);
const after = new Phrases<RightKind>([
  ['past', PAST_MARKERS],
  ['action', [...ADVERBIALS, ...ACTION_VERBS]],
  ['monitoring', [...WATCHING, ...COLLECTING]],
  ['supporting', SUPPORTING],
  ['advising', ADVISING],
  ['leading', [...TAKING_ON, ...LEADING]],
]);
const connectors = new Phrases([[true, CONNECTORS]]);
const particles = new Phrases([[true, PARTICLES]]);
const pronouns = new Phrases([[true, PRONOUNS]]);
const coordinationNouns = new Phrases([[true, COORDINATION_NOUNS]]);
const coordinating = new Phrases([[true, COORDINATING]]);
const requests = new Phrases([[true, ['đề nghị', 'yêu cầu', 'đề nghị tiếp tục']]]);
const charging = new Phrases([[true, LEADING]]);
const modals = new Phrases([[true, MODALS]]);
const lending = new Phrases([[true, LENDING]]);
const lentFor = new Phrases([[true, LENT_FOR]]);
const providing = new Phrases([[true, PROVIDING]]);
const attended = new Phrases([[true, ATTENDED]]);

export function leftOf(words: readonly Word[], { from: at }: Range, { clause, dates }: Place): LeftContext {
  const { from } = clause;
  // "Trước ngày 20-1, Sở …" and "Sáng mai phòng …": a date in front does not part a subject from its start.
  const inFront = dates[firstFrom(dates, at) - 1];
  const isDated = inFront?.to === at && inFront.from <= from + 1;
  if (at <= from || isDated || isAddressed(words, from, at)) return { kind: 'start', from: at };
  const gap = words[at]?.gap ?? '';
  if (gap.includes(':')) return labelBefore(words, at, from) ?? { kind: 'colon', from: at };
  // "các đơn vị phối hợp gồm Phòng B, Phòng C"
  const listed = /^(?:gồm|là)$/u.test(words[at - 1]?.lower ?? '')
    ? phraseBefore(labels, words, at - 1, from)
    : null;
  if (listed?.kind === 'coordination_label') return listed;
  if (gap.includes(',')) return { kind: 'comma', from: at };
  if (gap.includes('(')) return { kind: 'bracket', from: at };
  if (/\s-\s?$/u.test(gap) || gap.includes('|')) return { kind: 'dash', from: at };
  // "Về phía các phòng": the side is named with them.
  if (words[at]?.lower === 'phía' && words[at - 1]?.lower === 'về')
    return { kind: 'connector', from: at - 1 };
  const phrase = phraseBefore(before, words, at, from);
  if (phrase !== null) {
    const isName = phrase.kind === 'coordinating' && isNounBefore(words, phrase.from, from);
    return isName ? { kind: 'other', from: at } : phrase;
  }
  const connector = phraseStart(connectors, words, at, from);
  return connector < at ? { kind: 'connector', from: connector } : { kind: 'other', from: at };
}

/** "Chủ trì: A", and "phối hợp với: B, C" */
function labelBefore(words: readonly Word[], at: number, from: number): LeftContext | null {
  const label = phraseBefore(labels, words, at, from);
  const phrase = label === null ? phraseBefore(before, words, at, from) : null;
  return label ?? (phrase?.kind === 'coordinating' ? phrase : null);
}

/** "@tuan Phòng A kiểm tra …": people called on before the subject. */
function isAddressed(words: readonly Word[], from: number, at: number): boolean {
  for (let index = from; index < at; index++) if (words[index]?.gap.endsWith('@') !== true) return false;
  return true;
}

/** "Quy chế phối hợp với X" is the name of a document. */
const isNounBefore = (words: readonly Word[], at: number, from: number): boolean =>
  isJoinedBySpace(words[at]?.gap ?? '') &&
  phraseStart(coordinationNouns, words, at, from) < at &&
  // "làm đầu mối phối hợp với X"
  !(words[at - 1]?.lower === 'mối' && words[at - 2]?.lower === 'đầu');

function phraseBefore(
  phrases: Phrases<LeftKind>,
  words: readonly Word[],
  at: number,
  from: number,
): LeftContext | null {
  const start = phraseStart(phrases, words, at, from);
  const kind = start < at ? phrases.match(words, start, at)?.value : undefined;
  if (
    start > from &&
    COMPOUND_STARTS[words[start]?.lower ?? '']?.includes(words[start - 1]?.lower ?? '') === true
  )
    return null;
  return kind === undefined ? null : { kind, from: start };
}

/** True where the words at `at` leave units out: "(không bao gồm …". */
export const exceptsAt = (words: readonly Word[], at: number): boolean =>
  before.match(words, at)?.value === 'excepting';

/** True where the words before `at` say that another takes the part of the units there: "Thay Văn phòng Sở, …". */
export const replacesBefore = (words: readonly Word[], at: number, from: number): boolean =>
  phraseBefore(before, words, at, from)?.kind === 'replacing';

export function rightOf(
  words: readonly Word[],
  { to: end }: Range,
  { clause, dates, next }: Place,
): RightContext {
  const { to } = clause;
  let at = bracketEnd(words, end, to);
  let hasModal = false;
  // "Phòng A (chủ trì)", "Văn phòng Sở (phối hợp)"
  const remarked = remarkedRole(words, end);
  if (remarked !== null) return { kind: remarked === 'leading' ? 'leading' : 'supporting', to: at, hasModal };
  if (at >= to) return { kind: 'end', to: at, hasModal };
  const gap = words[at]?.gap ?? '';
  if (gap.includes(':')) return { kind: 'colon', to: at, hasModal };
  if (/\s-\s?|[|→]|=>/u.test(gap)) return { kind: 'dash', to: at, hasModal };
  for (;;) {
    const role = after.match(words, at, to);
    const modal = phraseLength(modals, words, at, to);
    const polite = politeLength(words, at, to);
    const particle = phraseLength(particles, words, at, to);
    const asking = words[at]?.gap.includes(',') === true ? phraseLength(requests, words, at, to) : 0;
    if (asking > 0 && at + asking !== next) {
      at += asking;
      hasModal = true;
    } else if (polite > 0) {
      at += polite;
      hasModal = true;
    } else if (role !== null && role.length >= modal) {
      return roleAfter(words, at, to, next, role, hasModal);
    } else if (modal > 0) {
      at += modal;
      hasModal = true;
    } else if (particle > 0) at += particle;
    else if (dates[firstFrom(dates, at)]?.from === at) return { kind: 'date', to: at, hasModal };
    else return { kind: at >= to ? 'end' : 'other', to: at, hasModal };
  }
}

/** "giúp anh", "cho anh": asks politely, helps no one else. */
function politeLength(words: readonly Word[], at: number, to: number): number {
  const verb = words[at];
  if (verb === undefined || !/^(?:giúp|giup|cho)$/u.test(verb.lower)) return 0;
  const pronoun = phraseLength(pronouns, words, at + 1, to);
  return pronoun > 0 && words[at + 1]?.isCapitalized !== true ? 1 + pronoun : 0;
}

function roleAfter(
  words: readonly Word[],
  at: number,
  to: number,
  next: number | null,
  role: PhraseMatch<RightKind>,
  hasModal: boolean,
): RightContext {
  const kind = role.value;
  if (kind === 'action' && lendsPeople(words, at, to)) return { kind: 'lending', to: at, hasModal };
  if (kind === 'action' && isForOthers(words, at, to)) return { kind: 'supporting', to: at, hasModal };
  if (kind === 'supporting' || kind === 'action') {
    const joining = phraseLength(coordinating, words, at, to);
    // "phối hợp cùng, thứ Sáu báo cáo": with whom was said before.
    const goesOn = at + joining < to && isJoinedBySpace(words[at + joining]?.gap ?? '.');
    const isWith =
      // "cùng tham gia" says more than "cùng"
      (kind === 'action' || joining >= role.length) &&
      joining > 0 &&
      goesOn &&
      (at + joining === next || WITH.has(words[at + joining - 1]?.folded ?? ''));
    if (isWith) return { kind: 'coordinating', to: at, hasModal };
  }
  // "chủ trì" is all role; "phụ trách" and "lo" say what is to be done.
  const isRole = kind === 'supporting' || phraseLength(charging, words, at, to) === role.length;
  return { kind, to: isRole ? afterParticles(words, at + role.length, to) : at, hasModal };
}

/** "Thanh tra lo vụ này, Phòng B cung cấp hồ sơ giúp": what is handed to those who do the work. */
function isForOthers(words: readonly Word[], at: number, to: number): boolean {
  if (phraseLength(providing, words, at, to) === 0) return false;
  let last = to - 1;
  while (last > at && /^(?:nhé|nha|ạ|với|luôn|cái)$/u.test(words[last]?.lower ?? '')) last--;
  return /^(?:giúp|hộ|giùm|dùm)$/u.test(words[last]?.lower ?? '');
}

/** "cử đầu mối phối hợp", "bố trí 02 cán bộ đi cùng", but not "cử cán bộ tham gia hội nghị". */
function lendsPeople(words: readonly Word[], at: number, to: number): boolean {
  const length = phraseLength(lending, words, at, to);
  if (length === 0) return false;
  for (let index = at + length; index < Math.min(to, at + length + MOST_WORDS_OF_PEOPLE); index++) {
    if (index > at + length && /[,;:.]/u.test(words[index]?.gap ?? '.')) return false;
    const purpose = phraseLength(lentFor, words, index, to);
    if (purpose > 0) return phraseLength(attended, words, index + purpose, to) === 0;
  }
  return false;
}

const MOST_WORDS_OF_PEOPLE = 8;

/** Past "nhé", "ạ". */
function afterParticles(words: readonly Word[], from: number, to: number): number {
  let at = from;
  for (
    let length = phraseLength(particles, words, at, to);
    length > 0;
    length = phraseLength(particles, words, at, to)
  )
    at += length;
  return at;
}

const WITH: ReadonlySet<string> = new Set(['voi', 'cung']);
