import type { Message, User } from 'grammy/types';
import { omitUndefined } from '../omit-undefined.ts';
import { announceMessage } from './announce.ts';
import { groupOf, userOf } from './chats.ts';
import { historyEntry } from './history.ts';
import type { HistoryEntry } from './history.ts';
import { postMessage } from './messages.ts';
import type { WorldEvent } from './events.ts';
import type { GroupRecord, MemberRecord, Realm } from './state.ts';
import { SandboxUser } from './user.ts';
import type { ChatRef } from './user.ts';

export interface UserOptions {
  readonly id?: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  /** Another bot: it may sit in groups, and what it writes does not reach ours. */
  readonly isBot?: boolean;
}

export interface GroupOptions {
  readonly title: string;
  /** Its creator. */
  readonly owner: SandboxUser;
  readonly members?: readonly SandboxUser[];
  /** Whether the bot is in it from the start, as a member; default true. It then gets the updates of being added. */
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

/** The users' side of the sandbox: who is there, what they say, and what they see. */
export class World {
  readonly #realm: Realm;
  readonly #users = new Map<number, SandboxUser>();

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  addUser({
    id,
    firstName,
    lastName,
    username,
    languageCode = 'vi',
    isBot = false,
  }: UserOptions): SandboxUser {
    const user = omitUndefined<User>({
      id: id ?? this.#realm.ids.user(),
      is_bot: isBot,
      first_name: firstName,
      last_name: lastName,
      username,
      language_code: isBot ? undefined : languageCode,
    });
    if (this.#realm.users.has(user.id)) throw new Error(`User ${user.id} exists already`);
    this.#realm.users.set(user.id, { user, startedBot: false, blockedBot: false, deactivated: false });
    const added = new SandboxUser(this.#realm, userOf(this.#realm, user.id));
    this.#users.set(user.id, added);
    return added;
  }

  user(id: number): SandboxUser {
    const user = this.#users.get(id);
    if (!user) throw new Error(`No user ${id} in the sandbox`);
    return user;
  }

  addGroup(options: GroupOptions): SandboxGroup {
    return this.#create('group', this.#realm.ids.group(), options);
  }

  addSupergroup(options: GroupOptions & { readonly isForum?: boolean }): SandboxGroup {
    return this.#create('supergroup', this.#realm.ids.supergroup(), options, options.isForum ?? false);
  }

  /** Opens a forum topic, as one of the people in the forum. */
  addTopic(forum: ChatRef, name: string, by: SandboxUser): SandboxTopic {
    const chat = groupOf(this.#realm, idOf(forum));
    if (!chat.isForum) throw new Error(`"${chat.title}" has no topics`);
    const id = chat.lastMessageId + 1;
    const record = postMessage(
      this.#realm,
      chat,
      { forum_topic_created: { name, icon_color: 0x6fb9f0 } },
      { from: by.profile, threadId: id },
    );
    chat.topics.set(id, { id, name, closed: false });
    announceMessage(this.#realm, chat, record);
    return { id, name };
  }

  /** What the members of a chat see, oldest first; deleted messages are marked, not left out. */
  history(chat: ChatRef): HistoryEntry[] {
    return (this.#realm.chats.get(idOf(chat))?.timeline ?? []).map(historyEntry);
  }

  /** The bot's messages in a chat that are still there, oldest first. */
  fromBot(chat: ChatRef): Message[] {
    return this.history(chat)
      .filter(({ from, deletedAtMs }) => from?.id === this.#realm.bot.id && deletedAtMs === undefined)
      .map(({ message }) => message);
  }

  /** The bot's newest message in a chat; throws when there is none. */
  lastFromBot(chat: ChatRef): Message {
    const message = this.fromBot(chat).at(-1);
    if (!message) throw new Error(`The bot has written nothing in chat ${idOf(chat)}`);
    return message;
  }

  /** Every new message; returns the way to stop listening. */
  onMessage(listener: (entry: HistoryEntry) => void): () => void {
    return this.#realm.events.onMessage(listener);
  }

  /** Everything that changes; returns the way to stop listening. */
  onChange(listener: (event: WorldEvent) => void): () => void {
    return this.#realm.events.onChange(listener);
  }

  #create(
    kind: GroupRecord['kind'],
    id: number,
    { title, owner, members = [], withBot = true }: GroupOptions,
    isForum = false,
  ): SandboxGroup {
    this.#realm.chats.set(id, {
      id,
      kind,
      title,
      isForum,
      members: new Map<number, MemberRecord>([
        [owner.id, { userId: owner.id, status: 'creator' }],
        ...members.map(({ id: userId }): [number, MemberRecord] => [userId, { userId, status: 'member' }]),
      ]),
      topics: new Map(),
      readOnly: false,
      migratedTo: undefined,
      lastBotToWrite: undefined,
      lastMessageId: 0,
      timeline: [],
      messages: new Map(),
      pinned: [],
    });
    if (withBot) owner.addBot(id);
    return { id, title };
  }
}

const idOf = (ref: ChatRef): number => (typeof ref === 'number' ? ref : ref.id);
