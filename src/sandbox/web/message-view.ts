import type { InlineKeyboardButton, Message, MessageOrigin, RichBlock, RichText, User } from 'grammy/types';
import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { World } from '../bot-api/world/world.ts';
import type {
  ButtonView,
  ChatView,
  FileView,
  MessageView,
  Preview,
  ReplyMarkupView,
  ServiceView,
} from './wire.ts';

/** Enough of a message to recognise it by. */
const EXCERPT_LENGTH = 120;

/** A message as the page shows it. */
export const messageView = (world: World, position: number, entry: HistoryEntry): MessageView => {
  const { message, from, editedAt } = entry;
  return {
    position,
    id: entry.messageId,
    from: from ? { id: from.id, name: nameOf(from), isBot: from.is_bot } : null,
    date: entry.date * 1_000,
    editedAt: editedAt === undefined ? null : editedAt * 1_000,
    isDeleted: entry.deletedAtMs !== undefined,
    text: entry.text,
    entities: message.entities ?? message.caption_entities ?? [],
    reply: replyOf(world, entry),
    forwardedFrom: message.forward_origin ? originName(message.forward_origin) : null,
    keyboard: entry.keyboard?.inline_keyboard.map((row) => row.map(buttonView)) ?? [],
    markup: markupOf(entry),
    markupFor: markupReader(world, entry),
    reactions: entry.reactions,
    file: fileOf(message),
    album: message.media_group_id ?? null,
    blocks: message.rich_message?.blocks ?? [],
    service: serviceOf(message),
    onlyFor: entry.visibleOnlyTo ?? null,
    topicId: message.is_topic_message ? (message.message_thread_id ?? null) : null,
  };
};

/** The newest entry that every member of a chat sees, in a line; null where there is none. */
export const previewOf = (world: World, chatId: number): Preview | null => {
  for (let position = world.size(chatId) - 1; position >= 0; position--) {
    const entry = world.entryAt(chatId, position);
    if (!entry || entry.deletedAtMs !== undefined || entry.visibleOnlyTo !== undefined) continue;
    return {
      from: entry.from ? nameOf(entry.from) : null,
      fromId: entry.from?.id ?? null,
      text: textInBrief(entry.message),
      date: entry.date * 1_000,
      service: serviceOf(entry.message),
    };
  }
  return null;
};

/** The message that was pinned last in a chat, while it is there. */
export const pinnedOf = (world: World, chatId: number): ChatView['pinned'] => {
  const id = world.pinned(chatId).at(-1);
  const [position] = id === undefined ? [] : world.positionsOf(chatId, id);
  const entry = position === undefined ? null : world.entryAt(chatId, position);
  return position === undefined || !entry ? null : { position, text: textInBrief(entry.message) };
};

const nameOf = ({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string =>
  last_name === undefined ? first_name : `${first_name} ${last_name}`;

/** A message by its first words, or by the name of its file; '' for a picture without words. */
const textInBrief = (message: Message): string => {
  const { text, caption, rich_message } = message;
  const words = text ?? caption ?? (rich_message ? textOfBlocks(rich_message.blocks) : '');
  return (words || (fileOf(message)?.name ?? ''))
    .slice(0, EXCERPT_LENGTH)
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ');
};

/** The words of the blocks that are plain text, up to the first that is not. */
const textOfBlocks = (blocks: readonly RichBlock[]): string => {
  const words: string[] = [];
  for (const block of blocks) {
    if (!('text' in block)) break;
    words.push(plainText(block.text));
  }
  return words.join(' ');
};

const plainText = (text: RichText): string => {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plainText).join('');
  return 'text' in text ? plainText(text.text) : '';
};

const markupOf = ({ otherMarkup: markup }: HistoryEntry): ReplyMarkupView | null => {
  if (markup === undefined) return null;
  if ('remove_keyboard' in markup) return { kind: 'remove' };
  const placeholder = markup.input_field_placeholder ?? '';
  if ('force_reply' in markup) return { kind: 'ask', placeholder };
  const rows = markup.keyboard.map((row) =>
    row.map((button) => (typeof button === 'string' ? button : button.text)),
  );
  return { kind: 'keyboard', rows, placeholder, isOneTime: markup.one_time_keyboard === true };
};

/** Whom a "selective" markup is for: the author of the message replied to. Mentions are not looked at. */
const markupReader = (world: World, { chatId, replyTo, otherMarkup }: HistoryEntry): number | null => {
  if (otherMarkup?.selective !== true || replyTo === undefined) return null;
  const [position = null] = world.positionsOf(chatId, replyTo);
  return (position === null ? null : world.entryAt(chatId, position)?.from?.id) ?? null;
};

const replyOf = (world: World, { chatId, replyTo }: HistoryEntry): MessageView['reply'] => {
  if (replyTo === undefined) return null;
  const [position = null] = world.positionsOf(chatId, replyTo);
  const replied = position === null ? null : world.entryAt(chatId, position);
  if (!replied || replied.deletedAtMs !== undefined) return { position: null, name: '', text: '' };
  return {
    position,
    name: replied.from ? nameOf(replied.from) : '',
    text: textInBrief(replied.message),
  };
};

const originName = (origin: MessageOrigin): string => {
  switch (origin.type) {
    case 'user':
      return nameOf(origin.sender_user);
    case 'hidden_user':
      return origin.sender_user_name;
    case 'chat':
      return 'title' in origin.sender_chat ? (origin.sender_chat.title ?? '') : '';
    case 'channel':
      return origin.chat.title;
  }
};

const buttonView = (button: InlineKeyboardButton): ButtonView => ({
  text: button.text,
  style: button.style ?? null,
  url: 'url' in button ? button.url : null,
  copies: 'copy_text' in button ? button.copy_text.text : null,
});

const fileOf = ({ document, photo }: Message): FileView | null => {
  if (document) {
    const { file_id: id, file_name: name = '', file_size: size = 0 } = document;
    return { id, name, size, isPhoto: false };
  }
  const largest = photo?.at(-1);
  return largest ? { id: largest.file_id, name: '', size: largest.file_size ?? 0, isPhoto: true } : null;
};

const serviceOf = (message: Message): ServiceView | null => {
  if (message.new_chat_members) return movedBy(message, 'joined', message.new_chat_members);
  if (message.left_chat_member) return movedBy(message, 'left', [message.left_chat_member]);
  if (message.new_chat_title !== undefined) return { kind: 'renamed', name: message.new_chat_title };
  if (message.forum_topic_created) return { kind: 'topic-opened', name: message.forum_topic_created.name };
  if (message.forum_topic_edited)
    return { kind: 'topic-renamed', name: message.forum_topic_edited.name ?? '' };
  if (message.forum_topic_closed) return { kind: 'topic-closed' };
  if (message.forum_topic_reopened) return { kind: 'topic-reopened' };
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) {
    return { kind: 'migrated' };
  }
  if (message.pinned_message) {
    const by = message.from ? nameOf(message.from) : '';
    // What is no longer accessible has a date of 0 and nothing else.
    const text = message.pinned_message.date === 0 ? '' : textInBrief(message.pinned_message);
    return { kind: 'pinned', by, text };
  }
  const hasContent =
    message.text !== undefined ||
    message.caption !== undefined ||
    message.document !== undefined ||
    message.photo !== undefined ||
    message.rich_message !== undefined;
  return hasContent ? null : { kind: 'other' };
};

const movedBy = ({ from }: Message, kind: 'joined' | 'left', people: readonly User[]): ServiceView => ({
  kind,
  names: people.map(nameOf),
  by: from === undefined || people.some(({ id }) => id === from.id) ? null : nameOf(from),
});
