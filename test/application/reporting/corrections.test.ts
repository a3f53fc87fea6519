import { describe, expect, test } from 'vitest';
import type { Origin } from '../../../src/application/context.ts';
import { decideCompletion } from '../../../src/application/deciding/decide-completion.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import { recordReport } from '../../../src/application/reporting/record-report.ts';
import type { ReportContent, ReportResult } from '../../../src/application/reporting/record-report.ts';
import type { AssignmentView } from '../../../src/domain/assignment-view.ts';
import { TestOffice } from '../../support/test-office.ts';
import { HEAD_OF_PLANNING, SECRETARY, STAFF_OF_PLANNING } from '../../support/test-people.ts';

type Kind = ReportContent['kind'];

const say = (
  office: TestOffice,
  view: AssignmentView,
  content: ReportContent | Kind,
  { isCorrection = false, origin = office.message(), member = HEAD_OF_PLANNING } = {},
): Promise<ReportResult> =>
  recordReport(office.app, {
    member,
    reports: [
      {
        assignmentId: view.assignment.id,
        content: typeof content === 'string' ? { kind: content } : content,
      },
    ],
    origin,
    isCorrection,
  });

const correct = (office: TestOffice, view: AssignmentView, content: ReportContent | Kind, origin?: Origin) =>
  say(office, view, content, { isCorrection: true, ...(origin ? { origin } : {}) });

const standing = async (office: TestOffice, view: AssignmentView) => {
  const { status, progress, completedAt } = (await office.view(view)).assignment;
  return { status, progress, completedAt };
};

const withTask = async (
  options: Parameters<typeof TestOffice.openBound>[0] = {},
): Promise<readonly [TestOffice, AssignmentView]> => {
  const office = await TestOffice.openBound(options);
  const view = await office.assignOne({ due: '2025-04-15' });
  await office.deliver();
  return [office, view];
};

describe('a correction', () => {
  test.each<readonly [said: readonly Kind[], meant: Kind, status: string]>([
    [['done'], 'in_progress', 'in_progress'],
    [['done'], 'acknowledged', 'acknowledged'],
    [['done'], 'not_done', 'assigned'],
    [['blocked'], 'acknowledged', 'acknowledged'],
    [['in_progress'], 'acknowledged', 'acknowledged'],
    [['in_progress', 'blocked'], 'note', 'in_progress'],
    [['acknowledged', 'submitted'], 'blocked', 'blocked'],
    [['submitted', 'in_progress'], 'note', 'submitted'],
  ])('of %j to %s starts from before the mistake: %s', async (said, meant, status) => {
    const [office, view] = await withTask();
    for (const kind of said) await say(office, view, kind);
    expect((await correct(office, view, meant)).kind).toBe('recorded');
    expect((await standing(office, view)).status).toBe(status);
    const reports = await office.store.reportsOfAssignment(view.assignment.id);
    expect(reports).toHaveLength(said.length + 1);
    expect(reports.at(-1)?.correctsId).toBe(reports.at(-2)?.id);
    expect((await office.trail(view)).at(-1)).toBe('status_corrected');
  });

  test('of a correction starts from before the first mistake', async () => {
    const [office, view] = await withTask();
    await say(office, view, { kind: 'in_progress', progress: 40 });
    await say(office, view, 'done');
    await correct(office, view, 'blocked');
    await correct(office, view, 'note');
    expect(await standing(office, view)).toEqual({ status: 'in_progress', progress: 40, completedAt: null });
  });

  test('where nothing was said before is a report like any other', async () => {
    const [office, view] = await withTask();
    expect((await correct(office, view, 'in_progress')).kind).toBe('recorded');
    expect((await standing(office, view)).status).toBe('in_progress');
    expect((await office.view(view)).lastReport?.correctsId).toBeNull();
  });

  test('brings back the reminders that a mistaken "đã xong" ended', async () => {
    const [office, view] = await withTask();
    const before = await office.planned(view);
    await say(office, view, 'done');
    expect(await office.planned(view)).toEqual([]);
    await correct(office, view, 'in_progress');
    expect(await office.planned(view)).toEqual(before);
  });

  test('of the words about finished work does not make it finished later', async () => {
    const [office, view] = await withTask();
    await say(office, view, 'submitted');
    const completedAt = office.now;
    office.jumpTo('2025-04-18 10:00');
    await correct(office, view, { kind: 'submitted', documentNumber: '45/TTr-SKHCN' });
    expect(await standing(office, view)).toEqual({ status: 'submitted', progress: null, completedAt });
    await correct(office, view, 'done');
    expect(await standing(office, view)).toEqual({ status: 'submitted', progress: 100, completedAt });
  });

  test('of a mistaken "đã xong" is possible also where the unit closes its tasks itself', async () => {
    const [office, view] = await withTask({ settings: { acceptance: 'automatic' } });
    const before = await office.planned(view);
    await say(office, view, 'done');
    expect((await standing(office, view)).status).toBe('done');
    expect((await correct(office, view, { kind: 'in_progress', progress: 80 })).kind).toBe('recorded');
    expect(await standing(office, view)).toEqual({ status: 'in_progress', progress: 80, completedAt: null });
    expect(await office.planned(view)).toEqual(before);
  });

  test('does not undo what has been decided since', async () => {
    const [office, view] = await withTask();
    const decide = (isAccepted: boolean) =>
      decideCompletion(office.app, {
        member: SECRETARY,
        assignmentId: view.assignment.id,
        isAccepted,
        origin: office.message(),
      });
    await say(office, view, 'done');
    await decide(false);
    await correct(office, view, 'acknowledged');
    expect((await standing(office, view)).status).toBe('returned');
    await say(office, view, 'done');
    await decide(true);
    expect((await correct(office, view, 'in_progress')).kind).toBe('closed');
    expect((await standing(office, view)).status).toBe('done');
  });

  test('drops what the secretary has not been told yet, and tells the corrected report', async () => {
    const [office, view] = await withTask();
    office.jumpTo('2025-04-08 20:00');
    await say(office, view, 'done');
    await correct(office, view, { kind: 'done', documentNumber: '45/BC-SKHCN' });
    office.jumpTo('2025-04-09 07:30');
    const heard = await office.deliver();
    expect(heard.filter((line) => line.endsWith(` ${SECRETARY.telegramId ?? ''}`))).toHaveLength(1);
    expect(office.said('completion_reported').report.documentNumber).toBe('45/BC-SKHCN');
  });
});

describe('a message edited afterwards', () => {
  test('corrects the report that was made with it', async () => {
    const [office, view] = await withTask();
    const origin = office.message();
    await say(office, view, 'done', { origin });
    const edit = { ...office.message(), source: origin.source };
    await correct(office, view, 'in_progress', edit);
    expect((await standing(office, view)).status).toBe('in_progress');
  });

  test('does not take back what a colleague has said since', async () => {
    const [office, view] = await withTask();
    const origin = office.message();
    await say(office, view, 'in_progress', { origin });
    await say(office, view, 'done', { member: STAFF_OF_PLANNING });
    await office.deliver();
    const before = await office.view(view);
    const edit = { ...office.message(), source: origin.source };
    expect((await correct(office, view, { kind: 'blocked', reason: 'Chờ kinh phí' }, edit)).kind).toBe(
      'recorded',
    );
    const after = await office.view(view);
    expect(after.lastReport).toEqual(before.lastReport);
    expect(after.assignment.status).toBe('submitted');
    expect(await office.deliver()).toEqual([]);
    // It is kept all the same.
    expect((await office.store.reportsOfAssignment(view.assignment.id)).map(({ kind }) => kind)).toContain(
      'blocked',
    );
  });

  test('changes nothing of a task that has been closed since', async () => {
    const [office, view] = await withTask({ settings: { acceptance: 'automatic' } });
    const origin = office.message();
    await say(office, view, 'in_progress', { origin });
    await say(office, view, 'done', { member: STAFF_OF_PLANNING });
    const edit = { ...office.message(), source: origin.source };
    expect((await correct(office, view, 'blocked', edit)).kind).toBe('closed');
  });
});

test('a request for more time is not a status that a correction could bring back', async () => {
  const [office, view] = await withTask();
  await say(office, view, 'in_progress');
  await requestExtension(office.app, {
    member: HEAD_OF_PLANNING,
    assignmentId: view.assignment.id,
    newDue: '2025-04-25',
    raw: 'xin lùi đến 25/4',
    reason: null,
    origin: office.message(),
  });
  await correct(office, view, 'blocked');
  expect((await standing(office, view)).status).toBe('blocked');
});
