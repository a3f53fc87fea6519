import { describe, expect, it } from 'vitest';
import { StaleError } from '../../src/application/plan.ts';
import type { TaskStore } from '../../src/application/ports/task-store.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import { AGENCY_ID, START, aDeadline, aTask, anAssignment, anOutboxMessage } from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { OFFICE, useStore } from './database.ts';

/** Takes the next task number and saves a task under it, again where someone else was faster. */
const saveTask = async (store: TaskStore): Promise<void> => {
  for (;;) {
    const agency = await store.agency(AGENCY_ID);
    if (agency === null) throw new Error('The agency is configured');
    const number = agency.nextTaskNumber;
    try {
      await store.commit(
        aPlan({
          changes: [
            insert('task', aTask({ number })),
            update('agency', agency, { nextTaskNumber: number + 1 }),
          ],
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
    }
  }
};

export const describeConcurrency = (create: CreateDatabase): void => {
  describe('plans that come at the same time', () => {
    const fixture = useStore(create);

    it('are applied in their order, each whole or not at all, whatever becomes of the others', async () => {
      const { store } = fixture();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      const message = anOutboxMessage();
      const report = (status: 'blocked' | 'done', updateId: number) =>
        store.commit(
          aPlan({ changes: [update('assignment', assignment, { status })], outbox: [message], updateId }),
        );
      const results = await Promise.allSettled([
        store.commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] })),
        store.commit(aPlan({ changes: [insert('task', aTask({ number: task.number }))] })),
        report('blocked', 1),
        report('done', 2),
        report('done', 1),
        store.commit(aPlan({ changes: [insert('deadline', aDeadline(aTask()))] })),
        store.commit(aPlan({ outbox: [anOutboxMessage()] })),
      ]);
      expect(
        results.map((result) => (result.status === 'fulfilled' ? 'applied' : String(result.reason))),
      ).toEqual([
        'applied',
        expect.stringContaining('StaleError'),
        'applied',
        expect.stringContaining('StaleError'),
        expect.stringContaining('DuplicateUpdateError'),
        expect.stringContaining('refers to a row that does not exist'),
        'applied',
      ]);
      expect(await store.assignment(assignment.id)).toMatchObject({ status: 'blocked', version: 2 });
      expect(await store.claimOutbox(START, 1_000, 5, new Set())).toHaveLength(1);
    });

    it('are all on the disk when the store is closed', async () => {
      const { store, database } = fixture();
      const tasks = [aTask(), aTask(), aTask()];
      const commits = tasks.map((task) => store.commit(aPlan({ changes: [insert('task', task)] })));
      await store.close();
      await Promise.all(commits);
      const other = await database.open();
      for (const task of tasks) expect(await other.taskByNumber(AGENCY_ID, task.number)).toEqual(task);
    });
  });

  describe('two stores on one database', () => {
    const fixture = useStore(create);

    it('see what the other has committed', async () => {
      const { store, database } = fixture();
      const other = await database.open();
      const task = aTask();
      await store.commit(aPlan({ changes: [insert('task', task)], outbox: [anOutboxMessage()] }));
      expect(await other.taskByNumber(AGENCY_ID, task.number)).toEqual(task);
      expect(await other.claimOutbox(START, 1_000, 5, new Set())).toHaveLength(1);
      expect(await store.claimOutbox(START, 1_000, 5, new Set())).toEqual([]);
    });

    it('cannot both decide about one assignment', async () => {
      const { store, database } = fixture();
      const other = await database.open();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      await store.commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      await other.commit(aPlan({ changes: [update('assignment', assignment, { status: 'done' })] }));
      const late = store.commit(
        aPlan({ changes: [update('assignment', assignment, { status: 'blocked' })] }),
      );
      await expect(late).rejects.toThrow(StaleError);
      expect((await store.assignment(assignment.id))?.status).toBe('done');
    });

    it('apply an update once between them', async () => {
      const { store, database } = fixture();
      const other = await database.open();
      await store.commit(aPlan({ updateId: 8 }));
      await expect(other.commit(aPlan({ updateId: 8 }))).rejects.toMatchObject({ updateId: 8 });
    });

    it('never give out a task number twice', async () => {
      const { store, database } = fixture();
      const stores = [store, await database.open(), await database.open()];
      await Promise.all(
        Array.from({ length: 30 }, (_, index) => saveTask(stores[index % stores.length] ?? store)),
      );
      expect((await store.agency(AGENCY_ID))?.nextTaskNumber).toBe(31);
      const tasks = await Promise.all(
        Array.from({ length: 30 }, (_, index) => store.taskByNumber(AGENCY_ID, index + 1)),
      );
      expect(new Set(tasks.map((task) => task?.id)).size).toBe(30);
    });
  });
};
