// Verbs that can stand at the head of an order given in chat.
import { ACTION_VERBS } from './action-verbs.ts';
import { HANDLING_VERBS } from './handling-verbs.ts';
import { phraseList } from './phrase-list.ts';

/** Beside those that orders on paper begin with. */
const OF_CHAT = phraseList(`
  nhắn, gọi, alo, bảo, kêu, dặn, nói, hỏi, photo, sao, xem, coi, đọc, soát, dò, nghe, tải, gõ, đánh máy, chép,
  ký tắt, ký nháy, hỗ trợ, giúp, canh, trông, theo, tăng ca, giữ nguyên, thu xếp, chịu khó, nhờ, bám theo,
  rà kỹ, đốc thúc, hối, giục, chạy, mang, đem, cầm, xách, cắt, bớt, thêm, tóm tắt, nhắc nhở, nhanh, nhanh tay,
  đẩy, tự, dứt điểm, ghé, tạt, điểm lại, liệt kê, kê, chia, sang, tới, so, kiếm, quay lại
`);

/**
 * These head no order in a reply: what only the one who has the work says of himself ("nhận", "cam kết"), what those in
 * charge decide ("duyệt", "hủy"), and words that as often begin something else.
 */
const NOT_IN_REPLIES = new Set(
  phraseList(`
    bảo đảm, đảm bảo, cam kết, tiếp thu, rút kinh nghiệm, chấp hành, ghi nhận, thống nhất, nhận, xong, đi, vào, sớm,
    xin, đề nghị, đề xuất, hoàn thành, hoàn tất, kết luận, phát hiện, gia hạn, dừng, tạm dừng, ngừng, hủy, bỏ,
    ổn định, sẵn sàng, quyết định, họp, dự, tham dự, học, khám, điều trị, tư vấn, hợp đồng, bán, thẩm mỹ, cấp cứu,
    định kỳ, lãnh đạo, báo cáo, quyết toán, tuân thủ, ủng hộ, duyệt, phê duyệt, thông qua, nghiệm thu, xác nhận,
    đánh, tiếp, nối, mắc, đo, gặp, thay, kê, lên, phụ trách
  `),
);

export const ORDER_HEADS: ReadonlySet<string> = new Set(
  [...ACTION_VERBS, ...HANDLING_VERBS, ...OF_CHAT].filter((verb) => !NOT_IN_REPLIES.has(verb)),
);

/** Behind a word that urges they too are orders; by themselves they are what a report begins with. */
export const ORDER_HEADS_WHEN_URGED: ReadonlySet<string> = new Set(
  phraseList(`
    hoàn thành, hoàn tất, dứt điểm, báo cáo, xong, bảo đảm, đảm bảo, có mặt, đề xuất, gặp, thay, đo,
    nghiệm thu, quyết toán, chấp hành, tuân thủ, rút kinh nghiệm, báo
  `),
);

/** They begin as a verb does, and are none. */
export const NOT_ORDER_HEADS: ReadonlySet<string> = new Set(
  phraseList(`
    giao ban, giao thông, giao dịch, giao lưu, bảo hiểm, thu nhập, thu ngân, mở đầu, lập trình, lập luận, tính chất,
    báo chí
  `),
);
