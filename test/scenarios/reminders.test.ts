import { expect, test } from 'vitest';
import { live, momentsOf, wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

/** Confirms one order for each text; the tasks are numbered in this order. */
const give = async (office: Office, ...orders: readonly string[]): Promise<void> => {
  for (const order of orders) {
    await office.write(SECRETARY, order);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, 'Chủ trì'), 'Lưu');
  }
};

test('the morning message: due today, due soon, overdue and new, what others decided, answered by number', async () => {
  const office = await Office.open({ startAt: '2025-04-07T14:00' });
  await wakeAt(office, '2025-04-08T08:00');
  await give(
    office,
    'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 16/4/2025.',
    'Giao Phòng KHTC chủ trì báo cáo giải ngân, xong trong ngày 17/4/2025.',
    'Giao Phòng KHTC chủ trì lập hồ sơ đấu thầu, xong trong ngày 14/4/2025.',
    'Giao Phòng KHTC chủ trì rà soát tài sản công, xong trong ngày 10/4/2025.',
  );
  await live(office, ['2025-04-09', '2025-04-10', '2025-04-11', '2025-04-14', '2025-04-15'], ['07:30']);
  await office.goTo('2025-04-15T08:10');
  await office.say(HEAD, 'KHTC', '/viec 4');
  await office.reply(HEAD, office.last(GROUP, 'Việc 4'), 'việc 4 xin lùi đến 16/4');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'gia hạn'), 'Đồng ý');
  await give(office, 'Giao Phòng KHTC chủ trì xây dựng quy chế chi tiêu, xong trong ngày 30/5/2025.');

  const before = office.heard(GROUP).length;
  await wakeAt(office, '2025-04-16T07:30');
  const said = office.heard(GROUP).slice(before);
  expect(said).toHaveLength(1);
  expect(said[0]?.text).toMatchInlineSnapshot(`
    "⏰ Thứ Tư, 16/4. Phòng KHTC có 4 việc: 2 đến hạn hôm nay, 1 sắp đến hạn, 1 quá hạn; 1 việc mới giao.

    Đến hạn hôm nay
    Việc 1 · Thẩm định dự toán
    hạn hôm nay; chưa có báo cáo
    Việc 4 · Rà soát tài sản công
    hạn hôm nay; đề nghị gia hạn đến 16/4 (15/4), đã được đồng ý

    Sắp đến hạn
    Việc 2 · Báo cáo giải ngân
    hạn 17/4, còn 1 ngày làm việc; chưa có báo cáo
    Quá hạn
    Việc 3 · Lập hồ sơ đấu thầu
    hạn 14/4, quá hạn 2 ngày làm việc; chưa có báo cáo

    Mới giao
    Việc 5 · Xây dựng quy chế chi tiêu
    hạn 30/5

    Nếu chưa có báo cáo, 09h00 hôm nay sẽ báo lãnh đạo đơn vị về việc 3.

    Trả lời “3 xong”, “1 đang làm 60%” hoặc bấm nút."
  `);

  await office.reply(HEAD, office.last(GROUP, '⏰'), '1 xong, 2 đang làm 60%');
  expect(office.last(GROUP).text).toContain('việc 1 đã xong');
  expect(office.last(GROUP).text).toContain('việc 2 đang làm 60%');
  expectNoFault(office);
});

test('three days asleep end in one message for each chat', async () => {
  const office = await Office.open({ startAt: '2025-04-07T14:00' });
  await wakeAt(office, '2025-04-08T08:00');
  await give(
    office,
    'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 10/4/2025.',
    'Giao Phòng KHTC chủ trì báo cáo giải ngân, xong trong ngày 11/4/2025.',
    'Giao Phòng KHTC chủ trì lập hồ sơ đấu thầu, xong trong ngày 15/4/2025.',
    'Giao Phòng CĐS chủ trì lập kế hoạch chuyển đổi số, xong trong ngày 10/4/2025.',
  );
  await live(office, ['2025-04-09'], ['07:30']);
  const units = ['KHTC', 'CĐS', 'QLCN'];
  const before = units.map((group) => office.heard({ group }).length);
  // Asleep from Wednesday until Monday, 14/4.
  await wakeAt(office, '2025-04-14T10:20');
  await office.goTo('2025-04-14T10:25');
  expect(units.map((group, index) => office.heard({ group }).length - (before[index] ?? 0))).toEqual([
    1, 1, 0,
  ]);
  expect(office.last(GROUP).text).toContain('3 việc: 1 sắp đến hạn, 2 quá hạn');
});

test('a deadline with an hour is reminded of hours before it, in the evening only where the hour lies there', async () => {
  const office = await Office.open({ startAt: '2025-04-07T14:00' });
  await wakeAt(office, '2025-04-08T08:00');
  await give(
    office,
    'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trước 17h00 ngày 09/4/2025.',
    'Giao Phòng CĐS chủ trì gửi số liệu, xong trước 20h00 ngày 09/4/2025.',
  );
  expect(office.last({ person: SECRETARY }, 'CĐS').text).toBeDefined();
  await office.goTo('2025-04-09T07:00');
  await office.goTo('2025-04-09T21:00');
  expect(momentsOf(office, GROUP, '⏰')).toEqual(['09/04 07:30', '09/04 15:00']);
  expect(office.last(GROUP, '⏰').text).toContain('đến hạn lúc 17h00 hôm nay');
  expect(momentsOf(office, { group: 'CĐS' }, '⏰')).toEqual(['09/04 07:30', '09/04 18:00']);
});

test('a unit that has said how it stands is not asked again until it matters', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await give(office, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 14/4/2025.');
  await live(office, ['2025-04-09'], ['07:30']);
  await office.reply(HEAD, office.last(GROUP, '⏰'), 'đang làm 80%, mai gửi');
  await live(office, ['2025-04-10', '2025-04-11', '2025-04-14'], ['07:30']);
  expect(momentsOf(office, GROUP, '⏰')).toEqual(['09/04 07:30', '14/04 07:30']);
});

test('work that comes again is given out again, once, when it is accepted', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await give(office, 'Giao Phòng KHTC chủ trì báo cáo tiến độ giải ngân vào thứ Năm hằng tuần.');
  await office.reply(HEAD, office.last(GROUP, 'Việc 1'), 'đã xong');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 1'), 'Xác nhận');
  await office.goTo('2025-04-08T09:30');
  expect(office.about(GROUP, '📋 Việc 2')).toHaveLength(1);
  expect(office.last(GROUP, '📋 Việc 2').text).toContain('kỳ tới thứ Năm, 17/4/2025');
  await office.goTo('2025-04-08T10:00');
  expect(office.about(GROUP, '📋 Việc 3')).toEqual([]);
  await office.write(SECRETARY, '/viec 2');
  expect(office.last({ person: SECRETARY }).text).toContain('Giao việc, kỳ tiếp theo của việc 1');
  // The next one is missed: the one after it is given out all the same.
  await live(office, ['2025-04-14', '2025-04-16', '2025-04-17', '2025-04-18', '2025-04-21'], ['07:30']);
  expect(office.last(GROUP, '📋 Việc 3').text).toContain('kỳ tới thứ Năm, 24/4/2025');
});

test('a deadline in a year of which the days off are not known says so, on the card and once it is saved', async () => {
  const office = await Office.open({ startAt: '2027-10-05T09:00' });
  const line = 'Lịch nghỉ năm 2028 chưa được khai báo: mới tính thứ Bảy, Chủ nhật và Tết Âm lịch (dự kiến).';
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì quyết toán, xong trong ngày 31/01/2028.');
  const card = office.last({ person: SECRETARY }, 'quyết toán');
  expect(card.text).toContain(line);
  // Tết 2028 begins on 26/1: the working days before 31/1 are 24/1, 21/1 and 20/1.
  expect(card.text).toContain('Nhắc: thứ Năm, 20/01; thứ Hai, 24/01; thứ Hai, 31/01 (ngày cuối)');
  await office.press(SECRETARY, card, 'Lưu');
  expect(office.last({ person: SECRETARY }, 'Đã lưu: việc 1').text).toContain(line);
  expect(office.log.join()).toContain('lacks these years');

  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì kiểm kê, xong trong ngày 30/11/2027.');
  expect(office.last({ person: SECRETARY }, 'kiểm kê').text).not.toContain('Lịch nghỉ');
});

test('what the agency changes in its calendar and its ladder holds from the next start on, for open tasks too', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await give(office, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 18/4/2025.');
  await office.restart((config) => ({
    ...config,
    calendar: { ...config.calendar, daysOff: { ...config.calendar.daysOff, '2025-04-18': 'Nghỉ bù' } },
    settings: {
      ...config.settings,
      ladder: { ...config.settings.ladder, before: [{ days: 2, at: '14:00' }] },
    },
  }));
  const days = ['14', '15', '16', '17', '18', '21'].map((day) => `2025-04-${day}`);
  await live(office, days, ['07:30', '14:00']);
  expect(momentsOf(office, GROUP, '⏰')).toEqual(['15/04 14:00', '17/04 07:30', '21/04 07:30']);
  expect(office.last(GROUP, '⏰').text).toContain('quá hạn');
});

test('a clock that is an hour or a week out, and put right, repeats nothing and loses nothing', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await give(office, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 14/4/2025.');
  await wakeAt(office, '2025-04-09T07:30');
  await wakeAt(office, '2025-04-09T08:30');
  await wakeAt(office, '2025-04-09T06:50');
  await office.goTo('2025-04-09T07:40');
  expect(office.about(GROUP, '⏰')).toHaveLength(1);
  // A week ahead: the last rung goes out, and is not said again at its own time; the others are.
  await wakeAt(office, '2025-04-16T10:00');
  expect(office.about(GROUP, '⏰')).toHaveLength(2);
  await wakeAt(office, '2025-04-09T10:00');
  await live(office, ['2025-04-11', '2025-04-14', '2025-04-15', '2025-04-16'], ['07:30']);
  expect(momentsOf(office, GROUP, '⏰').slice(2)).toEqual(['11/04 07:30', '14/04 07:30', '16/04 07:30']);
});

test('three days without Telegram end in one message for each chat, with what holds by then', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await give(
    office,
    'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 14/4/2025.',
    'Giao Phòng KHTC chủ trì báo cáo giải ngân, xong trong ngày 10/4/2025.',
    'Giao Phòng KHTC chủ trì lập hồ sơ đấu thầu, xong trong ngày 15/4/2025.',
  );
  const { faults } = office.sandbox.server;
  faults.dropBefore({ method: 'sendMessage', times: Infinity });
  await live(office, ['2025-04-09', '2025-04-10', '2025-04-11'], ['07:30']);
  expect(office.about(GROUP, '⏰')).toEqual([]);
  faults.clear();
  await office.goTo('2025-04-11T08:10');
  expect(momentsOf(office, GROUP, '⏰')).toHaveLength(1);
  const { text } = office.last(GROUP, '⏰');
  expect(text).toContain('3 việc: 2 sắp đến hạn, 1 quá hạn');
  await office.goTo('2025-04-11T16:00');
  expect(office.about(GROUP, '⏰')).toHaveLength(1);
});
