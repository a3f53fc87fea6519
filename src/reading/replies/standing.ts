// How an act stands where it is mentioned: done, not done, nearly, in part, to come, on a condition, asked, ordered.
// The same words around "xong", "gửi", "trình" decide it, so they stand here once. An act counts as a fact only with a
// word that makes it one and no word that takes it back.
import type { Found, Saying } from './wording.ts';
import { WORD, clauseAround, either, expressions, pattern, standsIn, startsWith } from './wording.ts';

/**
 * `affirmed`: it has happened. `undone`: it had, and was taken back since ("xong rồi bị trả lại"). `almost`, `partial`:
 * not the whole. `expected`: to come. `conditional`: if or when. `customary`: it happens as a rule, not now.
 * `subordinate`: it only dates another act ("xong em báo"). `asked`, `ordered`, `negated`, `working` ("đang …") speak
 * for themselves. `unclear`: the words around do not tell.
 */
export type Standing =
  | 'affirmed'
  | 'undone'
  | 'customary'
  | 'almost'
  | 'partial'
  | 'expected'
  | 'conditional'
  | 'subordinate'
  | 'asked'
  | 'ordered'
  | 'negated'
  | 'working'
  | 'unclear';

const SELF = '(?:em|tôi|mình|phòng em|phòng|chúng tôi|anh|chị|sếp|ta|chúng ta|đơn vị)';
/** A word between the guard and the act that makes the act a fact after all ("việc cần làm đã xong"). */
const NO_FACT = '(?!.* (?:đã|vừa|mới|đều) )';
/** Compounds that hold a guard's syllable without its meaning. */
const NOT_IN = (compounds: string): string => `(?<! (?:${compounds}) )`;

const ASKED_LEFT = expressions`
  bao giờ|mấy giờ|tại sao|vì sao|làm sao|thế nào|đến đâu|ai
  ${NOT_IN('bản')}sao
  ${NOT_IN('số|tài|dữ|nguyên|vật|tư|nhập')}liệu
  (?:việc|cái|phòng|đơn vị|mục) nào
  có (?:phải|chắc)
`;
const ASKED_RIGHT = expressions`
  (?:.* )?hay (?:chưa|không)
  (?:.* )?(?:chưa|hay chưa|hả|à|chứ|nhỉ|không|phải không|đúng không|được không|có không|chăng|sao|đến đâu|thế nào|bao giờ|bao nhiêu|ở đâu)(?: (?:đó|đấy|đây|ta|hè))?(?: (?:em|anh|chị|vậy|thế|rồi|các em|cả nhà))?(?= $)
`;

/** Right before the act a negation holds whatever else is said: "chờ hướng dẫn nên chưa triển khai". */
const NEGATED_NEXT = pattern('(?:.* )?(?:chưa|không)(?: thể| hề| kịp| dám)?(?= $)');

const CONDITIONAL_LEFT = expressions`
  nếu|khi|hễ|miễn là|sau khi|trước khi|đến khi|đến lúc|lúc|giá mà|trường hợp|một khi|bao giờ
  chờ|đợi|để|đâu có
`;
const CONDITIONAL_RIGHT = expressions`
  (?:rồi |hết |cả |sớm |xuôi |việc này |việc |báo cáo |hồ sơ |cái này |<task> )*(?:thì|là|mới|sẽ mới|hãy|hẵng)
  (?:.* )?thì (?:tốt|hay|mừng|may|khỏe|đỡ|nhẹ|sướng)
`;

/** "xong gửi anh", "xong báo lại": what is to be done then. */
const NEXT_ACT_RIGHT = expressions`
  (?:<task> |(?:việc|cái|phần|vụ) (?:này|đó) )?(?:rồi |thì |là )?(?:gửi|nộp|gọi|nhắn|alo|chuyển|trình|cập nhật|làm|về|đi|lên|qua|up|mới)(?! (?:đi$|rồi))
  (?:rồi |thì |là )?báo(?! cáo)
  (?:rồi |thì |là )?báo cáo(?= (?:lại|anh|chị|sếp|tôi|ngay|cho|lãnh))
`;
const SUBORDINATE_RIGHT = expressions`
  (?:xuôi |đâu vào đấy |cả |trọn |tất )?(?:rồi |hết |việc (?:này|kia|đó) |cái (?:này|kia|đó) |<task> |<rest> )?(?:(?:sẽ|là|thì) )?${SELF} (?:sẽ |xin |mới |lại )?${either`
    báo|gửi|nộp|trình|trả lời|phản hồi|thông tin|gọi|nhắn|alo|rep|up|chuyển|cập nhật
    làm|tiếp|xem|triển khai|thực hiện|in|viết|soạn|rà soát|tổng hợp|hoàn thiện|xử lý|kiểm tra|bàn
    qua|về|mang|đưa|nghỉ|đi|lên|xuống|ghé|họp
  `}
`;

const NEGATED_LEFT = expressions`
  chưa|không|chẳng|chả|đừng|khỏi|chớ|đâu|đâu có|đâu đã|nào đã|làm gì|quên|ai bảo|không kịp
  (?:gì|nỗi gì|đâu|thế nào) mà
  khó(?! khăn)|còn (?:lâu|xa|khuya|mệt|xơi)
  tưởng(?: là| đã| đâu)?|đời nào|thuở nào|đùa
  ^ (?:chỉ )?(?:có|mơ|nằm mơ) (?:mà|mới)(?= $)
  ${NOT_IN('chuẩn|thiết|trang')}bị
`;
const NEGATED_RIGHT = expressions`
  (?:rồi |xuôi |hết |cả )*(?:đâu(?! vào đấy)|gì đâu|được đâu|đâu được|hết đâu|hẳn đâu)
  (?:.* )?(?:sao được|sao nổi|thế nào được)
  (?:rồi )?(?:kiểu gì|cái gì|nỗi gì|cái nỗi gì|cái con|thế quái)
  (?:rồi )?không (?:nổi|được|kịp)
  gì mà
  đời|phim|(?:từ )?kiếp (?:trước|này|sau|nào)|con ong|trong mơ|cái nịt
`;

/** "gửi lỗi rồi", "làm sai rồi" */
const FAILED_RIGHT = pattern('(?:bị )?(?:lỗi|sai|nhầm|hỏng|hụt|lộn|mất)');

const ALMOST_LEFT = expressions`
  gần|sắp|gần như|hầu như|suýt|ngót
  (?:về )?cơ bản|tương đối|tạm|tạm thời|sơ bộ|khoảng|tầm|đâu đó|phần lớn|đa phần|phần nhiều|một phần|nửa
  chuẩn bị|bắt đầu
  (?:coi|xem|gọi|cho) (?:như|là)|thôi
  lẽ ra|đáng lẽ|đáng ra|đúng ra|nhìn chung|nói chung|đại thể|theo (?:tiến độ|kế hoạch|lý thuyết)
  hình như|có lẽ|chắc|chắc là|có vẻ|nghe (?:[^ ,.;:?!()]+ ){0,4}?(?:nói|bảo|báo|kể)|nghe đâu|nghĩ là|dường như|hẳn
  theo (?:báo cáo|thông tin|lời|tin|phản ánh)(?: của| từ| bên)?|(?:kể|coi|xem|gọi|cho) như|coi (?:bộ|mòi)|theo (?:em|tôi|mình) (?:biết|nhớ|hiểu|thấy|nghĩ|được biết)
`;

const ORDERED_LEFT = expressions`
  (?:${NOT_IN('không')}phải|cần|hãy|yêu cầu|đề nghị|nhớ|nên|làm ơn|nhờ|bắt buộc)${NO_FACT}
  (?<! (?:công văn|văn bản|thông báo|kế hoạch) )(?:đôn đốc|chỉ đạo|tập trung|khẩn trương|đẩy nhanh|chủ động|kiên quyết|giục|nhắc|kêu|lo mà|liệu mà)${NO_FACT}
  ${NOT_IN('được|bàn|đã|chuyển|anh|chị|sếp|lãnh đạo|giám đốc')}giao(?! (?:(?:ban|dịch|lưu|thông|thừa|hữu) |$))${NO_FACT}
`;
const ORDERED_RIGHT = expressions`
  (?:.* )?(?:đi|giúp|hộ|ngay đi|nhanh lên|cho (?:anh|tôi|sếp|chị))(?= (?:$|trước|trong|<future>|<today>))
  (?:trước|ngay)(?= (?:$|cho|để))|(?:gấp|sớm|nhanh)(?! (?:hơn|<span>|vậy|thế))
`;

/** A time that no calendar tells: "kỳ sau mới xong" is then only, not just now. */
const SOME_DAY = either`
  (?:tháng|thg|học kỳ|kỳ|nhiệm kỳ|đợt|mùa|quý|khóa|vụ|năm|tuần|lần|bữa|hôm|buổi) (?:<ratio>|\d+|sau|tới|nữa|kế|này|khác|mưa|khô|hè|đông|xuân|thu|đầu|cuối|tiếp|tiếp theo|giêng|chạp)(?: (?:năm|tháng|tuần|sau|tới|này|nữa|\d+))*
  (?:ngoài|sau|ra|qua|hết) (?:tết|lễ|hè|đại hội|bão|mưa|rằm|năm|tháng|tuần|kỳ họp|${WORD} ${WORD})
`;
const EXPECTED_LEFT = expressions`
  (?:sẽ|${NOT_IN('sự')}cố|cố gắng|phấn đấu|dự kiến|dự tính|quyết tâm|hứa|cam kết|đảm bảo|bảo đảm)${NO_FACT}
  (?:mong|hy vọng|ước)(?: là| gì| rằng| sao)?(?! (?:anh|chị|sếp|lãnh đạo))
  (?:kịp|có thể|mong|hy vọng|muốn|ước|tranh thủ|ráng|gắng|hẹn|xin|xin phép|đặt mục tiêu)${NO_FACT}
  ${NOT_IN('quy|thẩm|quyết|ổn|nhất|chỉ|xác|giám|khẳng|kiểm|nhận')}định${NO_FACT}
  ${NOT_IN('máy|dự|đặc|tài|bảng|giới|thuộc|vi|cá')}tính${NO_FACT}
  <future>(?!.* (?:đã|vừa) )
  (?:nhất định|chắc chắn|yên tâm|(?:kiểu|trước sau) gì|thế nào|đằng nào|sớm muộn)(?: gì)?(?: cũng)?${NO_FACT}
  (?:trước|sau|qua|ra) (?:tết|lễ|đại hội|kỳ họp|hội nghị)(?!.* (?:đã|vừa) )
  hạn(?: là)?(?= $)|cho(?= $)|(?:cho|để|đợi|chờ) (?:em|phòng em|tôi|mình)(?! .* đã )
  (?:đến|tới|phải|sang|qua) .*mới(?= $)
  đang .* rồi(?: mới| sẽ| em)*(?= $)
  (?:(?<!(?:mất|hết|tốn|làm|chạy|suốt|cả) )<span>|${SOME_DAY}) (?:thì |chắc |em |phòng em |phòng )*mới(?= $)
`;
const EXPECTED_RIGHT = expressions`
  (?:được |hết |cả )*(?:(?:trước|vào|trong|đến|tới|muộn nhất|chậm nhất) )?(?:<future>|<span> nữa)
  (?:ngay|sớm|ngay đây|liền|kịp|đúng hạn|đúng tiến độ|kịp hạn)(?= (?:$|thôi))
  (?:trước|sau|qua) (?:lễ|tết|đại hội|kỳ họp)(?! rồi)|trước (?:giờ|khi|buổi|cuộc|hội nghị|lúc)|(?:trước|trong|vào|đến) (?:<today>|hạn)(?= $)|<today>(?= $)|(?:(?:cái|việc|phần) (?:này|kia|đó) )?đã(?= $)
`;
/** "chiều nay xong" is a promise, "chiều nay xong rồi" a fact. */
/** "sửa chút là xong" */
const THEN_LEFT = pattern('(?:.* )?là(?= $)');
const TODAY_LEFT = pattern('<today>(?!.* (?:đã|vừa) )');
const ALREADY = pattern('(?:.* )?rồi');

/** "danh sách các việc đã xong": which tasks, nothing of one. */
const LISTED_LEFT = pattern(
  '(?:danh sách|thống kê|liệt kê|những|cần|cho (?:anh|chị|tôi)|báo cáo|tổng hợp|rà soát) (?:[^ ,.;:?!()]+ ){0,4}?(?:việc|nhiệm vụ|nội dung|mục|hồ sơ|công việc)(?: nào| gì)?(?: đã| làm| thực hiện| được)*(?= $)',
);
/** "Thời gian hoàn thành: 30/4", "kế hoạch hoàn thành 25/4": a plan, unless "kế hoạch hoàn thành rồi". */
const PLAN_LEFT = pattern('(?:thời gian|thời hạn|kế hoạch|mốc|lộ trình|thời điểm|ngày)(?: dự kiến)?(?= $)');
/** "NV 2, NV 5 hoàn thành trước hạn": of numbered tasks, with no one told to, a report. */
const TASKS_LEFT = /^ <task>(?: (?:,|và) <task>)* (?:phòng em |phòng )?(?:đều |cũng )?$/u;
const TIMELY_RIGHT = pattern('(?:trước|đúng|kịp|vượt) (?:hạn|tiến độ|thời hạn|kế hoạch)(?= (?:$|rồi))');
/** What is always so is no news of this task. */
const CUSTOMARY_LEFT = pattern(
  '(?:mọi|hằng|hàng) (?:năm|tháng|tuần|kỳ|lần)|(?:lúc|năm|tháng|kỳ|việc|khi|bao giờ)(?: nào| gì)? (?:em |phòng em )?cũng|luôn(?: luôn)?|thường(?: xuyên)?|xưa nay',
);

const WORKING_LEFT = pattern(`đang${NO_FACT}`);

/** Of "xong" and its like only: "xong dự thảo" is a step, "đã gửi dự thảo" has a purpose. */
const PARTIAL_RIGHT = expressions`
  (?:rồi |được |mới được |cơ bản |xong |hết |cái |mỗi |có |về mặt )*${either`
    (?:một|1|\d+|hai|ba|vài|mấy|nửa|phân nửa|được) (?:phần|nửa|bước|khâu|giai đoạn|công đoạn|nội dung|mục|ý|chương|hạng mục)
    (?:một|1|\d+|hai|ba|vài|mấy) (?:xã|phường|huyện|đơn vị|trường|phiếu|gói|điểm|hồ sơ|mảng|bài|đoạn|khúc|cái|bộ|biểu)
    (?:vài|mấy) (?:việc|thứ|khoản|món)(?! (?:này|đó|kia|ấy|trên|được giao))
    mở đầu|mở bài|phần mở|(?:trang|đoạn) (?:\d+|đầu)|(?:khoảng |chừng |độ |tầm |được )*(?:bốn|năm|sáu|bảy|tám|chín) phần
    phần(?! (?:mềm|cứng|lớn|thưởng|cuối))|bước(?! cuối)|khâu(?! cuối)|giai đoạn(?! cuối)|về phần|lần 1|vòng 1|đợt (?:1|đầu)|(?:đến|tới) nơi
    (?:việc |công tác )?(?:xây dựng|lập|soạn|soạn thảo|viết|biên soạn) (?:bản )?(?:dự thảo|đề cương|dự toán|khung|bản thảo|nội dung|hồ sơ)
    (?:việc |công tác )?(?:lấy ý kiến|xin ý kiến|thu thập|khảo sát|chuẩn bị|phân công|lựa chọn nhà thầu)
    (?:nhiệm vụ|phần|khâu) chuẩn bị
    khung|đề cương|nội dung(?! (?:này|trên|được|đó|công việc|nhiệm vụ|theo|báo cáo))|chuyên môn|dự thảo|bản nháp|nháp|bản thô|thô|bản đầu|bản dự thảo|số liệu|thủ tục
    sơ sơ|sơ bộ|cơ bản|về cơ bản|gần hết|kha khá|nhiều|phần lớn|phần nào|đại khái|tương đối|tạm
    (?:khoảng|hơn|trên|dưới|tầm|cỡ|chừng) (?:<pct>|<ratio>|\d+|một nửa|nửa)
    <ratio>
  `}
  (?:được|đến|tới|khoảng|hơn|tầm|cỡ|gần|chừng|mới) <ratio>
  (?:.* )?(?:một phần|1 phần|phần của|phần việc của|phần mình|về cơ bản|cơ bản|một nửa|phân nửa|một số|vài)
`;

/** Another subject between begins another act: "đã làm xong em gửi anh". */
const FACT_LEFT = pattern('(?:đã|vừa|mới|đều)(?!.* (?:em|phòng em|tôi|mình) )');
const HURRY_RIGHT = pattern('(?:.* )?(?:nhanh lên|gấp lên|ngay đi)');
const FACT_RIGHT = expressions`
  (?:.* )?(?:cả|toàn bộ|đủ) \d+
  (?:.* )?rồi(?! (?:em(?! (?:đang|đã|có|vừa|để|ở))|phòng em|mới|sẽ|hãy|tính|tiếp|đi|về|lại|trình|gửi|nộp|báo|làm|chuyển|in|ký|họp|cập nhật))
  (?:.* )?(?:(?<! (?:là|mới|thì|sẽ|gần|sắp|chưa|để) )xong|hết|đầy đủ|đủ)
  (?:hết|cả|tất|xuôi|ráo|sạch|tuốt|toàn bộ)
  trước hạn|sớm hơn|sớm <span>|vượt|từ
  (?:.* )?<past>
`;

interface Guard {
  readonly standing: Standing;
  /** What stands anywhere to the left of the act, in its clause. */
  readonly left?: RegExp;
  /** What stands to the right of it, from its first word on unless the expression says otherwise. */
  readonly right?: RegExp;
  readonly unlessRight?: RegExp;
  /** Only of "xong", "hoàn thành" and their like, or only of other acts. */
  readonly of?: 'completion' | 'other';
}

// First that fits. A question or condition takes everything back; then negations; then what makes "xong" a mere date
// ("xong em báo"); approximations, orders and promises stand before facts, because "phải xong hết" has "hết" too; facts
// on the left before what the right side may hold ("đã gửi đi").
const GUARDS: readonly Guard[] = [
  { standing: 'asked', left: ASKED_LEFT },
  { standing: 'asked', right: ASKED_RIGHT },
  { standing: 'negated', left: NEGATED_NEXT },
  { standing: 'conditional', left: CONDITIONAL_LEFT },
  { standing: 'negated', right: NEGATED_RIGHT },
  { standing: 'negated', left: NEGATED_LEFT },
  { standing: 'negated', right: FAILED_RIGHT, of: 'other' },
  { standing: 'conditional', right: CONDITIONAL_RIGHT },
  { standing: 'subordinate', right: SUBORDINATE_RIGHT, of: 'completion' },
  { standing: 'subordinate', right: NEXT_ACT_RIGHT, of: 'completion' },
  { standing: 'almost', left: ALMOST_LEFT },
  { standing: 'customary', left: CUSTOMARY_LEFT, of: 'completion' },
  { standing: 'subordinate', left: LISTED_LEFT, of: 'completion' },
  { standing: 'ordered', left: ORDERED_LEFT },
  { standing: 'expected', left: EXPECTED_LEFT },
  { standing: 'expected', left: PLAN_LEFT, unlessRight: ALREADY, of: 'completion' },
  { standing: 'expected', left: TODAY_LEFT, unlessRight: ALREADY },
  { standing: 'expected', left: THEN_LEFT, unlessRight: ALREADY, of: 'completion' },
  { standing: 'working', left: WORKING_LEFT },
  { standing: 'partial', right: PARTIAL_RIGHT, of: 'completion' },
  { standing: 'ordered', right: HURRY_RIGHT },
  { standing: 'affirmed', left: FACT_LEFT },
  { standing: 'affirmed', left: TASKS_LEFT, right: TIMELY_RIGHT, of: 'completion' },
  { standing: 'expected', right: EXPECTED_RIGHT },
  { standing: 'ordered', right: ORDERED_RIGHT },
  { standing: 'affirmed', right: FACT_RIGHT },
];

const fits = (guard: Guard, left: string, right: string): boolean =>
  (guard.left === undefined || standsIn(left, guard.left)) &&
  (guard.right === undefined || startsWith(right, guard.right)) &&
  (guard.unlessRight === undefined || !startsWith(right, guard.unlessRight));

/** How the act found in `saying` stands. */
export const standingOf = (saying: Saying, act: Found, isCompletion = false): Standing => {
  const { left, right } = clauseAround(saying, act.first, act.end);
  const kind = isCompletion ? 'completion' : 'other';
  const guard = GUARDS.find((one) => (one.of ?? kind) === kind && fits(one, left, right));
  return guard?.standing ?? 'unclear';
};
