// What is said about reports: to the unit that reports, to the secretary who accepts, to whoever is in charge.
import type { ReportOutcome } from '../../domain/answers.ts';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { Unit } from '../../domain/unit.ts';
import {
  completionKeyboard,
  correctKeyboard,
  severalTasksKeyboard,
  showTaskKeyboard,
  taskKeyboard,
  unclearReportKeyboard,
} from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, field, taskLine, unitIsTold } from './card.ts';
import { bold, clean, folded, lines, list, paragraphs, sentence, shorten } from './compose.ts';
import { clockTime } from './dates.ts';
import { deadlineText } from './deadline.ts';
import { particulars, reportWords } from './status.ts';

const LONG_QUOTE = 200;

/** One line for each report: what was understood; [Sửa] under it. */
export const reportUnderstood = (
  outcomes: readonly ReportOutcome[],
  question: string | null = null,
): FormattedMessage => understood('Đã ghi', outcomes, question);

/** The same for reports that correct earlier ones. */
export const corrected = (outcomes: readonly ReportOutcome[]): FormattedMessage =>
  understood('Đã sửa', outcomes);

const understood = (
  opening: string,
  outcomes: readonly ReportOutcome[],
  question: string | null = null,
): FormattedMessage =>
  message(
    lines(
      ...outcomes.map(({ view, report }) =>
        sentence(
          `${opening}: việc ${view.task.number} ${reportWords(report, view.assignment.role, localDateOf(report.at))}`,
        ),
      ),
      acceptanceLine(outcomes),
      outcomes.some(({ report }) => report.kind === 'blocked')
        ? 'Nội dung vướng được báo lên lãnh đạo phụ trách.'
        : null,
      question,
    ),
    correctKeyboard(outcomes.map(({ view }) => view)),
  );

const acceptanceLine = (outcomes: readonly ReportOutcome[]): string | null => {
  const waiting = outcomes.find(
    ({ awaitsAcceptance, view }) => awaitsAcceptance && view.assignment.role === 'lead',
  );
  if (waiting === undefined) return null;
  return `${waiting.isForLeader === true ? 'Lãnh đạo phụ trách' : 'Văn phòng'} sẽ xác nhận hoàn thành.`;
};

/** Asks with buttons what a reply means. `guess`: what it seemed to say, in Vietnamese; null where it says nothing. */
export const reportUnclear = ({
  view,
  guess,
}: {
  readonly view: AssignmentView;
  readonly guess: string | null;
}): FormattedMessage =>
  message(
    lines(
      `Chưa rõ việc ${view.task.number} đã xong, đã trình hay đang làm. Chọn giúp:`,
      contentLine(view),
      guessLine(guess),
    ),
    unclearReportKeyboard(view),
  );

/** The question says already that it is not clear; a guess that says only this again is left out. */
const guessLine = (guess: string | null): string | null => {
  const what = (guess ?? '').replace(/^Chưa rõ, có thể là: /u, '');
  if (what === '' || what.startsWith('Chưa rõ')) return null;
  return `Có thể là: ${shorten(what.charAt(0).toLocaleLowerCase('vi') + what.slice(1), 160)}`;
};

/** It is a report, but it does not say on which of several tasks. */
export const whichTask = (candidates: readonly AssignmentView[]): FormattedMessage => {
  const keyboard = severalTasksKeyboard(candidates);
  return message(
    lines(
      'Báo cáo này là của việc nào?',
      list({ heading: null, entries: candidates.map((view) => taskLine(view, 60)) }),
      `Trả lời kèm số việc, ví dụ “${candidates[0]?.task.number ?? 1} xong”${keyboard === null ? '' : ', hoặc bấm nút'}.`,
    ),
    keyboard,
  );
};

/** Asked after Vướng. */
export const blockedReasonPrompt = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `Việc ${view.task.number} vướng ở đâu, cần ai tháo gỡ?`,
      contentLine(view),
      'Trả lời tin này; nội dung sẽ được báo lên lãnh đạo phụ trách.',
    ),
  );

/** Asked after Sửa: in words, or by one of the buttons. */
export const correctionPrompt = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `Tình hình đúng của việc ${view.task.number}?`,
      contentLine(view),
      'Trả lời tin này, ví dụ “đang làm 60%”, “đã trình Tờ trình số 45/TTr-SKHCN”, hoặc bấm nút.',
    ),
    unclearReportKeyboard(view),
  );

/** To the secretary: a unit says that it is done. */
export const completionReported = (
  view: AssignmentView,
  report: StatusReport,
  reporter: Member | null,
): FormattedMessage =>
  message(
    paragraphs(
      lines(bold(`✅ ${view.unit.shortName} báo việc ${view.task.number} đã xong.`), contentLine(view)),
      lines(
        field('Báo lúc', `${whoAndWhen(report.at, reporter)}${punctuality(view)}`),
        field('Kết quả', evidence(report)),
        field('Hạn', deadlineText(view.deadline)),
      ),
      ownWords(report),
    ),
    completionKeyboard(view),
  );

/** To the unit: the secretary has accepted the work or sends it back. */
export const completionDecided = (
  view: AssignmentView,
  isAccepted: boolean,
  reason: string | null = null,
): FormattedMessage =>
  isAccepted
    ? message(lines(bold(`✅ Việc ${view.task.number} đã được xác nhận hoàn thành.`), contentLine(view)))
    : message(
        lines(
          bold(`📋 Việc ${view.task.number} được trả lại để hoàn thiện thêm.`),
          contentLine(view),
          reason === null ? null : quoted('Cần hoàn thiện', reason),
          `Hạn: ${deadlineText(view.deadline)}`,
          `${reason === null ? 'Cần hoàn thiện nội dung nào, đề nghị trao đổi với Văn phòng. ' : ''}Khi xong, trả lời tin này hoặc bấm nút.`,
        ),
        taskKeyboard(view),
      );

/** Asked after Trả lại: the unit hears it with the work that comes back. */
export const returnReasonPrompt = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `Trả lại việc ${view.task.number}: ${view.unit.shortName} cần hoàn thiện nội dung nào?`,
      contentLine(view),
      'Trả lời tin này để trả lại kèm nội dung đó, hoặc trả lời “bỏ qua” để trả lại mà không nêu.',
    ),
  );

/** To whoever is in charge of the unit: a task is stuck. */
export const blockedReported = (
  view: AssignmentView,
  report: StatusReport,
  reporter: Member | null,
  waitedFor: readonly Unit[] = [],
): FormattedMessage =>
  message(
    paragraphs(
      lines(bold(`⚠️ ${view.unit.shortName} báo vướng ở việc ${view.task.number}.`), contentLine(view)),
      lines(
        report.reason === null ? null : quoted('Lý do', report.reason),
        field('Đang chờ', waitedForWords(report, waitedFor)),
        field('Hạn', deadlineText(view.deadline)),
        field('Báo lúc', whoAndWhen(report.at, reporter)),
      ),
    ),
    showTaskKeyboard(view),
  );

/** "Phòng CĐS (đã báo đơn vị)"; whoever has no part in the task as the unit has named them. */
const waitedForWords = ({ waitingOn }: StatusReport, waitedFor: readonly Unit[]): string | null => {
  if (waitedFor.length > 0)
    return `${waitedFor.map(({ shortName }) => shortName).join(', ')} (đã báo đơn vị)`;
  return waitingOn === null ? null : shorten(waitingOn, 100);
};

/** To the person who accepts or returns a task. */
export const completionRecorded = (
  view: AssignmentView,
  isAccepted: boolean,
  isReached = true,
): FormattedMessage =>
  message(
    lines(
      isAccepted
        ? `✅ Đã xác nhận việc ${view.task.number} của ${view.unit.shortName} hoàn thành.`
        : `Đã trả lại việc ${view.task.number} để ${view.unit.shortName} hoàn thiện thêm.`,
      contentLine(view),
      unitIsTold(view.unit, isReached),
    ),
  );

/** The task is not waiting for acceptance (any more). */
export const nothingToDecide = ({ task, unit, assignment }: AssignmentView): FormattedMessage =>
  message(
    assignment.status === 'done'
      ? `Việc ${task.number} của ${unit.shortName} đã được xác nhận hoàn thành từ trước. Cần làm tiếp thì gõ /molai ${task.number}.`
      : `Việc ${task.number} của ${unit.shortName} hiện không chờ xác nhận hoàn thành.`,
  );

/** "16h20 thứ Tư, 16/4, đồng chí Nguyễn Văn A" */
export const whoAndWhen = (at: Instant, who: Member | null): string =>
  `${clockTime(at)}${who === null ? '' : `, ${who.title}`}`;

/** Whether the report came in time; nothing where there is no date. */
const punctuality = ({ assignment }: AssignmentView): string => {
  if (assignment.overdueFrom === null || assignment.completedAt === null) return '';
  return assignment.completedAt < assignment.overdueFrom ? ' (trong hạn)' : ' (sau hạn)';
};

const evidence = (report: StatusReport): string | null =>
  particulars(report, localDateOf(report.at)).join(', ') || null;

const ownWords = (report: StatusReport): ReturnType<typeof lines> | null =>
  report.text === null ? null : lines(quoted('Nguyên văn', report.text));

/** "Lý do: …", folded where it is long. */
export const quoted = (name: string, text: string): ReturnType<typeof folded> | string => {
  const shown = clean(text);
  return shown.length > LONG_QUOTE || shown.includes('\n')
    ? folded(`${name}: ${shown}`)
    : `${name}: ${shown}`;
};
