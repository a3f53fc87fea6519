// What a clause is by its shape alone, whatever its verb: who is named before the verb, what marks when it happens, and
// whom the words look up or down to. Asked last, when no word of any list has told what is meant.
import type { Circumstances } from './circumstances.ts';
import { NAME } from './people-words.ts';
import type { Saying } from './wording.ts';
import { WORD, expressions, has, pattern, upTo } from './wording.ts';

/** With one of these a clause reports, denies or asks: it neither promises nor orders. */
const MARKED = pattern('đã|đang|chưa|không|vừa|mới|bị|rồi(?= (?:$|[,.]))|vẫn|còn|chẳng|đừng');
/** Behind "em" these are no act: states, perceptions, or the start of a name or phrase. */
const NO_ACT = `(?!(?:nhớ|hãy|đừng|lưu ý|chú ý|ở|có|là|được|phải|cũng|với|của|và|thì|mà|nghĩ|thấy|biết|hiểu|mệt|bận|ốm|nghỉ|vắng|chào|cảm|chúc|mừng|buồn|vui|sợ|e|lo|ngại|đi|về|đến|hơi|rất|quá|này|kia|đó|nào|trẻ|thương|muốn|cần|xin|nhờ|mong|kính|${NAME}) |<)`;
const SELF = '(?:em|phòng em|bên em|bọn em|tụi em|chúng em|anh em)';
const WHEN = '(?:<future>|<today>|lát|tí|chút|giờ|bây giờ)';

/** "em theo dõi sát", "chiều em qua lấy": what the one who speaks will do. */
const INTENDS = expressions`
  ^ (?:vâng |ok |rõ |[,.] )*(?:${WHEN} (?:, )?)?${SELF} (?:sẽ )?${NO_ACT}${WORD}
  (?:vâng|ok|rõ|được|nhất trí) [,.] (?:${WHEN} )?${SELF} ${NO_ACT}${WORD}
`;
/** "ok em triển khai cho các xã": the yes is the speaker's, and so is the act. */
const YES_AND_DOES = pattern(`^ (?:ok|vâng|rõ)(?: rồi)? (?:, )?${SELF} (?:sẽ )?${NO_ACT}${WORD} ${WORD}`);
/** "Em sửa trang 3 rồi in 5 bản nhé", from one who does not look up: told to do so. */
const TOLD_TO = expressions`
  ^ (?:${WHEN} (?:, )?)?(?:em|các em|em ${NAME}|phòng em|phòng|các phòng|<unit>|đồng chí ${NAME}) (?:nhớ |phải |cần |hãy |tranh thủ )*${NO_ACT}${WORD} ${WORD}
`;

/** "Em kiểm tra lại số liệu trước khi trình": the order of steps is for another to say. */
const FIRST_THIS = pattern(
  `^ (?:em|các em|em ${NAME}|phòng(?! em)) ${NO_ACT}${WORD} .*(?:trước khi|rồi hãy|xong hãy|rồi hẵng) ${WORD}`,
);

/** "Sáng mai họp, em chuẩn bị số liệu": what comes up, and who is to be ready for it. */
const FOR_WHAT_COMES = pattern(
  `^ (?:<future>|<today>) (?:anh |chị |sếp |tôi )?(?:họp|làm việc|tiếp|đi|có|giao ban) ?${upTo(5)}, (?:em|các em|phòng(?! em)) ${NO_ACT}${WORD} ${WORD}`,
);

const isPlain = (saying: Saying): boolean => !has(saying, MARKED);

/** A promise by its shape: the writer, a verb without any mark, and words that look up to whoever asked. */
export const intendsByShape = (saying: Saying, { bearing, speaker }: Circumstances): boolean =>
  isPlain(saying) &&
  (((bearing === 'up' || speaker === 'unit') && has(saying, INTENDS)) ||
    (speaker !== 'leader' && has(saying, YES_AND_DOES)));

/** An order by its shape: "em" or a unit before the verb, and words that look down or tell what comes first. */
export const ordersByShape = (saying: Saying, { bearing, speaker }: Circumstances): boolean => {
  if (speaker === 'unit' || !isPlain(saying)) return false;
  if (bearing !== 'up' && (has(saying, FIRST_THIS) || has(saying, FOR_WHAT_COMES))) return true;
  return (bearing === 'down' || bearing === 'all' || speaker === 'leader') && has(saying, TOLD_TO);
};
