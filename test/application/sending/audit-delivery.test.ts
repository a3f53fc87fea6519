import { describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../../src/application/sending/deliver-outbox.ts';
import { NOTHING, openAudited } from '../../support/audited-office.ts';
import { aPlan, insert, update } from '../../support/plans.ts';
import { AGENCY_ID, aBotMessage, anOutboxMessage } from '../../support/rows.ts';
import { at } from '../../support/test-office.ts';
import { CHAT_OF, PLANNING, SECOND_SECRETARY, SECRETARY } from '../../support/test-people.ts';

describe('the auditor of reminders', () => {
  it('finds nothing where everything is in order, whatever the work is like', async () => {
    const { office, audit } = await openAudited();
    await office.assign({ lead: ['KHTC'], coordinating: ['QLCN'], due: '2025-04-18' });
    await office.assign({ due: null });
    const done = await office.assignOne({ due: '2025-04-18' });
    await office.report(done, 'submitted');
    expect(await audit()).toEqual(NOTHING);
    await office.goTo('2025-04-22 07:30');
    expect(await audit()).toEqual(NOTHING);
  });

  it('plans again what has been lost, once, with a line in the audit trail', async () => {
    const { office, audit, damage } = await openAudited();
    const view = await office.assignOne({ due: '2025-04-18' });
    const before = await office.planned(view);
    damage(`delete from reminders`);
    expect(await audit()).toEqual({ ...NOTHING, replanned: 1 });
    expect(await office.planned(view)).toEqual(before);
    expect((await office.trail(view)).filter((action) => action === 'reminders_replanned')).toHaveLength(1);
    expect(await audit()).toEqual(NOTHING);
  });

  it('says nothing twice by what it plans: a rung that has gone out does not go out again', async () => {
    const { office, audit, damage } = await openAudited();
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
    const { office, audit } = await openAudited({ now: '2025-04-08 20:00', settings: { ladder } });
    const view = await office.assignOne({ due: '2025-04-09' });
    expect(await office.planned(view)).toEqual([]);
    expect((await audit()).replanned).toBe(0);
    expect(await office.goTo('2025-04-09 07:30')).toEqual([`task_assigned → ${CHAT_OF.KHTC}`]);
  });

  it('takes the end of the ladder for a reason, and does not look at it again and again', async () => {
    const ladder = { before: [], onTheDay: ['07:30'], hoursBefore: [], after: [], thenEvery: null };
    const { office, audit } = await openAudited({ settings: { ladder } });
    await office.assignOne({ due: '2025-04-09' });
    await office.goTo('2025-04-09 07:30');
    await office.goTo('2025-04-14 07:30');
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
    expect(await audit()).toEqual({ ...NOTHING, atTheEnd: 1 });
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
    const { office, audit, repairs } = await openAudited();
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
    const { office, way, audit } = await openAudited();
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
    const { office, audit, repairs } = await openAudited();
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
    const { office, audit } = await openAudited();
    office.messenger.lose(CHAT_OF.QLCN);
    await office.assignOne({ lead: ['QLCN'], due: '2025-04-18' });
    expect((await office.deliver()).filter((each) => each.startsWith('delivery_failed'))).toHaveLength(2);
    expect(await audit()).toEqual(NOTHING);
  });

  it('knows of a loss that only the binding tells of', async () => {
    const { office, audit } = await openAudited();
    const binding = await office.store.bindingOfUnit(PLANNING.id);
    if (binding === null) throw new Error('The unit is bound');
    await office.store.commit(aPlan({ changes: [update('chatBinding', binding, { state: 'unreachable' })] }));
    expect(await audit()).toEqual({ ...NOTHING, lossesTold: 1 });
    expect(await audit()).toEqual(NOTHING);
  });

  it('says nothing of what can be written to again by the time it would be said', async () => {
    const { office, audit } = await openAudited({ now: '2025-04-08 20:00' });
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
