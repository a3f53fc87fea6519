import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { wordsOf } from './support/rich.ts';

const TASKS = [
  'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 11/4/2025.',
  'Giao Phòng BCVT&CNTT rà soát hạ tầng, xong trước ngày 11/4/2025.',
  'Giao Phòng QLKH&CN tham mưu kế hoạch đề tài, xong trước ngày 11/4/2025.',
  'Giao Phòng KHTC lập kế hoạch vốn, xong trước ngày 26/5/2025.',
  'Giao Phòng CĐS xây dựng quy chế dữ liệu, hoàn thành trong ngày 20/5/2025.',
];

const openOffice = async (tasks: readonly string[] = TASKS): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  for (const task of tasks) {
    await office.write(SECRETARY, task);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  }
  return office;
};

const labels = (entry: HistoryEntry): readonly string[][] =>
  entry.keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];

test('a deputy director sees the units in their charge first, and the whole agency at a press', async () => {
  const office = await openOffice();
  await wakeAt(office, '2025-05-19T08:00');
  await office.write(DEPUTY, '/quahan');
  const own = office.last({ person: DEPUTY }, 'quá hạn');
  expect(own.text).toContain('các đơn vị phụ trách có 2 việc, 2 đơn vị, 2 việc trên 30 ngày');
  expect(own.text).not.toContain('đề tài');
  expect(labels(own)).toContainEqual(['2', '1']);

  await office.press(DEPUTY, own, 'Toàn Sở (3)');
  const all = office.last({ person: DEPUTY }, 'quá hạn');
  expect(all.messageId).toBe(own.messageId);
  expect(all.text).toContain('3 việc, 3 đơn vị');
  expect(all.text).toContain('đề tài');
  await office.press(DEPUTY, all, 'Đơn vị phụ trách (2)');
  expect(office.last({ person: DEPUTY }, 'quá hạn').text).toBe(own.text);
});

test('a leader may name the unit behind the command', async () => {
  const office = await openOffice();
  await wakeAt(office, '2025-05-19T08:00');
  await office.write(DEPUTY, '/quahan phòng khtc');
  const named = office.last({ person: DEPUTY }).text;
  expect(named).toContain('1 việc, 1 đơn vị');
  expect(named).toContain('Lọc theo đơn vị: Phòng KHTC');
  await office.write(DEPUTY, '/overdue tài vụ');
  expect(office.last({ person: DEPUTY }).text).toContain('Không rõ đơn vị “tài vụ”.');
  // Whoever has one unit sees that one, whatever they type.
  await office.write('TP.KHTC', '/quahan QLCN');
  expect(office.last({ person: 'TP.KHTC' }).text).toContain('Phòng KHTC');
});

test('the list is narrowed to a unit, a person in charge, a document or an age, and ordered by age', async () => {
  const office = await openOffice();
  await wakeAt(office, '2025-05-21T08:00');
  await office.write('GĐ', '/quahan');
  const list = () => office.last({ person: 'GĐ' });
  expect(list().text).toContain('4 việc, 4 đơn vị, 3 việc trên 30 ngày');

  await office.press('GĐ', list(), 'Đến 30 ngày (1)');
  expect(list().text).toContain('Quá hạn không quá 30 ngày đến 08h00 thứ Tư, 21/5: toàn Sở có 1 việc');
  expect(list().text).toContain('quy chế dữ liệu');
  await office.press('GĐ', list(), 'Tất cả (4)');
  await office.press('GĐ', list(), 'Lâu nhất trước');
  expect(list().text.indexOf('dự toán')).toBeLessThan(list().text.indexOf('quy chế'));
  expect(list().text).toContain('Phòng CĐS, hạn 20/5');

  await office.press('GĐ', list(), 'Lọc đơn vị');
  expect(labels(list()).flat()).toEqual([
    'Phòng QLKH&CN (1)',
    'Phòng BCVT&CNTT (1)',
    'Phòng CĐS (1)',
    'Phòng KHTC (1)',
    '‹ Về danh sách',
  ]);
  await office.press('GĐ', list(), 'Phòng KHTC');
  expect(list().text).toContain('1 việc, 1 đơn vị');
  expect(list().text).toContain('Lọc theo đơn vị: Phòng KHTC');
  await office.press('GĐ', list(), 'Bỏ lọc');
  await office.press('GĐ', list(), 'Lọc phụ trách');
  expect(labels(list()).flat()).toHaveLength(3);
  await office.press('GĐ', list(), labels(list())[0]?.[0] ?? '');
  expect(list().text).toContain('Lọc theo lãnh đạo phụ trách');
  await office.press('GĐ', list(), 'Bỏ lọc');
  await office.press('GĐ', list(), 'Lọc văn bản');
  expect(list().text).toBe('Các việc quá hạn không gắn với văn bản nào.');
  await office.press('GĐ', list(), '‹ Về danh sách');
  expect(list().text).toContain('4 việc, 4 đơn vị');

  await office.press('GĐ', list(), 'Theo đơn vị');
  await office.press('GĐ', list(), 'Dạng bảng');
  expect(wordsOf(list()).split('\n').slice(0, 4)).toEqual([
    'Quá hạn đến 08h00 thứ Tư, 21/5: toàn Sở có 4 việc, 4 đơn vị, 3 việc trên 30 ngày',
    'Việc | Nội dung | Hạn | Quá hạn (ngày làm việc)',
    'Phòng QLKH&CN (1)',
    '3 | Tham mưu kế hoạch đề tài | 11/4 | 27',
  ]);
  await office.press('GĐ', list(), 'Dạng danh sách');
  expect(list().text).toContain('Phòng QLKH&CN (1)');
});

test('what is due is asked for a day, a week and two weeks; days off belong to the working day before', async () => {
  const office = await openOffice();
  await wakeAt(office, '2025-05-20T10:00');
  await office.write(DEPUTY, '/homnay');
  expect(office.last({ person: DEPUTY }).text).toContain('đến hạn hôm nay, thứ Ba, 20/5');
  expect(office.last({ person: DEPUTY }).text).toContain('quy chế dữ liệu');
  expect(office.last({ person: DEPUTY }).text).toContain('Ngoài ra có 2 việc quá hạn');
  // Before Monday 26/5 is by Sunday, so that Friday is the last day to work on it.
  await office.write(DEPUTY, '/tuannay');
  expect(office.last({ person: DEPUTY }).text).toContain('đến hết thứ Sáu, 23/5');
  expect(office.last({ person: DEPUTY }).text).toContain('kế hoạch vốn');
  await office.write('TP.QLKH', '/sapden');
  expect(office.last({ person: 'TP.QLKH' }).text).toContain('Không có việc sắp đến hạn');
  expect(office.last({ person: 'TP.QLKH' }).text).toContain('Ngoài ra có 1 việc quá hạn');
  await office.say('TP.KHTC', 'KHTC', '/tuannay');
  expect(office.last({ group: 'KHTC' }).text).toContain('kế hoạch vốn');
  expect(office.last({ group: 'KHTC' }).text).not.toContain('quy chế');

  await office.press(DEPUTY, office.last({ person: DEPUTY }), 'Toàn Sở');
  expect(office.last({ person: DEPUTY }).text).toContain('Ngoài ra có 3 việc quá hạn');
});

test('a unit is asked how a task stands, once a day, in working hours, by whoever is in charge', async () => {
  const office = await openOffice();
  await wakeAt(office, '2025-04-14T08:00');
  await office.write(DEPUTY, '/quahan');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'quá hạn'), '1');
  const card = office.last({ person: DEPUTY }, '📋 Việc 1');
  expect(labels(card)).toEqual([['Nhắc ngay']]);
  expect(await office.press(DEPUTY, card, 'Nhắc ngay')).toBe(
    'Đã gửi Phòng KHTC đề nghị báo tình hình việc 1.',
  );
  const asked = office.last({ group: 'KHTC' }, 'đề nghị Phòng KHTC báo tình hình việc 1');
  expect(await office.press(DEPUTY, card, 'Nhắc ngay')).toContain('đã được đề nghị');
  expect(office.about({ group: 'KHTC' }, 'đề nghị Phòng KHTC báo tình hình')).toHaveLength(1);

  await office.reply('TP.KHTC', asked, 'đang làm 60%');
  expect(office.last({ group: 'KHTC' }).text).toContain('việc 1 đang làm 60%');

  // The evening waits for the morning; what is handed in by then is not asked for.
  await wakeAt(office, '2025-04-14T20:00');
  expect(await office.press(DEPUTY, card, 'Nhắc ngay')).toContain('07h30 thứ Ba, 15/4');
  await office.reply('TP.KHTC', asked, 'đã xong');
  await wakeAt(office, '2025-04-15T08:00');
  expect(office.about({ group: 'KHTC' }, 'đề nghị Phòng KHTC báo tình hình')).toHaveLength(1);
  expect(await office.press(DEPUTY, card, 'Nhắc ngay')).toContain('hiện không cần nhắc');

  // Not of units in another's charge, also by a forged press.
  await office.write('PGĐ1', '/viec 2');
  expect(labels(office.last({ person: 'PGĐ1' }))).toEqual([]);
});

test('tasks are found by words, with and without diacritics, each where its people are', async () => {
  const office = await openOffice();
  await office.write(SECRETARY, '/viec quy che');
  const found = office.last({ person: SECRETARY });
  expect(found.text).toContain('1 việc có “quy che”');
  expect(found.text).toContain('Xây dựng quy chế dữ liệu');
  await office.press(SECRETARY, found, '5');
  expect(office.last({ person: SECRETARY }).text).toContain('📋 Việc 5');

  await office.write(DEPUTY, '/viec KẾ HOẠCH');
  expect(office.last({ person: DEPUTY }).text).toContain('2 việc có “KẾ HOẠCH”');
  await office.say('TP.KHTC', 'KHTC', '/viec kế hoạch');
  expect(office.last({ group: 'KHTC' }).text).toContain('1 việc có “kế hoạch”');
  expect(office.last({ group: 'KHTC' }).text).not.toContain('đề tài');
  await office.write('TP.KHTC', '/viec "); drop table tasks; --');
  expect(office.last({ person: 'TP.KHTC' }).text).toContain('Không thấy việc nào');
  await office.write('TP.KHTC', '/viec thẩm định dự toán');
  expect(office.last({ person: 'TP.KHTC' }).text).toContain('1 việc có');
});

test('a task’s history leads to the messages that made it, where Telegram has links', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const { world } = office.sandbox.server;
  const supergroup = world.migrate(office.sandbox.group('KHTC'), office.sandbox.person(SECRETARY));
  await office.sandbox.settle();
  await office.write(SECRETARY, TASKS[0] ?? '');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  const given = world.history(supergroup).findLast(({ text }) => text.includes('📋 Việc 1'));
  if (given === undefined) throw new Error('The task has not been given');
  const said = office.sandbox.person('TP.KHTC').reply(given.message, 'đang làm 40%');
  await office.sandbox.settle();
  await office.write(DEPUTY, '/viec 1');
  const links = office
    .last({ person: DEPUTY })
    .message.entities?.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []));
  expect(links).toContainEqual(
    expect.stringMatching(new RegExp(`^https://t\\.me/c/\\d+/${said.message_id}$`, 'u')),
  );
});
