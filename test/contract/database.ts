import { afterEach, beforeEach } from 'vitest';
import type { TaskStore } from '../../src/application/ports/task-store.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { REPORTER, SECRETARY, aMember, aUnit, anAgency } from '../support/rows.ts';

/** An empty database of the kind under test. */
export interface TestDatabase {
  /** Opens one more store on it, as another process would. @param botId of a bot whose updates have ids of their own */
  open(botId?: number): Promise<TaskStore>;
  /** Runs a statement past the store, as an administrator with a console would. */
  run(statement: string): Promise<void>;
  /** Closes what is still open and removes the database. */
  destroy(): Promise<void>;
}

export type CreateDatabase = () => Promise<TestDatabase>;

export const DIRECTOR = aMember('director', { role: 'director' });
const DEPUTY = aMember('deputy', { role: 'deputy' });

export const OFFICE = aUnit('VP');
export const PLANNING = aUnit('KHTC', { deputyId: DEPUTY.id });
export const TECHNOLOGY = aUnit('QLCN', { headId: REPORTER.id, deputyId: DEPUTY.id });

/** The units of the agency under test, in the order of its configuration, which is not that of the alphabet. */
export const UNITS: readonly Unit[] = [TECHNOLOGY, OFFICE, PLANNING];
export const MEMBERS = [SECRETARY, REPORTER, DIRECTOR, DEPUTY] as const;

/** What a contract test works with; filled anew before each test, with the agency configured. */
export interface Fixture {
  readonly database: TestDatabase;
  readonly store: TaskStore;
}

/** Gives each test of the suite that calls it a database and a store of its own. */
export const useStore = (create: CreateDatabase): (() => Fixture) => {
  let fixture: Fixture | null = null;
  beforeEach(async () => {
    const database = await create();
    const store = await database.open();
    await store.syncAgency(anAgency(), UNITS, MEMBERS);
    fixture = { database, store };
  });
  afterEach(async () => {
    await fixture?.database.destroy();
    fixture = null;
  });
  return () => {
    if (fixture === null) throw new Error('The fixture exists inside a test only');
    return fixture;
  };
};
