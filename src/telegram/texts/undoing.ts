// What was saved by mistake and is taken back.
import type { UndoOutcome } from '../../application/entering/undo-save.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine } from './card.ts';
import { bold, lines, numberList } from './compose.ts';

/** To the person who took it back, in the place of what said that it was saved. */
export const undone = (numbers: readonly number[]): FormattedMessage =>
  message(
    lines(
      `Đã hoàn tác: không còn việc ${numberList(numbers)}.`,
      'Phiếu phía trên đã mở lại. Đơn vị nào nhận tin rồi sẽ được báo là giao nhầm.',
    ),
  );

/** To a unit that has been given the task. */
export const saveUndone = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      bold(`📋 Việc ${view.task.number} vừa giao là do ghi nhầm, không cần thực hiện.`),
      contentLine(view),
      'Nếu có giao lại, việc sẽ mang số khác.',
    ),
  );

/** Short enough for a pressed button. */
export const notUndone = (outcome: Extract<UndoOutcome, { kind: 'too_late' | 'at_work' }>): string =>
  outcome.kind === 'too_late'
    ? `Đã quá 10 phút nên không hoàn tác được. Thôi theo dõi thì gõ /huy ${outcome.number}.`
    : `${outcome.view.unit.shortName} đã báo tình hình việc ${outcome.view.task.number} nên không hoàn tác được. Thôi theo dõi thì gõ /huy ${outcome.view.task.number}.`;
