import { describe, expect, it } from 'vitest';
import { StaleError } from '../../src/application/plan.ts';
import type { Deadline } from '../../src/domain/deadline.ts';
import type { TaskDeadline } from '../../src/domain/task.ts';
import { aPlan, insert, update } from '../support/plans.ts';
import {
  START,
  aDeadline,
  aDocument,
  aReport,
  aTask,
  aUnit,
  anAgency,
  anAssignment,
  anExtensionRequest,
  under,
} from '../support/rows.ts';
import type { CreateDatabase } from './database.ts';
import { MEMBERS, OFFICE, PLANNING, TECHNOLOGY, UNITS, useStore } from './database.ts';

const plain = ({
  raw,
  due,
  bound,
  precision,
  lastOk,
  lastOkWorkday,
  rrule,
  condition,
}: TaskDeadline): Deadline => ({
  raw,
  due,
  bound,
  precision,
  lastOk,
  lastOkWorkday,
  rrule,
  condition,
});

export const describeAssignmentViews = (create: CreateDatabase): void => {
  describe('views of assignments', () => {
    const fixture = useStore(create);
    const store = () => fixture().store;

    it('hold all that a message needs', async () => {
      const document = aDocument();
      const task = aTask({ documentId: document.id, item: 'II.3' });
      const deadline = aDeadline(task);
      const assignment = anAssignment(task, OFFICE, under(deadline));
      const older = aReport(assignment, { at: START, kind: 'acknowledged' });
      const last = aReport(assignment, { at: START + 1 });
      const refused = anExtensionRequest(assignment, { state: 'refused' });
      const pending = anExtensionRequest(assignment, { ordinal: 2 });
      await store().commit(
        aPlan({
          changes: [
            insert('document', document),
            insert('task', task),
            insert('deadline', deadline),
            insert('assignment', assignment),
            insert('statusReport', older),
            insert('statusReport', last),
            insert('extensionRequest', refused),
            insert('extensionRequest', pending),
            update('assignment', assignment, { lastReportId: last.id, lastReportAt: last.at }),
          ],
        }),
      );
      expect(await store().assignmentViews([assignment.id])).toEqual([
        {
          assignment: { ...assignment, lastReportId: last.id, lastReportAt: last.at, version: 2 },
          task,
          unit: OFFICE,
          deadline: plain(deadline),
          document,
          leads: [],
          coordinating: [],
          lastReport: last,
          pendingExtension: pending,
        },
      ]);
    });

    it('hold null for what there is not', async () => {
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      await store().commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      expect(await store().assignmentViews([assignment.id])).toEqual([
        {
          assignment,
          task,
          unit: OFFICE,
          deadline: null,
          document: null,
          leads: [],
          coordinating: [],
          lastReport: null,
          pendingExtension: null,
        },
      ]);
    });

    it('name the other units of the task by role, in the order of the configuration', async () => {
      const extra = aUnit('TT');
      await store().syncAgency(anAgency(), [...UNITS, extra], MEMBERS);
      const task = aTask();
      const leads = [PLANNING, TECHNOLOGY].map((unit) => anAssignment(task, unit));
      const coordinating = [extra, OFFICE].map((unit) => anAssignment(task, unit, { role: 'coordinating' }));
      const another = aTask();
      const alone = anAssignment(another, OFFICE);
      await store().commit(
        aPlan({
          changes: [
            insert('task', task),
            insert('task', another),
            ...[...leads, ...coordinating, alone].map((row) => insert('assignment', row)),
          ],
        }),
      );
      const views = await store().assignmentViews([...leads, ...coordinating, alone].map(({ id }) => id));
      expect(views.map((view) => [view.unit, view.leads, view.coordinating])).toEqual([
        [PLANNING, [TECHNOLOGY], [OFFICE, extra]],
        [TECHNOLOGY, [PLANNING], [OFFICE, extra]],
        [extra, [TECHNOLOGY, PLANNING], [OFFICE]],
        [OFFICE, [TECHNOLOGY, PLANNING], [extra]],
        [OFFICE, [], []],
      ]);
    });

    it('come in the order of the ids, without those that do not exist', async () => {
      const task = aTask();
      const one = anAssignment(task, OFFICE);
      const two = anAssignment(task, PLANNING);
      const three = anAssignment(task, TECHNOLOGY);
      await store().commit(
        aPlan({
          changes: [insert('task', task), ...[one, two, three].map((row) => insert('assignment', row))],
        }),
      );
      const views = await store().assignmentViews([three.id, 'unknown', one.id, two.id]);
      expect(views.map((view) => view.assignment.id)).toEqual([three.id, one.id, two.id]);
      expect(await store().assignmentViews([])).toEqual([]);
    });

    it('are read anew once anybody has written, and after a plan that came too late', async () => {
      const { store: own, database } = fixture();
      const elsewhere = await database.open();
      const task = aTask();
      const assignment = anAssignment(task, OFFICE);
      await own.commit(aPlan({ changes: [insert('task', task), insert('assignment', assignment)] }));
      const readBy = async (reader: typeof own) =>
        (await reader.assignmentViews([assignment.id]))[0]?.assignment.version;
      for (const [version, writer] of [own, elsewhere, own].entries()) {
        const read = { ...assignment, version: version + 1 };
        expect(await readBy(own)).toBe(read.version);
        await writer.commit(aPlan({ changes: [update('assignment', read, { progress: version })] }));
        expect(await readBy(writer)).toBe(read.version + 1);
        // Read anew by whoever decides again.
        const late = own.commit(aPlan({ changes: [update('assignment', read, { progress: 99 })] }));
        await expect(late).rejects.toThrow(StaleError);
        expect(await readBy(own)).toBe(read.version + 1);
      }
    });

    it('serve a page of hundreds', async () => {
      const tasks = Array.from({ length: 400 }, () => aTask());
      const rows = tasks.map((task) => anAssignment(task, OFFICE));
      await store().commit(
        aPlan({
          changes: [
            ...tasks.map((row) => insert('task', row)),
            ...rows.map((row) => insert('assignment', row)),
          ],
        }),
      );
      const views = await store().assignmentViews(rows.map(({ id }) => id).toReversed());
      expect(views.map((view) => view.task.id)).toEqual(tasks.map(({ id }) => id).toReversed());
    });
  });
};
