// The parts of drizzle-orm that the store is written with, loaded as CommonJS.
//
// The package's `exports` fill 170 KB, and Node parses them again for each of its ES modules: importing it the usual way
// takes 0.4 s of the start and leaves 200 MB of garbage behind. Required, it takes a sixth of both.
import { createRequire } from 'node:module';
import type * as Orm from 'drizzle-orm';
import type * as BetterSqlite3 from 'drizzle-orm/better-sqlite3';
import type * as Migrator from 'drizzle-orm/migrator';
import type * as SqliteCore from 'drizzle-orm/sqlite-core';

const require = createRequire(import.meta.url);

export const { and, asc, desc, eq, getTableColumns, sql } = require('drizzle-orm') as typeof Orm;

export const { check, customType, index, integer, sqliteTable, text, uniqueIndex } =
  require('drizzle-orm/sqlite-core') as typeof SqliteCore;

// eslint-disable-next-line @typescript-eslint/no-deprecated -- only its overload without a list of columns is
export const { primaryKey } = require('drizzle-orm/sqlite-core') as typeof SqliteCore;

export const { drizzle } = require('drizzle-orm/better-sqlite3') as typeof BetterSqlite3;

export const { readMigrationFiles } = require('drizzle-orm/migrator') as typeof Migrator;
