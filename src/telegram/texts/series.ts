// What is said of work that comes again.
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine } from './card.ts';
import { bold, lines } from './compose.ts';

/** To the secretary: the next occurrence cannot be given to anyone. */
export const seriesEnded = (view: AssignmentView): FormattedMessage =>
  message(
    lines(
      bold(
        `📋 Việc định kỳ ${view.task.number} dừng lại: ${view.unit.shortName} không còn hoạt động, không còn đơn vị chủ trì.`,
      ),
      contentLine(view),
      'Cần tiếp tục thì nhập lại việc này cho đơn vị tiếp nhận.',
    ),
  );
