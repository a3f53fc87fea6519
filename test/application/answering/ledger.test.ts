import { describe, expect, it } from 'vitest';
import { decideExtension } from '../../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import { listDeliveries, taskLedger } from '../../../src/application/answering/ledger.ts';
import type { Delivery } from '../../../src/domain/ledger.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import type { Unit } from '../../../src/domain/unit.ts';
import { STANDARD_ESCALATION } from '../../support/ladders.ts';
import { TestOffice, shown } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  HEAD_OF_PLANNING,
  PLANNING,
  SECRETARY,
  STAFF_OF_PLANNING,
  STAFF_OF_TECHNOLOGY,
  TECHNOLOGY,
} from '../../support/test-people.ts';

/** "sent 04-08 09:00 task_assigned → Nhóm KHTC: Nguyễn Thị head-KHTC acknowledged 04-08 09:00" */
const line = ({ state, at, kind, recipient, acknowledgements }: Delivery): string => {
  const heard = acknowledgements.map((each) => `${each.who ?? '?'} ${each.kind} ${shown(each.at)}`);
  return `${state} ${shown(at)} ${kind} → ${recipient ?? '?'}${heard.length === 0 ? '' : `: ${heard.join(', ')}`}`;
};

const ledgerOf = async (
  office: TestOffice,
  { task }: AssignmentView,
  member: Member = SECRETARY,
  units: readonly Unit[] | null = null,
): Promise<readonly string[] | null> =>
  (await taskLedger(office.app, member, units, task.number))?.deliveries.map(line) ?? null;

describe('the ledger of a task', () => {
  it('says who was told what, oldest first, who answered, and what is still owed', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ coordinating: ['QLCN'], due: '2025-04-11' });
    await office.deliver();
    office.jumpTo('2025-04-08 09:20');
    await office.report(view, 'acknowledged', STAFF_OF_PLANNING);
    await office.goTo('2025-04-10 07:30');
    office.messenger.isConnected = false;
    await office.goTo('2025-04-11 07:30');
    const answered = ': Nguyễn Thị staff-KHTC acknowledged 04-08 09:20';
    expect(await ledgerOf(office, view)).toEqual([
      `sent 04-08 09:00 task_assigned → Nhóm KHTC${answered}`,
      'sent 04-08 09:00 task_assigned → Nhóm QLCN',
      'sent 04-10 07:30 reminder → Nhóm KHTC',
      'queued 04-11 07:30 reminder → Nhóm KHTC',
    ]);
    // One answer is an answer to one message: the last before it.
    office.messenger.isConnected = true;
    office.jumpTo('2025-04-11 07:40');
    await office.deliver();
    await office.report(view, 'in_progress');
    expect((await ledgerOf(office, view))?.slice(2)).toEqual([
      'sent 04-10 07:30 reminder → Nhóm KHTC',
      'sent 04-11 07:40 reminder → Nhóm KHTC: Nguyễn Thị head-KHTC in_progress 04-11 07:40',
    ]);
  });

  it('counts what others are told of a silence as nothing that the unit was asked', async () => {
    const office = await TestOffice.openBound({ settings: { escalation: STANDARD_ESCALATION } });
    const view = await office.assignOne({ due: '2025-04-09' });
    await office.deliver();
    for (const day of ['04-10', '04-11', '04-14']) await office.goTo(`2025-${day} 09:00`);
    await office.report(view, 'in_progress');
    const answered = ': Nguyễn Thị head-KHTC in_progress 04-14 09:00';
    expect((await ledgerOf(office, view))?.slice(-4)).toEqual([
      'sent 04-11 09:00 escalation → Nguyễn Thị head-KHTC',
      `sent 04-14 09:00 reminder → Nhóm KHTC${answered}`,
      'sent 04-14 09:00 escalation → Nguyễn Thị secretary',
      'sent 04-14 09:00 escalation → Nguyễn Thị secretary-2',
    ]);
  });

  it('shows a unit its own part, and nothing where it has none', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ coordinating: ['QLCN'] });
    const other = await office.assignOne({ lead: ['QLCN'] });
    await office.deliver();
    const own = ['sent 04-08 09:00 task_assigned → Nhóm KHTC'];
    expect(await ledgerOf(office, view, HEAD_OF_PLANNING, [PLANNING])).toEqual(own);
    // In the group of a unit whoever asks sees what concerns it.
    expect(await ledgerOf(office, view, SECRETARY, [PLANNING])).toEqual(own);
    // And somebody of another unit nothing of it, wherever they ask.
    expect(await ledgerOf(office, view, HEAD_OF_PLANNING, [TECHNOLOGY])).toBeNull();
    expect(await ledgerOf(office, other, HEAD_OF_PLANNING, [PLANNING])).toBeNull();
    expect(await ledgerOf(office, view, STAFF_OF_TECHNOLOGY)).toEqual([
      'sent 04-08 09:00 task_assigned → Nhóm QLCN',
    ]);
    expect(await taskLedger(office.app, SECRETARY, null, 99)).toBeNull();
  });

  it('says what was decided on a request for more time', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-30' });
    await office.deliver();
    const asked = await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: view.assignment.id,
      newDue: '2025-05-30',
      raw: 'xin lùi',
      reason: null,
      origin: office.message(),
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    await office.deliver();
    expect((await ledgerOf(office, view))?.at(-1)).toBe(
      'sent 04-08 09:00 extension_requested → Nguyễn Thị deputy',
    );
    office.jumpTo('2025-04-08 10:00');
    const origin = office.message(DEPUTY.telegramId ?? 0);
    await decideExtension(office.app, {
      member: DEPUTY,
      requestId: asked.request.id,
      isApproved: true,
      origin,
    });
    await office.deliver();
    expect((await ledgerOf(office, view))?.slice(-4).toSorted()).toEqual([
      'sent 04-08 09:00 extension_requested → Nguyễn Thị deputy: Nguyễn Thị deputy decided 04-08 10:00',
      'sent 04-08 10:00 extension_decided → Nhóm KHTC',
      'sent 04-08 10:00 extension_noted → Nguyễn Thị secretary',
      'sent 04-08 10:00 extension_noted → Nguyễn Thị secretary-2',
    ]);
  });

  it('leaves out what was dropped, and keeps what failed with its reason', async () => {
    const office = await TestOffice.openBound();
    office.messenger.lose(CHAT_OF.QLCN);
    const view = await office.assignOne({ lead: ['QLCN'] });
    const done = await office.assignOne({});
    await office.report(done, 'done');
    await office.store.commit({
      changes: [
        {
          op: 'update',
          entity: 'assignment',
          id: done.assignment.id,
          expectedVersion: 2,
          set: { status: 'done' },
        },
      ],
      outbox: [],
      audit: [],
    });
    await office.deliver();
    expect(await ledgerOf(office, view)).toEqual(['failed 04-08 09:00 task_assigned → Nhóm QLCN']);
    expect(await ledgerOf(office, done)).toEqual([]);
    const ledger = await taskLedger(office.app, SECRETARY, null, view.task.number);
    expect(ledger?.deliveries[0]?.reason).toContain('kicked');
    const all = await listDeliveries(office.app, { taskNumber: done.task.number, withDropped: true }, 10);
    expect(all.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped']);
  });

  it('still knows of messages whose rows have been cleaned away', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    await office.deliver();
    await office.report(view, 'done');
    await office.deliver();
    const [closed] = [await office.view(view)];
    await office.store.commit({
      changes: [
        {
          op: 'update',
          entity: 'assignment',
          id: closed.assignment.id,
          expectedVersion: closed.assignment.version,
          set: { status: 'done' },
        },
      ],
      outbox: [],
      audit: [],
    });
    const before = await ledgerOf(office, view);
    office.jumpTo('2026-04-08 09:00');
    for (const what of ['messages', 'outbox'] as const)
      await office.store.cleanUp(what, office.now, 1_000, null);
    const after = await ledgerOf(office, view);
    expect(after).toHaveLength(before?.length ?? 0);
    expect(after?.[0]).toBe('sent 04-08 09:00 task_assigned → ?');
  });
});

describe('the ledger of the agency', () => {
  it('lists the newest first, by unit, by state and from a moment on', async () => {
    const office = await TestOffice.openBound();
    const one = await office.assignOne();
    office.jumpTo('2025-04-08 10:00');
    const two = await office.assignOne({ lead: ['QLCN'] });
    office.messenger.lose(CHAT_OF.QLCN);
    await office.deliver();
    const list = async (query: Parameters<typeof listDeliveries>[1], limit = 10) =>
      (await listDeliveries(office.app, query, limit))
        .filter(({ kind }) => kind === 'task_assigned')
        .map(({ taskNumbers }) => taskNumbers[0]);
    const [first, second] = [one.task.number, two.task.number];
    expect(await list({})).toEqual([second, first]);
    expect(await list({ unitCode: 'KHTC' })).toEqual([first]);
    expect(await list({ state: 'failed' })).toEqual([second]);
    expect(await list({ since: office.now })).toEqual([second]);
    expect(await list({ taskNumber: first })).toEqual([first]);
    expect(await list({ taskNumber: first, since: office.now })).toEqual([]);
    expect(await list({ taskNumber: 99 })).toEqual([]);
    expect(await list({ unitCode: 'KHTC' }, 0)).toEqual([]);
  });
});
