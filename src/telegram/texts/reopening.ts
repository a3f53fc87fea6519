// Accepted work that is to be done again after all.
import type { CompletionOutcome } from '../../application/deciding/decide-completion.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { reopenKeyboard } from '../keyboards/handling-keyboards.ts';
import { showTaskKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, unitIsTold } from './card.ts';
import { bold, lines } from './compose.ts';
import { deadlineText } from './deadline.ts';
import { quoted } from './report.ts';

/** Asked after Mở lại, and after /molai without a reason: the unit hears it. */
export const reopenReasonPrompt = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      `Mở lại việc ${view.task.number} của ${view.unit.shortName} để làm tiếp nội dung nào?`,
      contentLine(view),
      'Trả lời tin này để mở lại kèm nội dung đó, hoặc trả lời “bỏ qua” để mở lại mà không nêu. Không trả lời thì việc vẫn là đã hoàn thành.',
    ),
  );

/** To the person who took it up again. */
export const reopened = (view: AssignmentView, isReached: boolean): FormattedMessage =>
  message(
    lines(
      `Đã mở lại việc ${view.task.number} của ${view.unit.shortName}; lần báo hoàn thành trước vẫn giữ trong quá trình.`,
      contentLine(view),
      `Hạn không đổi: ${deadlineText(view.deadline)}.`,
      unitIsTold(view.unit, isReached),
    ),
    showTaskKeyboard(view),
  );

/** To the unit. */
export const workReopened = (view: AssignmentView, reason: string | null): FormattedMessage =>
  message(
    lines(
      bold(`📋 Việc ${view.task.number} được mở lại để làm tiếp.`),
      contentLine(view),
      reason === null
        ? 'Cần làm tiếp nội dung nào, đề nghị trao đổi với Văn phòng.'
        : quoted('Cần làm tiếp', reason),
      `Hạn: ${deadlineText(view.deadline)}`,
      view.assignment.role === 'lead' && view.deadline?.due != null
        ? 'Báo cáo trước vẫn được ghi nhận. Cần thêm thời gian thì bấm Xin gia hạn; khi xong, trả lời tin này hoặc bấm nút.'
        : 'Báo cáo trước vẫn được ghi nhận. Khi xong, trả lời tin này hoặc bấm nút.',
    ),
    taskKeyboard(view),
  );

/** Why nothing was taken up again; short enough for a pressed button. */
export const notReopened = (outcome: Exclude<CompletionOutcome, { kind: 'decided' }>): string => {
  switch (outcome.kind) {
    case 'nothing_to_decide':
      return outcome.view.assignment.status === 'returned'
        ? `Việc ${outcome.view.task.number} đã được mở lại từ trước.`
        : `Việc ${outcome.view.task.number} chưa được xác nhận hoàn thành nên không cần mở lại.`;
    case 'not_allowed':
      return 'Mở lại việc do Văn phòng hoặc lãnh đạo phụ trách quyết định.';
    case 'not_found':
      return 'Không còn thấy việc này.';
  }
};

/** The task has no part that was accepted. */
export const nothingToReopen = (number: number): FormattedMessage =>
  message(
    `Việc ${number} không có phần nào đã được xác nhận hoàn thành để mở lại. Gõ /viec ${number} để xem tình hình.`,
  );

/** Several units have finished theirs, or only such as coordinate. */
export const whichPartToReopen = (views: readonly AssignmentView[]): FormattedMessage => {
  const [first] = views;
  const standing =
    first?.assignment.role === 'coordinating'
      ? 'mới có phần phối hợp đã xong'
      : `có ${views.length} đơn vị đã hoàn thành`;
  return message(
    `Việc ${first?.task.number ?? ''} ${standing}. Mở lại phần của đơn vị nào?`,
    reopenKeyboard(views),
  );
};

/** /molai without a number. */
export const reopenHowTo = (): FormattedMessage =>
  message('Sau /molai là số của việc và nội dung cần làm tiếp, ví dụ: /molai 23 bổ sung phụ lục 2.');
