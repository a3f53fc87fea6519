import type { Message } from 'grammy/types';
import { chatFor, messageFor } from '../chat-access.ts';
import { badRequest } from '../errors.ts';
import { isAdministrator } from '../world/chats.ts';
import { existing, markDeleted } from '../world/messages.ts';
import type { Realm } from '../world/realm.ts';
import type { ChatRecord, MessageRecord } from '../world/records.ts';
import { unixTime } from '../world/realm.ts';
import type { MethodTable } from './method.ts';

/** After this a message can no longer be deleted (core.telegram.org/bots/api#deletemessage). */
const DELETABLE_FOR_SECONDS = 48 * 60 * 60;

export const deleteMethods = {
  deleteMessage({ realm }, params) {
    const chat = chatFor(realm, params, 'edit');
    const record = messageFor(chat, params, 'message to delete');
    if (!mayDelete(realm, chat, record)) throw badRequest("message can't be deleted for everyone");
    markDeleted(realm, chat, record);
    return true;
  },

  deleteMessages({ realm }, params) {
    const chat = chatFor(realm, params, 'edit');
    const ids = params.jsonArray('message_ids', 'message identifiers') ?? [];
    if (ids.length === 0) throw badRequest('message identifiers are not specified');
    if (ids.length > 100) throw badRequest('too many message identifiers specified');
    // What is missing or may not be deleted is passed over in silence.
    for (const id of ids) {
      const record = existing(chat, Number(id));
      if (record && mayDelete(realm, chat, record)) markDeleted(realm, chat, record);
    }
    return true;
  },
} satisfies MethodTable;

/** What a topic or a supergroup begins with stays for as long as that does. */
const isBeginning = ({ forum_topic_created, migrate_from_chat_id }: Message): boolean =>
  forum_topic_created !== undefined || migrate_from_chat_id !== undefined;

/** The bot's own messages, what users wrote to it in private, and as an administrator everything; younger than 48 hours. */
function mayDelete(realm: Realm, chat: ChatRecord, { message }: MessageRecord): boolean {
  if (unixTime(realm) - message.date > DELETABLE_FOR_SECONDS) return false;
  if (isBeginning(message)) return false;
  if (message.from?.id === realm.bot.id || chat.kind === 'private') return true;
  return isAdministrator(chat.members.get(realm.bot.id));
}
