// The words of the lexicon and those met in texts, each known once: equal words are one object.
import { fold } from '../normalize.ts';
import { isPlainSpelling, otherSpellings } from './spelling.ts';

/** Notes of the recognizers on a spelling that they have not met yet: below 0. */
const NOT_NOTED = -1;

/** A word in lower case as it is spelled. */
export class Spelling {
  // What every word of a text is asked for stands first, so that one look into memory brings it.
  /** The codes of a short word's letters, by which it is found; 0 until it was met in a text. */
  early = 0;
  late = 0;
  readonly text: string;
  /** Counts the spellings of the lexicon from 1 on; 0 for others, which no phrase has. */
  readonly id: number;
  readonly bare: BareWord;
  /** Written without diacritics. */
  readonly isBare: boolean;
  /** In a text with diacritics it is what it says, not a careless spelling of another word. */
  readonly isPlain: boolean;
  /** Words of the lexicon that were written without the space between them: "trướcngày"; null otherwise. */
  readonly parts: readonly Spelling[] | null;
  /** Which recognizers to ask where it stands alone at their head, first or second of two words, or after a number: see `all.ts`. */
  alone = NOT_NOTED;
  first = NOT_NOTED;
  second = NOT_NOTED;
  afterNumber = NOT_NOTED;

  constructor(text: string, bare: BareWord, id: number, parts: readonly Spelling[] | null) {
    this.text = interned(text);
    this.id = id;
    this.bare = bare;
    this.isBare = text === bare.text;
    this.isPlain = isPlainSpelling(text);
    this.parts = parts;
  }
}

/** The same string as the engine keeps property names: two of them are compared by their address. */
const interned = (text: string): string => Object.keys({ [text]: true })[0] ?? text;

/**
 * All spellings that are one word without diacritics ("trước", "trươc", "truoc"), and where in the phrases of which lists
 * they stand: one bit a list in each field. Lists share bits, so a bit that is not set means that there is no such phrase,
 * one that is set only that it is worth looking.
 */
export interface BareWord {
  readonly text: string;
  /** Counts the words of the lexicon from 1 on; 0 for others, which no phrase has. */
  readonly id: number;
  first: number;
  second: number;
  last: number;
  lastButOne: number;
  /** The word is a phrase by itself. */
  only: number;
}

const newBareWord = (text: string, id: number): BareWord => ({
  text,
  id,
  first: 0,
  second: 0,
  last: 0,
  lastButOne: 0,
  only: 0,
});

const FEWEST_SLOTS = 1024;

/** Words in slots by their codes, each in its own or the next free one. No more slots than needed: a look is a look into memory. */
class ShortWords {
  private slots = slotsFor(FEWEST_SLOTS);
  private count = 0;

  get(early: number, late: number): Spelling | null {
    const last = this.slots.length - 1;
    let slot = slotOf(early, late) & last;
    for (let found = this.slots[slot] ?? null; found !== null; found = this.slots[slot] ?? null) {
      if (found.early === early && found.late === late) return found;
      slot = (slot + 1) & last;
    }
    return null;
  }

  add(spelling: Spelling): void {
    if (++this.count * 2 > this.slots.length) {
      const { slots } = this;
      this.slots = slotsFor(slots.length * 2);
      for (const each of slots) if (each) this.put(each);
    }
    this.put(spelling);
  }

  clear(): void {
    this.slots = slotsFor(FEWEST_SLOTS);
    this.count = 0;
  }

  private put(spelling: Spelling): void {
    const last = this.slots.length - 1;
    let slot = slotOf(spelling.early, spelling.late) & last;
    while (this.slots[slot]) slot = (slot + 1) & last;
    this.slots[slot] = spelling;
  }
}

const slotsFor = (count: number): (Spelling | null)[] => new Array<Spelling | null>(count).fill(null);

const slotOf = (early: number, late: number): number => {
  const mixed = Math.imul(early, 0x9e3779b1) ^ Math.imul(late, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** What stands beyond the ends of a text. */
export const NO_WORD: Readonly<Spelling> = new Spelling('', newBareWord('', 0), 0, null);

const bareWords = new Map<string, BareWord>();
const lexicon = new Map<string, Spelling>();
const byId: Spelling[] = [];

/** The spellings met in texts. Forgotten when there are too many: hostile text must not fill the memory. */
const met = new Map<string, Spelling>();
const MOST_MET = 20_000;

/** Of those met the short ones, by the codes of their letters. */
const shortOnes = new ShortWords();

function forgetAll(): void {
  met.clear();
  shortOnes.clear();
}

/** A word of the lexicon, to be remembered for good. */
export function lexiconWord(text: string): Spelling {
  let spelling = lexicon.get(text);
  if (spelling === undefined) {
    const folded = fold(text);
    const bare = bareWords.get(folded) ?? newBareWord(folded, bareWords.size + 1);
    bareWords.set(folded, bare);
    spelling = new Spelling(text, bare, lexicon.size + 1, null);
    lexicon.set(text, spelling);
    byId[spelling.id] = spelling;
    if (met.size > 0) forgetAll();
  }
  return spelling;
}

/** The word of the lexicon with that `id`. @throws RangeError where there is none */
export function lexiconWordOf(id: number): Spelling {
  const spelling = byId[id];
  if (!spelling) throw new RangeError(`The lexicon has no word ${id}`);
  return spelling;
}

/** A word of a text, in lower case. */
export function spellingOf(text: string): Spelling {
  let spelling = met.get(text);
  if (spelling === undefined) {
    spelling =
      lexicon.get(text) ??
      otherwiseSpelled(text) ??
      new Spelling(text, bareWordOf(fold(text)), 0, partsOf(text));
    if (met.size >= MOST_MET) forgetAll();
    met.set(text, spelling);
  }
  return spelling;
}

/** A word of the lexicon spelled in another way: known as that word, yet an object of its own, as it has other letters. */
function otherwiseSpelled(text: string): Spelling | null {
  for (const other of otherSpellings(text)) {
    const meant = lexicon.get(other);
    if (meant) return new Spelling(other, meant.bare, meant.id, null);
  }
  return null;
}

/**
 * A word of a text of up to eight letters or figures that have codes, known by them (see `split.ts`).
 *
 * @param early the codes of the letters before its last four; 0 where there are none
 * @param late those of its last four
 * @param text where it stands
 */
export function shortWord(early: number, late: number, text: string, start: number, end: number): Spelling {
  const known = shortOnes.get(early, late);
  if (known !== null) return known;
  const spelling = spellingOf(text.slice(start, end).toLowerCase());
  spelling.early = early;
  spelling.late = late;
  shortOnes.add(spelling);
  return spelling;
}

const bareWordOf = (folded: string): BareWord => bareWords.get(folded) ?? newBareWord(folded, 0);

/** The longest Vietnamese syllable is "nghiêng". */
const LONGEST_SYLLABLE = 7;
const SHORTEST_PART = 2;

/** Two words of the lexicon in one, at least one of them with diacritics: what has none may be a name or a foreign word. */
function partsOf(text: string): readonly Spelling[] | null {
  if (text.length > 2 * LONGEST_SYLLABLE) return null;
  for (let at = text.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = lexicon.get(text.slice(0, at));
    const second = first && lexicon.get(text.slice(at));
    if (second && !(first.isBare && second.isBare)) return [first, second];
  }
  return null;
}
