import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Api } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import { startBotApiServer } from '../../src/sandbox/bot-api/server.ts';
import { clientOptions } from '../../src/telegram/transport/connection.ts';

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

const endWith = (server: Server, sockets: ReadonlySet<Socket>): void => {
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
};

/** An HTTP proxy that tunnels (CONNECT) and asks for a user and password; it remembers where it was asked to go. */
const httpProxy = async (): Promise<{ url: string; visited: string[] }> => {
  const visited: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, client: Socket) => {
    const wanted = `Basic ${Buffer.from('office:secret').toString('base64')}`;
    if (request.headers['proxy-authorization'] !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    visited.push(request.url ?? '');
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
  });
  endWith(server, sockets);
  return { url: `http://office:secret@127.0.0.1:${await listen(server)}`, visited };
};

/** A SOCKS5 proxy without a password (RFC 1928), for IPv4 addresses. */
const socksProxy = async (): Promise<{ url: string; visited: string[] }> => {
  const visited: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((client) => {
    sockets.add(client);
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request) => {
        const host = [...request.subarray(4, 8)].join('.');
        const port = request.readUInt16BE(8);
        visited.push(`${host}:${port}`);
        const upstream = connect(port, host, () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          upstream.pipe(client).pipe(upstream);
        });
        sockets.add(upstream);
      });
    });
  });
  endWith(server, sockets);
  return { url: `socks5://127.0.0.1:${await listen(server)}`, visited };
};

test.each([
  ['an HTTP proxy with a password', httpProxy],
  ['a SOCKS5 proxy', socksProxy],
])('the Bot API is reached through %s', async (_, openProxy) => {
  const server = await startBotApiServer({ now: () => 0 });
  onTestFinished(() => server.close());
  const proxy = await openProxy();
  const api = new Api(server.token, clientOptions({ apiRoot: server.apiRoot, proxy: proxy.url }));
  expect((await api.getMe()).id).toBe(server.bot.id);
  expect(proxy.visited).toEqual([new URL(server.apiRoot).host]);
});

test('without a proxy it is reached directly, at the address that is set', async () => {
  const server = await startBotApiServer({ now: () => 0 });
  onTestFinished(() => server.close());
  const api = new Api(server.token, clientOptions({ apiRoot: server.apiRoot, proxy: null }));
  expect((await api.getMe()).id).toBe(server.bot.id);
});
