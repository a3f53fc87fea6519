// What people also write about in a group of colleagues: meals, parties, traffic.
import type { Saying } from './wording.ts';
import { expressions, has } from './wording.ts';

const EVERYDAY = expressions`
  căng tin|căn tin|bún|phở|xôi|trà sữa|nhậu|cà phê|liên hoan|tất niên|tân niên|sinh nhật|đám cưới|thôi nôi|đá bóng|cầu lông|karaoke
  tiền quỹ|đóng quỹ|quỹ phòng|mũ bảo hiểm|áo mưa|về cẩn thận|bãi xe|gửi xe|đi đường cẩn thận|lì xì
  ^ xe (?:cơ quan|công|đưa đón|đi|của|sếp|mấy|về)|^ xe (?:[^ ,.;:?!()]+ ){0,5}(?:đậu|đỗ|đón|xuất phát)
`;
const OF_WORK = expressions`
  <task>|<all>|<doc>|<pct>|<unit>|đoàn|kiểm tra|hỏng|hư|nên|hạn|xong|kế hoạch|báo cáo|hồ sơ|số liệu|kinh phí|nhiệm vụ|việc|dự thảo|công văn|tờ trình|quyết định|phương án|đề án|nộp|gửi|nghiệm thu|thầu|quyết toán
`;

/** Nothing of a task: "Trưa nay căng tin nghỉ", "Cả nhà nhớ đội mũ bảo hiểm". */
export const isOfEveryday = (saying: Saying): boolean => has(saying, EVERYDAY) && !has(saying, OF_WORK);
