// Asking the bot to come back later.
import type { Saying } from './wording.ts';
import { expressions, has, pattern, upTo } from './wording.ts';

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
/** "nhắc các phòng nộp": an order about others. */
const ABOUT_OTHERS = pattern(
  'nhắc (?:giúp |lại )*(?:các|phòng(?! em)|<unit>|đơn vị|anh em|mọi người|đồng chí|chuyên viên|xã|bên)',
);

/** "mai nhắc lại em": a later reminder, not a later deadline. */
export const asksForLaterReminder = (saying: Saying): boolean =>
  has(saying, ASKS) && !has(saying, ABOUT_OTHERS);
