// Who may ask the page's server for what: nobody but the page itself, in a browser of this machine.
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import { PageHost } from '../../src/sandbox/web/page-host.ts';
import { FIRST_PORT, servePage, takePort } from '../../src/sandbox/web/page-server.ts';
import type { PageServer } from '../../src/sandbox/web/page-server.ts';
import type { LiveEvent, StateView } from '../../src/sandbox/web/wire.ts';

const ROOT = new URL('../../config', import.meta.url).pathname;

/** The page over the sample agency, with a bot that confirms everything and says nothing. */
const openPage = async (): Promise<{ page: PageServer; host: PageHost }> => {
  const office = await loadConfig(ROOT);
  const host = new PageHost(() =>
    Promise.resolve({
      people: office.members,
      units: office.units.filter((unit) => unit.isGroup !== true),
      startBot: ({ server }) => Promise.resolve(silentBot(server.apiRoot, server.token)),
    }),
  );
  const page = servePage(await takePort(0), host);
  onTestFinished(async () => {
    await page.close();
    await host.close();
  });
  return { page, host };
};

const silentBot = (apiRoot: string, token: string) => {
  const stopping = new AbortController();
  const polling = (async () => {
    let offset = 0;
    while (!stopping.signal.aborted) {
      const url = `${apiRoot}/bot${token}/getUpdates?timeout=30&offset=${offset}`;
      const answer = (await (await fetch(url, { signal: stopping.signal })).json()) as {
        result: readonly { update_id: number }[];
      };
      offset = (answer.result.at(-1)?.update_id ?? offset - 1) + 1;
    }
  })().catch(() => undefined);
  return {
    whenIdle: () => Promise.resolve(),
    outlook: () => Promise.resolve({ planned: [], plannedCount: 0, nextDeadline: null, deliveries: [] }),
    stop: async () => {
      stopping.abort();
      await polling;
    },
  };
};

/** Like fetch, but with any headers at all. */
const ask = (
  { port }: PageServer,
  path: string,
  headers: Record<string, string> = {},
  body: string | null = null,
): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: body === null ? 'GET' : 'POST', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });

const JSON_TYPE = { 'content-type': 'application/json' };

test('it answers only under its own name, whatever name leads to this machine', async () => {
  const { page } = await openPage();
  for (const host of [`127.0.0.1:${page.port}`, `localhost:${page.port}`, `LOCALHOST:${page.port}`]) {
    expect((await ask(page, '/', { host })).status).toBe(200);
  }
  for (const host of [`evil.example:${page.port}`, 'localhost', '127.0.0.1', `127.0.0.1:${page.port + 1}`]) {
    for (const path of ['/', '/api/state', '/api/events', '/main.js']) {
      expect((await ask(page, path, { host })).status, `${host}${path}`).toBe(403);
    }
  }
});

test('only the page itself may change anything', async () => {
  const { page } = await openPage();
  const origin = `http://127.0.0.1:${page.port}`;
  const act = (headers: Record<string, string>, body = '{"do":"stop"}') =>
    ask(page, '/api/act', headers, body);
  expect((await act({ ...JSON_TYPE })).status).toBe(403);
  expect((await act({ ...JSON_TYPE, origin: 'http://evil.example' })).status).toBe(403);
  expect((await act({ ...JSON_TYPE, origin: 'null' })).status).toBe(403);
  expect((await act({ ...JSON_TYPE, origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await act({ origin })).status).toBe(400);
  expect((await act({ ...JSON_TYPE, origin }, '{"do":"nothing known"}')).status).toBe(400);
  // A form any site could send, so it counts where it comes from; and it must be one, with files in it.
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  const files = (headers: Record<string, string>, body: string) => ask(page, '/api/files', headers, body);
  expect((await files(form, '--x--\r\n')).status).toBe(403);
  expect((await files({ ...form, origin: 'http://evil.example' }, '--x--\r\n')).status).toBe(403);
  expect((await files({ ...JSON_TYPE, origin }, '{}')).status).toBe(400);
  const to = 'content-disposition: form-data; name="to"\r\n\r\n';
  expect((await files({ ...form, origin }, `--x\r\n${to}nonsense\r\n--x--\r\n`)).status).toBe(400);
  // There is no stage yet to act on.
  const early = await act({ ...JSON_TYPE, origin });
  expect([early.status, early.text]).toEqual([400, expect.stringContaining('chuẩn bị')]);
});

test('another site gets nothing of it, but may lead there', async () => {
  const { page } = await openPage();
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  expect((await ask(page, '/api/state', { ...elsewhere, 'sec-fetch-mode': 'cors' })).status).toBe(403);
  expect((await ask(page, '/main.js', { ...elsewhere, 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
  expect((await ask(page, '/', { ...elsewhere, 'sec-fetch-mode': 'navigate' })).status).toBe(200);
});

test('what it serves comes from here alone, and may not be framed', async () => {
  const { page } = await openPage();
  const { headers, text } = await ask(page, '/');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(text).not.toMatch(/https?:\/\//u);
  expect((await ask(page, '/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
});

test('every module of the page is fetched at once, and is there', async () => {
  const { page } = await openPage();
  const { text } = await ask(page, '/');
  const named = [...text.matchAll(/(?:href|src)="(\/[^"]+)"/gu)].map(([, path]) => path ?? '');
  for (const path of named) expect((await ask(page, path)).status, path).toBe(200);
  const folder = new URL('../../src/sandbox/web/page/', import.meta.url);
  const modules = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'));
  expect(named.filter((path) => path.endsWith('.js') && !path.startsWith('/lib/')).toSorted()).toEqual(
    modules.map((name) => `/${name}`).toSorted(),
  );
});

test('no file outside the page and its libraries is served', async () => {
  const { page } = await openPage();
  for (const path of [
    '/../page-server.ts',
    '/..%2fpage-server.ts',
    '/lib/lit-html/../../package.json',
    '/lib/lit-html/..%2f..%2fzod/index.js',
    '/lib/lit-html/package.json',
    '/tsconfig.json',
    '/nothing.js',
    '/lib/',
  ]) {
    expect((await ask(page, path)).status, path).toBe(404);
  }
  expect((await ask(page, '/lib/lit-html/lit-html.js')).status).toBe(200);
});

test('the next free port is taken', async () => {
  const first = await takePort(FIRST_PORT);
  const second = await takePort(FIRST_PORT);
  expect(second.port).toBeGreaterThan(first.port);
  expect(first.server.address()).toMatchObject({ address: '127.0.0.1' });
  first.server.close();
  second.server.close();
});

test('a page that follows is told what happens, of the stage that there is', async () => {
  const { page, host } = await openPage();
  const origin = `http://127.0.0.1:${page.port}`;
  await host.open('notice');
  const state = JSON.parse((await ask(page, '/api/state')).text) as StateView;
  expect(state).toMatchObject({ stage: 1, stageState: 'ready', story: { name: 'notice', done: 1 } });
  expect(state.people.map(({ code }) => code)).toContain('PGĐ2');
  const secretary = state.people.find(({ code }) => code === 'VT1')?.id ?? 0;

  const events = await fetch(`${page.url}api/events`);
  const told = (async (): Promise<LiveEvent[]> => {
    let text = '';
    for await (const chunk of events.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      const lists = [...text.matchAll(/^data: (\[.*\])$/gmu)].map(
        ([, list]) => JSON.parse(list ?? '') as LiveEvent[],
      );
      const found = lists.flat();
      if (found.some(({ kind }) => kind === 'message')) return found;
    }
    return [];
  })();
  const send = {
    do: 'send',
    person: secretary,
    chat: secretary,
    text: 'Xin chào',
    replyTo: null,
    topic: null,
  };
  expect((await ask(page, '/api/act', { ...JSON_TYPE, origin }, JSON.stringify(send))).status).toBe(200);
  const message = (await told).find((event) => event.kind === 'message');
  expect(message).toMatchObject({
    chatId: secretary,
    message: { text: 'Xin chào', from: { id: secretary } },
  });

  const where = `person=${secretary}&chat=${secretary}&limit=10`;
  const messages = async (stage: number) =>
    JSON.parse((await ask(page, `/api/messages?stage=${stage}&${where}`)).text) as { messages: unknown[] };
  expect((await messages(1)).messages.length).toBeGreaterThan(0);
  // What is asked of a stage that is over is not answered from another.
  expect((await messages(2)).messages).toEqual([]);
});

test('what a person could not do in Telegram is refused, and said', async () => {
  const { page, host } = await openPage();
  const origin = `http://127.0.0.1:${page.port}`;
  await host.open('notice');
  const { people, chats } = await host.state();
  const id = (code: string): number => people.find((person) => person.code === code)?.id ?? 0;
  const group = chats.find(({ title }) => title === 'Phòng KHTC')?.id ?? 0;
  const act = (action: object) => ask(page, '/api/act', { ...JSON_TYPE, origin }, JSON.stringify(action));
  const send = {
    do: 'send',
    person: id('TP.CĐS'),
    chat: group,
    text: 'Xin chào',
    replyTo: null,
    topic: null,
  };
  // Not a member; another's private chat; longer than a message may be; a token that @BotFather might have given.
  const stranger = await act(send);
  expect([stranger.status, stranger.text]).toEqual([409, expect.stringContaining('is not in')]);
  expect((await act({ ...send, chat: id('VT1') })).status).toBe(409);
  expect((await act({ ...send, person: id('TP.KHTC'), text: 'x'.repeat(4_097) })).status).toBe(400);
  const token = `1234567890:AA${'x'.repeat(33)}`;
  const refused = await act({ ...send, person: id('TP.KHTC'), text: token });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('không nhận mã thật')]);
  const now = host.stage.sandbox.clock.now();
  expect((await act({ do: 'move', to: now - 1 })).status).toBe(400);
  expect((await act({ do: 'move', to: now + 400 * 86_400_000 })).status).toBe(400);
  expect(
    (await act({ do: 'press', person: id('TP.KHTC'), chat: group, position: 0, row: 0, column: 0 })).status,
  ).toBe(400);
});

test('the server that the bot talks to takes no token that Telegram might have given out', async () => {
  const token = `7000000001:AA${'x'.repeat(33)}`;
  await expect(startBotApiServer({ now: () => 0, token })).rejects.toThrow('no real token');
});
