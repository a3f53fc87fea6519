// "Em nhầm, việc 12 chưa xong", "Tờ trình số 54 chứ không phải 45": what a correction says holds now.
import type { Saying } from './wording.ts';
import { expressions, find, has, pattern, sayingOf, upTo } from './wording.ts';

const ME = '(?:xin |em xin |em |phòng em |cho em |tôi |mình )*';

const ANNOUNCED = expressions`
  (?:^ |[,.;] )${ME}(?:đính chính|cải chính)(?: là| rằng| thông tin| chút| một chút| tin trước| tin trên| tin nhắn trên| tin vừa rồi| lại| số)*(?= (?:[:,.]|<|là|việc|số))
  (?:^ |[,.;] )${ME}(?:sửa lại|sửa|báo lại|chỉnh lại|nói lại|ghi lại)(?: là| thông tin| chút| tin trước| cho đúng| giúp| hộ| cho| em| với)*(?= (?:[:,]|<task>|<doc>|<pct>))
  (?:em|tôi|mình|phòng em|vừa rồi|tin trước|trên|à|<past>) (?:báo |ghi |nói |gửi |viết |đã |bị |trả lời |gõ |bấm |nhắn )*(?:nhầm|lộn)(?! (?:người|phòng|đơn vị|nhóm|group))
  (?:em|tôi|mình|phòng em|^) lỡ (?:tay )?(?:báo|bấm|ghi|nói|nhắn|tích|chọn)(?: xong| hoàn thành| là| nhầm| đã)*(?= [,.])
  (?:em|tôi|mình|phòng em|<past>|^) (?:vừa |mới )?(?:ghi|gõ|nói|báo|viết|đánh|nhắn|bấm) sai(?: số| ngày| rồi| việc)*(?= [,.:])
  ^ (?:báo |ghi |gõ |bấm |nhắn |trả lời )*(?:nhầm|lộn|à không|ấy chết)(?: rồi| mất| em| tí| chút| <future>| số(?= [,.] .* mới đúng))*(?= [,.:;])(?!.* (?:(?:em|tôi|mình) (?:không phải|(?:đã )?(?:chuyển công tác|nghỉ việc|nghỉ hưu|chuyển phòng|chuyển đơn vị))|không (?:làm|ở|thuộc)|đâu (?:có )?(?:ở|thuộc|làm)|phòng khác))
`;
const REPLACES = pattern(
  '(?:đúng là|mới đúng là|phải là) [^.;?!]*[,] (?:chứ )?không phải|^ sửa (?:giúp |hộ |lại |em |cho )*(?:[^ ,.;:?!()]+ ){0,4}(?:thành|là) (?:<doc>|<future>|<past>|<today>|<pct>|\\d)|^ không phải (?:là )?(?:<future>|<past>|<today>|<pct>|<doc>|\\d+) (?:mà )?là|(?:<pct>|<doc>) chứ không phải(?: là)? (?:<pct>|<doc>|\\d+)',
);
/** "Xin lỗi anh, việc 17 xong chứ việc 7 chưa": one for the other. */
const SORRY = pattern('^ (?:em )?xin lỗi(?: anh| chị| sếp| mọi người)? [,.] [^?]* chứ (?:không|chưa|<task>)');
const TAKEN_BACK = expressions`
  chứ (?:không|đâu) (?:phải|có)(?: là)? ${upTo(8)}[^ ,.;:?!()]+(?= (?:$|[,.;]))
  (?:không|đâu) phải(?: là)? ${upTo(8)}(?=mà )
`;

/** The saying without the words that announce the correction and those it takes back; null where it corrects nothing. */
export function correctedSaying(saying: Saying): Saying | null {
  const announced = find(saying, ANNOUNCED);
  if (announced === null && !has(saying, REPLACES) && !has(saying, SORRY)) return null;
  const dropped = [announced, find(saying, TAKEN_BACK)].filter((found) => found !== null);
  return sayingOf(saying.words.filter((_, at) => !dropped.some(({ first, end }) => at >= first && at < end)));
}
