// One line of Vietnamese that says what was understood, so that the writer can put it right.
import type { LocalMoment } from '../../domain/local-time.ts';
import { dateOf, dateParts, timeOf } from '../../domain/local-time.ts';
import type { Certainty, ReplyFields, ReplyIntent, ReplyItem } from '../findings.ts';

const SAID: Readonly<Record<ReplyIntent, string>> = {
  ack: 'Đã nhận',
  done: 'Đã hoàn thành',
  submitted: 'Đã trình',
  in_progress: 'Đang thực hiện',
  not_done: 'Chưa xong',
  not_started: 'Chưa thực hiện',
  blocked: 'Đang vướng',
  extension_request: 'Xin gia hạn',
  reassign: 'Đề nghị chuyển đơn vị khác',
  delegate: 'Giao cho người khác trong đơn vị',
  wrong_recipient: 'Gửi nhầm người nhận',
  question: 'Câu hỏi, không phải báo cáo',
  instruction: 'Ý kiến chỉ đạo, không phải báo cáo',
  approve_extension: 'Đồng ý gia hạn',
  reject_extension: 'Không đồng ý gia hạn',
  accept_done: 'Xác nhận hoàn thành',
  returned: 'Yêu cầu làm lại',
  cancel_task: 'Thôi không thực hiện',
  pause_task: 'Tạm dừng',
  snooze: 'Nhắc lại sau',
  correction: 'Đính chính',
  cannot_complete: 'Không thực hiện được',
  decline: 'Không nhận việc',
  info: 'Không có nội dung báo cáo',
  multi: 'Báo cáo nhiều việc',
};

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

const dayOf = (moment: LocalMoment): string => {
  const { day, month, year, weekday } = dateParts(dateOf(moment));
  const time = timeOf(moment);
  return `${time === null ? '' : `${time.replace(':', 'h')} `}${WEEKDAYS[weekday] ?? ''}, ${shortDay(day, month)}/${year}`;
};

/** Days below 10 and the months 1 and 2 carry a zero, as in documents (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const shortDay = (day: number, month: number): string =>
  `${String(day).padStart(2, '0')}/${month < 3 ? `0${month}` : month}`;

export interface Understood {
  readonly intent: ReplyIntent;
  readonly certainty: Certainty;
  readonly fields: ReplyFields;
  readonly items: readonly ReplyItem[];
}

/** "Việc 23: đã trình, 45/TTr-SKHCN ngày 10/4/2025". */
export function explain({ intent, certainty, fields, items }: Understood): string {
  const said =
    items.length > 0
      ? explainItems(intent, items)
      : `${tasksOf(fields)}${lowerIf(explainOne(intent, fields), tasksOf(fields) !== '')}`;
  return certainty === 'ask' ? `Chưa rõ, có thể là: ${lowerFirst(said)}` : said;
}

function explainItems(intent: ReplyIntent, items: readonly ReplyItem[]): string {
  const lines = items.map(
    ({ taskNo, intent: own, fields }) =>
      `${taskNo === 'rest' ? 'các việc còn lại' : `việc ${taskNo}`} ${lowerFirst(explainOne(own, fields))}`,
  );
  return intent === 'correction' ? `${SAID.correction}: ${lines.join('; ')}` : upperFirst(lines.join('; '));
}

const tasksOf = ({ taskNumbers = [] }: ReplyFields): string =>
  taskNumbers.length === 0 ? '' : `Việc ${taskNumbers.join(', ')}: `;

function explainOne(intent: ReplyIntent, fields: ReplyFields): string {
  const parts = [
    SAID[intent] + (intent === 'blocked' && fields.reason !== undefined ? `: ${fields.reason}` : ''),
  ];
  if (fields.progress !== undefined && intent === 'in_progress') parts.push(`đạt ${fields.progress}%`);
  if (fields.docNo !== undefined)
    parts.push(
      `${documentOf(fields.docNo)}${fields.docDate === undefined ? '' : ` ngày ${plainDate(fields.docDate)}`}`,
    );
  if (fields.doneDate !== undefined) parts.push(`ngày ${plainDate(fields.doneDate)}`);
  if (fields.newDue !== undefined) parts[0] = `${parts[0] ?? ''} đến ${dayOf(fields.newDue)}`;
  if (fields.until !== undefined) parts[0] = `Nhắc lại ${dayOf(fields.until)}`;
  if (fields.eta !== undefined) parts.push(`hẹn ${dayOf(fields.eta)}`);
  if (fields.toUnit !== undefined) parts.push(`chuyển ${fields.toUnit}`);
  if (fields.toPerson !== undefined) parts.push(`người nhận: ${fields.toPerson}`);
  if (fields.waitingOn !== undefined) parts.push(`chờ ${fields.waitingOn}`);
  if (fields.remaining !== undefined) parts.push(`còn ${fields.remaining}`);
  if (fields.isOnTrack === true) parts.push('đúng tiến độ');
  if (fields.reason !== undefined && intent !== 'blocked') parts.push(`lý do: ${fields.reason}`);
  return parts.join(', ');
}

const documentOf = (number: string): string =>
  number.includes('/TTr') ? `Tờ trình số ${number}` : `số ${number}`;

const plainDate = (date: string): string => {
  const { day, month, year } = dateParts(date);
  return `${shortDay(day, month)}/${year}`;
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerIf = (text: string, isLower: boolean): string => (isLower ? lowerFirst(text) : text);
