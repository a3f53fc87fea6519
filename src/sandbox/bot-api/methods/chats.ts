import type {
  ChatFullInfo,
  ChatPermissions,
  ChatMember,
  ChatMemberAdministrator,
  ChatMemberOwner,
} from 'grammy/types';
import { chatFor, groupFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { changeMember } from '../world/announce.ts';
import { botUser, chatMemberObject, chatObject, isAdministrator, isPresent } from '../world/chats.ts';
import { existing } from '../world/messages.ts';
import type { MethodTable } from './method.ts';

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

const ACTIONS: ReadonlySet<string> = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

export const chatMethods = {
  getChat({ realm }, params) {
    const chat = chatFor(realm, params, 'read');
    const pinnedId = chat.pinned.at(-1);
    const pinned = pinnedId === undefined ? undefined : existing(chat, pinnedId)?.message;
    const info = omitUndefined<ChatFullInfo>({
      ...chatObject(chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: NO_GIFTS,
      pinned_message: pinned,
    });
    if (chat.kind === 'private') return info;
    return { ...info, permissions: permissionsOf(!chat.readOnly) } as ChatFullInfo;
  },

  getChatMember({ realm }, params) {
    const chat = chatFor(realm, params, 'read');
    const userId = params.integer('user_id');
    if (userId <= 0) throw badRequest('invalid user_id specified');
    if (chat.kind === 'private') {
      if (userId === realm.bot.id) return { status: 'member', user: botUser(realm) };
      if (userId === chat.owner.user.id) return { status: 'member', user: chat.owner.user };
      throw badRequest('user not found');
    }
    if (userId !== realm.bot.id && !realm.users.has(userId)) throw badRequest('user not found');
    return chatMemberObject(realm, chat.members.get(userId) ?? { userId, status: 'left' });
  },

  getChatAdministrators({ realm }, params) {
    const chat = groupFor(realm, params, 'read', 'there are no administrators in the private chat');
    return [...chat.members.values()]
      .filter((member) => isAdministrator(member))
      .map((member) => chatMemberObject(realm, member))
      .filter((member): member is ChatMemberOwner | ChatMemberAdministrator =>
        isListed(realm.bot.id, member),
      );
  },

  getChatMemberCount({ realm }, params) {
    const chat = chatFor(realm, params, 'read');
    if (chat.kind === 'private') return 2;
    return [...chat.members.values()].filter((member) => isPresent(member)).length;
  },

  sendChatAction({ realm }, params) {
    const chat = chatFor(realm, params, 'write');
    const action = params.text('action').toLowerCase();
    if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
    realm.events.change({ kind: 'chat-action', chatId: chat.id, action });
    return true;
  },

  leaveChat({ realm }, params) {
    const chat = groupFor(realm, params, 'edit', "chat member status can't be changed in private chats");
    changeMember(realm, chat, realm.bot.id, 'left', botUser(realm));
    return true;
  },
} satisfies MethodTable;

/** What a group's ordinary members may do: everything but change it, or only read. */
const permissionsOf = (maySend: boolean): ChatPermissions => ({
  can_send_messages: maySend,
  can_send_audios: maySend,
  can_send_documents: maySend,
  can_send_photos: maySend,
  can_send_videos: maySend,
  can_send_video_notes: maySend,
  can_send_voice_notes: maySend,
  can_send_polls: maySend,
  can_send_other_messages: maySend,
  can_add_web_page_previews: maySend,
  can_change_info: false,
  can_invite_users: maySend,
  can_pin_messages: false,
  can_manage_topics: false,
});

/** Other bots are not listed among the administrators. */
const isListed = (botId: number, member: ChatMember): boolean =>
  !member.user.is_bot || member.user.id === botId;
