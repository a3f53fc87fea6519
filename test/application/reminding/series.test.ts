import { describe, expect, test } from 'vitest';
import { aPlan } from '../../support/plans.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF, STAFF_OF_TECHNOLOGY } from '../../support/test-people.ts';

const TO_PLANNING = { assigned: `task_assigned → ${CHAT_OF.KHTC}`, reminder: `reminder → ${CHAT_OF.KHTC}` };

/** Phòng KHTC reports every Thursday; the first time on 10/4/2025. */
const weekly = { due: '2025-04-10', bound: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=TH' } as const;

/** The tasks there are, as "number due", and after which one each comes. */
const tasks = async (office: TestOffice): Promise<readonly string[]> => {
  const found: string[] = [];
  const numbers = new Map<string, number>();
  for (let number = 1; number <= 20; number++) {
    const task = await office.store.taskByNumber(office.app.agencyId, number);
    if (task === null) break;
    numbers.set(task.id, number);
    const deadline = await office.store.firstDeadlineOf(task.id);
    const after = task.followsId === null ? '' : ` after ${numbers.get(task.followsId) ?? '?'}`;
    found.push(`${number} ${deadline?.due ?? ''}${after}`);
  }
  return found;
};

/** The newest task's first part. */
const partOf = async (office: TestOffice, number: number) => {
  const task = await office.store.taskByNumber(office.app.agencyId, number);
  const [first] = await office.store.assignmentsOfTask(task?.id ?? '');
  const [view] = await office.store.assignmentViews([first?.id ?? '']);
  if (view === undefined) throw new Error(`There is no task ${number}`);
  return view;
};

describe('work that comes again', () => {
  test('is given out again when it is accepted: its own number, the same units, its own reminders', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ ...weekly, coordinating: ['QLCN'] });
    await office.deliver();
    await office.report(view, 'done');
    await office.goTo('2025-04-08 14:00');
    expect(await tasks(office)).toEqual(['1 2025-04-10']);
    await office.decideWork(view, true);
    expect(await office.goTo('2025-04-08 14:01')).toEqual(
      expect.arrayContaining([TO_PLANNING.assigned, `task_assigned → ${CHAT_OF.QLCN}`]),
    );
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-04-17 after 1']);
    const next = await partOf(office, 2);
    expect(next.coordinating.map(({ code }) => code)).toEqual(['QLCN']);
    expect(next.task).toMatchObject({ content: view.task.content, createdBy: view.task.createdBy });
    expect(await office.planned(next)).toEqual([
      'before-3 04-14 07:30',
      'before-1 04-16 07:30',
      'on-day 04-17 07:30',
      'overdue 04-18 07:30',
      // Where it is still open when the one after it begins.
      'next-occurrence 04-21 07:30',
    ]);
    expect(await office.goTo('2025-04-08 14:02')).toEqual([]);
  });

  test('where the unit’s word is enough, when it is done', async () => {
    const office = await TestOffice.openBound({ settings: { acceptance: 'automatic' } });
    const view = await office.assignOne(weekly);
    await office.report(view, 'done');
    await office.goTo('2025-04-08 09:01');
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-04-17 after 1']);
  });

  test('of several units goes on when the last of them has done it', async () => {
    const office = await TestOffice.openBound({ settings: { acceptance: 'automatic' } });
    const [one, other] = await office.assign({ ...weekly, lead: ['KHTC', 'QLCN'] });
    if (!one || !other) throw new Error('There are two units');
    await office.report(one, 'done');
    await office.goTo('2025-04-08 09:01');
    expect(await tasks(office)).toHaveLength(1);
    await office.report(other, 'done', STAFF_OF_TECHNOLOGY);
    await office.goTo('2025-04-08 09:02');
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-04-17 after 1']);
    const next = await office.store.taskByNumber(office.app.agencyId, 2);
    expect(await office.store.assignmentsOfTask(next?.id ?? '')).toMatchObject([
      { role: 'lead' },
      { role: 'lead' },
    ]);
  });

  test('that is missed does not hold up the series: the next one is given out when its own reminders begin', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne(weekly);
    await office.deliver();
    for (const day of ['10', '11']) await office.goTo(`2025-04-${day} 07:30`);
    expect(await tasks(office)).toHaveLength(1);
    // Three working days before Thursday 17/4.
    expect(await office.goTo('2025-04-14 07:30')).toEqual([TO_PLANNING.assigned, TO_PLANNING.reminder]);
    // The new one has just been given; what is pressed is the old one.
    expect(office.said('reminder').lines.map(({ view: { task } }) => task.number)).toEqual([1]);
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-04-17 after 1']);
    // Finished late, it brings no second one.
    await office.report(view, 'done');
    await office.decideWork(view, true);
    await office.goTo('2025-04-14 10:00');
    expect(await tasks(office)).toHaveLength(2);
  });

  test('after weeks asleep goes on with the first that can still be done in time', async () => {
    const office = await TestOffice.openBound();
    await office.assignOne(weekly);
    await office.deliver();
    await office.goTo('2025-05-05 08:00');
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-05-08 after 1']);
    await office.goTo('2025-05-05 08:01');
    expect(await tasks(office)).toHaveLength(2);
  });

  test('is given out once, by however many processes and ticks', async () => {
    const office = await TestOffice.openBound({ settings: { acceptance: 'automatic' } });
    const view = await office.assignOne(weekly);
    await office.report(view, 'done');
    office.jumpTo('2025-04-08 10:00');
    await Promise.all([office.tick(), office.tick(), office.tick()]);
    expect(await tasks(office)).toHaveLength(2);
  });

  test('keeps its rule although one occurrence got more time', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne(weekly);
    await office.extend(view, '2025-04-15');
    await office.report(view, 'done');
    await office.decideWork(await office.view(view), true);
    await office.goTo('2025-04-08 10:00');
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-04-17 after 1']);
    expect((await partOf(office, 2)).deadline).toMatchObject({ bound: 'recurring', raw: '…' });
  });

  test('of every working day is not pressed twice on one morning', async () => {
    const office = await TestOffice.openBound();
    await office.assignOne({ due: '2025-04-10', bound: 'recurring', rrule: 'FREQ=DAILY' });
    await office.deliver();
    await office.goTo('2025-04-10 07:30');
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING.assigned, TO_PLANNING.reminder]);
    expect(office.said('reminder').lines.map(({ view: { task } }) => task.number)).toEqual([1]);
    expect(await tasks(office)).toEqual(['1 2025-04-10', '2 2025-04-11 after 1']);
  });

  test('that cannot be given out keeps no reminder from going out, and is tried again', async () => {
    const office = await TestOffice.openBound();
    await office.assignOne(weekly);
    await office.assign({ due: '2025-04-14' });
    await office.deliver();
    const { store } = office.app;
    const broken: typeof store = {
      ...store,
      firstDeadlineOf: () => Promise.reject(new Error('disk I/O error')),
    };
    Object.assign(office.app, { store: broken });
    office.jumpTo('2025-04-14 07:30');
    await expect(office.tick()).rejects.toThrow('could not be given out again');
    expect(await office.deliver()).toEqual([TO_PLANNING.reminder]);
    expect(office.said('reminder').lines.map(({ view: { task } }) => task.number)).toEqual([1, 2]);
    Object.assign(office.app, { store });
    expect(await office.goTo('2025-04-14 07:31')).toEqual([TO_PLANNING.assigned]);
  });

  test('ends where no unit is left that leads it', async () => {
    const office = await TestOffice.openBound({ settings: { acceptance: 'automatic' } });
    const view = await office.assignOne(weekly);
    await office.dissolve(view.unit);
    await office.report(view, 'done');
    await office.goTo('2025-04-08 10:00');
    expect(office.said('series_ended').view.task.number).toBe(1);
    expect(await office.trail(view)).toContain('series_ended');
    await office.goTo('2025-04-17 10:00');
    expect(await tasks(office)).toHaveLength(1);
  });

  test('that was called off ends without a word', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne(weekly);
    const { id, version: expectedVersion } = view.assignment;
    const set = { status: 'cancelled' } as const;
    const update = { op: 'update', entity: 'assignment', id, expectedVersion, set } as const;
    await office.store.commit(aPlan({ changes: [update] }));
    await office.goTo('2025-04-14 10:00');
    expect(await tasks(office)).toHaveLength(1);
    expect(await office.trail(view)).not.toContain('series_ended');
  });
});

test('work that is due once is given out once', async () => {
  const office = await TestOffice.openBound({ settings: { acceptance: 'automatic' } });
  const view = await office.assignOne({ due: '2025-04-10' });
  await office.report(view, 'done');
  await office.goTo('2025-04-30 10:00');
  expect(await tasks(office)).toHaveLength(1);
});
