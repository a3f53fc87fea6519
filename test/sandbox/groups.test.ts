import type { Chat, Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { call, newBot, openSandbox, runListener } from './support/sandbox-bot.ts';

/** A short name for what an update is about. */
function summary(update: Update): string {
  const [, kind = ''] = Object.keys(update);
  if (update.my_chat_member) {
    const { old_chat_member: before, new_chat_member: after, chat } = update.my_chat_member;
    return `${kind} in ${chat.type}: ${before.status} → ${after.status}`;
  }
  if (update.chat_member) return `${kind}: ${update.chat_member.new_chat_member.status}`;
  const message = update.message ?? update.edited_message;
  const content = Object.keys(message ?? {}).filter(
    (field) => !['message_id', 'from', 'chat', 'date', 'sender_chat'].includes(field),
  );
  return `${kind} in ${message?.chat.type ?? ''}: ${content.join(', ')}`;
}

test('being added, promoted, demoted and removed', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const updates = await runListener(api);
  const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
  lan.promoteBot(group);
  lan.demoteBot(group);
  lan.kickBot(group);
  lan.sendText(group, '/viec@dondoc_sandbox_bot');
  await api.whenIdle();
  expect(updates.map(summary)).toEqual([
    'my_chat_member in supergroup: left → member',
    'message in supergroup: new_chat_members',
    'my_chat_member in supergroup: member → administrator',
    'my_chat_member in supergroup: administrator → member',
    'my_chat_member in supergroup: member → kicked',
    'message in supergroup: left_chat_member',
  ]);
});

test('blocking and unblocking are told; what a blocked bot would get is not', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.start();
  const updates = await runListener(api);
  lan.blockBot();
  lan.unblockBot();
  await api.whenIdle();
  expect(updates.map(summary)).toEqual([
    'message in private: text, entities',
    'my_chat_member in private: member → kicked',
    'my_chat_member in private: kicked → member',
  ]);
});

test('other people’s comings and goings: as service messages to all, as chat_member to administrators who ask', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const hung = api.world.addUser({ firstName: 'Hùng' });
  const updates = await runListener(api, ['message', 'chat_member']);
  await api.whenPolled();
  const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
  lan.add(group, hung);
  lan.promoteBot(group);
  lan.promote(group, hung);
  hung.leave(group);
  await api.whenIdle();
  expect(updates.map(summary)).toEqual([
    'message in supergroup: new_chat_members',
    'message in supergroup: new_chat_members',
    'chat_member: administrator',
    'chat_member: left',
    'message in supergroup: left_chat_member',
  ]);
});

test('a group that becomes a supergroup', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const group = api.world.addGroup({ title: 'Phòng', owner: lan });
  const updates = await runListener(api);
  await api.whenIdle();
  updates.length = 0;

  const successor = api.world.migrate(group, lan);
  await api.whenIdle();
  expect(String(successor.id)).toMatch(/^-100\d{10}$/);
  expect(updates.map(summary)).toEqual([
    'my_chat_member in supergroup: left → member',
    'message in group: migrate_to_chat_id',
    'message in supergroup: migrate_from_chat_id',
  ]);
  expect(updates[1]?.message).toMatchObject({ chat: { id: group.id }, migrate_to_chat_id: successor.id });
  expect(updates[2]?.message).toMatchObject({
    chat: { id: successor.id },
    migrate_from_chat_id: group.id,
    sender_chat: { id: successor.id },
  });
  await expect(call(api, 'sendMessage', { chat_id: group.id, text: 'nhắc việc' })).resolves.toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: successor.id },
  });
  await expect(call(api, 'sendMessage', { chat_id: successor.id, text: 'nhắc việc' })).resolves.toMatchObject(
    { ok: true },
  );
});

test('what a bot may ask about a group', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const hung = api.world.addUser({ firstName: 'Hùng' });
  const an = api.world.addUser({ firstName: 'An' });
  const group = api.world.addSupergroup({ title: 'Phòng', owner: lan, members: [hung] });
  const bot = newBot(api).api;
  await expect(bot.getChat(group.id)).resolves.toMatchObject({
    id: group.id,
    type: 'supergroup',
    title: 'Phòng',
  });
  await expect(bot.getChatMemberCount(group.id)).resolves.toBe(3);
  await expect(bot.getChatMember(group.id, lan.id)).resolves.toMatchObject({ status: 'creator' });
  await expect(bot.getChatMember(group.id, an.id)).resolves.toMatchObject({ status: 'left' });
  await expect(bot.getChatMember(group.id, api.bot.id)).resolves.toMatchObject({ status: 'member' });
  lan.promoteBot(group);
  const administrators = await bot.getChatAdministrators(group.id);
  expect(administrators.map(({ user }) => user.first_name)).toEqual(['Lan', 'Đôn Đốc']);
  await expect(call(api, 'getChatAdministrators', { chat_id: (lan.start(), lan.id) })).resolves.toMatchObject(
    {
      description: 'Bad Request: there are no administrators in the private chat',
    },
  );
  api.world.rename(group, 'Phòng QLKH&CN', lan);
  await expect(bot.getChat(group.id)).resolves.toMatchObject({ title: 'Phòng QLKH&CN' });
});

test('pinning needs rights, leaves a service message and shows in the chat', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
  const bot = newBot(api).api;
  const card = await bot.sendMessage(group.id, 'Việc tuần này');
  await expect(
    call(api, 'pinChatMessage', { chat_id: group.id, message_id: card.message_id }),
  ).resolves.toMatchObject({
    description: 'Bad Request: not enough rights to manage pinned messages in the chat',
  });
  lan.promoteBot(group);
  const updates = await runListener(api);
  await bot.pinChatMessage(group.id, card.message_id);
  await api.whenIdle();
  expect(updates.at(-1)?.message?.pinned_message).toMatchObject({ text: 'Việc tuần này' });
  await expect(bot.getChat(group.id)).resolves.toMatchObject({ pinned_message: { text: 'Việc tuần này' } });
  expect(api.world.pinned(group)).toEqual([card.message_id]);
  await bot.unpinChatMessage(group.id);
  expect(api.world.pinned(group)).toEqual([]);
});

test('people pin as administrators, and the bot hears of it', async () => {
  const { api } = await openSandbox();
  const [lan, an] = [api.world.addUser({ firstName: 'Lan' }), api.world.addUser({ firstName: 'An' })];
  const forum = api.world.addSupergroup({ title: 'Sở', owner: lan, members: [an], isForum: true });
  const topic = api.world.addTopic(forum, 'QLKH&CN', lan);
  const note = an.sendText(forum, 'lịch tuần', { threadId: topic.id });
  const updates = await runListener(api);
  expect(() => {
    an.pin(note);
  }).toThrow('Only administrators');
  lan.pin(note);
  await api.whenIdle();
  expect(updates.at(-1)?.message).toMatchObject({
    pinned_message: { message_id: note.message_id },
    message_thread_id: topic.id,
  });
  expect(api.world.pinned(forum)).toEqual([note.message_id]);
  lan.unpin(note);
  expect(api.world.pinned(forum)).toEqual([]);
});

describe('reactions', () => {
  test('reach the bot by request: in private always, in groups as an administrator', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    lan.start();
    const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
    const bot = newBot(api).api;
    const [inPrivate, inGroup] = [
      await bot.sendMessage(lan.id, 'Việc 1'),
      await bot.sendMessage(group.id, 'Việc 2'),
    ];
    const updates = await runListener(api, ['message_reaction']);
    await api.whenIdle();
    await api.whenPolled();
    updates.length = 0;
    lan.react(inPrivate, '👍');
    lan.react(inGroup, '👍');
    lan.promoteBot(group);
    lan.react(inGroup, undefined);
    await api.whenIdle();
    const reactions = updates.map(({ message_reaction: reaction }) => [
      reaction?.chat.type satisfies Chat['type'] | undefined,
      reaction?.old_reaction,
      reaction?.new_reaction,
    ]);
    const thumb = { type: 'emoji', emoji: '👍' };
    expect(reactions).toEqual([
      ['private', [], [thumb]],
      ['supergroup', [thumb], []],
    ]);
  });

  test('of the bot are seen by people, and no update comes of them', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const note = lan.write('xong');
    const updates = await runListener(api, ['message_reaction']);
    await newBot(api).api.setMessageReaction(lan.id, note.message_id, [{ type: 'emoji', emoji: '👌' }]);
    expect(api.world.history(lan)[0]?.reactions).toEqual([{ userId: api.bot.id, emoji: '👌' }]);
    await newBot(api).api.setMessageReaction(lan.id, note.message_id, []);
    expect(api.world.history(lan)[0]?.reactions).toEqual([]);
    await api.whenIdle();
    expect(updates.filter(({ message_reaction }) => message_reaction)).toEqual([]);
  });
});

test('command menus: the narrowest list that is set, in the person’s language first', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const john = api.world.addUser({ firstName: 'John', languageCode: 'en' });
  const group = api.world.addSupergroup({ title: 'Phòng', owner: lan, members: [john] });
  const bot = newBot(api).api;
  const commands = (name: string) => [{ command: name, description: name }];
  const menu = (chat: { id: number }, who: typeof lan) =>
    api.world.commandMenu(chat, who).map(({ command }) => command);

  expect(menu(lan, lan)).toEqual([]);
  await bot.setMyCommands(commands('chung'));
  await bot.setMyCommands(commands('general'), { language_code: 'en' });
  await bot.setMyCommands(commands('rieng'), { scope: { type: 'all_private_chats' } });
  await bot.setMyCommands(commands('quan_tri'), {
    scope: { type: 'chat_administrators', chat_id: group.id },
  });
  expect(menu(lan, lan)).toEqual(['rieng']);
  expect(menu(group, lan)).toEqual(['quan_tri']);
  expect(menu(group, john)).toEqual(['general']);

  await bot.setMyCommands(commands('cua_john'), {
    scope: { type: 'chat_member', chat_id: group.id, user_id: john.id },
  });
  expect(menu(group, john)).toEqual(['cua_john']);
  await bot.deleteMyCommands({ scope: { type: 'chat_member', chat_id: group.id, user_id: john.id } });
  expect(menu(group, john)).toEqual(['general']);
  await expect(bot.getMyCommands({ language_code: 'en' })).resolves.toEqual(commands('general'));
  await expect(bot.getMyCommands()).resolves.toEqual(commands('chung'));
});

test.each([
  [{ commands: [{ command: 'Quá hạn', description: 'x' }] }, 'Bad Request: BOT_COMMAND_INVALID'],
  [{ commands: [{ command: 'viec', description: '' }] }, 'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID'],
  [
    { commands: [], scope: { type: 'everybody' } },
    "Bad Request: can't parse BotCommandScope: Unsupported type specified",
  ],
  [{ commands: [], scope: { type: 'chat', chat_id: 42 } }, 'Bad Request: chat not found'],
])('setMyCommands refuses %o', async (params, description) => {
  const { api } = await openSandbox();
  await expect(call(api, 'setMyCommands', params)).resolves.toMatchObject({ error_code: 400, description });
});
