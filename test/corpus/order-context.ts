import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONVENTIONS } from '../../src/domain/conventions.ts';
import type { UnitNames } from '../../src/domain/unit.ts';
import type { ReadingContext } from '../../src/reading/context.ts';
import { officialCalendar } from '../support/calendars.ts';
import { REGISTRIES, SCIENCE } from './registries.ts';

/** The units of an invented agency by its key in {@link REGISTRIES}. */
export const unitsOf = (registry: string | undefined): readonly UnitNames[] =>
  Object.entries(REGISTRIES).find(([name]) => name === registry)?.[1] ?? SCIENCE;

/** The morning of a day, with the official calendar. */
export const contextOn = (day: string, units: readonly UnitNames[] = SCIENCE): ReadingContext => ({
  writtenAt: `${day}T08:00:00+07:00`,
  calendar: officialCalendar,
  units,
  conventions: DEFAULT_CONVENTIONS,
});

export const corpusText = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The rows of a JSONL file of this folder. The caller says what they are. */
export const corpusRows = (name: string): unknown[] =>
  corpusText(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
