import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_CONVENTIONS } from '../../src/domain/conventions.ts';
import type { LocalMoment } from '../../src/domain/local-time.ts';
import type { ReadingContext } from '../../src/reading/context.ts';
import { SCIENCE } from '../corpus/registries.ts';
import { officialCalendar } from '../support/calendars.ts';

/** Replies written on Monday, 14 April 2025, unless said otherwise, to a Sở Khoa học và Công nghệ. */
export const repliedAt = (writtenAt: LocalMoment = '2025-04-14'): ReadingContext => ({
  writtenAt,
  calendar: officialCalendar,
  units: SCIENCE,
  conventions: DEFAULT_CONVENTIONS,
});

export const corpusFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'corpus', name), 'utf8');

/** A YAML file of test/corpus; its shape is the caller's to know. */
export const corpusTable = (name: string): unknown => parse(corpusFile(name));
