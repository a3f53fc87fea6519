// A unit is asked how its task stands by whoever is in charge, and what the asker hears of that.
import type { RemindNowOutcome } from '../../application/reminding/remind-now.ts';
import type { Instant, LocalDate } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { ReminderLine } from '../../domain/reminder-line.ts';
import { taskKeyboard } from '../keyboards/keyboards.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { contentInFull, field, taskFields } from './card.ts';
import { bold, capitalize, lines, paragraphs } from './compose.ts';
import { clockTime } from './dates.ts';
import { originOf } from './document.ts';
import { lastReportLine } from './status.ts';
import { toastStale } from './toasts.ts';

/** To the unit: a question, not a reproach; how late it is stands with the deadline for whoever looks. */
export const reminderAskedFor = (
  today: LocalDate,
  { view }: ReminderLine,
  asker: Member | null,
): FormattedMessage =>
  message(
    paragraphs(
      lines(
        bold(
          `⏰ ${capitalize(asker?.title ?? 'lãnh đạo Sở')} đề nghị ${view.unit.shortName} báo tình hình việc ${view.task.number}.`,
        ),
        contentInFull(view.task.content),
      ),
      lines(
        taskFields(view),
        field('Văn bản', originOf(view.document, view.task.item)),
        lastReportLine(view, today),
      ),
      'Trả lời tin này hoặc bấm nút để báo tình hình.',
    ),
    taskKeyboard(view),
  );

/** What became of "Nhắc ngay", for the moment at the top of the screen. */
export const toastRemindNow = (outcome: RemindNowOutcome, now: Instant): string => {
  switch (outcome.kind) {
    case 'queued': {
      const { view, at } = outcome;
      return at <= now
        ? `Đã gửi ${view.unit.shortName} đề nghị báo tình hình việc ${view.task.number}.`
        : `${view.unit.shortName} sẽ nhận đề nghị lúc ${clockTime(at, localDateOf(now))}, trong giờ làm việc.`;
    }
    case 'asked_today':
      return `${outcome.view.unit.shortName} đã được đề nghị báo tình hình việc ${outcome.view.task.number} trong ngày.`;
    case 'at_rest':
      return `Việc ${outcome.view.task.number} hiện không cần nhắc.`;
    case 'no_chat':
      return `${outcome.view.unit.shortName} chưa có nơi nhận tin. Đề nghị Văn phòng gắn nhóm của đơn vị.`;
    case 'not_allowed':
      return 'Nhắc đơn vị do lãnh đạo phụ trách hoặc Văn phòng thực hiện.';
    case 'not_found':
      return toastStale();
  }
};
