// A time in its sentence: what the rules that tell deadlines from look-alikes look at.
import type { ReadingContext } from '../context.ts';
import type { Cue } from '../lexicon/deadline-cues.ts';
import type { DurationExpression, TimeExpression } from '../recognizers/expression.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import { cueChain, labelBefore } from './cue-chain.ts';
import type { LandmarkMatch, ReadingText } from './reading-text.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './resolved.ts';

export interface Candidate {
  readonly text: ReadingText;
  readonly tokens: Tokens;
  readonly expression: TimeExpression;
  /** Where in `text.expressions` it stands. */
  readonly index: number;
  readonly resolution: Resolution | null;
  readonly cues: ReadonlySet<Cue>;
  /** The token at which its cues begin. */
  readonly cuesFrom: number;
  /** The token at which a label some words before begins ("Hạn nộp hồ sơ:"); null where there is none. */
  readonly labelFrom: number | null;
  readonly clauseFrom: number;
  readonly clauseTo: number;
  readonly today: string;
}

export function candidateAt(text: ReadingText, index: number, context: ReadingContext): Candidate | null {
  const expression = text.expressions[index];
  if (!expression) return null;
  const { tokens } = text;
  const clauseFrom = text.clauseStart(expression.from);
  const limit = Math.max(clauseFrom, text.expressions[index - 1]?.to ?? 0);
  const { cues, from } = cueChain(tokens, expression.from, limit);
  return {
    ...{ text, tokens, expression, index, cues, cuesFrom: from, clauseFrom },
    resolution: resolve(expression, context),
    labelFrom: cues.has('label') ? from : labelBefore(tokens, from, limit),
    clauseTo: text.clauseEnd(expression.to - 1),
    today: context.writtenAt.slice(0, 10),
  };
}

export const hasCue = ({ cues }: Candidate, ...wanted: readonly Cue[]): boolean =>
  wanted.some((cue) => cues.has(cue));

/** Words that bind by themselves, whatever the sentence is about. */
export const isBinding = (candidate: Candidate): boolean =>
  hasCue(candidate, 'before', 'latest', 'label', 'done', 'move') || candidate.labelFrom !== null;

/** What the sentence was last about before the time (its cues included), in the same clause. */
export const landmarkBefore = ({ text, cuesFrom, clauseFrom }: Candidate): LandmarkMatch | null =>
  text.landmarkBefore(cuesFrom, clauseFrom);

export const landmarkAfter = ({ text, expression, clauseTo }: Candidate): LandmarkMatch | null =>
  text.landmarkAfter(expression.to, clauseTo);

/** True where the time, with its cues, stands at the head of its clause. */
export const isFronted = ({ cuesFrom, clauseFrom, tokens }: Candidate): boolean =>
  cuesFrom === clauseFrom ||
  (cuesFrom - clauseFrom <= 2 && !/\p{L}{2}/u.test(tokens.slice(clauseFrom, cuesFrom)));

export const endsOnOrBefore = ({ resolution }: Candidate, date: string): boolean =>
  resolution?.kind === 'time' && resolution.last.slice(0, 10) <= date;

export const isBefore = ({ resolution }: Candidate, date: string): boolean =>
  resolution?.kind === 'time' && resolution.last.slice(0, 10) < date;

export type LengthCandidate = Candidate & { readonly expression: DurationExpression };
