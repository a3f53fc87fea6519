// Takes away what only makes a reply polite: particles, forms of address, prefaces, smiles. What is left means the
// same, so that "xong" and "Dạ em báo cáo sếp là xong rồi ạ 😊" are read by the same patterns.
import { GIVEN_NAMES } from '../lexicon/chat-words.ts';
import type { Bearing } from './circumstances.ts';
import type { Saying, Word } from './wording.ts';
import { either, endsClause, expressions, findAll, has, pattern, sayingOf, startsWith } from './wording.ts';

/** Words people are addressed by. */
const ADDRESSEE = `${either`
  anh chị|anh em|các (?:anh|chị|sếp|bác|đồng chí|em|phòng|đơn vị)|mọi người|cả nhà|cả phòng
  bác sĩ|anh|chị|em|cô|chú|bác|thầy|bạn|cháu|sếp|đại ca|ad|admin|bot
  thủ trưởng|giám đốc|phó giám đốc|trưởng phòng|chánh văn phòng|lãnh đạo sở|lãnh đạo|đồng chí|văn phòng sở|văn phòng
`}(?: (?:${[...GIVEN_NAMES].join('|')}|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út|cả|iu|yêu|yêu dấu|đẹp trai|xinh đẹp|xinh|ui))?`;
const SPEAKER = '(?:em|phòng em|phòng|tôi|mình)';

/** "Dạ em xin báo cáo anh là …": whoever says so speaks to a superior. It stays, as one word. */
const PREFACE = expressions`
  (?:${SPEAKER} )?(?:xin |xin phép |kính )?(?:báo cáo|thưa|bẩm)(?: với)? ${ADDRESSEE}(?: (?:là|rằng))?(?= [,:.] )
  (?:${SPEAKER} )?(?:xin |xin phép |kính )?(?:báo cáo|thưa)(?: với)? ${ADDRESSEE}(?: (?:là|rằng))?(?= (?!(?:rồi|xong|trước|lại|ngay|sau|về|kết quả|trong|vào|nữa) |<(?!task|all|rest)))
  ${SPEAKER} (?:xin |xin phép )?báo cáo(?: (?:là|rằng|như sau))?(?= [,:] )
  ${SPEAKER} xin (?:phép )?báo cáo(?= (?:là|rằng|nhiệm vụ|việc) )
`;
const ANY_ADDRESS = pattern(`(?:thưa )?${ADDRESSEE}`);
const CALL = pattern(`(?:(?:dạ|vâng) )?${ADDRESSEE} (?:ơi|ạ|à|nhé|nha|nhá|hỡi|nghe|hỉ|hè)`);
const CALL_AT_START = pattern(`(?:kính )?(?:gửi |chào |thưa )?${ADDRESSEE} ,`);

/** What a form of address follows at the end of a clause without being its object. */
const BEFORE_ADDRESS = new Set(
  (
    'rồi xong chưa không vâng dạ ok được rõ đâu thôi luôn hết cả nữa nhận biết trí ý nhé ạ nha vậy thế tất lắm mà quá ' +
    'nghe nghen hen ai đâu gì nào nhỉ sớm nay mai hạn làm khai hiểu thành đúng đi ngay lên gấp nhanh đó đấy'
  ).split(' '),
);
const PARTICLES = new Set('ạ nhé nha nhá á hen hén ơi'.split(' '));
/** Particles only where they end a clause. */
const FINAL_PARTICLES = new Set('đấy đó mà ấy thôi cơ kìa với nghe nờ'.split(' '));
const STARTERS = new Set('dạ vâng thưa ôi ui à ờ ơ alo'.split(' '));
/** "Vâng ạ, em cảm ơn": there the "vâng" is the answer. */
const YES_AND_THANKS = pattern('vâng (?:[,.!] )*(?:(?:em|phòng em|tôi|mình|cháu) )?(?:xin )?cảm ơn');
/** "vâng em sẽ gửi trước 5h": says yes to what was asked, and when. */
const YES_AND_WILL = pattern(
  'vâng (?:ạ )?(?:[,.!] )*(?:anh |chị |sếp )?(?:[,.!] )*(?:em|phòng em|phòng|bên em|tôi|mình|chúng tôi|cháu|đơn vị) (?:xin hứa |hứa )?sẽ',
);
const LAUGHTER = /^(?:(?:h[aeiu]){2,}h?|k{2,}|hic|hichic|hjhj|keke|ahihi)$/u;
const ASSENT = new Set(['dạ', 'vâng', '<yes>']);

export interface Plain {
  readonly words: readonly Word[];
  /** What was taken away assents by itself ("dạ", 👍), as a smile does not. */
  readonly hasAssent: boolean;
  /** Whom it speaks to, by its particles and forms of address. */
  readonly bearing: Bearing | null;
}

const LOOKS_UP = pattern(
  'ạ|dạ|vâng|thưa|bẩm|kính|sếp|thủ trưởng|đại ca|xin phép|(?:ơi|nhé|nha|nhá|đi|,) (?:anh|chị|sếp)|(?:anh|chị) (?:ơi|nhé|nha|nhá)',
);
const LOOKS_DOWN = pattern(
  '(?:nhé|nha|nghe|đi|lên|giúp anh|giúp chị|với|ngay|,) (?:em|các em|cháu|các đồng chí|các bạn)(?= (?:$|[,.!]))|em ơi|(?:các|mấy) (?:em|đồng chí|bạn) (?:nhé|ơi)|(?:giúp|hộ|cho) (?:anh|chị|tôi)(?= (?:$|[,.!]|nhé|nha|với|cái|xem|ký|duyệt|đọc))|(?:mai|chiều|sáng|tối|trưa|nay|sau|tới|lát) (?:anh|chị|tôi) (?:ký|xem|duyệt|hỏi|họp|cần|trình|báo cáo|đi họp|lấy|kiểm tra)(?! (?:giúp|giùm|hộ|cho em|dùm))|(?:nhé|nha|đi)(?= $)|(?:trình|gửi|nộp|báo|báo cáo|gọi|gặp|đưa|bàn|lên phòng|qua phòng) tôi(?= (?:$|[,.]|ký|xem|duyệt|trước|ngay|trong|bằng|\\d))',
);
const TO_ALL = pattern(
  '(?:mọi người|cả nhà|cả phòng|cả cơ quan|toàn cơ quan|toàn thể anh chị em|anh chị em|anh em|các bác|các đồng chí)(?: (?:ơi|nhé|nha|ạ|à|lưu ý))*(?= (?:$|[,.!:]))',
);
const bearingOf = (saying: Saying): Bearing | null => {
  if (has(saying, TO_ALL)) return 'all';
  if (has(saying, LOOKS_UP)) return 'up';
  return has(saying, LOOKS_DOWN) ? 'down' : null;
};

/** Removes politeness. Where nothing else was said the words are empty. */
export function withoutPoliteness(words: readonly Word[]): Plain {
  const isAmused = words.some(({ text }) => LAUGHTER.test(text));
  const hasAssent = !isAmused && words.some(({ text }) => ASSENT.has(text));
  const spoken = words.filter(({ text }) => text !== '<face>' && text !== '<yes>' && !LAUGHTER.test(text));
  const uncalled = withoutFinalAddress(withoutCalls(spoken));
  const bare = withoutFinalAddress(uncalled.filter(({ text }) => !PARTICLES.has(text)));
  const started = withoutFinalAddress(
    bare.filter((_, at) => !isStarter(bare, at) || isAnswer(sayingOf(bare.slice(at)))),
  );
  const plain = withoutFinalAddress(started.filter((_, at) => !isFinalParticle(started, at)));
  return { words: tidy(markPreface(plain)), hasAssent, bearing: bearingOf(sayingOf(words)) };
}

const isAnswer = ({ said }: Saying): boolean =>
  startsWith(said, YES_AND_THANKS) || startsWith(said, YES_AND_WILL);

const isClauseStart = (words: readonly Word[], at: number): boolean => endsClause(words[at - 1]);

/** "mấy điểm đó" points; "mấy điểm" would ask. */
const POINTS = new Set(['đó', 'đấy', 'ấy']);
/** "báo việc đó" */
const POINTED_AT = new Set(['việc', 'cái', 'phần', 'mục', 'vụ', 'mấy', 'để']);
const isPointer = (words: readonly Word[], at: number): boolean =>
  POINTS.has(words[at]?.text ?? '') &&
  (words[at - 2]?.text === 'mấy' || POINTED_AT.has(words[at - 1]?.text ?? ''));

const isFinalParticle = (words: readonly Word[], at: number): boolean =>
  !isPointer(words, at) &&
  FINAL_PARTICLES.has(words[at]?.text ?? '') &&
  endsClause(words[at + 1]) &&
  !endsClause(words[at - 1]);

/** "dạ", "vâng" before anything else; alone they are the answer. */
const isStarter = (words: readonly Word[], at: number): boolean =>
  words.slice(0, at + 1).every((word, index) => STARTERS.has(word.text) || (index < at && endsClause(word)));

/** "anh ơi", "Sếp, …"; not the one to whom something is sent ("gửi anh nhé"). */
function withoutCalls(words: readonly Word[]): Word[] {
  const saying = sayingOf(words);
  const isCall = (first: number, text: string): boolean => {
    if (isClauseStart(words, first)) return true;
    if (text.endsWith(' ,')) return false;
    return text.endsWith(' ơi') || BEFORE_ADDRESS.has(words[first - 1]?.text ?? '');
  };
  const calls = [...findAll(saying, CALL), ...findAll(saying, CALL_AT_START)].filter(({ first, text }) =>
    isCall(first, text),
  );
  return words.filter((_, at) => !calls.some(({ first, end }) => at >= first && at < end));
}

/** "xong rồi anh"; not "gửi anh". */
function withoutFinalAddress(words: readonly Word[]): Word[] {
  const addressed = findAll(sayingOf(words), ANY_ADDRESS).filter(
    ({ first, end }) =>
      first > 0 && endsClause(words[end]) && BEFORE_ADDRESS.has(words[first - 1]?.text ?? ''),
  );
  return words.filter((_, at) => !addressed.some(({ first, end }) => at >= first && at < end));
}

function markPreface(words: readonly Word[]): readonly Word[] {
  const preface = findAll(sayingOf(words), PREFACE).find(({ first }) => isClauseStart(words, first));
  const from = words[preface?.first ?? -1];
  const to = words[(preface?.end ?? 0) - 1];
  if (preface === undefined || from === undefined || to === undefined) return words;
  const mark: Word = { text: '<address>', start: from.start, end: to.end, mention: { kind: 'address' } };
  return [...words.slice(0, preface.first), mark, ...words.slice(preface.end)];
}

const CLOSING = new Set(['.', '!', ',', ';', ':']);

/** No punctuation at either end but a question mark, and none doubled. */
function tidy(words: readonly Word[]): Word[] {
  const tidied: Word[] = [];
  for (const word of words) {
    const isDoubled = endsClause(word) && endsClause(tidied.at(-1));
    if (isDoubled && word.text !== '?') continue;
    if (isDoubled && tidied.length > 0) tidied.pop();
    tidied.push(word);
  }
  return CLOSING.has(tidied.at(-1)?.text ?? '') ? tidied.slice(0, -1) : tidied;
}
