// Questions report nothing, however many words of a report they hold.
import type { Saying } from './wording.ts';
import { WORD, expressions, has, pattern, sayingOf, upTo } from './wording.ts';

const END = '(?= (?:$|[?.!;]))';

const QUESTION_WORDS = expressions`
  bao giờ(?! cũng)|bao nhiêu|bao lâu|mấy (?:giờ|ngày|việc(?! (?:<scope>|trên|được|tuần|tháng|gấp|khác|kia|này|đó|ấy|còn lại|nhỏ|lặt vặt|riêng|nhà))|bản|người|hôm)|(?<!^ |[,.;:] )mấy phòng|mấy (?!(?:đứa|em|anh|chị|bạn|cô|chú|bác) )${WORD}(?= (?:$|[?]|vậy|thế))|gì ${upTo(2)}không${END}
  (?:đến|tới) đâu|ở đâu|đâu rồi|đâu(?= \?)|(?:file|mẫu|link|văn bản|tài liệu|hồ sơ|công văn|phụ lục|biểu|bản) ${upTo(1)}đâu
  thế nào|như thế nào|ra sao|làm sao|tại sao|vì sao|sao(?= (?:$|[?.!;]|rồi|vậy|thế|chưa|lại|em|anh|phòng|không))
  cái gì|là gì|việc gì|gì(?= (?:$|[?.!;]|vậy|thế|nhỉ|không))
  (?:việc|cái|phòng|ai|mẫu|đơn vị|văn bản|mục|nội dung|nhiệm vụ|file|bản|kiểu|hướng|loại|chỗ|bên) nào
  (?:về|ở|tới|đến|đi|lên|cho|qua|sang|từ) (?:đâu|ai)(?= (?:$|[?.!;]|vậy|thế))
  (?<!(?:thế|như vậy|vậy|cũng|rất|thật|hơi|lại|không|quá) )hay (?!(?:quá|lắm|thật|ghê|tuyệt|không|chưa|sao|đấy|hơn|hôm|là) )[^,.;?!]+(?= (?:$|[?]|vậy|thế))|^ sao(?! (?:y|lục|chép|kê|gửi) )
  ${WORD} nào${END}|cho (?:em|phòng em) (?:biết|hỏi)
  ^ ai (?:ở|trong|bên|tại|của) ${upTo(3)}(?:làm|phụ trách|chủ trì|ký|duyệt|nhận|lo|theo dõi|nắm)
  ai(?= (?:làm|phụ trách|chủ trì|ký|duyệt|nhận|bảo|nói|là|đang|giao|vậy|thế|[?.!;]|$))
  (?:có|còn) ${upTo(7)}không${END}|(?:phần|khâu|bước|mốc|hạn|ngày|đợt|phương án) nào${END}|có (?:phải|cần|kịp|được|thể|nên|ai|gì|bắt buộc) ${upTo(7)}không
  (?:phải|đúng|được|kịp|ổn|cần|xong|rồi|có|thật) không(?= (?:$|[?.!;]|em|anh|vậy))|không(?= \?)|có đúng
  (?:anh|chị|sếp)(?: ${WORD})? (?:nhận|thấy|xem|đọc) ${upTo(5)}chưa(?= (?:$|[,.?]))|(?:tháng|ngày|quý|năm|kỳ|thứ) mấy
  hay chưa|đã .* chưa${END}|hả|nhỉ|phỏng|(?:chứ|à)${END}|hay là
  (?:^|[,.;:]|anh|chị|sếp|hỏi|biết) liệu
`;
/** "anh gửi em mẫu với": asks for something, reports nothing. */
const ASKS_FOR = expressions`
  (?:anh|chị|sếp) (?:giải thích|hướng dẫn|chỉ|nói rõ|làm rõ|nói lại|cho em biết)(?: (?:thêm|giúp|hộ|em|lại|với|rõ))+
  (?:gửi|cho|share|chuyển|up) (?:lại )?(?:em|phòng em|cho em)(?: xin| với)* (?:cái |lại |bản )?(?:mẫu|file|văn bản|tài liệu|link|biểu|đề cương|số điện thoại|công văn|danh sách)
  ^ (?:em|phòng em) xin (?:cái |lại |bản )*(?:mẫu|file|link|biểu|đề cương|số điện thoại|danh sách)(?!.* rồi (?:em |sẽ )?(?:liên hệ|gọi|nhắn|báo|làm|gửi) )
  cho (?:em|phòng em) (?:xin|hỏi)(?= (?:mẫu|file|văn bản|tài liệu|link|biểu|chút|là|hạn|số điện|danh sách|bản))|cho (?:em|phòng em) xin(?: với| cái)?(?= $)
`;
/** "xong chưa", "làm chưa em" have a predicate before; "việc 2 chưa" and "vẫn chưa" are answers. */
const NOT_YET_AT_END = pattern(
  `(?<!(?:vẫn|còn|à|hãy còn|thì|cũng|đang|nhưng|mà|là|đều|<task>|<rest>|<all>|em|phòng em|này|kia|khác|ngờ|ra|[,.;:(]|^) )chưa(?: (?:đó|đấy|đây|ta|hè|vậy|thế))?(?: (?:em|anh|chị|các em|rồi|mọi người))?(?= (?:$|[?.!;,]))`,
);
/** "Anh cần bản giấy không ạ": a predicate and a last "không" ask; "việc 3 thì không" answers. */
const WHETHER_AT_END = pattern(
  `${WORD} ${WORD} (?<!(?:thì|là|mà|chứ|cũng|vẫn|đều|còn|nhưng|nên|tay|bỏ|để|<task>|<rest>|<all>|em|phòng em|này|kia|khác|[,.;:(]) )không(?: (?:đấy|đó|đây|ta|hè|vậy|thế|em|anh|chị|mọi người))?(?= (?:$|[.!;]))`,
);
const MARK = pattern('\\?');
/** Statements with a question word in them: "chưa biết bao giờ xong", "không còn nội dung nào", "bao giờ xong em báo". */
const STATED = expressions`
  xin ý kiến [^?,.]*(?:nào|sao|gì|ai|đâu)(?= (?:$|[.;]))
  (?<!(?:cho|xin|muốn|phép) )hỏi(?: lại| thử| kỹ| rõ| giúp| hộ| xem)+ [^?]*(?= (?:$|[.;!?]))
  hỏi [^,.;?]*(?:xem|coi) (?:sao|thế nào|ra sao)(?= rồi (?:báo|gọi|nhắn|làm))
  (?:không|chưa|chẳng) ${upTo(2)}ai
  (?:không|chưa|chẳng) (?:biết|rõ|chắc|dám chắc|dám nói) ${upTo(5)}(?:bao giờ|thế nào|sao|làm sao|ra sao|nào|gì|ai|đâu|bao nhiêu)
  (?:không|chưa|chẳng) ${upTo(6)}(?:gì|nào)(?: cả| hết)?
  (?:bao giờ|thế nào|sao|ai|${WORD} nào) cũng(?: được)?
  (?:không|chưa|chẳng) (?:kịp )?(?:đụng|động|sờ|rờ|chạm|làm|ngó|đi) (?:tới|đến) đâu
  (?:xong |làm |được |có |ra )?(?<thing>việc|cái|phòng|mục|phần|nội dung|nhiệm vụ|đơn vị|khâu|bước) nào ${upTo(6)}(?:\k<thing> (?:đó|đấy|ấy)|nấy)
  bao giờ (?:có|nhận|xong|được) ${upTo(3)}thì
  bao giờ (?:xong|có|nhận|hoàn thành|hoàn tất|được|làm xong|đủ|đến|rảnh|họp xong|sếp|anh|ký) ?(?:rồi |thì |kết quả |số liệu |ký |duyệt )*(?:em|tôi|mình|phòng em|phòng|đơn vị|chi cục|trung tâm|sẽ|thì)(?! nào)
`;
const ALL_STATED = new RegExp(STATED, 'gu');

/** "Việc 10 giao phòng nào?", "chuyển ai vậy": asks who is to do it. */
const ASKS_WHO = expressions`
  (?:phòng|bên|đơn vị|bộ phận|tổ|anh|chị|đồng chí|sở|trung tâm|chi cục) nào(?! (?:cũng|thì|chưa|đã) )
  (?<!(?:không|chưa|chẳng) (?:có |biết |phải )?)ai(?! (?:cũng|đó|nấy|khác|hết) )
`;
export const asksWhoseTask = (saying: Saying): boolean => isQuestion(saying) && has(saying, ASKS_WHO);

/** "Trưa nay đi ăn bún không mọi người": nothing of a task. */
const INVITES = pattern('(?:đi )?(?:ăn|uống|nhậu|cà phê|chơi|đá bóng|liên hoan|hát)');

/** Questions, with or without a question mark, and requests for papers. */
export function isQuestion(saying: Saying): boolean {
  if ([MARK, NOT_YET_AT_END, ASKS_FOR].some((expression) => has(saying, expression))) return true;
  if (has(saying, WHETHER_AT_END) && !has(saying, INVITES)) return true;
  return has({ ...saying, said: saying.said.replace(ALL_STATED, '') }, QUESTION_WORDS);
}

/** Only what the writer's own punctuation or a final "chưa" makes a question. */
export const isOpenQuestion = (saying: Saying): boolean => has(saying, MARK) || has(saying, NOT_YET_AT_END);

const ABOUT_RECEIPT = expressions`
  (?:nhận|thấy|xem|đọc|check|mở|duyệt|ký|được) ${upTo(3)}(?:chưa|không)
  (?:được|ổn|có cần|cần) ${upTo(6)}(?:chưa|không)
`;

/**
 * What a reply states beside its question: "Em gửi rồi. Anh nhận được chưa?" still reports. Null where the question is
 * all there is, or is about the statement itself ("Việc 2 xong rồi, phải không?").
 */
export function statementBesideQuestion(saying: Saying): Saying | null {
  const sentences = sentencesOf(saying);
  const statements = sentences.filter((sentence) => !isQuestion(sentence));
  // Where no sentence asks by itself, all of them together do: none of them stands beside the question.
  if (statements.length > 0 && statements.length < sentences.length)
    return sayingOf(statements.flatMap(({ words }) => words));
  const comma = saying.words.findLastIndex(({ text }) => text === ',');
  if (comma < 0) return null;
  const before = sayingOf(saying.words.slice(0, comma));
  const after = sayingOf(saying.words.slice(comma + 1));
  return !isQuestion(before) && has(after, ABOUT_RECEIPT) ? before : null;
}

const NAGGED = pattern(
  '(?:anh|chị|sếp)(?: [^ ,.;?!]+)? (?:nhận|thấy|xem|đọc) [^,.;?!]*chưa|(?:sao|ủa|tại sao|vì sao) [^,.;?!]*(?:nhắc|báo|hiện|đỏ|hỏi|giục|còn|vẫn|cứ)',
);

/** "Sao cứ nhắc mãi, xong từ hôm qua rồi": what answers the complaint; null where there is none. */
export function answerToNagging(saying: Saying): Saying | null {
  const comma = saying.words.findIndex(({ text }) => text === ',');
  if (comma < 0) return null;
  const before = sayingOf(saying.words.slice(0, comma));
  const after = sayingOf(saying.words.slice(comma + 1));
  return has(before, NAGGED) && !isQuestion(after) ? after : null;
}

const SENTENCE_END = new Set(['.', '?', '!', ';']);

function sentencesOf({ words }: Saying): Saying[] {
  const sentences: Saying[] = [];
  let from = 0;
  for (const [at, word] of words.entries()) {
    if (!SENTENCE_END.has(word.text)) continue;
    sentences.push(sayingOf(words.slice(from, at + 1)));
    from = at + 1;
  }
  return from < words.length ? [...sentences, sayingOf(words.slice(from))] : sentences;
}
