import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { TaskStore } from '../../src/application/ports/task-store.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { START } from '../support/rows.ts';
import type { TestDatabase } from './database.ts';
import { describeTaskStore } from './task-store.contract.ts';

const BOT_ID = 7_000_000_001;

/** A file in a folder of its own, with the real migrations. */
const createDatabase = async (): Promise<TestDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-contract-'));
  const path = join(folder, 'dondoc.db');
  const opened: TaskStore[] = [];
  return {
    open: (botId = BOT_ID) => {
      const store = openSqliteTaskStore(`file:${path}`, { botId, now: () => START });
      opened.push(store);
      return Promise.resolve(store);
    },
    run: (statement) =>
      new Promise((resolve) => {
        const client = new Sqlite(path);
        try {
          client.exec(statement);
          resolve();
        } finally {
          client.close();
        }
      }),
    destroy: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await rm(folder, { recursive: true });
    },
  };
};

describeTaskStore('SQLite', createDatabase);
