import type { FormattedString } from '@grammyjs/parse-mode';
import type { LocalDate } from '../../domain/local-time.ts';
import { dateOf, timeOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import { severalTasksKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentInFull, field, taskFields, taskLine } from './card.ts';
import { bold, capitalize, lines, list, paragraphs } from './compose.ts';
import { hour, reminderDay, shortMoment, weekdayDate } from './dates.ts';
import { dueToday, overdueBy, shortDeadline, timeLeft } from './deadline.ts';
import { originOf } from './document.ts';
import { tellingAhead } from './escalation.ts';
import { lastReportLine, lastReportText, timeWords } from './status.ts';

/** One task that needs attention, or several in one message; all of one chat. */
export const reminder = (
  today: LocalDate,
  tasks: readonly ReminderLine[],
  newlyAssigned: readonly AssignmentView[],
  isForThisHour: boolean,
): FormattedMessage => {
  const [first] = tasks;
  // Outside the hours of the office it may be a day off, also on a Saturday.
  const day = isForThisHour ? weekdayDate(today, today) : reminderDay(today, today);
  const heading = `⏰ ${capitalize(day)}`;
  return tasks.length === 1 && first && newlyAssigned.length === 0
    ? oneTask(heading, today, first)
    : severalTasks(heading, today, tasks, newlyAssigned);
};

const oneTask = (heading: string, today: LocalDate, line: ReminderLine): FormattedMessage => {
  const { view } = line;
  return message(
    paragraphs(
      bold(`${heading}. Việc ${view.task.number} của ${view.unit.shortName} ${situation(line, today)}.`),
      contentInFull(view.task.content),
      lines(
        taskFields(view),
        field('Văn bản', originOf(view.document, view.task.item)),
        lastReportLine(view, today),
        ...changesSince(line, today).map(capitalize),
      ),
      lines(
        'Trả lời tin này hoặc bấm nút để báo tình hình.',
        line.nextStep ? tellingAhead(line.nextStep, today) : null,
      ),
    ),
    taskKeyboard(view),
  );
};

const situation = (line: ReminderLine, today: LocalDate): string => {
  const { view, workingDaysLeft, workingDaysOverdue } = line;
  if (workingDaysOverdue !== null) return overdueBy(workingDaysOverdue);
  const lastOk = view.deadline?.lastOk ?? null;
  const time = lastOk === null || dateOf(lastOk) !== today ? null : timeOf(lastOk);
  if (time !== null) return `đến hạn lúc ${hour(time)} hôm nay`;
  if (workingDaysLeft === null) return 'đang theo dõi';
  return workingDaysLeft === 0 ? dueToday(view.deadline) : timeLeft(view.deadline, workingDaysLeft, today);
};

const isDueOn = ({ view, workingDaysLeft, workingDaysOverdue }: ReminderLine, today: LocalDate): boolean =>
  workingDaysOverdue === null &&
  (workingDaysLeft === 0 || (view.deadline?.lastOk != null && dateOf(view.deadline.lastOk) === today));

const GROUPS: readonly {
  readonly name: string;
  readonly holds: (line: ReminderLine, today: LocalDate) => boolean;
}[] = [
  { name: 'đến hạn hôm nay', holds: isDueOn },
  {
    name: 'sắp đến hạn',
    holds: (line, today) => line.workingDaysOverdue === null && !isDueOn(line, today),
  },
  { name: 'quá hạn', holds: (line) => line.workingDaysOverdue !== null },
];

const severalTasks = (
  heading: string,
  today: LocalDate,
  tasks: readonly ReminderLine[],
  newlyAssigned: readonly AssignmentView[],
): FormattedMessage => {
  const units = [
    ...new Set([...tasks.map(({ view }) => view), ...newlyAssigned].map(({ unit }) => unit.shortName)),
  ];
  const groups = GROUPS.map(({ name, holds }) => ({
    name,
    tasks: tasks.filter((line) => holds(line, today)),
  })).filter((group) => group.tasks.length > 0);
  const keyboard = severalTasksKeyboard(tasks.map(({ view }) => view));
  const numbers = [...tasks.map(({ view }) => view), ...newlyAssigned].map(({ task }) => task.number);
  return message(
    paragraphs(
      bold(`${heading}. ${units.join(', ')} có ${counted(groups)}${alsoNew(newlyAssigned)}.`),
      list(
        ...groups.map((group) => ({
          heading: groups.length > 1 || newlyAssigned.length > 0 ? capitalize(group.name) : null,
          entries: group.tasks.map((line) => taskLines(line, today, units.length > 1)),
        })),
        ...(newlyAssigned.length === 0
          ? []
          : [
              {
                heading: 'Mới giao',
                entries: newlyAssigned.map((view) => newLines(view, today, units.length > 1)),
              },
            ]),
      ),
      lines(...tellingsAhead(tasks, today)),
      `Trả lời “${numbers[0] ?? 1} xong”, “${numbers[1] ?? numbers[0] ?? 1} đang làm 60%”${keyboard === null ? '' : ' hoặc bấm nút'}.`,
    ),
    keyboard,
  );
};

/** "2 việc sắp đến hạn", "3 việc: 1 đến hạn hôm nay, 2 quá hạn" */
const counted = (
  groups: readonly { readonly name: string; readonly tasks: readonly unknown[] }[],
): string => {
  const [first] = groups;
  if (groups.length === 1 && first) return `${first.tasks.length} việc ${first.name}`;
  const total = groups.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return `${total} việc: ${groups.map(({ name, tasks }) => `${tasks.length} ${name}`).join(', ')}`;
};

const taskLines = (line: ReminderLine, today: LocalDate, namesUnit: boolean): FormattedString =>
  lines(
    taskLine(line.view),
    [
      `${namesUnit ? `${line.view.unit.shortName}, ` : ''}${timeWords(line, today)}`,
      lastReportText(line.view, today),
      ...changesSince(line, today),
    ].join('; '),
  );

const newLines = (view: AssignmentView, today: LocalDate, namesUnit: boolean): FormattedString =>
  lines(
    taskLine(view),
    [
      ...(namesUnit ? [view.unit.shortName] : []),
      ...(view.assignment.role === 'coordinating' ? ['phối hợp'] : []),
      shortDeadline(view.deadline, today),
    ].join(', '),
  );

const alsoNew = (newlyAssigned: readonly AssignmentView[]): string =>
  newlyAssigned.length === 0 ? '' : `; ${newlyAssigned.length} việc mới giao`;

/** What others decided since the morning before: "mới được gia hạn từ 15/4 đến 18/4". */
const changesSince = ({ view, changes = [] }: ReminderLine, today: LocalDate): string[] => {
  // The answer to a request that was the last thing heard is said with it, and so is a return.
  const isSaid = view.lastReport?.kind === 'extension_requested';
  return changes.flatMap((change) => {
    if (change.kind === 'returned' || isSaid) return [];
    if (change.kind === 'extension_refused') return ['đề nghị gia hạn không được đồng ý'];
    const from = change.oldDue === null ? '' : ` từ ${shortMoment(change.oldDue, today)}`;
    const to = change.newDue === null ? '' : ` đến ${shortMoment(change.newDue, today)}`;
    return [`mới được gia hạn${from}${to}`];
  });
};

/** Who is told next, in one sentence for all tasks of which it is the same. */
const tellingsAhead = (tasks: readonly ReminderLine[], today: LocalDate): string[] => {
  const near = tasks.filter(({ nextStep }) => nextStep != null);
  const groups = Map.groupBy(near, ({ nextStep }) => `${nextStep?.on ?? ''} ${nextStep?.step ?? ''}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first?.nextStep == null) return [];
    return [
      tellingAhead(
        first.nextStep,
        today,
        [first, ...others].map(({ view }) => view.task.number),
      ),
    ];
  });
};
