import { describe, expect, test } from 'vitest';
import { bindChat } from '../../../src/application/chats/bind-chat.ts';
import { loseChat, moveChat } from '../../../src/application/chats/chat-changes.ts';
import type { BindOutcome } from '../../../src/application/chats/bind-chat.ts';
import { recordReport } from '../../../src/application/reporting/record-report.ts';
import type { Unit } from '../../../src/domain/unit.ts';
import { TestOffice } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  HEAD_OF_PLANNING,
  PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
  STAFF_OF_TECHNOLOGY,
  TECHNOLOGY,
} from '../../support/test-people.ts';

const GROUP = -9_001;
const OTHER_GROUP = -9_002;

const bind = (
  office: TestOffice,
  unit: Unit,
  chatId: number,
  { threadId = null as number | null, member = SECRETARY } = {},
): Promise<BindOutcome> =>
  bindChat(office.app, {
    chatId,
    threadId,
    member,
    unitId: unit.id,
    title: `Nhóm ${chatId}`,
    origin: office.message(chatId),
  });

const placeOf = async (office: TestOffice, unit: Unit) => {
  const binding = await office.store.bindingOfUnit(unit.id);
  return binding && [binding.chatId, binding.threadId, binding.state];
};

describe('binding a chat to a unit', () => {
  test('makes it the place where the unit hears from the bot', async () => {
    const office = await TestOffice.open();
    expect(await bind(office, TECHNOLOGY, GROUP)).toMatchObject({
      kind: 'bound',
      movedFrom: null,
      waiting: 0,
    });
    expect(await placeOf(office, TECHNOLOGY)).toEqual([GROUP, null, 'active']);
    expect((await bind(office, TECHNOLOGY, GROUP)).kind).toBe('already_bound');
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual([`task_assigned → ${GROUP}`]);
  });

  test('announces what was never announced, and only that', async () => {
    const office = await TestOffice.open();
    const early = await office.assignOne({ lead: ['QLCN'] });
    await office.assign({ lead: ['KHTC'], coordinating: ['QLCN'] });
    const closed = await office.assignOne({ lead: ['QLCN'] });
    await recordReport(office.app, {
      member: STAFF_OF_TECHNOLOGY,
      reports: [{ assignmentId: closed.assignment.id, content: { kind: 'submitted' } }],
      origin: office.message(),
    });
    await office.deliver();
    expect(await bind(office, TECHNOLOGY, GROUP)).toMatchObject({ kind: 'bound', waiting: 3 });
    expect(await office.deliver()).toEqual(Array.from({ length: 3 }, () => `task_assigned → ${GROUP}`));
    expect(early.task.number).toBe(1);

    // Another chat later hears of what is new from then on.
    expect(await bind(office, TECHNOLOGY, OTHER_GROUP)).toMatchObject({
      kind: 'bound',
      movedFrom: `Nhóm ${GROUP}`,
      waiting: 3,
    });
    expect(await office.deliver()).toEqual([]);
    await office.assign({ lead: ['QLCN'] });
    expect(await office.deliver()).toEqual([`task_assigned → ${OTHER_GROUP}`]);
  });

  test('what the head was told in private is not told again', async () => {
    const office = await TestOffice.open();
    await office.assign({ lead: ['KHTC'] });
    expect(await office.deliver()).toEqual([`task_assigned → ${HEAD_OF_PLANNING.telegramId ?? ''}`]);
    await bind(office, PLANNING, GROUP);
    expect(await office.deliver()).toEqual([]);
  });

  test('what could not be said in a lost chat is said in the new one', async () => {
    const office = await TestOffice.openBound();
    office.messenger.lose(CHAT_OF.QLCN);
    await office.assign({ lead: ['QLCN'] });
    await office.deliver();
    expect(await placeOf(office, TECHNOLOGY)).toEqual([CHAT_OF.QLCN, null, 'unreachable']);
    expect((await bind(office, TECHNOLOGY, GROUP)).kind).toBe('bound');
    expect(await office.deliver()).toEqual([`task_assigned → ${GROUP}`]);
    await bind(office, TECHNOLOGY, OTHER_GROUP);
    expect(await office.deliver()).toEqual([]);
  });

  test('what still waits for the morning is said in the new chat only', async () => {
    const office = await TestOffice.openBound({ now: '2025-04-08 19:00' });
    await office.assign({ lead: ['QLCN'] });
    await bind(office, TECHNOLOGY, GROUP);
    office.jumpTo('2025-04-09 07:30');
    expect(await office.deliver()).toEqual([`task_assigned → ${GROUP}`]);
  });

  test('outside working hours announcements wait for the morning', async () => {
    const office = await TestOffice.open({ now: '2025-04-12 10:00' });
    await office.assign({ lead: ['QLCN'] });
    await bind(office, TECHNOLOGY, GROUP);
    expect(await office.deliver()).toEqual([]);
    office.jumpTo('2025-04-14 07:30');
    expect(await office.deliver()).toEqual([`task_assigned → ${GROUP}`]);
  });

  test('one chat may serve several units, and the topics of a forum one each', async () => {
    const office = await TestOffice.open();
    await bind(office, PLANNING, GROUP);
    await bind(office, TECHNOLOGY, GROUP);
    const served = await office.store.bindingsOfChat(office.app.agencyId, { chatId: GROUP, threadId: null });
    expect(served.map(({ unitId }) => unitId)).toEqual([PLANNING.id, TECHNOLOGY.id]);
    expect((await bind(office, TECHNOLOGY, GROUP, { threadId: 7 })).kind).toBe('bound');
    expect(await placeOf(office, TECHNOLOGY)).toEqual([GROUP, 7, 'active']);
  });

  test('the same chat again is another binding once it was lost', async () => {
    const office = await TestOffice.open();
    await bind(office, TECHNOLOGY, GROUP);
    await loseChat(office.app, GROUP, '403: Forbidden: bot was kicked');
    expect((await bind(office, TECHNOLOGY, GROUP)).kind).toBe('bound');
    expect(await placeOf(office, TECHNOLOGY)).toEqual([GROUP, null, 'active']);
  });

  test('is for the secretary and the administrator, and for units there are', async () => {
    const office = await TestOffice.open();
    for (const member of [HEAD_OF_PLANNING, DEPUTY]) {
      expect((await bind(office, PLANNING, GROUP, { member })).kind).toBe('not_allowed');
    }
    expect((await bind(office, { ...PLANNING, id: 'unknown' }, GROUP)).kind).toBe('unknown_unit');
    expect(await placeOf(office, PLANNING)).toBeNull();
  });

  test('two secretaries at once leave one place', async () => {
    const office = await TestOffice.open();
    await office.assign({ lead: ['QLCN'] });
    const outcomes = await Promise.all([
      bind(office, TECHNOLOGY, GROUP),
      bind(office, TECHNOLOGY, OTHER_GROUP, { member: SECOND_SECRETARY }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['bound', 'bound']);
    const [chatId = 0] = (await placeOf(office, TECHNOLOGY)) ?? [];
    // Announced once, and in the chat that is the unit's in the end.
    expect(await office.deliver()).toEqual([`task_assigned → ${String(chatId)}`]);
  });
});

describe('a chat that is lost', () => {
  test('is not written to: its units hear through their heads, or are passed over', async () => {
    const office = await TestOffice.openBound();
    await loseChat(office.app, CHAT_OF.KHTC, '403: Forbidden: bot was kicked');
    await loseChat(office.app, CHAT_OF.QLCN, '403: Forbidden: bot was kicked');
    await office.assign({ lead: ['KHTC', 'QLCN'], due: '2025-04-11' });
    expect(await office.deliver()).toEqual([`task_assigned → ${HEAD_OF_PLANNING.telegramId ?? ''}`]);
    expect(await office.goTo('2025-04-11 07:30')).toEqual([
      `reminder → ${HEAD_OF_PLANNING.telegramId ?? ''}`,
    ]);
    expect(office.said('reminder').lines.map(({ view }) => view.unit.code)).toEqual(['KHTC']);
  });

  test('is lost for all units it serves, and losing it twice is nothing new', async () => {
    const office = await TestOffice.open();
    await bind(office, PLANNING, GROUP);
    await bind(office, TECHNOLOGY, GROUP, { threadId: 3 });
    await loseChat(office.app, GROUP, '403: Forbidden: bot was kicked');
    expect(await placeOf(office, PLANNING)).toEqual([GROUP, null, 'unreachable']);
    expect(await placeOf(office, TECHNOLOGY)).toEqual([GROUP, 3, 'unreachable']);
    const before = await office.store.bindings(office.app.agencyId);
    await loseChat(office.app, GROUP, '403: Forbidden: bot was kicked');
    await loseChat(office.app, -5, '403: Forbidden: bot was kicked');
    expect(await office.store.bindings(office.app.agencyId)).toEqual(before);
  });
});

test('a group that becomes a supergroup takes all its units along', async () => {
  const office = await TestOffice.open();
  await bind(office, PLANNING, GROUP);
  await bind(office, TECHNOLOGY, GROUP);
  await office.assign({ lead: ['QLCN'] });
  await moveChat(office.app, GROUP, -100_900);
  expect(await placeOf(office, PLANNING)).toEqual([-100_900, null, 'active']);
  expect(await placeOf(office, TECHNOLOGY)).toEqual([-100_900, null, 'active']);
  // What was owed to the old id goes to the new one.
  expect(await office.deliver()).toEqual([`task_assigned → ${-100_900}`]);
  await moveChat(office.app, GROUP, -5);
  expect(await placeOf(office, PLANNING)).toEqual([-100_900, null, 'active']);
});
