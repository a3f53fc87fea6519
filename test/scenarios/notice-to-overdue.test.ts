import { expect, test } from 'vitest';
import { SAMPLE_NOTICE } from '../../src/sandbox/stories/sample-notice.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';

test('a notice becomes tasks, reminders on the right mornings, reports, and one true answer', async () => {
  const office = await Office.open({ startAt: '2025-04-10T16:20' });

  // The notice becomes a draft; no group hears of it before it is confirmed.
  const before = office.heard({ group: 'KHTC' }).length;
  await office.write(SECRETARY, SAMPLE_NOTICE);
  const summary = office.last({ person: SECRETARY }, '27/TB-SKHCN');
  expect(summary.text).toContain('4 việc');
  expect(office.heard({ group: 'KHTC' })).toHaveLength(before);
  const card = office.last({ person: SECRETARY }, 'kế hoạch nâng cấp');
  expect(card.text).toContain('Phòng BCVT&CNTT');
  expect(card.text).toContain('18/4');

  await office.press(SECRETARY, summary, 'Lưu tất cả');
  expect(office.last({ person: SECRETARY }, 'Đã lưu').text).toContain('4 việc');
  expect(office.last({ group: 'BCVT&CNTT' }, 'Việc 2').text).toContain('nâng cấp hệ thống thông tin');

  // Task 3 is due by 16/4, task 1 before 17/4: three working days before is Friday 11/4, at half past seven.
  const reminders = (unit: string): string[] =>
    office.heard({ group: unit }).flatMap(({ text, date }) => (text.startsWith('⏰') ? [atOf(date)] : []));
  await office.goTo('2025-04-11T07:29');
  expect(reminders('KHTC')).toEqual([]);
  await office.goTo('2025-04-11T07:31');
  expect(reminders('KHTC')).toEqual(['11/04 07:30']);
  expect(reminders('QLKH&CN')).toEqual(['11/04 07:30']);
  expect(reminders('BCVT&CNTT')).toEqual([]);

  // Nothing at the weekend.
  await office.goTo('2025-04-15T09:00');
  expect(reminders('KHTC')).toEqual(['11/04 07:30', '15/04 07:30']);
  expect(reminders('BCVT&CNTT')).toEqual(['15/04 07:30']);

  // A submission ends the reminders.
  await office.reply(
    'TP.QLKH',
    office.last({ group: 'QLKH&CN' }, '⏰'),
    'Đã trình tại Tờ trình số 45/TTr-SKHCN',
  );
  expect(office.last({ group: 'QLKH&CN' }).text).toContain('45/TTr-SKHCN');

  // A wish for more time moves nothing until the deputy in charge agrees.
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, '⏰'), 'xin lùi đến thứ 6');
  expect(office.last({ group: 'KHTC' }).text).toContain('18/4');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'gia hạn'), 'Đồng ý');
  expect(office.last({ group: 'KHTC' }, 'được gia hạn').text).toContain('18/4');

  // “Xong” waits for the secretary; silence is reminded again, and is overdue after Sunday 20/4.
  await office.goTo('2025-04-18T14:00');
  expect(reminders('KHTC')).toEqual(['11/04 07:30', '15/04 07:30', '17/04 07:30', '18/04 07:30']);
  expect(reminders('QLKH&CN')).toEqual(['11/04 07:30', '15/04 07:30']);
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, '⏰'), 'Xong rồi anh');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 3'), 'Xác nhận');
  expect(office.last({ group: 'KHTC' }, 'xác nhận').text).toContain('3');

  await office.goTo('2025-04-21T08:00');
  expect(reminders('BCVT&CNTT')).toEqual(['15/04 07:30', '17/04 07:30', '18/04 07:30', '21/04 07:30']);
  await office.write(DEPUTY, '/overdue');
  const answer = office.last({ person: DEPUTY }).text;
  expect(answer).toContain('1 việc, 1 đơn vị');
  expect(answer).toContain('Phòng BCVT&CNTT');
  expect(answer).toContain('quá hạn 1 ngày làm việc');
  expect(answer).toContain('chưa có báo cáo');
  expect(answer).not.toContain('KHTC');
  expect(office.log).toEqual([]);
});

/** "11/04 07:30" in Việt Nam. */
const atOf = (unixSeconds: number): string => {
  const local = new Date(unixSeconds * 1_000 + 7 * 3_600_000).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)} ${local.slice(11, 16)}`;
};
