// The short words with which people answer a question that the bot has asked. They are read by themselves only there:
// anywhere else "không" or "thôi" says nothing.
import { fold } from './normalize.ts';

/** What someone answers who was asked why. */
export type GivenReason =
  | { readonly kind: 'reason'; readonly text: string }
  /** They want to go on and say nothing more: "bỏ qua". */
  | { readonly kind: 'none' }
  /** They want to leave things as they are after all: "thôi, để đó", "bấm nhầm". */
  | { readonly kind: 'withdrawn' };

/** Reads the answer to "vì sao?" before something is done; what is not known is a reason. */
export const readGivenReason = (text: string): GivenReason => {
  const words = bare(text);
  if (SAYS_NOTHING.test(words)) return { kind: 'none' };
  return WITHDRAWN.test(words) ? { kind: 'withdrawn' } : { kind: 'reason', text: text.trim() };
};

/** True for a no that needs no more reading, whatever is added to it; not for a question ("không đồng ý à?"). */
export const isPlainRefusal = (text: string): boolean => PLAIN_NO.test(bare(text)) && !text.includes('?');

/** True for a no to "chuyển cho đơn vị khác?": "không", "không chuyển", "ko đồng ý, vẫn để phòng làm". */
export const declinesTransfer = (text: string): boolean => NOT_TRANSFERRED.test(bare(text));

/** True where someone who was asked for the number of a document has none: "dạ không có ạ". */
export const hasNothingToName = (text: string): boolean => THERE_IS_NONE.test(bare(text));

/** True where someone who was asked for a deadline wants none: "không hạn". */
export const wantsNoDeadline = (text: string): boolean => NO_DEADLINE.test(bare(text));

/** The numbers with which a clause begins, which may be those of tasks: "24 xong; việc 25 đang làm". Dates and percentages are none. */
export const openingNumbers = (text: string): readonly number[] =>
  [...text.matchAll(OPENS_WITH_NUMBER)].map(([, digits]) => Number(digits));

/** Many type without diacritics, or with half of them: short as these answers are, they cannot mean anything else then. */
const bare = (text: string): string => fold(text.normalize('NFC').trim());

/** A whole answer: one of the patterns, with the small words that people put around it. */
const answerOf = (...patterns: readonly string[]): RegExp =>
  new RegExp(
    `^(?:(?:a|o|da|vang)[\\s,]+)?(?:${patterns.join('|')})(?:[\\s,]+(?:da|roi|em|anh|chi|a|nhe|nha|di|vay|nua))*[\\s.!]*$`,
    'u',
  );

const SAYS_NOTHING = answerOf('bo qua', '(?:khong|ko|k)(?: co)?(?: ly do)?', '-', '\\.');

const WITHDRAWN = answerOf(
  '(?:khoan|tu tu|thoi)',
  '(?:thoi[\\s,]+)?(?:(?:bam|go|ghi|gui)\\s+)?(?:nham|lon)',
  '(?:thoi[\\s,]+)?khoi',
  '(?:thoi[\\s,]+)?(?:khong|ko|k|dung|chua)\\s+(?:huy|tra|thoi|chuyen|mo|xin|sua|gia han|lui)(?:\\s+(?:gia han|lui|chuyen))?(?:\\s+lai)?(?:\\s+(?:nua|voi))?',
  '(?:thoi[\\s,]+)?(?:cu\\s+)?de\\s+(?:do|day|nguyen|vay|the|yen)',
  '(?:thoi[\\s,]+)?giu\\s+nguyen',
);

const PLAIN_NO = /^(?:khong|ko|k)\s+(?:dong y|duyet|chap nhan|nhat tri)(?!\p{L})/u;

const NOT_TRANSFERRED = /^(?:khong|ko|k)(?:\s+(?:chuyen|dong y|duoc)(?!\p{L})|[\s.,!]*$)/u;

const THERE_IS_NONE = answerOf('(?:khong|ko|chua)(?:\\s+co)?(?:\\s+(?:so|van ban|tep|gi))*');

const NO_DEADLINE = answerOf('(?:khong|ko|k)(?:\\s+co)?(?:\\s+(?:thoi )?han)?');

const OPENS_WITH_NUMBER = /(?:^|[;,\n])\s*(?:việc\s+|viec\s+)?#?(\d{1,7})(?![\d/%])/giu;
