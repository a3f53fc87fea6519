import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng QLCN thẩm định dự toán, xong trước ngày 25/4/2025.';

test('an update that Telegram delivers twice is applied once', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const drafts = office.heard({ person: SECRETARY }).filter(({ text }) => text.includes('thẩm định'));
  office.sandbox.server.redeliver();
  await office.sandbox.settle();
  expect(office.heard({ person: SECRETARY }).filter(({ text }) => text.includes('thẩm định'))).toEqual(
    drafts,
  );

  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  office.sandbox.server.redeliver();
  await office.sandbox.settle();
  await office.write(SECRETARY, '/viec');
  expect(office.last({ person: SECRETARY }).text).toContain('Việc 1');
  expect(office.last({ person: SECRETARY }).text).not.toContain('Việc 2');
  expect(office.heard({ group: 'KHTC' }).filter(({ text }) => text.includes('thẩm định'))).toHaveLength(1);

  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, 'thẩm định'), 'đang làm 60%');
  const said = office.heard({ group: 'KHTC' }).length;
  office.sandbox.server.redeliver();
  await office.sandbox.settle();
  expect(office.heard({ group: 'KHTC' })).toHaveLength(said);
});

test('what was owed when the bot went down is delivered once when it is back', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last({ person: SECRETARY }, 'thẩm định');

  // The confirmation is committed; then nothing gets through any more, and the bot is restarted.
  const { faults } = office.sandbox.server;
  faults.dropBefore({ method: 'sendMessage', times: Infinity });
  await office.press(SECRETARY, card, 'Lưu');
  const told = (unit: string): number =>
    office.heard({ group: unit }).filter(({ text }) => text.includes('thẩm định')).length;
  expect(told('KHTC')).toBe(0);
  faults.clear();
  await office.restart();
  await office.goTo('2025-04-10T09:30');
  expect(told('KHTC')).toBe(1);
  expect(told('QLCN')).toBe(1);

  await office.restart();
  await office.goTo('2025-04-10T10:30');
  expect(told('KHTC')).toBe(1);
  expect(told('QLCN')).toBe(1);
});

test('while Telegram cannot be reached everything waits, and nothing is lost', async () => {
  const office = await Office.open({ startAt: '2025-04-21T17:30' });
  office.sandbox.server.faults.setNetworkDown(true);
  const order = office.sandbox.person(SECRETARY).write(ORDER);
  expect(order.text).toBe(ORDER);
  office.sandbox.server.faults.setNetworkDown(false);
  await office.sandbox.settle();
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  // Half past five is after hours: the units hear of it in the morning.
  expect(office.heard({ group: 'KHTC' }).filter(({ text }) => text.includes('thẩm định'))).toHaveLength(0);
  await office.goTo('2025-04-22T07:31');
  expect(office.heard({ group: 'KHTC' }).filter(({ text }) => text.includes('thẩm định'))).not.toHaveLength(
    0,
  );
});
