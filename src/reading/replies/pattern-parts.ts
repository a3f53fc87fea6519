// Takes the source of a pattern apart, as far as its words are concerned.

/** A character, anything else that takes up characters, what takes up none, and what holds parts. */
export type Part =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'assertion' }
  | { readonly kind: 'group'; readonly ways: readonly Sequence[] }
  | { readonly kind: 'repeated'; readonly part: Part; readonly isOptional: boolean };

export type Sequence = readonly Part[];

const QUANTIFIER = /(?:[*+?]|\{(?<least>\d+)(?:,\d*)?\})\??/uy;
const CLASS = /\[(?:[^\]\\]|\\.)*\]/uy;
const ESCAPE =
  /\\(?:(?<sign>[^\p{L}\p{N}])|[pP]\{[^}]*\}|k<[^>]*>|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c\p{L}|.)/uy;
const GROUP = /\((?:\?(?:(?<assertion><?[=!])|:|<[^>=!][^>]*>))?/uy;

const ANY: Part = { kind: 'any' };
const ASSERTION: Part = { kind: 'assertion' };

/**
 * The alternatives of a regular expression.
 * @param source with the flag u, without the flags i and v
 * @throws SyntaxError for what it does not know
 */
export const partsOf = (source: string): readonly Sequence[] => {
  let at = 0;

  const take = (expression: RegExp): RegExpExecArray => {
    expression.lastIndex = at;
    const match = expression.exec(source);
    if (match === null) throw notUnderstood(at);
    at += match[0].length;
    return match;
  };
  const notUnderstood = (from: number): SyntaxError =>
    new SyntaxError(`Not understood: ${source.slice(from)}`);

  const ways = (): Sequence[] => {
    const found = [sequence()];
    while (source[at] === '|') {
      at++;
      found.push(sequence());
    }
    return found;
  };

  const sequence = (): Sequence => {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = single();
      parts.push(isQuantifier(source[at]) ? { kind: 'repeated', part, isOptional: isOptional() } : part);
    }
    return parts;
  };

  const isOptional = (): boolean => {
    const [sign, least] = take(QUANTIFIER);
    return sign.startsWith('*') || sign.startsWith('?') || Number(least) === 0;
  };

  const single = (): Part => {
    const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
    switch (sign) {
      case '(':
        return group();
      case '[':
        take(CLASS);
        return ANY;
      case '\\':
        return escaped();
      default:
        at += sign.length;
        if (sign === '.') return ANY;
        return sign === '^' || sign === '$' ? ASSERTION : { kind: 'letter', letter: sign };
    }
  };

  const group = (): Part => {
    const start = at;
    const { groups } = take(GROUP);
    const inside = source[at] === '?' ? [] : ways();
    if (source[at] !== ')') throw notUnderstood(start);
    at++;
    return groups?.assertion === undefined ? { kind: 'group', ways: inside } : ASSERTION;
  };

  const escaped = (): Part => {
    const [all, sign] = take(ESCAPE);
    if (sign !== undefined) return { kind: 'letter', letter: sign };
    return all === '\\b' || all === '\\B' ? ASSERTION : ANY;
  };

  const found = ways();
  if (at < source.length) throw notUnderstood(at);
  return found;
};

const isQuantifier = (sign: string | undefined): boolean =>
  sign === '?' || sign === '*' || sign === '+' || sign === '{';
