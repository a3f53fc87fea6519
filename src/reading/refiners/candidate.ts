// A time in its sentence: what the rules that tell deadlines from look-alikes look at.
import type { LocalDate } from '../../domain/local-time.ts';
import { dateOf } from '../../domain/local-time.ts';
import type { ReadingContext } from '../context.ts';
import type { Cues } from '../lexicon/deadline-cues.ts';
import { Cue } from '../lexicon/deadline-cues.ts';
import type { MomentExpression, TimeExpression } from '../recognizers/expression.ts';
import type { Tokens } from '../recognizers/tokens.ts';
import { cueChain, labelBefore } from './cue-chain.ts';
import type { LandmarkMatch, ReadingText } from './reading-text.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './resolved.ts';

const BINDING: Cues = Cue.before | Cue.latest | Cue.label | Cue.done | Cue.move;

export class Candidate {
  readonly text: ReadingText;
  readonly tokens: Tokens;
  readonly expression: TimeExpression;
  /** Where in `text.expressions` it stands. */
  readonly index: number;
  readonly cues: Cues;
  /** The token at which its cues begin. */
  readonly cuesFrom: number;
  readonly clauseFrom: number;
  readonly clauseTo: number;
  readonly today: LocalDate;
  private readonly context: ReadingContext;
  private readonly limit: number;
  private resolved: Resolution | null | undefined;
  private fromToday: number | undefined;
  private label: number | null | undefined;
  private lastBefore: LandmarkMatch | null | undefined;
  private firstAfter: LandmarkMatch | null | undefined;

  constructor(text: ReadingText, index: number, expression: TimeExpression, context: ReadingContext) {
    this.text = text;
    this.tokens = text.tokens;
    this.expression = expression;
    this.index = index;
    this.context = context;
    this.clauseFrom = text.clauseStart(expression.from);
    this.clauseTo = text.clauseEnd(expression.to - 1);
    this.limit = Math.max(this.clauseFrom, text.expressionBefore(index)?.to ?? 0);
    const { cues, from } = cueChain(text.tokens, expression.from, this.clauseFrom, this.limit);
    this.cues = expression.kind === 'moment' && expression.isLimit ? cues | Cue.before : cues;
    this.cuesFrom = from;
    this.today = dateOf(context.writtenAt);
  }

  /** Placed in the calendar; null for what names no time by itself. */
  get resolution(): Resolution | null {
    if (this.resolved === undefined) this.resolved = resolve(this.onEventsDay(), this.context);
    return this.resolved;
  }

  /** True where the time has one of `wanted` (bits of {@link Cue}, joined with |). */
  has(wanted: Cues): boolean {
    return (this.cues & wanted) !== 0;
  }

  /** True where words bind by themselves, whatever the sentence is about. */
  get isBinding(): boolean {
    return this.has(BINDING) || this.labelFrom !== null;
  }

  get endsBeforeToday(): boolean {
    return this.distance < 0;
  }

  get endsByToday(): boolean {
    return this.distance <= 0;
  }

  /** Below 0 where it ends before the day of writing, 0 on that day, above 0 after it or where it names no time. */
  private get distance(): number {
    this.fromToday ??= distanceFrom(this.today, this.resolution);
    return this.fromToday;
  }

  /** "9h sáng mai họp, gửi slide trước 9h": an hour up to that of an event named before it is that day's. */
  private onEventsDay(): TimeExpression {
    const { expression, text, index } = this;
    const event = text.expressionBefore(index);
    if (expression.kind !== 'moment' || event?.kind !== 'moment' || event.from < this.clauseFrom)
      return expression;
    const { clock, day, weekday, week } = expression;
    if (clock === null || day !== null || weekday !== null || week !== null) return expression;
    if (event.clock === null)
      return this.isLaterThatDay(event) ? { ...expression, ...dayOf(event) } : expression;
    const isBefore = clock.hour * 60 + clock.minute <= event.clock.hour * 60 + event.clock.minute;
    return isBefore && (this.cues & (Cue.before | Cue.latest)) !== 0
      ? { ...expression, ...dayOf(event) }
      : expression;
  }

  /** "T4 này đón chuyên gia giúp anh nhé, 10h có mặt": an hour that begins anew in a sentence headed by a day is that day's. */
  private isLaterThatDay({ day, weekday, from, to }: MomentExpression): boolean {
    const at = this.cuesFrom - 1;
    return (
      (weekday !== null || (day !== null && day.kind !== 'named')) &&
      this.tokens.isMark(at, ',') &&
      at > to &&
      from - this.clauseFrom <= 1
    );
  }

  /** The token at which a label begins, also one some words before ("Hạn nộp hồ sơ:"); null where there is none. */
  get labelFrom(): number | null {
    if (this.label === undefined) {
      const isAdjacent = (this.cues & Cue.label) !== 0;
      this.label = isAdjacent ? this.cuesFrom : labelBefore(this.tokens, this.cuesFrom, this.limit);
    }
    return this.label;
  }

  /** What the sentence was last about before the time (its cues included), in the same clause. */
  get before(): LandmarkMatch | null {
    if (this.lastBefore === undefined)
      this.lastBefore = this.text.landmarkBefore(this.cuesFrom, this.clauseFrom);
    return this.lastBefore;
  }

  /** What it is about first after the time, in the same clause. */
  get after(): LandmarkMatch | null {
    if (this.firstAfter === undefined)
      this.firstAfter = this.text.landmarkAfter(this.expression.to, this.clauseTo);
    return this.firstAfter;
  }
}

function distanceFrom(today: LocalDate, resolution: Resolution | null): number {
  if (resolution?.kind !== 'time') return 1;
  const last = dateOf(resolution.last);
  return last === today ? 0 : last < today ? -1 : 1;
}

const dayOf = ({
  day,
  weekday,
  week,
}: MomentExpression): Pick<MomentExpression, 'day' | 'weekday' | 'week'> => ({
  day,
  weekday,
  week,
});

export function candidateAt(text: ReadingText, index: number, context: ReadingContext): Candidate | null {
  const expression = text.expressions[index];
  return expression !== undefined ? new Candidate(text, index, expression, context) : null;
}

/** True where the time, with its cues, stands at the head of its clause. */
export function isFronted({ cuesFrom, clauseFrom, tokens }: Candidate): boolean {
  if (cuesFrom - clauseFrom > 2) return false;
  // An item's number or letter may stand before it.
  for (let i = clauseFrom; i < cuesFrom; i++)
    if (tokens.at(i)?.kind === 'word' && tokens.size(i) > 1) return false;
  return true;
}

/** "thứ 5 họp thì thứ 4 gửi", "sáng họp, chiều nộp": what follows the time is work of its own. */
export function startsOver(candidate: Candidate): boolean {
  const { tokens, cuesFrom, expression } = candidate;
  if (!tokens.isMark(cuesFrom - 1, ',') && !tokens.is(cuesFrom - 1, 'thì', 'nên', 'còn', 'rồi')) return false;
  const { after } = candidate;
  return (after?.kind === 'work' || after?.kind === 'duty') && after.from - expression.to <= 2;
}

/** "Quốc khánh", "lễ", "Tết": a day by its name, not by its number. */
export const isNamedDay = ({ expression }: Candidate): boolean =>
  expression.kind === 'moment' && expression.day?.kind === 'named';
