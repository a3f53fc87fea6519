// One act told in a reply, and how it stands.
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';
import type { Found, Saying } from './wording.ts';
import { findAll } from './wording.ts';

export interface Act {
  readonly standing: Standing;
  readonly found: Found;
}

export const stands = (acts: readonly Act[], ...standings: readonly Standing[]): boolean =>
  acts.some(({ standing }) => standings.includes(standing));

/** "làm xong": the act before word `at` is closed by "xong". */
export const isClosedByXong = ({ words }: Saying, at: number): boolean => words[at]?.text === 'xong';

/** The act that "xong" closes is told by "xong" alone: in "làm xong em gửi" nothing has been done. */
export const actsOf = (saying: Saying, expression: RegExp): Act[] =>
  findAll(saying, expression)
    .filter(({ end }) => !isClosedByXong(saying, end))
    .map((found) => ({ found, standing: standingOf(saying, found) }));
