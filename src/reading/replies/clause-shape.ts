// What a clause is by its shape alone, whatever its verb: who is named before the verb, what marks when it happens, and
// whom the words look up or down to. Asked last, when no word of any list has told what is meant.
import type { Circumstances } from './circumstances.ts';
import { clausesOf, orderHeadAt } from './clauses.ts';
import { NAME, NOT_A_VERB } from './people-words.ts';
import type { Saying } from './wording.ts';
import { WORD, either, expressions, find, has, pattern, sayingOf, upTo } from './wording.ts';

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

/** Nobody named before the verb, and its object or end is one that is ordered. */
const BARE_ORDER = expressions`
  ^ (?:<task> )?${NOT_A_VERB}${WORD} ${upTo(8)}rồi (?:hãy |hẵng |mới )?(?:làm|gửi|trình|nộp|ký|in|chuyển|triển khai|phát hành|báo)(?= (?:$|[,.]))
  ^ (?:<task> )?(?:(?:<future>|<today>)(?: , )? ?)*${NOT_A_VERB}${WORD} (?:thêm |ngay |gấp )*(?:\d+ |một |hai |ba )(?:${WORD} )${upTo(6)}${WORD}
  ^ (?:<task> )?(?:(?:<future>|<today>)(?: , )? ?)*${NOT_A_VERB}${WORD} (?:(?:các|mấy|toàn thể|tất cả|mọi) ${WORD}|<unit>|anh em|mọi người|nhà thầu|đơn vị|tư vấn)
  ^ (?:<task> )?(?:(?:<future>|<today>)(?: , )? ?)*${NOT_A_VERB}${WORD} ${upTo(8)}(?:ngay|gấp|lập tức|liền|luôn|đi|cho kịp|cho xong|cho nhanh)(?= (?:$|[,.]|<today>|<future>|trong|cho|để))
  ^ (?:<task> )?(?:(?:<future>|<today>)(?: , )? ?)*${NOT_A_VERB}${WORD} ${upTo(8)}(?:lên|qua|sang|tới|với|cho|gặp)(?: phòng)? (?:anh|chị|sếp|tôi)(?= (?:$|[,.]|<today>|<future>|ký|xem|trước|để))
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

/** What only introduces a clause. */
const LEAD = `(?: (?:<task>|<future>|<today>|trước mắt|thôi|ok|rồi|và|thì|còn|riêng|sau đó|lần sau|(?:việc|nội dung|cái|vụ|phần) (?:này|đó)|(?:trước|sau) khi ${WORD}(?: ${WORD})?|(?:${WORD} )?xong(?: việc này| cái này| rồi)?))*`;
/** Between those who are told and what they are told. */
const TITLE =
  '(?:trưởng phòng|phó phòng|chuyên viên|phụ trách|chủ trì|liên quan|phối hợp|được giao|trực thuộc|chuyên môn|còn lại|trên|này)';
/** Who is told, by names that those use who tell others. */
const TOLD = either`
  (?:đồng chí|em|anh|chị|cô|chú|bạn|cậu|thằng) ${NAME}
  (?:(?:đề nghị|yêu cầu|nhờ) )?(?:các|mấy|tất cả các|toàn thể|từng) (?:${WORD} ){0,2}?(?:đồng chí|phòng|đơn vị|em|bạn|đứa|anh|chị|xã|phường|chi cục|trung tâm|sở|ban|ngành|bộ phận|tổ|chuyên viên)(?: ${TITLE})*
  (?:(?:đề nghị|yêu cầu|nhờ) )?(?:mọi người|anh em|cả nhà|cả phòng|tất cả|ai ${WORD})
  (?:(?:đề nghị|yêu cầu|nhờ) )?(?:đồng chí |anh |chị )?(?:trưởng phòng|phó phòng|lãnh đạo phòng|lãnh đạo đơn vị|chánh văn phòng|kế toán|văn thư|thư ký|chuyên viên)
`;
/** Those so called may speak of themselves. */
const UNIT = '(?:phòng(?! em)|chi cục|trung tâm|văn phòng|thanh tra|đơn vị|<unit>)';
const URGE = either`
  nhớ|hãy|phải|cần|cứ|chịu khó|chủ động|tự|tranh thủ|khẩn trương|gấp rút|trực tiếp|tiếp tục|nên|đừng|chớ|không được|không cần|tuyệt đối(?: không)?|cấm
  cố gắng|cố|ráng|tập trung|kịp thời|nghiêm túc|lưu ý|chú ý|ưu tiên|chịu trách nhiệm|có trách nhiệm|kiên quyết|nhanh chóng|sớm
`;
const BUILD = pattern(
  `^${LEAD}(?:(?<told> ${TOLD})|(?<unit>(?: ${UNIT}(?: và)?)+))?(?: ,)?(?<urge>(?: ${URGE})*)`,
);
/** With one of these a clause reports, promises, pleads or explains. */
const TELLS = pattern(
  'đã(?! $)|đang|vừa|bị|vẫn|còn|chưa|chẳng|(?<! tuyệt đối )không(?! (?:được|cần))|sẽ|xin(?! ý kiến)|mới|là|nên|rồi(?= (?:$|em))',
);
/** Whoever speaks of himself as the one who acts gives no order. */
const OWN_ACT = pattern(
  `(?<!(?:các|mấy|anh|gửi|cho|báo|nhắn|giúp|hộ|với|của|gọi|nhờ|bảo) )(?:em|phòng em|bên em|bọn em|tụi em|chúng em)(?! (?:${NAME}|ơi|nhé|nha) |(?= $))`,
);
/** What is to be done in a certain case: "chưa chắc số thì gọi hỏi Sở". */
const IN_CASE = pattern(
  '^ (?:nếu|khi|hễ|lúc|chưa|không|còn|có|thiếu|vướng|cần|xong|làm xong|ai|(?:phòng|đơn vị|xã|đồng chí|chỗ|mục|cái) nào)(?: .*)? thì(?: không)?',
);
/** Who or what tells that a clause orders: the one it is put to, a word that urges, or only its verb. */
export type OrderShape = 'addressed' | 'urged' | 'bare';

function orderInClause(clause: Saying, isCase = false): OrderShape | null {
  const inCase = find(clause, IN_CASE);
  if (inCase !== null) return orderInClause(sayingOf(clause.words.slice(inCase.end)), true);
  if (has(clause, TELLS)) return null;
  const build = find(clause, BUILD);
  if (build === null) return null;
  const { groups, end } = build;
  // "em hoàn thiện": no name, but the first syllable of a verb.
  const isAddressed = groups.told !== undefined && orderHeadAt(clause.words, end - 1, true) < 2;
  const isUrged = isCase || groups.urge !== '';
  const length = orderHeadAt(clause.words, end, isAddressed || isUrged);
  if (length === 0 || (clause.words.length === end + length && !isUrged)) return null;
  if (isAddressed) return 'addressed';
  return isUrged && groups.unit === undefined ? 'urged' : 'bare';
}

const ONLY_TOLD = pattern(`^ (?:${TOLD}|${UNIT})(?= $)`);

/** An order by its build: a verb at the head of a clause, and nobody who does it but whoever is told to. */
export function orderShapeOf(saying: Saying, { bearing, speaker }: Circumstances): OrderShape | null {
  if (speaker === 'unit' || bearing === 'up' || has(saying, OWN_ACT)) return null;
  const clauses = clausesOf(saying);
  const shapes = clauses.map((clause) => orderInClause(clause));
  // "Các chi cục, trung tâm rà soát lại": the list of those who are told ends with the last of them.
  const isListed = clauses[0] !== undefined && has(clauses[0], ONLY_TOLD);
  if (isListed && shapes[1] !== null && shapes[1] !== undefined) return 'addressed';
  // "Đã thu được 9/14 phiếu, tiếp tục đôn đốc": what follows a report is its writer's.
  const told = shapes.findIndex((shape) => shape === 'addressed' || shape === 'urged');
  const isReported = clauses.slice(0, told).some((clause) => has(clause, TELLS));
  if (told >= 0 && (!isReported || bearing === 'down')) return shapes[told] ?? null;
  return shapes[0] ?? null;
}

/** An order by its shape: nobody named and an object such as orders have, or one told to by words that look down. */
export const ordersByShape = (saying: Saying, { bearing, speaker }: Circumstances): boolean => {
  if (speaker === 'unit' || !isPlain(saying)) return false;
  if (has(saying, BARE_ORDER)) return true;
  if (bearing !== 'up' && (has(saying, FIRST_THIS) || has(saying, FOR_WHAT_COMES))) return true;
  return (bearing === 'down' || bearing === 'all' || speaker === 'leader') && has(saying, TOLD_TO);
};
