// Times at which something takes place.
import { Cue } from '../lexicon/deadline-cues.ts';
import { PAPERS } from '../lexicon/look-alike-words.ts';
import { TAKES_PLACE } from '../lexicon/work-words.ts';
import type { TimeExpression } from '../recognizers/expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import { isPersonsDay } from './away.ts';
import type { Candidate } from './candidate.ts';
import { isFronted, startsOver } from './candidate.ts';
import { isInObject, isOfOccasion, isServed } from './governing.ts';
import {
  isAnnouncement,
  isDayOfService,
  isHappening,
  isNoticeOfOutage,
  isOpening,
  isTimetable,
  isVisit,
} from './happenings.ts';
import type { LandmarkMatch, ReadingText } from './reading-text.ts';

/** "họp lúc 14h ngày 07/5", "khai giảng ngày 21/4", "15/4 sinh nhật chị Hạnh": when something takes place. */
export function isEvent(candidate: Candidate): boolean {
  if (candidate.isBinding) return false;
  const { tokens, expression, before } = candidate;
  if (
    isException(candidate) ||
    isHappening(candidate) ||
    isTimetable(candidate) ||
    isDayOfService(candidate) ||
    isBackground(candidate) ||
    isOccasion(candidate) ||
    isPersonsDay(candidate) ||
    isInvited(candidate)
  )
    return true;
  if (startsOver(candidate)) return false;
  if (comesNext(candidate)) return true;
  if (
    isOpening(candidate) ||
    isDayOfOccasion(candidate) ||
    isAnnouncement(candidate) ||
    isVisit(candidate) ||
    isHeld(candidate) ||
    isOnDuty(candidate) ||
    isMeeting(candidate) ||
    isCeremony(candidate) ||
    isNoticeOfOutage(candidate)
  )
    return true;
  if (before?.kind === 'event') {
    if (isAttachedToPapers(candidate, before) || isInObject(candidate, before)) return false;
    if (isCloseOfWork(candidate, before)) return false;
    if (isServedThen(candidate, before)) return true;
    if (TAKES_PLACE.at(tokens, before.from) !== null && !isOfPapers(candidate, before.from))
      return !(candidate.has(Cue.within | Cue.upto) && isOfPeople(candidate, before.from));
    const isPeriod =
      expression.kind === 'period' ||
      expression.kind === 'week_of_month' ||
      (expression.kind === 'moment' && expression.week !== null && expression.weekday === null);
    if (isPeriod && candidate.has(Cue.within | Cue.upto)) return false;
    const work = workBefore(candidate, before.from);
    return !(work && (expression.kind === 'range' || candidate.has(Cue.at | Cue.within | Cue.upto)));
  }
  if (before !== null) return false;
  if (isBesideHoliday(candidate)) return true;
  return (
    isFronted(candidate) &&
    !candidate.has(isListOfDays(candidate) ? Cue.upto : Cue.within | Cue.upto) &&
    candidate.after?.kind === 'event' &&
    !isFollowedByWork(candidate, candidate.after)
  );
}

/** "Đầu tuần sau em làm việc với bên thuế rồi báo anh nhé": the event leads to work of the same day. */
function isFollowedByWork({ text, tokens, clauseTo }: Candidate, event: LandmarkMatch): boolean {
  const work = text.landmarkAfter(event.to, clauseTo);
  return work?.kind === 'work' && tokens.is(work.from - 1, 'rồi');
}

/** "khám 02 buổi/ngày, kể cả thứ Bảy", "mở cửa cả tuần, trừ ngày 02/9": which days of a timetable. */
function isException({ tokens, cuesFrom, expression }: Candidate): boolean {
  if (expression.kind !== 'moment' && expression.kind !== 'range') return false;
  let at = cuesFrom - 1;
  while (at > 0 && tokens.is(at, 'ngày', 'các', 'những', 'chiều', 'sáng', 'dịp')) at--;
  if (tokens.is(at, 'trừ') && !tokens.is(at - 1, 'loại', 'khấu')) return true;
  return (
    tokens.is(at, 'cả') &&
    (tokens.is(at - 1, 'kể', 'gồm', 'luôn') ||
      (expression.kind === 'moment' &&
        expression.weekday !== null &&
        !tokens.is(expression.to - 1, 'này', 'tới')))
  );
}

/** "chuẩn bị hội trường cho buổi làm việc vào ngày 20/3": the day that the work is to serve. */
const isServedThen = (
  { tokens, cues, cuesFrom, expression }: Candidate,
  { from, to }: LandmarkMatch,
): boolean =>
  expression.kind === 'moment' &&
  (cues & ~Cue.at) === 0 &&
  cuesFrom - to <= LONGEST_REST_OF_NAME_IN_TOKENS &&
  isServed(tokens, from);

const LONGEST_REST_OF_NAME_IN_TOKENS = 3;

/** "phát động cuộc thi, bế mạc trong Quý IV": by when ordered work that opens and closes shall be over. */
function isCloseOfWork(candidate: Candidate, { from }: LandmarkMatch): boolean {
  const { tokens, expression } = candidate;
  return (
    expression.kind === 'period' &&
    candidate.has(Cue.within | Cue.upto) &&
    tokens.is(from, 'khai', 'bế') &&
    tokens.isMark(from - 1, ',') &&
    workBefore(candidate, from)
  );
}

/** "Anh em dọn phòng, mai có đoàn về nhé": why, after what. */
const comesNext = ({ tokens, cues, cuesFrom, expression, after }: Candidate): boolean =>
  cues === 0 &&
  (tokens.isMark(cuesFrom - 1, ',') || tokens.is(cuesFrom - 1, 'mà')) &&
  after?.kind === 'event' &&
  after.from === (tokens.is(expression.to, 'là') ? expression.to + 1 : expression.to);

/** "Kính mời … dự họp thẩm định giá lúc 14h30": what the meeting is about does not make its hour a deadline. */
function isInvited({ tokens, clauseFrom, cuesFrom, expression }: Candidate): boolean {
  if (expression.kind !== 'moment' || (expression.clock === null && expression.part === null)) return false;
  if (
    INVITING.within(tokens, clauseFrom, Math.min(cuesFrom, clauseFrom + MOST_TOKENS_BEFORE_INVITING)) === null
  )
    return false;
  const farthest = Math.max(clauseFrom, cuesFrom - LONGEST_INVITATION_IN_TOKENS);
  const attending = ATTENDING.lastWithin(tokens, farthest, cuesFrom);
  if (attending === null) return false;
  for (let i = attending.to; i < cuesFrom; i++) if (tokens.isMark(i, ',') || tokens.is(i, 'và')) return false;
  return true;
}

const MOST_TOKENS_BEFORE_INVITING = 6;
const LONGEST_INVITATION_IN_TOKENS = 40;
const INVITING = phraseSet('mời, kính mời, trân trọng kính mời, xin mời, rất mong');
const ATTENDING = phraseSet(
  'dự, dự họp, tham dự, họp, đến dự, về dự, tham gia họp, tham gia buổi, tham gia cuộc, tham gia hội nghị, làm việc, buổi làm việc, cuộc họp',
);

/** "tặng quà nhân ngày 27/7", "chào mừng ngày thành lập ngành 28/8": the day that the work honours. */
const isOccasion = ({ tokens, clauseFrom, cuesFrom, expression }: Candidate): boolean => {
  if (expression.kind !== 'moment' || expression.clock !== null) return false;
  const farthest = Math.max(clauseFrom, cuesFrom - LONGEST_OCCASION_IN_TOKENS);
  let from = cuesFrom;
  while (from > farthest && !tokens.isMark(from - 1, ',;:().')) from--;
  const occasion = OCCASIONS.lastWithin(tokens, from, expression.from);
  return (
    occasion !== null &&
    (tokens.is(occasion.from, 'kỷ', 'kỉ') || !tokens.is(cuesFrom, 'trong', 'vào', 'lúc', 'sáng', 'chiều'))
  );
};

const LONGEST_OCCASION_IN_TOKENS = 12;
const OCCASIONS = phraseSet(
  'nhân, nhân ngày, nhân dịp, nhân kỷ niệm, nhân dịp kỷ niệm, chào mừng, chào mừng ngày, chào mừng kỷ niệm, lập thành tích chào mừng, hưởng ứng, hưởng ứng ngày, mừng, mừng ngày, kỷ niệm, kỷ niệm ngày, kỉ niệm, tri ân, ngày thành lập, ngày truyền thống',
);

/** "gửi danh sách dự họp trong ngày 15/4", "hoàn thành thủ tục nghỉ hưu": papers about an event are work. */
const isOfPapers = ({ tokens }: Candidate, eventFrom: number): boolean =>
  PAPERS.before(tokens, eventFrom) !== null;

/** "chốt sổ người nghỉ việc trong ngày 23/9": whose papers, in an order. */
const isOfPeople = (candidate: Candidate, eventFrom: number): boolean => {
  const people = PEOPLE_OF_PAPERS.before(candidate.tokens, eventFrom);
  return people !== null && workBefore(candidate, people.from);
};

const PEOPLE_OF_PAPERS = phraseSet(
  'người, tài khoản, cán bộ, công chức, viên chức, lao động, người lao động, học sinh, sinh viên, thí sinh, đại biểu, đối tượng, trường hợp, giáo viên, hộ, đảng viên, đoàn viên, hội viên',
);

/** "gửi lịch thi đấu cho các đội ngày 23/5": with its receiver between, the day is that of sending. */
function isAttachedToPapers(candidate: Candidate, event: LandmarkMatch): boolean {
  const { tokens, cuesFrom } = candidate;
  const papers = tokens.is(event.to, 'cho', 'về', 'tới', 'đến') ? PAPERS.before(tokens, event.from) : null;
  return papers !== null && cuesFrom - event.to > 1 && workBefore(candidate, papers.from);
}

/** "Tháng sau trình HĐND rồi, cuối tháng này phải có dự thảo": "rồi" says why, another time of the sentence when. */
function isBackground({ text, tokens, index, expression, clauseTo }: Candidate): boolean {
  if ((text.expressions[index + 1]?.to ?? Number.POSITIVE_INFINITY) > clauseTo) return false;
  const end = Math.min(clauseTo, expression.to + LONGEST_BACKGROUND_IN_TOKENS);
  for (let i = expression.to; i < end; i++) {
    if (!tokens.isMark(i, ',') && !tokens.is(i, 'nên')) continue;
    const isNext = (time: TimeExpression | undefined): boolean =>
      time !== undefined && time.from > i && time.to <= clauseTo;
    // "Tập huấn ngày 25/3 nên danh sách chốt 20/3"
    const isReason =
      i === expression.to ? tokens.is(i, 'nên') : tokens.is(i - 1, 'rồi') && i - 1 > expression.to;
    return isReason && (isNext(text.expressions[index + 1]) || isNext(text.expressions[index + 2]));
  }
  return false;
}

const LONGEST_BACKGROUND_IN_TOKENS = 12;

/** "Đoàn công tác của Bộ xuống cơ sở trong hai ngày 24 và 25/6", "Lớp tập huấn kéo dài …": whatever is said of an occasion, but for work. */
const isDayOfOccasion = (candidate: Candidate): boolean => {
  if (!isOfOccasion(candidate)) return false;
  const { tokens, before } = candidate;
  if (before?.kind !== 'work') return before?.kind !== 'duty';
  const { from } = before;
  return HOLDING.at(tokens, from) !== null || CEREMONIES.at(tokens, from) !== null || tokens.is(from, 'làm');
};

/** "Hội nghị giao ban tổ chức lúc 7h30 ngày 04/7": said of an event, "tổ chức" orders nothing. */
function isHeld({ text, tokens, before, cuesFrom, clauseFrom }: Candidate): boolean {
  if (before?.kind !== 'work' || before.to !== cuesFrom || HOLDING.at(tokens, before.from) === null)
    return false;
  const first = text.landmarkAfter(clauseFrom, before.from);
  return (
    text.landmarkBefore(before.from, clauseFrom)?.kind === 'event' ||
    // "Hội nghị tập huấn tổ chức ngày 02/12"
    (first?.kind === 'event' && first.from - clauseFrom <= 2) ||
    isNameBefore(text, before.from, clauseFrom)
  );
}

/** "phục vụ Hội nghị tổng kết công tác xây dựng Đảng tổ chức ngày 20/01": an event with a long name. */
function isNameBefore(text: ReadingText, holding: number, clauseFrom: number): boolean {
  const { tokens } = text;
  let from = holding;
  while (from > clauseFrom && holding - from < LONGEST_NAME_IN_TOKENS) {
    if (tokens.isMark(from - 1, ',:') || tokens.is(from - 1, 'và')) return false;
    from--;
    if (OCCASIONS_HELD.at(tokens, from) !== null) return true;
  }
  return false;
}

const LONGEST_NAME_IN_TOKENS = 16;
const OCCASIONS_HELD = phraseSet(
  'hội nghị, hội thảo, hội thi, hội chợ, hội diễn, hội thao, đại hội, tọa đàm, diễn đàn, lễ, cuộc họp, buổi lễ, kỳ họp, ngày hội, cuộc thi, giải bóng, giải cầu lông, giải quần vợt, giải chạy, giải việt dã, giải thể thao, chương trình nghệ thuật, triển lãm',
);

const HOLDING = phraseSet('tổ chức, mở, tiến hành, triển khai, bắt đầu làm, kết thúc, có kết quả');

/** "Trong 02 ngày 25 và 26/11": not a week of them. */
const isListOfDays = ({ tokens, expression }: Candidate): boolean =>
  expression.kind === 'range' && !tokens.is(expression.from, 'tuần');

/** "trực cấp cứu từ … đến …": whoever stands by at that time, whatever for. */
const isOnDuty = (candidate: Candidate): boolean => {
  const { tokens, before } = candidate;
  const event = eventBeforeWork(candidate);
  return event !== null && event.to === before?.from && TAKES_PLACE.at(tokens, event.from) !== null;
};

/** The event that is spoken of before the work beside the time. */
const eventBeforeWork = ({ text, before, clauseFrom }: Candidate): LandmarkMatch | null => {
  const found = before?.kind === 'work' ? text.landmarkBefore(before.from, clauseFrom) : null;
  return found?.kind === 'event' ? found : null;
};

/**
 * "họp thẩm định giá lúc 15h00", "Họp Hội đồng nghiệm thu ngày 21/4": what a meeting is about is no work of that time. Not
 * where something is to be done first: "gửi hồ sơ họp thẩm định ngày 21/4".
 */
const isMeeting = (candidate: Candidate): boolean => {
  const { tokens, expression, before } = candidate;
  if (expression.kind !== 'moment' || candidate.has(Cue.within | Cue.upto)) return false;
  const meeting = eventBeforeWork(candidate);
  if (meeting === null || MEETINGS.at(tokens, meeting.from) === null) return false;
  const to = BODIES.at(tokens, meeting.to)?.to ?? meeting.to;
  return to === before?.from && !workBefore(candidate, meeting.from);
};

const MEETINGS = phraseSet('họp, họp bàn, hội ý, giao ban');
const BODIES = phraseSet('hội đồng, hđ, tổ, ban, nhóm, đoàn, tiểu ban, tổ công tác, liên ngành, để');

/** "công bố quyết định lúc 8h00 ngày 17/9 tại hội trường": what is done before people, at an hour and a place. */
function isCeremony({ tokens, expression, clauseFrom, clauseTo, cuesFrom, before }: Candidate): boolean {
  if (expression.kind !== 'moment' || (expression.clock === null && expression.part === null)) return false;
  if (before?.kind !== 'work' || CEREMONIES.at(tokens, before.from) === null) return false;
  const isThere =
    PLACES.at(tokens, expression.to) !== null ||
    PLACES.lastWithin(tokens, Math.max(clauseFrom, cuesFrom - LONGEST_PLACE_IN_TOKENS), cuesFrom) !== null;
  return isThere && expression.to <= clauseTo;
}

const LONGEST_PLACE_IN_TOKENS = 8;
const PLACES = phraseSet(
  'tại hội trường, tại phòng họp, tại trụ sở, tại nhà văn hóa, tại trung tâm, tại tầng, tại khách sạn, tại sân, tại quảng trường, tại công viên, tại nhà hát, tại hội trường lớn, tại ubnd, tại phòng, tại sảnh, tại điểm cầu, tại nhà sinh hoạt, tại nhà',
);
const CEREMONIES = phraseSet(
  'công bố, trao, trao giải, trao thưởng, phát động, ra mắt, triển khai, quán triệt, tổng kết, sơ kết, tập huấn, tổ chức, phát, mở, ra quân, khai trương, bốc thăm, thông qua, bình xét, xét xử, kiểm điểm, bảo vệ, chấm thi, coi thi, thi, nghiệm thu, xét duyệt, tuyên truyền, thử nghiệm',
);

/** "Nghỉ lễ từ 30/4 đến 04/5", "kỳ nghỉ Tết 25/01 - 02/02". */
function isBesideHoliday({ text, index, cuesFrom, clauseFrom }: Candidate): boolean {
  const previous = text.expressionBefore(index);
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
