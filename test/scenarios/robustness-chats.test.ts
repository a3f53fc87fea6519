// What happens to chats: the bot comes and goes, groups are renamed, topics closed, people block the bot.
import { expect, test } from 'vitest';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import {
  GROUP,
  HEAD,
  ORDER,
  expectNoFault,
  listen,
  openWithTask,
  taskMessage,
} from './support/robustness.ts';

const secretary = { person: SECRETARY };

const save = async (office: Office, what: string): Promise<void> => {
  await office.write(SECRETARY, ORDER.replace('thẩm định', what));
  await office.press(SECRETARY, office.last(secretary, `${what} dự toán`), 'Lưu');
};

test('an administrator bot hears everything in the group and still answers only what is meant for it', async () => {
  const office = await openWithTask();
  const owner = office.sandbox.person(SECRETARY);
  const group = office.sandbox.group('KHTC');
  const stranger = office.sandbox.server.world.addUser({ firstName: 'Người lạ' });
  owner.promoteBot(group);
  owner.add(group, stranger);
  await office.sandbox.settle();
  const said = listen(office, GROUP);
  stranger.sendText(group, 'việc 1 xong rồi nhé');
  stranger.reply(taskMessage(office).message, 'xong');
  stranger.react(taskMessage(office).message, '👍');
  office.sandbox.person(HEAD).sendText(group, 'trưa nay ăn gì?');
  owner.demoteBot(group);
  office.sandbox.server.world.rename(group, 'Kế hoạch - Tài chính', owner);
  await office.sandbox.settle();
  expect(said()).toEqual([]);
  stranger.sendText(group, '/viec');
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringContaining('chưa có trong danh sách')]);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).not.toMatch(/đã nhận|đã xong/u);
  expectNoFault(office);
});

test('a group that lets the bot in again is its unit’s place as before', async () => {
  const office = await openWithTask();
  const owner = office.sandbox.person(SECRETARY);
  const group = office.sandbox.group('KHTC');
  owner.kickBot(group);
  await office.sandbox.settle();
  await save(office, 'tổng hợp');
  expect(office.last({ person: HEAD }, 'Tổng hợp').text).toContain('Việc 2');

  owner.addBot(group);
  await office.sandbox.settle();
  expect(office.last(GROUP).text).toContain('Từ nay việc của Phòng KHTC được gửi vào đây');
  await save(office, 'điều chỉnh');
  expect(office.last(GROUP, 'Điều chỉnh').text).toContain('Việc 3');
  expect(office.about(GROUP, 'Tổng hợp')).toEqual([]);

  // Someone who may not bind it gets the introduction only.
  owner.kickBot(group);
  office.sandbox.person(HEAD).addBot(group);
  await office.sandbox.settle();
  expect(office.last(GROUP).text).toContain('/gan');
  expectNoFault(office);
});

test('a topic that is closed or deleted gives way to its group, which is the place of the unit from then on', async () => {
  const office = await Office.open({ startAt: '2025-04-18T09:00' });
  const { world } = office.sandbox.server;
  const owner = office.sandbox.person(SECRETARY);
  const forum = world.addSupergroup({
    title: 'Sở KHCN',
    owner,
    isForum: true,
    members: [office.sandbox.person(HEAD)],
  });
  const topic = world.addTopic(forum, 'Tài chính', owner);
  owner.sendText(forum, '/gan KHTC', { threadId: topic.id });
  await office.sandbox.settle();
  await save(office, 'thẩm định');

  world.closeTopic(forum, topic.id, owner);
  await office.goTo('2025-04-21T07:35');
  expect(world.lastFromBot(forum)).toMatchObject({ text: expect.stringContaining('⏰') as unknown });
  expect(world.lastFromBot(forum).is_topic_message).toBeUndefined();

  const other = world.addTopic(forum, 'Kế hoạch', owner);
  owner.sendText(forum, '/gan KHTC', { threadId: other.id });
  await office.sandbox.settle();
  world.deleteTopic(forum, other.id);
  await office.goTo('2025-04-23T07:35');
  expect(world.lastFromBot(forum)).toMatchObject({ text: expect.stringContaining('⏰') as unknown });
  expect(world.lastFromBot(forum).is_topic_message).toBeUndefined();
  // The reply to it is read there.
  office.sandbox.person(HEAD).reply(world.lastFromBot(forum), 'đã trình');
  await office.sandbox.settle();
  expect(world.lastFromBot(forum).text).toContain('việc 1 đã trình');
  expectNoFault(office);
});

test('what cannot reach someone who blocked the bot is told to the secretaries once', async () => {
  const office = await openWithTask();
  const deputy = office.sandbox.person(DEPUTY);
  deputy.blockBot();
  const heard = listen(office, secretary);
  await office.press(HEAD, taskMessage(office), 'Vướng');
  await office.reply(HEAD, office.last(GROUP, 'vướng ở đâu'), 'thiếu kinh phí');
  await office.reply(HEAD, office.last(GROUP, 'vướng ở đâu'), 'thiếu cả người');
  expect(heard().filter((text) => text.includes('đã chặn'))).toHaveLength(1);

  deputy.unblockBot();
  await office.write(DEPUTY, '/viec 1');
  expect(office.last({ person: DEPUTY }).text).toContain('thiếu cả người');
  expectNoFault(office);
});
