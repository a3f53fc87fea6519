import type {
  BotCommand,
  BotCommandScope,
  CallbackQuery,
  ForceReply,
  InlineQuery,
  InlineQueryResult,
  Message,
  ReactionTypeEmoji,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  User,
} from 'grammy/types';

// Words:
//   realm    everything one sandbox knows: people, chats, files, the bot and what waits for it
//   record   a mutable entry of the realm; what leaves it (API objects, history entries) is a copy
//   member   a person's or the bot's place in a group
//   topic    a thread of a forum supergroup; "General" has no record, as it has no thread id in the API

export interface UserRecord {
  readonly user: User;
  /** The user wrote to the bot first: only then may it write to them. */
  startedBot: boolean;
  blockedBot: boolean;
  deactivated: boolean;
  /** Forwards of the person's messages name them without a link to the account. */
  readonly hidesOriginOfForwards: boolean;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface MemberRecord {
  readonly userId: number;
  status: MemberStatus;
}

export interface TopicRecord {
  /** The id of the service message that opened the topic, and so the thread's id. */
  readonly id: number;
  name: string;
  closed: boolean;
}

export type OtherReplyMarkup = ForceReply | ReplyKeyboardMarkup | ReplyKeyboardRemove;

export interface MessageRecord {
  /** As the Bot API shows it, but for `reply_to_message`, which is put in when the message is read. */
  message: Message;
  readonly replyTo: number | undefined;
  /** Earlier contents, oldest first. */
  readonly versions: Message[];
  /** Unix time of the last change of the text; the API's edit_date also counts changes of the keyboard. */
  shownAsEditedAt: number | undefined;
  deletedAtMs: number | undefined;
  readonly reactions: Map<number, ReactionTypeEmoji[]>;
  /** What the sender asked of the reader's keyboard; not part of the message itself. */
  readonly otherMarkup: OtherReplyMarkup | undefined;
}

interface ChatRecordBase {
  readonly id: number;
  /** Everything ever shown in the chat, in the order sent; deleted messages stay. */
  readonly timeline: MessageRecord[];
  /** By message id; ephemeral messages, which have none, are not in it. */
  readonly messages: Map<number, MessageRecord>;
  /** Ids of pinned messages, the latest last. */
  pinned: number[];
}

export interface PrivateChatRecord extends ChatRecordBase {
  readonly kind: 'private';
  readonly owner: UserRecord;
}

export interface GroupRecord extends ChatRecordBase {
  readonly kind: 'group' | 'supergroup';
  title: string;
  readonly isForum: boolean;
  readonly members: Map<number, MemberRecord>;
  readonly topics: Map<number, TopicRecord>;
  /** Only administrators may write. */
  readOnly: boolean;
  /** Set once a group became a supergroup; the group itself is dead from then on. */
  migratedTo: number | undefined;
  deleted: boolean;
  /** The bot that wrote last: an unaddressed command is for that one. */
  lastBotToWrite: number | undefined;
  /** A supergroup counts its own messages; groups and private chats share the bot's counter. */
  lastMessageId: number;
  /** Messages that only one member sees, by their own ids. */
  readonly ephemerals: Map<number, MessageRecord>;
}

export type ChatRecord = PrivateChatRecord | GroupRecord;

export interface FileRecord {
  readonly kind: 'document' | 'photo';
  readonly fileId: string;
  readonly uniqueId: string;
  readonly path: string;
  readonly content: Uint8Array;
  readonly fileName: string;
  readonly mimeType: string;
}

/** What the user sees after a press; `answered: false` when the bot never answered in time. */
export type CallbackAnswer =
  | { readonly answered: true; readonly text: string; readonly showAlert: boolean; readonly url?: string }
  | { readonly answered: false };

export interface CallbackRecord {
  readonly query: CallbackQuery;
  readonly pressedAtMs: number;
  settled: boolean;
  readonly settle: (answer: CallbackAnswer) => void;
}

/** What the bot offers for an inline query; a query that nobody answers stays empty. */
export type InlineAnswer =
  | {
      readonly answered: true;
      readonly results: readonly InlineQueryResult[];
      readonly isPersonal: boolean;
      readonly cacheSeconds: number;
    }
  | { readonly answered: false };

export interface InlineRecord {
  readonly query: InlineQuery;
  readonly askedAtMs: number;
  readonly settle: (answer: InlineAnswer) => void;
}

export interface CommandList {
  readonly scope: BotCommandScope;
  readonly languageCode: string;
  readonly commands: readonly BotCommand[];
}
