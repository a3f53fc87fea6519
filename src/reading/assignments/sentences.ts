// Cuts a block into sentences, and sentences into the clauses that semicolons part.
import type { Word } from '../words/word.ts';
import type { Range } from './ranges.ts';

export interface Sentence extends Range {
  readonly clauses: readonly Range[];
  readonly isQuestion: boolean;
}

/** A stop after one of these abbreviates. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'p tp ptp tt q cc ts ths pgs gs bs bsckii ks đ tr mr ms dr ds bv ub stt đt tel no t tx h x'.split(' '),
);

const SENTENCE_END = /[.!?…]["')\]*_]*\s/u;
const LONGEST_REMARK_IN_WORDS = 40;

/** The sentences of the words in [from, to); `ending` is what the text has after the last of them. */
export function sentencesOf(words: readonly Word[], { from, to }: Range, ending: string): Sentence[] {
  const sentences: Sentence[] = [];
  let sentenceFrom = from;
  let clauseFrom = from;
  let clauses: Range[] = [];
  const close = (at: number, gap: string): void => {
    if (at > clauseFrom) clauses.push({ from: clauseFrom, to: at });
    if (at > sentenceFrom)
      sentences.push({ from: sentenceFrom, to: at, clauses, isQuestion: gap.includes('?') });
    sentenceFrom = clauseFrom = at;
    clauses = [];
  };
  for (let index = from + 1; index < to; index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) continue;
    if (endsSentence(before, word)) close(index, word.gap);
    else if (word.gap.includes(';') && !isInRemark(words, index, { from: sentenceFrom, to })) {
      clauses.push({ from: clauseFrom, to: index });
      clauseFrom = index;
    }
  }
  close(to, ending);
  return sentences;
}

function endsSentence(before: Word, word: Word): boolean {
  if (!SENTENCE_END.test(word.gap)) return false;
  if (/[!?]/u.test(word.gap)) return true;
  if (ABBREVIATIONS.has(before.lower) && /^\.\s/u.test(word.gap)) return false;
  return word.isCapitalized || /\d/u.test(word.written) || before.written.length > 1;
}

/** True where the semicolon before word `at` stands inside brackets. */
function isInRemark(words: readonly Word[], at: number, { from, to }: Range): boolean {
  for (let index = at - 1; index > Math.max(from, at - LONGEST_REMARK_IN_WORDS); index--) {
    const gap = words[index]?.gap ?? '';
    if (gap.includes('(')) return closes(words, at, to);
    if (gap.includes(')')) return false;
  }
  return false;
}

function closes(words: readonly Word[], at: number, to: number): boolean {
  for (let index = at; index < Math.min(to, at + LONGEST_REMARK_IN_WORDS); index++) {
    const gap = words[index]?.gap ?? '';
    if (gap.includes(')')) return true;
    if (gap.includes('(')) return false;
  }
  return false;
}
