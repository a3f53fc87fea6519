// One task, and lists of open tasks.
import { FormattedString } from '@grammyjs/parse-mode';
import type { OpenTasksAnswer, TaskAnswer, TimelineEntry } from '../../domain/answers.ts';
import { isAtRest } from '../../domain/assignment.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import {
  completionsKeyboard,
  pageKeyboard,
  recordDecisionRow,
  taskKeyboard,
} from '../keyboards/keyboards.ts';
import { withEvidence, withNumbers, withReminders } from '../keyboards/list-keyboards.ts';
import { handlingRows, reopenRows, withRows } from '../keyboards/handling-keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentInFull, taskFields, taskHeading, taskLine } from './card.ts';
import { bold, capitalize, folded, lines, list, paragraphs, shorten } from './compose.ts';
import { clockTime, shortMoment } from './dates.ts';
import { deadlineText, overdueBy, shortDeadline } from './deadline.ts';
import { tellingAhead } from './escalation.ts';
import { lastReportText, reportWords, timeWords } from './status.ts';

/** The message that gives a unit its task. */
export const taskAssigned = (view: AssignmentView): FormattedMessage =>
  message(
    paragraphs(
      lines(bold(`📋 ${taskHeading(view)}`), contentInFull(view.task.content)),
      taskFields(view),
      view.assignment.role === 'lead'
        ? 'Trả lời tin này hoặc bấm nút để báo tình hình.'
        : `${view.unit.shortName} là đơn vị phối hợp. Trả lời tin này hoặc bấm nút để báo tình hình.`,
    ),
    taskKeyboard(view),
  );

/** In a group of other units: what a task is about is not said there, not even to whoever may decide on it. */
export const taskOfOthers = (number: number): FormattedMessage =>
  message(`Việc ${number} không phải việc của nhóm này. Nhắn riêng cho bot để xem và quyết định.`);

/** A page of open tasks, for /viec. */
export const openTasksAnswer = (answer: OpenTasksAnswer): FormattedMessage => {
  const { at, total, lines: shown, offset, pageSize } = answer;
  if (total === 0) return message('Không có việc nào đang mở.');
  const today = localDateOf(at);
  const units = new Set(shown.map(({ view }) => view.unit.shortName));
  // One unit's list names it once; any other list, or page of one, names it on each line.
  const namesUnits = units.size > 1 || total > shown.length;
  const pages = total > pageSize ? ` (${offset + 1}–${offset + shown.length})` : '';
  return message(
    paragraphs(
      bold(`📋 ${namesUnits ? '' : `${[...units].join()}: `}${total} việc đang mở${pages}`),
      list({ heading: null, entries: shown.map((line) => openTaskLines(line, today, namesUnits)) }),
      'Bấm số để xem từng việc.',
    ),
    withNumbers(
      pageKeyboard({ kind: 'open_tasks_page' }, answer, total),
      shown.map(({ view }) => view),
    ),
  );
};

/** A task in a list of open ones: what, then who, by when, and the last thing heard. */
export const openTaskLines = (line: ReminderLine, today: LocalDate, namesUnits: boolean): FormattedString => {
  const { view } = line;
  const isCoordinating = view.assignment.role === 'coordinating';
  const who = namesUnits
    ? `${view.unit.shortName}${isCoordinating ? ' (phối hợp)' : ''}, `
    : isCoordinating
      ? 'phối hợp, '
      : '';
  return lines(taskLine(view), `${who}${timeWords(line, today)}; ${lastReportText(view, today)}`);
};

const MOST_EVENTS_IN_SIGHT = 6;
const LONGEST_REASON = 120;

/** What the asker may do with each part of a task. */
export interface TaskRights {
  readonly mayReport: (view: AssignmentView) => boolean;
  /** Say that it is finished. */
  readonly mayDecide: (view: AssignmentView) => boolean;
  /** Have the unit asked how it stands. */
  readonly mayRemind: (view: AssignmentView) => boolean;
  /** Write down what a leader has decided about more time; absent where the asker may not. */
  readonly mayRecord?: (view: AssignmentView) => boolean;
  /** Hand it over, call it off; absent where the asker may not. */
  readonly mayHandle?: (view: AssignmentView) => boolean;
}

/** Those of the people who do the work. */
const OWN_RIGHTS: TaskRights = { mayReport: () => true, mayDecide: () => false, mayRemind: () => false };

/** One task with its units and what happened, for /viec 23. */
export const taskAnswer = (
  { at, lines: parts, timeline }: TaskAnswer,
  {
    mayReport,
    mayDecide,
    mayRemind,
    mayRecord = () => false,
    mayHandle = () => false,
  }: TaskRights = OWN_RIGHTS,
): FormattedMessage => {
  const [first] = parts;
  if (first === undefined) return message('Không có việc này.');
  const today = localDateOf(at);
  const { view } = first;
  const isOne = parts.length === 1;
  const waiting = parts.flatMap((part) =>
    part.view.assignment.status === 'submitted' && mayDecide(part.view) ? [part.view] : [],
  );
  const pressed = parts.flatMap((part) =>
    part.view.assignment.role === 'lead' && !isAtRest(part.view.assignment.status) && mayRemind(part.view)
      ? [part.view]
      : [],
  );
  return message(
    paragraphs(
      lines(bold(`📋 ${taskHeading(view)}`), contentInFull(view.task.content)),
      isOne
        ? lines(
            taskFields(view),
            `Tình hình: ${stateWords(first, today)}`,
            first.nextStep ? tellingAhead(first.nextStep, today) : null,
          )
        : lines(
            `Hạn: ${deadlineText(view.deadline)}`,
            ...parts.map((line) => partOf(line, view, today)),
            ...tellingsOf(parts, today),
          ),
      history(timeline, today),
    ),
    withRows(
      withEvidence(
        waiting.length > 0
          ? completionsKeyboard(waiting)
          : withReminders(isOne && mayReport(view) ? taskKeyboard(view) : null, pressed, isOne),
        view,
        timeline.reduce(
          (sum, { what }) => sum + (what.kind === 'reported' ? what.report.evidence.length : 0),
          0,
        ),
      ),
      [
        ...parts.flatMap(({ view: { pendingExtension }, view: part }) =>
          pendingExtension !== null && mayRecord(part) ? [recordDecisionRow(pendingExtension.id)] : [],
        ),
        ...reopenRows(
          parts
            .map((part) => part.view)
            .filter(
              (part) =>
                part.assignment.role === 'lead' && part.assignment.status === 'done' && mayDecide(part),
            ),
        ),
        ...handlingRows(parts.map((part) => part.view).filter(mayHandle)),
      ],
    ),
  );
};

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** Who is told next, in one sentence for all units of which it is the same; the units are named where several lead. */
const tellingsOf = (parts: readonly ReminderLine[], today: LocalDate): string[] => {
  const hasOneLead = parts.filter(({ view }) => view.assignment.role === 'lead').length === 1;
  const near = parts.flatMap(({ view, nextStep }) =>
    nextStep == null ? [] : [{ unit: view.unit.shortName, telling: tellingAhead(nextStep, today) }],
  );
  return [...Map.groupBy(near, ({ telling }) => telling)].map(([telling, of]) =>
    hasOneLead ? telling : `${of.map(({ unit }) => unit).join(', ')}: ${lowerFirst(telling)}`,
  );
};

/** One of several units with its state; its deadline where that has been moved for it alone. */
const partOf = (line: ReminderLine, first: AssignmentView, today: LocalDate): string => {
  const { unit, assignment, deadline } = line.view;
  const moved = deadline?.due === first.deadline?.due ? '' : `${shortDeadline(deadline, today)}; `;
  return `${unit.shortName}${assignment.role === 'lead' ? '' : ' (phối hợp)'}: ${moved}${stateWords(line, today)}`;
};

const stateWords = ({ view, workingDaysOverdue }: ReminderLine, today: LocalDate): string => {
  const report = lastReportText(view, today);
  switch (view.assignment.status) {
    case 'done':
      return report.startsWith('đã xong') ? report.replace('đã xong', 'hoàn thành') : `hoàn thành; ${report}`;
    case 'cancelled':
      return 'đã thôi theo dõi';
    case 'submitted':
      return report;
    default:
      return workingDaysOverdue === null ? report : `${overdueBy(workingDaysOverdue)}; ${report}`;
  }
};

const history = (timeline: readonly TimelineEntry[], today: LocalDate): FormattedString | null => {
  if (timeline.length === 0) return null;
  const events = timeline.map((entry) => eventLine(entry, today));
  const all = lines(...events);
  return lines(bold('Quá trình'), events.length > MOST_EVENTS_IN_SIGHT ? folded(all) : all);
};

const eventLine = (entry: TimelineEntry, today: LocalDate): FormattedString =>
  FormattedString.join([
    entry.link === null
      ? clockTime(entry.at, today)
      : FormattedString.link(clockTime(entry.at, today), entry.link),
    ` · ${capitalize(eventWords(entry, today))}${entry.who === null ? '' : ` (${entry.who})`}`,
  ]);

const eventWords = ({ what }: TimelineEntry, today: LocalDate): string => {
  const on = (due: string | null): string => (due === null ? 'chưa có hạn' : shortMoment(due, today));
  switch (what.kind) {
    case 'created':
      if (what.author !== undefined) return `giao việc theo tin của ${shorten(what.author, 60)}`;
      return what.follows === undefined ? 'giao việc' : `giao việc, kỳ tiếp theo của việc ${what.follows}`;
    case 'reminded':
      return `nhắc ${what.unitName}`;
    case 'asked':
      return `đề nghị ${what.unitName} báo tình hình`;
    case 'reported':
      return `${what.unitName} báo ${reportWords(what.report, 'lead', today)}`;
    case 'accepted':
      return `xác nhận ${what.unitName} hoàn thành`;
    case 'returned':
      return `trả lại ${what.unitName} để hoàn thiện${because(what.reason)}`;
    case 'reopened': {
      const before =
        what.completedAt === null ? '' : ` (báo xong lần trước lúc ${clockTime(what.completedAt, today)})`;
      return `mở lại việc của ${what.unitName}${before}${because(what.reason)}`;
    }
    case 'undone':
      return 'hoàn tác, do lưu nhầm';
    case 'cancelled':
      return `thôi theo dõi phần của ${what.unitName}${because(what.reason)}`;
    case 'restored':
      return `theo dõi lại phần của ${what.unitName}`;
    case 'transfer_requested':
      return `${what.unitName} đề nghị chuyển ${what.toUnit ?? 'đơn vị khác'}`;
    case 'transfer_refused':
      return `không chuyển việc của ${what.unitName}${because(what.reason)}`;
    case 'handed_over':
      return `chuyển việc từ ${what.unitName} sang ${what.toUnit ?? 'đơn vị khác'}`;
    case 'extension_requested':
      return `${what.unitName} đề nghị gia hạn đến ${on(what.newDue)}`;
    case 'extension_refused':
      return `không đồng ý gia hạn cho ${what.unitName}${decidedBy(what.decider)}`;
    case 'extension_approved':
      return `đồng ý gia hạn cho ${what.unitName} từ ${on(what.oldDue)} đến ${on(what.newDue)}${decidedBy(what.decider)}`;
    case 'deadline_changed':
      return `đổi hạn của ${what.unitName} từ ${on(what.oldDue)} thành ${on(what.newDue)}`;
  }
};

/** Where somebody else has written it down. */
const decidedBy = (decider: string | undefined): string =>
  decider === undefined ? '' : `, theo ý kiến của ${decider}`;

const because = (reason: string | null): string =>
  reason === null ? '' : `: “${shorten(reason, LONGEST_REASON)}”`;

/** No task of this number, or none that the asker may see: the two are not told apart. */
export const taskNotFound = (number: number): FormattedMessage =>
  message(`Không thấy việc ${number}. Gõ /viec để xem danh sách việc đang mở.`);

/** The task was deleted or never was. */
export const taskGone = (): FormattedMessage =>
  message('Không còn thấy việc này. Gõ /viec để xem danh sách việc đang mở.');

/** A report came after the end. */
export const taskClosed = ({ task, assignment }: AssignmentView): FormattedMessage =>
  message(
    assignment.status === 'done'
      ? `Việc ${task.number} đã được xác nhận hoàn thành nên không ghi thêm. Cần mở lại thì báo Văn phòng.`
      : `Việc ${task.number} đã thôi theo dõi nên không ghi thêm. Cần theo dõi lại thì báo Văn phòng.`,
  );
