import { describe, expect, test } from 'vitest';
import { handOver } from '../../../src/application/deciding/hand-over.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF, DEPUTY, HEAD_OF_PLANNING, SECRETARY, TECHNOLOGY } from '../../support/test-people.ts';

const give = (
  office: TestOffice,
  { assignment }: AssignmentView,
  { member = SECRETARY, toUnitId = TECHNOLOGY.id }: { member?: Member; toUnitId?: string } = {},
) => handOver(office.app, { member, assignmentId: assignment.id, toUnitId, origin: office.message() });

describe('handing work over', () => {
  test('gives the other unit the deadline and its own reminders, and takes those of the former one away', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15' });
    await office.deliver();
    const wanted = await office.planned(view);
    expect(await give(office, view)).toMatchObject({ kind: 'handed_over', reach: { unreached: [] } });
    const parts = await office.store.assignmentsOfTask(view.task.id);
    const [next] = await office.store.assignmentViews(
      parts.filter(({ unitId }) => unitId === TECHNOLOGY.id).map(({ id }) => id),
    );
    if (next === undefined) throw new Error('The other unit has no part');
    expect(next.assignment).toMatchObject({
      role: 'lead',
      status: 'assigned',
      overdueFrom: view.assignment.overdueFrom,
    });
    expect(next.leads).toEqual([]);
    expect(await office.planned(next)).toEqual(wanted);
    expect(await office.planned(view)).toEqual([]);
    expect((await office.deliver()).toSorted()).toEqual([
      `handed_over → ${CHAT_OF.KHTC}`,
      `task_assigned → ${CHAT_OF.QLCN}`,
    ]);
    expect(await office.trail(view)).toContain('handed_over');
    // A second time there is nothing to hand over.
    expect((await give(office, view)).kind).toBe('closed');
  });

  test('says where the other unit cannot be told', async () => {
    const office = await TestOffice.open();
    const view = await office.assignOne({ due: '2025-04-15' });
    expect(await give(office, view)).toMatchObject({ kind: 'handed_over', reach: { unreached: [{}] } });
  });

  test('is for the office to decide, among units that exist, of work that is still to be done', async () => {
    const office = await TestOffice.openBound();
    const [lead, part] = await office.assign({ coordinating: ['QLCN'], due: '2025-04-15' });
    if (!lead || !part) throw new Error('There are two parts');
    expect((await give(office, lead, { member: DEPUTY })).kind).toBe('not_allowed');
    expect((await give(office, lead, { member: HEAD_OF_PLANNING })).kind).toBe('not_allowed');
    expect((await give(office, lead, { toUnitId: 'unit-unknown' })).kind).toBe('unit_gone');
    expect((await give(office, lead, { toUnitId: lead.unit.id })).kind).toBe('leads_already');
    expect((await give(office, part)).kind).toBe('not_lead');
    await office.report(lead, 'done');
    expect((await give(office, lead)).kind).toBe('closed');
  });

  test('takes the wish for more time away with the work', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne({ due: '2025-04-15' });
    await office.extend(view, '2025-04-18');
    expect((await give(office, await office.view(view))).kind).toBe('handed_over');
    const parts = await office.store.assignmentsOfTask(view.task.id);
    // What the former unit was granted holds for the work; how often it asked is its own matter.
    expect(parts.find(({ unitId }) => unitId === TECHNOLOGY.id)).toMatchObject({
      extensionCount: 0,
      overdueFrom: (await office.view(view)).assignment.overdueFrom,
    });
  });
});
