import { expect, test } from 'vitest';
import { DEPUTY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault, openWithTask, taskMessage } from './support/robustness.ts';

// Phòng KHTC leads, Phòng CĐS coordinates, PGĐ2 is in charge of both.
test('a unit that is stuck is heard by the leader in charge and by the unit it waits for, and nobody else', async () => {
  const office = await openWithTask();
  await office.reply(HEAD, taskMessage(office), 'đang vướng do Phòng CĐS chưa gửi số liệu, chờ cả Thanh tra');
  const card = office.last({ person: DEPUTY }, 'báo vướng');
  expect(card.text).toContain('Phòng KHTC báo vướng ở việc 1');
  expect(card.text).toContain('Đang chờ: Phòng CĐS (đã báo đơn vị)');
  const told = office.last({ group: 'CĐS' }, 'đang chờ');
  expect(told.text).toContain('Việc 1: Phòng KHTC đang chờ Phòng CĐS phối hợp.');
  expect(told.text).toContain('chưa gửi số liệu');
  // Whoever has no part in the task hears nothing of it, named or not.
  for (const group of ['TTRA', 'QLCN', 'VP']) expect(office.about({ group }, 'việc 1')).toEqual([]);
  expect(office.about({ person: 'PGĐ1' }, 'việc 1')).toEqual([]);
  // The answer is about the part of the unit that is waited for.
  await office.reply('TP.CĐS', told, 'đã xong');
  expect(office.last({ group: 'CĐS' }).text).toContain('việc 1 đã xong phần phối hợp');
  await office.reply(HEAD, taskMessage(office), 'vẫn vướng, chờ Phòng CĐS');
  expect(office.about({ group: 'CĐS' }, 'đang chờ')).toHaveLength(1);
  expectNoFault(office);
});

test('what is settled before the office opens is told to nobody', async () => {
  const office = await openWithTask('2025-04-11T16:00');
  await office.goTo('2025-04-11T18:00');
  await office.reply(HEAD, taskMessage(office), 'vướng, chờ Phòng CĐS cấp số liệu');
  await office.reply(HEAD, taskMessage(office), 'đang làm 60%');
  await office.goTo('2025-04-14T08:00');
  expect(office.about({ group: 'CĐS' }, 'đang chờ')).toEqual([]);
  expect(office.about({ person: DEPUTY }, 'báo vướng')).toEqual([]);
  expect(office.last(GROUP).text).toContain('đang làm 60%');
});

test('asked what it is stuck on, a unit may say that it has finished, or that it is not stuck at all', async () => {
  const office = await openWithTask();
  await office.press(HEAD, taskMessage(office), 'Vướng');
  await office.reply(HEAD, office.last(GROUP), 'thôi, bấm nhầm');
  expect(office.last(GROUP).text).toBe('Để nguyên, không thay đổi gì.');
  expect(office.about({ person: DEPUTY }, 'báo vướng')).toEqual([]);
  await office.press(HEAD, taskMessage(office), 'Vướng');
  await office.reply(HEAD, office.last(GROUP), 'à xong rồi em, hết vướng rồi');
  expect(office.about({ person: DEPUTY }, 'báo vướng')).toEqual([]);
  expect(office.last(GROUP).text).toContain('việc 1 đã xong');
  expectNoFault(office);
});

test('whoever is waited for is named as in the messages, once', async () => {
  const office = await openWithTask();
  await office.reply(HEAD, taskMessage(office), 'Đang vướng, chờ TTra cấp số liệu');
  const stuck = office.last(GROUP, 'Đã ghi').text;
  expect(stuck).toContain('đang vướng');
  expect(stuck).not.toContain('TTRA');
  expect(stuck.match(/chờ/gu)).toHaveLength(1);
  expect(office.last({ person: DEPUTY }, 'báo vướng').text).toContain('Đang chờ: Thanh tra Sở');
});
