import type { Message, MessageEntity, User } from 'grammy/types';
import { botIsIn, isAdministrator } from './world/chats.ts';
import type { Realm } from './world/realm.ts';
import type { GroupRecord } from './world/records.ts';

/**
 * Whether the bot gets a message that a person sent to a group. The rule is Telegram's
 * (core.telegram.org/bots/features#privacy-mode and core.telegram.org/bots/faq#what-messages-will-my-bot-get):
 * an administrator, or a bot with privacy mode off, gets everything; the others only
 * service messages, replies to their messages, messages sent via them, commands addressed to them,
 * and unaddressed commands unless another bot was the last to write in the group. A mention alone is not among them.
 * Nobody gets what other bots write. Ephemeral messages are for the bot from the start.
 *
 * @param message as the bot would see it, with `reply_to_message`
 */
export function botReceives(realm: Realm, chat: GroupRecord, message: Message): boolean {
  if (!botIsIn(realm, chat)) return message.left_chat_member?.id === realm.bot.id;
  if (isServiceMessage(message) || message.ephemeral_message_id !== undefined) return true;
  if (message.from?.is_bot === true) return false;
  if (realm.bot.can_read_all_group_messages || isAdministrator(chat.members.get(realm.bot.id))) return true;
  if (message.via_bot?.id === realm.bot.id) return true;
  const repliedTo = authorRepliedTo(message);
  // A reply to a bot is for that bot alone, whatever commands are in it.
  if (repliedTo?.is_bot === true) return repliedTo.id === realm.bot.id;
  return commandIsForBot(realm, chat, message);
}

/** Messages of a topic count as replies to the message that opened it, but are not meant for whoever opened it. */
function authorRepliedTo({ reply_to_message: replied }: Message): User | undefined {
  return replied?.forum_topic_created === undefined ? replied?.from : undefined;
}

function commandIsForBot(realm: Realm, chat: GroupRecord, message: Message): boolean {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const commands = entities.filter((entity) => entity.type === 'bot_command');
  const [first] = commands;
  if (!first) return false;
  const addressees = commands
    .map((command) => addresseeOf(text, command))
    .filter((name) => name !== undefined);
  if (addressees.length > 0) return addressees.includes(realm.bot.username.toLowerCase());
  // Only what begins with a command is one without an address.
  return first.offset === 0 && (chat.lastBotToWrite === undefined || chat.lastBotToWrite === realm.bot.id);
}

function addresseeOf(text: string, { offset, length }: MessageEntity): string | undefined {
  return text
    .slice(offset, offset + length)
    .split('@')[1]
    ?.toLowerCase();
}

const CONTENT_FIELDS = [
  'text',
  'document',
  'photo',
  'rich_message',
  'sticker',
  'video',
  'voice',
  'audio',
  'animation',
  'location',
  'contact',
] as const satisfies readonly (keyof Message)[];

/** A message about the chat itself: someone joined, the title changed, a message was pinned. */
export const isServiceMessage = (message: Message): boolean =>
  CONTENT_FIELDS.every((field) => message[field] === undefined);
