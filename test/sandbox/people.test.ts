import { InlineKeyboard } from 'grammy';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../../src/sandbox/bot-api/world/events.ts';
import { call, newBot, openSandbox, runBot, runListener } from './support/sandbox-bot.ts';

describe('pressing buttons', () => {
  test('the bot gets who pressed what on which message; the presser gets its answer', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const hung = api.world.addUser({ firstName: 'Hùng' });
    const group = api.world.addSupergroup({ title: 'Phòng', owner: lan, members: [hung] });
    const card = await newBot(api).api.sendMessage(group.id, 'Việc 23', {
      reply_markup: new InlineKeyboard().text('Đã nhận', 'ack:23').url('Văn bản', 'https://so.gov.vn'),
    });
    await runBot(api, (bot) => {
      bot.on('callback_query:data', async (ctx) => {
        await ctx.answerCallbackQuery(`${ctx.from.first_name} ${ctx.callbackQuery.data} ${ctx.msgId ?? 0}`);
      });
    });
    await expect(hung.press(card, 'Đã nhận')).resolves.toEqual({
      answered: true,
      text: `Hùng ack:23 ${card.message_id}`,
      showAlert: false,
    });
    expect(() => lan.press(card, 'Xoá')).toThrow('there are: "Đã nhận", "Văn bản"');
    expect(() => lan.press(card, 'Văn bản')).toThrow('No button');
  });

  test('a forged press carries whatever the client sends', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    lan.start();
    const card = await newBot(api).api.sendMessage(lan.id, 'Việc 23');
    const seen: string[] = [];
    await runBot(api, (bot) => {
      bot.on('callback_query:data', async (ctx) => {
        seen.push(ctx.callbackQuery.data);
        await ctx.answerCallbackQuery();
      });
    });
    await expect(lan.pressForged(card, 'delete:all')).resolves.toMatchObject({ answered: true });
    expect(seen).toEqual(['delete:all']);
  });

  test('a press that comes too late to be answered', async () => {
    const { api, clock } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    lan.start();
    const card = await newBot(api).api.sendMessage(lan.id, 'Việc 23');
    const updates = await runListener(api);
    const press = lan.pressForged(card, 'ack');
    await api.whenIdle();
    const id = updates.at(-1)?.callback_query?.id;
    clock.advanceSeconds(31);
    await expect(call(api, 'answerCallbackQuery', { callback_query_id: id })).resolves.toMatchObject({
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    await expect(press).resolves.toEqual({ answered: false });
  });

  test('on a deleted message the bot gets only its place', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    lan.start();
    const card = await newBot(api).api.sendMessage(lan.id, 'Việc 23');
    lan.delete(card);
    const updates = await runListener(api);
    void lan.pressForged(card, 'ack');
    await api.whenIdle();
    expect(updates.at(-1)?.callback_query?.message).toEqual({
      chat: card.chat,
      message_id: card.message_id,
      date: 0,
    });
  });

  test('an answer is at most 200 characters', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    lan.start();
    const card = await newBot(api).api.sendMessage(lan.id, 'Việc 23');
    const updates = await runListener(api);
    void lan.pressForged(card, 'ack');
    await api.whenIdle();
    const id = updates.at(-1)?.callback_query?.id;
    await expect(
      call(api, 'answerCallbackQuery', { callback_query_id: id, text: 'x'.repeat(201) }),
    ).resolves.toMatchObject({
      description: 'Bad Request: MESSAGE_TOO_LONG',
    });
  });

  test('when the server closes, a press that was never answered says so', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const press = lan.pressForged(lan.start(), 'ack');
    await api.close();
    await expect(press).resolves.toEqual({ answered: false });
  });
});

describe('forwarding', () => {
  test('of an album keeps it one; of other messages together does not make one', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const group = api.world.addGroup({ title: 'Phòng', owner: lan });
    const files = ['a.pdf', 'b.pdf'].map((fileName) => ({ fileName, content: fileName }));
    const album = lan.sendAlbum(group, files, { caption: 'hai văn bản' });
    const forwarded = lan.forwardAll(album, lan);
    expect(forwarded.map(({ caption }) => caption)).toEqual(['hai văn bản', undefined]);
    const ids = new Set(forwarded.map((message) => message.media_group_id));
    expect(ids.size).toBe(1);
    expect(ids.has(album[0]?.media_group_id)).toBe(false);
    const notes = lan.forwardAll([lan.sendText(group, 'một'), lan.sendText(group, 'hai')], lan);
    expect(notes.map((message) => message.media_group_id)).toEqual([undefined, undefined]);
  });

  test('keeps who wrote it and when, through a second forward', async () => {
    const { api, clock } = await openSandbox();
    const [lan, an] = [api.world.addUser({ firstName: 'Lan' }), api.world.addUser({ firstName: 'An' })];
    const group = api.world.addSupergroup({ title: 'Phòng', owner: lan, members: [an] });
    const task = lan.sendText(group, 'Giao Phòng A làm X trước 15/4');
    clock.advanceSeconds(60);
    const forwarded = an.forward(task, an);
    expect(forwarded).toMatchObject({
      text: 'Giao Phòng A làm X trước 15/4',
      date: task.date + 60,
      forward_origin: { type: 'user', date: task.date, sender_user: { id: lan.id } },
    });
    expect(an.forward(forwarded, group).forward_origin).toEqual(forwarded.forward_origin);
  });

  test('keeps only the name of those who want it so', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan', lastName: 'Trần', hidesOriginOfForwards: true });
    const note = lan.write('ghi chú');
    expect(lan.forward(note, lan).forward_origin).toEqual({
      type: 'hidden_user',
      date: note.date,
      sender_user_name: 'Lan Trần',
    });
  });

  test('by the bot, and copying', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const note = lan.write('ghi chú');
    const bot = newBot(api).api;
    await expect(bot.forwardMessage(lan.id, lan.id, note.message_id)).resolves.toMatchObject({
      text: 'ghi chú',
      forward_origin: { sender_user: { id: lan.id } },
    });
    await bot.copyMessage(lan.id, lan.id, note.message_id);
    expect(api.world.lastFromBot(lan).text).toBe('ghi chú');
    expect(api.world.lastFromBot(lan)).not.toHaveProperty('forward_origin');
    await expect(
      call(api, 'forwardMessage', { chat_id: lan.id, from_chat_id: lan.id, message_id: 999 }),
    ).resolves.toMatchObject({
      description: 'Bad Request: message to forward not found',
    });
  });
});

test('people cannot do what their clients would not let them', async () => {
  const { api } = await openSandbox();
  const [lan, an] = [api.world.addUser({ firstName: 'Lan' }), api.world.addUser({ firstName: 'An' })];
  const group = api.world.addGroup({ title: 'Phòng', owner: lan });
  const note = lan.sendText(group, 'ghi chú');
  expect(() => an.sendText(group, 'tôi vào được không')).toThrow('An is not in "Phòng"');
  expect(() => an.edit(note, 'sửa')).toThrow('only their own');
  expect(() => lan.edit(lan.forward(note, lan), 'sửa')).toThrow('forwarded');
  expect(() => an.write('x', { threadId: 5 })).not.toThrow();
  expect(() => lan.sendText(group, 'x', { threadId: 5 })).toThrow('No topic 5');
  api.world.migrate(group, lan);
  expect(() => lan.sendText(group, 'còn ai không')).toThrow('became the supergroup');
  expect(() => api.world.addUser({ id: lan.id, firstName: 'Trùng' })).toThrow('exists already');
});

test('people edit what they wrote for 48 hours', async () => {
  const { api, clock } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const note = lan.write('ghi chú');
  clock.advanceSeconds(48 * 3600);
  expect(lan.edit(note, 'ghi chú sửa').text).toBe('ghi chú sửa');
  clock.advanceSeconds(1);
  expect(() => lan.edit(note, 'sửa nữa')).toThrow('for 48 hours');
});

test('a closed topic and a quiet group are for administrators', async () => {
  const { api } = await openSandbox();
  const [lan, an] = [api.world.addUser({ firstName: 'Lan' }), api.world.addUser({ firstName: 'An' })];
  const forum = api.world.addSupergroup({ title: 'Sở', owner: lan, members: [an], isForum: true });
  const topic = api.world.addTopic(forum, 'QLKH&CN', lan);
  api.world.closeTopic(forum, topic.id, lan);
  expect(() => an.sendText(forum, 'xong', { threadId: topic.id })).toThrow(
    'Only administrators may write in "QLKH&CN"',
  );
  expect(() => lan.sendText(forum, 'xong', { threadId: topic.id })).not.toThrow();
  api.world.setReadOnly(forum, true);
  expect(() => an.sendText(forum, 'xong')).toThrow('Only administrators may write in "Sở"');
});

test('live views are told of everything, in order', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const bot = newBot(api).api;
  const texts: string[] = [];
  const kinds: WorldEvent['kind'][] = [];
  const stopMessages = api.world.onMessage((entry) => texts.push(entry.text));
  const stopChanges = api.world.onChange((event) => kinds.push(event.kind));
  const note = lan.write('xin chào');
  await bot.sendChatAction(lan.id, 'typing');
  const card = await bot.sendMessage(lan.id, 'chào');
  await bot.editMessageText(lan.id, card.message_id, 'chào Lan');
  await bot.setMessageReaction(lan.id, note.message_id, [{ type: 'emoji', emoji: '👍' }]);
  lan.delete(card);
  stopMessages();
  stopChanges();
  lan.write('không ai nghe');
  expect(texts).toEqual(['xin chào', 'chào']);
  expect(kinds).toEqual(['message', 'chat-action', 'message', 'edited', 'reaction', 'deleted']);
});

test('name and description by language', async () => {
  const { api } = await openSandbox();
  const bot = newBot(api).api;
  await expect(bot.getMyName()).resolves.toEqual({ name: 'Đôn Đốc' });
  await bot.setMyName('Nhắc việc');
  await bot.setMyDescription('Nhắc việc đúng hạn');
  await bot.setMyDescription('Reminds in time', { language_code: 'en' });
  await bot.setMyShortDescription('Nhắc việc');
  await expect(bot.getMyName()).resolves.toEqual({ name: 'Nhắc việc' });
  await expect(bot.getMyDescription({ language_code: 'en' })).resolves.toEqual({
    description: 'Reminds in time',
  });
  await expect(bot.getMyDescription({ language_code: 'fr' })).resolves.toEqual({
    description: 'Nhắc việc đúng hạn',
  });
  await expect(bot.getMyShortDescription()).resolves.toEqual({ short_description: 'Nhắc việc' });
});
