// When something is said to happen: finds the words, has the deadline reader take their value, and says whether that
// lies behind or ahead. Which words mean which day is the deadline reader's business alone.
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { addDays, addMonths, dateOf, dateParts, daysBetween, timeOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import type { NormalizedText } from '../normalize.ts';
import { readTypedDeadline } from '../deadline-reader.ts';
import type { LengthOfTime } from '../findings.ts';
import { LENGTH, MOMENT, PART_OF_DAY, PERIOD } from './moment-words.ts';
import { reduce } from './reduce.ts';
import type { Found, Mention, Tense, Word } from './wording.ts';
import { expressions, pattern } from './wording.ts';

/** "nhiệm vụ tuần này", "báo cáo tháng 4": which work, not when. */
const SCOPE = pattern(
  `(?<=(?:nhiệm vụ|việc|công việc|công tác|kế hoạch|chỉ tiêu|chương trình|lịch|báo cáo|số liệu|giao ban|sơ kết|tổng kết)(?: (?:được )?(?:giao|đến hạn|phải làm|có hạn))? )(?:của )?(?:trong )?${PERIOD}(?<! (?:sau|tới))(?! (?:xong|sẽ|em(?! [^,.;?!]*rồi (?:$|[,.;]))|mới))`,
);
const AGO = expressions`
  (?<!thứ )(?:từ |hôm )?${LENGTH} (?:trước|nay)(?! (?:hạn|khi|ngày|<))
  cách đây (?<amount2>\d{1,3}|một|hai|ba|bốn|năm|mấy|vài) (?<unit2>ngày|hôm|bữa|tuần|tháng)
`;
const LONG_AGO = expressions`
  hôm trước|vừa rồi|hồi sáng|từ lâu|lâu rồi|hồi (?:đầu tuần|đầu tháng|tuần trước)
`;
const SOMETIME = expressions`
  \d{1,3}p (?:nữa|sau)|lát nữa|vài hôm nữa|sau này|sắp tới|(?:thời gian|dịp) tới|hôm khác|lúc khác
  (?:ra|qua|sau) tết|(?:sau|qua) lễ
`;
/** "2 ngày nữa"; what is asked for ("thêm 2 ngày nữa") is a length of time, not a moment. */
const AHEAD = expressions`
  (?<!(?:thêm|hạn|lùi|xin|cho em|khất|trễ|chậm|sớm|trước|hoãn|thứ|ngày|mùng|mồng) )(?:(?:trong|sau|khoảng|tầm|chừng) )*${LENGTH} (?:nữa|sau|tới)
  (?:trong|sau) (?:vòng |khoảng )?(?<amount2>\d{1,3}|một|hai|ba|bốn|năm|mấy|vài) (?<unit2>ngày làm việc|ngày|hôm|tuần|tháng|tiếng|giờ|phút)
`;
const BEHIND = expressions`
  (?:từ |ngay từ |ngay )?(?:hôm|hồi|bữa) (?<when>${MOMENT})
  từ (?<since>${MOMENT})(?! (?:đến|tới))
  (?<!(?:đến|tới|hạn|sang|qua|là|vào|trước|hẹn|lùi|sau|khoảng|tầm) )(?:sáng |trưa |chiều |tối )?(?<over>(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|(?:ngày )?\d{1,2}[/.-]\d{1,2}))(?= rồi (?:$|[,.;!?]|mà|đó))
  (?<!(?:đến|tới|hạn|sang|qua|là|vào|trước|hẹn|lùi|sau|khoảng|tầm) )(?:sáng |trưa |chiều |tối )?(?<told>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7])(?= (?:em|phòng em|phòng|tôi|mình|bọn em) (?:đã |có )?(?:gửi|nộp|trình|chuyển|làm|bàn giao|báo|báo cáo|up|đẩy|ký|họp|hoàn thành|xong|đăng|phát hành)(?: [^ ,.;:?!()]+){0,7} rồi (?:$|[,.;!?]))
`;
const ANY = pattern(MOMENT);
/** A part of the day by itself is today's: "chiều em gửi". */
const LONE_PART = pattern(`${PART_OF_DAY}(?= (?!nay|mai|qua|hôm))`);
/** "xin đến 30", "lùi sang 5": a day of the month without the word for it. */
const LONE_DAY = pattern(
  '(?<=(?:đến|tới|sang|hết|trước|qua) )(?:0?[1-9]|[12]\\d|3[01])(?= (?:$|[,.;!?]|được|có|em|là|<))',
);
const ANY_LENGTH = pattern(`(?:${LENGTH}|(?<=thêm )(?<unit2>ngày|hôm|bữa|tuần|tháng))(?: nữa)?`);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((word, index) => [
    word,
    index + 1,
  ]),
);
const UNITS: ReadonlyMap<string, LengthOfTime['unit']> = new Map([
  ['ngày làm việc', 'working_day'],
  ['ngày', 'day'],
  ['hôm', 'day'],
  ['bữa', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['tiếng', 'hour'],
  ['giờ', 'hour'],
]);
const DAYS_BACK: ReadonlyMap<string, number> = new Map([
  ['hôm qua', 1],
  ['sáng qua', 1],
  ['trưa qua', 1],
  ['chiều qua', 1],
  ['tối qua', 1],
  ['hôm kia', 2],
]);
const IS_PAST = /(?:^| )(?:qua|hôm kia|trước|vừa rồi|hồi sáng)$/u;
const IS_WEEKDAY = /thứ|^t[2-7]|chủ nhật|cn/u;
const HALF_A_YEAR = 183;
const HALF_A_MONTH = 15;

/** Puts one word in place of every date, time and number of days. */
export function reduceMoments(
  words: readonly Word[],
  { text }: NormalizedText,
  context: ReadingContext,
): readonly Word[] {
  const today = dateOf(context.writtenAt);
  const steps: readonly (readonly [RegExp, (found: Found, all: readonly Word[]) => Mention | null])[] = [
    [SCOPE, () => ({ kind: 'scope' })],
    [AGO, (found) => past(daysAgo(found, today))],
    [LONG_AGO, () => past(null)],
    [SOMETIME, () => ({ kind: 'future', moment: null })],
    [AHEAD, (found) => ahead(found, context)],
    [BEHIND, (found) => behind(found, context)],
    [ANY, (found, all) => (isName(all, found, text) ? null : moment(found.text, context))],
    [LONE_PART, (found) => moment(`${found.text} nay`, context)],
    [LONE_DAY, (found) => moment(`ngày ${found.text}`, context)],
    [ANY_LENGTH, (found) => length(found, context)],
  ];
  return steps.reduce((reduced, [expression, make]) => reduce(reduced, expression, make), words);
}

/** "chị Mai": a name where it is written as one. */
const isName = (words: readonly Word[], { first, text: found }: Found, written: string): boolean =>
  found === 'mai' &&
  CALLED.has(words[first - 1]?.text ?? '') &&
  written.charAt(words[first]?.start ?? 0) === 'M';
const CALLED = new Set('chí anh chị em bạn cô chú bác bà sĩ viên thầy bs ds'.split(' '));

const past = (value: LocalMoment | null): Mention => ({ kind: 'past', moment: value });

const daysAgo = (found: Found, today: LocalDate): LocalDate | null => {
  const ago = lengthOf(found);
  return ago?.unit === 'day' ? addDays(today, -ago.amount) : null;
};

const ahead = (found: Found, context: ReadingContext): Mention => {
  const value = valueOf(found.text, context);
  const isToday = value !== null && dateOf(value) === dateOf(context.writtenAt);
  return { kind: isToday ? 'today' : 'future', moment: value };
};

const length = (found: Found, context: ReadingContext): Mention | null => {
  const amount = lengthOf(found);
  if (amount === null) return null;
  const unit = found.groups.unit ?? found.groups.unit2 ?? '';
  return { kind: 'span', length: amount, moment: valueOf(`${amount.amount} ${unit} nữa`, context) };
};

function lengthOf({ groups }: Found): LengthOfTime | null {
  const written = groups.amount ?? groups.amount2 ?? '1';
  const unit = UNITS.get(groups.unit ?? groups.unit2 ?? '');
  if (unit === undefined) return null;
  if (written === 'nửa') return unit === 'month' ? { amount: HALF_A_MONTH, unit: 'day' } : null;
  const amount = NUMBERS.get(written) ?? Number(written);
  return Number.isFinite(amount) && amount > 0 ? { amount, unit } : null;
}

/** "hôm thứ 6", "từ 11/4": behind us. The deadline reader looks ahead, so a weekday is taken weeks back. */
function behind(found: Found, context: ReadingContext): Mention | null {
  const text = found.groups.when ?? found.groups.since ?? found.groups.over ?? found.groups.told ?? '';
  const today = dateOf(context.writtenAt);
  const back = DAYS_BACK.get(text);
  if (back !== undefined) return past(addDays(today, -back));
  const inLastWeek = /^(?<weekday>.+) tuần trước$/u.exec(text)?.groups?.weekday;
  const value = valueOf(inLastWeek ?? text, context);
  if (value === null) return past(null);
  if (inLastWeek !== undefined && IS_WEEKDAY.test(text)) return past(weekBefore(dateOf(value), today));
  const date = dateOf(nearest(value, text, today));
  if (date <= today) return past(date);
  if (IS_WEEKDAY.test(text)) return past(addDays(date, -7 * Math.ceil(daysBetween(today, date) / 7)));
  return found.groups.since === undefined ? past(null) : null;
}

/** The same weekday in the week before that of `today`. */
const weekBefore = (weekday: LocalDate, today: LocalDate): LocalDate =>
  addDays(today, dateParts(weekday).weekday - dateParts(today).weekday - 7);

function moment(text: string, context: ReadingContext): Mention {
  const today = dateOf(context.writtenAt);
  const back = DAYS_BACK.get(text);
  if (back !== undefined) return past(addDays(today, -back));
  if (text === 'bây giờ') return { kind: 'today', moment: null };
  const isPast = IS_PAST.test(text);
  const value = valueOf(text, context);
  if (value === null) return { kind: isPast ? 'past' : 'future', moment: null };
  const near = nearest(value, text, today);
  const tense = tenseOf(near, context.writtenAt);
  // "thứ 6 tuần trước": the words look back, whatever day the deadline reader made of them.
  if (isPast && tense !== 'past')
    return behind({ first: 0, end: 0, text, groups: { when: text } }, context) ?? past(null);
  return { kind: tense, moment: near };
}

const tenseOf = (value: LocalMoment, now: LocalMoment): Tense => {
  const date = dateOf(value);
  const today = dateOf(now);
  if (date !== today) return date < today ? 'past' : 'future';
  const time = timeOf(value);
  const clock = timeOf(now);
  return time !== null && clock !== null && time < clock ? 'past' : 'today';
};

/** The value of a time expression, as the deadline reader takes it; null where it names no moment. */
function valueOf(text: string, context: ReadingContext): LocalMoment | null {
  const finding = readTypedDeadline(spelledOut(text), context);
  return 'problem' in finding ? null : finding.deadline.due;
}

const QUARTERS: ReadonlyMap<string, string> = new Map([
  ['một', 'i'],
  ['hai', 'ii'],
  ['ba', 'iii'],
  ['tư', 'iv'],
  ['bốn', 'iv'],
]);

/** "quý iii / 2025" → "quý iii/2025", "quý ba" → "quý iii", "t 10/2026" → "tháng 10/2026"; "sang tuần" is the next one. */
const spelledOut = (text: string): string =>
  text
    .replaceAll(' / ', '/')
    .replace(/^hết ngày$/u, 'hôm nay')
    .replace(/^(?=20\d{2}$)/u, 'năm ')
    .replace(/(?<=quý )(?:một|hai|ba|tư|bốn)/u, (spelled) => QUARTERS.get(spelled) ?? spelled)
    .replace(/^(?<edge>đầu|giữa|cuối) t ?(?=\d)/u, '$<edge> tháng ')
    .replace(/^t ?(?=\d{1,2}\/20|(?:8|9|1[0-2])$)/u, 'tháng ')
    .replace(/^(?:sang|qua) (tuần|tháng|quý|năm)(?: (?:sau|tới|mới))?/u, '$1 sau');

/** A day without its year is the nearest one: in a report "11/4" on 14 April lies three days back, not a year ahead. */
const nearest = (value: LocalMoment, text: string, today: LocalDate): LocalMoment => {
  if (/\d{4}/u.test(text) || !/\d[/.-]\d|tháng \d/u.test(text)) return value;
  const isFar = daysBetween(today, dateOf(value)) > HALF_A_YEAR;
  return isFar ? addMonths(dateOf(value), -12) + value.slice(10) : value;
};
