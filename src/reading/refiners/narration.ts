// Times of what has been.
import { addMonths, dateOf, daysBetween, yearOf } from '../../domain/local-time.ts';
import { Cue } from '../lexicon/deadline-cues.ts';
import { DONE_MARKERS, NEGATIONS, PAST_AFTER } from '../lexicon/work-words.ts';
import type { TimeExpression } from '../recognizers/expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { orderBefore } from './governing.ts';
import type { LandmarkMatch } from './reading-text.ts';
import { isYearBefore } from './years.ts';

/** "sinh trước ngày 01/01/1945": what lies more than a year back is nobody's deadline. */
export function isLongPast(candidate: Candidate): boolean {
  if (!candidate.endsBeforeToday) return false;
  const { resolution, today } = candidate;
  return resolution?.kind === 'time' && isYearBefore(resolution.last, today);
}

/** "em gửi hôm 15/4 rồi", "đến hết Quý I đã giải ngân", "chiều 20/3/2024 Sở tổ chức…": what has been. */
export function isNarration(candidate: Candidate): boolean {
  const { tokens, cuesFrom } = candidate;
  // "trong hôm thứ 5" is to come.
  if (candidate.has(Cue.past) && !candidate.has(Cue.within) && !isOrderAfter(candidate)) return true;
  if (candidate.has(Cue.done) && DONE_MARKERS.before(tokens, cuesFrom) !== null) return true;
  if (candidate.isBinding)
    return (
      (candidate.endsByToday && (isDoneBefore(candidate) || isFinished(candidate))) || isMissed(candidate)
    );
  return (
    (candidate.endsBeforeToday && !isOrderedWith(candidate)) ||
    isDoneToday(candidate) ||
    isJustPast(candidate) ||
    isNotBefore(candidate) ||
    isPastByWords(candidate) ||
    isDoneBefore(candidate) ||
    isDoneAfter(candidate)
  );
}

/** "Đến nay còn 3 xã chưa nộp, dù hạn là 30/6" written in July: a deadline that went by. */
const isMissed = (candidate: Candidate): boolean => {
  const { tokens, clauseFrom, cuesFrom } = candidate;
  if (!isJustPast(candidate)) return false;
  const farthest = Math.max(clauseFrom, cuesFrom - FARTHEST_COMPLAINT_IN_TOKENS);
  for (let i = farthest; i < cuesFrom; i++) if (tokens.is(i, 'chưa', 'dù', 'trễ')) return true;
  return false;
};

const FARTHEST_COMPLAINT_IN_TOKENS = 16;

/** "Gói thầu số 3 hoàn thành ngày 28/4" written on 4/5: said of a thing, that it was finished. */
const isFinished = (candidate: Candidate): boolean =>
  (candidate.cues & ~Cue.at) === Cue.done &&
  candidate.labelFrom === null &&
  candidate.endsBeforeToday &&
  FINISHED_THINGS.at(candidate.tokens, candidate.clauseFrom) !== null;

const FINISHED_THINGS = phraseSet(
  'gói thầu, công trình, dự án, hạng mục, tuyến đường, cây cầu, đề tài, nhiệm vụ, phần mềm, hệ thống, việc, công tác, đợt, chiến dịch',
);

/** "Phải đến 25/7 Bộ mới ban hành": not before that day. */
function isNotBefore(candidate: Candidate): boolean {
  const { tokens, expression, clauseTo } = candidate;
  // "20/3 mới có kết quả"; but "thứ Sáu mới nộp" is due then.
  if (candidate.cues === 0 && isOnlyThen(tokens, expression.to)) return true;
  if (!candidate.has(Cue.upto | Cue.after)) return false;
  const end = Math.min(clauseTo, expression.to + LONGEST_SUBJECT_IN_TOKENS);
  for (let i = expression.to; i < end && !tokens.isMark(i, ','); i++)
    if (tokens.at(i)?.text === 'mới' && !tokens.is(i + 1, 'là', 'nhất', 'được')) return true;
  return false;
}

const LONGEST_SUBJECT_IN_TOKENS = 5;
const isOnlyThen = (tokens: Candidate['tokens'], i: number): boolean =>
  tokens.is(i, 'mới') && tokens.is(i + 1, 'có', 'về', 'ra', 'rảnh', 'được', 'họp', 'biết', 'công');

/** "em gửi 15/4 rồi", "chưa gửi được tuần này", "tối qua … 11h". */
function isPastByWords(candidate: Candidate): boolean {
  const { tokens, expression } = candidate;
  const after = tokens.isMark(expression.to, ',)') ? expression.to + 1 : expression.to;
  return PAST_AFTER.at(tokens, after) !== null || isNegated(candidate) || followsPast(candidate);
}

/** "gửi vào ngày 15/4" written a week later: an order all the same; an hour of a day gone by tells when something was. */
const isOrderedWith = (candidate: Candidate): boolean =>
  candidate.cues !== 0 &&
  candidate.expression.kind === 'moment' &&
  candidate.expression.clock === null &&
  candidate.before !== null &&
  !isPassive(candidate);

/** "Văn bản được ký số lúc 16:42": told of a thing, unless it "phải được" or "cần được". */
const isPassive = ({ tokens, before }: Candidate): boolean =>
  before?.kind === 'work' &&
  tokens.is(before.from - 1, 'được', 'bị') &&
  !tokens.is(before.from - 2, 'phải', 'cần', 'sẽ', 'nên', 'chưa', 'không');

/** "Văn bản được ký số lúc 16:42 ngày 03/9" written that day. */
const isDoneToday = (candidate: Candidate): boolean =>
  candidate.has(Cue.at) && candidate.endsByToday && isPassive(candidate);

const RECENT_PAST_IN_DAYS = 31;
/** A date that no word makes a limit is rarely most of a year away. */
const PAST_WITHOUT_CUE_IN_DAYS = 75;

/**
 * "văn bản ký ngày 11/7" written on 14/7, "trong tháng 7 giải quyết 1.250 hồ sơ" written in August: without a year and
 * without a word that makes it a limit, it has been.
 */
function isJustPast(candidate: Candidate): boolean {
  const { expression, today, cues } = candidate;
  if (!isWithoutYear(expression) || candidate.resolution?.kind !== 'time') return false;
  if (yearOf(candidate.resolution.last) === yearOf(today)) return false;
  const lastYear = addMonths(dateOf(candidate.resolution.last), -MONTHS_IN_YEAR);
  const isHalf = expression.kind === 'period' && expression.unit === 'half_year';
  const recent = isHalf ? RECENT_HALF_IN_DAYS : cues === 0 ? PAST_WITHOUT_CUE_IN_DAYS : RECENT_PAST_IN_DAYS;
  return lastYear < today && daysBetween(lastYear, today) <= recent;
}

const MONTHS_IN_YEAR = 12;
/** Of a half-year gone by much is told for months; only in December the next one is nearer. */
const RECENT_HALF_IN_DAYS = 150;

function isWithoutYear(expression: TimeExpression): boolean {
  if (expression.kind === 'range') return isWithoutYear(expression.last);
  if (expression.kind === 'period')
    return (
      expression.index !== null &&
      expression.year === null &&
      expression.yearOffset === null &&
      expression.offset === null
    );
  const day = expression.kind === 'moment' && expression.day?.kind === 'numbered' ? expression.day : null;
  return day?.month != null && day.year === null && day.yearOffset === null && !day.isLunar;
}

/** "tối qua em làm tới 11h": an hour after a past day is that day's. */
function followsPast({ text, index, expression, clauseFrom }: Candidate): boolean {
  const previous = text.expressionBefore(index);
  const isHour =
    expression.kind === 'moment' &&
    expression.day === null &&
    expression.weekday === null &&
    expression.week === null;
  return isHour && previous?.kind === 'past' && previous.from >= clauseFrom;
}

/** "không hoàn thành được trong năm nay", "chưa gửi được tuần này". */
function isNegated(candidate: Candidate): boolean {
  // "không nhận hồ sơ sau ngày 18/4" says until when it is taken.
  if (candidate.has(Cue.after)) return false;
  const verb = orderBefore(candidate);
  return verb?.kind === 'work' && NEGATIONS.before(candidate.tokens, verb.from) !== null;
}

/** "hôm thứ 6 này nộp nhé": a coming day after all. */
function isOrderAfter(candidate: Candidate): boolean {
  const { tokens, expression } = candidate;
  return (
    tokens.is(expression.to - 1, 'tới', 'này', 'sau') ||
    (expression.kind === 'moment' &&
      expression.day?.kind === 'numbered' &&
      candidate.after?.kind === 'work' &&
      !tokens.is(candidate.clauseTo - 1, 'rồi'))
  );
}

/** The verb that the time goes with is marked as done: "đã trình ngày 15/4". */
function isDoneBefore(candidate: Candidate): boolean {
  const { tokens, clauseFrom } = candidate;
  const verb = candidate.before;
  if (verb === null || verb.kind === 'duty') return false;
  for (let end = verb.from; end >= Math.max(clauseFrom, verb.from - 2); end--) {
    const marker = DONE_MARKERS.before(tokens, end);
    // Without marks "moi nguoi" are people, and nothing is done.
    if (marker === null || tokens.is(marker.to, 'người')) continue;
    // "giao chìa khóa mới cho bảo vệ": new, where it is not just before the verb.
    if (!tokens.is(marker.to - 1, 'mới') || marker.to - marker.from > 1 || marker.to === verb.from)
      return !isOfObject(candidate, verb);
  }
  return false;
}

/** "gửi danh sách đã rà soát trong ngày 27/11": the order's verb comes first; what is done is said of its object. */
function isOfObject(candidate: Candidate, done: LandmarkMatch): boolean {
  const { text, tokens, clauseFrom, cuesFrom } = candidate;
  if (done.kind !== 'work' || candidate.endsBeforeToday) return false;
  if (candidate.endsByToday && !candidate.has(Cue.within)) return false;
  const farthest = Math.max(clauseFrom, done.from - FARTHEST_ORDER_IN_TOKENS);
  let order = text.landmarkBefore(done.from, farthest);
  while (order?.kind === 'report') order = text.landmarkBefore(order.from, farthest);
  if (order?.kind !== 'work' || done.from - order.to > LONGEST_OBJECT_IN_TOKENS) return false;
  if (done.from - order.to < 2 || tokens.is(order.from, 'báo', 'nhắc', 'xem', 'gọi')) return false;
  if (DONE_MARKERS.before(tokens, order.from) !== null) return false;
  for (let i = order.to; i < Math.min(cuesFrom, order.to + FARTHEST_ORDER_IN_TOKENS); i++)
    if (tokens.isMark(i, ',:') || tokens.is(i, 'và')) return false;
  return true;
}

const LONGEST_OBJECT_IN_TOKENS = 8;
const FARTHEST_ORDER_IN_TOKENS = 14;

/** "sáng nay chị đã nhắc gửi rồi": what was done today or before. */
const isDoneAfter = (candidate: Candidate): boolean =>
  candidate.endsByToday &&
  candidate.after?.kind === 'work' &&
  DONE_MARKERS.before(candidate.tokens, candidate.after.from)?.from === candidate.expression.to + 1;
