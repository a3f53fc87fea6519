// The short words with which people answer a question that the bot has asked. They are read by themselves only there:
// anywhere else "không" or "thôi" says nothing.

/** What someone answers who was asked why. */
export type GivenReason =
  | { readonly kind: 'reason'; readonly text: string }
  /** They want to go on and say nothing more: "bỏ qua". */
  | { readonly kind: 'none' }
  /** They want to leave things as they are after all: "thôi, để đó", "bấm nhầm". */
  | { readonly kind: 'withdrawn' };

/** Reads the answer to "vì sao?" before something is done; what is not known is a reason. */
export const readGivenReason = (text: string): GivenReason => {
  const words = cleaned(text);
  if (SAYS_NOTHING.test(words)) return { kind: 'none' };
  return WITHDRAWN.test(words) ? { kind: 'withdrawn' } : { kind: 'reason', text: text.trim() };
};

/** True for a no that needs no more reading, whatever is added to it; not for a question ("không đồng ý à?"). */
export const isPlainRefusal = (text: string): boolean => PLAIN_NO.test(cleaned(text)) && !text.includes('?');

/** True for a no to "chuyển cho đơn vị khác?": "không", "không chuyển", "ko đồng ý, vẫn để phòng làm". */
export const declinesTransfer = (text: string): boolean => NOT_TRANSFERRED.test(cleaned(text));

/** True where someone who was asked for the number of a document has none: "dạ không có ạ". */
export const hasNothingToName = (text: string): boolean => THERE_IS_NONE.test(cleaned(text));

/** True where someone who was asked for a deadline wants none: "không hạn". */
export const wantsNoDeadline = (text: string): boolean => NO_DEADLINE.test(cleaned(text));

/** The numbers with which a clause begins, which may be those of tasks: "24 xong; việc 25 đang làm". Dates and percentages are none. */
export const openingNumbers = (text: string): readonly number[] =>
  [...text.matchAll(OPENS_WITH_NUMBER)].map(([, digits]) => Number(digits));

const cleaned = (text: string): string => text.normalize('NFC').trim();

const SAYS_NOTHING =
  /^(?:bỏ qua|bo qua|không(?: có)?(?: lý do)?|khong(?: co)?(?: ly do)?|ko|k|-|\.)(?:\s+(?:em|anh|chị|chi|ạ|a|nhé|nhe))*[\s.!]*$/iu;

const WITHDRAWN =
  /^(?:à|a|ờ|ơ|dạ|da)?[\s,]*(?:(?:bấm|bam|gõ|go|ghi|gửi|gui)?\s*(?:nhầm|nham|lộn|lon)|khoan|từ từ|tu tu|(?:thôi|thoi)|(?:thôi|thoi)?[\s,]*(?:không|khong|ko|k|đừng|dung|chưa|chua)\s+(?:hủy|huỷ|huy|trả|tra|thôi|thoi|làm|lam|chuyển|chuyen|mở|mo)(?:\s+(?:lại|lai))?(?:\s+(?:nữa|nua|vội|voi))?|(?:thôi|thoi)?[\s,]*(?:cứ|cu)?\s*(?:để|de)\s+(?:đó|do|đấy|day|nguyên|nguyen|vậy|vay|thế|the|yên|yen)|(?:thôi|thoi)?[\s,]*(?:giữ|giu)\s+(?:nguyên|nguyen))(?:[\s,]+(?:đã|da|rồi|roi|em|anh|chị|chi|ạ|a|nhé|nhe|nha|đi|di|vậy|vay|nữa|nua))*[\s.!]*$/iu;

const PLAIN_NO =
  /^(?:không|khong|ko|k)\s+(?:đồng ý|dong y|duyệt|duyet|chấp nhận|chap nhan|nhất trí|nhat tri)(?!\p{L})/iu;

const NOT_TRANSFERRED =
  /^(?:không|khong|ko|k)(?:\s+(?:chuyển|chuyen|đồng ý|dong y|được|duoc)(?!\p{L})|[\s.,!]*$)/iu;

const THERE_IS_NONE =
  /^(?:(?:dạ|vâng)[\s,]+)?(?:không|ko|chưa)(?:\s+có)?(?:\s+(?:số|văn bản|tệp|gì))*(?:\s+ạ)?[\s.!]*$/iu;

const NO_DEADLINE = /^(?:không|ko|k|khong)\s*(?:có\s*|co\s*)?(?:hạn|han|thời hạn)?\s*[.!]?$/iu;

const OPENS_WITH_NUMBER = /(?:^|[;,\n])\s*(?:việc\s+|viec\s+)?#?(\d{1,7})(?![\d/%])/giu;
