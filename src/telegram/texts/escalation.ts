// A silence past the deadline, told in private to one after another, and announced to the unit before it is told.
import type { EscalationStep } from '../../domain/escalation.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { addDays } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { EscalationLine, PlannedTelling } from '../../domain/reminder-line.ts';
import { severalTasksKeyboard, showTaskKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentInFull, field, taskFields, taskLine } from './card.ts';
import { bold, capitalize, lines, list, numberList, paragraphs } from './compose.ts';
import { hour, reminderDay, weekdayDate } from './dates.ts';
import { overdueBy } from './deadline.ts';
import { originOf } from './document.ts';
import { lastReportLine, lastReportText, timeWords } from './status.ts';

const RECIPIENTS: Readonly<Record<Exclude<EscalationStep, 'director'>, string>> = {
  head: 'lãnh đạo đơn vị',
  secretary: 'Văn phòng',
  deputy: 'Phó Giám đốc phụ trách',
};

/** "Nếu chưa có báo cáo, ngày mai sẽ báo Phó Giám đốc phụ trách." `tasks`: which ones, where several are spoken of. */
export const tellingAhead = (
  { step, on, at }: PlannedTelling,
  today: LocalDate,
  tasks: readonly number[] = [],
): string => {
  const day = on <= today ? 'hôm nay' : on === addDays(today, 1) ? 'ngày mai' : weekdayDate(on, today);
  // On the day itself people ask until when there is time to answer.
  const moment = on === today && at !== null ? `${hour(at)} hôm nay` : day;
  const which = tasks.length === 0 ? '' : ` việc ${numberList(tasks)}`;
  return step === 'director'
    ? `Nếu chưa có báo cáo, từ ${day}${which === '' ? ' việc này' : which} có trong tổng hợp tuần gửi Giám đốc.`
    : `Nếu chưa có báo cáo, ${moment} sẽ báo ${RECIPIENTS[step]}${which === '' ? '' : ` về${which}`}.`;
};

/** Tasks past their deadline on which nothing has been heard, to whoever comes next. */
export const escalation = (
  step: EscalationStep,
  today: LocalDate,
  tasks: readonly EscalationLine[],
): FormattedMessage => {
  const [first] = tasks;
  return tasks.length === 1 && first ? oneTask(step, today, first) : severalTasks(step, today, tasks);
};

/** What has not been heard: nothing at all, or nothing since the last report. "Đã nhận" is no report. */
const silence = (views: readonly AssignmentView[]): string =>
  views.every(({ lastReport }) => lastReport === null || lastReport.kind === 'acknowledged')
    ? 'chưa có báo cáo'
    : 'chưa có báo cáo mới';

const dayHeading = (today: LocalDate): string => `⏰ ${capitalize(reminderDay(today, today))}`;

const oneTask = (step: EscalationStep, today: LocalDate, line: EscalationLine): FormattedMessage => {
  const { view, workingDaysOverdue } = line;
  return message(
    paragraphs(
      bold(
        `${dayHeading(today)}. Việc ${view.task.number} của ${view.unit.shortName} ${overdueBy(workingDaysOverdue ?? 0)}, ${silence([view])}.`,
      ),
      contentInFull(view.task.content),
      lines(
        taskFields(view),
        field('Văn bản', originOf(view.document, view.task.item)),
        lastReportLine(view, today),
        ...notTold([line]),
      ),
      lines(
        step === 'head' ? 'Trả lời tin này hoặc bấm nút để báo tình hình.' : null,
        line.nextStep ? tellingAhead(line.nextStep, today) : null,
      ),
    ),
    step === 'head' ? taskKeyboard(view) : showTaskKeyboard(view),
  );
};

const severalTasks = (
  step: EscalationStep,
  today: LocalDate,
  tasks: readonly EscalationLine[],
): FormattedMessage => {
  const byUnit = [...Map.groupBy(tasks, ({ view }) => view.unit.shortName)];
  const views = tasks.map(({ view }) => view);
  const example = views[0]?.task.number ?? 1;
  return message(
    paragraphs(
      bold(`${dayHeading(today)}. ${scope(byUnit)} quá hạn, ${silence(views)}.`),
      list(
        ...byUnit.map(([unit, ofUnit]) => ({
          heading: byUnit.length > 1 ? unit : null,
          entries: ofUnit.map((line) =>
            lines(taskLine(line.view), `${timeWords(line, today)}; ${lastReportText(line.view, today)}`),
          ),
        })),
      ),
      lines(...notTold(tasks)),
      step === 'head'
        ? `Trả lời “${example} xong”, “${views[1]?.task.number ?? example} đang làm 60%” để báo tình hình.`
        : `Gõ /viec và số việc để xem chi tiết, ví dụ: /viec ${example}`,
    ),
    step === 'head' ? severalTasksKeyboard(views) : null,
  );
};

/** "3 việc của Phòng QLCN", "5 việc của 2 đơn vị" */
const scope = (byUnit: readonly (readonly [string, readonly unknown[]])[]): string => {
  const count = byUnit.reduce((sum, [, tasks]) => sum + tasks.length, 0);
  const [first] = byUnit;
  return `${count} việc của ${byUnit.length === 1 && first ? first[0] : `${byUnit.length} đơn vị`}`;
};

/** Who could not be told before, said once for each unit. */
const notTold = (tasks: readonly EscalationLine[]): string[] => [
  ...new Set(
    tasks.flatMap(({ view, passedOver }) =>
      passedOver.map(({ step, why }) => {
        const who = step === 'head' ? `lãnh đạo ${view.unit.shortName}` : 'Phó Giám đốc phụ trách';
        return why === 'no_telegram'
          ? `Chưa báo riêng được ${who}: chưa kết nối Telegram.`
          : step === 'head'
            ? `${view.unit.shortName} chưa có người đứng đầu để báo riêng.`
            : `${view.unit.shortName} chưa có Phó Giám đốc phụ trách.`;
      }),
    ),
  ),
];
