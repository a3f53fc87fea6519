// What stands in the way: named as an obstacle, or as something the work needs and has not got.
import { standingOf } from './standing.ts';
import type { Saying } from './wording.ts';
import { WORD, either, expressions, findAll, has, pattern, upTo } from './wording.ts';

const MEANS =
  '(?:số liệu|dữ liệu|kinh phí|tiền|nguồn|vốn|người|nhân lực|nhân sự|cán bộ|hướng dẫn|căn cứ|cơ sở|điều kiện|quy định|biểu mẫu|mẫu biểu|chữ ký số|vật tư|nhân công|quyền|thông tin|tài liệu|hồ sơ|mẫu|máy|thiết bị|mặt bằng)';

/** Those outside that papers are handed in to. */
const ABROAD =
  '(?:<unit>|kho bạc|ngân hàng|thuế|bảo hiểm|một cửa|bộ phận một cửa|sở|bộ|tỉnh|ubnd|ubnd tỉnh|huyện|hội đồng|đơn vị thẩm định|cơ quan thuế|bên (?!em))';

const OBSTACLE = expressions`
  (?:quy định|hướng dẫn|hiểu|luật|nghị định|thông tư|văn bản|ý kiến) ${upTo(3)}(?:khác nhau|trái nhau|ngược nhau|trái ngược|vênh nhau)
  (?:chưa|không) (?:thể )?${WORD}(?: ${WORD})? tiếp (?:được|nổi)
  vướng|vướng mắc|kẹt(?! (?:họp|thanh tra|công tác|lịch|việc khác|(?:mấy|vài|nhiều) việc|đoàn))|kẹt cứng|mắc kẹt|khó khăn|trở ngại|bế tắc|ách|ách tắc|tắc|nghẽn|trục trặc|sự cố|bó tay|chồng chéo|mâu thuẫn|bất cập|lúng túng|vênh nhau|đá nhau
  không biết (?:áp dụng|làm|xử lý|theo|phải|căn cứ|chọn) ${upTo(4)}(?:nào|sao|gì|ai)
  nên (?:${WORD} ){0,3}?(?:chưa|không) (?:thể ${WORD}|(?:${WORD} ){1,4}?(?:được|nổi))(?: ${WORD}){0,4}(?= (?:$|[,.;]))
  (?:chờ|đợi) ${upTo(2)}${MEANS} ${upTo(6)}chưa (?:có|được|thấy|về)
  (?:nhà thầu|đơn vị thi công|nhà cung cấp|tư vấn|đối tác) ${upTo(3)}(?:chậm|trễ|lề mề)
  nên (?:em |phòng em |phòng |đơn vị |<task> |việc này |tất cả |cả |công trình |dự án )?(?:phải |đang |đành )*(?:dừng|đứng|kẹt|tắc|ngưng|đình lại|treo|bí)(?! (?:lại để|ở))
  đình trệ|trì trệ|ngưng trệ|vi phạm (?:tiến độ|hợp đồng)
  mắc (?:ở|khâu|chỗ|vụ|về|do|vì|tại)|gặp khó|khó (?:ở|lấy|tiếp cận|thu thập|xin|tìm|làm|quá|triển khai|thực hiện)|hơi khó
  bị ${upTo(3)}trả(?= (?:$|[,.]|hồ sơ|lại|về|vì|do|ra|chứng từ))|hỏng|sập|treo|đứng hình|hư(?! cấu)|cháy|chết máy|liệt|tê liệt|báo lỗi|bí(?! thư)|bị (?:hư|lỗi|khóa|cắt|chặn|mất|hỏng|treo|hack|virus|thu hồi|trả lại|từ chối|dừng|ngừng|tạm dừng)|thất lạc|(?:ngưng|ngừng) hỗ trợ|rút lui|(?:đầu tư|nhà thầu|đối tác|công ty|tư vấn|doanh nghiệp) (?:xin |đã |đòi )*(?:rút|bỏ|hủy)
  (?:hệ thống|phần mềm|máy|máy chủ|máy in|mạng|đường truyền|web|trang|file|cổng|ứng dụng|app) (?!không |hết |đã hết )${upTo(4)}(?:lỗi|trục trặc|sập|treo)|(?:hệ thống|phần mềm|máy|mạng|đường truyền) (?:đang |bị |quá )*chậm
  lỗi (?:đăng nhập|font|kỹ thuật|phần mềm|hệ thống|mạng|máy|kết nối)|rớt mạng|mạng ${upTo(3)}rớt|chập chờn|mất (?:mạng|điện|dữ liệu|số liệu|file|kết nối)
  (?:không|chưa) (?:tìm thấy|tìm được|tìm ra)|ý kiến khác nhau|chưa đồng thuận|không thống nhất
  (?:người|cán bộ|chuyên viên|đồng chí) ${upTo(3)}nghỉ|(?:hệ thống|phần mềm|máy chủ|mạng|cổng) ${upTo(3)}bảo trì|đứt cáp|đường truyền (?:bị )?đứt|bị (?:ốm|sốt|tai nạn)|nằm viện
  không (?:vào|truy cập|đăng nhập|mở|tải|lấy|liên hệ|gọi|in|quét|scan|kết nối|ký số|xuất|đọc) ${upTo(2)}được|(?:vào|truy cập|đăng nhập|mở|tải|liên hệ|gọi|in|quét|scan|kết nối|ký số|xuất|gửi|nộp|thanh toán|rút) (?:mãi |hoài |cũng |vẫn |hết )*không được(?! (?:chậm|trễ|quá|muộn|để|thiếu|sai|sót))
  ${ABROAD} ${upTo(2)}(?:trả|từ chối|bác|không nhận|không duyệt|không chịu nhận) (?:lại |về )?(?:hồ sơ|chứng từ|công văn|văn bản|dự toán|quyết toán|bộ)
  (?:chưa|không) (?:thể )?(?:${WORD} ){1,3}(?:được|nổi)(?: gì)? (?:vì|do|bởi|tại)|không nghe máy|bỏ (?:dở|cuộc|ngang)(?! rồi)
  ${WORD} (?:mãi|hoài|suốt|mấy lần|bao lần)(?: rồi)? (?:mà )?(?:cũng |vẫn |đều )?(?:không|chưa) (?:được|nổi|xong|ra|thấy|có)
  (?:phải|đành) (?:hủy|đấu|mời|làm) (?:thầu|lại từ đầu)|không có ${upTo(4)}nào (?:tham gia|đăng ký|nộp|dự|nhận|đồng ý|đáp ứng|chịu)
  không ai (?:nghe|bắt|trả lời|phối hợp|nhận|làm|chịu|đồng ý|ký|dám)|(?:gọi|liên hệ) ${upTo(3)}không được
  không (?:phối hợp|hợp tác|cung cấp|chịu|cho)
  (?:đòi|bắt|yêu cầu) [^,.;?!]* (?:mà|nhưng) (?:mình|em|phòng em|phòng|đơn vị) (?:không|chưa) (?:có|làm|đáp ứng)
  không (?:có|đủ) (?:${MEANS}|ai)
  hết (?:kinh phí|tiền|vốn|giấy(?! (?:mời|tờ|khen|chứng|phép|xác))|mực)
  ${`(?<! còn )thiếu ${MEANS}`}
  thiếu (?:\d+ )?(?:biên chế|chỉ tiêu|cán bộ)|làm không xuể|không kham (?:nổi|hết)|quá tải
  phụ thuộc(?: vào)?|(?:phải |đang |đang phải )(?:tạm dừng|dừng)|tạm dừng do
  (?:không|chưa) rõ (?:áp dụng|theo|căn cứ|thẩm quyền|quy định|cách|phương án|nguồn|hướng|trách nhiệm|cơ chế|chủ trương|quy trình)
  chưa (?:thống nhất|thông)(?: được)?|chưa biết (?:áp dụng|làm|xử lý|theo|phải)
`;
/** Help asked of those above. */
const ASKS_HELP = expressions`
  (?:đề nghị|mong|nhờ|cần|xin) (?:anh|chị|sếp|lãnh đạo|giám đốc|ban giám đốc|<unit>) ${upTo(8)}(?:gỡ|tháo gỡ|can thiệp|tác động|làm việc với|chỉ đạo (?:các|phòng|<unit>|đơn vị))
`;
const RESOLVED = expressions`
  (?:hết|gỡ|tháo gỡ|giải quyết|xử lý|khắc phục|qua|fix|sửa) ${upTo(3)}(?:vướng|vướng mắc|khó khăn|trục trặc|sự cố|lỗi)
  (?:không|chẳng|chả|hết) ${upTo(3)}(?:vướng|vướng mắc|khó khăn|trở ngại|trục trặc|khó|kẹt)(?: gì)?
  (?:sự cố|lỗi|trục trặc|vướng mắc|khó khăn) ${upTo(2)}(?:khắc phục|xử lý|giải quyết|tháo gỡ|gỡ|sửa|fix)(?:(?: được| xong)* rồi| (?:gần|sắp) xong)
  (?:có|nếu|gặp|khi) (?:gì )?(?:vướng|vướng mắc|khó khăn|khó|trục trặc|kẹt)(?: gì| mắc| chỗ nào)? (?:thì |là )?(?:em|phòng em|bên em|tôi|mình) (?:sẽ |xin )?(?:báo|gọi|nhắn|hỏi|ý kiến|trao đổi)
  bị trả lại[^.;?!]* đang (?:sửa|chỉnh|bổ sung|hoàn thiện|làm)
  chưa (?:thấy |gặp |có |gì )+(?:vướng|vướng mắc|khó khăn|trục trặc)|chưa (?:vướng|vướng mắc|khó khăn) (?:gì|đâu)
`;
const CONCEDED = pattern(`(?:tuy|mặc dù|dù|dẫu) ${upTo(8)}(?:vướng|khó khăn|khó)`);

const OTHERS = either`
  (?:<unit>|các|nhà thầu|nhà cung cấp|nhà mạng|đơn vị|đối tác|địa phương|trung tâm|chi cục|văn phòng|công ty|kho bạc|ngân hàng|tư vấn|vnpt|viettel|doanh nghiệp|người dân|hộ dân|công dân|chủ đầu tư|cán bộ|người cũ|họ|người ta) ${upTo(5)}
  (?:phòng|bên) (?!(?:em|chưa|không|vẫn|cũng|hiện|còn) )${upTo(5)}
  (?:xã|huyện|sở|bộ|một số|mấy (?:xã|phòng|đơn vị|sở)) ${upTo(4)}
`;
const THEY_HAVE_NOT = expressions`
  ${OTHERS}(?:vẫn |còn |cũng |hiện |mới |họ )?(?:chưa|không|chậm|trễ)(?: chịu| thấy| kịp)? ${either`
    gửi|nộp|cung cấp|báo cáo|trả lời|phản hồi|hồi âm|xác nhận|góp ý|ký|duyệt|đồng ý|thống nhất|chốt
    ban hành|hướng dẫn|quy định|phê duyệt|thẩm định|có|cho|làm|xong|hoàn thành|xử lý|sửa|lắp|nhập|giao|bàn giao|chuyển|đưa|cấp|thanh toán|nghiệm thu
    phối hợp|hợp tác|tham gia|sang|qua|bố trí
  `}
  ${OTHERS}(?:từ chối|bác|chậm trễ|lề mề|bỏ dở|bỏ cuộc|(?:làm |quá )?(?:chậm|trễ)(?= (?:$|[,.])))
`;
const LACK = expressions`
  (?:chưa|vẫn chưa|còn chưa|chưa thể) (?:có|có đủ|đủ|nhận|nhận được|thấy|bố trí|bố trí được|phân bổ|cấp|cung cấp)(?! (?:gì|xong|việc) )
  (?:chưa|vẫn chưa|còn chưa|chưa thể) (?:được cấp|được bố trí|được phân bổ|được giao|được cung cấp|được hướng dẫn)
  (?:chưa|vẫn chưa) [^ ,.;:?!()]+ được ${MEANS}
  (?:chưa|vẫn chưa|còn chưa|chưa thể) (?:lấy|xin|thu thập|tiếp cận|liên hệ|gọi) được
`;
const OWN_DELAY = pattern(
  '^ (?:báo cáo|kế hoạch|dự thảo|kết quả|sản phẩm|tờ trình)(?: này| đó| ấy)? (?:vẫn |còn |thì )?chưa có(?= (?:$|[,.]))|chưa (?:bố trí|sắp xếp|thu xếp|dành)(?: được)? (?:thời gian|thì giờ)|chưa có (?:báo cáo(?= (?:$|[,.]))|thời gian|lúc nào|ngày nào|thì giờ|gì|kết quả|thông tin gì)',
);

/** "Mai cúp điện cả cơ quan": told to everyone, and nothing of a task. */
const ANNOUNCED = pattern(
  '^ (?:<today> |<future> )?(?:cơ quan|sở|cả sở|khu nhà|tòa nhà|trụ sở|ubnd|ubnd xã|ubnd phường|<unit>|bệnh viện|trường) (?:bị |sẽ |báo )*(?:mất|cúp|cắt|cúp lịch) (?:điện|nước|mạng|internet)(?= $)|^ (?:<today> |<future> )?(?:cơ quan |sở |khu nhà |tòa nhà |khu |điện lực )*(?:bị |sẽ |báo )*(?:mất|cúp|cắt|cúp lịch|ngừng cấp|bảo trì) (?:điện|nước|mạng|internet)(?: (?:toàn|cả|ở|tại|khu|tòa|nhà|cơ quan|sở|tầng|dãy|bên|<today>|<future>|từ|đến|tới|[^ ,.;:?!()]{1,2}|mọi người|cả nhà|anh em))+(?= $)',
);

/** "Cuộc họp chuyển sang chiều mai": when or where people meet, and nothing else. */
const MEETING_MOVED = pattern(
  `^ (?:thông báo (?:, |: )?)?(?:lịch |cuộc |buổi |phiên )*(?:họp|giao ban|làm việc|tập huấn|tiếp dân|hội ý)(?: (?!(?:xong|rồi|chưa|đề nghị|xin) )${WORD}){0,6}? (?:đã |sẽ |được |tạm |xin )*(?:chuyển|dời|rời|lùi|đổi|hoãn|đẩy)(?: lịch| giờ| lại)* (?:(?:sang|đến|tới|vào|qua|xuống|lên|về) )?(?:<future>|<today>|phòng|hội trường|tầng|trụ sở|lúc|thứ|ngày|tuần|đầu|cuối|${WORD} họp)(?: (?!(?:nên|vì|do|thì|chưa|không|được|nhưng|em|để) )${WORD}){0,6}(?= $)`,
);

/** Told to everyone, and nothing of a task. */
export const isAnnouncement = (saying: Saying): boolean =>
  has(saying, ANNOUNCED) || has(saying, MEETING_MOVED);

/** An obstacle named as such ("vướng kinh phí", "máy chủ hỏng"), unless it is overcome or conceded ("tuy khó…"). */
export const isObstructed = (saying: Saying): boolean =>
  has(saying, ASKS_HELP) ||
  (has(saying, OBSTACLE) && !has(saying, ANNOUNCED) && !has(saying, RESOLVED) && !has(saying, CONCEDED));

/** "chưa có nguồn", "không có người": waiting then is for what the work is made of, not for a decision on it. */
const NO_MEANS = pattern(`(?:chưa|không) (?:có|có đủ|đủ|được cấp|bố trí được) ${MEANS}`);
export const lacksMeans = (saying: Saying): boolean => has(saying, NO_MEANS);

/** "Hết trục trặc rồi", "mạng thông lại rồi", "máy nào cũng vào được": what stood in the way is gone. */
const RUNS_AGAIN = expressions`
  (?:hết|gỡ|gỡ được|tháo gỡ|xử lý|khắc phục|qua|fix|sửa) (?:được |xong )?${upTo(3)}(?:vướng|vướng mắc|khó khăn|trục trặc|sự cố|lỗi|kẹt|nghẽn|tắc|hỏng)(?: mạng| máy| hệ thống| kỹ thuật| phần mềm)?(?: xong| được)? rồi
  (?:sự cố|lỗi|trục trặc|vướng mắc|khó khăn) ${upTo(2)}(?:khắc phục|xử lý|giải quyết|tháo gỡ|gỡ|sửa|fix)(?: được| xong)* rồi
  (?:thông|chạy|hoạt động|vào|lên|sáng|kết nối|truy cập|dùng|đăng nhập|liên thông)(?: được)?(?: lại| trở lại)? (?:bình thường|ổn định|trơn tru|thông suốt)(?: lại| trở lại)?(?: rồi)?
  (?:dùng|chạy|xài|sử dụng|hoạt động) (?:lại )?được(?: lại)? rồi
  (?:máy|đơn vị|xã|phòng|ai|người|nơi|chỗ|tài khoản|điểm) nào cũng (?:đã )?${WORD}(?: ${WORD}){0,2} (?:được|rồi)
`;
export const runsAgain = (saying: Saying): boolean =>
  findAll(saying, RUNS_AGAIN).some((found) => ['affirmed', 'unclear'].includes(standingOf(saying, found)));

/** "Hết vướng rồi, hợp đồng ký xong hôm nay": what was held up came to its end, and no word puts that off. */
const DONE_SINCE = pattern(
  `(?:^|em|phòng em|[.,]) (?:hết|gỡ|tháo gỡ|khắc phục|sự cố|lỗi|trục trặc|vướng mắc) ${upTo(4)}rồi [,.] (?!.*(?:sẽ|chắc|dự kiến|mới|đang|phải|để|cố|nhưng|chưa|là|<future>) )${WORD} ${upTo(5)}xong(?: <today>)?(?= $)`,
);
export const isDoneSince = (saying: Saying): boolean => runsAgain(saying) && has(saying, DONE_SINCE);

/** Something the work needs is not there ("chưa có số liệu", "phòng X chưa gửi"): in the way, where nothing says more. */
export const lacksInput = (saying: Saying): boolean =>
  !has(saying, OWN_DELAY) && (has(saying, THEY_HAVE_NOT) || has(saying, LACK));
