import { InlineKeyboard } from 'grammy';
import type { Message } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { call, callOk, newBot, openSandbox } from './support/sandbox-bot.ts';

/** A person who has opened the chat with the bot. */
async function openPrivateChat() {
  const { api, clock } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.start();
  return { api, clock, lan };
}

const button = (callbackData: string) => ({
  inline_keyboard: [[{ text: 'Bấm', callback_data: callbackData }]],
});

describe('sendMessage', () => {
  test('returns the message as Telegram would', async () => {
    const { api, lan } = await openPrivateChat();
    const sent = await newBot(api).api.sendMessage(lan.id, '  Chào Lan /viec  ', {
      reply_markup: new InlineKeyboard().text({ text: 'Đã xong', style: 'success' }, 'done:1'),
      link_preview_options: { is_disabled: true },
    });
    expect(sent).toEqual({
      message_id: 2,
      from: { id: api.bot.id, is_bot: true, first_name: 'Đôn Đốc', username: 'dondoc_sandbox_bot' },
      chat: { id: lan.id, type: 'private', first_name: 'Lan' },
      date: Date.UTC(2025, 3, 14, 2) / 1000,
      text: 'Chào Lan /viec',
      entities: [{ type: 'bot_command', offset: 9, length: 5 }],
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: 'Đã xong', style: 'success', callback_data: 'done:1' }]] },
    });
  });

  test.each([
    ['no text', { text: undefined }, 'Bad Request: message text is empty'],
    ['only white space', { text: ' \n ' }, 'Bad Request: text must be non-empty'],
    ['4,097 characters', { text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
    [
      '65 bytes of callback data',
      { reply_markup: button('x'.repeat(65)) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      '64 letters that are more bytes',
      { reply_markup: button('đ'.repeat(64)) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      { reply_markup: button('') },
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'an unknown style',
      { reply_markup: { inline_keyboard: [[{ text: 'Bấm', callback_data: 'x', style: 'pink' }]] } },
      "Bad Request: can't parse inline keyboard button: invalid button style specified",
    ],
    [
      'a keyboard that is not rows of buttons',
      { reply_markup: { inline_keyboard: [{ text: 'Bấm', callback_data: 'x' }] } },
      'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    [
      'a reply to nothing',
      { reply_parameters: { message_id: 999 } },
      'Bad Request: message to be replied not found',
    ],
    [
      'a quote that is not in the message',
      { reply_parameters: { message_id: 1, quote: 'không có' } },
      'Bad Request: QUOTE_TEXT_INVALID',
    ],
    ['a topic where there are none', { message_thread_id: 7 }, 'Bad Request: message thread not found'],
    ['an unknown parse mode', { parse_mode: 'BBCode' }, 'Bad Request: unsupported parse_mode'],
    ['no chat', { chat_id: '' }, 'Bad Request: chat_id is empty'],
    ['an unknown chat', { chat_id: 42 }, 'Bad Request: chat not found'],
    ['an unknown public chat', { chat_id: '@nowhere' }, 'Bad Request: chat not found'],
  ])('refuses %s', async (_what, params, description) => {
    const { api, lan } = await openPrivateChat();
    const refused = await call(api, 'sendMessage', { chat_id: lan.id, text: 'xin chào', ...params });
    expect(refused).toEqual({ ok: false, error_code: 400, description });
    expect(api.world.fromBot(lan)).toEqual([]);
  });

  test('takes 4,096 characters and 64 bytes', async () => {
    const { api, lan } = await openPrivateChat();
    const params = { chat_id: lan.id, text: 'x'.repeat(4096), reply_markup: button('x'.repeat(64)) };
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({ ok: true });
  });

  test('sends without the reply when that is allowed and the message is gone', async () => {
    const { api, lan } = await openPrivateChat();
    const question = lan.write('hỏi');
    lan.delete(question);
    const sent = await newBot(api).api.sendMessage(lan.id, 'đáp', {
      reply_parameters: { message_id: question.message_id, allow_sending_without_reply: true },
    });
    expect(sent.reply_to_message).toBeUndefined();
  });

  test('a reply shows the message replied to, one level deep, with the quote', async () => {
    const { api, lan } = await openPrivateChat();
    const first = await newBot(api).api.sendMessage(lan.id, 'Hạn 15/4');
    const second = lan.reply(first, 'hạn nào?');
    const third = await newBot(api).api.sendMessage(lan.id, 'như trên', {
      reply_parameters: { message_id: second.message_id, quote: 'nào' },
    });
    expect(third.reply_to_message).toMatchObject({ text: 'hạn nào?' });
    expect(third.reply_to_message).not.toHaveProperty('reply_to_message');
    expect(third.quote).toEqual({ text: 'nào', position: 4, is_manual: true });
  });

  test('force_reply and reply keyboards are shown to the reader, not returned with the message', async () => {
    const { api, lan } = await openPrivateChat();
    const markup = { force_reply: true, input_field_placeholder: 'Số tờ trình' } as const;
    const sent = await newBot(api).api.sendMessage(lan.id, 'Số mấy?', { reply_markup: markup });
    expect(sent).not.toHaveProperty('reply_markup');
    expect(api.world.history(lan).at(-1)?.otherMarkup).toEqual(markup);
  });

  test('a rich message keeps its blocks', async () => {
    const { api, lan } = await openPrivateChat();
    const blocks = [
      { type: 'section_heading', size: 1, text: 'Quá hạn' },
      { type: 'table', cells: [[{ text: '#23', align: 'left', valign: 'top' }]] },
    ];
    const sent = await callOk<Message>(api, 'sendRichMessage', { chat_id: lan.id, rich_message: { blocks } });
    expect(sent.rich_message).toEqual({ blocks });
  });
});

describe('who may be written to', () => {
  test('a stranger is not found; one known from a group must start the chat', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const params = { chat_id: lan.id, text: 'nhắc việc' };
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({
      error_code: 400,
      description: 'Bad Request: chat not found',
    });
    api.world.addGroup({ title: 'Phòng', owner: lan });
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    await expect(call(api, 'getChat', params)).resolves.toMatchObject({ ok: true });
    lan.start();
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({ ok: true });
  });

  test('a person who blocked the bot cannot be written to until they write again', async () => {
    const { api, lan } = await openPrivateChat();
    const params = { chat_id: lan.id, text: 'nhắc việc' };
    lan.blockBot();
    await expect(call(api, 'sendMessage', params)).resolves.toEqual({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    lan.write('thôi bỏ chặn');
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({ ok: true });
  });

  test('a deleted account and another bot cannot be written to', async () => {
    const { api, lan } = await openPrivateChat();
    lan.deleteAccount();
    await expect(call(api, 'sendMessage', { chat_id: lan.id, text: 'x' })).resolves.toMatchObject({
      description: 'Forbidden: user is deactivated',
    });
    const other = api.world.addUser({ firstName: 'Bot', isBot: true });
    api.world.addGroup({ title: 'Phòng', owner: other });
    await expect(call(api, 'sendMessage', { chat_id: other.id, text: 'x' })).resolves.toMatchObject({
      error_code: 403,
    });
  });

  test.each(['group', 'supergroup'] as const)('a %s the bot left, or was kicked from', async (kind) => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const options = { title: 'Phòng', owner: lan };
    const group = kind === 'group' ? api.world.addGroup(options) : api.world.addSupergroup(options);
    const params = { chat_id: group.id, text: 'nhắc việc' };
    lan.kickBot(group);
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({
      error_code: 403,
      description: `Forbidden: bot was kicked from the ${kind} chat`,
    });
    lan.addBot(group);
    await expect(call(api, 'leaveChat', params)).resolves.toMatchObject({ ok: true });
    await expect(call(api, 'sendMessage', params)).resolves.toMatchObject({
      error_code: 403,
      description: `Forbidden: bot is not a member of the ${kind} chat`,
    });
  });

  test('a group that never had the bot is not found', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const group = api.world.addGroup({ title: 'Phòng', owner: lan, withBot: false });
    await expect(call(api, 'sendMessage', { chat_id: group.id, text: 'x' })).resolves.toMatchObject({
      description: 'Bad Request: chat not found',
    });
  });

  test('a deleted group, a group for administrators only, a restricted bot', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const gone = api.world.addGroup({ title: 'Cũ', owner: lan });
    api.world.deleteGroup(gone, lan);
    await expect(call(api, 'sendMessage', { chat_id: gone.id, text: 'x' })).resolves.toMatchObject({
      error_code: 403,
      description: 'Forbidden: the group chat was deleted',
    });
    const quiet = api.world.addSupergroup({ title: 'Thông báo', owner: lan });
    api.world.setReadOnly(quiet, true);
    const rights = 'Bad Request: not enough rights to send text messages to the chat';
    await expect(call(api, 'sendMessage', { chat_id: quiet.id, text: 'x' })).resolves.toMatchObject({
      description: rights,
    });
    lan.promoteBot(quiet);
    await expect(call(api, 'sendMessage', { chat_id: quiet.id, text: 'x' })).resolves.toMatchObject({
      ok: true,
    });
    lan.restrictBot(quiet);
    await expect(call(api, 'sendMessage', { chat_id: quiet.id, text: 'x' })).resolves.toMatchObject({
      description: rights,
    });
  });
});

describe('editing and deleting', () => {
  test('an edit replaces text and keyboard; what is left out goes', async () => {
    const { api, clock, lan } = await openPrivateChat();
    const bot = newBot(api);
    const card = await bot.api.sendMessage(lan.id, 'Việc 23', { reply_markup: button('ack') });
    clock.advanceSeconds(60);
    const edited = await bot.api.editMessageText(lan.id, card.message_id, 'Việc 23: đã nhận');
    expect(edited).toMatchObject({ text: 'Việc 23: đã nhận', edit_date: card.date + 60 });
    expect(edited).not.toHaveProperty('reply_markup');
    expect(api.world.history(lan).at(-1)).toMatchObject({
      text: 'Việc 23: đã nhận',
      earlierTexts: ['Việc 23'],
      editedAt: card.date + 60,
    });
  });

  test('a change of the keyboard alone is not shown as an edit', async () => {
    const { api, lan } = await openPrivateChat();
    const bot = newBot(api);
    const card = await bot.api.sendMessage(lan.id, 'Việc 23', { reply_markup: button('ack') });
    await bot.api.editMessageReplyMarkup(lan.id, card.message_id, { reply_markup: button('done') });
    const [entry] = api.world.history(lan).slice(-1);
    expect(entry?.keyboard).toEqual(button('done'));
    expect(entry).not.toHaveProperty('editedAt');
  });

  const NOT_MODIFIED =
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

  test.each([
    ['editMessageText', { text: 'Việc 23', reply_markup: button('ack') }, NOT_MODIFIED],
    ['editMessageReplyMarkup', { reply_markup: button('ack') }, NOT_MODIFIED],
    ['editMessageText', { text: 'mới', message_id: 999 }, 'Bad Request: message to edit not found'],
    ['editMessageReplyMarkup', { message_id: 999 }, 'Bad Request: message to edit not found'],
    ['editMessageText', { text: 'mới', message_id: 1 }, "Bad Request: message can't be edited"],
    ['editMessageText', { text: '' }, 'Bad Request: message text is empty'],
    ['editMessageText', { text: 'x'.repeat(4097) }, 'Bad Request: MESSAGE_TOO_LONG'],
    ['editMessageCaption', { caption: 'mới' }, 'Bad Request: there is no caption in the message to edit'],
    ['editMessageText', { text: 'mới', chat_id: 42 }, 'Bad Request: chat not found'],
    ['deleteMessage', { message_id: 999 }, 'Bad Request: message to delete not found'],
    ['deleteMessages', { message_ids: [] }, 'Bad Request: message identifiers are not specified'],
    ['pinChatMessage', { message_id: 999 }, 'Bad Request: message to pin not found'],
    ['unpinChatMessage', {}, 'Bad Request: message to unpin not found'],
    ['setMessageReaction', { message_id: 999 }, 'Bad Request: message to react not found'],
    ['setMessageReaction', { reaction: [{ type: 'emoji', emoji: '🧾' }] }, 'Bad Request: REACTION_INVALID'],
    ['getFile', { file_id: 'nothing' }, 'Bad Request: invalid file_id'],
    ['getChatMember', { user_id: 5 }, 'Bad Request: user not found'],
    ['sendChatAction', { action: 'dancing' }, 'Bad Request: wrong parameter action in request'],
    [
      'answerCallbackQuery',
      { callback_query_id: '123' },
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
  ])('%s with %o is refused', async (method, params, description) => {
    const { api, lan } = await openPrivateChat();
    const card = await newBot(api).api.sendMessage(lan.id, 'Việc 23', { reply_markup: button('ack') });
    const refused = await call(api, method, { chat_id: lan.id, message_id: card.message_id, ...params });
    expect(refused).toEqual({ ok: false, error_code: 400, description });
  });

  test('a deleted message stays in the history, marked', async () => {
    const { api, clock, lan } = await openPrivateChat();
    const bot = newBot(api);
    const [card, note] = [await bot.api.sendMessage(lan.id, 'nhầm'), lan.write('nhầm nữa')];
    await bot.api.deleteMessages(lan.id, [card.message_id, note.message_id, 999]);
    expect(api.world.history(lan).map(({ text, deletedAtMs }) => [text, deletedAtMs])).toEqual([
      ['/start', undefined],
      ['nhầm', clock.nowMs],
      ['nhầm nữa', clock.nowMs],
    ]);
    await expect(
      call(api, 'editMessageText', { chat_id: lan.id, message_id: card.message_id, text: 'x' }),
    ).resolves.toMatchObject({ description: 'Bad Request: message to edit not found' });
  });

  test('a message is deleted within 48 hours or not at all', async () => {
    const { api, clock, lan } = await openPrivateChat();
    const card = await newBot(api).api.sendMessage(lan.id, 'cũ');
    clock.advanceSeconds(48 * 3600 + 1);
    await expect(
      call(api, 'deleteMessage', { chat_id: lan.id, message_id: card.message_id }),
    ).resolves.toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    });
  });

  // core.telegram.org/bots/api#updating-messages: only what others wrote for a business has a limit of 48 hours.
  test('what the bot wrote is edited however old it is', async () => {
    const { api, clock, lan } = await openPrivateChat();
    const bot = newBot(api).api;
    const card = await bot.sendMessage(lan.id, 'Việc 23', { reply_markup: button('ack') });
    clock.advanceSeconds(30 * 24 * 3600);
    await expect(bot.editMessageText(lan.id, card.message_id, 'Việc 23: xong')).resolves.toMatchObject({
      text: 'Việc 23: xong',
    });
  });

  // core.telegram.org/bots/api#deletemessage
  test('what a topic or a supergroup begins with is not deleted', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const forum = api.world.addSupergroup({ title: 'Sở', owner: lan, isForum: true });
    const topic = api.world.addTopic(forum, 'QLKH&CN', lan);
    lan.promoteBot(forum);
    const group = api.world.addGroup({ title: 'Phòng', owner: lan });
    lan.promoteBot(group);
    const supergroup = api.world.migrate(group, lan);
    const [origin] = api.world.history(supergroup).filter(({ message }) => message.migrate_from_chat_id);
    for (const params of [
      { chat_id: forum.id, message_id: topic.id },
      { chat_id: supergroup.id, message_id: origin?.messageId },
    ]) {
      await expect(call(api, 'deleteMessage', params)).resolves.toMatchObject({
        ok: false,
        error_code: 400,
      });
    }
  });

  test('in a group the bot deletes others’ messages only as an administrator', async () => {
    const { api } = await openSandbox();
    const lan = api.world.addUser({ firstName: 'Lan' });
    const group = api.world.addSupergroup({ title: 'Phòng', owner: lan });
    const params = { chat_id: group.id, message_id: lan.sendText(group, 'xoá đi').message_id };
    await expect(call(api, 'deleteMessage', params)).resolves.toMatchObject({ ok: false });
    lan.promoteBot(group);
    await expect(call(api, 'deleteMessage', params)).resolves.toMatchObject({ ok: true });
  });
});
