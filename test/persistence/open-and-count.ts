// Run as a worker thread: opens a store on the database as another process would, and takes task numbers.
import { parentPort, workerData } from 'node:worker_threads';
import { StaleError } from '../../src/application/plan.ts';
import { openSqliteTaskStore } from '../../src/persistence/sqlite/sqlite-task-store.ts';

const { path, agencyId, times } = workerData as { path: string; agencyId: string; times: number };
const store = openSqliteTaskStore(path);
await store.syncAgency({ id: agencyId, name: 'Sở' }, [], []);
let taken = 0;
while (taken < times) {
  const agency = await store.agency(agencyId);
  if (agency === null) throw new Error('The agency is configured');
  try {
    const set = { nextTaskNumber: agency.nextTaskNumber + 1 };
    await store.commit({
      changes: [{ op: 'update', entity: 'agency', id: agencyId, expectedVersion: agency.version, set }],
      outbox: [],
      audit: [],
    });
    taken++;
  } catch (error) {
    if (!(error instanceof StaleError)) throw error;
  }
}
await store.close();
parentPort?.postMessage('done');
