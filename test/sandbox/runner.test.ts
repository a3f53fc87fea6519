import { run, sequentialize } from '@grammyjs/runner';
import { expect, test } from 'vitest';
import { newBot, openSandbox } from './support/sandbox-bot.ts';

test('grammY’s runner works against the server unchanged', async () => {
  const { api } = await openSandbox();
  const people = ['Lan', 'Hùng', 'An'].map((firstName) => api.world.addUser({ firstName }));
  const bot = newBot(api);
  bot.use(sequentialize((ctx) => String(ctx.chatId ?? '')));
  bot.on('message:text', (ctx) => ctx.reply(`${ctx.from.first_name}: ${ctx.message.text}`));
  const runner = run(bot);

  const texts = ['một', 'hai', 'ba', 'bốn'];
  for (const text of texts) for (const person of people) person.write(text);
  await api.whenIdle();
  await expect.poll(() => runner.size()).toBe(0);
  for (const person of people) {
    expect(api.world.fromBot(person).map(({ text }) => text)).toEqual(
      texts.map((text) => `${person.profile.first_name}: ${text}`),
    );
  }
  await runner.stop();
});
