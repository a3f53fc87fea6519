import type { Api } from 'grammy';
import type { Member } from '../domain/member.ts';
import { commandMenu } from './texts/commands.ts';

/** Sets the menus that everyone sees: in private chats and in groups. */
export const setCommonCommands = async (api: Api): Promise<void> => {
  await api.setMyCommands(commandMenu(null, 'private'), { scope: { type: 'all_private_chats' } });
  await api.setMyCommands(commandMenu(null, 'group'), { scope: { type: 'all_group_chats' } });
};

/** Sets the menu of one person's private chat, by role. */
export const setCommandsFor = async (api: Api, member: Member): Promise<void> => {
  if (member.telegramId === null) return;
  const scope = { type: 'chat', chat_id: member.telegramId } as const;
  await api.setMyCommands(commandMenu(member, 'private'), { scope });
};
