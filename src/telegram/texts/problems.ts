// Answers when something cannot be done or understood.
import { timeOfDayOf } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/local-time.ts';
import { isAllowed } from '../../domain/authority.ts';
import type { Member } from '../../domain/member.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { message } from '../transport/message.ts';
import type { FormattedMessage } from '../transport/message.ts';
import { hour } from './dates.ts';

/** Something broke inside; nothing of the message has been applied. */
export const genericError = (): FormattedMessage =>
  message('Chưa xử lý được tin vừa rồi. Tin nhắn vẫn còn nguyên, gửi lại giúp sau ít phút.');

/** Someone sends more than anybody reads. @param until when the bot reads them again */
export const tooMuchAtOnce = (until: Instant): FormattedMessage =>
  message(
    `Một phút vừa qua nhận được rất nhiều tin, nên từ tin này bot chưa đọc. Sau ${hour(timeOfDayOf(until + A_MINUTE_MS))}, gửi lại giúp những tin chưa được trả lời.`,
  );

/** The minute that is named is over by then, to the second. */
const A_MINUTE_MS = 60_000;

/** To whoever was asked something, and then wants nothing done: "thôi, để đó". */
export const nothingChanged = (): FormattedMessage => message('Để nguyên, không thay đổi gì.');

/** What was written has been recorded; whether it was also answered is not known. */
export const appliedBefore = (): FormattedMessage =>
  message('Tin này đã được ghi nhận từ trước. Xem tình hình các việc: /viec.');

/** The same of a button: the short word on it may come too late to be seen. */
export const pressAppliedBefore = (): FormattedMessage =>
  message('Nút vừa bấm đã được ghi nhận từ trước. Xem tình hình các việc: /viec.');

/** An edit of what was reported long ago. @param number of the task that it was about; null where that is not known */
export const editedTooLate = (number: number | null): FormattedMessage =>
  message(
    `Tin đã gửi quá 10 phút nên phần vừa sửa không được ghi; điều đã ghi vẫn giữ nguyên. Tình hình mới thì nhắn tin mới, ví dụ “${number ?? 23} đang làm 60%”.`,
  );

/** A sticker, a voice message, a picture without a caption… in a private chat. */
export const unsupportedMessage = (): FormattedMessage =>
  message('Hiện chưa đọc được loại tin này. Nhắn bằng chữ, hoặc gõ /help để xem cách dùng.');

/** A voice message or a film without words, in reply to a task's message. */
export const unsupportedReport = (): FormattedMessage =>
  message(
    'Chưa nghe, xem được tin thoại và video. Báo tình hình bằng chữ khi trả lời tin của việc, hoặc bấm nút.',
  );

/** A command that there is not, or that is spelt otherwise. */
export const unknownCommand = (): FormattedMessage =>
  message('Không có lệnh này. Lệnh gõ chữ thường, không dấu, ví dụ /viec; xem đủ các lệnh: /help.');

/** A question in reply to a task's message: people answer it, not the bot. */
export const notAQuestionForHere = (view: AssignmentView | null): FormattedMessage =>
  message(
    view === null
      ? 'Câu hỏi này, đề nghị trao đổi với Văn phòng. Xem việc đang mở: /viec.'
      : `Câu hỏi về việc ${view.task.number}, đề nghị trao đổi với Văn phòng. Xem chi tiết: /viec ${view.task.number}.`,
  );

/** A leader's remark in reply to a task's message: it is for the unit, and the bot carries no messages. */
export const remarkNotPassedOn = (): FormattedMessage =>
  message(
    'Ý kiến này chưa được chuyển cho đơn vị. Đề nghị trao đổi trực tiếp với đơn vị hoặc qua Văn phòng.',
  );

/** Words that are neither a report nor an order. */
export const nothingUnderstood = (member: Member): FormattedMessage =>
  message(
    isAllowed(member, 'see_all_units')
      ? 'Chưa hiểu tin này. Việc quá hạn: /quahan; sắp đến hạn: /sapden; một việc: /viec và số việc; cách dùng khác: /help.'
      : 'Chưa hiểu tin này. Báo tình hình thì ghi số việc, ví dụ “23 đang làm 60%”; cách dùng khác: /help.',
  );

/** A reply in words to a card of a draft. */
export const draftReplyHint = (): FormattedMessage =>
  message('Để sửa phiếu, bấm nút dưới phiếu đó: Sửa hạn, Sửa đơn vị hoặc Sửa nội dung.');
