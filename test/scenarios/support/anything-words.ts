// What people who do anything at all say, where and when.
import type { MessageContent } from '../../../src/sandbox/bot-api/world/messages.ts';
import type { SentFile } from '../../../src/sandbox/bot-api/world/content.ts';
import type { Random } from '../../chaos/random.ts';

export const MEMBERS = [
  ...['VT1', 'VT2', 'QT', 'GĐ', 'PGĐ1', 'PGĐ2', 'TP.KHTC', 'CV.KHTC1', 'TP.QLCN', 'CV.QLCN1', 'TP.BCVT'],
  ...['CV.CĐS1', 'CVP'],
] as const;
export const UNITS = ['KHTC', 'QLCN', 'BCVT&CNTT', 'VP', 'CĐS'] as const;
const NAMES = [
  'Phòng KHTC',
  'phòng QLCN',
  'BCVT&CNTT',
  'Văn phòng Sở',
  'Phòng CĐS',
  'các phòng, đơn vị',
] as const;
const DAYS = [
  '25/4/2025',
  '30/4',
  'thứ Sáu',
  'mai',
  'tuần sau',
  '31/12/2025',
  '31/4',
  'trong quý II',
  '29/01/2026',
] as const;
const STATES = [
  ...[
    'xong',
    'đã xong rồi ạ',
    'đang làm 60%',
    'đã trình',
    'chưa làm',
    'vướng, thiếu kinh phí',
    'đã nhận',
    'ok',
    '👍',
  ],
  ...[
    'xin lùi đến 5/5 vì chờ số liệu',
    'xin gia hạn',
    'không phải việc của phòng em',
    'chuyển phòng QLCN nhé',
  ],
  ...[
    'thôi không làm nữa',
    'đồng ý',
    'không đồng ý',
    'đồng ý đến 9/5',
    'trả lại, thiếu phụ lục',
    'cảm ơn',
    'khi nào xong?',
  ],
] as const;
const COMMANDS = [
  ...[
    'viec',
    'quahan',
    'overdue',
    'homnay',
    'tuannay',
    'sapden',
    'baocao',
    'lichsu',
    'han',
    'chuyen',
    'huy',
    'molai',
  ],
  ...[
    'giao',
    'gan',
    'moi',
    'vaitro',
    'roi',
    'help',
    'start',
    'khongco',
    'VIEC',
    'viec@dondoc_sandbox_bot',
    'viec@khac_bot',
  ],
] as const;
export const STRANGE = [
  '',
  ' ',
  '\u202Eđảo ngược\u202C \u200F\u200E',
  'a\u0000b',
  '<b>đậm</b> & <script>alert(1)</script> </b>',
  '*_`[x](tg://user?id=1)`_* \\ ~ > # + - = | { } . !',
  '😀👨‍👩‍👧‍👦🇻🇳'.repeat(40),
  '\ud83d',
  'ế'.normalize('NFD').repeat(300),
  '1'.repeat(400),
  '#'.repeat(64),
  '\n\n\n-\n*\n1.\n1.1.\na)\n',
  'https://t.me/dondoc_sandbox_bot?start=AAAAAAAAAAAAAAAAAAAAAA',
  '-1',
  '0',
  '9999999',
  '1;2;3 xong; 4 xin lùi đến thứ 6',
  'MẬT: giao Phòng KHTC',
] as const;
export const EMOJI = ['👍', '👎', '❤', '🔥', '😁'] as const;
/** Moments that the clock leaps to: past midnight, before a holiday, at the turn of a year. */
export const LEAPS = [
  ...['2025-04-10T23:56', '2025-04-13T08:56', '2025-04-29T16:56', '2025-05-05T07:26', '2025-06-30T23:56'],
  ...['2025-12-31T23:56', '2026-02-13T16:56', '2026-02-16T08:56', '2026-02-24T07:26', '2026-12-31T16:56'],
] as const;

/** An order to do something that has a mark, by which it is known wherever it is read. */
export const anOrder = (random: Random, mark: string): string => {
  const helper = random.isOneIn(3) ? `, phối hợp ${random.oneOf(NAMES)}` : '';
  const day = random.isOneIn(5) ? '' : `, xong trước ${random.oneOf(DAYS)}`;
  const odd = random.isOneIn(4) ? ` ${random.oneOf(STRANGE).slice(0, 200)}` : '';
  return `${random.oneOf(NAMES)} chủ trì${helper} xây dựng đề án ${mark}${odd}${day}.`;
};

/** A word on how some work stands, with or without its number. */
export const aReport = (random: Random): string => {
  const state = random.oneOf(STATES);
  return random.isOneIn(2) ? state : `${random.between(1, 12)} ${state}`;
};

export const aCommand = (random: Random): string => {
  const number = random.between(1, 12);
  const argument = random.oneOf([
    '',
    `${number}`,
    `${number} ${random.oneOf(DAYS)}`,
    `${number} ${random.oneOf(UNITS)}`,
    random.oneOf(UNITS),
    'tuần',
    'quý trước',
    'đề án',
    'Bùi Thị Thanh Lam',
    random.oneOf(STRANGE).slice(0, 300),
  ]);
  return `/${random.oneOf(COMMANDS)} ${argument}`.trim();
};

export const aFile = (random: Random, text: string): SentFile => ({
  content: random.isOneIn(3) ? 'PK\u0003\u0004 broken' : text,
  fileName: random.oneOf(['tb.docx', 'tb.txt', 'scan.pdf', 'anh.jpg', 'so.xlsx', '\u202Ecod.exe', 'k']),
});

/** What is neither words nor a file. */
export const aThing = (random: Random, where: number): MessageContent => {
  const id = { file_id: 'x', file_unique_id: 'x' };
  return random.oneOf<MessageContent>([
    { sticker: { ...id, type: 'regular', width: 9, height: 9, is_animated: false, is_video: false } },
    { voice: { ...id, duration: 3 } },
    { video: { ...id, width: 9, height: 9, duration: 3 }, caption: aReport(random) },
    { location: { latitude: 21, longitude: 105 } },
    { contact: { phone_number: '113', first_name: 'Ai đó' } },
    { dice: { emoji: '🎲', value: 6 } },
    { photo: [] },
    { text: aReport(random), sender_chat: { id: where, type: 'supergroup', title: 'Nhóm' } },
    { new_chat_title: 'Tên <mới> & khác' },
    { pinned_message: { chat: { id: where, type: 'private', first_name: '' }, message_id: 1, date: 0 } },
  ]);
};
