import { describe, expect, test } from 'vitest';
import { answerTask } from '../../../src/application/answering/answers.ts';
import { decideExtension } from '../../../src/application/deciding/decide-extension.ts';
import { requestExtension } from '../../../src/application/deciding/extensions.ts';
import type { EscalationPolicy } from '../../../src/domain/escalation.ts';
import { STANDARD_ESCALATION } from '../../support/ladders.ts';
import type { TestOfficeOptions } from '../../support/test-office.ts';
import { TestOffice } from '../../support/test-office.ts';
import { CHAT_OF, DEPUTY, HEAD_OF_PLANNING, SECOND_SECRETARY, SECRETARY } from '../../support/test-people.ts';

const chat = ({ telegramId }: { readonly telegramId: number | null }): string =>
  `escalation → ${telegramId ?? '?'}`;

/** Phòng KHTC has a task due on Thursday 10/4/2025 that nobody says anything about. */
const silentOffice = async (options: TestOfficeOptions = {}, policy: Partial<EscalationPolicy> = {}) => {
  const settings = { ...options.settings, escalation: { ...STANDARD_ESCALATION, ...policy } };
  const office = await TestOffice.openBound({ ...options, settings });
  const view = await office.assignOne({ due: '2025-04-10' });
  await office.deliver();
  return { office, view };
};

/** What is told of the silence between two moments, minute by minute where anything happens: "14 09:00 escalation → 11". */
const toldUntil = async (office: TestOffice, days: readonly string[]): Promise<readonly string[]> => {
  const told: string[] = [];
  for (const day of days) {
    for (const hour of ['07:30', '08:59', '09:00', '09:01', '16:00']) {
      const arrived = await office.goTo(`2025-${day} ${hour}`);
      told.push(
        ...arrived.filter((one) => one.startsWith('escalation')).map((one) => `${day} ${hour} ${one}`),
      );
    }
  }
  return told;
};

const DAYS = ['04-11', '04-12', '04-13', '04-14', '04-15', '04-16', '04-17', '04-18', '04-21', '04-22'];

describe('silence past the deadline', () => {
  test('is told to the head, then the secretaries, then the deputy in charge; each once, on its working day', async () => {
    const { office, view } = await silentOffice();
    expect(await toldUntil(office, DAYS)).toEqual([
      `04-14 09:00 ${chat(HEAD_OF_PLANNING)}`,
      `04-15 09:00 ${chat(SECRETARY)}`,
      `04-15 09:00 ${chat(SECOND_SECRETARY)}`,
      `04-16 09:00 ${chat(DEPUTY)}`,
    ]);
    const steps = (await office.store.auditOfTask(view.task.id)).filter(
      ({ action }) => action === 'escalated',
    );
    expect(steps.map(({ after }) => after?.step)).toEqual(['head', 'secretary', 'deputy', 'director']);
    expect(await office.planned(view)).toEqual(['overdue 04-23 07:30']);
  });

  test('comes after the unit has been reminded in its own chat, and nowhere else in public', async () => {
    const { office } = await silentOffice();
    expect(await office.goTo('2025-04-11 07:30')).toEqual([`reminder → ${CHAT_OF.KHTC}`]);
    await toldUntil(office, DAYS);
    const chats = office.messenger.arrived
      .filter(({ notification }) => notification.kind === 'escalation')
      .map(({ chatId }) => chatId);
    expect(chats.every((chatId) => chatId > 0)).toBe(true);
  });

  test('is told once however often the minute is asked, and by two processes', async () => {
    const { office } = await silentOffice();
    await office.goTo('2025-04-14 07:30');
    office.jumpTo('2025-04-14 09:00');
    const queued = await Promise.all([office.tick(), office.tick()]);
    expect(queued.toSorted()).toEqual([0, 1]);
    expect(await office.deliver()).toEqual([chat(HEAD_OF_PLANNING)]);
    expect(await office.goTo('2025-04-14 09:00')).toEqual([]);
  });

  test('after a downtime takes one step a day, beginning where it was', async () => {
    const { office } = await silentOffice();
    await office.goTo('2025-04-17 10:00');
    expect(office.said('escalation').step).toBe('head');
    expect(await office.goTo('2025-04-17 16:00')).toEqual([]);
    const told = await toldUntil(office, ['04-18', '04-21', '04-22']);
    expect(told.map((one) => one.slice(0, 11))).toEqual(['04-18 09:00', '04-18 09:00', '04-21 09:00']);
  });

  test('of a task entered late is counted from when it was given', async () => {
    const office = await TestOffice.openBound({
      now: '2025-04-15 10:00',
      settings: { escalation: STANDARD_ESCALATION },
    });
    await office.assignOne({ due: '2025-04-01' });
    await office.deliver();
    expect(await toldUntil(office, ['04-16', '04-17'])).toEqual([`04-17 09:00 ${chat(HEAD_OF_PLANNING)}`]);
  });

  test('is not told where the agency wants it so, step by step', async () => {
    const { office } = await silentOffice(
      {},
      { after: { ...STANDARD_ESCALATION.after, head: null, deputy: null } },
    );
    expect(await toldUntil(office, DAYS)).toEqual([
      `04-15 09:00 ${chat(SECRETARY)}`,
      `04-15 09:00 ${chat(SECOND_SECRETARY)}`,
    ]);
  });

  test('of several tasks is one message for each person and step', async () => {
    const { office } = await silentOffice();
    await office.assign({ due: '2025-04-10' });
    await office.assign({ lead: ['QLCN'], due: '2025-04-10' });
    await office.goTo('2025-04-14 09:00');
    expect(office.said('escalation').lines.map(({ view }) => view.task.number)).toEqual([1, 2]);
    await office.goTo('2025-04-15 09:00');
    expect(office.said('escalation')).toMatchObject({ step: 'secretary', lines: [{}, {}, {}] });
  });

  test('of a coordinating unit is nobody’s matter', async () => {
    const office = await TestOffice.openBound({ settings: { escalation: STANDARD_ESCALATION } });
    const [, coordinating] = await office.assign({ coordinating: ['QLCN'], due: '2025-04-10' });
    expect(coordinating && (await office.planned(coordinating))).toEqual([]);
  });
});

describe('a step that reaches nobody', () => {
  test('is passed over with the reason; the next comes at its own time', async () => {
    const { office, view } = await silentOffice({ members: { [HEAD_OF_PLANNING.id]: { telegramId: null } } });
    expect(await toldUntil(office, DAYS)).toEqual([
      `04-15 09:00 ${chat(SECRETARY)}`,
      `04-15 09:00 ${chat(SECOND_SECRETARY)}`,
      `04-16 09:00 ${chat(DEPUTY)}`,
    ]);
    const [passed] = (await office.store.auditOfTask(view.task.id)).filter(
      ({ action }) => action === 'escalation_passed_over',
    );
    expect(passed?.after).toMatchObject({ step: 'head', reason: 'no_telegram' });
    const [told] = office.messenger.arrived.filter(({ notification }) => notification.kind === 'escalation');
    expect(told?.notification).toMatchObject({
      lines: [{ passedOver: [{ step: 'head', why: 'no_telegram' }] }],
    });
  });

  test('is not taken where the same person has just been told: a unit without a chat hears through its head', async () => {
    const office = await TestOffice.open({ settings: { escalation: STANDARD_ESCALATION } });
    await office.assignOne({ due: '2025-04-10' });
    await office.deliver();
    expect(await office.goTo('2025-04-14 07:30')).toEqual([`reminder → ${HEAD_OF_PLANNING.telegramId ?? 0}`]);
    expect(await toldUntil(office, ['04-14', '04-15'])).toEqual([
      `04-15 09:00 ${chat(SECRETARY)}`,
      `04-15 09:00 ${chat(SECOND_SECRETARY)}`,
    ]);
  });
});

describe('what stops it', () => {
  test('a report: silence counts anew after the pause, and the steps taken are not taken again', async () => {
    const { office, view } = await silentOffice();
    expect(await toldUntil(office, ['04-14'])).toHaveLength(1);
    await office.report(view, { kind: 'in_progress', progress: 60 });
    // Monday 14/4, three working days of pause, three of silence: Tuesday 22/4.
    expect(await toldUntil(office, DAYS.slice(4))).toEqual([
      `04-22 09:00 ${chat(SECRETARY)}`,
      `04-22 09:00 ${chat(SECOND_SECRETARY)}`,
    ]);
  });

  test('a date that the unit names is waited for', async () => {
    const { office, view } = await silentOffice();
    await office.goTo('2025-04-11 08:00');
    await office.report(view, { kind: 'in_progress', eta: '2025-04-21' });
    expect(await office.planned(view)).toContain('escalate-head 04-23 09:00');
  });

  test('“đã nhận” does not', async () => {
    const { office, view } = await silentOffice();
    await office.goTo('2025-04-11 08:00');
    await office.report(view, 'acknowledged');
    expect(await toldUntil(office, ['04-14'])).toEqual([`04-14 09:00 ${chat(HEAD_OF_PLANNING)}`]);
  });

  test('being finished ends it; being returned begins it again, but for the steps taken', async () => {
    const { office, view } = await silentOffice();
    expect(await toldUntil(office, ['04-14'])).toHaveLength(1);
    await office.report(view, 'done');
    expect(await office.planned(view)).toEqual([]);
    expect(await toldUntil(office, ['04-15', '04-16'])).toEqual([]);
    await office.decideWork(view, false);
    expect(await office.planned(view)).toEqual(['overdue 04-17 07:30', 'escalate-secretary 04-22 09:00']);
  });

  test('a report that comes while the message waits', async () => {
    const { office, view } = await silentOffice();
    office.jumpTo('2025-04-14 09:00');
    await office.tick();
    office.jumpTo('2025-04-14 09:01');
    await office.report(view, { kind: 'in_progress', progress: 20 });
    expect(await office.deliver()).not.toContain(chat(HEAD_OF_PLANNING));
  });

  test('a wish for more time that nobody has answered puts it off; one that is granted begins it anew', async () => {
    const { office, view } = await silentOffice({}, { pauseAfterReport: 0 });
    await office.goTo('2025-04-11 08:00');
    const asked = await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: view.assignment.id,
      newDue: '2025-04-16',
      raw: 'xin đến 16/4',
      reason: null,
      origin: office.message(),
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    expect(await office.planned(view)).toContain('escalate-head 04-15 09:00');
    expect(await toldUntil(office, ['04-14', '04-15', '04-16', '04-17', '04-18'])).toEqual([]);
    expect(await office.planned(view)).toContain('escalate-head 04-21 09:00');
    await decideExtension(office.app, {
      member: DEPUTY,
      requestId: asked.request.id,
      isApproved: true,
      origin: office.message(DEPUTY.telegramId ?? 0),
    });
    expect((await office.planned(view)).filter((rung) => rung.startsWith('escalate'))).toEqual([
      'escalate-head 04-21 09:00',
    ]);
  });

  test('a wish for more time that is refused does not', async () => {
    const { office, view } = await silentOffice();
    await office.goTo('2025-04-09 10:00');
    const asked = await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: view.assignment.id,
      newDue: '2025-06-30',
      raw: 'xin đến 30/6',
      reason: null,
      origin: office.message(),
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    await decideExtension(office.app, {
      member: DEPUTY,
      requestId: asked.request.id,
      isApproved: false,
      origin: office.message(DEPUTY.telegramId ?? 0),
    });
    // Asked on Wednesday 9/4, three working days of pause, two of silence.
    expect(await toldUntil(office, ['04-14', '04-15', '04-16'])).toEqual([
      `04-16 09:00 ${chat(HEAD_OF_PLANNING)}`,
    ]);
  });

  test('work that is sent back late is new work: those above do not hear of it the next day', async () => {
    const { office, view } = await silentOffice();
    await office.goTo('2025-04-09 10:00');
    await office.report(view, 'done');
    await office.goTo('2025-04-17 10:00');
    await office.decideWork(view, false);
    // Seen is not answered, and takes nothing of the time either.
    await office.report(view, 'acknowledged');
    expect(await office.planned(view)).toContain('escalate-head 04-21 09:00');
    expect(await toldUntil(office, ['04-18', '04-21', '04-22'])).toEqual([
      `04-21 09:00 ${chat(HEAD_OF_PLANNING)}`,
      `04-22 09:00 ${chat(SECRETARY)}`,
      `04-22 09:00 ${chat(SECOND_SECRETARY)}`,
    ]);
  });

  test('what is given out on a day off is heard of on Monday: silence does not count before', async () => {
    const office = await TestOffice.openBound({
      now: '2025-04-12 10:00',
      settings: { escalation: STANDARD_ESCALATION },
    });
    await office.assignOne({ due: '2025-04-10' });
    expect(await toldUntil(office, ['04-14', '04-15', '04-16'])).toEqual([
      `04-16 09:00 ${chat(HEAD_OF_PLANNING)}`,
    ]);
  });
});

test('nobody who has left is told of it, though the message was waiting for them', async () => {
  const { office } = await silentOffice();
  await office.goTo('2025-04-14 07:30');
  office.jumpTo('2025-04-14 09:00');
  await office.tick();
  await office.leave(HEAD_OF_PLANNING);
  expect(await office.deliver()).toEqual([]);
  // Whoever comes next is told at their own time.
  expect(await toldUntil(office, ['04-15'])).toEqual([
    `04-15 09:00 ${chat(SECRETARY)}`,
    `04-15 09:00 ${chat(SECOND_SECRETARY)}`,
  ]);
});

describe('who is told next', () => {
  test('is nobody while a wish for more time waits for its answer', async () => {
    const { office, view } = await silentOffice();
    await office.goTo('2025-04-14 08:00');
    await requestExtension(office.app, {
      member: HEAD_OF_PLANNING,
      assignmentId: view.assignment.id,
      newDue: '2025-04-30',
      raw: 'xin đến 30/4',
      reason: null,
      origin: office.message(),
    });
    const card = await answerTask(office.app, SECRETARY, null, view.task.number);
    expect(card?.lines[0]).toMatchObject({ workingDaysOverdue: 2, nextStep: null });
  });

  test('stands on the morning message where it is near, and on the card', async () => {
    const { office, view } = await silentOffice();
    await office.goTo('2025-04-11 07:30');
    expect(office.said('reminder').lines[0]?.nextStep).toEqual({
      step: 'head',
      on: '2025-04-14',
      at: '09:00',
    });
    await office.goTo('2025-04-14 09:00');
    expect(office.said('escalation').lines[0]?.nextStep).toEqual({
      step: 'secretary',
      on: '2025-04-15',
      at: '09:00',
    });
    const card = await answerTask(office.app, SECRETARY, null, view.task.number);
    expect(card?.lines[0]?.nextStep).toEqual({ step: 'secretary', on: '2025-04-15', at: '09:00' });
  });
});
