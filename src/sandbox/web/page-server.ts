import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { readParams } from '../bot-api/read-request.ts';
import { carryOut, readAction } from './actions.ts';
import { readFilesTo, sendFiles } from './send-files.ts';
import { SECURITY_HEADERS, contentSecurityPolicy, refusalOf } from './guard.ts';
import { PageError } from './page-error.ts';
import type { PageHost } from './page-host.ts';
import { importMapHash, staticFile } from './static-files.ts';

/** Where the page is looked for first. */
export const FIRST_PORT = 8788;
const PORTS_TRIED = 100;

/** What people send in Telegram may be larger, but bots fetch 20 MB at most. */
const MOST_FILE_BYTES = 25_000_000;
const MOST_JSON_BYTES = 100_000;

export interface PageServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes the first free port of this machine for the page; nobody else reaches it. Nothing is answered before
 * {@link servePage} says what.
 * @param first 0 takes any free port
 */
export const takePort = async (first: number = FIRST_PORT): Promise<{ server: Server; port: number }> => {
  for (let port = first; ; port++) {
    const server = createServer();
    try {
      return { server, port: await listen(server, port) };
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port - first >= PORTS_TRIED) throw error;
    }
  }
};

/** Serves the page and what it asks for. */
export const servePage = ({ server, port }: { server: Server; port: number }, host: PageHost): PageServer => {
  const policy = contentSecurityPolicy(importMapHash());
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refusal = refusalOf(request, port);
    if (refusal !== null) {
      sendText(response, 403, refusal);
      return;
    }
    answer(host, policy, request, response).catch((error: unknown) => {
      // What a person in the sandbox cannot do, and what the page got wrong, is said to the page.
      const status = error instanceof PageError ? 400 : 409;
      sendJson(response, status, { error: error instanceof Error ? error.message : String(error) });
    });
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const answer = async (
  host: PageHost,
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  switch (`${request.method ?? ''} ${url.pathname}`) {
    case 'GET /api/events':
      host.follow(response);
      return;
    case 'GET /api/state':
      sendJson(response, 200, await host.state());
      return;
    case 'GET /api/messages':
      sendJson(response, 200, messages(host, url.searchParams));
      return;
    case 'GET /api/commands':
      sendJson(response, 200, host.commands(...whose(url.searchParams)));
      return;
    case 'GET /api/file':
      serveFile(host, url.searchParams, response);
      return;
    case 'POST /api/act':
      carryOut(host.stage, readAction(await readJson(request)));
      sendJson(response, 200, {});
      return;
    case 'POST /api/files':
      await takeFiles(host, url, request);
      sendJson(response, 200, {});
      return;
    case 'POST /api/stage': {
      const body = await readJson(request);
      const name = isObject(body) && typeof body.story === 'string' ? body.story : null;
      await host.open(name);
      sendJson(response, 200, {});
      return;
    }
    case 'POST /api/story/next':
      // It may take a while, and is told as it goes.
      void host.player?.next();
      sendJson(response, 200, {});
      return;
    default:
      await serveStatic(url.pathname, policy, request, response);
  }
};

const messages = (host: PageHost, query: URLSearchParams) => {
  const [stage, person, chat] = whose(query);
  const before = query.has('before') ? number(query, 'before') : null;
  const topic = query.has('topic') ? number(query, 'topic') : null;
  return host.messages(stage, { person, chat, topic, before, limit: number(query, 'limit') });
};

/** The stage, the person and the chat that is asked about. */
const whose = (query: URLSearchParams): [number, number, number] => [
  number(query, 'stage'),
  number(query, 'person'),
  number(query, 'chat'),
];

/** Only what cannot run in the page is shown in it; everything else is to be saved. */
const serveFile = (host: PageHost, query: URLSearchParams, response: ServerResponse): void => {
  const { fileName, content } = host.stage.world.file(query.get('id') ?? '');
  const picture = /\.(png|jpe?g)$/iu.exec(fileName)?.[1]?.toLowerCase();
  response.writeHead(200, {
    'content-type':
      picture === undefined ? 'application/octet-stream' : `image/${picture === 'png' ? 'png' : 'jpeg'}`,
    'content-length': content.byteLength,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `${picture === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
  response.end(content);
};

/** Files that a person sends, as a form: `to` says where and with which words, as JSON. */
const takeFiles = async (host: PageHost, url: URL, request: IncomingMessage): Promise<void> => {
  if (request.headers['content-type']?.startsWith('multipart/form-data') !== true)
    throw new PageError('Expected a form');
  const { values, files } = await readParams(request, url);
  const to = readFilesTo(values.get('to'));
  const sent = [...files.values()];
  if (sent.length === 0 || sent.some(({ content }) => content.byteLength === 0))
    throw new PageError('Tệp trống.');
  if (sent.some(({ content }) => content.byteLength > MOST_FILE_BYTES))
    throw new PageError(`Nhiều nhất ${MOST_FILE_BYTES / 1_000_000} MB.`);
  sendFiles(host.stage, to, sent);
};

const serveStatic = async (
  path: string,
  policy: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const file = request.method === 'GET' || request.method === 'HEAD' ? await staticFile(path) : null;
  if (!file) {
    sendText(response, 404, 'Not found');
    return;
  }
  const headers = { etag: file.etag, 'cache-control': 'no-cache', 'content-security-policy': policy };
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': file.content.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : file.content);
};

const number = (query: URLSearchParams, name: string): number => {
  const value = Number(query.get(name) ?? Number.NaN);
  if (!Number.isSafeInteger(value)) throw new PageError(`${name} is missing`);
  return value;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** JSON alone: a form of another site cannot send that without being asked first. */
const readJson = async (request: IncomingMessage): Promise<unknown> => {
  if (request.headers['content-type'] !== 'application/json') throw new PageError('Expected JSON');
  const body = await readBody(request, MOST_JSON_BYTES);
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    throw new PageError('Expected JSON');
  }
};

const readBody = async (request: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new PageError(`Nhiều nhất ${Math.floor(mostBytes / 1_000_000)} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
