// When a word in a text stands for a word of the lexicon although marks are missing: phones and old systems drop tones
// ("trươc"), qualities ("truớc") or both ("truoc"). Marks that are present must agree: "mái" is never "mai".
import { fold } from '../normalize.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const QUALITIES = /[\u0302\u0306\u031B]/g;

const FIRST_MARKED = 0x80;

const lesserForms = new Map<string, string>();

/** The letters that remain of `letter` when some of its marks are left out: "ớ" → "ơóo", "đ" → "d". */
function lesserFormsOf(letter: string): string {
  let forms = lesserForms.get(letter);
  if (forms === undefined) {
    const decomposed = letter.normalize('NFD');
    forms =
      decomposed.replace(TONES, '').normalize('NFC') +
      decomposed.replace(QUALITIES, '').normalize('NFC') +
      fold(letter);
    lesserForms.set(letter, forms);
  }
  return forms;
}

/** True where `written` is `word` with none, some or all of its marks. Both in lower case, NFC. */
export function isSpellingOf(written: string, word: string): boolean {
  if (written.length !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (written.charCodeAt(i) === unit) continue;
    // A letter without marks has none to leave out.
    if (unit < FIRST_MARKED || !lesserFormsOf(word.charAt(i)).includes(written.charAt(i))) return false;
  }
  return true;
}

/**
 * Spellings of five letters or more that are words of their own. In a text that is otherwise written with its diacritics
 * they mean what they say: "chiêu" is a trick, not a careless "chiều"; "thang" a ladder, not "tháng".
 */
const WORDS_OF_THEIR_OWN: ReadonlySet<string> = new Set(
  `thang chiêu trinh trình tháng chuyên chuyện chuyến chung chúng chứng thành thanh thánh trong tròng trọng nhanh nhánh nghiêm
   nghiệm không khống trăng tráng trang trưng trứng thương thường thưởng hương hướng hưởng chương chường đương đường đường
   tương tường tưởng lương lường lượng trương trường trưởng giang giảng phương phường phượng phong phòng phóng thông thống
   dương dưỡng khoan khoản khoán khoang khoảng quang quảng quyên quyền quyển thuyên thuyền huyên huyện chinh chính chỉnh
   trinh trình tuyên tuyến luyên luyện nhung những đông động đồng muong mương mường muốn nguyên nguyện nghiên giêng riêng
   thiên thiện thiến tiếng kiêng truyên truyền viêng chiên chiến khuyên khuyết quyết tuyêt tuyệt duyệt huyết thuyết nghiệp`.split(
    /\s+/,
  ),
);

/** In a text written with diacritics only longer words are taken for careless ones: few of them are words of their own. */
const SHORTEST_CARELESS_WORD = 5;

/** True where a text that is written with diacritics means the word that it spells: "thang", "mai". */
export const isPlainSpelling = (written: string): boolean =>
  written.length < SHORTEST_CARELESS_WORD || WORDS_OF_THEIR_OWN.has(written);
