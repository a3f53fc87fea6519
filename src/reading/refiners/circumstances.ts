// Times that say when something happens, happened, counts or is valid, rather than when work is due.
import { addMonths, dateOf, daysBetween } from '../../domain/local-time.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import {
  CONDITION_HEADS,
  CONSEQUENCE,
  CUT_OFFS,
  STAMPS,
  STATIVE,
  TERMS,
  THINGS,
} from '../lexicon/look-alike-words.ts';
import { CUES, CUE_FILLERS, Cue, MOVING } from '../lexicon/deadline-cues.ts';
import { DONE_MARKERS, NEGATIONS, PAST_AFTER, TAKES_PLACE } from '../lexicon/work-words.ts';
import type { TimeExpression } from '../recognizers/expression.ts';
import type { Phrases } from '../recognizers/phrases.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import {
  endsOnOrBefore,
  hasCue,
  isBefore,
  isBinding,
  isFronted,
  isNamedDay,
  orderBefore,
  startsOver,
} from './candidate.ts';

/** "không phải 15/4", "hạn cũ 20/4", "quá hạn 15/4", "từ 15/4 sang 18/4": a deadline that no longer holds. */
export function isReplaced(candidate: Candidate): boolean {
  const { text, tokens, expression, index } = candidate;
  if (hasCue(candidate, Cue.not | Cue.old)) return true;
  if (hasCue(candidate, Cue.over) && !hasCue(candidate, Cue.before | Cue.latest)) return true;
  if (isDayOff(candidate) || isSubstituted(candidate)) return true;
  const next = text.expressions[index + 1];
  const move = CUES.at(tokens, expression.to);
  if (next && move?.value === Cue.move && isJustBefore(candidate, move.to, next.from)) return true;
  return (
    tokens.is(expression.to, 'cũ') || (NEGATIONS.at(tokens, expression.to) !== null && isCalledOff(candidate))
  );
}

/** "Họp thứ Năm dời sang thứ Sáu": what is moved is no deadline. */
export const isMovedEvent = (candidate: Candidate): boolean =>
  hasCue(candidate, Cue.move) && candidate.labelFrom === null && candidate.before?.kind === 'event';

/** "hạn 9/1 nhưng rơi vào T7 nên nộp luôn T6": neither the day nor the day off that it falls on. */
const FALLS_ON = phraseSet(
  'nhưng rơi vào, rơi vào, lại rơi vào, mà rơi vào, rơi trúng, nhưng trùng, trùng vào, nhưng trúng',
);

const isDayOff = ({ text, tokens, expression, cuesFrom, index, clauseTo }: Candidate): boolean => {
  const last = text.expressions[index + 2] ?? text.expressions[index + 1];
  const hasOther = last !== undefined && last.from > expression.to && last.to <= clauseTo;
  return (
    tokens.is(cuesFrom - 1, 'rơi', 'trùng', 'trúng') ||
    (hasOther && FALLS_ON.at(tokens, expression.to) !== null)
  );
};

/** "Thay thời hạn “trước ngày 15/4” bằng “trước ngày 25/4”". */
const isSubstituted = ({ text, tokens, expression, index, clauseFrom, cuesFrom }: Candidate): boolean => {
  const next = text.expressions[index + 1];
  const at = tokens.isMark(expression.to, '"\'') ? expression.to + 1 : expression.to;
  return (
    next !== undefined &&
    next.from - at <= LONGEST_SUBSTITUTION_IN_TOKENS &&
    tokens.is(at, 'bằng', 'thành') &&
    MOVING.lastWithin(tokens, Math.max(clauseFrom, cuesFrom - FARTHEST_HEAD_IN_TOKENS), cuesFrom) !== null
  );
};

const LONGEST_SUBSTITUTION_IN_TOKENS = 6;

/** "sinh trước ngày 01/01/1945": what lies more than a year back is nobody's deadline. */
export function isLongPast({ resolution, today }: Candidate): boolean {
  return resolution?.kind === 'time' && isYearBefore(resolution.last, today);
}

/** True where `moment` lies more than a year before `date`. */
const isYearBefore = (moment: LocalMoment, date: LocalDate): boolean => {
  const years = yearOf(date) - yearOf(moment);
  return years > 1 || (years === 1 && moment.slice(4) < date.slice(4));
};

const yearOf = (moment: LocalMoment): number => Number(moment.slice(0, 4));

/** True where only fillers stand in [from, to). */
function isJustBefore({ tokens }: Candidate, from: number, to: number): boolean {
  let at = from;
  for (let filler = CUE_FILLERS.at(tokens, at); filler && at < to; filler = CUE_FILLERS.at(tokens, at))
    at = filler.to;
  return at === to;
}

/** "mai không làm", "thứ 7 không họp": nothing is due on a day of no work. */
function isCalledOff({ tokens, expression, cues }: Candidate): boolean {
  const negation = NEGATIONS.at(tokens, expression.to);
  return cues === 0 && negation !== null && tokens.is(negation.to, 'làm', 'họp', 'đi', 'nghỉ', 'có');
}

const nearBefore = (
  words: Phrases<true>,
  { tokens, clauseFrom, text, index }: Candidate,
  at: number,
  reach: number,
): boolean => {
  const limit = Math.max(clauseFrom, at - reach, text.expressions[index - 1]?.to ?? 0);
  for (let end = at; end > limit; end--) {
    const found = words.before(tokens, end);
    if (found && found.from >= clauseFrom) return true;
    if (tokens.isMark(end - 1, ',;:')) return false;
  }
  return false;
};

/** "giai đoạn 2025 - 2030", "bảo hành đến 15/4", "kể từ ngày 15/4", "số liệu đến hết tháng 3". */
export function isTerm(candidate: Candidate): boolean {
  const { cuesFrom, expression } = candidate;
  if (nearBefore(TERMS, candidate, cuesFrom, 3) && !hasCue(candidate, Cue.before | Cue.latest | Cue.done))
    return true;
  if (isStamp(candidate)) return true;
  if (isBinding(candidate)) return false;
  if (isBareHoliday(candidate) || startsLongAgo(candidate)) return true;
  const isStretch =
    (expression.kind === 'range' || hasCue(candidate, Cue.upto | Cue.from)) && !hasCue(candidate, Cue.within);
  if (
    isStretch &&
    !isWindow(candidate) &&
    (nearBefore(CUT_OFFS, candidate, cuesFrom, 3) || isOfPeriod(candidate))
  )
    return true;
  // "áp dụng từ ngày 15/4": a beginning without an end.
  return hasCue(candidate, Cue.from) && expression.kind !== 'range' && !hasCue(candidate, Cue.upto);
}

/** "Tiếp nhận hồ sơ từ ngày 10/4 đến 17 giờ ngày 20/4": when something may be handed in. */
const isWindow = (candidate: Candidate): boolean =>
  candidate.tokens.is(candidate.clauseFrom, 'tiếp', 'nhận', 'thu') &&
  !endsOnOrBefore(candidate, candidate.today);

/** "Kỳ báo cáo: từ 15/3 đến 14/4". */
const isOfPeriod = ({ tokens, cuesFrom }: Candidate): boolean =>
  tokens.isMark(cuesFrom - 1, ':') && REPORT_PERIODS.before(tokens, cuesFrom - 1) !== null;

const REPORT_PERIODS = phraseSet(
  'kỳ báo cáo, kỳ số liệu, kỳ chốt, kỳ chốt số liệu, kỳ thống kê, thời kỳ, thời gian lấy số liệu, thời gian tính số liệu, thời gian chốt số liệu',
);

/** "Ngày ký: 14/7/2025 10:25", "Cập nhật lúc 14:30 12/7/2025". */
const isStamp = (candidate: Candidate): boolean => {
  const { tokens, cuesFrom, expression } = candidate;
  const isStamped =
    STAMPS.before(tokens, tokens.isMark(expression.from - 1, ':') ? expression.from - 1 : expression.from) ??
    STAMPS.before(tokens, cuesFrom);
  return isStamped !== null && endsOnOrBefore(candidate, candidate.today);
};

/** "tổ chức Tết Bính Ngọ", "tình hình dịp lễ": a holiday that no word makes a limit. */
const isBareHoliday = (candidate: Candidate): boolean =>
  isNamedDay(candidate) &&
  !hasCue(candidate, Cue.upto | Cue.after | Cue.at | Cue.within) &&
  // "rằm nộp nhé"
  !(
    isFronted(candidate) &&
    candidate.after?.kind === 'work' &&
    candidate.after.from === candidate.expression.to
  );

/** "(15/4/2015 - 15/4/2025)": a stretch that began more than a year ago is no task's. */
const startsLongAgo = ({ expression, resolution, today }: Candidate): boolean =>
  expression.kind === 'range' && resolution?.kind === 'time' && isYearBefore(resolution.first, today);

/** "hồ sơ tiếp nhận trước ngày 15/4 được giải quyết…", "đối với hợp đồng ký trước ngày 01/01, …": a condition. */
export function isEligibility(candidate: Candidate): boolean {
  if (
    !hasCue(candidate, Cue.before | Cue.from | Cue.after | Cue.upto | Cue.within) ||
    hasCue(candidate, Cue.latest)
  )
    return false;
  const { tokens, cuesFrom, clauseFrom, expression } = candidate;
  if (CONDITION_HEADS.at(tokens, clauseFrom) && !hasCommaBefore(candidate)) return true;
  if (hasCue(candidate, Cue.label)) return false;
  const verb = STATIVE.before(tokens, cuesFrom);
  if (!verb || verb.from < clauseFrom) return false;
  if (CONSEQUENCE.at(tokens, expression.to)) return true;
  const isSaidOfThing = tokens.is(verb.from, 'được', 'đã') || THINGS.before(tokens, verb.from) !== null;
  return (
    isSaidOfThing &&
    (isBefore(candidate, candidate.today) ||
      APPLYING.within(tokens, Math.max(clauseFrom, verb.from - FARTHEST_HEAD_IN_TOKENS), verb.from) !== null)
  );
}

const APPLYING = phraseSet(
  'áp dụng, đối với, kể cả, bao gồm, chỉ tính, chỉ nhận, chỉ xét, không xét, không tính',
);

const FARTHEST_HEAD_IN_TOKENS = 40;

const hasCommaBefore = ({ tokens, clauseFrom, cuesFrom }: Candidate): boolean => {
  for (let i = Math.max(clauseFrom, cuesFrom - FARTHEST_HEAD_IN_TOKENS); i < cuesFrom; i++)
    if (tokens.isMark(i, ',:')) return true;
  return false;
};

/** "em gửi hôm 15/4 rồi", "đến hết Quý I đã giải ngân", "chiều 20/3/2024 Sở tổ chức…": what has been. */
export function isNarration(candidate: Candidate): boolean {
  const { tokens, cuesFrom, today } = candidate;
  if (hasCue(candidate, Cue.past) && !isOrderAfter(candidate)) return true;
  if (hasCue(candidate, Cue.done) && DONE_MARKERS.before(tokens, cuesFrom) !== null) return true;
  if (isBinding(candidate)) return endsOnOrBefore(candidate, today) && isDoneBefore(candidate);
  return (
    (isBefore(candidate, today) && !isOrderedWith(candidate)) ||
    isJustPast(candidate) ||
    isPastByWords(candidate) ||
    isDoneBefore(candidate) ||
    isDoneAfter(candidate)
  );
}

/** "em gửi 15/4 rồi", "chưa gửi được tuần này", "tối qua … 11h". */
function isPastByWords(candidate: Candidate): boolean {
  const { tokens, expression } = candidate;
  const after = tokens.isMark(expression.to, ',)') ? expression.to + 1 : expression.to;
  return PAST_AFTER.at(tokens, after) !== null || isNegated(candidate) || followsPast(candidate);
}

/** "gửi vào ngày 15/4" written a week later: an order all the same. */
const isOrderedWith = ({ cues, expression, before }: Candidate): boolean =>
  cues !== 0 && expression.kind === 'moment' && before !== null;

const RECENT_PAST_IN_DAYS = 31;

/**
 * "văn bản ký ngày 11/7" written on 14/7, "trong tháng 7 giải quyết 1.250 hồ sơ" written in August: without a year and
 * without a word that makes it a limit, it has been.
 */
function isJustPast(candidate: Candidate): boolean {
  const { expression, today } = candidate;
  if (!isWithoutYear(expression) || candidate.resolution?.kind !== 'time') return false;
  if (yearOf(candidate.resolution.last) === yearOf(today)) return false;
  const lastYear = addMonths(dateOf(candidate.resolution.last), -MONTHS_IN_YEAR);
  return lastYear < today && daysBetween(lastYear, today) <= RECENT_PAST_IN_DAYS;
}

const MONTHS_IN_YEAR = 12;

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
  const previous = text.expressions[index - 1];
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
  if (hasCue(candidate, Cue.after)) return false;
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
  if (!verb || verb.kind === 'duty') return false;
  for (let end = verb.from; end >= Math.max(clauseFrom, verb.from - 2); end--) {
    if (DONE_MARKERS.before(tokens, end)) return true;
  }
  return false;
}

/** "sáng nay chị đã nhắc gửi rồi": what was done today or before. */
const isDoneAfter = (candidate: Candidate): boolean =>
  endsOnOrBefore(candidate, candidate.today) &&
  candidate.after?.kind === 'work' &&
  DONE_MARKERS.before(candidate.tokens, candidate.after.from)?.from === candidate.expression.to + 1;

/** "họp lúc 14h ngày 07/5", "khai giảng ngày 21/4", "15/4 sinh nhật chị Hạnh": when something takes place. */
export function isEvent(candidate: Candidate): boolean {
  if (isBinding(candidate)) return false;
  const { tokens, expression, before } = candidate;
  if (isBackground(candidate)) return true;
  if (startsOver(candidate)) return false;
  if (isHeld(candidate)) return true;
  if (before?.kind === 'event') {
    if (TAKES_PLACE.at(tokens, before.from) && !isOfPapers(candidate, before.from)) return true;
    const isPeriod =
      expression.kind === 'period' ||
      expression.kind === 'week_of_month' ||
      (expression.kind === 'moment' && expression.week !== null && expression.weekday === null);
    if (isPeriod && hasCue(candidate, Cue.within | Cue.upto)) return false;
    const work = workBefore(candidate, before.from);
    return !(work && (expression.kind === 'range' || hasCue(candidate, Cue.at | Cue.within | Cue.upto)));
  }
  if (before) return false;
  if (isBesideHoliday(candidate)) return true;
  return (
    isFronted(candidate) && !hasCue(candidate, Cue.within | Cue.upto) && candidate.after?.kind === 'event'
  );
}

/** "gửi danh sách dự họp trong ngày 15/4", "hoàn thành thủ tục nghỉ hưu": papers about an event are work. */
const isOfPapers = ({ tokens }: Candidate, eventFrom: number): boolean =>
  PAPERS.before(tokens, eventFrom) !== null;

const PAPERS = phraseSet(
  'danh sách, thủ tục, hồ sơ, đăng ký, thông báo, lịch, kế hoạch, phương án, chế độ, quyết định, đơn, đơn xin, phiếu, giấy, giấy tờ, công tác, nội dung, tài liệu, báo cáo, biên bản, tờ trình, chương trình, kịch bản, điều kiện, kinh phí, dự toán, việc, thư, giấy mời, phục vụ, chuẩn bị, bài, tham luận, ý kiến, thẻ, phân công, sơ đồ, thành phần',
);

/** "Tháng sau trình HĐND rồi, cuối tháng này phải có dự thảo": "rồi" says why, another time of the sentence when. */
function isBackground({ text, tokens, index, expression, clauseTo }: Candidate): boolean {
  if ((text.expressions[index + 1]?.to ?? Number.POSITIVE_INFINITY) > clauseTo) return false;
  const end = Math.min(clauseTo, expression.to + LONGEST_BACKGROUND_IN_TOKENS);
  for (let i = expression.to; i < end; i++) {
    if (!tokens.isMark(i, ',') && !tokens.is(i, 'nên')) continue;
    const isNext = (time: TimeExpression | undefined): boolean =>
      time !== undefined && time.from > i && time.to <= clauseTo;
    return (
      i - 1 > expression.to &&
      tokens.is(i - 1, 'rồi') &&
      (isNext(text.expressions[index + 1]) || isNext(text.expressions[index + 2]))
    );
  }
  return false;
}

const LONGEST_BACKGROUND_IN_TOKENS = 12;

/** "Hội nghị giao ban tổ chức lúc 7h30 ngày 04/7": said of an event, "tổ chức" orders nothing. */
function isHeld({ text, tokens, before, cuesFrom, clauseFrom }: Candidate): boolean {
  if (before?.kind !== 'work' || before.to !== cuesFrom || !tokens.is(before.from, 'tổ')) return false;
  return text.landmarkBefore(before.from, clauseFrom)?.kind === 'event';
}

/** "Nghỉ lễ từ 30/4 đến 04/5", "kỳ nghỉ Tết 25/01 - 02/02". */
function isBesideHoliday({ text, index, cuesFrom, clauseFrom }: Candidate): boolean {
  const previous = text.expressions[index - 1];
  const isHoliday = previous?.kind === 'moment' && previous.day?.kind === 'named';
  return isHoliday && previous.from >= clauseFrom && cuesFrom - previous.to <= 2;
}

function workBefore({ text, clauseFrom }: Candidate, at: number): boolean {
  let found = text.landmarkBefore(at, clauseFrom);
  for (let step = 0; found !== null && step < FARTHEST_WORK_IN_LANDMARKS; step++) {
    if (found.kind === 'work') return true;
    found = text.landmarkBefore(found.from, clauseFrom);
  }
  return false;
}

const FARTHEST_WORK_IN_LANDMARKS = 8;

const GOALS = phraseSet('giai đoạn, chiến lược, tầm nhìn, định hướng, mục tiêu');

/** "báo cáo Quý I", "nhiệm vụ tháng 4", "kế hoạch năm 2025", "đến năm 2030": the period that work is about. */
export function isPeriodOfReport(candidate: Candidate): boolean {
  const { expression, tokens, cuesFrom } = candidate;
  const period = expression.kind === 'range' ? expression.last : expression;
  const isWeek = expression.kind === 'moment' && expression.week !== null && expression.weekday === null;
  if ((period.kind !== 'period' && !isWeek) || isBinding(candidate) || isCell(candidate)) return false;
  const isNamedFromNow =
    isWeek || (period.kind === 'period' && (period.offset !== null || period.part !== 'whole'));
  const before = candidate.before;
  if (hasCue(candidate, Cue.upto))
    return (
      period.kind === 'period' &&
      period.unit === 'year' &&
      period.part === 'whole' &&
      !hasEndWord(candidate) &&
      isGoal(candidate)
    );
  if (hasCue(candidate, Cue.within | Cue.at)) {
    return before?.kind === 'report' && before.to === cuesFrom
      ? true
      : before !== null && isResultOf(candidate, before.from);
  }
  if (expression.kind === 'range')
    return expression.first !== null && before?.kind !== 'work' && !isFronted(candidate);
  // "Quý IV/2025: tổng kết Chương trình", an item of a plan.
  if (!isNamedFromNow && isShortOrder(candidate)) return false;
  if (!isNamedFromNow)
    return !(
      isFronted(candidate) &&
      tokens.isMark(expression.to, ':') &&
      candidate.after?.kind === 'work' &&
      !isBefore(candidate, candidate.today)
    );
  const part =
    period.kind === 'period' ? period.part : expression.kind === 'moment' ? expression.week?.part : null;
  if (part !== 'whole') return false;
  // "nhiệm vụ tuần này", "lịch tháng sau": said of a noun; "tuần sau trình", "trình tháng sau": of the work.
  return before?.kind === 'report' && before.to === cuesFrom && !tokens.isMark(cuesFrom - 1, ',');
}

/** "… | Phòng CĐS | Tháng 5/2025 |": a cell of its own. */
const isCell = ({ tokens, clauseFrom, clauseTo, cuesFrom, expression }: Candidate): boolean =>
  tokens.isMark(clauseFrom - 1, '|') && cuesFrom === clauseFrom && expression.to === clauseTo;

const LONGEST_SHORT_ORDER_IN_TOKENS = 8;

/** "tháng 9 xong", "quý 3 nghiệm thu": in a short message what follows at once is due then. */
const isShortOrder = (candidate: Candidate): boolean =>
  isFronted(candidate) &&
  candidate.after?.kind === 'work' &&
  candidate.after.from === candidate.expression.to &&
  candidate.clauseTo - candidate.clauseFrom <= LONGEST_SHORT_ORDER_IN_TOKENS;

const hasEndWord = ({ tokens, cuesFrom, expression }: Candidate): boolean => {
  for (let i = cuesFrom; i < expression.from; i++) if (tokens.is(i, 'hết', 'cuối')) return true;
  return false;
};

function isGoal(candidate: Candidate): boolean {
  const { tokens, today, clauseFrom, expression } = candidate;
  const year = candidate.resolution?.kind === 'time' ? Number(candidate.resolution.last.slice(0, 4)) : 0;
  const isFar = year > Number(today.slice(0, 4)) + 1;
  return (
    isFar ||
    GOALS.within(tokens, Math.max(clauseFrom, expression.from - FARTHEST_HEAD_IN_TOKENS), expression.from) !==
      null ||
    candidate.before?.kind !== 'work'
  );
}

/** "kết quả thực hiện trong tháng 3", "nhiệm vụ phát sinh trong kỳ": the noun is what the period describes. */
function isResultOf({ text, clauseFrom, tokens, cuesFrom }: Candidate, verbFrom: number): boolean {
  const noun = text.landmarkBefore(verbFrom, clauseFrom);
  const isDescribing =
    tokens.is(verbFrom, 'thực', 'phát', 'đạt', 'giải', 'triển', 'có', 'tiếp') ||
    tokens.is(cuesFrom - 1, 'sinh');
  if (noun?.kind !== 'report' || noun.to !== verbFrom || !isDescribing) return false;
  // "tổng hợp số liệu giải ngân các dự án trong tháng 4": more than the noun's own verb stands before the period.
  const isOrdered = text.landmarkBefore(noun.from, clauseFrom)?.kind === 'work';
  const verb = text.landmarkBefore(cuesFrom, verbFrom);
  return !(isOrdered && verb !== null && verb.to < cuesFrom);
}
