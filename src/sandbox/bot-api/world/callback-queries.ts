import type { Update } from 'grammy/types';
import { apiMessage } from './messages.ts';
import { botIsIn } from './chats.ts';
import type { Realm } from './realm.ts';
import type { CallbackAnswer, ChatRecord, MessageRecord, UserRecord } from './records.ts';

/**
 * Queues a press of an inline button and waits for the bot's answer.
 * @param data what the button carries; anything at all for a forged press
 */
export function pressButton(
  realm: Realm,
  chat: ChatRecord,
  record: MessageRecord,
  { user }: UserRecord,
  data: string,
): Promise<CallbackAnswer> {
  return new Promise((resolve) => {
    const id = realm.ids.callbackQuery();
    const chatId = chat.id;
    const messageId = record.message.message_id;
    const entry = {
      query: {
        id,
        from: user,
        message:
          record.deletedAtMs === undefined
            ? apiMessage(chat, record)
            : { chat: record.message.chat, message_id: messageId, date: 0 },
        chat_instance: chatInstance(chatId),
        data,
      } satisfies NonNullable<Update['callback_query']>,
      pressedAtMs: realm.now(),
      settled: false,
      settle: (answer: CallbackAnswer): void => {
        if (entry.settled) return;
        entry.settled = true;
        resolve(answer);
        realm.events.change({ kind: 'callback-answer', chatId, messageId, userId: user.id, answer });
      },
    };
    realm.callbacks.set(id, entry);
    const canBeHeard = chat.kind === 'private' ? !chat.owner.blockedBot : botIsIn(realm, chat);
    const queued = canBeHeard && realm.updates.push({ callback_query: entry.query }) !== undefined;
    if (!queued) entry.settle({ answered: false });
  });
}

/** A stable number for the chat, as Telegram gives one with every press. */
const chatInstance = (chatId: number): string => String(BigInt(chatId) * 2_654_435_761n);
