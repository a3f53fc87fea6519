// The other acts a status is told by: handing up, steps on the way, beginnings.
import type { Act } from './act.ts';
import { actsOf, isClosedByXong } from './act.ts';
import { NAME, SUPERIOR } from './people-words.ts';
import { standingOf } from './standing.ts';
import type { Saying } from './wording.ts';
import { expressions, findAll, pattern } from './wording.ts';

/** It goes up for a signature or an opinion. */
const SUBMISSION = expressions`
  (?<! (?:tờ|quy|lịch|chương|công|giáo|tiến|lộ|quá|phiếu|thuyết|hành|để|lại|bài|tường|giải) )trình(?! (?:độ|bày|chiếu|diễn|tự))
  chuyển ký|đưa ký|gửi ký|xin chữ ký|xin ký|xin duyệt
  (?<! (?:bước|khâu|xong|phiếu|giai đoạn|công đoạn|việc|đợt|vòng|hồ sơ|văn bản|công văn) )(?:lấy ý kiến|xin ý kiến)(?! (?:nội bộ|trong phòng|anh em|chuyên viên))
  (?:chuyển|gửi|đưa|nộp) (?:lên |cho |sang )*(?:${SUPERIOR}|văn thư|sếp ${NAME}|sếp(?= (?:ký|duyệt|xem|rồi|$))|(?:anh|chị) ${NAME}(?! (?:ở|tại|bên|phòng|văn thư|văn phòng|kế toán|<unit>|để tổng hợp|tổng hợp|lưu|theo dõi|làm|thủ quỹ)))
  (?<! (?:gửi|nộp|làm|viết|soạn|bản|file|các|lập|in) )(?:báo cáo|có báo cáo) (?:lên |với |cho )*(?:anh|chị|sếp|${SUPERIOR})
  lên bàn|(?:nằm|để|đang) (?:ở |trên )*(?:chỗ|bàn) (?:anh|chị|sếp|văn thư|${SUPERIOR})
  (?:bên|trong|tại|ở) phòng (?:sếp|giám đốc|phó giám đốc|lãnh đạo)
  ở (?:chỗ|bàn) (?:anh(?! (?:em|chị))|chị(?! em)|sếp|văn thư|${SUPERIOR})
  (?<= (?:đã|vừa|mới) )lên (?:${SUPERIOR}|chủ tịch|phó chủ tịch|sếp|<unit>|ubnd|bộ|tỉnh|sở|trung ương|văn phòng)
  nằm (?:ở |tại |bên |trên )+(?:<unit>|văn phòng|ubnd|ubnd tỉnh|bộ|tỉnh)
  đang (?:nằm |ở )+(?:ở |tại |bên )*(?:<unit>|văn phòng|ubnd|bộ|sở|chỗ)
`;

/** Steps on the way. */
const PREPARATION = expressions`
  soạn thảo|soạn|dự thảo|có dự thảo|có bản thảo|có (?:khung|sườn|đề cương|bản nháp|bản thô|dàn ý)|viết|lập|xây dựng|hoàn thiện|hoàn chỉnh|in
  rà soát|tổng hợp|thu thập|khảo sát|kiểm tra|nghiên cứu|làm rõ
  liên hệ|trao đổi|làm việc|họp|thống nhất|phối hợp|gọi|hỏi|mời|đề nghị|yêu cầu|đề xuất
  phân công|chỉ đạo|bố trí|đôn đốc|nhắc|lên kế hoạch
  triển khai|tiến hành|chuẩn bị|khởi động|bắt tay|tham mưu|báo giá|mở thầu
`;

/** Work begins at all. */
const START = expressions`
  bắt đầu|khởi động|tiến hành|triển khai|thực hiện|bắt tay|rục rịch|làm(?! (?:kịp|tiếp))|lo
  động|động đến|đụng|đụng đến|đụng tới|sờ|sờ đến|sờ tới|rờ|rờ tới|rớ|rớ tới|mó|mó tới|chạm|chạm tới|ngó|ngó tới|ngó đến|mở|nghiên cứu|soạn|viết|xem|đọc|lên kế hoạch|có kế hoạch|có gì|đâu vào đâu
`;

const WHERE_IT_LIES = pattern('lên bàn|nằm|để|chỗ|bàn|ở|phòng');

/** "trình xong rồi" stands as its "xong" does; "nằm ở bàn sếp" is a fact by itself. */
export const submissionsOf = (saying: Saying): Act[] =>
  findAll(saying, SUBMISSION).map((found) => {
    const isClosed = isClosedByXong(saying, found.end);
    const standing = standingOf(saying, isClosed ? { ...found, end: found.end + 1 } : found, isClosed);
    const isFact = standing === 'unclear' && (isClosed || WHERE_IT_LIES.test(` ${found.text} `));
    return { found, standing: isFact ? 'affirmed' : standing };
  });

export const preparationsOf = (saying: Saying): Act[] => actsOf(saying, PREPARATION);

export const startsOf = (saying: Saying): Act[] => actsOf(saying, START);
