// Times for which something counts or is valid, and conditions of what qualifies, rather than when work is due.
import { dateOf, daysBetween } from '../../domain/local-time.ts';
import { Cue, PARTICLES } from '../lexicon/deadline-cues.ts';
import {
  CONDITION_HEADS,
  CONSEQUENCE,
  CUT_OFFS,
  STAMPS,
  STATIVE,
  TERMS,
  THINGS,
} from '../lexicon/look-alike-words.ts';
import { DONE_MARKERS } from '../lexicon/work-words.ts';
import type { Phrases } from '../recognizers/phrases.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { isFronted, isNamedDay } from './candidate.ts';
import { isYearBefore } from './years.ts';

const nearBefore = <T>(
  words: Phrases<T>,
  { tokens, clauseFrom, text, index }: Candidate,
  at: number,
  reach: number,
): T | null => {
  const limit = Math.max(clauseFrom, at - reach, text.expressionBefore(index)?.to ?? 0);
  for (let end = at; end > limit; end--) {
    const found = words.before(tokens, end);
    if (found !== null && found.from >= clauseFrom) return found.value;
    if (tokens.isMark(end - 1, ',;:')) return null;
  }
  return null;
};

/** "giai đoạn 2025 - 2030", "bảo hành đến 15/4", "kể từ ngày 15/4", "số liệu đến hết tháng 3". */
export function isTerm(candidate: Candidate): boolean {
  const { tokens, cuesFrom, expression } = candidate;
  const term = candidate.has(Cue.before | Cue.latest | Cue.done)
    ? null
    : // "áp dụng từ 01/5 đến 30/9": a cue and a term in one.
      (nearBefore(TERMS, candidate, cuesFrom, 3) ??
      (candidate.has(Cue.from) ? (TERMS.at(tokens, cuesFrom)?.value ?? null) : null));
  if (term === 'lasting' || (term === 'thing' && !isHandled(candidate))) return true;
  if (
    isStamp(candidate) ||
    isRunOfProject(candidate) ||
    isRunOfTerm(candidate) ||
    isEndOfThing(candidate) ||
    isLengthOfTerm(candidate)
  )
    return true;
  if (candidate.isBinding) return false;
  if (isBareHoliday(candidate) || startsLongAgo(candidate)) return true;
  const isStretch =
    (expression.kind === 'range' || candidate.has(Cue.upto | Cue.from)) && !candidate.has(Cue.within);
  if (
    isStretch &&
    !isWindow(candidate) &&
    (nearBefore(CUT_OFFS, candidate, cuesFrom, 3) !== null || isOfPeriod(candidate))
  )
    return true;
  // "áp dụng từ ngày 15/4": a beginning without an end.
  return candidate.has(Cue.from) && expression.kind !== 'range' && !candidate.has(Cue.upto);
}

/**
 * "nộp bảo lãnh hợp đồng trong 20 ngày kể từ …", "ký hợp đồng vào thứ Ba": something is done with the contract then; it
 * does not last until then, as in "ký hợp đồng đến hết năm 2027".
 */
const isHandled = ({ text, tokens, clauseFrom, cuesFrom, cues, expression }: Candidate): boolean => {
  if ((cues & (Cue.upto | Cue.from)) !== 0 || expression.kind === 'range') return false;
  const farthest = Math.max(clauseFrom, cuesFrom - FARTHEST_HANDLING_IN_TOKENS);
  let found = text.landmarkBefore(cuesFrom, farthest);
  while (found?.kind === 'report') found = text.landmarkBefore(found.from, farthest);
  return found?.kind === 'work' && DONE_MARKERS.before(tokens, found.from) === null;
};

const FARTHEST_HANDLING_IN_TOKENS = 12;

/** "Tiếp nhận hồ sơ từ ngày 10/4 đến 17 giờ ngày 20/4": when something may be handed in. */
const isWindow = (candidate: Candidate): boolean =>
  candidate.tokens.is(candidate.clauseFrom, 'tiếp', 'nhận', 'thu') && !candidate.endsByToday;

/** "thời gian hỗ trợ tối đa 12 tháng": how long something is granted; "thời gian xử lý" and its like are labels. */
function isLengthOfTerm({ tokens, expression, clauseFrom, cuesFrom, labelFrom }: Candidate): boolean {
  if (expression.kind !== 'duration' || labelFrom !== null) return false;
  if (tokens.is(expression.to, 'kể', 'từ', 'sau', 'tính')) return false;
  for (let i = cuesFrom - 1; i > cuesFrom - LONGEST_GRANT_IN_TOKENS; i--) {
    if (tokens.isMark(i, ',;:')) return false;
    if (tokens.is(i, 'gian') && tokens.is(i - 1, 'thời'))
      return i - 1 === clauseFrom || tokens.isMark(i - 2, ',;:');
  }
  return false;
}

const LONGEST_GRANT_IN_TOKENS = 5;

const SHORTEST_PROJECT_IN_DAYS = 180;
const FARTHEST_PROJECT_IN_TOKENS = 30;
const MOST_TOKENS_AFTER_LENGTH = 3;

/** "Thời gian thực hiện 24 tháng (từ tháng 7/2025 đến tháng 6/2027)", "đề tài …, từ 01/8/2025 đến 31/7/2027": how long it runs. */
function isRunOfProject({
  text,
  tokens,
  index,
  expression,
  clauseFrom,
  cuesFrom,
  resolution,
}: Candidate): boolean {
  if (expression.kind !== 'range' || expression.first === null || resolution?.kind !== 'time') return false;
  if (daysBetween(dateOf(resolution.first), dateOf(resolution.last)) < SHORTEST_PROJECT_IN_DAYS) return false;
  const length = text.expressionBefore(index);
  const isAfterLength =
    length?.kind === 'duration' &&
    length.from >= clauseFrom &&
    expression.from - length.to <= MOST_TOKENS_AFTER_LENGTH;
  const farthest = Math.max(clauseFrom, cuesFrom - FARTHEST_PROJECT_IN_TOKENS);
  return isAfterLength || PROJECTS.lastWithin(tokens, farthest, cuesFrom) !== null;
}

/** "Hợp đồng thử việc của em Thư kết thúc ngày 31/10": what ends by itself. */
const isEndOfThing = (candidate: Candidate): boolean => candidate.has(Cue.upto) && endsThing(candidate);

const endsThing = ({ tokens, clauseFrom, cuesFrom }: Candidate): boolean =>
  tokens.is(cuesFrom, 'kết') && cuesFrom > clauseFrom && ENDING.at(tokens, clauseFrom) !== null;

const ENDING = phraseSet(
  'hợp đồng, nhiệm kỳ, khóa học, khóa, lớp học, học kỳ, năm học, đợt, chương trình, giai đoạn, thời gian, thời hạn, đề tài, dự án, kỳ thi, hội thi, hội chợ, triển lãm, chiến dịch, mùa, vụ, tuần lễ, chuyến, kỳ, kỳ họp, thuê bao, giấy phép, bảo hành',
);

/** "Thời gian thử việc 02 tháng, từ 15/9 đến 15/11": from when to when the term runs. */
function isRunOfTerm(candidate: Candidate): boolean {
  const { text, index, expression, clauseFrom } = candidate;
  const length = expression.kind === 'range' ? text.expressionBefore(index) : undefined;
  if (length?.kind !== 'duration' || length.from < clauseFrom) return false;
  if (expression.from - length.to > MOST_TOKENS_AFTER_LENGTH) return false;
  return TERMS.before(candidate.tokens, length.from)?.value === 'lasting';
}

const PROJECTS = phraseSet(
  'đề tài, dự án, hợp đồng, nhiệm vụ khoa học, nhiệm vụ khoa học và công nghệ, nhiệm vụ kh & cn, gói thầu, đề án, thời gian thực hiện dự án, mô hình, thời gian hợp đồng, thời gian thuê, thuê dịch vụ',
);

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
  return isStamped !== null && candidate.endsByToday;
};

/** "tổ chức Tết Bính Ngọ", "tình hình dịp lễ": a holiday that no word makes a limit. */
const isBareHoliday = (candidate: Candidate): boolean =>
  isNamedDay(candidate) &&
  !candidate.has(Cue.upto | Cue.after | Cue.at | Cue.within) &&
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
  if (!candidate.has(Cue.before | Cue.from | Cue.after | Cue.upto | Cue.within) || candidate.has(Cue.latest))
    return false;
  const { tokens, cuesFrom, clauseFrom, expression } = candidate;
  if (CONDITION_HEADS.at(tokens, clauseFrom) !== null && !hasCommaBefore(candidate)) return true;
  if (candidate.has(Cue.label)) return false;
  if (isQualification(candidate)) return true;
  const verb = STATIVE.before(tokens, cuesFrom);
  if (verb === null || verb.from < clauseFrom) return false;
  if (CONSEQUENCE.at(tokens, expression.to) !== null) return true;
  const isSaidOfThing = tokens.is(verb.from, 'được', 'đã') || THINGS.before(tokens, verb.from) !== null;
  return (
    isSaidOfThing &&
    (candidate.endsBeforeToday ||
      APPLYING.within(tokens, Math.max(clauseFrom, verb.from - FARTHEST_HEAD_IN_TOKENS), verb.from) !== null)
  );
}

/**
 * "Người tham gia bảo hiểm trước ngày 01/7/2025 được bảo lưu …": what follows the time at once tells what happens to those
 * of whom the words before it told what they did, whatever that was.
 */
const isQualification = ({ tokens, expression, clauseFrom, cuesFrom, cues }: Candidate): boolean => {
  const outcome =
    (cues & (Cue.before | Cue.from | Cue.after)) === 0 ? null : OUTCOMES.at(tokens, expression.to);
  if (outcome === null || tokens.at(outcome.to)?.kind !== 'word' || PARTICLES.at(tokens, outcome.to) !== null)
    return false;
  if (cuesFrom - clauseFrom < FEWEST_WORDS_OF_QUALIFICATION) return false;
  const farthest = Math.max(clauseFrom, cuesFrom - FARTHEST_HEAD_IN_TOKENS);
  for (let i = cuesFrom - 1; i >= farthest; i--) if (tokens.isMark(i, ',:')) return false;
  return true;
};

const FEWEST_WORDS_OF_QUALIFICATION = 3;
const OUTCOMES = phraseSet(
  'được, sẽ được, thì được, không được, chưa được, vẫn được, tiếp tục được, bị, sẽ bị, không bị, phải chịu, không thuộc, thuộc, không phải',
);

const APPLYING = phraseSet(
  'áp dụng, đối với, kể cả, bao gồm, chỉ tính, chỉ nhận, chỉ xét, không xét, không tính',
);

const FARTHEST_HEAD_IN_TOKENS = 40;

const hasCommaBefore = ({ tokens, clauseFrom, cuesFrom }: Candidate): boolean => {
  for (let i = Math.max(clauseFrom, cuesFrom - FARTHEST_HEAD_IN_TOKENS); i < cuesFrom; i++)
    if (tokens.isMark(i, ',:')) return true;
  return false;
};
