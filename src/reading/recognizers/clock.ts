// Times of day by the clock: "17h", "17h00", "16 giờ 30 phút", "17:00", "10 giờ sáng", "5 rưỡi chiều", "4h kém 15".
import { PARTS_OF_DAY } from '../lexicon/time-words.ts';
import type { Clock, DayPart, Family, MomentExpression } from './expression.ts';
import { clockMoment } from './make-expression.ts';
import { numberInWords } from './numbers.ts';
import { phraseSet } from './phrases.ts';
import type { Tokens } from './tokens.ts';

const LAST_HALF_OPEN_HOUR = 6;

export const clocks: Family = { read: clock, heads: [], afterNumber: ['h', 'g', 'giờ', ':', 'rưỡi', 'kém'] };

function clock(tokens: Tokens, i: number): MomentExpression | null {
  const hour = hourAt(tokens, i);
  if (hour === null) return null;
  const minutes = minutesAt(tokens, hour.to);
  if (minutes === null && !isFreestanding(tokens, i, hour.to)) return null;
  const to = minutes !== null ? minutes.to : hour.to;
  const partWord = partAfter(tokens, to);
  if (minutes === null && partWord === null && isNetwork(tokens, i)) return null;
  const time = timeOf(hour.value, minutes?.value ?? 0, partWord?.part ?? null, hour.isOfficial);
  const end = partWord !== null ? partWord.to : to;
  if (time !== null && partWord !== null && tokens.is(end, 'nay')) {
    return clockMoment(i, end + 1, time, { kind: 'relative', days: 0 });
  }
  return time && clockMoment(i, end, time);
}

interface Hour {
  readonly to: number;
  readonly value: number;
  /** Written as a clock shows it ("05:30", "08h00"), so that morning or afternoon is said. */
  readonly isOfficial: boolean;
}

function hourAt(tokens: Tokens, i: number): Hour | null {
  if (tokens.isNumber(i)) {
    if (tokens.size(i) > 2 || tokens.value(i) > 24 || !isWholeOnTheLeft(tokens, i)) return null;
    const isOfficial = tokens.size(i) === 2;
    if (tokens.isMark(i + 1, ':') && tokens.isGlued(i + 1)) {
      return tokens.isGlued(i + 2) && tokens.size(i + 2) === 2 && tokens.isNumber(i + 2)
        ? { to: i + 1, value: tokens.value(i), isOfficial }
        : null;
    }
    if (isHourWord(tokens, i + 1)) return { to: i + 2, value: tokens.value(i), isOfficial };
    // "5 rưỡi chiều", "4 kém 15 chiều": the part of the day makes it an hour.
    return isHourByPart(tokens, i + 1) ? { to: i + 1, value: tokens.value(i), isOfficial } : null;
  }
  const inWords = numberInWords(tokens, i);
  return inWords !== null && inWords.value <= 24 && tokens.is(inWords.to, 'giờ')
    ? { to: inWords.to + 1, value: inWords.value, isOfficial: false }
    : null;
}

const isHourByPart = (tokens: Tokens, i: number): boolean => {
  const minutes = tokens.is(i, 'rưỡi', 'rưởi', 'kém') ? minutesAt(tokens, i) : null;
  return minutes !== null && partAfter(tokens, minutes.to) !== null;
};

/** "trước17h" lacks a space. */
const isWholeOnTheLeft = (tokens: Tokens, i: number): boolean =>
  !tokens.isGlued(i) ||
  (tokens.at(i - 1)?.kind === 'mark'
    ? !tokens.isMark(i - 1, '/.:_,+')
    : tokens.is(i - 1, 'trước', 'đến', 'tới', 'hết', 'hạn', 'lúc', 'vào', 'nhất'));

const isHourWord = (tokens: Tokens, i: number): boolean =>
  tokens.couldBe(i, 'giờ') || tokens.at(i)?.text === 'h' || (tokens.at(i)?.text === 'g' && tokens.isGlued(i));

interface Minutes {
  readonly to: number;
  readonly value: number;
}

function minutesAt(tokens: Tokens, i: number): Minutes | null {
  if (tokens.isMark(i, ':'))
    return tokens.value(i + 1) < 60 ? { to: i + 2, value: tokens.value(i + 1) } : null;
  if (tokens.is(i, 'rưỡi', 'rưởi')) return { to: i + 1, value: 30 };
  const isLess = tokens.is(i, 'kém');
  const at = isLess ? i + 1 : i;
  const number = tokens.isNumber(at)
    ? { to: at + 1, value: tokens.value(at) }
    : isLess
      ? numberInWords(tokens, at)
      : null;
  if (number === null || !(number.value < 60) || (tokens.isNumber(at) && tokens.size(at) > 2)) return null;
  const hasUnit =
    tokens.couldBe(number.to, 'phút') || tokens.at(number.to)?.text === 'p' || tokens.isMark(number.to, "'");
  // "17 giờ 15/4": the number after the hour begins a date.
  const isDate =
    tokens.isMark(number.to, '/-.') &&
    tokens.isGlued(number.to) &&
    tokens.isGlued(number.to + 1) &&
    tokens.isNumber(number.to + 1);
  if (
    isDate ||
    (!tokens.isGlued(at) && !hasUnit && !isLess && tokens.size(at) !== 2) ||
    tokens.couldBe(number.to, 'tháng')
  )
    return null;
  return { to: hasUnit ? number.to + 1 : number.to, value: isLess ? -number.value : number.value };
}

/** "sóng 4G", "trạm 5G", "mạng 3g": no hours. */
const isNetwork = (tokens: Tokens, i: number): boolean =>
  tokens.at(i + 1)?.text === 'g' &&
  tokens.value(i) <= LAST_NETWORK &&
  ((tokens.isCapital(i + 1) && !tokens.isShouted) || NETWORKS.before(tokens, i) !== null);

const LAST_NETWORK = 6;
const NETWORKS = phraseSet(
  'sóng, mạng, trạm, công nghệ, thuê bao, bts, sim, phủ sóng, hạ tầng, băng thông, wifi',
);

/** "48h", "trong 2 giờ", "3 giờ nữa", "8 giờ làm việc" are lengths of time. */
function isFreestanding(tokens: Tokens, i: number, to: number): boolean {
  if (tokens.is(to, 'nữa', 'tới', 'đồng', 'qua') || (tokens.is(to, 'làm') && tokens.is(to + 1, 'việc')))
    return false;
  if (tokens.isMark(to, '/') && tokens.isGlued(to)) return false;
  // "chậm nhất 24 giờ sau khi phát hiện"
  if (SINCE.at(tokens, to) !== null) return false;
  return (
    !tokens.is(i - 1, 'trong', 'vòng', 'khoảng', 'thêm', 'suốt', 'nội', 'mỗi') &&
    !(tokens.is(i - 1, 'hạn') && tokens.is(i - 2, 'thời') && tokens.is(i - 3, 'trong'))
  );
}

const SINCE = phraseSet(
  'sau khi, kể từ, kể từ khi, kể từ lúc, kể từ thời điểm, tính từ, từ khi, từ lúc, từ thời điểm',
);

function partAfter(tokens: Tokens, at: number): { to: number; part: DayPart } | null {
  const from = tokens.is(at, 'buổi', 'giờ') ? at + 1 : at;
  const found = PARTS_OF_DAY.at(tokens, from);
  return found?.value.edge === 'whole' && found.to === from + 1
    ? { to: found.to, part: found.value.part }
    : null;
}

function timeOf(hour: number, minute: number, part: DayPart | null, isOfficial: boolean): Clock | null {
  let minutes = onTwelveHours(hour, part) * 60 + minute;
  if (minutes < 0 || minutes > 24 * 60) return null;
  const isHalfOpen = part === null && !isOfficial && hour >= 1 && hour <= LAST_HALF_OPEN_HOUR;
  if (isHalfOpen) minutes += 12 * 60;
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, isHalfOpen };
}

function onTwelveHours(hour: number, part: DayPart | null): number {
  switch (part) {
    case 'afternoon':
    case 'evening':
      return hour < 12 ? hour + 12 : hour;
    case 'noon':
      return hour <= 2 ? hour + 12 : hour;
    case 'night':
      return hour === 12 || hour === 0 ? 24 : hour >= 6 && hour < 12 ? hour + 12 : hour;
    case 'morning':
    case null:
      return hour;
  }
}
