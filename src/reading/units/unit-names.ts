// Compiles the registry's names into a trie over bare letters, so that "P. QLKH & CN", "phòng qlkhcn" and
// "Phòng Quản lý Khoa học và Công nghệ" are found in one walk, whatever stands between the letters.
import type { UnitNames } from '../../domain/unit.ts';
import { NOT_UNIT_PREFIXES, UNION_NAMES, UNIT_PREFIXES } from '../lexicon/unit-words.ts';
import { normalize } from '../normalize.ts';
import type { PhraseMatch } from '../words/phrases.ts';
import { Phrases } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import { splitWords } from '../words/word.ts';

const prefixes = new Phrases(UNIT_PREFIXES);
const notPrefixes = new Phrases([[true, NOT_UNIT_PREFIXES]]);

/** First words of the prefixes of units. */
export const prefixStarts = (): Iterable<string> => prefixes.firstWords();

/** "tổ chức", "khoa học": words that only begin like a unit. */
export const isNoUnitAt = (words: readonly Word[], at: number): boolean =>
  notPrefixes.match(words, at) !== null;

/** The prefix at word `at` that says what kind of unit follows: "P." → "phòng"; null where there is none. */
export const unitPrefixAt = (words: readonly Word[], at: number): PhraseMatch<string> | null =>
  !isNoUnitAt(words, at) ? prefixes.match(words, at) : null;

/** One way of writing one unit, without the prefix that says what kind of unit it is. */
export interface UnitName {
  readonly unit: UnitNames;
  /** The kind of the unit by its official name ("phòng"); null where the name has none ("Văn phòng Sở"). */
  readonly unitPrefix: string | null;
  /** The prefix that this name was declared with; null where it was declared without one. */
  readonly prefix: string | null;
  readonly words: readonly Word[];
  /** The bare letters that the trie is walked by. */
  readonly key: string;
  readonly isAcronym: boolean;
  readonly isWeak: boolean;
  /** Made by rule from the official name, not declared. */
  readonly isDerived: boolean;
  readonly isOfficial: boolean;
  /** True where the name must not be read without its prefix: it is short or means something else as well. */
  readonly needsPrefix: boolean;
}

export interface NameNode {
  readonly next: Map<string, NameNode>;
  readonly names: UnitName[];
  /** Official names that pass through here: a name cut short still says which unit is meant, where only one does. */
  readonly passing: UnitName[];
}

const newNode = (): NameNode => ({ next: new Map(), names: [], passing: [] });

/** The letters by which names are compared: no diacritics, "y" as "i", the "và" between two parts left out. */
export function keyOf({ lower, folded }: Word, isFirst: boolean): string {
  if (!isFirst && lower === 'và') return '';
  return folded.includes('y') ? folded.replaceAll('y', 'i') : folded;
}

export const keyOfAll = (words: readonly Word[]): string =>
  words.map((word, index) => keyOf(word, index === 0)).join('');

/** Every name of every unit, and the trie over them. */
export interface CompiledNames {
  readonly root: NameNode;
  readonly names: readonly UnitName[];
}

export function compileNames(units: readonly UnitNames[]): CompiledNames {
  const names = withoutClashes([...units.flatMap(namesOf), ...onlyOfTheirKind(units)]);
  const root = newNode();
  for (const name of names) {
    let node = root;
    for (const letter of name.key) {
      let next = node.next.get(letter);
      if (next === undefined) {
        next = newNode();
        node.next.set(letter, next);
      }
      node = next;
      if (name.isOfficial) node.passing.push(name);
    }
    node.names.push(name);
  }
  return { root, names };
}

/** "Chi cục" alone means the only one that the agency has; a person is asked all the same. */
function onlyOfTheirKind(units: readonly UnitNames[]): UnitName[] {
  const named = units
    .filter(({ isGroup }) => isGroup !== true)
    .flatMap((unit) => namesOf(unit).filter(({ isOfficial }) => isOfficial));
  const byPrefix = Map.groupBy(named, ({ unitPrefix }) => unitPrefix);
  return KINDS_NAMED_ALONE.flatMap((kind): UnitName[] => {
    const [only, ...others] = byPrefix.get(kind) ?? [];
    const isDeclared = only?.unit.weakAliases !== undefined && only.unit.weakAliases.length > 0;
    if (only === undefined || others.length > 0 || isDeclared) return [];
    const words = wordsOf(kind);
    const [key, isOfficial] = [keyOfAll(words), false];
    return [
      { ...only, prefix: null, words, key, isAcronym: false, isWeak: true, isOfficial, needsPrefix: false },
    ];
  });
}

const KINDS_NAMED_ALONE: readonly string[] = ['trung tâm', 'chi cục'];

/** A name made by rule gives way to a declared one, and to nothing where two units would share it. */
function withoutClashes(names: readonly UnitName[]): UnitName[] {
  const codesByKey = Map.groupBy(names, ({ key }) => key);
  return names.filter(
    (name) =>
      !name.isDerived || codesByKey.get(name.key)?.every(({ unit }) => unit.code === name.unit.code) === true,
  );
}

/** "Phòng Quản lý Công nghệ (hoặc …)" is officially "Phòng Quản lý Công nghệ". */
const withoutRemark = (name: string): string => name.replace(/\s*\([^)]*\)/gu, '').trim();

function namesOf(unit: UnitNames): UnitName[] {
  const official = wordsOf(withoutRemark(unit.name));
  const unitPrefix = splitPrefix(official).prefix;
  const make = (words: readonly Word[], rest: Partial<UnitName> = {}): UnitName[] => {
    const { prefix, stem } = rest.isWeak === true ? { prefix: null, stem: words } : splitPrefix(words);
    if (stem.length === 0) return [];
    const key = keyOfAll(stem);
    const isAcronym = stem.every(isAcronymWord);
    return [
      {
        unit,
        unitPrefix,
        prefix,
        words: stem,
        key,
        isAcronym,
        isWeak: false,
        isDerived: false,
        isOfficial: false,
        needsPrefix: prefix !== null && (isAcronym ? key.length < 3 : true),
        ...rest,
      },
    ];
  };
  const declared = [unit.code, ...unit.aliases].map((name) => wordsOf(withoutRemark(name)));
  return [
    ...make(official, { isOfficial: unit.isGroup !== true }),
    ...declared.flatMap((words) => make(words)),
    ...(unit.weakAliases ?? []).flatMap((name) => make(wordsOf(name), { isWeak: true })),
    ...derivedNames(unit, official).flatMap((name) => make(wordsOf(name), { isDerived: true })),
  ];
}

/** "Chánh Văn phòng" is often written "CVP"; the initials of a name are what people call it before anyone declares them. */
function derivedNames(unit: UnitNames, official: readonly Word[]): string[] {
  if (unit.isGroup === true) return [];
  const { prefix, stem } = splitPrefix(official);
  const isOfAgency = official.at(-1)?.folded === 'so' && official.length > 1;
  const ownWords = isOfAgency ? official.slice(0, -1) : official;
  const derived: string[] = isOfAgency ? [ownWords.map(({ written }) => written).join(' ')] : [];
  const initials = stem
    .filter(({ lower }) => lower !== 'và' && lower !== 'của')
    .map(({ written, isAcronym }) => (isAcronym ? written : written.charAt(0).toUpperCase()))
    .join('');
  if (prefix !== null && initials.length >= 3) derived.push(initials);
  if (official[0]?.lower === 'văn' && official[1]?.lower === 'phòng')
    derived.push('CVP', 'PCVP', 'VP', 'Chánh VP');
  const officialWords = official.map(({ lower }) => lower).join(' ');
  for (const [beginning, names] of UNION_NAMES)
    if (officialWords.startsWith(beginning)) derived.push(...names);
  const short = SHORT_PREFIXES.get(prefix ?? '');
  if (short !== undefined) derived.push(...acronymsOf(unit).map((acronym) => `${short}${acronym}`));
  return derived;
}

/** In chat the prefix is often run together with the acronym: "TTCĐS&ĐMST", "PKHTC". */
const SHORT_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['phòng', 'P'],
  ['trung tâm', 'TT'],
  ['chi cục', 'CC'],
]);

const SHORTEST_RUN_TOGETHER = 3;

const acronymsOf = ({ code, aliases }: UnitNames): string[] =>
  [code, ...aliases].flatMap((name) => {
    const { stem } = splitPrefix(wordsOf(withoutRemark(name)));
    const isAcronym = stem.every(isAcronymWord) && keyOfAll(stem).length >= SHORTEST_RUN_TOGETHER;
    return isAcronym ? [stem.map(({ written }, index) => (index > 0 ? '&' : '') + written).join('')] : [];
  });

const wordsOf = (name: string): readonly Word[] => splitWords(normalize(name));

/** "CĐS", "TTra", but not "CÔNG": a word in capitals keeps its vowels' diacritics. */
export function isAcronymWord({ written, lower }: Word): boolean {
  let capitals = 0;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    const isPlain =
      (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === D_WITH_STROKE;
    if (!isPlain) return false;
    if (written.charCodeAt(at) !== unit) capitals++;
  }
  return capitals >= 2;
}

const D_WITH_STROKE = 'đ'.charCodeAt(0);

function splitPrefix(words: readonly Word[]): { prefix: string | null; stem: readonly Word[] } {
  const match = unitPrefixAt(words, 0);
  return match === null
    ? { prefix: null, stem: words }
    : { prefix: match.value, stem: words.slice(match.length) };
}
