// The words of a reply in standard spelling, and the patterns that the families of expressions are written in.
//
//   word      one word, punctuation mark or mention of the reply, spelled out; it remembers where it was written
//   mention   a date, document number, percentage, list of tasks… It stands in the row of words as one word in angle
//             brackets ("<doc>", "<date>"), so that a pattern can name it. Typed brackets never become a mention.
//   said      the words joined by single spaces, with one before and one after: patterns need no word boundaries
import type { LocalMoment } from '../../domain/local-time.ts';
import type { LengthOfTime } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import { gateOf } from './necessary-words.ts';
import type { Gate } from './necessary-words.ts';

/** When a date or time of a reply lies, seen from the moment of writing. */
export type Tense = 'past' | 'today' | 'future';

interface MomentMention<K extends Tense> {
  readonly kind: K;
  /** As the deadline reader takes it; null where the words name no day ("lát nữa"). */
  readonly moment: LocalMoment | null;
}

interface Sign<K extends string> {
  readonly kind: K;
}

export type Mention =
  | { readonly kind: 'doc'; readonly number: string }
  | { readonly kind: 'pct'; readonly value: number }
  | { readonly kind: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly kind: 'task'; readonly numbers: readonly number[] }
  | { readonly kind: 'unit'; readonly code: string | null; readonly name: string }
  | MomentMention<'past'>
  | MomentMention<'today'>
  | MomentMention<'future'>
  /** A length of time, and the moment it ends if it begins now. */
  | { readonly kind: 'span'; readonly length: LengthOfTime; readonly moment: LocalMoment | null }
  /** "các việc còn lại", "cả 5 việc", "nhiệm vụ tuần này" */
  | Sign<'rest'>
  | Sign<'all'>
  | Sign<'scope'>
  /** Emoji of assent (👍), of done, not done and going on (✅ ❌ ⏳), any other. */
  | Sign<'yes'>
  | Sign<'check'>
  | Sign<'cross'>
  | Sign<'wait'>
  | Sign<'face'>
  | Sign<'link'>
  /** "Báo cáo anh …": the preface that speaks to a superior. */
  | Sign<'address'>;

export type MentionKind = Mention['kind'];

export interface Word {
  /** Standard spelling in lower case, a punctuation mark, or "<kind>" of the mention. */
  readonly text: string;
  /** [start, end) in the normalised text. */
  readonly start: number;
  readonly end: number;
  readonly mention?: Mention;
}

/** One thing said: a reply, or the part of it that is about some of the tasks. */
export interface Saying {
  readonly words: readonly Word[];
  readonly said: string;
}

export const sayingOf = (words: readonly Word[]): Saying => {
  // The same words are asked about again and again before the next ones are.
  if (words !== latest.words) latest = { words, said: ` ${words.map(({ text }) => text).join(' ')} ` };
  return latest;
};

let latest: Saying = { words: [], said: '  ' };

/**
 * Compiles a pattern over `said`. Words are separated by one space; an optional word is written "(?:rất )?". The match
 * starts and ends at whole words.
 */
export const pattern = (source: string): RegExp => {
  const expression = new RegExp(`(?<=^| )(?:${source})(?= )`, 'u');
  sources.set(expression, source);
  return expression;
};

const sources = new WeakMap<RegExp, string>();
/** Made when first asked for; null where an expression may match whatever is said. */
const gates = new WeakMap<RegExp, Gate | null>();

/** False only where `expression` cannot match: the words it needs are not said. */
export const mayMatch = (said: string, expression: RegExp): boolean => {
  let gate = gates.get(expression);
  if (gate === undefined) {
    const source = sources.get(expression);
    gates.set(expression, (gate = source === undefined ? null : gateOf(source)));
  }
  return gate === null || gate(wordsIn(said));
};

/** The same text is asked about again and again before the next one is. */
let lastSaid = '';
let lastWords: ReadonlySet<string> = new Set();

const wordsIn = (said: string): ReadonlySet<string> => {
  if (said !== lastSaid) {
    lastSaid = said;
    lastWords = new Set(said.split(' '));
  }
  return lastWords;
};

/** A group of alternatives, one a line; "|" inside a line belongs to the line's own groups. */
export const either = (lines: TemplateStringsArray, ...values: readonly string[]): string =>
  `(?:${String.raw(lines, ...values)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('|')})`;

/** {@link either}, compiled. */
export const expressions = (lines: TemplateStringsArray, ...values: readonly string[]): RegExp =>
  pattern(either(lines, ...values));

/** Any word that does not end a clause. */
export const WORD = '[^ ,.;:?!()]+';

/** Up to `most` words of the same clause, each with the space after it. */
export const upTo = (most: number): string => `(?:${WORD} ){0,${most}}?`;

export const has = ({ said }: Saying, expression: RegExp): boolean => standsIn(said, expression);

/** A match in terms of words: [first, end). */
export interface Found {
  readonly first: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const countSpaces = (text: string, to: number): number => {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0 && at < to; at = text.indexOf(' ', at + 1)) count++;
  return count;
};

/** Where `expression` first matches; null where it does not. */
export const find = ({ said }: Saying, expression: RegExp): Found | null => {
  const match = mayMatch(said, expression) ? expression.exec(said) : null;
  return match === null ? null : foundAt(said, match);
};

const globals = new WeakMap<RegExp, RegExp>();

/** The expression with the flag that lets it go on behind a match, compiled once. */
const globalOf = (expression: RegExp): RegExp => {
  let global = globals.get(expression);
  if (global === undefined) globals.set(expression, (global = new RegExp(expression, 'gu')));
  global.lastIndex = 0;
  return global;
};

/** Every match, from left to right. */
export const findAll = ({ said }: Saying, expression: RegExp): Found[] => {
  if (!mayMatch(said, expression)) return [];
  const global = globalOf(expression);
  const found: Found[] = [];
  for (let match = global.exec(said); match !== null; match = global.exec(said)) {
    found.push(foundAt(said, match));
    if (match[0] === '') global.lastIndex++;
  }
  return found;
};

const foundAt = (said: string, match: RegExpExecArray): Found => {
  // A match may begin with the space before its first word.
  const first = countSpaces(said, match.index + 1) - 1;
  const text = match[0].trim();
  return {
    first,
    end: first + (text === '' ? 0 : countSpaces(text, text.length) + 1),
    text,
    groups: match.groups ?? {},
  };
};

const CLAUSE_END = new Set([',', '.', ';', ':', '?', '!', '(', ')']);

export const endsClause = (word: Word | undefined): boolean =>
  word === undefined || CLAUSE_END.has(word.text);

/** No clause is longer: what stands farther off says nothing of a word, and a reply without punctuation stays cheap to read. */
const LONGEST_CLAUSE = 40;

/** The first word of the clause that word `at` lies in. */
export const clauseStart = (words: readonly Word[], at: number): number => {
  let from = at;
  while (from > Math.max(0, at - LONGEST_CLAUSE) && !endsClause(words[from - 1])) from--;
  return from;
};

/** Where the clause of word `at` ends; a comma ends it unless `mayCrossComma`. */
export const clauseEnd = (words: readonly Word[], at: number, mayCrossComma = true): number => {
  let to = at;
  while (
    to < Math.min(words.length, at + LONGEST_CLAUSE) &&
    (!endsClause(words[to]) || (mayCrossComma && words[to]?.text === ','))
  )
    to++;
  return to;
};

/** The clause around the words [first, end): what stands to their left and to their right, in the form of `said`. */
export const clauseAround = (
  { words }: Saying,
  first: number,
  end: number,
): { readonly left: string; readonly right: string } => ({
  left: sayingOf(words.slice(clauseStart(words, first), first)).said,
  right: sayingOf(words.slice(end, clauseEnd(words, end, false))).said,
});

/** True where `expression` matches anywhere in one side of a clause. */
export const standsIn = (side: string, expression: RegExp): boolean =>
  mayMatch(side, expression) && expression.test(side);

/** True where `expression` matches from the first word of one side of a clause on. */
export const startsWith = (side: string, expression: RegExp): boolean => {
  if (!mayMatch(side, expression)) return false;
  const at = expression.exec(side)?.index;
  return at === 0 || at === 1;
};

/** The first mention of one of `kinds`; null where there is none. */
export const mentionOf = <K extends MentionKind>(
  saying: Saying,
  ...kinds: readonly K[]
): Extract<Mention, { kind: K }> | null => {
  for (const { mention } of saying.words)
    if (mention !== undefined && (kinds as readonly string[]).includes(mention.kind))
      return mention as Extract<Mention, { kind: K }>;
  return null;
};

/** Words as they were written, without punctuation at either end. */
export const quote = (text: NormalizedText, words: readonly Word[]): string => {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return '';
  return text.text.slice(first.start, last.end).replace(/^[\s,.;:!?-]+|[\s,.;:!?-]+$/gu, '');
};
