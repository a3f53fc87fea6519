import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoreUnavailableError } from '../../src/application/plan.ts';
import { openDatabase } from '../../src/persistence/sqlite/open.ts';
import { taskStoreOn } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan, insert } from '../support/plans.ts';
import { AGENCY_ID, SECRETARY, aTask, anAgency } from '../support/rows.ts';
import { useFolder } from './support.ts';

const folder = useFolder();

test('what no longer fits on the disk is refused; what came with it and fits is kept', async () => {
  const client = openDatabase(join(folder(), 'office.db'));
  const store = taskStoreOn(client);
  await store.syncAgency(anAgency(), [], [SECRETARY]);
  client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true })) + 20}`);

  const tasks = [aTask(), aTask({ content: 'Tham mưu kế hoạch '.repeat(20_000) }), aTask()];
  const results = await Promise.allSettled(
    tasks.map((task) => store.commit(aPlan({ changes: [insert('task', task)] }))),
  );
  expect(results).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'rejected', reason: expect.any(StoreUnavailableError) as unknown },
    { status: 'fulfilled', value: undefined },
  ]);
  const kept = await Promise.all(tasks.map(({ number }) => store.taskByNumber(AGENCY_ID, number)));
  expect(kept.map((task) => task?.id ?? null)).toEqual([tasks[0]?.id, null, tasks[2]?.id]);
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  await store.close();
});
