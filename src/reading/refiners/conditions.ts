// Work that waits for an event whose date is not known: "sau khi Luật … ban hành", "trước Hội nghị …", "ngay khi nhận được…".
import { Phrases, phraseSet } from '../recognizers/phrases.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import type { DeadlineReading } from './reading.ts';
import { conditionalReading } from './reading.ts';
import type { ReadingText } from './reading-text.ts';

/**
 * What opens a condition. `when`: the event follows as a clause, told from the word that must be skipped on; `having`: the
 * last word belongs to the event ("khi có ý kiến" → "có ý kiến"); `noun`: an event's name must follow; `timetable`:
 * another document's dates apply.
 */
type Opening = 'when' | 'having' | 'noun' | 'timetable';

const OPENINGS = new Phrases<Opening>(
  [
    [
      'when',
      'sau khi, ngay sau khi, trước khi, ngay khi, đến khi, cho đến khi, cho tới khi, tới khi, chỉ khi, đợi khi, chờ khi',
    ],
    [
      'having',
      `khi có, khi nhận được, khi được, khi nhận, khi phát sinh, khi xảy ra, khi hoàn thành, khi cấp, khi ubnd, khi sở, khi bộ, khi chính phủ,
    khi luật, khi nghị định, khi hội đồng, khi lãnh đạo`,
    ],
    ['noun', 'trước, sau, ngay sau, trước và sau, ngay trước, trước thềm, kết thúc'],
    [
      'timetable',
      `thời gian thực hiện theo, thời hạn theo, thời gian theo, thời gian hoàn thành theo, thời gian triển khai theo, tiến độ theo,
    thời hạn thực hiện theo, thời hạn hoàn thành theo, tiến độ thực hiện theo, thời gian cụ thể theo`,
    ],
  ],
  true,
);

const EVENT_NOUNS = phraseSet(`
  hội nghị, hội thảo, cuộc họp, kỳ họp, phiên họp, buổi họp, buổi làm việc, đại hội, lễ, giờ họp, họp, hội thi, ngày họp, đợt, thanh tra, kiểm tra,
  kiểm toán, nghiệm thu, sự kiện, khai mạc, bế mạc, khai giảng, bầu cử, sáp nhập, giao ban, hội đồng, chuyến công tác, ngày hội
`);

/** "Sau khi nghe báo cáo, … kết luận": how a meeting went, not a condition. */
const HEARD = phraseSet('nghe, thảo luận, trao đổi, xem xét báo cáo, nghiên cứu báo cáo, lắng nghe');

const LONGEST_EVENT_IN_TOKENS = 40;

/** The words of an event from token `from` on: up to a comma, a bracket or the clause's end. */
export function eventText(tokens: Tokens, from: number, clauseTo: number): { event: string; to: number } {
  let to = from;
  const limit = Math.min(clauseTo, from + LONGEST_EVENT_IN_TOKENS);
  while (to < limit && !tokens.isMark(to, ',;:()')) to++;
  return { event: tokens.slice(from, to), to };
}

/** A deadline of which only the event is known that it waits for. */
export const waitingFor = (event: string, from: number, to: number): DeadlineReading =>
  conditionalReading({ from, to, strength: 2 }, event);

/** False where no word of the text opens a condition. */
export const mayHoldCondition = ({ tokens }: ReadingText): boolean => OPENINGS.mayBeIn(tokens);

/** The first condition of the clause [from, to); null where there is none. */
export function readCondition({ tokens }: ReadingText, from: number, to: number): DeadlineReading | null {
  for (let i = from; i < to; i++) {
    const start = eventStart(tokens, i);
    if (start === null || start >= to) continue;
    const { event, to: end } = eventText(tokens, start, to);
    if (event === '') continue;
    return waitingFor(event, i, end);
  }
  return null;
}

/** Where the event's own words begin, if token `i` begins a condition. */
function eventStart(tokens: Tokens, i: number): number | null {
  const opening = OPENINGS.at(tokens, i);
  if (opening === null) return null;
  switch (opening.value) {
    case 'when':
      return HEARD.at(tokens, opening.to) !== null ? null : opening.to;
    case 'timetable':
      return opening.to;
    case 'having':
      return i + 1;
    case 'noun':
      return EVENT_NOUNS.at(tokens, opening.to) !== null ? opening.to : null;
  }
}
