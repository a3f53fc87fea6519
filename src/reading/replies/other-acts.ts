// Acts by verbs that no list knows: "đã cắm biển báo ở cả 6 điểm". What such a verb means is told by the words around it:
// "đã", "vừa" before it make it a fact, a person or body it is done with makes it a step on the way.
import type { Act } from './act.ts';
import { NOT_A_VERB, SUPERIOR } from './people-words.ts';
import { purposeOf } from './purposes.ts';
import { takenBack } from './setbacks.ts';
import { standingOf } from './standing.ts';
import type { Found, Saying } from './wording.ts';
import { WORD, clauseAround, either, expressions, findAll, pattern, startsWith } from './wording.ts';

/** States, movements, what one perceives, and what others do to one: facts, but none that works at the task. */
const STATE = either`
  nhận|biết|rõ|xem|đọc|nghe|hiểu|nắm|thấy|nhớ|ghi nhận|tiếp thu|lưu ý|note|quán triệt|đồng ý|nhất trí|thống nhất|bảo|nói|nhắn|dặn|hứa|hẹn|báo|nhắc|giục|hối|kêu|thưa|hỏi|gọi|họp
  cố|cố gắng|bận|ốm|nghỉ|về|đi|đến|tới|lên|xuống|qua|sang|ra|vào|ở|quên|nhầm|trễ|muộn|chậm|quá|hết|mất|hỏng|lỗi|sai|thiếu|vướng|kẹt|bị|được|có|là|còn|chưa|không|phải|muốn|định|tính|dự kiến|sắp|gần|chờ|đợi|bắt đầu|khởi động|giao|phân công|cử|nhờ|mời|xin|đề nghị|yêu cầu|đề xuất|kiến nghị|đăng ký|chuyển|trình|lấy ý kiến|xin ý kiến
  lâu|xong|rồi|hoàn|cơ bản|tương đối|từng|sẵn sàng|thuê|đặt|chọn|tìm|chạy|tăng|giảm|thay đổi|hạ|nâng|khá|rất|ngủ|ăn|uống
`;
/** "đã …", "vừa …": the verb behind it, with the little words between left out. */
const TOLD = pattern(
  `(?<=(?:đã|vừa)(?: (?:cũng|đều|kịp|cho|trực tiếp|phối hợp|chủ động|khẩn trương))? )(?!${STATE} |<)${WORD}`,
);
/** "Nhập đủ số liệu lên phần mềm rồi": no "đã", but a last "rồi" closes what the clause begins with. */
const CLOSED = pattern(
  `(?<=(?:^|[,.;:]|em|phòng em|bên em|bọn em|tụi em|tôi|mình) )${NOT_A_VERB}(?!${STATE} |<)${WORD}(?= (?:${WORD} ){1,8}?rồi (?:$|[,.;!]))`,
);
/** Someone it is done with, or who is to do something then. */
const WITH_OTHERS = expressions`
  ${`(?:${WORD} ){0,3}?`}(?:với|cùng|để|nhờ|mời|vào cuộc)
  ${`(?:${WORD} )?`}(?:anh|chị|sếp|đồng chí|${SUPERIOR}|<unit>|(?:các|mấy|một số) (?:xã|phường|đơn vị|phòng|sở|bên)|nhà thầu|tư vấn|doanh nghiệp|họ|bên)
`;
/** How much, how many, where, for whom, since when: what is told so is a piece of work brought to its end. */
const EXTENT = expressions`
  ${`(?:${WORD} ){0,8}?`}(?:\d+|toàn bộ|tất cả|toàn thể|cả \d+|đầy đủ|đủ|hết(?! (?:hạn|hiệu lực|thời hạn|áp dụng|dùng|pin|giá trị|chỗ|tiền|kinh phí|vốn|giờ|mực|nhiệm kỳ|bảo hành|hàng|ý|việc|cách|phép|sức|người|thẩm quyền))|xong|<all>|<task>|<doc>|<past>|<ratio>|<check>)
  ${`(?:${WORD} ){1,6}?`}(?:tại|ở|trên|vào|lên|cho (?:các|mọi|cả|dân|người|doanh nghiệp|học sinh|cán bộ|\d+)|theo (?!dõi)${WORD})
`;
/** "khoan thử 2 vị trí", "đo 3 trong 10 tuyến" */
const IN_PART = pattern('thử|nháp|\\d+ (?:trong|trên)(?: số| tổng số)? \\d+|đầu tiên|mỗi|mới có');
/** The acts of others: "các xã đã …", "nhà thầu đã …". */
const BY_OTHERS = pattern(
  '(?:.* )?(?:các|mấy|xã|phường|huyện|họ|nhà thầu|tư vấn|doanh nghiệp|đối tác|bên|tỉnh|sở|bộ|ubnd|ngân hàng|kho bạc|lãnh đạo|giám đốc|sếp|anh|chị|người ta|dân|<unit>)(?: (?!em |phòng em )[^ ,.;:?!()]+){0,2} (?:đã|vừa)(?: [^ ,.;:?!()]+)?(?= $)',
);
/** "theo lộ trình đã đề ra", "những việc đã hứa": which one, not what was done. */
const ATTRIBUTE = pattern(
  '(?:.* )?(?:theo|như|so với|những|vẫn|đang|sẽ|chưa|không|để|nên|đúng|từ|của|với|về)(?: (?!(?:em|phòng em|tôi|mình) )[^ ,.;:?!()]+){0,5} (?:đã|vừa)(?: [^ ,.;:?!()]+)?(?= $)',
);
const BY_US = pattern('em|phòng em|tôi|mình|chúng tôi|phòng');

/** Facts of the unit's own work; final where their extent is told and no one else is to do anything about them. */
export interface OtherAct extends Act {
  readonly isFinal: boolean;
  readonly isForReview: boolean;
}

export const otherActsOf = (saying: Saying, known: readonly Act[]): OtherAct[] =>
  takenBack(
    saying,
    [...findAll(saying, TOLD), ...findAll(saying, CLOSED)]
      .filter((found) => !known.some((act) => overlaps(act.found, found)))
      .flatMap((found): OtherAct[] => {
        const { left, right } = clauseAround(saying, found.first, found.end);
        if (ATTRIBUTE.test(left) || (BY_OTHERS.test(left) && !BY_US.test(left))) return [];
        const purpose = purposeOf(saying, found);
        const isWhole = startsWith(right, EXTENT) && !startsWith(right, WITH_OTHERS) && !IN_PART.test(right);
        return [
          {
            found,
            standing: standingOf(saying, found),
            isFinal: isWhole && purpose === 'final',
            isForReview: purpose === 'review',
          },
        ];
      }),
  );

const overlaps = (a: Found, b: Found): boolean => a.first < b.end && b.first < a.end;
