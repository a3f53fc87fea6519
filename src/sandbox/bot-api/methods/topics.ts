import { groupFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import type { Params } from '../params.ts';
import { botUser, isAdministrator } from '../world/chats.ts';
import type { Realm } from '../world/realm.ts';
import type { GroupRecord, TopicRecord } from '../world/records.ts';
import { DEFAULT_TOPIC_COLOR, deleteTopic, openTopic, renameTopic, setTopicClosed } from '../world/topics.ts';
import type { CallContext, MethodTable } from './method.ts';

const MAX_NAME_LENGTH = 128;

export const topicMethods = {
  createForumTopic({ realm }, params) {
    const chat = forumFor(realm, params);
    const name = params.text('name').trim();
    if (name === '') throw badRequest('TOPIC_TITLE_EMPTY');
    const color = params.integer('icon_color', DEFAULT_TOPIC_COLOR);
    const { id } = openTopic(realm, chat, name.slice(0, MAX_NAME_LENGTH), botUser(realm), color);
    return { message_thread_id: id, name: name.slice(0, MAX_NAME_LENGTH), icon_color: color };
  },

  editForumTopic({ realm }, params) {
    const { chat, topic } = topicFor(realm, params);
    const name = params.text('name').trim();
    if (name === '' || name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
    renameTopic(realm, chat, topic, name.slice(0, MAX_NAME_LENGTH), botUser(realm));
    return true;
  },

  closeForumTopic(context, params) {
    return toggle(context, params, true);
  },

  reopenForumTopic(context, params) {
    return toggle(context, params, false);
  },

  deleteForumTopic({ realm }, params) {
    const { chat, topic } = topicFor(realm, params);
    deleteTopic(realm, chat, topic);
    return true;
  },
} satisfies MethodTable;

function toggle({ realm }: CallContext, params: Params, closed: boolean): true {
  const { chat, topic } = topicFor(realm, params);
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  setTopicClosed(realm, chat, topic, closed, botUser(realm));
  return true;
}

function forumFor(realm: Realm, params: Params): GroupRecord {
  const chat = groupFor(realm, params, 'write', 'the chat is not a forum');
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  if (!isAdministrator(chat.members.get(realm.bot.id)))
    throw badRequest('not enough rights to create a topic');
  return chat;
}

function topicFor(realm: Realm, params: Params): { chat: GroupRecord; topic: TopicRecord } {
  const chat = forumFor(realm, params);
  const topic = chat.topics.get(params.integer('message_thread_id'));
  if (!topic) throw badRequest('message thread not found');
  return { chat, topic };
}
