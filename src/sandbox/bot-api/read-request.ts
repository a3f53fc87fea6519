import { Busboy } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import { badRequest, BotApiError } from './errors.ts';
import { isObject, Params } from './params.ts';
import type { UploadedFile } from './params.ts';

/** Telegram takes uploads of up to 50 MB; a little more is for the other fields. */
const MAX_BODY_BYTES = 52 * 1024 * 1024;

/** Reads the parameters of a call from the query string and, by content type, from the body (which wins). */
export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const values = new Map<string, unknown>(url.searchParams);
  const files = new Map<string, UploadedFile>();
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    await readMultipart(request, contentType, values, files);
  } else {
    const body = (await readBody(request)).toString('utf8');
    if (contentType.startsWith('application/json')) {
      for (const [name, value] of Object.entries(parseJsonBody(body))) values.set(name, value);
    } else if (contentType.startsWith('application/x-www-form-urlencoded')) {
      for (const [name, value] of new URLSearchParams(body)) values.set(name, value);
    }
  }
  return new Params(values, files);
}

function parseJsonBody(body: string): Record<string, unknown> {
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (!isObject(value)) throw badRequest('object expected');
  return value;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new BotApiError(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readMultipart(
  request: IncomingMessage,
  contentType: string,
  values: Map<string, unknown>,
  files: Map<string, UploadedFile>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: BotApiError): void => {
      request.unpipe();
      request.resume();
      reject(reason);
    };
    let busboy: InstanceType<typeof Busboy>;
    try {
      busboy = new Busboy({
        headers: { ...request.headers, 'content-type': contentType },
        limits: { fileSize: MAX_BODY_BYTES, fieldSize: MAX_BODY_BYTES },
      });
    } catch {
      fail(badRequest("can't parse multipart/form-data"));
      return;
    }
    busboy.on('field', (name, value) => values.set(name, value));
    busboy.on('file', (name, stream, fileName, _encoding, mimeType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        fail(new BotApiError(413, 'Request Entity Too Large'));
      });
      stream.on('end', () => files.set(name, { fileName, mimeType, content: Buffer.concat(chunks) }));
    });
    busboy.on('error', () => {
      fail(badRequest("can't parse multipart/form-data"));
    });
    busboy.on('finish', () => {
      resolve();
    });
    request.pipe(busboy);
  });
}
