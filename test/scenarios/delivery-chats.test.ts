// Chats that are lost, come back, move and lose their topics; and who hears instead.
import { expect, test } from 'vitest';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault, listen, openWithTask, taskMessage } from './support/robustness.ts';

const secretary = { person: SECRETARY };
const head = { person: HEAD };
const KICKED = { status: 403, description: 'Forbidden: bot was kicked from the supergroup chat' };

const save = async (office: Office, what: string): Promise<void> => {
  await office.write(SECRETARY, `Giao Phòng KHTC chủ trì ${what}, xong trước ngày 25/4/2025.`);
  await office.press(SECRETARY, office.last(secretary, 'Phiếu'), 'Lưu');
};

const warnings = (texts: readonly string[]): string[] => texts.filter((text) => text.startsWith('⚠️'));

test('a lost group is told to the secretaries once, and its unit hears through its head; when it comes back, it hears itself', async () => {
  const office = await openWithTask('2025-04-18T16:00');
  const { server } = office.sandbox;
  const chatId = office.sandbox.group('KHTC').id;
  const toSecretary = listen(office, secretary);
  const toSecond = listen(office, { person: 'VT2' });
  const toHead = listen(office, head);
  const toGroup = listen(office, GROUP);
  // Telegram has not told the bot that it was thrown out.
  server.faults.refuse({ method: 'sendMessage', chatId, times: Infinity }, KICKED);
  await save(office, 'lập dự toán');
  await save(office, 'rà soát công nợ');
  await save(office, 'kiểm kê tài sản');
  expect(toHead().filter((text) => text.startsWith('📋'))).toHaveLength(3);
  for (const told of [toSecretary, toSecond]) {
    expect(warnings(told())).toEqual([
      expect.stringMatching(/Phòng KHTC.*bot không còn trong nhóm[^]*gửi riêng cho đồng chí Trưởng phòng/u),
    ]);
  }
  // One call was enough to know.
  const calls = () => server.calls.of('sendMessage').filter(({ params }) => params.chat_id === chatId);
  const tries = calls().length;
  await office.goTo('2025-04-21T07:35');
  expect(toHead()).toEqual([expect.stringContaining('⏰')]);
  expect(calls()).toHaveLength(tries);
  expect(warnings(toSecretary())).toEqual([]);

  server.faults.clear();
  await office.say(SECRETARY, 'KHTC', '/gan KHTC');
  // Its head knows the three tasks, and the group gets nothing twice.
  expect(toGroup().filter((text) => text.startsWith('📋'))).toEqual([]);
  await office.goTo('2025-04-23T07:35');
  expect(toGroup().filter((text) => text.startsWith('⏰'))).toHaveLength(1);
  expect(toHead()).toEqual([]);
  expectNoFault(office);
});

test('where group and head are both lost, the secretaries know, and who comes back first hears what was missed', async () => {
  const office = await openWithTask('2025-04-18T16:00');
  const { server } = office.sandbox;
  const person = office.sandbox.person(HEAD);
  const chatId = office.sandbox.group('KHTC').id;
  const toSecretary = listen(office, secretary);
  const toHead = listen(office, head);
  server.faults.refuse({ method: 'sendMessage', chatId, times: Infinity }, KICKED);
  person.blockBot();
  await office.sandbox.settle();
  await save(office, 'lập dự toán');
  await save(office, 'rà soát công nợ');
  const told = warnings(toSecretary());
  expect(told.filter((text) => text.includes('bot không còn trong nhóm'))).toHaveLength(1);
  expect(told.filter((text) => text.includes('đã chặn'))).toHaveLength(1);
  expect(told).toHaveLength(2);

  await office.goTo('2025-04-21T09:00');
  expect(toHead()).toEqual([]);
  person.unblockBot();
  await office.sandbox.settle();
  const heard = toHead();
  expect(heard.filter((text) => text.includes('📋 Việc 2'))).toHaveLength(1);
  expect(heard.filter((text) => text.includes('📋 Việc 3'))).toHaveLength(1);
  await office.goTo('2025-04-23T07:35');
  expect(toHead().filter((text) => text.startsWith('⏰'))).toHaveLength(1);
  expectNoFault(office);
});

test('a deputy who blocks the bot and unblocks it finds what is still to be decided, and nothing else', async () => {
  const office = await openWithTask();
  const person = office.sandbox.person(DEPUTY);
  const toDeputy = listen(office, { person: DEPUTY });
  person.blockBot();
  await office.reply(HEAD, taskMessage(office), 'xin lùi đến 29/4');
  await office.reply(HEAD, taskMessage(office), 'vướng: thiếu kinh phí');
  expect(toDeputy()).toEqual([]);
  expect(warnings(office.heard(secretary).map(({ text }) => text))).toHaveLength(1);
  await office.reply(HEAD, taskMessage(office), 'đã có kinh phí, đang làm 30%');
  person.unblockBot();
  await office.sandbox.settle();
  expect(toDeputy().map((text) => text.slice(0, 2))).toEqual(['🔁']);
  expectNoFault(office);
});

test('a group that has taken the bot’s right to write gives it back: the next answer shows it', async () => {
  const office = await openWithTask();
  const group = office.sandbox.group('KHTC');
  const { world } = office.sandbox.server;
  world.setReadOnly(group, true);
  await save(office, 'lập dự toán');
  expect(office.about(head, 'lập dự toán')).toHaveLength(1);
  expect(warnings(office.heard(secretary).map(({ text }) => text))).toHaveLength(1);
  world.setReadOnly(group, false);
  await office.say(HEAD, 'KHTC', '/viec 2');
  expect(office.last(GROUP).text).toContain('📋 Việc 2');
  const toGroup = listen(office, GROUP);
  await save(office, 'rà soát công nợ');
  expect(toGroup()).toEqual([expect.stringContaining('📋 Việc 3')]);
  expectNoFault(office);
});

test('a group that becomes a supergroup unseen is followed: its unit is told there, at once and from then on', async () => {
  const office = await openWithTask();
  const { world, faults } = office.sandbox.server;
  const owner = office.sandbox.person(SECRETARY);
  // The update that tells of it never comes: the refusal of a message does.
  const old = office.sandbox.group('KHTC');
  faults.setNetworkDown(true);
  const moved = world.migrate(old, owner);
  faults.setNetworkDown(false);
  await office.sandbox.settle();
  faults.tooManyRequests({ method: 'sendMessage', chatId: moved.id }, 30);
  await save(office, 'lập dự toán');
  await office.goTo('2025-04-10T09:05');
  const heard = () => world.fromBot(moved).map(({ text }) => text ?? '');
  expect(heard().filter((text) => text.includes('Lập dự toán'))).toHaveLength(1);
  await office.goTo('2025-04-21T07:35');
  expect(heard().at(-1)).toContain('⏰');
  expectNoFault(office);
});

test('a topic that is deleted is forgotten: its unit hears in the group, and the record says since when', async () => {
  const office = await Office.open({ startAt: '2025-04-18T09:00' });
  const { world } = office.sandbox.server;
  const owner = office.sandbox.person(SECRETARY);
  const members = [office.sandbox.person(HEAD)];
  const forum = world.addSupergroup({ title: 'Sở KHCN', owner, isForum: true, members });
  const topic = world.addTopic(forum, 'Tài chính', owner);
  owner.sendText(forum, '/gan KHTC', { threadId: topic.id });
  await office.sandbox.settle();
  world.deleteTopic(forum, topic.id);
  office.sandbox.server.calls.clear();
  await save(office, 'lập dự toán');
  await save(office, 'rà soát công nợ');
  const calls = office.sandbox.server.calls
    .of('sendMessage')
    .filter(({ params }) => params.chat_id === forum.id);
  // Only the first was tried in the topic.
  expect(calls.map(({ params }) => params.message_thread_id ?? null)).toEqual([topic.id, null, null]);
  expectNoFault(office);
});
