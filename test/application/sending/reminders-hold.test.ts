// What holds whatever happens: tasks of any deadline, reports, decisions, nights, sleep, clocks put forward and back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planKeeper, replanAll } from '../../../src/application/reminding/replan.ts';
import { isAtRest } from '../../../src/domain/assignment.ts';
import { addDays, instantOf, localDateOf, localMoment, timeOfDayOf } from '../../../src/domain/local-time.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { isLadderRung } from '../../../src/domain/reminder.ts';
import { officialCalendar, officialCalendarData } from '../../support/calendars.ts';
import { STANDARD_ESCALATION, standardLadder } from '../../support/ladders.ts';
import { TestOffice } from '../../support/test-office.ts';

type Step =
  | {
      readonly do: 'assign';
      readonly inDays: number;
      readonly hour: string | null;
      readonly rrule: string | null;
    }
  | {
      readonly do: 'report';
      readonly which: number;
      readonly kind: 'in_progress' | 'blocked' | 'acknowledged' | 'done';
    }
  | { readonly do: 'decide'; readonly which: number; readonly isAccepted: boolean }
  | { readonly do: 'extend'; readonly which: number; readonly days: number }
  | { readonly do: 'sleep'; readonly hours: number }
  | { readonly do: 'set_back'; readonly hours: number };

const which = fc.nat({ max: 9 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('assign' as const),
    inDays: fc.integer({ min: -5, max: 20 }),
    hour: fc.option(fc.constantFrom('08:00', '17:00', '20:00', '23:30'), { nil: null, freq: 3 }),
    rrule: fc.option(fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY'), { nil: null, freq: 3 }),
  }),
  fc.record({
    do: fc.constant('report' as const),
    which,
    kind: fc.constantFrom('in_progress' as const, 'blocked', 'acknowledged', 'done'),
  }),
  fc.record({ do: fc.constant('decide' as const), which, isAccepted: fc.boolean() }),
  fc.record({ do: fc.constant('extend' as const), which, days: fc.integer({ min: 1, max: 10 }) }),
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('sleep' as const), hours: fc.integer({ min: 1, max: 90 }) }),
  },
  fc.record({ do: fc.constant('set_back' as const), hours: fc.integer({ min: 1, max: 200 }) }),
);

/** What a run leaves to be looked at. */
interface Run {
  readonly office: TestOffice;
  readonly views: () => Promise<readonly AssignmentView[]>;
}

const play = async (steps: readonly Step[], look: (run: Run, step: Step) => Promise<void>): Promise<void> => {
  const settings = { escalation: STANDARD_ESCALATION, ladder: { ...standardLadder(), hoursBefore: [4, 1] } };
  const office = await TestOffice.openBound({ settings });
  const keep = planKeeper(office.app, officialCalendarData);
  await keep();
  const views = async () =>
    office.store.assignmentViews(
      await office.store.openAssignmentIds(
        { agencyId: office.app.agencyId, role: 'lead' },
        { limit: 99, offset: 0 },
      ),
    );
  const live = async (): Promise<void> => {
    await keep();
    await office.tick();
    await office.deliver();
  };
  for (const step of steps) {
    const open = await views();
    const view = 'which' in step ? open[step.which % Math.max(1, open.length)] : undefined;
    switch (step.do) {
      case 'assign': {
        const day = addDays(localDateOf(office.now), step.inDays);
        const due = step.hour === null ? day : localMoment(day, step.hour);
        await office.assign({
          due,
          ...(step.rrule === null ? {} : { rrule: step.rrule, bound: 'recurring' }),
        });
        break;
      }
      case 'report':
        if (view) await office.report(view, step.kind);
        break;
      case 'decide':
        if (view?.assignment.status === 'submitted') await office.decideWork(view, step.isAccepted);
        break;
      case 'extend': {
        const due = view?.deadline?.lastOk ?? null;
        if (!view || due === null || isAtRest(view.assignment.status)) break;
        const base = Math.max(office.now, instantOf(due.slice(0, 10)));
        await office.extend(view, addDays(localDateOf(base), step.days));
        break;
      }
      case 'sleep':
        office.clock.jumpTo(office.now + step.hours * 3_600_000);
        break;
      case 'set_back':
        office.clock.jumpTo(office.now - step.hours * 3_600_000);
        break;
    }
    await live();
    await look({ office, views }, step);
  }
};

const whatever = (look: (run: Run, step: Step) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), (steps) => play(steps, look)),
    { seed: 20250414, numRuns: 15 },
  );

describe('whatever happens', () => {
  test('every open task with a date has its next reminder, and planning it again changes nothing', async () => {
    const wasSetBack = new WeakSet<TestOffice>();
    await whatever(async ({ office, views }, step) => {
      for (const view of await views()) {
        if (isAtRest(view.assignment.status) || view.deadline?.lastOk == null) continue;
        const planned = await office.store.plannedReminders([view.assignment.id]);
        const due = planned.filter(({ rung }) => isLadderRung(rung));
        expect(due.length).toBeGreaterThan(0);
        expect(new Set(due.map(({ fireAt }) => fireAt)).size).toBe(due.length);
        expect(planned.filter(({ rung }) => rung.startsWith('escalate')).length).toBeLessThanOrEqual(1);
      }
      // What a clock ahead used up is planned for its time; an extension granted since may ask for it anew.
      if (step.do === 'set_back') wasSetBack.add(office);
      const changed = await replanAll(office.app);
      if (!wasSetBack.has(office)) expect(changed).toBe(0);
      expect(await replanAll(office.app)).toBe(0);
    });
  });

  test('nothing is said on a day off or outside the hours but what an hour outside them demands, nor at night', async () => {
    const looked = new WeakMap<TestOffice, number>();
    await whatever(({ office }) => {
      const from = looked.get(office) ?? 0;
      looked.set(office, office.messenger.arrived.length);
      for (const { at, notification } of office.messenger.arrived.slice(from)) {
        if (notification.kind === 'task_assigned') continue;
        const [day, time] = [localDateOf(at), timeOfDayOf(at)];
        const isInHours = officialCalendar.isWorkingDay(day) && time >= '07:30' && time < '17:00';
        if (isInHours) continue;
        expect(notification).toMatchObject({ kind: 'reminder', isForThisHour: true });
        expect(time >= '06:00' && time < '21:30').toBe(true);
      }
      return Promise.resolve();
    });
  });

  test('an occurrence has one successor at most, and a task is told to no one twice in a step', async () => {
    await whatever(async ({ office }) => {
      const seen = new Set<string>();
      for (let number = 1; number < 60; number++) {
        const task = await office.store.taskByNumber(office.app.agencyId, number);
        if (task === null) break;
        expect(seen.has(task.followsId ?? task.id)).toBe(false);
        seen.add(task.followsId ?? task.id);
        if (task.followsId === null) seen.delete(task.id);
        const steps = (await office.store.auditOfTask(task.id)).filter(({ action }) =>
          action.startsWith('escalat'),
        );
        const taken = steps.map(({ assignmentId, after }) =>
          [assignmentId, after?.deadlineId, after?.step].join(),
        );
        expect(new Set(taken).size).toBe(taken.length);
      }
    });
  });

  test('nobody hears of a silence in a group', async () => {
    await whatever(({ office }) => {
      const told = office.messenger.arrived.filter(({ notification }) => notification.kind === 'escalation');
      expect(told.every(({ chatId }) => chatId > 0)).toBe(true);
      return Promise.resolve();
    });
  });
});
