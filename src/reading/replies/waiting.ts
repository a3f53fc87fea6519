// Whom or what a reply waits for, and what is still missing.
import type { Found, Saying } from './wording.ts';
import { WORD, clauseEnd, expressions, find, has, pattern, sayingOf, upTo } from './wording.ts';

const WAIT = '(?:chờ|đợi)';

/** What only someone else can give a finished piece of work: from then on the unit waits. */
const DECISION =
  '(?:ký|chữ ký|bút phê|duyệt|phê duyệt|xét duyệt|thẩm định|thẩm tra|xem xét|ý kiến|cho ý kiến|góp ý|chỉ đạo|đồng ý|gật|gật đầu|phản hồi|phúc đáp|trả lời|xác nhận|chấp thuận|(?:cho )?chủ trương|quyết định|thông qua|họp|chốt(?! (?:giá|cấu hình|mẫu mã))|quyết|nghiệm thu|tiếp nhận|thụ lý|ban hành|phát hành|đóng dấu|dấu|vào sổ|cấp số|lấy số|số(?= (?:$|[,.]))|cho phép)';

const ABOVE =
  '(?:giám đốc|phó giám đốc|ban giám đốc|lãnh đạo|lãnh đạo sở|thủ trưởng|sếp|chủ tịch|ubnd|ubnd tỉnh|cấp trên|tỉnh)';
const FOR_DECISION = expressions`
  ${WAIT} (?:anh |chị |ý )?${ABOVE}(?= (?:$|[,.]))
  ${WAIT} (?:(?!là |thì |để |rồi |mới )${WORD} ){0,7}?${DECISION}(?! (?:tự|hiệu))
  (?:còn|chỉ|chỉ còn|còn mỗi|chỉ thiếu|thiếu mỗi) (?:mỗi |khâu |bước |việc |chờ )+${upTo(3)}(?:ký|ký duyệt|trình ký|phê duyệt|duyệt|đóng dấu|phát hành|lấy số)
`;
/** Data and answers owed by units below are input, not a decision: "chờ các xã trả lời". */
const FROM_BELOW = pattern(
  '(?:anh em|nội bộ|chuyên viên|cả phòng|trong phòng)|(?:các|những|một số|vài|mấy|\\d+|hai|ba) (?:xã|phường|huyện|đơn vị|địa phương|sở|ngành|phòng|trường|doanh nghiệp)',
);
/** Those who are paid for their part: what they fix or answer is input too. */
const SUPPLIER = pattern(
  '(?:chờ|đợi) (?:bên |phía |hãng |thằng )?(?:vnpt|viettel|fpt|mobifone|nhà thầu|nhà cung cấp|nhà mạng|tư vấn|đơn vị tư vấn|hãng|công ty|đối tác|xưởng|thợ|nhà xe|nhà in)',
);
const ANSWER = /(?:trả lời|phản hồi|góp ý|ý kiến|phúc đáp|xác nhận)$/u;

const UNDECIDED = pattern(
  `(?:<unit>|sở|bộ|ubnd|tỉnh|hội đồng|lãnh đạo|giám đốc|chủ tịch) [^.;?!]*, (?:đang|còn|vẫn|giờ) (?:chờ|đợi)(?: kết quả| thôi)?(?= (?:$|[,.]))|(?:chưa|vẫn chưa|còn chưa|chưa thấy|chưa có|chưa được|chưa nhận được) ${upTo(4)}(?:ký|chữ ký|duyệt|phê duyệt|phản hồi|trả lời|phúc đáp|hồi âm|ý kiến|cho ý kiến|góp ý|chỉ đạo|xem|xem xét|thẩm định|đóng dấu|trả kết quả|trả hồ sơ|trả(?= (?:$|[,.]))|động tĩnh|nói gì|thấy gì)`,
);

/** Whose signature or opinion it is; "em chưa duyệt" would be one's own. */
const SUPERIOR =
  '(?:giám đốc|phó giám đốc|ban giám đốc|lãnh đạo|lãnh đạo sở|thủ trưởng|trưởng phòng|sếp|anh|chị|văn thư|ubnd|ubnd tỉnh|ủy ban|chủ tịch|tỉnh|tỉnh ủy|bộ|sở|hội đồng|cấp trên)';
const HELD_ABOVE = expressions`
  ${SUPERIOR} ${upTo(4)}(?:chưa|vẫn chưa|còn chưa) ${upTo(2)}(?:ký|duyệt|phê duyệt|xem|phản hồi|trả lời|cho ý kiến|có ý kiến|góp ý|thẩm định|đóng dấu)
  <unit> ${upTo(2)}(?:chưa|vẫn chưa|còn chưa) ${upTo(2)}(?:ký|duyệt|phê duyệt|cho ý kiến|có ý kiến|góp ý|thẩm định)
  (?:đang|còn) (?:để|nhờ|mời|đưa|xin) ${SUPERIOR} ${upTo(2)}(?:xem|đọc|duyệt|ký|cho ý kiến|thẩm định|quyết|chốt)
  (?<!(?:với|cùng|và) )(?:${SUPERIOR}|<unit>) ${upTo(2)}(?:đang|còn) (?:xem|coi|ngó|đọc|duyệt|thẩm định|thẩm tra|xem xét|rà|soát|sửa|chỉnh|check|cân nhắc|nghiên cứu|xem lại|giữ|cầm)
`;

const FOR_INPUT = pattern(`${WAIT} (?!(?:em|mình|tôi|tí|chút|lát) )[^ ,.;:?!()]+`);

/** Waits for a decision of someone above or outside: the unit's own part is over. */
export function waitsForDecision(saying: Saying): Found | null {
  const wait = find(saying, FOR_DECISION);
  if (wait === null || has(saying, SUPPLIER)) return null;
  if (!ANSWER.test(wait.text)) return wait;
  const rest = sayingOf(saying.words.slice(wait.first, clauseEnd(saying.words, wait.end)));
  return has(rest, FROM_BELOW) ? null : wait;
}

/** No answer has come. Means "submitted" only beside a submission or a finished piece of work. */
export const isUndecided = (saying: Saying): boolean => has(saying, UNDECIDED);

/** "anh Hải chưa ký", "sếp đang xem" */
export const isHeldAbove = (saying: Saying): boolean => has(saying, HELD_ABOVE);

/** Waits for data, money, goods or another unit's part. */
export const waitsForInput = (saying: Saying): boolean => has(saying, FOR_INPUT);

const MANY_WORDS = `(?:${WORD} ){0,12}${WORD}`;
const REMAINING = expressions`
  (?:còn|chỉ còn|vẫn còn|hiện còn|còn mỗi|chỉ|vẫn|đang)? ?(?<!(?:để|bỏ) )(?:thiếu|sót|khuyết)(?! (?:gì|điểm|sót|mất)) ?(?<missing>${MANY_WORDS})?
  (?:còn|chỉ còn|vẫn còn|hiện còn|còn mỗi|chỉ còn mỗi|còn lại)(?: lại)? (?!(?:gì|ai|nhắc|hỏi|giục|đòi|báo(?! cáo)|đang|lâu|xa|xơi|khuya|mệt|kịp|cách|hạn|thời gian|phòng em|em|<future>) )(?<left>${MANY_WORDS})
  (?:còn|vẫn còn|hãy còn)(?= $)
  (?:đang|còn|hãy còn|vẫn|^) dở|dở dang|dang dở|bỏ dở
`;
const NOTHING_LEFT = expressions`
  (?:không|chẳng|chả|hết) (?:còn |có )?(?:thiếu|sót|gì|vướng)
  (?:không|chẳng) còn (?!(?:ai|người|kinh phí|tiền|thời gian|kịp|cách) )${WORD}
`;
const TO_FOLLOW = expressions`
  (?:em|phòng em|mình|sẽ) (?:sẽ )?(?:bổ sung|gửi|gửi bổ sung|gửi tiếp|nộp bổ sung|cập nhật|làm|hoàn thiện) ${upTo(4)}(?:sau|tiếp|nốt)
  (?:bổ sung|gửi bổ sung|nộp bổ sung|gửi|nộp|làm) ${upTo(3)}(?:sau|nốt)
`;

/** "Bản mềm em nộp rồi, còn bản giấy chưa đóng dấu": another part is set against the first; "còn sếp chưa ký" waits. */
const OTHER_PART_OPEN = pattern(
  `(?:thiếu|chưa có) [^.;?!]*, (?:<future> |<today> )?(?:em |phòng em |phòng )?(?:sẽ )?(?:bổ sung|gửi|nộp)(?: ${WORD})? (?:sau|nốt|tiếp)|[,.;] (?:còn|riêng|mỗi) (?:mỗi )?(?!(?:${SUPERIOR}|<unit>|chưa|chờ|đợi|đang|phải) )${WORD} ${upTo(6)}chưa`,
);
export const leavesPartOpen = (saying: Saying): boolean => has(saying, OTHER_PART_OPEN);

/** "Chờ anh Tuấn về mới làm được": nothing can be done until then, whatever it is; a bare day is only a date. */
const WAITS_TO_ACT = pattern(
  `${WAIT} (?!(?:em|mình|tôi|tí|chút|lát|các|mấy|những|anh em|\\d+|<future>|<today>) )${WORD} ${upTo(7)}(?:thì |rồi )?mới (?:${WORD} ){1,4}?được(?= (?:$|[,.]))`,
);
const AT_WORK = pattern('(?:đang|vẫn) (?!(?:phải |còn )?(?:chờ|đợi))');
export const cannotActYet = (saying: Saying): boolean => has(saying, WAITS_TO_ACT) && !has(saying, AT_WORK);

/** What is left to do, as far as it is named; null where nothing is left ("không thiếu gì"). */
export function remainingIn(saying: Saying): Found | null {
  if (has(saying, NOTHING_LEFT)) return null;
  return find(saying, REMAINING) ?? find(saying, TO_FOLLOW);
}
