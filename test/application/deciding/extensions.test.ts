import { describe, expect, test } from 'vitest';
import { decideExtension } from '../../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import type { ExtensionOutcome } from '../../../src/application/deciding/extensions.ts';
import type { LocalMoment } from '../../../src/domain/local-time.ts';
import { localMoment } from '../../../src/domain/local-time.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { TestOffice, at } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  SECRETARY,
  STAFF_OF_PLANNING,
  STAFF_OF_TECHNOLOGY,
} from '../../support/test-people.ts';

const TO_DEPUTY = `extension_requested → ${DEPUTY.telegramId ?? ''}`;
const TO_UNIT = `extension_decided → ${CHAT_OF.KHTC}`;
/** Everyone who hears of a decision of the deputy in charge. */
const TO_ALL = ['extension_noted → 11', 'extension_noted → 12', TO_UNIT];

const ask = (
  office: TestOffice,
  { assignment }: AssignmentView,
  newDue: LocalMoment,
  { member = HEAD_OF_PLANNING, origin = office.message() } = {},
): Promise<ExtensionOutcome> =>
  requestExtension(office.app, {
    member,
    assignmentId: assignment.id,
    newDue,
    raw: 'xin lùi đến thứ 6',
    reason: 'chờ ý kiến Sở Tư pháp',
    origin,
  });

const requestIdOf = (outcome: ExtensionOutcome): string => {
  if (outcome.kind !== 'requested') throw new Error(`Not asked: ${outcome.kind}`);
  return outcome.request.id;
};

const decide = (office: TestOffice, requestId: string, isApproved: boolean, member: Member = DEPUTY) =>
  decideExtension(office.app, {
    member,
    requestId,
    isApproved,
    origin: office.message(member.telegramId ?? 0),
  });

const withTask = async (
  due: LocalMoment | null = '2025-04-15',
): Promise<readonly [TestOffice, AssignmentView]> => {
  const office = await TestOffice.openBound();
  const view = await office.assignOne({ due });
  await office.deliver();
  return [office, view];
};

describe('asking for more time', () => {
  test('moves nothing, and puts the request before the deputy in charge', async () => {
    const [office, view] = await withTask();
    const outcome = await ask(office, view, '2025-04-18');
    expect(outcome).toMatchObject({
      kind: 'requested',
      request: {
        newDue: '2025-04-18',
        ordinal: 1,
        state: 'pending',
        oldDeadlineId: view.assignment.deadlineId,
      },
    });
    const after = await office.view(view);
    expect(after.deadline).toEqual(view.deadline);
    expect(after.assignment).toMatchObject({
      status: 'assigned',
      overdueFrom: view.assignment.overdueFrom,
      extensionCount: 0,
    });
    expect(after.lastReport).toMatchObject({ kind: 'extension_requested', eta: '2025-04-18' });
    expect(await office.planned(view)).toHaveLength(4);
    expect(await office.deliver()).toEqual([TO_DEPUTY]);
    expect(office.said('extension_requested')).toMatchObject({
      oldDeadline: { due: '2025-04-15' },
      requester: { id: HEAD_OF_PLANNING.id },
    });
  });

  test('outside working hours reaches the deputy in the morning', async () => {
    const [office, view] = await withTask();
    office.jumpTo('2025-04-11 19:00');
    await ask(office, view, '2025-04-18');
    expect(await office.deliver()).toEqual([]);
    office.jumpTo('2025-04-14 07:30');
    expect(await office.deliver()).toEqual([TO_DEPUTY]);
  });

  test('needs a later moment than the deadline, and one to come', async () => {
    const [office, view] = await withTask(localMoment('2025-04-15', '10:00'));
    const kinds = [];
    for (const due of ['2025-04-10', '2025-04-14', localMoment('2025-04-15', '10:00')]) {
      kinds.push((await ask(office, view, due)).kind);
    }
    expect(kinds).toEqual(['not_later', 'not_later', 'not_later']);
    expect((await ask(office, view, localMoment('2025-04-15', '10:01'))).kind).toBe('requested');

    const [late, overdue] = await withTask('2025-04-01');
    expect((await ask(late, overdue, '2025-04-07')).kind).toBe('not_later');
    // The rest of today is time too.
    expect((await ask(late, overdue, '2025-04-08')).kind).toBe('requested');
  });

  test('into a year of which the days off are not known tells whoever decides', async () => {
    const [office, view] = await withTask();
    await ask(office, view, '2029-02-01');
    await office.deliver();
    expect(office.said('extension_requested').unknownYears).toEqual([2028, 2029]);
  });

  test('is possible where there is no deadline yet', async () => {
    const [office, view] = await withTask(null);
    await decide(office, requestIdOf(await ask(office, view, '2025-04-18')), true);
    const after = await office.view(view);
    expect(after.deadline).toMatchObject({ due: '2025-04-18', bound: 'by' });
    expect(await office.planned(view)).toHaveLength(4);
  });

  test.each([
    ['staff of the unit', STAFF_OF_PLANNING, 'requested'],
    ['the secretary for it', SECRETARY, 'requested'],
    ['staff of another unit', STAFF_OF_TECHNOLOGY, 'not_allowed'],
    ['the deputy', DEPUTY, 'not_allowed'],
  ])('%s: %s', async (_who, member, expected) => {
    const [office, view] = await withTask();
    expect((await ask(office, view, '2025-04-18', { member })).kind).toBe(expected);
  });

  test('is for those who lead and have not finished', async () => {
    const office = await TestOffice.openBound();
    const [lead, part] = await office.assign({ lead: ['KHTC'], coordinating: ['VP'], due: '2025-04-15' });
    if (!lead || !part) throw new Error('Two units take part');
    expect((await ask(office, part, '2025-04-18', { member: SECRETARY })).kind).toBe('not_lead');
    await office.report(lead, 'submitted');
    expect((await ask(office, lead, '2025-04-18')).kind).toBe('closed');
    const unknown = { ...lead, assignment: { ...lead.assignment, id: 'unknown' } };
    expect((await ask(office, unknown, '2025-04-18')).kind).toBe('not_found');
  });

  test('while one request waits, another does not take its place', async () => {
    const [office, view] = await withTask();
    const [first, second] = await Promise.all([
      ask(office, view, '2025-04-18'),
      ask(office, view, '2025-04-25', { member: STAFF_OF_PLANNING }),
    ]);
    expect([first.kind, second.kind].toSorted()).toEqual(['pending', 'requested']);
    expect(await office.deliver()).toEqual([TO_DEPUTY]);
  });

  test('again by editing the message replaces what it asked for', async () => {
    const [office, view] = await withTask();
    const origin = office.message();
    const first = requestIdOf(await ask(office, view, '2025-04-18', { origin }));
    const edited = { ...office.message(), source: origin.source };
    const second = requestIdOf(await ask(office, view, '2025-04-25', { origin: edited }));
    expect((await office.store.extensionRequest(first))?.state).toBe('withdrawn');
    // The first card has not gone out, and never does; pressed late, it decides nothing.
    expect(await office.deliver()).toEqual([TO_DEPUTY]);
    expect(office.said('extension_requested').request.id).toBe(second);
    expect((await decide(office, first, true)).kind).toBe('already_decided');
    expect((await office.view(view)).deadline?.due).toBe('2025-04-15');
  });
});

describe('the answer', () => {
  test('yes: a new deadline, its reminders, and the unit is told', async () => {
    const [office, view] = await withTask();
    const requestId = requestIdOf(await ask(office, view, '2025-04-20'));
    const decision = await decide(office, requestId, true);
    const after = await office.view(view);
    expect(decision).toMatchObject({ kind: 'decided', request: { state: 'approved', decidedBy: DEPUTY.id } });
    expect(after.deadline).toMatchObject({
      due: '2025-04-20',
      bound: 'by',
      lastOk: '2025-04-20',
      lastOkWorkday: '2025-04-18',
    });
    expect(after.assignment).toMatchObject({ extensionCount: 1, overdueFrom: at('2025-04-21 00:00') });
    expect(after.pendingExtension).toBeNull();
    expect(await office.planned(view)).toEqual([
      'before-3 04-15 07:30',
      'before-1 04-17 07:30',
      'on-day 04-18 07:30',
      'overdue 04-21 07:30',
    ]);
    expect((await office.deliver()).toSorted()).toEqual(TO_ALL.toSorted());
    expect(await office.trail(view)).toEqual([
      'task_created',
      'message_sent',
      'extension_requested',
      'extension_approved',
      'message_dropped',
      'message_sent',
      'message_sent',
      'message_sent',
    ]);
    // The old date stays readable.
    expect((await office.store.deadlineOf(view.assignment.deadlineId ?? ''))?.due).toBe('2025-04-15');
  });

  test('no: everything stays, and the unit is told', async () => {
    const [office, view] = await withTask();
    const planned = await office.planned(view);
    const requestId = requestIdOf(await ask(office, view, '2025-04-18'));
    await office.deliver();
    expect(await decide(office, requestId, false)).toMatchObject({ request: { state: 'refused' } });
    const after = await office.view(view);
    expect([after.deadline, after.assignment.extensionCount]).toEqual([view.deadline, 0]);
    expect(await office.planned(view)).toEqual(planned);
    expect((await office.deliver()).toSorted()).toEqual(TO_ALL.toSorted());
    // Another request may follow.
    expect((await ask(office, view, '2025-04-17')).kind).toBe('requested');
  });

  test('an overdue task is no longer overdue, and its daily reminders end', async () => {
    const [office, view] = await withTask('2025-04-04');
    expect(await office.goTo('2025-04-09 07:30')).toHaveLength(1);
    const requestId = requestIdOf(await ask(office, view, '2025-04-25'));
    await decide(office, requestId, true);
    await office.deliver();
    expect(await office.goTo('2025-04-10 07:30')).toEqual([]);
    expect(await office.goTo('2025-04-22 07:30')).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
  });

  test('a reminder queued before the answer is not said after it', async () => {
    const [office, view] = await withTask();
    const requestId = requestIdOf(await ask(office, view, '2025-04-18'));
    await office.deliver();
    office.jumpTo('2025-04-15 07:30');
    await office.tick();
    await decide(office, requestId, true);
    expect((await office.deliver()).toSorted()).toEqual(TO_ALL.toSorted());
  });

  test('counts how often', async () => {
    const [office, view] = await withTask();
    const ordinals = [];
    for (const due of ['2025-04-18', '2025-04-22', '2025-04-25']) {
      const outcome = await ask(office, view, due);
      ordinals.push(outcome.kind === 'requested' ? outcome.request.ordinal : null);
      await decide(office, requestIdOf(outcome), true);
    }
    expect(ordinals).toEqual([1, 2, 3]);
    expect((await office.view(view)).assignment.extensionCount).toBe(3);
  });

  test.each([
    ['the director', DIRECTOR, 'decided'],
    ['the unit itself', HEAD_OF_PLANNING, 'not_allowed'],
    ['the secretary', SECRETARY, 'not_allowed'],
  ])('from %s: %s', async (_who, member, expected) => {
    const [office, view] = await withTask();
    const requestId = requestIdOf(await ask(office, view, '2025-04-18'));
    expect((await decide(office, requestId, true, member)).kind).toBe(expected);
    expect((await office.view(view)).deadline?.due).toBe(
      expected === 'decided' ? '2025-04-18' : '2025-04-15',
    );
  });

  test('from a deputy who is not in charge of the unit is refused', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ lead: ['QLCN'], due: '2025-04-15' });
    const requestId = requestIdOf(await ask(office, view, '2025-04-18', { member: STAFF_OF_TECHNOLOGY }));
    expect((await decide(office, requestId, true)).kind).toBe('not_allowed');
    expect((await decide(office, requestId, true, DIRECTOR)).kind).toBe('decided');
  });

  test('comes once: two leaders at the same moment, or one pressing twice', async () => {
    const [office, view] = await withTask();
    const requestId = requestIdOf(await ask(office, view, '2025-04-18'));
    const outcomes = await Promise.all([
      decide(office, requestId, true),
      decide(office, requestId, false, DIRECTOR),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already_decided', 'decided']);
    expect((await decide(office, requestId, true)).kind).toBe('already_decided');
    expect((await decide(office, 'unknown', true)).kind).toBe('not_found');
    expect((await office.deliver()).filter((line) => line === TO_UNIT)).toHaveLength(1);
  });

  test('is no longer wanted once the work is finished', async () => {
    const [office, view] = await withTask();
    const requestId = requestIdOf(await ask(office, view, '2025-04-18'));
    await office.report(view, 'done');
    expect((await office.store.extensionRequest(requestId))?.state).toBe('withdrawn');
    expect((await office.view(view)).pendingExtension).toBeNull();
    expect(await office.deliver()).not.toContain(TO_DEPUTY);
    expect(await decide(office, requestId, true)).toMatchObject({
      kind: 'already_decided',
      request: { state: 'withdrawn' },
    });
    expect((await office.view(view)).deadline?.due).toBe('2025-04-15');
  });

  test('stays open beside reports that finish nothing', async () => {
    const [office, view] = await withTask();
    const requestId = requestIdOf(await ask(office, view, '2025-04-18'));
    await office.report(view, 'in_progress');
    expect((await decide(office, requestId, true)).kind).toBe('decided');
  });
});
