import { expect, test } from 'vitest';
import type { Config } from '../../src/config/load-config.ts';
import { live, momentsOf, wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

// Phòng KHTC, head TP.KHTC, deputy in charge PGĐ2. Due on Wednesday 30/4/2025, a day off.
const DIRECTOR = 'GĐ';
const ASKED = 'đề nghị gia hạn việc 1';

const openAsking = async (wish = 'xin gia hạn đến 09/5 vì chờ ý kiến Sở Tư pháp'): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-14T09:00' });
  await office.write(
    SECRETARY,
    'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trong ngày 25/4/2025.',
  );
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), wish);
  return office;
};

const withTelegram = (who: string, telegramId: number | null) => (config: Config) => ({
  ...config,
  members: config.members.map((member) => (member.id.endsWith(who) ? { ...member, telegramId } : member)),
});

test('a leader agrees to another date, by a button or in words, and everyone who follows the work hears it', async () => {
  const office = await openAsking();
  const card = office.last({ person: DEPUTY }, ASKED);
  await office.press(DEPUTY, card, 'Đồng ý đến ngày khác');
  const question = office.last({ person: DEPUTY });
  expect(question.text).toContain('Đồng ý gia hạn việc 1 của Phòng KHTC đến ngày nào?');
  expect(question.text).toContain('Đơn vị đề nghị đến thứ Sáu, 09/5/2025.');
  // What cannot be, or cannot be read, is asked for again.
  await office.reply(DEPUTY, question, '31/4');
  expect(office.last({ person: DEPUTY }).text).toContain('31/4');
  await office.reply(DEPUTY, office.last({ person: DEPUTY }), '10/4/2025');
  expect(office.last({ person: DEPUTY }).text).toContain('Ngày nêu đã qua, hoặc không muộn hơn hạn hiện nay');
  await office.reply(DEPUTY, office.last({ person: DEPUTY }), '25/4');
  expect(office.last({ person: DEPUTY }).text).toContain('không muộn hơn hạn hiện nay');
  // 4 May is a Sunday at the end of a holiday that began on 30 April; 26 April is worked.
  await office.reply(DEPUTY, office.last({ person: DEPUTY }), 'đến 04/5');
  expect(office.last({ person: DEPUTY }).text).toContain(
    'Đã đồng ý gia hạn việc 1 của Phòng KHTC đến Chủ nhật, 04/5/2025.',
  );
  const told = office.last(GROUP, 'được gia hạn');
  expect(told.text).toContain('Đơn vị đề nghị đến 09/5.');
  expect(told.text).toContain('nên cần xong trong thứ Ba, 29/4');
  for (const who of [SECRETARY, 'VT2']) {
    expect(office.last({ person: who }, 'được gia hạn').text).toContain(
      'Việc 1 của Phòng KHTC được gia hạn đến Chủ nhật, 04/5/2025.',
    );
  }
  expect(office.about({ person: 'PGĐ1' }, 'việc 1')).toEqual([]);
  // Whoever coordinates has no deadline of its own, but that of the work.
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }, '📋 Việc 1').text).toContain(
    'Phòng CĐS (phối hợp): chưa có báo cáo',
  );
  // It is decided: neither the same leader nor the director decides again.
  expect(await office.press(DEPUTY, card, 'Không đồng ý')).toBe('Đề nghị này đã có ý kiến: đồng ý.');
  await wakeAt(office, '2025-04-29T07:30');
  expect(office.last(GROUP, '⏰').text).toContain('hôm nay là ngày cuối');
  expectNoFault(office);
});

test('the day agreed to may be pressed on the calendar under the question', async () => {
  const office = await openAsking();
  await office.press(DEPUTY, office.last({ person: DEPUTY }, ASKED), 'Đồng ý đến ngày khác');
  await office.press(DEPUTY, office.last({ person: DEPUTY }), '29');
  expect(office.last(GROUP, 'được gia hạn').text).toContain('đến thứ Ba, 29/4/2025');
});

test('in words a date may stand behind the yes, and a no is passed on with its reason', async () => {
  const office = await openAsking();
  await office.reply(DEPUTY, office.last({ person: DEPUTY }, ASKED), 'đồng ý đến 06/5');
  expect(office.last(GROUP, 'được gia hạn').text).toContain('đến thứ Ba, 06/5/2025');
  await office.reply(HEAD, office.last(GROUP, 'được gia hạn'), 'xin gia hạn đến 20/5');
  await office.reply(
    DEPUTY,
    office.last({ person: DEPUTY }, 'lần 2'),
    'Không đồng ý, tập trung làm xong trước đi',
  );
  expect(office.last(GROUP, 'không được đồng ý').text).toContain(
    'Ý kiến: Không đồng ý, tập trung làm xong trước đi',
  );
  expect(office.last({ person: SECRETARY }, 'không được đồng ý').text).toContain('hạn giữ nguyên');
});

test('of two who decide at once one decision stands, and whoever has lost the office decides nothing', async () => {
  const office = await openAsking();
  const card = office.last({ person: DEPUTY }, ASKED);
  // Asked again while it waits, nothing new is put before anyone.
  await office.say(HEAD, 'KHTC', '1 xin gia hạn đến 15/5');
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'xin gia hạn đến 15/5');
  expect(office.last(GROUP).text).toContain('đang chờ ý kiến, chưa cần gửi lại');
  expect(office.about({ person: DEPUTY }, ASKED)).toHaveLength(1);
  await wakeAt(office, '2025-04-16T09:00');
  await wakeAt(office, '2025-04-18T09:00');
  const passedOn = office.last({ person: DIRECTOR }, ASKED);
  await Promise.all([
    office.sandbox.person(DEPUTY).press(card.message, 'Đồng ý'),
    office.sandbox.person(DIRECTOR).press(passedOn.message, 'Không đồng ý'),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  const outcomes =
    office.about(GROUP, 'Việc 1 được gia hạn').length + office.about(GROUP, 'không được đồng ý').length;
  expect(outcomes).toBe(1);
  // The unit has changed hands; the former deputy still has the card.
  await office.reply(HEAD, office.last(GROUP, 'gia hạn'), 'xin gia hạn đến 30/5');
  const next = office.about({ person: DEPUTY }, 'đề nghị gia hạn việc 1').at(-1);
  if (next === undefined) throw new Error('nothing was asked');
  await office.restart((config) => ({
    ...config,
    units: config.units.map((unit) => (unit.code === 'KHTC' ? { ...unit, deputyId: null } : unit)),
  }));
  for (const button of ['Đồng ý', 'Đồng ý đến ngày khác', 'Không đồng ý'])
    expect(await office.press(DEPUTY, next, button)).toContain('do Phó Giám đốc phụ trách hoặc Giám đốc');
  expectNoFault(office);
});

test('from the third time on the earlier dates stand beside the wish', async () => {
  const office = await openAsking('xin gia hạn đến 29/4');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, ASKED), 'Đồng ý');
  await office.reply(HEAD, office.last(GROUP, 'được gia hạn'), 'xin gia hạn đến 09/5');
  expect(office.last({ person: DEPUTY }, ASKED).text).toContain('(lần 2)');
  expect(office.last({ person: DEPUTY }, ASKED).text).not.toContain('nhiều lần');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, ASKED), 'Đồng ý');
  await office.reply(HEAD, office.last(GROUP, 'đến thứ Sáu, 09/5/2025'), 'xin gia hạn đến 16/5');
  expect(office.last({ person: DEPUTY }, ASKED).text).toContain(
    'Gia hạn nhiều lần: hạn đầu 25/4 → 29/4 → 09/5, nay đề nghị đến 16/5',
  );
});

test('a wish that nobody answers is brought up again after two working days, then put before the director', async () => {
  const office = await openAsking();
  await live(office, ['2025-04-15', '2025-04-16', '2025-04-17', '2025-04-18', '2025-04-21', '2025-04-22']);
  expect(momentsOf(office, { person: DEPUTY }, ASKED)).toEqual(['14/04 09:00', '16/04 09:00']);
  expect(office.last({ person: DEPUTY }, ASKED).text).toContain('gửi từ thứ Hai, 14/4, đang chờ ý kiến');
  expect(momentsOf(office, { person: DIRECTOR }, ASKED)).toEqual(['18/04 09:00']);
  const card = office.last({ person: DIRECTOR }, ASKED);
  expect(card.text).toContain('chưa có ý kiến, nên trình Giám đốc');
  await office.press(DIRECTOR, card, 'Đồng ý');
  expect(office.last(GROUP, 'được gia hạn').text).toContain('Người quyết định: đồng chí Giám đốc');
  // The deputy in charge reads what was decided above them.
  expect(office.last({ person: DEPUTY }, 'được gia hạn').text).toContain('Việc 1 của Phòng KHTC');
  await live(office, ['2025-04-23', '2025-04-24']);
  expect(momentsOf(office, { person: DIRECTOR }, ASKED)).toEqual([]);
  expect(momentsOf(office, { person: DEPUTY }, ASKED)).toHaveLength(2);
});

test('after a night of three days, and with a clock that goes back, nobody is asked twice or passed over', async () => {
  const office = await openAsking();
  await wakeAt(office, '2025-04-22T09:00');
  expect(momentsOf(office, { person: DEPUTY }, ASKED)).toEqual(['14/04 09:00', '22/04 09:00']);
  // The deputy has their two days after the reminder, however late that came.
  expect(momentsOf(office, { person: DIRECTOR }, ASKED)).toEqual([]);
  await wakeAt(office, '2025-04-16T09:00');
  await office.restart();
  await wakeAt(office, '2025-04-23T09:00');
  expect(momentsOf(office, { person: DEPUTY }, ASKED)).toHaveLength(2);
  await wakeAt(office, '2025-04-24T09:00');
  expect(momentsOf(office, { person: DIRECTOR }, ASKED)).toEqual(['24/04 09:00']);
});

test('without a deputy on Telegram the director is asked; without either the secretaries hear whom to ask', async () => {
  const office = await Office.open({ startAt: '2025-04-14T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 25/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  let deputyId: number | null = null;
  await office.goTo('2025-04-14T09:30');
  await office.restart((config) => {
    deputyId = config.members.find(({ id }) => id.endsWith(DEPUTY))?.telegramId ?? null;
    return withTelegram(DEPUTY, null)(config);
  });
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'xin gia hạn đến 09/5');
  await office.press(DIRECTOR, office.last({ person: DIRECTOR }, ASKED), 'Không đồng ý');
  await office.goTo('2025-04-14T10:00');
  await office.restart(withTelegram(DIRECTOR, null));
  await office.reply(HEAD, office.last(GROUP, 'thẩm định'), 'xin gia hạn đến 16/5 vì chờ số liệu');
  expect(office.last(GROUP).text).toContain('Đã chuyển Văn phòng để xin ý kiến lãnh đạo');
  const stranded = office.last({ person: SECRETARY }, ASKED);
  expect(stranded.text).toContain('chưa kết nối Telegram. Đề nghị báo trực tiếp');
  const labels = (stranded.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);
  expect(labels).toEqual(['Ghi ý kiến lãnh đạo', 'Xem việc 1']);
  // As soon as the deputy can be reached, the request is theirs.
  await office.goTo('2025-04-14T16:00');
  await office.restart(withTelegram(DEPUTY, deputyId));
  await wakeAt(office, '2025-04-15T08:00');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'chờ số liệu'), 'Đồng ý');
  expect(office.last(GROUP, 'được gia hạn').text).toContain('đến thứ Sáu, 16/5/2025');
});

test('how long an answer is waited for is the agency’s to set', async () => {
  const office = await openAsking();
  await office.restart((config) => ({ ...config, settings: { ...config.settings, extensionPatience: 1 } }));
  await live(office, ['2025-04-15', '2025-04-16', '2025-04-17']);
  expect(momentsOf(office, { person: DEPUTY }, ASKED)).toEqual(['14/04 09:00', '15/04 09:00']);
  expect(momentsOf(office, { person: DIRECTOR }, ASKED)).toEqual(['16/04 09:00']);
});

test('a unit that gets its task back is not held to what it was granted before', async () => {
  const office = await openAsking('xin gia hạn đến 29/4');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, ASKED), 'Đồng ý');
  await office.reply(HEAD, office.last(GROUP, 'được gia hạn'), 'xin gia hạn đến 09/5');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, ASKED), 'Đồng ý');
  await office.write(SECRETARY, '/chuyen 1 Thanh tra');
  await office.write(SECRETARY, '/chuyen 1 KHTC');
  await office.reply(HEAD, office.last(GROUP, 'Chủ trì: Phòng KHTC'), 'xin gia hạn đến 16/5');
  const card = office.last({ person: DEPUTY }, ASKED).text;
  expect(card).toContain('từ 09/5 đến 16/5.');
  expect(card).not.toContain('lần');
});
