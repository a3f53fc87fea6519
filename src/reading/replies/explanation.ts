// One line of Vietnamese that says what was understood, so that the writer can put it right.
import type { UnitNames } from '../../domain/unit.ts';
import type { LocalDate, LocalMoment } from '../../domain/local-time.ts';
import { dateOf, dateParts, timeOf } from '../../domain/local-time.ts';
import type { LengthOfTime, ReplyFields, ReplyFinding, ReplyIntent } from '../findings.ts';

/** In the words of the buttons and of the bot's other messages. */
const SAID: Readonly<Record<ReplyIntent, string>> = {
  ack: 'Đã nhận',
  done: 'Đã xong',
  submitted: 'Đã trình',
  in_progress: 'Đang làm',
  not_done: 'Chưa xong',
  not_started: 'Chưa làm',
  blocked: 'Đang vướng',
  extension_request: 'Đề nghị gia hạn',
  reassign: 'Đề nghị chuyển đơn vị khác',
  delegate: 'Giao người khác trong đơn vị',
  wrong_recipient: 'Gửi nhầm người nhận',
  question: 'Câu hỏi, không phải báo cáo',
  instruction: 'Ý kiến chỉ đạo, không phải báo cáo',
  approve_extension: 'Đồng ý gia hạn',
  reject_extension: 'Không đồng ý gia hạn',
  accept_done: 'Xác nhận hoàn thành',
  returned: 'Trả lại để hoàn thiện',
  cancel_task: 'Thôi không thực hiện',
  pause_task: 'Tạm dừng',
  snooze: 'Nhắc lại sau',
  correction: 'Đính chính',
  cannot_complete: 'Không thực hiện được',
  decline: 'Không nhận việc',
  info: 'Không có nội dung báo cáo',
  multi: 'Báo cáo nhiều việc',
};

const UNITS: Readonly<Record<LengthOfTime['unit'], string>> = {
  hour: 'giờ',
  day: 'ngày',
  working_day: 'ngày làm việc',
  week: 'tuần',
  month: 'tháng',
};
const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
/** What the line is written with besides the finding. */
interface About {
  readonly today: LocalDate;
  readonly units: readonly UnitNames[];
}

/** A correction without a status of its own ("sửa lại số văn bản") is explained by its particulars alone. */
const WITHOUT_STATUS: ReadonlySet<ReplyIntent> = new Set(['correction', 'info']);

/**
 * "Việc 23: đã trình, Tờ trình số 45/TTr-SKHCN ngày 10/4". Years other than that of `today` are written out; `units` gives the names behind codes.
 */
export function explain(
  { intent, certainty, fields, items }: Omit<ReplyFinding, 'explanation'>,
  today: LocalDate,
  units: readonly UnitNames[],
): string {
  if (intent === 'info' && certainty === 'ask') return 'Chưa rõ ý trả lời';
  const about: About = { today, units };
  const lines =
    items.length > 0
      ? items.map(
          ({ taskNo, intent: own, fields: particulars }) =>
            `${taskNo === 'rest' ? 'các việc còn lại' : `việc ${taskNo}`}: ${lowerFirst(statusLine(own, particulars, about))}`,
        )
      : [aboutTasks(intent, fields, about)];
  const said = intent === 'correction' ? correctionOf(lines) : upperFirst(lines.join('; '));
  return certainty === 'ask' && intent !== 'correction' ? `Chưa rõ, có thể là: ${lowerFirst(said)}` : said;
}

/** "Đính chính việc 12: chưa xong", "Đính chính: chưa xong" */
const correctionOf = (lines: readonly string[]): string => {
  const said = lines.join('; ');
  return `${SAID.correction}${lines.length === 1 && said.startsWith('việc ') ? '' : ':'} ${said}`;
};

const aboutTasks = (intent: ReplyIntent, fields: ReplyFields, about: About): string => {
  const line = statusLine(intent, fields, about);
  const { taskNumbers = [] } = fields;
  return taskNumbers.length === 0 ? line : `việc ${taskNumbers.join(', ')}: ${lowerFirst(line)}`;
};

function statusLine(intent: ReplyIntent, fields: ReplyFields, about: About): string {
  const status = WITHOUT_STATUS.has(intent) ? '' : statusOf(intent, fields, about);
  const particulars = particularsOf(intent, fields, about);
  return [status, ...particulars].filter((part) => part !== '').join(', ') || SAID[intent];
}

function statusOf(intent: ReplyIntent, fields: ReplyFields, { today, units }: About): string {
  if (intent === 'reassign' && fields.toUnit !== undefined)
    return `Đề nghị chuyển ${unitName(fields.toUnit, units)}`;
  if (intent === 'delegate' && fields.toPerson !== undefined) return `Giao ${fields.toPerson}`;
  if (intent === 'blocked' && fields.reason !== undefined) return `${SAID.blocked}: ${fields.reason}`;
  if (fields.extraTime !== undefined)
    return `${SAID[intent]} thêm ${fields.extraTime.amount} ${UNITS[fields.extraTime.unit]}`;
  if (fields.newDue !== undefined) return `${SAID[intent]} đến ${momentText(fields.newDue, today)}`;
  if (fields.until !== undefined) return `Nhắc lại ${momentText(fields.until, today)}`;
  if (fields.doneDate !== undefined) return `${SAID[intent]} ngày ${dayText(fields.doneDate, today)}`;
  return SAID[intent];
}

function particularsOf(intent: ReplyIntent, fields: ReplyFields, { today, units }: About): string[] {
  const { progress, docNo, docDate, eta, toUnit, toPerson, waitingOn, remaining, reason } = fields;
  const parts: string[] = [];
  if (progress !== undefined && progress > 0 && progress < 100) parts.push(`đạt ${progress}%`);
  if (docNo !== undefined)
    parts.push(documentText(docNo) + (docDate === undefined ? '' : ` ngày ${dayText(docDate, today)}`));
  if (eta !== undefined) parts.push(`dự kiến ${momentText(eta, today)}`);
  if (toUnit !== undefined && intent !== 'reassign') parts.push(`chuyển ${unitName(toUnit, units)}`);
  if (toPerson !== undefined && intent !== 'delegate') parts.push(`giao ${toPerson}`);
  if (remaining !== undefined) parts.push(`còn ${remaining}`);
  else if (waitingOn !== undefined && (intent !== 'blocked' || reason === undefined))
    parts.push(`chờ ${unitName(waitingOn, units)}`);
  if (fields.isOnTrack === true) parts.push('đúng tiến độ');
  if (reason !== undefined && intent !== 'blocked') parts.push(`lý do: ${reason}`);
  return parts;
}

/** A unit of the agency by the name that messages use, anyone else in the words of the reply. */
const unitName = (written: string, units: readonly UnitNames[]): string => {
  const unit = units.find(({ code }) => code === written);
  if (unit === undefined) return written;
  return unit.shortName ?? (unit.name.startsWith('Phòng ') ? `Phòng ${unit.code}` : unit.name);
};

const documentText = (number: string): string =>
  `${number.includes('/TTr') ? 'Tờ trình' : 'văn bản'} số ${number}`;

/** "17h00 thứ Sáu, 18/4" */
const momentText = (moment: LocalMoment, today: LocalDate): string => {
  const date = dateOf(moment);
  const time = timeOf(moment);
  const weekday = WEEKDAYS[dateParts(date).weekday - 1] ?? '';
  return `${time === null ? '' : `${time.replace(':', 'h')} `}${weekday}, ${dayText(date, today)}`;
};

/** Days below 10 and the months 1 and 2 carry a zero, as in documents (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const dayText = (date: LocalDate, today: LocalDate): string => {
  const { day, month, year } = dateParts(date);
  const text = `${String(day).padStart(2, '0')}/${month < 3 ? `0${month}` : month}`;
  return year === dateParts(today).year ? text : `${text}/${year}`;
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
