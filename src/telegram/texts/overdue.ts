import type { FormattedString } from '@grammyjs/parse-mode';
import type { OverdueAnswer, OverdueLine } from '../../domain/answers.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Unit } from '../../domain/unit.ts';
import { pageKeyboard } from '../keyboards.ts';
import { message } from '../message.ts';
import type { FormattedMessage } from '../message.ts';
import { taskLine } from './card.ts';
import { bold, lines, list, paragraphs } from './compose.ts';
import type { Section } from './compose.ts';
import { clockTime } from './dates.ts';
import { overdueBy, shortDeadline } from './deadline.ts';
import { lastReportText } from './status.ts';

/** "What is overdue?" for a leader: facts by unit, oldest first. */
export const overdueAnswer = (answer: OverdueAnswer): FormattedMessage => {
  const { at, taskCount, unitCount } = answer;
  if (taskCount === 0) return message(`Đến ${clockTime(at)}: không có việc quá hạn.`);
  return message(
    paragraphs(
      bold(`Quá hạn đến ${clockTime(at)}: ${taskCount} việc, ${unitCount} đơn vị${pageNote(answer)}`),
      list(...byUnit(answer, (unit) => `${unit.shortName} (${answer.countByUnit.get(unit.id) ?? 0})`)),
    ),
    pageKeyboard({ kind: 'overdue_page' }, answer, taskCount),
  );
};

/** The same for units that see only their own tasks. */
export const ownOverdueAnswer = (answer: OverdueAnswer, units: readonly Unit[]): FormattedMessage => {
  const { at, taskCount } = answer;
  if (taskCount === 0) {
    const names = units.map((unit) => unit.shortName).join(', ');
    return message(`Đến ${clockTime(at)}: ${names === '' ? '' : `${names} `}không có việc quá hạn.`);
  }
  return message(
    paragraphs(
      bold(`Quá hạn đến ${clockTime(at)}: ${taskCount} việc${pageNote(answer)}`),
      list(...byUnit(answer, (unit) => unit.shortName)),
      `Gõ /viec và số việc để xem chi tiết và báo tình hình, ví dụ: /viec ${answer.lines[0]?.view.task.number ?? 1}`,
    ),
    pageKeyboard({ kind: 'overdue_page' }, answer, taskCount),
  );
};

const pageNote = ({ taskCount, pageSize, offset, lines: shown }: OverdueAnswer): string =>
  taskCount > pageSize ? ` (${offset + 1}–${offset + shown.length})` : '';

const overdueLines = ({ view, workingDaysOverdue }: OverdueLine, today: LocalDate): FormattedString =>
  lines(
    taskLine(view),
    `${shortDeadline(view.deadline, today)}, ${overdueBy(workingDaysOverdue)}; ${lastReportText(view, today)}`,
  );

/** The lines in their order, in runs of one unit. */
const byUnit = (answer: OverdueAnswer, heading: (unit: Unit) => string): readonly Section[] => {
  const today = localDateOf(answer.at);
  const sections: { unit: Unit; heading: string; entries: FormattedString[] }[] = [];
  for (const line of answer.lines) {
    const { unit } = line.view;
    const last = sections.at(-1);
    if (last?.unit.id === unit.id) last.entries.push(overdueLines(line, today));
    else sections.push({ unit, heading: heading(unit), entries: [overdueLines(line, today)] });
  }
  return sections;
};
