// Replies that take note: received, understood, will do; and those that only greet or thank.
import type { Saying } from './wording.ts';
import { WORD, either, expressions, has, pattern, upTo } from './wording.ts';

const ME = '(?:em|phòng em|bên em|bọn em|tụi em|đơn vị em|anh em|tôi|mình|phòng|đơn vị|chúng tôi)';
const WORK = either`
  làm|thực hiện|triển khai|hoàn thành|xong|gửi|nộp|trình|báo cáo|báo|cập nhật|khắc phục|rà soát|kiểm tra|xem|xử lý|lo
  đôn đốc|tham mưu|phối hợp|liên hệ|theo dõi|tiếp thu|chấp hành|rút kinh nghiệm|đúng hạn|kịp
`;
const END = '(?= (?:$|[,.;!]))';

const COMMITS = expressions`
  ${ME} (?:xin |sẽ |xin hứa |hứa |cam kết |quyết tâm |đảm bảo |nhất định |nghiêm túc |cố gắng |cố |ráng |phải )+${upTo(5)}${WORK}
  ^ (?:sẽ|cố gắng|sẽ cố|cố|ráng) ${upTo(4)}${WORK}
  (?:em|phòng em|phòng|tôi|chúng tôi|^ <unit>) sẽ [^ ,.;:?!()]+
  (?:em|phòng em|mình) (?:làm|triển khai|thực hiện|xử lý|lo|nhận|theo dõi|tiếp thu|rõ|hiểu)${END}
  (?:sẽ )?(?:làm|triển khai|thực hiện|xử lý|khắc phục|gửi|nộp|báo cáo|báo|kiểm tra|xem|rà|cập nhật|soạn|lo|trả lời|sắp xếp|bố trí|gọi|liên hệ|in|chuyển|hỏi|chỉnh|sửa|bổ sung) (?:ngay|liền|luôn|đây|ngay đây|gấp)
  (?<!(?:đã|đang|mới|chưa|vừa) )bắt tay vào ${upTo(3)}(?:ngay|luôn|liền|gấp|thôi)${END}
  ^ (?:anh |chị |sếp )?(?:cứ )?để ${ME}(?: lo)?(?= $)
  để ${ME} ${upTo(2)}(?:làm|triển khai|thực hiện|phổ biến|truyền đạt|quán triệt|soạn|gom|chuẩn bị|báo cáo|xem|kiểm tra|rà|rà soát|báo|hỏi|xử lý|lo|đôn đốc|giục|thúc|đốc|nhắc(?! sau)|gọi|sắp xếp|bố trí|tính|liên hệ|nghiên cứu|tìm|coi|cập nhật|trả lời|gửi|bàn|trao đổi|phân công|giao|cử|check)
  (?:^|[,.]|vâng|ok) để ${ME} (?!(?:đến|tới|sang|qua|hết|mai|thêm|còn|chậm|trễ|sau|biết|yên|nghỉ|về|<future>|<today>|<span>) )[^ ,.;:?!()<]+ [^ ,.;:?!()]+
  (?:^|[,.]|vâng) để (?:<future>|<today>|lát|tí|chút) (?:nữa )?${ME} [^ ,.;:?!()<]+
  (?:có|nếu|gặp) ${upTo(4)}${ME} (?:sẽ |xin )*(?:báo|gọi|nhắn|hỏi|ý kiến|trao đổi)
  (?:bao giờ )?(?:xong|hoàn tất|hoàn thành|có|có kết quả) ${upTo(3)}${ME} (?:sẽ |xin |lại )?(?:báo|gửi|nộp|trình|trả lời|nhắn|cập nhật|gọi|alo|chuyển|up|thông tin|rep)
  (?:em|phòng em) (?:sẽ )?(?:báo|trả lời|phản hồi|thông tin|nhắn) (?:lại|sau|anh|chị|sếp)
  (?:xem|kiểm tra|rà|rà soát|hỏi|trao đổi|bàn)(?: lại| kỹ)* ${upTo(4)}rồi (?:em |phòng em )?(?:sẽ )?(?:báo|báo cáo|trả lời|nhắn|gọi|phản hồi) (?:anh|chị|sếp|lại|sau)
  (?:xin )?(?:nghe|làm|thực hiện|chấp hành|tuân) theo (?:anh|chị|sếp|lãnh đạo|chỉ đạo|ý kiến|phân công|ý|hướng|mốc|mẫu)
  xong (?:sẽ )?báo (?:lại|sau)|có ngay|ngay đây|tuân lệnh|xin tiếp thu|tiếp thu|rút kinh nghiệm|xin chấp hành|chấp hành|em lo
`;

const RECEIVED = expressions`
  (?<!(?:chưa|không|sẽ) )(?:đã |vừa |em |phòng em )*(?:chuyển lời|truyền đạt|nhắn lại|dặn lại) (?:lại |cho |tới |đến |với )*${upTo(4)}[^ ,.;:?!()]+(?: rồi)?${END}
  (?:em |tôi )?(?:note|ghi chú|lưu|ghi)(?: vào ${WORD}(?: ${WORD})?)? (?:lại rồi|lại|rồi)${END}
  (?<!(?:chưa|không|(?:để|cho|mời)(?: ${WORD}){0,3}) )(?:đã |vừa |mới |em |phòng em |phòng |tôi |mình |xin |được )*(?:nhận|nhận được|tiếp nhận|nắm|nắm được|nắm rõ|đọc|xem|coi|biết|hiểu|ghi nhận|thấy|rõ|nhớ|lưu ý|quán triệt|note)(?: rồi| việc| nhiệm vụ| thông tin| tin nhắn| tin| mail| văn bản| thông báo| nội dung| công văn| chỉ đạo| tin nhắc| nhắc nhở| lời nhắc| kế hoạch| yêu cầu| file| giấy mời| lịch| <task>| này| hết| đủ)*${END}
  (?<!(?:chưa|không) )(?:đã |vừa |mới |em |phòng em |phòng |xin )*(?:ghi nhận|tiếp thu) ${upTo(8)}[^ ,.;:?!()]+${END}
  (?<!(?:chưa|không) )(?:đã |vừa |mới |em |phòng em |phòng |xin )*(?:nhận|nhận được|tiếp nhận|nắm được|nắm) (?!(?:đủ |được )?(?:xét|định|dạng|thức|diện|thấy|số liệu|kết quả|góp ý|ý kiến|kinh phí|hồ sơ|phản hồi|báo cáo))${upTo(8)}[^ ,.;:?!()]+${END}
`;
/** "Đã rõ. Phòng sẽ báo cáo trước 20/4": what is promised behind it belongs to the receipt. */
const RECEIVED_FIRST = pattern(
  '^ (?:đã |em |phòng em |phòng |<unit> |tôi |xin |vâng |dạ |được )*(?:rõ|nhận|nhận được|tiếp nhận|nắm|nắm được|nắm rõ|ghi nhận|tiếp thu|hiểu|xem|đọc|biết|nghe)(?: rồi| việc| nhiệm vụ| thông tin| chỉ đạo| nội dung| ý kiến| thông báo| văn bản)*(?= [,.;])',
);
/** "Vâng, em sẽ gửi trước 5h" */
const YES_AND_WILL = pattern(
  '^ (?:vâng|ok|rõ|nhất trí|đồng ý)(?: rồi)? (?:[,.!] )*(?:em|phòng em|phòng|bên em|tôi|mình|chúng tôi|cháu|đơn vị) (?:xin hứa |hứa )?sẽ',
);
const YES =
  'ok|vâng|dạ|ừ|được|tán thành|ủng hộ|nhất trí|đồng ý|thống nhất|chốt|rõ|nghe|nghe rõ|chuẩn|đúng|yes|sir|tốt|hay|ổn|tuân';
const ASSENT = pattern(
  `^ (?:(?:em|phòng em|phòng|đơn vị|chi cục|trung tâm|văn phòng|<unit>|tôi) )?(?:${YES}|duyệt|đúng rồi|được rồi|ok rồi|ổn rồi|rồi|có)(?: (?:${YES}|rồi|luôn|em|anh|chị|sếp|hết|cả|với ý kiến|xin|cháu|tôi|phòng em|cảm ơn(?: (?!nhưng|mà|chưa)[^ ,.;:?!()]+){0,6}|em nhận|đã nhận|anh em|thôi|vậy|[,.]))*${END}`,
);
const SOCIAL = expressions`
  cảm ơn|chúc|chúc mừng|sinh nhật|chào|hello|hi|xin lỗi|thông cảm|hoan hô|tuyệt vời|giỏi quá
  vui|buồn|mừng|mệt quá|đẹp quá|ngủ ngon|ăn trưa|ăn cơm|cà phê|nhậu
`;
/** "Nhất trí với phân công của anh" */
const AGREES_WITH = expressions`
  ^ (?:(?!(?:đã|chưa|không|sẽ|để|nếu|khi) )${WORD} ){0,5}?(?:hoàn toàn )?(?:nhất trí|đồng ý|thống nhất|tán thành|ủng hộ) (?:với|như|theo) (?![^.;?!]* rồi (?!$|[,.]))[^.;?!]+
  ^ (?:em |phòng em |phòng |tôi |mình |<unit> )?không (?:có )?ý kiến (?:gì|khác|thêm)(?: thêm| khác)?(?= (?:$|[,.]))
  xin nhận (?:khuyết điểm|trách nhiệm|lỗi|thiếu sót)
`;
const BARE_YES = /^ (?:đã |có |được )?(?:rồi|đã|có)(?: rồi)? [.! ]*$/u;

/** "để em xem", "xong em báo", "em sẽ làm": a promise to work, no progress yet. */
export const commits = (saying: Saying): boolean => has(saying, COMMITS);

/** "Xin tiếp thu, thực hiện ngay": takes criticism or a task, and orders nothing. */
const TAKES_IN = pattern(
  '^ (?:(?:em|phòng em|phòng|<unit>|tôi|trung tâm|chi cục) )?(?:xin )?(?:nghiêm túc )?(?:tiếp thu|chấp hành|rút kinh nghiệm|ghi nhận)',
);
export const takesIn = (saying: Saying): boolean => has(saying, TAKES_IN);

export const isReceipt = (saying: Saying): boolean => has(saying, RECEIVED);

export const beginsWithReceipt = (saying: Saying): boolean =>
  has(saying, RECEIVED_FIRST) || has(saying, YES_AND_WILL);

export const isAssent = (saying: Saying): boolean => has(saying, ASSENT) || has(saying, AGREES_WITH);

/** Thanks, wishes, apologies: nothing to record. */
export const isSocial = (saying: Saying): boolean => has(saying, SOCIAL);

/** "Rồi.", "Đã.": means what was asked, and nothing by itself. */
export const isBareYes = (saying: Saying): boolean => BARE_YES.test(saying.said);
