// What stands on the buttons: the words of the person who presses them, two or three at most.
import type { AssignmentRole } from '../../domain/assignment.ts';
import type { Month } from '../../domain/month-sheet.ts';

export const SAVE = 'Lưu';
export const EDIT_DEADLINE = 'Sửa hạn';
export const EDIT_UNITS = 'Sửa đơn vị';
export const UNDO_SAVE = 'Hoàn tác (trong 10 phút)';
/** Where it may be work that is given already. */
export const SAVE_ANYWAY = 'Vẫn lưu';
export const DISCARD_ITEM = 'Bỏ mục này';
export const EDIT_CONTENT = 'Sửa nội dung';
/** Where these are missing, the same buttons say what is to be added. */
export const ADD_DEADLINE = 'Thêm hạn';
export const CHOOSE_UNITS = 'Chọn đơn vị';
export const ADD_PRODUCT = 'Thêm sản phẩm';
export const DISCARD = 'Bỏ';

export const CLEAR_UNITS = 'Bỏ chọn hết';
export const FINISHED = 'Xong';

/** "Chủ trì (2)" */
export const unitRole = (role: AssignmentRole, count: number): string =>
  `${role === 'lead' ? 'Chủ trì' : 'Phối hợp'} (${count})`;

/** "✓ Phòng CĐS"; "· Phòng CĐS" where it has the other role. */
export const tickedUnit = (name: string, isTicked: boolean, hasOtherRole: boolean): string =>
  `${isTicked ? '✓ ' : hasOtherRole ? '· ' : ''}${name}`;

export const ACKNOWLEDGED = 'Đã nhận';
export const IN_PROGRESS = 'Đang làm';
export const DONE = 'Đã xong';
/** For a unit that only coordinates. */
export const OWN_PART_DONE = 'Xong phần mình';
export const SUBMITTED = 'Đã trình, chờ ý kiến';
export const BLOCKED = 'Vướng';
export const ASK_EXTENSION = 'Xin gia hạn';
export const CORRECT = 'Sửa';

export const ACCEPT_COMPLETION = 'Xác nhận hoàn thành';
export const RETURN_COMPLETION = 'Trả lại';
export const APPROVE_EXTENSION = 'Đồng ý';
export const APPROVE_OTHER_DATE = 'Đồng ý đến ngày khác';
export const REFUSE_EXTENSION = 'Không đồng ý';
export const RECORD_DECISION = 'Ghi ý kiến lãnh đạo';

export const REMIND_NOW = 'Nhắc ngay';
export const NO_CHOICE = 'Bỏ lọc';
export const OLDEST_FIRST = 'Lâu nhất trước';
export const UNIT_BY_UNIT = 'Theo đơn vị';
export const AS_TABLE = 'Dạng bảng';
export const AS_LINES = 'Dạng danh sách';
export const BY_UNIT = 'Lọc đơn vị';
export const BY_DEPUTY = 'Lọc phụ trách';
export const BY_DOCUMENT = 'Lọc văn bản';
export const BACK = '‹ Về danh sách';

export const ASK_TO_JOIN = 'Đề nghị được dùng';
export const TURN_DOWN = 'Không phải người của Sở';
export const CONFIRM_LEAVING = 'Đưa ra khỏi danh sách';

export const stopSendingHere = (unit: string): string => `Thôi gửi việc của ${unit} vào đây`;

export const OTHER_UNIT = 'Chuyển đơn vị khác';
export const NO_TRANSFER = 'Không chuyển';
export const HAND_OVER = 'Chuyển đơn vị';
export const CANCEL_TASK = 'Thôi theo dõi';
export const RESTORE_TASK = 'Theo dõi lại';
export const REOPEN = 'Mở lại';
export const UNDO_CANCEL = 'Hoàn tác';

export const PREVIOUS_PAGE = '‹ Trước';
export const NEXT_PAGE = 'Sau ›';

export const WHOLE_AGENCY = 'Toàn Sở';
export const IN_CHARGE = 'Đơn vị phụ trách';
export const wholeAgency = (count: number): string => `${WHOLE_AGENCY} (${count})`;
export const inCharge = (count: number): string => `${IN_CHARGE} (${count})`;
export const longOverdue = (days: number, count: number): string => `Trên ${days} ngày (${count})`;
export const recentlyOverdue = (days: number, count: number): string => `Đến ${days} ngày (${count})`;
export const anyAge = (count: number): string => `Tất cả (${count})`;
export const PERIODS = { week: 'Tuần', month: 'Tháng', quarter: 'Quý' } as const;
export const PREVIOUS_PERIOD = 'Kỳ trước';
export const CURRENT_PERIOD = 'Kỳ này';
export const showEvidence = (count: number): string => `Xem tệp (${count})`;
export const remindNow = (unit: string): string => `Nhắc ${unit}`;
/** Under the last card, where the number would not follow what is done with the others. */
export const SAVE_ALL_CARDS = 'Lưu tất cả các phiếu';
export const saveAll = (count: number): string => `Lưu tất cả (${count})`;
export const showStanding = (count: number): string => `Xem chỉ đạo chung (${count})`;
export const acceptCompletionOf = (unit: string): string => `Xác nhận ${unit}`;
export const returnCompletionOf = (unit: string): string => `Trả lại ${unit}`;
export const reopenPartOf = (unit: string): string => `Mở lại phần của ${unit}`;
export const handOverTo = (unit: string): string => `Chuyển ${unit}`;
export const handOverPartOf = (unit: string): string => `Chuyển phần của ${unit}`;
export const setDeadline = (number: number): string => `Đặt hạn việc ${number}`;
export const showTask = (number: number): string => `Xem việc ${number}`;

/** In a message about several tasks each button names its task: "23 đã xong". */
export const ofTask = (number: number, label: string): string =>
  `${number} ${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)}`;

/** A button that says nothing: Telegram takes no empty one. */
export const BLANK = ' ';
export const PREVIOUS_MONTH = '‹';
export const NEXT_MONTH = '›';
export const CALENDAR_WEEKDAYS = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;
export const TYPE_DATE = 'Gõ ngày khác';

/** "Tháng 4/2025" */
export const calendarMonth = ({ year, month }: Month): string => `Tháng ${month}/${year}`;

/** "18", "(19)" on a day off, "·18" today. */
export const calendarDay = (day: number, isWorkingDay: boolean, isToday: boolean): string => {
  const marked = `${isToday ? '·' : ''}${day}`;
  return isWorkingDay ? marked : `(${marked})`;
};
