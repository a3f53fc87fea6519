// Orders known by the build of a clause: when, who is told, a word that urges, and a verb at the head. Which verb it is
// hardly matters: what makes the order is that nobody else is said to do it.
import type { Circumstances } from './circumstances.ts';
import { clausesOf, orderHeadAt } from './clauses.ts';
import { NAME } from './people-words.ts';
import type { Saying } from './wording.ts';
import { WORD, either, find, has, pattern, sayingOf } from './wording.ts';

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
  `(?<!(?:các|mấy|anh|gửi|cho|báo|nhắn|giúp|hộ|với|của|gọi|nhờ|bảo) )(?:em|phòng em)(?! (?:${NAME}|ơi|nhé|nha) |(?= $))`,
);
/** What is to be done in a certain case: "chưa chắc số thì gọi hỏi Sở". */
const IN_CASE = pattern(
  '^ (?:nếu|khi|hễ|lúc|chưa|không|còn|có|thiếu|vướng|cần|xong|làm xong|ai|(?:phòng|đơn vị|xã|đồng chí|chỗ|mục|cái) nào)(?: .*)? thì(?: không(?: được)?)?',
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
  const length = orderHeadAt(clause.words, end, isUrged);
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
