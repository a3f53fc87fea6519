// Numbers of documents given as evidence: "45/TTr-SKHCN", "15/2025/TT-BKHCN" and the Party's "336-KH/TU".
// Types as in Nghị định 30/2020/NĐ-CP, Phụ lục III, and Hướng dẫn 36-HD/VPTW.

/** Type abbreviations whose spelling is not all capitals, and the ones with Đ that people type with D. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['TTR', 'TTr'],
  ['TTG', 'TTg'],
  ['CTR', 'CTr'],
  ['QD', 'QĐ'],
  ['HD', 'HD'],
  ['HDND', 'HĐND'],
  ['DA', 'ĐA'],
  ['CD', 'CĐ'],
  ['ND', 'NĐ'],
  ['BTTTT', 'BTTTT'],
]);

const TYPES = new Set(
  'TTr QĐ CV KH BC TB TT NQ CT GM PA QC HD ĐA BB HĐ GP CĐ PB NĐ CTr KL QĐi BTT GT PC PG TTg QyĐ ĐX TTHC PL BKHCN UBND SKHCN VP HĐND TU ĐU'.split(
    ' ',
  ),
);

/**
 * The number in its official spelling ("45/ttr-skhcn" → "45/TTr-SKHCN"), whatever its case; null where the words are
 * not one. A single part behind the number must be a known type, so that "3/xã" is none.
 */
export function documentNumber(typed: string): string | null {
  const match = /^(?<digits>\d+[a-zđ]?(?:\/\d{4})?)\s?(?<first>[/-])\s?(?<rest>\p{L}.*)$/iu.exec(typed);
  const { digits = '', first = '', rest = '' } = match?.groups ?? {};
  if (rest === '') return null;
  const parts = rest
    .replace(/[.\s]+$/u, '')
    .split(/(?<separator>\s?[/-]\s?)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const spelled = parts.map((part) => (part === '/' || part === '-' ? part : spellPart(part)));
  const hasKnownType = spelled.some((part) => TYPES.has(part));
  if (!hasKnownType && (spelled.length < 3 || first === '-')) return null;
  return `${digits}${first}${spelled.join('')}`;
}

const IN_BOTH_CASES = /^\p{Lu}.*\p{Lu}.*\p{Ll}|^\p{Lu}\p{Ll}*\p{Lu}/u;
/** A part written in both cases ("SKHCN-TTra") is taken as it stands, unless its spelling is known. */
const spellPart = (part: string): string => {
  const capitals = part.toUpperCase();
  return SPELLINGS.get(capitals) ?? (IN_BOTH_CASES.test(part) ? part : capitals);
};
