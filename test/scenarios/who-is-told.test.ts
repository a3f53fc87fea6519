// What whoever decides is told about who will hear of it, and what the units then hear.
import { expect, test } from 'vitest';
import { Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

const secretary = { person: SECRETARY } as const;
const CĐS = { group: 'CĐS' } as const;

const open = async (
  order = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trong ngày 25/4/2025.',
): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-14T09:00' });
  await office.write(SECRETARY, order);
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  return office;
};

/** The unit's head has left, and its group has put the bot out. */
const cutOff = async (office: Office, unit: string): Promise<void> => {
  await office.goTo('2025-04-14T09:30');
  await office.restart((config) => ({
    ...config,
    units: config.units.map((each) => (each.code === unit ? { ...each, headId: null } : each)),
  }));
  office.sandbox.person(SECRETARY).kickBot(office.sandbox.group(unit));
  await office.sandbox.settle();
};

test('who calls a task off reads before and after which unit hears of it, and which cannot be reached', async () => {
  const office = await open();
  await office.write(SECRETARY, '/huy 1');
  expect(office.last(secretary).text).toContain('Các đơn vị sẽ được báo.');
  await cutOff(office, 'CĐS');
  await office.write(SECRETARY, '/huy 1');
  const truth =
    'Sẽ báo Phòng KHTC. Phòng CĐS chưa có nơi nhận tin nên chưa được báo: cần mời bot vào nhóm của đơn vị rồi gõ /gan CĐS.';
  expect(office.last(secretary).text).toContain(truth);
  await office.reply(SECRETARY, office.last(secretary), 'đã ghép vào việc khác');
  expect(office.last(secretary, 'Đã thôi theo dõi việc 1').text).toContain(truth);
  expect(office.last(GROUP).text).toContain('thôi thực hiện');
  expectNoFault(office);
});

test('a deadline that nobody can be told of is not said to be told', async () => {
  const office = await open('Giao Phòng KHTC thẩm định dự toán.');
  await cutOff(office, 'KHTC');
  await office.write(SECRETARY, '/han 1 30/5');
  const { text } = office.last(secretary, 'Đã đặt hạn việc 1');
  expect(text).toContain('Phòng KHTC chưa có nơi nhận tin nên chưa được báo');
  expect(text).not.toContain('sẽ được báo');
});

test('units that share a chat are told there once', async () => {
  const office = await open();
  await office.say(SECRETARY, 'KHTC', '/gan CĐS');
  await office.write(SECRETARY, '/huy 1 đã ghép vào việc khác');
  expect(office.about(GROUP, 'thôi thực hiện')).toHaveLength(1);
  expect(office.about(CĐS, 'thôi thực hiện')).toEqual([]);
  await office.press(SECRETARY, office.last(secretary), 'Hoàn tác');
  expect(office.about(GROUP, 'tiếp tục thực hiện')).toHaveLength(1);
  await office.reply(HEAD, office.last(GROUP), 'đang làm');
  expect(office.last(GROUP).text).toContain('việc 1 đang làm');
  expectNoFault(office);
});

test('whoever coordinates hears who leads from now on, in one message, and nothing of what is taken back', async () => {
  const office = await open();
  await office.write(
    SECRETARY,
    'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS kiểm kê tài sản, xong trong ngày 25/4/2025.',
  );
  await office.press(SECRETARY, office.last(secretary, 'kiểm kê'), 'Lưu');
  await office.goTo('2025-04-14T10:02');
  await office.write(SECRETARY, '/chuyen 1 Thanh tra');
  expect(office.last(secretary).text).toContain('Các đơn vị sẽ được báo.');
  await office.write(SECRETARY, '/chuyen 1 KHTC');
  await office.goTo('2025-04-14T10:30');
  expect(office.about(CĐS, 'nay do')).toEqual([]);

  await office.write(SECRETARY, '/chuyen 1 QLCN');
  await office.write(SECRETARY, '/chuyen 1 Thanh tra');
  await office.write(SECRETARY, '/chuyen 2 Thanh tra');
  await office.goTo('2025-04-14T10:50');
  const [told, ...more] = office.about(CĐS, 'nay do');
  expect(more).toEqual([]);
  expect(told?.text).toContain('2 việc phối hợp có thay đổi');
  expect(told?.text.match(/nay do Thanh tra Sở chủ trì, thay Phòng KHTC/gu)).toHaveLength(2);
  // A reply to it is a report on the unit's own part.
  if (told) await office.reply('TP.CĐS', told, '1 đang làm');
  expect(office.last(CĐS).text).toContain('việc 1 đang làm');
  expectNoFault(office);
});

test('a unit that shares its chat with the one that leads is not told twice', async () => {
  const office = await open();
  await office.say(SECRETARY, 'KHTC', '/gan CĐS');
  await office.goTo('2025-04-14T10:02');
  await office.write(SECRETARY, '/chuyen 1 Thanh tra');
  await office.goTo('2025-04-14T10:30');
  expect(office.about(GROUP, 'được chuyển cho Thanh tra Sở')).toHaveLength(1);
  expect(office.about(GROUP, 'nay do')).toEqual([]);
});
