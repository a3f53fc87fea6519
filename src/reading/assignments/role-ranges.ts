// Which words name units and their part in the work, and are no work themselves.
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { FORMERLY } from '../lexicon/charging.ts';
import { DEADLINE_LEAD_INS } from '../lexicon/deadline-lead-ins.ts';
import { INVITING } from '../lexicon/helping.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedGroup } from './placed-group.ts';
import type { Range } from './ranges.ts';
import { firstFrom } from './ranges.ts';

const formerly = new Phrases([[true, FORMERLY]]);
const inviting = new Phrases([[true, INVITING]]);
const nextSteps = new Phrases([[true, [...ACTION_VERBS, ...DEADLINE_LEAD_INS]]]);

/**
 * "phối hợp với Phòng B", and "Phòng B phối hợp" with its connector. Where the lead's own work stands before it, what
 * the partner does is not the lead's work either.
 */
export function roleRange(
  words: readonly Word[],
  { group, left, right, clause, dates }: PlacedGroup,
  open: { readonly workFrom: number } | undefined,
): Range {
  const isHelper = right.kind === 'supporting' || right.kind === 'advising' || right.kind === 'lending';
  if (!isHelper || left.kind === 'coordinating') return { from: left.from, to: group.to };
  const start = left.kind === 'connector' ? left.from : group.from;
  const from = phraseStart(inviting, words, start, clause.from);
  const hasOwnWork = open !== undefined && left.from > open.workFrom;
  // "A chủ trì, B phối hợp thẩm định" names the work of both; "B hỗ trợ kỹ thuật" never the lead's.
  const isJointWork = words.slice(group.to, right.to).some(({ folded }) => folded === 'hop');
  return {
    from,
    to: hasOwnWork || !isJointWork ? endOfHelp(words, { from: right.to, to: clause.to }, dates) : right.to,
  };
}

/** Whom the work is taken from, with the words that say so: "từ Phòng A", "Phòng A không làm nữa". */
export function givenUpRange(
  words: readonly Word[],
  { group, left, right, clause, next }: PlacedGroup,
): Range {
  const isWithWord = left.kind === 'assigning' || words[group.from - 1]?.lower === 'từ';
  const isRole = right.kind === 'leading' || right.kind === 'action';
  let to = isRole ? right.to : group.to;
  // "không giao Phòng A nữa", "Phòng A bận thì"
  for (let at = to; at < Math.min(clause.to, next ?? clause.to, to + LONGEST_REFUSAL); at++) {
    if (words[at]?.gap.includes(',') === true) break;
    if (REFUSAL_ENDS.has(words[at]?.lower ?? '')) to = at + 1;
  }
  const from = isWithWord ? left.from - 1 : left.from;
  return { from: phraseStart(formerly, words, from, clause.from), to: Math.min(to, next ?? to) };
}

const LONGEST_REFUSAL = 6;
const REFUSAL_ENDS: ReadonlySet<string> = new Set([
  'nữa',
  'bận',
  'thì',
  'nên',
  'khỏi',
  'thôi',
  'nay',
  'sang',
  'qua',
  'mà',
]);

/** To the comma before the next verb or date, or to the end of the clause. */
function endOfHelp(words: readonly Word[], { from, to }: Range, dates: readonly Range[]): number {
  for (let at = from; at < to; at++) {
    if (
      words[at]?.gap.includes(',') === true &&
      (phraseLength(nextSteps, words, at, to) > 0 || dates[firstFrom(dates, at)]?.from === at)
    )
      return at;
  }
  return to;
}
