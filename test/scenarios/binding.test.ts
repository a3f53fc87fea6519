import { expect, test } from 'vitest';
import { ADMINISTRATOR, Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 25/4/2025.';
const KHTC = { group: 'KHTC' };

const labelsOf = (entry: { keyboard?: { inline_keyboard: { text: string }[][] } | null }): string[] =>
  (entry.keyboard?.inline_keyboard.flat() ?? []).map(({ text }) => text);

/** An office in which people can be written to and no group is bound. */
const unbound = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00', isSetUp: false });
  await office.sandbox.everyoneStarts();
  return office;
};

test('the bot introduces itself in three lines and is bound by a button of them', async () => {
  const office = await unbound();
  const { world } = office.sandbox.server;
  const secretary = office.sandbox.person(SECRETARY);
  const group = world.addGroup({
    title: 'Tổ số hóa',
    owner: secretary,
    members: [office.sandbox.person('TP.KHTC')],
    withBot: false,
  });
  secretary.addBot(group);
  await office.sandbox.settle();
  const introduction = world.history(group).findLast(({ from }) => from?.is_bot === true);
  expect(introduction?.text.split('\n')).toHaveLength(3);
  if (introduction === undefined) return;
  expect(labelsOf(introduction)).toContain('Sau ›');

  // Who may not bind gets nowhere, however they press.
  const [refused] = await Promise.all([
    office.sandbox.person('TP.KHTC').press(introduction.message, 'Phòng KHTC'),
    office.sandbox.settle(),
  ]);
  expect(refused).toMatchObject({ answered: true, text: expect.stringContaining('phụ trách') as unknown });

  await Promise.all([secretary.press(introduction.message, 'Sau ›'), office.sandbox.settle()]);
  await Promise.all([secretary.press(introduction.message, '‹ Trước'), office.sandbox.settle()]);
  await Promise.all([secretary.press(introduction.message, 'Phòng KHTC'), office.sandbox.settle()]);
  const bound = world.history(group).findLast(({ from }) => from?.is_bot === true);
  expect(bound?.text).toContain('việc của Phòng KHTC được gửi vào đây');
  // It is no administrator there, and so hears of no reactions.
  expect(bound?.text).toContain('👍');

  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  expect(world.lastFromBot(group).text).toContain('Thẩm định dự toán');
});

test('a group serves several units, and one of them leaves it', async () => {
  const office = await unbound();
  await office.say(SECRETARY, 'KHTC', '/gan KHTC');
  await office.say(SECRETARY, 'KHTC', '/gan QLCN');
  await office.say(SECRETARY, 'KHTC', '/gan');
  const list = office.last(KHTC);
  expect(list.text).toContain('đang nhận việc của');
  expect(labelsOf(list)).toEqual(expect.arrayContaining(['✓ Phòng KHTC', '✓ Phòng QLCN', 'Phòng CĐS']));
  await office.press(SECRETARY, list, '✓ Phòng KHTC');
  await office.press(SECRETARY, office.last(KHTC), 'Thôi gửi việc của Phòng KHTC');
  expect(office.last(KHTC).text).toContain('Việc của Phòng KHTC thôi gửi vào đây');

  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  // Its head hears instead.
  expect(office.about(KHTC, 'thẩm định')).toHaveLength(0);
  expect(office.last({ person: 'TP.KHTC' }, 'thẩm định').text).toContain('Việc 1');

  await office.say(SECRETARY, 'KHTC', '/gan');
  expect(labelsOf(office.last(KHTC))).toEqual(expect.arrayContaining(['Phòng KHTC', '✓ Phòng QLCN']));
});

test('in a group that is no unit’s any more, a number means nobody’s task, whoever writes it', async () => {
  const office = await unbound();
  await office.say(SECRETARY, 'KHTC', '/gan KHTC');
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  // The second task is of the secretary's own unit.
  await office.write(SECRETARY, 'Giao Văn phòng Sở mua tủ lưu trữ, xong trước ngày 25/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'tủ lưu trữ'), 'Lưu');
  const given = office.last(KHTC, 'Việc 1');
  await office.say(SECRETARY, 'KHTC', '/gan');
  await office.press(SECRETARY, office.last(KHTC), '✓ Phòng KHTC');
  await office.press(SECRETARY, office.last(KHTC), 'Thôi gửi việc của Phòng KHTC');
  await office.reply(SECRETARY, given, '2 chuyển phòng QLCN nhé');
  expect(office.last(KHTC).text).toContain('Không thấy việc 2');
  for (const command of ['/huy 2', '/huy 2 không cần nữa', '/chuyen 2 QLCN', '/molai 2', '/han 2 30/4']) {
    await office.say(SECRETARY, 'KHTC', command);
    expect(office.last(KHTC).text, command).toContain('Việc 2 không phải việc của nhóm này');
  }
  // What may be given twice is named by its number alone.
  await office.say(SECRETARY, 'KHTC', '/giao Văn phòng Sở mua tủ lưu trữ mới, xong trước ngày 26/4/2025');
  expect(office.last(KHTC, 'Phiếu').text).toContain('trùng việc 2');
  expect(office.last(KHTC, 'Phiếu').text).not.toContain('Mua tủ lưu trữ · ');
  await office.write(SECRETARY, '/viec 2');
  expect(office.last({ person: SECRETARY }).text).toContain('25/4/2025');
});

test('a button that was forged or is out of date binds and unbinds nothing', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const place = office.last(KHTC);
  for (const [who, data] of [
    ['TP.KHTC', 'U:skhcn/KHTC'],
    ['TP.KHTC', 'B:skhcn/QLCN'],
    // Even by those who may: the button stands under no message.
    [SECRETARY, 'U:skhcn/KHTC'],
    [SECRETARY, 'B:another-agency/KHTC'],
    [SECRETARY, 'G0'],
  ] as const) {
    const [answer] = await Promise.all([
      office.sandbox.person(who).pressForged(place.message, data),
      office.sandbox.settle(),
    ]);
    expect(answer.answered).toBe(true);
    expect(office.last(KHTC).text).toBe(place.text);
  }
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  expect(office.last(KHTC, 'thẩm định').text).toContain('Việc 1');
});

test('a group that is renamed is named so from then on', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const { world } = office.sandbox.server;
  world.rename(office.sandbox.group('KHTC'), 'KHTC – Sở KHCN', office.sandbox.person(SECRETARY));
  await office.sandbox.settle();
  await office.say(SECRETARY, 'CĐS', '/gan KHTC');
  expect(office.last({ group: 'CĐS' }).text).toContain('Trước đó gửi ở “KHTC – Sở KHCN”');
});

test('a group that removes the bot, or forbids it to write, is told of to the secretary, with what to do', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const { world } = office.sandbox.server;
  const muted = world.migrate(office.sandbox.group('KHTC'), office.sandbox.person(SECRETARY));
  await office.sandbox.settle();
  office.sandbox.person(SECRETARY).restrictBot(muted);
  office.sandbox.person('TP.CĐS').kickBot(office.sandbox.group('CĐS'));
  await office.sandbox.settle();
  await office.goTo('2025-04-08T09:25');
  const told = office.about({ person: SECRETARY }, 'Không gửi được tin vào').map(({ text }) => text);
  expect(told).toHaveLength(2);
  expect(told.join('\n')).toContain('Đề nghị quản trị nhóm cho bot quyền gửi tin nhắn');
  expect(told.join('\n')).toContain('Mời bot vào lại nhóm rồi gõ /gan CĐS');

  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  expect(office.last({ person: 'TP.KHTC' }, 'thẩm định').text).toContain('Việc 1');

  // Whoever gives it its rights back needs to do nothing more.
  office.sandbox.person(SECRETARY).promoteBot(muted);
  await office.sandbox.settle();
  await office.write(SECRETARY, ORDER.replace('thẩm định dự toán', 'lập kế hoạch vốn'));
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'kế hoạch vốn'), 'Lưu');
  expect(world.lastFromBot(muted).text).toContain('Lập kế hoạch vốn');
  expect(office.heard({ person: ADMINISTRATOR })).toHaveLength(1);
});
