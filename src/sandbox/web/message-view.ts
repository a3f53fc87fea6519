import type { InlineKeyboardButton, Message, MessageOrigin, User } from 'grammy/types';
import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { World } from '../bot-api/world/world.ts';
import type { ButtonView, FileView, MessageView, Preview, ServiceView } from './wire.ts';

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
    asksForReply: entry.otherMarkup !== undefined && 'force_reply' in entry.otherMarkup,
    reactions: entry.reactions,
    file: fileOf(message),
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
      text: excerpt(entry.text || (fileOf(entry.message)?.name ?? '')),
      date: entry.date * 1_000,
      service: serviceOf(entry.message),
    };
  }
  return null;
};

const nameOf = ({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string =>
  last_name === undefined ? first_name : `${first_name} ${last_name}`;

const excerpt = (text: string): string =>
  text.slice(0, EXCERPT_LENGTH).toWellFormed().replaceAll(/\s+/gu, ' ');

const replyOf = (world: World, { chatId, replyTo }: HistoryEntry): MessageView['reply'] => {
  if (replyTo === undefined) return null;
  const [position = null] = world.positionsOf(chatId, replyTo);
  const replied = position === null ? null : world.entryAt(chatId, position);
  if (!replied || replied.deletedAtMs !== undefined) return { position: null, name: '', text: '' };
  return {
    position,
    name: replied.from ? nameOf(replied.from) : '',
    text: excerpt(replied.text || (fileOf(replied.message)?.name ?? '')),
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
  if (message.new_chat_members) return { kind: 'joined', names: message.new_chat_members.map(nameOf) };
  if (message.left_chat_member) return { kind: 'left', names: [nameOf(message.left_chat_member)] };
  if (message.new_chat_title !== undefined) return { kind: 'renamed', name: message.new_chat_title };
  if (message.forum_topic_created) return { kind: 'topic-opened', name: message.forum_topic_created.name };
  if (message.forum_topic_edited)
    return { kind: 'topic-renamed', name: message.forum_topic_edited.name ?? '' };
  if (message.forum_topic_closed) return { kind: 'topic-closed' };
  if (message.forum_topic_reopened) return { kind: 'topic-reopened' };
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) {
    return { kind: 'migrated' };
  }
  if (message.pinned_message) return { kind: 'pinned' };
  const hasContent =
    message.text !== undefined ||
    message.caption !== undefined ||
    message.document !== undefined ||
    message.photo !== undefined ||
    message.rich_message !== undefined;
  return hasContent ? null : { kind: 'other' };
};
