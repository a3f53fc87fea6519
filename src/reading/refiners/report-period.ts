// Periods that work is about.
import { Cue } from '../lexicon/deadline-cues.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { isFronted } from './candidate.ts';
import type { LandmarkMatch } from './reading-text.ts';

const FARTHEST_HEAD_IN_TOKENS = 40;

const GOALS = phraseSet('giai đoạn, chiến lược, tầm nhìn, định hướng, mục tiêu');

/** "báo cáo Quý I", "nhiệm vụ tháng 4", "kế hoạch năm 2025", "đến năm 2030": the period that work is about. */
export function isPeriodOfReport(candidate: Candidate): boolean {
  const { expression, tokens, cuesFrom } = candidate;
  const period = expression.kind === 'range' ? expression.last : expression;
  const isWeek = expression.kind === 'moment' && expression.week !== null && expression.weekday === null;
  if ((period.kind !== 'period' && !isWeek) || candidate.isBinding || isCell(candidate)) return false;
  // "Báo cáo tuần 02 năm 2027"
  if (isNumberedWeek(candidate) && !isFronted(candidate)) return true;
  const isNamedFromNow =
    isWeek || (period.kind === 'period' && (period.offset !== null || period.part !== 'whole'));
  const before = nounBefore(candidate);
  if (candidate.has(Cue.upto))
    return (
      period.kind === 'period' &&
      period.unit === 'year' &&
      period.part === 'whole' &&
      (!hasEndWord(candidate) || (isFarOff(candidate) && before?.kind !== 'work')) &&
      isGoal(candidate)
    );
  if (candidate.has(Cue.within | Cue.at)) {
    // "12 nhiệm vụ đến hạn trong năm": the period says which of them.
    if (FALLING_DUE.before(tokens, cuesFrom) !== null) return true;
    return before?.kind === 'report' && (before.to === cuesFrom || isPeriodic(candidate))
      ? !isHandedIn(candidate, before) && !isOfSource(candidate, before)
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
      !candidate.endsBeforeToday
    );
  const part =
    period.kind === 'period' ? period.part : expression.kind === 'moment' ? expression.week?.part : null;
  if (part !== 'whole') return false;
  // "nhiệm vụ tuần này", "lịch tháng sau": said of a noun; "tuần sau trình", "trình tháng sau": of the work.
  return before?.kind === 'report' && before.to === cuesFrom && !tokens.isMark(cuesFrom - 1, ',');
}

/** "khám sức khỏe định kỳ trong Quý III": of "định kỳ" no "kỳ" is told; the noun stands before it. */
const nounBefore = (candidate: Candidate): LandmarkMatch | null =>
  isPeriodic(candidate) && candidate.before !== null
    ? candidate.text.landmarkBefore(candidate.before.from - 1, candidate.clauseFrom)
    : candidate.before;

const isPeriodic = ({ tokens, before }: Candidate): boolean =>
  before !== null && tokens.is(before.from, 'kỳ') && tokens.is(before.from - 1, 'định');

const isNumberedWeek = ({ tokens, expression, cues, cuesFrom }: Candidate): boolean =>
  cues === 0 &&
  expression.kind === 'moment' &&
  expression.week?.number != null &&
  expression.weekday === null &&
  WEEKLY.before(tokens, cuesFrom) !== null;

const WEEKLY = phraseSet(
  'báo cáo, lịch, lịch công tác, kế hoạch, bản tin, giao ban, họp giao ban, tin, số liệu, kết quả',
);

/**
 * "chốt kế hoạch trong tuần", "báo cáo kết quả trong tháng 12": what is made or handed in by then. "Tổng hợp tình hình
 * trong tuần" is about the week.
 */
function isHandedIn(candidate: Candidate, noun: LandmarkMatch): boolean {
  const { text, tokens, clauseFrom, today } = candidate;
  // Of a time still to come there are no figures yet: "file số liệu trong tuần sau".
  const isToCome = candidate.resolution?.kind === 'time' && candidate.resolution.first.slice(0, 10) > today;
  if (isToCome && candidate.has(Cue.within) && FIGURES.at(tokens, noun.from) !== null) return true;
  const nearest = text.landmarkBefore(noun.from, clauseFrom);
  // "duyệt giúp em file số liệu"
  const verb =
    nearest?.kind === 'duty' && tokens.is(nearest.from, 'giúp')
      ? text.landmarkBefore(nearest.from, clauseFrom)
      : nearest;
  if (!candidate.has(Cue.within) || verb?.kind !== 'work' || candidate.endsBeforeToday) return false;
  if (!isPoliteBetween(tokens, verb.to, noun.from)) return false;
  const isOfResult = tokens.is(verb.from, 'báo') && tokens.is(noun.from, 'kết');
  return isOfResult || HANDING_IN.at(tokens, verb.from)?.to === verb.to;
}

/**
 * "Rà soát số lao động hưởng lương từ ngân sách trong tuần này": with "từ", "theo", "bằng" the noun only says out of what;
 * the period is the order's.
 */
const isOfSource = ({ text, tokens, clauseFrom, cues }: Candidate, noun: LandmarkMatch): boolean =>
  (cues & Cue.within) !== 0 &&
  tokens.is(noun.from - 1, 'từ', 'theo', 'bằng', 'thuộc', 'hưởng', 'trả', 'vào') &&
  text.landmarkAfter(clauseFrom, noun.from)?.kind === 'work';

/** Nothing, or "giúp em file", "lại cho anh bản", "báo cáo Giám đốc Sở kết quả". */
function isPoliteBetween(tokens: Candidate['tokens'], from: number, to: number): boolean {
  if (to - from > LONGEST_POLITENESS_IN_TOKENS) return false;
  for (let i = from; i < to;) {
    const next = (RECEIVERS.at(tokens, i) ?? POLITE.at(tokens, i))?.to;
    if (next === undefined) return false;
    i = next;
  }
  return true;
}

const LONGEST_POLITENESS_IN_TOKENS = 6;
const POLITE = phraseSet(
  'giúp, giùm, dùm, hộ, cho, em, anh, chị, mình, lại, file, bản, cái, các, phần, sếp, với, phòng',
);

const RECEIVERS = phraseSet(
  'giám đốc, giám đốc sở, phó giám đốc, phó giám đốc sở, ban giám đốc, lãnh đạo, lãnh đạo sở, lãnh đạo phòng, sở, ubnd, ubnd tỉnh, tỉnh, chủ tịch, chủ tịch ubnd tỉnh, thường trực, thường trực tỉnh ủy, tỉnh ủy, ban thường vụ, ban thường vụ tỉnh ủy, đảng ủy, bộ, hội đồng, trưởng phòng, văn phòng, văn phòng sở, về sở, về văn phòng, lên, sếp',
);

const FIGURES = phraseSet('số liệu, kết quả, tình hình');

const FALLING_DUE = phraseSet('đến hạn, tới hạn, hết hạn, hết hiệu lực, sắp hết hạn, đáo hạn');

const HANDING_IN = phraseSet(
  'chốt, gửi, nộp, trình, trình ký, trình duyệt, ban hành, ký, ký duyệt, duyệt, phê duyệt, thông qua, công bố, hoàn thành, hoàn thiện, hoàn tất, xây dựng, lập, giao, trả, bàn giao, xong, làm xong, soạn, soạn thảo',
);

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

/** After the end of next year. */
const isFarOff = ({ resolution, today }: Candidate): boolean =>
  resolution?.kind === 'time' && Number(resolution.last.slice(0, 4)) > Number(today.slice(0, 4)) + 1;

function isGoal(candidate: Candidate): boolean {
  const { tokens, clauseFrom, expression } = candidate;
  return (
    isFarOff(candidate) ||
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
