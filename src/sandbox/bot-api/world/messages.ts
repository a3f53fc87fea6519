import type { Message, User } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import { chatObject } from './chats.ts';
import { historyEntry } from './history.ts';
import type { Realm } from './realm.ts';
import type { ChatRecord, MessageRecord, OtherReplyMarkup } from './records.ts';
import { unixTime } from './realm.ts';

/** What a message holds besides who, where and when. */
export type MessageContent = Partial<
  Omit<Message, 'message_id' | 'from' | 'date' | 'chat' | 'reply_to_message'>
>;

export interface Placement {
  readonly from?: User;
  /** Id of a message of the same chat. */
  readonly replyTo?: number | undefined;
  /** Id of a forum topic. */
  readonly threadId?: number | undefined;
  readonly otherMarkup?: OtherReplyMarkup | undefined;
}

/** A message of a chat: any Message of the API will do. */
export interface MessageRef {
  readonly chat: { readonly id: number };
  readonly message_id: number;
  readonly ephemeral_message_id?: number;
}

/** Puts a new message into a chat and tells the live views. Whether the bot hears of it is decided elsewhere. */
export function postMessage(
  realm: Realm,
  chat: ChatRecord,
  content: MessageContent,
  { from, replyTo, threadId, otherMarkup }: Placement,
): MessageRecord {
  const thread = threadOf(chat, replyTo, threadId);
  const record: MessageRecord = {
    message: omitUndefined<Message>({
      message_id: content.ephemeral_message_id !== undefined ? 0 : nextMessageId(realm, chat),
      ...thread,
      from,
      chat: chatObject(chat),
      date: unixTime(realm),
      ...content,
    }),
    replyTo,
    versions: [],
    shownAsEditedAt: undefined,
    deletedAtMs: undefined,
    reactions: new Map(),
    otherMarkup,
  };
  chat.timeline.push(record);
  if (content.ephemeral_message_id === undefined) chat.messages.set(record.message.message_id, record);
  else if (chat.kind !== 'private') chat.ephemerals.set(content.ephemeral_message_id, record);
  realm.events.newMessage(historyEntry(record));
  return record;
}

function nextMessageId(realm: Realm, chat: ChatRecord): number {
  if (chat.kind !== 'supergroup') return realm.ids.message();
  return ++chat.lastMessageId;
}

/**
 * In a forum the thread is the topic, and a reply stays in its topic. In a plain supergroup a reply carries the id of the
 * first message of its chain of replies, without being a topic message. Elsewhere there are no threads.
 */
function threadOf(
  chat: ChatRecord,
  replyTo: number | undefined,
  threadId: number | undefined,
): Pick<Message, 'message_thread_id' | 'is_topic_message'> {
  if (chat.kind !== 'supergroup') return {};
  const replied = replyTo === undefined ? undefined : chat.messages.get(replyTo)?.message;
  if (chat.isForum) {
    const topicId = threadId ?? (replied?.is_topic_message ? replied.message_thread_id : undefined);
    return topicId === undefined ? {} : { message_thread_id: topicId, is_topic_message: true };
  }
  const root = threadId ?? replied?.message_thread_id ?? replied?.message_id;
  return root === undefined ? {} : { message_thread_id: root };
}

/** The message as the Bot API hands it out: with the message replied to, one level deep. */
export function apiMessage(chat: ChatRecord, record: MessageRecord): Message {
  const { message } = record;
  // A topic's messages count as replies to the service message that opened the topic.
  const repliedId = record.replyTo ?? (message.is_topic_message ? message.message_thread_id : undefined);
  const replied = repliedId === undefined ? undefined : existing(chat, repliedId);
  const copy = structuredClone(message);
  if (!replied || replied === record) return copy;
  return {
    ...copy,
    reply_to_message: structuredClone(replied.message) as NonNullable<Message['reply_to_message']>,
  };
}

/** A message that was sent and not deleted. */
export function existing(chat: ChatRecord, messageId: number): MessageRecord | undefined {
  const record = chat.messages.get(messageId);
  return record?.deletedAtMs === undefined ? record : undefined;
}

/** An ephemeral message that was sent and not deleted. */
export function existingEphemeral(chat: ChatRecord, ephemeralId: number): MessageRecord | undefined {
  const record = chat.kind === 'private' ? undefined : chat.ephemerals.get(ephemeralId);
  return record?.deletedAtMs === undefined ? record : undefined;
}

/** A message by its reference, ephemeral or not. */
export function findMessage(chat: ChatRecord, ref: MessageRef): MessageRecord | undefined {
  return ref.ephemeral_message_id === undefined
    ? existing(chat, ref.message_id)
    : existingEphemeral(chat, ref.ephemeral_message_id);
}

/**
 * Replaces the content of a message, keeping the earlier version; the keyboard goes unless it is given again.
 * A change of the keyboard alone does not show the message as edited to its readers.
 */
export function replaceContent(
  realm: Realm,
  record: MessageRecord,
  content: MessageContent,
  { isTextEdit }: { readonly isTextEdit: boolean },
): void {
  if (isTextEdit) {
    record.versions.push(record.message);
    record.shownAsEditedAt = unixTime(realm);
  }
  const { reply_markup: _keyboard, ...kept } = record.message;
  record.message = omitUndefined<Message>({
    ...kept,
    ...content,
    edit_date: unixTime(realm),
  });
  realm.events.change({
    kind: 'edited',
    chatId: record.message.chat.id,
    messageId: record.message.message_id,
  });
}

export function markDeleted(realm: Realm, chat: ChatRecord, record: MessageRecord): void {
  record.deletedAtMs = realm.now();
  chat.pinned = chat.pinned.filter((id) => id !== record.message.message_id);
  realm.events.change({ kind: 'deleted', chatId: chat.id, messageId: record.message.message_id });
}
