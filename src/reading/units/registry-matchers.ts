// One matcher for each registry: to compile its names takes longer than to read a notice.
import type { UnitNames } from '../../domain/unit.ts';
import { UnitMatcher } from './unit-matcher.ts';

const matchers = new Map<string, UnitMatcher>();
/** The same list is given with every message: to compare its names would take longer than to read a short reply. */
const matcherOf = new WeakMap<readonly UnitNames[], UnitMatcher>();

const MOST_REGISTRIES = 16;

/** The matcher of a registry; registries with the same names share one. */
export function createUnitMatcher(units: readonly UnitNames[]): UnitMatcher {
  const known = matcherOf.get(units);
  if (known !== undefined) return known;
  const matcher = matcherOfNames(units);
  matcherOf.set(units, matcher);
  return matcher;
}

function matcherOfNames(units: readonly UnitNames[]): UnitMatcher {
  const key = JSON.stringify(
    units.map(({ code, name, aliases, weakAliases, isAmbiguous, isGroup }) => [
      code,
      name,
      aliases,
      weakAliases,
      isAmbiguous,
      isGroup,
    ]),
  );
  const known = matchers.get(key);
  if (known !== undefined) return known;
  const matcher = new UnitMatcher(units);
  if (matchers.size >= MOST_REGISTRIES) matchers.clear();
  matchers.set(key, matcher);
  return matcher;
}
