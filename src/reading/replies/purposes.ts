// What something was sent, handed over or carried out for: as the end of the task, or as a step in it.
import { NAME, SUPERIOR } from './people-words.ts';
import type { Found, Saying } from './wording.ts';
import { WORD, clauseAround, expressions, has, mentionOf, pattern, startsWith, upTo } from './wording.ts';

/** `review`: it went out for an opinion; `answer`: to ask others for something; `part`: not all of it. */
export type Purpose = 'final' | 'review' | 'answer' | 'part';

const PERSON = `(?:anh|chị|sếp|${SUPERIOR})`;

/** What sends a product out only to get something back: its sending does not end the task. */
const FOR_REVIEW = expressions`
  xin ý kiến|lấy ý kiến|cho ý kiến|góp ý|tham gia ý kiến|tham gia góp ý
  thẩm định|thẩm tra|phê duyệt(?! (?:rồi|xong))|xem xét|đóng dấu|phát hành|duyệt(?! (?:rồi|xong))|(?<! (?:đăng|chữ) )ký|xem trước|xem giúp
  (?:để )?${PERSON} (?:xem|duyệt|ký|sửa|cho ý kiến|chỉnh|góp ý|đọc|rà|check|kiểm tra)
  dự thảo|bản thảo|(?:bản )?nháp|tờ trình|pháp chế|(?:kiểm tra|soát|rà|rà soát) (?:lại )?(?:thể thức|pháp lý)
`;
const FOR_ANSWER = expressions`
  (?:<unit>|phòng|nhà thầu|vnpt|viettel|bên|anh|chị) ${upTo(3)}(?:chỉnh sửa|sửa|làm|kiểm tra|xử lý|hoàn thiện|thực hiện|triển khai)
  để (?:các ${WORD} |họ |bên đó )?(?:điền|khai|trả lời|rà|rà soát|tự chấm|đăng ký)
  xin (?:cấp|phép|giấy|chủ trương|kinh phí|số|hỗ trợ)|mời (?:thầu|quan tâm|chào giá)|đề nghị|yêu cầu|đôn đốc|nhắc|hỏi|(?<! nhà )cung cấp|khảo sát|lấy số liệu|xin số liệu|báo giá
`;
/** Papers that others fill in or come upon: issued or handed in, they are the product; sent out, a step. */
const TO_BE_RETURNED = pattern('mời|giấy mời|thư mời|phiếu|biểu mẫu|mẫu');
const SENT_OUT = new Set(['gửi', 'phát', 'chuyển', 'đẩy']);
/** "cho 5 xã" is all of them, "được 5 xã" may be a part. */
const NOT_TO = '(?<! (?:cho|tới|đến|về)(?: [^ ,.;:?!()]+){0,2} )';
const PART_SENT = expressions`
  một phần|1 phần|trước (?:một|1|một số|phần)|phần (?:1|2|đầu|một|của phòng em)|bản (?:đầu|1)|(?:đợt|lần|vòng|giai đoạn|bước) (?:1|một|đầu)
  ${NOT_TO}(?<! đủ )(?:một|1|2|3|\d+|hai|ba) (?:xã|phòng|đơn vị|huyện|nội dung|mục|bước|khâu|chương|hạng mục)
  được(?! (?:rồi|hết|cả|giao|phân công|yêu cầu|đề nghị))|(?:hơn|quá|gần) nửa|bước đầu|gần hết|phần lớn|một số|vài|tạm|(?:một )?(?:ít|chút)|miệng|sơ bộ|trước(?! (?:hạn|ngày|khi|đó|đấy|đây|giờ|<))
  (?:đến|tới) (?:phần|đoạn|chương|bước|khâu|mục|trang|biểu|<task>)
  <ratio>|<pct>
`;
/** "sửa theo góp ý": on whose word, not what for. */
const ACCORDING_TO = pattern(
  'theo (?:đúng )?(?:góp ý|ý kiến|yêu cầu|chỉ đạo|đề nghị|hướng dẫn|mẫu|kế hoạch)',
);
/** "gửi rồi anh check giúp em": whether it arrived. */
const PLEASE_CHECK = pattern(
  '(?<=rồi )(?:anh|chị|sếp) (?:check|kiểm tra|xem)(?: lại| mail| hộp thư| giúp| hộ| em| với)*(?= $)',
);
/** These say their own end: an opinion given, a paper signed. */
const CLOSED_BY_ITSELF = expressions`
  góp ý|có ý kiến|tham gia ý kiến|trả lời|phê duyệt|duyệt|ký|thông qua|ban hành|ký ban hành
`;

/** Handed to a colleague, who goes on with it. */
const TO_COLLEAGUE = pattern(
  `(?:lại )?(?:cho |sang |qua |xuống |về )*(?:(?:chuyên viên|đồng nghiệp|anh em)(?= )|(?:bạn|đồng chí|đồng nghiệp|chuyên viên|em|cô|chú|bác)(?! (?:rồi|em|phòng)) [^ ,.;:?!()]+|(?:anh|chị) ${NAME}|(?<=(?:cho|sang|qua) )${NAME})`,
);
/** "làm từ hôm qua tới giờ" is not over. */
const SINCE = /^ (?:từ )?<past>(?: (?:đến|tới) (?:giờ|nay))? $/u;
const HANDED_OVER = new Set(['bàn giao', 'chuyển', 'giao nộp']);

/** Approved or signed, these let the work begin. */
const ONLY_A_START = pattern(
  '(?:cho )?(?:đề cương|chủ trương|dự toán|kinh phí|danh mục|kế hoạch lựa chọn|dự thảo|khung|thiết kế|nội dung)',
);
const APPROVED = new Set(['phê duyệt', 'duyệt', 'thông qua', 'ký']);
/** "gửi góp ý": the opinion is what was asked for. */
const OPINION = pattern('(?:văn bản |công văn |ý kiến |các ý kiến )*(?:góp ý|tham gia ý kiến)');
/** "đủ 12/12 bộ" */
const isFullCount = (saying: Saying, right: string): boolean =>
  right.includes('<pct>') && mentionOf(saying, 'pct')?.value === 100;
/** Meetings and briefings on the way. */
const ONLY_A_STEP = expressions`
  (?:cuộc |buổi |hội nghị )?(?:họp|làm việc) (?:bàn|lấy|xin|thống nhất|góp ý|nội bộ|rà|cho ý kiến|với|phân công|phòng)
  (?:trong |cho |đến )*(?:nội bộ|phòng|anh em|chuyên viên|khảo sát|mở thầu|đấu thầu)|lịch|phòng họp|xe|(?:tiến độ|lý do|khó khăn|vướng mắc|xin)
`;
const BRIEFED = new Set([
  'báo cáo',
  'đăng ký',
  'tổ chức',
  'quán triệt',
  'phổ biến',
  'triển khai xong',
  'cập nhật',
]);

/** "Mẫu đã gửi các xã": named first, as well. */
const RETURNED_LEFT = pattern(
  '^ (?:<task> )?(?:phiếu|biểu mẫu|mẫu|giấy mời|thư mời|bảng hỏi|đề cương)(?! trình)',
);
/** "Dự thảo gửi anh rồi", "gửi rồi, anh góp ý giúp em": what went out is not final, whatever is said behind the verb. */
const DRAFT_LEFT = pattern(
  '^ (?:<task> |em |phòng em |phòng |bản |cái )*(?:dự thảo|bản thảo|bản nháp)(?! (?:đã )?(?:xong|chốt))',
);
const ASKS_OPINION = pattern(
  `[,.;] (?:nhờ |mong |xin )?(?:anh|chị|sếp|lãnh đạo|giám đốc|mọi người|cả nhà|anh em|anh chị|các ${WORD}(?: ${WORD})?) (?:góp ý|cho ý kiến|sửa|chỉnh|duyệt|cho em ý kiến)(?! (?:xong|rồi|đủ|hết))`,
);

/** "Đã sửa theo ý anh, anh coi lại giúp em": back to the one who found fault with it. */
const BACK_FOR_REVIEW = pattern(
  '(?:sửa|chỉnh|gửi lại|theo (?:góp ý|ý))[^.;?!]* [,.] (?:nhờ |mong )?(?:anh|chị|sếp|lãnh đạo) (?:xem|coi|đọc|ngó)',
);
const PUT_RIGHT = new Set(['gửi', 'sửa', 'chỉnh sửa', 'bổ sung', 'cập nhật', 'nộp', 'chuyển']);

export const purposeOf = (saying: Saying, found: Found): Purpose => {
  const { left, right: whole } = clauseAround(saying, found.first, found.end);
  const right = whole.replace(ACCORDING_TO, ' ').replace(PLEASE_CHECK, ' ');
  if (found.text === 'làm' && SINCE.test(right)) return 'part';
  if (HANDED_OVER.has(found.text) && startsWith(right, TO_COLLEAGUE)) return 'answer';
  if (BRIEFED.has(found.text) && startsWith(right, ONLY_A_STEP)) return 'answer';
  if (APPROVED.has(found.text) && startsWith(right, ONLY_A_START)) return 'part';
  if (PART_SENT.test(right) && !isFullCount(saying, right)) return 'part';
  if (startsWith(right, OPINION)) return 'final';
  if (CLOSED_BY_ITSELF.test(` ${found.text} `)) return 'final';
  if (FOR_REVIEW.test(right)) return 'review';
  if (isProposal(saying, right)) return 'review';
  if (PUT_RIGHT.has(found.text) && has(saying, BACK_FOR_REVIEW)) return 'review';
  if (SENT_OUT.has(found.text) && (DRAFT_LEFT.test(left) || has(saying, ASKS_OPINION))) return 'review';
  const isAnswered =
    FOR_ANSWER.test(right) ||
    ((TO_BE_RETURNED.test(right) || RETURNED_LEFT.test(left)) && SENT_OUT.has(found.text));
  return isAnswered ? 'answer' : 'final';
};

/** "đã gửi Tờ trình số … lên UBND tỉnh": a proposal, or whatever goes up, waits for an answer. */
const UPWARDS = pattern(`lên (?:${SUPERIOR}|anh|chị|sếp|<unit>|ubnd|bộ|tỉnh|trung ương)`);
const PROPOSAL = pattern('(?:tờ|phiếu|bản|công văn|văn bản) trình');
const isProposal = (saying: Saying, right: string): boolean =>
  UPWARDS.test(right) ||
  has(saying, PROPOSAL) ||
  /\/(?:TTr|PT)/u.test(mentionOf(saying, 'doc')?.number ?? '');
