// What a leader has decided by telephone or in passing, written down by the office.
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { decidersKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine } from './card.ts';
import { lines } from './compose.ts';
import { deadlineText } from './deadline.ts';
import { until } from './extension.ts';

/** Asked after Ghi ý kiến lãnh đạo, where it may be that of several. */
export const whoHasDecided = (
  view: AssignmentView,
  request: ExtensionRequest,
  leaders: readonly Member[],
): FormattedMessage =>
  message(
    lines(
      `🔁 Đề nghị gia hạn việc ${view.task.number} của ${view.unit.shortName}${until(request)}: ghi ý kiến của ai?`,
      contentLine(view),
    ),
    decidersKeyboard(request.id, leaders),
  );

/** Asked once it is known whose decision it is. `problem`: what was wrong with the answer before. */
export const whatWasDecided = (
  view: AssignmentView,
  request: ExtensionRequest,
  leader: Member,
  problem: string | null = null,
): FormattedMessage =>
  message(
    lines(
      problem,
      `🔁 Ý kiến của ${leader.title} về đề nghị gia hạn việc ${view.task.number} của ${view.unit.shortName}${until(request)}?`,
      contentLine(view),
      `Hạn hiện nay: ${deadlineText(view.deadline)}.`,
      'Trả lời tin này: “đồng ý”, “đồng ý đến” và ngày khác, hoặc “không đồng ý” và lý do.',
      leader.telegramId === null
        ? `Ý kiến được ghi là của ${leader.title}, kèm tên người ghi; ${leader.title} chưa kết nối Telegram nên không nhận được tin.`
        : `Ý kiến được ghi là của ${leader.title}, kèm tên người ghi, và báo ${leader.title} biết.`,
    ),
  );

/** The answer is neither a clear yes nor a clear no. */
export const leaderDecisionUnclear = (): string => 'Chưa rõ là đồng ý hay không đồng ý.';

/** Nobody on the list may decide about the unit. */
export const nobodyDecides = ({ unit }: AssignmentView): string =>
  `Chưa có lãnh đạo nào trong danh sách phụ trách ${unit.shortName} để ghi ý kiến.`;
