import type { ChatMemberUpdated, Message, Update, User } from 'grammy/types';
import { botReceives } from '../privacy.ts';
import { botIsIn, chatMemberObject, chatObject, isAdministrator } from './chats.ts';
import { apiMessage } from './messages.ts';
import type { Realm } from './realm.ts';
import type { ChatRecord, GroupRecord, MemberRecord, MemberStatus, MessageRecord } from './records.ts';
import { unixTime } from './realm.ts';

type MessageUpdate = NonNullable<Update['message']>;
type EditedMessageUpdate = NonNullable<Update['edited_message']>;

/** Queues a new message for the bot, if it may see it. */
export function announceMessage(realm: Realm, chat: ChatRecord, record: MessageRecord): void {
  const message = apiMessage(chat, record);
  if (mayHear(realm, chat, message)) realm.updates.push({ message: message as MessageUpdate });
}

/** Queues the new version of an edited message, if the bot may see it. */
export function announceEdit(realm: Realm, chat: ChatRecord, record: MessageRecord): void {
  const message = apiMessage(chat, record);
  if (mayHear(realm, chat, message)) realm.updates.push({ edited_message: message as EditedMessageUpdate });
}

/** A person who blocked the bot may still write in the chat, but a blocked bot gets nothing. */
function mayHear(realm: Realm, chat: ChatRecord, message: Message): boolean {
  return chat.kind === 'private' ? !chat.owner.blockedBot : botReceives(realm, chat, message);
}

/**
 * Changes somebody's place in a group and tells the bot: about itself always (my_chat_member), about others only as an
 * administrator (chat_member, and only on request). Returns false when nothing changed.
 */
export function changeMember(
  realm: Realm,
  chat: GroupRecord,
  userId: number,
  status: MemberStatus,
  by: User,
): boolean {
  const before: MemberRecord = chat.members.get(userId) ?? { userId, status: 'left' };
  if (before.status === status) return false;
  const after: MemberRecord = { userId, status };
  chat.members.set(userId, after);
  const change: ChatMemberUpdated = {
    chat: chatObject(chat),
    from: by,
    date: unixTime(realm),
    old_chat_member: chatMemberObject(realm, before),
    new_chat_member: chatMemberObject(realm, after),
  };
  if (userId === realm.bot.id) realm.updates.push({ my_chat_member: change });
  else if (isAdministrator(chat.members.get(realm.bot.id))) realm.updates.push({ chat_member: change });
  realm.events.change({ kind: 'chat', chatId: chat.id });
  return true;
}

/** Queues a reaction; in groups only administrators hear of them. */
export function announceReaction(
  realm: Realm,
  chat: ChatRecord,
  record: MessageRecord,
  user: User,
  before: readonly { type: 'emoji'; emoji: string }[],
): void {
  realm.events.change({ kind: 'reaction', chatId: chat.id, messageId: record.message.message_id });
  const allowed =
    chat.kind === 'private'
      ? !chat.owner.blockedBot
      : botIsIn(realm, chat) && isAdministrator(chat.members.get(realm.bot.id));
  if (!allowed) return;
  realm.updates.push({
    message_reaction: {
      chat: chatObject(chat),
      message_id: record.message.message_id,
      user,
      date: unixTime(realm),
      old_reaction: [...before] as NonNullable<Update['message_reaction']>['old_reaction'],
      new_reaction: record.reactions.get(user.id) ?? [],
    },
  });
}
