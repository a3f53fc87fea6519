// Makes sentences that no one wrote, with the deadlines they set: times in the forms people write them, the words that
// bind them, kinds of sentences, look-alikes beside them, and the registers from notices to messages without marks.
import type { LocalDate } from '../../src/domain/local-time.ts';
import { addDays } from '../../src/domain/local-time.ts';
import type { DeadlineRow } from '../support/deadline-corpus.ts';
import { officialCalendar } from '../support/calendars.ts';
import type { WrittenTime } from './deadline-times.ts';
import { chatTime, officialTime } from './deadline-times.ts';
import type { Draw } from './generator-parts.ts';
import { capitalized, drawing, WORK } from './generator-parts.ts';
import { lookAlikeSentence, lookAlikesBeside } from './look-alikes-generator.ts';

const FIRST_DAY = '2025-02-03';
const DAYS = 600;
/** One sentence in so many sets no deadline. */
const LOOK_ALIKE_EVERY = 4;

/** Draws `count` sentences of which each is read on a day of its own. The same seed gives the same sentences. */
export function madeDeadlines(count: number, seed: number): DeadlineRow[] {
  const { next, draw } = drawing(seed);
  return Array.from({ length: count }, (_, index) => {
    const today = addDays(FIRST_DAY, Math.floor(next() * DAYS));
    const id = `made-${seed}-${index}`;
    if (index % LOOK_ALIKE_EVERY === 0)
      return { id, ...inRegister(draw, lookAlikeSentence(draw, today)), writtenAt: today, ...NONE };
    const isChat = index % 2 === 1;
    const time = isChat ? chatTime(draw, today) : officialTime(draw, today);
    const binding = bindingOf(draw, time, isChat);
    const sentence = isChat ? chatSentence(draw, binding) : officialSentence(draw, binding, today);
    return {
      id,
      ...inRegister(draw, { ...sentence, mayLoseMarks: isChat }),
      writtenAt: today,
      ...answerOf(time, binding.isBefore),
    };
  });
}

const NONE = { due: null, bound: 'none', precision: 'none' } as const;

type Answer = Pick<DeadlineRow, 'due' | 'bound' | 'precision' | 'lastOkWorkday'>;

function answerOf({ first, last, precision }: WrittenTime, isBefore: boolean): Answer {
  const due = isBefore ? first : last;
  const bound = isBefore ? 'before' : 'by';
  if (due.length > 'yyyy-MM-dd'.length) return { due, bound, precision };
  const lastOk: LocalDate = isBefore ? addDays(due, -1) : due;
  return { due, bound, precision, lastOkWorkday: officialCalendar.workingDayOnOrBefore(lastOk) };
}

/** A time with the words that bind it. `isClause`: it says "hoàn thành" or "hạn" itself. */
interface Binding {
  readonly words: string;
  readonly isBefore: boolean;
  readonly isClause: boolean;
}

const BEFORE = ['trước'];
const BEFORE_CLAUSES = ['xong trước', 'hoàn thành trước', 'thời hạn hoàn thành trước', 'phải xong trước'];
const BY = [
  'chậm nhất',
  'chậm nhất là',
  'muộn nhất',
  'muộn nhất là',
  'không quá',
  'đến hết',
  'không muộn hơn',
];
const BY_CLAUSES = [
  'hạn:',
  'hạn chót là',
  'thời hạn:',
  'hạn cuối là',
  'thời gian hoàn thành:',
  'hoàn thành chậm nhất',
];
const CHAT_BY = ['chậm nhất', 'trễ nhất', 'muộn nhất là', 'hạn', 'deadline', 'dl', 'ko quá', 'không trễ hơn'];

function bindingOf(draw: Draw, time: WrittenTime, isChat: boolean): Binding {
  const style = draw(['before', 'before', 'by', 'by', 'clause', 'within'] as const);
  const words = (cue: string): string => `${cue} ${time.words}`;
  if (style === 'within' && time.within !== null)
    return { words: words(time.within), isBefore: false, isClause: false };
  if (style === 'before') return { words: words(draw(BEFORE)), isBefore: true, isClause: false };
  if (style !== 'clause')
    return { words: words(draw(isChat ? CHAT_BY : BY)), isBefore: false, isClause: false };
  const isBefore = draw([true, false]);
  return { words: words(draw(isBefore ? BEFORE_CLAUSES : BY_CLAUSES)), isBefore, isClause: true };
}

interface Made {
  readonly text: string;
  readonly category: string;
  readonly mayLoseMarks?: boolean;
}

const SUBJECTS = [
  'Văn phòng Sở',
  'các phòng, đơn vị',
  'Phòng Tổ chức cán bộ',
  'Chánh Thanh tra Sở',
  'Ban Quản lý dự án',
  'UBND các xã, phường',
  'Trung tâm Phục vụ hành chính công',
  'Chi cục Kiểm lâm',
];
const CLAUSES = [
  'hoàn thành',
  'báo cáo Giám đốc Sở',
  'gửi kết quả về Văn phòng Sở',
  'trình Lãnh đạo Sở ký ban hành',
  'báo cáo kết quả bằng văn bản',
  'gửi hồ sơ thẩm định',
];

type Frame = (draw: Draw, binding: Binding, today: LocalDate) => string;

const clauseOf = (draw: Draw, { words, isClause }: Binding): string =>
  isClause ? words : `${draw(CLAUSES)} ${words}`;

const work = (draw: Draw): string => draw(WORK);

const OFFICIAL: readonly (readonly [category: string, frame: Frame])[] = [
  [
    'clause at the end',
    (draw, binding) =>
      `${draw(['Giao ', 'Đề nghị ', 'Yêu cầu ', ''])}${draw(SUBJECTS)} ${work(draw)}, ${clauseOf(draw, binding)}.`,
  ],
  [
    'in the sentence',
    (draw, binding) =>
      binding.isClause
        ? `${draw(SUBJECTS)} ${work(draw)} (${binding.words}).`
        : `${draw(SUBJECTS)} ${work(draw)} ${binding.words}.`,
  ],
  [
    'in front',
    (draw, binding) => `${binding.words}, ${draw(SUBJECTS)} ${draw(['phải ', 'cần ', ''])}${work(draw)}.`,
  ],
  [
    'after a citation',
    (draw, binding, today) =>
      `${lookAlikesBeside(draw, today).before}${draw(SUBJECTS)} ${work(draw)}, ${clauseOf(draw, binding)}.`,
  ],
  [
    'before an event',
    (draw, binding, today) =>
      `${draw(SUBJECTS)} ${work(draw)}, ${clauseOf(draw, binding)} ${lookAlikesBeside(draw, today).after}.`,
  ],
  [
    'beside a period under report',
    (draw, binding, today) =>
      `${draw(SUBJECTS)} ${work(draw)} ${lookAlikesBeside(draw, today).inside}, ${clauseOf(draw, binding)}.`,
  ],
  [
    'in a sentence of its own',
    (draw, binding) =>
      `Giao ${draw(SUBJECTS)} ${work(draw)}. ${capitalized(binding.isClause ? binding.words : `hoàn thành ${binding.words}`)}.`,
  ],
  [
    'after a semicolon',
    (draw, binding) =>
      `Yêu cầu ${draw(SUBJECTS)} ${work(draw)}; ${clauseOf(draw, binding)} để tổng hợp chung.`,
  ],
  [
    'after a reason',
    (draw, binding) =>
      `Do khối lượng công việc lớn, đề nghị ${draw(SUBJECTS)} tập trung ${work(draw)}, ${clauseOf(draw, binding)}.`,
  ],
];

function officialSentence(draw: Draw, binding: Binding, today: LocalDate): Made {
  const [category, frame] = draw(OFFICIAL);
  return { category, text: capitalized(frame(draw, binding, today)) };
}

const THINGS = [
  'báo cáo',
  'file số liệu',
  'danh sách',
  'dự thảo công văn',
  'slide',
  'biên bản',
  'phụ lục',
  'hồ sơ',
];
const VERBS = ['gửi', 'nộp', 'chốt', 'hoàn thiện', 'bổ sung', 'làm xong', 'up', 'duyệt'];
const ENDS = ['nhé', 'nha', 'ạ', 'giúp anh', 'giúp chị nhé', 'nha cả nhà', ''];

const CHAT: readonly (readonly [category: string, frame: Frame])[] = [
  ['chat', (draw, binding) => `${draw(VERBS)} ${draw(THINGS)} ${binding.words} ${draw(ENDS)}`],
  [
    'chat, called',
    (draw, binding) =>
      `${draw(['cả nhà', 'mọi người', 'các phòng', 'mấy anh chị'])} ${draw(VERBS)} ${draw(THINGS)} ${binding.words} ${draw(ENDS)}`,
  ],
  [
    'chat, thing first',
    (draw, binding) => `${draw(THINGS)} ${binding.words} ${draw(['nhé', 'nha', 'nha cả nhà'])}`,
  ],
  ['chat, reminder', (draw, binding) => `nhớ ${draw(VERBS)} ${draw(THINGS)} ${binding.words} ${draw(ENDS)}`],
  [
    'chat, time first',
    (draw, binding) =>
      binding.isClause
        ? `${binding.words} ${draw(ENDS)}, ai chưa ${draw(VERBS)} ${draw(THINGS)} thì làm luôn`
        : `${binding.words} ${draw(VERBS)} ${draw(THINGS)} ${draw(ENDS)}`,
  ],
  ['chat, thanks', (draw, binding) => `${draw(VERBS)} giúp em ${draw(THINGS)} ${binding.words} ạ, em cảm ơn`],
  ['chat, asked for', (draw, binding) => `anh cần ${draw(THINGS)} ${binding.words} để trình sếp`],
];

function chatSentence(draw: Draw, binding: Binding): Made {
  const [category, frame] = draw(CHAT);
  return { category, text: frame(draw, binding, '').trim() };
}

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const abbreviated = (text: string): string =>
  text
    .replace(/(?<=^|\s)trước(?=\s)/giu, 'trc')
    .replace(/(?<=^|\s)không(?=\s)/gu, 'ko')
    .replace(/(?<=^|\s)được(?=\s)/gu, 'đc')
    .replace(/(?<=^|\s)ngày(?= \d)/gu, 'ng');

function inRegister(
  draw: Draw,
  { text, category, mayLoseMarks = false }: Made,
): { text: string; category: string } {
  if (!mayLoseMarks) return { text, category };
  const register = draw(['as written', 'as written', 'without marks', 'abbreviated', 'capitalised'] as const);
  switch (register) {
    case 'as written':
      return { text, category };
    case 'without marks':
      return { text: withoutMarks(text), category: `${category}, without marks` };
    case 'abbreviated':
      return { text: abbreviated(text), category: `${category}, abbreviated` };
    case 'capitalised':
      return { text: `${capitalized(text)}.`, category };
  }
}
