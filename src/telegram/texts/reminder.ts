import type { FormattedString } from '@grammyjs/parse-mode';
import type { LocalDate } from '../../domain/local-time.ts';
import type { ReminderLine } from '../../domain/notification.ts';
import { severalTasksKeyboard, taskKeyboard } from '../keyboards.ts';
import { message } from '../message.ts';
import type { FormattedMessage } from '../message.ts';
import { contentInFull, taskFields, taskHeading, taskLine } from './card.ts';
import { bold, capitalize, lines, paragraphs } from './compose.ts';
import { dayAndMonth, weekdayName } from './dates.ts';
import { overdueBy, timeLeft } from './deadline.ts';
import { lastReportText, timeWords } from './status.ts';

/** One task that needs attention, or several in one message; all of one chat. */
export const reminder = (today: LocalDate, tasks: readonly ReminderLine[]): FormattedMessage => {
  const [first] = tasks;
  return tasks.length === 1 && first ? oneTask(today, first) : severalTasks(today, tasks);
};

const dayHeading = (today: LocalDate): string =>
  `⏰ ${capitalize(weekdayName(today))}, ${dayAndMonth(today)}`;

const oneTask = (today: LocalDate, line: ReminderLine): FormattedMessage => {
  const { view } = line;
  return message(
    paragraphs(
      bold(
        `${dayHeading(today)}. Việc ${view.task.number} của ${view.unit.shortName} ${situation(line, today)}.`,
      ),
      lines(taskHeading(view), contentInFull(view.task.content)),
      lines(taskFields(view), `Báo cáo gần nhất: ${lastReportText(view, today)}`),
      'Trả lời tin này hoặc bấm nút để báo tình hình.',
    ),
    taskKeyboard(view),
  );
};

const situation = ({ view, workingDaysLeft, workingDaysOverdue }: ReminderLine, today: LocalDate): string => {
  if (workingDaysOverdue !== null) return overdueBy(workingDaysOverdue);
  if (workingDaysLeft === null) return 'đang theo dõi';
  return workingDaysLeft === 0
    ? `đến hạn, ${timeLeft(view.deadline, 0, today)}`
    : timeLeft(view.deadline, workingDaysLeft, today);
};

const GROUPS: readonly { readonly name: string; readonly holds: (line: ReminderLine) => boolean }[] = [
  {
    name: 'Hôm nay đến hạn',
    holds: (line) => line.workingDaysOverdue === null && line.workingDaysLeft === 0,
  },
  { name: 'Sắp đến hạn', holds: (line) => line.workingDaysOverdue === null && line.workingDaysLeft !== 0 },
  { name: 'Quá hạn', holds: (line) => line.workingDaysOverdue !== null },
];

const severalTasks = (today: LocalDate, tasks: readonly ReminderLine[]): FormattedMessage => {
  const units = [...new Set(tasks.map(({ view }) => view.unit.shortName))];
  const groups = GROUPS.map(({ name, holds }) => ({ name, tasks: tasks.filter(holds) })).filter(
    (group) => group.tasks.length > 0,
  );
  const numbers = tasks.map(({ view }) => view.task.number);
  return message(
    paragraphs(
      bold(`${dayHeading(today)}. ${units.join(', ')} có ${tasks.length} việc cần báo cáo tình hình.`),
      ...groups.map((group) =>
        lines(bold(group.name), ...group.tasks.map((line) => taskLines(line, today, units.length > 1))),
      ),
      `Trả lời “${numbers[0] ?? 1} xong”, “${numbers[1] ?? 2} đang làm 60%” hoặc bấm nút.`,
    ),
    severalTasksKeyboard(tasks.map(({ view }) => view)),
  );
};

const taskLines = (line: ReminderLine, today: LocalDate, namesUnit: boolean): FormattedString =>
  lines(
    taskLine(line.view),
    `${namesUnit ? `${line.view.unit.shortName}, ` : ''}${timeWords(line, today)}; ${lastReportText(line.view, today)}`,
  );
