// The acts a status is told by, and how each mention of one stands. One list per kind of act.
import { GIVEN_NAMES } from '../lexicon/chat-words.ts';
import type { Standing } from './standing.ts';
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
  sayingOf,
  startsWith,
  upTo,
} from './wording.ts';

export interface Act {
  readonly standing: Standing;
  readonly found: Found;
}

/** The work itself ends. */
const COMPLETION = pattern('xong|hoàn thành|hoàn tất|kết thúc|dứt điểm|(?<!xong )đâu vào đấy');

/**
 * Its product leaves the house, or the thing asked for is carried out. Verbs that are nouns as well ("báo cáo", "thông
 * báo", "cấp") count only right behind "đã", "vừa", "mới".
 */
const DELIVERY = expressions`
  gửi|nộp|đính kèm|giao nộp|bàn giao|đẩy|up|upload|scan
  chuyển(?! (?:ký|anh|chị|sếp|lãnh đạo|giám đốc))
  ban hành|ký ban hành|phát hành|công bố|công khai|niêm yết|đăng tải|đăng(?! (?:nhập|ký))|quán triệt(?! (?:$|rồi $))|phổ biến|đủ (?:hết|cả)(?= (?:rồi|$))
  trả lời|phúc đáp|góp ý|có ý kiến|tham gia ý kiến|có văn bản|có công văn
  thực hiện|giải quyết|xử lý|khắc phục|tổ chức|tập huấn|trao(?! đổi)|kiện toàn|thành lập|xử phạt|đăng ký
  (?<! (?:người|giờ|ngày|buổi|cách|chỗ) )làm(?! (?:việc|lại|rõ|quen|tiếp))
  cập nhật|(?<! đăng )nhập|bổ sung|sửa|chỉnh sửa
  lắp đặt|lắp|cài đặt|(?<! đặt )mua|vận hành|khai trương|khánh thành|đấu nối|lưu trữ|triển khai xong
  nghiệm thu|thanh toán|quyết toán|giải ngân|hoàn trả|chi trả
  thông qua|phê duyệt|duyệt|ký kết
  (?<! (?:trình|chờ|chữ|xin|đi|để|đưa|đợi|cho|chuyển|thiếu|còn|lấy) )ký(?! (?:tự|hiệu|nháy))
  (?<= (?:đã|vừa|mới) )(?:cấp(?= (?:\d+|giấy|phép|chứng|tài khoản|mã|thẻ|đổi|mới|lại))|khen thưởng|thu hồi|kết nối|hướng dẫn|giao(?= ${WORD} (?:${WORD} )?cho)|tuyển dụng|tuyển|bổ nhiệm|trồng|kiểm định|xác minh|đào tạo|tặng|tiêu hủy|sửa chữa|bảo dưỡng|nâng cấp|chấm|xếp loại|công nhận|trả kết quả|giải trình|tuyên truyền|phát động|ra quân|tham dự|dự|cử|sơ kết|tổng kết|ra mắt|di dời|tháo dỡ|bố trí|hoàn công|tích hợp|số hóa|đồng bộ|sao lưu)
  (?<= đã )(?:lên (?:hệ thống|cổng|web|trang|ioffice)|đi(?= (?:$|từ|<past>|hôm|rồi)))
  (?<= (?:đã|vừa|mới|cũng|và) )(?:báo cáo|có báo cáo|đủ|có đủ|có <doc>|treo|dán|phát|trả|điền|thay(?! đổi)|đóng|chi)
  (?<= chưa )báo cáo|báo cáo(?= rồi )|có <doc>(?= rồi )
`;

const NAME = `(?:${[...GIVEN_NAMES].join('|')})`;
const SUPERIOR = 'lãnh đạo|giám đốc|phó giám đốc|ban giám đốc|thủ trưởng|trưởng phòng';

/** It goes up for a signature or an opinion. */
const SUBMISSION = expressions`
  (?<! (?:tờ|quy|lịch|chương|công|giáo|tiến|lộ|quá|phiếu|thuyết|hành|để|lại|bài|tường) )trình(?! (?:độ|bày|chiếu|diễn|tự))
  chuyển ký|đưa ký|gửi ký|xin chữ ký|xin ký|xin duyệt
  (?<! (?:bước|khâu|xong|phiếu|giai đoạn|công đoạn|việc|đợt|vòng|hồ sơ|văn bản|công văn) )(?:lấy ý kiến|xin ý kiến)(?! (?:nội bộ|trong phòng|anh em|chuyên viên))
  (?:chuyển|gửi|đưa|nộp) (?:lên |cho |sang )*(?:${SUPERIOR}|văn thư|sếp ${NAME}|(?:anh|chị) ${NAME}(?! (?:ở|tại|bên|phòng|văn thư|văn phòng|kế toán|<unit>|để tổng hợp|tổng hợp|lưu|theo dõi|làm|thủ quỹ)))
  (?<! (?:gửi|nộp|làm|viết|soạn|bản|file|các|lập|in) )(?:báo cáo|có báo cáo) (?:lên |với |cho )*(?:anh|chị|sếp|${SUPERIOR})
  lên bàn|(?:nằm|để|đang) (?:ở |trên )*(?:chỗ|bàn) (?:anh|chị|sếp|văn thư|${SUPERIOR})
  ở (?:chỗ|bàn) (?:anh(?! (?:em|chị))|chị(?! em)|sếp|văn thư|${SUPERIOR})
  (?<= (?:đã|vừa|mới) )lên (?:${SUPERIOR}|sếp|<unit>|ubnd|bộ|tỉnh|sở|trung ương|văn phòng)
  đang (?:nằm |ở )+(?:ở |tại |bên )*(?:<unit>|văn phòng|ubnd|bộ|sở|chỗ)
`;

/** Steps on the way. */
const PREPARATION = expressions`
  soạn thảo|soạn|dự thảo|có dự thảo|có bản thảo|viết|lập|xây dựng|hoàn thiện|hoàn chỉnh|in
  rà soát|tổng hợp|thu thập|khảo sát|kiểm tra|nghiên cứu|làm rõ
  liên hệ|trao đổi|làm việc|họp|thống nhất|phối hợp|gọi|hỏi|mời|đề nghị|yêu cầu|đề xuất
  phân công|chỉ đạo|bố trí|đôn đốc|nhắc|lên kế hoạch
  triển khai|tiến hành|chuẩn bị|khởi động|bắt tay|tham mưu|báo giá|mở thầu
`;

/** Work begins at all. */
const START = expressions`
  bắt đầu|khởi động|tiến hành|triển khai|thực hiện|bắt tay|rục rịch|làm(?! kịp)|lo
  động|động đến|đụng|đụng đến|đụng tới|sờ|sờ đến|sờ tới|rờ|rờ tới|rớ|rớ tới|mó|mó tới|chạm|chạm tới|ngó|ngó tới|ngó đến|mở|nghiên cứu|soạn|viết|xem|đọc|có gì|đâu vào đâu
`;

const PERSON = `(?:anh|chị|sếp|${SUPERIOR})`;

/** What sends a product out only to get something back: its sending does not end the task. */
const FOR_REVIEW = expressions`
  xin ý kiến|lấy ý kiến|cho ý kiến|góp ý|tham gia ý kiến|tham gia góp ý
  thẩm định|thẩm tra|phê duyệt|xem xét|đóng dấu|phát hành|duyệt|ký|xem trước|xem giúp
  (?:để )?${PERSON} (?:xem|duyệt|ký|sửa|cho ý kiến|chỉnh|góp ý|đọc|rà|check|kiểm tra)
  dự thảo|bản thảo|bản nháp|tờ trình
`;
const FOR_ANSWER = expressions`
  (?:<unit>|phòng|nhà thầu|vnpt|viettel|bên|anh|chị) ${upTo(3)}(?:chỉnh sửa|sửa|làm|kiểm tra|xử lý|hoàn thiện|thực hiện|triển khai)
  đề nghị|yêu cầu|đôn đốc|nhắc|hỏi|cung cấp|khảo sát|lấy số liệu|xin số liệu|báo giá
`;
/** Papers that others fill in or come upon: issued or handed in, they are the product; sent out, a step. */
const TO_BE_RETURNED = pattern('mời|giấy mời|thư mời|phiếu|biểu mẫu|mẫu');
const SENT_OUT = new Set(['gửi', 'phát', 'chuyển', 'đẩy']);
/** "cho 5 xã" is all of them, "được 5 xã" may be a part. */
const NOT_TO = '(?<! (?:cho|tới|đến|về) )';
const PART_SENT = expressions`
  một phần|1 phần|trước (?:một|1|một số|phần)|phần (?:1|2|đầu|một|của phòng em)|bản (?:đầu|1)|đợt (?:1|đầu)
  ${NOT_TO}(?<! đủ )(?:một|1|2|3|\d+|hai|ba) (?:xã|phòng|đơn vị|huyện|nội dung|mục|bước|khâu|chương|hạng mục)
  được(?! (?:rồi|hết|cả|giao|phân công|yêu cầu|đề nghị))|(?:hơn|quá|gần) nửa|bước đầu|gần hết|phần lớn|một số|vài|tạm|(?:một )?(?:ít|chút)|miệng|sơ bộ|trước(?! (?:hạn|ngày|khi|đó|đấy|đây|giờ|<))
  (?:đến|tới) (?:phần|đoạn|chương|bước|khâu|mục|trang|biểu)
  <ratio>|<pct>
`;
/** "sửa theo góp ý": on whose word, not what for. */
const ACCORDING_TO = pattern(
  'theo (?:đúng )?(?:góp ý|ý kiến|yêu cầu|chỉ đạo|đề nghị|hướng dẫn|mẫu|kế hoạch)',
);
/** These say their own end: an opinion given, a paper signed. */
const CLOSED_BY_ITSELF = expressions`
  góp ý|có ý kiến|tham gia ý kiến|trả lời|phê duyệt|duyệt|ký|thông qua|ban hành|ký ban hành
`;

/** What is finished before or beside the task: "họp xong", "xong cuộc họp em làm". */
const OTHER_MATTER_RIGHT = expressions`
  (?:rồi )?(?:cái |buổi |cuộc |đợt |kỳ |phiên |chuyến |vụ |mấy )?(?:họp|giao ban|hội nghị|hội thảo|đại hội|kiểm tra|thi|công tác|tiếp dân|tiếp khách)
  (?:rồi )?(?:việc|vụ) (?:khác|kia|nhà|riêng|gấp)
  (?:rồi )?(?:đợt |vụ |mùa )?(?:thanh tra|kiểm toán|dịch|bão|lũ)
  (?:rồi |cả |cái )*(?:đợt(?! \d)|buổi|cuộc|ca|chuyến|phiên|tiệc|giỗ|cưới|đám|lễ|tết|mùa|kỳ(?! \d)|ăn|cơm|nghỉ)
  (?:rồi )?cái (?:khác|kia|đó)
`;
const OTHER_MATTER_LEFT = expressions`
  (?:.* )?(?:họp|cuộc họp|giao ban|hội nghị|thi|công tác|tiếp dân|tiếp khách|dự|nghe|xem|đọc|nhận)(?= $)
  (?:.* )?(?:ăn|uống|ngủ|cơm|nghỉ|nghỉ phép|lái xe|nói chuyện|điện thoại|việc khác|việc kia|việc riêng|về|về đến nhà|về nhà)(?= $)
`;
/** A part of the work, or a step before it, that is finished: "dự thảo xong rồi", "phần em xong", "đã phân công xong". */
const PART_LEFT = expressions`
  (?:phần|bước|khâu|giai đoạn|công đoạn|đợt|vòng|biểu|phụ lục|chương|lần) (?:\d+|đầu|em|mình|tôi|của|này|nội dung|chuyên môn|việc của).*
  (?:dự thảo|tờ trình|đề cương|bản nháp|bản thảo|khung|thủ tục|phụ lục|số liệu|hồ sơ thầu|nội dung|slide|kịch bản)(?: (?:thì|em|phòng em|cơ bản|đã|làm|viết|soạn|cũng))*(?= $)
  (?:.* )?(?:phân công|(?<! bàn )giao|chuẩn bị|trao đổi|đôn đốc|soạn|soạn thảo|dự thảo|mời|làm việc|lên kế hoạch|liên hệ)(?= $)
  (?:.* )?(?:khảo sát|thu thập|thống kê|photo|in|rà|lấy ý kiến|dịch|gõ|đánh máy|chụp|tải|scan|gom)(?= $)
`;
const ORGANISED = pattern('tổ chức|phục vụ|chuẩn bị|đăng cai');

const CLOSING_WORDS = new Set(['xong']);

/** Every "xong", "hoàn thành"… of the task itself; what ends another matter ("xong cuộc họp") is `subordinate`. */
export function completionsOf(saying: Saying): Act[] {
  const ends = findAll(saying, COMPLETION).filter(
    ({ end }) => !CLOSING_WORDS.has(saying.words[end]?.text ?? ''),
  );
  return takenBack(
    saying,
    ends.map((found) => completionAt(saying, found)),
  );
}

function completionAt(saying: Saying, found: Found): Act {
  const standing = standingOf(saying, found, true);
  const { left, right } = clauseAround(saying, found.first, found.end);
  const isOther = startsWith(right, OTHER_MATTER_RIGHT) || OTHER_MATTER_LEFT.test(left);
  if (isOther && !has(saying, ORGANISED) && standing !== 'negated' && standing !== 'asked')
    return { found, standing: 'subordinate' };
  const isPart = (standing === 'affirmed' || standing === 'unclear') && PART_LEFT.test(left);
  if (isPart) return { found, standing: 'partial' };
  const isFact = standing === 'unclear' && isBareFact(found.text, left, right);
  return { found, standing: isFact ? 'affirmed' : standing };
}

/** What undoes a finished piece of work: "xong rồi bị trả lại", "gửi rồi mà sếp bảo làm lại". */
const SETBACK = expressions`
  bị (?:trả|từ chối|bác|yêu cầu|bắt|chê|gạch|sửa|loại|lỗi|hỏng|mất|sai|hủy)|đổi ý|phát sinh|(?:làm|viết|sửa) lại(?! (?:rồi|xong))
  (?:anh|chị|sếp|văn thư|<unit>|bộ|sở|tỉnh|${SUPERIOR}) ${upTo(2)}(?:trả (?:lại|về)|(?:bảo|bắt|kêu|đòi)|yêu cầu (?:làm|sửa|viết|bổ sung|chỉnh)|chê|từ chối|không (?:ký|nhận|duyệt|đồng ý))
  (?:file|máy|bản|dữ liệu|số liệu) ${upTo(1)}(?:bị |lại |đã )?(?:hỏng|lỗi|mất|sai)|mất (?:hết|file|dữ liệu|số liệu)
  lại (?:phải|bị|có thêm|phát sinh|thiếu|sai|hỏng)|không được (?:duyệt|ký|chấp nhận|thông qua)
`;

/** Acts before a setback are `undone`, unless something was finished since. */
function takenBack<A extends Act>(saying: Saying, acts: readonly A[]): A[] {
  const setback = findAll(saying, SETBACK).at(-1);
  if (setback === undefined) return [...acts];
  const isMended = acts.some(({ found, standing }) => standing === 'affirmed' && found.first >= setback.end);
  if (isMended) return [...acts];
  return acts.map((act) =>
    act.standing === 'affirmed' && act.found.end <= setback.first ? { ...act, standing: 'undone' } : act,
  );
}

/** "báo cáo quý xong", "xong báo cáo", "hoàn thành": facts as they stand. "Hoàn thành báo cáo quý" may as well be an order. */
/** "xong báo cáo", "xong 100%", "xong từ lâu": what a task is about, or how wholly; "xong mở bài" is a part. */
const WHOLE_PRODUCT = expressions`
  (?:cái |bản |bộ |toàn bộ |các |cả |hết |tất cả |luôn )*(?:báo cáo|kế hoạch|công văn|văn bản|quyết định|hồ sơ|việc|vụ|nhiệm vụ|đề án|dự án|hợp đồng|thông báo|chương trình|quy chế|phương án|biên bản|tờ trình|hội nghị|hội thảo|lớp|biểu(?! \d)|bảng)
  (?:<all>|<task>|<rest>|<past>|<doc>|<scope>|<pct>|<check>|<link>)|từ|lâu|sớm|trễ|muộn|chậm|trước|hồi|hôm|vào|ngày|luôn|rồi|hết|cả|tất|xuôi|sạch|ráo|trọn|gọn|đẹp|đúng|đâu vào đấy
`;
const isBareFact = (word: string, left: string, right: string): boolean =>
  right.trim() === '' ||
  (word === 'xong' &&
    startsWith(right, WHOLE_PRODUCT) &&
    !/ (?:em|anh|chị|tôi|mình|sếp|phòng) /u.test(right)) ||
  /<(?:task|all|rest|past|doc)>/u.test(left + right);

/** The act that "xong" closes is told by "xong" alone: in "làm xong em gửi" nothing has been done. */
const actsOf = (saying: Saying, expression: RegExp): Act[] =>
  findAll(saying, expression)
    .filter(({ end }) => !CLOSING_WORDS.has(saying.words[end]?.text ?? ''))
    .map((found) => ({ found, standing: standingOf(saying, found) }));

/** `review`: it went out for an opinion; `answer`: to ask others for something; `part`: not all of it. */
export interface Delivery extends Act {
  readonly purpose: 'final' | 'review' | 'answer' | 'part';
}

export const deliveriesOf = (saying: Saying): Delivery[] =>
  takenBack(saying, actsOf(saying, DELIVERY)).map(({ found, standing }) => {
    const isListed = standing === 'unclear' && isInListOfFacts(saying, found);
    const isFact = (standing === 'affirmed' || isListed) && !isDoneByOthers(saying, found);
    const own = standing === 'affirmed' || isListed ? (isFact ? 'affirmed' : 'unclear') : standing;
    return { found, standing: own, purpose: purposeOf(saying, found) };
  });

/** "Đã tiếp thu, chỉnh sửa và ban hành": one "đã" for all, as long as nobody else begins to act. */
const LIST_OF_FACTS = pattern('đã [^.;?!:]* (?:,|và)[^,.;?!:]*(?= $)');
const NEW_START = pattern(
  'em|phòng em|tôi|mình|anh|chị|sếp|sẽ|đang|chưa|chờ|đợi|mai|để|nhưng|<future>|<today>|<unit>',
);

function isInListOfFacts(saying: Saying, found: Found): boolean {
  const before = sayingOf(saying.words.slice(0, found.first));
  const list = findAll(before, LIST_OF_FACTS).at(-1);
  return list !== undefined && !has(sayingOf(before.words.slice(list.first)), NEW_START);
}

const IN_BETWEEN = '(?:đã|vừa|mới|cũng|đều|lại)?';
/** Groups and what is received: "các xã gửi rồi", "kinh phí đã cấp". */
const OTHERS_LEFT = pattern(
  `(?:.* )?(?:các (?:xã|phường|huyện|đơn vị|phòng|sở|ngành)|đơn vị|xã|huyện|nhà thầu|họ|bên đó|bên kia|người ta) ?${IN_BETWEEN}(?= $)`,
);
const UNIT_LEFT = pattern(`(?:.* )?<unit> ?${IN_BETWEEN}(?= $)`);
const INPUT_RIGHT = pattern('(?:số liệu|ý kiến|kinh phí|hướng dẫn|chủ trương|đủ|góp ý)');

/**
 * Someone else's act ends no task of the unit's: an outside body's unless it issues or approves, another unit's when it
 * gives what one waited for. A unit may well name itself ("Chi cục đã gửi báo cáo").
 */
function isDoneByOthers(saying: Saying, found: Found): boolean {
  const { left, right } = clauseAround(saying, found.first, found.end);
  if (OTHERS_LEFT.test(left)) return true;
  if (!UNIT_LEFT.test(left)) return startsWith(right, pattern('chủ trương'));
  const unit = saying.words
    .slice(0, found.first)
    .findLast(({ mention }) => mention?.kind === 'unit')?.mention;
  const isOutside = unit?.kind === 'unit' && unit.code === null;
  return isOutside ? !CLOSED_ABOVE.has(found.text) : startsWith(right, INPUT_RIGHT);
}

const CLOSED_ABOVE = new Set([
  'ban hành',
  'ký ban hành',
  'phát hành',
  'công bố',
  'phê duyệt',
  'duyệt',
  'thông qua',
  'ký',
  'ký kết',
  'nghiệm thu',
]);

/** Handed to a colleague, who goes on with it. */
const TO_COLLEAGUE = pattern(
  `(?:lại )?(?:cho |sang |qua )*(?:(?:bạn|đồng chí|đồng nghiệp|chuyên viên|em|cô|chú|bác)(?! (?:rồi|em|phòng)) [^ ,.;:?!()]+|(?:anh|chị) ${NAME}|(?<=(?:cho|sang|qua) )${NAME})`,
);
const HANDED_OVER = new Set(['bàn giao', 'chuyển', 'giao nộp']);

/** Approved or signed, these let the work begin. */
const ONLY_A_START = pattern(
  '(?:cho )?(?:đề cương|chủ trương|dự toán|kinh phí|danh mục|kế hoạch lựa chọn|dự thảo|khung|thiết kế|nội dung)',
);
const APPROVED = new Set(['phê duyệt', 'duyệt', 'thông qua', 'ký']);
/** "gửi góp ý": the opinion is what was asked for. */
const OPINION = pattern('(?:văn bản |công văn |ý kiến |các ý kiến )*(?:góp ý|tham gia ý kiến)');
/** "đủ 12/12 bộ" */
const isFullCount = (saying: Saying, right: string): boolean =>
  right.includes('<pct>') && mentionOf(saying, 'pct')?.value === 100;
/** Meetings and briefings on the way. */
const ONLY_A_STEP = expressions`
  (?:cuộc |buổi |hội nghị )?(?:họp|làm việc) (?:bàn|lấy|xin|thống nhất|góp ý|nội bộ|rà|cho ý kiến|với|phân công|phòng)
  (?:trong |cho |đến )*(?:nội bộ|phòng|anh em|chuyên viên|khảo sát|mở thầu|đấu thầu)|lịch
`;
const BRIEFED = new Set(['tổ chức', 'quán triệt', 'phổ biến', 'triển khai xong', 'cập nhật']);

const purposeOf = (saying: Saying, found: Found): Delivery['purpose'] => {
  const { right: whole } = clauseAround(saying, found.first, found.end);
  const right = whole.replace(ACCORDING_TO, ' ');
  if (HANDED_OVER.has(found.text) && startsWith(right, TO_COLLEAGUE)) return 'answer';
  if (BRIEFED.has(found.text) && startsWith(right, ONLY_A_STEP)) return 'answer';
  if (APPROVED.has(found.text) && startsWith(right, ONLY_A_START)) return 'part';
  if (PART_SENT.test(right) && !isFullCount(saying, right)) return 'part';
  if (startsWith(right, OPINION)) return 'final';
  if (CLOSED_BY_ITSELF.test(` ${found.text} `)) return 'final';
  if (FOR_REVIEW.test(right)) return 'review';
  if (isProposal(saying, right)) return 'review';
  const isAnswered = FOR_ANSWER.test(right) || (TO_BE_RETURNED.test(right) && SENT_OUT.has(found.text));
  return isAnswered ? 'answer' : 'final';
};

const WHERE_IT_LIES = pattern('lên bàn|nằm|để|chỗ|bàn|ở');

/** "đã gửi Tờ trình số … lên UBND tỉnh": a proposal, or whatever goes up, waits for an answer. */
const UPWARDS = pattern(`lên (?:${SUPERIOR}|anh|chị|sếp|<unit>|ubnd|bộ|tỉnh|trung ương)`);
const PROPOSAL = pattern('tờ trình');
const isProposal = (saying: Saying, right: string): boolean =>
  UPWARDS.test(right) || has(saying, PROPOSAL) || mentionOf(saying, 'doc')?.number.includes('/TTr') === true;

/** "trình xong rồi" stands as its "xong" does; "nằm ở bàn sếp" is a fact by itself. */
export const submissionsOf = (saying: Saying): Act[] =>
  findAll(saying, SUBMISSION).map((found) => {
    const isClosed = CLOSING_WORDS.has(saying.words[found.end]?.text ?? '');
    const standing = standingOf(saying, isClosed ? { ...found, end: found.end + 1 } : found, isClosed);
    const isFact = standing === 'unclear' && (isClosed || WHERE_IT_LIES.test(` ${found.text} `));
    return { found, standing: isFact ? 'affirmed' : standing };
  });

export const preparationsOf = (saying: Saying): Act[] => actsOf(saying, PREPARATION);

export const startsOf = (saying: Saying): Act[] => actsOf(saying, START);

export const stands = (acts: readonly Act[], ...standings: readonly Standing[]): boolean =>
  acts.some(({ standing }) => standings.includes(standing));
