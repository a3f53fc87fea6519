import { Api } from 'grammy';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { call, openSandbox } from './support/sandbox-bot.ts';
import type { Answer } from './support/sandbox-bot.ts';

async function readAnswer(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

test('parameters may come in the query, as JSON, as a form and as multipart', async () => {
  const { api } = await openSandbox();
  const lan = api.world.addUser({ firstName: 'Lan' });
  lan.start();
  const url = `${api.apiRoot}/bot${api.token}/sendMessage`;
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Xem', callback_data: 'view' }]] });
  const form = new FormData();
  form.set('chat_id', String(lan.id));
  form.set('text', 'nhiều phần');
  form.set('reply_markup', keyboard);

  const answers = [
    await fetch(
      `${url}?chat_id=${lan.id}&text=${encodeURIComponent('địa chỉ')}&reply_markup=${encodeURIComponent(keyboard)}`,
    ),
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: lan.id,
        text: 'tài liệu',
        reply_markup: JSON.parse(keyboard) as unknown,
      }),
    }),
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(lan.id), text: 'biểu mẫu', reply_markup: keyboard }),
    }),
    await fetch(url, { method: 'POST', body: form }),
  ];

  for (const response of answers) expect(await readAnswer(response)).toMatchObject({ ok: true });
  const sent = api.world.fromBot(lan);
  expect(sent.map(({ text }) => text)).toEqual(['địa chỉ', 'tài liệu', 'biểu mẫu', 'nhiều phần']);
  expect(sent.map(({ reply_markup }) => reply_markup?.inline_keyboard[0]?.[0]?.text)).toEqual([
    'Xem',
    'Xem',
    'Xem',
    'Xem',
  ]);
});

test('the methods that the README names are there, and no others', async () => {
  const { api } = await openSandbox();
  const readme = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');
  const [, list = ''] = /^The methods: ([^.]+)\./mu.exec(readme) ?? [];
  const named = list.split(/,\s+/u);
  expect(named.length).toBeGreaterThan(40);
  const isThere = async (method: string) => (await call(api, method)).error_code !== 404;
  for (const method of named) expect(await isThere(method), method).toBe(true);
  const known = Object.getOwnPropertyNames(Api.prototype).filter((name) => name !== 'constructor');
  const others = known.filter((name) => !named.includes(name));
  for (const method of others) expect(await isThere(method), method).toBe(false);
});

test('method names are case-insensitive', async () => {
  const { api } = await openSandbox();
  await expect(call(api, 'GETme')).resolves.toMatchObject({
    ok: true,
    result: { is_bot: true, username: 'dondoc_sandbox_bot' },
  });
});

test.each([
  ['an unknown method', '/bot{token}/sendLove', 404, 'Not Found'],
  ['no method', '/bot{token}', 404, 'Not Found'],
  ['a path that is not of the API', '/', 404, 'Not Found'],
  ['a wrong token', '/bot123:wrong/getMe', 401, 'Unauthorized'],
  ['a file that does not exist', '/file/bot{token}/documents/none.pdf', 404, 'Not Found'],
  ['a file with a wrong token', '/file/bot123:wrong/documents/none.pdf', 401, 'Unauthorized'],
])('%s is refused as Telegram does', async (_what, path, status, description) => {
  const { api } = await openSandbox();
  const response = await fetch(api.apiRoot + path.replace('{token}', api.token));
  expect(response.status).toBe(status);
  expect(await readAnswer(response)).toEqual({ ok: false, error_code: status, description });
});

test.each([
  ['application/json', '{'],
  ['application/json', '[1]'],
  ['multipart/form-data', 'no boundary'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\ncut off'],
  ['multipart/form-data; boundary=x', 'nothing of the kind'],
])('a broken body of type %s is refused', async (contentType, body) => {
  const { api } = await openSandbox();
  const response = await fetch(`${api.apiRoot}/bot${api.token}/getMe`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  expect(await readAnswer(response)).toMatchObject({ ok: false, error_code: 400 });
});

test('the server listens on this machine only', async () => {
  const { api } = await openSandbox();
  expect(new URL(api.apiRoot).hostname).toBe('127.0.0.1');
});
