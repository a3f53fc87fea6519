import { describe, expect, test } from 'vitest';
import { planKeeper, replanAll } from '../../../src/application/reminding/replan.ts';
import type { AgencySettings } from '../../../src/domain/agency.ts';
import type { CalendarData } from '../../../src/domain/working-calendar.ts';
import { WorkingCalendar } from '../../../src/domain/working-calendar.ts';
import { officialCalendarData } from '../../support/calendars.ts';
import { NO_RUNGS, STANDARD_ESCALATION, standardLadder } from '../../support/ladders.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF } from '../../support/test-people.ts';

const TO_PLANNING = `reminder → ${CHAT_OF.KHTC}`;

/** Stops the bot and starts it with another configuration. */
const restart = async (
  office: TestOffice,
  settings: Partial<AgencySettings>,
  calendar: CalendarData = officialCalendarData,
): Promise<void> => {
  Object.assign(office.app, {
    settings: { ...office.app.settings, ...settings },
    calendar: new WorkingCalendar(calendar),
  });
  await planKeeper(office.app, calendar)();
};

const withDayOff = (day: string): CalendarData => ({
  ...officialCalendarData,
  daysOff: { ...officialCalendarData.daysOff, [day]: 'Nghỉ bù' },
});

describe('at the next start', () => {
  test('the plan follows the ladder; each assignment that changes has one line in the record', async () => {
    const office = await TestOffice.openBound();
    await restart(office, {});
    const view = await office.assignOne({ due: '2025-04-25' });
    await office.deliver();
    await restart(office, { ladder: { ...standardLadder('08:00'), before: [{ days: 5, at: '14:00' }] } });
    expect(await office.planned(view)).toEqual([
      'before-5 04-18 14:00',
      'on-day 04-25 08:00',
      'overdue 04-26 08:00',
    ]);
    expect(await office.trail(view)).toEqual(['task_created', 'message_sent', 'reminders_replanned']);
  });

  test('and a day off that was added; the last working day is another one then', async () => {
    const office = await TestOffice.openBound();
    await restart(office, {});
    const view = await office.assignOne({ due: '2025-04-18' });
    await office.deliver();
    await restart(office, {}, withDayOff('2025-04-18'));
    expect(await office.planned(view)).toEqual([
      'before-3 04-14 07:30',
      'before-1 04-16 07:30',
      'on-day 04-17 07:30',
      'overdue 04-21 07:30',
    ]);
    expect((await office.view(view)).deadline).toMatchObject({
      due: '2025-04-18',
      lastOkWorkday: '2025-04-17',
    });
    expect((await office.view(view)).assignment.overdueFrom).toBe(view.assignment.overdueFrom);
    // Taken out again, everything is as it was.
    await restart(office, {});
    expect((await office.view(view)).deadline).toMatchObject({ lastOkWorkday: '2025-04-18' });
    expect(await office.planned(view)).toContain('before-3 04-15 07:30');
  });

  test('and the hours, the escalation, the ladder of a class of tasks', async () => {
    const office = await TestOffice.openBound();
    await restart(office, {});
    const plain = await office.assignOne({ due: '2025-04-15T08:00:00+07:00' });
    const provincial = await office.assignOne({ due: '2025-04-15', category: 'provincial' });
    await restart(office, {
      escalation: STANDARD_ESCALATION,
      ladder: { ...NO_RUNGS, hoursBefore: [1] },
      ladderOfCategory: { provincial: { ...NO_RUNGS, onTheDay: ['09:00'] } },
      workingHours: { morning: ['07:00', '11:30'], afternoon: ['13:30', '17:00'] },
    });
    expect(await office.planned(plain)).toEqual(['hours-1 04-15 07:00', 'escalate-head 04-17 09:00']);
    expect(await office.planned(provincial)).toEqual(['on-day 04-15 09:00', 'escalate-head 04-17 09:00']);
  });

  test('with the same configuration changes nothing, nor does planning twice', async () => {
    const office = await TestOffice.openBound({ settings: { escalation: STANDARD_ESCALATION } });
    await restart(office, {});
    const views = [
      await office.assignOne({ due: '2025-04-15' }),
      await office.assignOne({ due: '2025-04-03' }),
      await office.assignOne({}),
      await office.assignOne({ due: '2025-04-10', bound: 'recurring', rrule: 'FREQ=WEEKLY;BYDAY=TH' }),
    ];
    const plans = () => Promise.all(views.map((view) => office.planned(view)));
    const before = await plans();
    await restart(office, {});
    expect(await replanAll(office.app)).toBe(0);
    office.jumpTo('2025-04-14 16:00');
    await office.tick();
    await office.deliver();
    const later = await plans();
    expect(later).not.toEqual(before);
    expect(await replanAll(office.app)).toBe(0);
    expect(await plans()).toEqual(later);
    for (const view of views) expect(await office.trail(view)).not.toContain('reminders_replanned');
  });

  test('what is due and waits for the office is neither lost nor said twice', async () => {
    const office = await TestOffice.openBound({ settings: { escalation: STANDARD_ESCALATION } });
    await restart(office, {});
    const view = await office.assignOne({ due: '2025-04-09' });
    await office.deliver();
    office.jumpTo('2025-04-14 20:00');
    await restart(office, { ladder: standardLadder('08:00') });
    expect(await office.goTo('2025-04-15 08:00')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-15 09:00')).toEqual(['escalation → 15']);
    expect(await office.goTo('2025-04-15 16:00')).toEqual([]);
    expect(await office.planned(view)).toEqual(['overdue 04-16 08:00', 'escalate-secretary 04-16 09:00']);
  });

  test('a step that was taken is not taken again', async () => {
    const office = await TestOffice.openBound({ settings: { escalation: STANDARD_ESCALATION } });
    await restart(office, {});
    const view = await office.assignOne({ due: '2025-04-09' });
    await office.deliver();
    await office.goTo('2025-04-11 09:00');
    const escalation = { ...STANDARD_ESCALATION, at: '10:00' };
    await restart(office, { escalation });
    expect(await office.planned(view)).toContain('escalate-secretary 04-14 10:00');
    await restart(office, {
      escalation: { ...escalation, after: { head: 2, secretary: null, deputy: null, director: null } },
    });
    await restart(office, { escalation });
    expect(await office.planned(view)).toContain('escalate-secretary 04-14 10:00');
  });

  test('what was planned for a task without a change of its own stays, and goes out', async () => {
    const office = await TestOffice.openBound();
    await restart(office, {});
    await office.assignOne({ due: '2025-04-11' });
    await office.deliver();
    await restart(office, { escalation: STANDARD_ESCALATION });
    expect(await office.goTo('2025-04-10 07:30')).toEqual([TO_PLANNING]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
  });
});

describe('a clock that jumps', () => {
  /** The bot with its clock as it is: the plan is kept before every tick. */
  const running = async (settings: Partial<AgencySettings> = {}) => {
    const office = await TestOffice.openBound({ settings });
    const keep = planKeeper(office.app, officialCalendarData);
    await keep();
    const view = await office.assignOne({ due: '2025-04-15', bound: 'before' });
    await office.deliver();
    const goTo = async (written: string): Promise<readonly string[]> => {
      office.jumpTo(written);
      await keep();
      return office.goTo(written);
    };
    return { office, view, goTo };
  };

  test('an hour ahead and back repeats nothing and loses nothing', async () => {
    const { goTo } = await running();
    expect(await goTo('2025-04-09 07:30')).toEqual([TO_PLANNING]);
    expect(await goTo('2025-04-09 08:30')).toEqual([]);
    expect(await goTo('2025-04-09 06:40')).toEqual([]);
    expect(await goTo('2025-04-09 07:30')).toEqual([]);
    expect(await goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
  });

  test('a week ahead by mistake: what was passed over there comes at its time, what was said there is not said again', async () => {
    const { office, view, goTo } = await running();
    // Wednesday 16/4 by the clock, while it is 8/4: the latest rung goes out, the others are coalesced.
    expect(await goTo('2025-04-16 09:00')).toEqual([TO_PLANNING]);
    expect(await goTo('2025-04-08 10:00')).toEqual([]);
    expect(await office.planned(view)).toEqual(
      ['before-3 04-09 07:30', 'before-1 04-11 07:30', 'on-day 04-14 07:30'].concat(['overdue 04-16 07:30']),
    );
    expect(await goTo('2025-04-09 07:30')).toEqual([TO_PLANNING]);
    expect(await goTo('2025-04-11 07:30')).toEqual([TO_PLANNING]);
    expect(await goTo('2025-04-14 07:30')).toEqual([TO_PLANNING]);
    expect(await goTo('2025-04-15 07:30')).toEqual([]);
    expect(await goTo('2025-04-16 07:30')).toEqual([TO_PLANNING]);
  });

  test('a week behind, put right: one message, and each step of the escalation on a day of its own', async () => {
    const { office, goTo } = await running({ escalation: STANDARD_ESCALATION });
    expect(await goTo('2025-04-22 08:00')).toEqual([TO_PLANNING]);
    expect(await goTo('2025-04-22 09:00')).toEqual(['escalation → 15']);
    expect(office.said('reminder').lines).toHaveLength(1);
    expect(await goTo('2025-04-22 16:00')).toEqual([]);
    expect(await goTo('2025-04-23 09:00')).toEqual([TO_PLANNING, 'escalation → 11', 'escalation → 12']);
  });

  test('seconds back move nothing', async () => {
    const { office, view, goTo } = await running();
    await goTo('2025-04-09 07:30');
    const before = await office.planned(view);
    office.clock.jumpTo(office.now - 30_000);
    await office.tick();
    expect(await office.planned(view)).toEqual(before);
    expect(await office.trail(view)).not.toContain('reminders_replanned');
  });
});
