import { expect, test } from 'vitest';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 11/4/2025.';
const OTHER_ORDER = 'Giao Phòng BCVT&CNTT rà soát hạ tầng, xong trước ngày 11/4/2025.';

const save = async (office: Office, order: string, words: string): Promise<void> => {
  await office.write(SECRETARY, order);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, words), 'Lưu');
};

test('a group hears only of its own tasks, whoever asks', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await save(office, ORDER, 'thẩm định');
  await save(office, OTHER_ORDER, 'hạ tầng');
  await office.goTo('2025-04-14T08:00');

  await office.say(SECRETARY, 'KHTC', '/quahan');
  const own = office.last({ group: 'KHTC' }).text;
  expect(own).toContain('Thẩm định dự toán');
  expect(own).not.toMatch(/hạ tầng/i);
  expect(own).toContain('quá hạn 2 ngày làm việc');

  await office.say('TP.KHTC', 'KHTC', '/viec 2');
  expect(office.last({ group: 'KHTC' }).text).not.toMatch(/hạ tầng/i);

  // In private a head of unit sees the unit, a deputy director everything.
  await office.write('TP.KHTC', '/quahan');
  expect(office.last({ person: 'TP.KHTC' }).text).not.toMatch(/hạ tầng/i);
  await office.write(DEPUTY, '/quahan');
  expect(office.last({ person: DEPUTY }).text).toContain('2 việc, 2 đơn vị');
});

test('a list is answered by number', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await save(office, ORDER, 'thẩm định');
  await save(office, ORDER.replace('thẩm định dự toán', 'lập kế hoạch vốn'), 'kế hoạch vốn');
  await office.say('TP.KHTC', 'KHTC', '/viec');
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, 'đang mở'), '1 xong; 2 đang làm 60%');
  const understood = office.last({ group: 'KHTC' }).text;
  expect(understood).toContain('việc 1 đã xong');
  expect(understood).toContain('việc 2 đang làm 60%');
});

test('an unclear word is asked about, never taken for done', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await save(office, ORDER, 'thẩm định');
  const task = office.last({ group: 'KHTC' }, 'thẩm định');
  await office.reply('TP.KHTC', task, 'cơ bản xong anh ạ');
  expect(office.last({ group: 'KHTC' }).text).not.toContain('việc 1 đã xong');
  await office.reply('TP.KHTC', task, 'xong chưa em?');
  expect(office.about({ group: 'KHTC' }, 'việc 1 đã xong')).toHaveLength(0);

  // “Vướng” asks why, and the deputy in charge reads the reason.
  await office.press('TP.KHTC', task, 'Vướng');
  await office.reply(
    'TP.KHTC',
    office.last({ group: 'KHTC' }, 'vướng'),
    'chưa có hướng dẫn của Sở Tài chính',
  );
  expect(office.last({ person: DEPUTY }, 'vướng').text).toContain('Sở Tài chính');

  // A report by mistake is corrected in words.
  await office.press('TP.KHTC', task, 'Đã xong');
  await office.press('TP.KHTC', office.last({ group: 'KHTC' }, 'Đã ghi: việc 1 đã xong'), 'Sửa');
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, 'Tình hình đúng'), 'mới đang làm 70%');
  expect(office.last({ group: 'KHTC' }).text).toContain('70%');
  await office.goTo('2025-04-11T07:31');
  expect(office.about({ group: 'KHTC' }, '⏰').length).toBeGreaterThan(0);
});

test('a topic of a forum can be a unit’s place', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const { world } = office.sandbox.server;
  const owner = office.sandbox.person(SECRETARY);
  const forum = world.addSupergroup({
    title: 'Sở KHCN',
    owner,
    isForum: true,
    members: [office.sandbox.person('TP.KHTC')],
  });
  const topic = world.addTopic(forum, 'Tài chính', owner);
  owner.sendText(forum, '/gan KHTC', { threadId: topic.id });
  await office.sandbox.settle();
  await save(office, ORDER, 'thẩm định');
  const inTopic = world.history(forum).filter(({ threadId, from }) => threadId === topic.id && from?.is_bot);
  expect(inTopic.at(-1)?.text).toContain('Thẩm định dự toán');
  expect(office.about({ group: 'KHTC' }, 'thẩm định')).toHaveLength(0);
});

test('a unit without a group is named to the secretary, and gets its tasks when it has one', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00', isSetUp: false });
  office.sandbox.person(SECRETARY).start();
  await office.sandbox.settle();
  await save(office, ORDER, 'thẩm định');
  await office.say(SECRETARY, 'CĐS', '/viec');
  expect(office.last({ group: 'CĐS' }).text).toContain('/gan');
  await office.say(SECRETARY, 'CĐS', '/gan CĐS');
  expect(office.last({ group: 'CĐS' }, 'thẩm định').text).toContain('Việc 1');

  // Bound to the same unit again: nothing comes twice.
  await office.say(SECRETARY, 'CĐS', '/gan CĐS');
  expect(office.about({ group: 'CĐS' }, 'thẩm định')).toHaveLength(1);
});

test('a group that becomes a supergroup, and one that removes the bot', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const { world } = office.sandbox.server;
  const supergroup = world.migrate(office.sandbox.group('KHTC'), office.sandbox.person(SECRETARY));
  await office.sandbox.settle();
  await save(office, ORDER, 'thẩm định');
  expect(world.lastFromBot(supergroup).text).toContain('Thẩm định dự toán');

  office.sandbox.person('TP.CĐS').kickBot(office.sandbox.group('CĐS'));
  await office.sandbox.settle();
  await office.goTo('2025-04-10T08:00');
  await save(office, ORDER.replace('thẩm định dự toán', 'lập kế hoạch vốn'), 'kế hoạch vốn');
  // Its head hears of it in private instead.
  expect(office.last({ person: 'TP.CĐS' }, 'kế hoạch vốn').text).toContain('Phòng CĐS');
});
