// Every "xong", "hoàn thành" of a reply: of the task itself, of a part of it, of something else.
import type { Act } from './act.ts';
import { isClosedByXong } from './act.ts';
import { takenBack } from './setbacks.ts';
import { standingOf } from './standing.ts';
import type { Found, Saying } from './wording.ts';
import {
  WORD,
  clauseAround,
  expressions,
  findAll,
  has,
  mentionOf,
  pattern,
  startsWith,
  upTo,
} from './wording.ts';

/** The work itself ends. */
const COMPLETION = pattern('xong|hoàn thành|hoàn tất|kết thúc|bế mạc|dứt điểm|(?<!xong )đâu vào đấy');

/** What is finished before or beside the task: "họp xong", "xong cuộc họp em làm". */
const OTHER_MATTER_RIGHT = expressions`
  (?:rồi )?(?:cái |buổi |cuộc |đợt |kỳ |phiên |chuyến |vụ |mấy )?(?:họp|giao ban|hội nghị|hội thảo|đại hội|kiểm tra|thi|công tác|tiếp dân|tiếp khách)
  (?:rồi )?(?:việc|vụ) (?:khác|kia|nhà|riêng|gấp)
  (?:rồi )?(?:đợt |vụ |mùa )?(?:thanh tra|kiểm toán|dịch|bão|lũ)
  (?:rồi |cả |cái )*(?:đợt(?! \d)|buổi|cuộc|ca|chuyến|phiên|tiệc|giỗ|cưới|đám|lễ|tết|mùa|kỳ(?! \d)|ăn|cơm|nghỉ)
  (?:rồi )?cái (?:khác|kia|đó)
`;
const OTHER_MATTER_LEFT = expressions`
  ^ (?:(?:em|phòng em|phòng|tôi|mình|bọn em|tụi em|đã|vừa|mới) )*(?:họp|dự|tiếp(?! tục)|ăn)(?: (?!(?:và|làm|viết|soạn|gửi|nộp) )${WORD}){0,5}(?= $)
  (?:.* )?(?:họp|cuộc họp|giao ban|hội nghị|thi|(?<!đoàn )công tác|tiếp dân|tiếp khách|dự|nghe|xem|đọc|nhận)(?= $)
  (?:.* )?(?:(?:việc|cái|vụ|đợt|lần) (?:cũ|trước)|năm (?:ngoái|trước|kia))(?: (?:thì|em|phòng em|đã|cũng|làm|nộp|gửi))*(?= $)
  (?:.* )?(?:ăn|uống|ngủ|cơm|nghỉ|nghỉ phép|lái xe|nói chuyện|điện thoại|việc khác|việc kia|việc riêng|về|về đến nhà|về nhà)(?= $)
`;
/** A part of the work, or a step before it, that is finished: "dự thảo xong rồi", "phần em xong", "đã phân công xong". */
const PART_LEFT = expressions`
  (?:phần|bước|khâu|giai đoạn|công đoạn|đợt|vòng|biểu|phụ lục|chương|lần) (?:\d+|đầu|em|mình|tôi|của|(?<!phần )này|nội dung|chuyên môn|việc của).*
  (?:dự thảo|tờ trình|đề cương|bản nháp|bản thảo|khung|thủ tục|phụ lục|số liệu|hồ sơ thầu|nội dung|slide|kịch bản)(?: (?:thì|em|phòng em|cơ bản|đã|làm|viết|soạn|cũng))*(?= $)
  (?:.* )?(?:phân công|(?<! bàn )giao|chuẩn bị|trao đổi|đôn đốc|soạn|soạn thảo|dự thảo|mời|làm việc|lên kế hoạch|liên hệ)(?= $)
  (?:về|trên) (?:mặt |phần )?(?:kỹ thuật|giấy tờ|nội dung|chuyên môn|nguyên tắc|lý thuyết|pháp lý|hình thức).*
  (?:.* )?(?:trao đổi|làm việc|liên hệ|bàn|bàn bạc|thống nhất) với (?:(?!và )${WORD} ){0,4}?(?!và )${WORD}(?: đã| cũng| vừa)*(?= $)
  (?:.* )?(?:thuê|lựa chọn|chọn|tìm|chạy thử|thử nghiệm|thí điểm|tập dượt|dùng thử)(?= $)
  (?:.* )?(?:lên phương án|đàm phán|thương thảo|lên khung|lên danh sách)(?= $)
  (?:.* )?(?:khảo sát|thu thập|thống kê|photo|in|rà|lấy ý kiến|dịch|gõ|đánh máy|chụp|tải|scan|gom)(?= $)
`;
/** "giao xong máy tính cho mấy xã": things, not work. */
const HANDED_RIGHT = pattern(`(?!(?:việc|nhiệm vụ|cho|rồi|các|từng) )${WORD} ${upTo(3)}cho`);
/** "Đã họp xong hội đồng, biên bản em để trên iOffice": the product is there, so it was the task. */
const PRODUCT_FILED = pattern(
  '(?:link|biên bản|kết quả|danh sách|hình ảnh|tài liệu|văn bản|file|báo cáo|kết luận|quyết định|hồ sơ) (?:(?!sau|mai|chưa|đang|sẽ|chờ|còn|thì)[^ ,.;:?!()]+ ){0,4}?(?:(?:để|thả|up|quăng|bỏ) (?:trên|lên|ở|trong|vào|tại)|trên (?:ioffice|hệ thống|drive|nhóm)|đính kèm|kèm theo|gửi kèm|đã (?:gửi|nộp|đăng|lưu|up))(?! (?:sau|mai))|(?:biên bản|kết luận) (?:em |cũng )?(?:(?:đã|cũng) (?:ký|lập)(?: xong)?|(?:ký|lập) (?:xong |rồi )*rồi)(?= (?:$|[,.]))',
);
const ORGANISED = pattern('tổ chức|phục vụ|chuẩn bị|đăng cai');
/** "Lớp tập huấn kết thúc hôm 25/9", "Hội nghị đã bế mạc": what was to be held has been held. */
const HELD = pattern(
  `(?:^|[,.;] |<task> [,:]? ?|(?:đã|vừa|em|phòng em|phòng|đơn vị) tổ chức) ?(?:các |cái )?(?:lớp|khóa|khoá|hội nghị|hội thảo|hội thi|hội chợ|hội thao|hội diễn|tọa đàm|cuộc thi|giải|lễ|ngày hội|buổi|đợt|chương trình|chiến dịch|triển lãm|phiên|đoàn|chuyến|kỳ) ${upTo(8)}(?:đã |vừa |cũng )*(?:kết thúc|bế mạc|hoàn thành|hoàn tất|diễn ra)(?= (?:$|[,.]|<past>|rồi|tốt đẹp|thành công|hôm|an toàn|lúc|vào|từ|đúng|xong|hoàn toàn))`,
);

/** Told of something that was held: its end is a report, and "đạt yêu cầu" beside it praises it. */
export const isHeld = (saying: Saying): boolean => has(saying, HELD);

/** Every "xong", "hoàn thành"… of the task itself; what ends another matter ("xong cuộc họp") is `subordinate`. */
export function completionsOf(saying: Saying): Act[] {
  const ends = findAll(saying, COMPLETION).filter(({ end }) => !isClosedByXong(saying, end));
  return takenBack(
    saying,
    ends.map((found) => completionAt(saying, found)),
  );
}

function completionAt(saying: Saying, found: Found): Act {
  const standing = standingOf(saying, found, true);
  const { left, right } = clauseAround(saying, found.first, found.end);
  const isOther = startsWith(right, OTHER_MATTER_RIGHT) || OTHER_MATTER_LEFT.test(left);
  const isTold = standing === 'affirmed' || (standing === 'unclear' && right.trim() === '');
  if (isTold && has(saying, PRODUCT_FILED)) return { found, standing: 'affirmed' };
  if (isOther && !has(saying, ORGANISED) && !isHeld(saying) && standing !== 'negated' && standing !== 'asked')
    return { found, standing: 'subordinate' };
  if (standing === 'partial' && isCounted(saying, left, right)) return { found, standing: 'unclear' };
  const isPart =
    (standing === 'affirmed' || standing === 'unclear') &&
    PART_LEFT.test(left) &&
    !startsWith(right, HANDED_RIGHT);
  if (isPart) return { found, standing: 'partial' };
  const isFact =
    standing === 'unclear' &&
    (isBareFact(found.text, left, right) || isReported(saying, found.text, left, right));
  return { found, standing: isFact ? 'affirmed' : standing };
}

/** "Báo cáo anh, lắp xong máy X-quang": told to one above, and nothing comes behind it. */
const VERB_LEFT = pattern(`^ (?:(?:em|phòng em|phòng) )?${WORD}(?: ${WORD})?(?= $)`);
const GOES_ON = pattern('mới|thì|là|sẽ|em|rồi|để|nên|chưa|được|phần|bước|khâu|\\d+|<ratio>|<pct>');
const isReported = (saying: Saying, word: string, left: string, right: string): boolean =>
  word === 'xong' && mentionOf(saying, 'address') !== null && VERB_LEFT.test(left) && !GOES_ON.test(right);

/** "đã thẩm tra xong 5 hồ sơ": some or all of them; "mới xong 5 hồ sơ" is some. */
const TOLD_VERB = pattern(`(?:.* )?(?:đã|vừa) (?!(?:làm|được|cơ bản|gần) )${WORD}(?: ${WORD}){0,2}(?= $)`);
const COUNT = pattern('\\d+ [^ ,.;:?!()]+');
const SOME = pattern(
  'được|mới|còn|đang|chưa|trong|trên tổng|mỗi|đầu|trước|chờ|đợi|tiếp|phần|bước|khâu|<ratio>|<pct>|<future>',
);
const isCounted = (saying: Saying, left: string, right: string): boolean =>
  TOLD_VERB.test(left) && startsWith(right, COUNT) && !has(saying, SOME);

/** "xong báo cáo", "xong 100%", "xong từ lâu": what a task is about, or how wholly; "xong mở bài" is a part. */
const WHOLE_PRODUCT = expressions`
  (?:cái |bản |bộ |toàn bộ |các |cả |hết |tất cả |luôn )*(?:báo cáo|kế hoạch|công văn|văn bản|quyết định|hồ sơ|việc|vụ|nhiệm vụ|đề án|dự án|hợp đồng|thông báo|chương trình|quy chế|phương án|biên bản|tờ trình|hội nghị|hội thảo|lớp|biểu(?! \d)|bảng)
  (?:trên|lên|vào) (?:phần mềm|hệ thống|cổng|web|trang|drive|ioffice|dữ liệu|sổ|máy)
  (?:<all>|<task>|<rest>|<past>|<doc>|<scope>|<pct>|<check>|<link>)|từ|lâu|sớm|trễ|muộn|chậm|trước|hồi|hôm|vào|ngày|luôn|rồi|hết|cả|tất|xuôi|sạch|ráo|trọn|gọn|đẹp|đúng|đâu vào đấy
`;
/** "báo cáo quý xong", "xong báo cáo", "hoàn thành": facts as they stand. "Hoàn thành báo cáo quý" may as well be an order. */
const isBareFact = (word: string, left: string, right: string): boolean =>
  right.trim() === '' ||
  (word === 'xong' &&
    startsWith(right, WHOLE_PRODUCT) &&
    !/ (?:em|anh|chị|tôi|mình|sếp|phòng) /u.test(right)) ||
  /<(?:task|all|rest|past|doc)>/u.test(left + right);
