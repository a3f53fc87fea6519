import { expect, test } from 'vitest';
import { SAMPLE_NOTICE } from '../../src/sandbox/stories/sample-notice.ts';
import { Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';
const secretary = { person: SECRETARY };

test('a deadline is corrected in words; what cannot be read is asked for again and nothing is lost', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'thẩm định');
  await office.press(SECRETARY, card, 'Sửa hạn');
  await office.reply(SECRETARY, office.last(secretary, 'Hạn mới'), '31/4');
  expect(office.last(secretary).text).toContain('30 ngày');

  await office.reply(SECRETARY, office.last(secretary), '28/4');
  const corrected = office
    .about(secretary, 'Thẩm định dự toán')
    .find(({ messageId }) => messageId === card.messageId);
  expect(corrected?.text).toContain('28/4/2025');
  if (corrected) await office.press(SECRETARY, corrected, 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('28/4/2025');
});

test('units are corrected in words, and an item can be left out', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'thẩm định');
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  await office.reply(SECRETARY, office.last(secretary, 'chủ trì'), 'phòng nào đó');
  expect(office.last(secretary).text).toContain('KHTC');
  await office.reply(SECRETARY, office.last(secretary), 'CĐS chủ trì, KHTC phối hợp');
  const now = () => office.heard(secretary).find(({ messageId }) => messageId === card.messageId);
  expect(now()?.text).toMatch(/Chủ trì: Phòng CĐS\nPhối hợp: Phòng KHTC/);

  await office.press(SECRETARY, now() ?? card, 'Bỏ');
  expect(now()?.text).toContain('Đã bỏ');
  expect(now()?.keyboard).toBeUndefined();
  await office.write(SECRETARY, '/viec');
  expect(office.last(secretary).text).toContain('Không có việc nào');
});

test('a message that is edited is read again, and cards of the first reading do nothing any more', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const message = await office.write(SECRETARY, ORDER);
  const stale = office.last(secretary, 'thẩm định');
  office.sandbox.person(SECRETARY).edit(message, ORDER.replace('25/4/2025', '29/4/2025'));
  await office.sandbox.settle();
  const fresh = office.last(secretary, 'thẩm định');
  expect(fresh.messageId).not.toBe(stale.messageId);
  expect(fresh.text).toContain('29/4/2025');

  expect(await office.press(SECRETARY, stale, 'Lưu')).toContain('cũ');
  await office.press(SECRETARY, fresh, 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('29/4/2025');

  // Once a task has been made of it, the message is history.
  office.sandbox.person(SECRETARY).edit(message, ORDER.replace('25/4/2025', '30/4/2025'));
  await office.sandbox.settle();
  expect(office.last(secretary).text).toContain('giữ như cũ');
});

test('a long paste that Telegram cuts in two is one document', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const filler = Array.from(
    { length: 30 },
    (_, line) =>
      `${line + 6}. Về việc ${line + 6}: Các phòng, đơn vị thường xuyên chấp hành nghiêm quy chế làm việc của Sở, quy chế văn hóa công sở.`,
  ).join('\n\n');
  const long = SAMPLE_NOTICE.replace(
    '\n\nNay thông báo',
    `\n\n${filler}\n\n40. Về tổng kết: Giao Phòng CĐS báo cáo tổng kết chuyển đổi số, hoàn thành trước ngày 28/4/2025.\n\nNay thông báo`,
  );
  const cut = long.lastIndexOf('\n', 4_000);
  expect(long.length).toBeLessThan(8_000);
  const author = office.sandbox.person(SECRETARY);
  author.write(long.slice(0, cut));
  author.write(long.slice(cut + 1));
  await office.sandbox.settle();
  const summaries = office
    .about(secretary, 'Thông báo số 27/TB-SKHCN')
    .filter(({ text }) => text.includes('Có '));
  expect(summaries).toHaveLength(1);
  expect(summaries[0]?.text).toContain('5 việc');
  expect(office.about(secretary, 'báo cáo tổng kết chuyển đổi số')).toHaveLength(1);
});

test('a text stamped as a state secret is refused and kept nowhere', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, `TỐI MẬT\n\n${SAMPLE_NOTICE}`);
  const answer = office.last(secretary);
  expect(answer.text).toContain('TỐI MẬT');
  expect(answer.text).not.toContain('27/TB-SKHCN');
  expect(office.about(secretary, 'Phiếu 1')).toHaveLength(0);
});

test('in a group, /giao makes a draft of the message it answers', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const said = await office.say('TP.KHTC', 'KHTC', ORDER);
  expect(office.about({ group: 'KHTC' }, 'Phiếu')).toHaveLength(0);
  office.sandbox.person(SECRETARY).reply(said, '/giao');
  await office.sandbox.settle();
  await office.press(SECRETARY, office.last({ group: 'KHTC' }, 'Phiếu 1'), 'Lưu');
  expect(office.last({ group: 'CĐS' }, 'thẩm định').text).toContain('Việc 1');

  office.sandbox.person('TP.KHTC').reply(said, '/giao');
  await office.sandbox.settle();
  expect(office.last({ group: 'KHTC' }).text).toContain('người khác phụ trách');
});

test('two secretaries who save the same draft at once make its tasks once', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, SAMPLE_NOTICE);
  const summary = office.last(secretary, 'Có 4 việc');
  const button = summary.keyboard?.inline_keyboard.flat().find(({ text }) => text.startsWith('Lưu tất cả'));
  const data = button && 'callback_data' in button ? button.callback_data : '';
  const other = office.sandbox.person('VT2');
  const theirs = office.last({ person: 'VT2' }).message;
  const [first, second] = await Promise.all([
    office.sandbox.person(SECRETARY).pressForged(summary.message, data),
    other.pressForged(theirs, data),
    office.sandbox.settle(),
  ]);
  expect([first.answered, second.answered]).toEqual([true, true]);
  await office.sandbox.settle();
  await office.write(SECRETARY, '/viec 5');
  expect(office.last(secretary).text).toContain('5');
  expect(office.last(secretary).text).not.toContain('Chủ trì');
  expect(office.about({ group: 'BCVT&CNTT' }, 'nâng cấp hệ thống')).toHaveLength(1);
});

test('what was only said in general is shown when asked for, and may be followed up', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, SAMPLE_NOTICE);
  await office.press(SECRETARY, office.last(secretary, 'Có 4 việc'), 'Xem chỉ đạo chung');
  const card = office.last(secretary, 'quy chế làm việc');
  await office.press(SECRETARY, card, 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'quy chế làm việc').text).toContain('Việc 1');
});

test('a typed deadline that can be read in two ways is asked about, and a button settles it', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'thẩm định');
  const now = () => office.heard(secretary).find(({ messageId }) => messageId === card.messageId) ?? card;
  await office.press(SECRETARY, card, 'Sửa hạn');
  // 15/4/2025 is a Tuesday.
  await office.reply(SECRETARY, office.last(secretary, 'Hạn mới'), 'thứ Sáu 15/4');
  expect(now().text).toContain('Cần xác định');
  await office.press(SECRETARY, now(), '18/4');
  expect(now().text).not.toContain('Cần xác định');
  await office.press(SECRETARY, now(), 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('18/4/2025');
});
