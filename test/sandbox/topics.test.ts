import { describe, expect, test } from 'vitest';
import { call, newBot, openSandbox, runListener } from './support/sandbox-bot.ts';

describe('forum topics', () => {
  async function openForum() {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const forum = api.world.addSupergroup({ title: 'Sở', owner: lan, isForum: true });
    const topic = api.world.addTopic(forum, 'QLKH&CN', lan);
    return { api, lan, forum, topic };
  }

  test('messages carry their topic, and count as replies to its opening', async () => {
    const { api, lan, forum, topic } = await openForum();
    const updates = await runListener(api);
    await api.whenIdle();
    updates.length = 0;
    lan.sendText(forum, '/viec', { threadId: topic.id });
    lan.sendText(forum, '/viec');
    await api.whenIdle();
    expect(updates[0]?.message).toMatchObject({
      message_thread_id: topic.id,
      is_topic_message: true,
      chat: { is_forum: true },
      reply_to_message: { message_id: topic.id, forum_topic_created: { name: 'QLKH&CN' } },
    });
    expect(updates[1]?.message).not.toHaveProperty('message_thread_id');
  });

  test('the bot writes into topics; a reply stays in its topic', async () => {
    const { api, lan, forum, topic } = await openForum();
    const bot = newBot(api).api;
    const card = await bot.sendMessage(forum.id, 'Việc 23', { message_thread_id: topic.id });
    expect(card).toMatchObject({ message_thread_id: topic.id, is_topic_message: true });
    const answer = lan.reply(card, 'xong');
    expect(answer).toMatchObject({ message_thread_id: topic.id });
    const thanks = await bot.sendMessage(forum.id, 'Đã ghi', {
      reply_parameters: { message_id: answer.message_id },
    });
    expect(thanks).toMatchObject({ message_thread_id: topic.id });
  });

  test('closed, deleted, unknown and “General” by number', async () => {
    const { api, lan, forum, topic } = await openForum();
    const params = { chat_id: forum.id, message_thread_id: topic.id, text: 'nhắc việc' };
    const notFound = { ok: false, error_code: 400, description: 'Bad Request: message thread not found' };
    api.world.closeTopic(forum, topic.id, lan);
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({
      description: 'Bad Request: TOPIC_CLOSED',
    });
    lan.promoteBot(forum);
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({ ok: true });
    api.world.reopenTopic(forum, topic.id, lan);
    api.world.renameTopic(forum, topic.id, 'KH&CN', lan);
    expect(api.world.chats().find(({ id }) => id === forum.id)?.topics).toEqual([
      { id: topic.id, name: 'KH&CN', closed: false },
    ]);
    api.world.deleteTopic(forum, topic.id);
    await expect(call(api, 'sendMessage', params)).resolves.toEqual(notFound);
    await expect(call(api, 'sendMessage', { ...params, message_thread_id: 999 })).resolves.toEqual(notFound);
    await expect(call(api, 'sendMessage', { ...params, message_thread_id: 1 })).resolves.toEqual(notFound);
  });

  test('the bot manages topics as an administrator', async () => {
    const { api, lan, forum } = await openForum();
    await expect(call(api, 'createForumTopic', { chat_id: forum.id, name: 'TĐC' })).resolves.toMatchObject({
      description: 'Bad Request: not enough rights to create a topic',
    });
    lan.promoteBot(forum);
    const bot = newBot(api).api;
    const { message_thread_id: id } = await bot.createForumTopic(forum.id, 'TĐC');
    await bot.editForumTopic(forum.id, id, { name: 'TĐC-ĐL' });
    await bot.closeForumTopic(forum.id, id);
    await expect(
      call(api, 'closeForumTopic', { chat_id: forum.id, message_thread_id: id }),
    ).resolves.toMatchObject({
      description: 'Bad Request: TOPIC_NOT_MODIFIED',
    });
    await bot.reopenForumTopic(forum.id, id);
    await bot.deleteForumTopic(forum.id, id);
    expect(
      api.world
        .chats()
        .find((chat) => chat.id === forum.id)
        ?.topics.map(({ name }) => name),
    ).toEqual(['QLKH&CN']);
  });

  test('in a plain supergroup a reply has a thread without being a topic message', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
    const root = await newBot(api).api.sendMessage(group.id, 'Việc 23');
    const reply = lan.reply(lan.reply(root, 'xong'), 'xong thật');
    expect(reply.message_thread_id).toBe(root.message_id);
    expect(reply).not.toHaveProperty('is_topic_message');
    await expect(call(api, 'createForumTopic', { chat_id: group.id, name: 'x' })).resolves.toMatchObject({
      description: 'Bad Request: the chat is not a forum',
    });
  });
});

test('of a forum one topic can be looked at, or “General”', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const forum = api.world.addSupergroup({ title: 'Sở', owner: lan, isForum: true, withBot: false });
  const topic = api.world.addTopic(forum, 'QLKH&CN', lan);
  lan.sendText(forum, 'chung 1');
  lan.sendText(forum, 'riêng 1', { threadId: topic.id });
  lan.sendText(forum, 'chung 2');
  lan.sendText(forum, 'riêng 2', { threadId: topic.id });
  const seen = (options: { topic?: number; before?: number }, limit = 10) =>
    api.world.excerpt(forum, lan, limit, options).map(({ entry }) => entry.text);
  expect(seen({ topic: 0 })).toEqual(['chung 1', 'chung 2']);
  expect(seen({ topic: topic.id }, 1)).toEqual(['riêng 2']);
  // The service message that opened the topic has no text.
  expect(seen({ topic: topic.id })).toEqual(['', 'riêng 1', 'riêng 2']);
  expect(seen({})).toHaveLength(5);
});
