import { expect, test } from 'vitest';
import { live } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault, openWithTask, taskMessage } from './support/robustness.ts';

// Phòng KHTC leads, Phòng CĐS coordinates; due before Friday 25/4/2025.
const secretary = { person: SECRETARY } as const;

const labelsUnder = (office: Office): readonly string[] =>
  (office.last(secretary).keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);

test('a task is called off with a reason, nobody is reminded of it, and it can be taken up again', async () => {
  const office = await openWithTask();
  await office.press(HEAD, taskMessage(office), 'Đang làm');
  await office.write(SECRETARY, '/huy 1');
  expect(office.last(secretary).text).toContain('Thôi theo dõi việc 1 vì sao?');
  // As long as nobody answers, everything is as it was.
  expect(office.about(GROUP, 'thôi thực hiện')).toEqual([]);
  await office.reply(SECRETARY, office.last(secretary), 'đã ghép vào việc khác');
  expect(office.last(secretary).text).toContain('Đã thôi theo dõi việc 1 (Phòng KHTC, Phòng CĐS).');
  for (const where of [GROUP, { group: 'CĐS' }]) {
    expect(office.last(where).text).toContain('Việc 1 thôi thực hiện, không cần báo cáo nữa.');
    expect(office.last(where).text).toContain('Lý do: đã ghép vào việc khác');
  }
  await office.reply(HEAD, office.last(GROUP), 'đã xong');
  expect(office.last(GROUP).text).toContain('đã thôi theo dõi');
  await live(office, ['2025-04-21', '2025-04-23', '2025-04-24']);
  expect(office.about(GROUP, '⏰')).toEqual([]);
  await office.write(DEPUTY, '/viec 1');
  expect(office.last({ person: DEPUTY }).text).toContain('“đã ghép vào việc khác”');

  // It was a mistake after all.
  await office.write(SECRETARY, '/viec 1');
  expect(labelsUnder(office)).toEqual(['Theo dõi lại']);
  await office.press(SECRETARY, office.last(secretary), 'Theo dõi lại');
  expect(office.last(secretary).text).toContain('Theo dõi lại việc 1 (Phòng KHTC, Phòng CĐS)');
  expect(office.last(GROUP).text).toContain('Việc 1 tiếp tục thực hiện.');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).toContain('đang làm');
  await live(office, ['2025-04-25']);
  expect(office.about(GROUP, '⏰')).toHaveLength(1);
  expectNoFault(office);
});

test('said in words it is asked why first, of whoever may decide it; from the unit it is no order', async () => {
  const office = await openWithTask();
  await office.reply(HEAD, taskMessage(office), 'việc này huỷ rồi');
  expect(office.about(GROUP, 'vì sao')).toEqual([]);
  await office.reply(SECRETARY, taskMessage(office), 'Việc này thôi không làm nữa nhé');
  expect(office.about(GROUP, 'thôi thực hiện')).toEqual([]);
  await office.reply(SECRETARY, office.last(GROUP, 'Thôi theo dõi việc 1 vì sao?'), 'đã ghép vào việc khác');
  expect(office.last({ group: 'CĐS' }, 'thôi thực hiện').text).toContain('đã ghép vào việc khác');
});

test('called off and taken up again at once, the units hear of nothing', async () => {
  const office = await openWithTask('2025-04-11T16:30');
  // On Friday evening nobody is told before Monday.
  await office.goTo('2025-04-11T18:00');
  await office.write(SECRETARY, '/huy 1, nhầm văn bản');
  await office.press(SECRETARY, office.last(secretary), 'Hoàn tác');
  await office.goTo('2025-04-14T08:00');
  for (const where of [GROUP, { group: 'CĐS' }]) {
    expect(office.about(where, 'thôi thực hiện')).toEqual([]);
    expect(office.about(where, 'tiếp tục')).toEqual([]);
  }
  expectNoFault(office);
});

test('who thinks better of it when asked why leaves the task as it is', async () => {
  const office = await openWithTask();
  await office.write(SECRETARY, '/huy 1');
  await office.reply(SECRETARY, office.last(secretary), 'thôi, để đó em');
  expect(office.last(secretary).text).toBe('Để nguyên, không thay đổi gì.');
  await office.goTo('2025-04-14T08:00');
  expect(office.about(GROUP, 'thôi thực hiện')).toEqual([]);
  await office.reply(HEAD, taskMessage(office), 'xong rồi ạ');
  const report = office.last(secretary, 'báo việc 1 đã xong');
  await office.press(SECRETARY, report, 'Trả lại');
  await office.reply(SECRETARY, office.last(secretary, 'cần hoàn thiện nội dung nào'), 'à bấm nhầm');
  expect(office.last(secretary).text).toBe('Để nguyên, không thay đổi gì.');
  await office.press(SECRETARY, report, 'Xác nhận');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).toContain('hoàn thành (');
  expectNoFault(office);
});

test('what waits for an answer is settled with it, and two who do it at once do it once', async () => {
  const office = await openWithTask();
  await office.reply(HEAD, taskMessage(office), 'xin gia hạn đến 09/5');
  const wish = office.last({ person: DEPUTY }, 'đề nghị gia hạn');
  await office.write('VT2', '/huy 1');
  const question = office.last({ person: 'VT2' });
  office.sandbox.person('VT2').reply(question.message, 'bỏ qua');
  office.sandbox.person(SECRETARY).write('/huy 1 không cần nữa');
  await office.sandbox.settle();
  expect(office.about(GROUP, 'thôi thực hiện')).toHaveLength(1);
  const answers = [office.last(secretary).text, office.last({ person: 'VT2' }).text];
  expect(answers.filter((text) => text.includes('Đã thôi theo dõi việc 1'))).toHaveLength(1);
  expect(answers.filter((text) => text.includes('đã thôi theo dõi từ trước'))).toHaveLength(1);
  expect(await office.press(DEPUTY, wish, 'Đồng ý')).toBe('Đề nghị này đã được rút lại.');
  expectNoFault(office);
});

test('only the office calls a task off, also by a button that was forged', async () => {
  const office = await openWithTask();
  await office.write(SECRETARY, '/viec 1');
  const data = (office.last(secretary).keyboard?.inline_keyboard ?? [])
    .flat()
    .flatMap((each) => ('callback_data' in each ? [each.callback_data] : []));
  for (const who of [HEAD, 'TP.CĐS', DEPUTY]) {
    await office.write(who, '/huy 1 vì không phải việc của phòng');
    expect(office.last({ person: who }).text).toContain('thuộc người khác phụ trách');
    for (const forged of [...data, 'X:nope', 'V:nope']) {
      const [answer] = await Promise.all([
        office.sandbox.person(who).pressForged(office.last({ person: who }).message, forged),
        office.sandbox.settle(),
      ]);
      expect(answer, `${who} ${forged}`).toMatchObject({ answered: true });
    }
  }
  expect(office.about(GROUP, 'thôi thực hiện')).toEqual([]);
  expect(office.about({ group: 'TTRA' }, 'việc 1')).toEqual([]);
  await office.write(SECRETARY, '/huy 7 gì đó');
  expect(office.last(secretary).text).toContain('Không thấy việc 7');
  await office.write(SECRETARY, '/huy');
  expect(office.last(secretary).text).toContain('ví dụ: /huy 23');
});

test('work that comes again comes no more, and again once it is taken up', async () => {
  const office = await Office.open({ startAt: '2025-04-07T09:00' });
  await office.goTo('2025-04-08T09:00');
  await office.write(SECRETARY, 'Giao Phòng KHTC báo cáo giải ngân vào thứ Năm hằng tuần.');
  await office.press(SECRETARY, office.last(secretary, 'giải ngân'), 'Lưu');
  await office.write(SECRETARY, '/huy 1 dừng báo cáo tuần');
  expect(office.last(secretary).text).toContain('các kỳ sau cũng không giao nữa');
  await office.press(SECRETARY, office.last(secretary), 'Hoàn tác');
  await live(office, ['2025-04-10', '2025-04-11', '2025-04-14']);
  expect(office.about(GROUP, '📋 Việc 2')).toHaveLength(1);
  await office.write(SECRETARY, '/huy 2 dừng báo cáo tuần');
  await live(office, ['2025-04-17', '2025-04-18', '2025-04-21', '2025-04-28']);
  expect(office.about(GROUP, '📋 Việc 3')).toEqual([]);
  expectNoFault(office);
});
