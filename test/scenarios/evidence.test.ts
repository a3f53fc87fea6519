import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';
import { wakeAt } from './support/mornings.ts';
import { GROUP, HEAD, expectNoFault, listen, taskMessage } from './support/robustness.ts';

const PAPER = 'Giao Phòng KHTC xây dựng kế hoạch vốn năm 2026, trình Giám đốc Sở, xong trước ngày 25/4/2025.';
const NO_PAPER = 'Giao Phòng KHTC kiểm tra kho lưu trữ, xong trước ngày 25/4/2025.';
const PDF = { content: 'PDF', fileName: 'to-trinh-45.pdf' };
const PHOTO = { content: 'jpg', fileName: 'anh.jpg' };

const openWith = async (...orders: readonly string[]): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  for (const order of orders) {
    await office.write(SECRETARY, order);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  }
  return office;
};

const filesOf = (office: Office, person: string): readonly string[] =>
  office.heard({ person }).flatMap(({ message }) => {
    if (message.document !== undefined)
      return [`${message.document.file_name ?? '?'}: ${message.caption ?? ''}`];
    return message.photo === undefined ? [] : [`ảnh: ${message.caption ?? ''}`];
  });

test('a file with a report is kept with it, and sent again to whoever may see the task', async () => {
  const office = await openWith(PAPER);
  const said = listen(office, GROUP);
  const head = office.sandbox.person(HEAD);
  const replyTo = taskMessage(office).message;
  head.sendDocument(office.sandbox.group('KHTC'), PDF, {
    replyTo,
    caption: 'đã trình Tờ trình số 45/TTr-SKHCN',
  });
  await office.sandbox.settle();
  expect(said()).toEqual([
    expect.stringMatching(/^Đã ghi: việc 1 đã trình, Tờ trình số 45\/TTr-SKHCN, kèm tệp\./u),
  ]);

  await office.write(SECRETARY, '/viec 1');
  const card = office.last({ person: SECRETARY });
  expect(card.text).toContain('kèm tệp');
  await office.press(SECRETARY, card, 'Xem tệp (1)');
  expect(filesOf(office, SECRETARY)).toEqual([
    expect.stringMatching(/^to-trinh-45\.pdf: Việc 1 · .+, 09h00 thứ Năm, 10\/4$/u),
  ]);
  // Another unit sees neither the task nor its files.
  await office.write('TP.CĐS', '/viec 1');
  expect(office.last({ person: 'TP.CĐS' }).text).toContain('Không thấy việc 1');
  expectNoFault(office);
});

test('a file alone says nothing of how a task stands: it is kept, and that is asked', async () => {
  const office = await openWith(PAPER);
  const said = listen(office, GROUP);
  const head = office.sandbox.person(HEAD);
  const group = office.sandbox.group('KHTC');
  head.sendPhoto(group, PHOTO, { replyTo: taskMessage(office).message });
  await office.sandbox.settle();
  const [asked] = said();
  expect(asked).toContain('Đã ghi: 1 tệp của việc 1.');
  expect(asked).toContain('Tình hình việc này thế nào?');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain('Tình hình: gửi tệp (10/4)');
  await office.press(HEAD, office.last(GROUP), 'Đang làm');
  expect(said()).toEqual([expect.stringContaining('việc 1 đang làm')]);

  // What is said next stays the last thing heard, whatever comes to be shown.
  head.sendDocument(group, PDF, { replyTo: taskMessage(office).message });
  await office.sandbox.settle();
  said();
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain('Tình hình: đang làm');
  await office.press(SECRETARY, office.last({ person: SECRETARY }), 'Xem tệp (2)');
  expect(filesOf(office, SECRETARY)).toHaveLength(2);
  expectNoFault(office);
});

test('an album is one report with all of its pictures', async () => {
  const office = await openWith(PAPER, NO_PAPER);
  const said = listen(office, GROUP);
  const scans = [1, 2, 3].map((page) => ({ content: `${page}`, fileName: `trang-${page}.pdf` }));
  const head = office.sandbox.person(HEAD);
  head.sendAlbum(office.sandbox.group('KHTC'), scans, {
    replyTo: taskMessage(office).message,
    caption: 'xong rồi ạ',
  });
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringMatching(/^Đã ghi: việc 1 đã xong, kèm tệp\./u)]);
  await office.write(SECRETARY, '/viec 1');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋 Việc 1'), 'Xem tệp (3)');
  expect(filesOf(office, SECRETARY).map((file) => file.split(':')[0])).toEqual([
    'trang-1.pdf',
    'trang-2.pdf',
    'trang-3.pdf',
  ]);
});

test('an album is kept whole where the bot is started anew in the middle of it', async () => {
  const office = await openWith(PAPER, NO_PAPER);
  const head = office.sandbox.person(HEAD);
  const page = (number: number) => ({
    document: {
      file_id: `page-${number}`,
      file_unique_id: `page-${number}`,
      file_name: `trang-${number}.pdf`,
    },
    media_group_id: 'album',
  });
  const said = listen(office, { person: HEAD });
  head.send(head.id, { ...page(1), caption: '1 xong rồi ạ' });
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringMatching(/^Đã ghi: việc 1 đã xong, kèm tệp\./u)]);
  await office.restart();
  // In a private chat nothing but the album tells what the rest of it is for.
  head.send(head.id, page(2));
  head.send(head.id, page(3));
  await office.sandbox.settle();
  expect(said()).toEqual([]);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }, '📋 Việc 1').keyboard?.inline_keyboard.flat()).toContainEqual(
    expect.objectContaining({ text: 'Xem tệp (3)' }),
  );
  expectNoFault(office);
});

test('a file for one of several tasks is kept until its number is said', async () => {
  const office = await openWith(PAPER, NO_PAPER);
  await wakeAt(office, '2025-04-22T07:30');
  const said = listen(office, GROUP);
  const morning = office.last(GROUP, '⏰');
  office.sandbox.person(HEAD).sendDocument(office.sandbox.group('KHTC'), PDF, { replyTo: morning.message });
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringContaining('Tệp này là của việc nào?')]);
  await office.reply(HEAD, office.last(GROUP), '2');
  expect(said()).toEqual([expect.stringContaining('Đã ghi: 1 tệp của việc 2.')]);

  office.sandbox.person(HEAD).sendDocument(office.sandbox.group('KHTC'), PDF, { replyTo: morning.message });
  await office.sandbox.settle();
  said();
  await office.reply(HEAD, office.last(GROUP), '1 xong');
  expect(said()).toEqual([expect.stringMatching(/^Đã ghi: việc 1 đã xong, kèm tệp/u)]);
  expectNoFault(office);
});

test('an album for one of several tasks is kept whole until its number is said', async () => {
  const office = await openWith(PAPER, NO_PAPER);
  await wakeAt(office, '2025-04-22T07:30');
  const said = listen(office, GROUP);
  const morning = office.last(GROUP, '⏰');
  const scans = [1, 2, 3].map((page) => ({ content: `${page}`, fileName: `trang-${page}.pdf` }));
  const head = office.sandbox.person(HEAD);
  head.sendAlbum(office.sandbox.group('KHTC'), scans, { replyTo: morning.message });
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringContaining('Tệp này là của việc nào?')]);
  await office.restart();
  await office.reply(HEAD, office.last(GROUP), '2');
  expect(said()).toEqual([expect.stringContaining('Đã ghi: 3 tệp của việc 2.')]);
  expectNoFault(office);
});

test('the number of the paper is asked for once, and goes to the report; no number is an answer too', async () => {
  const office = await openWith(PAPER, NO_PAPER);
  const said = listen(office, GROUP);
  await office.reply(HEAD, taskMessage(office), 'xong rồi');
  expect(said()).toEqual([expect.stringContaining('trả lời tin này bằng số, ký hiệu')]);
  await office.reply(HEAD, office.last(GROUP), 'Kế hoạch số 45/KH-SKHCN ngày 09/4');
  expect(said()).toEqual(['Đã ghi số văn bản của việc 1: 45/KH-SKHCN.']);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain('đã xong, Kế hoạch số 45/KH-SKHCN ngày 09/4');
  // The secretary reads the report with its number when accepting it.
  expect(office.last({ person: SECRETARY }, 'báo việc 1 đã xong').text).toContain('45/KH-SKHCN');

  // It is not asked for again, nor where no paper is named.
  await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋 Việc 1'), 'Trả lại');
  said();
  await office.reply(HEAD, taskMessage(office), 'xong lại rồi');
  expect(said().join()).not.toContain('số, ký hiệu');
  const [, second] = office.about(GROUP, '📋 Việc');
  if (second === undefined) throw new Error('There are two tasks');
  await office.reply(HEAD, second, 'đã xong');
  expect(said().join()).not.toContain('số, ký hiệu');
  expectNoFault(office);
});

test('what was understood is taken back by its button for ten minutes, and stays in the history', async () => {
  const office = await openWith(PAPER);
  await office.reply(HEAD, taskMessage(office), 'đã xong');
  const told = office.last(GROUP, 'Đã ghi');
  await office.goTo('2025-04-10T09:09');
  await office.press(HEAD, told, 'Sửa');
  await office.reply(HEAD, office.last(GROUP, 'Tình hình đúng'), 'mới đang làm 70%');
  expect(office.last(GROUP).text).toContain('Đã sửa: việc 1 đang làm 70%');
  await office.goTo('2025-04-10T09:20');
  expect(await office.press(HEAD, told, 'Sửa')).toContain('Đã quá 10 phút');
  await office.write(SECRETARY, '/viec 1');
  const card = office.last({ person: SECRETARY }).text;
  expect(card).toContain('báo đã xong');
  expect(card).toContain('báo đang làm 70%');
});

test('a file sent in private, in reply to nothing, is for one of the unit’s tasks', async () => {
  const office = await openWith(PAPER, NO_PAPER);
  const head = office.sandbox.person(HEAD);
  head.sendDocument(head, PDF);
  await office.sandbox.settle();
  expect(office.last({ person: HEAD }).text).toContain('Tệp này là của việc nào?');
  await office.reply(HEAD, office.last({ person: HEAD }), '2');
  expect(office.last({ person: HEAD }).text).toContain('Đã ghi: 1 tệp của việc 2.');
  head.sendPhoto(head, PHOTO, { caption: '1 đã trình' });
  await office.sandbox.settle();
  expect(office.last({ person: HEAD }).text).toContain('việc 1 đã trình, kèm tệp');
  expectNoFault(office);
});
