// How far a task is, in a few words.
import type { AssignmentRole } from '../../domain/assignment.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { dateOf, localDateOf } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import { shorten } from './compose.ts';
import { shortDate, shortMoment } from './dates.ts';
import { overdueBy, shortDeadline, timeLeft } from './deadline.ts';
import { evidenceName } from './document.ts';

const LONGEST_REASON = 120;
const NO_REPORT = 'chưa có báo cáo';

/** What a report says: "đang làm 60%", "đã trình, Tờ trình số 45/TTr-SKHCN". */
export const reportWords = (report: StatusReport, role: AssignmentRole, today: LocalDate): string =>
  [stateWords(report, role, today), ...particulars(report, today)].join(', ');

const stateWords = (report: StatusReport, role: AssignmentRole, today: LocalDate): string => {
  switch (report.kind) {
    case 'acknowledged':
      return 'đã nhận';
    case 'in_progress':
      return report.progress === null ? 'đang làm' : `đang làm ${report.progress}%`;
    case 'submitted':
      return 'đã trình';
    case 'done':
      return role === 'lead' ? 'đã xong' : 'đã xong phần phối hợp';
    case 'blocked':
      return report.reason === null ? 'đang vướng' : `đang vướng: ${shorten(report.reason, LONGEST_REASON)}`;
    case 'not_done':
      return report.progress === null ? 'chưa xong' : `chưa xong, mới được ${report.progress}%`;
    case 'extension_requested':
      return report.eta === null
        ? 'đề nghị gia hạn'
        : `đề nghị gia hạn đến ${shortMoment(report.eta, today)}`;
    case 'note':
      if (report.text === null && report.evidence.length > 0) return 'gửi tệp';
      return report.text === null ? 'có ghi chú' : `ghi chú “${shorten(report.text, LONGEST_REASON)}”`;
  }
};

/** The particulars alone: "Tờ trình số 45/TTr-SKHCN", "đang chờ Sở Tài chính", "dự kiến 18/4". */
export const particulars = (report: StatusReport, today: LocalDate): string[] => [
  ...(report.documentNumber === null
    ? []
    : [
        evidenceName(report.documentNumber) +
          (report.documentDate === null ? '' : ` ngày ${shortDate(report.documentDate, today)}`),
      ]),
  // Why it is stuck says for whom it waits.
  ...(report.waitingOn === null || (report.kind === 'blocked' && report.reason !== null)
    ? []
    : [`đang chờ ${shorten(report.waitingOn, 60)}`]),
  ...(report.eta === null || report.kind === 'extension_requested'
    ? []
    : [`dự kiến ${shortMoment(report.eta, today)}`]),
  ...(report.evidence.length === 0 || (report.kind === 'note' && report.text === null) ? [] : ['kèm tệp']),
];

/** The last thing known of a task: "đang làm 60% (14/4)", "chưa có báo cáo". */
export const lastReportText = (view: AssignmentView, today: LocalDate): string => {
  const { assignment, lastReport, pendingExtension } = view;
  const reported =
    lastReport === null
      ? NO_REPORT
      : `${reportWords(lastReport, assignment.role, today)} (${shortDate(localDateOf(lastReport.at), today)})${decision(view)}`;
  const isReturned = assignment.status === 'returned' ? ', được trả lại để hoàn thiện' : '';
  const isAsking =
    pendingExtension === null || lastReport?.kind === 'extension_requested'
      ? ''
      : ', đang chờ ý kiến về gia hạn';
  return `${reported}${isReturned}${isAsking}`;
};

/** The same under a name of its own: "Báo cáo gần nhất: chưa có". */
export const lastReportLine = (view: AssignmentView, today: LocalDate): string =>
  `Báo cáo gần nhất: ${lastReportText(view, today).replace(new RegExp(`^${NO_REPORT}`, 'u'), 'chưa có')}`;

/** What became of the request that was the last thing heard; without it an answered request would look open. */
const decision = ({ deadline, lastReport, pendingExtension }: AssignmentView): string => {
  if (lastReport?.kind !== 'extension_requested' || lastReport.eta === null) return '';
  if (pendingExtension !== null) return ', đang chờ ý kiến';
  return deadline?.due === lastReport.eta ? ', đã được đồng ý' : ', không được đồng ý';
};

/** Where a task stands against its deadline: "hạn trước 20/4, còn 2 ngày làm việc (thứ Sáu, 18/4)". */
export const timeWords = (
  { view, workingDaysLeft, workingDaysOverdue }: ReminderLine,
  today: LocalDate,
): string => {
  const deadline = shortDeadline(view.deadline, today);
  if (workingDaysOverdue !== null) return `${deadline}, ${overdueBy(workingDaysOverdue)}`;
  if (workingDaysLeft === null) return deadline;
  const isLastDayNamed =
    view.deadline?.due != null && dateOf(view.deadline.due) === view.deadline.lastOkWorkday;
  if (!isLastDayNamed) return `${deadline}, ${timeLeft(view.deadline, workingDaysLeft, today)}`;
  return workingDaysLeft === 0
    ? shortDeadline(view.deadline, today, 'hôm nay')
    : `${deadline}, còn ${workingDaysLeft} ngày làm việc`;
};
