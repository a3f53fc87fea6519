// Several deadlines in one order make several tasks; a closing clause with a date dates what stands before it.
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { ALL_ABOVE, COMPLETION_WORDS, DEADLINE_LEAD_INS } from '../lexicon/deadline-lead-ins.ts';
import { Phrases, phraseLength } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedDeadline } from './reading.ts';
import type { Range } from './ranges.ts';
import { RangeSet, within } from './ranges.ts';

const actions = new Phrases([[true, ACTION_VERBS]]);
const completionWords = new Phrases([[true, COMPLETION_WORDS]]);
const leadIns = new Phrases([[true, DEADLINE_LEAD_INS]]);
const allAbove = new Phrases([[true, ALL_ABOVE]]);
const joints = new Phrases([[true, ['và', 'đồng thời', 'sau đó', 'rồi', 'tiếp đó', 'đồng thời tiếp tục']]]);
const conditionJoints = new Phrases([[true, ['đồng thời', 'sau đó', 'tiếp đó']]]);

/** A stretch of work with its own deadline. */
export interface DatedPart extends Range {
  readonly deadline: PlacedDeadline | null;
}

/** Cuts an order at the clauses that have deadlines of their own. */
export function datedParts(
  words: readonly Word[],
  order: Range,
  deadlines: readonly PlacedDeadline[],
): DatedPart[] {
  const [first, ...rest] = within(deadlines, order);
  if (first === undefined) return [{ ...order, deadline: null }];
  const conditionStart = isConditionOnly(first) ? jointBefore(words, order.from, first.from) : null;
  const parts: { from: number; deadline: PlacedDeadline | null }[] =
    conditionStart === null
      ? [{ from: order.from, deadline: first }]
      : [
          { from: order.from, deadline: null },
          { from: conditionStart, deadline: first },
        ];
  let last = first;
  for (const deadline of rest) {
    const start = boundaryBetween(words, last, deadline, order.to);
    const current = parts.at(-1);
    if (start !== null) parts.push({ from: start, deadline });
    else if (current !== undefined && isBetter(deadline, current.deadline)) current.deadline = deadline;
    last = deadline;
  }
  const undated = undatedClause(words, last, order.to);
  if (undated !== null) parts.push({ from: undated, deadline: null });
  return parts.map(({ from, deadline }, index) => ({
    from,
    to: parts[index + 1]?.from ?? order.to,
    deadline,
  }));
}

const isConditionOnly = ({ finding }: PlacedDeadline): boolean =>
  finding.deadline.due === null && finding.deadline.rrule === null && finding.deadline.condition !== null;

/** Of two deadlines in one clause, a day beats an event. */
const isBetter = (deadline: PlacedDeadline, current: PlacedDeadline | null): boolean =>
  current === null || (current.finding.deadline.due === null && deadline.finding.deadline.due !== null);

/** "…, đồng thời xin ý kiến … sau khi Luật ban hành": only the part after "đồng thời" waits. */
function jointBefore(words: readonly Word[], from: number, to: number): number | null {
  for (let at = to - 1; at > from; at--) {
    if (phraseLength(conditionJoints, words, at, to) > 0) return at;
  }
  return null;
}

/** Where the clause of the later deadline begins; null where both stand in one clause. */
function boundaryBetween(
  words: readonly Word[],
  earlier: PlacedDeadline,
  later: PlacedDeadline,
  limit: number,
): number | null {
  const isFronted =
    /[,;.]/u.test(words[later.from]?.gap ?? '') && phraseLength(actions, words, later.to, limit) > 0;
  if (isFronted) return later.from;
  for (let at = earlier.to; at < later.from; at++) {
    const joint = phraseLength(joints, words, at, later.from);
    const isCut = /[,;.]/u.test(words[at]?.gap ?? '');
    if (!isCut && joint === 0) continue;
    if (phraseLength(actions, words, at + joint, later.from) > 0) return at;
  }
  return null;
}

/** "…(xong trước 20/4); lập kế hoạch mua sắm": after its own semicolon, other work is not due by then. */
function undatedClause(words: readonly Word[], { to }: Range, limit: number): number | null {
  for (let at = to; at < limit; at++) {
    if (words[at]?.gap.includes(';') !== true) continue;
    const isWork = phraseLength(actions, words, at, limit) > 0;
    return isWork && phraseLength(completionWords, words, at, limit) === 0 ? at : null;
  }
  return null;
}

/** The words of a deadline with those that lead into it ("hoàn thành trước ngày 15/4"), back to `from` at most. */
export function deadlineWithLeadIn(words: readonly Word[], deadline: Range, from: number): Range {
  let start = deadline.from;
  for (let at = Math.max(from, start - 5); at < start; at++) {
    if (phraseLength(leadIns, words, at, deadline.from) !== deadline.from - at) continue;
    // "báo cáo trước ngày 15/4" after a comma only dates; "gửi báo cáo trước ngày 15/4" names the work.
    const isBound = isWeakLeadIn(words, at) && !/[,;:(.-]/u.test(words[at]?.gap ?? ',') && at > from;
    const goesOn = words[at]?.lower === 'báo' && words[deadline.to]?.gap === ' ';
    if (!isBound && !goesOn) {
      start = at;
      break;
    }
  }
  return { from: start, to: deadline.to };
}

const isWeakLeadIn = (words: readonly Word[], at: number): boolean =>
  /^(?:hoàn|báo|thực|tiến|xong)$/u.test(words[at]?.lower ?? '');

/** True where [from, to) says nothing but "hoàn thành … trước ngày …": `skipped` are the words of dates and recipients. */
export function isCompletionOnly(
  words: readonly Word[],
  { from, to }: Range,
  skipped: readonly Range[],
): boolean {
  const skips = new RangeSet(skipped);
  for (let at = from; at < to;) {
    const length = phraseLength(completionWords, words, at, to);
    const next = skips.endOf(at) ?? at + length;
    if (next === at) return false;
    at = next;
  }
  return true;
}

/** True where the words name all of the work above: "các nhiệm vụ trên". */
export function namesAllAbove(words: readonly Word[], { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (phraseLength(allAbove, words, at, to) > 0) return true;
  return false;
}

/** The last clause of a stretch: after its last comma or semicolon that is not inside the deadline. */
export function lastClause(words: readonly Word[], { from, to }: Range, deadline: Range): Range {
  for (let at = deadline.from; at > from; at--) {
    if (/[,;.]/u.test(words[at]?.gap ?? '')) return { from: at, to };
  }
  return { from, to };
}
