// Units named side by side.
import { ACTION_VERBS, ADVERBIALS, MODALS } from '../lexicon/action-verbs.ts';
import { CONNECTORS, GROUP_CONNECTORS } from '../lexicon/connectors.ts';
import { ASSIGNING } from '../lexicon/charging.ts';
import { ATTENDING, CONSULTING, COORDINATING, SUPPORTING } from '../lexicon/helping.ts';
import { EXCEPTING, LEADING, TAKING_ON } from '../lexicon/roles.ts';
import type { Mention } from '../units/mention.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace } from '../words/word.ts';
import type { Range } from './ranges.ts';
import { within } from './ranges.ts';
import { remarkedRole } from './remarks.ts';
import { exceptsAt, replacesBefore } from './surroundings.ts';

/** Mentions joined by commas or "và". */
export interface UnitGroup extends Range {
  readonly members: readonly Mention[];
  /** Members after "cùng" or "với": partners of those before. */
  readonly companions: readonly Mention[];
}

const groupConnectors = new Phrases<'and' | 'with'>(GROUP_CONNECTORS);

const LONGEST_REMARK = 14;

/** The groups of units in a sentence, in order. `mentions` are those of the whole text. */
export function unitGroupsOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  sentence: Range,
): UnitGroup[] {
  const groups: UnitGroup[] = [];
  const inside = within(mentions, sentence);
  for (let index = 0; index < inside.length;) {
    const first = inside[index];
    if (first === undefined) break;
    const members = [first];
    const companions: Mention[] = [];
    let to = remarkEnd(words, first, sentence.to, inside);
    let isWith = false;
    for (index++; index < inside.length; index++) {
      const next = inside[index];
      if (next === undefined) break;
      if (next.from < to) continue;
      const joint = jointOf(words, to, next, first);
      if (joint === null) break;
      // "Phòng A, Phòng B, mỗi đơn vị cử 01 người" names no one else.
      if (next.kind === 'all' && EACH.has(words[next.from]?.lower ?? '')) {
        ({ to } = next);
        continue;
      }
      isWith ||= joint === 'with';
      (isWith ? companions : members).push(next);
      to = remarkEnd(words, next, sentence.to, inside);
      // "Phòng A (chủ trì), Phòng B và Văn phòng Sở (phối hợp)": the remark is for all since the last one.
      if (remarkedRole(words, next.to) === 'helping')
        companions.push(...members.splice(Math.max(1, lastLeading(words, members) + 1)));
    }
    groups.push(...withoutFalseJoint(words, { members, companions, from: first.from, to }, sentence));
  }
  return groups;
}

/**
 * "Sau khi có ý kiến của UBND tỉnh, Phòng A hoàn thiện": the comma ends the clause in front, and the unit after it is
 * the subject.
 */
function withoutFalseJoint(words: readonly Word[], group: UnitGroup, sentence: Range): UnitGroup[] {
  const { members, companions, from, to } = group;
  const last = members.at(-1);
  const beforeLast = members.at(-2);
  if (last === undefined || beforeLast === undefined || companions.length > 0) return [group];
  const isAfterComma = /^\)?\s*,\s*$/u.test(words[last.from]?.gap ?? '');
  if (!isAfterComma || !isObject(words, group, sentence)) return [group];
  // "ý kiến của Sở A, Sở B, hoàn thiện dự thảo": a subject has no comma after it.
  if (words[last.to]?.gap.includes(',') === true) return [group];
  if (phraseLength(predicates, words, last.to, sentence.to) === 0) return [group];
  return [
    { members: members.slice(0, -1), companions, from, to: beforeLast.to },
    { members: [last], companions, from: last.from, to },
  ];
}

/** True where the first of a group is what a verb or a preposition is about: "tham gia Ban Chỉ đạo, Phòng A …". */
function isObject(words: readonly Word[], { from, members }: UnitGroup, sentence: Range): boolean {
  // "Trừ Văn phòng Sở, các phòng còn lại nộp …"
  if (exceptsAt(words, from - 1) && members.at(-1)?.kind !== 'unit') return true;
  if (replacesBefore(words, from, sentence.from)) return true;
  if (from === sentence.from || !isJoinedBySpace(words[from]?.gap ?? ',')) return false;
  if (POSSESSIVES.has(words[from - 1]?.lower ?? ''))
    return phraseStart(roles, words, from, sentence.from) === from;
  // "UBND tỉnh, Phòng A trình ký" after a verb: what is above the agency is never charged with one of its units.
  const isOutside = members.slice(0, -1).every(({ kind }) => kind === 'outside');
  return (
    isOutside && members.at(-1)?.kind === 'unit' && phraseStart(roles, words, from, sentence.from) === from
  );
}

const roles = new Phrases([
  [true, [...ASSIGNING, ...COORDINATING, ...ATTENDING, ...CONSULTING, ...EXCEPTING, ...CONNECTORS, 'do']],
]);
const predicates = new Phrases([
  [true, [...ACTION_VERBS, ...MODALS, ...ADVERBIALS, ...LEADING, ...TAKING_ON, ...SUPPORTING]],
]);

const EACH: ReadonlySet<string> = new Set(['mỗi', 'từng', 'mọi']);

const POSSESSIVES: ReadonlySet<string> = new Set(['của', 'tại', 'bởi', 'từ', 'giữa']);

/** How the words between two mentions join them; null where they do not. */
function jointOf(
  words: readonly Word[],
  to: number,
  { from: next, kind }: Mention,
  first: Mention,
): 'and' | 'with' | null {
  const gap = words[to]?.gap ?? '';
  if (to === next) {
    // "CĐS-KHTC", "Phòng A - Phòng B"
    if (/^ ?- ?$/u.test(gap)) return first.kind === 'unit' && kind === 'unit' ? 'and' : null;
    // The director's name before a comma speaks for itself: "Giám đốc Sở, Phòng A" is no group.
    return /^\)?\s*[,/&+]\s*$|^\s*,?\s*@$/u.test(gap) && first.kind !== 'leadership' ? 'and' : null;
  }
  const match = groupConnectors.match(words, to, next);
  if (match?.length !== next - to || !/^\)?[\s,]*$/u.test(gap)) return null;
  return isJoinedBySpace(words[next]?.gap ?? '.') ? match.value : null;
}

/**
 * Past a remark in brackets that says who in the unit is meant ("(đ/c Tuấn)") or names the unit again ("Văn phòng Sở
 * (Hành chính - Tổng hợp)"). Brackets that leave units out or name others are not passed over.
 */
function remarkEnd(
  words: readonly Word[],
  mention: Mention,
  limit: number,
  mentions: readonly Mention[],
): number {
  const at = mention.to;
  if (!/^\s*\($/u.test(words[at]?.gap ?? '') || exceptsAt(words, at)) return at;
  for (let end = at + 1; end <= Math.min(limit, at + LONGEST_REMARK); end++) {
    const gap = words[end]?.gap ?? ')';
    if (end < limit && !gap.includes(')')) {
      if (gap.includes('(')) return at;
      continue;
    }
    const named = within(mentions, { from: at, to: end });
    return named.every((other) => isPerson(other) || isSameUnit(other, mention)) ? end : at;
  }
  return at;
}

const lastLeading = (words: readonly Word[], members: readonly Mention[]): number =>
  members.findLastIndex(({ to }) => remarkedRole(words, to) === 'leading');

const isPerson = ({ kind }: Mention): boolean =>
  kind === 'person' || kind === 'leadership' || kind === 'deputy';

const isSameUnit = (a: Mention, b: Mention): boolean => a.code !== null && a.code === b.code;
