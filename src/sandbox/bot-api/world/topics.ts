import type { User } from 'grammy/types';
import { markDeleted, postMessage } from './messages.ts';
import { announceMessage } from './announce.ts';
import { postService } from './membership.ts';
import type { Realm } from './realm.ts';
import type { GroupRecord, TopicRecord } from './records.ts';

/** Telegram's default blue. */
export const DEFAULT_TOPIC_COLOR = 0x6fb9f0;

/** Opens a topic; its id is that of the service message which says so. */
export function openTopic(
  realm: Realm,
  chat: GroupRecord,
  name: string,
  by: User,
  iconColor = DEFAULT_TOPIC_COLOR,
): TopicRecord {
  const topic: TopicRecord = { id: chat.lastMessageId + 1, name, closed: false };
  chat.topics.set(topic.id, topic);
  const content = { forum_topic_created: { name, icon_color: iconColor } };
  announceMessage(realm, chat, postMessage(realm, chat, content, { from: by, threadId: topic.id }));
  return topic;
}

/** Closes or reopens a topic: only administrators write in a closed one. */
export function setTopicClosed(
  realm: Realm,
  chat: GroupRecord,
  topic: TopicRecord,
  closed: boolean,
  by: User,
): void {
  topic.closed = closed;
  postService(realm, chat, closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }, by, topic.id);
}

export function renameTopic(
  realm: Realm,
  chat: GroupRecord,
  topic: TopicRecord,
  name: string,
  by: User,
): void {
  topic.name = name;
  postService(realm, chat, { forum_topic_edited: { name } }, by, topic.id);
}

/** Deletes a topic with all its messages. Nobody is told, the bot least of all. */
export function deleteTopic(realm: Realm, chat: GroupRecord, topic: TopicRecord): void {
  chat.topics.delete(topic.id);
  for (const record of chat.messages.values()) {
    const isInTopic = record.message.is_topic_message && record.message.message_thread_id === topic.id;
    if (isInTopic && record.deletedAtMs === undefined) markDeleted(realm, chat, record);
  }
}
