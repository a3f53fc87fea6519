import { describe, expect, it } from 'vitest';
import { queueDigests } from '../../../src/application/reminding/queue-digests.ts';
import { regainChat } from '../../../src/application/chats/chat-changes.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import type { DigestTimes } from '../../../src/domain/digest.ts';
import { NO_CELLS } from '../../../src/domain/four-cells.ts';
import type { Digest } from '../../../src/domain/digest-view.ts';
import { aPlan, insert, update } from '../../support/plans.ts';
import { aReminder } from '../../support/rows.ts';
import { TestOffice } from '../../support/test-office.ts';
import type { TestOfficeOptions } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  STAFF_OF_TECHNOLOGY,
  TECHNOLOGY,
} from '../../support/test-people.ts';

const NONE: DigestTimes = { deputy_week: null, director_week: null, secretary_day: null, undated_week: null };

const openOffice = (digests: Partial<DigestTimes>, options: TestOfficeOptions = {}): Promise<TestOffice> =>
  TestOffice.openBound({ ...options, settings: { digests: { ...NONE, ...digests }, ...options.settings } });

/** Lets a minute's lists happen; returns what arrived. */
const at = async (office: TestOffice, written: string): Promise<readonly string[]> => {
  office.jumpTo(written);
  await queueDigests(office.app);
  return office.deliver();
};

const said = <K extends Digest['kind']>(office: TestOffice, kind: K): Extract<Digest, { kind: K }> => {
  const { digest } = office.said('digest');
  if (digest.kind !== kind) throw new Error(`A ${digest.kind} has arrived`);
  return digest as Extract<Digest, { kind: K }>;
};

const numbers = ({
  lines,
}: {
  readonly lines: readonly { readonly view: { readonly task: { readonly number: number } } }[];
}) => lines.map(({ view }) => view.task.number);

const toDeputy = `digest → ${DEPUTY.telegramId ?? 0}`;
const toDirector = `digest → ${DIRECTOR.telegramId ?? 0}`;
const toSecretaries = [SECRETARY, SECOND_SECRETARY].map(({ telegramId }) => `digest → ${telegramId ?? 0}`);

describe('the week of a deputy', () => {
  it('holds what waits in their units, and nothing of others', async () => {
    const office = await openOffice({ deputy_week: '07:30' });
    const overdue = await office.assignOne({ due: '2025-04-11' });
    const friday = await office.assignOne({ due: '2025-04-18' });
    // Due on Sunday, so that Friday is its last working day.
    const sunday = await office.assignOne({ due: '2025-04-20' });
    await office.assignOne({ due: '2025-04-21' });
    const blocked = await office.assignOne({ due: '2025-05-30' });
    const done = await office.assignOne({ due: '2025-05-30' });
    const asking = await office.assignOne({ due: '2025-05-30' });
    await office.assignOne({ lead: ['QLCN'], coordinating: ['KHTC'], due: '2025-04-11' });
    await office.deliver();
    await office.report(blocked, 'blocked');
    await office.report(done, 'done');
    const ofNow = { member: HEAD_OF_PLANNING, raw: 'xin lùi', reason: null, origin: office.message() };
    await requestExtension(office.app, {
      ...ofNow,
      assignmentId: asking.assignment.id,
      newDue: '2025-06-30',
    });
    await office.deliver();

    expect(await at(office, '2025-04-14 07:30')).toEqual([toDeputy]);
    const week = said(office, 'deputy_week');
    expect(week).toMatchObject({ today: '2025-04-14', until: '2025-04-18', openCount: 7 });
    expect(numbers(week.overdue)).toEqual([overdue.task.number]);
    expect(numbers(week.due)).toEqual([friday.task.number, sunday.task.number]);
    expect(numbers(week.extensions)).toEqual([asking.task.number]);
    expect(numbers(week.submitted)).toEqual([done.task.number]);
    expect(numbers(week.blocked)).toEqual([blocked.task.number]);
    expect(week.overdue.lines[0]?.workingDaysOverdue).toBe(1);
  });

  it('is told once, however often it is asked for and by however many processes', async () => {
    const office = await openOffice({ deputy_week: '07:30' });
    await office.assignOne({ due: '2025-06-30' });
    await office.deliver();
    office.jumpTo('2025-04-14 07:30');
    const second = { ...office.app, store: office.openSecondStore() };
    await Promise.all([queueDigests(office.app), queueDigests(second), queueDigests(office.app)]);
    expect(await office.deliver()).toEqual([toDeputy]);
    // The hour is set back and comes again; the week goes on.
    expect(await at(office, '2025-04-14 06:30')).toEqual([]);
    expect(await at(office, '2025-04-14 07:31')).toEqual([]);
    expect(await at(office, '2025-04-18 16:00')).toEqual([]);
    expect(await at(office, '2025-04-21 07:30')).toEqual([toDeputy]);
  });

  it('is not tried again all day where it cannot be sent', async () => {
    const office = await openOffice({ deputy_week: '07:30' });
    await office.assignOne({ due: '2025-06-30' });
    await office.deliver();
    office.messenger.lose(DEPUTY.telegramId ?? 0);
    await at(office, '2025-04-14 07:30');
    const { attempts } = office.messenger;
    for (const time of ['07:31', '07:32', '16:00'])
      expect(await at(office, `2025-04-14 ${time}`)).toEqual([]);
    expect(office.messenger.attempts).toBe(attempts);
  });

  it('is for deputies whose Telegram account is known; one that becomes known in the day gets it then', async () => {
    const office = await openOffice(
      { deputy_week: '07:30' },
      { members: { [DEPUTY.id]: { telegramId: null } } },
    );
    await office.assignOne({ due: '2025-06-30' });
    await office.deliver();
    expect(await at(office, '2025-04-14 07:30')).toEqual([]);
    await office.store.syncAgency(
      { id: office.app.agencyId, name: 'Sở' },
      [PLANNING, TECHNOLOGY],
      [SECRETARY, DEPUTY],
    );
    expect(await at(office, '2025-04-14 09:00')).toEqual([toDeputy]);
  });

  it('is dropped where the day went by, or the list or the post is no longer theirs', async () => {
    const office = await openOffice({ deputy_week: '07:30', director_week: '07:30' });
    await office.assignOne({ due: '2025-06-30' });
    await office.deliver();
    office.messenger.isConnected = false;
    expect(await at(office, '2025-04-14 07:30')).toEqual([]);
    office.messenger.isConnected = true;
    // The network comes back in the next week: that week's list is the one to read.
    office.jumpTo('2025-04-21 08:00');
    expect(await office.deliver()).toEqual([]);
    expect(await at(office, '2025-04-21 08:01')).toEqual([toDeputy, toDirector]);

    office.jumpTo('2025-04-28 07:30');
    await queueDigests(office.app);
    const former = { ...DEPUTY, role: 'staff' } as const;
    await office.store.syncAgency(
      { id: office.app.agencyId, name: 'Sở' },
      [PLANNING, TECHNOLOGY],
      [SECRETARY, DIRECTOR, former],
    );
    expect(await office.deliver()).toEqual([toDirector]);
  });
});

describe('the week of the director', () => {
  it('counts every unit in four cells, of which the overdue are those that /quahan shows', async () => {
    const office = await openOffice({ director_week: '07:30' }, { now: '2025-04-01 09:00' });
    const late = await office.assignOne({ due: '2025-04-04' });
    const inTime = await office.assignOne({ due: '2025-04-30' });
    const doneInTime = await office.assignOne({ due: '2025-04-30' });
    const doneLate = await office.assignOne({ due: '2025-04-04' });
    const long = await office.assignOne({ due: '2025-04-30' });
    await office.assignOne({});
    await office.assignOne({ lead: ['QLCN'], coordinating: ['KHTC'], due: '2025-04-04' });
    await office.deliver();
    // Finished before the week that is told of.
    await settle(office, long, '2025-04-04 10:00');
    await settle(office, doneInTime, '2025-04-08 10:00');
    await settle(office, doneLate, '2025-04-08 10:00');
    office.jumpTo('2025-04-09 10:00');
    await office.report(inTime, 'done');
    await office.deliver();

    expect(await at(office, '2025-04-14 07:30')).toEqual([toDirector]);
    const week = said(office, 'director_week');
    expect(week.since).toBe('2025-04-07');
    expect(week.units.map(({ unit, cells }) => [unit?.code, cells])).toEqual([
      ['KHTC', { doneInTime: 1, doneLate: 1, openInTime: 0, openLate: 1, submitted: 1, undated: 1 }],
      ['QLCN', { doneInTime: 0, doneLate: 0, openInTime: 0, openLate: 1, submitted: 0, undated: 0 }],
    ]);
    const counts = await office.store.overdueCounts({ agencyId: office.app.agencyId }, office.now);
    expect(counts.map(({ count }) => count)).toEqual(week.units.map(({ cells }) => cells.openLate));
    expect(week.escalated.total).toBe(0);
    expect((await office.view(late)).assignment.status).toBe('assigned');
  });

  it('counts the work of units that are no longer declared together', async () => {
    const office = await openOffice({ director_week: '07:30' });
    await office.assignOne({ due: '2025-06-30' });
    await office.assignOne({ lead: ['QLCN'], due: '2025-06-30' });
    await office.deliver();
    await office.store.syncAgency({ id: office.app.agencyId, name: 'Sở' }, [], [DIRECTOR]);
    await at(office, '2025-04-14 07:30');
    expect(said(office, 'director_week').units).toEqual([
      { unit: null, cells: { ...NO_CELLS, openInTime: 2 } },
    ]);
  });

  it('names what has climbed up to the director, until the unit reports it done', async () => {
    const office = await openOffice({ director_week: '07:30' }, { now: '2025-04-01 09:00' });
    const climbed = await office.assignOne({ due: '2025-04-04' });
    await office.assignOne({ due: '2025-04-04' });
    await office.deliver();
    const row = aReminder(climbed.assignment, {
      agencyId: office.app.agencyId,
      rung: 'escalate-director',
      state: 'queued',
      fireAt: office.now + 10 * 86_400_000,
    });
    await office.store.commit(aPlan({ changes: [insert('reminder', row)] }));
    await at(office, '2025-04-14 07:30');
    expect(numbers(said(office, 'director_week').escalated)).toEqual([climbed.task.number]);
    await office.report(climbed, 'done');
    await office.deliver();
    await at(office, '2025-04-21 07:30');
    expect(said(office, 'director_week').escalated.total).toBe(0);
  });

  it('names the requests for more time that nobody but the director decides on', async () => {
    const office = await openOffice({ director_week: '07:30' });
    // One unit has no deputy director in charge.
    const own = await office.assignOne({ lead: ['QLCN'], due: '2025-05-30' });
    const ofDeputy = await office.assignOne({ due: '2025-05-30' });
    await office.deliver();
    for (const [view, member] of [
      [own, STAFF_OF_TECHNOLOGY],
      [ofDeputy, HEAD_OF_PLANNING],
    ] as const) {
      const wish = { member, raw: 'xin lùi', reason: null, newDue: '2025-06-30', origin: office.message() };
      await requestExtension(office.app, { ...wish, assignmentId: view.assignment.id });
    }
    await office.deliver();
    await at(office, '2025-04-14 07:30');
    expect(numbers(said(office, 'director_week').extensions)).toEqual([own.task.number]);
  });

  it('is silent where nothing is being followed', async () => {
    const office = await openOffice({ director_week: '07:30', deputy_week: '07:30', undated_week: '07:30' });
    expect(await at(office, '2025-04-14 07:30')).toEqual([]);
  });

  /** The unit reports the work done, and it is accepted on the spot. */
  const settle = async (
    office: TestOffice,
    { assignment }: Awaited<ReturnType<TestOffice['assignOne']>>,
    written: string,
  ): Promise<void> => {
    office.jumpTo(written);
    const set = { status: 'done', completedAt: office.now } as const;
    await office.store.commit(aPlan({ changes: [update('assignment', assignment, set)] }));
  };
});

describe('the day of the secretaries', () => {
  it('names what did not arrive, who cannot be reached and who has no chat', async () => {
    const office = await openOffice({ secretary_day: '07:30' });
    // The unit has no head who could be told instead.
    office.messenger.lose(CHAT_OF.QLCN);
    const { task } = await office.assignOne({ lead: ['QLCN'], due: '2025-06-30' });
    await office.deliver();
    expect(await at(office, '2025-04-09 07:30')).toEqual(toSecretaries);
    const lost = { unitsWithoutChat: [{ code: 'QLCN' }], unreachable: ['Nhóm QLCN'], undated: 0 };
    expect(said(office, 'secretary_day')).toMatchObject({
      ...lost,
      failed: [{ what: 'task_assigned', unit: { code: 'QLCN' }, taskNumbers: [task.number] }],
    });
    // What failed before the list of the day before is not news, and what stays as it was is said again next week.
    expect(await at(office, '2025-04-10 07:30')).toEqual([]);
    expect(await at(office, '2025-04-14 07:30')).toEqual(toSecretaries);
    expect(said(office, 'secretary_day')).toMatchObject({ ...lost, failed: [] });

    office.messenger.welcome(CHAT_OF.QLCN);
    await regainChat(office.app, CHAT_OF.QLCN);
    await office.deliver();
    expect(await at(office, '2025-04-15 07:30')).toEqual([]);
  });

  it('is left out where it would say what it said the day before', async () => {
    const office = await openOffice({ secretary_day: '07:30' });
    const [one, other] = [
      await office.assignOne({ due: '2025-06-30' }),
      await office.assignOne({ due: '2025-06-30' }),
    ];
    await office.deliver();
    await office.report(one, 'done');
    await office.deliver();
    expect(await at(office, '2025-04-09 07:30')).toEqual(toSecretaries);
    expect(await at(office, '2025-04-10 07:30')).toEqual([]);
    // What is new brings all of it.
    await office.report(other, 'done');
    await office.deliver();
    expect(await at(office, '2025-04-11 07:30')).toEqual(toSecretaries);
    expect(said(office, 'secretary_day').submitted.total).toBe(2);
    // So does the beginning of a week.
    expect(await at(office, '2025-04-14 07:30')).toEqual(toSecretaries);
    expect(await at(office, '2025-04-15 07:30')).toEqual([]);
    await office.decideWork(one, true);
    await office.deliver();
    expect(await at(office, '2025-04-16 07:30')).toEqual(toSecretaries);
  });

  it('names the tasks of units that exist no longer, whoever still reads them', async () => {
    const office = await openOffice({ secretary_day: '07:30' });
    const open = await office.assignOne({ due: '2025-06-30' });
    const done = await office.assignOne({ due: '2025-06-30' });
    await office.deliver();
    expect(await at(office, '2025-04-09 07:30')).toEqual([]);

    await office.dissolve(PLANNING);
    await office.report(done, 'done');
    await office.decideWork(done, true);
    await office.deliver();
    expect(await at(office, '2025-04-10 07:30')).toEqual(toSecretaries);
    expect(said(office, 'secretary_day').formerUnits).toMatchObject([
      { unit: { code: 'KHTC' }, taskNumbers: [open.task.number] },
    ]);
  });

  it('counts what was given without a deadline since the list before; the rest is asked for once a week', async () => {
    const office = await openOffice({ secretary_day: '07:30', undated_week: '13:30' });
    expect(await at(office, '2025-04-08 13:30')).toEqual([]);
    await office.assignOne({ lead: ['QLCN'] });
    await office.deliver();
    expect(await at(office, '2025-04-09 07:30')).toEqual(toSecretaries);
    expect(said(office, 'secretary_day').undated).toBe(1);
    expect(await at(office, '2025-04-10 07:30')).toEqual([]);
    expect(await at(office, '2025-04-14 07:30')).toEqual([]);
    expect(await at(office, '2025-04-14 13:30')).toEqual(toSecretaries);
    expect(said(office, 'undated_week')).toMatchObject({ old: 0, undated: { total: 1 } });
    expect(await at(office, '2025-04-28 13:30')).toEqual(toSecretaries);
    expect(said(office, 'undated_week')).toMatchObject({ old: 1, undated: { total: 1 } });
  });

  it('names drafts of days before that nobody has decided on', async () => {
    const office = await openOffice({ secretary_day: '07:30' }, { now: '2025-04-08 09:00' });
    await office.draft({ due: '2025-06-30' }, { due: '2025-06-30' });
    expect(await at(office, '2025-04-09 07:30')).toEqual(toSecretaries);
    expect(said(office, 'secretary_day').drafts.map(({ openItems }) => openItems)).toEqual([2]);
  });

  it('is off where the agency wants none', async () => {
    const office = await openOffice({});
    await office.assignOne({ lead: ['QLCN'] });
    await office.report(await office.assignOne(), 'done', STAFF_OF_TECHNOLOGY);
    await office.deliver();
    expect(await at(office, '2025-04-14 16:00')).toEqual([]);
  });
});
