import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import { handOver } from '../../../src/application/deciding/hand-over.ts';
import { replanAll } from '../../../src/application/reminding/replan.ts';
import { deliveryAuditor } from '../../../src/application/sending/audit-delivery.ts';
import type { DeliveryAudit } from '../../../src/application/sending/audit-delivery.ts';
import { LEASE_MS } from '../../../src/application/sending/deliver-outbox.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import type { AuditEvent } from '../../../src/domain/audit-event.ts';
import type { Member } from '../../../src/domain/member.ts';
import { WorkingCalendar } from '../../../src/domain/working-calendar.ts';
import { officialCalendarData } from '../../support/calendars.ts';
import { NO_ESCALATION, STANDARD_ESCALATION } from '../../support/ladders.ts';
import { aPlan, insert, update } from '../../support/plans.ts';
import { AGENCY_ID, aBotMessage, anOutboxMessage } from '../../support/rows.ts';
import type { TestOfficeOptions } from '../../support/test-office.ts';
import { TestOffice, at } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  HEAD_OF_PLANNING,
  PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  TECHNOLOGY,
} from '../../support/test-people.ts';

const NOTHING: DeliveryAudit = {
  replanned: 0,
  atTheEnd: 0,
  unplanned: 0,
  released: 0,
  late: { held: 0, cut_off: 0, clock: 0, unread: 0, queue: 0, unexplained: 0 },
  lossesTold: 0,
};

const open = async (options: TestOfficeOptions = {}) => {
  const office = await TestOffice.openBound(options);
  const way = { isCutOff: false, isClockWrong: false, unreadUntil: 0 };
  const audit = deliveryAuditor(office.app, {
    isCutOff: () => way.isCutOff,
    isClockWrong: () => way.isClockWrong,
    wasUnreadSince: (moment) => way.unreadUntil >= moment,
  });
  /** Runs a statement past the program, as a defect of an older version might have. */
  const damage = (statement: string): void => {
    const client = new Sqlite(office.path);
    client.exec(statement);
    client.close();
  };
  const repairs = (): readonly Pick<AuditEvent, 'after'>[] => {
    const client = new Sqlite(office.path, { readonly: true });
    const rows = client
      .prepare<[], { after: string }>(
        `select after from audit_events where action = 'delivery_repaired' order by id`,
      )
      .all();
    client.close();
    return rows.map(({ after }) => ({ after: JSON.parse(after) as AuditEvent['after'] }));
  };
  return { office, way, audit, damage, repairs };
};

describe('the auditor of reminders', () => {
  it('finds nothing where everything is in order, whatever the work is like', async () => {
    const { office, audit } = await open();
    await office.assign({ lead: ['KHTC'], coordinating: ['QLCN'], due: '2025-04-18' });
    await office.assign({ due: null });
    const done = await office.assignOne({ due: '2025-04-18' });
    await office.report(done, 'submitted');
    expect(await audit()).toEqual(NOTHING);
    await office.goTo('2025-04-22 07:30');
    expect(await audit()).toEqual(NOTHING);
  });

  it('plans again what has been lost, once, with a line in the audit trail', async () => {
    const { office, audit, damage } = await open();
    const view = await office.assignOne({ due: '2025-04-18' });
    const before = await office.planned(view);
    damage(`delete from reminders`);
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await office.planned(view)).toEqual(before);
    expect((await office.trail(view)).filter((action) => action === 'reminders_replanned')).toHaveLength(1);
    expect(await audit()).toEqual(NOTHING);
  });

  it('says nothing twice by what it plans: a rung that has gone out does not go out again', async () => {
    const { office, audit, damage } = await open();
    const view = await office.assignOne({ due: '2025-04-09' });
    await office.deliver();
    expect(await office.goTo('2025-04-10 07:30')).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
    damage(`delete from reminders where state = 'planned'`);
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await office.goTo('2025-04-10 16:00')).toEqual([]);
    expect(
      (await office.goTo('2025-04-11 07:30')).filter((each) => each.startsWith('reminder')),
    ).toHaveLength(1);
    expect(await office.planned(view)).not.toEqual([]);
  });

  it('plans nothing beside the message that gives the unit its task', async () => {
    const ladder = { before: [], onTheDay: ['07:30'], hoursBefore: [], after: [], thenEvery: null };
    const { office, audit } = await open({ now: '2025-04-08 20:00', settings: { ladder } });
    const view = await office.assignOne({ due: '2025-04-09' });
    expect(await office.planned(view)).toEqual([]);
    expect((await audit()).replanned).toBe(0);
    expect(await office.goTo('2025-04-09 07:30')).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
  });

  it('takes the end of the ladder for a reason, and does not look at it again and again', async () => {
    const ladder = { before: [], onTheDay: ['07:30'], hoursBefore: [], after: [], thenEvery: null };
    const { office, audit } = await open({ settings: { ladder } });
    await office.assignOne({ due: '2025-04-09' });
    await office.goTo('2025-04-09 07:30');
    await office.goTo('2025-04-14 07:30');
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
  });
});

describe('the auditor of escalations', () => {
  /** Phòng KHTC has a task due on Thursday 10/4/2025, told on Monday 14/4, Tuesday, Wednesday and Thursday at 09:00. */
  const openSilent = async ({ settings, ...options }: TestOfficeOptions = {}) => {
    const opened = await open({ ...options, settings: { escalation: STANDARD_ESCALATION, ...settings } });
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

describe('the auditor of messages', () => {
  const owed = (set: Parameters<typeof anOutboxMessage>[0]) =>
    anOutboxMessage({
      chatId: CHAT_OF.KHTC,
      notBefore: at('2025-04-08 09:00'),
      createdAt: at('2025-04-08 09:00'),
      decidedAt: at('2025-04-08 09:00'),
      ...set,
    });

  it('lets go what a worker has left behind, once, and sends nothing itself', async () => {
    const { office, audit, repairs } = await open();
    const left = owed({ state: 'sending', leaseUntil: office.now + LEASE_MS });
    await office.store.commit(aPlan({ outbox: [left] }));
    office.jumpTo('2025-04-08 09:11');
    expect(await audit()).toEqual(NOTHING);
    office.jumpTo('2025-04-08 09:12');
    expect(await audit()).toEqual({ ...NOTHING, released: 1 });
    expect(await office.store.outboxMessage(left.id)).toMatchObject({
      state: 'queued',
      leaseUntil: null,
      notBefore: office.now,
    });
    expect(repairs()).toEqual([
      { after: { repair: 'lease_released', outboxId: left.id, kind: 'task_assigned' } },
    ]);
    expect(await audit()).toEqual(NOTHING);
    expect(office.messenger.attempts).toBe(0);
  });

  it('knows why messages are late', async () => {
    const { office, way, audit } = await open();
    await office.store.commit(aPlan({ outbox: [owed({}), owed({ chatId: CHAT_OF.QLCN })] }));
    office.jumpTo('2025-04-08 09:09');
    expect(await audit()).toEqual(NOTHING);
    office.jumpTo('2025-04-08 09:10');
    const { now } = office;
    expect((await audit()).late).toEqual({ ...NOTHING.late, unexplained: 2 });
    way.unreadUntil = now - 600_000;
    expect((await audit()).late).toEqual({ ...NOTHING.late, unread: 2 });
    way.unreadUntil -= 1;
    expect((await audit()).late).toEqual({ ...NOTHING.late, unexplained: 2 });
    way.isClockWrong = true;
    expect((await audit()).late).toEqual({ ...NOTHING.late, clock: 2 });
    way.isClockWrong = false;
    way.isCutOff = true;
    expect((await audit()).late).toEqual({ ...NOTHING.late, cut_off: 2 });
    await office.store.holdSending({ chatId: CHAT_OF.QLCN, since: now, until: now + 1 });
    expect((await audit()).late).toEqual({ ...NOTHING.late, held: 1, cut_off: 1 });
    way.isCutOff = false;
    const sent = aBotMessage({ sentAt: now - 60_000, chatId: CHAT_OF.VP });
    await office.store.commit(aPlan({ changes: [insert('botMessage', sent)] }));
    expect((await audit()).late).toEqual({ ...NOTHING.late, held: 1, queue: 1 });
    await office.store.holdSending({ chatId: null, since: now, until: now + 1 });
    expect((await audit()).late).toEqual({ ...NOTHING.late, held: 2 });
  });
});

describe('the auditor of chats', () => {
  it('tells the secretaries of a loss that nobody was told of, once', async () => {
    const { office, audit, repairs } = await open();
    const lost = {
      agencyId: AGENCY_ID,
      chatId: CHAT_OF.KHTC,
      since: office.now,
      reason: '403: Forbidden: bot was kicked',
    };
    await office.store.markUnreachable(lost);
    expect(await audit()).toEqual({ ...NOTHING, lossesTold: 1 });
    expect(await audit()).toEqual(NOTHING);
    expect(await office.deliver()).toEqual([
      `chat_lost → ${String(SECRETARY.telegramId)}`,
      `chat_lost → ${String(SECOND_SECRETARY.telegramId)}`,
    ]);
    expect(office.said('chat_lost')).toMatchObject({ units: [{ id: PLANNING.id }], why: lost.reason });
    expect(await audit()).toEqual(NOTHING);
    expect(repairs()).toHaveLength(1);
  });

  it('says nothing of a loss that a failed message has told already', async () => {
    const { office, audit } = await open();
    office.messenger.lose(CHAT_OF.QLCN);
    await office.assignOne({ lead: ['QLCN'], due: '2025-04-18' });
    expect((await office.deliver()).filter((each) => each.startsWith('delivery_failed'))).toHaveLength(2);
    expect(await audit()).toEqual(NOTHING);
  });

  it('knows of a loss that only the binding tells of', async () => {
    const { office, audit } = await open();
    const binding = await office.store.bindingOfUnit(PLANNING.id);
    if (binding === null) throw new Error('The unit is bound');
    await office.store.commit(aPlan({ changes: [update('chatBinding', binding, { state: 'unreachable' })] }));
    expect(await audit()).toEqual({ ...NOTHING, lossesTold: 1 });
    expect(await audit()).toEqual(NOTHING);
  });

  it('says nothing of what can be written to again by the time it would be said', async () => {
    const { office, audit } = await open({ now: '2025-04-08 20:00' });
    const lost = {
      agencyId: AGENCY_ID,
      chatId: CHAT_OF.KHTC,
      since: office.now,
      reason: '403: Forbidden: bot was kicked',
    };
    await office.store.markUnreachable(lost);
    await audit();
    expect(await office.deliver()).toEqual([]);
    await office.store.markReachable(AGENCY_ID, CHAT_OF.KHTC);
    expect(await office.goTo('2025-04-09 07:30')).toEqual([]);
  });
});
