import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** A message that a bot had taken in hand when it died. */
export interface InHand {
  readonly chatId: number;
  /** Names this taking of it: another bot takes it under another version. */
  readonly taken: string;
}

/**
 * What a dead bot has left behind. Looked at in a copy, so that the next bot finds the files exactly as they were, and
 * has to repair them by itself.
 */
export const lookInto = (database: string): { inHand: readonly InHand[]; damage: string | null } =>
  inCopy(database, (client) => {
    const result = client.pragma('integrity_check', { simple: true });
    const hasSchema = client.prepare(`select 1 from sqlite_master where name = 'outbox_messages'`).get();
    const inHand = hasSchema
      ? client
          .prepare<[], InHand>(
            `select chat_id as chatId, id || '/' || version as taken from outbox_messages where state = 'sending'`,
          )
          .all()
      : [];
    return { inHand, damage: result === 'ok' ? null : String(result) };
  });

/** How long the longest of the database's files is, in bytes. */
export const sizeOf = (database: string): number =>
  Math.max(...FILES.map((suffix) => statSync(database + suffix, { throwIfNoEntry: false })?.size ?? 0));

/** Everything that must be the same, whatever went wrong on the way: one line for each fact. */
export const storedFacts = (database: string): readonly string[] =>
  inCopy(database, (client) => {
    const lines = (sql: string): string[] => client.prepare<[], string>(sql).pluck().all();
    return [
      ...lines(`select 'task ' || number || ': ' || content from tasks`),
      ...lines(
        `select 'assignment ' || task_number || ' ' || unit_id || ': ' || status || ' ' || coalesce(progress, '')
         from assignments`,
      ),
      ...lines(
        `select 'report ' || task_number || ' ' || unit_id || ': ' || kind || ' ' || coalesce(text, '')
         from status_reports join assignments on assignments.id = assignment_id`,
      ),
      ...lines(
        `select 'reminder ' || task_number || ' ' || unit_id || ': ' || rung || ' '
           || date(fire_at / 1000, 'unixepoch', '+7 hours') || ' ' || state || ' ' || coalesce(reason, '')
         from reminders join assignments on assignments.id = assignment_id`,
      ),
    ].toSorted();
  });

/** Messages still owed, by kind. */
export const stillOwed = (database: string): readonly string[] =>
  inCopy(database, (client) =>
    client
      .prepare<[], string>(
        `select request ->> 'kind' || ' ' || state from outbox_messages where state in ('queued', 'sending')`,
      )
      .pluck()
      .all(),
  );

/** The messages that came out of the outbox, as `chat/message`. */
export const messagesOwed = (database: string): ReadonlySet<string> =>
  inCopy(
    database,
    (client) =>
      new Set(
        client
          .prepare<[], string>(
            `select chat_id || '/' || message_id from bot_messages where outbox_id is not null`,
          )
          .pluck()
          .all(),
      ),
  );

/** The database and its write-ahead log. */
const FILES = ['', '-wal'] as const;

const inCopy = <T>(database: string, look: (client: Sqlite.Database) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-chaos-copy-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const suffix of FILES) {
      if (existsSync(database + suffix)) copyFileSync(database + suffix, copy + suffix);
    }
    const client = new Sqlite(copy);
    try {
      return look(client);
    } finally {
      client.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
