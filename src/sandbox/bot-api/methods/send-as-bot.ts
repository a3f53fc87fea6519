import type { ExternalReplyInfo, Message, TextQuote } from 'grammy/types';
import { chatFor, checkMayPost } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { Params } from '../params.ts';
import { readReplyMarkup } from '../reply-markup.ts';
import { botUser, chatObject, isAdministrator } from '../world/chats.ts';
import { originOf } from '../world/forwarding.ts';
import { apiMessage, existing, postMessage } from '../world/messages.ts';
import type { MessageContent } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';
import type { ChatRecord } from '../world/records.ts';
import { readEphemeral } from './ephemeral-target.ts';

/** Sends the bot's message: all the parameters that the send… methods share are read here. */
export function sendAsBot(
  realm: Realm,
  params: Params,
  content: MessageContent,
  { kind = 'text messages' }: { readonly kind?: string } = {},
): Message {
  const chat = chatFor(realm, params, 'write');
  checkMayPost(realm, chat, kind);
  const markup = readReplyMarkup(params);
  const reply = readReply(realm, chat, params);
  const threadId = readThread(realm, chat, params, reply.messageId);
  const record = postMessage(
    realm,
    chat,
    omitUndefined<MessageContent>({
      ...content,
      ...readEphemeral(realm, chat, params),
      external_reply: reply.external,
      quote: reply.quote,
      has_protected_content: params.flag('protect_content') || undefined,
      reply_markup: markup.inline,
    }),
    { from: botUser(realm), replyTo: reply.messageId, threadId, otherMarkup: markup.other },
  );
  if (chat.kind !== 'private') chat.lastBotToWrite = realm.bot.id;
  return apiMessage(chat, record);
}

interface Reply {
  /** In the same chat. */
  readonly messageId?: number;
  /** In another chat. */
  readonly external?: ExternalReplyInfo;
  readonly quote?: TextQuote;
}

function readReply(realm: Realm, chat: ChatRecord, params: Params): Reply {
  const object = params.jsonObject('reply_parameters', 'reply parameters') ?? {};
  const given = new Params(new Map(Object.entries(object)));
  if (given.has('ephemeral_message_id')) return {};
  if (Object.keys(object).length > 0 && !given.has('message_id')) {
    throw badRequest('can\'t find field "message_id"');
  }
  const messageId = given.integer('message_id', params.integer('reply_to_message_id'));
  if (messageId <= 0) return {};
  const source = given.has('chat_id') ? chatFor(realm, given, 'read') : chat;
  const replied = existing(source, messageId)?.message;
  if (!replied) {
    const isLenient = given.flag('allow_sending_without_reply') || params.flag('allow_sending_without_reply');
    if (isLenient && source === chat) return {};
    throw badRequest('message to be replied not found');
  }
  const quote = readQuote(replied, given.text('quote'));
  if (source === chat) return { messageId, ...quote };
  const external = omitUndefined<ExternalReplyInfo>({
    origin: originOf(realm, replied),
    chat: source.kind === 'supergroup' ? chatObject(source) : undefined,
    message_id: source.kind === 'supergroup' ? messageId : undefined,
  });
  return { external, ...quote };
}

/** A quote must be an exact part of the message replied to. */
function readQuote(replied: Message, text: string): { readonly quote?: TextQuote } {
  if (text === '') return {};
  const position = (replied.text ?? replied.caption ?? '').indexOf(text);
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID');
  return { quote: { text, position, is_manual: true } };
}

/** A forum topic must exist and, for those who do not administer the chat, be open. "General" has no thread id. */
function readThread(
  realm: Realm,
  chat: ChatRecord,
  params: Params,
  replyTo: number | undefined,
): number | undefined {
  const given = params.integer('message_thread_id');
  const replied = replyTo === undefined ? undefined : existing(chat, replyTo)?.message;
  const threadId = given > 0 ? given : replied?.is_topic_message ? replied.message_thread_id : undefined;
  if (threadId === undefined) return undefined;
  if (chat.kind !== 'supergroup') throw badRequest('message thread not found');
  if (!chat.isForum) {
    const isThread = [...chat.messages.values()].some(
      ({ message, deletedAtMs }) => deletedAtMs === undefined && message.message_thread_id === threadId,
    );
    if (!isThread) throw badRequest('message thread not found');
    return threadId;
  }
  const topic = chat.topics.get(threadId);
  if (!topic) throw badRequest('message thread not found');
  if (topic.closed && !isAdministrator(chat.members.get(realm.bot.id))) throw badRequest('TOPIC_CLOSED');
  return threadId;
}
