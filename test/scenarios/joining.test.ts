import { expect, test } from 'vitest';
import { choiceKey } from '../../src/telegram/buttons/choice-key.ts';
import { ADMINISTRATOR, DEPUTY, Office, SECOND_SECRETARY, SECRETARY } from './support/office.ts';

const STAFF = 'CV.QLCN1';
const STAFF_NAME = 'Hứa Ngọc Trâm';
const ORDER = 'Giao Phòng QLCN rà soát sáng kiến, xong trước ngày 25/4/2025.';

/** The office, of which some people's accounts are not known. */
const officeWithout = async (...codes: string[]): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.restart((config) => ({
    ...config,
    members: config.members.map((member) =>
      codes.some((code) => member.id.endsWith(`/${code}`)) ? { ...member, telegramId: null } : member,
    ),
  }));
  // A bot that has just started knows nothing of what it said a second ago.
  await office.goTo('2025-04-08T09:01');
  return office;
};

const codeIn = (text: string): string => /\?start=([\w-]{22})(?:\s|$)/u.exec(text)?.[1] ?? '';

test('a link ties the right account to a member, once', async () => {
  const office = await officeWithout(STAFF);
  await office.write(SECRETARY, '/moi trâm');
  const link = office.last({ person: SECRETARY }).text;
  expect(link).toContain(STAFF_NAME);
  expect(link).toContain('09h01 thứ Năm, 10/4');
  const code = codeIn(link);
  expect(code).not.toBe('');

  // Someone of the agency opens it by mistake: it is still good.
  office.sandbox.person(DEPUTY).start(code);
  await office.sandbox.settle();
  expect(office.last({ person: DEPUTY }).text).toContain(`dành cho ${STAFF_NAME}`);

  office.sandbox.person(STAFF).start(code);
  await office.sandbox.settle();
  expect(office.last({ person: STAFF }).text).toContain('Chào đồng chí Hứa Ngọc Trâm');
  await office.write(STAFF, '/viec');
  expect(office.last({ person: STAFF }).text).toContain('Không có việc');
  // Whoever made it and the administrator are told whose account it is.
  for (const person of [SECRETARY, ADMINISTRATOR]) {
    expect(office.last({ person }, 'đã kết nối').text).toContain(STAFF_NAME);
  }

  office.sandbox.person(STAFF).start(code);
  const stranger = office.sandbox.server.world.addUser({ firstName: 'Người lạ' });
  stranger.start(code);
  await office.sandbox.settle();
  expect(office.last({ person: STAFF }).text).toContain('kết nối từ trước');
  expect(office.sandbox.server.world.lastFromBot(stranger).text).toContain('đã được dùng');

  // The next start of the bot changes nothing of it.
  await office.restart();
  await office.goTo('2025-04-08T09:02');
  await office.write(STAFF, '/viec');
  expect(office.last({ person: STAFF }).text).toContain('Không có việc');
});

test('a link is worth nothing after 48 hours, after a newer one, or where it is none of ours', async () => {
  const office = await officeWithout(STAFF);
  const { world } = office.sandbox.server;
  const stranger = world.addUser({ firstName: 'Người lạ' });
  const open = async (code: string): Promise<string> => {
    stranger.start(code);
    await office.sandbox.settle();
    return world.lastFromBot(stranger).text ?? '';
  };
  await office.write(SECRETARY, '/moi Trâm');
  const first = codeIn(office.last({ person: SECRETARY }).text);
  await office.write(SECRETARY, '/moi Trâm');
  const second = codeIn(office.last({ person: SECRETARY }).text);
  expect(await open(first)).toContain('mới hơn');
  expect(await open('A'.repeat(22))).toContain('không dùng được');
  await office.goTo('2025-04-10T09:02');
  expect(await open(second)).toContain('đã hết hạn');
  expect(office.about({ person: SECRETARY }, 'đã kết nối')).toHaveLength(0);
});

test('links are made by whoever may, in private, and for an administrator by an administrator', async () => {
  const office = await officeWithout(ADMINISTRATOR);
  await office.write(DEPUTY, '/moi');
  expect(office.last({ person: DEPUTY }).text).toContain('người khác phụ trách');
  await office.say(SECRETARY, 'QLCN', '/moi Trâm');
  expect(office.last({ group: 'QLCN' }).text).toContain('trò chuyện riêng');
  await office.write(SECRETARY, '/moi Phùng Gia Huy');
  expect(codeIn(office.last({ person: SECRETARY }).text)).toBe('');
  expect(office.last({ person: SECRETARY }).text).toContain('quản trị viên');
  await office.write(SECRETARY, '/moi Không Ai');
  expect(office.last({ person: SECRETARY }).text).toContain('Không Ai');

  // With nothing behind it, there is a list, page by page.
  await office.write(SECRETARY, '/moi');
  const list = office.last({ person: SECRETARY });
  expect(list.keyboard?.inline_keyboard).toHaveLength(9);
  await office.press(SECRETARY, list, 'Sau');
  const next = office.last({ person: SECRETARY });
  expect(next.keyboard?.inline_keyboard[0]?.[0]?.text).not.toBe(list.keyboard?.inline_keyboard[0]?.[0]?.text);
  await office.press(SECRETARY, next, '‹ Trước');
  await office.press(SECRETARY, office.last({ person: SECRETARY }), 'Vũ Đình Khải');
  expect(codeIn(office.last({ person: SECRETARY }).text)).not.toBe('');
});

test('a stranger asks to be let in, and the administrator says who it is', async () => {
  const office = await officeWithout(STAFF, 'CV.KHTC1');
  const person = office.sandbox.person(STAFF);
  person.write('xin chào');
  await office.sandbox.settle();
  const greeting = office.last({ person: STAFF });
  expect(greeting.text).toContain(String(person.id));
  await office.press(STAFF, greeting, 'Đề nghị');
  expect(office.last({ person: STAFF }).text).toContain('Đã chuyển đề nghị');
  person.write('alo');
  await office.sandbox.settle();
  await office.press(STAFF, office.last({ person: STAFF }), 'Đề nghị');
  expect(office.last({ person: STAFF }).text).toContain('đang chờ');
  const asked = office.about({ person: ADMINISTRATOR }, 'đề nghị được dùng bot');
  expect(asked).toHaveLength(1);
  const request = office.last({ person: ADMINISTRATOR }, 'đề nghị được dùng bot');
  // Only those without an account may be chosen.
  expect(request.keyboard?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
    STAFF_NAME,
    'Cao Thùy Dương',
    'Không phải người của Sở',
  ]);
  await office.press(ADMINISTRATOR, request, STAFF_NAME);
  expect(office.last({ person: ADMINISTRATOR }, 'nay là của').text).toContain(STAFF_NAME);
  expect(office.last({ person: STAFF }).text).toContain('đã được kết nối');
  await office.write(STAFF, '/viec');
  expect(office.last({ person: STAFF }).text).toContain('Không có việc');
});

test('while no administrator has an account the secretaries are asked, but make nobody one', async () => {
  const office = await officeWithout(STAFF, ADMINISTRATOR);
  office.sandbox.person(ADMINISTRATOR).write('xin chào');
  await office.sandbox.settle();
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Đề nghị');
  const request = office.last({ person: SECRETARY }, 'đề nghị được dùng bot');
  const labels = request.keyboard?.inline_keyboard.flat().map(({ text }) => text);
  expect(labels).toEqual([STAFF_NAME, 'Không phải người của Sở']);

  // Not even by the button that an administrator would have: it is under no message of theirs.
  const admit = request.keyboard?.inline_keyboard[0]?.[0];
  const data = admit && 'callback_data' in admit ? admit.callback_data : '';
  const forged = data.replace(/[^/]+$/u, choiceKey('skhcn/QT'));
  const [answer] = await Promise.all([
    office.sandbox.person(SECRETARY).pressForged(request.message, forged),
    office.sandbox.settle(),
  ]);
  expect(answer.answered).toBe(true);
  await office.write(ADMINISTRATOR, '/viec');
  expect(office.last({ person: ADMINISTRATOR }).text).toContain('chưa có trong danh sách');
});

test('a stranger who is nobody of the agency is turned down once and for a week', async () => {
  const office = await officeWithout(STAFF);
  const { world } = office.sandbox.server;
  const stranger = world.addUser({ firstName: 'Người lạ' });
  const ask = async (): Promise<string> => {
    stranger.write('xin chào');
    await office.sandbox.settle();
    const greeting = world.lastFromBot(stranger);
    await Promise.all([stranger.press(greeting, 'Đề nghị được dùng'), office.sandbox.settle()]);
    return world.lastFromBot(stranger).text ?? '';
  };
  expect(await ask()).toContain('Đã chuyển đề nghị');
  const request = office.last({ person: ADMINISTRATOR }, 'đề nghị được dùng bot');
  await office.press(ADMINISTRATOR, request, 'Không phải');
  expect(world.lastFromBot(stranger).text).toContain('Chưa xác nhận được');
  expect(await ask()).toContain('chưa được chấp nhận');
  expect(office.about({ person: ADMINISTRATOR }, 'đề nghị được dùng bot')).toHaveLength(0);
  await office.goTo('2025-04-16T09:02');
  expect(await ask()).toContain('Đã chuyển đề nghị');
});

test('whoever leaves can do nothing from that second on, and what they leave behind is named', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last({ person: SECRETARY }, 'sáng kiến');
  await office.press(SECRETARY, card, 'Lưu');
  const task = office.last({ group: 'QLCN' }, 'sáng kiến');
  await office.reply('TP.QLCN', task, 'xin gia hạn đến 09/5/2025 vì chờ số liệu');

  await office.write(SECRETARY, '/roi Mạc Đức Thịnh');
  expect(office.last({ person: SECRETARY }).text).toContain('người khác phụ trách');
  await office.write(ADMINISTRATOR, '/roi Mạc Đức Thịnh');
  const question = office.last({ person: ADMINISTRATOR }, 'thôi làm việc');
  await office.press(ADMINISTRATOR, question, 'Đưa ra');
  const left = office.last({ person: ADMINISTRATOR }).text;
  expect(left).toContain('Phòng QLCN chưa có lãnh đạo đơn vị, có 1 việc đang mở: 1.');
  expect(office.last({ person: SECRETARY }, 'Cần bàn giao').text).toContain('Phòng QLCN');
  // They hear it in private, once and with thanks.
  expect(office.about({ person: 'TP.QLCN' }, 'không còn trong danh sách')).toHaveLength(1);
  const refused = await office.press('TP.QLCN', task, 'Đã xong');
  expect(refused).toContain('chưa có trong danh sách');
  await office.write('TP.QLCN', '/viec');
  expect(office.last({ person: 'TP.QLCN' }).text).toContain('chưa có trong danh sách');

  // The deputy in charge leaves too: the director decides what waited for them.
  const deputy = office.sandbox.person('PGĐ1');
  const charged = office.heard({ person: 'PGĐ1' }).some(({ text }) => text.includes('gia hạn'));
  await office.write(ADMINISTRATOR, `/roi ${charged ? 'Hoàng Thu Nguyệt' : 'Đặng Minh Triết'}`);
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }, 'thôi làm việc'), 'Đưa ra');
  expect(office.last({ person: ADMINISTRATOR }).text).toContain('Đề nghị gia hạn đang chờ ý kiến: việc 1');
  expect(office.last({ person: 'GĐ' }, 'gia hạn').text).toContain('việc 1');
  expect(deputy.id).toBeGreaterThan(0);

  // They stay away at the next start, and come back by a link.
  await office.restart();
  await office.goTo('2025-04-08T09:02');
  await office.write('TP.QLCN', '/viec');
  expect(office.last({ person: 'TP.QLCN' }).text).toContain('chưa có trong danh sách');
  await office.write(ADMINISTRATOR, '/moi Mạc Đức Thịnh');
  office.sandbox.person('TP.QLCN').start(codeIn(office.last({ person: ADMINISTRATOR }).text));
  await office.sandbox.settle();
  await office.write('TP.QLCN', '/viec');
  expect(office.last({ person: 'TP.QLCN' }).text).toContain('sáng kiến');
});

test('the last administrator and the last secretary stay until someone else has the role', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(ADMINISTRATOR, '/roi Phùng Gia Huy');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Đưa ra');
  expect(office.last({ person: ADMINISTRATOR }).text).toContain('duy nhất');
  await office.write(ADMINISTRATOR, '/roi Ngô Diễm Quỳnh');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Đưa ra');
  await office.write(ADMINISTRATOR, '/vaitro Bùi Thị Thanh Lam');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Quản trị viên');
  expect(office.last({ person: ADMINISTRATOR }).text).toContain('văn thư duy nhất');
  await office.write(SECRETARY, '/moi');
  expect(office.last({ person: SECRETARY }).text).toContain('Tạo liên kết');
});

test('a role changes with one command: a new head takes the post over, and old rights end at once', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(ADMINISTRATOR, '/vaitro Hứa Ngọc Trâm');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Lãnh đạo đơn vị');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Phòng QLCN');
  const changed = office.last({ person: ADMINISTRATOR }).text;
  expect(changed).toContain('Hứa Ngọc Trâm nay là: Lãnh đạo đơn vị, Phòng QLCN');
  expect(changed).toContain('Bot gọi: đồng chí Trưởng phòng QLCN');
  expect(changed).toContain('Mạc Đức Thịnh không còn đứng đầu');

  await office.write(SECOND_SECRETARY, ORDER);
  const card = office.last({ person: SECOND_SECRETARY }, 'sáng kiến');
  await office.write(ADMINISTRATOR, '/vaitro Ngô Diễm Quỳnh');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Chuyên viên');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Văn phòng');
  expect(await office.press(SECOND_SECRETARY, card, 'Lưu')).toContain('phụ trách');
  await office.write(SECRETARY, '/viec');
  expect(office.last({ person: SECRETARY }).text).toContain('Không có việc');

  // It holds at the next start, until the file says otherwise of the same thing.
  await office.restart();
  await office.goTo('2025-04-08T09:02');
  await office.write(SECOND_SECRETARY, '/moi');
  expect(office.last({ person: SECOND_SECRETARY }).text).toContain('người khác phụ trách');
});

test('of two administrators who press at once one decides, and both are answered', async () => {
  const office = await officeWithout(STAFF);
  await office.write(ADMINISTRATOR, '/vaitro Ngô Diễm Quỳnh');
  await office.press(ADMINISTRATOR, office.last({ person: ADMINISTRATOR }), 'Quản trị viên');
  office.sandbox.person(STAFF).write('xin chào');
  await office.sandbox.settle();
  await office.press(STAFF, office.last({ person: STAFF }), 'Đề nghị');
  const forOne = office.last({ person: ADMINISTRATOR }, 'đề nghị được dùng');
  const forOther = office.last({ person: SECOND_SECRETARY }, 'đề nghị được dùng');
  const answers = await Promise.all([
    office.sandbox.person(ADMINISTRATOR).press(forOne.message, STAFF_NAME),
    office.sandbox.person(SECOND_SECRETARY).press(forOther.message, 'Không phải người của Sở'),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  expect(answers.slice(0, 2)).toMatchObject([{ answered: true }, { answered: true }]);
  const tooLate = [ADMINISTRATOR, SECOND_SECRETARY].flatMap((person) =>
    office.about({ person }, 'đã được xử lý'),
  );
  expect(tooLate).toHaveLength(1);
});
