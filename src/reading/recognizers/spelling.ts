// When a word in a text stands for a word of the lexicon although marks are missing: phones and old systems drop tones
// ("trươc"), qualities ("truớc") or both ("truoc"). Marks that are present must agree: "mái" is never "mai".
import { fold } from '../normalize.ts';

/** Bare forms of words met before. Bounded: hostile text must not fill the memory. */
const bareForms = new Map<string, string>();
const MOST_BARE_FORMS = 20_000;

/** The word without diacritics: one and the same string each time, so that it is hashed once and compared by identity. */
export function bareFormOf(word: string): string {
  let bare = bareForms.get(word);
  if (bare === undefined) {
    const folded = fold(word);
    bare = bareForms.get(folded) ?? folded;
    if (bareForms.size < MOST_BARE_FORMS) bareForms.set(folded, bare).set(word, bare);
  }
  return bare;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const QUALITIES = /[\u0302\u0306\u031B]/g;

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
  if (written === word) return true;
  if (written.length !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i);
    const given = written.charAt(i);
    if (given !== letter && !lesserFormsOf(letter).includes(given)) return false;
  }
  return true;
}

/**
 * Spellings that are words of their own. In a text that is otherwise written with its diacritics they mean what they
 * say: "ngay" is "at once", not a careless "ngày"; "sang" is "over to", not "sáng"; "tôi" is "I", not "tối".
 */
const WORDS_OF_THEIR_OWN: ReadonlySet<string> = new Set(
  `ngay sang nam thu thư thú sau tu tư tù quy qui toi tôi tói thang han hàn hân hom bua chot trinh bao cao can cân càn da le
   lê mung giơ giò chiêu đâu đau dâu dầu dau môi moi hàng kê kẻ ke qua tre mót mọt tam lam ban bàn chi chỉ đen hét châm chạm
   cham nhát ky phai phái nop gui ca cá tra tri tron hoan hoàn xem xep xin xuân xuan khi no nợ mai mái đôi đối doi dời dơi
   tuân tuấn giao hop bay bây nay này chưa chua đê đe de do đo dự du mới môt vao la lá lạ con còn cu cũ gia già gi lên len
   liên lien luc lực moc nhan nhân phan phân phong song sông sơ so thi thì thêm tin tình tinh tôn ton trao trau xa xã yêu`.split(
    /\s+/,
  ),
);

/** True where `written` may stand for `word` in a text that is (`isAccented`) or is not written with diacritics. */
export function mayStandFor(written: string, word: string, isAccented: boolean): boolean {
  return (
    written === word || ((!isAccented || !WORDS_OF_THEIR_OWN.has(written)) && isSpellingOf(written, word))
  );
}
