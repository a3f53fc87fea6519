// Decides whether a time in its sentence is a deadline, and how it binds.
import type { Bound } from '../../domain/deadline.ts';
import { ACTION_VERBS } from '../lexicon/action-verbs.ts';
import { CUES_AFTER, Cue, PARTICLES } from '../lexicon/deadline-cues.ts';
import { CONSEQUENCE, REFERRING } from '../lexicon/look-alike-words.ts';
import { LANDMARKS } from '../lexicon/work-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Candidate } from './candidate.ts';
import { hasCue, hasOrderBefore, isBinding, isNamedDay, orderBefore } from './candidate.ts';
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
const NEVER_DEADLINES: readonly ((candidate: Candidate) => boolean)[] = [
  // A former deadline is written with the same words as a deadline: it has to go before they are weighed.
  isReplaced,
  isMovedEvent,
  isNumberOfSomething,
  isCount,
  isCitation,
  isEligibility,
  isNarration,
  isLongPast,
];

/** What it is where no word says that it is a deadline, the surest first: what is valid, what is reported, what takes place. */
const LOOK_ALIKES: readonly ((candidate: Candidate) => boolean)[] = [isTerm, isPeriodOfReport, isEvent];

export function judge(candidate: Candidate): Verdict | null {
  for (const isOtherwise of NEVER_DEADLINES) if (isOtherwise(candidate)) return null;
  const { expression, cuesFrom, labelFrom } = candidate;
  const to = expression.to;
  const event = eventBetweenBefore(candidate);
  if (event !== null) return { bound: 'before', strength: 3, from: event, to };
  if (isAfterHoliday(candidate)) return { bound: 'on', strength: 2, from: cuesFrom, to };
  if (isLastColumn(candidate)) return { bound: boundOf(candidate), strength: 2, from: cuesFrom, to };
  for (const isLookAlike of LOOK_ALIKES) if (isLookAlike(candidate)) return null;
  const after = CUES_AFTER.at(candidate.tokens, to);
  if (after)
    return {
      bound: hasCue(candidate, Cue.before) ? 'before' : 'by',
      strength: 3,
      from: cuesFrom,
      to: after.to,
    };
  if (isBinding(candidate)) {
    // "trước kỳ nghỉ lễ, cụ thể trước ngày 29/8": the date says more than the name.
    const strength = isNamedDay(candidate) ? 2 : 3;
    return { bound: boundOf(candidate), strength, from: labelFrom ?? cuesFrom, to };
  }
  if (hasCue(candidate, Cue.after))
    return isAfterwards(candidate) || isNotTaken(candidate)
      ? { bound: 'by', strength: 2, from: cuesFrom, to }
      : null;
  if (isOfficeHour(candidate))
    return hasCue(candidate, Cue.upto) ? { bound: 'by', strength: 2, from: cuesFrom, to } : null;
  const isItem = expression.kind === 'period' && candidate.tokens.isMark(to, ':');
  const isStretch = expression.kind === 'range' || isItem || hasCue(candidate, Cue.upto | Cue.within);
  if (isStretch && !isLoneWeakDate(candidate) && isAboutWork(candidate))
    return { bound: boundOf(candidate), strength: 2, from: cuesFrom, to };
  if (isAlone(candidate) || isAloneBetweenCommas(candidate))
    return { bound: boundOf(candidate), strength: 2, from: cuesFrom, to };
  const strength = hasCue(candidate, Cue.at) ? 2 : 1;
  if (isThingAskedFor(candidate)) return { bound: boundOf(candidate), strength: 1, from: cuesFrom, to };
  return isBesideWork(candidate) ? { bound: boundOf(candidate), strength, from: cuesFrom, to } : null;
}

/** "sau lễ", "qua Tết", "ra Tết": the first working day after. */
export const isAfterHoliday = (candidate: Candidate): boolean =>
  (isNamedDay(candidate) || startsWithHoliday(candidate)) &&
  (hasCue(candidate, Cue.after) || candidate.tokens.is(candidate.expression.from - 1, 'ra', 'qua'));

/** "lễ 2/9": the name gives way to the date when they are joined. */
const startsWithHoliday = ({ tokens, expression }: Candidate): boolean =>
  expression.kind === 'moment' &&
  expression.day?.kind === 'numbered' &&
  tokens.is(expression.from, 'lễ', 'tết', 'nghỉ', 'dịp', 'kỳ');

function boundOf(candidate: Candidate): Bound {
  const { expression } = candidate;
  if (hasCue(candidate, Cue.before) || isBeforeEnd(candidate)) return 'before';
  if (hasCue(candidate, Cue.latest | Cue.label | Cue.upto | Cue.done | Cue.move)) return 'by';
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
    return work?.kind === 'work' && work.from > i + 2 ? null : i;
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
    if (
      tokens.is(i, 'nào', 'nếu', 'chưa', 'không', 'coi') ||
      (CONSEQUENCE.at(tokens, i) && tokens.is(i, 'thì'))
    )
      return true;
  }
  return false;
};

/**
 * "7 Lắp camera giám sát Văn phòng Sở Phòng KHTC Quý II/2025": a row of a table that lost its lines. It begins with a
 * number and no full stop, and what stands in the last column begins anew: with a capital, or after a name.
 */
function isLastColumn({ tokens, clauseFrom, clauseTo, cuesFrom, expression, before }: Candidate): boolean {
  const isRow =
    tokens.isNumber(clauseFrom) &&
    tokens.isCapital(clauseFrom + 1) &&
    expression.to === clauseTo &&
    cuesFrom === expression.from &&
    cuesFrom - clauseFrom > FEWEST_WORDS_OF_ROW &&
    !tokens.isShouted;
  if (!isRow || (before?.kind === 'event' && before.to === cuesFrom)) return false;
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

/** "3-1", "15.4" with nothing that makes it a date. */
const isLoneWeakDate = ({ expression }: Candidate): boolean =>
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
  if (!REFERRING.at(tokens, clauseFrom)) return clauseFrom;
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
    if (particle && particle.to <= to) i = particle.to;
    else if (tokens.at(i)?.kind === 'mark') i++;
    else return false;
  }
  return true;
}

/** "cấm xe từ 18h00 đến 22h00", "mưa lớn đến ngày 18/10": a stretch of which nothing says that anybody works. */
function isAboutWork(candidate: Candidate): boolean {
  const { expression, after } = candidate;
  if (expression.kind === 'range' && expression.first === null) return true;
  return (
    hasOrderBefore(candidate) ||
    startsWithAction(candidate) ||
    (after !== null && after.kind !== 'event') ||
    isAlone(candidate) ||
    isAloneBetweenCommas(candidate)
  );
}

/** "hết năm nay nha, ko vội", "thêm 2 ngày, tới 10/10 nha": with its cue it is a message in itself. */
function isAloneBetweenCommas({
  tokens,
  cues,
  cuesFrom,
  clauseFrom,
  expression,
  clauseTo,
}: Candidate): boolean {
  if (cues === 0 && !REQUESTING_PARTICLES.at(tokens, expression.to)) return false;
  let to = expression.to;
  while (to < clauseTo && to - expression.to <= MOST_WORDS_BESIDE && !tokens.isMark(to, ',')) to++;
  return (cuesFrom === clauseFrom || tokens.isMark(cuesFrom - 1, ',')) && isPolite(tokens, expression.to, to);
}

/** "mai nhé, mốt anh bận" */
const REQUESTING_PARTICLES = phraseSet(
  'nhé, nha, nhá, nhe, nghe, nghen, nghen em, hen, ạ, luôn nhé, luôn nha',
);

const MOST_WORDS_OF_THING = 6;

/** "hồ sơ trong ngày 19/8 nha cả nhà": a short message that names a thing, a time and asks politely. */
function isThingAskedFor(candidate: Candidate): boolean {
  const { tokens, expression, clauseFrom, clauseTo, cuesFrom, before } = candidate;
  return (
    (hasCue(candidate, Cue.within | Cue.at) || tokens.is(expression.from, 'trong')) &&
    (before === null || before.kind === 'report') &&
    cuesFrom - clauseFrom <= MOST_WORDS_OF_THING &&
    REQUESTING_PARTICLES.at(tokens, expression.to) !== null &&
    isPolite(tokens, expression.to, clauseTo)
  );
}

/** Verbs too weak to make a sentence an order: they begin any sentence. */
const WEAK_VERBS = new Set([
  'dự',
  'họp',
  'vào',
  'lên',
  'tiếp',
  'tham dự',
  'có',
  'bám',
  'lo',
  'sớm',
  'mời',
  'trực',
  'đón',
  'bảo đảm',
  'đảm bảo',
  'nhận',
]);
const ACTIONS = phraseSet(ACTION_VERBS.filter((verb) => !WEAK_VERBS.has(verb)).join(', '));

/** "Treo cờ Tổ quốc đến hết ngày 03/9": the sentence begins with a verb, as orders do. */
const startsWithAction = ({ tokens, clauseFrom }: Candidate): boolean => {
  const isItem =
    tokens.isMark(clauseFrom, '-+*•') || (tokens.isNumber(clauseFrom) && tokens.isMark(clauseFrom + 1, '.)'));
  return (
    ACTIONS.at(tokens, isItem ? clauseFrom + (tokens.isNumber(clauseFrom) ? 2 : 1) : clauseFrom) !== null
  );
};

const FARTHEST_WORK_IN_TOKENS = 24;

/** The sentence orders something at that time: "mai gửi anh", "trình Lãnh đạo Sở vào thứ Tư", "9h sáng T2 phải có trên bàn". */
function isBesideWork(candidate: Candidate): boolean {
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
  if (before)
    return (
      (before.kind === 'work' || before.kind === 'duty') && cuesFrom - before.to <= FARTHEST_WORK_IN_TOKENS
    );
  if (!after) return startsWithAction(candidate);
  return (
    (after.kind === 'work' || after.kind === 'duty') && after.from - expression.to <= FARTHEST_WORK_IN_TOKENS
  );
}
