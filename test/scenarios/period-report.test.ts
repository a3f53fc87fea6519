import { expect, test } from 'vitest';
import { wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { wordsOf } from './support/rich.ts';
import { expectNoFault } from './support/robustness.ts';

const TASKS = [
  'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 11/4/2025.',
  'Giao Phòng KHTC kiểm tra kho, xong trước ngày 30/4/2025.',
  'Giao Phòng QLKH&CN rà soát đề tài, xong trước ngày 20/5/2025.',
  'Giao Phòng CĐS rà soát dữ liệu.',
];

const openOffice = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  for (const task of TASKS) {
    await office.write(SECRETARY, task);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  }
  const report = async (unit: string, who: string, words: string): Promise<void> => {
    const number = Number(/^\d+/u.exec(words)?.[0]);
    await office.reply(who, office.last({ group: unit }, `Việc ${number}`), words);
    await office.press(
      SECRETARY,
      office.last({ person: SECRETARY }, `báo việc ${number} đã xong`),
      'Xác nhận',
    );
  };
  await wakeAt(office, '2025-04-16T09:00');
  await report('KHTC', 'TP.KHTC', '1 đã xong');
  await wakeAt(office, '2025-05-06T09:00');
  await report('QLKH&CN', 'TP.QLKH', '3 đã xong');
  return office;
};

test('the four cells by unit, for a month and the one before, as a table that agrees with /quahan', async () => {
  const office = await openOffice();
  await office.write(DEPUTY, '/baocao tháng');
  const report = () => office.last({ person: DEPUTY });
  expect(wordsOf(report()).split('\n')).toEqual([
    'Tình hình nhiệm vụ tháng 5/2025, toàn Sở',
    'Đơn vị | Hoàn thành | Đang thực hiện',
    'Đúng hạn | Quá hạn | Trong hạn | Quá hạn',
    'Phòng QLKH&CN | 1 | 0 | 0 | 0',
    'Phòng CĐS | 0 | 0 | 0 | 0',
    'Phòng KHTC | 0 | 0 | 0 | 1',
    'Tổng | 1 | 0 | 0 | 1',
    expect.stringContaining('Số liệu đến 09h00 thứ Ba, 06/5'),
    'Đang thực hiện, không có hạn: 1.',
  ]);
  await office.press(DEPUTY, report(), 'Kỳ trước');
  expect(wordsOf(report())).toContain('tháng 4/2025');
  // What was done since is of May: at the end of April it was open.
  expect(wordsOf(report())).toContain('Phòng QLKH&CN | 0 | 0 | 1 | 0');
  expect(wordsOf(report())).toContain('Phòng KHTC | 0 | 1 | 0 | 1');
  expect(wordsOf(report())).toContain('Số liệu đến hết thứ Tư, 30/4');
  await office.press(DEPUTY, report(), 'Quý');
  expect(wordsOf(report())).toContain('quý II/2025');
  expect(wordsOf(report())).toContain('Tổng | 1 | 1 | 0 | 1');
  await office.press(DEPUTY, report(), 'Đơn vị phụ trách');
  expect(wordsOf(report())).toContain('Tổng | 0 | 1 | 0 | 1');
  expect(wordsOf(report())).not.toContain('QLKH&CN');

  // The same "quá hạn" as the list has.
  await office.write('GĐ', '/quahan');
  expect(office.last({ person: 'GĐ' }).text).toContain('1 việc, 1 đơn vị');
  await office.write('GĐ', '/baocao');
  expect(wordsOf(office.last({ person: 'GĐ' }))).toContain('tuần này, từ thứ Hai, 05/5');
  await office.write('GĐ', '/baocao quý trước');
  expect(wordsOf(office.last({ person: 'GĐ' }))).toContain('quý I/2025');
  await office.write('GĐ', '/baocao năm');
  expect(office.last({ person: 'GĐ' }).text).toContain('/baocao tháng trước');
});

test('a unit sees its own row; a server without tables gets lines', async () => {
  const office = await openOffice();
  office.sandbox.server.faults.refuse(
    { method: 'sendRichMessage' },
    { status: 404, description: 'Not Found' },
  );
  await office.write('TP.KHTC', '/baocao tháng');
  const { text } = office.last({ person: 'TP.KHTC' });
  expect(text).toContain('Tình hình nhiệm vụ tháng 5/2025');
  expect(text).toContain('Phòng KHTC: đang thực hiện 1 (1 quá hạn)');
  expect(text).not.toContain('CĐS');
  await office.say('TP.CĐS', 'CĐS', '/baocao');
  expect(wordsOf(office.last({ group: 'CĐS' }))).toContain('Tổng | 0 | 0 | 0 | 0');
});

/** The rows of a table, without what says when it was made. */
const rowsOf = (office: Office): readonly string[] =>
  wordsOf(office.last({ person: 'GĐ' }))
    .split('\n')
    .filter((line) => line.includes(' | ') || line.includes(': '));

test('a period that is over has the same figures whenever they are asked, and those of the lists of its last day', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const secretary = { person: SECRETARY } as const;
  const orders = [
    ['KHTC', 'thẩm định dự toán', '11/4/2025'],
    ['KHTC', 'kiểm tra kho', '25/4/2025'],
    ['QLKH&CN', 'rà soát đề tài', '28/4/2025'],
    ['CĐS', 'rà soát dữ liệu', '20/5/2025'],
    ['CĐS', 'sao lưu máy chủ', '15/4/2025'],
    ['TTRA', 'kiểm tra sổ sách', '28/4/2025'],
  ] as const;
  for (const [unit, what, due] of orders) {
    await office.write(
      SECRETARY,
      `Giao ${unit === 'TTRA' ? 'Thanh tra' : `Phòng ${unit}`} ${what}, xong trong ngày ${due}.`,
    );
    await office.press(SECRETARY, office.last(secretary, what), 'Lưu');
  }
  const report = (unit: string, who: string, words: string) =>
    office.reply(who, office.last({ group: unit }, `Việc ${/^\d+/u.exec(words)?.[0] ?? ''}`), words);
  const accept = (number: number) =>
    office.press(SECRETARY, office.last(secretary, `báo việc ${number} đã xong`), 'Xác nhận');
  await wakeAt(office, '2025-04-14T09:00');
  await report('KHTC', 'TP.KHTC', '1 đã xong');
  await accept(1);
  await wakeAt(office, '2025-04-15T10:00');
  await report('CĐS', 'TP.CĐS', '5 đã xong');
  await accept(5);
  await wakeAt(office, '2025-04-29T10:00');
  // Handed in, and not yet looked at.
  await report('TTRA', 'CTTRA', '6 đã xong');
  await wakeAt(office, '2025-04-29T16:30');
  await office.write('GĐ', '/quahan');
  expect(office.last({ person: 'GĐ' }).text).toContain('toàn Sở có 2 việc, 2 đơn vị');
  await office.write('GĐ', '/baocao tháng');
  const atTheEnd = rowsOf(office);
  expect(atTheEnd).toEqual([
    'Đơn vị | Hoàn thành | Đang thực hiện',
    'Đúng hạn | Quá hạn | Trong hạn | Quá hạn',
    'Phòng QLKH&CN | 0 | 0 | 0 | 1',
    'Phòng CĐS | 1 | 0 | 1 | 0',
    'Phòng KHTC | 0 | 1 | 0 | 1',
    'Thanh tra Sở | 0 | 0 | 0 | 0',
    'Tổng | 1 | 1 | 1 | 2',
    'Đã báo xong hoặc đã trình, chờ xác nhận: 1.',
  ]);

  // In May everything changes: accepted, reopened, given more time, handed over, called off, given anew.
  await wakeAt(office, '2025-05-05T09:00');
  const april = async (): Promise<readonly string[]> => {
    await office.write('GĐ', '/baocao tháng trước');
    return rowsOf(office);
  };
  expect(await april()).toEqual(atTheEnd);
  await accept(6);
  await office.write(SECRETARY, '/molai 1 bổ sung phụ lục');
  expect(await april()).toEqual(atTheEnd);
  await report('KHTC', 'TP.KHTC', '2 xin gia hạn đến 30/5 vì chờ số liệu');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'đề nghị gia hạn việc 2'), 'Đồng ý');
  await office.write(SECRETARY, '/chuyen 3 CĐS');
  await office.write(SECRETARY, '/chuyen 3 QLKH&CN');
  await office.write(SECRETARY, '/chuyen 4 KHTC');
  await office.write(SECRETARY, 'Giao Phòng KHTC lập báo cáo quý, xong trong ngày 06/5/2025.');
  await office.press(SECRETARY, office.last(secretary, 'lập báo cáo quý'), 'Lưu');
  expect(await april()).toEqual(atTheEnd);
  await wakeAt(office, '2025-05-06T09:00');
  await report('QLKH&CN', 'TP.QLKH', '3 đã xong');
  await accept(3);
  await office.write(SECRETARY, '/huy 5 làm nhầm');
  await office.write(SECRETARY, '/huy 4 không cần nữa');
  expect(await april()).toEqual(atTheEnd);

  // What was accepted in May counts in May, once: handed in before or not.
  await office.write('GĐ', '/baocao tháng');
  expect(rowsOf(office)).toContain('Thanh tra Sở | 0 | 1 | 0 | 0');
  expect(rowsOf(office)).toContain('Phòng QLKH&CN | 0 | 1 | 0 | 0');
  expectNoFault(office);
});
