import { badRequest, forbidden } from './errors.ts';
import type { Params } from './params.ts';
import { botIsIn, isAdministrator, isPresent, privateChatOf } from './world/chats.ts';
import { existing } from './world/messages.ts';
import type { Realm } from './world/realm.ts';
import type { ChatRecord, GroupRecord, MessageRecord, UserRecord } from './world/records.ts';

/** What the call wants to do in the chat; Telegram lets a bot read some things where it may no longer write. */
export type Access = 'read' | 'edit' | 'write';

/** The chat a call names, refused in Telegram's words when the bot cannot do there what it wants. */
export function chatFor(realm: Realm, params: Params, access: Access, name = 'chat_id'): ChatRecord {
  const chat = findChat(realm, params.text(name).trim(), name);
  if (chat.kind === 'private') checkPrivateChat(realm, chat.owner, access);
  else checkGroup(realm, chat, access);
  return chat;
}

/** Like chatFor, for what exists only in groups. */
export function groupFor(realm: Realm, params: Params, access: Access, refusal: string): GroupRecord {
  const chat = chatFor(realm, params, access);
  if (chat.kind === 'private') throw badRequest(refusal);
  return chat;
}

function findChat(realm: Realm, id: string, name: string): ChatRecord {
  if (id === '') throw badRequest(`${name} is empty`);
  const chat = realm.chats.get(Number(id));
  if (chat) return chat.kind === 'private' || chat.members.has(realm.bot.id) ? chat : notFound();
  // A person the bot has met in a group has a private chat, though the bot may not be the first to write in it.
  const user = realm.users.get(Number(id));
  return user && sharesGroup(realm, user) ? privateChatOf(realm, user) : notFound();
}

function notFound(): never {
  throw badRequest('chat not found');
}

const sharesGroup = (realm: Realm, { user }: UserRecord): boolean =>
  [...realm.chats.values()].some(
    (chat) =>
      chat.kind !== 'private' && chat.members.has(realm.bot.id) && isPresent(chat.members.get(user.id)),
  );

function checkPrivateChat(realm: Realm, owner: UserRecord, access: Access): void {
  if (access === 'read') return;
  if (owner.deactivated) throw forbidden('user is deactivated');
  if (owner.user.is_bot) throw forbidden("bot can't send messages to bots");
  if (!owner.startedBot) {
    if (!sharesGroup(realm, owner)) notFound();
    throw forbidden("bot can't initiate conversation with a user");
  }
  if (owner.blockedBot && access === 'write') throw forbidden('bot was blocked by the user');
}

function checkGroup(realm: Realm, chat: GroupRecord, access: Access): void {
  if (chat.migratedTo !== undefined && access === 'write') {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  }
  if (chat.deleted && chat.kind === 'group' && access === 'write')
    throw forbidden('the group chat was deleted');
  const status = chat.members.get(realm.bot.id)?.status;
  // Of a plain group a former member may still read; of a supergroup not.
  if (chat.kind === 'group' && access === 'read') return;
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${chat.kind} chat`);
  if (!botIsIn(realm, chat)) throw forbidden(`bot is not a member of the ${chat.kind} chat`);
}

/** Refuses a new message where the bot is not allowed to write although it is in the chat. */
export function checkMayPost(realm: Realm, chat: ChatRecord, kind = 'text messages'): void {
  if (chat.kind === 'private') return;
  const member = chat.members.get(realm.bot.id);
  if (isAdministrator(member)) return;
  if (chat.readOnly || member?.status === 'restricted') {
    throw badRequest(`not enough rights to send ${kind} to the chat`);
  }
}

/** The message a call names; `role` is Telegram's name for it in "… not found". */
export function messageFor(chat: ChatRecord, params: Params, role: string): MessageRecord {
  const record = existing(chat, params.integer('message_id'));
  if (!record) throw badRequest(`${role} not found`);
  return record;
}
