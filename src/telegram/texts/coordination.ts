// What units that coordinate hear of the work they have a part in.
import type { CoordinationChange } from '../../domain/notification.ts';
import { showTaskKeyboard, taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentLine, taskLine } from './card.ts';
import { bold, lines, list, paragraphs } from './compose.ts';
import { deadlineText } from './deadline.ts';

export const coordinationNews = (changes: readonly CoordinationChange[]): FormattedMessage => {
  const [first, ...others] = changes;
  if (first === undefined) return message('Việc phối hợp không có gì thay đổi.');
  if (others.length > 0)
    return message(
      paragraphs(
        bold(`📋 ${changes.length} việc phối hợp có thay đổi`),
        list({
          heading: null,
          entries: changes.map((change) => lines(taskLine(change.view), `${whatChanged(change)}.`)),
        }),
      ),
    );
  const { view } = first;
  return message(
    lines(
      bold(`📋 Việc ${view.task.number}: ${whatChanged(first)}.`),
      contentLine(view),
      first.kind === 'lead_changed'
        ? `${view.unit.shortName} vẫn phối hợp, hạn: ${deadlineText(view.deadline)}.`
        : `${view.unit.shortName} chưa cần báo cáo gì, trừ khi đơn vị chủ trì cần phối hợp thêm.`,
    ),
    first.kind === 'lead_changed' ? taskKeyboard(view) : showTaskKeyboard(view),
  );
};

const whatChanged = (change: CoordinationChange): string => {
  const leads = change.view.leads.map(({ shortName }) => shortName).join(', ');
  return change.kind === 'lead_changed'
    ? `nay do ${leads} chủ trì, thay ${change.from.shortName}`
    : `được mở lại, ${leads} làm tiếp`;
};
