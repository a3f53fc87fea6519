// Orders and conditions put to others: nothing is reported by them.
import { isOpenQuestion } from './questions.ts';
import { withoutReason } from './reasons.ts';
import type { Saying } from './wording.ts';
import { NAME } from './people-words.ts';
import { WORD, either, expressions, has, mentionOf, pattern, upTo } from './wording.ts';

const VERB = either`
  làm|gửi|nộp|báo cáo|báo|trình|cập nhật|hoàn thành|hoàn thiện|xong|triển khai|thực hiện|xử lý|giải quyết|tiếp tục
  rà soát|rà|kiểm tra|xem|đọc|nghiên cứu|tổng hợp|soạn|tham mưu|sửa|bổ sung|in|up|nhập|đăng|mang|chuyển
  đôn đốc|nhắc|đóng việc|tích|bấm|đánh dấu|liên hệ|phối hợp|gọi|nhắn|trả lời|họp|lên|theo dõi|giải trình|chuẩn bị|khẩn trương|tập trung|chú ý|lưu ý|chủ động|đẩy nhanh|bám sát|theo sát
`;
const SUPERIOR = '(?:anh|chị|tôi|sếp|lãnh đạo|văn phòng)';
const CLAUSE = '(?:^ |[,.;:] )';
const KIN = '(?:đồng chí|anh|chị|em|bạn|cô|chú)';

/** "Nhớ rồi ạ": taken note of. */
const REMEMBERED = '(?:rồi|mà|chứ|ra(?= (?:$|[,.]|rồi)))';

const ORDERS = expressions`
  (?:hãy|(?<! không )phải(?! (?:${WORD} lại|trả|chờ|đợi|tạm|dừng|ngưng|đi(?! (?:lên|xuống))))|nhớ(?! ${REMEMBERED})|yêu cầu|đề nghị(?! (?:anh|chị|sếp|lãnh đạo|giám đốc|ban giám đốc))|bắt buộc|cố gắng|tranh thủ|lưu ý|chú ý|tuyệt đối) ${upTo(7)}${VERB}
  (?:khẩn trương|đẩy nhanh|tập trung|đôn đốc|chủ động|nghiêm túc|ưu tiên) ${upTo(7)}${VERB}
  ${VERB} ${upTo(5)}(?:nhanh lên|nhanh đi|(?:nhanh|gấp)(?= (?:$|,|lên|cho))|ngay(?= (?:$|[,.]|cho|lên|để|trong|hôm|<today>|<future>)))
  ${VERB} ${upTo(5)}(?:(?:cho|giúp|hộ) ${SUPERIOR})
  nhanh lên|gấp lên|khẩn trương|nhanh nhanh|^ (?:nhanh|gấp|khẩn)(?= (?:$|[,.!]))
  (?:đừng|không được|cấm|chớ|không cần) ${upTo(3)}(?:về|gửi|để|chậm|trễ|quên|làm|nộp|báo cáo|kéo dài|lùi)
`;
const IMPERATIVE = expressions`
  ${CLAUSE}yêu cầu (?:đồng chí|các|phòng(?! em)|đơn vị|<unit>|em|anh em)|^ (?:không|đừng) để (?:chậm|trễ|quá hạn|sót|kéo dài)
  ^ (?:các )?đồng chí ${VERB}
  ^ (?:thống nhất|họp|xin ý kiến|bàn) ${upTo(8)}rồi (?:hãy |hẵng )?(?:làm|gửi|trình|nộp|ký|triển khai|phát hành)(?= (?:$|[,.]))
  ${CLAUSE}(?:đẩy nhanh|tăng tốc|gấp rút|chú ý|lưu ý|nhớ(?! ${REMEMBERED})|tuyệt đối)
  ${CLAUSE}${VERB} ${upTo(3)}(?:gửi|báo|báo cáo|trình|nộp) (?:cho )?${SUPERIOR}
  ^ cứ (?:${VERB}|giữ|bám)(?! (?:được|xong|mãi|hoài|là|em|rồi)) ${WORD}(?!.* (?:là|em|phòng em|mình|bị|không được) )
  ${CLAUSE}(?:ghi|nêu|làm|viết|nói|chú thích) rõ (?!rồi)${WORD}
  rồi (?:hãy|mới) (?:về|nghỉ|đi)
  xong (?:${WORD} ){0,3}mới (?:được |cho )?(?:về|nghỉ|ăn|chơi|đi (?:chơi|nhậu|ăn|về|ngủ))
  ^ (?:<task> )?(?:không|chưa) (?:làm )?(?:xong|kịp|nộp|gửi)(?: <today>| <future>| hôm nay)? (?:(?:thì|là) |(?=(?:khỏi|đừng hòng|đừng mong|cấm) ))(?!(?:em|phòng em|tôi|mình|phòng|chưa|không|đành|phải|xin|sao|do|vì|<future>|<today>) )${WORD}
  ^ (?:<task> )?(?:không|chưa|chậm|trễ) ${upTo(3)}(?:là|thì) (?:cắt|trừ|phạt|khỏi|kiểm điểm|phê bình|nêu tên|chịu trách nhiệm|hạ thi đua|mất thi đua)
  ${CLAUSE}(?:<future> |<today> |, )+(?:cả phòng |mọi người |các em |cả nhà )?có mặt (?:ở|tại|đúng|đầy đủ|lúc|phòng họp|trụ sở|hội trường|<today>|<future>)
  ${CLAUSE}(?:<future>|<today>) (?:đi |họp |lên |về |qua )*(?:nhớ )?(?:mang|đem|cầm) (?:theo|lên|về|qua|sang)
  ${CLAUSE}${VERB} ${upTo(4)}cho (?:${SUPERIOR}|<unit>)(?! rồi)
  ${CLAUSE}(?:làm |cố gắng |nhớ |phòng )?(?:xong|hoàn thành|gửi|nộp|báo cáo|trình) trước (?:<future>|<today>|\d)
  ${CLAUSE}(?:<task> )?(?:rồi |thì |và |mà )?${either`
    gửi|nộp|báo|báo cáo|chuyển|trình|mang|đưa|cập nhật|nhắn|gọi|làm|up|in|soạn|tổng hợp|bổ sung|sửa
    kiểm tra|rà soát|rà|xem|xem lại|xử lý|hoàn thành|hoàn thiện|triển khai|thực hiện|liên hệ|chuẩn bị|họp
    nhớ(?! ${REMEMBERED})|nhắc|đôn đốc|giao|lên|vào|qua|về
  `} (?:ngay|gấp|luôn|nhanh|sớm|giúp|hộ|lại|cho|kỹ|rõ|đầy đủ|đúng|đi|các|về|vào|trước|trong|phòng(?! em)|báo cáo|kết quả|số liệu|nội dung|hồ sơ|tài liệu|file|mình|${SUPERIOR}|<future>|<today>|<task>)
`;
const DEMAND = expressions`
  ^ (?:cần|phải) ${upTo(2)}${VERB}
  (?<! không )(?:phải|cần) (?!${upTo(5)}mới )${upTo(4)}(?:xong|có|hoàn thành|nộp|gửi|báo cáo|trình)
  chậm nhất|muộn nhất (?:là )?(?:<future>|<today>)
  ^ (?:bảo|nhắc|kêu|dặn|giục|nói) (?:anh em|các em|mọi người|các phòng|<unit>|phòng(?! em))|lo mà ${VERB}
  ${CLAUSE}ưu tiên (?:cho )?(?:việc|nhiệm vụ|nội dung|<task>|cái|làm)
  ${CLAUSE}(?:<future>|<today>) (?:đi |họp |nhớ )*(?:lên|qua|sang|xuống|về|đến|gặp|vào) ${upTo(3)}(?:anh|chị|sếp|tôi|phòng anh)
  ^ (?:<future>|<today>) (?!(?:em|phòng em|tôi|mình|phòng|bên em|anh|chị|sếp|sẽ|mới|là|thì|<task>|<unit>|có|xong|rồi) )${WORD} ${upTo(5)}(?:lên|qua|sang|tới|cho|gặp)(?: phòng)? (?:anh|chị|sếp|tôi)(?= (?:$|[,.]|ký|xem|duyệt|để))
  (?:<future>|<today>) ${upTo(2)}(?:báo cáo|báo|gửi|nộp|trình|mang|đưa|nhắn|chuyển|alo|cầm) (?:cho |lại )*${SUPERIOR}
`;
/** "nếu xong thì cập nhật", "xong báo anh". */
const WHEN_DONE = expressions`
  ^ (?:làm )?xong (?:rồi )?thì (?!(?:em|tôi|mình|phòng em|phòng|bên em|sẽ|mới|tốt|hay|mừng|thôi|không|chưa|đã|<future>|<today>) )${WORD} ${WORD}
  (?:chưa rõ|không rõ|có gì|cần gì) (?:thì |là )?(?:hỏi|báo|gọi|nhắn|liên hệ)
  xong (?:rồi |thì |là |sớm )?(?:báo|gửi|nộp|gọi|nhắn|alo|chuyển|trình|cập nhật|báo cáo) (?:cho |lại |về )*(?:lại|ngay|mình|${SUPERIOR})
  ${CLAUSE}(?:nếu|khi|bao giờ|lúc|hễ|cứ|trường hợp) ${upTo(8)}thì (?!(?:em|tôi|mình|phòng em|phòng|chưa|xong|tốt|may|hay|sẽ|mới|chịu|không|đã|quá|cũng|được|kịp|<future>|<today>) )${WORD}
  (?:nếu |khi |bao giờ |lúc |hễ |cứ )?(?:chưa |đã |làm |${upTo(3)})?(?:xong|hoàn thành|báo cáo|gửi|nộp|có|làm|vướng|khó|trình|rảnh) ?(?:rồi |hết |kết quả |số liệu )?(?:thì|là) (?!(?:em|tôi|mình|phòng em|chưa|xong) )${upTo(3)}${VERB}
`;
/** "Chưa chắc số liệu thì đừng trình": what is not to be done, or only then. */
const ON_CONDITION = pattern(
  `^ (?:nếu |khi |hễ |cứ )?(?:chưa|không|còn|có|thiếu|sai|vướng|phòng nào|đơn vị nào|<unit> chưa|ai chưa) ${upTo(8)}thì (?:(?:đừng|khoan|chớ|không được|cấm|hãy|phải|nhớ|cứ|chịu khó|khỏi) (?:vội |nên )?${VERB}|(?!(?:chưa|đã|sẽ|mới|không|là|tốt|hay|<future>|<today>) )${WORD} ${upTo(6)}(?:ngay|gấp|luôn|nhanh|liền|lập tức|đi)(?= (?:$|[,.]|đi|cho|trong|<today>|<future>)))`,
);
/** "em làm luôn đi": whoever says "đi" does not speak of himself. */
const GO_AHEAD = pattern(
  `^ ${KIN} ${NAME} ${VERB}(?: ${WORD}){0,3} (?:giúp|hộ)(?! (?:em|phòng em|rồi|xong) )|^ (?:em|đồng chí|bạn) ${NAME} ${VERB} ${upTo(6)}(?:trước|chậm nhất|trong) (?:là )?(?:<future>|<today>)(?!.* (?:em|mình) )|^ (?:em|em ${NAME}|các em|phòng(?! em)) (?!(?:đã|đang|sẽ|vừa|mới|chưa|không|xin|có|gửi|nộp|trình|báo|báo cáo) )${WORD} ${upTo(3)}(?:gấp |ngay |nhanh |sớm |luôn )+cho (?:anh|chị|tôi|sếp)|${VERB} ${upTo(3)}(?:giúp|hộ) (?:anh|chị|tôi)(?= (?:$|[,.]|rồi (?:gửi|trình|báo|nộp)|trang|mục|phần|số|biểu|cái|chỗ|bảng|phụ lục|trước|trong|nội dung))|${CLAUSE}(?:em |em ${NAME} |các em |phòng )?${VERB} ${upTo(4)}(?<!(?:phải|em) )đi(?= (?:$|[,.!]))`,
);
/** "Nhắc các xã gửi lại", "nhờ phòng KHTC kiểm tra lại": someone is told to have others do it, whatever the verb. */
const THROUGH_OTHERS = expressions`
  ${CLAUSE}(?:(?:em|em ${NAME}|${NAME}|phòng|<unit>) )?(?:nhắc|bảo|kêu|dặn|giục|đôn đốc|nói(?= (?:với|cho|giúp|hộ))|báo|hối|thúc)(?: giúp| hộ| lại| với| cho)* (?:các|mấy|bên|anh em|mọi người|<unit>|phòng(?! em)|đơn vị|xã|phường|nhà thầu|tư vấn|chuyên viên|văn thư|kế toán|${KIN} ${NAME}|${NAME}) ${upTo(5)}(?:${VERB}|phát hành|ký|nhận|đóng dấu|dọn|mở|in|photo|đặt|bố trí|trực)
  ^ (?:nhờ|phiền) (?:các |bên )?(?:<unit>|phòng(?! em)|đơn vị|đồng chí|văn thư|kế toán|${KIN} ${NAME}|em) ${upTo(2)}${VERB}
`;
/** "Đừng trình vội, để anh xem đã": what is made is not to go out yet, and the "đã" is no report. */
const NOT_OUT_YET = pattern(
  `${CLAUSE}(?:(?:em|em ${NAME}|các em|phòng|các phòng|<unit>|thôi|khoan|tạm thời|<task>) (?:, )?)*(?:đừng|chớ)(?: có| vội| nên)* (?:trình|gửi|nộp|ký|in|đăng|phát hành|ban hành|công bố|chuyển|đưa|phát|up|đóng dấu|báo cáo|mời|chốt)`,
);
/** "Đừng gửi vội anh ơi, em đang sửa": the work goes on. */
const STILL_AT_IT = pattern(
  '(?:em|phòng em|tôi|mình|bên em) (?:vẫn |còn |mới )*(?:đang|sẽ|còn|chưa|vừa|đã|mới|gửi nhầm|rà|sửa|chỉnh|làm|bổ sung|kiểm tra|xem)|để (?:em|phòng em|bên em)',
);
export const holdsBack = (saying: Saying): boolean =>
  has(saying, NOT_OUT_YET) && !has(saying, STILL_AT_IT) && !has(saying, FAULTY);

/** "gửi mình", "cho tôi": the one who speaks, but not the one who acts. */
const ACTING =
  '(?:em|phòng em|chúng tôi|<address>|(?<! (?:gửi|cho|báo|cáo|nhắn|giúp|hộ|với|của|trình|nộp|gọi|gặp|hỏi|đưa|bàn|phòng) )(?:tôi|mình))';
const WAITING = pattern('đang|chờ|đợi');
/** "em rà lại rồi mới trình": one's own steps. */
const OWN_STEPS = pattern(
  '(?:để|cho) (?:em|phòng em|tôi|mình)|phòng em|chúng tôi|<address>|(?:em|phòng) (?:xin |sẽ |đang |phải |còn |cần )+|em [^,.;?!]* (?:rồi (?:mới|em)|trước khi)|(?:<future>|<today>) (?:em|phòng|sẽ)',
);
const REPORTED_STEPS = pattern('đang|đã (?!rồi )|sẽ|vừa|xin phép|chưa');
/** "Gửi anh dự thảo, anh cho ý kiến": handed over, not asked for. */
const ASKS_REVIEW = pattern(
  'để (?:anh |chị |sếp )?(?:cho ý kiến|góp ý|duyệt|ký)|(?:anh|chị|sếp|lãnh đạo|giám đốc) (?:xem|duyệt|ký|góp ý|cho ý kiến|cho em ý kiến|chỉ đạo)',
);
/** "đã nhắc các xã nộp": done already, by the one who speaks. */
const TOLD = pattern('(?:đã|vừa|mới|đang|sẽ|để em) |rồi(?= (?:$|[,.]))');
const FIRST_PERSON = pattern(ACTING);
const REPORTS = pattern(`${ACTING}|đang|đã|sẽ`);
/** "Khẩn trương lên, tỉnh đang đợi": what those above do is no report of the one who speaks. */
const ABOVE_ACT =
  / [,.;] (?:tỉnh|ubnd tỉnh|ubnd|bộ|trung ương|thường trực|chủ tịch|lãnh đạo|giám đốc|sếp|anh|chị|tôi|<unit>|trên|họ)(?: [^ ,.;:?!()]+){0,3} (?:đang|đã|sẽ) [^,.;?!]*/gu;
const withoutThoseAbove = (saying: Saying): Saying => ({
  ...saying,
  said: saying.said.replace(ABOVE_ACT, ' '),
});

/** Asked of a unit, whatever "đã" the object holds: "đề nghị phòng báo cáo kết quả đã hoàn thành". */
const ASKED_OF_UNIT = expressions`
  ^ (?:yêu cầu )?giao <unit>
  ^ (?:đề nghị|yêu cầu|nhờ) (?:các |các anh |các chị )?(?:phòng(?! em)|đơn vị(?! em)|đồng chí|em|chuyên viên|${KIN} ${NAME}|<unit>) ${upTo(3)}(?:báo cáo|báo|gửi|cập nhật|cho biết|rà soát|thống kê|tổng hợp|xác nhận|nêu rõ|làm rõ|giải trình)
`;

/** "Rà lại số liệu rồi hãy trình": first this, then that; nothing was handed in yet. */
const STEPS = pattern(
  `(?:${CLAUSE}|đề nghị |yêu cầu |phải |nhớ |cần |hãy |nên )${upTo(3)}(?:rà|rà soát|soát|kiểm tra|xem|đọc|tính|đối chiếu|hỏi|thống nhất|cân nhắc|trao đổi|bàn|họp|xin ý kiến|lấy ý kiến|báo cáo|trình|chốt|chờ|đợi) ${upTo(8)}(?:, )?(?:(?:xong |đã |cho chắc |kỹ |cẩn thận )*rồi (?:hãy|hẵng|mới|mới được)|trước khi) (?:trình|gửi|nộp|ký|phát hành|ban hành|in|đăng|công bố|chuyển|báo cáo|làm|triển khai|đưa|mời|tổ chức|nhập|chốt)(?! lại)`,
);
/** Faults found in what was handed in: then "rà lại rồi trình" sends it back. */
const FAULTY = pattern(
  '(?:chưa|không) (?:đạt|đúng|ổn|khớp|đủ|rõ|chuẩn)|thiếu|sai|nhầm|trả (?:lại|về)|sơ sài|lủng củng|trình lại|gửi lại|nộp lại|làm lại|viết lại',
);

/** What is to be done first, said by one who does not do it. */
export const isOrderOfSteps = (saying: Saying): boolean =>
  has(saying, STEPS) && !has(saying, FAULTY) && !has(saying, OWN_STEPS) && !has(saying, REPORTED_STEPS);

/** "Rà lại số liệu rồi báo anh trước 16h": to be looked into and answered; nothing handed in is sent back. */
const REPORT_BACK = pattern(
  `^ (?:<task> |em |phòng |<unit> )?(?:rà|rà soát|soát|kiểm tra|xem|tính|đối chiếu|hỏi|xác minh|đọc|dò|đếm|liên hệ|gọi|check)(?: lại| thử| kỹ| giúp)* ${upTo(8)}rồi (?:báo|gọi|nhắn|alo|trả lời|nói|cho)(?: cho| lại)* (?:anh|chị|tôi|sếp|lãnh đạo)(?! (?:ơi|à))`,
);
export const isToReportBack = (saying: Saying): boolean =>
  has(saying, REPORT_BACK) && !has(saying, FAULTY) && !has(saying, REPORTED_STEPS);

/** Without "em", it is no promise either. */
const NOBODY_NAMED = pattern('^ (?:<task> )?(?!(?:em|phòng|để) )[^ ,.;:?!()]+(?!.* sau $)');
export const isToldToReportBack = (saying: Saying): boolean =>
  isToReportBack(saying) && has(saying, NOBODY_NAMED);

/** "Anh xem rồi, phát hành đi em": the next step is told by the one who has read or signed. */
const NEXT_AFTER_READING = pattern(
  `^ (?:anh|chị|tôi|sếp|lãnh đạo)(?: đã)? (?:xem|đọc|ký|nghe|rà)(?: qua| kỹ| hết| cả)* rồi [,.] (?:em |phòng |các em |<unit> )?(?!(?:sửa|chỉnh|bổ sung|làm lại|viết lại|để|cho|duyệt|đạt|được|ok|ổn|tốt|anh|chị|tôi|em|chưa|không|cần|còn|đang|đã|sẽ|chờ|đợi) )${WORD} ${upTo(5)}(?:đi|luôn|ngay|gấp)(?= (?:$|[,.]|<today>|<future>|trong|cho|để))`,
);
export const isNextStep = (saying: Saying): boolean => has(saying, NEXT_AFTER_READING);

export const isAskedOfUnit = (saying: Saying): boolean => has(saying, ASKED_OF_UNIT);

/** Only what others are to do, or not to do, in a certain case. */
export const isConditionalOrder = (saying: Saying): boolean =>
  has(saying, ON_CONDITION) && !has(saying, FIRST_PERSON);

/** Others are to be told to do something. */
export const ordersOthers = (saying: Saying): boolean => has(saying, THROUGH_OTHERS) && !has(saying, TOLD);

/** "Sở Nội vụ trả hồ sơ, yêu cầu bổ sung": what others did; "gọi mà không ai bắt máy": what came of it. */
const TOLD_OF_OTHERS = expressions`
  ^ (?:<unit>|sở|bộ|tỉnh|ubnd|kho bạc|ngân hàng|thuế|bảo hiểm|một cửa|hội đồng|nhà thầu|tư vấn|bên ${WORD})(?: ${WORD}){0,2} (?:trả|bác|từ chối|chê|đòi|bắt|không|chưa|vẫn)
  ^ (?!(?:đừng|không được|cấm|chớ) )[^.;?!]*(?:mà|nhưng) (?:vẫn |cũng |mãi |hoài )*(?:không|chưa|chẳng) (?:ai|thấy|được|có|nghe|trả lời|bắt|gặp|ra|xong|ai)
`;

/** An order, or a condition put to others ("xong thì báo anh"). */
export function isOrder(saying: Saying): boolean {
  if (has(saying, GO_AHEAD) || isAskedOfUnit(saying) || ordersOthers(saying) || isOrderOfSteps(saying))
    return true;
  if (holdsBack(saying)) return true;
  if (has(saying, WHEN_DONE) && !has(saying, FIRST_PERSON) && !has(saying, WAITING)) return true;
  return (
    !has(saying, TOLD_OF_OTHERS) &&
    !has(withoutThoseAbove(saying), REPORTS) &&
    !has(saying, ASKS_REVIEW) &&
    [ORDERS, IMPERATIVE, DEMAND].some((expression) => has(withoutReason(saying), expression))
  );
}

const GROUP = either`
  (?:các|mấy) (?:phòng|đơn vị|đồng chí|em|bạn|anh|anh chị|xã|đứa|chú|cô|chị)|tất cả các (?:phòng|đơn vị)|tất cả|anh em|mọi người|cả nhà|cả phòng
`;
const EACH = '(?:<unit>|phòng|đơn vị|đồng chí|ai) nào';
/** "Xã nào chưa báo thì báo đi": whoever they are. */
const WHOEVER = `^ (?:(?:mọi người|cả nhà|các ${WORD}) , )?${WORD} nào (?:mà |còn )?(?:chưa|có|còn|đã|nợ|thiếu|vướng|sai|chậm|trễ|muộn|xong) ${upTo(6)}thì (?!(?:em|tôi|mình|phòng em|bên em|anh|chị|chưa|đã|không|sẽ|mới|là) )${WORD}`;
const URGE =
  '(?:thì|cần|phải|nhớ|hãy|chú ý|lưu ý|nên(?! (?:em|phòng em|chúng tôi|tôi|mình|không|chưa|phải chờ|đang) )|khẩn trương|tập trung|chủ động|tiếp tục|tranh thủ|cố gắng|nghiêm túc|sớm)';
const TO_GROUP = expressions`
  ${CLAUSE}(?:đề nghị |yêu cầu |nhờ )?(?:${GROUP}|${EACH}) ${upTo(6)}${URGE} ${upTo(3)}${VERB}
  ${CLAUSE}(?:${GROUP}|<unit>) (?:(?:chưa|nào) .* thì )?(?:${URGE} )*${VERB}(?!.* (?:rồi (?:$|[,.;])|xong|chưa|đã))
  ^ (?:<future>|<today>) (?:, )?(?:(?:các|mấy) (?:phòng|đơn vị|đồng chí|em|bạn)|mọi người|cả nhà|cả phòng|<unit>) (?:${URGE} )*(?!họp )${VERB}(?!.* (?:rồi|xong|chưa|đã|em|phòng em|mình|mới) )
  ${EACH} ${upTo(5)}(?:thì|là)
  ${WHOEVER}
  ^ ai (?!cũng )${upTo(5)}thì (?!(?:em|tôi|mình|phòng em|chưa|đã|không|sẽ) )${WORD}
  (?:${EACH}|việc nào) ${upTo(2)}(?:gấp|khó|dễ|cần|xong)(?: thì)? ${VERB} trước
  ^ <unit> (?:và|cùng|,) (?:<unit>|phòng ${WORD}) (?:${URGE} )*(?:phối hợp|${VERB})(?!.* (?:rồi|xong|chưa|đã))
`;
const REPORTED = expressions`
  đã|đang|xong
  chưa(?= (?:gửi|nộp|xong|có|báo cáo|cung cấp) (?:$|[,.;]|số liệu|báo cáo))
`;
const THEN = pattern('thì');
/** "xong việc nào cập nhật việc đó": each as it is finished. */
const EACH_IN_TURN = pattern(
  `(?:${CLAUSE}|thì |là )(?:${GROUP} )?(?:làm |cứ )?(?:xong|được|có|ra|hoàn thành|rà)? ?(?<thing>việc|cái|phần|mục|nội dung|nhiệm vụ|khâu|bước|file|biểu) nào (?:xong |rồi |thì |là |cứ )*${WORD} ${upTo(4)}(?:\\k<thing> )?(?:đó|đấy|ấy|nấy|luôn|trước)`,
);

/** An order to a group: it may hold "chưa" and "nào" without being a report or a question. */
export const isOrderToGroup = (saying: Saying): boolean =>
  !isOpenQuestion(saying) &&
  // "Báo cáo anh Hải: …": whoever says so has no one to order.
  mentionOf(saying, 'address') === null &&
  ((has(saying, TO_GROUP) && (!has(saying, REPORTED) || has(saying, THEN))) ||
    (has(saying, EACH_IN_TURN) && !has(saying, FIRST_PERSON)));
