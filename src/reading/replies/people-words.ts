// The people replies name.
import { GIVEN_NAMES } from '../lexicon/chat-words.ts';

/** Any given name. */
export const NAME = `(?:${[...GIVEN_NAMES].join('|')})`;
/** What a person is called by before the name, in offices, hospitals and schools. */
export const KIN =
  '(?:đồng chí|anh|chị|em|bạn|cô|chú|bác|ông|bà|thầy|bé|thằng|cậu|bác sĩ|dược sĩ|kỹ sư|luật sư|thạc sĩ|tiến sĩ|điều dưỡng|ds|bs|ks|ths)';
/** Kinds of bodies that have tasks, as alternatives without a group: those who write speak of theirs so. */
export const BODIES =
  'phòng|đơn vị|chi cục|trung tâm|văn phòng|thanh tra|hạt|trạm|khoa|bệnh viện|trường|xã|phường|ban|tổ';
/** Whoever signs and decides, as alternatives without a group. */
export const SUPERIOR = 'lãnh đạo|giám đốc|phó giám đốc|ban giám đốc|thủ trưởng|trưởng phòng';
/** Before a word that opens a clause: no verb of one who acts follows, but a thing, a person, a particle. */
export const NOT_A_VERB = `(?!(?:hai|ba|một|cả|toàn|những|mọi|xã|huyện|phường|sở|bộ|tỉnh|dân|họ|người|bạn|tư vấn|hội|đoàn|ban|tổ|lớp|đề|dự|biên|quyết|tờ|phiếu|danh|file|link|ảnh|clip|em|phòng|tôi|mình|anh|chị|sếp|bên|bọn|tụi|đơn|các|mấy|việc|nhiệm|nội|cái|số|báo cáo|báo|hồ|văn|công|kinh|cơ|trụ|tòa|thang|nhà|xe|họp|lịch|máy|mạng|hệ|phần|còn|chắc|khoảng|tầm|hơn|gần|chúc|cảm|xin|mong|kính|nhờ|cho|tiến|kết|nghị định|nghị quyết|hợp đồng|thông tư|luật|điều khoản|phụ lục|căn cứ|bảng|biểu|tài liệu|dữ liệu|giấy|mẫu|thời hạn|hạn|lỗi|đường|thiết bị|theo|do|vì|tại|nếu|khi|để|chờ|đợi|thì|là|mà|nhưng|vâng|ok|rõ|sẽ|có|hết|được|${NAME}) |<)`;
