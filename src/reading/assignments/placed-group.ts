import type { LeftContext, Place, RightContext } from './surroundings.ts';
import type { UnitGroup } from './unit-groups.ts';

/** A group of units in its surroundings. */
export interface PlacedGroup extends Place {
  readonly group: UnitGroup;
  /** The group before this one in the sentence. */
  readonly previous: UnitGroup | null;
  readonly left: LeftContext;
  readonly right: RightContext;
}

/** True where the words before the units give them the work. */
export const isCharged = ({ left }: PlacedGroup): boolean =>
  left.kind === 'assigning' || left.kind === 'lead_label';
