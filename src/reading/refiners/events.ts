// Times at which something takes place.
import { Cue } from '../lexicon/deadline-cues.ts';
import { TAKES_PLACE } from '../lexicon/work-words.ts';
import type { TimeExpression } from '../recognizers/expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { hasCue, isBinding, isFronted, startsOver } from './candidate.ts';

/** "họp lúc 14h ngày 07/5", "khai giảng ngày 21/4", "15/4 sinh nhật chị Hạnh": when something takes place. */
export function isEvent(candidate: Candidate): boolean {
  if (isBinding(candidate)) return false;
  const { tokens, expression, before } = candidate;
  if (isBackground(candidate) || isOccasion(candidate) || isPersonsDay(candidate) || isInvited(candidate))
    return true;
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

/** "Kính mời … dự họp thẩm định giá lúc 14h30": what the meeting is about does not make its hour a deadline. */
function isInvited({ tokens, clauseFrom, cuesFrom, expression }: Candidate): boolean {
  if (expression.kind !== 'moment' || (expression.clock === null && expression.part === null)) return false;
  if (!INVITING.within(tokens, clauseFrom, Math.min(cuesFrom, clauseFrom + MOST_TOKENS_BEFORE_INVITING)))
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

/** "T2 anh đi Đà Nẵng", "mai sếp bận cả ngày": where people are, and that they are not there. */
function isPersonsDay({ text, tokens, cues, expression, clauseTo }: Candidate): boolean {
  if (cues !== 0 || expression.kind !== 'moment') return false;
  const person = PEOPLE.at(tokens, expression.to);
  if (!person) return false;
  let at = person.to;
  while (at - person.to < LONGEST_NAME_IN_TOKENS && tokens.isCapital(at)) at++;
  const away = AWAY.at(tokens, at);
  if (!away) return false;
  const work = text.landmarkAfter(away.to, clauseTo);
  return work?.kind !== 'work' || work.from - away.to > LONGEST_ERRAND_IN_TOKENS;
}

const LONGEST_NAME_IN_TOKENS = 3;
const LONGEST_ERRAND_IN_TOKENS = 2;
const PEOPLE = phraseSet(
  'anh, chị, em, a, c, e, sếp, mình, tôi, tui, giám đốc, phó giám đốc, thủ trưởng, tụi em, bọn em, phòng em, bên em, cô, chú, bác, thầy, đồng chí, cả phòng, anh em, cả nhà, tụi mình, vợ chồng em',
);
const AWAY = phraseSet(
  'đi, phải đi, lại đi, sẽ đi, xin đi, có việc, về, về quê, về sớm, đi sớm, nghỉ, nghỉ phép, xin nghỉ, bận, bận họp, bận việc, vắng, vắng mặt, lên, xuống, ra, vào, bay, đưa, đón, ốm, bị ốm, trực, kẹt, kẹt họp, đi công tác, công tác, không có mặt, không đến, không vào, không ở',
);

/** "tặng quà nhân ngày 27/7", "chào mừng ngày thành lập ngành 28/8": the day that the work honours. */
const isOccasion = ({ tokens, clauseFrom, cuesFrom, expression }: Candidate): boolean => {
  if (expression.kind !== 'moment' || expression.clock !== null) return false;
  const farthest = Math.max(clauseFrom, cuesFrom - LONGEST_OCCASION_IN_TOKENS);
  let from = cuesFrom;
  while (from > farthest && !tokens.isMark(from - 1, ',;:().')) from--;
  const occasion = OCCASIONS.lastWithin(tokens, from, expression.from);
  return occasion !== null && !tokens.is(cuesFrom, 'trong', 'vào', 'lúc', 'sáng', 'chiều');
};

const LONGEST_OCCASION_IN_TOKENS = 12;
const OCCASIONS = phraseSet(
  'nhân, nhân ngày, nhân dịp, nhân kỷ niệm, nhân dịp kỷ niệm, chào mừng, chào mừng ngày, chào mừng kỷ niệm, lập thành tích chào mừng, hưởng ứng, hưởng ứng ngày, mừng, mừng ngày, kỷ niệm, kỷ niệm ngày, kỉ niệm, tri ân, ngày thành lập, ngày truyền thống',
);

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
