import type { Unit } from '../../domain/unit.ts';
import { readAssignments } from '../../reading/assignment-reader.ts';
import type { ReadingContext } from '../../reading/context.ts';
import { fold, normalize } from '../../reading/normalize.ts';
import { createUnitMatcher } from '../../reading/units/registry-matchers.ts';

/** The one unit that a person means by what they typed; null where none fits or several might. */
export const findUnit = (typed: string, units: readonly Unit[]): Unit | null => {
  const code = createUnitMatcher(units).resolve(typed)?.code;
  return units.find((unit) => unit.code === code) ?? null;
};

/** The units whose name holds what was typed ("công nghệ", "qlcn"), with or without diacritics, in the order given. */
export const searchUnits = (typed: string, units: readonly Unit[]): readonly Unit[] => {
  const wanted = plain(typed);
  return wanted === ''
    ? []
    : units.filter(({ code, name, shortName, aliases, isGroup }) =>
        isGroup === true
          ? false
          : [code, name, shortName, ...aliases].some((each) => plain(each).includes(wanted)),
      );
};

const plain = (text: string): string => fold(normalize(text).lower).trim();

/** Units by role, by their codes. `coordinating` is null where the words name no roles: then all of them lead. */
export interface TypedUnits {
  readonly lead: readonly string[];
  readonly coordinating: readonly string[] | null;
}

/** Reads "VP chủ trì, QLCN phối hợp", or just the names of units. */
export const findUnitsByRole = (typed: string, context: ReadingContext): TypedUnits => {
  const codesOf = (findings: readonly { readonly code: string | null }[]): string[] => [
    ...new Set(findings.flatMap((finding) => finding.code ?? [])),
  ];
  const tasks = readAssignments(typed, context);
  const coordinating = codesOf(tasks.flatMap((task) => task.coordinating));
  const lead = codesOf(tasks.flatMap((task) => task.lead));
  if (lead.length > 0 && coordinating.length > 0) return { lead, coordinating };
  return { lead: codesOf(createUnitMatcher(context.units).find(normalize(typed))), coordinating: null };
};
