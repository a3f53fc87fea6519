import type { Api } from 'grammy';
import type { Member } from '../domain/member.ts';
import type { BotContext } from './bot-context.ts';
import { commandMenu } from './texts/commands.ts';

/** Sets the menus that everyone sees: in private chats and in groups. */
export const setCommonCommands = async (api: Api): Promise<void> => {
  await api.setMyCommands(commandMenu(null, 'private'), { scope: { type: 'all_private_chats' } });
  await api.setMyCommands(commandMenu(null, 'group'), { scope: { type: 'all_group_chats' } });
};

/** Brings a person's menu up to date; one that is not is no reason to leave them without an answer. */
export const refreshCommandsOf = async (ctx: BotContext, member: Member): Promise<void> => {
  try {
    await setCommandsFor(ctx.api, member);
  } catch (error) {
    ctx.log.warn({ err: error }, 'The command menu could not be set');
  }
};

/** Gives whoever has left the menu of strangers. */
export const forgetCommandsOf = async (ctx: BotContext, telegramId: number): Promise<void> => {
  try {
    await ctx.api.deleteMyCommands({ scope: { type: 'chat', chat_id: telegramId } });
  } catch (error) {
    ctx.log.warn({ err: error }, 'The command menu could not be taken away');
  }
};

/** Sets the menu of one person's private chat, by role. */
const setCommandsFor = async (api: Api, member: Member): Promise<void> => {
  if (member.telegramId === null) return;
  const scope = { type: 'chat', chat_id: member.telegramId } as const;
  await api.setMyCommands(commandMenu(member, 'private'), { scope });
};
