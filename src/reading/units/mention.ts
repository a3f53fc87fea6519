import type { Certainty, UnitFinding } from '../findings.ts';
import type { NormalizedText } from '../normalize.ts';
import type { Word } from '../words/word.ts';

/**
 * What a mention names: one `unit` of the registry; `all` of them; a `subset` that a person must spell out; a body
 * `outside` the registry; a `deputy` director; the `leadership` above the units; a `person` whose unit is not named.
 */
type MentionKind = 'unit' | 'all' | 'subset' | 'outside' | 'deputy' | 'leadership' | 'person';

/** A unit, body or person in a row of words. */
export interface Mention {
  readonly kind: MentionKind;
  readonly code: string | null;
  /** As the text names it, with the kind of a list put before each of its members ("các Sở: Y tế" → "Sở Y tế"). */
  readonly mention: string;
  /** Word indexes [from, to). */
  readonly from: number;
  readonly to: number;
  readonly certainty: Certainty;
  /** True where the same words also name a field of work ("chuyển đổi số"): only the place in the sentence can tell. */
  readonly isTopicLike: boolean;
}

export function mentionOf(words: readonly Word[], mention: Omit<Mention, 'mention'>): Mention {
  return { ...mention, mention: textOf(words, mention.from, mention.to) };
}

/** The words of [from, to) as written, on one line. */
export function textOf(words: readonly Word[], from: number, to: number): string {
  let written = '';
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word !== undefined) written += (index > from ? word.gap.replace(/\s+/gu, ' ') : '') + word.written;
  }
  return written;
}

/** A body that the registry does not know. */
export const outsideMention = (words: readonly Word[], from: number, to: number): Mention =>
  mentionOf(words, { kind: 'outside', code: null, from, to, certainty: 'ask', isTopicLike: false });

/** A mention as a finding: its span is that of the text as given. */
export function toUnitFinding(mention: Mention, words: readonly Word[], text: NormalizedText): UnitFinding {
  const start = words[mention.from]?.start ?? 0;
  const end = words[mention.to - 1]?.end ?? start;
  return {
    code: mention.code,
    mention: mention.mention,
    span: text.spanOf(start, end),
    certainty: mention.certainty,
  };
}
