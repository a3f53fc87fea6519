import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, callOk, newBot, openSandbox, runListener } from './support/sandbox-bot.ts';

async function openGroup() {
  const { api, clock } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const hung = api.world.addUser({ firstName: 'Hùng' });
  const group = api.world.addSupergroup({ title: 'Sở', owner: lan, members: [hung] });
  await newBot(api).api.setMyCommands([
    { command: 'quahan', description: 'Việc quá hạn', is_ephemeral: true },
    { command: 'viec', description: 'Việc' },
  ]);
  const answer = (parameters: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
    call(api, 'sendMessage', {
      chat_id: group.id,
      text: 'Quá hạn: 2',
      ephemeral_message_parameters: parameters,
      ...rest,
    });
  return { api, clock, lan, hung, group, answer };
}

test('a command declared so is seen by its sender and the bot only', async () => {
  const { api, lan, hung, group } = await openGroup();
  const updates = await runListener(api);
  const command = lan.sendText(group, '/quahan');
  lan.sendText(group, '/viec');
  await api.whenIdle();
  expect(command).toMatchObject({
    message_id: 0,
    ephemeral_message_id: 1,
    receiver_user: { id: api.bot.id },
  });
  expect(updates.slice(-2).map(({ message }) => message?.ephemeral_message_id)).toEqual([1, undefined]);
  const seenBy = (viewer: typeof lan) => api.world.history(group, viewer).map(({ text }) => text);
  expect(seenBy(lan)).toContain('/quahan');
  expect(seenBy(hung)).not.toContain('/quahan');
  expect(seenBy(hung)).toContain('/viec');
});

test('the bot answers an ephemeral command in kind, within 15 seconds', async () => {
  const { api, clock, lan, hung, group, answer } = await openGroup();
  const command = lan.sendText(group, '/quahan');
  const reply = { reply_parameters: { ephemeral_message_id: command.ephemeral_message_id } };
  clock.advanceSeconds(15);
  const sent = (await answer({ receiver_user_id: lan.id }, reply)).result as Message;
  expect(sent).toMatchObject({
    message_id: 0,
    ephemeral_message_id: 2,
    receiver_user: { id: lan.id },
    text: 'Quá hạn: 2',
  });
  expect(api.world.history(group, hung).map(({ text }) => text)).not.toContain('Quá hạn: 2');
  expect(api.world.history(group, lan).at(-1)).toMatchObject({ text: 'Quá hạn: 2', visibleOnlyTo: lan.id });

  await expect(answer({ receiver_user_id: hung.id }, reply)).resolves.toMatchObject({ ok: false });
  await expect(call(api, 'sendMessage', { chat_id: group.id, text: 'x', ...reply })).resolves.toMatchObject({
    ok: false,
  });
  clock.advanceSeconds(1);
  await expect(answer({ receiver_user_id: lan.id }, reply)).resolves.toMatchObject({
    ok: false,
    error_code: 400,
  });
});

test('a press may be answered so for 15 seconds, to whoever pressed', async () => {
  const { api, clock, lan, hung, group, answer } = await openGroup();
  const card = await newBot(api).api.sendMessage(group.id, 'Việc 23');
  const updates = await runListener(api);
  void hung.pressForged(card, 'why');
  await api.whenIdle();
  const callback_query_id = updates.at(-1)?.callback_query?.id;
  await expect(answer({ receiver_user_id: hung.id, callback_query_id })).resolves.toMatchObject({ ok: true });
  await expect(answer({ receiver_user_id: lan.id, callback_query_id })).resolves.toMatchObject({ ok: false });
  clock.advanceSeconds(16);
  await expect(answer({ receiver_user_id: hung.id, callback_query_id })).resolves.toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  });
});

test('out of the blue only an administrator may, and only to people in the group', async () => {
  const { api, lan, group, answer } = await openGroup();
  const an = api.world.addUser({ firstName: 'An' });
  await expect(answer({ receiver_user_id: lan.id })).resolves.toMatchObject({ ok: false, error_code: 400 });
  lan.promoteBot(group);
  await expect(answer({ receiver_user_id: lan.id })).resolves.toMatchObject({ ok: true });
  await expect(answer({ receiver_user_id: an.id })).resolves.toMatchObject({ ok: false });
  lan.start();
  await expect(answer({ receiver_user_id: lan.id }, { chat_id: lan.id })).resolves.toMatchObject({
    ok: false,
  });
});

test('it is edited and deleted by methods of its own', async () => {
  const { api, lan, group, answer } = await openGroup();
  lan.promoteBot(group);
  const sent = (await answer({ receiver_user_id: lan.id })).result as Message;
  const target = {
    chat_id: group.id,
    receiver_user_id: lan.id,
    ephemeral_message_id: sent.ephemeral_message_id,
  };
  await expect(
    call(api, 'editMessageText', { chat_id: group.id, message_id: 0, text: 'x' }),
  ).resolves.toMatchObject({
    description: 'Bad Request: message to edit not found',
  });
  await expect(
    call(api, 'editEphemeralMessageText', { ...target, text: 'x'.repeat(1025) }),
  ).resolves.toMatchObject({
    description: 'Bad Request: MEDIA_CAPTION_TOO_LONG',
  });
  await callOk(api, 'editEphemeralMessageText', {
    ...target,
    text: 'Quá hạn: 1',
    reply_markup: { inline_keyboard: [[{ text: 'Tiếp', callback_data: 'next' }]] },
  });
  expect(api.world.history(group, lan).at(-1)).toMatchObject({ text: 'Quá hạn: 1' });

  const updates = await runListener(api);
  void lan.press(api.world.lastFromBot(group), 'Tiếp');
  await api.whenIdle();
  expect(updates.at(-1)?.callback_query).toMatchObject({
    data: 'next',
    message: { message_id: 0, ephemeral_message_id: sent.ephemeral_message_id },
  });

  await callOk(api, 'editEphemeralMessageReplyMarkup', target);
  expect(api.world.lastFromBot(group)).not.toHaveProperty('reply_markup');
  await callOk(api, 'deleteEphemeralMessage', target);
  await expect(call(api, 'deleteEphemeralMessage', target)).resolves.toMatchObject({
    description: 'Bad Request: message to delete not found',
  });
});

test('a person’s reply to an ephemeral message is ephemeral too', async () => {
  const { api, lan, hung, group, answer } = await openGroup();
  lan.promoteBot(group);
  const sent = (await answer({ receiver_user_id: lan.id })).result as Message;
  lan.demoteBot(group);
  const updates = await runListener(api);
  lan.reply(sent, 'của ai?');
  await api.whenIdle();
  expect(updates.at(-1)?.message).toMatchObject({ text: 'của ai?', message_id: 0 });
  expect(api.world.history(group, hung).map(({ text }) => text)).not.toContain('của ai?');
});
