import type { Agency, AgencySettings } from '../domain/agency.ts';
import type { ReadingConventions } from '../domain/conventions.ts';
import type { Member } from '../domain/member.ts';
import type { Unit } from '../domain/unit.ts';
import { agencyWarnings, checkAgency } from './agency-checks.ts';
import { withDefaults } from './agency-defaults.ts';
import type { AgencyFile } from './agency-schema.ts';
import { agencySchema } from './agency-schema.ts';
import { checkSchema } from './check-schema.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError, inLineOrder } from './config-error.ts';
import { unitNames } from './unit-names.ts';
import type { YamlFile } from './yaml-file.ts';

/** An agency as config/agency.yaml declares it. */
export interface AgencyConfig {
  readonly agency: Pick<Agency, 'id' | 'name'>;
  readonly settings: AgencySettings;
  readonly conventions: ReadingConventions;
  /** In the order of the file, with the group that stands for all of them. */
  readonly units: readonly Unit[];
  readonly members: readonly Member[];
  /** What is allowed but most likely not meant, in Vietnamese, one line each. */
  readonly warnings: readonly string[];
}

/**
 * What an agency file says, in the words of the domain. Ids are made of the agency's id and the codes, so that they
 * stay the same as long as the codes do.
 * @throws ConfigError with everything that is wrong
 */
export const readAgency = (yaml: YamlFile): AgencyConfig => {
  const { value, sound, problems } = checkSchema(agencySchema, yaml);
  const contradictions: ConfigProblem[] = [];
  checkAgency(sound, (path, message) => contradictions.push(yaml.problem(path, message)));
  if (value === null || contradictions.length > 0) {
    throw new ConfigError(inLineOrder([...problems, ...contradictions]));
  }
  return toDomain(value, yaml.file);
};

const toDomain = (entry: AgencyFile, file: string): AgencyConfig => {
  const { settings, conventions } = withDefaults(entry.settings);
  const agencyId = entry.agency.id;
  const idOf = (code: string | null | undefined): string | null =>
    code == null ? null : `${agencyId}/${code}`;
  return {
    agency: entry.agency,
    settings: { ...settings, officeUnitCode: entry.settings.office_unit },
    conventions,
    units: entry.units.map((unit) => ({
      ...unitNames(unit),
      id: `${agencyId}/${unit.code}`,
      agencyId,
      shortName: unit.short_name ?? unit.name,
      headId: idOf(unit.head),
      deputyId: idOf(unit.deputy),
      isInAllUnits: unit.in_all_units ?? true,
      validFrom: unit.valid_from ?? null,
      validUntil: unit.valid_until ?? null,
    })),
    members: entry.members.map((member) => ({
      id: `${agencyId}/${member.code}`,
      agencyId,
      name: member.name,
      role: member.role,
      title: member.title,
      unitId: idOf(member.unit),
      telegramId: member.telegram_id ?? null,
    })),
    warnings: agencyWarnings(entry).map((warning) => `${file}, ${warning}`),
  };
};
