import { expect, test } from 'vitest';
import { live, wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

// Phòng KHTC, head TP.KHTC, deputy in charge PGĐ2. Due on Thursday 10/4/2025.
const openDone = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 10/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đã xong, Báo cáo số 12/BC-KHTC');
  return office;
};

const labelsOf = (office: Office, person: string): readonly string[] =>
  (office.last({ person }).keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);

test('work is sent back with what is missing, which the unit reads, and everyone who looks later', async () => {
  const office = await openDone();
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 1 đã xong'), 'Trả lại');
  // Nothing has come back as long as nobody has said why.
  expect(office.about(GROUP, 'trả lại')).toEqual([]);
  const question = office.last({ person: SECRETARY });
  expect(question.text).toContain('Trả lại việc 1: Phòng KHTC cần hoàn thiện nội dung nào?');
  await office.reply(SECRETARY, question, 'Thiếu phụ lục 2 và chữ ký của kế toán');
  expect(office.last({ person: SECRETARY }).text).toContain(
    'Đã trả lại việc 1 để Phòng KHTC hoàn thiện thêm.',
  );
  const back = office.last(GROUP, 'trả lại');
  expect(back.text).toContain('Cần hoàn thiện: Thiếu phụ lục 2 và chữ ký của kế toán');
  expect(back.text).not.toContain('trao đổi với Văn phòng');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain('“Thiếu phụ lục 2 và chữ ký của kế toán”');
  // The unit hands it in again, the other secretary accepts.
  await office.reply(HEAD, back, 'đã bổ sung xong');
  await office.press('VT2', office.last({ person: 'VT2' }, 'báo việc 1 đã xong'), 'Xác nhận hoàn thành');
  expect(office.last(GROUP).text).toContain('Việc 1 đã được xác nhận hoàn thành.');
  // Whoever is late with the same question reads that it is settled.
  await office.reply(SECRETARY, question, 'vẫn thiếu phụ lục');
  expect(office.last({ person: SECRETARY }).text).toContain('đã được xác nhận hoàn thành từ trước');
  expectNoFault(office);
});

test('the reason may be left out, or stand in the reply itself', async () => {
  const office = await openDone();
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 1'), 'Trả lại');
  await office.reply(SECRETARY, office.last({ person: SECRETARY }), 'Bỏ qua.');
  expect(office.last(GROUP, 'trả lại').text).toContain(
    'Cần hoàn thiện nội dung nào, đề nghị trao đổi với Văn phòng',
  );
  await office.reply(HEAD, office.last(GROUP, 'trả lại'), 'đã xong');
  await office.reply(
    SECRETARY,
    office.last({ person: SECRETARY }, 'báo việc 1 đã xong'),
    'Trả lại để bổ sung phụ lục kinh phí',
  );
  expect(office.last(GROUP, 'trả lại').text).toContain('Cần hoàn thiện: Trả lại để bổ sung phụ lục kinh phí');
});

test('the days that work lay with the office are not counted as late', async () => {
  const office = await openDone();
  // Handed in two days early, looked at on Tuesday 15/4, three working days past the deadline.
  await wakeAt(office, '2025-04-15T09:00');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 1'), 'Trả lại');
  await office.reply(
    SECRETARY,
    office.last({ person: SECRETARY }, 'cần hoàn thiện nội dung nào'),
    'thiếu phụ lục',
  );
  await wakeAt(office, '2025-04-16T07:30');
  expect(office.last(GROUP, '⏰').text).toContain('quá hạn 1 ngày làm việc');
  await office.write(DEPUTY, '/quahan');
  expect(office.last({ person: DEPUTY }).text).toContain('quá hạn 1 ngày làm việc');
  // Nobody hears of a silence before the unit has had its days.
  await live(office, ['2025-04-16']);
  expect(office.about({ person: HEAD }, 'chưa có báo cáo')).toEqual([]);
});

test('where the agency wants it, the leader in charge accepts, and the secretary may in their place', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.goTo('2025-04-08T09:30');
  await office.restart((config) => ({ ...config, settings: { ...config.settings, acceptance: 'leader' } }));
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 10/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đã xong');
  expect(office.last(GROUP).text).toContain('Lãnh đạo phụ trách sẽ xác nhận hoàn thành.');
  expect(office.about({ person: SECRETARY }, 'báo việc 1')).toEqual([]);
  expect(office.about({ person: 'PGĐ1' }, 'báo việc 1')).toEqual([]);
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'báo việc 1'), 'Trả lại');
  await office.reply(DEPUTY, office.last({ person: DEPUTY }), 'cần thêm số liệu quý I');
  expect(office.last(GROUP, 'trả lại').text).toContain('cần thêm số liệu quý I');
  await office.reply(HEAD, office.last(GROUP, 'trả lại'), 'đã xong');
  await office.write(SECRETARY, '/viec 1');
  expect(labelsOf(office, SECRETARY)).toContain('Xác nhận hoàn thành');
  await office.press(SECRETARY, office.last({ person: SECRETARY }), 'Xác nhận hoàn thành');
  expect(office.last(GROUP).text).toContain('Việc 1 đã được xác nhận hoàn thành.');
});

test('where the unit cannot be told, whoever decides reads that, and nothing is lost', async () => {
  const office = await openDone();
  const done = office.last({ person: SECRETARY }, 'báo việc 1');
  await office.goTo('2025-04-08T09:30');
  // The head has left, and the group has put the bot out.
  await office.restart((config) => ({
    ...config,
    units: config.units.map((unit) => (unit.code === 'KHTC' ? { ...unit, headId: null } : unit)),
  }));
  office.sandbox.person(SECRETARY).kickBot(office.sandbox.group('KHTC'));
  await office.sandbox.settle();
  await office.press(SECRETARY, done, 'Trả lại');
  await office.reply(
    SECRETARY,
    office.last({ person: SECRETARY }, 'cần hoàn thiện nội dung nào'),
    'thiếu phụ lục',
  );
  expect(office.last({ person: SECRETARY }, 'Đã trả lại việc 1').text).toContain(
    'Phòng KHTC chưa có nơi nhận tin nên chưa được báo: cần mời bot vào nhóm của đơn vị rồi gõ /gan KHTC.',
  );
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }, '📋 Việc 1').text).toContain('được trả lại để hoàn thiện');
});

test('whoever has lost the office decides nothing, also by a question asked before', async () => {
  const office = await openDone();
  await office.press('VT2', office.last({ person: 'VT2' }, 'báo việc 1'), 'Trả lại');
  const question = office.last({ person: 'VT2' });
  await office.goTo('2025-04-08T10:00');
  await office.restart((config) => ({
    ...config,
    members: config.members.map((member) =>
      member.id.endsWith('VT2') ? { ...member, role: 'staff' as const } : member,
    ),
  }));
  await office.reply('VT2', question, 'thiếu phụ lục');
  expect(office.last({ person: 'VT2' }).text).toContain('thuộc người khác phụ trách');
  expect(office.about(GROUP, 'trả lại')).toEqual([]);
});

test('where the agency wants nobody to accept, work is done when its unit says so, and can be reopened all the same', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.goTo('2025-04-08T09:30');
  await office.restart((config) => ({
    ...config,
    settings: { ...config.settings, acceptance: 'automatic' },
  }));
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 10/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đã xong');
  expect(office.last(GROUP).text).not.toContain('sẽ xác nhận');
  expect(office.about({ person: SECRETARY }, 'báo việc 1')).toEqual([]);
  expect(office.about({ person: DEPUTY }, 'báo việc 1')).toEqual([]);
  await live(office, ['2025-04-10', '2025-04-11', '2025-04-14']);
  expect(office.about(GROUP, '⏰')).toEqual([]);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain('hoàn thành');
  await office.press(SECRETARY, office.last({ person: SECRETARY }), 'Mở lại');
  await office.reply(SECRETARY, office.last({ person: SECRETARY }), 'thiếu phụ lục 2');
  expect(office.last(GROUP, 'được mở lại').text).toContain('thiếu phụ lục 2');
  expectNoFault(office);
});
