import { expect, test } from 'vitest';
import { live, wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

// Phòng KHTC leads, head TP.KHTC, deputy in charge PGĐ2; Phòng CĐS coordinates. Due on Thursday 10/4/2025.
const secretary = { person: SECRETARY } as const;
const CĐS = { group: 'CĐS' } as const;

const openAccepted = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(
    SECRETARY,
    'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trong ngày 10/4/2025.',
  );
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  await office.press('TP.CĐS', office.last(CĐS, 'thẩm định'), 'Xong phần mình');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'đã xong, Báo cáo số 12/BC-KHTC');
  await office.press(SECRETARY, office.last(secretary, 'báo việc 1'), 'Xác nhận hoàn thành');
  return office;
};

const labelsUnder = (office: Office, where: Parameters<Office['last']>[0]): readonly string[] =>
  (office.last(where).keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);

test('accepted work is taken up again with a reason, by a button on the task, and is reminded of anew', async () => {
  const office = await openAccepted();
  await wakeAt(office, '2025-04-14T09:00');
  await office.write(SECRETARY, '/viec 1');
  expect(labelsUnder(office, secretary)).toContain('Mở lại');
  await office.press(SECRETARY, office.last(secretary), 'Mở lại');
  // Nothing has changed as long as nobody has said why.
  expect(office.last(secretary).text).toContain('Mở lại việc 1 của Phòng KHTC để làm tiếp nội dung nào?');
  expect(office.about(GROUP, 'mở lại')).toEqual([]);
  await office.reply(SECRETARY, office.last(secretary), 'bổ sung phụ lục 2');
  expect(office.last(secretary).text).toContain('Đã mở lại việc 1 của Phòng KHTC');
  const told = office.last(GROUP, 'được mở lại');
  expect(told.text).toContain('Cần làm tiếp: bổ sung phụ lục 2');
  expect(told.text).toContain('Báo cáo trước vẫn được ghi nhận');
  // How it was finished before stays in the history, with when.
  await office.write(SECRETARY, '/viec 1');
  const { text } = office.last(secretary);
  expect(text).toContain('Xác nhận Phòng KHTC hoàn thành');
  expect(text).toContain('báo xong lần trước lúc 09h00 thứ Ba, 08/4');
  expect(text).toContain('“bổ sung phụ lục 2”');
  expect(labelsUnder(office, secretary)).not.toContain('Mở lại');
  // The days between are not the unit's; it is late from the day after on, and is told so.
  await live(office, ['2025-04-15']);
  expect(office.last(GROUP, '⏰').text).toContain('quá hạn 1 ngày làm việc');
  await office.write(DEPUTY, '/quahan');
  expect(office.last({ person: DEPUTY }).text).toContain('các đơn vị phụ trách có 1 việc');
  // Whoever coordinates hears of it once, and has nothing to do.
  expect(office.about(CĐS, 'được mở lại')).toHaveLength(1);
  expect(office.last(CĐS, 'được mở lại').text).toContain('Phòng KHTC làm tiếp');
  await office.reply(HEAD, told, 'đã bổ sung xong');
  await office.press(SECRETARY, office.last(secretary, 'báo việc 1'), 'Xác nhận hoàn thành');
  expect(office.last(GROUP).text).toContain('Việc 1 đã được xác nhận hoàn thành.');
  expectNoFault(office);
});

test('/molai does it at once where it says why, and asks where it does not', async () => {
  const office = await openAccepted();
  const answer = async (text: string): Promise<string> => {
    await office.write(SECRETARY, text);
    return office.last(secretary).text;
  };
  expect(await answer('/molai')).toContain('ví dụ: /molai 23 bổ sung phụ lục 2');
  expect(await answer('/molai 9')).toContain('Không thấy việc 9');
  expect(await answer('/molai 1')).toContain('làm tiếp nội dung nào?');
  const question = office.last(secretary);
  await office.reply(SECRETARY, question, 'thôi, để đó');
  expect(office.about(GROUP, 'mở lại')).toEqual([]);
  expect(await answer('/molai 1 bổ sung phụ lục 2')).toContain('Đã mở lại việc 1');
  // A second time only the part that coordinates is left, which is not what was meant.
  expect(await answer('/molai 1 bổ sung phụ lục 2')).toContain('mới có phần phối hợp đã xong');
  expect(labelsUnder(office, secretary)).toEqual(['Mở lại phần của Phòng CĐS']);
  // The question of before is answered late.
  await office.reply(SECRETARY, question, 'thiếu chữ ký');
  expect(office.last(secretary).text).toBe('Việc 1 đã được mở lại từ trước.');
  expect(office.about(GROUP, 'được mở lại')).toHaveLength(1);
});

test('the leader in charge may, others and the unit itself may not; of two at once one does', async () => {
  const office = await openAccepted();
  for (const who of [HEAD, 'PGĐ1']) {
    await office.write(who, '/molai 1 làm lại');
    expect(office.last({ person: who }).text).not.toContain('Đã mở lại');
  }
  await office.write(DEPUTY, '/viec 1');
  const card = office.last({ person: DEPUTY });
  await office.press(DEPUTY, card, 'Mở lại');
  const question = office.last({ person: DEPUTY });
  office.sandbox.person(DEPUTY).reply(question.message, 'thiếu số liệu quý I');
  office.sandbox.person(SECRETARY).write('/molai 1 thiếu phụ lục');
  await office.sandbox.settle();
  expect(office.about(GROUP, 'được mở lại')).toHaveLength(1);
  expect(await office.press(DEPUTY, card, 'Mở lại')).toBe('Việc 1 đã được mở lại từ trước.');
  expectNoFault(office);
});

test('of several units that have finished, the part that is meant is asked for', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC, Phòng CĐS thẩm định dự toán, xong trong ngày 10/4/2025.');
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  for (const [who, group] of [
    [HEAD, GROUP],
    ['TP.CĐS', CĐS],
  ] as const) {
    await office.reply(who, office.last(group, 'thẩm định'), 'đã xong');
    await office.press(SECRETARY, office.last(secretary, 'đã xong'), 'Xác nhận hoàn thành');
  }
  await office.write(SECRETARY, '/molai 1 thiếu phụ lục');
  expect(labelsUnder(office, secretary)).toEqual(['Mở lại phần của Phòng CĐS', 'Mở lại phần của Phòng KHTC']);
  await office.press(SECRETARY, office.last(secretary), 'Mở lại phần của Phòng KHTC');
  await office.reply(SECRETARY, office.last(secretary), 'bỏ qua');
  expect(office.last(GROUP, 'được mở lại').text).toContain('đề nghị trao đổi với Văn phòng');
  expect(office.about(CĐS, 'mở lại')).toEqual([]);
});

test('work that comes again is reopened without another occurrence being made, then or when it is accepted', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC báo cáo giải ngân vào thứ Năm hằng tuần.');
  await office.press(SECRETARY, office.last(secretary, 'giải ngân'), 'Lưu');
  const finish = async (): Promise<void> => {
    await office.reply(HEAD, office.last(GROUP, 'việc 1'), '1 đã xong');
    await office.press(SECRETARY, office.last(secretary, 'báo việc 1'), 'Xác nhận hoàn thành');
  };
  await finish();
  await office.write(SECRETARY, '/molai 1 thiếu số liệu tháng 3');
  expect(office.last(GROUP, 'được mở lại').text).toContain('thiếu số liệu tháng 3');
  await finish();
  await live(office, ['2025-04-10', '2025-04-11', '2025-04-14']);
  expect(office.about(GROUP, '📋 Việc 2')).toHaveLength(1);
  expect(office.about(GROUP, '📋 Việc 3')).toEqual([]);
  expectNoFault(office);
});
