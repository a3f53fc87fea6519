import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { DatabaseError } from '../../src/persistence/sqlite/database-error.ts';
import { openToRead } from '../../src/persistence/sqlite/read-only.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan } from '../support/plans.ts';
import { AGENCY_ID, SECRETARY, aUnit, anAgency, anOutboxMessage } from '../support/rows.ts';
import { useFolder } from './support.ts';

const folder = useFolder();
const path = (): string => join(folder(), 'dondoc.db');

test('a reader beside the bot sees what the bot writes, and cannot write itself', async () => {
  const bot = openSqliteTaskStore(path());
  await bot.syncAgency(anAgency(), [aUnit('VP')], [SECRETARY]);
  const reader = openToRead(path());
  const message = anOutboxMessage();
  await bot.commit(aPlan({ outbox: [message] }));
  expect(await reader.deliveries({ agencyId: AGENCY_ID }, 10)).toEqual([message]);
  await expect(reader.commit(aPlan({ outbox: [anOutboxMessage()] }))).rejects.toThrow(/readonly/);
  await reader.close();
  await bot.close();
});

test('a file that is not there is not made', () => {
  expect(() => openToRead(path())).toThrow(DatabaseError);
  expect(existsSync(path())).toBe(false);
});

test('a database of another version is left as it is', () => {
  new Sqlite(path()).close();
  expect(() => openToRead(path())).toThrow(/phiên bản khác của chương trình/);
  writeFileSync(join(folder(), 'other.db'), 'not a database, but long enough to be read as one'.repeat(100));
  expect(() => openToRead(join(folder(), 'other.db'))).toThrow(/không phải dữ liệu SQLite/);
});
