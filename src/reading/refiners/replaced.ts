// Deadlines that no longer hold, and times that were moved.
import { CUES, CUE_FILLERS, Cue, MOVING } from '../lexicon/deadline-cues.ts';
import { NEGATIONS } from '../lexicon/work-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { cueChain } from './cue-chain.ts';

/** "không phải 15/4", "hạn cũ 20/4", "quá hạn 15/4", "từ 15/4 sang 18/4": a deadline that no longer holds. */
export function isReplaced(candidate: Candidate): boolean {
  const { text, tokens, expression, index } = candidate;
  if (candidate.has(Cue.not | Cue.old)) return true;
  // "Tính đến hết 31/3 phải thu đủ đảng phí" counts nothing: it obliges.
  if (
    candidate.has(Cue.over) &&
    !candidate.has(Cue.before | Cue.latest) &&
    !(tokens.is(candidate.cuesFrom, 'tính') && tokens.is(expression.to, 'phải', 'cần'))
  )
    return true;
  if (isDayOff(candidate) || isSubstituted(candidate) || isConceded(candidate)) return true;
  const next = text.expressions[index + 1];
  const move = next !== undefined ? CUES.at(tokens, expression.to) : null;
  if (next !== undefined && move?.value === Cue.move && isJustBefore(candidate, move.to, next.from))
    return true;
  return (
    tokens.is(expression.to, 'cũ') || (NEGATIONS.at(tokens, expression.to) !== null && isCalledOff(candidate))
  );
}

/** "Qua tuần sau nộp cũng được nhưng không trễ hơn 20/10": the later limit holds. */
function isConceded({ text, tokens, index, expression, clauseTo }: Candidate): boolean {
  const next = text.expressions[index + 1];
  if (next === undefined || next.from >= clauseTo) return false;
  const conceded = CONCEDED.within(
    tokens,
    expression.to,
    Math.min(next.from, expression.to + LONGEST_CONCESSION_IN_TOKENS),
  );
  return (
    conceded !== null &&
    BUT.within(tokens, conceded.to, Math.min(next.from, conceded.to + LONGEST_CONCESSION_IN_TOKENS)) !== null
  );
}

const LONGEST_CONCESSION_IN_TOKENS = 6;
const CONCEDED = phraseSet('cũng được, cũng đc, cũng dc, cũng ok, cũng không sao, cũng ko sao, cũng tốt');
const BUT = phraseSet('nhưng, miễn, miễn là, miễn sao, song, chỉ cần, mà');

/** "Họp thứ Năm dời sang thứ Sáu": what is moved or counted to another day is no deadline. */
export const isMovedEvent = (candidate: Candidate): boolean =>
  (candidate.has(Cue.move) && candidate.labelFrom === null && candidate.before?.kind === 'event') ||
  isCountedTo(candidate);

/** "Hồ sơ nộp sau 16h30 được tính sang ngày hôm sau" */
export function isCountedTo({ tokens, cuesFrom }: Candidate): boolean {
  // Hardly any sentence counts: that is asked first.
  const at = tokens.is(cuesFrom - 1, 'tính') ? cuesFrom - 1 : cuesFrom - 2;
  return tokens.is(at, 'tính') && tokens.is(at + 1, 'sang', 'vào') && !tokens.is(at - 1, 'dự', 'ước');
}

/** "hạn 9/1 nhưng rơi vào T7 nên nộp luôn T6": neither the day nor the day off that it falls on. */
const FALLS_ON = phraseSet(
  'nhưng rơi vào, rơi vào, lại rơi vào, mà rơi vào, rơi trúng, nhưng trùng, trùng vào, nhưng trúng',
);

const isDayOff = ({ text, tokens, expression, cuesFrom, index, clauseTo }: Candidate): boolean => {
  const last = text.expressions[index + 2] ?? text.expressions[index + 1];
  const hasOther = last !== undefined && last.from > expression.to && last.to <= clauseTo;
  return (
    isFalling(tokens.wordAt(cuesFrom - 1).text) || (hasOther && FALLS_ON.at(tokens, expression.to) !== null)
  );
};

/** Not "trung": "tập trung" falls on nothing. */
const isFalling = (word: string): boolean =>
  word === 'rơi' || word === 'roi' || word === 'trùng' || word === 'trúng';

/** "Thay thời hạn “trước ngày 15/4” tại Công văn số 12 bằng “trước ngày 25/4”": what stands before "bằng" is given up. */
function isSubstituted({
  text,
  tokens,
  expression,
  index,
  clauseFrom,
  clauseTo,
  cuesFrom,
}: Candidate): boolean {
  const last = text.expressions[index + 1];
  if (last === undefined || last.from >= clauseTo) return false;
  if (MOVING.lastWithin(tokens, Math.max(clauseFrom, cuesFrom - FARTHEST_HEAD_IN_TOKENS), cuesFrom) === null)
    return false;
  const end = Math.min(clauseTo, expression.to + LONGEST_SUBSTITUTION_IN_TOKENS);
  for (let i = expression.to; i < end; i++)
    if (tokens.is(i, 'bằng', 'thành') && isFollowedByTime(text, index, i + 1)) return true;
  return false;
}

/** True where a time after that at `index` stands just after token `from`, its own cues between. */
function isFollowedByTime({ expressions, tokens }: Candidate['text'], index: number, from: number): boolean {
  const next = expressions.find((time, at) => at > index && time.from >= from);
  if (next === undefined || next.from - from > LONGEST_CUES_IN_TOKENS) return false;
  const limit = expressions[expressions.indexOf(next) - 1]?.to ?? 0;
  const opening = tokens.isMark(from, '"\'') ? from + 1 : from;
  return (
    cueChain(tokens, next.from, Math.max(from, limit), Math.max(from, limit)).from <= opening ||
    next.from === opening
  );
}

const LONGEST_SUBSTITUTION_IN_TOKENS = 24;
const LONGEST_CUES_IN_TOKENS = 6;

const FARTHEST_HEAD_IN_TOKENS = 40;

/** True where only fillers stand in [from, to). */
function isJustBefore({ tokens }: Candidate, from: number, to: number): boolean {
  let at = from;
  for (
    let filler = CUE_FILLERS.at(tokens, at);
    filler !== null && at < to;
    filler = CUE_FILLERS.at(tokens, at)
  )
    at = filler.to;
  return at === to;
}

/** "mai không làm", "thứ 7 không họp": nothing is due on a day of no work. */
function isCalledOff({ tokens, expression, cues }: Candidate): boolean {
  const negation = NEGATIONS.at(tokens, expression.to);
  return cues === 0 && negation !== null && tokens.is(negation.to, 'làm', 'họp', 'đi', 'nghỉ', 'có');
}
