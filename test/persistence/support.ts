import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** A folder for each test of the file that calls it; gone afterwards. */
export const useFolder = (): (() => string) => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-persistence-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });
  return () => folder;
};

interface Journal {
  entries: { idx: number; when: number; tag: string; version: string; breakpoints: boolean }[];
}

const journalOf = (folder: string): string => join(folder, 'meta', '_journal.json');

export const readJournal = async (folder: string = MIGRATIONS): Promise<Journal> =>
  JSON.parse(await readFile(journalOf(folder), 'utf8')) as Journal;

/** The migrations as they were when `tag` was the newest. */
export const copyMigrationsUpTo = async (tag: string, target: string): Promise<void> => {
  await cp(MIGRATIONS, target, { recursive: true });
  const journal = await readJournal();
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  if (last === -1) throw new Error(`There is no migration ${tag}`);
  await writeFile(
    journalOf(target),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }),
  );
};

/** The migrations with one more at the end, as a later version of the program has them. */
export const copyMigrationsWith = async (sql: string, target: string): Promise<void> => {
  await cp(MIGRATIONS, target, { recursive: true });
  const journal = await readJournal();
  const last = journal.entries.at(-1);
  if (last === undefined) throw new Error('There are no migrations');
  const next = { ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_next' };
  await writeFile(join(target, `${next.tag}.sql`), sql);
  await writeFile(journalOf(target), JSON.stringify({ ...journal, entries: [...journal.entries, next] }));
};
