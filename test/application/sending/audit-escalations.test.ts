import { describe, expect, it } from 'vitest';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import { handOver } from '../../../src/application/deciding/hand-over.ts';
import { replanAll } from '../../../src/application/reminding/replan.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import type { Member } from '../../../src/domain/member.ts';
import { WorkingCalendar } from '../../../src/domain/working-calendar.ts';
import { NOTHING, openAudited } from '../../support/audited-office.ts';
import { officialCalendarData } from '../../support/calendars.ts';
import { NO_ESCALATION, STANDARD_ESCALATION } from '../../support/ladders.ts';
import type { TestOfficeOptions } from '../../support/test-office.ts';
import {
  DEPUTY,
  HEAD_OF_PLANNING,
  PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  TECHNOLOGY,
} from '../../support/test-people.ts';

describe('the auditor of escalations', () => {
  /** Phòng KHTC has a task due on Thursday 10/4/2025, told on Monday 14/4, Tuesday, Wednesday and Thursday at 09:00. */
  const openSilent = async ({ settings, ...options }: TestOfficeOptions = {}) => {
    const opened = await openAudited({
      ...options,
      settings: { escalation: STANDARD_ESCALATION, ...settings },
    });
    const { office, audit, damage } = opened;
    const view = await office.assignOne({ due: '2025-04-10' });
    await office.deliver();
    const steps = async () => (await office.planned(view)).filter((rung) => rung.startsWith('escalate'));
    const loseStep = () => {
      damage(`delete from reminders where state = 'planned' and rung like 'escalate-%'`);
    };
    const repaired = async () =>
      (await office.trail(view)).filter((action) => action === 'reminders_replanned').length;
    /** Lives through working days; after each moment the auditor finds nothing to do. */
    const live = async (...days: readonly string[]) => {
      const told: string[] = [];
      for (const day of days) {
        for (const hour of ['07:30', '09:00', '16:00']) {
          const arrived = await office.goTo(`2025-${day} ${hour}`);
          told.push(...arrived.filter((one) => one.startsWith('escalation')).map((one) => `${day} ${one}`));
          expect(await audit()).toEqual(NOTHING);
        }
      }
      return told;
    };
    return { ...opened, view, steps, loseStep, repaired, live };
  };
  const chat = ({ telegramId }: Member): string => `escalation → ${String(telegramId)}`;

  it('plans a lost step again, once, with a line in the audit trail; it is taken at its time', async () => {
    const { audit, steps, loseStep, repaired, live } = await openSilent();
    loseStep();
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(['escalate-head 04-14 09:00']);
    expect(await audit()).toEqual(NOTHING);
    expect(await live('04-11', '04-14')).toEqual([`04-14 ${chat(HEAD_OF_PLANNING)}`]);
    expect(await repaired()).toBe(1);
  });

  it('finds nothing to do as long as the steps are taken, nor when the last one has been', async () => {
    const { steps, live } = await openSilent();
    expect(await live('04-11', '04-14', '04-15', '04-16', '04-17', '04-18', '04-21')).toEqual([
      `04-14 ${chat(HEAD_OF_PLANNING)}`,
      `04-15 ${chat(SECRETARY)}`,
      `04-15 ${chat(SECOND_SECRETARY)}`,
      `04-16 ${chat(DEPUTY)}`,
    ]);
    expect(await steps()).toEqual([]);
  });

  it('goes on after the steps that were taken, and never with two on one day', async () => {
    const { office, audit, steps, loseStep, live } = await openSilent();
    await live('04-11', '04-14', '04-15');
    loseStep();
    office.jumpTo('2025-04-15 16:10');
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(['escalate-deputy 04-16 09:00']);
    loseStep();
    // Found only days later, it comes with the next morning.
    office.jumpTo('2025-04-21 09:10');
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(['escalate-deputy 04-22 09:00']);
    expect(await live('04-22', '04-23')).toEqual([`04-22 ${chat(DEPUTY)}`]);
  });

  it('waits as long as a report makes it wait', async () => {
    const { office, view, audit, steps, loseStep, live } = await openSilent();
    await live('04-11', '04-14');
    await office.report(view, { kind: 'in_progress', progress: 60 });
    const before = await steps();
    expect(before).toEqual(['escalate-secretary 04-22 09:00']);
    expect(await audit()).toEqual(NOTHING);
    loseStep();
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(before);
    expect(await audit()).toEqual(NOTHING);
  });

  it('leaves what was handed in alone; sent back, it goes on from there', async () => {
    const { office, view, audit, steps, loseStep, live } = await openSilent();
    await live('04-11', '04-14');
    await office.report(view, 'done');
    expect(await live('04-15', '04-16')).toEqual([]);
    await office.decideWork(view, false);
    const before = await steps();
    expect(await audit()).toEqual(NOTHING);
    loseStep();
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(before);
    expect(await audit()).toEqual(NOTHING);
  });

  it('begins anew for a unit that got its work back, though all steps had been taken before', async () => {
    const { office, view, audit, steps, loseStep, live } = await openSilent();
    await live('04-11', '04-14', '04-15', '04-16', '04-17');
    const give = async (from: AssignmentView, toUnitId: string) => {
      const origin = office.message();
      await handOver(office.app, { member: SECRETARY, assignmentId: from.assignment.id, toUnitId, origin });
      const assignments = await office.store.assignmentsOfTask(view.task.id);
      const [next] = await office.store.assignmentViews(
        assignments.filter(({ unitId }) => unitId === toUnitId).map(({ id }) => id),
      );
      if (next === undefined) throw new Error('It was not handed over');
      return next;
    };
    const other = await give(view, TECHNOLOGY.id);
    expect(await audit()).toEqual(NOTHING);
    office.jumpTo('2025-04-18 09:00');
    await give(other, PLANNING.id);
    await office.deliver();
    expect(await steps()).toEqual(['escalate-head 04-22 09:00']);
    expect(await audit()).toEqual(NOTHING);
    loseStep();
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(['escalate-head 04-22 09:00']);
    expect(await audit()).toEqual(NOTHING);
  });

  it('begins anew for a new deadline; a wish for one that nobody has answered only puts the step off', async () => {
    const { office, view, audit, steps, loseStep, live } = await openSilent();
    await live('04-11', '04-14', '04-15', '04-16', '04-17');
    await office.extend(view, '2025-04-22');
    await office.deliver();
    const before = await steps();
    expect(before).toEqual(['escalate-head 04-24 09:00']);
    loseStep();
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(before);
    await live('04-18', '04-23');
    const wish = { newDue: '2025-06-02', raw: 'đến 2/6', reason: null, origin: office.message() };
    await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: view.assignment.id,
      ...wish,
    });
    await office.deliver();
    expect(await live('04-24', '04-25', '04-28', '04-29')).toEqual([]);
    expect(await steps()).toEqual(['escalate-head 05-05 09:00']);
  });

  it('takes a last step that reached nobody for a reason, and does not look at it again and again', async () => {
    const after = { head: 2, secretary: null, deputy: null, director: null };
    const { office, audit, repaired } = await openSilent({
      members: { [HEAD_OF_PLANNING.id]: { telegramId: null } },
      settings: { escalation: { ...STANDARD_ESCALATION, after } },
    });
    await office.goTo('2025-04-14 09:00');
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
    expect(await repaired()).toBe(0);
  });

  it('takes no step again because the calendar has moved the last working day', async () => {
    const { office, view, audit, steps, live } = await openSilent();
    await live('04-11', '04-14', '04-15', '04-16', '04-17');
    const daysOff = { ...officialCalendarData.daysOff, '2025-04-10': 'Nghỉ bù' };
    Object.assign(office.app, { calendar: new WorkingCalendar({ ...officialCalendarData, daysOff }) });
    await replanAll(office.app);
    expect((await office.view(view)).deadline).toMatchObject({ lastOkWorkday: '2025-04-09' });
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
    expect(await replanAll(office.app)).toBe(0);
    expect(await steps()).toEqual([]);
  });

  it('sees that a step is lost although the ladder is known to be at its end', async () => {
    const ladder = { before: [], onTheDay: ['07:30'], hoursBefore: [], after: [], thenEvery: null };
    const { office, audit, steps, loseStep } = await openSilent({ settings: { ladder } });
    await office.goTo('2025-04-10 07:30');
    await office.goTo('2025-04-11 07:30');
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
    loseStep();
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await steps()).toEqual(['escalate-head 04-14 09:00']);
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
  });

  it('misses no step where the agency takes none', async () => {
    const { live } = await openSilent({ settings: { escalation: NO_ESCALATION } });
    expect(await live('04-11', '04-14', '04-15')).toEqual([]);
  });
});
