import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UserFromGetMe } from 'grammy/types';
import { CallLog } from './call-log.ts';
import { Faults } from './faults.ts';
import { handleRequest } from './handle-request.ts';
import { Params } from './params.ts';
import { DOCUMENTED_RATE_LIMITS, RateLimiter } from './rate-limits.ts';
import type { RateLimits } from './rate-limits.ts';
import { callMethod } from './router.ts';
import { UpdateQueue } from './update-queue.ts';
import { Webhook } from './webhook.ts';
import { EventHub } from './world/events.ts';
import { IdSource } from './world/ids.ts';
import type { Realm } from './world/realm.ts';
import { World } from './world/world.ts';

export interface BotApiServerOptions {
  /** The sandbox clock, in milliseconds since the epoch: dates of messages, expiry, rate limits. */
  readonly now: () => number;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly token?: string;
  readonly bot?: { readonly username?: string; readonly firstName?: string };
  /** Telegram's privacy mode for groups; on by default, as for every new bot. */
  readonly privacyMode?: boolean;
  /** Flood control: off by default, `true` for the documented limits. */
  readonly rateLimits?: boolean | RateLimits;
  /** First pause after a failed webhook delivery, in real time; default one second. */
  readonly webhookRetryMs?: number;
  /** The server in local mode (`telegram-bot-api --local`): getFile puts the file into this folder and gives its path. */
  readonly localFolder?: string;
}

export interface BotApiServer {
  /** For grammY's `client.apiRoot` (and TELEGRAM_API_ROOT). */
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly world: World;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** How many messages were over the limits; 0 where none are set. Faults do not count. */
  overLimits(): number;
  /**
   * Waits until the bot has confirmed every update queued so far. grammY's own long polling confirms when its handlers are
   * done; the runner when it has fetched them, so there wait for the runner's `size()` to be 0 as well.
   * @throws after `timeoutMs` of real time (default 10,000), naming the updates still waiting
   */
  whenIdle(options?: { readonly timeoutMs?: number }): Promise<void>;
  /** Waits until a bot is polling and has nothing left to fetch. */
  whenPolled(): Promise<void>;
  /** Hands out a confirmed update once more under its old update_id; default: the newest. */
  redeliver(updateId?: number): void;
  /** Ends held polls and all connections; presses still unanswered stay so. */
  close(): Promise<void>;
}

const DEFAULT_TOKEN = '7000000001:AAsandbox-token-for-this-machine-only0';
/** A bot's id, a colon, and 35 characters of which the first are AA. */
const REAL_TOKEN = /^\d{8,12}:AA[\w-]{33}$/u;
const FIRST_UPDATE_ID = 814_000_001;

/**
 * Starts a Bot API server on 127.0.0.1.
 * @throws where the token looks like one that Telegram gave out: a real bot has no business here
 */
export async function startBotApiServer(options: BotApiServerOptions): Promise<BotApiServer> {
  const token = options.token ?? DEFAULT_TOKEN;
  if (REAL_TOKEN.test(token)) {
    throw new Error('The sandbox takes no real token');
  }
  const realm = createRealm(options, token);
  const sockets = new Set<Socket>();
  const faults = new Faults((down) => {
    if (down) for (const socket of sockets) socket.destroy();
  });
  const calls = new CallLog();
  const limiter = options.rateLimits
    ? new RateLimiter(options.rateLimits === true ? DOCUMENTED_RATE_LIMITS : options.rateLimits, options.now)
    : undefined;

  const server = createServer((request, response) => {
    void handleRequest({ realm, token, faults, calls, limiter }, request, response);
  });
  // A client that a busy machine holds up must not find its connection closed: that is for the faults to do.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    if (faults.networkDown) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server, options.port ?? 0);

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token,
    bot: realm.bot,
    world: new World(realm),
    faults,
    calls,
    overLimits: () => limiter?.refused ?? 0,
    whenIdle: ({ timeoutMs = 10_000 } = {}) => whenIdle(realm.updates, timeoutMs),
    whenPolled: () => realm.updates.whenHeld(),
    redeliver: (updateId) => {
      realm.updates.redeliver(updateId);
    },
    close: () => {
      realm.webhook.remove();
      realm.updates.release();
      for (const callback of realm.callbacks.values()) callback.settle({ answered: false });
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

function createRealm(
  { now, bot, privacyMode = true, webhookRetryMs, localFolder }: BotApiServerOptions,
  token: string,
): Realm {
  const updates = new UpdateQueue(now, FIRST_UPDATE_ID);
  const webhook = new Webhook({
    updates,
    now,
    onReply: (method, params) => {
      const context = { realm, signal: new AbortController().signal };
      callMethod(method, context, new Params(new Map(Object.entries(params)))).catch(() => undefined);
    },
    ...(webhookRetryMs === undefined ? {} : { firstRetryMs: webhookRetryMs }),
  });
  const realm: Realm = {
    now,
    bot: {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: bot?.firstName ?? 'Đôn Đốc',
      username: bot?.username ?? 'dondoc_sandbox_bot',
      can_join_groups: true,
      can_read_all_group_messages: !privacyMode,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    },
    ids: new IdSource(),
    updates,
    webhook,
    events: new EventHub(),
    users: new Map(),
    chats: new Map(),
    files: new Map(),
    callbacks: new Map(),
    inlineQueries: new Map(),
    commandLists: [],
    profile: new Map(),
    localFolder,
  };
  return realm;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function whenIdle(updates: UpdateQueue, timeoutMs: number): Promise<void> {
  const timer = new AbortController();
  const timeout = sleep(timeoutMs, undefined, { signal: timer.signal }).then(
    () => {
      const waiting = updates.pending().map((update) => JSON.stringify(update));
      throw new Error(`The bot left ${waiting.length} update(s) unconfirmed:\n${waiting.join('\n')}`);
    },
    () => undefined,
  );
  try {
    await Promise.race([updates.whenIdle(), timeout]);
  } finally {
    timer.abort();
  }
}
