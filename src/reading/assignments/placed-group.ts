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
