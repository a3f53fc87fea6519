// grammY's plugins, unchanged, against the server; parse-mode's are in entities.test.ts.
import { autoRetry } from '@grammyjs/auto-retry';
import { hydrateFiles } from '@grammyjs/files';
import type { FileApiFlavor } from '@grammyjs/files';
import { run, sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { Api, Context } from 'grammy';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { newBot, openSandbox } from './support/sandbox-bot.ts';

test('the runner fetches everything, and keeps the order of each chat', async () => {
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

describe('auto-retry', () => {
  /** A bot with the plugin, whose pauses end when the test says so. */
  const openRetrying = async () => {
    const { api, clock } = await openSandbox({ rateLimits: true });
    const lan = api.world.addUser({ firstName: 'Lan' });
    lan.start();
    const bot = newBot(api);
    bot.api.config.use(autoRetry());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const sent = () => api.world.fromBot(lan).map(({ text }) => text);
    const attempts = () => api.calls.of('sendMessage').length;
    const waitFor = async (seconds: number) => {
      clock.advanceSeconds(seconds);
      await vi.advanceTimersByTimeAsync(seconds * 1000);
    };
    return { api, lan, bot: bot.api, sent, attempts, waitFor };
  };

  test('waits as long as flood control says, and no longer', async () => {
    const { lan, bot, sent, attempts, waitFor } = await openRetrying();
    await bot.sendMessage(lan.id, 'một');
    const second = bot.sendMessage(lan.id, 'hai');
    await expect.poll(attempts).toBe(2);
    expect(sent()).toEqual(['một']);
    await waitFor(1);
    await second;
    expect(sent()).toEqual(['một', 'hai']);
    expect(attempts()).toBe(3);
  });

  test('tries again after a lost connection and after an error of the server', async () => {
    const { api, lan, bot, sent, attempts, waitFor } = await openRetrying();
    api.faults.dropBefore({ method: 'sendMessage' });
    api.faults.refuse({ method: 'sendMessage' }, { status: 502, description: 'Bad Gateway' });
    const message = bot.sendMessage(lan.id, 'một');
    await expect.poll(attempts).toBe(1);
    await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(0);
    await waitFor(3);
    await expect.poll(attempts).toBe(2);
    await waitFor(6);
    await message;
    expect(sent()).toEqual(['một']);
  });
});

describe('files', () => {
  /** A file that a person sent, as the plugin hands it to the bot. */
  const receivedFile = async (options: { localFolder?: string } = {}) => {
    const { api } = await openSandbox(options);
    const lan = api.world.addUser({ firstName: 'Lan' });
    const bot = new Bot<Context, FileApiFlavor<Api>>(api.token, { client: { apiRoot: api.apiRoot } });
    bot.api.config.use(hydrateFiles(api.token, { apiRoot: api.apiRoot }));
    const { document } = lan.sendDocument(lan, { fileName: 'Thông báo.txt', content: 'nội dung văn bản' });
    return bot.api.getFile(document?.file_id ?? '');
  };

  test('the address that the plugin makes leads to what a person sent', async () => {
    // Of a server like this one the plugin itself fetches nothing: it downloads over https alone.
    const file = await receivedFile();
    expect(await (await fetch(file.getUrl())).text()).toBe('nội dung văn bản');
  });

  test('from a server in local mode the plugin downloads it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const file = await receivedFile({ localFolder: join(folder, 'server') });
    expect(file.file_path).toMatch(/^\/.+\/documents\/file_\d+\.txt$/u);
    const path = await file.download(join(folder, 'bot.txt'));
    expect(readFileSync(path, 'utf8')).toBe('nội dung văn bản');
    const parts: Uint8Array[] = [];
    for await (const part of file) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('nội dung văn bản');
  });
});
