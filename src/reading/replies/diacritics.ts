// Puts diacritics back, and standard words in place of regional ones. Phrases decide first, because words that look
// alike without marks are told apart by their neighbours ("cho ky" waits, "cho em" asks).
import {
  BARE_WORDS,
  KNOWN_PHRASES,
  USUAL_PHRASES,
  USUAL_WORDS,
  WORDS_WITHOUT_MARKS,
} from '../lexicon/bare-words.ts';
import { GIVEN_NAMES } from '../lexicon/chat-words.ts';
import { REGIONAL_VARIANTS } from '../lexicon/regional-words.ts';
import { fold } from '../normalize.ts';
import type { SpellingMatch } from '../words/spelling.ts';
import { compareSpelling } from '../words/spelling.ts';
import type { Word } from './wording.ts';

const LETTERS = /^[\p{L}\p{M}/.]+$/u;
const NUMBER = /^\d/u;
const ROMAN = /^(?:i{1,3}|iv)$/u;
/** Words that phones complete with their marks even for those who type none. */
const POLITE = new Set('da vang nhe nha oi sep thua anh chi em'.split(' '));
/** In a message with fewer marked words than one in four, marks are the exception. */
const MARKED_SHARE = 4;

export const hasMarks = (text: string): boolean => fold(text) !== text;
export const isNumber = (text: string): boolean => NUMBER.test(text);
/** A word of letters, not a number, mark or mention. */
export const isSpelled = ({ text, mention }: Word): boolean => mention === undefined && LETTERS.test(text);

/** True where diacritics are the exception: then even a right-looking "cho" may be "chờ". */
export function lacksMarks(words: readonly Word[]): boolean {
  const spelled = words.filter(
    (word) => isSpelled(word) && word.text.length > 1 && !POLITE.has(fold(word.text)),
  );
  return spelled.filter(({ text }) => hasMarks(text)).length * MARKED_SHARE <= spelled.length;
}

interface Phrase {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** By their first word without marks; longer ones first. */
const indexed = (phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> => {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases.toSorted((a, b) => b.from.length - a.from.length)) {
    const key = fold(phrase.from[0] ?? '');
    index.set(key, [...(index.get(key) ?? []), phrase]);
  }
  return index;
};

const PHRASES = indexed(KNOWN_PHRASES.map((text) => ({ from: text.split(' '), to: text.split(' ') })));
const USUAL = indexed(USUAL_PHRASES.map((text) => ({ from: text.split(' '), to: text.split(' ') })));
const VARIANTS = indexed(
  REGIONAL_VARIANTS.map(([variant, standard]) => ({ from: variant.split(' '), to: standard.split(' ') })),
);

/** How `typed` is written where it stands for `word`; `other` where the letters differ, too. */
const spellingAs = (typed: string, word: string): SpellingMatch =>
  fold(typed) === fold(word) ? compareSpelling(typed, word) : 'other';

/** Puts diacritics back where they are missing; what is written with them stays as it is. */
export function restoreMarks(words: readonly Word[], isUnmarked: boolean): Word[] {
  const restored: Word[] = [];
  for (let at = 0; at < words.length;) {
    const known = phraseAt(PHRASES, words, at, (matches) => isUnmarked || isMeant(matches, words, at));
    const phrase = known ?? (isUnmarked ? phraseAt(USUAL, words, at, () => true) : null);
    const isReplaced =
      phrase !== null && !isNameAt(words, at) && isRightCho(phrase.to[0], words, at, isUnmarked);
    const taken = words.slice(at, at + (isReplaced ? phrase.from.length : 1));
    for (const [offset, word] of taken.entries()) {
      const meant = isReplaced ? phrase.to[offset] : restoredWord(word, words, at, isUnmarked);
      restored.push({ ...word, text: meant ?? word.text });
    }
    at += taken.length;
  }
  return restored;
}

/** "chị Vân đang …" is no "vẫn đang". */
const isNameAt = (words: readonly Word[], at: number): boolean => {
  const text = words[at]?.text ?? '';
  return hasMarks(text) && GIVEN_NAMES.has(text) && KIN.has(fold(words[at - 1]?.text ?? ''));
};

/** Replaces regional words and slips by the standard phrase, which takes the place of all its words. */
export function replaceVariants(words: readonly Word[]): Word[] {
  const replaced: Word[] = [];
  for (let at = 0; at < words.length;) {
    const first = words[at];
    const variant = phraseAt(VARIANTS, words, at, (matches) => matches.every((match) => match === 'same'));
    const length = variant?.from.length ?? 1;
    const last = words[at + length - 1];
    if (first === undefined || last === undefined) break;
    if (variant === null) replaced.push(first);
    else for (const text of variant.to) replaced.push({ ...first, text, end: last.end });
    at += length;
  }
  return replaced;
}

const phraseAt = (
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  words: readonly Word[],
  at: number,
  isMeantBy: (matches: readonly SpellingMatch[]) => boolean,
): Phrase | null => {
  const isHere = ({ from }: Phrase): boolean => {
    const matches = from.map((meant, offset) => {
      const word = words[at + offset];
      return word === undefined || word.mention !== undefined ? 'other' : spellingAs(word.text, meant);
    });
    return !matches.includes('other') && isMeantBy(matches);
  };
  return phrases.get(fold(words[at]?.text ?? ''))?.find(isHere) ?? null;
};

/**
 * In a message with diacritics: a word without them that is none as it stands ("hoan") shows that they are missing here;
 * so does one marked word of the phrase ("hoàn thanh"), except that "cho ký" may well be "cho ký".
 */
const isMeant = (matches: readonly SpellingMatch[], words: readonly Word[], at: number): boolean => {
  const bare = matches.flatMap((match, offset) => (match === 'bare' ? [words[at + offset]?.text ?? ''] : []));
  if (bare.length === 0 || bare.some((text) => !WORDS_WITHOUT_MARKS.has(text))) return true;
  const isMarkedBeside = matches.some(
    (match, offset) => match !== 'bare' && hasMarks(words[at + offset]?.text ?? ''),
  );
  return isMarkedBeside && bare[0] !== 'cho';
};

/** "cho" and "chờ" are told apart by what stands farther off, too: "nop cho VP", "cho anh Hai duyet". */
const isRightCho = (
  meant: string | undefined,
  words: readonly Word[],
  at: number,
  isUnmarked: boolean,
): boolean => {
  if (meant === 'chờ') return !isGivenTo(words, at);
  return meant !== 'cho' || !isUnmarked || !isAwaited(words, at);
};

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** "toi thu hai", "toi mung 5": up to a day. */
const BEFORE_END = wordSet('thu mung mong ngay het cuoi dau giua tuan thang quy sang chieu trua');
/** "doi sang thu 6": moved, not waited for. */
const MOVED_TO = wordSet('sang qua den toi lai han lich moc thoi giup ho');
/** "mau moi ha anh" asks; "anh Ha ky" is a name. */
const ENDS_QUESTION = wordSet(', . ? ! anh chi em sep a vay');
/** "xong cho 20 nguoi" */
const COUNTED = wordSet('nguoi xa ho don phong truong doanh co can hoc dong hoi');
const BEFORE_DAY = wordSet('hết trước trong mỗi mấy vài cuối từ đến het truoc den tu may vai');
const BEFORE_WAITING = wordSet('dang con phai van chi moi');
const GIVING = wordSet('gui nop giao chuyen tra cap phat dua lam mua nhan');
const AFTER_POLITE_DA = wordSet(
  'em anh chi sep vang thua phong ok xin nhat chua khong ro viec nhiem roi tuan de cho',
);
const isPoliteBefore = (text: string): boolean => isNumber(text) || AFTER_POLITE_DA.has(fold(text));
const BEFORE_FRIEND = wordSet('giao nho cho chuyen nay');
/** Before "giao ban", the regular briefing. */
const MEETS = wordSet('hop lich buoi cuoc phien hoi gio sau truoc');
/** What one waits for others to do. */
const AWAITED = wordSet('ky duyet tham phan tra dong gop');
const SELF = wordSet('em e phep xin toi minh');
/** What a named person does: "anh tuan phu trach". */
const DUTY = wordSet('phu theo chu dam');
const KIN = wordSet('anh chi ban co chu bac');
const CLAUSE_MARKS = wordSet(', . ; : ? !');
const REACH_OF_GIVING = 8;
const REACH_OF_WAITING = 5;

/** Names by their bare letters, except those that are words in their own right ("anh lam", "anh hai"). */
const NAMES: ReadonlyMap<string, string> = new Map(
  [...GIVEN_NAMES]
    .map((name): [string, string] => [fold(name), name])
    .filter(([bare]) => bare === 'tuan' || !WORDS_WITHOUT_MARKS.has(bare)),
);

function restoredWord(
  { text, mention }: Word,
  all: readonly Word[],
  at: number,
  isUnmarked: boolean,
): string {
  if (mention !== undefined || hasMarks(text) || !LETTERS.test(text)) return text;
  const before = all[at - 1]?.text ?? '';
  const isBesideNumber = isNumber(before) || isNumber(all[at + 1]?.text ?? '');
  // "ngay" is "at once" except beside a number or in the name of a period; "nam" and "quy" are calendar words beside a number.
  if (text === 'ngay') return isBesideNumber || BEFORE_DAY.has(before) ? 'ngày' : text;
  const after = fold(all[at + 1]?.text ?? '');
  if (text === 'toi' && BEFORE_END.has(after)) return 'tới';
  if (text === 'doi' && MOVED_TO.has(after)) return 'dời';
  if (isBesideNumber && text === 'nam') return 'năm';
  if (text === 'ha' && ENDS_QUESTION.has(after)) return 'hả';
  if (text === 'mung' && isNumber(all[at + 1]?.text ?? '')) return 'mùng';
  if (text === 'cho' && isNumber(all[at + 1]?.text ?? '') && COUNTED.has(fold(all[at + 2]?.text ?? '')))
    return text;
  if (text === 'hoi' && isNumber(all[at + 1]?.text ?? '')) return 'hồi';
  if (text === 'thu' && isNumber(all[at + 1]?.text ?? '')) return 'thứ';
  if (text === 'quy' && (isBesideNumber || ROMAN.test(all[at + 1]?.text ?? ''))) return 'quý';
  // "da em", "da anh" begin politely; "da lam" reports.
  if (text === 'da' && at === 0 && (all[1]?.text === ',' || isPoliteBefore(all[1]?.text ?? ''))) return 'dạ';
  if (text === 'ban' && BEFORE_FRIEND.has(fold(before))) {
    const isBriefing = before === 'giao' && (!isUnmarked || MEETS.has(fold(all[at - 2]?.text ?? '')));
    return isBriefing ? text : 'bạn';
  }
  if (text === 'cho' && isGivenTo(all, at)) return text;
  const isNamed = !BARE_WORDS.has(text) || DUTY.has(fold(all[at + 1]?.text ?? ''));
  const usual = BARE_WORDS.get(text) ?? (isUnmarked ? USUAL_WORDS.get(text) : undefined) ?? text;
  if (isUnmarked && KIN.has(fold(before)) && isNamed) return NAMES.get(text) ?? usual;
  return !isUnmarked && WORDS_WITHOUT_MARKS.has(text) ? text : usual;
}

/** "nop bao cao cho VP": after a verb of giving "cho" is "to", unless it says "dang cho". */
function isGivenTo(words: readonly Word[], at: number): boolean {
  if (words[at]?.text !== 'cho' || BEFORE_WAITING.has(fold(words[at - 1]?.text ?? ''))) return false;
  for (let before = at - 1; before >= Math.max(0, at - REACH_OF_GIVING); before--) {
    const text = fold(words[before]?.text ?? '');
    if (CLAUSE_MARKS.has(text)) return false;
    if (GIVING.has(text)) return true;
  }
  return false;
}

/** "cho giam doc ky": whoever signs is waited for. */
function isAwaited(words: readonly Word[], at: number): boolean {
  if (isGivenTo(words, at) || SELF.has(fold(words[at + 1]?.text ?? ''))) return false;
  for (let after = at + 1; after <= at + REACH_OF_WAITING; after++) {
    const text = fold(words[after]?.text ?? '.');
    if (CLAUSE_MARKS.has(text)) return false;
    if (AWAITED.has(text)) return true;
  }
  return false;
}
