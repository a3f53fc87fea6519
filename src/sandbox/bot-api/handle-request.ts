import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallLog, CallOutcome } from './call-log.ts';
import { BotApiError } from './errors.ts';
import type { FaultPlan, Faults } from './faults.ts';
import { omitUndefined } from './omit-undefined.ts';
import { Params } from './params.ts';
import type { RateLimiter } from './rate-limits.ts';
import { readParams } from './read-request.ts';
import { callMethod } from './router.ts';
import type { Realm } from './world/realm.ts';
import type { FileRecord } from './world/records.ts';

/** What a request is answered from. */
export interface Serving {
  readonly realm: Realm;
  readonly token: string;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly limiter: RateLimiter | undefined;
}

/** A file download, in the log of calls and as the target of faults. */
const DOWNLOAD = 'file';

/** Answers one HTTP request: /bot<token>/<method> or /file/bot<token>/<path>. */
export async function handleRequest(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The server's clock is the sandbox's, also to whoever compares it with their own.
  response.setHeader('date', new Date(serving.realm.now()).toUTCString());
  const hungUp = new AbortController();
  response.on('close', () => {
    hungUp.abort();
  });
  const outcome = await outcomeOf(serving, request, hungUp.signal);
  if (outcome.kind === 'dropped') request.socket.destroy();
  else if (outcome.kind === 'ok' && isFile(outcome.result)) sendFile(response, outcome.result);
  else sendJson(response, outcome);
}

async function outcomeOf(
  serving: Serving,
  request: IncomingMessage,
  signal: AbortSignal,
): Promise<CallOutcome> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
    if (parts[0] === DOWNLOAD) {
      checkToken(serving, parts[1]);
      const params = new Params(new Map([['file_path', parts.slice(2).join('/')]]));
      return await carryOut(serving, DOWNLOAD, params, () => fileAt(serving.realm, params.text('file_path')));
    }
    checkToken(serving, parts[0]);
    const [, method = ''] = parts;
    if (method === '' || parts.length > 2) throw new BotApiError(404, 'Not Found');
    const params = await readParams(request, url);
    return await carryOut(serving, method, params, () => {
      const work = (): unknown => callMethod(method, { realm: serving.realm, signal }, params);
      return isSending(method) ? withinLimits(serving, params, work) : work();
    });
  } catch (error) {
    return refusal(error);
  }
}

function checkToken({ token }: Serving, part = ''): void {
  if (!part.startsWith('bot')) throw new BotApiError(404, 'Not Found');
  if (part.slice('bot'.length) !== token) throw new BotApiError(401, 'Unauthorized');
}

/** Does the work of a call, with the faults that are due, and logs it. */
async function carryOut(
  { realm, faults, calls }: Serving,
  method: string,
  params: Params,
  work: () => unknown,
): Promise<CallOutcome> {
  const plan = faults.planFor(method.toLowerCase(), params);
  if (plan.delayMs > 0) await sleep(plan.delayMs);
  const outcome = await withFaults(plan, work);
  calls.add({ method, params: params.toLog(), atMs: realm.now(), outcome });
  return outcome;
}

async function withFaults({ drop, refusal: refused }: FaultPlan, work: () => unknown): Promise<CallOutcome> {
  if (drop === 'before') return { kind: 'dropped', tookEffect: false };
  if (refused) return refusal(refused);
  let outcome: CallOutcome;
  try {
    outcome = { kind: 'ok', result: await work() };
  } catch (error) {
    outcome = refusal(error);
  }
  return drop === 'after' ? { kind: 'dropped', tookEffect: outcome.kind === 'ok' } : outcome;
}

/** What is refused for another reason does not count. */
async function withinLimits({ limiter }: Serving, params: Params, send: () => unknown): Promise<unknown> {
  const chatId = params.text('chat_id');
  limiter?.check(chatId, albumSize(params));
  const sent = await send();
  limiter?.count(chatId, albumSize(params));
  return sent;
}

/** Methods that put messages into a chat, which flood control counts. */
const isSending = (method: string): boolean =>
  /^(?:send(?!chataction)|copymessage|forwardmessage)/i.test(method);

function albumSize(params: Params): number {
  const media = params.values.get('media');
  const items = typeof media === 'string' ? params.jsonArray('media', 'InputMedia') : media;
  return Array.isArray(items) ? Math.max(items.length, 1) : 1;
}

function fileAt(realm: Realm, path: string): FileRecord {
  const file = [...realm.files.values()].find((record) => record.path === path);
  if (!file) throw new BotApiError(404, 'Not Found');
  return file;
}

const isFile = (result: unknown): result is FileRecord =>
  typeof result === 'object' && result !== null && 'content' in result && 'path' in result;

function sendFile(response: ServerResponse, { content }: FileRecord): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': content.byteLength,
  });
  response.end(content);
}

function sendJson(response: ServerResponse, outcome: Exclude<CallOutcome, { kind: 'dropped' }>): void {
  const body =
    outcome.kind === 'ok'
      ? { ok: true, result: outcome.result }
      : {
          ok: false,
          error_code: outcome.status,
          description: outcome.description,
          parameters: outcome.parameters,
        };
  response.writeHead(outcome.kind === 'ok' ? 200 : outcome.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refusal(error: unknown): CallOutcome {
  if (error instanceof BotApiError) {
    return omitUndefined<Extract<CallOutcome, { kind: 'refused' }>>({
      kind: 'refused',
      status: error.status,
      description: error.message,
      parameters: error.parameters,
    });
  }
  // A mistake of the sandbox itself: said aloud, so that it is found.
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'refused', status: 500, description: `Internal Server Error: ${reason}` };
}
