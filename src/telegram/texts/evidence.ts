// What is said about files that come with reports.
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import { unclearReportKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, taskLine } from './card.ts';
import { lines, list } from './compose.ts';
import { clockTime } from './dates.ts';
import { taskClosed } from './task.ts';

/** Files were kept, `count` of them; none where the task takes nothing more. `isAsked`: how it stands is asked for. */
export const evidenceKept = (view: AssignmentView, count: number, isAsked = false): FormattedMessage => {
  if (count === 0) return taskClosed(view);
  const kept = `Đã ghi: ${count} tệp của việc ${view.task.number}.`;
  return isAsked
    ? message(
        lines(kept, contentLine(view), 'Tình hình việc này thế nào? Trả lời tin này hoặc bấm nút.'),
        unclearReportKeyboard(view),
      )
    : message(kept);
};

/** A file in reply to a message about several tasks. */
export const whichTaskOfFile = (views: readonly AssignmentView[]): FormattedMessage =>
  message(
    lines(
      'Tệp này là của việc nào?',
      list({ heading: null, entries: views.map((view) => taskLine(view, 60)) }),
      `Trả lời tin này bằng số việc, ví dụ “${views[0]?.task.number ?? 1}”, kèm tình hình nếu có.`,
    ),
  );

/** Below a file that is sent again: whose it is and from when. */
export const evidenceCaption = (
  number: number,
  report: StatusReport,
  who: string | null,
  now: Instant,
): string => `Việc ${number} · ${who === null ? '' : `${who}, `}${clockTime(report.at, localDateOf(now))}`;

export const noEvidence = (number: number): FormattedMessage =>
  message(`Việc ${number} chưa có tệp kèm theo.`);

/** The report says that it is finished, and the work was to end in a numbered paper. */
export const numberPrompt = (): string =>
  'Có văn bản kết quả thì trả lời tin này bằng số, ký hiệu hoặc gửi tệp, ví dụ: 45/TTr-SKHCN. Không có thì thôi, không cần trả lời.';

/** The number came, or the file. */
export const numberRecorded = (view: AssignmentView, number: string): FormattedMessage =>
  message(`Đã ghi số văn bản của việc ${view.task.number}: ${number}.`);

export const noNumber = (): FormattedMessage => message('Đã ghi: không có văn bản kèm theo.');
