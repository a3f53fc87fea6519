// From what was typed on a phone to words in standard spelling: short forms, Telex, slips, then diacritics and regional
// words.
import { BARE_WORDS, KNOWN_PHRASES } from '../lexicon/bare-words.ts';
import { ABBREVIATIONS, SHORT_FORMS_BY_CONTEXT } from '../lexicon/chat-words.ts';
import { fold } from '../normalize.ts';
import { isWithinOneSlip } from '../units/edit-distance.ts';
import { compareSpelling } from '../words/spelling.ts';
import { hasMarks, isNumber, isSpelled, lacksMarks, replaceVariants, restoreMarks } from './diacritics.ts';
import { decodeTelex } from './telex.ts';
import type { Word } from './wording.ts';

const ROMAN_NUMERAL = /^[ivx]+$/u;
/** The shape of a Vietnamese syllable without diacritics. */
const SYLLABLE =
  /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/u;

const KNOWN_WORDS: readonly string[] = [
  ...new Set([
    ...BARE_WORDS.values(),
    ...[...KNOWN_PHRASES, ...ABBREVIATIONS.values()].flatMap((phrase) => phrase.split(' ')),
  ]),
];

/** Words that decide a status, most frequent first: a slip of one letter is put right only towards these. */
const STATUS_WORDS =
  'xong chưa đang không thành hoàn trình nhận duyệt triển thực hiện nhiệm vướng thiếu chuyển được'.split(' ');
const SHORTEST_SLIP = 4;

/** Words of the office that only look like slips. */
const FOREIGN = new Set(
  'mail file email zalo web link form excel word scan print drive ioffice team chat call check test demo app share'.split(
    ' ',
  ),
);

/** Spells out the words of a reply. Words that become several keep the place of what was typed. */
export function spellOut(typed: readonly Word[]): readonly Word[] {
  const words = typed.flatMap((word, index) => spellWord(word, typed, index));
  return replaceVariants(restoreMarks(words, lacksMarks(typed)));
}

function spellWord(word: Word, all: readonly Word[], index: number): Word[] {
  if (!isSpelled(word)) return [word];
  const meant = meantBy(word.text, all[index - 1]?.text ?? '', all[index + 1]?.text ?? '');
  return meant.split(' ').map((text) => ({ ...word, text }));
}

function meantBy(typed: string, before: string, after: string): string {
  const inContext = SHORT_FORMS_BY_CONTEXT.find(
    (short) =>
      short.form === typed &&
      (short.before === undefined || short.before.has(after)) &&
      (short.after === undefined || short.after.has(before)) &&
      (short.isBeforeNumber !== true || isNumber(after)),
  );
  const known = inContext?.meant ?? ABBREVIATIONS.get(typed);
  if (known !== undefined) return known;
  const short = withoutStretching(typed);
  if (short !== typed) return meantBy(short, before, after);
  if (SYLLABLE.test(fold(typed)) || FOREIGN.has(typed)) return typed;
  return fromTelex(typed) ?? fromSlip(typed) ?? typed;
}

/** "luu", "muu", "cuu" without their marks. */
const ENDS_IN_UU = /^(?:l|m|c|b|h|s|t|tr)uu$/u;

/** "rồiiii" → "rồi", "dạaa" → "dạ", "okkk" → "ok". No Vietnamese word ends in a doubled letter. */
function withoutStretching(typed: string): string {
  if (ROMAN_NUMERAL.test(typed) || ENDS_IN_UU.test(typed)) return typed;
  let end = typed.length;
  while (end > 2 && isStretch(typed.charAt(end - 2), typed.charAt(end - 1))) end--;
  return typed.slice(0, end);
}

/** "mưu" and "cứu" end in two letters, not in one twice. */
const isStretch = (letter: string, next: string): boolean =>
  !hasMarks(next) && fold(letter) === next && !letter.normalize('NFD').includes('\u031B');

function fromTelex(typed: string): string | null {
  const decoded = decodeTelex(typed);
  if (decoded === null) return null;
  return (
    KNOWN_WORDS.find((word) => fold(word) === fold(decoded) && compareSpelling(decoded, word) === 'same') ??
    null
  );
}

function fromSlip(typed: string): string | null {
  if (typed.length < SHORTEST_SLIP) return null;
  const folded = fold(typed);
  return STATUS_WORDS.find((word) => isWithinOneSlip(folded, fold(word))) ?? null;
}
