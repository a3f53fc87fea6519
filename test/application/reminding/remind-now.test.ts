import { expect, test } from 'vitest';
import { NotAllowedError } from '../../../src/application/demand.ts';
import { remindNow } from '../../../src/application/reminding/remind-now.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { aMember } from '../../support/rows.ts';
import { TestOffice } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  SECRETARY,
  STAFF_OF_PLANNING,
} from '../../support/test-people.ts';

const ask = async (office: TestOffice, { assignment }: AssignmentView, member: Member = DEPUTY) => {
  const origin = office.message(member.telegramId ?? 0);
  const outcome = await remindNow(office.app, { member, assignmentId: assignment.id, origin });
  return outcome.kind;
};

test('the unit is asked once a day, whoever asks', async () => {
  const office = await TestOffice.openBound({ now: '2025-04-15 09:00' });
  const view = await office.assignOne({ due: '2025-04-11' });
  await office.deliver();
  expect(await ask(office, view)).toBe('queued');
  expect(await ask(office, view, DIRECTOR)).toBe('asked_today');
  expect(await office.deliver()).toEqual([`reminder_asked_for → ${CHAT_OF.KHTC}`]);
  expect(office.said('reminder_asked_for').asker?.id).toBe(DEPUTY.id);
  expect(await office.trail(view)).toContain('reminder_asked_for');
  office.jumpTo('2025-04-16 09:00');
  expect(await ask(office, view, SECRETARY)).toBe('queued');
});

test('two people at once make one message', async () => {
  const office = await TestOffice.openBound({ now: '2025-04-15 09:00' });
  const view = await office.assignOne({ due: '2025-04-11' });
  await office.deliver();
  await Promise.all([ask(office, view), ask(office, view, DIRECTOR)]);
  expect(await office.deliver()).toHaveLength(1);
});

test('only by those in charge, and only where there is something to ask', async () => {
  const office = await TestOffice.openBound({ now: '2025-04-15 09:00' });
  const [lead, helper] = await office.assign({ coordinating: ['QLCN'], due: '2025-04-11' });
  if (lead === undefined || helper === undefined) throw new Error('There are two');
  const elsewhere = await office.assignOne({ lead: ['QLCN'], due: '2025-04-11' });
  for (const member of [HEAD_OF_PLANNING, STAFF_OF_PLANNING])
    expect(await ask(office, lead, member)).toBe('not_allowed');
  expect(await ask(office, elsewhere)).toBe('not_allowed');
  const foreigner = aMember('foreigner', { role: 'director', agencyId: 'another' });
  await expect(ask(office, lead, foreigner)).rejects.toThrow(NotAllowedError);
  expect(await ask(office, helper, DIRECTOR)).toBe('at_rest');
  expect(await ask(office, { ...lead, assignment: { ...lead.assignment, id: 'gone' } })).toBe('not_found');
  await office.report(lead, 'submitted');
  expect(await ask(office, lead)).toBe('at_rest');
});

test('without a place to write to nothing is promised', async () => {
  const office = await TestOffice.open({ now: '2025-04-15 09:00' });
  const view = await office.assignOne({ lead: ['QLCN'], due: '2025-04-11' });
  expect(await ask(office, view, DIRECTOR)).toBe('no_chat');
});

test('in the evening and at the weekend it waits, and says nothing that is not true any more', async () => {
  const office = await TestOffice.openBound({ now: '2025-04-18 20:00' });
  const view = await office.assignOne({ due: '2025-04-11' });
  const other = await office.assignOne({ due: '2025-04-11' });
  expect(await ask(office, view)).toBe('queued');
  expect(await ask(office, other)).toBe('queued');
  office.jumpTo('2025-04-19 10:00');
  expect(await ask(office, view)).toBe('asked_today');
  await office.report(view, 'done');
  office.jumpTo('2025-04-21 07:30');
  const said = (await office.deliver()).filter((message) => message.startsWith('reminder_asked_for'));
  expect(said).toHaveLength(1);
  expect(office.said('reminder_asked_for').line.view.task.number).toBe(other.task.number);
});
