import { expect, test } from 'vitest';
import { wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { wordsOf } from './support/rich.ts';

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
    'Tình hình nhiệm vụ tháng 5/2025',
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
  expect(wordsOf(report())).toContain('Phòng KHTC | 0 | 1 | 0 | 1');
  expect(wordsOf(report())).toContain('Đang thực hiện đến 09h00');
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
