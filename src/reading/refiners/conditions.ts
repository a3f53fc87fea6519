// Work that waits for an event whose date is not known: "sau khi Luật … ban hành", "trước Hội nghị …", "ngay khi nhận được…".
import { phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import type { DeadlineReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';

/** Directly before an event that is told as a clause. */
const WHEN = phraseSet(`
  sau khi, ngay sau khi, trước khi, ngay khi, khi có, khi nhận được, khi được, khi nhận, khi phát sinh, khi xảy ra, khi hoàn thành, khi cấp, đến khi, cho đến khi, cho tới khi, tới khi, chỉ khi, trong trường hợp có, đợi khi, chờ khi, chừng nào có, khi ubnd tỉnh, khi sở, khi bộ, khi chính phủ, khi luật, khi nghị định
`);

/** Words that only open the phrase: the event begins after them. */
const OPENERS = phraseSet(
  'sau khi, ngay sau khi, trước khi, ngay khi, khi, đến khi, cho đến khi, cho tới khi, tới khi, chỉ khi, đợi khi, chờ khi, trong trường hợp, chừng nào',
);

/** Before an event that is told as a noun: "trước Hội nghị…", "sau cuộc họp…", "theo Kế hoạch của…". */
const RELATIONS = phraseSet(
  'trước, sau, ngay sau, trước và sau, ngay trước, đến, tới, tại, trước thềm, kết thúc',
);
const EVENT_NOUNS = phraseSet(
  'hội nghị, hội thảo, cuộc họp, kỳ họp, phiên họp, buổi họp, buổi làm việc, đại hội, lễ, giờ họp, họp, hội thi, ngày họp, đợt, thanh tra, kiểm tra, kiểm toán, nghiệm thu, sự kiện, khai mạc, bế mạc, khai giảng, bầu cử, sáp nhập, giao ban, hội đồng, chuyến công tác, ngày hội',
);
const TIMETABLES = phraseSet(
  'thời gian thực hiện theo, thời hạn theo, thời gian theo, thời gian hoàn thành theo, thời gian triển khai theo, tiến độ theo, thời hạn thực hiện theo, thời hạn hoàn thành theo, tiến độ thực hiện theo, thời gian cụ thể theo',
);

const LONGEST_EVENT_IN_TOKENS = 40;

/** The words of an event from token `from` on: up to a comma, a bracket or the clause's end. */
export function eventText(tokens: Tokens, from: number, clauseTo: number): { event: string; to: number } {
  let to = from;
  const limit = Math.min(clauseTo, from + LONGEST_EVENT_IN_TOKENS);
  while (to < limit && !tokens.isMark(to, ',;:()')) to++;
  return { event: tokens.slice(from, to), to };
}

/** The first condition of the clause [from, to); null where there is none. */
export function readCondition({ tokens }: ReadingText, from: number, to: number): DeadlineReading | null {
  for (let i = from; i < to; i++) {
    const start = eventStart(tokens, i, from);
    if (start === null || start >= to) continue;
    const { event, to: end } = eventText(tokens, start, to);
    if (event === '') continue;
    return {
      from: i,
      to: end,
      due: null,
      bound: 'none',
      precision: 'none',
      rrule: null,
      condition: event,
      lastOk: null,
      assumptions: [],
      doubt: null,
      strength: 2,
    };
  }
  return null;
}

/** Where the event's own words begin, if token `i` begins a condition. */
function eventStart(tokens: Tokens, i: number, clauseFrom: number): number | null {
  const when = WHEN.at(tokens, i);
  if (when) return OPENERS.at(tokens, i)?.to ?? when.to;
  const timetable = TIMETABLES.at(tokens, i);
  if (timetable) return timetable.to;
  const relation = RELATIONS.at(tokens, i);
  if (!relation || !EVENT_NOUNS.at(tokens, relation.to)) return null;
  const isTime = tokens.is(i, 'trước', 'sau') || i === clauseFrom;
  return isTime ? relation.to : null;
}
