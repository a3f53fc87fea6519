// Whether a word as written can be meant for a word as expected, when both fold to the same bare letters.
// People leave diacritics out; they seldom write a wrong one. "doan" can be "đoàn", "đoạn" cannot.

/**
 * `same`: letter for letter; `bare`: written without any diacritics; `partial`: some are missing, none is wrong;
 * `other`: another word.
 */
export type SpellingMatch = 'same' | 'bare' | 'partial' | 'other';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;
const QUALITIES = /[\u0302\u0306\u031B]/;

interface Spelled {
  readonly tone: string;
  /** Per letter: its vowel quality, or "đ". */
  readonly qualities: readonly string[];
}

const spelledWords = new Map<string, Spelled>();
const MOST_SPELLED_WORDS = 20_000;

function spell(word: string): Spelled {
  const known = spelledWords.get(word);
  if (known !== undefined) return known;
  let tone = '';
  const qualities: string[] = [];
  for (const mark of word.normalize('NFD')) {
    if (TONES.test(mark)) tone += mark;
    else if (QUALITIES.test(mark)) qualities[qualities.length - 1] = mark;
    else qualities.push(mark === 'đ' ? 'đ' : '');
  }
  const spelled = { tone, qualities };
  if (spelledWords.size < MOST_SPELLED_WORDS) spelledWords.set(word, spelled);
  return spelled;
}

/**
 * Compares two lower-case NFC words that fold to the same letters. Where the tone stands in the syllable does not
 * matter ("hoà" is "hòa").
 */
export function compareSpelling(written: string, expected: string): SpellingMatch {
  if (written === expected) return 'same';
  const a = spell(written);
  const b = spell(expected);
  let isBare = false;
  if (a.tone !== b.tone) {
    if (a.tone !== '') return 'other';
    isBare = true;
  }
  for (const [index, quality] of b.qualities.entries()) {
    const own = a.qualities[index];
    if (own === quality) continue;
    if (own !== '') return 'other';
    isBare = true;
  }
  if (!isBare) return 'same';
  return a.tone === '' && a.qualities.every((quality) => quality === '') ? 'bare' : 'partial';
}
