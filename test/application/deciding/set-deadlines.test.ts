import { describe, expect, it } from 'vitest';
import { decideExtension } from '../../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import { DuplicateUpdateError } from '../../../src/application/plan.ts';
import { NotAllowedError } from '../../../src/application/demand.ts';
import { setDeadlines, understandWishes } from '../../../src/application/deciding/set-deadlines.ts';
import type { DeadlineOutcome } from '../../../src/application/deciding/set-deadlines.ts';
import type { Member } from '../../../src/domain/member.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { TestOffice } from '../../support/test-office.ts';
import {
  CHAT_OF,
  DEPUTY,
  DIRECTOR,
  HEAD_OF_PLANNING,
  SECOND_SECRETARY,
  SECRETARY,
} from '../../support/test-people.ts';

const set = (
  office: TestOffice,
  text: string,
  member: Member = SECRETARY,
  origin = office.message(SECRETARY.telegramId ?? 0),
): Promise<readonly DeadlineOutcome[]> =>
  setDeadlines(office.app, {
    member,
    wishes: understandWishes(text)?.wishes ?? [],
    writtenAt: office.now,
    origin,
  });

const kinds = (outcomes: readonly DeadlineOutcome[]) => outcomes.map(({ kind }) => kind);

describe('a deadline that was missing', () => {
  it('holds for every unit of the task, which are told, and is reminded of', async () => {
    const office = await TestOffice.openBound();
    const [lead, coordinating] = await office.assign({ lead: ['KHTC'], coordinating: ['QLCN'] });
    if (lead === undefined || coordinating === undefined) throw new Error('two units were wanted');
    await office.deliver();
    expect(await office.planned(lead)).toEqual([]);

    expect(kinds(await set(office, `${lead.task.number} hạn 25/4`))).toEqual(['set']);
    expect(await office.deliver()).toEqual([
      `deadline_set → ${CHAT_OF.KHTC}`,
      `deadline_set → ${CHAT_OF.QLCN}`,
    ]);
    for (const view of [lead, coordinating]) {
      expect((await office.view(view)).deadline).toMatchObject({ due: '2025-04-25', lastOk: '2025-04-25' });
    }
    expect((await office.planned(lead)).slice(0, 3)).toEqual([
      'before-3 04-22 07:30',
      'before-1 04-24 07:30',
      'on-day 04-25 07:30',
    ]);
    expect(await office.planned(coordinating)).toEqual([]);
    expect(await office.trail(lead)).toContain('deadline_changed');
    expect(office.said('deadline_set').view.deadline?.due).toBe('2025-04-25');
  });

  it('is set for several tasks at once, each for itself', async () => {
    const office = await TestOffice.openBound();
    const [one, two] = [await office.assignOne(), await office.assignOne({ due: '2025-06-30' })];
    const text = `${one.task.number} hạn 25/4; ${two.task.number} hạn 25/4; 99 hạn 25/4; ${one.task.number} hạn 29/4`;
    expect(kinds(await set(office, text))).toEqual(['set', 'has_deadline', 'not_found']);
    // What is said last of a task is meant.
    expect((await office.view(one)).deadline?.due).toBe('2025-04-29');
    expect((await office.view(two)).deadline?.due).toBe('2025-06-30');
  });

  it('is set once for one message, however often it is delivered', async () => {
    const office = await TestOffice.openBound();
    const { task } = await office.assignOne();
    const origin = office.message();
    await set(office, `${task.number} hạn 25/4`, SECRETARY, origin);
    await expect(set(office, `${task.number} hạn 25/4`, SECRETARY, origin)).rejects.toThrow(
      DuplicateUpdateError,
    );
  });

  it('is set by one of two secretaries who name it at once; the other reads what it is', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    await office.deliver();
    const answers = await Promise.all([
      set(office, `${view.task.number} hạn 25/4`, SECRETARY),
      set(office, `${view.task.number} hạn 29/4`, SECOND_SECRETARY),
    ]);
    expect(answers.flatMap(kinds)).toEqual(['set', 'has_deadline']);
    expect(answers[1][0]).toMatchObject({ view: { deadline: { due: '2025-04-25' } } });
    expect(await office.deliver()).toEqual([`deadline_set → ${CHAT_OF.KHTC}`]);
  });

  it('is told to the units once, though it is said twice', async () => {
    const office = await TestOffice.openBound();
    const { task } = await office.assignOne();
    await office.deliver();
    expect(kinds(await set(office, `${task.number} hạn 25/4`))).toEqual(['set']);
    expect(kinds(await set(office, `${task.number} hạn 25/4`))).toEqual(['has_deadline']);
    expect(await office.deliver()).toHaveLength(1);
  });

  it('is for those who enter tasks', async () => {
    const office = await TestOffice.openBound();
    const { task } = await office.assignOne();
    for (const member of [DEPUTY, DIRECTOR, HEAD_OF_PLANNING]) {
      await expect(set(office, `${task.number} hạn 25/4`, member)).rejects.toThrow(NotAllowedError);
    }
  });

  it('is not pressed where the unit has done its part, and not set where nothing is open', async () => {
    const office = await TestOffice.openBound();
    const submitted = await office.assignOne();
    await office.report(submitted, 'submitted');
    expect(kinds(await set(office, `${submitted.task.number} hạn 25/4`))).toEqual(['set']);
    expect(await office.planned(submitted)).toEqual([]);
  });

  it('makes a series where it comes again', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    expect(kinds(await set(office, `${view.task.number} thứ Sáu hằng tuần`))).toEqual(['set']);
    expect((await office.view(view)).deadline).toMatchObject({
      due: '2025-04-11',
      rrule: expect.any(String) as unknown,
    });
    const planned = () => office.planned(view);
    expect((await planned()).filter((rung) => rung.startsWith('next-occurrence'))).toHaveLength(1);
    // Set right, it is one series still.
    expect(kinds(await set(office, `${view.task.number} thứ Năm hằng tuần`))).toEqual(['set']);
    expect((await planned()).filter((rung) => rung.startsWith('next-occurrence'))).toHaveLength(1);
  });

  it('is set right within a day, but not after an extension was decided on', async () => {
    const office = await TestOffice.openBound();
    const view = await office.assignOne();
    const wish = (day: string) => set(office, `${view.task.number} hạn ${day}`);
    await wish('25/4');
    office.jumpTo('2025-04-09 08:59');
    expect(kinds(await wish('29/4'))).toEqual(['set']);
    await extend(office, view, '2025-05-30');
    expect(kinds(await wish('29/4'))).toEqual(['has_deadline']);

    const other = await office.assignOne();
    await set(office, `${other.task.number} hạn 25/4`);
    office.jumpTo('2025-04-10 09:00');
    expect(kinds(await set(office, `${other.task.number} hạn 29/4`))).toEqual(['has_deadline']);
  });

  const extend = async (
    office: TestOffice,
    { assignment }: AssignmentView,
    newDue: string,
  ): Promise<void> => {
    const asked = await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: assignment.id,
      newDue,
      raw: 'xin lùi',
      reason: null,
      origin: office.message(),
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    const requestId = asked.request.id;
    const origin = office.message(DEPUTY.telegramId ?? 0);
    await decideExtension(office.app, { member: DEPUTY, requestId, isApproved: true, origin });
  };
});
