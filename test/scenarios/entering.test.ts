import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';
const secretary = { person: SECRETARY };

/** What somebody writes in a group becomes a draft: the secretary answers it with /giao. */
const takeUp = async (office: Office, words: string, command = '/giao'): Promise<void> => {
  const said = await office.say('TP.KHTC', 'KHTC', words);
  office.sandbox.person(SECRETARY).reply(said, command);
  await office.sandbox.settle();
};

test('words taken up with /giao keep their author, on the card and in the history, and their day', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const said = await office.say(
    'TP.KHTC',
    'KHTC',
    'Đề nghị Phòng CĐS chủ trì rà soát dự toán, xong trong ngày mai.',
  );
  await office.goTo('2025-04-14T10:00');
  office.sandbox.person(SECRETARY).reply(said, '/giao');
  await office.sandbox.settle();
  const card = office.last({ group: 'KHTC' }, 'Phiếu 1');
  expect(card.text).toContain('Theo tin của Tô Thị Mỹ Hạnh');
  expect(card.text).toContain('09h00 thứ Năm, 10/4');
  // "mai" was said on the 10th.
  expect(card.text).toContain('11/4/2025');
  await office.press(SECRETARY, card, 'Lưu');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).toContain('Giao việc theo tin của Tô Thị Mỹ Hạnh');
});

test('what is taken up need not be written as an order: the card asks for what is missing', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await takeUp(office, 'Số liệu dự toán quý I còn lệch so với kho bạc nhé mọi người');
  const card = office.last({ group: 'KHTC' }, 'Phiếu 1');
  expect(card.text).toContain('Số liệu dự toán quý I còn lệch');
  expect(card.text).toContain('Chủ trì: chưa rõ đơn vị nào');
});

test('units and a deadline typed behind /giao go before those of the words taken up', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await takeUp(
    office,
    'Số liệu dự toán quý I còn lệch so với kho bạc nhé mọi người',
    '/giao Phòng CĐS, trước 25/4',
  );
  const card = office.last({ group: 'KHTC' }, 'Phiếu 1');
  expect(card.text).toContain('Chủ trì: Phòng CĐS');
  expect(card.text).toContain('25/4/2025');
});

test('forwarded words keep the one who wrote them, and the day on which they did', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const said = await office.say('TP.KHTC', 'KHTC', ORDER.replace('trước ngày 25/4/2025', 'trong ngày mai'));
  await office.goTo('2025-04-14T10:00');
  const author = office.sandbox.person(SECRETARY);
  author.forward(said, author);
  await office.sandbox.settle();
  const card = office.last(secretary, 'Phiếu 1');
  expect(card.text).toContain('Theo tin của Tô Thị Mỹ Hạnh, 09h00 thứ Năm, 10/4');
  expect(card.text).toContain('11/4/2025');
});

test('several messages forwarded at once are a draft each', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const first = await office.say('TP.KHTC', 'KHTC', ORDER);
  const second = await office.say('TP.KHTC', 'KHTC', 'Giao Phòng CĐS báo cáo số liệu trước ngày 28/4/2025.');
  const author = office.sandbox.person(SECRETARY);
  author.forward(first, author);
  author.forward(second, author);
  await office.sandbox.settle();
  expect(office.about(secretary, 'Phiếu 1/1')).toHaveLength(2);
});

test('a /giao that is edited is read again with the words it answers', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const said = await office.say('TP.KHTC', 'KHTC', 'Số liệu dự toán còn lệch so với kho bạc nhé mọi người');
  const author = office.sandbox.person(SECRETARY);
  const command = author.reply(said, '/giao');
  await office.sandbox.settle();
  author.edit(command, '/giao Phòng CĐS');
  await office.sandbox.settle();
  const card = office.last({ group: 'KHTC' }, 'Phiếu 1');
  expect(card.text).toContain('Số liệu dự toán còn lệch');
  expect(card.text).toContain('Chủ trì: Phòng CĐS');
  expectNoFault(office);
});
