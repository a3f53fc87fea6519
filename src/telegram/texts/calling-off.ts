// Work that is called off, and taken up again.
import type { Reach } from '../../application/chats/reach.ts';
import type { CancelOutcome } from '../../application/deciding/cancel-task.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { undoCancelKeyboard } from '../keyboards/handling-keyboards.ts';
import { taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, unitsAreTold } from './card.ts';
import { bold, lines } from './compose.ts';
import { deadlineText } from './deadline.ts';
import { quoted } from './report.ts';

/** Asked after Thôi theo dõi, and after /huy without a reason. */
export const cancelReasonPrompt = (view: AssignmentView, reach: Reach): FormattedMessage =>
  message(
    lines(
      `Thôi theo dõi việc ${view.task.number} vì sao?`,
      contentLine(view),
      unitsAreTold(reach),
      'Trả lời tin này, ghi lý do; hoặc trả lời “bỏ qua” để thôi theo dõi mà không nêu. Không trả lời thì việc vẫn như cũ.',
    ),
  );

/** To the person who called it off. */
export const cancelled = (
  views: readonly AssignmentView[],
  reason: string | null,
  reach: Reach,
): FormattedMessage => {
  const [first] = views;
  if (first === undefined) return message('Không có phần việc nào đang mở.');
  const isRecurring = views.some(({ deadline }) => deadline?.rrule != null);
  return message(
    lines(
      `Đã thôi theo dõi việc ${first.task.number} (${unitsOf(views)}).`,
      contentLine(first),
      reason === null ? null : quoted('Lý do', reason),
      isRecurring ? 'Việc định kỳ: các kỳ sau cũng không giao nữa.' : null,
      unitsAreTold(reach),
    ),
    undoCancelKeyboard(first),
  );
};

/** To the person who took it up again. */
export const restored = (views: readonly AssignmentView[]): FormattedMessage => {
  const [first] = views;
  if (first === undefined) return message('Không có phần việc nào đã thôi theo dõi.');
  return message(
    lines(
      `Theo dõi lại việc ${first.task.number} (${unitsOf(views)}), hạn: ${deadlineText(first.deadline)}.`,
      contentLine(first),
    ),
  );
};

const unitsOf = (views: readonly AssignmentView[]): string => {
  const names = views.map(({ unit }) => unit.shortName);
  return names.length > 3 ? `${names.length} đơn vị` : names.join(', ');
};

/** To a unit. */
export const taskCancelled = (view: AssignmentView, reason: string | null): FormattedMessage =>
  message(
    lines(
      bold(`📋 Việc ${view.task.number} thôi thực hiện, không cần báo cáo nữa.`),
      contentLine(view),
      reason === null ? null : quoted('Lý do', reason),
    ),
  );

/** To a unit that has heard that it was called off. */
export const taskRestored = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      bold(`📋 Việc ${view.task.number} tiếp tục thực hiện.`),
      contentLine(view),
      `Hạn: ${deadlineText(view.deadline)}`,
      'Trả lời tin này hoặc bấm nút để báo tình hình.',
    ),
    taskKeyboard(view),
  );

/** Why nothing was called off or taken up again; short enough for a pressed button. */
export const notCancelled = (
  outcome: Exclude<CancelOutcome, { readonly views: readonly AssignmentView[] }>,
): string => {
  switch (outcome.kind) {
    case 'nothing_to_do':
      return outcome.view.assignment.status === 'cancelled'
        ? `Việc ${outcome.view.task.number} đã thôi theo dõi từ trước.`
        : outcome.view.assignment.status === 'done'
          ? `Việc ${outcome.view.task.number} đã hoàn thành.`
          : `Việc ${outcome.view.task.number} đang được theo dõi.`;
    case 'not_allowed':
      return 'Thôi theo dõi hay theo dõi lại một việc do Văn phòng quyết định.';
    case 'not_found':
      return 'Không còn thấy việc này.';
  }
};

/** /huy without a number. */
export const cancelHowTo = (): FormattedMessage =>
  message('Sau /huy là số của việc và lý do, ví dụ: /huy 23 đã ghép vào việc 20.');
