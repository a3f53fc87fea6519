import type { InlineKeyboardButton, Message, MessageEntity, ReactionTypeEmoji, User } from 'grammy/types';
import { detectEntities } from '../text/detect-entities.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { announceEdit, announceMessage, announceReaction, changeMember } from './announce.ts';
import { pressButton } from './callback-queries.ts';
import { chatMemberObject, chatObject, groupOf, isPresent, privateChatOf, userOf } from './chats.ts';
import { apiMessage, existing, markDeleted, postMessage, replaceContent } from './messages.ts';
import type { MessageContent } from './messages.ts';
import type { CallbackAnswer, ChatRecord, MessageRecord, Realm, UserRecord } from './state.ts';
import { unixTime } from './state.ts';

/** A chat by its id, or anything that has one. */
export type ChatRef = number | { readonly id: number };

/** A message of a chat: any Message of the API will do. */
export interface MessageRef {
  readonly chat: { readonly id: number };
  readonly message_id: number;
}

export interface SendOptions {
  /** Formatting; commands, mentions and links are found by themselves. */
  readonly entities?: readonly MessageEntity[];
  readonly replyTo?: MessageRef;
  /** A forum topic; without it and without a reply: "General". */
  readonly threadId?: number;
}

export interface OutgoingFile {
  readonly content: Uint8Array | string;
  readonly fileName?: string;
  readonly mimeType?: string;
  readonly caption?: string;
}

/** One person in the sandbox, with what people do in Telegram. Chats default to the person's own chat with the bot. */
export class SandboxUser {
  readonly #realm: Realm;
  readonly #record: UserRecord;

  constructor(realm: Realm, record: UserRecord) {
    this.#realm = realm;
    this.#record = record;
  }

  get id(): number {
    return this.#record.user.id;
  }

  get profile(): User {
    return this.#record.user;
  }

  /** Opens the chat with the bot: /start, with a deep-link payload if there is one. */
  start(payload = ''): Message {
    return this.sendText(this.id, payload === '' ? '/start' : `/start ${payload}`);
  }

  sendText(chat: ChatRef, text: string, { entities = [], replyTo, threadId }: SendOptions = {}): Message {
    const found = detectEntities(text, entities);
    return this.#send(
      chat,
      omitUndefined<MessageContent>({ text, entities: found.length > 0 ? found : undefined }),
      replyTo,
      threadId,
    );
  }

  /** Writes to the bot in private. */
  write(text: string, options: SendOptions = {}): Message {
    return this.sendText(this.id, text, options);
  }

  reply(message: MessageRef, text: string, options: Omit<SendOptions, 'replyTo'> = {}): Message {
    return this.sendText(message.chat.id, text, { ...options, replyTo: message });
  }

  /** Forwards a message to another chat, with its origin. */
  forward(message: MessageRef, to: ChatRef, { threadId }: Pick<SendOptions, 'threadId'> = {}): Message {
    const source = this.#find(message).message;
    const origin = source.forward_origin ?? {
      type: 'user' as const,
      date: source.date,
      sender_user: source.from ?? this.profile,
    };
    return this.#send(to, { ...contentOf(source), forward_origin: origin }, undefined, threadId);
  }

  /** Changes the text, or the caption, of one of the person's own messages. */
  edit(message: MessageRef, text: string, { entities = [] }: Pick<SendOptions, 'entities'> = {}): Message {
    const chat = this.#chat(message.chat);
    const record = this.#find(message);
    if (record.message.from?.id !== this.id) throw new Error('People can edit only their own messages');
    const found = detectEntities(text, entities);
    const isText = record.message.text !== undefined;
    replaceContent(
      this.#realm,
      record,
      {
        [isText ? 'text' : 'caption']: text,
        [isText ? 'entities' : 'caption_entities']: found.length > 0 ? found : undefined,
      },
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
    const record = this.#find(message);
    const buttons = record.message.reply_markup?.inline_keyboard.flat() ?? [];
    const button = buttons.find(({ text }) => text === label);
    if (!button || !isCallback(button)) {
      const labels = buttons.map(({ text }) => `"${text}"`).join(', ');
      throw new Error(`No button "${label}" on the message; there are: ${labels || 'none'}`);
    }
    return this.pressForged(message, button.callback_data);
  }

  /** Sends callback data that no button of the message need carry, as a changed client can. */
  pressForged(message: MessageRef, data: string): Promise<CallbackAnswer> {
    const chat = this.#chat(message.chat);
    const record = chat.messages.get(message.message_id);
    if (!record) throw new Error(`No message ${message.message_id} in chat ${chat.id}`);
    return pressButton(this.#realm, chat, record, this.#record, data);
  }

  /** Sets the person's reaction to a message; undefined takes it back. */
  react(message: MessageRef, emoji: ReactionTypeEmoji['emoji'] | undefined): void {
    const record = this.#find(message);
    const before = record.reactions.get(this.id) ?? [];
    if (emoji === undefined) record.reactions.delete(this.id);
    else record.reactions.set(this.id, [{ type: 'emoji', emoji }]);
    announceReaction(this.#realm, this.#chat(message.chat), record, this.profile, before);
  }

  /** Joins a group, with the service message that comes of it. */
  join(group: ChatRef): void {
    this.#addMember(group, this.id);
  }

  /** Leaves a group. */
  leave(group: ChatRef): void {
    this.#removeMember(group, this.id, 'left');
  }

  /** Adds the bot to a group. */
  addBot(group: ChatRef): void {
    this.#addMember(group, this.#realm.bot.id);
  }

  /** Removes the bot from a group: it may come back only when added again. */
  kickBot(group: ChatRef): void {
    this.#removeMember(group, this.#realm.bot.id, 'kicked');
  }

  /** Makes the bot an administrator, who hears everything in the group. */
  promoteBot(group: ChatRef): void {
    changeMember(
      this.#realm,
      groupOf(this.#realm, idOf(group)),
      this.#realm.bot.id,
      'administrator',
      this.profile,
    );
  }

  /** Takes the bot's administrator rights away. */
  demoteBot(group: ChatRef): void {
    changeMember(this.#realm, groupOf(this.#realm, idOf(group)), this.#realm.bot.id, 'member', this.profile);
  }

  /** Stops the bot: it may not write to the person any more. */
  blockBot(): void {
    this.#setBlocked(true);
  }

  unblockBot(): void {
    this.#setBlocked(false);
  }

  #setBlocked(blocked: boolean): void {
    if (this.#record.blockedBot === blocked) return;
    this.#record.blockedBot = blocked;
    const { bot, updates } = this.#realm;
    const [before, after] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
    updates.push({
      my_chat_member: {
        chat: chatObject(privateChatOf(this.#realm, this.#record)),
        from: this.profile,
        date: unixTime(this.#realm),
        old_chat_member: chatMemberObject(this.#realm, { userId: bot.id, status: before }),
        new_chat_member: chatMemberObject(this.#realm, { userId: bot.id, status: after }),
      },
    });
  }

  #addMember(group: ChatRef, userId: number): void {
    const chat = groupOf(this.#realm, idOf(group));
    const isAdded = changeMember(this.#realm, chat, userId, 'member', this.profile);
    if (!isAdded) return;
    const user = userId === this.#realm.bot.id ? this.#realm.bot : userOf(this.#realm, userId).user;
    const { id, is_bot, first_name, username } = user;
    const member =
      userId === this.#realm.bot.id ? omitUndefined<User>({ id, is_bot, first_name, username }) : user;
    this.#postService(chat, { new_chat_members: [member] });
  }

  #removeMember(group: ChatRef, userId: number, status: 'left' | 'kicked'): void {
    const chat = groupOf(this.#realm, idOf(group));
    const user = chatMemberObject(this.#realm, { userId, status: 'member' }).user;
    if (!changeMember(this.#realm, chat, userId, status, this.profile)) return;
    this.#postService(chat, { left_chat_member: user });
  }

  #postService(chat: ChatRecord, content: MessageContent): void {
    const record = postMessage(this.#realm, chat, content, { from: this.profile });
    announceMessage(this.#realm, chat, record);
  }

  #send(to: ChatRef, content: MessageContent, replyTo?: MessageRef, threadId?: number): Message {
    const chat = this.#chat(to);
    this.#checkMayWrite(chat, threadId);
    if (chat.kind === 'private') {
      // Writing to a bot unblocks it, as the clients do.
      this.#setBlocked(false);
      this.#record.startedBot = true;
    }
    const record = postMessage(this.#realm, chat, content, {
      from: this.profile,
      replyTo: replyTo?.message_id,
      threadId,
    });
    if (chat.kind !== 'private' && this.profile.is_bot) chat.lastBotToWrite = this.id;
    announceMessage(this.#realm, chat, record);
    return apiMessage(chat, record);
  }

  #checkMayWrite(chat: ChatRecord, threadId?: number): void {
    if (chat.kind === 'private') {
      if (chat.owner !== this.#record)
        throw new Error("Nobody can write in another person's chat with the bot");
      return;
    }
    if (chat.migratedTo !== undefined) throw new Error(`The group became the supergroup ${chat.migratedTo}`);
    if (!isPresent(chat.members.get(this.id)))
      throw new Error(`${this.profile.first_name} is not in "${chat.title}"`);
    if (threadId !== undefined && !chat.topics.has(threadId))
      throw new Error(`No topic ${threadId} in "${chat.title}"`);
  }

  #chat(ref: ChatRef): ChatRecord {
    const id = idOf(ref);
    if (id === this.id) return privateChatOf(this.#realm, this.#record);
    const chat = this.#realm.chats.get(id);
    if (!chat) throw new Error(`No chat ${id} in the sandbox`);
    return chat;
  }

  #find(message: MessageRef): MessageRecord {
    const record = existing(this.#chat(message.chat), message.message_id);
    if (!record) throw new Error(`No message ${message.message_id} in chat ${message.chat.id}`);
    return record;
  }
}

const idOf = (ref: ChatRef): number => (typeof ref === 'number' ? ref : ref.id);

const isCallback = (button: InlineKeyboardButton): button is InlineKeyboardButton.CallbackButton =>
  'callback_data' in button;

/** What of a message goes along when it is forwarded. */
function contentOf(message: Message): MessageContent {
  const { text, entities, caption, caption_entities, document, photo } = message;
  return omitUndefined<MessageContent>({ text, entities, caption, caption_entities, document, photo });
}
