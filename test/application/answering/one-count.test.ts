// However the same thing is asked, it is the same number.
import { expect, test } from 'vitest';
import { answerOpenTasks, answerOverdue } from '../../../src/application/answering/answers.ts';
import { answerOverdueView, overdueOptions } from '../../../src/application/answering/overdue.ts';
import { reportPeriod } from '../../../src/application/answering/period-report.ts';
import { answerWorkList } from '../../../src/application/answering/work-list.ts';
import type { OverdueView } from '../../../src/domain/overdue-view.ts';
import { WHOLE_VIEW } from '../../../src/domain/overdue-view.ts';
import { TestOffice } from '../../support/test-office.ts';
import { DEPUTY, DIRECTOR, OFFICE, PLANNING, SECRETARY, TECHNOLOGY } from '../../support/test-people.ts';

const UNITS = ['VP', 'KHTC', 'QLCN'] as const;
/** Long past, past, today, this week, later, none. */
const DUE = ['2025-04-09', '2025-05-16', '2025-05-20', '2025-05-25', '2025-07-01', null] as const;

const openOffice = async (): Promise<TestOffice> => {
  const office = await TestOffice.openBound();
  for (const unit of UNITS)
    for (const due of DUE) {
      const view = await office.assignOne({ lead: [unit], due });
      await office.assign({ lead: [unit], coordinating: unit === 'VP' ? ['KHTC'] : ['VP'], due });
      const handedIn = await office.assignOne({ lead: [unit], due });
      await office.report(handedIn, 'submitted', SECRETARY);
      const done = await office.assignOne({ lead: [unit], due });
      await office.report(done, 'done', SECRETARY);
      await office.decideWork(done, true);
      if (unit === 'KHTC') await office.report(view, 'blocked', SECRETARY);
    }
  office.jumpTo('2025-05-20 09:00');
  return office;
};

const WISH = { period: 'month', isPrevious: false, scope: 'all' } as const;

test('overdue, open and due are counted alike in every list', async () => {
  const office = await openOffice();
  const { app } = office;
  const view = (change: Partial<OverdueView>, member = DIRECTOR) =>
    answerOverdueView(app, member, { ...WHOLE_VIEW, ...change });

  const all = await view({});
  expect(all.taskCount).toBe(12);
  expect((await answerOverdue(app, null, 0)).taskCount).toBe(all.taskCount);
  expect([all.anyAgeCount, all.countOfAll, all.countInCharge]).toEqual([12, 12, null]);

  // What is apart adds up, and each part shows what its button promises.
  const recent = await view({ age: 'recent' });
  const long = await view({ age: 'long' });
  expect(long.taskCount).toBe(all.longCount);
  expect(recent.taskCount).toBe(all.anyAgeCount - all.longCount);
  expect((await view({ order: 'oldest' })).taskCount).toBe(all.taskCount);
  for (const by of ['unit', 'deputy', 'document'] as const)
    for (const { narrowed, count } of await overdueOptions(app, DIRECTOR, WHOLE_VIEW, by)) {
      const id =
        narrowed.by === 'unit'
          ? narrowed.unit.id
          : narrowed.by === 'deputy'
            ? narrowed.deputy.id
            : narrowed.document.id;
      expect((await view({ choice: { by, id } })).taskCount).toBe(count);
    }

  // A deputy's own units, and the same as those units see it.
  const own = await view({ scope: 'charge' }, DEPUTY);
  expect(own.taskCount).toBe(own.countInCharge);
  expect((await answerOverdue(app, [PLANNING], 0)).taskCount).toBe(own.taskCount);
  expect((await view({ scope: 'charge' })).taskCount).toBe(all.taskCount);
  expect((await view({ choice: { by: 'unit', id: 'gone' } })).taskCount).toBe(all.taskCount);

  // The report's cells.
  const report = await reportPeriod(app, DIRECTOR, null, WISH);
  expect(report.total.openLate).toBe(all.taskCount);
  for (const [index, unit] of [OFFICE, PLANNING, TECHNOLOGY].entries()) {
    expect(report.units[index]?.unit?.id).toBe(unit.id);
    expect(report.units[index]?.cells.openLate).toBe((await answerOverdue(app, [unit], 0)).taskCount);
  }
  const { openInTime, openLate, submitted, undated } = report.total;
  const open = await app.store.countOpenAssignments({ agencyId: app.agencyId, role: 'lead' });
  expect(openInTime + openLate + submitted + undated).toBe(open);
  const ofCharge = await reportPeriod(app, DEPUTY, null, { ...WISH, scope: 'charge' });
  expect(ofCharge.units.map(({ unit }) => unit?.id)).toEqual([PLANNING.id]);
  expect(ofCharge.total.openLate).toBe(own.taskCount);

  // What is due, and what is late already.
  for (const period of ['today', 'week', 'ahead'] as const)
    expect((await answerWorkList(app, null, period, 0)).overdueCount).toBe(all.taskCount);
  const week = await answerWorkList(app, null, 'week', 0);
  expect(week.total).toBe(12);
  expect((await answerWorkList(app, null, 'today', 0)).total).toBe(6);
  expect((await answerWorkList(app, null, 'week', 500)).lines).toHaveLength(2);
  const total = (await answerOpenTasks(app, null, 0)).total;
  expect(total).toBeGreaterThan(open);
});
