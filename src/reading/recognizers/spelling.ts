// When a word in a text stands for a word of the lexicon although marks are missing: phones and old systems drop tones
// ("trươc"), qualities ("truớc") or both ("truoc"). Marks that are present must agree: "mái" is never "mai".
import { fold } from '../normalize.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const QUALITIES = /[\u0302\u0306\u031B]/g;

const FIRST_MARKED = 0x80;

/** Those of Vietnamese letters stand below. */
const LAST_KNOWN = 0x2000;
/** By the unit of the letter. */
const lesserForms = new Array<string>(LAST_KNOWN).fill('');

/** The letters that remain of one when some of its marks are left out: "ớ" → "ơóo", "đ" → "d". */
function lesserFormsOf(unit: number): string {
  const known = lesserForms[unit] ?? '';
  if (known !== '') return known;
  const letter = String.fromCharCode(unit);
  const decomposed = letter.normalize('NFD');
  const forms =
    decomposed.replace(TONES, '').normalize('NFC') +
    decomposed.replace(QUALITIES, '').normalize('NFC') +
    fold(letter);
  if (unit < LAST_KNOWN) lesserForms[unit] = forms;
  return forms;
}

function isLesserForm(written: number, unit: number): boolean {
  const forms = lesserFormsOf(unit);
  for (let i = 0; i < forms.length; i++) if (forms.charCodeAt(i) === written) return true;
  return false;
}

/** True where `written` is `word` with none, some or all of its marks. Both in lower case, NFC. */
export function isSpellingOf(written: string, word: string): boolean {
  if (written.length !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    const writtenUnit = written.charCodeAt(i);
    // A letter without marks has none to leave out.
    if (writtenUnit !== unit && (unit < FIRST_MARKED || !isLesserForm(writtenUnit, unit))) return false;
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

/** The older place of a tone at the end of a syllable, and the one the lexicon has: "khoá" → "khóa", "thuý" → "thúy". */
const OLD_TONE = /(?<first>[ouOU])(?<second>[aey])(?<tone>[\u0300\u0301\u0303\u0309\u0323])$/u;
const HOOK = '\u0309';
const TILDE = '\u0303';
const HOOK_OR_TILDE = /[\u0303\u0309]/u;

/** Words of their own that differ in hook and tilde only from a word of the lexicon: "sữa" is milk, not a careless "sửa". */
const HOOK_OR_TILDE_WORDS: ReadonlySet<string> = new Set(
  `bẫy bễ bõ bửa cãi cỗ củ cữ chửa cưỡng dở đả đãng đỗ đỗi giãi giãn hão hẽm hổ hử kĩ lả lở mả mẩu mỡ nảy nghĩ ngỏ ngủ nhĩ phũ quỷ
   rãnh rữa sỉ sỗ sữ sữa tĩa tĩnh thẫm trẽ vẩn vẻ`.split(/\s+/),
);

/** How else `written` is spelled where it is no word of the lexicon: with the tone where it used to stand, or with hook and tilde mixed up, as is heard in the South ("trể"). */
export function otherSpellings(written: string): readonly string[] {
  const decomposed = written.normalize('NFD');
  const other: string[] = [];
  if (OLD_TONE.test(decomposed))
    other.push(decomposed.replace(OLD_TONE, '$<first>$<tone>$<second>').normalize('NFC'));
  if (HOOK_OR_TILDE.test(decomposed) && !HOOK_OR_TILDE_WORDS.has(written))
    other.push(decomposed.replace(HOOK_OR_TILDE, (mark) => (mark === HOOK ? TILDE : HOOK)).normalize('NFC'));
  // Words begin as they are written: capitals are told by the first letter.
  return other.filter((each) => each.charCodeAt(0) === written.charCodeAt(0));
}
