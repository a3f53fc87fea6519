// Deadlines given as a length of time: "trong 05 ngày làm việc kể từ ngày ký", "2 ngày nữa", "trong 48h".
//
// A length begins the day after its start (Bộ luật Dân sự 2015, Điều 147). One in days, weeks or months that ends on a day
// off runs to the next working day (Điều 148 khoản 5); a month that lacks the day ends on its last day (khoản 3).
import type { LocalDate, LocalMoment, TimeOfDay } from '../../domain/local-time.ts';
import { addDays, addMonths, dateOf, localMoment, timeOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import { CUES_AFTER, Cue } from '../lexicon/deadline-cues.ts';
import { CONSEQUENCE, PAPERS, THINGS } from '../lexicon/look-alike-words.ts';
import { TAKES_PLACE } from '../lexicon/work-words.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { DurationExpression, DurationUnit } from '../recognizers/expression.ts';
import type { Candidate } from './candidate.ts';
import { isFronted } from './candidate.ts';
import { isEvent } from './events.ts';
import { isCountedTo } from './replaced.ts';
import { isTerm } from './terms.ts';
import { waitingFor } from './conditions.ts';
import type { Strength } from './judge.ts';
import { isAlone } from './beside-work.ts';
import type { DeadlineReading } from './reading.ts';
import { datedReading } from './reading.ts';
import { startOfLength } from './length-start.ts';
import type { Doubt } from './resolved.ts';
import { clockTime, shortDate, weekdayOf } from './vietnamese-dates.ts';

const MINUTES_IN_DAY = 24 * 60;

/** After a length: it is behind ("trong 5 năm qua"), it is a threshold ("từ 3 ngày trở lên"). */
const NOT_AHEAD = phraseSet(
  'qua, vừa qua, gần đây, trở lên, trước đó, liên tục, liên tiếp, liền, đầu năm, đầu tiên, diễn ra, công tác, nghỉ, gần nhất, rồi, qua đi',
);

export function readLength(candidate: Candidate, context: ReadingContext): DeadlineReading | null {
  const { expression, tokens } = candidate;
  if (expression.kind !== 'duration' || isTerm(candidate) || isHowLong(candidate, expression)) return null;
  if (candidate.has(Cue.over | Cue.not | Cue.old | Cue.from) || NOT_AHEAD.at(tokens, expression.to) !== null)
    return null;
  // "thời hạn 05 năm", "trong 02 năm 2023, 2024": a term of office or a contract, years that are named.
  if (expression.unit === 'year' && (!candidate.has(Cue.within) || tokens.isNumber(expression.to)))
    return null;
  if (isCountedTo(candidate)) return null;
  return expression.isFromNow
    ? fromNow(candidate, expression, context)
    : withStart(candidate, expression, context);
}

/** "2 ngày nữa", "30 phút nữa", "trong 02 tuần tới". */
function fromNow(
  candidate: Candidate,
  length: DurationExpression,
  context: ReadingContext,
): DeadlineReading | null {
  const isWithin = candidate.has(Cue.within);
  const isMeant =
    candidate.isBinding ||
    isWithin ||
    isFronted(candidate) ||
    isAlone(candidate) ||
    isOrder(candidate) ||
    CUES_AFTER.at(candidate.tokens, length.to) !== null;
  if (!isMeant || isEvent(candidate)) return null;
  const end = endOfLength(length, context.writtenAt, context, isWithin);
  const isMinute = length.unit === 'minute' || length.unit === 'hour';
  const isDirect = !isWithin && !candidate.isBinding && length.unit === 'week';
  return datedReading(placeOf(candidate, length.to, 3), {
    due: end.due,
    bound: candidate.has(Cue.before) ? 'before' : isWithin ? 'within' : isDirect ? 'on' : 'by',
    precision: isMinute ? 'instant' : 'day',
    lastOk: null,
    assumptions: end.assumptions,
    doubt: end.doubt,
  });
}

const isOrder = (candidate: Candidate): boolean => {
  const kinds = [candidate.before?.kind, candidate.after?.kind];
  return (
    kinds.includes('work') ||
    kinds.includes('duty') ||
    candidate.tokens.is(candidate.cuesFrom - 1, 'cho', 'em', 'thêm')
  );
};

/** "trong vòng 05 ngày làm việc kể từ ngày ban hành", "Thời gian thực hiện: 10 ngày làm việc". */
function withStart(
  candidate: Candidate,
  length: DurationExpression,
  context: ReadingContext,
): DeadlineReading | null {
  const start = startOfLength(candidate, context);
  const isAfter =
    candidate.has(Cue.after) && (start !== null || (isConsequence(candidate) && !isAgeOfThing(candidate)));
  const isMeant =
    candidate.has(Cue.within | Cue.latest | Cue.label | Cue.done | Cue.upto) ||
    candidate.labelFrom !== null ||
    isAfter ||
    isExtension(candidate) ||
    isGrant(candidate) ||
    (start !== null && isOrder(candidate));
  if (!isMeant || candidate.has(Cue.before)) return null;
  if (start?.kind === 'event')
    return waitingFor(start.event, candidate.labelFrom ?? candidate.cuesFrom, start.to);
  const from = start?.at ?? context.writtenAt;
  const end = endOfLength(length, from, context, true);
  const startAssumption =
    start === null ? ['không nêu mốc bắt đầu nên tính từ ngày viết'] : start.assumptions;
  // "thêm 2 ngày, tới 10/10": the day itself says more.
  const strength = isExtension(candidate) ? 1 : 3;
  return datedReading(placeOf(candidate, start?.to ?? length.to, strength), {
    due: end.due,
    bound: candidate.has(Cue.after) && !candidate.has(Cue.within) ? 'by' : 'within',
    precision: length.unit === 'minute' || length.unit === 'hour' ? 'instant' : 'day',
    lastOk: null,
    assumptions: [...startAssumption, ...end.assumptions],
    doubt: start?.doubt ?? end.doubt,
  });
}

/** "có 15 ngày làm việc để rà soát", "được dành 10 ngày cho việc lấy ý kiến", "Cho Phòng CĐS 07 ngày để khắc phục". */
const isGrant = ({ tokens, cuesFrom, clauseFrom, expression }: Candidate): boolean => {
  if (tokens.is(cuesFrom - 1, 'dành'))
    return tokens.is(expression.to, 'để', 'cho') || tokens.isMark(expression.to, ',');
  return (
    tokens.is(expression.to, 'để') &&
    (tokens.is(cuesFrom - 1, 'có', 'còn', 'được', 'cho') || tokens.is(clauseFrom, 'cho', 'dành'))
  );
};

/** "thời gian thực hiện: 24 tháng" of a project, "diễn ra trong 03 ngày": how long something lasts. */
function isHowLong(candidate: Candidate, { amount, unit }: DurationExpression): boolean {
  const { tokens, before, labelFrom } = candidate;
  const months =
    unit === 'year' ? amount * 12 : unit === 'quarter' ? amount * 3 : unit === 'month' ? amount : 0;
  const isOfProject =
    months >= SHORTEST_PROJECT_IN_MONTHS &&
    labelFrom !== null &&
    tokens.is(labelFrom, 'thời') &&
    tokens.is(labelFrom + 1, 'gian');
  // "gia hạn 02 lần, mỗi lần không quá 30 ngày": how much may be had
  const isAllowance = tokens.is(candidate.cuesFrom - 2, 'mỗi', 'từng');
  if (isAllowance || isShown(candidate)) return true;
  return isOfProject || (before?.kind === 'event' && TAKES_PLACE.at(tokens, before.from) !== null);
}

/** "Danh sách niêm yết trong 7 ngày": how long it hangs there; counted from a day, it is by when. */
const isShown = ({ tokens, cuesFrom, expression, before }: Candidate): boolean =>
  before?.to === cuesFrom &&
  tokens.is(cuesFrom, 'trong') &&
  SHOWING.at(tokens, before.from) !== null &&
  (tokens.is(before.from - 1, 'được') || PAPERS.before(tokens, before.from) !== null) &&
  !tokens.is(expression.to, 'kể', 'từ', 'tính', 'sau');

const SHOWING = phraseSet('niêm yết, niêm yết công khai, trưng bày, treo, công khai, dán');

const SHORTEST_PROJECT_IN_MONTHS = 6;

/** "cho em thêm 2 ngày": asked for from now. */
const isExtension = ({ tokens, cuesFrom }: Candidate): boolean =>
  tokens.is(cuesFrom - 1, 'thêm') &&
  tokens.is(cuesFrom - 2, 'em', 'phòng', 'anh', 'chị', 'cho', 'xin', 'hạn', 'lùi', 'e');

/** "Hồ sơ quá 10 ngày chưa xử lý phải có thư xin lỗi": which of them. */
const isAgeOfThing = ({ tokens, cuesFrom, clauseFrom, expression }: Candidate): boolean => {
  // "nộp báo cáo chậm quá 10 ngày bị trừ điểm", "đơn khiếu nại quá 30 ngày chưa thụ lý": how late, how old
  const isSaidOfThing = cuesFrom > clauseFrom && !tokens.isMark(cuesFrom - 1, ',:-');
  if (tokens.is(expression.from - 1, 'quá') && isSaidOfThing && !tokens.is(cuesFrom - 1, 'nếu', 'mà', 'khi'))
    return true;
  const thing = THINGS.before(tokens, tokens.is(cuesFrom - 1, 'nào', 'đã') ? cuesFrom - 1 : cuesFrom);
  return tokens.is(cuesFrom, 'quá') && thing !== null && thing.from >= clauseFrom;
};

const isConsequence = ({ tokens, expression, clauseTo }: Candidate): boolean => {
  // "Sau 3 ngày mưa lớn, nhiều tuyến đường bị sạt lở": of what the length is.
  const next = tokens.at(expression.to);
  if (next?.kind === 'word' && !isOfNothing(tokens, expression.to)) return false;
  for (let i = expression.to; i < Math.min(clauseTo, expression.to + 8); i++)
    if (CONSEQUENCE.at(tokens, i) !== null || tokens.is(i, 'nào', 'chưa')) return true;
  return false;
};

const isOfNothing = (tokens: Candidate['tokens'], i: number): boolean =>
  CONSEQUENCE.at(tokens, i) !== null ||
  tokens.is(
    i,
    'không',
    'chưa',
    'ko',
    'k',
    'làm',
    'các',
    'phòng',
    'đơn',
    'em',
    'anh',
    'chị',
    'ai',
    'nếu',
    'đó',
    'này',
    'nữa',
    'là',
    'phải',
    'tự',
  );

const placeOf = (
  { labelFrom, cuesFrom }: Candidate,
  to: number,
  strength: Strength,
): Pick<DeadlineReading, 'from' | 'to' | 'strength'> => ({ from: labelFrom ?? cuesFrom, to, strength });

/** "48h" and "72h" are lengths people set; an hour beyond 24 up to them is a slip. */
export const isNoHour = ({ unit, amount, isFromNow }: DurationExpression): boolean =>
  unit === 'hour' && amount > 24 && amount < 48 && !isFromNow;

interface End {
  readonly due: LocalMoment;
  readonly assumptions: readonly string[];
  readonly doubt: Doubt | null;
}

/** The end of a length that starts at `from`. @param mayRoll whether an end on a day off runs to the next working day */
export function endOfLength(
  { amount, unit }: DurationExpression,
  from: LocalMoment,
  context: ReadingContext,
  mayRoll: boolean,
): End {
  const date = dateOf(from);
  if (unit === 'minute' || unit === 'hour')
    return endInMinutes(amount * (unit === 'hour' ? 60 : 1), from, context);
  if (unit === 'working_day') {
    const due = context.calendar.addWorkingDays(date, Math.ceil(amount));
    return { due, assumptions: ['ngày đầu tính là ngày liền sau; không tính ngày nghỉ'], doubt: null };
  }
  const named = addLength(date, amount, unit);
  if (!mayRoll) return { due: named, assumptions: [], doubt: null };
  const due = context.calendar.workingDayOnOrAfter(named);
  if (due === named)
    return { due, assumptions: ['ngày đầu tính là ngày liền sau'], doubt: weekDoubt(unit, named, context) };
  const reason = context.calendar.whyOff(named) ?? 'ngày nghỉ';
  const why = reason === weekdayOf(named) ? '' : ` (${reason})`;
  const assumed = `ngày cuối ${shortDate(named)} là ${reason} nên kết thúc vào ngày làm việc tiếp theo`;
  const question = `Thời hạn hết vào ${weekdayOf(named)}, ${shortDate(named)}${why}. Lấy ngày làm việc tiếp theo ${shortDate(due)} hay giữ ${shortDate(named)}?`;
  return { due, assumptions: [assumed], doubt: { question, alternatives: [named] } };
}

/** "02 tuần" may also mean two working weeks: their Friday is offered. */
function weekDoubt(unit: DurationUnit, end: LocalDate, { calendar }: ReadingContext): Doubt | null {
  const friday = addDays(end, -3);
  const isMonday = weekdayOf(end) === 'thứ Hai';
  if (unit !== 'week' || !isMonday || !calendar.isWorkingDay(friday)) return null;
  return {
    question: `Hạn là thứ Hai, ${shortDate(end)} hay hết tuần làm việc, thứ Sáu, ${shortDate(friday)}?`,
    alternatives: [friday],
  };
}

function addLength(date: LocalDate, amount: number, unit: DurationUnit): LocalDate {
  switch (unit) {
    case 'week':
      return addDays(date, amount * 7);
    case 'month':
      return addMonths(date, amount);
    case 'quarter':
      return addMonths(date, amount * 3);
    case 'year':
      return addMonths(date, amount * 12);
    default:
      return addDays(date, amount);
  }
}

function endInMinutes(minutes: number, from: LocalMoment, { conventions }: ReadingContext): End {
  const time = timeOf(from);
  if (time === null && minutes % MINUTES_IN_DAY === 0) {
    const due = localMoment(addDays(dateOf(from), minutes / MINUTES_IN_DAY), conventions.halfDays.afternoon);
    return { due, assumptions: ['không rõ giờ bắt đầu nên tính đến cuối giờ làm việc'], doubt: null };
  }
  const start = time ?? conventions.startOfMorning;
  const assumptions = time === null ? [`không rõ giờ bắt đầu nên tính từ ${clockTime(start)}`] : [];
  return { due: plusMinutes(dateOf(from), start, Math.round(minutes)), assumptions, doubt: null };
}

function plusMinutes(date: LocalDate, time: TimeOfDay, minutes: number): LocalMoment {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  const days = Math.floor(total / MINUTES_IN_DAY);
  const ofDay = total - days * MINUTES_IN_DAY;
  const two = (value: number): string => String(value).padStart(2, '0');
  return localMoment(addDays(date, days), `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`);
}

/** `amount` units before a day or minute: "trước ngày họp 03 ngày làm việc". */
export function backFrom(
  { amount, unit }: DurationExpression,
  at: LocalMoment,
  { calendar }: ReadingContext,
): LocalMoment {
  const time = timeOf(at);
  if ((unit === 'minute' || unit === 'hour') && time !== null) {
    return plusMinutes(dateOf(at), time, -Math.round(amount * (unit === 'hour' ? 60 : 1)));
  }
  const date =
    unit === 'working_day'
      ? calendar.addWorkingDays(dateOf(at), -Math.ceil(amount))
      : addLength(dateOf(at), -amount, unit === 'minute' || unit === 'hour' ? 'day' : unit);
  return time === null ? date : localMoment(date, time);
}
