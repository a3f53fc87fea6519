import type Sqlite from 'better-sqlite3';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { sql } from './drizzle.ts';
import type { EventLoopTurn } from './event-loop-turn.ts';

/** The two views of one open connection: drizzle's for queries, the driver's for transactions and cursors. */
export interface Connection {
  readonly db: BetterSQLite3Database;
  readonly client: Sqlite.Database;
  readonly turn: EventLoopTurn;
}

/** True where the column is one of the ids of the JSON list given for `name`; see {@link idList}. One prepared statement serves lists of any length. */
export const isIn = (column: SQLiteColumn, name: string): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;

/** What {@link isIn} wants. */
export const idList = (ids: readonly string[]): string => JSON.stringify(ids);

/** The rows that a statement with {@link isIn} for `ids` finds; where there are no ids, it need not be asked. */
export const rowsOf = <Row>(
  statement: { all(parameters: { readonly ids: string }): Row[] },
  ids: readonly string[],
): Row[] => (ids.length === 0 ? [] : statement.all({ ids: idList(ids) }));

/** Runs writes that are safe from a crash of the program at once, and from a power cut a little later. */
export const withoutWaitingForDisk = <T>(client: Sqlite.Database, write: () => T): T => {
  client.pragma('synchronous = normal');
  try {
    return write();
  } finally {
    client.pragma('synchronous = full');
  }
};

/**
 * True where the column has the value given for `name`. SQLite plans a statement anew each time when a bare parameter is
 * compared, in case that its value matters to the plan, which takes several times as long as to run it. The plus sign changes
 * nothing but that.
 */
export const equals = (column: SQLiteColumn, name: string): SQL => sql`${column} = +${given(name)}`;

export const given = (name: string): Placeholder => sql.placeholder(name);

/** The rows in the order of the ids; ids without a row are left out. */
export const inOrderOf = <Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};
