import { expect, test } from 'vitest';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';

test('a stranger who presses a forged button changes nothing and learns nothing', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last({ person: SECRETARY }, 'thẩm định');
  const save = card.keyboard?.inline_keyboard.flat().find(({ text }) => text === 'Lưu');
  const forged = save && 'callback_data' in save ? save.callback_data : '';
  expect(forged).not.toBe('');

  const { world } = office.sandbox.server;
  const stranger = world.addUser({ firstName: 'Người lạ' });
  const hello = stranger.start();
  await office.sandbox.settle();
  const greeting = world.lastFromBot(stranger);
  expect(greeting.text).toContain(String(stranger.id));
  expect(greeting.text).not.toContain('thẩm định');

  // With the very data of the secretary's button, on a message of their own chat.
  const [answer] = await Promise.all([stranger.pressForged(greeting, forged), office.sandbox.settle()]);
  expect(answer).toMatchObject({ answered: true });
  await office.sandbox.settle();
  expect(office.last({ person: SECRETARY }, 'thẩm định').text).toBe(card.text);
  expect(hello.text).toBe('/start');

  // A known person without the right is refused as well.
  const deputyMessage = office.last({ person: DEPUTY });
  await Promise.all([
    office.sandbox.person(DEPUTY).pressForged(deputyMessage.message, forged),
    office.sandbox.settle(),
  ]);
  await office.write(SECRETARY, '/viec');
  expect(office.last({ person: SECRETARY }).text).toContain('Không có việc');

  // And someone of another unit does not report for this one.
  await office.press(SECRETARY, card, 'Lưu');
  const task = office.last({ group: 'KHTC' }, 'thẩm định');
  const done = task.keyboard?.inline_keyboard.flat().find(({ text }) => text === 'Đã xong');
  const foreign = done && 'callback_data' in done ? done.callback_data : '';
  const [refused] = await Promise.all([
    office.sandbox.person('TP.BCVT').pressForged(office.last({ group: 'BCVT&CNTT' }).message, foreign),
    office.sandbox.settle(),
  ]);
  expect(refused).toMatchObject({ answered: true, text: expect.stringContaining('phụ trách') as unknown });
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).not.toContain('đã xong');
});
