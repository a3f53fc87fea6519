import { FormattedString } from '@grammyjs/parse-mode';
import type { InlineKeyboardMarkup, InputRichBlock, LinkPreviewOptions, MessageEntity } from 'grammy/types';
import { splitMessage } from './split-message.ts';

/** Something the bot says: a text of any length, with the buttons that belong under it. */
export interface FormattedMessage {
  readonly text: FormattedString;
  readonly keyboard: InlineKeyboardMarkup | null;
  /** The same with tables, for servers that have them; the text stands in for it elsewhere. Absent where there is no more to it. */
  readonly rich?: RichContent;
}

export type RichContent = readonly InputRichBlock[];

/** One message as Telegram takes it: at most 4,096 characters. */
export interface OutgoingMessage {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly keyboard: InlineKeyboardMarkup | null;
  readonly rich?: RichContent;
}

/** Puts a text and its buttons together. Halves of surrogate pairs, which Telegram would refuse, become "�". */
export const message = (
  text: FormattedString | string,
  keyboard: InlineKeyboardMarkup | null = null,
): FormattedMessage => {
  const { text: words, entities } = typeof text === 'string' ? new FormattedString(text) : text;
  return { text: new FormattedString(words.toWellFormed(), entities), keyboard };
};

/** Cuts what is too long into several messages, in order; the buttons are under the last. */
export const toMessages = ({ text, keyboard, rich }: FormattedMessage): readonly OutgoingMessage[] => {
  const parts = splitMessage(text);
  return parts.map((part, position) => ({
    text: part.text,
    entities: part.entities,
    keyboard: position === parts.length - 1 ? keyboard : null,
    // What takes several messages is left as text: one table cannot stand for each of them.
    ...(rich === undefined || parts.length > 1 ? {} : { rich }),
  }));
};

export interface SendOptions {
  readonly entities: MessageEntity[];
  readonly link_preview_options: LinkPreviewOptions;
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** The options that sendMessage and editMessageText take beside the text. Editing without buttons takes them away. */
export const sendOptions = ({ entities, keyboard }: OutgoingMessage): SendOptions => ({
  entities,
  link_preview_options: { is_disabled: true },
  ...(keyboard === null ? {} : { reply_markup: keyboard }),
});
