// Work that passes from one unit to another: who gives it up leads it no more.
import { FORMERLY, GIVING_UP, HANDING_OVER } from '../lexicon/charging.ts';
import { TAKING_ON, LEADING } from '../lexicon/roles.ts';
import { Phrases, phraseLength, phraseStart } from '../words/phrases.ts';
import type { Word } from '../words/word.ts';
import type { PlacedGroup } from './placed-group.ts';

const handingOver = new Phrases([[true, HANDING_OVER]]);
const givingUp = new Phrases([[true, GIVING_UP]]);
const formerly = new Phrases([[true, FORMERLY]]);
const roles = new Phrases([[true, [...LEADING, ...TAKING_ON, 'thực hiện', 'theo dõi', 'tham mưu', 'xử lý']]]);
const workNouns = new Phrases([[true, ['nhiệm vụ', 'công việc', 'việc', 'nội dung', 'phần việc']]]);

/** "không giao", "thôi giao" */
const NOT_NOW: ReadonlySet<string> = new Set(['không', 'ko', 'k', 'khong', 'hông', 'thôi', 'khỏi', 'đừng']);

const LONGEST_REFUSAL = 6;

/** True where a unit has the work no more: "thay Phòng A", "do Phòng A chủ trì nay chuyển …", "Phòng A không làm nữa". */
export function givesUp(words: readonly Word[], place: PlacedGroup): boolean {
  const { left, clause, next } = place;
  if (left.kind === 'replacing') return true;
  const isGiven = left.kind === 'assigning' || left.kind === 'by';
  if (isGiven && phraseStart(formerly, words, left.from, clause.from) < left.from) return true;
  if (left.kind === 'assigning' && NOT_NOW.has(words[left.from - 1]?.lower ?? '')) return true;
  if (
    next !== null &&
    next < clause.to &&
    (isPassedOn(words, place, next) || isContinued(words, place, next))
  )
    return true;
  return refuses(words, place);
}

/** "Phòng A không làm nữa", "Phòng A khỏi, …", "Phòng A bận thì …" */
function refuses(words: readonly Word[], { right, group, clause }: PlacedGroup): boolean {
  const length = phraseLength(givingUp, words, group.to, clause.to);
  if (length === 0 || right.hasModal || words[group.to]?.gap !== ' ') return false;
  const at = group.to + length;
  const after = words.slice(at, Math.min(clause.to, at + LONGEST_REFUSAL));
  const word = words[at - 1]?.lower ?? '';
  if (word === 'bận')
    return (
      words[at]?.gap.includes(',') === true || after.some(({ lower }) => lower === 'thì' || lower === 'nên')
    );
  if (STOPPING.has(word) && words[at]?.gap.includes(',') === true) return true;
  return phraseLength(roles, words, at, clause.to) > 0 && after.some(({ lower }) => lower === 'nữa');
}

const STOPPING: ReadonlySet<string> = new Set(['thôi', 'khỏi']);

/** "do Phòng A chủ trì nay chuyển Phòng B", "chuyển nhiệm vụ từ Phòng A sang Phòng B", but not "chuyển hồ sơ từ …". */
function isPassedOn(
  words: readonly Word[],
  { left, right, group, clause }: PlacedGroup,
  next: number,
): boolean {
  const isFrom = words[group.from - 1]?.lower === 'từ';
  if (left.kind !== 'by' && !isFrom) return false;
  const start = phraseStart(handingOver, words, next, group.to);
  if (start === next) return false;
  const between = words.slice(right.to, start + 1);
  if (between.some(({ gap }) => /[;:.]/u.test(gap))) return false;
  if (isFrom) return namesAny(words, clause.from, group.from);
  if (words[start]?.lower === 'nay') return true;
  const isAboutWork = phraseLength(workNouns, words, clause.from, left.from) > 0;
  return isAboutWork && !between.some(({ gap }) => gap.includes(','));
}

/** "Phòng A bàn giao hồ sơ cho Phòng B làm tiếp": the work goes on with Phòng B. */
function isContinued(words: readonly Word[], { right, clause }: PlacedGroup, next: number): boolean {
  if (phraseLength(transfers, words, right.to, next) === 0) return false;
  for (let at = next; at < Math.min(clause.to, next + LONGEST_TAKEOVER); at++) {
    if (at > next && /[,;:.]/u.test(words[at]?.gap ?? '.')) return false;
    if (phraseLength(goingOn, words, at, clause.to) > 0) return true;
  }
  return false;
}

const transfers = new Phrases([
  [true, ['bàn giao', 'bàn giao lại', 'chuyển giao', 'chuyển', 'chuyển lại', 'giao lại', 'trao lại']],
]);
const goingOn = new Phrases([
  [
    true,
    [
      'làm tiếp',
      'tiếp tục',
      'xử lý tiếp',
      'thực hiện tiếp',
      'theo dõi tiếp',
      'tham mưu tiếp',
      'triển khai tiếp',
      'tiếp quản',
      'tiếp nhận và tiếp tục',
    ],
  ],
]);
const LONGEST_TAKEOVER = 14;

function namesAny(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (phraseLength(workNouns, words, at, to) > 0 || phraseLength(roles, words, at, to) > 0) return true;
  return false;
}

/** True where a unit takes over from one named before it: "… nay chuyển Phòng B", "…, để Phòng B làm". */
export function takesOver(words: readonly Word[], { left, right, group, clause }: PlacedGroup): boolean {
  if (phraseStart(handingOver, words, group.from, clause.from) < group.from) return true;
  const isWorking = right.kind !== 'end' && right.kind !== 'other';
  if (isWorking && left.kind === 'receiving' && phraseLength(goingOn, words, group.to, clause.to) > 0)
    return true;
  return isWorking && (left.kind === 'weak_assigning' || THEN.has(words[group.from - 1]?.lower ?? ''));
}

const THEN: ReadonlySet<string> = new Set(['thì', 'nên']);
