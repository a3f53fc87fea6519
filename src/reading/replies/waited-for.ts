// Whom or what a reply waits for, as a name.
import type { NormalizedText } from '../normalize.ts';
import type { Found, Saying, Word } from './wording.ts';
import { clauseEnd, expressions, find, pattern, quote, upTo } from './wording.ts';

const WAIT = pattern('(?:chờ|đợi)(?: nốt| mỗi| tiếp| xin)*');
/** "chờ ý kiến của Sở Tài chính": the one it comes from. */
const SOURCE = pattern(
  '(?:hướng dẫn|văn bản|ý kiến|chỉ đạo|quyết định|số liệu|phản hồi|trả lời|chữ ký|kết quả|góp ý|kinh phí) (?:của|từ)',
);
const LACKING = pattern(
  `(?<agent>(?:<unit>|phòng(?! (?:em|chưa|không|vẫn))|sở|bộ|các xã|các phòng|các đơn vị|các huyện|chi cục|trung tâm|văn phòng|nhà thầu|đơn vị|ubnd|kho bạc|công ty|bên) ?${upTo(6)})(?:vẫn |còn |cũng |hiện )?(?:chưa|không)`,
);
const SENT_TO = expressions`
  (?:trình|gửi|chuyển|đưa|nộp|báo cáo)(?: lên| cho| ký| sang| qua)*(?= (?:<unit>|anh|chị|sếp|lãnh đạo|giám đốc|phó giám đốc|ubnd|bộ|sở|văn thư|thường trực|hội đồng|chủ tịch|trưởng phòng|ban giám đốc) )
`;
const WORKED_WITH = pattern('(?:làm việc|phối hợp|trao đổi|thống nhất) với');
/** What the one waited for is to do, or the rest of the sentence. */
const END_OF_NAME = new Set(
  'ký duyệt phê thẩm góp cho ý xem đóng trả phản xác chỉ gửi cung nhưng nên để rồi chưa vẫn mà từ về ban phát quyết tại bằng qua theo vào số thông cấp chốt và lấy báo trước thì xong tổng hoàn phúc đang đã là mới'.split(
    ' ',
  ),
);

/** A unit's code, or the words of the reply; '' where it names none. */
export function waitedForIn(saying: Saying, text: NormalizedText): string {
  const words = waitedForWords(saying);
  const unit = words.find(({ mention }) => mention?.kind === 'unit')?.mention;
  return unit?.kind === 'unit' && unit.code !== null ? unit.code : quote(text, words);
}

function waitedForWords(saying: Saying): readonly Word[] {
  const wait = find(saying, WAIT);
  const source = find(saying, SOURCE);
  if (wait !== null)
    return nameBehind(saying, source !== null && source.first >= wait.end ? source : wait, true);
  if (source !== null) return nameBehind(saying, source, false);
  const lacking = find(saying, LACKING);
  if (lacking !== null) {
    const length = (lacking.groups.agent ?? '').trim().split(' ').length;
    return saying.words.slice(lacking.first, lacking.first + length);
  }
  const sent = find(saying, SENT_TO) ?? find(saying, WORKED_WITH);
  return sent === null ? [] : nameBehind(saying, sent, false);
}

/** The name that follows; where none does ("chờ ký"), the act itself if `orAct`. */
function nameBehind({ words }: Saying, found: Found, orAct: boolean): readonly Word[] {
  const to = clauseEnd(words, found.end, false);
  let end = found.end;
  while (end < to && !END_OF_NAME.has(words[end]?.text ?? '') && isName(words[end])) end++;
  return end > found.end || !orAct ? words.slice(found.end, end) : words.slice(found.end, to);
}

const isName = (word: Word | undefined): boolean =>
  word?.mention === undefined || word.mention.kind === 'unit';
