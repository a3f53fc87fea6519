// Makes replies that no one wrote, with known meaning: who speaks, about what, the status, what goes with it, how
// politely, and how badly typed, each drawn at random from a seed.
import type { ReplyIntent } from '../../src/reading/findings.ts';
import { fold } from '../../src/reading/normalize.ts';

export interface MadeReply {
  readonly text: string;
  readonly intent: ReplyIntent;
}

/** Mulberry32: the same seed gives the same replies on every machine. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  past: [
    'hôm qua',
    'từ hôm qua',
    'từ thứ 5',
    'hôm thứ 6',
    'ngày 10/4',
    'ngày 8/4/2025',
    'từ tuần trước',
    'sáng qua',
  ],
  future: [
    'mai',
    'chiều mai',
    'thứ 6',
    'thứ 4 tuần sau',
    'đầu tuần sau',
    '20/4',
    'ngày 25/4',
    'tuần sau',
    'thứ năm',
  ],
  until: [
    'đến thứ 6',
    'đến 25/4',
    'sang tuần sau',
    'đến hết tháng 4',
    'đến ngày 30/4/2025',
    'sang thứ 2',
    'đến hết quý II',
  ],
  amount: ['2 ngày', '3 hôm', '1 tuần', '5 ngày làm việc', 'vài ngày', 'ít hôm'],
  doc: ['số 45/TTr-SKHCN', 'số 512/SKHCN-QLCN', 'số 31/KH-SKHCN ngày 8/4', '336-KH/TU', 'số 88/QĐ-UBND'],
  issued: ['số 512/SKHCN-QLCN', 'số 31/KH-SKHCN ngày 8/4', '336-KH/TU', 'số 88/QĐ-UBND'],
  share: ['60%', '80%', '45 phần trăm', '3/5 nội dung', '4/7 xã', 'một nửa', 'khoảng 70%'],
  paper: ['báo cáo', 'kế hoạch', 'dự thảo', 'tờ trình', 'hồ sơ', 'công văn', 'đề cương'],
  product: ['báo cáo', 'kế hoạch', 'báo cáo quý I', 'số liệu', 'file', 'văn bản', 'kết quả'],
  unit: ['phòng KHTC', 'Sở Tài chính', 'phòng QLKH', 'Trung tâm CĐS', 'Văn phòng Sở', 'Thanh tra Sở'],
  boss: ['Giám đốc', 'sếp', 'anh Hải', 'lãnh đạo Sở', 'Phó Giám đốc'],
  lack: ['kinh phí', 'số liệu', 'hướng dẫn của Bộ', 'số liệu của các xã', 'văn bản hướng dẫn'],
  verb: ['làm', 'triển khai', 'thực hiện', 'xử lý', 'soạn', 'tổng hợp', 'hoàn thiện', 'rà soát'],
  name: ['anh Tuấn', 'chị Hoa', 'đồng chí Phúc', 'em Linh', 'bạn Hương'],
};

/** Statuses as predicates: something may stand before them. "{…}" is filled from the slots. */
const PREDICATES: Partial<Record<ReplyIntent, readonly string[]>> = {
  done: [
    'xong rồi',
    'đã xong',
    'đã làm xong',
    'làm xong rồi',
    'đã hoàn thành',
    'hoàn thành rồi',
    'xong hết rồi',
    'vừa xong',
    'đã xong {past}',
    'xong {past} rồi',
    'đã hoàn thành {past}',
    'đã thực hiện xong',
    'đã xử lý xong',
    'đã hoàn thành 100%',
  ],
  submitted: [
    'đã trình',
    'trình rồi',
    'đã trình {boss}',
    'đã trình ký',
    'đang trình {boss} ký',
    'đã trình {boss}, chờ ký',
    'xong rồi, chờ {boss} duyệt',
    'đang chờ {boss} ký',
    'đã trình {past}',
    'xong phần của phòng, chờ ký',
    'đã trình, Tờ trình {doc}',
    'đã gửi {unit} thẩm định',
    'làm xong rồi nhưng {boss} chưa ký',
  ],
  in_progress: [
    'đang làm',
    'đang {verb}',
    'vẫn đang {verb}',
    'sắp xong',
    'gần xong',
    'cơ bản xong',
    'cơ bản đã hoàn thành',
    'xong 1 phần',
    'xong {share}',
    'được {share} rồi',
    'hoàn thành {share}',
    'đang làm, được {share}',
    'mới xong phần đầu',
    'chưa xong hẳn',
    'chưa xong, đang {verb}',
    '{future} xong',
    '{future} mới xong',
    'dự kiến {future} xong',
    'sẽ xong trước {future}',
    'xong rồi nhưng còn thiếu phụ lục',
    'đang bám tiến độ',
    'đang chờ số liệu của {unit}',
    'xong dự thảo rồi',
  ],
  not_done: [
    'chưa xong',
    'vẫn chưa xong',
    'chưa hoàn thành',
    'chưa làm xong',
    'không kịp',
    'chưa xong đâu',
    'vẫn chưa hoàn thành được',
  ],
  not_started: [
    'chưa làm',
    'chưa triển khai',
    'chưa bắt đầu',
    'chưa thực hiện',
    'chưa làm gì',
    '{future} mới làm',
  ],
  blocked: [
    'đang vướng',
    'đang vướng {lack}',
    'vướng {lack}',
    'bị kẹt {lack}',
    'gặp khó khăn về {lack}',
    'chưa có {lack}',
    'đang vướng do chưa có {lack}',
    'kẹt vì {unit} chưa gửi số liệu',
  ],
  extension_request: [
    'xin gia hạn',
    'xin gia hạn {until}',
    'xin lùi {until}',
    'xin lùi {amount}',
    'xin thêm {amount}',
    'đề nghị gia hạn {until}',
    'xin hoãn {until}',
    'xin khất {until}',
    'chưa xong, xin thêm {amount}',
  ],
  question: [
    'xong chưa',
    'làm xong chưa',
    'đến đâu rồi',
    'bao giờ xong',
    'đã trình chưa',
    'khi nào xong',
    'hoàn thành chưa',
  ],
};

/** Replies that stand by themselves. */
const SENTENCES: Partial<Record<ReplyIntent, readonly string[]>> = {
  ack: [
    'đã nhận',
    'em nhận được rồi',
    'rõ',
    'em rõ rồi',
    'ok',
    'nhất trí',
    'đã biết',
    'để em làm',
    'em làm ngay',
    'xong em báo',
    'làm xong em gửi anh',
    'bao giờ xong em báo anh',
  ],
  done: [
    'em gửi {product} rồi',
    'em nộp {product} {past} rồi',
    'đã gửi {product} cho {unit}',
    'đã ban hành Kế hoạch {issued}',
    'đã phát hành công văn {issued}',
    'nộp rồi',
    'gửi rồi',
    'em đã nộp {product}',
    'không vướng gì, xong rồi',
  ],
  in_progress: [
    '{future} em gửi',
    'em gửi {product} {future}',
    '{future} em nộp',
    'đã có dự thảo',
    'chuẩn bị trình',
  ],
  extension_request: [
    'cho em {until}',
    'cho em thêm {amount}',
    'cho phòng em lùi {until}',
    '{future} em nộp được không',
    'cho em nộp muộn {amount}',
    'lùi {until} được không',
  ],
  reassign: [
    'việc này của {unit} chứ không phải phòng em',
    'việc này không phải của phòng em',
    'đề nghị chuyển {unit}',
    'nội dung này không thuộc chức năng của phòng, đề nghị giao {unit}',
  ],
  delegate: ['em giao {name} làm rồi', 'việc này {name} phụ trách', 'giao {name} thực hiện'],
  instruction: [
    'khẩn trương hoàn thành',
    'làm nhanh lên',
    'phải xong trước {future}',
    'nếu xong thì báo anh',
    'gửi {product} cho anh trước {future}',
    'các phòng báo cáo ngay',
    'xong báo anh',
    'yêu cầu hoàn thành trước {future}',
  ],
  question: [
    'hạn là ngày nào',
    'nộp cho ai',
    'có cần bản giấy không',
    'mẫu ở đâu',
    'việc này ai chủ trì',
    'em gửi bản mềm được không',
  ],
  snooze: ['{future} nhắc lại em', 'nhắc lại em sau', 'nhắc em vào {future}'],
  info: ['cảm ơn', 'em cảm ơn', 'chúc mừng'],
};

const SUBJECTS = [
  '',
  '',
  '',
  'em',
  'phòng em',
  'phòng',
  'bên em',
  'tôi',
  'việc này',
  'việc này em',
  'nhiệm vụ này',
  'nội dung này phòng',
  'việc 5',
  'NV 5',
  'nhiệm vụ số 12',
  'việc 3 em',
];
const OPENINGS = ['', '', '', '', 'Dạ ', 'Dạ anh, ', 'Anh ơi, ', 'Sếp ơi ', 'Dạ thưa anh, ', 'Vâng, '];
/** Those who give orders do not say "dạ". */
const OPENINGS_OF_SUPERIORS = ['', '', '', 'Em ơi ', 'Các đồng chí ơi, '];
const REPORTING = ['', '', '', 'Báo cáo anh, ', 'Em báo cáo sếp: '];
const ENDINGS = ['', '', '', ' ạ', ' nhé', ' ạ.', '.', ' anh ơi', ' nha', ' anh nhé', ' sếp ạ', ' 😊'];

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})đang(?!\p{L})/gu, 'đg'],
  [/(?<!\p{L})chưa(?!\p{L})/gu, 'ch'],
  [/(?<!\p{L})xong(?!\p{L})/gu, 'xg'],
  [/(?<!\p{L})rồi(?!\p{L})/gu, 'r'],
  [/(?<!\p{L})không(?!\p{L})/gu, 'ko'],
  [/(?<!\p{L})được(?!\p{L})/gu, 'dc'],
  [/(?<!\p{L})em(?!\p{L})/gu, 'e'],
  [/(?<!\p{L})anh(?!\p{L})/gu, 'a'],
  [/(?<!\p{L})trước(?!\p{L})/gu, 'trc'],
  [/(?<!\p{L})hoàn thành(?!\p{L})/gu, 'ht'],
  [/(?<!\p{L})làm(?!\p{L})/gu, 'lm'],
  [/(?<!\p{L})báo cáo(?!\p{L})/gu, 'bc'],
];

const SPELLINGS: readonly ((text: string, random: () => number) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text,
  (text) => fold(text),
  (text) => text.normalize('NFD'),
  (text, random) =>
    SHORT.reduce((short, [word, form]) => (random() < 0.6 ? short.replace(word, form) : short), text),
  (text, random) =>
    fold(SHORT.reduce((short, [word, form]) => (random() < 0.5 ? short.replace(word, form) : short), text)),
  (text) =>
    text
      .replace(/xong/gu, 'xogn')
      .replace(/hoàn thành/gu, 'hòan thành')
      .replace(/đang/gu, 'đnag'),
  (text) =>
    text
      .replace(/rồi(?= |$)/gu, 'rùi')
      .replace(/xong(?= |$)/gu, 'xongg')
      .replace(/ không/gu, ' hông'),
  (text) => text.replaceAll(' ', '  '),
];

export interface MadeReplyOnSeveral {
  readonly text: string;
  readonly items: readonly (readonly [taskNo: number | 'rest', intent: ReplyIntent])[];
}

const STATUSES = [
  'done',
  'submitted',
  'in_progress',
  'not_done',
  'not_started',
  'blocked',
  'extension_request',
] as const satisfies readonly ReplyIntent[];

/** How a task is named before its status, one way for a whole reply. */
const NAMINGS: readonly ((taskNo: number) => string)[] = [
  (taskNo) => `việc ${taskNo} `,
  (taskNo) => `việc ${taskNo} `,
  (taskNo) => `Việc ${taskNo}: `,
  (taskNo) => `NV${taskNo} `,
  (taskNo) => `nhiệm vụ ${taskNo} `,
  (taskNo) => `nv ${taskNo}: `,
  (taskNo) => `${taskNo} `,
  (taskNo) => `${taskNo}: `,
];
const SEPARATORS = [', ', ', ', '; ', '. ', '\n', ', còn '];
const RESTS = ['các việc còn lại ', 'còn lại ', 'các việc khác ', 'mấy việc kia '];
/** A status that is told in several clauses would need its own punctuation. */
const isOneClause = (predicate: string): boolean => !/[,;:.]|nhưng/u.test(predicate);
/** "3 tuần sau mới xong" is three weeks, not task 3. */
const startsWithTime = (predicate: string): boolean => predicate.startsWith('{future}');

interface Drawing {
  readonly random: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly fill: (pattern: string) => string;
}

function drawingFrom(seed: number): Drawing {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fill = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/gu, (_, slot: string) => pick(SLOTS[slot] ?? ['']));
  return { random, pick, fill };
}

/** @returns `count` replies on two to four tasks, the same for the same seed */
export function makeRepliesOnSeveral(count: number, seed: number): MadeReplyOnSeveral[] {
  const { random, pick, fill } = drawingFrom(seed);
  return Array.from({ length: count }, () => {
    const naming = pick(NAMINGS);
    const separator = pick(SEPARATORS);
    const first = 1 + Math.floor(random() * 40);
    const amount = 2 + Math.floor(random() * 3);
    const items = Array.from({ length: amount }, (_, index) => {
      const isRest = index === amount - 1 && random() < 0.2;
      return [isRest ? ('rest' as const) : first + index, pick(STATUSES)] as const;
    });
    const parts = items.map(([taskNo, intent]) => {
      const predicate = fill(
        pick((PREDICATES[intent] ?? []).filter((each) => isOneClause(each) && !startsWithTime(each))),
      );
      return (taskNo === 'rest' ? pick(RESTS) : naming(taskNo)) + predicate;
    });
    const plain = pick(OPENINGS) + parts.join(separator) + pick(ENDINGS);
    return { text: pick(SPELLINGS)(plain, random), items };
  });
}

/** @returns `count` replies, the same for the same seed */
export function makeReplies(count: number, seed: number): MadeReply[] {
  const { random, pick, fill } = drawingFrom(seed);
  const intents = [...new Set([...Object.keys(PREDICATES), ...Object.keys(SENTENCES)])] as ReplyIntent[];

  const sentence = (intent: ReplyIntent): string => {
    const predicates = PREDICATES[intent] ?? [];
    const sentences = SENTENCES[intent] ?? [];
    const at = Math.floor(random() * (predicates.length + sentences.length));
    if (at >= predicates.length) return fill(sentences[at - predicates.length] ?? '');
    const subject = pick(SUBJECTS);
    return `${subject}${subject === '' ? '' : ' '}${fill(predicates[at] ?? '')}`;
  };

  return Array.from({ length: count }, () => {
    const intent = pick(intents);
    const opening = pick(intent === 'instruction' ? OPENINGS_OF_SUPERIORS : OPENINGS);
    // Only those who report speak so to a superior.
    const isReport = PREDICATES[intent] !== undefined && intent !== 'question' && opening === '';
    const plain = `${opening}${isReport ? pick(REPORTING) : ''}${sentence(intent)}${pick(ENDINGS)}`;
    const asked = intent === 'question' && random() < 0.5 ? `${plain.replace(/\.$/u, '')}?` : plain;
    const capital = asked.charAt(0).toUpperCase() + asked.slice(1);
    return { text: pick(SPELLINGS)(random() < 0.5 ? capital : asked, random), intent };
  });
}
