import type { User } from 'grammy/types';
import { announceMessage, changeMember } from './announce.ts';
import { botUser, chatMemberObject, groupOf, userOf } from './chats.ts';
import { postMessage } from './messages.ts';
import type { MessageContent } from './messages.ts';
import type { Realm } from './realm.ts';
import type { GroupRecord, MemberRecord } from './records.ts';

/** Telegram's stand-in for an anonymous administrator and for the group itself. */
const GROUP_ANONYMOUS_BOT: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export interface NewGroup {
  readonly kind: GroupRecord['kind'];
  readonly id: number;
  readonly title: string;
  readonly isForum: boolean;
  readonly members: readonly MemberRecord[];
}

export function createGroup(realm: Realm, { kind, id, title, isForum, members }: NewGroup): GroupRecord {
  const chat: GroupRecord = {
    id,
    kind,
    title,
    isForum,
    members: new Map(members.map((member) => [member.userId, member])),
    topics: new Map(),
    readOnly: false,
    migratedTo: undefined,
    deleted: false,
    lastBotToWrite: undefined,
    lastMessageId: 0,
    ephemerals: new Map(),
    timeline: [],
    messages: new Map(),
    pinned: [],
  };
  realm.chats.set(id, chat);
  realm.events.change({ kind: 'chat', chatId: id });
  return chat;
}

/** Joins or is added, with the service message that comes of it. */
export function addMember(realm: Realm, chat: GroupRecord, userId: number, by: User): void {
  if (!changeMember(realm, chat, userId, 'member', by)) return;
  const user = userId === realm.bot.id ? botUser(realm) : userOf(realm, userId).user;
  postService(realm, chat, { new_chat_members: [user] }, by);
}

/** Leaves ('left') or is removed ('kicked'), with the service message that comes of it. */
export function removeMember(
  realm: Realm,
  chat: GroupRecord,
  userId: number,
  status: 'left' | 'kicked',
  by: User,
): void {
  const { user } = chatMemberObject(realm, { userId, status: 'member' });
  if (!changeMember(realm, chat, userId, status, by)) return;
  postService(realm, chat, { left_chat_member: user }, by);
}

/** A message about the chat itself, which every bot in it gets. */
export function postService(
  realm: Realm,
  chat: GroupRecord,
  content: MessageContent,
  by: User,
  threadId?: number,
): void {
  const record = postMessage(realm, chat, content, { from: by, threadId });
  announceMessage(realm, chat, record);
}

/**
 * Makes a group a supergroup: a new chat with a new id and the same members. The bot hears that it is in the new one
 * (my_chat_member), then of the move from both ends; it is never told that it left the old one
 * (github.com/tdlib/telegram-bot-api/issues/266).
 */
export function migrateGroup(realm: Realm, chatId: number, by: User): GroupRecord {
  const old = groupOf(realm, chatId);
  if (old.kind !== 'group' || old.migratedTo !== undefined)
    throw new Error(`"${old.title}" is not a plain group`);
  const botStatus = old.members.get(realm.bot.id)?.status;
  const successor = createGroup(realm, {
    kind: 'supergroup',
    id: realm.ids.supergroup(),
    title: old.title,
    isForum: false,
    members: [...old.members.values()].filter(({ userId }) => userId !== realm.bot.id),
  });
  if (botStatus !== undefined) changeMember(realm, successor, realm.bot.id, botStatus, by);
  postService(realm, old, { migrate_to_chat_id: successor.id }, by);
  old.migratedTo = successor.id;
  realm.events.change({ kind: 'chat', chatId: old.id });
  const { id, title } = successor;
  const sender = { sender_chat: { id, type: 'supergroup' as const, title } };
  postService(realm, successor, { migrate_from_chat_id: old.id, ...sender }, GROUP_ANONYMOUS_BOT);
  return successor;
}

/** Deletes a group for everyone; the bot hears that it is out. */
export function deleteGroup(realm: Realm, chatId: number, by: User): void {
  const chat = groupOf(realm, chatId);
  changeMember(realm, chat, realm.bot.id, chat.kind === 'group' ? 'left' : 'kicked', by);
  chat.deleted = true;
}
