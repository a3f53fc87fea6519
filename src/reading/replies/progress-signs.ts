// Signs of how far the work has come, other than the acts themselves.
import type { Saying } from './wording.ts';
import { WORD, either, expressions, find, has, pattern, sayingOf, upTo } from './wording.ts';

/** Those a unit has do its work. */
const TEAM = '(?:anh em|chuyên viên|phòng|(?:các|mấy) (?:bạn|em|anh chị))';
const AHEAD = '(?:<future>|<today>)';
/** Between a day to come and the work of that day. */
const BACK_AT_WORK = '(?:đi làm(?: lại)?|vào làm|(?:về|lên|vào)(?: cơ quan| phòng| sở)?|rảnh|họp xong|,)';

/** "đang" of being away, waiting or stuck says nothing of work. */
const NOT_WORK = either`
  nghỉ|dự(?! (?:thảo|toán))|tham dự|tiếp (?:khách|dân|đoàn)|họp(?! (?:thống nhất|bàn|với))|chạy (?:xe|ngoài(?! (?:hiện trường|công trường|thực địa|công trình)))|ngoài đường|trên (?:đường|xe)(?! đi)|ở(?! ${upTo(5)}(?:lấy|làm|kiểm tra|khảo sát|thu|đo|lắp|sửa|thi công|rà|đối chiếu|xử lý|cài))|bận|ốm|sốt|công tác|lái|ăn|ngủ|học|thi(?! công)|viện|nằm|đám|mắc
  đi (?:công tác|họp|vắng|học|chơi|nghỉ|xa|viện|khám|ăn|đám|đường|ngoài)
  có(?! (?:dự thảo|bản|khung|kết quả|số liệu))|chờ|đợi|vướng|kẹt|bị|khó|gặp|thiếu|không|chưa|tạm dừng|phải tạm dừng
  xin (?:gia hạn|lùi|phép|nghỉ|ý kiến(?! (?:các|mấy|một số|những|\d+|anh em|nội bộ) )|hoãn|thêm)|trình|định|tính(?! (?:toán|lại|khối lượng|giá|đơn giá|chi phí|dự toán))|kế hoạch|dự kiến
  (?:tập trung|làm|lo|xử lý) ${upTo(2)}(?:việc|vụ) (?:khác|kia)
  lo (?:vụ|chuyện|đợt)
`;
const WORKING = expressions`
  (?:^|[,.]) (?:giờ|bây giờ)(?: em| phòng em)? (?:đang )?(?:làm|chuyển sang)(?= (?:$|[,.]|<task>))
  đang(?! ${NOT_WORK} )
  đang ở (?:giai đoạn|bước|khâu|phần|đợt|vòng|mục|chương|trang)|tiến triển|(?<! đã |(?:xong|hoàn thành|hết)[^.;?!]* rồi , (?:đang |giờ )?(?:${WORD} ){0,2})(?:chạy|diễn ra|tiến hành) tốt(?! đẹp)|thuận lợi|suôn sẻ
  (?:em|phòng em|bên em|tụi em) (?!(?:gửi|báo|nộp|xin|chờ|đợi|sẽ|chưa|không) )${WORD} tiếp(?= (?:$|[,.]))
  (?<!(?:chưa|không)(?: [^ ,.;]+){0,2} )làm tiếp|tiếp tục (?:làm|thực hiện|triển khai|hoàn thiện|xử lý)|vẫn (?:làm|triển khai)
  (?<!${AHEAD}(?: ${BACK_AT_WORK})*(?: em| phòng em| mình| phòng| đơn vị| tôi| chúng tôi)? )(?<!(?:chờ|đợi|đến|tới|sang|sau|hết)(?: [^ ,.;]+){0,6} )mới (?:làm|triển khai|bắt đầu|thực hiện|soạn|viết|khởi động)
  đã bắt đầu|(?<!(?:chưa|sẽ|mới|<future>)(?: ${WORD}){0,3} )bắt đầu ${upTo(3)}(?:rồi|từ <past>)|(?<!${AHEAD}(?: ${BACK_AT_WORK})*(?: em| phòng em| mình| phòng)?(?: mới)?(?: cho ${TEAM})? |chưa )bắt tay vào(?! ${upTo(3)}(?:ngay|luôn|liền|gấp|thôi)(?: đây)?(?= (?:$|[,.])))
  <today> (?:em|phòng em|bọn em|bên em|tụi em|anh em) (?:đi|xuống|qua|lên|ra|vào)(?: ${WORD}){0,2} (?:lấy (?:số|mẫu|ý kiến|phiếu|dữ liệu|thông tin)|thu|kiểm tra|khảo sát|đo|rà|kiểm kê|đối chiếu)
  (?:làm|thực hiện|triển khai) (?:thường xuyên|(?:hằng|hàng) (?:ngày|tuần|tháng|quý)|định kỳ|liên tục|cuốn chiếu)
`;
const ON_TRACK = expressions`
  (?<!(?:chưa|không|khó)(?: [^ ,.;]+){0,3} )(?:vẫn|đang|luôn|đều|(?<! các )em|phòng em|phòng|bên em|tụi em|đơn vị|chúng tôi|<task>|việc này) (?:vẫn |đang |luôn |đều |cố )*(?:bám sát|bám theo|bám|theo sát|theo đúng|đi đúng|chạy đúng|giữ|giữ đúng|giữ vững|giữ được|duy trì) (?:được )?(?:tiến độ|kế hoạch|lộ trình|mốc|hạn)
  (?<!(?:chưa|không|khó)(?: [^ ,.;]+){0,3} )(?:đúng|kịp|bám|theo|theo đúng|đảm bảo|bảo đảm|vượt|trước) (?:tiến độ|hạn|kế hoạch|thời hạn)(?! thì)
  ^ (?:<task> |em |phòng em |phòng )?(?:vẫn |còn |đang )+trong (?:tiến độ|kế hoạch|hạn)
  (?:không|chưa) (?:làm )?ảnh hưởng (?:gì )?(?:đến |tới )?(?:tiến độ|hạn|thời hạn|kế hoạch)|(?:vẫn|nhưng) (?:kịp|đảm bảo|bảo đảm|ổn|trong hạn|xử lý được|lo được|khắc phục được|giải quyết được|gỡ được|trong tầm)|kịp thôi|sẽ kịp|trong tầm kiểm soát|yên tâm|tiến độ (?:tốt|ổn|bình thường)
  (?<! (?:không|chưa|khó|mà|chẳng|sợ|chắc|thể|có|e|xong|làm|nộp|gửi|hoàn thành) )kịp(?! (?:không|làm|xong|nữa|chưa))
`;
const NEARLY = expressions`
  sắp(?! (?:xếp|tới|người|lịch|xe|chỗ|phòng họp))|gần (?:rồi|được|đến|tới|đủ|hết|hoàn thiện)|hòm hòm|tàm tạm|kha khá|nốt|bước đầu
  cơ bản(?! (?:xong|hoàn thành))|còn <future>(?= (?:$|[,.]|là|thôi))
  được (?:(?:chừng|khoảng|tầm|cỡ) )?(?:\d|mấy|vài) phần|được (?:phân nửa|nhiều|kha khá|một ít|một phần|1 phần|<ratio>)
  (?<!(?:xong|hoàn tất|hoàn thành) )(?:khâu|bước|công đoạn|giai đoạn) cuối
  (?<!(?:chưa|không)(?: ${WORD}){0,3} )xong (?:phần(?! mềm)|bước)
`;
const NOT_FULLY = pattern(
  'chưa (?:xong|hoàn thành|đạt) <pct>|không phải xong (?:hết|cả)|chưa (?:xong |hoàn thành |làm xong |gửi |đủ )?(?:hẳn|hết|toàn bộ|đầy đủ|trọn|hoàn toàn|đủ|cả)',
);
const NOT_IN_TIME = expressions`
  (?:không|chẳng|khó|khó mà|chưa chắc|chắc không|sợ không|e không|khó có thể|có lẽ không) (?:có thể |thể )?(?:kịp|đúng hạn|xong kịp|làm kịp|đạt (?:được )?tiến độ|theo kịp)
  (?:không|khó|khó mà|chưa chắc|chẳng) (?:thể )?(?:giữ|bám|theo) (?:được |kịp |nổi |đúng |sát )*(?:tiến độ|kế hoạch|lộ trình)
  không (?:thể )?(?:xong|hoàn thành|nộp|gửi) (?:kịp|đúng hạn|trước|trong)
  (?:trễ|chậm|quá|muộn|lỡ|lố) (?:hạn|mất|rồi|tiến độ)|bị (?:chậm|trễ|muộn)|thất hứa|trễ|quên(?: mất| béng| khuấy)?|(?:để|bỏ) sót|sót mất
`;
const NOT_YET = expressions`
  chưa kịp|chưa đâu|chưa hẳn|^ (?:<task> )?(?:vẫn |còn )?chưa được(?= (?:$|[,.!]))
  chưa(?: (?:em|anh|chị|đâu|nữa|luôn|hề|hẳn))*(?= (?:$|[,.;!]))
  ^ (?:<task> |em |phòng em |phòng )?(?:vẫn |còn )?chưa (?:có báo cáo(?= (?:$|[,.]))|ra (?:được )?(?:kết quả|sản phẩm|đâu))
  ^ (?:báo cáo|kế hoạch|dự thảo|kết quả|sản phẩm|tờ trình)(?: này| đó| ấy)? (?:vẫn |còn |thì )?chưa có(?= (?:$|[,.]))
  (?:không|chưa) thấy gì|chưa có (?:đâu|gì|kết quả|thông tin gì)
`;
const NO_TIME = expressions`
  chưa (?:có|bố trí|sắp xếp|thu xếp|dành)(?: được)? (?:thời gian|lúc nào|ngày nào|thì giờ)|chưa rảnh
  bận (?:quá|việc|họp)|(?:em|phòng em|đang|hơi|còn) bận
`;
const WORK =
  '(?:làm|bắt đầu|bắt tay|triển khai|tiến hành|thực hiện|xử lý|viết|soạn|xem|nghiên cứu|khởi động|vào việc|(?:đụng|động|sờ|rờ|mó|rớ) (?:vào|tới|đến))';
const STARTS_LATER = expressions`
  ${AHEAD} (?:em |phòng em |phòng |đơn vị |chúng tôi |mình |tôi |sẽ |mới |rồi |bắt đầu |cho ${TEAM} |${BACK_AT_WORK} )*${WORK}(?! (?:xong|rồi|tiếp|nốt|cho xong))
  để ${AHEAD} (?:em )?${WORK}
  (?:đợi|chờ) ${upTo(8)}(?:mới|rồi|thì) (?:em |phòng em |phòng |mới )*${WORK}(?! (?:xong|tiếp|nốt|được))
  (?:em|phòng em|mình) (?:sẽ )?${WORK} (?:vào )?${AHEAD}
  ^ (?:sẽ )?${WORK} (?:vào )?${AHEAD}
`;
const YIELDS = either`
  xong|hoàn thành|hoàn thiện|chốt|đủ|ra|có(?! (?:khách|đoàn|đám|lịch|họp|tiệc|việc|giỗ|cưới|mưa|bão|người))|kết quả|ổn
  gửi|nộp|trình|báo cáo|chuyển|in|ký|phát hành|ban hành|up|đẩy|bàn giao
`;
const PROMISED = expressions`
  ${AHEAD} ${upTo(5)}${YIELDS}
  ${YIELDS} ${upTo(4)}${AHEAD}
  (?<! từ ${AHEAD} )(?<!(?:nghỉ|vắng|ốm|công tác|học|viện|phép|bận|trực|họp)(?: [^ ,.;]+){0,3} )(?:trước|hết|trong|đến|tới|chậm nhất|muộn nhất|hẹn|hứa|dự kiến|khoảng|tầm) (?:là |đến |hết |anh |chị |sếp |lại )*${AHEAD}
`;

/** "mới rà được danh sách": so far and no farther, whatever the verb; "mai mới rà được" is yet to come. */
const SO_FAR = pattern(
  `(?<!(?:<future>|<today>|đến|tới|chờ|đợi|sang|sau|hết|phải)(?: ${WORD}){0,6} )mới (?:chỉ )?(?!(?:có|được|biết|nhận|thấy) )${WORD}(?: ${WORD})? được(?! (?:$|[,.]|duyệt|phê|cấp|giao|ký))`,
);

/** What keeps a unit from the task: a season of other work, or work that is named as the cause. */
const ELSEWHERE = either`
  (?:(?:phải|còn|bận|cùng|dồn|dồn sức|dốc sức|huy động) )*(?:tập trung|dồn|dốc|ưu tiên|phục vụ|lo|mải|bận|chạy|căng mình|huy động|gánh|vào|trong|cao điểm|chống|ứng phó|đón)
  (?:tổ chức|chuẩn bị|làm|họp)? ?(?:đại hội|khai giảng|tuyển sinh|bầu cử|quyết toán|thanh tra|kiểm toán|kiểm kê|thi|lễ|tết|hội diễn|diễn tập)
  (?:làm|xử lý|giải quyết) ${upTo(2)}(?:khác|kia|gấp hơn)
`;
const BUSY = expressions`
  (?:do|vì|bởi|bởi vì|tại|tại vì) ${upTo(4)}đang ${ELSEWHERE}[^.;?!]*
  đang ${ELSEWHERE}[^.;?!]*(?= (?:nên|cho nên|thành ra) [^.;?!]*chưa )
`;
/** "chưa triển khai do đang tập trung khai giảng": what is done instead says nothing of the task. */
const withoutOtherWork = (saying: Saying): Saying => {
  const busy = find(saying, BUSY);
  return busy === null
    ? saying
    : sayingOf([...saying.words.slice(0, busy.first), ...saying.words.slice(busy.end)]);
};

export const isWorking = (saying: Saying): boolean => has(withoutOtherWork(saying), WORKING);
export const isOnTrack = (saying: Saying): boolean => has(saying, ON_TRACK);
/** "gần xong", "chưa hết": most of it, not all. */
export const isNearly = (saying: Saying): boolean => has(saying, NEARLY) || has(saying, NOT_FULLY);
/** Late, or about to be: "không kịp", "trễ mất rồi", "quên mất". */
export const isNotInTime = (saying: Saying): boolean => has(saying, NOT_IN_TIME);
/** "Chưa, chiều em gửi": what was asked for is not there, whatever is promised next. */
const NOT_YET_FIRST = pattern(
  '^ (?:<task> (?:thì )?)?(?:vẫn |còn |hãy )?chưa(?: đâu| nữa| luôn| được)?(?= [,.;])',
);
export const deniesFirst = (saying: Saying): boolean => has(saying, NOT_YET_FIRST);
export const isNotYet = (saying: Saying): boolean => has(saying, NOT_YET);
export const hasNoTime = (saying: Saying): boolean => has(saying, NO_TIME);
export const isBegun = (saying: Saying): boolean => has(saying, SO_FAR);
/** "mai em làm": the work starts later. */
export const startsLater = (saying: Saying): boolean => has(saying, STARTS_LATER);
/** "chiều nay gửi": the result comes later. */
export const isPromised = (saying: Saying): boolean => has(saying, PROMISED);
