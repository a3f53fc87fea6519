// Whose words a message brings: those of its writer, or somebody else's that it forwards or takes up with /giao.
import type { Chat, Message, MessageOrigin, User } from 'grammy/types';
import type { WorkOrderMessage } from '../application/entering/receive-work-order.ts';

/** The words of a message, and when and by whom they were written. */
export type Words = Pick<WorkOrderMessage, 'text' | 'note' | 'file' | 'origin' | 'isOrder' | 'writtenAt'>;

type Origin = NonNullable<Words['origin']>;

/** A message that stands for itself. "mai" in a forwarded one counts from the day it was written. */
export const plainWords = (message: Message, text: string): Words => {
  const origin = message.forward_origin === undefined ? null : forwardedFrom(message.forward_origin);
  return {
    text,
    note: null,
    file: null,
    origin,
    isOrder: false,
    writtenAt: origin?.writtenAt ?? message.date * 1_000,
  };
};

/**
 * What /giao takes up: the message it replies to (only the part that is quoted, where one is), with what was typed
 * behind the command, or only that. Null where there is neither.
 */
export const wordsOf = (command: Message, typed: string): Words | null => {
  const { reply_to_message: answered, external_reply: elsewhere, quote } = command;
  const own = {
    text: typed,
    note: null,
    file: null,
    origin: null,
    isOrder: true,
    writtenAt: command.date * 1_000,
  };
  // A message of another chat can be answered here; Telegram then hands over only what is quoted of it.
  if (answered === undefined && elsewhere !== undefined && quote !== undefined) {
    const { chat, message_id: messageId } = elsewhere;
    const isFound = chat !== undefined && messageId !== undefined;
    const source = isFound ? { chatId: chat.id, threadId: null, messageId } : null;
    return taking(typed, quote.text, { ...forwardedFrom(elsewhere.origin), source });
  }
  const taken = (quote?.is_manual === true ? quote.text : (answered?.text ?? answered?.caption)) ?? '';
  // The bot's own messages hold no orders of anybody.
  if (answered === undefined || taken.trim() === '' || answered.from?.is_bot === true)
    return typed === '' ? null : own;
  return taking(typed, taken, takenFrom(answered));
};

const taking = (typed: string, text: string, origin: Origin): Words => ({
  text,
  note: typed === '' ? null : typed,
  file: null,
  origin,
  isOrder: true,
  writtenAt: origin.writtenAt,
});

/**
 * What stands in a file.
 * @param message holds the file, or takes it up with /giao from the one that does
 * @param note what was typed behind /giao; null without it
 */
export const wordsOfFile = (message: Message, text: string, file: string, note: string | null): Words => {
  const { reply_to_message: answered } = message;
  const own = plainWords(message, text);
  const origin = message.document !== undefined || answered === undefined ? own.origin : takenFrom(answered);
  const writtenAt = origin?.writtenAt ?? own.writtenAt;
  return { text, file, note: note === '' ? null : note, origin, isOrder: note !== null, writtenAt };
};

const takenFrom = (message: Message): Origin => {
  const { forward_origin, from, sender_chat, chat } = message;
  const source = {
    chatId: chat.id,
    threadId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
    messageId: message.message_id,
  };
  if (forward_origin !== undefined) return { ...forwardedFrom(forward_origin), source };
  const writtenAt = message.date * 1_000;
  return sender_chat === undefined
    ? { ...byUser(from), writtenAt, source }
    : { author: titleOf(sender_chat), authorTelegramId: null, writtenAt, source };
};

const forwardedFrom = (origin: MessageOrigin): Origin => {
  const rest = { writtenAt: origin.date * 1_000, source: null };
  switch (origin.type) {
    case 'user':
      return { ...byUser(origin.sender_user), ...rest };
    case 'hidden_user':
      return { author: origin.sender_user_name, authorTelegramId: null, ...rest };
    case 'chat':
      return { author: titleOf(origin.sender_chat), authorTelegramId: null, ...rest };
    case 'channel':
      return {
        author: titleOf(origin.chat),
        authorTelegramId: null,
        ...rest,
        source: { chatId: origin.chat.id, threadId: null, messageId: origin.message_id },
      };
  }
};

const byUser = (user: User | undefined): Pick<Origin, 'author' | 'authorTelegramId'> => ({
  author: user === undefined ? null : [user.first_name, user.last_name ?? ''].join(' ').trim(),
  authorTelegramId: user?.id ?? null,
});

const titleOf = (chat: Chat): string => chat.title ?? chat.first_name;
