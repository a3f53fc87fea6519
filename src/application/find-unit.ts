import type { Unit } from '../domain/unit.ts';
import { createUnitMatcher } from '../reading/units/unit-matcher.ts';

/** The one unit that a person means by what they typed; null where none fits or several might. */
export const findUnit = (typed: string, units: readonly Unit[]): Unit | null => {
  const code = createUnitMatcher(units).resolve(typed)?.code;
  return units.find((unit) => unit.code === code) ?? null;
};
