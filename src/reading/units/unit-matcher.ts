// Finds the agency's units in a text, by any of the ways people write them; the longest name wins.
import type { UnitNames } from '../../domain/unit.ts';
import { ALL_UNITS } from '../../domain/unit.ts';
import type { Certainty, UnitFinding } from '../findings.ts';
import { AGENCY_WORDS, CLEAR_PREFIXES, LOOSE_PREFIXES, OUTSIDE_QUALIFIERS } from '../lexicon/unit-words.ts';
import type { NormalizedText } from '../normalize.ts';
import { normalize } from '../normalize.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import { compareSpelling } from '../words/spelling.ts';
import type { Word } from '../words/word.ts';
import { isJoinedBySpace, splitWords } from '../words/word.ts';
import { documentSymbols } from './document-symbols.ts';
import { isWithinOneSlip } from './edit-distance.ts';
import type { Mention } from './mention.ts';
import { departmentFieldLength, nameEnd, organisationEnd, organisationStarts } from './organisations.ts';
import { isAgencyTitleAt, leaderStarts, peopleAt, personNameEnd, titleStart } from './people.ts';
import { groupAt, groupStarts } from './unit-groups.ts';
import type { CompiledNames, NameNode, UnitName } from './unit-names.ts';
import { compileNames, isAcronymWord, keyOf, keyOfAll, prefixStarts, unitPrefixAt } from './unit-names.ts';

const agencyWords = new Phrases([[true, AGENCY_WORDS]]);
const outsideQualifiers = new Phrases([[true, OUTSIDE_QUALIFIERS]]);

/** Between the words of one name: "QLKH & CN", "Kế hoạch - Tài chính", "P.QLCN". */
const NAME_GAP = /^(?:[\s*_]*|\s?[&\-./]\s?|, ?)$/u;
const SHORTEST_SLIPPED_ACRONYM = 5;
const SHORTEST_SLIPPED_NAME = 10;
const MOST_REMEMBERED_SLIPS = 5_000;

interface NameMatch {
  readonly name: UnitName;
  readonly to: number;
  readonly certainty: Certainty;
}

/** Recognises the units of one registry. Build it once per registry: {@link createUnitMatcher} does. */
export class UnitMatcher {
  private readonly names: CompiledNames;
  private readonly groupCode: string;
  private readonly rememberedSlips = new Map<string, UnitName | null>();
  /** Nothing that is looked for begins with any other word. */
  private readonly starts: ReadonlySet<string>;
  private readonly firstLetters: ReadonlySet<string>;

  constructor(units: readonly UnitNames[]) {
    this.names = compileNames(units);
    this.starts = new Set([...organisationStarts(), ...groupStarts(), ...leaderStarts(), ...prefixStarts()]);
    this.firstLetters = new Set(this.names.names.map(({ key }) => key.slice(0, 2)));
    this.groupCode = units.find(({ isGroup }) => isGroup === true)?.code ?? ALL_UNITS;
  }

  /**
   * The units that `text` names, in order. Words that also name a field of work ("chuyển đổi số" in lower case, without
   * "phòng") are left out unless something before them says that people are meant.
   */
  find(text: NormalizedText): UnitFinding[] {
    const words = splitWords(text);
    return this.scan(words)
      .filter(({ kind, isTopicLike }) => !isTopicLike && isUnitKind(kind))
      .map((mention) => toUnitFinding(mention, words, text));
  }

  /** The unit that `mention` names as a whole ("phòng cds", "Chánh Văn phòng"); null where they name none or more than one. */
  resolve(mention: string): UnitFinding | null {
    const text = normalize(mention);
    const words = splitWords(text);
    const [only, ...others] = this.scan(words);
    if (only === undefined || others.length > 0 || only.from !== 0 || only.to !== words.length) return null;
    return isUnitKind(only.kind) ? toUnitFinding(only, words, text) : null;
  }

  /** Every unit, group, outside body and leading person in `words`, in order, never overlapping. */
  scan(words: readonly Word[]): Mention[] {
    const isSymbol = documentSymbols(words);
    const mentions: Mention[] = [];
    let at = 0;
    while (at < words.length) {
      const freeFrom = mentions.at(-1)?.to ?? 0;
      const again = this.sameAgain(words, at, mentions);
      if (again !== null) {
        mentions.push(again);
        at = again.to;
        continue;
      }
      const found =
        isSymbol[at] === 1 || !this.mayStart(words[at]) ? [] : this.mentionsAt(words, at, freeFrom);
      const [first] = found;
      if (first !== undefined) mentions.push(...peopleIn(words, freeFrom, first.from), ...found);
      at = found.at(-1)?.to ?? at + 1;
    }
    mentions.push(...peopleIn(words, mentions.at(-1)?.to ?? 0, words.length));
    return mentions;
  }

  /** "Phòng này": the unit named last, if it is of that kind. */
  private sameAgain(words: readonly Word[], at: number, mentions: readonly Mention[]): Mention | null {
    const last = mentions.at(-1);
    if (last?.kind !== 'unit' || !this.starts.has(words[at]?.folded ?? '')) return null;
    const prefix = unitPrefixAt(words, at);
    if (prefix === null || words[at + prefix.length]?.lower !== 'này') return null;
    const to = at + prefix.length + 1;
    const isOfKind = words.slice(last.from, last.to).some(({ folded }) => folded === words[at]?.folded);
    return isOfKind
      ? mentionOf(words, { ...last, from: at, to, certainty: last.certainty === 'ask' ? 'ask' : 'assumed' })
      : null;
  }

  private mayStart(word: Word | undefined): boolean {
    if (word === undefined) return false;
    return (
      this.starts.has(word.folded) || word.isAcronym || this.firstLetters.has(keyOf(word, true).slice(0, 2))
    );
  }

  private mentionsAt(words: readonly Word[], at: number, freeFrom: number): readonly Mention[] {
    if (isAgencyTitleAt(words, at)) {
      const leader = peopleAt(words, at, words.length);
      if (leader !== null)
        return [mentionOf(words, { ...leader, from: titleStart(words, at, freeFrom, true) })];
    }
    const group = groupAt(words, at);
    const unit = this.unitAt(words, at, freeFrom);
    const outsideEnd = organisationEnd(words, at);
    if (group !== null && group.to >= (unit?.to ?? 0) && group.to >= (outsideEnd ?? 0)) {
      const from = titleStart(words, at, freeFrom);
      const members = group.isOpen ? this.membersFrom(words, group.to, from, group.memberPrefix) : [];
      if (members.length > 0) return members;
      const code = group.kind === 'all' ? this.groupCode : null;
      const certainty = group.kind === 'all' ? 'certain' : 'ask';
      return [
        mentionOf(words, { kind: group.kind, code, from, to: group.to, certainty, isTopicLike: false }),
      ];
    }
    const departments = departmentList(words, at);
    if (departments.length > 0) return departments;
    const isOutsideLonger = outsideEnd !== null && outsideEnd > (unit?.to ?? 0);
    if (unit !== null && !(isOutsideLonger && isGeneralName(unit, at)))
      return [this.withPeople(words, unit, freeFrom)];
    return outsideEnd === null ? [] : [outsideMention(words, at, outsideEnd)];
  }

  /** "các phòng: QLKH&CN, KHTC và Thanh tra" names three units, the first two without "Phòng". */
  private membersFrom(words: readonly Word[], at: number, from: number, prefix: string | null): Mention[] {
    const members: Mention[] = [];
    if (!/^\s*[:(]?\s*$/u.test(words[at]?.gap ?? '.')) return members;
    for (let next: number | null = at; next !== null;) {
      const start: number = next;
      const bare = prefix === null ? null : this.named(words, start, start, prefix);
      const full = this.unitAt(words, start);
      const member = bare !== null && bare.to >= (full?.to ?? 0) ? bare : full;
      if (member === null) break;
      members.push({ ...member, from: members.length === 0 ? from : start });
      next = nextInList(words, member.to);
    }
    return members;
  }

  private withPeople(words: readonly Word[], unit: Mention, freeFrom: number): Mention {
    const from = unit.isTopicLike ? unit.from : titleStart(words, unit.from, freeFrom);
    if (from === unit.from) return unit;
    const to = isJoinedBySpace(words[unit.to]?.gap ?? '.')
      ? personNameEnd(words, unit.to, words.length)
      : unit.to;
    return mentionOf(words, { ...unit, from, to });
  }

  /** The unit whose name, with or without its prefix, begins at word `at`. */
  private unitAt(words: readonly Word[], at: number, freeFrom = at): Mention | null {
    const prefix = unitPrefixAt(words, at);
    const bare = this.bareUnitAt(words, at, freeFrom);
    if (prefix === null) return bare;
    const stemAt = at + prefix.length;
    if (!/^(?:[\s*_]*|\s?[.:-]\s?)$/u.test(words[stemAt]?.gap ?? ',')) return bare;
    const named = this.named(words, at, stemAt, prefix.value);
    if (named !== null && named.to >= (bare?.to ?? 0)) return named;
    if (bare !== null) return bare;
    return this.unknownUnit(words, at, stemAt, prefix.value);
  }

  /** A name after its prefix. */
  private named(words: readonly Word[], from: number, at: number, prefix: string): Mention | null {
    const match =
      this.longest(words, at, (name) => !name.isWeak && isPrefixFor(prefix, name)) ??
      this.cutShort(words, at, prefix) ??
      this.slipped(words, at, (name) => isPrefixFor(prefix, name), true);
    return match === null ? null : this.unitMention(words, from, match, false);
  }

  /** A name without a prefix. */
  private bareUnitAt(words: readonly Word[], at: number, freeFrom: number): Mention | null {
    const first = words[at];
    if (first === undefined) return null;
    const match =
      this.longest(words, at, (name, to) => isReadableBare(name, words, at, to)) ??
      (first.isAcronym
        ? this.slipped(words, at, (name) => name.isAcronym && !name.needsPrefix, false)
        : null);
    if (match === null) return null;
    const { name, to } = match;
    // "Phó Chánh Văn phòng Nguyễn Thị Lan": after a title, a name is the person's.
    const isTitled = titleStart(words, at, freeFrom) < at && personNameEnd(words, to, words.length) > to;
    if (!name.isAcronym && !isTitled && belongsOutside(words, to, name)) return null;
    return this.unitMention(words, at, match, !name.isAcronym && !first.isCapitalized);
  }

  private unitMention(words: readonly Word[], from: number, match: NameMatch, isTopicLike: boolean): Mention {
    const { name } = match;
    const to = endWithAgency(words, match.to);
    const isAsked = name.unit.isAmbiguous === true || name.isWeak;
    return mentionOf(words, {
      kind: name.unit.isGroup === true ? 'all' : 'unit',
      code: name.unit.code,
      from,
      to,
      certainty: isAsked ? 'ask' : match.certainty,
      isTopicLike: isTopicLike && to === match.to && !name.isOfficial,
    });
  }

  /** "Phòng Đối ngoại" where the registry has no such unit. A short prefix in lower case is a word of the sentence: "giao ban Quý I". */
  private unknownUnit(words: readonly Word[], at: number, stemAt: number, prefix: string): Mention | null {
    const [first, stem] = [words[at], words[stemAt]];
    if (first === undefined || stem === undefined || LOOSE_PREFIXES.has(prefix)) return null;
    const isName = stem.isCapitalized && (first.isCapitalized || CLEAR_PREFIXES.has(prefix));
    return isName ? outsideMention(words, at, nameEnd(words, stemAt)) : null;
  }

  private longest(
    words: readonly Word[],
    at: number,
    accepts: (name: UnitName, to: number) => boolean,
  ): NameMatch | null {
    let found: NameMatch | null = null;
    for (const { node, to } of this.walk(words, at)) {
      const fitting = node.names.filter(
        (name) => accepts(name, to) && spellingOf(name, words, at, to) !== null,
      );
      const [name] = preferred(fitting);
      if (name === undefined) continue;
      const isShared = fitting.some(
        ({ unit, prefix }) => unit.code !== name.unit.code && prefix === name.prefix,
      );
      const spelling = spellingOf(name, words, at, to);
      found = {
        name,
        to,
        certainty: isShared ? 'ask' : spelling === 'slip' || name.isDerived ? 'assumed' : 'certain',
      };
    }
    return found;
  }

  /** "Trung tâm Chuyển đổi số" for "Trung tâm Chuyển đổi số và Đổi mới sáng tạo", where only one unit's name begins so. */
  private cutShort(words: readonly Word[], at: number, prefix: string): NameMatch | null {
    let found: NameMatch | null = null;
    for (const { node, to } of this.walk(words, at)) {
      const fitting = node.passing.filter((name) => isPrefixFor(prefix, name));
      const [name] = fitting;
      const next = words[to];
      const isNameOver = next?.isCapitalized !== true || !isJoinedBySpace(next.gap);
      const isOnly = name !== undefined && fitting.every(({ unit }) => unit.code === name.unit.code);
      if (isOnly && to - at >= 2 && isNameOver) found = { name, to, certainty: 'assumed' };
      else if (!isOnly) found = null;
    }
    return found;
  }

  private *walk(words: readonly Word[], at: number): Generator<{ node: NameNode; to: number }> {
    let node = this.names.root;
    for (let index = at; index < words.length; index++) {
      const word = words[index];
      if (word === undefined || (index > at && !NAME_GAP.test(word.gap))) return;
      for (const letter of keyOf(word, index === at)) {
        const next = node.next.get(letter);
        if (next === undefined) return;
        node = next;
      }
      if (index === at || word.lower !== 'và') yield { node, to: index + 1 };
    }
  }

  /** A name with one wrong letter; null where none or more than one is that near. */
  private slipped(
    words: readonly Word[],
    at: number,
    accepts: (name: UnitName) => boolean,
    mayBeWords: boolean,
  ): NameMatch | null {
    for (const to of mayBeWords ? windowsFrom(words, at) : [acronymEnd(words, at)]) {
      const part = words.slice(at, to);
      const written = keyOfAll(part);
      const isAcronym = part.every(isAcronymWord) || part.length === 1;
      if (written.length < (isAcronym ? SHORTEST_SLIPPED_ACRONYM : SHORTEST_SLIPPED_NAME)) continue;
      const name = this.nearest(written, isAcronym, accepts);
      if (name !== null) return { name, to, certainty: 'assumed' };
    }
    return null;
  }

  private nearest(
    written: string,
    isAcronym: boolean,
    accepts: (name: UnitName) => boolean,
  ): UnitName | null {
    const remembered = this.rememberedSlips.get(written);
    if (remembered !== undefined) return remembered !== null && accepts(remembered) ? remembered : null;
    const near = this.names.names.filter(
      (name) =>
        name.isAcronym === isAcronym &&
        !name.isWeak &&
        name.key.length >= (isAcronym ? SHORTEST_SLIPPED_ACRONYM : SHORTEST_SLIPPED_NAME) &&
        isWithinOneSlip(name.key, written),
    );
    const [first] = near;
    const only =
      first !== undefined && near.every(({ unit }) => unit.code === first.unit.code) ? first : null;
    if (this.rememberedSlips.size < MOST_REMEMBERED_SLIPS) this.rememberedSlips.set(written, only);
    return only !== null && accepts(only) ? only : null;
  }
}

const matchers = new WeakMap<readonly UnitNames[], UnitMatcher>();

/** The matcher of a registry, built on first use and kept as long as the registry is. */
export function createUnitMatcher(units: readonly UnitNames[]): UnitMatcher {
  let matcher = matchers.get(units);
  if (matcher === undefined) {
    matcher = new UnitMatcher(units);
    matchers.set(units, matcher);
  }
  return matcher;
}

const isUnitKind = (kind: Mention['kind']): boolean =>
  kind === 'unit' || kind === 'all' || kind === 'subset' || kind === 'outside';

/** A mention as a finding: its span is that of the text as given. */
export function toUnitFinding(mention: Mention, words: readonly Word[], text: NormalizedText): UnitFinding {
  const start = words[mention.from]?.start ?? 0;
  const end = words[mention.to - 1]?.end ?? start;
  return {
    code: mention.code,
    mention: mention.mention,
    span: text.spanOf(start, end),
    certainty: mention.certainty,
  };
}

const outsideMention = (words: readonly Word[], from: number, to: number): Mention =>
  mentionOf(words, { kind: 'outside', code: null, from, to, certainty: 'ask', isTopicLike: false });

/** The people named in [from, to) by title or form of address. */
function peopleIn(words: readonly Word[], from: number, to: number): Mention[] {
  const people: Mention[] = [];
  for (let at = from; at < to;) {
    const person = peopleAt(words, at, to);
    if (person !== null) people.push(mentionOf(words, person));
    at = person?.to ?? at + 1;
  }
  return people;
}

function mentionOf(words: readonly Word[], mention: Omit<Mention, 'mention'>): Mention {
  return { ...mention, mention: textOf(words, mention.from, mention.to) };
}

/** The words of [from, to) as written, on one line. */
export function textOf(words: readonly Word[], from: number, to: number): string {
  let written = '';
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word !== undefined) written += (index > from ? word.gap.replace(/\s+/gu, ' ') : '') + word.written;
  }
  return written;
}

/** A prefix fits its own kind of unit; "bên" and "bộ phận" fit any; "phòng" also fits what has no kind ("phòng HCTH" of Văn phòng). */
const isPrefixFor = (prefix: string, name: UnitName): boolean => {
  if (LOOSE_PREFIXES.has(prefix)) return true;
  if (name.prefix !== null) return name.prefix === prefix || LOOSE_PREFIXES.has(name.prefix);
  if (name.unitPrefix !== null) return name.unitPrefix === prefix;
  return (prefix === 'phòng' || prefix === 'ban') && name.unit.isGroup !== true;
};

function isReadableBare(name: UnitName, words: readonly Word[], at: number, to: number): boolean {
  const first = words[at];
  if (first === undefined) return false;
  if (name.needsPrefix) return !name.isAcronym && first.isCapitalized && to - at >= 3;
  // "BAN" in lower case would be the word "ban".
  const looksLikeWord = name.isAcronym && /[aeiou]/u.test(name.key) && name.key.length <= 4;
  return !looksLikeWord || first.isCapitalized;
}

/** A short general name is someone else's where a place or another name follows: "Thanh tra tỉnh", "Văn phòng Đăng ký đất đai". */
function belongsOutside(words: readonly Word[], to: number, name: UnitName): boolean {
  const next = words[to];
  if (next === undefined || !isJoinedBySpace(next.gap) || name.words.at(-1)?.folded === 'so') return false;
  if (phraseLength(outsideQualifiers, words, to) > 0) return true;
  return (
    next.isCapitalized &&
    !next.isAcronym &&
    name.words.length <= 2 &&
    next.folded !== 'so' &&
    nameEnd(words, to) - to > 1
  );
}

/** "Thanh tra Sở", "Phòng KHTC Sở" */
function endWithAgency(words: readonly Word[], to: number): number {
  const next = words[to];
  if (next === undefined || !isJoinedBySpace(next.gap)) return to;
  const isOwned = next.lower === 'thuộc' || next.lower === 'của';
  const length = phraseLength(agencyWords, words, isOwned ? to + 1 : to);
  if (length === 0) return to;
  const end = to + length + (isOwned ? 1 : 0);
  return end + departmentFieldLength(words, end);
}

/** Names declared without a prefix come before those that only have one by their declaration. */
const preferred = (names: readonly UnitName[]): readonly UnitName[] =>
  names.length < 2 ? names : names.toSorted((a, b) => rank(a) - rank(b));

const rank = (name: UnitName): number =>
  (name.isWeak ? 8 : 0) + (name.isDerived ? 4 : 0) + (name.prefix !== null && !name.isOfficial ? 1 : 0);

const isGeneralName = (mention: Mention, at: number): boolean =>
  mention.to - at <= 2 || mention.certainty === 'ask';

/** How the words spell a name whose bare letters they have; null where they are other words. */
function spellingOf(name: UnitName, words: readonly Word[], at: number, to: number): 'right' | 'slip' | null {
  if (name.isAcronym) return 'right';
  const written = words.slice(at, to).filter(({ lower }, index) => index === 0 || lower !== 'và');
  const expected = name.words.filter(({ lower }, index) => index === 0 || lower !== 'và');
  if (
    written.some(({ gap }, index) => index > 0 && gap === ', ') &&
    !name.words.some(({ gap }) => gap === ', ')
  )
    return null;
  if (written.length !== expected.length) {
    const [a, b] = [written, expected].map((words) => words.map(({ lower }) => lower).join(''));
    return a === b ? 'right' : null;
  }
  let wrong = 0;
  for (const [index, word] of expected.entries()) {
    const own = written[index];
    if (own === undefined || isAcronymWord(word)) continue;
    const spelling = compareSpelling(own.lower, word.lower);
    if (spelling === 'other' || spelling === 'partial') wrong++;
  }
  if (wrong === 0) return 'right';
  return wrong === 1 && expected.length >= 3 ? 'slip' : null;
}

/** Where a run of capitals joined by "&" or "-" ends. */
function acronymEnd(words: readonly Word[], at: number): number {
  let to = at + 1;
  while (words[to]?.isAcronym === true && /^ ?[&-] ?$/u.test(words[to]?.gap ?? ',')) to++;
  return to;
}

const LONGEST_SLIPPED_NAME = 10;

/** Ends of the parts that could be a misspelt name, longest first. */
function* windowsFrom(words: readonly Word[], at: number): Generator<number> {
  let to = at;
  while (
    to < words.length &&
    to - at < LONGEST_SLIPPED_NAME &&
    (to === at || NAME_GAP.test(words[to]?.gap ?? ','))
  )
    to++;
  for (let end = to; end > at; end--) yield end;
}

/** "các Sở: Nội vụ, Tài chính và Tư pháp" names each of them; "các Sở KH&CN" is the same department everywhere. */
function departmentList(words: readonly Word[], at: number): Mention[] {
  if (words[at]?.lower !== 'các' || words[at + 1]?.lower !== 'sở') return [];
  const departments: Mention[] = [];
  for (let next: number | null = at + 2; next !== null;) {
    const start: number = next;
    if (departments.length === 0 && !/^\s?:?\s?$/u.test(words[start]?.gap ?? ',')) break;
    const length = departmentFieldLength(words, start);
    const to = length > 0 ? start + length : nameEnd(words, start);
    if (to === start || (departments.length > 0 && unitPrefixAt(words, start) !== null)) break;
    departments.push({
      kind: 'outside',
      code: null,
      mention: `Sở ${textOf(words, start, to)}`,
      from: departments.length === 0 ? at : start,
      to,
      certainty: 'ask',
      isTopicLike: false,
    });
    next = nextInList(words, to);
  }
  const [only, ...others] = departments;
  return only === undefined || others.length > 0 ? departments : [mentionOf(words, only)];
}

function nextInList(words: readonly Word[], to: number): number | null {
  const word = words[to];
  if (word === undefined) return null;
  if (word.lower === 'và' && /^[\s,]*$/u.test(word.gap)) return to + 1;
  return /^\s*,\s*$/u.test(word.gap) ? to : null;
}
