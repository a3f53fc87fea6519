import type { UserFromGetMe } from 'grammy/types';
import type { UpdateQueue } from '../update-queue.ts';
import type { Webhook } from '../webhook.ts';
import type { EventHub } from './events.ts';
import type { IdSource } from './ids.ts';
import type {
  CallbackRecord,
  ChatRecord,
  CommandList,
  FileRecord,
  InlineRecord,
  UserRecord,
} from './records.ts';

/** Everything one sandbox knows. */
export interface Realm {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly bot: UserFromGetMe;
  readonly ids: IdSource;
  readonly updates: UpdateQueue;
  readonly webhook: Webhook;
  readonly events: EventHub;
  readonly users: Map<number, UserRecord>;
  readonly chats: Map<number, ChatRecord>;
  readonly files: Map<string, FileRecord>;
  readonly callbacks: Map<string, CallbackRecord>;
  readonly inlineQueries: Map<string, InlineRecord>;
  commandLists: CommandList[];
  /** Names and descriptions set by the bot, by kind and language. */
  readonly profile: Map<string, string>;
  /** Where a server in local mode puts the files that the bot asks for. */
  readonly localFolder: string | undefined;
}

/** Unix time in whole seconds, as Telegram dates things. */
export const unixTime = (realm: Realm): number => Math.floor(realm.now() / 1000);
