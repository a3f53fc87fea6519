import type { BotCommand, BotCommandScope } from 'grammy/types';
import { isAdministrator } from './chats.ts';
import type { Realm } from './realm.ts';
import type { ChatRecord, UserRecord } from './records.ts';

/**
 * The commands a person sees in a chat: the first list that is set, from the narrowest scope to the widest, each with the
 * person's language before the general one (core.telegram.org/bots/api#determining-list-of-commands).
 */
export function commandMenu(realm: Realm, chat: ChatRecord, { user }: UserRecord): readonly BotCommand[] {
  for (const scope of scopesFor(chat, user.id)) {
    for (const languageCode of [user.language_code ?? '', '']) {
      const list = realm.commandLists.find(
        (set) => set.languageCode === languageCode && isSame(set.scope, scope),
      );
      if (list) return list.commands;
    }
  }
  return [];
}

function scopesFor(chat: ChatRecord, userId: number): BotCommandScope[] {
  const inChat: BotCommandScope = { type: 'chat', chat_id: chat.id };
  if (chat.kind === 'private') return [inChat, { type: 'all_private_chats' }, { type: 'default' }];
  const isAdmin = isAdministrator(chat.members.get(userId));
  return [
    { type: 'chat_member', chat_id: chat.id, user_id: userId },
    ...(isAdmin ? [{ type: 'chat_administrators', chat_id: chat.id } as const] : []),
    inChat,
    ...(isAdmin ? [{ type: 'all_chat_administrators' } as const] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ];
}

const isSame = (a: BotCommandScope, b: BotCommandScope): boolean =>
  a.type === b.type &&
  ('chat_id' in a ? a.chat_id : 0) === ('chat_id' in b ? b.chat_id : 0) &&
  ('user_id' in a ? a.user_id : 0) === ('user_id' in b ? b.user_id : 0);
