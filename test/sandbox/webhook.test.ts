import { Bot, webhookCallback } from 'grammy';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { call, callOk, openSandbox } from './support/sandbox-bot.ts';

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

test('a grammY bot behind a webhook gets every update, once it proves who sends them', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const bot = new Bot(api.token, { client: { apiRoot: api.apiRoot } });
  bot.on('message:text', (ctx) => ctx.reply(`Đã đọc: ${ctx.message.text}`));
  const callback = webhookCallback(bot, 'http', { secretToken: 'bi-mat_1' });
  const url = await listen((request, response) => {
    void callback(request, response);
  });

  lan.write('trước khi đặt');
  await bot.api.setWebhook(url, { secret_token: 'bi-mat_1' });
  lan.write('sau khi đặt');
  await api.whenIdle();
  expect(api.world.fromBot(lan).map(({ text }) => text)).toEqual([
    'Đã đọc: trước khi đặt',
    'Đã đọc: sau khi đặt',
  ]);
  await expect(bot.api.getWebhookInfo()).resolves.toMatchObject({ url, pending_update_count: 0 });
});

test('while a webhook is set nobody may poll; a poll being held is ended', async () => {
  const { api } = await openSandbox();
  const held = call(api, 'getUpdates', { timeout: 50 });
  await api.whenPolled();
  await callOk(api, 'setWebhook', { url: 'http://127.0.0.1:9/hook' });
  await expect(held).resolves.toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by setWebhook request',
  });
  await expect(call(api, 'getUpdates')).resolves.toEqual({
    ok: false,
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await callOk(api, 'deleteWebhook');
  await expect(call(api, 'getUpdates')).resolves.toMatchObject({ ok: true });
});

test('an update is delivered again, in order, until it is answered with 2xx', async () => {
  const { api } = await openSandbox({ webhookRetryMs: 1 });
  const lan = api.world.addUser({ firstName: 'Lan' });
  const received: string[] = [];
  let failures = 2;
  const url = await listen((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push((JSON.parse(body) as { message: { text: string } }).message.text);
      response.writeHead(failures-- > 0 ? 503 : 200).end();
    });
  });
  lan.write('một');
  lan.write('hai');
  await callOk(api, 'setWebhook', { url });
  await api.whenIdle();
  expect(received).toEqual(['một', 'một', 'một', 'hai']);
  await expect(callOk(api, 'getWebhookInfo')).resolves.toMatchObject({
    last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
  });
});

test('a method in the answer is carried out', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  const url = await listen((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ method: 'sendMessage', chat_id: lan.id, text: 'Đã nhận' }));
  });
  lan.start();
  await callOk(api, 'setWebhook', { url });
  await api.whenIdle();
  expect(api.world.lastFromBot(lan).text).toBe('Đã nhận');
});

test('updates dropped on request do not come back', async () => {
  const { api } = await openSandbox();
  api.world.addUser({ firstName: 'Lan' }).write('cũ');
  await callOk(api, 'deleteWebhook', { drop_pending_updates: true });
  await expect(callOk(api, 'getUpdates')).resolves.toEqual([]);
});

test.each([
  [{ url: 'not a url' }, 'Bad Request: invalid webhook URL specified'],
  [{ url: 'http://example.com/hook' }, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'],
  [{ url: 'https://example.com/hook' }, 'Bad Request: bad webhook: the sandbox delivers to 127.0.0.1 only'],
  [
    { url: 'http://127.0.0.1:9/', secret_token: 'có dấu' },
    'Bad Request: secret token contains unallowed characters',
  ],
  [{ url: 'http://127.0.0.1:9/', secret_token: 'x'.repeat(257) }, 'Bad Request: secret token is too long'],
])('setWebhook refuses %o', async (params, description) => {
  const { api } = await openSandbox();
  await expect(call(api, 'setWebhook', params)).resolves.toMatchObject({ error_code: 400, description });
});
