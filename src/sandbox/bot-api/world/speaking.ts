import type { Message } from 'grammy/types';
import { announceMessage } from './announce.ts';
import { blockBot } from './blocking.ts';
import { botUser, isAdministrator, isPresent } from './chats.ts';
import { commandMenu } from './command-menu.ts';
import { apiMessage, postMessage } from './messages.ts';
import type { MessageContent, MessageRef } from './messages.ts';
import type { Realm } from './realm.ts';
import type { ChatRecord, UserRecord } from './records.ts';

interface Where {
  readonly replyTo?: MessageRef | undefined;
  readonly threadId?: number | undefined;
}

/**
 * A person sends something. A reply to an ephemeral message, and a command the bot declared so, is ephemeral itself.
 * @throws where a client would not let the person write, which is a mistake in the test
 */
export function say(
  realm: Realm,
  speaker: UserRecord,
  chat: ChatRecord,
  content: MessageContent,
  { replyTo, threadId }: Where,
): Message {
  checkMayWrite(speaker, chat, threadId);
  if (chat.kind === 'private') {
    // Writing to a bot unblocks it, as the clients do.
    blockBot(realm, speaker, false);
    speaker.startedBot = true;
  }
  const isEphemeral =
    replyTo?.ephemeral_message_id !== undefined || isEphemeralCommand(realm, speaker, chat, content);
  const record = postMessage(
    realm,
    chat,
    isEphemeral
      ? { ...content, receiver_user: botUser(realm), ephemeral_message_id: realm.ids.ephemeral() }
      : content,
    { from: speaker.user, replyTo: replyTo?.message_id === 0 ? undefined : replyTo?.message_id, threadId },
  );
  if (chat.kind !== 'private' && speaker.user.is_bot) chat.lastBotToWrite = speaker.user.id;
  announceMessage(realm, chat, record);
  return apiMessage(chat, record);
}

function checkMayWrite({ user, ...speaker }: UserRecord, chat: ChatRecord, threadId?: number): void {
  if (speaker.deactivated) throw new Error(`${user.first_name}'s account was deleted`);
  if (chat.kind === 'private') {
    if (chat.owner.user.id !== user.id)
      throw new Error("Nobody can write in another person's chat with the bot");
    return;
  }
  if (chat.migratedTo !== undefined) throw new Error(`The group became the supergroup ${chat.migratedTo}`);
  if (chat.deleted) throw new Error(`"${chat.title}" was deleted`);
  const member = chat.members.get(user.id);
  if (!isPresent(member)) throw new Error(`${user.first_name} is not in "${chat.title}"`);
  const topic = threadId === undefined ? undefined : chat.topics.get(threadId);
  if (threadId !== undefined && !topic) throw new Error(`No topic ${threadId} in "${chat.title}"`);
  if ((chat.readOnly || topic?.closed === true) && !isAdministrator(member)) {
    throw new Error(`Only administrators may write in "${topic?.name ?? chat.title}"`);
  }
}

function isEphemeralCommand(
  realm: Realm,
  speaker: UserRecord,
  chat: ChatRecord,
  { text = '', entities = [] }: MessageContent,
): boolean {
  const [first] = entities;
  if (chat.kind === 'private' || first?.type !== 'bot_command' || first.offset !== 0) return false;
  const [name, addressee] = text.slice(1, first.length).split('@');
  if (addressee !== undefined && addressee.toLowerCase() !== realm.bot.username.toLowerCase()) return false;
  return commandMenu(realm, chat, speaker).some(
    ({ command, is_ephemeral }) => command === name && is_ephemeral,
  );
}
