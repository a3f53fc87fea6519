import type { InlineKeyboardMarkup, Message, User } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import type { MessageRecord, OtherReplyMarkup } from './records.ts';

/** One message of a chat as its members see it. A copy: it does not change when the chat does. */
export interface HistoryEntry {
  readonly chatId: number;
  readonly messageId: number;
  readonly from?: User;
  /** Unix time in seconds. */
  readonly date: number;
  /** Unix time in seconds of the last change of the text. */
  readonly editedAt?: number;
  /** Milliseconds since the epoch; set when the message was deleted. */
  readonly deletedAtMs?: number;
  /** Text or caption, '' for what has neither. */
  readonly text: string;
  /** Texts before each edit, oldest first. */
  readonly earlierTexts: readonly string[];
  readonly replyTo?: number;
  readonly threadId?: number;
  readonly keyboard?: InlineKeyboardMarkup;
  readonly otherMarkup?: OtherReplyMarkup;
  readonly reactions: readonly { readonly userId: number; readonly emoji: string }[];
  /** For an ephemeral message: the one member who sees it. */
  readonly visibleOnlyTo?: number;
  /** The whole message as the Bot API shows it. */
  readonly message: Message;
}

export function historyEntry(record: MessageRecord): HistoryEntry {
  const message = structuredClone(record.message);
  return omitUndefined<HistoryEntry>({
    chatId: message.chat.id,
    messageId: message.message_id,
    from: message.from,
    date: message.date,
    editedAt: record.shownAsEditedAt,
    deletedAtMs: record.deletedAtMs,
    text: textOf(message),
    earlierTexts: record.versions.map(textOf),
    replyTo: record.replyTo,
    threadId: message.message_thread_id,
    keyboard: message.reply_markup,
    otherMarkup: record.otherMarkup,
    reactions: [...record.reactions].flatMap(([userId, reactions]) =>
      reactions.map(({ emoji }) => ({ userId, emoji })),
    ),
    visibleOnlyTo: message.receiver_user?.id,
    message,
  });
}

const textOf = (message: Message): string => message.text ?? message.caption ?? '';
