// Asking the bot to come back later.
import type { Saying } from './wording.ts';
import { expressions, has, upTo } from './wording.ts';

const LATER = '(?:<future>|<today>|sau|hôm khác|lúc khác|hết giờ)';
const ME = '(?:em|tôi|mình|phòng em|giúp em|việc này)';

const ASKS = expressions`
  (?:nhắc|hỏi|ping)(?: lại)? ${ME} ${upTo(4)}(?:lại|sau|vào|lúc|<future>|<today>)
  nhắc(?: lại)? (?:anh|chị|sếp) ${upTo(4)}(?:lại|sau|vào|lúc|<future>|<today>)
  ${LATER} (?:em |anh |bot |hãy |thì |rồi |mới |giúp |lại |hẵng )*(?:nhắc|hỏi)(?: lại| em| tôi| mình| phòng em| giúp| sau| anh)*
  nhắc lại (?:${ME}|sau|vào|lúc|<future>|<today>)|nhắc (?:${ME} )?(?:lại|sau)
  để ${LATER} (?:em )?(?:nhắc|hỏi)(?: lại)?
  (?:khoan|chưa cần) (?:nhắc|hỏi)
  nhắc(?: lại)? <task> (?:vào |lúc )?(?:<future>|<today>)
  nhắc ${ME} trước (?:hạn|<span>|<future>|khi|giờ)
  đừng (?:nhắc|hỏi)(?: vội| lúc này| hôm nay| <today>)
  tạm (?:dừng|ngưng|tắt|hoãn) nhắc
`;
const OTHERS =
  '(?:các|mấy|phòng(?! em)(?! $)|<unit>|đơn vị|anh em|mọi người|đồng chí|chuyên viên|xã|huyện|sở|bên|văn thư|kế toán|nhà thầu|tư vấn)';
/** "nhắc các phòng nộp": an order about others; "chiều em hỏi các xã rồi báo": asked of others by oneself. */
const ABOUT_OTHERS = expressions`
  nhắc (?:giúp |lại )*${OTHERS}
  hỏi(?: lại| thử| kỹ| thăm| rõ)* ${OTHERS}
  (?:em|phòng em) (?:hỏi|nhắc) ${upTo(5)}(?:rồi|xong|để) (?:em |mới |sẽ )*(?:báo|trả lời|gửi|làm|trình|nhắn|gọi)
`;

/** "mai nhắc lại em": a later reminder, not a later deadline. */
export const asksForLaterReminder = (saying: Saying): boolean =>
  has(saying, ASKS) && !has(saying, ABOUT_OTHERS);
