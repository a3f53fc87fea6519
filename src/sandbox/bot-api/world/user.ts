import type {
  InlineKeyboardButton,
  InlineQueryResult,
  Message,
  MessageEntity,
  ReactionTypeEmoji,
  User,
} from 'grammy/types';
import { announceEdit, announceReaction, changeMember } from './announce.ts';
import { blockBot } from './blocking.ts';
import { pressButton } from './callback-queries.ts';
import { documentContent, photoContent, textContent } from './content.ts';
import type { SentFile } from './content.ts';
import { botUser, groupOf, isAdministrator, privateChatOf } from './chats.ts';
import { originOf, portableContent } from './forwarding.ts';
import { askInline } from './inline-queries.ts';
import { addMember, removeMember } from './membership.ts';
import { apiMessage, findMessage, markDeleted, replaceContent } from './messages.ts';
import type { MessageContent, MessageRef } from './messages.ts';
import { pinMessage, unpinMessage } from './pins.ts';
import { say } from './speaking.ts';
import type { Realm } from './realm.ts';
import { unixTime } from './realm.ts';
import type { CallbackAnswer, ChatRecord, InlineAnswer, MessageRecord, UserRecord } from './records.ts';

/** A chat by its id, or anything that has one. A person stands for the person's own chat with the bot. */
export type ChatRef = number | { readonly id: number };

export interface SendOptions {
  /** Formatting; commands, mentions and links are found by themselves. */
  readonly entities?: readonly MessageEntity[];
  readonly replyTo?: MessageRef;
  /** A forum topic; without it and without a reply: "General". */
  readonly threadId?: number;
}

export interface FileOptions extends Omit<SendOptions, 'entities'> {
  readonly caption?: string;
}

/** telegram.org/faq#q-can-i-edit-or-delete-my-messages: people's messages; those of bots have no such limit. */
const EDITABLE_FOR_SECONDS = 48 * 3_600;

/** One person in the sandbox, with what people do in Telegram. */
export class SandboxUser {
  readonly #realm: Realm;
  readonly #record: UserRecord;

  constructor(realm: Realm, record: UserRecord) {
    this.#realm = realm;
    this.#record = record;
  }

  /** Also the id of the person's private chat with the bot. */
  get id(): number {
    return this.#record.user.id;
  }

  get profile(): User {
    return this.#record.user;
  }

  /** Whether the bot may not write to the person: stopped by them. */
  get hasBlockedBot(): boolean {
    return this.#record.blockedBot;
  }

  /** Whether the chat with the bot was ever opened. */
  get hasStartedBot(): boolean {
    return this.#record.startedBot;
  }

  /** Opens the chat with the bot: /start, with a deep-link payload if there is one. */
  start(payload = ''): Message {
    return this.write(payload === '' ? '/start' : `/start ${payload}`);
  }

  /** Writes to the bot in private. */
  write(text: string, options: SendOptions = {}): Message {
    return this.sendText(this.id, text, options);
  }

  sendText(chat: ChatRef, text: string, { entities, ...where }: SendOptions = {}): Message {
    return this.#say(chat, textContent('text', text, entities), where);
  }

  reply(message: MessageRef, text: string, options: Omit<SendOptions, 'replyTo'> = {}): Message {
    return this.sendText(message.chat.id, text, { ...options, replyTo: message });
  }

  sendDocument(chat: ChatRef, file: SentFile, { caption = '', ...where }: FileOptions = {}): Message {
    return this.#say(
      chat,
      { ...documentContent(this.#realm, file), ...textContent('caption', caption) },
      where,
    );
  }

  sendPhoto(chat: ChatRef, file: SentFile, { caption = '', ...where }: FileOptions = {}): Message {
    return this.#say(chat, { ...photoContent(this.#realm, file), ...textContent('caption', caption) }, where);
  }

  /** Several documents, or photos, as one album: one message each, with a common media_group_id and the caption on the first. */
  sendAlbum(
    chat: ChatRef,
    files: readonly SentFile[],
    {
      caption = '',
      kind = 'document',
      ...where
    }: FileOptions & { readonly kind?: 'document' | 'photo' } = {},
  ): Message[] {
    const group = { media_group_id: this.#realm.ids.mediaGroup() };
    return files.map((file, index) =>
      this.#say(
        chat,
        {
          ...(kind === 'photo' ? photoContent(this.#realm, file) : documentContent(this.#realm, file)),
          ...group,
          ...textContent('caption', index === 0 ? caption : ''),
        },
        where,
      ),
    );
  }

  /** Sends anything else, as the Bot API describes it: a sticker, a voice message, a poll, a place. */
  send(chat: ChatRef, content: MessageContent, where: SendOptions = {}): Message {
    return this.#say(chat, content, where);
  }

  /** Forwards a message to another chat, with its origin. */
  forward(message: MessageRef, to: ChatRef, where: Pick<SendOptions, 'threadId'> = {}): Message {
    const source = this.#find(message).message;
    const content = { ...portableContent(source), forward_origin: originOf(this.#realm, source) };
    return this.#say(to, content, where);
  }

  /** Forwards some messages together: what was an album is one again. */
  forwardAll(messages: readonly MessageRef[], to: ChatRef): Message[] {
    const sources = messages.map((message) => this.#find(message).message);
    const isAlbum = sources.length > 1 && sources.every((source) => source.media_group_id !== undefined);
    const group = isAlbum ? { media_group_id: this.#realm.ids.mediaGroup() } : {};
    return sources.map((source) =>
      this.#say(
        to,
        { ...portableContent(source), ...group, forward_origin: originOf(this.#realm, source) },
        {},
      ),
    );
  }

  /** Pins a message for everyone, as administrators do, and in a private chat whoever it is of. */
  pin(message: MessageRef): void {
    const chat = this.#chat(message.chat);
    this.#checkMayPin(chat);
    pinMessage(this.#realm, chat, this.#find(message), this.profile);
  }

  unpin(message: MessageRef): void {
    const chat = this.#chat(message.chat);
    this.#checkMayPin(chat);
    unpinMessage(this.#realm, chat, message.message_id);
  }

  /** Changes the text, or the caption, of one of the person's own messages. */
  edit(message: MessageRef, text: string, { entities }: Pick<SendOptions, 'entities'> = {}): Message {
    const chat = this.#chat(message.chat);
    const record = this.#find(message);
    const { from, forward_origin, date } = record.message;
    if (from?.id !== this.id) throw new Error('People can edit only their own messages');
    if (forward_origin) throw new Error('What was forwarded cannot be edited');
    if (unixTime(this.#realm) - date > EDITABLE_FOR_SECONDS)
      throw new Error('People can edit a message for 48 hours');
    const field = record.message.text === undefined ? 'caption' : 'text';
    const emptied = { [field]: undefined, [field === 'text' ? 'entities' : 'caption_entities']: undefined };
    replaceContent(
      this.#realm,
      record,
      { ...(emptied as MessageContent), ...textContent(field, text, entities) },
      { isTextEdit: true },
    );
    announceEdit(this.#realm, chat, record);
    return apiMessage(chat, record);
  }

  /** Deletes a message for everyone. The Bot API has no update for that: the bot does not learn of it. */
  delete(message: MessageRef): void {
    markDeleted(this.#realm, this.#chat(message.chat), this.#find(message));
  }

  /**
   * Presses the inline button with this label and waits for the bot's answer.
   * @throws when the message has no such button that sends something to the bot
   */
  press(message: MessageRef, label: string): Promise<CallbackAnswer> {
    const buttons = this.#find(message).message.reply_markup?.inline_keyboard.flat() ?? [];
    const button = buttons.find(({ text }) => text === label);
    if (!button || !isCallback(button)) {
      const labels = buttons.map(({ text }) => `"${text}"`).join(', ');
      throw new Error(`No button "${label}" on the message; there are: ${labels || 'none'}`);
    }
    return this.pressForged(message, button.callback_data);
  }

  /** Sends callback data that no button of the message need carry, as a changed client can; also for a deleted message. */
  pressForged(message: MessageRef, data: string): Promise<CallbackAnswer> {
    const chat = this.#chat(message.chat);
    const record = findMessage(chat, message) ?? chat.messages.get(message.message_id);
    if (!record) throw new Error(`No message ${message.message_id} in chat ${chat.id}`);
    return pressButton(this.#realm, chat, record, this.#record, data);
  }

  /** Types the bot's name and some words where a message would be written, and waits for what the bot offers. */
  inlineQuery(words: string): Promise<InlineAnswer> {
    return askInline(this.#realm, this.#record, words, 'supergroup');
  }

  /** Sends one of the bot's offers, which is the person's own message then. */
  sendInlineResult(chat: ChatRef, result: InlineQueryResult): Message {
    if (result.type !== 'article' || !('message_text' in result.input_message_content))
      throw new Error('Only articles with a text can be sent');
    const { message_text: text } = result.input_message_content;
    return this.#say(chat, { ...textContent('text', text), via_bot: botUser(this.#realm) }, {});
  }

  /** Sets the person's reaction to a message; undefined takes it back. */
  react(message: MessageRef, emoji: ReactionTypeEmoji['emoji'] | undefined): void {
    const record = this.#find(message);
    const before = record.reactions.get(this.id) ?? [];
    if (emoji === undefined) record.reactions.delete(this.id);
    else record.reactions.set(this.id, [{ type: 'emoji', emoji }]);
    announceReaction(this.#realm, this.#chat(message.chat), record, this.profile, before);
  }

  join(group: ChatRef): void {
    addMember(this.#realm, this.#group(group), this.id, this.profile);
  }

  leave(group: ChatRef): void {
    removeMember(this.#realm, this.#group(group), this.id, 'left', this.profile);
  }

  /** Adds another person to a group. */
  add(group: ChatRef, other: SandboxUser): void {
    addMember(this.#realm, this.#group(group), other.id, this.profile);
  }

  /** Removes another person from a group. */
  remove(group: ChatRef, other: SandboxUser): void {
    removeMember(this.#realm, this.#group(group), other.id, 'kicked', this.profile);
  }

  addBot(group: ChatRef): void {
    addMember(this.#realm, this.#group(group), this.#realm.bot.id, this.profile);
  }

  /** Removes the bot from a group: it may come back only when added again. */
  kickBot(group: ChatRef): void {
    removeMember(this.#realm, this.#group(group), this.#realm.bot.id, 'kicked', this.profile);
  }

  /** Makes the bot an administrator, who hears everything in the group. */
  promoteBot(group: ChatRef): void {
    changeMember(this.#realm, this.#group(group), this.#realm.bot.id, 'administrator', this.profile);
  }

  /** Takes the bot's administrator rights away. */
  demoteBot(group: ChatRef): void {
    changeMember(this.#realm, this.#group(group), this.#realm.bot.id, 'member', this.profile);
  }

  /** Forbids the bot to write in a supergroup. */
  restrictBot(group: ChatRef): void {
    changeMember(this.#realm, this.#group(group), this.#realm.bot.id, 'restricted', this.profile);
  }

  /** Makes another person an administrator of a group. */
  promote(group: ChatRef, other: SandboxUser): void {
    changeMember(this.#realm, this.#group(group), other.id, 'administrator', this.profile);
  }

  /** Stops the bot: it may not write to the person any more. */
  blockBot(): void {
    blockBot(this.#realm, this.#record, true);
  }

  unblockBot(): void {
    blockBot(this.#realm, this.#record, false);
  }

  /** Deletes the person's Telegram account. */
  deleteAccount(): void {
    this.#record.deactivated = true;
  }

  #say(to: ChatRef, content: MessageContent, where: Pick<SendOptions, 'replyTo' | 'threadId'>): Message {
    return say(this.#realm, this.#record, this.#chat(to), content, where);
  }

  #checkMayPin(chat: ChatRecord): void {
    if (chat.kind === 'private' || isAdministrator(chat.members.get(this.id))) return;
    throw new Error('Only administrators pin messages');
  }

  #group(ref: ChatRef): ReturnType<typeof groupOf> {
    return groupOf(this.#realm, idOf(ref));
  }

  #chat(ref: ChatRef): ChatRecord {
    const id = idOf(ref);
    return id === this.id ? privateChatOf(this.#realm, this.#record) : groupOf(this.#realm, id);
  }

  #find(message: MessageRef): MessageRecord {
    const record = findMessage(this.#chat(message.chat), message);
    if (!record) throw new Error(`No message ${message.message_id} in chat ${message.chat.id}`);
    return record;
  }
}

export const idOf = (ref: ChatRef): number => (typeof ref === 'number' ? ref : ref.id);

const isCallback = (button: InlineKeyboardButton): button is InlineKeyboardButton.CallbackButton =>
  'callback_data' in button;
