// Short answers to a pressed button, shown for a moment at the top of the screen: at most 200 characters, no formatting.
import type { CompletionOutcome } from '../../application/deciding/decide-completion.ts';
import type { ExtensionDecisionOutcome } from '../../application/deciding/decide-extension.ts';
import type { DraftItem } from '../../domain/draft.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { numberList } from './compose.ts';

export const toastNotAllowed = (): string => 'Nút này dành cho người phụ trách việc.';

/** The card is of an earlier reading, or what it is about is gone. */
export const toastStale = (): string => 'Tin này đã cũ. Dùng tin mới hơn ở phía dưới.';

export const toastPastDay = (): string => 'Ngày này đã qua. Chọn ngày khác.';

export const toastAlreadyDecided = (): string => 'Phiếu này đã được xử lý từ trước.';

/** What was to be saved may be given already. */
export const toastDuplicate = (items: readonly DraftItem[]): string => {
  const numbers = items.flatMap(({ duplicateOf }) => duplicateOf?.taskNumber ?? []);
  return `Chưa lưu: có thể trùng việc ${numberList(numbers)}. Xem lại phiếu, đúng thì bấm Vẫn lưu.`;
};

export const toastNeedsLead = (): string => 'Chưa có đơn vị chủ trì. Bấm Chọn đơn vị trước.';

export const toastNothingReady = (): string =>
  'Chưa có phiếu nào đủ để lưu; cần xác định hạn hoặc đơn vị trước.';

/** A report came after the end. */
export const toastClosed = ({ task, assignment }: AssignmentView): string =>
  assignment.status === 'done'
    ? `Việc ${task.number} đã hoàn thành.`
    : `Việc ${task.number} đã thôi theo dõi.`;

/** What was understood can be taken back for ten minutes. */
export const toastTooLateToCorrect = ({ task }: AssignmentView): string =>
  `Đã quá 10 phút. Tình hình mới của việc ${task.number} thì nhắn lại, ví dụ “${task.number} đang làm”.`;

export const toastUnknownPerson = (): string => 'Tài khoản này chưa có trong danh sách của Sở.';

/** The press has been recorded; whether it was also answered is not known. */
export const toastAppliedBefore = (): string => 'Đã được ghi nhận từ trước.';

/** Somebody presses more than anybody means. */
export const toastTooMuchAtOnce = (): string =>
  'Nhiều lượt bấm đến cùng lúc nên lần này chưa được ghi. Chờ một phút rồi bấm lại giúp.';

export const toastFailed = (): string => 'Chưa xử lý được. Bấm lại giúp sau ít phút.';

export const toastExtensionNotDecided = (
  outcome: Exclude<ExtensionDecisionOutcome, { kind: 'decided' }>,
): string => {
  switch (outcome.kind) {
    case 'already_decided':
      return decidedBefore(outcome.request.state);
    case 'not_later':
      return 'Ngày nêu đã qua, hoặc không muộn hơn hạn hiện nay.';
    case 'not_allowed':
      return 'Gia hạn do Phó Giám đốc phụ trách hoặc Giám đốc quyết định.';
    case 'not_found':
      return toastStale();
  }
};

const decidedBefore = (state: 'pending' | 'approved' | 'refused' | 'withdrawn'): string =>
  state === 'withdrawn'
    ? 'Đề nghị này đã được rút lại.'
    : `Đề nghị này đã có ý kiến: ${state === 'approved' ? 'đồng ý' : 'không đồng ý'}.`;

export const toastCompletionNotDecided = (
  outcome: Exclude<CompletionOutcome, { kind: 'decided' }>,
): string => {
  switch (outcome.kind) {
    case 'nothing_to_decide':
      return outcome.view.assignment.status === 'done'
        ? `Việc ${outcome.view.task.number} đã được xác nhận từ trước.`
        : `Việc ${outcome.view.task.number} hiện không chờ xác nhận.`;
    case 'not_allowed':
      return 'Xác nhận hoàn thành do Văn phòng hoặc lãnh đạo phụ trách thực hiện.';
    case 'not_found':
      return toastStale();
  }
};
