// Which tasks a reply is about: "việc 2 và 5", "NV 7, 8, 9", "23 xong; 24 …", "các việc còn lại", "cả 5 việc".
import { reduce } from './reduce.ts';
import type { Found, Mention, Word } from './wording.ts';
import { either, expressions, pattern } from './wording.ts';

const TASK =
  '(?:việc số|việc|nhiệm vụ số|nhiệm vụ|(?<!bắt )đầu việc|công việc|nội dung số|nội dung|mục|task|câu|ý số|số|#|vụ)';
const NUMBER = '(?:# )?\\d{1,4}';
/** With the noun repeated after a comma another clause may begin: "xong việc 1, việc 2 chưa". */
const LIST = `${NUMBER}(?: (?:(?:, và|, cả|và|va|&|với|voi|vs|\\+|cùng|cả)(?: ${TASK})?|,|;) ${NUMBER})*`;
const RANGE = `(?:\\d{1,4} (?:-|đến) (?:${TASK} )?\\d{1,4}|\\d{1,3}-\\d{1,3})`;

/** "việc 5 hồ sơ đã trình", "việc 5 nội dung cụ thể là gì": the noun begins what is said of the task. */
const SAID_OF = either`
  cụ thể|là|gì|thế|như|chi tiết|đã|đang|chưa|vẫn|còn|mới|vừa|xong|thì|sẽ|đủ|bị|em|phòng em|rồi|đâu
`;
/** Behind a number these say what it counts: it is then no task. */
const COUNTED = either`
  ngày(?! \d)|(?:hôm|bữa|tuần|tháng|năm|quý)(?! (?:sau|tới|này|trước|nay|qua|\d|i))|giờ|phút|tiếng|buổi|h|g|p|lần
  xã|phường|huyện|thôn|(?:đơn vị|phòng|chi cục|bên)(?! (?:em|tôi|mình|chúng|đã|đang|chưa|sẽ|xin|vẫn|không|cũng|hiện|vừa|mới|ơi|làm|đề|nào|phân công|giao|hoàn thành|xong|thực hiện|triển khai|gửi|nộp|trình|báo|chủ trì))|sở|ngành|trường|doanh nghiệp|nơi|chỗ|điểm
  người|triệu|tỷ|nghìn|đồng|trang|file|máy|cái|bộ|bản|lớp|cuộc|bài|đề tài
  (?:việc|nhiệm vụ|đầu việc|nội dung|mục|phần|ý|bước|khâu|gói|hạng mục|chỉ tiêu|vụ|hồ sơ|văn bản|công văn|báo cáo|số liệu|biểu|bảng|phụ lục|tài liệu|chữ ký)(?! ${SAID_OF})
`;
/** Before a number these say that it numbers something else: "công văn số 5", "lần 2", "quý 2". */
const OTHER_NUMBERED = either`
  công văn|tờ trình|quyết định|kế hoạch|thông báo|văn bản|báo cáo|phụ lục|biểu|bảng|mẫu|điều|khoản|chương
  lần|đợt|kỳ|giai đoạn|bước|phần|nhóm|tổ|loại|mức|cấp|phòng|tầng|trên|quý|tháng|ngày|thứ|năm
`;

const ORDINAL = pattern(
  '(?:việc|nhiệm vụ|đầu việc|mục|ý) thứ (?<ordinal>\\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)',
);
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** "việc 1 2 3 xong" */
const SPACED =
  '\\d{1,2}(?: \\d{1,2}){1,9}(?= (?:đã|đều|xong|rồi|chưa|đang|cũng|xin|vướng|hoàn thành|thì|em) )';

const NAMED = pattern(
  `(?<!${OTHER_NUMBERED} (?:số )?)(?:(?:các|những|mấy|cả) )?${TASK}(?: số)?(?: :)? (?<numbers>${RANGE}|${SPACED}|${LIST})(?! ${COUNTED} )`,
);

/** What may stand right behind a bare number for it to be a task: the start of a status. */
const STATUS = either`
  xong|hoàn thành|hoàn tất|done|ok|rồi|đã|vừa|mới|đang|vẫn|còn|chưa|sẽ|sắp|gần|cơ bản|đều|cũng|thì|được|đạt|đúng|kịp
  làm|triển khai|thực hiện|trình|nộp|gửi|báo cáo|phát hành|ban hành|nhận|rõ|duyệt|tiếp
  dự kiến|hẹn|phấn đấu|cố|định|chờ|đợi|vướng|kẹt|khó|gặp|bị|không|quá|trễ|chậm|hết|tạm|dừng|bỏ
  xin|đề nghị|cần|cho|để|lùi|gia hạn|hoãn|của|giao|chuyển|nhờ|em|phòng em
  <pct>|<ratio>|<future>|<check>|<cross>|<wait>
`;
/** Not "5 và 7": there the list goes on. */
const CLAUSE_START =
  '(?<!\\d (?:và|với) )(?<=(?:^|[,.;:?!()]|còn|riêng|và|nhưng|trừ|ngoài|thì|với|<check>|<cross>|<address>) )';
const BARE_LIST = '\\d{1,4}(?: (?:,|và|&|với|\\+|cùng|-) \\d{1,4})*';
const COLON = '(?:(?: [:.)-])+(?= ))?';
/** "23 xong", "1, 2: xong" */
const BARE = pattern(`${CLAUSE_START}(?<numbers>${BARE_LIST})${COLON}(?= (?!còn \\d)${STATUS} )`);
/** "6-8 xong" */
const HYPHENATED = pattern(`(?<=(?:^|[,.;:]|và|còn) )(?<numbers>\\d{1,3}-\\d{1,3})(?= (?:[:.] )?${STATUS} )`);
/** "xong 23, 24": only where nothing but the status stands before the numbers. */
const BARE_BEHIND = pattern(
  `(?<=(?:^|[,.;]|em|phòng em|và|<task>) (?:(?:em|phòng em) )?(?:đã |mới |vừa )?(?:xong|hoàn thành|làm xong|chưa xong|đang làm|chưa làm|gia hạn|trừ|riêng|còn|ngoài|<check>|<cross>) )(?<numbers>${BARE_LIST})(?= (?:rồi )?(?:[,.;!] |$))`,
);
/** "Đã xong: 1, 2, 3; đang làm: 4": numbers behind the label of a status, and nothing behind them. */
const LABELLED = pattern(
  `(?<=(?:xong|hoàn thành|làm|thực hiện|trình|triển khai|vướng|gia hạn|gửi|nộp|duyệt|ký|tất) : )(?<numbers>${BARE_LIST})(?= (?:[,.;] |$))`,
);
/** "1. xong 2. đang làm", "15 xong 16 đang làm": inside a line, only behind the end of another status. */
const INLINE = pattern(
  `(?<= (?:xong|làm|rồi|chưa|hết|ký|trình|được|duyệt|vướng|<pct>|kinh phí|số liệu) )(?<numbers>\\d{1,4})${COLON}(?= (?:xong|hoàn thành|đang|chưa|đã|xin|vướng|ok|chờ|thì|là|cũng|mới|sắp|gần|rồi|cơ bản|<pct>|<future>) )`,
);

const REST = pattern(
  `(?<!(?:xong|làm|hết) )(?:(?:các|những|mấy|tất cả các|tất cả|toàn bộ|số) )?(?:(?:việc|nhiệm vụ|đầu việc|công việc|nội dung|mục|cái|phần việc) )?(?:còn lại|kia|khác)(?= (?::|(?:thì |đều |cũng |vẫn |em |phòng em )*${STATUS}) )`,
);
const IS_REST = /còn lại$|(?:việc|nhiệm vụ|mục|cái) (?:kia|khác)$/u;
const ALL = expressions`
  (?:cả|tất cả|toàn bộ|hết|hết cả)(?: (?:các|những|mấy|\d{1,2}|hai|ba|bốn|năm))? (?:việc|nhiệm vụ|đầu việc|công việc|mục)(?: (?:này|trên|của phòng em|được giao|đó|kia))?(?= (?!\d))
  (?:cả|tất cả|toàn bộ) (?:\d{1,2}|hai|ba|bốn|năm|sáu)(?= (?:đều |cũng )?(?:xong|hoàn thành|đã|đang|chưa|rồi) )
`;

const MOST_IN_RANGE = 50;

/** "nội dung 1", "mục 2" may number parts of one task: they are tasks only where those are not known to be others. */
const PART_NOUN = /^(?:các |những |mấy |cả )?(?:nội dung|mục|ý|câu)/u;
const isMeant = (found: Found, known: ReadonlySet<number>): boolean =>
  known.size === 0 ||
  !PART_NOUN.test(found.text) ||
  (found.groups.numbers?.match(/\d+/gu) ?? []).every((digits) => known.has(Number(digits)));

/** Tasks told by a word for them: "việc 2 và 5", "NV7". */
export function reduceNamedTasks(words: readonly Word[], known: ReadonlySet<number>): readonly Word[] {
  const steps: readonly (readonly [RegExp, (found: Found) => Mention | null])[] = [
    [ORDINAL, ordinalTask],
    [HYPHENATED, hyphenatedTasks],
    [NAMED, (found) => (isMeant(found, known) ? listedTasks(found) : null)],
  ];
  return steps.reduce((reduced, [expression, make]) => reduce(reduced, expression, make), words);
}

/** What stands for the others, or for all: "các việc còn lại", "cả 5 việc". */
export function reduceOtherTasks(words: readonly Word[]): readonly Word[] {
  const others = reduce(words, REST, (found) => (IS_REST.test(found.text) ? { kind: 'rest' } : null));
  return reduce(others, ALL, () => ({ kind: 'all' }));
}

/** Tasks told by their place alone ("23 xong"). Where the answered message's tasks are `known`, other numbers are none. */
export function reduceBareTasks(words: readonly Word[], known: ReadonlySet<number>): readonly Word[] {
  const tasks = (found: Found): Mention | null => {
    const mention = listedTasks(found);
    const isKnown = known.size === 0 || mention?.numbers.every((number) => known.has(number));
    return isKnown === true ? mention : null;
  };
  const bare = reduce(reduce(words, LABELLED, tasks), BARE, tasks);
  const hasTask = bare.some(({ mention }) => mention?.kind === 'task');
  // "1. xong 2. chưa" before "xong 2", so that the 2 goes with what follows it.
  return reduce(hasTask ? reduce(bare, INLINE, tasks) : bare, BARE_BEHIND, tasks);
}

type TaskMention = Extract<Mention, { kind: 'task' }>;

function listedTasks(found: Found): TaskMention | null {
  const listed = found.groups.numbers ?? '';
  const numbers = [...listed.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  const [from = 0, to = 0] = numbers;
  const isRange =
    /^\d+(?:-| (?:-|đến) )/u.test(listed) && numbers.length === 2 && from < to && to - from <= MOST_IN_RANGE;
  const all = isRange ? Array.from({ length: to - from + 1 }, (_, offset) => from + offset) : numbers;
  return all.includes(0) ? null : { kind: 'task', numbers: [...new Set(all)] };
}

/** "6-8" is three tasks; "10-4" is a date. */
function hyphenatedTasks(found: Found): TaskMention | null {
  const tasks = listedTasks({
    ...found,
    groups: { numbers: (found.groups.numbers ?? '').replace('-', ' - ') },
  });
  return tasks !== null && tasks.numbers.length > 2 ? tasks : null;
}

function ordinalTask(found: Found): TaskMention | null {
  const ordinal = found.groups.ordinal ?? '';
  const number = ORDINALS.includes(ordinal) ? ORDINALS.indexOf(ordinal) + 1 : Number(ordinal);
  return number > 0 ? { kind: 'task', numbers: [number] } : null;
}
