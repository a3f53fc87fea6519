import type { Chat, ChatMember } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import type { Realm } from './realm.ts';
import type { ChatRecord, GroupRecord, MemberRecord, PrivateChatRecord, UserRecord } from './records.ts';

/** The `chat` field of messages and updates. */
export function chatObject(record: ChatRecord): Exclude<Chat, Chat.ChannelChat> {
  switch (record.kind) {
    case 'private': {
      const { user } = record.owner;
      return omitUndefined<Chat.PrivateChat>({
        id: record.id,
        type: 'private',
        first_name: user.first_name,
        last_name: user.last_name,
        username: user.username,
      });
    }
    case 'group':
      return { id: record.id, type: 'group', title: record.title };
    case 'supergroup':
      return omitUndefined<Chat.SupergroupChat>({
        id: record.id,
        type: 'supergroup',
        title: record.title,
        is_forum: record.isForum || undefined,
      });
  }
}

/** The user's chat with the bot, opened when first needed. Its id is the user's. */
export function privateChatOf(realm: Realm, owner: UserRecord): PrivateChatRecord {
  const existing = realm.chats.get(owner.user.id);
  if (existing?.kind === 'private') return existing;
  const chat: PrivateChatRecord = {
    id: owner.user.id,
    kind: 'private',
    owner,
    timeline: [],
    messages: new Map(),
    pinned: [],
  };
  realm.chats.set(chat.id, chat);
  return chat;
}

const PRESENT: readonly MemberRecord['status'][] = ['creator', 'administrator', 'member', 'restricted'];

export const isPresent = (member: MemberRecord | undefined): boolean =>
  member !== undefined && PRESENT.includes(member.status);

export const isAdministrator = (member: MemberRecord | undefined): boolean =>
  member?.status === 'creator' || member?.status === 'administrator';

export const botIsIn = (realm: Realm, chat: GroupRecord): boolean =>
  isPresent(chat.members.get(realm.bot.id));

/** A group's member as getChatMember and chat member updates show them. */
export function chatMemberObject(realm: Realm, member: MemberRecord): ChatMember {
  const user = member.userId === realm.bot.id ? botUser(realm) : userOf(realm, member.userId).user;
  switch (member.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: false };
    case 'administrator':
      return {
        status: 'administrator',
        user,
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: true,
        can_manage_video_chats: true,
        can_restrict_members: true,
        can_promote_members: false,
        can_change_info: true,
        can_invite_users: true,
        can_post_stories: true,
        can_edit_stories: true,
        can_delete_stories: true,
        can_pin_messages: true,
        can_manage_topics: true,
        can_send_welcome_messages: true,
      };
    case 'member':
      return { status: 'member', user };
    case 'restricted':
      return {
        status: 'restricted',
        user,
        is_member: true,
        can_send_messages: false,
        can_send_audios: false,
        can_send_documents: false,
        can_send_photos: false,
        can_send_videos: false,
        can_send_video_notes: false,
        can_send_voice_notes: false,
        can_send_polls: false,
        can_send_other_messages: false,
        can_add_web_page_previews: false,
        can_react_to_messages: false,
        can_change_info: false,
        can_invite_users: false,
        can_edit_tag: false,
        can_pin_messages: false,
        can_manage_topics: false,
        until_date: 0,
      };
    case 'left':
      return { status: 'left', user };
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 };
  }
}

/** The bot as the sender of a message: without the fields only getMe has. */
export function botUser(realm: Realm): { id: number; is_bot: true; first_name: string; username: string } {
  const { id, first_name, username } = realm.bot;
  return { id, is_bot: true, first_name, username };
}

/** A person of the sandbox; throws for an id nobody has, which is a mistake in the test. */
export function userOf(realm: Realm, userId: number): UserRecord {
  const user = realm.users.get(userId);
  if (!user) throw new Error(`No user ${userId} in the sandbox`);
  return user;
}

/** A group or supergroup of the sandbox; throws for any other id, which is a mistake in the test. */
export function groupOf(realm: Realm, chatId: number): GroupRecord {
  const chat = realm.chats.get(chatId);
  if (!chat || chat.kind === 'private') throw new Error(`No group ${chatId} in the sandbox`);
  return chat;
}
