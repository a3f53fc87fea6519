import { InlineKeyboard } from 'grammy';
import { expect, test } from 'vitest';
import { openSandbox, runBot } from './support/sandbox-bot.ts';

test('a bot with long polling answers text, commands and buttons', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan', lastName: 'Trần' });
  await runBot(api, (bot) => {
    bot.command('start', (ctx) =>
      ctx.reply('Chào anh/chị', { reply_markup: new InlineKeyboard().text('Đã nhận', 'ack:1') }),
    );
    bot.on('message:text', (ctx) =>
      ctx.reply(`Đã đọc: ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } }),
    );
    bot.callbackQuery(/^ack:/, async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'Đã ghi nhận', show_alert: true });
      await ctx.editMessageText('Đã nhận việc');
    });
  });

  lan.start();
  await api.whenIdle();
  const greeting = api.world.lastFromBot(lan);
  expect(greeting.text).toBe('Chào anh/chị');

  await expect(lan.press(greeting, 'Đã nhận')).resolves.toEqual({
    answered: true,
    text: 'Đã ghi nhận',
    showAlert: true,
  });
  await api.whenIdle();
  expect(api.world.lastFromBot(lan)).toMatchObject({ message_id: greeting.message_id, text: 'Đã nhận việc' });
  expect(api.world.lastFromBot(lan).reply_markup).toBeUndefined();

  const question = lan.write('Việc 23 xong chưa?');
  await api.whenIdle();
  expect(api.world.lastFromBot(lan)).toMatchObject({ text: 'Đã đọc: Việc 23 xong chưa?' });
  expect(api.world.history(lan).at(-1)?.replyTo).toBe(question.message_id);
});

test('whenIdle waits for the handler, not only for the fetch', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  let isHandled = false;
  await runBot(api, (bot) => {
    bot.on('message', async () => {
      await released;
      isHandled = true;
    });
  });
  lan.write('xin chào');
  const idle = api.whenIdle();
  expect(isHandled).toBe(false);
  release(undefined);
  await idle;
  expect(isHandled).toBe(true);
});
