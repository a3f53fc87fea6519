import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';

test('an update that Telegram delivers twice is applied once', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const drafts = office.about({ person: SECRETARY }, 'thẩm định');
  office.sandbox.server.redeliver();
  await office.sandbox.settle();
  expect(office.about({ person: SECRETARY }, 'thẩm định')).toEqual(drafts);

  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  office.sandbox.server.redeliver();
  await office.sandbox.settle();
  await office.write(SECRETARY, '/viec');
  expect(office.last({ person: SECRETARY }).text).toContain('Việc 1');
  expect(office.last({ person: SECRETARY }).text).not.toContain('Việc 2');
  expect(office.about({ group: 'KHTC' }, 'thẩm định')).toHaveLength(1);

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
  const told = (unit: string): number => office.about({ group: unit }, 'thẩm định').length;
  expect(told('KHTC')).toBe(0);
  faults.clear();
  await office.restart();
  await office.goTo('2025-04-10T09:30');
  expect(told('KHTC')).toBe(1);
  expect(told('CĐS')).toBe(1);

  await office.restart();
  await office.goTo('2025-04-10T10:30');
  expect(told('KHTC')).toBe(1);
  expect(told('CĐS')).toBe(1);
});

test('a reminder that cannot be sent for hours arrives once, with what is true by then', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  const reminders = () => office.about({ group: 'KHTC' }, '⏰');

  // Due before 25/4: the first reminder is on Monday 21/4 at 07:30, the second on Wednesday 23/4.
  const { faults } = office.sandbox.server;
  await office.goTo('2025-04-21T07:00');
  faults.dropBefore({ method: 'sendMessage', times: Infinity });
  await office.goTo('2025-04-21T10:00');
  expect(reminders()).toHaveLength(0);
  faults.clear();
  await office.goTo('2025-04-21T10:10');
  expect(reminders()).toHaveLength(1);
  expect(reminders()[0]?.text).toContain('còn 3 ngày làm việc');

  // What has been submitted in the meantime is not pressed any more.
  await office.goTo('2025-04-23T07:00');
  // The tries of the first minute fail.
  faults.dropBefore({ method: 'sendMessage', times: 8 });
  await office.goTo('2025-04-23T07:30');
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, '⏰'), 'đã trình Giám đốc ký');
  await office.goTo('2025-04-23T12:00');
  expect(reminders()).toHaveLength(1);
});

test('an order entered after hours reaches the units in the morning, and the secretary is told so', async () => {
  const office = await Office.open({ startAt: '2025-04-18T17:05' });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  expect(office.last({ person: SECRETARY }).text).toContain('07h30 thứ Hai, 21/4');
  await office.goTo('2025-04-21T07:29');
  expect(office.about({ group: 'KHTC' }, 'thẩm định')).toHaveLength(0);
  await office.goTo('2025-04-21T07:31');
  expect(office.about({ group: 'KHTC' }, '📋')).toHaveLength(1);
});
