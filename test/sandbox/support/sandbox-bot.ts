import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { onTestFinished } from 'vitest';
import { startBotApiServer } from '../../../src/sandbox/bot-api/server.ts';
import type { BotApiServer, BotApiServerOptions } from '../../../src/sandbox/bot-api/server.ts';

/** Monday 14 April 2025, 09:00 in Asia/Ho_Chi_Minh. */
const MONDAY_MORNING = Date.UTC(2025, 3, 14, 2, 0, 0);

/** A clock that stands still until it is moved. */
interface MovableClock {
  nowMs: number;
  advanceSeconds(seconds: number): void;
}

function movableClock(nowMs = MONDAY_MORNING): MovableClock {
  const clock: MovableClock = {
    nowMs,
    advanceSeconds(seconds) {
      clock.nowMs += seconds * 1000;
    },
  };
  return clock;
}

/** A server that is closed when the test ends, with its clock. */
export async function openSandbox(
  options: Omit<BotApiServerOptions, 'now'> = {},
): Promise<{ api: BotApiServer; clock: MovableClock }> {
  const clock = movableClock();
  const api = await startBotApiServer({ now: () => clock.nowMs, ...options });
  onTestFinished(() => api.close());
  return { api, clock };
}

export function newBot(api: BotApiServer): Bot {
  return new Bot(api.token, { client: { apiRoot: api.apiRoot } });
}

/** Runs a grammY bot with its own long polling until the test ends; resolves when it polls. */
export async function runBot(
  api: BotApiServer,
  setUp: (bot: Bot) => void = () => undefined,
  allowedUpdates?: readonly Exclude<keyof Update, 'update_id'>[],
): Promise<Bot> {
  const bot = newBot(api);
  setUp(bot);
  await new Promise<void>((resolve, reject) => {
    bot
      .start({
        onStart: () => {
          resolve();
        },
        ...(allowedUpdates ? { allowed_updates: allowedUpdates } : {}),
      })
      .catch(reject);
  });
  onTestFinished(async () => {
    if (bot.isRunning()) await bot.stop();
  });
  return bot;
}

/** Runs a bot that only remembers what it is sent. */
export async function runListener(
  api: BotApiServer,
  allowedUpdates?: readonly Exclude<keyof Update, 'update_id'>[],
): Promise<Update[]> {
  const updates: Update[] = [];
  await runBot(
    api,
    (bot) => {
      bot.use((ctx) => {
        updates.push(ctx.update);
      });
    },
    allowedUpdates,
  );
  return updates;
}

/** The body of the server's answer, as it comes over the wire. */
export interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Calls a method without a library in between. */
export async function call(
  api: BotApiServer,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const response = await fetch(`${api.apiRoot}/bot${api.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Answer;
}

/** Calls a method that must succeed, and returns its result. */
export async function callOk<T>(
  api: BotApiServer,
  method: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const answer = await call(api, method, params);
  if (!answer.ok) throw new Error(`${method}: ${answer.description ?? ''}`);
  return answer.result as T;
}
