// The lists that people get of the bot's own accord, each in private.
import type { FormattedString } from '@grammyjs/parse-mode';
import type { FourCells } from '../../domain/four-cells.ts';
import { NO_CELLS, addCells } from '../../domain/four-cells.ts';
import { addDays, localDateOf } from '../../domain/local-time.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type {
  DeputyWeek,
  Digest,
  DirectorWeek,
  Excerpt,
  SecretaryDay,
  UndatedWeek,
  Undelivered,
} from '../../domain/digest-view.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import { setDeadlineKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, taskLine } from './card.ts';
import { bold, capitalize, lines, list, listBelow, numberList, paragraphs, shorten } from './compose.ts';
import type { Section } from './compose.ts';
import { dayAndMonth, reminderDay, shortDate, weekdayDate } from './dates.ts';
import { deadlineText } from './deadline.ts';
import { messageName } from './delivery.ts';
import { documentName } from './document.ts';
import { lastReportText, timeWords } from './status.ts';

const LONGEST_NAMED = 60;
const MOST_NAMED = 5;

export const digestText = (digest: Digest): FormattedMessage => {
  switch (digest.kind) {
    case 'deputy_week':
      return deputyWeek(digest);
    case 'director_week':
      return directorWeek(digest);
    case 'secretary_day':
      return secretaryDay(digest);
    case 'undated_week':
      return undatedWeek(digest);
  }
};

/** What is left out where there is none of it: "3 việc quá hạn, 1 việc đang vướng". */
const counted = (parts: readonly (readonly [count: number, what: string])[]): string =>
  parts.flatMap(([count, what]) => (count === 0 ? [] : `${count} ${what}`)).join(', ');

/** A part of a list under its heading, with the number of entries it has in all. */
const section = (
  name: string,
  { total, lines: shown }: Excerpt,
  entry: (line: ReminderLine) => FormattedString,
): readonly Section[] => {
  if (total === 0) return [];
  const more = total - shown.length;
  const rest = more > 0 ? [lines(`… và ${more} việc khác`)] : [];
  return [{ heading: `${name} (${total})`, entries: [...shown.map(entry), ...rest] }];
};

const entryOn =
  (today: LocalDate) =>
  (line: ReminderLine): FormattedString =>
    lines(
      taskLine(line.view),
      `${line.view.unit.shortName}, ${timeWords(line, today)}; ${lastReportText(line.view, today)}`,
    );

/** The same, but what has stood in an earlier section of the list is only named again. */
const entryOnceOn = (today: LocalDate) => {
  const entry = entryOn(today);
  const said = new Set<string>();
  return (line: ReminderLine): FormattedString => {
    const { assignment, task } = line.view;
    if (said.has(assignment.id)) return lines(`Việc ${task.number}: đã nêu ở trên`);
    said.add(assignment.id);
    return entry(line);
  };
};

const stretch = (from: LocalDate, to: LocalDate): string =>
  from === to
    ? capitalize(reminderDay(from, from))
    : `Từ ${weekdayDate(from, from)} đến ${reminderDay(to, from)}`;

const deputyWeek = (week: DeputyWeek): FormattedMessage => {
  const { today, until, openCount, overdue, due, extensions, submitted, blocked } = week;
  const what = counted([
    [overdue.total, 'việc quá hạn'],
    [due.total, 'việc đến hạn'],
    [extensions.total, 'đề nghị gia hạn chờ ý kiến'],
    [submitted.total, 'việc chờ xác nhận hoàn thành'],
    [blocked.total, 'việc đang vướng'],
  ]);
  const when = stretch(today, until);
  if (what === '') {
    return message(
      `${when}: các đơn vị đồng chí phụ trách chưa có việc nào đến hạn, quá hạn hay chờ ý kiến; ${openCount} việc đang thực hiện.`,
    );
  }
  const entry = entryOnceOn(today);
  return message(
    paragraphs(
      bold(`📋 ${when}, các đơn vị đồng chí phụ trách có ${what}.`),
      list(
        ...section('Quá hạn', overdue, entry),
        ...section('Chờ ý kiến về gia hạn', extensions, entry),
        ...section('Chờ xác nhận hoàn thành', submitted, entry),
        ...section('Đang vướng', blocked, entry),
        ...section('Đến hạn', due, entry),
      ),
      'Gõ /viec và số việc để xem chi tiết, /quahan để xem việc quá hạn.',
    ),
  );
};

/** What is counted for the whole agency stands above the list. */
const LINES_ABOVE_UNITS = 4;

const directorWeek = ({ today, since, units, escalated, extensions }: DirectorWeek): FormattedMessage => {
  const entry = entryOnceOn(today);
  const total = units.reduce((sum, { cells }) => addCells(sum, cells), NO_CELLS);
  return message(
    paragraphs(
      bold(`📋 Tổng hợp tuần, ${weekdayDate(today, today)}`),
      lines(
        `Hoàn thành từ ${shortDate(since, today)}: ${total.doneInTime} đúng hạn, ${total.doneLate} quá hạn`,
        `Đang thực hiện: ${total.openInTime} trong hạn, ${total.openLate} quá hạn${total.undated === 0 ? '' : `, ${total.undated} chưa có hạn`}`,
        total.submitted === 0 ? null : `Đã báo xong hoặc đã trình, chờ xác nhận: ${total.submitted}`,
      ),
      listBelow(
        LINES_ABOVE_UNITS,
        ...section('Chờ ý kiến về gia hạn', extensions, entry),
        ...section('Quá hạn, đã nhắc các cấp mà chưa có báo cáo', escalated, entry),
        {
          heading: 'Theo đơn vị',
          entries: units.map(({ unit, cells }) =>
            lines(`${unit?.shortName ?? 'Đơn vị trước đây'}: ${cellWords(cells)}`),
          ),
        },
      ),
    ),
  );
};

/** "hoàn thành 4 (1 quá hạn), đang thực hiện 6 (2 quá hạn, 1 chưa có hạn), chờ xác nhận 1" */
export const cellWords = (cells: FourCells): string => {
  const done = cells.doneInTime + cells.doneLate;
  const open = cells.openInTime + cells.openLate + cells.undated;
  const part = (name: string, count: number, ...of: Parameters<typeof counted>[0]): string => {
    const details = counted(of);
    return `${name} ${count}${details === '' ? '' : ` (${details})`}`;
  };
  return [
    ...(done === 0 ? [] : [part('hoàn thành', done, [cells.doneLate, 'quá hạn'])]),
    ...(open === 0
      ? []
      : [part('đang thực hiện', open, [cells.openLate, 'quá hạn'], [cells.undated, 'chưa có hạn'])]),
    ...(cells.submitted === 0 ? [] : [`chờ xác nhận ${cells.submitted}`]),
  ].join('; ');
};

const secretaryDay = (day: SecretaryDay): FormattedMessage => {
  const { today, transfers, failed, unitsWithoutChat, formerUnits, unreachable, drafts, submitted, undated } =
    day;
  const named = (heading: string, entries: readonly string[]): readonly Section[] => {
    if (entries.length === 0) return [];
    const more = entries.length - MOST_NAMED;
    const rest = more > 0 ? [`… và ${more} mục khác`] : [];
    const shown = [...entries.slice(0, MOST_NAMED), ...rest];
    return [{ heading: `${heading} (${entries.length})`, entries: shown.map((entry) => lines(entry)) }];
  };
  return message(
    paragraphs(
      bold(`📋 ${capitalize(reminderDay(today, today))}: việc cần Văn phòng xử lý`),
      list(
        ...named(
          'Đề nghị chuyển việc, chờ Văn phòng quyết định',
          transfers.map(
            ({ view, toUnit }) =>
              `Việc ${view.task.number} của ${view.unit.shortName}${toUnit === null ? '' : `, cho ${toUnit.shortName}`}`,
          ),
        ),
        ...named('Không gửi được', failed.map(undeliveredLine)),
        ...named(
          'Đơn vị chưa có nơi nhận tin',
          unitsWithoutChat.map(
            (unit) => `${unit.shortName}: mời bot vào nhóm của đơn vị rồi gõ /gan ${unit.code}`,
          ),
        ),
        ...named(
          'Đơn vị không còn hoạt động, còn việc đang mở',
          formerUnits.map(({ unit, taskNumbers }) => `${unit.shortName}: việc ${numberList(taskNumbers)}`),
        ),
        ...named(
          'Nơi bot không gửi được tin',
          unreachable.map((name) => shorten(name, LONGEST_NAMED)),
        ),
        ...named(
          'Phiếu chưa lưu',
          drafts.map(({ draft, openItems }) => `${draftName(draft)}: ${openItems} việc chưa lưu`),
        ),
        ...section('Chờ xác nhận hoàn thành', submitted, (line) =>
          lines(
            taskLine(line.view, LONGEST_NAMED),
            `${line.view.unit.shortName}; ${lastReportText(line.view, today)}`,
          ),
        ),
      ),
      lines(
        submitted.total === 0 ? null : 'Gõ /viec và số việc để xác nhận hoàn thành hoặc trả lại.',
        formerUnits.length === 0 && transfers.length === 0
          ? null
          : `Gõ /chuyen ${formerUnits[0]?.taskNumbers[0] ?? transfers[0]?.view.task.number ?? 1} và tên đơn vị nhận để chuyển việc.`,
        undated === 0 ? null : `${undated} việc mới giao chưa có hạn. Gõ /han để xem và đặt hạn.`,
      ),
    ),
  );
};

const undeliveredLine = ({ what, unit, taskNumbers }: Undelivered): string =>
  `${capitalize(messageName(what))}${taskNumbers.length === 0 ? '' : ` (việc ${numberList(taskNumbers)})`}${unit === null ? '' : ` của ${unit.shortName}`}`;

/** The document, or how the message begins; when it came. */
const draftName = ({ document, parts, createdAt }: SecretaryDay['drafts'][number]['draft']): string =>
  `${document === null ? `“${shorten(parts[0]?.file ?? parts[0]?.text ?? '', LONGEST_NAMED)}”` : documentName(document)} (nhập ${dayAndMonth(localDateOf(createdAt))})`;

/** The tasks without a deadline, also for whoever asks. */
const undatedWeek = ({ today, old, undated }: UndatedWeek): FormattedMessage => {
  const first = undated.lines[0]?.view.task.number ?? 1;
  const views = undated.lines.map(({ view }) => view);
  const keyboard = setDeadlineKeyboard(views);
  const more = undated.total - undated.lines.length;
  return message(
    paragraphs(
      bold(`📋 ${undated.total} việc chưa có hạn${howOld(old, undated.total)}`),
      list({
        heading: null,
        entries: [
          ...views.map((view) => undatedLines(view, today)),
          ...(more > 0 ? [lines(`… và ${more} việc khác`)] : []),
        ],
      }),
      `Trả lời tin này để đặt hạn, ví dụ “${first} hạn ${exampleDay(today)}”${keyboard === null ? '' : ', hoặc bấm nút'}.`,
    ),
    keyboard,
  );
};

const howOld = (old: number, total: number): string => {
  if (old === 0) return '';
  return old === total ? ', đã giao trên 2 tuần' : `, trong đó ${old} việc đã giao trên 2 tuần`;
};

const undatedLines = (view: AssignmentView, today: LocalDate): FormattedString => {
  const waitsFor = view.deadline?.condition ?? null;
  return lines(
    taskLine(view),
    `${view.unit.shortName}, giao ${shortDate(localDateOf(view.task.createdAt), today)}${waitsFor === null ? '' : `, chờ “${shorten(waitsFor, LONGEST_NAMED)}”`}; ${lastReportText(view, today)}`,
  );
};

/** A day that is still to come, as an example. */
export const exampleDay = (today: LocalDate): string => dayAndMonth(addDays(today, 14));

/** To a unit: its task has a deadline now. */
export const deadlineSet = (view: AssignmentView): FormattedMessage =>
  message(
    paragraphs(
      lines(bold(`📋 Hạn của việc ${view.task.number}: ${deadlineText(view.deadline)}`), contentLine(view)),
      view.assignment.role === 'lead'
        ? 'Trả lời tin này hoặc bấm nút để báo tình hình.'
        : `${view.unit.shortName} là đơn vị phối hợp. Trả lời tin này hoặc bấm nút để báo tình hình.`,
    ),
    taskKeyboard(view),
  );
