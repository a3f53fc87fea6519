// What those in charge decide about a task: accepted, returned, stopped.
import type { Saying } from './wording.ts';
import { WORD, expressions, has, pattern, upTo } from './wording.ts';

/** The start of a clause, and whose word or what matter it may begin with. */
const START =
  '(?:^ |[,.;:] )(?:(?:anh|chị|tôi|lãnh đạo|sếp|ok ,|ok|đồng ý|nhất trí|<task>|việc này|nhiệm vụ này|nội dung này|báo cáo|cái này|bài này|văn bản) )*';
const SUPERIOR = '(?:giám đốc|phó giám đốc|ubnd|ubnd tỉnh|tỉnh|sở|bộ|chủ tịch|hội đồng|lãnh đạo|sếp)';

const ACCEPTS = expressions`
  ${START}(?:đã )?(?:duyệt|nghiệm thu|chấp nhận|công nhận|thông qua|đạt|đạt yêu cầu|đạt rồi)(?: rồi| việc này| nhiệm vụ này| <task>| yêu cầu| tốt| kết quả| báo cáo| xong| ok| này)*(?= (?:$|[,.!;]))
  ${START}(?:đã )?(?:cho |đồng ý )?(?:nghiệm thu|đóng(?: việc| nhiệm vụ)?|(?:ghi|công) nhận hoàn thành|xác nhận (?:đã )?(?:hoàn thành|xong))(?: này| <task>| lại| nhiệm vụ)*(?= (?:$|[,.!;]))
  ${START}(?:tốt , |ok , |đồng ý , |nhất trí , )?(?:cho |đồng ý )*(?:kết thúc|đóng) (?:nhiệm vụ|việc|nội dung|<task>)|(?:anh|chị|tôi|sếp) xác nhận ${upTo(5)}(?:xong|hoàn thành)|xác nhận (?:phòng |đơn vị |<unit> |em |các em )+(?:đã )?(?:hoàn thành|xong)
  ^ (?:anh |chị |tôi |sếp )?(?:được|ổn|ok|tốt|nhất trí|đồng ý|duyệt|xem)(?: rồi)? , (?:anh |chị |tôi )?(?:cho|đồng ý cho) (?:phát hành|ban hành|đăng|in|ký|triển khai|công bố|gửi đi)(?: đi| luôn| nhé)?(?= (?:$|[,.]))
  ^ (?:anh|chị|tôi|sếp) (?:đã )?xem(?: rồi)? , (?:được|ok|ổn|tốt|đạt)(?: rồi)?(?= (?:$|[,.]))
  (?:làm )?tốt lắm|tốt rồi|^ (?:ok |tốt |, )*(?:phòng |em |các em )?(?:hoàn thành|làm) (?:rất )?tốt(?= $)|làm tốt|kết quả tốt|đạt yêu cầu|(?:ổn|được) rồi (?:đóng|duyệt)
`;
const ACCEPTED_ABOVE = pattern(
  `(?:được|${SUPERIOR}|(?:anh|chị) ${upTo(1)}) (?:đã |vừa |mới )?(?:phê duyệt|duyệt|nghiệm thu|chấp nhận|thông qua)`,
);

const RETURNS = expressions`
  (?:chưa|không) (?:đạt|đạt yêu cầu|đáp ứng|đúng(?! (?:hạn|tiến độ|kế hoạch))|đúng yêu cầu|đúng mẫu|đúng quy định|ổn|ổn lắm|được đâu|chấp nhận được)
  ^ (?:sửa|không được)(?= (?:$|[.!]))
  (?:làm|viết|soạn|sửa|chỉnh|tính|bổ sung|hoàn thiện|lập)(?: và)? (?:lại|làm lại)(?! (?:xong|rồi|cho|em|anh|chị|tôi|sếp))
  (?:sửa|chỉnh|làm|viết|soạn|bổ sung|hoàn thiện|rà|rà soát|kiểm tra|xem) ${upTo(6)}(?:trình|gửi|nộp|in) lại(?! (?:xong|rồi))
  (?:gửi|in|nộp|trình) lại (?:bản|cái|file|báo cáo) (?:đúng|khác|chuẩn|đủ|có)
  (?:trình|nộp) lại(?! (?:xong|rồi|cho|em|anh|chị|tôi|sếp))
  (?:rà|rà soát|soát|kiểm tra|xem|đối chiếu) lại ${upTo(5)}(?:rồi|và) (?:trình|gửi|nộp) lại
  (?:trả|trả về|trả lại)(?: hồ sơ| để| về| phòng)*(?= (?:$|[,.]|làm|sửa|bổ sung|hoàn thiện|phòng|hồ sơ))
  (?:cần|phải|đề nghị|yêu cầu) (?:phòng |em |các phòng )?(?:bổ sung|chỉnh sửa|sửa|hoàn thiện|điều chỉnh)
  (?:bổ sung|chỉnh|sửa) ${upTo(6)}(?:rồi|xong|và) (?:trình|gửi|nộp|báo)
  (?:thiếu|sai|nhầm) ${upTo(5)}(?:, )?(?:(?:bổ sung|sửa)(?! sau)|(?:làm|xem|chỉnh|kiểm tra|rà|rà soát|soát|tính|đối chiếu) lại)
`;
/** "Xem lại mục 2, số liệu chưa khớp": a fault was found; by itself "xem lại" only asks to look. */
const LOOKS_AGAIN = pattern(
  '(?:gửi|in) lại(?! (?:xong|rồi|em))|(?:rà|rà soát|soát|kiểm tra|xem|đọc|đối chiếu)(?: kỹ)? lại(?! (?:xong|rồi|cho|em|anh|chị|tôi|sếp))',
);
const FAULT = expressions`
  (?:chưa|không) (?:đạt|đúng|ổn|khớp|đủ|rõ|chuẩn|chính xác|hợp lý|được|thống nhất)|thiếu|sai|nhầm|lệch|vênh|sót|mâu thuẫn|sơ sài|lủng củng
`;

/** A unit speaks of its own rework: "đang sửa lại", "bị trả lại". */
const OWN_REWORK = expressions`
  (?:em|phòng em|tôi|mình|đang|đã|sẽ|xin|vừa|mới|còn|để) ${upTo(3)}(?:làm|viết|soạn|sửa|chỉnh|rà|rà soát|soát|đọc|đối chiếu|kiểm tra|xem|tính|bổ sung|hoàn thiện|trình|gửi|nộp|giải trình|trả|đổi)
  nên (?:phải )?(?:rà|soát|kiểm tra|xem|đối chiếu|rà soát) lại
  (?:anh|chị|văn thư|<unit>|kho bạc|ngân hàng|thuế|bảo hiểm|một cửa|huyện|họ|người ta|bên [^ ,.;:?!()]+|${SUPERIOR}) ${upTo(2)}trả (?:lại|về|hồ sơ|chứng từ)|bị ${upTo(3)}trả|phải trả|(?:cho|để) em
  chưa (?:đạt|đúng) tiến độ
`;
/** "Anh xem rồi, chưa ổn": whoever says so has read another's work. */
const JUDGES = expressions`
  ^ (?:anh|chị|tôi|sếp) (?:chưa|không) (?:đồng ý|ưng|duyệt|hài lòng)(?: với)? (?:bản|nội dung|cách|phần|báo cáo|dự thảo|phương án|bài|văn bản)
  ^ (?:anh|chị|tôi|sếp) trả (?:lại|về)(?: phòng| hồ sơ)? , (?:em |phòng |các em )?(?!.*(?:đang|đã|sẽ|rồi))(?:sửa|chỉnh|làm|viết|bổ sung|rà|xem|hoàn thiện)
  ^ em (?:xem|rà|kiểm tra|sửa|chỉnh|làm|tính) lại ${upTo(5)}, ${upTo(4)}(?:chưa|không|sai|thiếu|còn|lệch|nhầm|hết hiệu lực|bị (?:bãi bỏ|thay thế))|^ (?:trả|trả lại|trả về) (?:hồ sơ|báo cáo|văn bản|phòng|để)
  ^ (?:anh|chị|tôi|sếp|lãnh đạo) (?:đã )?(?:xem|đọc|rà)(?: rồi| qua| lại| kỹ)* , ${upTo(4)}(?:chưa|không|còn|sai|thiếu|phải|cần)
  ^ (?:bản|báo cáo|văn bản|tờ trình|dự thảo|bài|cái|nội dung|số liệu|phần|biểu|bảng|phụ lục|hồ sơ|kế hoạch|thể thức|câu chữ|căn cứ|danh sách|đề cương|slide|dự toán)(?: này| đó| của em| của phòng| em gửi| em trình| số| tổng hợp| \d+)* (?:còn |vẫn |thì |bị )*(?:(?:chưa|không) (?:đạt|ổn|được|đúng|khớp|chuẩn|chính xác|rõ|sát|logic|hợp lý|đầy đủ)|sai|lệch|nhầm|vênh|lủng củng|sơ sài) ${upTo(3)}, (?:em |phòng |các em |<unit> )?(?:bổ sung|sửa|chỉnh|làm|viết|rà|rà soát|xem|tính|soát|kiểm tra|đối chiếu|lập)(?! xong) ${upTo(6)}(?:rồi|và) (?:mới |hãy )?(?:trình|gửi|nộp|đưa|báo)(?! (?:sau|<future>|<today>))
  ^ (?:chưa|không) (?:được|ổn|đạt)(?: đâu| lắm| em)? [,.] (?:bản|báo cáo|văn bản|tờ trình|dự thảo|nội dung|số liệu|phần|biểu|bảng|phụ lục|hồ sơ|kế hoạch|thể thức|câu chữ|căn cứ|danh sách|trang|mục) ${upTo(5)}(?:(?:chưa|không|còn) ${WORD}|sai|lệch|nhầm|vênh|thiếu|mâu thuẫn|sót|trùng|lủng củng|sơ sài)
  (?:sơ sài|qua loa|sai (?:thể thức|mẫu|số liệu|căn cứ|chính tả)|lủng củng|chung chung) ${upTo(3)}, ${upTo(3)}(?:viết|làm|sửa|chỉnh|bổ sung|rà)
`;

const CANCELS = expressions`
  ^ (?:<task> )?(?:thì |cho )?(?:bỏ|hủy|huỷ|thôi bỏ|thôi không làm)(?: đi| luôn| hẳn)?(?= (?:$|[,.!]))
  (?:hủy|huỷ|bãi bỏ|xóa|rút|thu hồi|loại)(?: bỏ)? (?:việc|nhiệm vụ|nội dung|<task>|đầu việc|mục|yêu cầu)
  (?<!(?:thầu|thợ|nhân|vị|họ|vấn|người|em|đã|bị) )(?:bỏ|bỏ qua)(?: hẳn| luôn)? (?:việc|nhiệm vụ|nội dung|<task>)
  (?:việc|nhiệm vụ|nội dung|<task>|mục)(?: này| đó)?(?: ,)? (?:thì )?(?:bỏ ra|bỏ đi|bỏ|hủy|huỷ|xóa|thôi|dừng|không làm)(?= (?:$|[,.!]|đi|luôn|không|nữa|hẳn))
  không (?:phải |cần )?(?:làm|thực hiện|triển khai|báo cáo)(?: việc này| nhiệm vụ này| <task>)? nữa
  (?:thôi|khỏi|khỏi cần|không cần|thôi không|không phải) (?:làm|thực hiện|triển khai)(?! (?:lại|gì|thêm|vội|ngay))|không cần nữa|dừng chủ trương
  đưa ra khỏi (?:danh sách|kế hoạch|chương trình)|dừng hẳn|có chủ trương (?:dừng|không)|chấm dứt (?:việc|nhiệm vụ)
`;
const PAUSES = expressions`
  tạm thời (?:chưa|không) (?:làm|thực hiện|triển khai)(?! được| kịp)
  tạm (?:thời )?(?:dừng|hoãn|ngưng|ngừng|gác|để)|gác (?:việc này |nhiệm vụ này |<task> )?lại|dừng lại|ngưng lại|hoãn lại|để (?:đó|đấy)|để lại(?= (?:đã|$))|chưa làm vội|từ từ (?:hãy|đã)
  ^ (?:(?:<task>|(?:việc|nhiệm vụ|nội dung|cái|vụ) (?:này|đó)) (?:thì |cứ |tạm )?)?(?:khoan|từ từ|thong thả)(?: đã| hãy)?(?: ,)? (?:để|đợi|chờ) (?:anh|chị|tôi|sếp|ý kiến|chỉ đạo|hướng dẫn|quyết định|kết luận|tỉnh|bộ|lãnh đạo|xem)
  khoan (?:làm|triển khai|gửi|trình|thực hiện|hãy)
  (?:treo|dừng|hoãn)(?= (?:việc(?! (?:khác|kia))|nhiệm vụ|<task>))|dừng(?= (?:$|đã))
`;
const PAUSED_BY_OTHERS = pattern(
  '(?:đang|bị|phải|đành|đang phải|nên|vẫn) (?:tạm )?(?:dừng|ngưng|ngừng|hoãn)(?: lại)?|(?:sếp|anh|chị|lãnh đạo|giám đốc) (?:kêu|bảo|nói|dặn|biểu) (?:cứ )?để (?:đó|đấy)',
);
const ASKED = pattern('\\?|(?:.* )?(?:chưa|không|hả|à)(?= $)');

const isSentBack = (saying: Saying): boolean =>
  has(saying, RETURNS) || (has(saying, LOOKS_AGAIN) && has(saying, FAULT));

export type Decision = 'accept_done' | 'returned' | 'cancel_task' | 'pause_task';

/** A decision; null where the words are a unit's own report ("đang sửa lại", "đã được duyệt") or a question. */
export function decisionIn(saying: Saying): Decision | null {
  if (has(saying, ASKED)) return null;
  if (has(saying, CANCELS)) return 'cancel_task';
  if (has(saying, PAUSES) && !has(saying, PAUSED_BY_OTHERS)) return 'pause_task';
  if (has(saying, JUDGES) || (isSentBack(saying) && !has(saying, OWN_REWORK))) return 'returned';
  return has(saying, ACCEPTS) && !has(saying, ACCEPTED_ABOVE) ? 'accept_done' : null;
}
