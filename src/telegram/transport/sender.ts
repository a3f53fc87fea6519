import { GrammyError, HttpError } from 'grammy';
import type { Api } from 'grammy';
import { DeliveryError } from '../../application/ports/messenger.ts';
import type { Messenger, SentMessage } from '../../application/ports/messenger.ts';
import type { ChatAddress } from '../../domain/chat.ts';
import type { OutgoingMessage } from './message.ts';
import { sendOptions } from './message.ts';
import { renderMessages } from '../render.ts';

export interface SenderLog {
  warn(details: object, message: string): void;
}

type SendingApi = Pick<Api, 'sendMessage' | 'sendRichMessage'>;

/** What only direct answers have: the message answered, the reply field opened. */
export type Extras = Pick<
  NonNullable<Parameters<Api['sendMessage']>[2]>,
  'reply_parameters' | 'reply_markup'
>;

/**
 * Says notifications through the Bot API. A group that has become a supergroup is followed, a topic that is deleted or
 * closed falls back to its chat, formatting that the server does not know is left away; each once for a message.
 */
export const createMessenger = (api: SendingApi, log?: SenderLog): Messenger => ({
  prepare: (notification) =>
    renderMessages(notification).map((part) => ({
      text: part.text,
      send: (chat) => sendPart(api, chat, part, log),
    })),
});

/** Sends one message, taking each way around a refusal at most once. @throws DeliveryError */
export const sendPart = async (
  api: SendingApi,
  start: ChatAddress,
  message: OutgoingMessage,
  log: SenderLog | undefined,
  extras: Extras = {},
): Promise<SentMessage> => {
  let { chatId, threadId }: ChatAddress = start;
  let content = message;
  const taken = new Set<string>();
  for (;;) {
    try {
      const options = { ...extras, ...(threadId === null ? {} : { message_thread_id: threadId }) };
      const { message_id: messageId } =
        content.rich === undefined
          ? await api.sendMessage(chatId, content.text, { ...sendOptions(content), ...options })
          : await api.sendRichMessage(
              chatId,
              { blocks: [...content.rich] },
              { ...(content.keyboard === null ? {} : { reply_markup: content.keyboard }), ...options },
            );
      return { messageId, chatId, threadId };
    } catch (error) {
      const detour = detourOf(error, { chatId, threadId }, content);
      if (detour === null || taken.has(detour.reason)) {
        const hasMoved = chatId !== start.chatId || threadId !== start.threadId;
        throw toDeliveryError(error, hasMoved ? { chatId, threadId } : null);
      }
      taken.add(detour.reason);
      log?.warn({ chatId, threadId, detour: detour.reason }, 'A message takes another way');
      content = detour.content;
      ({ chatId, threadId } = detour.route);
    }
  }
};

interface Detour {
  readonly reason: 'migrated' | 'thread_gone' | 'text' | 'plain';
  readonly route: ChatAddress;
  readonly content: OutgoingMessage;
}

const detourOf = (error: unknown, route: ChatAddress, content: OutgoingMessage): Detour | null => {
  if (!(error instanceof GrammyError)) return null;
  // A server without rich messages does not know the method (404), an older client's limits are refusals (400).
  const isRefused = error.error_code === 400 || error.error_code === 404;
  const isElsewhere = GOES_ELSEWHERE.test(error.description);
  if (content.rich !== undefined && isRefused && !isElsewhere) {
    const { rich: _, ...text } = content;
    return { reason: 'text', route, content: text };
  }
  if (error.error_code !== 400) return null;
  const { description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined) {
    // Topics begin with the supergroup: what was addressed in the old group has none.
    return { reason: 'migrated', route: { chatId: parameters.migrate_to_chat_id, threadId: null }, content };
  }
  if (route.threadId !== null && THREAD_GONE.test(description)) {
    return { reason: 'thread_gone', route: { ...route, threadId: null }, content };
  }
  if (NOT_UNDERSTOOD.test(description))
    return { reason: 'plain', route, content: withoutFormatting(content) };
  return null;
};

/** Refusals that have nothing to do with what the message holds. */
const GOES_ELSEWHERE =
  /upgraded to a supergroup|thread|TOPIC|chat not found|kicked|blocked|not enough rights/iu;
const THREAD_GONE = /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|TOPIC_CLOSED/iu;
const NOT_UNDERSTOOD = /entit(?:y|ies)|inline keyboard|button|reply markup/iu;

/** The same words, and buttons without colours, for a server older than this program. */
const withoutFormatting = (message: OutgoingMessage): OutgoingMessage => ({
  text: message.text,
  entities: [],
  keyboard: message.keyboard && {
    inline_keyboard: message.keyboard.inline_keyboard.map((row) =>
      row.map(({ style: _, ...button }) => button),
    ),
  },
});

const UNREACHABLE =
  /blocked by the user|kicked|not a member|chat not found|user not found|deactivated|chat was deleted|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|PEER_ID_INVALID|can't initiate conversation|CHAT_RESTRICTED|need administrator rights|TOPIC_CLOSED/iu;

/**
 * Sorts a failure by who must act. Neither the error of grammY nor its cause is passed on: one holds the message's text,
 * the other may hold the address with the bot's token. Anything else is thrown as it is.
 */
export const toDeliveryError = (error: unknown, movedTo: ChatAddress | null = null): DeliveryError => {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    const message = `${code}: ${description}`;
    if (code === 429) {
      return parameters.retry_after === undefined
        ? new DeliveryError('wait', message, { movedTo })
        : new DeliveryError('wait', message, { retryAfterMs: parameters.retry_after * 1_000, movedTo });
    }
    // 401 and 404 mean that the token or the API root is wrong: the operator must act, and the message is kept.
    if (code >= 500 || code === 401 || code === 404)
      return new DeliveryError('network', message, { movedTo });
    return new DeliveryError('refused', message, { isUnreachable: UNREACHABLE.test(description), movedTo });
  }
  if (error instanceof HttpError)
    return new DeliveryError('network', `No answer from Telegram${codeOf(error.error)}`, { movedTo });
  throw error;
};

/** " (ECONNRESET)", from the error itself or what caused it. */
const codeOf = (error: unknown): string => {
  for (
    let current = error, depth = 0;
    current instanceof Error && depth < 3;
    current = current.cause, depth++
  ) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code)) return ` (${code})`;
  }
  return '';
};
