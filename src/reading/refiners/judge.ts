// Decides whether a time in its sentence is a deadline, and how it binds.
import type { Bound } from '../../domain/deadline.ts';
import { CUES_AFTER, Cue, THAT_IS } from '../lexicon/deadline-cues.ts';
import { CONSEQUENCE } from '../lexicon/look-alike-words.ts';
import { LANDMARKS } from '../lexicon/work-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import {
  isAboutWork,
  isAlone,
  isAloneBetweenCommas,
  isBesideWork,
  isLoneWeakDate,
  isThingAskedFor,
  isToBeThere,
} from './beside-work.ts';
import type { Candidate } from './candidate.ts';
import { isNamedDay } from './candidate.ts';
import { isCitation, isCount, isNumberOfSomething } from './citations.ts';
import { isEvent } from './events.ts';
import { isLongPast, isNarration } from './narration.ts';
import { isMovedEvent, isReplaced } from './replaced.ts';
import { isPeriodOfReport } from './report-period.ts';
import { isEligibility, isTerm } from './terms.ts';

/** How sure the words make it that this is the deadline: 3 they say so, 2 they imply it, 1 work is mentioned beside it. */
export type Strength = 1 | 2 | 3;

export interface Verdict {
  readonly bound: Bound;
  readonly strength: Strength;
  /** The token at which the words that belong to it begin. */
  readonly from: number;
  readonly to: number;
}

/** What a time is instead of a deadline whatever its sentence says. */
const isNeverDeadline = (candidate: Candidate): boolean =>
  // A former deadline is written with the same words as a deadline: it has to go before they are weighed.
  isReplaced(candidate) ||
  isMovedEvent(candidate) ||
  isNumberOfSomething(candidate) ||
  isCount(candidate) ||
  isCitation(candidate) ||
  isEligibility(candidate) ||
  isNarration(candidate) ||
  isLongPast(candidate);

/** What it is where no word says that it is a deadline, the surest first: what is valid, what is reported, what takes place. */
const isLookAlike = (candidate: Candidate): boolean =>
  isTerm(candidate) || isPeriodOfReport(candidate) || isEvent(candidate);

export function judge(candidate: Candidate): Verdict | null {
  if (isNeverDeadline(candidate)) return null;
  const { expression, cuesFrom, labelFrom } = candidate;
  const to = expression.to;
  const event = eventBetweenBefore(candidate);
  if (event !== null) return { bound: 'before', strength: 3, from: event, to };
  if (isAfterHoliday(candidate)) return { bound: 'on', strength: 2, from: cuesFrom, to };
  if (isLastColumn(candidate)) return { bound: boundOf(candidate), strength: 2, from: cuesFrom, to };
  if (isSpelledOut(candidate)) return { bound: 'on', strength: 3, from: cuesFrom, to };
  if (isLookAlike(candidate)) return null;
  const after = CUES_AFTER.at(candidate.tokens, to);
  if (after !== null)
    return {
      bound: candidate.has(Cue.before) ? 'before' : 'by',
      strength: 3,
      from: cuesFrom,
      to: after.to,
    };
  if (candidate.isBinding) {
    // "trước kỳ nghỉ lễ, cụ thể trước ngày 29/8": the date says more than the name.
    const strength = isNamedDay(candidate) ? 2 : 3;
    return { bound: boundOf(candidate), strength, from: labelFrom ?? cuesFrom, to };
  }
  if (candidate.has(Cue.after))
    return isAfterwards(candidate) || isNotTaken(candidate)
      ? { bound: 'by', strength: 2, from: cuesFrom, to }
      : null;
  if (isOfficeHour(candidate))
    return candidate.has(Cue.upto) ? { bound: 'by', strength: 2, from: cuesFrom, to } : null;
  const isItem = expression.kind === 'period' && candidate.tokens.isMark(to, ':');
  const isStretch = expression.kind === 'range' || isItem || candidate.has(Cue.upto | Cue.within);
  if (isStretch && !isLoneWeakDate(candidate) && isAboutWork(candidate))
    return { bound: boundOf(candidate), strength: 2, from: cuesFrom, to };
  if (isAlone(candidate) || isAloneBetweenCommas(candidate))
    return { bound: boundOf(candidate), strength: 2, from: cuesFrom, to };
  const strength = candidate.has(Cue.at) ? 2 : 1;
  if (isThingAskedFor(candidate) || isToBeThere(candidate))
    return { bound: boundOf(candidate), strength: 1, from: cuesFrom, to };
  return isBesideWork(candidate) ? { bound: boundOf(candidate), strength, from: cuesFrom, to } : null;
}

/** "sau lễ", "qua Tết", "ra Tết", "nghỉ lễ xong": the first working day after. */
export const isAfterHoliday = (candidate: Candidate): boolean =>
  (candidate.has(Cue.after) ||
    candidate.tokens.is(candidate.expression.from - 1, 'ra', 'qua') ||
    (candidate.cues === 0 && candidate.tokens.is(candidate.expression.to, 'xong'))) &&
  (isNamedDay(candidate) || startsWithHoliday(candidate));

/** "lễ 2/9": the name gives way to the date when they are joined. */
const startsWithHoliday = ({ tokens, expression }: Candidate): boolean =>
  expression.kind === 'moment' &&
  expression.day?.kind === 'numbered' &&
  tokens.is(expression.from, 'lễ', 'tết', 'nghỉ', 'dịp', 'kỳ');

/** "trước khai giảng một tuần, cụ thể ngày 27/8": the day that a length before something comes to. */
const isSpelledOut = ({ text, tokens, index, cuesFrom, expression, clauseFrom }: Candidate): boolean => {
  const length = text.expressionBefore(index);
  return (
    expression.kind === 'moment' &&
    length?.kind === 'duration' &&
    length.from >= clauseFrom &&
    THAT_IS.before(tokens, tokens.is(cuesFrom - 1, 'ngày') ? cuesFrom - 1 : cuesFrom) !== null &&
    cuesFrom - length.to <= LONGEST_THAT_IS_IN_TOKENS
  );
};

const LONGEST_THAT_IS_IN_TOKENS = 4;

function boundOf(candidate: Candidate): Bound {
  const { expression } = candidate;
  if (candidate.has(Cue.before) || isBeforeEnd(candidate)) return 'before';
  if (candidate.has(Cue.latest | Cue.label | Cue.upto | Cue.done | Cue.move)) return 'by';
  if (expression.kind === 'range') return expression.isChoice || expression.first === null ? 'by' : 'within';
  if (candidate.labelFrom !== null) return 'by';
  const isStretch =
    expression.kind === 'period' ||
    expression.kind === 'week_of_month' ||
    (expression.kind === 'moment' && expression.week !== null && expression.weekday === null);
  return isStretch && !isPointInPeriod(candidate) ? 'within' : 'on';
}

/** "từ nay đến trước ngày 30/4". */
export const isBeforeEnd = ({ tokens, expression }: Candidate): boolean =>
  expression.kind === 'range' && tokens.is(expression.last.from - 1, 'trước');

const isPointInPeriod = ({ expression }: Candidate): boolean =>
  (expression.kind === 'period' && expression.part !== 'whole') ||
  (expression.kind === 'moment' && expression.week !== null && expression.week.part !== 'whole');

const EVENT_HEADS = phraseSet(
  'khi, giờ, ngày, lúc, dịp, lễ, kỳ, buổi, phiên, đợt, thời điểm, cuộc, hội, đại hội, tết, mùa, sự kiện, chuyến, lần, giao ban, họp, tọa đàm, diễn đàn, tuần lễ, bầu cử',
);

const LONGEST_EVENT_NAME_IN_TOKENS = 12;

/** "trước Hội nghị tổng kết ngày 25/4", "trước Ngày hội Chuyển đổi số 10/10": where "trước" begins; null otherwise. */
function eventBetweenBefore({ text, tokens, cuesFrom, clauseFrom, expression }: Candidate): number | null {
  // "trước kỳ họp thường lệ giữa năm": the period is the event's name.
  if (expression.kind === 'period' && expression.part !== 'whole') return null;
  const farthest = Math.max(clauseFrom, cuesFrom - LONGEST_EVENT_NAME_IN_TOKENS);
  for (let i = cuesFrom - 1; i >= farthest; i--) {
    if (tokens.isMark(i, ',;:') || tokens.isNumber(i)) return null;
    if (
      !tokens.is(i, 'trước') ||
      !(EVENT_HEADS.at(tokens, i + 1) ?? LANDMARKS.at(tokens, i + 1)?.value === 'event')
    )
      continue;
    const work = text.landmarkBefore(expression.from, i + 1);
    // "trước thời điểm đóng thầu", "trước giờ nộp": the act names the event.
    const nameFrom = tokens.is(i + 1, 'thời') && tokens.is(i + 2, 'điểm') ? i + 3 : i + 2;
    return work?.kind === 'work' && work.from > nameFrom ? null : i;
  }
  return null;
}

/** "Không nhận hồ sơ sau 17h00 ngày 18/4": until then it is taken. */
const isNotTaken = ({ tokens, clauseFrom, cuesFrom }: Candidate): boolean =>
  NOT_TAKING.lastWithin(tokens, Math.max(clauseFrom, cuesFrom - LONGEST_EVENT_NAME_IN_TOKENS), cuesFrom) !==
  null;

const NOT_TAKING = phraseSet(
  'không nhận, không tiếp nhận, ko nhận, k nhận, kg nhận, ngừng nhận, ngừng tiếp nhận, hết nhận, không giải quyết, không thu',
);

/** "Sau ngày 15/4, đơn vị nào chưa gửi…": whoever has not done it by then. */
const isAfterwards = ({ tokens, expression, clauseTo }: Candidate): boolean => {
  for (let i = expression.to; i < Math.min(clauseTo, expression.to + 8); i++) {
    // "Sau 17h00 văn phòng không tiếp khách" gives nobody a deadline.
    const isRefused = tokens.is(i, 'không') && WITHHELD.at(tokens, i + 1) !== null;
    if (
      isRefused ||
      tokens.is(i, 'nào', 'nếu', 'chưa', 'coi') ||
      (CONSEQUENCE.at(tokens, i) !== null && tokens.is(i, 'thì'))
    )
      return true;
  }
  return false;
};

const WITHHELD = phraseSet(
  'nhận, tiếp nhận, giải quyết, thu, nộp, gửi, gởi, báo cáo, báo, bổ sung, cập nhật, hoàn thành, đăng ký, xử lý, khai, kê khai, ký, trình, phản hồi, trả lời, góp ý, có báo cáo, có ý kiến, có phản hồi, có văn bản, có kết quả, xong, chấp nhận, xem xét, thực hiện, khắc phục, xác nhận, tham gia, ai',
);

/**
 * "7 Lắp camera giám sát Văn phòng Sở Phòng KHTC Quý II/2025": a row of a table that lost its lines. It begins with a
 * number and no full stop, and what stands in the last column begins anew: with a capital, or after a name.
 */
function isLastColumn(candidate: Candidate): boolean {
  const { tokens, clauseFrom, clauseTo, cuesFrom, expression } = candidate;
  const isRow =
    tokens.isNumber(clauseFrom) &&
    tokens.isCapital(clauseFrom + 1) &&
    expression.to === clauseTo &&
    cuesFrom === expression.from &&
    cuesFrom - clauseFrom > FEWEST_WORDS_OF_ROW &&
    !tokens.isShouted;
  if (!isRow || (candidate.before?.kind === 'event' && candidate.before.to === cuesFrom)) return false;
  if (expression.kind === 'period') return tokens.isCapital(expression.from);
  return (
    expression.kind === 'moment' &&
    (tokens.isCapital(expression.from) ||
      (tokens.isNumber(expression.from) && tokens.isCapital(cuesFrom - 1)))
  );
}

const FEWEST_WORDS_OF_ROW = 3;

/** "giờ hành chính", "giờ nghỉ trưa": only a deadline with "trước" or "hết". */
const isOfficeHour = ({ tokens, expression }: Candidate): boolean =>
  expression.kind === 'moment' &&
  expression.day === null &&
  expression.weekday === null &&
  tokens.is(expression.from, 'giờ', 'nghỉ', 'tan');
