import type { ReactionTypeEmoji } from 'grammy/types';
import { chatFor, messageFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { isObject } from '../params.ts';
import { botUser, isAdministrator } from '../world/chats.ts';
import { pinMessage, unpinMessage } from '../world/pins.ts';
import type { Realm } from '../world/realm.ts';
import type { ChatRecord } from '../world/records.ts';
import type { MethodTable } from './method.ts';

/** The emoji Telegram takes as reactions (core.telegram.org/bots/api#reactiontypeemoji). */
const REACTIONS: ReadonlySet<unknown> = new Set<ReactionTypeEmoji['emoji']>(
  // prettier-ignore
  [
    '👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉', '🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡',
    '🥱', '🥴', '😍', '🐳', '❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕', '😈',
    '😴', '😭', '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈', '😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿',
    '🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡',
  ],
);

export const reactionAndPinMethods = {
  setMessageReaction({ realm }, params) {
    const chat = chatFor(realm, params, 'edit');
    const record = messageFor(chat, params, 'message to react');
    const reactions = params.jsonArray('reaction', 'ReactionType') ?? [];
    // A bot may set one reaction at most.
    if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
    const set = reactions.map((value): ReactionTypeEmoji => {
      if (!isObject(value)) throw badRequest("can't parse ReactionType: expected an Object");
      if (value.type !== 'emoji' || !REACTIONS.has(value.emoji)) throw badRequest('REACTION_INVALID');
      return { type: 'emoji', emoji: value.emoji as ReactionTypeEmoji['emoji'] };
    });
    if (set.length === 0) record.reactions.delete(realm.bot.id);
    else record.reactions.set(realm.bot.id, set);
    realm.events.change({ kind: 'reaction', chatId: chat.id, messageId: record.message.message_id });
    return true;
  },

  pinChatMessage({ realm }, params) {
    const chat = chatFor(realm, params, 'write');
    const record = messageFor(chat, params, 'message to pin');
    checkMayPin(realm, chat);
    pinMessage(realm, chat, record, botUser(realm));
    return true;
  },

  unpinChatMessage({ realm }, params) {
    const chat = chatFor(realm, params, 'write');
    checkMayPin(realm, chat);
    const id = params.has('message_id') ? params.integer('message_id') : chat.pinned.at(-1);
    if (id === undefined || !chat.pinned.includes(id)) throw badRequest('message to unpin not found');
    unpinMessage(realm, chat, id);
    return true;
  },

  unpinAllChatMessages({ realm }, params) {
    const chat = chatFor(realm, params, 'write');
    checkMayPin(realm, chat);
    for (const messageId of [...chat.pinned]) unpinMessage(realm, chat, messageId);
    return true;
  },
} satisfies MethodTable;

function checkMayPin(realm: Realm, chat: ChatRecord): void {
  if (chat.kind === 'private' || isAdministrator(chat.members.get(realm.bot.id))) return;
  throw badRequest('not enough rights to manage pinned messages in the chat');
}
