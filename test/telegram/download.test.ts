import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Download } from '../../src/telegram/transport/download.ts';
import { downloader } from '../../src/telegram/transport/download.ts';

const TOKEN = '1:secret';

/** A server that hands files over as `listener` does. */
const downloadFrom = async (listener: RequestListener, mostBytes = 100): Promise<Download> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return downloader(TOKEN, { apiRoot: `http://127.0.0.1:${port}`, proxy: null }, mostBytes);
};

test('a file is fetched by its path', async () => {
  const download = await downloadFrom((request, response) => {
    response.end(request.url);
  });
  expect(Buffer.from(await download('documents/a.docx')).toString()).toBe(
    `/file/bot${TOKEN}/documents/a.docx`,
  );
});

test.each<[string, RequestListener]>([
  ['is not there', (_, response) => response.writeHead(404).end()],
  ['is too large', (_, response) => response.end('x'.repeat(101))],
  [
    'breaks off',
    (_, response) => response.writeHead(200, { 'content-length': '50' }).write('x', () => response.destroy()),
  ],
  ['never comes', (request) => request.socket.destroy()],
])('a file that %s fails, without a word of the token', async (_, listener) => {
  const download = await downloadFrom(listener);
  const error: unknown = await download('a').then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toMatchObject({ name: 'DownloadError' });
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('secret');
  expect((error as Error).cause).toBeUndefined();
});
