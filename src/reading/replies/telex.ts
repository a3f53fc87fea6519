// Words typed in Telex while the Vietnamese keyboard was off: "hoafn thafnh", "chuwa", "ddang".

const TONES: ReadonlyMap<string, string> = new Map([
  ['s', '\u0301'],
  ['f', '\u0300'],
  ['r', '\u0309'],
  ['x', '\u0303'],
  ['j', '\u0323'],
]);

const QUALITIES: readonly (readonly [typed: RegExp, letters: string])[] = [
  [/uow|uwow/u, 'ươ'],
  [/aa/u, 'â'],
  [/ee/u, 'ê'],
  [/oo/u, 'ô'],
  [/aw/u, 'ă'],
  [/ow/u, 'ơ'],
  [/uw/u, 'ư'],
  [/dd/u, 'đ'],
];

const VOWEL = /[aeiouyăâêôơư]/u;
const LETTERS_AFTER_TONE = /^[a-z]*$/u;

/**
 * What a Telex keyboard would have made of an ASCII word; null where no Telex key is in it. The tone may be typed
 * anywhere after the vowel ("lafm", "lamf"). Says nothing about whether the result is a word.
 */
export function decodeTelex(word: string): string | null {
  if (!LETTERS_AFTER_TONE.test(word)) return null;
  let letters = word;
  let tone = '';
  for (let at = letters.length - 1; at > 0 && tone === ''; at--) {
    const mark = TONES.get(letters.charAt(at));
    if (mark === undefined || !VOWEL.test(letters.slice(0, at))) continue;
    tone = mark;
    letters = letters.slice(0, at) + letters.slice(at + 1);
  }
  for (const [typed, made] of QUALITIES) letters = letters.replace(typed, made);
  // A "w" typed at the end belongs to the last u, o or a ("chuaw", "duocw").
  if (letters.endsWith('w')) letters = letters.slice(0, -1).replace(/ua$/u, 'ưa').replace(/uo/u, 'ươ');
  if (tone === '' && letters === word) return null;
  return tone === '' ? letters : withTone(letters, tone);
}

/** Puts the tone on the vowel that carries it: the one with a quality mark, else before the last of an open group. */
function withTone(letters: string, tone: string): string {
  const group = /(?<=^gi|^qu|)[aeiouyăâêôơư]+/u.exec(
    letters.replace(/^(?:gi|qu)(?=[aeiouyăâêôơư])/u, (start) => '_'.repeat(start.length)),
  );
  if (group === null) return letters;
  const vowels = group[0];
  const marked = Array.from(vowels).findLastIndex((vowel) => 'ăâêôơư'.includes(vowel));
  const hasCoda = group.index + vowels.length < letters.length;
  const offset =
    marked >= 0
      ? marked
      : vowels.length === 1 || (hasCoda && vowels.length === 2)
        ? vowels.length - 1
        : vowels.length - 2;
  const at = group.index + offset + 1;
  return (letters.slice(0, at) + tone + letters.slice(at)).normalize('NFC');
}
