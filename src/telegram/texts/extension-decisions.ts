// Another date than the one asked for, and what others than the unit hear of a request for more time.
import type { ExtensionRequest } from '../../domain/extension-request.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import { addDays } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { keyboard, recordDecisionRow, showTaskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine } from './card.ts';
import { bold, capitalize, lines, withoutHint } from './compose.ts';
import { dayAndMonth } from './dates.ts';
import { deadlineText } from './deadline.ts';
import { deadlineDate, until } from './extension.ts';
import { quoted } from './report.ts';

/** Asked after Đồng ý đến ngày khác. */
export const extensionGrantPrompt = (
  view: AssignmentView,
  request: ExtensionRequest,
  today: LocalDate,
): FormattedMessage =>
  message(
    lines(
      `🔁 Đồng ý gia hạn việc ${view.task.number} của ${view.unit.shortName} đến ngày nào?`,
      contentLine(view),
      `Hạn hiện nay: ${deadlineText(view.deadline)}. Đơn vị đề nghị${until(request)}.`,
      `Bấm ngày, hoặc trả lời tin này, ví dụ: ${exampleDay(today)}.`,
    ),
  );

/** The answer names no date that can be read. `problem`: why, as a Vietnamese sentence. */
export const extensionGrantProblem = (problem: string, today: LocalDate): FormattedMessage =>
  message(
    lines(capitalize(withoutHint(problem)), `Trả lời tin này kèm một ngày, ví dụ: ${exampleDay(today)}.`),
  );

/** The date is over, or no later than the deadline in force. */
export const extensionGrantNotLater = (view: AssignmentView, today: LocalDate): FormattedMessage =>
  message(
    lines(
      `Ngày nêu đã qua, hoặc không muộn hơn hạn hiện nay của việc ${view.task.number} (${deadlineText(view.deadline)}).`,
      `Trả lời tin này với ngày muộn hơn, ví dụ: ${exampleDay(today)}; hoặc bấm Không đồng ý dưới đề nghị.`,
    ),
  );

const exampleDay = (today: LocalDate): string => dayAndMonth(addDays(today, 14));

/** To the secretaries: nobody who decides has Telegram. */
export const extensionStranded = (
  view: AssignmentView,
  request: ExtensionRequest,
  leaders: readonly Member[],
): FormattedMessage =>
  message(
    lines(
      bold(`🔁 ${view.unit.shortName} đề nghị gia hạn việc ${view.task.number}${until(request)}.`),
      contentLine(view),
      `Hạn hiện nay: ${deadlineText(view.deadline)}`,
      quoted('Lý do', request.reason ?? 'không nêu'),
      leaders.length === 0
        ? 'Chưa có lãnh đạo phụ trách trong danh sách để xin ý kiến.'
        : `Chưa gửi được để xin ý kiến: ${leaders.map(({ title }) => title).join(', ')} chưa kết nối Telegram. Đề nghị báo trực tiếp rồi ghi ý kiến bằng nút dưới đây; kết nối rồi (/moi) thì đề nghị này được gửi ngay.`,
    ),
    keyboard([
      ...(leaders.length === 0 ? [] : [recordDecisionRow(request.id)]),
      ...(showTaskKeyboard(view)?.inline_keyboard ?? []),
    ]),
  );

/** To those who follow the work: what somebody else has decided. */
export const extensionNoted = (
  view: AssignmentView,
  request: ExtensionRequest,
  decider: Member | null,
  recorder: Member | null,
): FormattedMessage =>
  message(
    lines(
      bold(
        request.state === 'approved'
          ? `🔁 Việc ${view.task.number} của ${view.unit.shortName} được gia hạn đến ${deadlineDate(view, request)}.`
          : `🔁 Đề nghị gia hạn việc ${view.task.number} của ${view.unit.shortName} không được đồng ý, hạn giữ nguyên.`,
      ),
      contentLine(view),
      decider === null ? null : `Người quyết định: ${decider.title}`,
      recorder === null
        ? null
        : `${capitalize(recorder.title)} ghi theo ý kiến đó; chưa đúng thì đề nghị báo lại Văn phòng.`,
    ),
    showTaskKeyboard(view),
  );
