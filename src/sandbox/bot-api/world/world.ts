import type { BotCommand, Message, User } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import { isServiceMessage } from '../privacy.ts';
import { chatSummary } from './chat-summary.ts';
import type { ChatSummary } from './chat-summary.ts';
import { botIsIn, groupOf, privateChatOf, userOf } from './chats.ts';
import { commandMenu } from './command-menu.ts';
import type { WorldEvent } from './events.ts';
import { historyEntry } from './history.ts';
import type { HistoryEntry } from './history.ts';
import { createGroup, deleteGroup, migrateGroup, postService } from './membership.ts';
import type { Realm } from './realm.ts';
import type { GroupRecord, MemberRecord, MessageRecord, TopicRecord } from './records.ts';
import { deleteTopic, openTopic, renameTopic, setTopicClosed } from './topics.ts';
import { idOf, SandboxUser } from './user.ts';
import type { ChatRef } from './user.ts';

export interface UserOptions {
  /** Default: the next free one. */
  readonly id?: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  /** Another bot: it may sit in groups, and what it writes does not reach ours. */
  readonly isBot?: boolean;
  /** Forwards of the person's messages carry only a name. */
  readonly hidesOriginOfForwards?: boolean;
}

export interface GroupOptions {
  readonly title: string;
  /** Its creator. */
  readonly owner: SandboxUser;
  readonly members?: readonly SandboxUser[];
  /** Whether the owner adds the bot, as a member; default true. The bot gets the updates of that. */
  readonly withBot?: boolean;
}

/** A group or a supergroup, by its id and title. */
export interface SandboxGroup {
  readonly id: number;
  readonly title: string;
}

export interface SandboxTopic {
  /** message_thread_id */
  readonly id: number;
  readonly name: string;
}

/** What part of a chat is wanted. */
export interface ExcerptOptions {
  /** A position that is not included; the end of the chat unless told. */
  readonly before?: number;
  /** Only what is in this topic of a forum, where 0 is "General"; everything unless told. */
  readonly topic?: number | null;
}

/** An entry and where it stands in its chat: a number that never changes, counted from 0. */
export interface PlacedEntry {
  readonly position: number;
  readonly entry: HistoryEntry;
}

/** Whether a member sees a message: an ephemeral one is seen by its sender and its receiver. */
const isVisibleTo = (record: MessageRecord | undefined, viewer: SandboxUser): boolean => {
  const receiver = record?.message.receiver_user?.id;
  return receiver === undefined || receiver === viewer.id || record?.message.from?.id === viewer.id;
};

/** The topic that a message of a forum is in; 0 for "General". */
const topicOf = ({ message }: MessageRecord): number =>
  message.is_topic_message === true ? (message.message_thread_id ?? 0) : 0;

/** The users' side of the sandbox: who is there, what they say, and what they see. */
export class World {
  readonly #realm: Realm;
  readonly #users = new Map<number, SandboxUser>();

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  addUser(options: UserOptions): SandboxUser {
    const { isBot = false, hidesOriginOfForwards = false } = options;
    const user = omitUndefined<User>({
      id: options.id ?? this.#realm.ids.user(),
      is_bot: isBot,
      first_name: options.firstName,
      last_name: options.lastName,
      username: options.username,
      language_code: isBot ? undefined : (options.languageCode ?? 'vi'),
    });
    if (this.#realm.users.has(user.id)) throw new Error(`User ${user.id} exists already`);
    this.#realm.users.set(user.id, {
      user,
      startedBot: false,
      blockedBot: false,
      deactivated: false,
      hidesOriginOfForwards,
    });
    const added = new SandboxUser(this.#realm, userOf(this.#realm, user.id));
    this.#users.set(user.id, added);
    return added;
  }

  user(id: number): SandboxUser {
    const user = this.#users.get(id);
    if (!user) throw new Error(`No user ${id} in the sandbox`);
    return user;
  }

  users(): SandboxUser[] {
    return [...this.#users.values()];
  }

  addGroup(options: GroupOptions): SandboxGroup {
    return this.#create('group', this.#realm.ids.group(), options, false);
  }

  addSupergroup(options: GroupOptions & { readonly isForum?: boolean }): SandboxGroup {
    return this.#create('supergroup', this.#realm.ids.supergroup(), options, options.isForum ?? false);
  }

  /** Makes a group a supergroup; returns the new chat, with the new id. */
  migrate(group: ChatRef, by: SandboxUser): SandboxGroup {
    const { id, title } = migrateGroup(this.#realm, idOf(group), by.profile);
    return { id, title };
  }

  deleteGroup(group: ChatRef, by: SandboxUser): void {
    deleteGroup(this.#realm, idOf(group), by.profile);
  }

  rename(group: ChatRef, title: string, by: SandboxUser): void {
    const chat = groupOf(this.#realm, idOf(group));
    chat.title = title;
    postService(this.#realm, chat, { new_chat_title: title }, by.profile);
  }

  /** Lets only administrators write. */
  setReadOnly(group: ChatRef, readOnly: boolean): void {
    groupOf(this.#realm, idOf(group)).readOnly = readOnly;
  }

  addTopic(forum: ChatRef, name: string, by: SandboxUser): SandboxTopic {
    const chat = groupOf(this.#realm, idOf(forum));
    if (!chat.isForum) throw new Error(`"${chat.title}" has no topics`);
    const { id } = openTopic(this.#realm, chat, name, by.profile);
    return { id, name };
  }

  renameTopic(forum: ChatRef, topicId: number, name: string, by: SandboxUser): void {
    const { chat, topic } = this.#topic(forum, topicId);
    renameTopic(this.#realm, chat, topic, name, by.profile);
  }

  closeTopic(forum: ChatRef, topicId: number, by: SandboxUser): void {
    const { chat, topic } = this.#topic(forum, topicId);
    setTopicClosed(this.#realm, chat, topic, true, by.profile);
  }

  reopenTopic(forum: ChatRef, topicId: number, by: SandboxUser): void {
    const { chat, topic } = this.#topic(forum, topicId);
    setTopicClosed(this.#realm, chat, topic, false, by.profile);
  }

  deleteTopic(forum: ChatRef, topicId: number): void {
    const { chat, topic } = this.#topic(forum, topicId);
    deleteTopic(this.#realm, chat, topic);
  }

  /** All chats, in the order they came about. */
  chats(): ChatSummary[] {
    return [...this.#realm.chats.values()].map(chatSummary);
  }

  /**
   * What is in a chat, oldest first; deleted messages are marked, not left out.
   * @param viewer leaves out what only other members see; default: everything
   */
  history(chat: ChatRef, viewer?: SandboxUser): HistoryEntry[] {
    const timeline = this.#timeline(chat);
    const entries = timeline.map(historyEntry);
    return viewer ? entries.filter((_, position) => isVisibleTo(timeline[position], viewer)) : entries;
  }

  /** How many entries a chat has had, deleted ones and those for one member included. */
  size(chat: ChatRef): number {
    return this.#timeline(chat).length;
  }

  /**
   * The newest entries of a chat before a position, oldest first, for a view that never holds all of a long chat.
   * @param viewer leaves out what only other members see
   */
  excerpt(
    chat: ChatRef,
    viewer: SandboxUser,
    limit: number,
    { before = Infinity, topic = null }: ExcerptOptions = {},
  ): PlacedEntry[] {
    const timeline = this.#timeline(chat);
    const found: PlacedEntry[] = [];
    for (let position = Math.min(before, timeline.length) - 1; position >= 0; position--) {
      const record = timeline[position];
      if (found.length === limit) break;
      if (record?.deletedAtMs !== undefined || !record || !isVisibleTo(record, viewer)) continue;
      if (topic !== null && topicOf(record) !== topic) continue;
      found.push({ position, entry: historyEntry(record) });
    }
    return found.reverse();
  }

  /** What stands at a position of a chat, deleted or not. */
  entryAt(chat: ChatRef, position: number): HistoryEntry | null {
    const record = this.#timeline(chat)[position];
    return record ? historyEntry(record) : null;
  }

  /** Where a message stands in its chat, newest first; messages that only one member sees share the id 0. */
  positionsOf(chat: ChatRef, messageId: number): number[] {
    const timeline = this.#timeline(chat);
    const found: number[] = [];
    for (let position = timeline.length - 1; position >= 0; position--) {
      if (timeline[position]?.message.message_id !== messageId) continue;
      found.push(position);
      if (messageId !== 0) break;
    }
    return found;
  }

  /** Whether the bot is in a group. */
  hasBot(group: ChatRef): boolean {
    return botIsIn(this.#realm, groupOf(this.#realm, idOf(group)));
  }

  /** The bot's messages in a chat that are still there, oldest first. */
  fromBot(chat: ChatRef): Message[] {
    return this.#timeline(chat)
      .filter((record) => this.#isOfBot(record))
      .map(({ message }) => structuredClone(message));
  }

  /** The bot's newest message in a chat that is still there; throws when there is none. */
  lastFromBot(chat: ChatRef): Message {
    const record = this.#timeline(chat).findLast((candidate) => this.#isOfBot(candidate));
    if (!record) throw new Error(`The bot has written nothing in chat ${idOf(chat)}`);
    return structuredClone(record.message);
  }

  /** Ids of the pinned messages, the latest last. */
  pinned(chat: ChatRef): readonly number[] {
    return [...(this.#realm.chats.get(idOf(chat))?.pinned ?? [])];
  }

  /** The command menu a person sees in a chat. */
  commandMenu(chat: ChatRef, viewer: SandboxUser): readonly BotCommand[] {
    const record = userOf(this.#realm, viewer.id);
    const id = idOf(chat);
    return commandMenu(
      this.#realm,
      id === viewer.id ? privateChatOf(this.#realm, record) : groupOf(this.#realm, id),
      record,
    );
  }

  /** The bytes of a file in a message, by its file_id. */
  file(fileId: string): { readonly fileName: string; readonly content: Uint8Array } {
    const file = this.#realm.files.get(fileId);
    if (!file) throw new Error(`No file ${fileId} in the sandbox`);
    return { fileName: file.fileName, content: file.content };
  }

  /** Every new message; returns the way to stop listening. */
  onMessage(listener: (entry: HistoryEntry) => void): () => void {
    return this.#realm.events.onMessage(listener);
  }

  /** Everything that changes; returns the way to stop listening. */
  onChange(listener: (event: WorldEvent) => void): () => void {
    return this.#realm.events.onChange(listener);
  }

  #timeline(chat: ChatRef): readonly MessageRecord[] {
    return this.#realm.chats.get(idOf(chat))?.timeline ?? [];
  }

  /** Notices that a message was pinned and the like are of the bot too, but not what it wrote. */
  #isOfBot({ message, deletedAtMs }: MessageRecord): boolean {
    return message.from?.id === this.#realm.bot.id && deletedAtMs === undefined && !isServiceMessage(message);
  }

  #create(
    kind: GroupRecord['kind'],
    id: number,
    { title, owner, members = [], withBot = true }: GroupOptions,
    isForum: boolean,
  ): SandboxGroup {
    createGroup(this.#realm, {
      kind,
      id,
      title,
      isForum,
      members: [
        { userId: owner.id, status: 'creator' },
        ...members.map(({ id: userId }): MemberRecord => ({ userId, status: 'member' })),
      ],
    });
    if (withBot) owner.addBot(id);
    return { id, title };
  }

  #topic(forum: ChatRef, topicId: number): { chat: GroupRecord; topic: TopicRecord } {
    const chat = groupOf(this.#realm, idOf(forum));
    const topic = chat.topics.get(topicId);
    if (!topic) throw new Error(`No topic ${topicId} in "${chat.title}"`);
    return { chat, topic };
  }
}
