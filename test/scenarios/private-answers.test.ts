import { expect, test } from 'vitest';
import { wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const openOffice = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  for (const task of [
    'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 11/4/2025.',
    'Giao Phòng QLKH&CN rà soát đề tài, xong trước ngày 11/4/2025.',
  ]) {
    await office.write(SECRETARY, task);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  }
  office.sandbox.person('GĐ').join(office.sandbox.group('KHTC'));
  office.sandbox.person(DEPUTY).join(office.sandbox.group('KHTC'));
  await wakeAt(office, '2025-04-14T08:00');
  return office;
};

test('what a leader asks in a group is answered in private, with the buttons of a leader', async () => {
  const office = await openOffice();
  const heard = () => office.heard({ group: 'KHTC' }).length;
  const before = heard();
  for (const command of [
    '/quahan',
    '/viec',
    '/viec 2',
    '/viec đề tài',
    '/homnay',
    '/baocao tháng',
    '/lichsu 2',
  ])
    await office.say('GĐ', 'KHTC', command);
  expect(heard()).toBe(before);
  expect(office.last({ person: 'GĐ' }, 'Quá hạn đến').text).toContain('2 việc, 2 đơn vị');
  await office.press('GĐ', office.last({ person: 'GĐ' }, '📋 Việc 2\n'), 'Nhắc ngay');
  expect(office.last({ group: 'QLKH&CN' }).text).toContain('báo tình hình việc 2');
  expect(heard()).toBe(before);

  // A member of the group asks about the group's own tasks, for all to read.
  await office.say('TP.KHTC', 'KHTC', '/quahan');
  const own = office.last({ group: 'KHTC' });
  expect(own.text).toContain('dự toán');
  expect(own.text).not.toContain('đề tài');
  // Nor does a leader's press on it bring in the others.
  await office.say('TP.KHTC', 'KHTC', '/viec');
  await office.sandbox.person('GĐ').pressForged(office.last({ group: 'KHTC' }).message, 'p0');
  await office.sandbox.settle();
  expect(office.heard({ group: 'KHTC' }).filter(({ text }) => text.includes('đề tài'))).toEqual([]);
  expectNoFault(office);
});

test('where the bot is an administrator the leader reads it in the group, and nobody else does', async () => {
  const office = await openOffice();
  const group = office.sandbox.group('KHTC');
  office.sandbox.person(SECRETARY).promoteBot(group);
  await office.sandbox.settle();
  await office.say(DEPUTY, 'KHTC', '/quahan');
  const { world } = office.sandbox.server;
  expect(world.history(group, office.sandbox.person(DEPUTY)).at(-1)).toMatchObject({
    visibleOnlyTo: office.sandbox.person(DEPUTY).id,
    text: expect.stringContaining('các đơn vị phụ trách có 1 việc') as unknown,
  });
  const seen = world.history(group, office.sandbox.person('TP.KHTC')).map(({ text }) => text);
  expect(seen.filter((text) => text.includes('các đơn vị phụ trách'))).toEqual([]);
  expectNoFault(office);
});

test('a leader who has not opened the chat is told so, and nothing else', async () => {
  const office = await openOffice();
  office.sandbox.person('GĐ').blockBot();
  await office.say('GĐ', 'KHTC', '/quahan');
  expect(office.last({ group: 'KHTC' }).text).toMatch(/^Câu hỏi này được trả lời riêng\./u);
  expect(office.last({ group: 'KHTC' }).text).not.toContain('việc 1');
});
