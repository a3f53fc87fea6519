// What the page and its server say to each other, as JSON. The page reads these types in its comments.
//
//   person    somebody of the agency, whom the onlooker can be; named by the Telegram id
//   position  where a message stands in its chat, counted from 0; it never changes
//   stage     one sandbox from its preparation to the next reset, or to another story
import type { MessageEntity, RichBlock } from 'grammy/types';

export interface PersonView {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly role: string;
  /** How messages address them. */
  readonly title: string;
  readonly unit: string | null;
  readonly hasBlockedBot: boolean;
  /** Whether the chat with the bot was ever opened. */
  readonly hasStarted: boolean;
}

/** The newest message of a chat, in a line. */
export interface Preview {
  readonly from: string | null;
  readonly fromId: number | null;
  readonly text: string;
  /** Milliseconds since the epoch, as all moments here. */
  readonly date: number;
  readonly service: ServiceView | null;
}

export interface ChatView {
  readonly id: number;
  readonly kind: 'private' | 'group' | 'supergroup';
  /** A group's title, or the name of the person whose chat with the bot it is. */
  readonly title: string;
  readonly memberIds: readonly number[];
  /** The supergroup that a group has become: that one is looked at from then on. */
  readonly migratedTo: number | null;
  /** A group with topics; what is in none of them is in "General". */
  readonly isForum: boolean;
  readonly topics: readonly { readonly id: number; readonly name: string; readonly closed: boolean }[];
  /** Who may write in closed topics and pin messages. */
  readonly administratorIds: readonly number[];
  readonly hasBot: boolean;
  readonly last: Preview | null;
  /** The message that was pinned last. */
  readonly pinned: { readonly position: number; readonly text: string } | null;
}

/** What a message asks of its reader's keyboard. */
export type ReplyMarkupView =
  | { readonly kind: 'ask'; readonly placeholder: string }
  | {
      readonly kind: 'keyboard';
      readonly rows: readonly (readonly string[])[];
      readonly placeholder: string;
      readonly isOneTime: boolean;
    }
  | { readonly kind: 'remove' };

export interface ButtonView {
  readonly text: string;
  readonly style: string | null;
  readonly url: string | null;
  /** Text that a press puts on the clipboard. */
  readonly copies: string | null;
}

export type ServiceView =
  /** `by`: who added or removed them, where it was somebody else. */
  | { readonly kind: 'joined' | 'left'; readonly names: readonly string[]; readonly by: string | null }
  | { readonly kind: 'renamed' | 'topic-opened' | 'topic-renamed'; readonly name: string }
  | { readonly kind: 'topic-closed' | 'topic-reopened' | 'migrated' | 'other' }
  | { readonly kind: 'pinned'; readonly by: string; readonly text: string };

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly isPhoto: boolean;
}

export interface MessageView {
  readonly position: number;
  readonly id: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean } | null;
  readonly date: number;
  /** When its text was changed last. */
  readonly editedAt: number | null;
  readonly isDeleted: boolean;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly reply: {
    readonly position: number | null;
    readonly name: string;
    readonly text: string;
  } | null;
  readonly forwardedFrom: string | null;
  readonly keyboard: readonly (readonly ButtonView[])[];
  /** Of whom it asks that: one person, or everyone where it is null. */
  readonly markupFor: number | null;
  readonly markup: ReplyMarkupView | null;
  readonly reactions: readonly { readonly userId: number; readonly emoji: string }[];
  readonly file: FileView | null;
  /** Messages with the same one are shown as one: an album. */
  readonly album: string | null;
  readonly blocks: readonly RichBlock[];
  readonly service: ServiceView | null;
  /** The one member who sees it, beside its sender. */
  readonly onlyFor: number | null;
  readonly topicId: number | null;
}

export interface ClockView {
  readonly now: number;
  /** Where the clock is being moved to. */
  readonly target: number | null;
}

export interface FaultsView {
  readonly isNetworkDown: boolean;
  readonly isTooMany: boolean;
}

export interface PlannedView {
  readonly at: number;
  readonly rung: string;
  readonly taskNumber: number;
  readonly content: string;
  readonly unit: string;
}

export interface DeliveryView {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly at: number;
  readonly notBefore: number | null;
  readonly taskNumbers: readonly number[];
  readonly recipient: string | null;
  readonly acknowledgements: readonly {
    readonly at: number;
    readonly who: string | null;
    readonly kind: string;
  }[];
  readonly reason: string | null;
}

/** What the bot has planned, owes and has sent. */
export interface OutlookView {
  /** Earliest first; there may be more than are listed. */
  readonly planned: readonly PlannedView[];
  readonly plannedCount: number;
  readonly nextDeadline: {
    readonly overdueFrom: number;
    readonly taskNumber: number;
    readonly content: string;
    readonly unit: string;
  } | null;
  /** The newest first. */
  readonly deliveries: readonly DeliveryView[];
}

/** Where the telling of a story is. */
export interface StoryView {
  readonly name: string;
  readonly title: string;
  /** Steps done, of all. */
  readonly done: number;
  readonly steps: number;
  /** What the story says of what comes next. */
  readonly note: string;
  /** Whom and which chat to look at; null for the chat where nothing has happened yet. */
  readonly personId: number | null;
  readonly chatId: number | null;
  readonly isPlaying: boolean;
  /** Why it could not go on. */
  readonly error: string | null;
}

/** [person, chat, how many messages they have not read]. */
export type UnreadCount = readonly [number, number, number];

export interface StateView {
  /** Counts the stages; what is said of another stage is out of date. */
  readonly stage: number;
  readonly stageState: 'preparing' | 'ready' | 'failed';
  /** Why it failed. */
  readonly error: string | null;
  readonly botId: number;
  readonly botName: string;
  readonly botUsername: string;
  /** The people to be first of all, by code. */
  readonly cast: readonly string[];
  readonly people: readonly PersonView[];
  readonly chats: readonly ChatView[];
  readonly unread: readonly UnreadCount[];
  readonly clock: ClockView;
  readonly faults: FaultsView;
  readonly outlook: OutlookView | null;
  readonly story: StoryView | null;
  readonly stories: readonly { readonly name: string; readonly title: string }[];
  readonly sampleNotice: string;
}

export interface MessagesView {
  readonly stage: number;
  readonly messages: readonly MessageView[];
  /** True where nothing is before the first of them. */
  readonly isStart: boolean;
}

export interface CommandView {
  readonly command: string;
  readonly description: string;
}

export type LiveEvent =
  /** The state is to be read anew. */
  | { readonly kind: 'stage'; readonly stage: number }
  /** A message that is new or has changed. */
  | { readonly kind: 'message'; readonly chatId: number; readonly message: MessageView }
  | { readonly kind: 'chat'; readonly chat: ChatView }
  | { readonly kind: 'people'; readonly people: readonly PersonView[] }
  | { readonly kind: 'unread'; readonly unread: readonly UnreadCount[] }
  | ({ readonly kind: 'clock' } & ClockView)
  | ({ readonly kind: 'faults' } & FaultsView)
  | { readonly kind: 'outlook'; readonly outlook: OutlookView }
  | { readonly kind: 'story'; readonly story: StoryView }
  | { readonly kind: 'typing'; readonly chatId: number }
  /** What came of pressing a button. */
  | {
      readonly kind: 'answer';
      readonly personId: number;
      readonly chatId: number;
      readonly messageId: number;
      readonly isAnswered: boolean;
      readonly text: string;
      readonly isAlert: boolean;
    }
  | { readonly kind: 'trouble'; readonly text: string };
