// Where no word tells what is meant the likeliest reading is asked about.
import { stands } from './act.ts';
import { intendsByShape } from './clause-shape.ts';
import type { Facts } from './facts.ts';
import { perhapsInstruction } from './instruction.ts';
import type { Judgement } from './judgement.ts';
import { ask } from './judgement.ts';
import { runsAgain } from './obstacles.ts';
import { perhapsDone } from './status.ts';
import { has, mentionOf, pattern } from './wording.ts';

export const GUESSES: readonly ((facts: Facts) => Judgement | null)[] = [
  perhapsDone,
  ({ saying }) => (has(saying, TASK_IN_ORDER) ? ask('done') : null),
  // What was broken works: whether that was the task is asked.
  ({ saying }) => (runsAgain(saying) ? ask('done') : null),
  (facts) =>
    stands([...facts.preparations, ...facts.deliveries], 'affirmed') || has(facts.saying, ANY_FACT)
      ? ask('in_progress')
      : null,
  (facts) => (stands(facts.deliveries, 'unclear') && has(facts.saying, HANDS_OVER) ? ask('submitted') : null),
  (facts) => {
    if (!stands(facts.completions, 'ordered')) return null;
    return ask(has(facts.saying, OWN) ? 'in_progress' : 'instruction');
  },
  (facts) =>
    facts.completions.some(({ standing }) => standing !== 'subordinate') ? ask('in_progress') : null,
  ({ saying }) => (mentionOf(saying, 'check') === null ? null : ask('ack')),
  ({ saying }) => (has(saying, BARE_TIME) ? ask('in_progress') : null),
  perhapsInstruction,
  ({ saying, circumstances }) => (intendsByShape(saying, circumstances) ? ask('ack') : null),
  ({ saying }) => (has(saying, TROUBLE) ? ask('blocked') : null),
  ({ saying }) => (has(saying, NOT_YET_ANYTHING) ? ask('not_done') : null),
];

/** "Việc số 9 ok rồi" */
const TASK_IN_ORDER = pattern(
  '^ <task> (?:thì |đã |cũng )?(?:ok|ổn|ngon|êm|đâu vào đấy)(?: hết| cả)? rồi(?= (?:$|[,.]))',
);
/** "đã …" with a verb that no list knows. */
const ANY_FACT = pattern(
  '(?:^|em|phòng em|phòng|tôi|<unit>|<task>|này|[,.]) (?:đã|vừa) (?!(?:nhận|biết|rõ|xem|đọc|nghe|hiểu|nắm|thấy|bảo|nói|nhắc|cố|bận|ốm|nghỉ|về|đi|quên|nhầm|trễ|quá|có|được|là|hết) )[^ ,.;:?!()]+',
);
/** "Em gửi anh báo cáo": handed over now, but to whom and for what is not said. */
const HANDS_OVER = pattern(
  '(?:(?:em|phòng em|tôi|mình)(?: xin| kính)?|^ (?:xin|kính)) (?:gửi|nộp|chuyển|bàn giao|up|đẩy)|^ gửi(?! kèm)',
);
/** "em tập trung làm dứt điểm" */
const OWN = pattern(
  '(?:(?<! (?:anh|các|chị) )em|phòng em|bên em|chúng tôi) (?:sẽ |đang |cũng |phải )*(?:tập trung|khẩn trương|đẩy nhanh|chủ động|cố|ráng)',
);
/** "Mai.", "Khoảng thứ 6": when, and nothing else. */
const BARE_TIME = pattern('^ (?:(?:đến|tới|trước|khoảng|tầm|chắc|hẹn) )?(?:<future>|<today>)(?= (?:$|[,.]))');
/** Something is wrong, though no obstacle has that name. */
const TROUBLE = pattern(
  '(?:không|chẳng|chưa) [^,.;?!]* được|khó|thiếu|mất|hỏng|lỗi|hết (?!(?:rồi|sức|lòng|cả|việc|giờ|pin|hồn|hạn|hơi|cách) )[^ ,.;:?!()<]+',
);
const NOT_YET_ANYTHING = pattern('chưa');
