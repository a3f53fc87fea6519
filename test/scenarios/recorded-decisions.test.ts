// A leader decides by telephone or in passing; the secretary writes it down as theirs.
import { expect, test } from 'vitest';
import { ADMINISTRATOR, DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

// Phòng KHTC, head TP.KHTC, deputy in charge PGĐ2. Due on Friday 25/4/2025.
const secretary = { person: SECRETARY } as const;
const deputy = { person: DEPUTY } as const;
const RECORD = 'Ghi ý kiến lãnh đạo';
const QUESTION = 'Ý kiến của';

const openAsking = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-14T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 25/4/2025.');
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'xin gia hạn đến 09/5 vì chờ số liệu');
  return office;
};

const labelsUnder = (office: Office, where: Parameters<Office['last']>[0]): readonly string[] =>
  (office.last(where).keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);

/** As the secretary does it: on the task, whose it is, and then what. */
const askWhose = async (office: Office, leader: string): Promise<void> => {
  await office.write(SECRETARY, '/viec 1');
  await office.press(SECRETARY, office.last(secretary), RECORD);
  await office.press(SECRETARY, office.last(secretary), leader);
};

test('the secretary writes down what the deputy has said: as theirs, with who wrote it, and they are told', async () => {
  const office = await openAsking();
  await office.write(SECRETARY, '/viec 1');
  await office.press(SECRETARY, office.last(secretary), RECORD);
  expect(office.last(secretary).text).toContain('ghi ý kiến của ai?');
  const [inCharge = '', ...others] = labelsUnder(office, secretary);
  // The deputy in charge of the unit first, then the director; no other deputy.
  expect(others).toHaveLength(1);
  await office.press(SECRETARY, office.last(secretary), inCharge);
  expect(office.last(secretary).text).toContain('Ý kiến được ghi là của');
  // Nothing is decided before it is said what, clearly.
  await office.reply(SECRETARY, office.last(secretary, QUESTION), 'để xem đã');
  expect(office.last(secretary).text).toContain('Chưa rõ là đồng ý hay không đồng ý.');
  expect(office.about(GROUP, 'được gia hạn')).toEqual([]);
  await office.reply(SECRETARY, office.last(secretary, QUESTION), 'đồng ý đến 06/5');
  expect(office.last(secretary).text).toContain('đồng ý gia hạn việc 1 của Phòng KHTC đến thứ Ba, 06/5/2025');
  const told = office.last(GROUP, 'được gia hạn');
  expect(told.text).toContain('đến thứ Ba, 06/5/2025');
  expect(told.text).toMatch(/Người quyết định: đồng chí .* ghi theo ý kiến\)/u);
  expect(office.last(deputy, 'được gia hạn').text).toContain(
    'ghi theo ý kiến đó; chưa đúng thì đề nghị báo lại Văn phòng',
  );
  // The history says both who decided and who wrote it down.
  await office.write('GĐ', '/viec 1');
  expect(office.last({ person: 'GĐ' }).text).toContain(`theo ý kiến của ${inCharge} (`);
  // The card that the deputy still has decides nothing more.
  expect(await office.press(DEPUTY, office.last(deputy, 'đề nghị gia hạn việc 1'), 'Không đồng ý')).toBe(
    'Đề nghị này đã có ý kiến: đồng ý.',
  );
  await office.write(SECRETARY, '/viec 1');
  expect(labelsUnder(office, secretary)).not.toContain(RECORD);
  expectNoFault(office);
});

test('a no with its reason is written down for the director, who is told as well as the deputy in charge', async () => {
  const office = await openAsking();
  await office.write(SECRETARY, '/viec 1');
  await office.press(SECRETARY, office.last(secretary), RECORD);
  const [, director = ''] = labelsUnder(office, secretary);
  await office.press(SECRETARY, office.last(secretary), director);
  await office.reply(SECRETARY, office.last(secretary), 'không đồng ý, tập trung làm xong trước 25/4');
  expect(office.last(GROUP, 'không được đồng ý').text).toContain('tập trung làm xong trước 25/4');
  for (const who of ['GĐ', DEPUTY, 'VT2'])
    expect(office.last({ person: who }, 'không được đồng ý').text).toContain('Giám đốc');
});

test('where nobody who decides has Telegram, the secretary does it on the message that asks them to', async () => {
  const office = await Office.open({ startAt: '2025-04-14T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 25/4/2025.');
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  await office.goTo('2025-04-14T09:30');
  await office.restart((config) => ({
    ...config,
    members: config.members.map((member) =>
      member.role === 'deputy' || member.role === 'director' ? { ...member, telegramId: null } : member,
    ),
  }));
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'xin gia hạn đến 09/5 vì chờ số liệu');
  const card = office.last(secretary, 'đề nghị gia hạn việc 1');
  // Answered in words it asks the same: whose decision it is stands nowhere in them.
  await office.reply(SECRETARY, card, 'đồng ý nhé');
  expect(office.last(secretary).text).toContain('ghi ý kiến của ai?');
  const [inCharge = ''] = labelsUnder(office, secretary);
  await office.press(SECRETARY, office.last(secretary), inCharge);
  expect(office.last(secretary).text).toContain('chưa kết nối Telegram nên không nhận được tin');
  await office.reply(SECRETARY, office.last(secretary), 'đồng ý');
  expect(office.last(GROUP, 'được gia hạn').text).toContain('đến thứ Sáu, 09/5/2025');
});

test('only the secretary writes down, only for whoever may decide, and once', async () => {
  const office = await openAsking();
  for (const who of [ADMINISTRATOR, 'PGĐ1', HEAD]) {
    await office.write(who, '/viec 1');
    expect(labelsUnder(office, { person: who })).not.toContain(RECORD);
  }
  await askWhose(office, '');
  const question = office.last(secretary, QUESTION);
  await office.press(DEPUTY, office.last(deputy, 'đề nghị gia hạn việc 1'), 'Đồng ý');
  await office.reply(SECRETARY, question, 'không đồng ý');
  expect(office.last(secretary).text).toBe('Đề nghị này đã có ý kiến: đồng ý.');
  expect(office.about(GROUP, 'không được đồng ý')).toEqual([]);
  // The unit has another deputy since: what is written down for the former one is nothing.
  await office.reply(HEAD, office.last(GROUP, 'được gia hạn'), 'xin gia hạn đến 30/5');
  await askWhose(office, '');
  const late = office.last(secretary, QUESTION);
  await office.restart((config) => ({
    ...config,
    units: config.units.map((unit) =>
      unit.code === 'KHTC' ? { ...unit, deputyId: unit.deputyId?.replace('PGĐ2', 'PGĐ1') ?? null } : unit,
    ),
  }));
  await office.reply(SECRETARY, late, 'đồng ý');
  expect(office.about(GROUP, 'được gia hạn đến thứ Sáu, 30/5/2025')).toEqual([]);
  expect(office.last(secretary).text).toContain('ghi ý kiến của ai?');
  expectNoFault(office);
});
