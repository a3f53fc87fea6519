// Finds the agency's units in a text, by any of the ways people write them; the longest name wins.
import type { UnitNames } from '../../domain/unit.ts';
import { ALL_UNITS } from '../../domain/unit.ts';
import type { UnitFinding } from '../findings.ts';
import { CLEAR_PREFIXES, LOOSE_PREFIXES } from '../lexicon/unit-words.ts';
import type { NormalizedText } from '../normalize.ts';
import { normalize } from '../normalize.ts';
import type { Word } from '../words/word.ts';
import { splitWords } from '../words/word.ts';
import { departmentList, nextInList } from './department-list.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Mention } from './mention.ts';
import { mentionOf, outsideMention, toUnitFinding } from './mention.ts';
import type { NameMatch } from './name-search.ts';
import { isPrefixFor, NameSearch } from './name-search.ts';
import { belongsOutside, endWithAgency, foreignEnd, isGeneralName, isReadableBare } from './name-bounds.ts';
import { nameEnd, organisationEnd, organisationStarts } from './organisations.ts';
import { ownerOfPart, partStarts } from './owner-of-part.ts';
import {
  isAgencyTitleAt,
  isInsideName,
  leaderStarts,
  namesPerson,
  peopleAt,
  peopleIn,
  personNameEnd,
  titleStart,
} from './people.ts';
import { closingBracket, isNamedInRemark, namedAgain } from './named-again.ts';
import { groupAt, groupStarts, peopleGroupAt } from './group-names.ts';
import { compileNames, isAcronymWord, keyOf, prefixStarts, unitPrefixAt } from './unit-names.ts';
import { workGroupAt, workGroupStarts } from './work-groups.ts';

/** Recognises the units of one registry. Build it once per registry: `createUnitMatcher` does. */
export class UnitMatcher {
  private readonly search: NameSearch;
  private readonly groupCode: string;
  /** Nothing that is looked for begins with any other word. */
  private readonly starts: ReadonlySet<string>;
  private readonly firstLetters: ReadonlySet<string>;

  constructor(units: readonly UnitNames[]) {
    const names = compileNames(units);
    this.search = new NameSearch(names);
    this.starts = new Set([
      ...organisationStarts(),
      ...groupStarts(),
      ...leaderStarts(),
      ...prefixStarts(),
      ...workGroupStarts(),
      ...partStarts(),
    ]);
    this.firstLetters = new Set(names.names.map(({ key }) => key.slice(0, 2)));
    this.groupCode = units.find(({ isGroup }) => isGroup === true)?.code ?? ALL_UNITS;
  }

  /**
   * The units that `text` names, in order. Words that also name a field of work ("chuyển đổi số" in lower case, with
   * nothing like "phòng" or "bên" before it) are left out.
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
      const again = this.starts.has(words[at]?.folded ?? '') ? namedAgain(words, at, mentions.at(-1)) : null;
      if (again !== null) {
        mentions.push(again);
        at = again.to;
        continue;
      }
      const found =
        isSymbol[at] === 1 || !this.mayStart(words[at]) ? [] : this.mentionsAt(words, at, freeFrom);
      const [first] = found;
      const group = mentions.at(-1);
      if (first !== undefined && group !== undefined && isNamedInRemark(words, group, first)) {
        // "Chi bộ 1 (Văn phòng)": the brackets say which unit is meant.
        mentions.pop();
        const to = found.length === 1 ? closingBracket(words, first.to) : first.to;
        mentions.push({ ...mentionOf(words, { ...first, from: group.from }), to }, ...found.slice(1));
      } else if (first !== undefined) mentions.push(...peopleIn(words, freeFrom, first.from), ...found);
      at = Math.max(found.at(-1)?.to ?? at + 1, mentions.at(-1)?.to ?? 0);
    }
    mentions.push(...peopleIn(words, mentions.at(-1)?.to ?? 0, words.length));
    return mentions;
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
    const owner = ownerOfPart(words, at, (from) => this.unitAt(words, from));
    if (owner !== null) return [mentionOf(words, { ...owner, from: titleStart(words, at, freeFrom) })];
    const group = groupAt(words, at);
    const unit = this.unitAt(words, at, freeFrom);
    const outsideEnd = organisationEnd(words, at);
    if (group !== null && group.to >= (unit?.to ?? 0) && group.to >= (outsideEnd ?? 0)) {
      const from = titleStart(words, at, freeFrom);
      const members = group.isOpen ? this.membersFrom(words, group.to, from, group.memberPrefix) : [];
      if (members.length > 0) return members;
      if (group.needsMembers) return [];
      // "các trường" where the registry has a unit of that name.
      const registered = unit?.kind === 'all' && unit.to === group.to ? unit.code : null;
      const code = group.kind === 'all' ? this.groupCode : registered;
      const certainty = code === null ? 'ask' : 'certain';
      return [
        mentionOf(words, {
          kind: code === null ? group.kind : 'all',
          code,
          from,
          to: group.to,
          certainty,
          isTopicLike: false,
        }),
      ];
    }
    const departments = departmentList(words, at);
    if (departments.length > 0) return departments;
    const isOutsideLonger = outsideEnd !== null && outsideEnd > (unit?.to ?? 0);
    if (unit !== null && !(isOutsideLonger && isGeneralName(words, unit, at)))
      return [this.withPeople(words, unit, freeFrom)];
    const people = peopleGroupAt(words, at);
    if (people !== null && people.to >= (outsideEnd ?? 0)) {
      const { to, kind } = people;
      const from = titleStart(words, at, freeFrom);
      return [
        mentionOf(words, {
          kind,
          code: kind === 'all' ? this.groupCode : null,
          from,
          to,
          certainty: kind === 'all' ? 'assumed' : 'ask',
          isTopicLike: true,
        }),
      ];
    }
    const workGroup = workGroupAt(words, at);
    if (workGroup !== null && workGroup.to >= (outsideEnd ?? 0)) {
      const from = titleStart(words, at, freeFrom);
      return [mentionOf(words, { ...workGroup, from, isTopicLike: from === at })];
    }
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
    const from = titleStart(words, unit.from, freeFrom);
    if (from === unit.from) return unit;
    // "Chị Thảo kế toán" is of that unit; "Em Nam thanh tra cơ sở" inspects.
    if (unit.isTopicLike)
      return namesPerson(words, from, unit.from, unit.to)
        ? mentionOf(words, { ...unit, from, isTopicLike: false })
        : unit;
    // "Phó Chánh Văn phòng Nguyễn Thị Lan", on one line
    const nameEndsAt = words[unit.to]?.gap === ' ' ? personNameEnd(words, unit.to, words.length) : unit.to;
    const isName = nameEndsAt - unit.to >= 2 && this.bareUnitAt(words, unit.to, unit.to) === null;
    const to = isName ? nameEndsAt : unit.to;
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
    if (named !== null && (bare?.kind === 'outside' || named.to >= (bare?.to ?? 0))) return named;
    if (bare !== null) return bare;
    return this.unknownUnit(words, at, stemAt, prefix.value);
  }

  /** A name after its prefix. */
  private named(words: readonly Word[], from: number, at: number, prefix: string): Mention | null {
    const match =
      this.search.longest(words, at, (name) => !name.isWeak && isPrefixFor(prefix, name)) ??
      this.search.cutShort(words, at, prefix) ??
      this.search.slipped(words, at, (name) => isPrefixFor(prefix, name), true) ??
      this.search.withLetterStuck(words, at, (name) => isPrefixFor(prefix, name));
    const abbreviated = this.search.abbreviated(words, at, (name) => isPrefixFor(prefix, name));
    const best = abbreviated !== null && abbreviated.to > (match?.to ?? 0) ? abbreviated : match;
    return best === null ? null : this.unitMention(words, from, best, false);
  }

  /** A name without a prefix. */
  private bareUnitAt(words: readonly Word[], at: number, freeFrom: number): Mention | null {
    const first = words[at];
    if (first === undefined) return null;
    const match =
      this.search.longest(words, at, (name, to) => isReadableBare(name, words, at, to)) ??
      this.slippedBare(words, at, first);
    if (match === null) return null;
    const { name, to } = match;
    // "Chi cục trưởng Chi cục TĐC"
    if (name.isWeak && words[to]?.folded === 'truong') return null;
    // "Phó Chánh Văn phòng Nguyễn Thị Lan": after a title, a name is the person's.
    const isTitled = titleStart(words, at, freeFrom) < at && personNameEnd(words, to, words.length) > to;
    if (!name.isAcronym && !isTitled && belongsOutside(words, to, name))
      return first.isCapitalized ? outsideMention(words, at, foreignEnd(words, to)) : null;
    return this.unitMention(words, at, match, !name.isAcronym && !first.isCapitalized);
  }

  /** "QLKHCCM", "Thanh lra Sở": only what is written as a name is taken for a misspelt one. */
  private slippedBare(words: readonly Word[], at: number, first: Word): NameMatch | null {
    if (first.isAcronym)
      return this.search.slipped(words, at, (name) => name.isAcronym && !name.needsPrefix, false);
    const stuck = this.search.withLetterStuck(words, at, (name) => !name.needsPrefix);
    if (stuck !== null) return stuck;
    if (!first.isCapitalized || !this.search.mayBeSlipped(words, at)) return null;
    return this.search.slipped(words, at, (name) => !name.needsPrefix, true);
  }

  private unitMention(words: readonly Word[], from: number, match: NameMatch, isTopicLike: boolean): Mention {
    const { name } = match;
    const longer = this.longerName(words, match.to);
    const to = longer ?? endWithAgency(words, match.to);
    // "Phòng Nghiệp vụ Y - Dược" may be another unit than the one that the registry knows.
    const isAsked = name.unit.isAmbiguous === true || name.isWeak || longer !== null;
    return mentionOf(words, {
      kind: name.unit.isGroup === true ? 'all' : 'unit',
      code: name.unit.code,
      from,
      to,
      certainty: isAsked ? 'ask' : match.certainty,
      isTopicLike: isTopicLike && to === match.to && !name.isOfficial,
    });
  }

  /** Where a name goes on in capitals beyond what the registry has ("Ban QLDA ĐTXD"); null where it does not. */
  private longerName(words: readonly Word[], at: number): number | null {
    let to = at;
    for (let next = words[to]; next !== undefined; next = words[to]) {
      const goesOn =
        next.gap === ' ' ? isAcronymWord(next) : /^ ?[-&] ?$/u.test(next.gap) && next.isCapitalized;
      const isOther =
        unitPrefixAt(words, to) !== null || this.isNamed(words, to) || organisationEnd(words, to) !== null;
      if (!goesOn || isOther || to - at >= LONGEST_ADDITION) break;
      to++;
    }
    return to > at ? to : null;
  }

  private isNamed(words: readonly Word[], at: number): boolean {
    return this.search.longest(words, at, (name, to) => isReadableBare(name, words, at, to)) !== null;
  }

  /** "Phòng Đối ngoại" where the registry has no such unit. A short prefix in lower case is a word of the sentence: "giao ban Quý I". */
  private unknownUnit(words: readonly Word[], at: number, stemAt: number, prefix: string): Mention | null {
    const [first, stem] = [words[at], words[stemAt]];
    if (first === undefined || stem === undefined || LOOSE_PREFIXES.has(prefix)) return null;
    const isName =
      stem.isCapitalized &&
      (first.isCapitalized || CLEAR_PREFIXES.has(prefix)) &&
      (CLEAR_PREFIXES.has(prefix) || !isInsideName(words, at));
    return isName ? outsideMention(words, at, nameEnd(words, stemAt)) : null;
  }
}

const LONGEST_ADDITION = 3;

const isUnitKind = (kind: Mention['kind']): boolean =>
  kind === 'unit' || kind === 'all' || kind === 'subset' || kind === 'outside';
