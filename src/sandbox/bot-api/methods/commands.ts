import type { BotCommand, BotCommandScope } from 'grammy/types';
import { isDeepStrictEqual } from 'node:util';
import { badRequest } from '../errors.ts';
import { isObject, Params } from '../params.ts';
import { chatFor } from '../chat-access.ts';
import type { Realm } from '../world/realm.ts';
import type { CommandList } from '../world/records.ts';
import type { MethodTable } from './method.ts';

const MAX_COMMANDS = 100;
const COMMAND = /^[a-z0-9_]{1,32}$/;
const SIMPLE_SCOPES: ReadonlySet<unknown> = new Set([
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
]);

export const commandMethods = {
  setMyCommands({ realm }, params) {
    const list = { ...readKey(realm, params), commands: readCommands(params) };
    realm.commandLists = [...without(realm, list), ...(list.commands.length > 0 ? [list] : [])];
    return true;
  },

  deleteMyCommands({ realm }, params) {
    realm.commandLists = without(realm, readKey(realm, params));
    return true;
  },

  getMyCommands({ realm }, params) {
    const key = readKey(realm, params);
    return [...(realm.commandLists.find((list) => hasKey(list, key))?.commands ?? [])];
  },
} satisfies MethodTable;

type CommandListKey = Pick<CommandList, 'scope' | 'languageCode'>;

const hasKey = (list: CommandList, key: CommandListKey): boolean =>
  list.languageCode === key.languageCode && isDeepStrictEqual(list.scope, key.scope);

const without = (realm: Realm, key: CommandListKey): CommandList[] =>
  realm.commandLists.filter((list) => !hasKey(list, key));

function readKey(realm: Realm, params: Params): CommandListKey {
  return { scope: readScope(realm, params), languageCode: params.text('language_code') };
}

function readScope(realm: Realm, params: Params): BotCommandScope {
  const fail = (reason: string): never => {
    throw badRequest(`can't parse BotCommandScope: ${reason}`);
  };
  const value = params.json('scope', 'BotCommandScope') ?? { type: 'default' };
  if (!isObject(value)) return fail('BotCommandScope must be an Object');
  const { type } = value;
  if (SIMPLE_SCOPES.has(type)) return { type } as BotCommandScope;
  if (type !== 'chat' && type !== 'chat_administrators' && type !== 'chat_member') {
    return fail('Unsupported type specified');
  }
  const chatId = new Params(new Map([['chat_id', value.chat_id]])).text('chat_id');
  if (chatId === '') fail('Empty chat_id specified');
  const chat = chatFor(realm, new Params(new Map([['chat_id', chatId]])), 'read');
  if (type !== 'chat_member') return { type, chat_id: chat.id };
  const userId = Number(value.user_id);
  if (!(userId > 0)) fail('Invalid user_id specified');
  return { type, chat_id: chat.id, user_id: userId };
}

function readCommands(params: Params): BotCommand[] {
  const values = params.jsonArray('commands', 'BotCommand') ?? [];
  if (values.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return values.map((value) => {
    if (!isObject(value)) throw badRequest("can't parse BotCommand: expected an Object");
    for (const field of ['command', 'description'] as const) {
      if (typeof value[field] !== 'string')
        throw badRequest(`can't parse BotCommand: can't find field "${field}"`);
    }
    const command = (value.command as string).replace(/^\//, '').toLowerCase();
    const description = (value.description as string).trim();
    if (!COMMAND.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { ...(value as unknown as BotCommand), command, description };
  });
}
