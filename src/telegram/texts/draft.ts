// What the secretary sees of a draft: the summary, and a card for each task in it.
import { FormattedString } from '@grammyjs/parse-mode';
import type { Missing } from '../../application/entering/draft-items.ts';
import { hasLead, isReadyToSave, missingOf } from '../../application/entering/draft-items.ts';
import type { Draft, DraftItem, DraftUnit } from '../../domain/draft.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { messageLink } from '../../domain/ledger.ts';
import { dateOf, dateParts, localDateOf, timeOfDayOf } from '../../domain/local-time.ts';
import type { Notification, PlannedReminder } from '../../domain/notification.ts';
import { draftCardKeyboard, draftSummaryKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentInFull, field } from './card.ts';
import {
  bold,
  capitalize,
  clean,
  folded,
  italic,
  lines,
  numberList,
  paragraphs,
  shorten,
} from './compose.ts';
import { clockTime, dayAndMonth, hour, reminderDay, weekdayDate } from './dates.ts';
import { deadlineAsWritten, deadlineText, unknownYearsLine } from './deadline.ts';
import { documentName } from './document.ts';

const LONGEST_TITLE = 200;
const LONGEST_SAVED_CONTENT = 300;

/** What was found in a document or message, and what is left to decide. */
export const draftSummary = (draft: Draft): FormattedMessage => {
  const tasks = draft.items.filter((item) => item.kind !== 'standing');
  const standing = draft.items.filter((item) => item.kind === 'standing' && item.state === 'open');
  const open = tasks.filter((item) => item.state === 'open');
  const heading = bold(`📋 ${draft.document === null ? placeOf(draft) : documentName(draft.document)}`);
  const title =
    draft.document?.number == null || draft.document.title === null
      ? null
      : shorten(draft.document.title, LONGEST_TITLE);
  if (draft.items.length === 0) {
    return message(
      paragraphs(
        lines(heading, title),
        lines(
          'Chưa thấy việc nào được giao trong văn bản này.',
          'Nếu có, nhắn riêng từng việc, ví dụ: “Giao Phòng A chủ trì làm X, xong trước ngày 15/4”.',
        ),
      ),
    );
  }
  return message(
    paragraphs(
      lines(heading, title),
      lines(
        decided(draft),
        found(tasks, open),
        toDecide(draft, open),
        standing.length === 0 ? null : `${standing.length} chỉ đạo chung để riêng, chưa theo dõi.`,
      ),
      open.length === tasks.length && open.length > 0
        ? `${tasks.length === 1 ? 'Phiếu của việc này' : 'Phiếu của từng việc'} ở bên dưới. Chưa có gì được lưu hay gửi đi.`
        : null,
    ),
    draftSummaryKeyboard(draft),
  );
};

/** Where the orders stand that are in no document. */
const placeOf = ({ parts }: Draft): string => {
  const file = parts[0]?.file;
  return file === undefined ? 'Việc giao trong tin nhắn' : `Việc giao trong tệp “${shorten(file, 60)}”`;
};

const found = (tasks: readonly DraftItem[], open: readonly DraftItem[]): string | null => {
  if (tasks.length === 0) return 'Không có việc cụ thể.';
  if (open.length === 0) return null;
  const opening =
    open.length < tasks.length ? `Còn ${open.length} phiếu chưa xử lý` : `Có ${open.length} việc`;
  return `${opening}, ${howManyDated(open)}.`;
};

const howManyDated = (open: readonly DraftItem[]): string => {
  const dated = open.filter((item) => item.deadline?.due != null).length;
  if (open.length === 1) return dated === 1 ? 'có hạn' : 'chưa có hạn';
  if (dated === open.length) return 'đều có hạn';
  return dated === 0 ? 'đều chưa có hạn' : `${dated} việc có hạn`;
};

/** "Cần xác định trước khi lưu: phiếu 3 (hạn), phiếu 7 (đơn vị chủ trì)." */
const toDecide = (draft: Draft, open: readonly DraftItem[]): string | null => {
  const undecided = open.filter((item) => !isReadyToSave(item));
  if (undecided.length === 0) return null;
  const named = undecided.map((item) => `phiếu ${positionOf(draft, item)} (${whatToDecide(item)})`);
  return `Cần xác định trước khi lưu: ${named.join(', ')}.`;
};

const whatToDecide = (item: DraftItem): string => {
  const open = [
    ...(hasLead(item) ? [] : ['đơn vị chủ trì']),
    ...(item.deadlineQuestion === null ? [] : ['hạn']),
    ...(item.duplicateOf == null ? [] : [`trùng việc ${item.duplicateOf.taskNumber}`]),
  ];
  return open.length === 0 ? 'nội dung' : open.join(', ');
};

/** "Đã lưu 8 việc (23–30), bỏ 2." */
const decided = (draft: Draft): string | null => {
  const saved = draft.items.filter((item) => item.state === 'saved');
  const discarded = draft.items.filter((item) => item.state === 'discarded').length;
  if (saved.length + discarded === 0) return null;
  const numbers = saved.flatMap((item) => item.taskNumber ?? []);
  const parts = [
    ...(saved.length === 0 ? [] : [savedWords(numbers, saved.length)]),
    ...(discarded === 0 ? [] : [saved.length === 0 ? `đã bỏ ${discarded} việc` : `bỏ ${discarded}`]),
  ];
  return `${capitalize(parts.join(', '))}.`;
};

/** "đã lưu 8 việc (23–30)", "đã lưu việc 23" */
const savedWords = (numbers: readonly number[], count: number): string =>
  count === 1 && numbers.length === 1
    ? `đã lưu việc ${numberList(numbers)}`
    : `đã lưu ${count} việc (${numberList(numbers)})`;

/** "3" among the tasks, or among the standing orders, of the draft. */
const positionOf = (draft: Draft, item: DraftItem): number =>
  siblingsOf(draft, item).findIndex(({ index }) => index === item.index) + 1;

const siblingsOf = (draft: Draft, item: DraftItem): readonly DraftItem[] =>
  draft.items.filter((other) => (other.kind === 'standing') === (item.kind === 'standing'));

type PlanFacts = Pick<Extract<Notification, { kind: 'draft_card' }>, 'unknownYears' | 'isPressedDaily'>;

/** One task of a draft, as it would be saved; once decided, what became of it. */
export const draftCard = (
  draft: Draft,
  item: DraftItem,
  reminders: readonly PlannedReminder[],
  { unknownYears, isPressedDaily }: PlanFacts = { unknownYears: [], isPressedDaily: true },
): FormattedMessage => {
  if (item.state !== 'open') return decidedCard(draft, item, unknownYears);
  const today = localDateOf(draft.lastPartAt);
  return message(
    paragraphs(
      lines(bold(cardHeading(draft, item)), contentInFull(item.content)),
      lines(
        item.lead.length === 0 ? 'Chủ trì: chưa rõ đơn vị nào' : unitsField('Chủ trì', item.lead),
        unitsField('Phối hợp', item.coordinating),
        field('Giao đích danh', item.director === null ? null : shorten(item.director, 100)),
        field('Nơi nhận kết quả', item.recipient === null ? null : shorten(item.recipient, 100)),
        ...deadlineLines(item),
        field('Mức độ', item.urgency === null ? null : clean(item.urgency)),
        item.duplicateOf == null ? remindersLine(item, reminders, isPressedDaily) : null,
        unknownYearsLine(unknownYears),
        writtenBy(draft),
      ),
      duplicate(draft, item),
      questions(item),
      missing(item),
      // Whether it is to be saved at all comes first; the plan is for whoever looks further.
      item.duplicateOf == null ? null : folded(remindersLine(item, reminders, isPressedDaily) ?? ''),
      quotation(draft, item),
    ),
    draftCardKeyboard(draft, item, today),
  );
};

/** "Theo tin của Trần Văn B, 08h30 thứ Năm, 10/4", with the message where Telegram has a link to it. */
const writtenBy = (draft: Draft): FormattedString | null => {
  const origin = draft.parts[0]?.origin;
  if (origin === undefined || origin.author === null) return null;
  const { author, writtenAt, source } = origin;
  const words = `Theo tin của ${shorten(author, 60)}, ${clockTime(writtenAt, localDateOf(draft.createdAt))}`;
  const url = source === null ? null : messageLink(source, source.messageId);
  return url === null ? lines(words) : FormattedString.link(words, url);
};

/** The deadline and, in italics, how it was read, unless the text names the very day; what follows from it is said once. */
const deadlineLines = ({ deadline, explanation }: DraftItem): (FormattedString | string | null)[] => {
  if (explanation === null || (deadline !== null && isReadAsWritten(deadline)))
    return [field('Hạn', deadlineText(deadline))];
  const last = deadline?.lastOkWorkday ?? null;
  const isLastDaySaid = last !== null && explanation.includes(dayAndMonth(last));
  return [
    field('Hạn', isLastDaySaid ? deadlineAsWritten(deadline) : deadlineText(deadline)),
    italic(clean(explanation)),
  ];
};

const FULL_DATE =
  /(?<!\d)(?<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?<month>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?<year>\d{4})(?!\d)/gu;

/** True where there was nothing to work out: the one date of the quotation, year and all, is the deadline's, or it has none. */
const isReadAsWritten = ({ raw, due, rrule, condition }: Deadline): boolean => {
  if (due === null) return condition !== null;
  const dates = [...raw.matchAll(FULL_DATE)].map(({ groups }) => groups);
  const [date] = dates;
  if (rrule !== null || dates.length !== 1 || date === undefined) return false;
  const { day, month, year } = dateParts(dateOf(due));
  return Number(date.day) === day && Number(date.month) === month && Number(date.year) === year;
};

const cardHeading = (draft: Draft, item: DraftItem): string => {
  const name = item.kind === 'standing' ? 'Chỉ đạo chung' : 'Phiếu';
  const section = item.item === null ? '' : ` · mục ${item.item}`;
  return `📋 ${name} ${positionOf(draft, item)}/${siblingsOf(draft, item).length}${section}`;
};

const decidedCard = (draft: Draft, item: DraftItem, unknownYears: readonly number[]): FormattedMessage => {
  const content = capitalize(shorten(item.content, LONGEST_SAVED_CONTENT));
  if (item.state === 'discarded') {
    return message(lines(bold(`Đã bỏ phiếu ${positionOf(draft, item)}`), content));
  }
  return message(
    lines(
      bold(item.taskNumber === null ? '✅ Đã lưu' : `✅ Đã lưu: việc ${item.taskNumber}`),
      content,
      unitsField('Chủ trì', item.lead),
      unitsField('Phối hợp', item.coordinating),
      field('Hạn', deadlineText(item.deadline)),
      unknownYearsLine(unknownYears),
    ),
  );
};

/** More units than this are counted, and their names folded. */
const MOST_UNITS_IN_SIGHT = 8;

/** "Chủ trì: Phòng A, Phòng B"; of many units the number, those that nobody knows, and all names in a fold. */
const unitsField = (name: string, units: readonly DraftUnit[]): FormattedString | string | null => {
  if (units.length <= MOST_UNITS_IN_SIGHT) return field(name, names(units));
  const unknown = names(units.filter(({ unitId }) => unitId === null));
  return lines(
    `${name}: ${units.length} đơn vị${unknown === null ? '' : `, trong đó ${unknown}`}`,
    folded(names(units) ?? ''),
  );
};

const names = (units: readonly DraftUnit[]): string | null =>
  units
    .map(({ unitId, mention }) =>
      unitId === null ? `${shorten(mention, 60)} (chưa có trong danh sách đơn vị)` : mention,
    )
    .join(', ') || null;

/** "Nhắc: thứ Ba, 15/4; thứ Sáu, 18/4 (ngày cuối); 15h00 cùng ngày; sau đó mỗi sáng làm việc nếu quá hạn" */
const remindersLine = (
  item: DraftItem,
  reminders: readonly PlannedReminder[],
  isPressedDaily: boolean,
): string | null => {
  if (item.deadline?.due == null) return null;
  const first = reminders[0];
  if (first === undefined) return 'Nhắc: không còn mốc nhắc nào';
  const today = localDateOf(first.fireAt);
  const inTime = reminders.filter(({ rung }) => rung !== 'overdue');
  const before = inTime.map((each, index) => reminderTime(each, inTime[index - 1] ?? null, today));
  const overdue = reminders.find(({ rung }) => rung === 'overdue');
  if (overdue === undefined) return `Nhắc: ${before.join('; ')}`;
  const then = isPressedDaily ? 'mỗi sáng làm việc nếu quá hạn' : 'nhắc lại nếu quá hạn';
  return before.length === 0
    ? `Nhắc: ${then}, từ ${weekdayDate(localDateOf(overdue.fireAt), today)}`
    : `Nhắc: ${before.join('; ')}; sau đó ${then}`;
};

/** The day, with the hour where that is not the usual one or the day has been named. */
const reminderTime = (
  { rung, fireAt }: PlannedReminder,
  previous: PlannedReminder | null,
  today: LocalDate,
): string => {
  const day = localDateOf(fireAt);
  if (previous !== null && localDateOf(previous.fireAt) === day)
    return `${hour(timeOfDayOf(fireAt))} cùng ngày`;
  // An hour may lie on a day off; any other reminder lies on a working day, also on a Saturday.
  if (rung.startsWith('hours-')) return `${hour(timeOfDayOf(fireAt))} ${weekdayDate(day, today)}`;
  return `${reminderDay(day, today)}${rung === 'on-day' ? ' (ngày cuối)' : ''}`;
};

const LONGEST_DUPLICATE = 160;

/** The work that is given already, beside what would be given once more; in a group its number alone, as it may be of a unit that is not there. */
const duplicate = ({ chatId }: Draft, { duplicateOf }: DraftItem): FormattedString | null => {
  if (duplicateOf == null) return null;
  const { taskNumber, isCertain, content, unit, deadline } = duplicateOf;
  const due = deadline?.due == null ? deadlineAsWritten(deadline) : `hạn ${deadlineAsWritten(deadline)}`;
  return lines(
    bold(
      isCertain
        ? `Trùng việc ${taskNumber}: cùng văn bản, cùng mục`
        : `Có thể trùng việc ${taskNumber} đang mở`,
    ),
    chatId < 0 ? null : `${capitalize(shorten(content, LONGEST_DUPLICATE))} · ${unit}, ${due}`,
  );
};

const MISSING: Readonly<Record<Missing, string>> = {
  lead: 'đơn vị chủ trì',
  deadline: 'thời hạn',
  product: 'sản phẩm',
};

/** "Theo “5 rõ” còn thiếu: thời hạn, sản phẩm."; not what the questions above ask for anyway. */
const missing = (item: DraftItem): string | null => {
  const isLeadAsked = item.questions.some((question) => question !== item.deadlineQuestion);
  const found = missingOf(item).filter((each) => each !== 'lead' || !isLeadAsked);
  return found.length === 0
    ? null
    : `Theo “5 rõ” còn thiếu: ${found.map((each) => MISSING[each]).join(', ')}.`;
};

const questions = (item: DraftItem): FormattedString | null =>
  item.questions.length === 0
    ? null
    : lines(bold('Cần xác định trước khi lưu'), ...item.questions.map((question) => clean(question)));

/** The words of the document, where the content is not simply these words. */
const quotation = (draft: Draft, item: DraftItem): FormattedString | null => {
  const quote = clean(item.quote);
  const isNew = draft.document !== null && quote !== clean(item.content);
  return isNew ? folded(`Nguyên văn: ${quote}`) : null;
};
