// What the secretary hears while entering tasks.
import type { OrderFileProblem } from '../../application/entering/read-order-file.ts';
import type { SaveOutcome } from '../../application/entering/save-draft-items.ts';
import type { Draft, DraftItem } from '../../domain/draft.ts';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Unit } from '../../domain/unit.ts';
import { undoSaveKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { bold, capitalize, clean, lines, numberList, sentence, shorten, withoutHint } from './compose.ts';
import { clockTime } from './dates.ts';
import { deadlineText } from './deadline.ts';

const LONGEST_CONTENT = 100;
const EXAMPLE = 'Phòng A chủ trì, phối hợp Phòng B làm X, xong trước ngày 15/4';

const contentOf = (item: DraftItem): string => `“${shorten(item.content, LONGEST_CONTENT)}”`;

/** How to enter a task, for /giao with nothing behind it. */
export const draftHowTo = (): FormattedMessage =>
  message(
    lines(
      'Để giao việc, gõ /giao rồi viết việc cần giao, hoặc trả lời tin nhắn, tệp có việc đó bằng /giao.',
      `Ví dụ: /giao ${EXAMPLE}`,
    ),
  );

export const draftNothingFound = (): FormattedMessage =>
  message(
    lines(
      'Chưa thấy việc nào được giao trong tin nhắn này.',
      `Cần có đơn vị và việc phải làm, ví dụ: “Giao ${EXAMPLE}”. Thông báo kết luận thì dán cả văn bản, hoặc gửi tệp Word.`,
    ),
  );

export const fileNothingFound = (name: string): FormattedMessage =>
  message(
    lines(
      `Chưa thấy việc nào được giao trong tệp “${shorten(name, LONGEST_FILE_NAME)}”.`,
      'Nếu có, trả lời tệp đó bằng /giao kèm việc cần giao.',
    ),
  );

/** A file was sent of which nothing can be read. `name`: null for a picture, which has none. */
export const fileProblem = (name: string | null, problem: OrderFileProblem): FormattedMessage =>
  message(
    lines(
      `${FILE_PROBLEMS[problem]}${name === null || name === '' ? '' : ` (“${shorten(name, LONGEST_FILE_NAME)}”)`}.`,
      FILE_ADVICE[problem],
    ),
  );

const LONGEST_FILE_NAME = 60;

const FILE_PROBLEMS: Readonly<Record<OrderFileProblem, string>> = {
  pdf: 'Chưa đọc được tệp PDF',
  picture: 'Chưa đọc được ảnh chụp văn bản',
  old_word: 'Chưa đọc được tệp Word kiểu cũ hoặc có mật khẩu',
  spreadsheet: 'Chưa đọc được bảng tính',
  other: 'Chưa đọc được loại tệp này',
  too_large: 'Tệp lớn quá 10 MB nên không đọc được',
  too_long: 'Văn bản trong tệp dài quá nên không đọc được',
  damaged: 'Không mở được tệp này',
  empty: 'Tệp này không có chữ, có thể là bản quét',
};

const PASTE = 'Chép phần giao việc rồi dán vào đây.';

const FILE_ADVICE: Readonly<Record<OrderFileProblem, string>> = {
  pdf: `Gửi bản Word (.docx), hoặc mở tệp, chọn và chép chữ rồi dán vào đây. Bản quét không chép được thì nhắn từng việc.`,
  picture: 'Gửi bản Word (.docx), dán nội dung, hoặc nhắn từng việc.',
  old_word: 'Mở bằng Word, chọn Lưu thành, kiểu .docx, không đặt mật khẩu, rồi gửi lại.',
  spreadsheet: 'Chép các dòng giao việc rồi dán vào đây.',
  other: 'Đọc được tệp .docx và .txt, hoặc nội dung dán vào đây.',
  too_large: PASTE,
  too_long: PASTE,
  damaged: 'Lưu lại thành .docx rồi gửi lại, hoặc dán nội dung vào đây.',
  empty: 'Gửi bản Word có chữ, hoặc nhắn từng việc.',
};

/** Telegram did not hand the file over. */
export const fileNotFetched = (): FormattedMessage =>
  message('Chưa tải được tệp từ Telegram. Gửi lại giúp sau ít phút, hoặc dán nội dung vào đây.');

/** A text marked as a state secret. `stamp`: "MẬT", "TỐI MẬT", "TUYỆT MẬT". */
export const secretRefused = (stamp: string): FormattedMessage =>
  message(
    lines(
      bold(`⚠️ Văn bản có dấu ${clean(stamp)} nên không được đọc và không được lưu.`),
      'Đề nghị xóa tin nhắn này khỏi Telegram và xử lý văn bản theo quy định về bảo vệ bí mật nhà nước.',
    ),
  );

export const draftDeadlinePrompt = (item: DraftItem): FormattedMessage =>
  message(
    lines(
      `Hạn mới của ${contentOf(item)}?`,
      `Đang ghi: ${deadlineText(item.deadline)}.`,
      'Chọn ngày dưới đây (ngày trong ngoặc là ngày nghỉ), hoặc trả lời tin này, ví dụ: trước 17h00 18/4, thứ Sáu tuần sau, không hạn.',
    ),
  );

/** `problem`: what cannot be understood, as a Vietnamese sentence without its full stop ("tháng 4 có 30 ngày"). */
export const draftDeadlineProblem = (problem: string): FormattedMessage =>
  message(
    lines(
      sentence(capitalize(withoutHint(clean(problem)))),
      'Nhắn lại hạn, ví dụ: 30/4, trước 17h00 30/4, hoặc “không hạn”.',
    ),
  );

export const draftUnitsPrompt = (item: DraftItem): FormattedMessage =>
  message(
    lines(
      `Đơn vị nào chủ trì, đơn vị nào phối hợp ${contentOf(item)}?`,
      `Đang ghi: chủ trì ${namesOf(item.lead)}; phối hợp ${namesOf(item.coordinating)}.`,
      'Chọn dưới đây, hoặc trả lời tin này bằng tên đơn vị, một phần của tên cũng được, ví dụ: “VP chủ trì, QLCN phối hợp”.',
    ),
  );

/** `typed`: what was answered; `units`: those that can be named. */
export const draftUnitsUnknown = (typed: string, units: readonly Unit[]): FormattedMessage =>
  message(
    lines(
      `Không thấy đơn vị chủ trì nào trong “${shorten(typed, LONGEST_CONTENT)}”.`,
      `Các đơn vị: ${unitCodes(units)}.`,
      'Nhắn lại, ví dụ: “VP chủ trì, QLCN phối hợp”.',
    ),
  );

/** Several units have names that hold what was typed. */
export const draftUnitsSimilar = (typed: string, item: DraftItem): FormattedMessage =>
  message(`“${shorten(typed, LONGEST_CONTENT)}” có ở nhiều đơn vị. Chọn đơn vị cho ${contentOf(item)}:`);

export const draftContentPrompt = (item: DraftItem): FormattedMessage =>
  message(lines(`Nội dung mới của ${contentOf(item)}?`, 'Nhắn lại cả câu, không cần ghi đơn vị và hạn.'));

export const draftProductPrompt = (item: DraftItem): FormattedMessage =>
  message(
    lines(
      `Sản phẩm phải có của ${contentOf(item)} là gì?`,
      'Nhắn lại tên văn bản hoặc kết quả, ví dụ: Tờ trình, Báo cáo kết quả.',
    ),
  );

export const draftWordsProblem = (problem: 'empty' | 'too_long'): FormattedMessage =>
  message(
    problem === 'empty'
      ? 'Tin này không có chữ. Nhắn lại giúp.'
      : 'Nội dung dài quá 2.000 ký tự. Nhắn lại ngắn hơn; phần chi tiết để ở văn bản kèm theo.',
  );

/** After Sửa hạn or Sửa đơn vị; the card itself has been changed too. */
export const draftItemEdited = (item: DraftItem): FormattedMessage =>
  message(
    lines(
      `Đã sửa ${contentOf(item)}.`,
      `Chủ trì: ${namesOf(item.lead)}. Hạn: ${deadlineText(item.deadline)}.`,
      item.questions.length === 0 ? 'Phiếu phía trên đã đổi theo; bấm Lưu khi đúng.' : null,
      ...item.questions.map((question) => clean(question)),
    ),
  );

export const draftStale = (): FormattedMessage =>
  message('Văn bản đã được sửa và đọc lại, phiếu này là của lần đọc trước. Dùng phiếu mới ở phía dưới.');

export const alreadyDecided = (item: DraftItem): FormattedMessage =>
  message(
    item.state === 'saved'
      ? `${capitalize(contentOf(item))} đã được lưu thành việc từ trước.`
      : `${capitalize(contentOf(item))} đã được bỏ từ trước.`,
  );

/** What was saved, when its units hear of it, and who cannot be reached. */
export const saved = (outcome: Extract<SaveOutcome, { kind: 'saved' }>, now: Instant): FormattedMessage => {
  const { tasks, draft, announcedAt, unreachable } = outcome;
  const left = draft.items.filter((item) => item.state === 'open' && item.kind !== 'standing').length;
  const [first] = tasks;
  const what =
    tasks.length === 1 && first
      ? `✅ Đã lưu việc ${first.number}.`
      : `✅ Đã lưu ${tasks.length} việc: ${numberList(tasks.map(({ number }) => number))}.`;
  return message(
    lines(
      `${what}${left === 0 ? '' : ` Còn ${left} phiếu chưa xử lý.`}`,
      duplicatesLeft(draft),
      announcedAt > now ? assignedLater(announcedAt, now) : null,
      unreachable.length === 0 ? null : withoutChat(unreachable),
    ),
    undoSaveKeyboard(
      draft,
      tasks.map(({ number }) => number),
    ),
  );
};

/** Why something is left although all was to be saved. */
const duplicatesLeft = ({ items }: Draft): string | null => {
  const numbers = items.flatMap(({ state, duplicateOf }) =>
    state === 'open' ? (duplicateOf?.taskNumber ?? []) : [],
  );
  return numbers.length === 0
    ? null
    : `Có thể trùng việc ${numberList(numbers)} nên chưa lưu: xem lại phiếu, bấm Vẫn lưu hoặc Bỏ mục này.`;
};

const assignedLater = (at: Instant, now: Instant): string =>
  `Đơn vị sẽ nhận lúc ${clockTime(at, localDateOf(now))} vì hiện ngoài giờ làm việc.`;

const withoutChat = (units: readonly Unit[]): string =>
  `Chưa có nơi gửi cho ${units.map((unit) => unit.shortName).join(', ')}. ` +
  'Mời bot vào nhóm của đơn vị rồi gõ /gan trong nhóm đó; việc sẽ được gửi ngay sau khi gắn.';

/** A message was edited from which tasks have been saved. */
export const editedAfterSave = (): FormattedMessage =>
  message(
    'Tin nhắn này đã được sửa, nhưng việc trong đó đã lưu nên giữ như cũ. Nếu nội dung thay đổi, nhắn việc mới.',
  );

const namesOf = (units: DraftItem['lead']): string =>
  units.length === 0 ? 'chưa có' : units.map(({ mention }) => clean(mention)).join(', ');

/** Codes of the units that can be named, as they are typed. */
const unitCodes = (units: readonly Unit[]): string =>
  units
    .filter((unit) => unit.isGroup !== true)
    .map((unit) => unit.code)
    .join(', ');
