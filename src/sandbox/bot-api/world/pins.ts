import type { User } from 'grammy/types';
import { announceMessage } from './announce.ts';
import { postMessage } from './messages.ts';
import type { Realm } from './realm.ts';
import type { ChatRecord, MessageRecord } from './records.ts';

/** Pins a message above all others, and says so in the chat; the bot gets that message too, also of its own pins. */
export function pinMessage(realm: Realm, chat: ChatRecord, record: MessageRecord, by: User): void {
  const id = record.message.message_id;
  chat.pinned = [...chat.pinned.filter((pinned) => pinned !== id), id];
  realm.events.change({ kind: 'pinned', chatId: chat.id, messageId: id });
  const { is_topic_message, message_thread_id } = record.message;
  const where = { from: by, threadId: is_topic_message ? message_thread_id : undefined };
  announceMessage(realm, chat, postMessage(realm, chat, { pinned_message: record.message }, where));
}

/** Takes a pin away; nobody is told. */
export function unpinMessage(realm: Realm, chat: ChatRecord, messageId: number): void {
  chat.pinned = chat.pinned.filter((pinned) => pinned !== messageId);
  realm.events.change({ kind: 'pinned', chatId: chat.id, messageId });
}
