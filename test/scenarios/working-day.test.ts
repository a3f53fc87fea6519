import { expect, test } from 'vitest';
import { SAMPLE_NOTICE } from '../../src/sandbox/stories/sample-notice.ts';
import { DayRecorder } from './support/day-recorder.ts';
import { wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const HEAD = 'TP.KHTC';
const DIRECTOR = 'GĐ';
const GROUP = { group: 'KHTC' } as const;
const secretary = { person: SECRETARY } as const;
const deputy = { person: DEPUTY } as const;

// Changed words show as changes of the file: `vitest run test/scenarios/working-day.test.ts -u` writes it anew.
test('a working day of the secretary, a head of unit, a deputy director and the director', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  for (const order of [
    'Giao Phòng KHTC lập báo cáo quyết toán quý I, xong trong ngày 11/4/2025.',
    'Giao Phòng KHTC xây dựng quy chế chi tiêu nội bộ, trình Giám đốc Sở trước ngày 17/4/2025.',
    'Giao Phòng KHTC kiểm kê tài sản, phối hợp Văn phòng Sở, xong trước ngày 25/4/2025.',
  ]) {
    await office.write(SECRETARY, order);
    await office.press(SECRETARY, office.last(secretary, '📋'), 'Lưu');
  }
  await wakeAt(office, '2025-04-14T17:00');

  const people = {
    [SECRETARY]: 'văn thư',
    [HEAD]: 'Trưởng phòng KHTC',
    [DEPUTY]: 'Phó Giám đốc phụ trách',
    [DIRECTOR]: 'Giám đốc',
  };
  const day = new DayRecorder(office, people, ['KHTC']);
  day.begin('Một ngày làm việc: văn thư, trưởng phòng, Phó Giám đốc, Giám đốc');

  day.scene('Sáng: nhóm được nhắc, lãnh đạo hỏi việc quá hạn');
  await office.goTo('2025-04-15T07:31');
  await wakeAt(office, '2025-04-15T08:00');
  await office.write(DEPUTY, '/quahan');
  await day.press(DEPUTY, office.last(deputy, 'Quá hạn'), '1');
  await day.press(DEPUTY, office.last(deputy, '📋 Việc 1'), 'Nhắc ngay');
  await day.press(DEPUTY, office.last(deputy, '📋 Việc 1'), 'Nhắc ngay');

  day.scene('Đơn vị báo tình hình: theo số việc, bằng nút, kèm tệp');
  await wakeAt(office, '2025-04-15T08:20');
  await office.reply(HEAD, office.last(GROUP, '⏰'), '1 đang làm 80%');
  await office.reply(
    HEAD,
    office.last(GROUP, 'Đã ghi'),
    '2 đang làm 50%; 3 xin lùi đến 9/5 vì chờ số liệu kiểm kê của Văn phòng',
  );
  await wakeAt(office, '2025-04-15T08:40');
  await day.press(DEPUTY, office.last(deputy, '🔁'), 'Đồng ý');
  await wakeAt(office, '2025-04-15T09:30');
  const [given] = office.about(GROUP, '📋 Việc 1');
  if (given === undefined) throw new Error('Task 1 has not been given');
  office.sandbox
    .person(HEAD)
    .sendDocument(
      office.sandbox.group('KHTC'),
      { content: 'PDF', fileName: 'bao-cao-quyet-toan.pdf' },
      { replyTo: given.message, caption: 'việc 1 đã xong' },
    );
  await office.sandbox.settle();
  await office.reply(HEAD, office.last(GROUP, 'việc 2'), '2 vướng, chưa có hướng dẫn của Sở Tài chính');

  day.scene('Văn thư nhập thông báo kết luận, nghiệm thu, tìm việc');
  await wakeAt(office, '2025-04-15T10:00');
  await office.write(SECRETARY, SAMPLE_NOTICE);
  await day.press(SECRETARY, office.last(secretary, '27/TB-SKHCN'), 'Lưu tất cả');
  await day.press(SECRETARY, office.last(secretary, 'báo việc 1 đã xong'), 'Xác nhận hoàn thành');
  await office.write(SECRETARY, '/viec quy che');
  await office.write(SECRETARY, '/viec 1');
  await day.press(SECRETARY, office.last(secretary, '📋 Việc 1'), 'Xem tệp');

  day.scene('Chiều: đơn vị nhận việc mới, bấm nhầm rồi sửa');
  await wakeAt(office, '2025-04-15T14:00');
  const fresh = office.last(GROUP, '📋 Việc');
  await day.press(HEAD, fresh, 'Đã nhận');
  await day.press(HEAD, fresh, 'Đang làm');
  await day.press(HEAD, office.last(GROUP, 'Đã ghi'), 'Sửa');
  await office.reply(HEAD, office.last(GROUP, 'Tình hình đúng'), 'mới đang làm 10%');
  await office.say(HEAD, 'KHTC', '/tuannay');

  day.scene('Cuối ngày: Giám đốc xem số liệu');
  await wakeAt(office, '2025-04-15T16:30');
  await office.write(DIRECTOR, '/baocao tuần');
  await office.write(DIRECTOR, '/quahan');
  await office.write(DEPUTY, '/homnay');

  expectNoFault(office);
  await expect(day.text()).toMatchFileSnapshot('transcripts/working-day.md');
});
