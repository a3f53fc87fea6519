import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { SAMPLE_NOTICE } from '../../src/sandbox/stories/sample-notice.ts';
import { Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';
const secretary = { person: SECRETARY };

const now = (office: Office, entry: HistoryEntry): HistoryEntry =>
  office.heard(secretary).find(({ messageId }) => messageId === entry.messageId) ?? entry;

const labels = (entry: HistoryEntry): string[] =>
  entry.keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [];

test('work that is given already stands beside what would be given once more', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last(secretary, 'Phiếu 1'), 'Lưu');
  await office.write(SECRETARY, 'Phòng KHTC tham mưu thẩm định dự toán, xong trước ngày 29/4/2025.');
  const card = office.last(secretary, 'Phiếu 1');
  expect(card.text).toContain(
    'Có thể trùng việc 1 đang mở\nThẩm định dự toán · Phòng KHTC, hạn trước 25/4/2025 (thứ Sáu)',
  );
  // What is to be decided comes before the plan.
  expect(card.text.indexOf('Có thể trùng')).toBeLessThan(card.text.indexOf('Nhắc:'));
  expect(office.last(secretary, 'Có 1 việc').text).toContain('trùng việc 1');
  expect(labels(card)).toEqual(expect.arrayContaining(['Vẫn lưu', 'Bỏ mục này', 'Xem việc 1']));
  await office.press(SECRETARY, card, 'Xem việc 1');
  expect(office.last(secretary).text).toContain('📋 Việc 1');

  await office.press(SECRETARY, card, 'Bỏ mục này');
  expect(now(office, card).text).toContain('Đã bỏ');

  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last(secretary, 'Phiếu 1'), 'Vẫn lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('Việc 2');
  expectNoFault(office);
});

test('the same item of the same document is a duplicate for sure, however it is worded', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, SAMPLE_NOTICE);
  await office.press(SECRETARY, office.last(secretary, 'Có 4 việc'), 'Lưu tất cả');
  const before = office.about(secretary, 'cùng văn bản, cùng mục').length;
  await office.write(SECRETARY, SAMPLE_NOTICE);
  expect(office.about(secretary, 'cùng văn bản, cùng mục').length).toBeGreaterThan(before);
  const summary = office.last(secretary, 'Có 4 việc');
  expect(labels(summary).filter((label) => label.startsWith('Lưu tất cả'))).toEqual([]);
});

test('what was given since the card was shown is found when it is saved', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const mine = office.last(secretary, 'Phiếu 1');
  await office.write('VT2', ORDER);
  await office.press('VT2', office.last({ person: 'VT2' }, 'Phiếu 1'), 'Lưu');

  expect(await office.press(SECRETARY, mine, 'Lưu')).toContain('có thể trùng việc 1');
  expect(now(office, mine).text).toContain('Có thể trùng việc 1');
  expect(office.about({ group: 'KHTC' }, 'thẩm định')).toHaveLength(1);
  await office.press(SECRETARY, now(office, mine), 'Vẫn lưu');
  expect(office.about({ group: 'KHTC' }, 'thẩm định')).toHaveLength(2);
});

test('of several, only what is new is saved at once', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, SAMPLE_NOTICE);
  const summary = office.last(secretary, 'Có 4 việc');
  await office.write('VT2', SAMPLE_NOTICE);
  const [first] = office.about({ person: 'VT2' }, 'Phiếu 1/4');
  if (!first) throw new Error('There is no first card');
  await office.press('VT2', first, 'Lưu');
  await office.press(SECRETARY, summary, 'Lưu tất cả');
  expect(office.last(secretary, 'Đã lưu 3 việc').text).toContain(
    'Còn 1 phiếu chưa xử lý.\nCó thể trùng việc 1 nên chưa lưu',
  );
  expect(office.about(secretary, 'cùng văn bản, cùng mục')).toHaveLength(1);
});

test('another unit, another month, or other words are other work', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC báo cáo công tác tháng 4, xong trước ngày 25/4/2025.');
  await office.press(SECRETARY, office.last(secretary, 'Phiếu 1'), 'Lưu');
  for (const order of [
    'Giao Phòng CĐS báo cáo công tác tháng 4, xong trước ngày 25/4/2025.',
    'Giao Phòng KHTC báo cáo công tác tháng 5, xong trước ngày 25/5/2025.',
    'Giao Phòng KHTC rà soát tài sản công, xong trước ngày 25/4/2025.',
  ]) {
    await office.write(SECRETARY, order);
    expect(office.last(secretary, 'Phiếu 1').text).not.toContain('trùng');
  }
});

test('a correction may show that the work is given already, or that it is not', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last(secretary, 'Phiếu 1'), 'Lưu');
  await office.write(SECRETARY, ORDER.replace('KHTC', 'QLCN'));
  const card = office.last(secretary, 'Phiếu 1');
  expect(card.text).not.toContain('trùng');
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  await office.reply(SECRETARY, office.last(secretary, 'Đơn vị nào chủ trì'), 'KHTC');
  expect(now(office, card).text).toContain('Có thể trùng việc 1');
  await office.press(SECRETARY, now(office, card), 'Sửa nội dung');
  await office.reply(SECRETARY, office.last(secretary, 'Nội dung mới'), 'kiểm kê tài sản');
  expect(now(office, card).text).not.toContain('trùng');
});
