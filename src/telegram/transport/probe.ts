import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { Api, GrammyError, HttpError } from 'grammy';
import type { ChatFullInfo, ChatMember } from 'grammy/types';
import type { Instant } from '../../domain/local-time.ts';
import type { Connection } from './connection.ts';
import { agentFor, clientOptions } from './connection.ts';

/** What the bot is to Telegram. */
interface BotFacts {
  readonly id: number;
  readonly username: string;
  /** False while privacy mode is on. */
  readonly readsAllGroupMessages: boolean;
  readonly canJoinGroups: boolean;
}

/** The bot in a chat. */
interface ChatFacts {
  readonly title: string;
  readonly isMember: boolean;
  readonly mayWrite: boolean;
  /** Whether the chat has topics. */
  readonly isForum: boolean;
}

/** `refused`: Telegram answered, and no; `unreachable`: it did not answer. The message is Telegram's, or a code. */
class ProbeError extends Error {
  override readonly name = 'ProbeError';
  readonly kind: 'refused' | 'unreachable';
  readonly code: number | null;

  constructor(kind: 'refused' | 'unreachable', message: string, code: number | null = null) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** Asks Telegram how things stand, and changes nothing. Every method may throw {@link ProbeError}. */
export interface TelegramProbe {
  me(): Promise<BotFacts>;
  /** The time by the server's clock, to the second; null where it does not say. */
  serverTime(): Promise<Instant | null>;
  chat(chatId: number): Promise<ChatFacts>;
  /**
   * Whether a topic can be written to. Telegram tells only whoever writes: a silent message is sent and deleted at once.
   * It answers for a topic that is gone to nothing else: see tdlib/telegram-bot-api#732.
   */
  takesMessages(chatId: number, threadId: number, text: string): Promise<boolean>;
  /** Whether the proxy takes connections. */
  proxyAnswers(): Promise<boolean>;
}

const TIMEOUT_MS = 15_000;
/** The ports that go without saying, by the scheme of a proxy's address. */
const USUAL_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
const SOCKS_PORT = 1_080;

export const createProbe = (token: string, connection: Connection): TelegramProbe => {
  const api = new Api(token, { ...clientOptions(connection), timeoutSeconds: TIMEOUT_MS / 1_000 });
  let botId: number | null = null;
  const asked = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw toProbeError(error);
    }
  };
  const me = async (): Promise<BotFacts> => {
    const bot = await asked(() => api.getMe());
    botId = bot.id;
    return {
      id: bot.id,
      username: bot.username,
      readsAllGroupMessages: bot.can_read_all_group_messages,
      canJoinGroups: bot.can_join_groups,
    };
  };
  return {
    me,
    serverTime: () => serverTime(connection),
    async chat(chatId) {
      const id = botId ?? (await me()).id;
      const chat = await asked(() => api.getChat(chatId));
      const member = await asked(() => api.getChatMember(chatId, id));
      return {
        title: chat.title ?? '',
        isMember: isMember(member),
        mayWrite: mayWrite(chat, member),
        isForum: 'is_forum' in chat && chat.is_forum === true,
      };
    },
    async takesMessages(chatId, threadId, text) {
      const options = { message_thread_id: threadId, disable_notification: true };
      try {
        const sent = await api.sendMessage(chatId, text, options);
        await asked(() => api.deleteMessage(chatId, sent.message_id));
        return true;
      } catch (error) {
        const problem = toProbeError(error);
        if (problem.kind === 'unreachable') throw problem;
        return false;
      }
    },
    proxyAnswers: () =>
      connection.proxy === null ? Promise.resolve(true) : takesConnections(connection.proxy),
  };
};

const isMember = (member: ChatMember): boolean =>
  member.status === 'restricted' ? member.is_member : !['left', 'kicked'].includes(member.status);

/** Administrators may always write; others as far as the chat lets its members, and nobody has taken it from them. */
const mayWrite = (chat: ChatFullInfo, member: ChatMember): boolean => {
  switch (member.status) {
    case 'creator':
    case 'administrator':
      return true;
    case 'restricted':
      return member.can_send_messages;
    case 'member':
      return !('permissions' in chat) || chat.permissions?.can_send_messages !== false;
    case 'left':
    case 'kicked':
      return false;
  }
};

const toProbeError = (error: unknown): ProbeError => {
  if (error instanceof ProbeError) return error;
  if (error instanceof GrammyError) {
    // A server in trouble has said nothing about what was asked.
    const kind = error.error_code >= 500 || error.error_code === 429 ? 'unreachable' : 'refused';
    return new ProbeError(kind, `${error.error_code}: ${error.description}`, error.error_code);
  }
  // Neither the message nor the cause is passed on: both may hold the address with the token.
  if (error instanceof HttpError) return new ProbeError('unreachable', codeOf(error.error));
  throw error;
};

/** "ECONNREFUSED", from the error itself or what caused it. */
const codeOf = (error: unknown): string => {
  for (
    let current = error, depth = 0;
    current instanceof Error && depth < 4;
    current = current.cause, depth++
  ) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z0-9_]{1,40}$/u.test(code)) return code;
  }
  return 'no answer';
};

/** The `Date` of an answer to a request without the token: the address alone is enough. */
const serverTime = ({ apiRoot, proxy }: Connection): Promise<Instant | null> =>
  new Promise((resolve, reject) => {
    const request = apiRoot.startsWith('https:') ? httpsRequest : httpRequest;
    const options = {
      method: 'HEAD',
      timeout: TIMEOUT_MS,
      ...(proxy === null ? {} : { agent: agentFor(proxy) }),
    };
    const sent = request(`${apiRoot}/`, options, (response) => {
      response.resume();
      const time = Date.parse(response.headers.date ?? '');
      resolve(Number.isNaN(time) ? null : time);
    });
    sent.on('timeout', () => sent.destroy(new ProbeError('unreachable', 'ETIMEDOUT')));
    sent.on('error', (error) => {
      reject(error instanceof ProbeError ? error : new ProbeError('unreachable', codeOf(error)));
    });
    sent.end();
  });

const takesConnections = (proxy: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port, protocol } = new URL(proxy);
    const host = hostname.replace(/^\[|\]$/gu, '');
    const socket = connect({
      host,
      port: port === '' ? (USUAL_PORTS[protocol] ?? SOCKS_PORT) : Number(port),
      timeout: TIMEOUT_MS,
    });
    const end = (answers: boolean) => (): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.on('connect', end(true));
    socket.on('error', end(false));
    socket.on('timeout', end(false));
  });
