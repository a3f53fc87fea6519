import type { FormattedString } from '@grammyjs/parse-mode';
import type { OverdueOption } from '../../application/answering/overdue.ts';
import type { OverdueAnswer, OverdueLine, OverdueOverview } from '../../domain/answers.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { OverdueAge, OverdueChoice, OverdueView } from '../../domain/overdue-view.ts';
import { LONG_OVERDUE_DAYS } from '../../domain/overdue-view.ts';
import type { Unit } from '../../domain/unit.ts';
import { pageKeyboard } from '../keyboards/keyboards.ts';
import { nameOf, overdueKeyboard, overdueOptionsKeyboard, withNumbers } from '../keyboards/list-keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { taskLine } from './card.ts';
import { bold, lines, list, paragraphs, shorten } from './compose.ts';
import type { Section } from './compose.ts';
import { clockTime } from './dates.ts';
import { overdueBy, shortDeadline } from './deadline.ts';
import { overdueTable } from './overdue-table.ts';
import { lastReportText } from './status.ts';

/** "What is overdue?" for a leader: facts by unit, oldest first. */
export const overdueAnswer = (answer: OverdueOverview): FormattedMessage => {
  const { at, taskCount, unitCount, view, longCount } = answer;
  const whose = whoseWords(answer);
  const which = ageWords(view.age);
  const narrowed = narrowedLine(answer);
  if (taskCount === 0)
    return message(
      lines(`Đến ${clockTime(at)}: ${whose}không có việc quá hạn${which}.`, narrowed),
      overdueKeyboard(answer),
    );
  const long =
    view.age === 'any' && longCount > 0 ? `, ${longCount} việc trên ${LONG_OVERDUE_DAYS} ngày` : '';
  const count = (unit: Unit): string => `${unit.shortName} (${answer.countByUnit.get(unit.id) ?? 0})`;
  const heading = `Quá hạn${which} đến ${clockTime(at)}: ${whose === '' ? '' : `${whose}có `}${taskCount} việc, ${unitCount} đơn vị${long}${pageNote(answer)}`;
  const plain = message(
    paragraphs(
      lines(bold(heading), narrowed),
      view.order === 'unit'
        ? list(...byUnit(answer, count))
        : list({
            heading: null,
            entries: answer.lines.map((line) => overdueLines(line, localDateOf(at), true)),
          }),
      'Bấm số để xem từng việc.',
    ),
    overdueKeyboard(answer),
  );
  if (view.form === 'lines') return plain;
  return { ...plain, rich: overdueTable(answer, narrowed === null ? heading : `${heading}. ${narrowed}`) };
};

/** What is narrowed to a unit, a person or a document says so in a line of its own. */
const whoseWords = ({ view, narrowed }: OverdueOverview): string => {
  if (view.scope === 'charge') return 'các đơn vị phụ trách ';
  return narrowed === null ? 'toàn Sở ' : '';
};

const ageWords = (age: OverdueAge): string => {
  switch (age) {
    case 'any':
      return '';
    case 'recent':
      return ` không quá ${LONG_OVERDUE_DAYS} ngày`;
    case 'long':
      return ` trên ${LONG_OVERDUE_DAYS} ngày`;
  }
};

const narrowedLine = ({ narrowed }: OverdueOverview): string | null => {
  switch (narrowed?.by) {
    case undefined:
      return null;
    case 'unit':
      return `Lọc theo đơn vị: ${nameOf(narrowed)}`;
    case 'deputy':
      return `Lọc theo lãnh đạo phụ trách: ${nameOf(narrowed)}`;
    case 'document':
      return `Lọc theo văn bản: ${nameOf(narrowed)}`;
  }
};

/** Asks what the list is to be narrowed to. */
export const overdueChoices = (
  view: OverdueView,
  by: OverdueChoice['by'],
  options: readonly OverdueOption[],
): FormattedMessage =>
  message(options.length === 0 ? NOTHING_TO_CHOOSE[by] : CHOOSE[by], overdueOptionsKeyboard(view, options));

const CHOOSE: Readonly<Record<OverdueChoice['by'], string>> = {
  unit: 'Xem việc quá hạn của đơn vị nào?',
  deputy: 'Xem việc quá hạn của các đơn vị do ai phụ trách?',
  document: 'Xem việc quá hạn của văn bản nào?',
};

const NOTHING_TO_CHOOSE: Readonly<Record<OverdueChoice['by'], string>> = {
  unit: 'Không có đơn vị nào có việc quá hạn.',
  deputy: 'Không có lãnh đạo phụ trách nào có việc quá hạn.',
  document: 'Các việc quá hạn không gắn với văn bản nào.',
};

/** /quahan with words behind it that name no unit. */
export const overdueUnknownUnit = (typed: string): FormattedMessage =>
  message(
    `Không rõ đơn vị “${shorten(typed, 60)}”. Gõ /quahan để xem tất cả, hoặc kèm tên đơn vị, ví dụ /quahan QLCN.`,
  );

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
      'Bấm số để xem từng việc và báo tình hình.',
    ),
    withNumbers(
      pageKeyboard({ kind: 'overdue_page' }, answer, taskCount),
      answer.lines.map(({ view }) => view),
    ),
  );
};

const pageNote = ({ taskCount, pageSize, offset, lines: shown }: OverdueAnswer): string =>
  taskCount > pageSize ? ` (${offset + 1}–${offset + shown.length})` : '';

const overdueLines = (
  { view, workingDaysOverdue }: OverdueLine,
  today: LocalDate,
  namesUnit = false,
): FormattedString =>
  lines(
    taskLine(view),
    `${namesUnit ? `${view.unit.shortName}, ` : ''}${shortDeadline(view.deadline, today)}, ${overdueBy(workingDaysOverdue)}; ${lastReportText(view, today)}`,
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
