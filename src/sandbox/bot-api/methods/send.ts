import type { LinkPreviewOptions, Message, TextQuote } from 'grammy/types';
import { chatFor, checkMayPost } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import type { Params } from '../params.ts';
import { readReplyMarkup } from '../reply-markup.ts';
import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH, readFormattedText } from '../text/formatted-text.ts';
import type { ResolveUser } from '../text/markup.ts';
import { botUser, isAdministrator } from '../world/chats.ts';
import { apiMessage, existing, postMessage } from '../world/messages.ts';
import type { MessageContent } from '../world/messages.ts';
import type { ChatRecord, Realm } from '../world/state.ts';
import type { MethodTable } from './method.ts';

/** The text of a message being sent or edited. */
export function readText(realm: Realm, params: Params): Pick<Message.TextMessage, 'text' | 'entities'> {
  const { text, entities } = readFormattedText(
    params,
    { text: 'text', entities: 'entities' },
    resolveUserIn(realm),
  );
  if (text === '') throw badRequest('message text is empty');
  if (text.length > MAX_TEXT_LENGTH) throw badRequest('message is too long');
  return omitUndefined<Pick<Message.TextMessage, 'text' | 'entities'>>({
    text,
    entities: entities.length > 0 ? entities : undefined,
  });
}

/** Any caption, '' included: nothing needs one. */
export function readCaption(
  realm: Realm,
  params: Params,
): Pick<Message.CaptionableMessage, 'caption' | 'caption_entities'> {
  const fields = { text: 'caption', entities: 'caption_entities' };
  const { text, entities } = readFormattedText(params, fields, resolveUserIn(realm));
  if (text.length > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long');
  return omitUndefined<Pick<Message.CaptionableMessage, 'caption' | 'caption_entities'>>({
    caption: text === '' ? undefined : text,
    caption_entities: entities.length > 0 ? entities : undefined,
  });
}

const resolveUserIn =
  (realm: Realm): ResolveUser =>
  (userId) =>
    realm.users.get(userId)?.user;

export function readLinkPreview(params: Params): LinkPreviewOptions | undefined {
  const options = params.jsonObject('link_preview_options', 'link preview options') as
    LinkPreviewOptions | undefined;
  if (options) return options;
  return params.flag('disable_web_page_preview') ? { is_disabled: true } : undefined;
}

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
  const reply = readReply(chat, params);
  const threadId = readThread(realm, chat, params, reply?.messageId);
  const record = postMessage(
    realm,
    chat,
    omitUndefined<MessageContent>({
      ...content,
      quote: reply?.quote,
      has_protected_content: params.flag('protect_content') || undefined,
      reply_markup: markup.inline,
    }),
    { from: botUser(realm), replyTo: reply?.messageId, threadId, otherMarkup: markup.other },
  );
  if (chat.kind !== 'private') chat.lastBotToWrite = realm.bot.id;
  return apiMessage(chat, record);
}

interface Reply {
  readonly messageId: number;
  readonly quote?: TextQuote;
}

function readReply(chat: ChatRecord, params: Params): Reply | undefined {
  const given = params.jsonObject('reply_parameters', 'reply parameters');
  const messageId = Number(given?.message_id ?? params.integer('reply_to_message_id'));
  const lenient = given?.allow_sending_without_reply === true || params.flag('allow_sending_without_reply');
  if (given && Object.keys(given).length > 0 && given.message_id === undefined) {
    throw badRequest('can\'t find field "message_id"');
  }
  if (!(messageId > 0)) return undefined;
  const replied = existing(chat, messageId);
  if (!replied) {
    if (lenient) return undefined;
    throw badRequest('message to be replied not found');
  }
  if (typeof given?.quote !== 'string' || given.quote === '') return { messageId };
  const source = replied.message.text ?? replied.message.caption ?? '';
  const position = source.indexOf(given.quote);
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID');
  return { messageId, quote: { text: given.quote, position, is_manual: true } };
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

export const sendMethods = {
  sendMessage({ realm }, params) {
    return sendAsBot(
      realm,
      params,
      omitUndefined<MessageContent>({
        ...readText(realm, params),
        link_preview_options: readLinkPreview(params),
      }),
    ) as Message.TextMessage;
  },
} satisfies MethodTable;
