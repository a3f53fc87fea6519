import { join } from 'node:path';
import type { ReadingConventions } from '../domain/conventions.ts';
import { DEFAULT_CONVENTIONS } from '../domain/conventions.ts';
import type { UnitNames } from '../domain/unit.ts';
import type { CalendarData } from '../domain/working-calendar.ts';
import type { AgencyConfig } from './agency-file.ts';
import { readAgency } from './agency-file.ts';
import { unitNamesSchema } from './agency-schema.ts';
import { readCalendarTable } from './calendar-table.ts';
import { checkSchema } from './check-schema.ts';
import type { ConfigProblem } from './config-error.ts';
import { ConfigError } from './config-error.ts';
import { readHolidays } from './holidays-file.ts';
import { unitNames } from './unit-names.ts';
import { parseYaml, readYamlFile } from './yaml-file.ts';

/** What an office declares in its configuration folder. */
export interface Config extends AgencyConfig {
  readonly calendar: CalendarData;
}

/**
 * Reads agency.yaml and holidays.yaml of a folder.
 * @throws ConfigError with everything that is wrong in both
 */
export const loadConfig = async (folder: string): Promise<Config> => {
  const [agency, holidays] = await Promise.all([
    settle(readYamlFile(agencyFileIn(folder)).then(readAgency)),
    settle(readYamlFile(holidaysFileIn(folder)).then(readHolidays)),
  ]);
  if (agency.value === null || holidays.value === null) {
    throw new ConfigError([...agency.problems, ...holidays.problems]);
  }
  const { data: calendar, warnings } = holidays.value;
  return { ...agency.value, calendar, warnings: [...agency.value.warnings, ...warnings] };
};

/**
 * The calendar of an office for another agency.
 * @param declared what its agency.yaml would say
 * @throws ConfigError with everything that is wrong
 */
export const withAgency = ({ calendar }: Config, declared: object): Config => ({
  ...readAgency(parseYaml('agency.yaml', JSON.stringify(declared))),
  calendar,
});

/** Keeps the problems of one file until the other has been read too. */
const settle = async <T>(
  reading: Promise<T>,
): Promise<{ value: T | null; problems: readonly ConfigProblem[] }> => {
  try {
    return { value: await reading, problems: [] };
  } catch (error) {
    if (error instanceof ConfigError) return { value: null, problems: error.problems };
    throw error;
  }
};

export const agencyFileIn = (folder: string): string => join(folder, 'agency.yaml');

export const holidaysFileIn = (folder: string): string => join(folder, 'holidays.yaml');

/** Units for the reader, and how words are meant. */
export interface ReadingUnits {
  readonly units: readonly UnitNames[];
  readonly conventions: ReadingConventions;
}

/**
 * Reads the units that texts are read with: an agency file, or a bare list of units (`[{code, name, aliases}]`, YAML
 * or JSON), for which the usual conventions hold.
 * @throws ConfigError
 */
export const loadReadingUnits = async (file: string): Promise<ReadingUnits> => {
  const yaml = await readYamlFile(file);
  if (!Array.isArray(yaml.data)) return readAgency(yaml);
  const { value, problems } = checkSchema(unitNamesSchema, yaml);
  if (value === null) throw new ConfigError(problems);
  return { units: value.map(unitNames), conventions: DEFAULT_CONVENTIONS };
};

/**
 * Reads a calendar: the agency's holidays file, or a bare table (`{weekend, days_off, working_saturdays}`, YAML or JSON).
 * @throws ConfigError
 */
export const loadCalendar = async (file: string): Promise<CalendarData> => {
  const yaml = await readYamlFile(file);
  const isTable = typeof yaml.data === 'object' && yaml.data !== null && 'days_off' in yaml.data;
  return isTable ? readCalendarTable(yaml) : readHolidays(yaml).data;
};
