import { expect, test } from 'vitest';
import type { Config } from '../../src/config/load-config.ts';
import { live, momentsOf, wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault } from './support/robustness.ts';

// Phòng KHTC, head TP.KHTC, deputy in charge PGĐ2. Due on Thursday 10/4/2025.
const ORDER = 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 10/4/2025.';
const SILENCE = 'ngày làm việc, chưa có báo cáo';

const openSilent = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  return office;
};

const DAYS = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '21', '22'].map(
  (day) => `2025-04-${day}`,
);

const escalation = (change: Partial<Config['settings']['escalation']>) => (config: Config) => ({
  ...config,
  settings: { ...config.settings, escalation: { ...config.settings.escalation, ...change } },
});

test('silence past the deadline goes up step by step, in private, each step once and said ahead', async () => {
  const office = await openSilent();
  await live(office, DAYS.slice(0, 2));
  // The unit itself hears first, in its own group, and of what comes next.
  expect(momentsOf(office, GROUP, 'quá hạn')).toEqual(['11/04 07:30']);
  await wakeAt(office, '2025-04-14T07:30');
  expect(office.last(GROUP, 'quá hạn').text).toContain(
    'Nếu chưa có báo cáo, 09h00 hôm nay sẽ báo lãnh đạo đơn vị.',
  );
  await wakeAt(office, '2025-04-14T09:00');
  const toHead = office.last({ person: HEAD }, SILENCE);
  expect(toHead.text).toContain('Việc 1 của Phòng KHTC quá hạn 2 ngày làm việc, chưa có báo cáo.');
  expect(toHead.text).toContain('Nếu chưa có báo cáo, ngày mai sẽ báo Văn phòng.');

  await wakeAt(office, '2025-04-15T07:30');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain(
    'Nếu chưa có báo cáo, 09h00 hôm nay sẽ báo Văn phòng.',
  );
  await live(office, ['2025-04-15'], ['09:00']);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last({ person: SECRETARY }).text).toContain(
    'Nếu chưa có báo cáo, ngày mai sẽ báo Phó Giám đốc phụ trách.',
  );
  await live(office, DAYS.slice(6));
  expect(momentsOf(office, { person: HEAD }, SILENCE)).toEqual(['14/04 09:00']);
  expect(momentsOf(office, { person: SECRETARY }, SILENCE)).toEqual(['15/04 09:00']);
  expect(momentsOf(office, { person: 'VT2' }, SILENCE)).toEqual(['15/04 09:00']);
  expect(momentsOf(office, { person: DEPUTY }, SILENCE)).toEqual(['16/04 09:00']);
  expect(momentsOf(office, { person: 'PGĐ1' }, SILENCE)).toEqual([]);
  // Nobody is shamed: no other group hears a word.
  const groups = ['VP', 'CĐS', 'QLCN', 'QLKH&CN', 'TTRA'];
  expect(groups.flatMap((group) => office.about({ group }, 'KHTC'))).toEqual([]);
  expectNoFault(office);
});

test('the head answers the message in private, and the escalation stops', async () => {
  const office = await openSilent();
  await live(office, ['2025-04-11', '2025-04-14']);
  await office.reply(HEAD, office.last({ person: HEAD }, SILENCE), 'đang làm 70%, dự kiến 17/4 xong');
  expect(office.last({ person: HEAD }).text).toContain('đang làm 70%');
  await live(office, DAYS.slice(5));
  expect(momentsOf(office, { person: SECRETARY }, SILENCE)).toEqual(['22/04 09:00']);
  // What was heard before is not said not to have been.
  expect(office.last({ person: SECRETARY }, SILENCE).text).toContain('chưa có báo cáo mới.');
  expect(momentsOf(office, { person: DEPUTY }, SILENCE)).toEqual([]);
});

test('an extension that is granted ends it', async () => {
  const office = await openSilent();
  await live(office, ['2025-04-11', '2025-04-14']);
  await office.reply(HEAD, office.last({ person: HEAD }, SILENCE), 'xin lùi đến 25/4');
  await office.press(DEPUTY, office.last({ person: DEPUTY }, 'gia hạn'), 'Đồng ý');
  await live(office, [...DAYS.slice(5), '2025-04-25', '2025-04-26']);
  expect(momentsOf(office, { person: SECRETARY }, SILENCE)).toEqual([]);
  expect(momentsOf(office, { person: DEPUTY }, SILENCE)).toEqual([]);
});

test('whoever has no Telegram is passed over, and the next one reads why', async () => {
  const office = await openSilent();
  await office.restart((config) => ({
    ...config,
    members: config.members.map((member) =>
      member.id.endsWith(HEAD) ? { ...member, telegramId: null } : member,
    ),
  }));
  await live(office, DAYS.slice(1, 7));
  expect(momentsOf(office, { person: SECRETARY }, SILENCE)).toEqual(['15/04 09:00']);
  expect(office.last({ person: SECRETARY }, SILENCE).text).toContain(
    'Chưa báo riêng được lãnh đạo Phòng KHTC: chưa kết nối Telegram.',
  );
});

test('the agency decides who is told and when, at the next start', async () => {
  const office = await openSilent();
  await office.restart(
    escalation({ after: { head: null, secretary: null, deputy: 1, director: null }, at: '14:00' }),
  );
  await live(office, DAYS.slice(1, 7), ['07:30', '09:00', '14:00']);
  expect(momentsOf(office, { person: HEAD }, SILENCE)).toEqual([]);
  expect(momentsOf(office, { person: SECRETARY }, SILENCE)).toEqual([]);
  expect(momentsOf(office, { person: DEPUTY }, SILENCE)).toEqual(['11/04 14:00']);
});

test('ticks missed or doubled, a restart and a clock set back repeat nothing', async () => {
  const office = await openSilent();
  await live(office, ['2025-04-11']);
  await wakeAt(office, '2025-04-14T16:00');
  await office.restart();
  await wakeAt(office, '2025-04-14T16:00');
  await wakeAt(office, '2025-04-14T09:00');
  await wakeAt(office, '2025-04-14T16:30');
  expect(momentsOf(office, { person: HEAD }, SILENCE)).toHaveLength(1);
  expect(momentsOf(office, { person: SECRETARY }, SILENCE)).toEqual([]);
});

test('a unit that gets its task back is heard of step by step anew', async () => {
  const office = await openSilent();
  await live(office, DAYS.slice(1, 7));
  expect(momentsOf(office, { person: DEPUTY }, SILENCE)).toEqual(['16/04 09:00']);
  await office.write(SECRETARY, '/chuyen 1 Thanh tra');
  await office.write(SECRETARY, '/chuyen 1 KHTC');
  // What is planned is planned anew where a report is taken back.
  await wakeAt(office, '2025-04-17T08:00');
  await office.reply(HEAD, office.last(GROUP, 'Chủ trì: Phòng KHTC'), 'đã xong');
  await office.reply(HEAD, office.last(GROUP, 'đã xong'), 'chưa xong');
  await live(office, ['2025-04-21', '2025-04-22', '2025-04-23', '2025-04-24', '2025-04-25']);
  expect(momentsOf(office, { person: HEAD }, 'chưa có báo cáo')).toEqual(['14/04 09:00', '24/04 09:00']);
  expect(momentsOf(office, { person: SECRETARY }, 'chưa có báo cáo mới')).toEqual(['25/04 09:00']);
  expect(momentsOf(office, { person: DEPUTY }, SILENCE)).toEqual(['16/04 09:00']);
  expect(office.about({ person: DEPUTY }, 'chưa có báo cáo mới')).toEqual([]);
  expectNoFault(office);
});
