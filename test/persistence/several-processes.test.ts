import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan, update } from '../support/plans.ts';
import { AGENCY_ID, anAgency } from '../support/rows.ts';
import { useFolder } from './support.ts';

// Threads with connections of their own stand in for processes: SQLite's locks treat them alike.
describe('several programs on one file', () => {
  const folder = useFolder();

  it('wait for each other to write', async () => {
    const path = join(folder(), 'dondoc.db');
    const store = openSqliteTaskStore(path);
    await store.syncAgency(anAgency(), [], []);
    const other = new Worker(new URL('./hold-lock.ts', import.meta.url), {
      workerData: { path, holdMs: 200, statement: `update agencies set name = 'Sở mới'` },
    });
    const ended = once(other, 'exit');
    await once(other, 'message');
    await store.commit(aPlan({ changes: [update('agency', anAgency(), { nextTaskNumber: 2 })] }));
    expect(await store.agency(AGENCY_ID)).toMatchObject({ name: 'Sở mới', nextTaskNumber: 2, version: 2 });
    await ended;
    await store.close();
  });

  it('may start at the same time on no file at all, and lose no change to each other', async () => {
    const path = join(folder(), 'dondoc.db');
    const workerData = { path, agencyId: AGENCY_ID, times: 40 };
    const workers = [0, 1, 2].map(
      () => new Worker(new URL('./open-and-count.ts', import.meta.url), { workerData }),
    );
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    const store = openSqliteTaskStore(path);
    expect(await store.agency(AGENCY_ID)).toMatchObject({ nextTaskNumber: 121, version: 121 });
    await store.close();
  });
});
