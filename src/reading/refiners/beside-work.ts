// Whether a sentence asks for anything at the time it names: by what it is about, or by naming nothing but the time.
import { dateOf } from '../../domain/local-time.ts';
import { Cue, PARTICLES, REQUESTING_PARTICLES } from '../lexicon/deadline-cues.ts';
import { REFERRING } from '../lexicon/look-alike-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import { awayAt } from './away.ts';
import type { Candidate } from './candidate.ts';
import type { LandmarkMatch } from './reading-text.ts';
import { isFronted } from './candidate.ts';
import { hasOrderBefore, orderBefore } from './governing.ts';
import {
  goesOnWithAction,
  isToSomebody,
  isToldToWork,
  isWishedFor,
  startsWithAction,
  tellsWorkAfter,
} from './order-shape.ts';

/** "3-1", "15.4" with nothing that makes it a date. */
export const isLoneWeakDate = ({ expression }: Candidate): boolean =>
  expression.kind === 'moment' && expression.isWeak;

const MOST_WORDS_BESIDE = 10;

/** The message is the time and politeness: "thứ 6 tuần tới", "EOD nhé em", "ngày 15/4 này". A citation beside it does not count. */
export function isAlone(candidate: Candidate): boolean {
  const { tokens, cuesFrom, expression, clauseTo } = candidate;
  return (
    isPolite(tokens, afterCitation(candidate), cuesFrom) &&
    isPolite(tokens, expression.to, beforeBracket(tokens, expression.to, clauseTo))
  );
}

/** The token after "Thực hiện Công văn số …," at the head of the clause. */
function afterCitation({ tokens, clauseFrom, cuesFrom }: Candidate): number {
  if (REFERRING.at(tokens, clauseFrom) === null) return clauseFrom;
  const farthest = Math.max(clauseFrom, cuesFrom - MOST_WORDS_BESIDE - 1);
  for (let i = cuesFrom - 1; i > farthest; i--) if (tokens.isMark(i, ',:')) return i + 1;
  return clauseFrom;
}

/** The token before "(theo Kế hoạch số …)" at the end of the clause. */
function beforeBracket(tokens: Candidate['tokens'], from: number, clauseTo: number): number {
  if (!tokens.isMark(clauseTo - 1, ')')) return clauseTo;
  for (let i = from; i < Math.min(clauseTo, from + MOST_WORDS_BESIDE); i++)
    if (tokens.isMark(i, '(')) return i;
  return clauseTo;
}

function isPolite(tokens: Candidate['tokens'], from: number, to: number): boolean {
  if (to - from > MOST_WORDS_BESIDE) return false;
  for (let i = from; i < to;) {
    const particle = PARTICLES.at(tokens, i);
    if (particle !== null && particle.to <= to) i = particle.to;
    else if (tokens.at(i)?.kind === 'mark') i++;
    else return false;
  }
  return true;
}

/** "cấm xe từ 18h00 đến 22h00", "mưa lớn đến ngày 18/10": a stretch of which nothing says that anybody works. */
export function isAboutWork(candidate: Candidate): boolean {
  const { expression, after, tokens } = candidate;
  if (expression.kind === 'range' && expression.first === null) return true;
  return (
    (GRANTED.at(tokens, expression.to) !== null && isFronted(candidate)) ||
    hasOrderBefore(candidate) ||
    isToldToWork(candidate) ||
    startsWithAction(candidate) ||
    (after !== null && after.kind !== 'event') ||
    isAlone(candidate) ||
    isAloneBetweenCommas(candidate)
  );
}

/** "T5 hay T6 này gì cũng được": whenever one likes, in that stretch. */
const GRANTED = phraseSet(
  'cũng được, đều được, gì cũng được, nào cũng được, cũng đc, cũng dc, cũng ok, cũng kịp, đều kịp, đều ok',
);

/** "hết năm nay nha, ko vội", "thêm 2 ngày, tới 10/10 nha": with its cue it is a message in itself. */
export function isAloneBetweenCommas(candidate: Candidate): boolean {
  const { tokens, cues, cuesFrom, clauseFrom, expression, clauseTo } = candidate;
  if (cues === 0 && REQUESTING_PARTICLES.at(tokens, expression.to) === null) return false;
  let to = expression.to;
  while (to < clauseTo && to - expression.to <= MOST_WORDS_BESIDE && !tokens.isMark(to, ',')) to++;
  if (cuesFrom === clauseFrom && to === expression.to && isHeadOfStatement(candidate)) return false;
  return (cuesFrom === clauseFrom || tokens.isMark(cuesFrom - 1, ',')) && isPolite(tokens, expression.to, to);
}

const MOST_WORDS_OF_THING = 6;
const MOST_WORDS_ASKED = 14;

/** "Trong quý I/2026, toàn tỉnh xảy ra 12 vụ cháy.": told of a period that has begun. */
const isHeadOfStatement = ({ expression, clauseTo, resolution, today }: Candidate): boolean =>
  expression.kind === 'period' &&
  clauseTo - expression.to > MOST_WORDS_OF_REMARK &&
  resolution?.kind === 'time' &&
  dateOf(resolution.first) <= today;

const MOST_WORDS_OF_REMARK = 4;

/** "hồ sơ trong ngày 19/8 nha cả nhà": a short message that names a thing, a time and asks politely. */
export function isThingAskedFor(candidate: Candidate): boolean {
  const { tokens, expression, clauseFrom, clauseTo, cuesFrom, before } = candidate;
  return (
    (candidate.has(Cue.within | Cue.at) || tokens.is(expression.from, 'trong')) &&
    (before === null || before.kind === 'report') &&
    (cuesFrom - clauseFrom <= MOST_WORDS_OF_THING ||
      (cuesFrom - clauseFrom <= MOST_WORDS_ASKED && awayAt(tokens, clauseFrom) === null)) &&
    REQUESTING_PARTICLES.at(tokens, expression.to) !== null &&
    isPolite(tokens, expression.to, clauseTo)
  );
}

/** "KHTC tính lại, chiều có số nhé": after an order, that something be there by then. */
export function isToBeThere(candidate: Candidate): boolean {
  const { text, tokens, expression, clauseFrom, clauseTo, cuesFrom, after } = candidate;
  if (
    !tokens.is(expression.to, 'có') ||
    !tokens.isMark(cuesFrom - 1, ',') ||
    tokens.is(cuesFrom - 2, 'rồi') ||
    after?.kind === 'event'
  )
    return false;
  const end = Math.min(clauseTo, expression.to + MOST_WORDS_OF_THING + 1);
  const please = REQUESTING_PARTICLES.within(tokens, expression.to + 2, end);
  const order = text.landmarkBefore(cuesFrom, clauseFrom);
  return (
    please !== null &&
    isPolite(tokens, please.to, clauseTo) &&
    (order?.kind === 'work' || order?.kind === 'duty' || isToSomebody(candidate))
  );
}

const FARTHEST_WORK_IN_TOKENS = 24;

/** "tổ chức tập huấn trong tháng 12": to be held some day of that stretch. */
const isHolding = ({ tokens, expression }: Candidate, { kind, from, to }: LandmarkMatch): boolean =>
  kind === 'event' &&
  tokens.is(from, 'tổ') &&
  to - from > 2 &&
  (expression.kind === 'period' ||
    (expression.kind === 'moment' && expression.weekday === null && expression.day === null));

/** "Cây cầu treo bị sập vào đêm 10/3", "Tiền lương được trả vào ngày 05": what befalls a thing; nobody is told. */
const isSaidOfThing = ({ text, tokens, clauseFrom }: Candidate, { kind, from, to }: LandmarkMatch): boolean =>
  kind === 'work' &&
  (tokens.is(to, 'bị') ||
    (tokens.is(from - 1, 'được', 'bị') &&
      !tokens.is(from - 2, 'phải', 'cần', 'sẽ', 'nên', 'chưa', 'không'))) &&
  // "chuyển tiền cho các hộ bị thu hồi đất vào …": what befell them is told beside the order.
  text.landmarkBefore(from, clauseFrom)?.kind !== 'work';

/** The sentence orders something at that time: "mai gửi anh", "trình Lãnh đạo Sở vào thứ Tư", "9h sáng T2 phải có trên bàn". */
export function isBesideWork(candidate: Candidate): boolean {
  const { expression, cuesFrom, tokens } = candidate;
  const before = orderBefore(candidate);
  const after = candidate.after;
  const isTimeAlone =
    expression.kind === 'moment' &&
    expression.day === null &&
    expression.weekday === null &&
    expression.week === null;
  if (isLoneWeakDate(candidate) || isTimeAlone) {
    const isTouching =
      (after?.kind === 'work' || after?.kind === 'duty') && isPolite(tokens, expression.to, after.from);
    return isTouching || (before?.kind === 'work' && before.to === cuesFrom && !isLoneWeakDate(candidate));
  }
  if (before !== null)
    return (
      !isSaidOfThing(candidate, before) &&
      (before.kind === 'work' || before.kind === 'duty' || isHolding(candidate, before)) &&
      cuesFrom - before.to <= FARTHEST_WORK_IN_TOKENS
    );
  if (after === null)
    return (
      startsWithAction(candidate) ||
      goesOnWithAction(candidate) ||
      isToldToWork(candidate) ||
      tellsWorkAfter(candidate) ||
      isWishedFor(candidate)
    );
  return (
    (after.kind === 'work' || after.kind === 'duty') && after.from - expression.to <= FARTHEST_WORK_IN_TOKENS
  );
}
