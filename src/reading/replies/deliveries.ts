// What has left the house or was carried out, by whom and what for.
import type { Act } from './act.ts';
import { actsOf } from './act.ts';
import { BODIES } from './people-words.ts';
import type { Purpose } from './purposes.ts';
import { purposeOf } from './purposes.ts';
import { takenBack } from './setbacks.ts';
import type { Found, Saying } from './wording.ts';
import { WORD, clauseAround, expressions, findAll, has, pattern, sayingOf, startsWith } from './wording.ts';

/**
 * Its product leaves the house, or the thing asked for is carried out. Verbs that are nouns as well ("báo cáo", "thông
 * báo", "cấp") count only right behind "đã", "vừa", "mới".
 */
const DELIVERY = expressions`
  gửi|nộp|đính kèm|giao nộp|(?<! (?:nhận|tiếp nhận) )bàn giao|đẩy|up|upload|scan
  chuyển(?! (?:ngày|giờ|buổi|cuộc|lời|tin|máy|lịch|họp|ký|anh|chị|sếp|lãnh đạo|giám đốc))
  ban hành|ký ban hành|phát hành|công bố|công khai|niêm yết|đăng tải|đăng(?! (?:nhập|ký))|quán triệt(?! (?:$|rồi $))|phổ biến|(?<! (?:đi|đến|tới|mặt|về) )đủ (?:hết|cả)(?= (?:rồi|$))
  (?:mail|email|meo|fax|zalo|share)(?= (?:cho|sang|qua|tới|lại|rồi|đến))
  trả lời|phúc đáp|góp ý|có ý kiến|tham gia ý kiến|có văn bản|có công văn
  (?<! (?:kế hoạch|phương án|chương trình|quá trình|tiến độ|để) )thực hiện|giải quyết|xử lý|khắc phục|tổ chức|tập huấn|trao(?! đổi)|kiện toàn|thành lập|xử phạt|đăng ký
  (?<! (?:người|giờ|ngày|buổi|cách|chỗ|đi|ra|vào|lao) )làm(?! (?:việc|lại|rõ|quen|tiếp))
  trả (?:kết quả|hồ sơ|giấy|tiền)(?! (?:lại|về))|để (?:trong|trên|ở|tại) (?:thư mục|drive|nhóm|hệ thống|mail|hộp thư|ioffice)
  cập nhật|(?<! đăng )nhập|bổ sung|sửa|chỉnh sửa
  lắp đặt|lắp|cài đặt|(?<! đặt )mua|vận hành|khai trương|khánh thành|đấu nối|lưu trữ|triển khai xong
  nghiệm thu|thanh toán|quyết toán|giải ngân|hoàn trả|chi trả
  thông qua|phê duyệt|duyệt|ký kết
  (?<! (?:trình|chờ|chữ|xin|đi|để|đưa|đợi|cho|chuyển|thiếu|còn|lấy) )ký(?! (?:tự|hiệu|nháy))
  (?<= (?:đã|vừa|mới) )(?:cấp(?= (?:\d+|giấy|phép|chứng|tài khoản|mã|thẻ|đổi|mới|lại))|khen thưởng|thanh lý|thu hồi|kết nối|hướng dẫn|giao(?= ${WORD} (?:${WORD} )?cho)|tuyển dụng|tuyển|bổ nhiệm|trồng|kiểm định|xác minh|đào tạo|tặng|tiêu hủy|sửa chữa|bảo dưỡng|nâng cấp|chấm|xếp loại|công nhận|trả kết quả|giải trình|tuyên truyền|phát động|ra quân|tham dự|dự|cử(?! người)|sơ kết|tổng kết|ra mắt|di dời|tháo dỡ|hoàn công|đối soát|chốt(?= (?:số|danh))|gia hạn(?= (?:tên|chứng|hợp đồng))|có mặt|tiếp(?= (?:đoàn|công dân|khách))|đón|tích hợp|số hóa|đồng bộ|sao lưu)
  (?<= (?:đã|và) )lập biên bản
  (?<= và )chốt(?= ${WORD})
  (?<= đã )(?:diễn ra|hoạt động|chạy|thông suốt|ổn định|khôi phục|hủy (?:hồ sơ|tài liệu)|lên (?:hệ thống|cổng|web|trang|ioffice)|đi(?= (?:$|từ|<past>|hôm|rồi)))
  (?<= (?:công văn|văn bản|giấy mời|thư mời) (?:đã )?)đi(?= (?:rồi|từ|hôm|<past>))
  (?<= (?:đã|vừa|mới|cũng|và) )(?:báo cáo|có báo cáo|đủ|có đủ|có <doc>|treo|dán|phát|trả|điền|thay(?! đổi)|đóng|chi)
  (?<= chưa )báo cáo|báo cáo(?= rồi )|có <doc>(?= rồi )
`;

export interface Delivery extends Act {
  readonly purpose: Purpose;
}

export const deliveriesOf = (saying: Saying): Delivery[] =>
  takenBack(saying, actsOf(saying, DELIVERY)).map(({ found, standing }) => {
    const isListed = standing === 'unclear' && isInListOfFacts(saying, found);
    const isFact = (standing === 'affirmed' || isListed) && !isDoneByOthers(saying, found);
    if (isFact && isLeftToOthers(saying, found)) return { found, standing: 'expected', purpose: 'answer' };
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

/** "đã giao 2 bạn làm", "đã nhờ kế toán tính": who was asked is told, not what they did; "giao A làm xong rồi" is. */
const ASKED_OTHERS = pattern(
  `(?:.* )?(?<! (?:công văn|văn bản|thông báo|giấy|thư) )(?:(?<! bàn )giao|cử|nhờ|phân công|bảo|kêu|thuê|mời|nhắc|đôn đốc|giục|yêu cầu|đề nghị|chỉ đạo)(?: cho)?(?: (?!(?:và|để|đã|rồi|xong|nhiệm|việc|của) )${WORD}){1,4}(?= $)`,
);
const BY_NOW = pattern('(?:.* )?(?:xong|rồi|hết|đủ)');

const isLeftToOthers = (saying: Saying, found: Found): boolean => {
  const { left, right } = clauseAround(saying, found.first, found.end);
  return ASKED_OTHERS.test(left) && !startsWith(right, BY_NOW);
};

const IN_BETWEEN = '(?:đã|vừa|mới|cũng|đều|lại)?';
/** Groups and what is received: "các xã gửi rồi", "kinh phí đã cấp". */
const OTHERS_LEFT = pattern(
  `(?:.* )?(?:các (?:xã|phường|huyện|đơn vị|phòng|sở|ngành)|đơn vị|xã|huyện|nhà thầu|họ|bên đó|bên kia|người ta) ?${IN_BETWEEN}(?= $)`,
);
/** "Công văn đôn đốc các xã phát hành rồi": the paper is ours, whomever it is about. */
const PAPER_LEFT = pattern(
  '^ (?:công văn|văn bản|thông báo|giấy mời|kế hoạch|quyết định|báo cáo|tờ trình) (?:đôn đốc|mời|gửi|yêu cầu|đề nghị|hướng dẫn|triển khai|nhắc|trả lời)',
);
/** "Anh đã ký rồi nhé, em qua lấy": whoever signs tells so, or is told of, and nobody's name says whose task it ends. */
const SIGNED_BY_ONE_ABOVE = pattern(`^ (?:anh|chị|tôi|sếp) ?${IN_BETWEEN}(?= $)`);
const UNIT_LEFT = pattern(`(?:.* )?<unit> ?${IN_BETWEEN}(?= $)`);
const AGREEMENT_RIGHT = pattern('chủ trương');
const INPUT_RIGHT = pattern('(?:số liệu|ý kiến|kinh phí|hướng dẫn|chủ trương|đủ|góp ý)');

/**
 * Someone else's act ends no task of the unit's: an outside body's unless it issues or approves, another unit's when it
 * gives what one waited for. A unit may well name itself ("Chi cục đã gửi báo cáo").
 */
function isDoneByOthers(saying: Saying, found: Found): boolean {
  const { left, right } = clauseAround(saying, found.first, found.end);
  if (
    (OTHERS_LEFT.test(left) && !PAPER_LEFT.test(left)) ||
    (found.text === 'ký' && SIGNED_BY_ONE_ABOVE.test(left))
  )
    return true;
  if (!UNIT_LEFT.test(left)) return startsWith(right, AGREEMENT_RIGHT);
  const unit = saying.words
    .slice(0, found.first)
    .findLast(({ mention }) => mention?.kind === 'unit')?.mention;
  const isOutside = unit?.kind === 'unit' && unit.code === null && !INSIDE.test(unit.name);
  return isOutside ? !CLOSED_ABOVE.has(found.text) : startsWith(right, INPUT_RIGHT);
}

/** Units of an agency, whether the registry knows them or not. */
const INSIDE = new RegExp(`^(?:${BODIES})(?! (?:ubnd|thuộc))`, 'iu');

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
