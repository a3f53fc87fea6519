// What Telegram allows, and what it asks for when that was too much. Every scenario runs under its limits; here they hurt.
import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';
import { giveTasks } from './support/notice.ts';
import { GROUP, HEAD, expectNoFault, listen, openWithTask } from './support/robustness.ts';

const secretary = { person: SECRETARY };

/** Tasks with a deadline, one for each unit named. */
const tasksOf = (units: readonly string[]): string[] =>
  units.map(
    (unit, index) => `Giao Phòng ${unit} xây dựng báo cáo số ${index + 1}, hoàn thành trước ngày 25/4/2025.`,
  );

const seconds = (office: Office, where: { group: string }, words: string): number[] => {
  const dates = office.about(where, words).map(({ message }) => message.date);
  return dates.map((date) => date - (dates[0] ?? 0));
};

test('a group gets twenty messages in its first minute and the rest after it; others do not wait for it, nor does an answer', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.goTo('2025-04-10T09:05');
  await giveTasks(office, tasksOf([...Array.from({ length: 24 }, () => 'KHTC'), 'CĐS']));
  // The last of the notice, and not the last to be told.
  expect(office.about({ group: 'CĐS' }, 'báo cáo số 25')).toHaveLength(1);
  const soFar = office.about(GROUP, '📋').length;
  expect(soFar).toBeGreaterThanOrEqual(19);
  expect(soFar).toBeLessThan(24);

  // The head asks in private, where there is room.
  await office.write(HEAD, '/viec');
  expect(office.last({ person: HEAD }).text).toContain('24 việc đang mở');
  await office.goTo('2025-04-10T09:08');
  expect(office.about(GROUP, '📋')).toHaveLength(24);
  const at = seconds(office, GROUP, '📋');
  for (const [index, second] of at.entries()) {
    expect(second - (at[index - 1] ?? -1)).toBeGreaterThanOrEqual(1);
    expect(second - (at[index - 20] ?? -60)).toBeGreaterThanOrEqual(60);
  }
  expectNoFault(office);
});

test('what is due today is told before what has time', async () => {
  const office = await openWithTask('2025-04-10T09:00');
  const { server } = office.sandbox;
  server.faults.tooManyRequests({ method: 'sendMessage', chatId: office.sandbox.group('KHTC').id }, 300);
  const said = listen(office, GROUP);
  for (const order of [
    'Giao Phòng KHTC chủ trì lập dự toán năm 2026, xong trước ngày 25/4/2025.',
    'Giao Phòng KHTC chủ trì rà soát công nợ, xong trước ngày 25/4/2025.',
    'Giao Phòng KHTC chủ trì gửi số liệu quý I, xong trong hôm nay.',
  ]) {
    await office.write(SECRETARY, order);
    await office.press(SECRETARY, office.last(secretary, 'Phiếu'), 'Lưu');
  }
  expect(said()).toEqual([]);
  await office.goTo('2025-04-10T09:10');
  const order = said().map((text) => /dự toán|công nợ|số liệu/iu.exec(text)?.[0].toLowerCase());
  // The first was on its way when Telegram asked to wait.
  expect(order).toEqual(['số liệu', 'dự toán', 'công nợ']);
  expectNoFault(office);
});

test('a chat that Telegram wants quiet in gets it to the second, also through a restart; the others hear at once', async () => {
  const office = await openWithTask();
  await office.goTo('2025-04-10T09:05');
  const { server, clock } = office.sandbox;
  const groupId = office.sandbox.group('KHTC').id;
  const said = listen(office, GROUP);
  const saidElsewhere = listen(office, { group: 'CĐS' });
  server.faults.tooManyRequests({ method: 'sendMessage', chatId: groupId }, 2_000);
  const from = clock.now();
  await giveTasks(office, tasksOf(['KHTC', 'KHTC', 'CĐS']));
  expect(said()).toEqual([]);
  expect(saidElsewhere()).toHaveLength(1);
  server.calls.clear();
  await office.restart();
  await office.goTo('2025-04-10T09:35');
  expect(said()).toEqual([]);
  expect(server.calls.of('sendMessage').filter(({ params }) => params.chat_id === groupId)).toEqual([]);
  await office.goTo('2025-04-10T09:40');
  expect(said()).toHaveLength(2);
  const [first] = server.calls.of('sendMessage');
  expect(((first?.atMs ?? 0) - from) / 1_000).toBeGreaterThanOrEqual(2_000);
  expect(((first?.atMs ?? 0) - from) / 1_000).toBeLessThan(2_010);
  expectNoFault(office);
});

test('when Telegram wants quiet of the bot, nothing is sent to anyone until it is over, also through a restart', async () => {
  const office = await openWithTask();
  await office.goTo('2025-04-10T09:05');
  const { server } = office.sandbox;
  await office.write(
    SECRETARY,
    'Giao Phòng KHTC, Phòng CĐS, Phòng BCVT&CNTT chủ trì rà soát nhân sự, xong trước ngày 25/4/2025.',
  );
  const card = office.last(secretary, 'Phiếu');
  const told = (): number =>
    ['KHTC', 'CĐS', 'BCVT&CNTT'].flatMap((group) => office.about({ group }, 'rà soát nhân sự')).length;
  // The answer to the secretary is one chat, the first group another.
  server.faults.tooManyRequests({ method: 'sendMessage', times: 2 }, 600);
  await office.press(SECRETARY, card, 'Lưu');
  server.calls.clear();
  await office.restart();
  await office.goTo('2025-04-10T09:14');
  expect(server.calls.count('sendMessage')).toBe(0);
  expect(told()).toBe(0);
  await office.goTo('2025-04-10T09:17');
  expect(told()).toBe(3);
  expect(server.calls.of('sendMessage').every(({ outcome }) => outcome.kind === 'ok')).toBe(true);
  expectNoFault(office);
});
