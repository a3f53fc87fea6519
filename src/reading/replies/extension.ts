// Asking for more time, and what those who may decide answer.
import { BODIES } from './people-words.ts';
import type { Saying } from './wording.ts';
import { WORD, either, expressions, has, pattern, upTo } from './wording.ts';

/** What is put off, as it is called: work, not papers on their way to someone. */
const POSTPONED =
  '(?:(?!(?:số|file|công văn|hồ sơ|tài liệu|văn bản|tiền|kinh phí|phòng|anh|chị|em|cho|lại|lịch|họp|<unit>|sang|qua) )[^ ,.;:?!()]+ )';

/** What moves a deadline. */
const MOVE = either`
  gia hạn|lùi|hoãn|dời|dịch(?= (?:sang|lại|hạn|qua|đến|tới|ngày|lịch|mốc))|tịnh tiến|khất|nới|giãn|kéo dài|kéo thêm|chậm lại|xê dịch|thư thư
  (?:hạn|mốc|thời hạn)(?: hoàn thành)? (?:mới|khác)
  thêm (?:hạn|thời hạn|thời gian|ít thời gian|chút thời gian)|thêm (?:buổi )?(?:<span>|<future>|<today>)
  (?:chuyển|rời|đẩy|đưa|đổi|để) (?:(?:<task>|(?:việc|nhiệm vụ|nội dung|cái|phần|vụ) (?:này|đó|trên)|hạn|thời hạn|mốc) )+(?:vào )?<future>
  (?:chuyển|rời|đẩy|đưa|đổi|để|điều chỉnh) ${POSTPONED}{0,5}?(?:sang|qua|đến|tới|xuống|về) (?:hết |cuối |đầu )?<future>
  (?:điều chỉnh|chỉnh|sửa|thay đổi|đổi|chuyển|rời)(?: lại)? (?:hạn|thời hạn|thời gian|tiến độ|lịch|mốc|thời điểm|ngày (?:hoàn thành|nộp|báo cáo|kết thúc))
  (?:nộp|gửi|báo cáo) (?:muộn|chậm|trễ|bù|sau)|(?:trễ|muộn|chậm)(?= <span>)
`;
const PLEA = either`
  xin|xin phép|cho xin|kính xin|kính trình|đề nghị|kính đề nghị|đề xuất|mong|kính mong|nhờ|cần|muốn|được phép|hỗ trợ|giúp em
  (?:cho|để|cho phép) (?:em|phòng em|tôi|mình|chúng tôi|đơn vị)
`;
const ME = `(?:em|phòng em|tôi|mình|chúng tôi|<unit>|${BODIES})`;

const ASKS = expressions`
  (?:trình|báo cáo) (?:anh|chị|sếp|lãnh đạo|giám đốc|ban giám đốc|lãnh đạo sở) (?:cho|xin|cho phép) ${upTo(2)}${MOVE}
  (?:nợ|khất|hẹn|để)(?: lại)? (?:đến |tới |sang |qua )*(?:hết )?(?:<future>|<today>) (?:được không|được chứ|có được không|với)
  ${PLEA} ${upTo(8)}${MOVE}
  ${MOVE} ${upTo(7)}(?:được không|có được không|có sao không|với(?= $)|(?:cho|giúp|hộ) (?:em|phòng em|(?:${BODIES})(?= (?:$|[,.]|với|đến|tới|sang|thêm|<future>|<span>))))
  (?:<future>|<today>|muộn|chậm|trễ) [^.?!]*(?:châm chước|du di|linh động|chiếu cố|thông cảm)(?: giúp| hộ)?(?: cho| với)
  <address> ${upTo(3)}(?:cho|xin|đề nghị|cho phép) ${upTo(2)}${MOVE}
  (?:em|phòng em) ${upTo(3)}(?:nộp|gửi|báo cáo|làm|trình|hoàn thành) (?:muộn|chậm|trễ|sau)
  (?:xin|xin phép|cho em|cho phòng) ${upTo(3)}(?:nộp|gửi|báo cáo|làm|trình|hoàn thành) (?:muộn|chậm|trễ|bù|sau)
`;
/** "cho em đến thứ 6", "xin đến 30/4", "cho em 2 ngày": the plea and the date say it all. */
const ASKS_UNTIL = expressions`
  (?:cho|xin|xin phép|cho xin|để|đề nghị|đề nghị cho|(?:đề nghị |xin )?cho phép)(?: ${ME})?(?: xin| nợ| khất| được| thêm)?(?: nộp| gửi| làm| báo cáo| hoàn thành| xong| trình| thực hiện| triển khai)?(?: đến| tới| sang| qua| hết| vào)+ (?:hết |ngày |cuối )?(?:<future>|<today>)
  (?:xin|cho|xin phép|đề nghị)(?: ${ME})? (?:được )?(?:chuyển|đổi|rời|để|sửa)(?: hạn)? (?:sang|qua|đến|tới|lại|thành) (?:hết |ngày )?<future>
  (?:đề nghị|đề xuất|xin)(?: (?:hạn|ngày|mốc|đến|sang|tới|là))* <future>(?= (?:$|[,.;]))
  cho ${ME} (?:xin )?(?:nợ|khất|hẹn|lùi|trễ|chậm|muộn|thiếu) ${upTo(5)}(?:(?:đến|tới|sang|qua|vào) )?(?:hết )?(?:<future>|<today>)
  (?:cho phép|xin|xin phép|đề nghị cho)(?: ${ME})? (?:nộp|gửi|báo cáo|hoàn thành|trình) trước <future>
  (?:cho|xin|xin phép)(?: ${ME})? (?:nộp|gửi|báo cáo|trình|hẹn lại|dời lại) <future>|cho ${ME} hẹn (?:đến |sang |qua )?<future>|(?:cho|xin)(?: ${ME})? thêm(?= (?:$|[,.]))
  (?:cho|xin|cho xin|xin phép)(?: ${ME})?(?: xin)?(?: đến| tới)? (?:hết )?<future>
  (?:em|phòng em|phòng) cần (?:thêm |đến |tới )+(?:hết )?(?:<future>|<span>)
  xin (?:anh|chị|sếp|lãnh đạo|giám đốc)(?: cho)?(?: ${ME})? (?:đến|tới|sang|qua|hết) (?:hết )?<future>
  (?:cho|xin|cho xin|xin phép)(?: ${ME})?(?: xin| khất)?(?: thêm| nợ)? <span>
  ^ xin (?:anh|chị|sếp|lãnh đạo)(?: cho)?(?: ${ME})?(?: thêm)? (?:<span>|<future>)(?= (?:$|[,.]|nữa))
  (?:cho|xin|cho xin|xin phép) (?:${ME} )?thêm (?:vài|mấy|ít|dăm|đôi ba|một vài) (?:hôm|bữa|ngày|buổi|tuần|giờ|tiếng)
`;
/** "mai nộp được không": a date and a plea. */
const ASKS_WHETHER = pattern(
  `(?:<future>|<today>) ${upTo(4)}(?:em|phòng em|nộp|gửi|báo cáo|lùi|trình|bù) ${upTo(6)}(?:được không|được chứ|kịp không|có kịp không|có sao không|có được không|có muộn không|ok không|được chưa)`,
);
/** "lùi sang tuần sau giúp", with nobody named. */
const ASKS_BARELY = pattern(
  '(?:xin |lại )?(?:gia hạn|lùi hạn|lùi|khất|hoãn|dời hạn|dời)(?: thêm| lại)? ?(?:đến|sang|tới|qua|hết|<future>|<span>)',
);
/** "anh cho phòng đến thứ Tư", "việc 7 cho lùi đến 25/4": the address or the task comes first, as in a plea. */
const ASKS_OF = expressions`
  (?:^|[,.;]) (?:<task> ,? ?)?(?:anh|chị|sếp|bác|lãnh đạo)(?: [^ ,.;:?!()]+)? cho (?:phòng|bọn em|tụi em|bên em|bên mình|đơn vị|chi cục|trung tâm|<unit>|em|tụi mình)(?: em)?(?: thêm| xin| nợ| khất| lùi| hoãn| dời| gia hạn)*(?: đến| tới| sang| qua| hết)+ (?:hết |ngày )?<future>
  ^ <task> (?:xin |thì )?cho (?:lùi|hoãn|dời|gia hạn|khất|thêm)
  ^ cho (?:phép )?(?:phòng|chi cục|trung tâm|đơn vị|bọn em|em)(?: em)? (?:xin )?khất
  ^ (?:xin )?thêm (?:cho )?(?:em |phòng em )?(?:<span>|<future>)(?: nữa)?(?= (?:$|[,.]))
  ^ cho (?:phòng|bên em|bọn em|tụi em)(?: em)?(?: đến| tới| qua| sang)+ <future> (?:đi|với)(?= (?:$|[,.]))
`;
const NOT_ASKED = expressions`
  (?:gia hạn|lùi|hoãn) ${upTo(5)}không được (?:chấp nhận|chấp thuận|duyệt|đồng ý|phê duyệt)
  (?:không|chưa|khỏi|chẳng|không phải) (?:cần |xin |phải |muốn |dám )*(?:gia hạn|lùi|hoãn|khất|thêm thời gian)
  (?:đã|vừa|mới) (?:được |xin |cho )*(?:gia hạn|lùi|hoãn)
  (?:gia hạn|lùi) (?:rồi|chưa|đến bao giờ|được mấy|bao lâu|mấy lần)
  (?:họp|hội nghị|hội thảo|giao ban|lịch|buổi làm việc|buổi gặp|lễ|tập huấn|khai mạc) ${upTo(8)}(?:dời|hoãn|lùi|chuyển|đổi)(?! hạn)
  (?:có )?được (?:gia hạn|lùi|hoãn) không|có được (?:gia hạn|lùi|hoãn)
`;

const GRANTS = expressions`
  (?<!(?:không|chưa|chẳng|cần|xin) )(?:đồng ý|nhất trí|duyệt|chấp nhận|chấp thuận|thống nhất|cho phép|cho|(?:^|[,.;:]) (?:ok|được|ừ|vâng))(?: rồi)?(?: [,.:])? ?${upTo(5)}(?:${MOVE}|đến (?:hết )?<future>|hạn mới|hạn <future>)
  (?:cho|gia hạn|lùi) (?:cho )?(?:phòng|em|các em|đơn vị|<unit>) ${upTo(5)}(?:đến|tới|sang|thêm)
  ^ (?:(?:ok|ừ|được|rồi|thôi)(?: rồi)?(?: ,)? )+cho (?:phòng |các em |đơn vị |chi cục |trung tâm |xã |<unit> |em )?(?:(?:thêm )?(?:tới|đến|sang|qua|thêm) )?(?:hết )?(?:<future>|<today>|<span>)
  ^ (?:ok|ừ|vâng|được|rồi|thôi được|thôi)(?: rồi)? ,? ?(?:(?:để|đến|sang|tới) )*<future> (?:(?:${WORD} ){0,2}(?:cũng|thì) )?(?:được|ok|ổn)(?= (?:$|[,.]))
`;
const GRANTS_FIRST =
  /^ (?:(?:anh|chị|tôi|lãnh đạo|sếp|giám đốc) )?(?:đồng ý|nhất trí|chấp nhận|chấp thuận|cho phép|duyệt|thống nhất|ừ|ok|được|được rồi|thôi được)(?: ,)?(?: cho| ,| gia| lùi| thêm| phòng| em| đến| với| việc| đề nghị)/u;
const REFUSES = expressions`
  (?:không|chưa|chẳng)(?: thể)? (?:đồng ý|nhất trí|chấp nhận|chấp thuận|cho|cho phép|duyệt|được)(?: phép)?(?: phòng em| em| phòng| cho)? ${upTo(3)}${MOVE}
  không (?:thể )?(?:gia hạn|lùi|hoãn)(?: thêm| nữa| gì| được)?|đừng xin(?: thêm)?(?: nữa)?
  (?<!(?<! các )(?:phòng em|bên em|tụi em|em|đơn vị|chúng tôi)(?: vẫn| luôn| đang| đều)* )(?:giữ nguyên|vẫn giữ|giữ đúng|^ giữ) (?:hạn|thời hạn|tiến độ|mốc)|(?:gia hạn|lùi|hoãn) ${upTo(5)}không được (?:chấp nhận|chấp thuận|duyệt|đồng ý|phê duyệt)
  (?:khỏi|đừng|miễn) (?:xin |có )?(?:gia hạn|lùi|khất)|hết (?:gia hạn|lùi)
  không (?:cho )?thêm (?:(?:ngày|giờ|buổi|hôm|tuần) nào|nữa)(?! (?:cả )?(?:việc|người))
  từ chối (?:gia hạn|lùi|đề nghị gia hạn)|không có (?:chuyện )?(?:gia hạn|lùi)
  ^ không (?:đồng ý|nhất trí|duyệt|chấp nhận)(?: đâu)?(?= (?:$|[.!]|, (?:phải|giữ|đúng|cố|nộp|hạn|vẫn|cứ|làm)))
  ^ (?:thôi )?không được(?: đâu)? , (?:<future>|<today>) (?:là )?phải
  ^ (?:thôi )?không được(?: đâu)? , [^?]*(?:giục|hối|đòi|gấp|cần|đang chờ|hạn|họp)
  ^ (?:thôi )?không(?: được)? , (?:phải|giữ|đúng|cố|làm|đã (?:lùi|gia hạn)|hạn|tỉnh|lùi)
  (?:hạn|thời hạn|mốc) ${upTo(6)}không (?:thể )?(?:lùi|gia hạn|hoãn|dời)
`;
/** "Cho lùi đến 14/11, không lùi nữa" */
const GRANTED_BARELY = pattern('^ cho (?:lùi|gia hạn|hoãn|dời|thêm)');
/** "nhất trí không gia hạn" */
const AGREES_NOT = pattern('(?:đồng ý|nhất trí|thống nhất) (?:là )?không');
/** Only those who ask say so: "khất", "nợ". */
const PLEADING = pattern(
  '(?:trình|báo cáo) (?:lãnh đạo|sếp|giám đốc|ban giám đốc|anh|chị) cho|khất|xin khất|nợ lại|khất thêm',
);
const NO_NEED = pattern('không (?:cần|xin|phải|muốn) (?:xin )?(?:gia hạn|lùi|hoãn|thêm)');
const FROM_BELOW = pattern(
  '(?:cho|để) (?:em|phòng em|tôi|mình|đơn vị em)|xin|kính|mong|nhờ|đề nghị|<address>|em',
);
/** "Ok cho em thêm 2 ngày, thứ sáu phải có": whoever sets the terms grants. */
const ON_TERMS = pattern('[,.] (?:<future>|<today>) (?:là )?phải');
/** "cho phòng thêm 1 tuần nhé": nobody agrees to anything, so it asks. */
const BARE_PLEA = pattern(`^ cho (?:${BODIES}|bên|bọn|tụi)(?: em)? (?:xin |khất |nợ )?thêm`);
const WONDERS = pattern('\\?|(?:hả|à|sao)(?= $)');
const ASKED = pattern('\\?|được không|không(?= [?]? ?$)');

/** A unit asks for more time, outright or as a question ("mai nộp được không ạ?"). */
export function asksForExtension(saying: Saying): boolean {
  if (has(saying, NOT_ASKED)) return false;
  if ([ASKS, ASKS_OF, ASKS_UNTIL, ASKS_WHETHER].some((expression) => has(saying, expression))) return true;
  return has(saying, ASKS_BARELY) && !GRANTS_FIRST.test(saying.said) && !has(saying, REFUSES);
}

/** A leader's answer to a request for more time; null where it is none. */
export function extensionDecision(saying: Saying): 'approve_extension' | 'reject_extension' | null {
  if (has(saying, NO_NEED) || has(saying, ASKS_OF)) return null;
  const isGranted =
    (GRANTS_FIRST.test(saying.said) || has(saying, GRANTED_BARELY)) &&
    has(saying, GRANTS) &&
    !has(saying, AGREES_NOT);
  if (has(saying, REFUSES) && !isGranted) return has(saying, WONDERS) ? null : 'reject_extension';
  const isPlea =
    (has(saying, FROM_BELOW) || has(saying, BARE_PLEA)) &&
    !GRANTS_FIRST.test(saying.said) &&
    !has(saying, ON_TERMS);
  return has(saying, GRANTS) && !isPlea && !has(saying, PLEADING) && !has(saying, ASKED)
    ? 'approve_extension'
    : null;
}
