import type { UnitNames } from '../domain/unit.ts';
import type { UnitNamesEntry } from './agency-schema.ts';

/** What the reader must know of a unit, out of its entry in a file. */
export const unitNames = (entry: UnitNamesEntry): UnitNames => ({
  code: entry.code,
  name: entry.name,
  aliases: entry.aliases ?? [],
  weakAliases: entry.weak_aliases ?? [],
  isAmbiguous: entry.ambiguous ?? false,
  isGroup: entry.group ?? false,
});
