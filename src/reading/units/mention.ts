import type { Certainty } from '../findings.ts';

/**
 * What a mention names: one `unit` of the registry; `all` of them; a `subset` that a person must spell out; a body
 * `outside` the registry; a `deputy` director; the `leadership` above the units; a `person` whose unit is not named.
 */
export type MentionKind = 'unit' | 'all' | 'subset' | 'outside' | 'deputy' | 'leadership' | 'person';

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
