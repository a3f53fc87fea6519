import { Dicer } from '@fastify/busboy';
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

interface Part {
  readonly name: string;
  readonly fileName: string | undefined;
}

/**
 * Reads multipart/form-data. The library splits the parts; their Content-Disposition is read here, because clients
 * (grammY among them) do not quote file names, and those may contain spaces.
 */
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
    const malformed = (): void => {
      fail(badRequest("can't parse multipart/form-data"));
    };
    const boundary = /;\s*boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
    if (!boundary) {
      malformed();
      return;
    }
    let size = 0;
    const dicer = new Dicer({ boundary: boundary[1] ?? boundary[2] ?? '' });
    dicer.on('part', (stream) => {
      let part: Part | undefined;
      const chunks: Buffer[] = [];
      stream.on('header', (header) => {
        const { 'content-disposition': [disposition = ''] = [] } = header as Record<string, string[]>;
        part = readDisposition(disposition);
      });
      stream.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > MAX_BODY_BYTES) fail(new BotApiError(413, 'Request Entity Too Large'));
        else chunks.push(chunk);
      });
      stream.on('error', malformed);
      stream.on('end', () => {
        if (!part) return;
        const content = Buffer.concat(chunks);
        if (part.fileName === undefined) values.set(part.name, content.toString('utf8'));
        else files.set(part.name, { fileName: part.fileName, content });
      });
    });
    dicer.on('error', malformed);
    dicer.on('finish', resolve);
    request.pipe(dicer);
  });
}

/** Header bytes come one to a character; names in them are UTF-8. */
function readDisposition(raw: string): Part | undefined {
  const disposition = Buffer.from(raw, 'latin1').toString('utf8');
  const read = (key: string): string | undefined => {
    const match = new RegExp(`;\\s*${key}=(?:"([^"]*)"|([^;]*))`, 'i').exec(disposition);
    return match?.[1] ?? match?.[2]?.trim();
  };
  const name = read('name');
  return name === undefined ? undefined : { name, fileName: read('filename') };
}
