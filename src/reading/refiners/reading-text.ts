// A text with everything the refiners look at: its time expressions, its sentences, and what its sentences are about.
import { LANDMARKS } from '../lexicon/work-words.ts';
import { append } from '../append.ts';
import type { Landmark } from '../lexicon/work-words.ts';
import type { NormalizedText } from '../normalize.ts';
import { recognize } from '../recognizers/all.ts';
import type { TimeExpression } from '../recognizers/expression.ts';
import { phraseSet } from '../recognizers/phrases.ts';
import type { Token } from '../recognizers/token.ts';
import { Tokens } from '../recognizers/tokens.ts';
import { joinMoments } from './join-moments.ts';
import { joinRanges } from './join-ranges.ts';

/** A word or phrase that says what its sentence is about. */
export interface LandmarkMatch {
  readonly from: number;
  readonly to: number;
  readonly kind: Exclude<Landmark, 'other'>;
}

/** Short words after which a full stop ends no sentence: "P. QLKH", "TT. CĐS", "đ/c.". */
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  'p',
  'tp',
  'tt',
  'ths',
  'ts',
  'gs',
  'pgs',
  'đc',
  'c',
  'q',
  'st',
  'ks',
  'bs',
  'v',
  'ttr',
  'tx',
  'ô',
  'mr',
  'ms',
  'ubnd',
  'số',
]);

export class ReadingText {
  readonly tokens: Tokens;
  readonly expressions: readonly TimeExpression[];
  private foundLandmarks: readonly LandmarkMatch[] | undefined;
  /** Where clauses end: the indices of their closing marks, and the end of the text. */
  private readonly clauseEnds: readonly number[];

  constructor(source: NormalizedText) {
    this.tokens = new Tokens(source);
    const recognized = recognize(this.tokens);
    this.expressions =
      recognized.length === 0 ? recognized : joinRanges(this.tokens, joinMoments(this.tokens, recognized));
    this.clauseEnds = clauseEndsOf(this.tokens, this.expressions);
  }

  /** The expression before the one at `index`; undefined where that is the first. */
  expressionBefore(index: number): TimeExpression | undefined {
    return index > 0 ? this.expressions[index - 1] : undefined;
  }

  /** The first token of the clause that token `i` is in; clauses end at full stops, semicolons and line ends. */
  clauseStart(i: number): number {
    const index = firstAtOrAfter(this.clauseEnds, i);
    return index === 0 ? 0 : (this.clauseEnds[index - 1] ?? 0) + 1;
  }

  /** The token after the last of the clause that token `i` is in, its mark left out. */
  clauseEnd(i: number): number {
    return this.clauseEnds[firstAtOrAfter(this.clauseEnds, i)] ?? this.tokens.length;
  }

  /** The nearest landmark that ends at or before token `i`, in [from, i). */
  landmarkBefore(i: number, from: number): LandmarkMatch | null {
    const index = this.firstLandmarkEndingAfter(i) - 1;
    const found = index < 0 ? undefined : this.landmarks[index];
    return found !== undefined && found.from >= from ? found : null;
  }

  /** The nearest landmark that starts at or after token `i` and ends before `to`. */
  landmarkAfter(i: number, to: number): LandmarkMatch | null {
    let index = this.firstLandmarkEndingAfter(i);
    if ((this.landmarks[index]?.from ?? i) < i) index++;
    const found = this.landmarks[index];
    return found !== undefined && found.to <= to ? found : null;
  }

  /** Sought when first asked for: many a deadline is plain without them. */
  private get landmarks(): readonly LandmarkMatch[] {
    this.foundLandmarks ??= findLandmarks(this.tokens, this.expressions);
    return this.foundLandmarks;
  }

  private firstLandmarkEndingAfter(i: number): number {
    const { landmarks } = this;
    let low = 0;
    let high = landmarks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((landmarks[middle]?.to ?? 0) <= i) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The index of the first of the ascending `values` that is not less than `value`. */
function firstAtOrAfter(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clauseEndsOf(tokens: Tokens, expressions: readonly TimeExpression[]): number[] {
  let ends: number[] | null = null;
  let start = 0;
  let next = 0;
  const { list } = tokens;
  for (let i = 0; i < list.length; i++) {
    const token = list[i];
    if (token === undefined || token.kind === 'word' || token.kind === 'number') continue;
    if (!endsClause(token, tokens, i, start)) continue;
    while (next < expressions.length && (expressions[next]?.to ?? 0) <= i) next++;
    const isInside = next < expressions.length && (expressions[next]?.from ?? i) <= i;
    if (isInside) continue;
    ends = append(ends, i);
    start = i + 1;
  }
  return ends ?? [];
}

/** Whether the mark or break `token`, at `i`, ends the clause that begins at `start`. */
function endsClause({ word }: Token, tokens: Tokens, i: number, start: number): boolean {
  switch (word.text) {
    case '\n':
    case ';':
    case '!':
    case '?':
    case '…':
    // A table's cells are clauses, too.
    case '|':
      return true;
    // "…, riêng tháng 12 báo cáo trước ngày 10/12": an exception of its own.
    case ',':
      return tokens.is(i + 1, 'riêng');
    case '.':
      return !tokens.isGlued(i + 1) && !isNoFullStop(tokens, i, start);
    default:
      return false;
  }
}

function isNoFullStop(tokens: Tokens, i: number, start: number): boolean {
  const before = tokens.at(i - 1);
  // "1. Các phòng": an item's number is part of its sentence.
  if (i - 1 === start && before?.kind === 'number') return true;
  return (
    i + 1 < tokens.length && before?.kind === 'word' && tokens.isGlued(i) && ABBREVIATIONS.has(before.text)
  );
}

/** "xã Tân Lập", "chị Thu": a syllable of a name; "Sở Xây dựng", "Ban Tổ chức": the rest of a unit's. */
const isPartOfName = (tokens: Tokens, from: number, to: number): boolean =>
  tokens.isCapital(from) &&
  ((to === from + 1 && (tokens.isCapital(from - 1) || tokens.is(from - 1, ...TITLES))) ||
    UNIT_HEADS.before(tokens, from) !== null) &&
  !tokens.isShouted;

const TITLES = ['anh', 'chị', 'ông', 'bà', 'cô', 'thầy', 'bác', 'chú', 'em'] as const;
const UNIT_HEADS = phraseSet('sở, phòng, ban, cục, chi cục, bộ phận, ủy ban');

function findLandmarks(tokens: Tokens, expressions: readonly TimeExpression[]): LandmarkMatch[] {
  const { length } = tokens;
  let found: LandmarkMatch[] | null = null;
  let next = 0;
  let expression = expressions[0];
  let limit = expression?.from ?? length;
  for (let i = 0; i < length;) {
    if (i >= limit) {
      i = Math.max(expression?.to ?? length, i + 1);
      expression = expressions[++next];
      limit = expression?.from ?? length;
      continue;
    }
    const match = LANDMARKS.mayBeginAt(tokens, i) ? LANDMARKS.at(tokens, i) : null;
    if (match !== null) {
      // "sinh ngày 12/10": the phrase ends where the time begins, though it shares a word with it.
      const to = Math.min(match.to, limit);
      if (match.value !== 'other' && !isPartOfName(tokens, i, match.to))
        found = append(found, { from: i, to, kind: match.value });
      i = to;
    } else i++;
  }
  return found ?? [];
}
