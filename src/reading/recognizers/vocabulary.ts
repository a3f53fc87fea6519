// The words of the lexicon and those met in texts, each known once: equal words are one object.
import { fold } from '../normalize.ts';
import { isPlainSpelling } from './spelling.ts';

/** A word in lower case as it is spelled. */
export interface Spelling {
  readonly text: string;
  /** Counts the spellings of the lexicon from 1 on; 0 for others, which no phrase has. */
  readonly id: number;
  readonly bare: BareWord;
  /** Written without diacritics. */
  readonly isBare: boolean;
  /** Words of the lexicon that were written without the space between them: "trướcngày"; null otherwise. */
  readonly parts: readonly Spelling[] | null;
  /** In a text with diacritics it is what it says, not a careless spelling of another word. */
  readonly isPlain: boolean;
}

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

/** What stands beyond the ends of a text. */
export const NO_WORD: Readonly<BareWord> = newBareWord('', 0);

const bareWords = new Map<string, BareWord>();
const lexicon = new Map<string, Spelling>();
const byId: Spelling[] = [];

/** The spellings met in texts. Forgotten when there are too many: hostile text must not fill the memory. */
const met = new Map<string, Spelling>();
const MOST_MET = 20_000;

/** A word of the lexicon, to be remembered for good. */
export function lexiconWord(text: string): Spelling {
  let spelling = lexicon.get(text);
  if (spelling === undefined) {
    const folded = fold(text);
    const bare = bareWords.get(folded) ?? newBareWord(folded, bareWords.size + 1);
    bareWords.set(folded, bare);
    spelling = newSpelling(text, bare, lexicon.size + 1);
    lexicon.set(text, spelling);
    byId[spelling.id] = spelling;
    met.clear();
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
    spelling = lexicon.get(text) ?? newSpelling(text, bareWordOf(fold(text)), 0, partsOf(text));
    if (met.size >= MOST_MET) met.clear();
    met.set(text, spelling);
  }
  return spelling;
}

const newSpelling = (
  text: string,
  bare: BareWord,
  id: number,
  parts: readonly Spelling[] | null = null,
): Spelling => ({
  text,
  id,
  parts,
  bare,
  isBare: text === bare.text,
  isPlain: isPlainSpelling(text),
});

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
