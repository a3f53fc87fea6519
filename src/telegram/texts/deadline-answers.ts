// Answers to whoever sets the deadlines that are missing.
import type { Reach } from '../../application/chats/reach.ts';
import type { DeadlineOutcome } from '../../application/deciding/set-deadlines.ts';
import type { LocalDate } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { Unit } from '../../domain/unit.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, unitsAreTold } from './card.ts';
import { capitalize, lines, withoutHint } from './compose.ts';
import { deadlineText } from './deadline.ts';
import { exampleDay } from './digest.ts';

/** What became of each of the deadlines, a line each. */
export const deadlinesSet = (outcomes: readonly DeadlineOutcome[], today: LocalDate): FormattedMessage => {
  const reaches = outcomes.flatMap((outcome) => (outcome.kind === 'set' ? [outcome.reach] : []));
  return message(
    lines(
      ...outcomes.map((outcome) => outcomeLine(outcome, today)),
      reaches.length === 0 ? null : unitsAreTold(together(reaches)),
    ),
  );
};

/** Of several tasks, each unit once. */
const together = (reaches: readonly Reach[]): Reach => ({
  reached: eachOnce(reaches.flatMap(({ reached }) => reached)),
  unreached: eachOnce(reaches.flatMap(({ unreached }) => unreached)),
});

const eachOnce = (units: readonly Unit[]): readonly Unit[] => [
  ...new Map(units.map((unit) => [unit.id, unit])).values(),
];

const outcomeLine = (outcome: DeadlineOutcome, today: LocalDate): string => {
  switch (outcome.kind) {
    case 'set':
      return `Đã đặt hạn việc ${outcome.view.task.number} (${outcome.view.unit.shortName}): ${deadlineText(outcome.view.deadline)}.`;
    case 'has_deadline':
      return `Việc ${outcome.view.task.number} đã có hạn: ${deadlineText(outcome.view.deadline)}. Cần đổi thì đơn vị chủ trì đề nghị gia hạn, lãnh đạo phụ trách quyết định.`;
    case 'closed':
      return `Việc ${outcome.view.task.number} không còn mở nên không đặt hạn.`;
    case 'not_found':
      return `Không thấy việc ${outcome.number}.`;
    case 'past':
      return notSet(outcome.number, 'Ngày nêu đã qua.', today);
    case 'unclear':
      return notSet(outcome.number, capitalize(withoutHint(outcome.problem)), today);
  }
};

const notSet = (number: number, problem: string, today: LocalDate): string =>
  `Chưa đặt được hạn việc ${number}. ${problem} Ví dụ: /han ${number} ${exampleDay(today)}`;

/** Asked after Đặt hạn. */
export const deadlinePrompt = (view: AssignmentView, today: LocalDate): FormattedMessage =>
  message(
    lines(
      `Việc ${view.task.number} (${view.unit.shortName}) cần xong khi nào?`,
      contentLine(view),
      `Chọn ngày dưới đây (ngày trong ngoặc là ngày nghỉ), hoặc trả lời tin này, ví dụ: ${exampleDay(today)}, thứ Sáu tuần sau, trước 17h00 ngày mai.`,
    ),
  );

/** Asked after Gõ ngày khác, under a calendar. */
export const typeDate = (today: LocalDate): FormattedMessage =>
  message(`Nhắn ngày, ví dụ: ${exampleDay(today)}, thứ Sáu tuần sau, trước 17h00 ngày mai.`);

/** /han with something behind it that names no task. */
export const deadlineHowTo = (today: LocalDate): FormattedMessage =>
  message(
    `Sau /han là số của việc và hạn, ví dụ /han 23 ${exampleDay(today)}. Chỉ gõ /han để xem việc chưa có hạn.`,
  );

export const noneUndated = (): FormattedMessage => message('Việc nào cũng đã có hạn.');

/** The list names tasks of several units, which is not for a group. */
export const undatedOnlyInPrivate = (): FormattedMessage =>
  message(
    'Danh sách việc chưa có hạn xem ở trò chuyện riêng với bot. Trong nhóm, gõ /han kèm số việc và hạn.',
  );
