// What was said can be corrected by editing it for ten minutes; after that others may have acted on it.
import { expect, test } from 'vitest';
import { GROUP, HEAD, expectNoFault, listen, openWithTask, taskMessage } from './support/robustness.ts';
import { DEPUTY, SECRETARY } from './support/office.ts';
import type { Office } from './support/office.ts';

const TOO_LATE = expect.stringContaining('phần vừa sửa không được ghi') as unknown;

const standing = async (office: Office): Promise<string> => {
  await office.write(SECRETARY, '/viec 1');
  return office.last({ person: SECRETARY }).text;
};

test('an edit after ten minutes changes nothing, and says so once', async () => {
  const office = await openWithTask();
  const person = office.sandbox.person(HEAD);
  const reply = await office.reply(HEAD, taskMessage(office), 'đang làm 50%');
  const inGroup = listen(office, GROUP);

  await office.goTo('2025-04-10T09:09');
  person.edit(reply, 'đang làm 60%');
  await office.sandbox.settle();
  expect(inGroup()).toEqual([expect.stringContaining('Đã sửa: việc 1 đang làm 60%')]);

  await office.goTo('2025-04-10T09:11');
  person.edit(reply, 'đã xong');
  await office.sandbox.settle();
  expect(inGroup()).toEqual([TOO_LATE]);
  person.edit(reply, 'đã xong rồi');
  await office.sandbox.settle();
  expect(inGroup()).toEqual([]);
  expect(await standing(office)).toContain('đang làm 60%');

  // What it says to do counts.
  await office.reply(HEAD, taskMessage(office), 'đã xong');
  expect(inGroup()).toEqual([expect.stringContaining('Đã ghi: việc 1 đã xong')]);
  expectNoFault(office);
});

test('so do edits in private, of a reason, and of a wish for more time', async () => {
  const office = await openWithTask();
  const person = office.sandbox.person(HEAD);
  const report = await office.write(HEAD, '1 đang làm 50%');
  await office.press(HEAD, taskMessage(office), 'Vướng');
  const reason = await office.reply(HEAD, office.last(GROUP, 'vướng ở đâu'), 'thiếu kinh phí');
  const wish = await office.reply(HEAD, taskMessage(office), 'xin lùi đến 29/4');
  const thanks = await office.reply(HEAD, taskMessage(office), 'cảm ơn anh chị');
  const request = office.last({ person: DEPUTY }, 'đề nghị gia hạn');
  await office.goTo('2025-04-10T10:00');

  const inPrivate = listen(office, { person: HEAD });
  const inGroup = listen(office, GROUP);
  person.edit(report, '1 đã xong');
  await office.sandbox.settle();
  expect(inPrivate()).toEqual([TOO_LATE]);
  person.edit(reason, 'thiếu người');
  await office.sandbox.settle();
  expect(inGroup()).toEqual([TOO_LATE]);
  person.edit(wish, 'xin lùi đến 5/5');
  await office.sandbox.settle();
  expect(inGroup()).toEqual([TOO_LATE]);
  // Talk stays talk.
  person.edit(thanks, 'cảm ơn anh chị nhiều');
  await office.sandbox.settle();
  expect(inGroup()).toEqual([]);

  expect(await standing(office)).toContain('thiếu kinh phí');
  expect(await office.press(DEPUTY, request, 'Đồng ý')).not.toContain('rút lại');
  expect(await standing(office)).toContain('29/4');
  expectNoFault(office);
});

test('a button under “Sửa” that is pressed after ten minutes is a report of its own', async () => {
  const office = await openWithTask();
  await office.reply(HEAD, taskMessage(office), 'đang làm 50%');
  await office.press(HEAD, office.last(GROUP, 'Đã ghi: việc 1'), 'Sửa');
  const question = office.last(GROUP);
  await office.goTo('2025-04-10T09:30');
  await office.press(HEAD, question, 'Đã xong');
  expect(office.last(GROUP).text).toContain('Đã ghi: việc 1 đã xong');
  expect(await standing(office)).toContain('đang làm 50%');
  expectNoFault(office);
});
